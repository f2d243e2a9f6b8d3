"""Whether a clause says that something happened, by the status words of its language."""

from __future__ import annotations

from geo.extract.languages.vocabulary import Vocabulary
from geo.extract.status import Status
from geo.types import Assertion, Span

VERB_ITSELF = 30  # characters away that a planned word must be for a trigger's own verb to tell its status


def find_status(text: str, scope: Span, trigger: Span, words: Vocabulary) -> Status:
    """Return the status of what a trigger tells: of the first kind in the file that its scope words, save that
    between planned and actual the words nearer to the trigger decide."""
    open_kinds: list[tuple[int, Status]] = []
    for rule in words.statuses.values():
        for match in rule.pattern.finditer(text, scope.start, scope.end):
            status, span = Status(rule.assertion, rule.tense, Span(*match.span())), Span(*match.span())
            if rule.assertion not in (Assertion.PLANNED, Assertion.ACTUAL):
                return status
            gap = max(span.start - trigger.end, trigger.start - span.end, 0)
            itself = rule.assertion is Assertion.ACTUAL and span.overlaps(trigger)  # "will arrive": the verb alone
            open_kinds.append((VERB_ITSELF if itself else gap, status))
    nearest = min(open_kinds, key=lambda one: one[0], default=None)
    return nearest[1] if nearest else Status(Assertion.ACTUAL, "past", None)
