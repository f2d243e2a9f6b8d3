"""Which part of a sentence belongs to a trigger, and to which of several a date or a place does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geo.extract.clauses import within
from geo.extract.families import EXERCISES, PATROLS
from geo.extract.languages.dates import WordedDate
from geo.extract.languages.vocabulary import Vocabulary
from geo.extract.triggers import Trigger
from geo.types import Span

HELD_REACH = 24  # characters to the verb by which "the drill on the 8th off Manila" is held


@dataclass(frozen=True, slots=True)
class Belonging:
    """A trigger with its stretch of text and the triggers that share it, each with the part that is its own.

    A part narrower than the scope is that of an exercise that somebody goes to:
    "ships [joining the drill off Y] left X".
    """

    trigger: Trigger
    scope: Span
    parts: Mapping[Trigger, Span]
    words: Vocabulary
    text: str

    def holds(self, span: Span) -> bool:
        """Tell whether what stands at `span` belongs to the trigger."""
        return self.scope.contains(span) and self.owner(span) is self.trigger

    def owner(self, span: Span) -> Trigger:
        if len(self.parts) < 2:
            return self.trigger
        narrow = [one for one, part in self.parts.items() if part != self.scope and part.contains(span)]
        open_ = [one for one, part in self.parts.items() if part == self.scope]
        rivals = narrow or open_ or list(self.parts)
        following = [one for one in rivals if one.span.start >= span.end]
        if following and not self.words.spaced:  # the verb comes last where words have no endings
            before = [one for one in rivals if one.span.end <= span.start]
            held = self.words.held.search(self.text, span.end, min(span.end + HELD_REACH, following[0].span.start))
            return before[-1] if before and held else following[0]
        return min(rivals, key=lambda one: max(one.span.start - span.end, span.start - one.span.end, 0))


def scope_of(
    text: str,
    clauses: Sequence[Span],
    trigger: Trigger,
    triggers: Sequence[Trigger],
    dates: Sequence[WordedDate],
    words: Vocabulary,
) -> Span:
    """Return a trigger's stretch of the sentence: its clause and those without a trigger that belong to it.

    These belong to the trigger before them; where the verb comes last, or where
    they tell a date in a language without endings, to the one after them.
    """
    homes = [i for i, clause in enumerate(clauses) if any(clause.contains(other.span) for other in triggers)]
    home = next(i for i, clause in enumerate(clauses) if clause.start <= trigger.span.start < clause.end)
    owned = [home]
    for number, clause in enumerate(clauses):
        before = max((i for i in homes if i < number), default=None)
        after = min((i for i in homes if i > number), default=None)
        if number in homes or home not in (before, after):
            continue
        forward = words.verb_last or (not words.spaced and bool(within(dates, clause)))
        forward = forward and not _is_held(text, clause, clauses[number - 1], words)
        if home == (before if after is None else after if before is None or forward else before):
            owned.append(number)
    return Span(clauses[min(owned)].start, clauses[max(owned)].end)


def _is_held(text: str, clause: Span, before: Span, words: Vocabulary) -> bool:
    """Tell whether a clause brings the verb that the clause before lacks: "the talks, on the 8th, were held"."""
    told = words.held.search(text, before.start, before.end)
    return told is None and words.held.search(text, clause.start, clause.end) is not None


def own_region(text: str, scope: Span, trigger: Trigger, triggers: Sequence[Trigger], words: Vocabulary) -> Span:
    """Return where a trigger's dates and places stand: "ships [joining the drill] left X" keeps the two apart."""
    others = [other for other in triggers if other is not trigger and scope.contains(other.span)]
    if not others:
        return scope
    joining = _joining(text, scope, trigger, words)
    if joining:
        ends = bool(words.attributive.match(text, trigger.span.end))
        following = min((one.span.start for one in others if one.span.start >= trigger.span.end), default=scope.end)
        return Span(joining.start, trigger.span.end if ends else following)
    return scope


def _joining(text: str, scope: Span, trigger: Trigger, words: Vocabulary) -> Span | None:
    """Return the words before a trigger that say that somebody goes there to take part, with the trigger."""
    if trigger.type not in EXERCISES | PATROLS:
        return None
    found = [*words.joins.finditer(text, scope.start, trigger.span.start)]
    if found:
        return Span(found[-1].start(), trigger.span.end)
    if words.attributive.match(text, trigger.span.end):  # "the drill's ships", "to take part in the drill"
        cuts = [match.end() for match in words.clause_end.finditer(text, scope.start, trigger.span.start)]
        return Span(max(cuts, default=scope.start), trigger.span.end)
    return None
