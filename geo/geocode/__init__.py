"""Names to coordinates: by name alone (a geopy geocoder) or in the context of a report."""

from geo.geocode.answers import as_answer, as_mention, lookup
from geo.geocode.resolve import resolve, toponyms_of

__all__ = ["as_answer", "as_mention", "lookup", "resolve", "toponyms_of"]
