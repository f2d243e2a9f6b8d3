"""Names to coordinates: by name alone (a geopy geocoder) or in the context of a report."""

from geo.geocode.answers import as_answer, as_mention, lookup
from geo.geocode.given import resolve_given, toponyms_of
from geo.geocode.offline import OfflineGeocoder
from geo.geocode.online import OnlineGeocoder, fill_unresolved, online_geocoder
from geo.geocode.resolve import resolve

__all__ = [
    "OfflineGeocoder",
    "OnlineGeocoder",
    "as_answer",
    "as_mention",
    "fill_unresolved",
    "lookup",
    "online_geocoder",
    "resolve",
    "resolve_given",
    "toponyms_of",
]
