"""How much a clue says for a day of publication, by the days between the two: log-odds, above 0 for, below against.

Set on the dev gold and on what desks do: news of today or yesterday, a dateline
of the day, a page header that is the day of the report or of its copy.
"""

from __future__ import annotations

EXACT_STAMP, NEAR_STAMP = 3.6, 0.5
EARLIEST = -3.0  # what is over cannot come later; not impossible, since texts and clocks err


def stamp(gap: int) -> float:
    """Weigh a page's own date: a copy's is years late and speaks against nothing before it; none is too early."""
    return EXACT_STAMP if gap == 0 else NEAR_STAMP if abs(gap) == 1 else -2.0 if gap > 1 else 0.0


def dateline(gap: int) -> float:
    """Weigh "MOSCOW, July 20 (Agency)": that day, seldom the next."""
    return {0: 4.0, 1: 1.2, 2: 0.0}.get(gap, -2.5 if gap < 0 else -1.0)


def spoken(gap: int) -> float:
    """Weigh the day on which somebody said the news."""
    return EARLIEST if gap < 0 else {0: 2.4, 1: 1.2, 2: 0.3}.get(gap, 0.0 if gap <= 7 else -0.6)


def happened(gap: int, beside_weekdays: bool = False) -> float:
    """Weigh a day behind the report; a report that names recent days by their weekday keeps dates for older ones."""
    if gap < 0:
        return EARLIEST
    if beside_weekdays and gap <= 30:
        return {0: 0.7, 1: 0.5}.get(gap, 0.4)
    return {0: 1.2, 1: 0.7, 2: 0.3}.get(gap, 0.1 if gap <= 7 else 0.0 if gap <= 150 else -0.4)


def to_come(ahead: int) -> float:
    """Weigh a day that lies `ahead` days before the reader."""
    if ahead < 0:
        return -1.8
    return {0: 0.3, 1: 0.8}.get(ahead, 0.5 if ahead <= 4 else 0.3 if ahead <= 14 else 0.0 if ahead <= 120 else -0.6)


def either_way(gap: int) -> float:
    """Weigh a day of which no verb says whether it is over ("missile firing 9 October")."""
    return {0: 0.7, 1: 0.5, -1: 0.5}.get(gap, 0.2 if abs(gap) <= 7 else 0.0 if abs(gap) <= 120 else -0.4)


def under_way(since_start: int, until_end: int) -> float:
    """Weigh what has begun and not yet ended."""
    if since_start < 0 or until_end < 0:
        return -1.5
    return {0: 1.3, 1: 0.9}.get(since_start, 0.5)


def caption(gap: int) -> float:
    """Weigh the day of a picture: taken before the report, often in its days, or years earlier."""
    return -0.8 if gap < 0 else {0: 0.9, 1: 0.6}.get(gap, 0.2 if gap <= 7 else 0.0)


def weekday(back: int, is_spoken: bool) -> float:
    """Weigh a bare weekday told in the past tense that lies `back` days (0 to 6) before the report."""
    if is_spoken:
        return {0: 1.5, 1: 0.6, 2: 0.0}.get(back, -0.6)
    return {0: 1.2, 1: 0.6, 2: 0.2, 3: 0.0, 4: -0.5}.get(back, -0.9)  # older days are told by their date


def weekday_to_come(ahead: int) -> float:
    return {0: 0.1, 1: 0.6}.get(ahead, 0.3)


def month_behind(months: int) -> float:
    """Weigh a month without a year told in the past tense, `months` (0 to 11) before the report's."""
    return {0: 0.2, 1: 0.5}.get(months, max(0.5 - 0.08 * months, -0.3))


def month_ahead(months: int) -> float:
    return {0: 0.4, 1: 0.5}.get(months, max(0.4 - 0.08 * months, -0.4))


def year(gap: int, edition: bool) -> float:
    """Weigh the youngest year that a report names as present or past, `gap` years before the candidate's."""
    if gap < 0:
        return -1.0 if edition and gap == -1 else -3.0
    if edition:
        return {0: 2.2, 1: 0.0, 2: -0.8}.get(gap, -1.5 if gap == 3 else -2.5)
    return {0: 0.8, 1: 0.7, 2: 0.2, 3: -0.2, 4: -0.4}.get(gap, -0.6)  # its own year a report seldom names


def year_to_come(gap: int) -> float:
    """Weigh the first year that a report plans for ("a plan for 2025"): its own or the next one, seldom later."""
    return {0: 0.6, -1: 0.8, -2: -0.2}.get(gap, -0.8 if gap > 0 else -0.4)
