"""Whether a clause says that something happened: its tense and its assertion, with the words that say so."""

import re
from dataclasses import dataclass

from geo.types import Assertion, Span

NEGATED = re.compile(
    r"\b(?:did not|didn['’]t|does not|has not|have not|had not|will not|would not|won['’]t|never|denied|denies|"
    r"no (?:joint|such|military|naval)|without (?:any )?(?:holding|conducting)|"
    r"missed|skipped|pulled out of|withdrew from|stayed away from|refused to|declined to|"
    r"no plans? (?:to|for)|nobody|no one|rumou?rs?|ought to|"
    r"mull(?:s|ed|ing)?|not (?:conduct|hold|take part|held))\b(?! only)",
    re.I,
)
CANCELLED = re.compile(
    r"(?<!to be )\b(?:cancel(?:l?ed|s|led altogether)?|called off|scrapped|shelved|fell through|"
    r"(?:was|were|been) dropped|"
    r"broken off|axed|"
    r"abandoned|calls off)\b",
    re.I,
)
POSTPONED = re.compile(
    r"\b(?:postponed?s?|put back|put off|delayed|rescheduled|pushed back|deferred|"
    r"(?:will|is|are) now (?:to )?be held|(?:was|were) to have (?:\w+ed|begun|run|taken|been))\b",
    re.I,
)
PLANNED = re.compile(
    r"\b(?:will|shall|would|to (?:be held|begin|start|kick off|hold|launch|conduct|join|take part|participate|open|"
    r"take place|run|stage|link up|rendezvous|meet up)|(?:is|are|was|were) (?:set|due|scheduled|expected|slated|"
    r"planned|supposed|about|going|ready|preparing) to|(?:is|are) (?:scheduled|planned|slated|due)\b|"
    r"(?:the |an? |this |its |their )?(?:upcoming|forthcoming|coming)|plans? to|planned|planning|scheduled|"
    r"prepar\w+ (?:for|to)|next (?:week|month|year)|later this (?:week|month|year)|soon|intends? to|wants? to|want to|"
    r"is to\b|are to\b|(?:set|slated) for|in store|to be staged|tomorrow|has invited|proposed to hold)\b",
    re.I,
)
HAPPENED = re.compile(
    r"\b(?:began|begun|started|kicked off|took place|held|conducted|completed|concluded|ended|"
    r"wrapped up|wound up|carried out|staged|has entered|entered|opened|"
    r"is being held|are being held|are (?:currently )?taking|is under way|are under way|"
    r"have commenced|has commenced|launched|finished|took part|participated|were involved|"
    r"left|departed|sailed|touched down|put down|landed|pulled into|berthed|docked|moored|anchored|slipped|passed|made|"
    r"practi[sc]ed|rehearsed|trained|drilled|honed|patrolled|teamed up|"
    r"set sail|set off|arrived|had|was|were|met|signed|fired|scrambled|flew|"
    r"crossed|transited|has been|have been|got under way|kicks off|kick off)\b"
)
AFTER_WILL = re.compile(  # "will kick off", "is to be held": a past form that tells no past
    r"\b(?:will|shall|would|should|may|might|could|can|to)\s+(?:(?:\w+ly|also|again|then|be|have)\s+){0,2}\Z", re.I
)
AGREED = re.compile(r"(?:an?\s+|the\s+)?(?:agreement|accord|pact|deal)\b", re.I)
PLANNED_THING = re.compile(r"\b(?:an?|the|its|their|this|that|previously|long)\s+\Z", re.I)  # "a planned exercise"
CLAIMED = re.compile(
    r"\b(?:claim(?:s|ed|ing)?|alleged(?:ly)?|reportedly|according to unconfirmed|"
    r"purported(?:ly)?)\b",
    re.I,
)
GENERIC = re.compile(
    r"\b(?:several|many|numerous|regular|such|a number of|frequent|future|more|"
    r"other|similar|repeated|annual cooperation|most|any)\s+(?:[\w-]+\s+){0,3}$|"
    r"\b(?:past|earlier|previous)\s+(?:(?:joint|military|naval|bilateral|annual|such|similar)\s+){0,2}$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Status:
    """The assertion of a clause, its tense for dates, and the words that decided."""

    assertion: Assertion
    tense: str
    span: Span | None = None


def find_status(text: str, clause: Span, trigger: Span) -> Status:
    """Return the status of what `trigger` tells, as its clause words it."""
    for pattern, assertion, tense in (
        (NEGATED, Assertion.NEGATED, "past"),
        (CANCELLED, Assertion.CANCELLED, "past"),
        (POSTPONED, Assertion.POSTPONED, "future"),
    ):
        match = pattern.search(text, clause.start, clause.end)
        if match and (assertion is not Assertion.NEGATED or match.start() < trigger.end):
            return Status(assertion, tense, Span(*match.span()))
    planned = _nearest(PLANNED, text, clause, trigger, unless=PLANNED_THING)
    if planned and trigger.contains(planned) and AGREED.match(text, trigger.start, planned.start):
        planned = None  # "an agreement to hold exercises was reached": reached it is
    happened = _nearest(HAPPENED, text, clause, trigger, unless=AFTER_WILL)
    if planned and (
        happened is None or _gap(planned, trigger) <= _gap(happened, trigger) or planned.contains(happened)
    ):
        return Status(Assertion.PLANNED, "future", planned)
    if claimed := CLAIMED.search(text, clause.start, trigger.end):
        return Status(Assertion.CLAIMED, "past", Span(*claimed.span()))
    return Status(Assertion.ACTUAL, "past", happened)


BARE_PLURAL = re.compile(
    r"(?:step(?:s|ped|ping)? up|conduct|hold|held|stag\w+|increas\w+|resum\w+|"
    r"and|such as)\s+$",
    re.I,
)


def is_generic(text: str, trigger: Span, dated: bool) -> bool:
    """Tell whether a trigger speaks of events in general ("several exercises", "step up manoeuvres") and not of one.

    A bare plural with a date of its own is one event: "held exercises in August".
    """
    before, words = text[max(0, trigger.start - 50) : trigger.start], trigger.of(text)
    bare = not dated and " " not in words and words.endswith("s") and BARE_PLURAL.search(before)
    return bool(GENERIC.search(before) or bare)


def _nearest(pattern: re.Pattern[str], text: str, clause: Span, trigger: Span, unless: re.Pattern[str]) -> Span | None:
    """Return the words of a pattern nearest to the trigger, without those that follow `unless`."""
    spans = [
        Span(*match.span())
        for match in pattern.finditer(text, clause.start, clause.end)
        if not unless.search(text[max(clause.start, match.start() - 30) : match.start()])
    ]
    return min(spans, key=lambda span: _gap(span, trigger), default=None)


def _gap(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)
