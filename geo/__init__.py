"""Reads reports of joint maneuvers, places and dates their events, and draws them honestly."""

__version__ = "0.1.0"
