"""Finds in a report's text what its events are made of, and puts them together; knows no gazetteer of its own."""
