"""What the words around a date make of it: the start or end of something, a bound, a day of speaking, a dateline."""

from __future__ import annotations

import re

from geo.types import Span

START_VERB = re.compile(
    r"\b(?:beg[iau]n\w*|start\w*|kick(?:s|ed|ing)? off|open(?:s|ed|ing)?|"
    r"commenc\w+|launch\w*|got under way)\b",
    re.I,
)

END_VERB = re.compile(
    r"\b(?:end(?:s|ed|ing)?|conclud\w+|wrap(?:s|ped) up|w(?:ou|i)nds? up|finish\w*|"
    r"complet\w+|c(?:a|o)me to (?:an end|a close)|dr(?:e|a)w to a close|is over|be over|clos(?:es|ed|ing))\b",
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
    r"(?:\b(?:until|till|through|up to|ends?|ended|ending|conclude[sd]?|concluding|wrapped up|"
    r"wraps? up|w(?:ou|i)nds? up|finish(?:ed|es)?|"
    r"completed|c(?:a|o)me to (?:an end|a close)|(?:is|be) over|broken off|closed)\b(?:\s+(?:on|in))?)\s*(?:the\s+)?$",
    re.I,
)

BEFORE = re.compile(r"\b(?:by|before|prior to|(?:no|not) later than|ahead of)\s+(?:the\s+)?$", re.I)
AFTER = re.compile(r"\b(?:after|not before|no earlier than)\s+(?:the\s+)?$", re.I)
STARTED_THEN = re.compile(  # "on Thursday started joint exercises"
    r",?\s+(?:jointly\s+|also\s+)?(?:began|started|kicked off|opened|launched|commenced)\b", re.I
)
ENDED_THEN = re.compile(
    r",?\s+(?:jointly\s+|also\s+)?(?:ended|concluded|wrapped up|wound up|finished|completed|closed)\b", re.I
)
SPEAKING = (
    r"\b(?:said|says|announced|told|reported|stated|wrote|added|posted|briefed|"
    r"made (?:known|public)|revealed|disclosed|confirmed|published)\b"
)
SPOKEN_BEFORE = re.compile(
    rf"{SPEAKING}(?!\s+that\b)(?:\s+\w+){{0,2}}?\s*(?:on|late on|this|in a statement on)?\s*(?:the\s+)?$"
)
SPOKEN_AT = re.compile(  # "told a press briefing in Oslo on Monday"
    rf"{SPEAKING}(?!\s+that\b)\s+(?:in|at|during|via|through|to|after)\s+(?:(?!that\b)[\w'’-]+\s+){{1,8}}?(?:late\s+|early\s+)?on\s+(?:the\s+)?$"
    rf"|{SPEAKING}(?:\s+(?:in|at|on|via|through|to|a|an|the|its|his|her|their|press|news|weekly|regular|conference|briefing"
    r"|statement|website|account|channel|reporters|journalists|media|social|release|[A-Z]\w{1,20})){0,6}"
    r"\s+(?:late\s+|early\s+)?(?:on\s+)?(?:the\s+)?$"
)
SPEAKER_AFTER = re.compile(
    r",?\s+(?:[\w'’-]+\s+){1,5}?(?:had\s+|has\s+)?(?:said|announced|reported|stated|told)\b(?!\s+to)"
)  # "On Saturday the ministry had said ..."
PLACE_WORD = r"[A-Z][\w.'’)\]]*"
DATELINE = re.compile(  # from the start of its line: "SEA OF JAPAN, ", "BEIJING (Agency / Wire - "
    rf"\W{{0,3}}{PLACE_WORD}(?:[ ,(\[/–—-]{{1,3}}(?:{PLACE_WORD}|of|and|de|al|the)){{0,8}}[ ,.(\[–—-]{{1,4}}"
)
AFTER_DATELINE = re.compile(
    r"\s*(?:\.?\s*/[\w .-]{2,20}/|\([\w /.,'-]{2,40}\)|[-–—]{1,2}(?=\s|[A-Z])|:\s|\.\s*[-–—(]|\)\s)"
)
AGENCY = re.compile(r"\s*\.?\s*(?:/[A-Z][\w .-]{1,20}/|\([A-Z][\w /.,'-]{1,40}\))\s*[-–—.:]")
LONGEST_DATELINE = 90  # characters before its day


def bounds(text: str, date: Span) -> tuple[str | None, bool, bool]:
    """Return which side of something a date tells, whether it dates a speaker's words, and whether it is a dateline.

    The side is "start", "end" (that day itself), "before", "after" (a bound), or None.
    """
    if is_dateline(text, date):
        return None, True, True
    before = re.split(r"[.;!?\n]\s", text[max(0, date.start - 70) : date.start])[-1]
    opens = re.fullmatch(r"\W*(?:(?:[Ll]ate |[Ee]arly )?[Oo]n\s+)?", before)
    spoken = SPOKEN_BEFORE.search(before) or SPOKEN_AT.search(before)
    return _side(text, date, before), bool(spoken or (opens and SPEAKER_AFTER.match(text, date.end))), False


def _side(text: str, date: Span, before: str) -> str | None:
    for side, pattern in (("start", START), ("end", END), ("after", AFTER), ("before", BEFORE)):
        if pattern.search(before):
            return side
    for side, pattern in (("start", STARTED_THEN), ("end", ENDED_THEN)):
        if pattern.match(text, date.end):
            return side
    return _side_by_verb(before)


def _side_by_verb(before: str) -> str | None:
    """Return which end a date is of where a verb of beginning or ending rules it from afar."""
    last = [
        (match.end(), bound)
        for bound, pattern in (("start", START_VERB), ("end", END_VERB))
        for match in pattern.finditer(before)
    ]
    return max(last)[1] if last and len(before) - max(last)[0] < BETWEEN else None


def is_dateline(text: str, date: Span) -> bool:
    """Tell whether a day stands in "OSLO, 3 May (Agency) -" or, without a town, in "3 May (Agency) -"."""
    start = text.rfind("\n", 0, date.start) + 1
    if date.start - start > LONGEST_DATELINE or not AFTER_DATELINE.match(text, date.end):
        return False
    if not text[start : date.start].strip():
        return bool(AGENCY.match(text, date.end))
    closed = text.startswith(")", date.end) and "(" not in text[start : date.start]
    return bool(DATELINE.fullmatch(text, start, date.start)) and not closed
