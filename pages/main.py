"""The frame of every page."""

from geo.ui import frame

frame.show()
