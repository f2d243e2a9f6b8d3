"""Names to candidate places: one SQLite file, built at set-up, read without a network."""

from geo.gazetteer.model import Gazetteer

__all__ = ["Gazetteer"]
