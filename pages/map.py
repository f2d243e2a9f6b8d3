"""Where: the events on a map, with a strip of months and the card of the one that was chosen."""

from geo.ui import filters, map_view

map_view.page(filters.current())
