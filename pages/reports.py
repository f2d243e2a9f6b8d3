"""A report in: read, checked against its text, saved or discarded."""

from geo.ui import report_reader

report_reader.page()
