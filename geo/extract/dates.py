"""A report's words for days, months and years: found without an anchor, resolved against one.

`tag_dates` finds expressions and what binds them ("until", "announced on");
`DateExpression.resolve` turns one into a `DateRange` once the publication date
and the tense of its clause are known. Precision is never raised: "June" stays a
month, "early July" a third of one.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from geo.extract.calendar import (
    MONTHS,
    ONE_DAY,
    SEASONS,
    WEEKDAYS,
    day,
    month_range,
    nearest_weekday,
    one_day,
    quarter_range,
    season_range,
    shift_month,
    third_range,
    week_range,
    weekend_range,
    year_for_month,
    year_range,
)
from geo.text.numbers import NUMBER, parse_number, parse_ordinal
from geo.types import DateRange, Precision, Span

M = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
W = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
D = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\d|[.,:]\d|%)"
Y = r"(?:(?:19|20)\d\d)(?!\d|[.,]\d)"
YEAR_AFTER = rf"(?:,?\s+(?P<y>{Y}|last year|this year|next year))?"
TO = r"\s*(?:-|–|—|to|until|till|through|and)\s*"
AT_LEAST_ONE_BEFORE = r"(?<![\w-])"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a relative expression is relative to.

    `previous` is the date last told, `just_before` the one of the sentence before,
    `reported` the day on which the sentence's news was told.
    """

    published: dt.date | None
    tense: str | None = None  # "past", "future" or None
    year: int | None = None  # of the report, where no day is known
    previous: DateRange | None = None
    just_before: DateRange | None = None
    reported: dt.date | None = None

    def year_of(self, month: int) -> int | None:
        if self.published:
            return year_for_month(self.published, month, self.tense)
        return self.year


@dataclass(frozen=True, slots=True)
class DateExpression:
    """One expression of time. `bound` is "start" or "end" where only that side of something is told."""

    span: Span
    rule: str
    match: re.Match[str]
    bound: str | None = None
    reported: bool = False  # when somebody spoke, not when something happened

    def resolve(self, anchor: Anchor) -> DateRange | None:
        """Return the days meant, or None where the anchor does not settle them."""
        return RESOLVERS[self.rule](self.match, anchor)


def tag_dates(text: str, masked: Sequence[Span] = ()) -> tuple[DateExpression, ...]:
    """Return the expressions of time outside masked names, longest first where they overlap, in text order."""
    found: list[DateExpression] = []
    for rule, pattern in PATTERNS.items():
        for match in pattern.finditer(text):
            span = Span(*match.span("date"))
            if not any(span.overlaps(other) for other in masked):
                found.append(DateExpression(span, rule, match))
    found.sort(key=lambda date: (date.span.start - date.span.end, date.span.start))
    kept: list[DateExpression] = []
    for date in found:
        if not any(date.span.overlaps(other.span) for other in kept):
            kept.append(_bind(text, date))
    return _paired(text, sorted(kept, key=lambda date: date.span.start))


def _paired(text: str, dates: list[DateExpression]) -> tuple[DateExpression, ...]:
    """Bind the two ends of a range between unlike dates: "from 20 March to Monday"."""
    for number in range(len(dates) - 1):
        first, second = dates[number], dates[number + 1]
        if RANGE_WORD.fullmatch(text[first.span.end : second.span.start]) and "range" not in first.rule + second.rule:
            dates[number], dates[number + 1] = replace(first, bound="start"), replace(second, bound="end")
    return tuple(dates)


