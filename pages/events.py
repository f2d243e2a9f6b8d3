"""What: the events as a table, each with the words that it rests on."""

from geo.ui import events_table, filters

events_table.page(filters.current())
