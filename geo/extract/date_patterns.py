"""The wordings of dates: a pattern each, with the function that resolves its matches."""

from __future__ import annotations

import re
from collections.abc import Callable

from geo.extract.date_resolvers import (
    Anchor,
    resolve_ago,
    resolve_day,
    resolve_day_range,
    resolve_from_previous,
    resolve_half,
    resolve_month,
    resolve_near_day,
    resolve_numeric,
    resolve_quarter,
    resolve_season,
    resolve_third,
    resolve_unit,
    resolve_week_of,
    resolve_weekday,
    resolve_weekday_number,
    resolve_year,
)
from geo.text.numbers import NUMBER
from geo.types import DateRange

M = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)

W = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"

D = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\d|[.,:]\d|%)"

# Years that cannot be are matched too, so that "5 March 9999" is refused and not read as a 5 March.
HEADS = r"troops|soldiers|personnel|men|people|sailors|marines|servicemen|km|miles"
Y = rf"(?:19\d\d|[2-9]\d{{3}})(?!\d|[.,]\d|\s+(?:{HEADS}))"

YEAR_AFTER = rf"(?:,?\s+(?P<y>{Y}|last year|this year|next year))?"

TO = r"\s*(?:-|–|—|to|until|till|through|and)\s*"

NO_WORD_BEFORE = r"(?<![\w-])"