RANGE_WORD = re.compile(r"\s+(?:to|until|till|through)\s+(?:\d{4} on\s+)?(?:the\s+)?")
START_VERB = re.compile(r"\b(?:beg[iau]n\w*|start\w*|kick(?:s|ed|ing)? off|open(?:s|ed|ing)?|commenc\w+|launch\w*|got under way)\b", re.I)
END_VERB = re.compile(r"\b(?:end(?:s|ed|ing)?|conclud\w+|wrap(?:s|ped) up|wound up|finish\w*|complet\w+|came to an end|clos(?:es|ed|ing))\b", re.I)
BETWEEN = 70  # characters from such a verb to its date, over the place: "concluded in the waters of X on July 23"
START = re.compile(
    r"(?:\b(?:since|from|starting|beginning|begins?|began|begun|starts?|started|kick(?:s|ed)? off|kicking off|opens?|opened|commenced?s?|"
    r"launche[sd]|got under way|gets? under way|took place from)\b(?:\s+(?:on|in|from|again))?)\s*(?:the\s+)?$",
    re.I,
)
END = re.compile(
    r"(?:\b(?:until|till|through|by|up to|ends?|ended|ending|conclude[sd]?|concluding|wrapped up|wraps? up|wound up|finish(?:ed|es)?|"
    r"completed|came to an end|broken off|closed)\b(?:\s+(?:on|in))?)\s*(?:the\s+)?$",
    re.I,
)


def _bind(text: str, date: DateExpression) -> DateExpression:
    before = text[max(0, date.span.start - 70) : date.span.start]
    before = re.split(r"[.;!?\n]\s", before)[-1]
    bound = "start" if START.search(before) else "end" if END.search(before) else _bound_by_verb(before)
    reported = bool(re.search(r"\b(?:said|says|announced|told|reported|stated|wrote|added|confirmed)\b(?:\s+\w+){0,2}?\s*(?:on|late on|this|in a statement on)?\s*(?:the\s+)?$", before))
    dateline = bool(DATELINE.search(text[max(0, text.rfind("\n", 0, date.span.start) + 1) : date.span.start])) and bool(
        AFTER_DATELINE.match(text, date.span.end)
    )
    return replace(date, bound=None if dateline else bound, reported=reported or dateline)


DATELINE = re.compile(r"^(?:\W*[A-Z][A-Z.'’ /-]{2,30}[A-Z][,.]?\s*(?:\([\w /-]+\)\s*)?(?:[A-Z][a-z]+,?\s)?|[A-Z][A-Z ]+\([\w /-]+$)")
AFTER_DATELINE = re.compile(r"\s*(?:[.)]|\([\w /]+\))?\s*(?:[-–—/(]|\.\s*/)")


def _bound_by_verb(before: str) -> str | None:
    """Return which end a date is of where a verb of beginning or ending rules it from afar."""
    last = [(match.end(), bound) for bound, pattern in (("start", START_VERB), ("end", END_VERB)) for match in pattern.finditer(before)]
    return max(last)[1] if last and len(before) - max(last)[0] < BETWEEN else None


def _month(name: str) -> int:
    return MONTHS[name.lower().rstrip(".")]


def _number(digits: str) -> int:
    return int(re.sub(r"\D", "", digits))


def _year(match: re.Match[str], anchor: Anchor, month: int) -> int | None:
    words = match.groupdict().get("y")
    if not words:
        return anchor.year_of(month)
    if words[0].isdigit():
        return int(words)
    base = anchor.published.year if anchor.published else anchor.year
    return None if base is None else base + {"last": -1, "this": 0, "next": 1}[words.split()[0]]


def _days(first: dt.date | None, last: dt.date | None) -> DateRange | None:
    if first is None or last is None:
        return None
    if last < first:
        return None
    return DateRange(first, last, Precision.DAY)


