"""A report's words for days, months and years: found without an anchor, resolved against one.

`tag_dates` finds expressions and what binds them ("until", "announced on");
`DateExpression.resolve` turns one into a `DateRange` once the publication date
and the tense of its clause are known. Precision is never raised: "June" stays a
month, "early July" a third of one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geo.extract.calendar import FIRST_YEAR, LAST_YEAR
from geo.extract.date_patterns import WORD, Wording, starting_with
from geo.extract.date_resolvers import RESOLVERS, Anchor
from geo.types import DateRange, Span

START_VERB = re.compile(
    r"\b(?:beg[iau]n\w*|start\w*|kick(?:s|ed|ing)? off|open(?:s|ed|ing)?|"
    r"commenc\w+|launch\w*|got under way)\b",
    re.I,
)

END_VERB = re.compile(
    r"\b(?:end(?:s|ed|ing)?|conclud\w+|wrap(?:s|ped) up|wound up|finish\w*|"
    r"complet\w+|came to an end|clos(?:es|ed|ing))\b",
    re.I,
)

BETWEEN = 70  # characters from such a verb to its date, over the place: "concluded in the waters of X on July 23"

START = re.compile(
    r"(?:\b(?:since|from|starting|beginning|begins?|began|begun|starts?|started|kick(?:s|ed)? off|"
    r"kicking off|opens?|opened|commenced?s?|"
    r"launche[sd]|got under way|gets? under way|took place from)\b(?:\s+(?:on|in|from|again))?)\s*(?:the\s+)?$",
    re.I,
)

END = re.compile(
    r"(?:\b(?:until|till|through|by|up to|ends?|ended|ending|conclude[sd]?|concluding|wrapped up|"
    r"wraps? up|wound up|finish(?:ed|es)?|"
    r"completed|came to an end|broken off|closed)\b(?:\s+(?:on|in))?)\s*(?:the\s+)?$",
    re.I,
)

SPEAKER_AFTER = re.compile(
    r",?\s+(?:[\w'’-]+\s+){1,5}?(?:had\s+|has\s+)?(?:said|announced|reported|stated|told)\b(?!\s+to)"
)  # "On Saturday the ministry had said ..."
NO_DATE_AFTER = "-./"  # "Tu-95", "1.5", "and/or"
RANGE_WORD = re.compile(r"\s+(?:to|until|till|through)\s+(?:\d{4} on\s+)?(?:the\s+)?")

PLACE_WORD = r"[A-Z][\w.'’)\]]*"
DATELINE = re.compile(  # from the start of its line: "SEA OF JAPAN, ", "BEIJING (Agency / Wire - "
    rf"\W{{0,3}}{PLACE_WORD}(?:[ ,(\[/–—-]{{1,3}}(?:{PLACE_WORD}|of|and|de|al|the)){{0,8}}[ ,.(\[–—-]{{1,4}}"
)
AFTER_DATELINE = re.compile(
    r"\s*(?:\.?\s*/[\w .-]{2,20}/|\([\w /.,'-]{2,40}\)|[-–—]{1,2}(?=\s|[A-Z])|:\s|\.\s*[-–—(]|\)\s)"
)
AGENCY = re.compile(r"\s*\.?\s*(?:/[A-Z][\w .-]{1,20}/|\([A-Z][\w /.,'-]{1,40}\))\s*[-–—.:]")
LONGEST_DATELINE = 90  # characters before its day


@dataclass(frozen=True, slots=True)
class DateExpression:
    """One expression of time. `bound` is "start" or "end" where only that side of something is told."""

    span: Span
    rule: str
    match: re.Match[str]
    means: str  # of the functions in date_resolvers
    bound: str | None = None
    reported: bool = False  # when somebody spoke, not when something happened
    dateline: bool = False  # "OSLO, 3 May (Agency) -", which is reported too

    def resolve(self, anchor: Anchor) -> DateRange | None:
        """Return the days meant, or None where the anchor does not settle them."""
        return RESOLVERS[self.means](self.match, anchor)


def impossible_years(text: str, dates: Sequence[DateExpression]) -> tuple[str, ...]:
    """Return a message for every date whose year lies outside those that are read."""
    messages = []
    for date in dates:
        groups = date.match.groupdict()
        year = next((groups[key] for key in ("y", "y1", "yy") if (groups.get(key) or "").isdigit()), None)
        if year and not FIRST_YEAR <= int(year) <= LAST_YEAR:
            messages.append(
                f"“{date.span.of(text)}” at character {date.span.start} names a year outside {FIRST_YEAR}–{LAST_YEAR}; "
                "it dates nothing. Check the report."
            )
    return tuple(messages)


def tag_dates(text: str, masked: Sequence[Span] = ()) -> tuple[DateExpression, ...]:
    """Return the expressions of time outside masked names in text order: at each word the longest that begins there."""
    found: list[DateExpression] = []
    taken = _taken(len(text), masked)
    end = 0
    for word in WORD.finditer(text):
        start = word.start()
        if start < end or taken[start]:
            continue
        wordings = starting_with(word.group())
        if wordings and not (start and text[start - 1] in NO_DATE_AFTER and _is_joined(text, start)):
            date = _longest(text, start, wordings, taken)
            if date:
                found.append(_bind(text, date))
                end = date.span.end
    return _paired(text, found)


def _taken(size: int, masked: Sequence[Span]) -> bytearray:
    taken = bytearray(size)
    for span in masked:
        taken[span.start : span.end] = b"\x01" * (span.end - span.start)
    return taken


def _is_joined(text: str, start: int) -> bool:
    """Tell whether a word only goes on: "Tu-95", "U.S.2023", but not "(Agency)-July 16" or "the year-July"."""
    return start > 1 and text[start - 2].isalnum()


def _longest(text: str, start: int, wordings: Sequence[Wording], taken: bytearray) -> DateExpression | None:
    best: DateExpression | None = None
    for wording in wordings:
        match = wording.pattern.match(text, start)
        longer = match is not None and match.end() > (best.span.end if best else start)
        if match and longer and not any(taken[start : match.end()]):
            best = DateExpression(Span(start, match.end()), wording.rule, match, wording.means)
    return best


def _paired(text: str, dates: list[DateExpression]) -> tuple[DateExpression, ...]:
    """Bind the two ends of a range between unlike dates: "from 20 March to Monday"."""
    for number in range(len(dates) - 1):
        first, second = dates[number], dates[number + 1]
        if RANGE_WORD.fullmatch(text[first.span.end : second.span.start]) and "range" not in first.rule + second.rule:
            dates[number], dates[number + 1] = replace(first, bound="start"), replace(second, bound="end")
    return tuple(dates)


def _bind(text: str, date: DateExpression) -> DateExpression:
    before = text[max(0, date.span.start - 70) : date.span.start]
    before = re.split(r"[.;!?\n]\s", before)[-1]
    bound = "start" if START.search(before) else "end" if END.search(before) else _bound_by_verb(before)
    reported = bool(
        re.search(
            r"\b(?:said|says|announced|told|reported|stated|wrote|added|"
            r"made (?:known|public)|revealed|disclosed|confirmed)\b(?:\s+\w+){0,2}?\s*(?:on|late on|this|"
            r"in a statement on)?\s*(?:the\s+)?$",
            before,
        )
    )
    opens = re.fullmatch(r"\W*(?:(?:[Ll]ate |[Ee]arly )?[Oo]n\s+)?", before)
    reported = reported or bool(opens and SPEAKER_AFTER.match(text, date.span.end))
    dateline = _is_dateline(text, date.span)
    return replace(date, bound=None if dateline else bound, reported=reported or dateline, dateline=dateline)


def _is_dateline(text: str, date: Span) -> bool:
    """Tell whether a day stands in "OSLO, 3 May (Agency) -" or, without a town, in "3 May (Agency) -"."""
    start = text.rfind("\n", 0, date.start) + 1
    if date.start - start > LONGEST_DATELINE or not AFTER_DATELINE.match(text, date.end):
        return False
    if not text[start : date.start].strip():
        return bool(AGENCY.match(text, date.end))
    closed = text.startswith(")", date.end) and "(" not in text[start : date.start]
    return bool(DATELINE.fullmatch(text, start, date.start)) and not closed


def _bound_by_verb(before: str) -> str | None:
    """Return which end a date is of where a verb of beginning or ending rules it from afar."""
    last = [
        (match.end(), bound)
        for bound, pattern in (("start", START_VERB), ("end", END_VERB))
        for match in pattern.finditer(before)
    ]
    return max(last)[1] if last and len(before) - max(last)[0] < BETWEEN else None
