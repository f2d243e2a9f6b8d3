"""Where: place names and written coordinates to `Toponym`s, not yet resolved."""
