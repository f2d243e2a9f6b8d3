"""A report's text to its id, for reports that come without one."""

import hashlib


def report_id(text: str) -> str:
    """Return an id that is the same for the same text, on every machine."""
    return f"r-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
