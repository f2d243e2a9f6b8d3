"""When: each event as a bar that is as sharp as its dates are."""

from geo.ui import filters, timeline_view

timeline_view.page(filters.current())