def _resolve_day_range(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    month = _month(match["m"])
    month2 = _month(match["m2"]) if match.groupdict().get("m2") else month
    year2 = _year(match, anchor, month2)
    if year2 is None:
        return None
    year = int(match["y1"]) if match.groupdict().get("y1") else year2 - (month > month2)
    return _days(day(year, month, _number(match["d"])), day(year2, month2, _number(match["d2"])))


def _resolve_day(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    month = _month(match["m"])
    year = _year(match, anchor, month)
    if year is None:
        return None
    found = day(year, month, _number(match["d"]))
    if found and anchor.published and not match.groupdict().get("y") and anchor.tense == "past" and found > anchor.published:
        # A day later this month told in the past tense happened a year ago only if it is far off.
        found = day(year - 1, month, found.day) if (found - anchor.published).days > 7 else found
    return one_day(found) if found else None


def _resolve_numeric(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    year, month, number = int(match["yy"]), int(match["mm"]), int(match["dd"])
    found = day(year, month, number)
    return one_day(found) if found else None


def _resolve_weekday_number(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    """Solve "Sunday (16)": the nearest month to the anchor in which the 16th is a Sunday."""
    if anchor.published is None:
        return None
    weekday, number = WEEKDAYS[match["w"].lower()], _number(match["d"])
    for offset in (0, -1, 1, -2, 2):
        found = day(*shift_month(anchor.published, offset), number)
        if found and found.weekday() == weekday and abs((found - anchor.published).days) <= 40:
            return one_day(found)
    return None


def _resolve_weekday(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    if anchor.published is None:
        return None
    modifier = (match["mod"] or "").lower()
    weekday = WEEKDAYS[match["w"].lower()]
    if modifier == "next":
        return one_day(nearest_weekday(anchor.published + ONE_DAY, weekday, "future"))
    if modifier == "last":
        return one_day(nearest_weekday(anchor.published - ONE_DAY, weekday, "past"))
    return one_day(nearest_weekday(anchor.published, weekday, anchor.tense))


def _resolve_third(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    third = match["third"].lower()
    third = "early" if third.startswith(("early", "beginning", "start")) else "mid" if third.startswith("mid") else "late"
    if match["m"] is None:
        return third_range(anchor.published.year, anchor.published.month, third) if anchor.published else None
    month = _month(match["m"])
    year = _year(match, anchor, month)
    return third_range(year, month, third) if year else None


def _resolve_week_of(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    month = _month(match["m"])
    year = _year(match, anchor, month)
    if year is None:
        return None
    whole = month_range(year, month)
    assert whole.start and whole.end
    if match["ord"].lower() == "last":
        return DateRange(whole.end - dt.timedelta(days=6), whole.end, Precision.WEEK)
    first = whole.start + dt.timedelta(days=7 * ((parse_ordinal(match["ord"]) or 1) - 1))
    return DateRange(first, min(first + dt.timedelta(days=6), whole.end), Precision.WEEK)


def _resolve_month(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    month = _month(match["m"])
    modifier = (match.groupdict().get("mod") or "").lower()
    if modifier == "last" and anchor.published:
        return month_range(anchor.published.year - (month >= anchor.published.month), month)
    if modifier == "next" and anchor.published:
        return month_range(anchor.published.year + (month <= anchor.published.month), month)
    year = _year(match, anchor, month)
    return month_range(year, month) if year else None


def _resolve_unit(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    """Resolve "last month", "this week", "next year", "over the weekend"."""
    if anchor.published is None:
        return None
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get((match["mod"] or "this").lower().split()[-1], 0)
    unit = match["unit"].lower()
    if unit == "month":
        return month_range(*shift_month(anchor.published, step))
    if unit == "year":
        return year_range(anchor.published.year + step)
    if unit == "week":
        return week_range(anchor.published + dt.timedelta(days=7 * step))
    future = step > 0 or (step == 0 and anchor.tense == "future")
    return weekend_range(anchor.published + dt.timedelta(days=6 if future else 0))


def _resolve_ago(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    if anchor.published is None:
        return None
    number = 1 if match["n"].lower() in ("a", "an") else parse_number(match["n"])
    unit = match["unit"].lower()
    if number is None or number > 1000:
        return None
    if unit == "fortnight":
        return one_day(anchor.published - dt.timedelta(days=14 * number))
    if unit.startswith("day"):
        return one_day(anchor.published - dt.timedelta(days=number))
    if unit.startswith("week"):
        return week_range(anchor.published - dt.timedelta(days=7 * number))
    if unit.startswith("month"):
        return month_range(*shift_month(anchor.published, -number))
    return year_range(anchor.published.year - number)


def _resolve_near_day(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    word = match["date"].lower()
    if anchor.published is None:
        return None
    if "night" in word:
        return DateRange(anchor.published, anchor.published, Precision.NIGHT)
    step = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    return one_day(anchor.published + dt.timedelta(days=step))


def _resolve_from_previous(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    """Resolve "a day earlier", "the next day", "the same day" from the date told just before."""
    if anchor.previous is None or anchor.previous.precision is not Precision.DAY:
        return None
    words = match["date"].lower()
    base = anchor.previous.start if "earlier" in words or "before" in words else anchor.previous.end
    if base is None:
        return None
    step = -1 if "earlier" in words or "before" in words else 0 if "same" in words else 1
    return one_day(base + dt.timedelta(days=step))


def _resolve_year(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    return year_range(int(match["y"]))


def _resolve_season(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    year = int(match["y"]) if match["y"] else (anchor.published.year if anchor.published else anchor.year)
    if year is None:
        return None
    season = match["season"].lower()
    step = {"last": -1, "next": 1}.get((match["mod"] or "").lower(), 0)
    return season_range(year + step, season) if season in SEASONS else None


def _resolve_quarter(match: re.Match[str], anchor: Anchor) -> DateRange | None:
    year = int(match["y"]) if match["y"] else (anchor.published.year if anchor.published else None)
    number = parse_ordinal(match["q"])
    return quarter_range(year, number) if year and number and 1 <= number <= 4 else None


def _compile(body: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(rf"{AT_LEAST_ONE_BEFORE}(?P<date>{body})(?!\w)", flags)


_NTH = r"first|second|third|fourth|last|1st|2nd|3rd|4th"
_THIRD = r"[Ee]arly|[Mm]id|[Ll]ate|[Tt]he beginning of|[Tt]he start of|[Tt]he middle of|[Tt]he end of|[Ee]nd of|[Bb]eginning of"

_TABLE: tuple[tuple[str, str, int, Callable[[re.Match[str], Anchor], DateRange | None]], ...] = (
    ("range-dmdm", rf"(?P<d>{D})\s+(?P<m>{M})(?:\s+(?P<y1>{Y}))?{TO}(?P<d2>{D})\s+(?P<m2>{M}){YEAR_AFTER}", 0, _resolve_day_range),
    ("range-ddm", rf"(?P<d>{D}){TO}(?P<d2>{D})\s+(?:of\s+)?(?P<m>{M}){YEAR_AFTER}", 0, _resolve_day_range),
    ("range-mdmd", rf"(?P<m>{M})\s+(?P<d>{D})(?:,?\s+(?P<y1>{Y}))?{TO}(?:{W},?\s+)?(?P<m2>{M})\s+(?P<d2>{D}){YEAR_AFTER}", 0, _resolve_day_range),
    ("range-mdd", rf"(?P<m>{M})\s+(?P<d>{D}){TO}(?P<d2>{D}){YEAR_AFTER}", 0, _resolve_day_range),
    ("day-dm", rf"(?:{W},?\s+)?(?:the\s+)?(?P<d>{D})(?:\s+of)?\s+(?P<m>{M}){YEAR_AFTER}", 0, _resolve_day),
    ("day-md", rf"(?:{W},?\s+)?(?P<m>{M})\s?(?P<d>{D}){YEAR_AFTER}", 0, _resolve_day),
    ("day-iso", r"(?P<yy>(?:19|20)\d\d)[-/.](?P<mm>\d{1,2})[-/.](?P<dd>\d{1,2})(?!\d)", 0, _resolve_numeric),
    ("day-dotted", r"(?P<dd>\d{1,2})\.(?P<mm>\d{1,2})\.(?P<yy>(?:19|20)\d\d)(?!\d)", 0, _resolve_numeric),
    ("weekday-number", rf"(?:[Tt]his\s+|[Ll]ast\s+|[Nn]ext\s+)?(?P<w>{W})\s*\(\s*(?P<d>{D})(?:st|nd|rd|th)?\s*\)", 0, _resolve_weekday_number),
    ("weekday", rf"(?:(?P<mod>[Tt]his|[Ll]ast|[Nn]ext)\s+)?(?P<w>{W})", 0, _resolve_weekday),
    ("week-of-month", rf"(?:the\s+)?(?P<ord>{_NTH}) week (?:of|in) (?P<m>{M}){YEAR_AFTER}", 0, _resolve_week_of),
    ("third", rf"(?P<third>{_THIRD})[\s-]+(?:in\s+|of\s+)?(?:(?P<m>{M}){YEAR_AFTER}|this month)", 0, _resolve_third),
    ("month-year", rf"(?P<m>{M}),?\s+(?:of\s+)?(?P<y>{Y}|last year|this year|next year)", 0, _resolve_month),
    ("month-modified", rf"(?P<mod>[Ll]ast|[Tt]his|[Nn]ext)\s+(?P<m>{M})", 0, _resolve_month),
    ("month", rf"(?P<m>January|February|April|June|July|August|September|October|November|December)", 0, _resolve_month),
    ("unit", r"(?:(?P<mod>last|past|previous|this|next|coming|the last|the past|the coming|the previous)\s+|over the\s+)(?P<unit>month|week|year|weekend)", re.I, _resolve_unit),
    ("ago", rf"(?P<n>an?|{NUMBER})\s+(?P<unit>days?|weeks?|fortnight|months?|years?)\s+ago", re.I, _resolve_ago),
    ("near-day", r"yesterday|today|tomorrow|tonight|last night|this (?:morning|afternoon|evening)|earlier today", re.I, _resolve_near_day),
    ("from-previous", r"a day earlier|(?:the|a) day before|(?:the )?(?:next|following) day|(?:the |that )?same day|one day earlier|a day later", re.I, _resolve_from_previous),
    ("season", rf"(?:the\s+)?(?:(?P<mod>last|this|next)\s+)?(?P<season>spring|summer|autumn|winter)(?:\s+of)?(?:\s+(?P<y>{Y}))", re.I, _resolve_season),
    ("season-modified", r"(?P<mod>last|this|next)\s+(?P<season>spring|summer|autumn|winter)(?P<y>(?!))?", re.I, _resolve_season),
    ("quarter", rf"(?:the\s+)?(?P<q>first|second|third|fourth) quarter(?:\s+of\s+(?P<y>{Y}))?", re.I, _resolve_quarter),
)
# "May" and "March" are also a verb and a noun, a bare year also a hull number: they need a word that dates them.
_GUARDED = {
    "month-guarded": (rf"\b(?:[Ii]n|[Oo]f|[Bb]y)\s+(?P<date>(?P<m>March|May|{M}))(?!\w|\s+\d)", _resolve_month),
    "month-the": (r"(?<=[Tt]he )(?P<date>(?P<m>March|May))(?=\s+[a-z])", _resolve_month),
    "month-since": (r"(?<=[Ss]ince |[Uu]ntil )(?P<date>(?P<m>March|May))(?!\w|\s+\d)", _resolve_month),
    "year": (rf"\b(?:[Ii]n|[Tt]he|[Ss]ince|[Ee]arly|[Bb]efore|[Dd]uring)\s+(?P<date>(?P<y>{Y}))(?!\s*(?:metres|meters|km|miles|tons|tonnes|troops|soldiers))", _resolve_year),
    "year-back": (rf"\bback to\s+(?P<date>(?P<y>{Y}))", _resolve_year),
}

PATTERNS = {name: _compile(body, flags) for name, body, flags, _ in _TABLE} | {
    name: re.compile(body) for name, (body, _) in _GUARDED.items()
}
RESOLVERS = {name: resolver for name, _, _, resolver in _TABLE} | {name: resolver for name, (_, resolver) in _GUARDED.items()}


def iter_ranges(dates: Sequence[DateExpression], anchor: Anchor) -> Iterator[tuple[DateExpression, DateRange]]:
    """Yield the expressions that resolve against the anchor, with their days."""
    for date in dates:
        if found := date.resolve(anchor):
            yield date, found