def compile_date(body: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(rf"{NO_WORD_BEFORE}(?P<date>{body})(?!\w)", flags)


_NTH = r"first|second|third|fourth|last|1st|2nd|3rd|4th"

_THIRD = (
    r"[Ee]arly|[Mm]id|[Ll]ate|[Tt]he beginning of|[Tt]he start of|[Tt]he middle of|"
    r"[Tt]he end of|[Ee]nd of|[Bb]eginning of"
)

_TABLE: tuple[tuple[str, str, int, Callable[[re.Match[str], Anchor], DateRange | None]], ...] = (
    (
        "range-dmdm",
        rf"(?P<d>{D})\s+(?P<m>{M})(?:\s+(?P<y1>{Y}))?{TO}(?P<d2>{D})\s+(?P<m2>{M}){YEAR_AFTER}",
        0,
        resolve_day_range,
    ),
    ("range-ddm", rf"(?P<d>{D}){TO}(?P<d2>{D})\s+(?:of\s+)?(?P<m>{M}){YEAR_AFTER}", 0, resolve_day_range),
    (
        "range-mdmd",
        rf"(?P<m>{M})\s+(?P<d>{D})(?:,?\s+(?P<y1>{Y}))?{TO}(?:{W},?\s+)?(?P<m2>{M})\s+(?P<d2>{D}){YEAR_AFTER}",
        0,
        resolve_day_range,
    ),
    ("range-mdd", rf"(?P<m>{M})\s+(?P<d>{D}){TO}(?P<d2>{D}){YEAR_AFTER}", 0, resolve_day_range),
    ("day-dm", rf"(?:{W},?\s+)?(?:the\s+)?(?P<d>{D})(?:\s+of)?\s+(?P<m>{M}){YEAR_AFTER}", 0, resolve_day),
    ("day-md", rf"(?:{W},?\s+)?(?P<m>{M})\s?(?P<d>{D}){YEAR_AFTER}", 0, resolve_day),
    ("day-iso", r"(?P<yy>\d{4})[-/.](?P<mm>\d{1,2})[-/.](?P<dd>\d{1,2})(?!\d)", 0, resolve_numeric),
    ("day-dotted", r"(?P<dd>\d{1,2})\.(?P<mm>\d{1,2})\.(?P<yy>\d{4})(?!\d)", 0, resolve_numeric),
    (
        "weekday-number",
        rf"(?:[Tt]his\s+|[Ll]ast\s+|[Nn]ext\s+)?(?P<w>{W})\s*\(\s*(?P<d>{D})(?:st|nd|"
        rf"rd|th)?\s*\)",
        0,
        resolve_weekday_number,
    ),
    ("weekday", rf"(?:(?P<mod>[Tt]his|[Ll]ast|[Nn]ext)\s+)?(?P<w>{W})", 0, resolve_weekday),
    ("week-of-month", rf"(?:the\s+)?(?P<ord>{_NTH}) week (?:of|in) (?P<m>{M}){YEAR_AFTER}", 0, resolve_week_of),
    ("third", rf"(?P<third>{_THIRD})[\s-]+(?:in\s+|of\s+)?(?:(?P<m>{M}){YEAR_AFTER}|this month)", 0, resolve_third),
    ("half", rf"(?:the\s+)?(?P<half>first|second) half of (?P<m>{M}){YEAR_AFTER}", 0, resolve_half),
    ("month-year", rf"(?P<m>{M}),?\s+(?:of\s+)?(?P<y>{Y}|last year|this year|next year)", 0, resolve_month),
    ("month-modified", rf"(?P<mod>[Ll]ast|[Tt]his|[Nn]ext)\s+(?P<m>{M})", 0, resolve_month),
    (
        "month",
        r"(?P<m>January|February|April|June|July|August|September|October|November|"
        r"December)",
        0,
        resolve_month,
    ),
    (
        "unit",
        r"(?:(?P<mod>last|past|previous|this|next|coming|the last|the past|the coming|"
        r"the previous)\s+|over the\s+)(?P<unit>month|week|year|weekend)",
        re.I,
        resolve_unit,
    ),
    ("ago", rf"(?P<n>an?|{NUMBER})\s+(?P<unit>days?|weeks?|fortnight|months?|years?)\s+ago", re.I, resolve_ago),
    (
        "near-day",
        r"yesterday|today|tomorrow|tonight|last night|this (?:morning|afternoon|evening)|"
        r"earlier today",
        re.I,
        resolve_near_day,
    ),
    (
        "from-previous",
        r"a day earlier|(?:the|a) day before|(?:the )?(?:next|following) day|(?:the |"
        r"that )?same day|one day earlier|a day later",
        re.I,
        resolve_from_previous,
    ),
    (
        "season",
        rf"(?:the\s+)?(?:(?P<mod>last|this|next)\s+)?(?P<season>spring|summer|autumn|"
        rf"winter)(?:\s+of)?(?:\s+(?P<y>{Y}))",
        re.I,
        resolve_season,
    ),
    (
        "season-modified",
        r"(?P<mod>last|this|next)\s+(?P<season>spring|summer|autumn|"
        r"winter)(?P<y>(?!))?",
        re.I,
        resolve_season,
    ),
    (
        "quarter",
        rf"(?:the\s+)?(?P<q>first|second|third|"
        rf"fourth) quarter(?:\s+of\s+(?P<y>{Y}))?",
        re.I,
        resolve_quarter,
    ),
)

# "May" and "March" are also a verb and a noun, a bare year also a hull number: they need a word that dates them.
_GUARDED = {
    "month-guarded": (rf"\b(?:[Ii]n|[Oo]f|[Bb]y)\s+(?P<date>(?P<m>March|May|{M}))(?!\w|\s+\d)", resolve_month),
    "month-the": (r"(?<=[Tt]he )(?P<date>(?P<m>March|May))(?=\s+[a-z])", resolve_month),
    "month-since": (r"(?<=[Ss]ince |[Uu]ntil )(?P<date>(?P<m>March|May))(?!\w|\s+\d)", resolve_month),
    "year": (
        rf"\b(?:[Ii]n|[Tt]he|[Ss]ince|[Ee]arly|[Bb]efore|"
        rf"[Dd]uring)\s+(?P<date>(?P<y>{Y}))(?!\s*(?:metres|meters|km|miles|tons|tonnes|troops|"
        rf"soldiers))",
        resolve_year,
    ),
    "year-back": (rf"\bback to\s+(?P<date>(?P<y>{Y}))", resolve_year),
}

PATTERNS = {name: compile_date(body, flags) for name, body, flags, _ in _TABLE} | {
    name: re.compile(body) for name, (body, _) in _GUARDED.items()
}

RESOLVERS = {name: resolver for name, _, _, resolver in _TABLE} | {
    name: resolver for name, (_, resolver) in _GUARDED.items()
}
