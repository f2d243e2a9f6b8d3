"""Who takes part in a trigger's event and who only watches, among the actors of its clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.extract.actors import Actor, Use
from geo.extract.families import EXERCISES, MOVEMENTS, REACTIONS
from geo.extract.triggers import Trigger
from geo.types import EventType, Mention, Span

COREFERENCE = re.compile(
    r"\b(?:the (?:two|three|four) (?:countries|nations|sides|navies|militaries|air forces|armies|"
    r"fleets|neighbou?rs|allies|forces|services|air arms|coast guards|partners|"
    r"ministers|presidents|leaders|chiefs|commanders)|"
    r"both (?:countries|nations|sides|"
    r"navies|militaries|armies|fleets|forces|services|coast guards)|"
    r"the trio|the countries|the pair|the (?:two|three)\b(?!-)|"
    r"between (?:the|their) (?:two|three|armies|navies))",
    re.I,
)

AGENT = re.compile(
    r"[\w'’]{0,3}(?:\s+of (?:the )?(?:[\w-]+\s+){1,3}?)?\s+by\s+", re.I
)  # right after a passive or a noun
AGENT_NOUN = re.compile(r"\b(?:arrival|departure|visit|passage)\b.*\bof\s*\Z", re.I)
REACH = 300  # characters back to the person that a pronoun means
SHIP_REACH = 300  # characters back to the ship that "she" means
CALLERS = {EventType.MEETING, EventType.JOINT_NAVAL_PATROL}
CALLER = re.compile(
    r"\b(?:ships?|vessel|commanding officer|captain|crew|frigate|destroyer|corvette|[A-Z]{2,5}S [A-Z]\w+)\b"
)
SUBJECT_AFTER = re.compile(  # "the transit by a Danish ship", "passing the strait was a Danish ship"
    r"[^.;]{0,60}\b(?:by|was|were)\s+(?:(?:the|an?|two|three|four|several)\s+)?(?:[^.;,]{0,40}\band\s+(?:an?\s+|the\s+)?)?$"
)
PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?$", re.I)
BESIDE = re.compile(
    r"\b(?:alongside|(?:at|to|on|by) the sides? of|side by side with|beside|together with|along with|jointly with)\b",
    re.I,
)
SPEAKS_AFTER = re.compile(r"\s+(?:said|says|told|added|stated|announced)\b")

OBJECTED = re.compile(r"\b(?:protest\w*|condemn\w*|criticis\w*|criticiz\w*|denounc\w*|warned)\b", re.I)
OBSERVERS = re.compile(
    r"\b(?:as (?:an )?observers?|(?:has|have|had) (?:\w+ )?observers|(?:sends?|sent|have sent) (?:\w+ )?observers|"
    r"observers? (?:from|of)|observed by|to observe|(?:will|are|were) observ(?:e|ing)|"
    r"(?:on|with|in|has|have|had) observer status|look(?:s|ed)? on\b|to (?:watch|look)\b|"
    r"(?:asked|invited) to observe)\b",
    re.I,
)


def parties_of(
    text: str, scope: Span, trigger: Trigger, actors: Sequence[Actor]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return (participants, observers) among the actors of a clause."""
    acting = [actor for actor in actors if actor.use is Use.ACTOR]
    observing: list[Actor] = []
    marker = OBSERVERS.search(text, scope.start, scope.end)
    if marker:
        # The sentence part that names the observers is the list next to the marker.
        side = (
            [a for a in acting if a.span.end <= marker.start()]
            if marker.group().lower().startswith(("as", "to"))
            else acting
        )
        observing = _list_before(text, side, marker.start()) or [a for a in acting if a.span.start >= marker.end()]
    acting = [actor for actor in acting if actor not in observing]
    if trigger.type in EXERCISES and OBJECTED.search(text, scope.start, trigger.span.start):
        return (), ()  # who protests against a drill does not take part in it
    if trigger.type is EventType.AGREEMENT:  # "a deal that Niger announced": who tells of it made it
        acting += [actor for actor in actors if actor.use is Use.SPEAKER and _tells_of(text, trigger, actor)]
    if trigger.rule == "contribution":
        beside = BESIDE.search(text, trigger.span.start, scope.end)
        joined = [actor for actor in acting if beside and actor.span.start >= beside.end()]
        acting = [actor for actor in acting if actor.span.start < trigger.span.start] or acting
        acting = [*acting, *(actor for actor in _coordinated(text, joined) if actor not in acting)]
    if trigger.rule == "harbour-receives":
        acting = [actor for actor in acting if actor.span.start >= trigger.span.end]
    elif trigger.type in MOVEMENTS | REACTIONS and (named := _named_after(text, acting, trigger)):
        acting = named
    elif trigger.type in MOVEMENTS:
        before = [actor for actor in acting if actor.span.start < trigger.span.end]
        after = [actor for actor in acting if SUBJECT_AFTER.match(text, trigger.span.end, actor.span.start)]
        acting = after or before if trigger.rule == "passage-noun" else before or after
    elif trigger.type in (EventType.SCRAMBLE, EventType.PROTEST, EventType.MONITORING, EventType.MISSILE_LAUNCH):
        before = [actor for actor in acting if actor.span.end <= trigger.span.start]
        if trigger.type is EventType.MONITORING and is_passive(text, scope, trigger):
            before = []  # "the ships were detected": who is watched does not watch
        acting = _subject(text, before, trigger) or _agents(text, acting, trigger)
    return tuple(dict.fromkeys(actor.iso3 for actor in acting)), tuple(dict.fromkeys(actor.iso3 for actor in observing))


