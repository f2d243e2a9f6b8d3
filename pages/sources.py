"""Where everything comes from: reports, data sets and map data, with licence and link."""

from geo.ui import source_list

source_list.page()
