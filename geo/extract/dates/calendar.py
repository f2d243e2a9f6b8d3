"""Arithmetic of days, weeks, months and years as reports name them, all to inclusive `DateRange`s."""

import calendar
import datetime as dt

from geo.types import DateRange, Precision

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        1,
    )
    for name in names
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            ("monday", "mon"),
            ("tuesday", "tues", "tue"),
            ("wednesday", "wed"),
            ("thursday", "thurs", "thu"),
            ("friday", "fri"),
            ("saturday", "sat"),
            ("sunday", "sun"),
        )
    )
    for name in names
}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # first month, northern hemisphere
FIRST_YEAR, LAST_YEAR = 1900, 2100  # years outside are hull numbers and typing errors
ONE_DAY = dt.timedelta(days=1)


def day(year: int, month: int, number: int) -> dt.date | None:
    """Return the day, or None where the calendar has none such."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


def one_day(date: dt.date) -> DateRange:
    return DateRange(date, date, Precision.DAY)


def month_range(year: int, month: int) -> DateRange:
    last = calendar.monthrange(year, month)[1]
    return DateRange(dt.date(year, month, 1), dt.date(year, month, last), Precision.MONTH)


def third_range(year: int, month: int, third: str) -> DateRange:
    """Return days 1-10, 11-20 or 21-end of a month for "early", "mid" or "late"."""
    last = calendar.monthrange(year, month)[1]
    first, end = {"early": (1, 10), "mid": (11, 20), "late": (21, last)}[third]
    return DateRange(dt.date(year, month, first), dt.date(year, month, end), Precision.THIRD_OF_MONTH)


def year_range(year: int) -> DateRange:
    return DateRange(dt.date(year, 1, 1), dt.date(year, 12, 31), Precision.YEAR)


def half_year_range(year: int, half: int) -> DateRange:
    """Return January to June for half 1, July to December for half 2."""
    return DateRange(dt.date(year, 6 * half - 5, 1), month_range(year, 6 * half).end, Precision.YEAR)


def year_third_range(year: int, third: str) -> DateRange:
    """Return four months of a year for "early", "mid" or "late"."""
    first = {"early": 1, "mid": 5, "late": 9}[third]
    return DateRange(dt.date(year, first, 1), month_range(year, first + 3).end, Precision.YEAR)


def season_range(year: int, season: str) -> DateRange:
    """Return the three months of a northern season; winter belongs to the year in which it ends."""
    first = SEASONS[season]
    start = dt.date(year - (first == 12), first, 1)
    end = month_range(year, (first + 1) % 12 + 1).end
    return DateRange(start, end, Precision.SEASON)


def quarter_range(year: int, quarter: int) -> DateRange:
    start = dt.date(year, 3 * quarter - 2, 1)
    return DateRange(start, month_range(year, 3 * quarter).end, Precision.QUARTER)


def week_range(date: dt.date) -> DateRange:
    """Return Monday to Sunday of the week that `date` lies in."""
    monday = date - dt.timedelta(days=date.weekday())
    return DateRange(monday, monday + dt.timedelta(days=6), Precision.WEEK)


def weekend_range(date: dt.date) -> DateRange:
    """Return the last Saturday and Sunday that began on or before `date`."""
    saturday = date - dt.timedelta(days=(date.weekday() - 5) % 7)
    return DateRange(saturday, saturday + ONE_DAY, Precision.WEEKEND)


def shift_month(date: dt.date, months: int) -> tuple[int, int]:
    """Return (year, month) that many months later."""
    index = date.year * 12 + date.month - 1 + months
    return index // 12, index % 12 + 1


def shift(date: dt.date, number: int, unit: str) -> DateRange:
    """Return the day, week, month or year (`unit`, singular) that lies `number` of them after `date`."""
    if unit == "fortnight":
        return one_day(date + dt.timedelta(days=14 * number))
    if unit == "day":
        return one_day(date + dt.timedelta(days=number))
    if unit == "week":
        return week_range(date + dt.timedelta(days=7 * number))
    if unit == "month":
        return month_range(*shift_month(date, number))
    if unit == "quarter":
        year, month = shift_month(date, 3 * number)
        return quarter_range(year, (month + 2) // 3)
    return year_range(date.year + number)


def day_of_month(anchor: dt.date, number: int, tense: str | None) -> dt.date | None:
    """Return the last such day of a month up to the anchor, or the first from it on where the tense is future."""
    for months in (0, 1, 2) if tense == "future" else (0, -1, -2):
        found = day(*shift_month(anchor, months), number)
        if found and (found >= anchor if tense == "future" else found <= anchor):
            return found
    return None


def nearest_weekday(anchor: dt.date, weekday: int, tense: str | None) -> dt.date:
    """Return the weekday on or before the anchor, or on or after it where the tense is future."""
    if tense == "future":
        return anchor + dt.timedelta(days=(weekday - anchor.weekday()) % 7)
    return anchor - dt.timedelta(days=(anchor.weekday() - weekday) % 7)


def year_for_month(anchor: dt.date, month: int, tense: str | None) -> int:
    """Return the year that a month named without one means, seen from the anchor."""
    if tense == "past":
        return anchor.year - (month > anchor.month)
    if tense == "future":
        return anchor.year + (month < anchor.month)
    gap = (month - anchor.month + 6) % 12 - 6
    return shift_month(anchor, gap)[0]