def is_passive(text: str, scope: Span, trigger: Trigger) -> bool:
    """Tell whether a trigger's verb is said of who undergoes it: "were tracked", not "were tracking"."""
    verb = trigger.span.of(text)
    if re.search(r"\b(?!being\b)\w+ing\b", verb):
        return False
    return bool(
        re.match(r"(?:was|were|been|being|is|are)\b", verb) or PASSIVE.search(text, scope.start, trigger.span.start)
    )


def _tells_of(text: str, trigger: Trigger, actor: Actor) -> bool:
    return bool(re.match(r"\s*(?:that|which)\b[^,;]{0,60}$", text[trigger.span.end : actor.span.start]))


def _named_after(text: str, acting: Sequence[Actor], trigger: Trigger) -> list[Actor]:
    """Return whom a passive or a noun names: "shadowed by Japan", "the arrival of four Russian ships"."""
    lead = AGENT.match(text, trigger.span.end - 3)
    if lead is None and not AGENT_NOUN.search(trigger.span.of(text)):
        return []
    start = lead.end() if lead else trigger.span.end
    after = [actor for actor in acting if start <= actor.span.start <= start + 45]
    return _coordinated(text, after)


def _coordinated(text: str, actors: Sequence[Actor]) -> list[Actor]:
    """Return the first actor and those that follow it in one list ("Japanese and Korean ships")."""
    listed: list[Actor] = []
    for actor in actors:
        if listed and not re.fullmatch(
            r"[^.;]{0,30}?(?:,|\b(?:and|e|et|y|und|ve|dan)\b)\s+(?:[\w-]+\s+){0,2}",
            text[listed[-1].span.end : actor.span.start],
        ):
            break
        listed.append(actor)
    return listed


def _agents(text: str, acting: Sequence[Actor], trigger: Trigger) -> list[Actor]:
    """Return who a passive names: "jets were scrambled by Japan"."""
    after = [actor for actor in acting if actor.span.start >= trigger.span.end]
    named = [
        actor
        for actor in after
        if re.search(r"\b(?:by|from)\s+(?:(?:the|an?|its)\s+)?$", text[trigger.span.end : actor.span.start])
    ]
    return named[:1]


def _subject(text: str, before: Sequence[Actor], trigger: Trigger) -> list[Actor]:
    """Return the actor nearest before a verb and those coordinated with it ("Taipei and Tokyo")."""
    subject: list[Actor] = []
    end = None
    for actor in reversed(before):
        if end is None or re.fullmatch(r",?\s*(?:and|,|as well as)?\s*(?:the\s+)?", text[actor.span.end : end]):
            subject.append(actor)
            end = actor.span.start
        else:
            break
    return subject


def _list_before(text: str, actors: Sequence[Actor], end: int) -> list[Actor]:
    """Return the run of actors that ends before `end`, broken by a full clause."""
    run: list[Actor] = []
    edge = end
    for actor in reversed(actors):
        gap = text[actor.span.end : edge]
        if len(gap) > 60 or re.search(r"[.;]|\btake part\b", gap):
            break
        run.append(actor)
        edge = actor.span.start
    return run


def antecedent(text: str, sentence: Span, actors: Sequence[Actor]) -> list[Actor]:
    """Return whom a sentence that opens with "He" or "She" means: the person named last before it."""
    if not re.match(r"(?:He|She)\b", text[sentence.start : sentence.end]):
        return []
    before = [actor for actor in actors if actor.person and sentence.start - REACH <= actor.span.start < sentence.start]
    return before[-1:]


def people_in(text: str, actors: Sequence[Actor]) -> tuple[str, ...]:
    """Return the people of a clause, without those who only speak in it."""
    present = [actor for actor in actors if actor.person and not SPEAKS_AFTER.match(text, actor.span.end)]
    return tuple(dict.fromkeys(actor.person for actor in present if actor.person))


def refers_to(words: str) -> int:
    return 3 if re.search(r"three|trio", words, re.I) else 4 if "four" in words.lower() else 2


def ship_owner(platforms: Sequence[Mention], before: int) -> str | None:
    """Return whose ship was named last in the stretch before a place of the text, None where that is not known."""
    named = [one for one in platforms if max(0, before - SHIP_REACH) <= one.span.start and one.span.end <= before]
    return next((one.value.country for one in reversed(named) if one.value.kind == "ship"), None)


def calling_ship(text: str, scope: Span, trigger: Trigger, platforms: Sequence[Mention]) -> str | None:
    """Return whose ship it is that calls on a host or patrols with him: "the commanding officer called on ..."."""
    if trigger.type not in CALLERS or not CALLER.search(text, scope.start, trigger.span.start):
        return None
    return ship_owner(platforms, trigger.span.start)
