"""Who acts: countries named in a text, the use each name is put to, and the people who stand for them.

A country's name can act ("China will hold"), speak ("China's ministry said"),
be a place ("in China") or belong to a place ("the Chinese port of Qingdao").
Only the first two make a participant.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import ahocorasick_rs

from geo.rules import Rule, load_rules
from geo.text.countries import ActorSort, actor_terms, shields
from geo.types import Span


class Use(StrEnum):
    ACTOR = "actor"
    SPEAKER = "speaker"
    PLACE = "place"
    OPPONENT = "opponent"
    CONTEXT = "context"  # "Moscow's invasion": neither takes part nor is where


@dataclass(frozen=True, slots=True)
class Actor:
    """One mention of a country in a text. `iso3` is ISO 3166-1 alpha-3."""

    span: Span
    iso3: str
    use: Use
    rule: str
    person: str | None = None


ARTICLES = r"(?:the|its|their|our|an?|all)\s+"
DIRECTION = (
    r"(?:(?:north|south|east|west|central|mainland|coastal|neighbou?ring|far)(?:ern|east|"
    r"west|eastern|western)?\s+)"
)
LIST_AFTER = re.compile(  # "from Oman, Kenya, India": forces of several, not a place
    r"^, (?:the )?[A-Z]\w+(?: [A-Z]\w+)?(?:, (?:the )?[A-Z]|,? (?:and|e|et|y|und|ve|dan) (?:the )?[A-Z])"
)
COMPOUND_AFTER = re.compile(r"[-–](?:[A-Z]\w+\b)")  # "the Russia-China drill"
DIRECTION_BEFORE = re.compile(rf"\b{DIRECTION}$")
PLACE_BEFORE = re.compile(
    rf"\b(?:in|off|near|over|around|at|into|onto|towards?|to|from|past|across|through|throughout|"
    rf"outside|inside|within|via|reached|"
    rf"left|entered|neared|visit(?:ed)?|of the coast of|coast of|waters of|south of|north of|east of|"
    rf"west of|visited|invaded|invasion of|in front of|"
    rf"(?:port|harbou?r|city|town|capital|island|strait|gulf|bay) of|"
    rf"(?:maneuvers?|practi[cs]es?d?|exercises?d?|train(?:s|ed|ing)?|anchors?|anchored|l[ai]y|lies|lying|cruis\w+|underway|"
    rf"coasts?|waters) before)\s+(?:{ARTICLES})?{DIRECTION}?$",
    re.I,
)
NOT_PLACE_BEFORE = re.compile(
    r"\b(?:(?:ships?|warships|troops|forces|soldiers|personnel|vessels|"
    r"aircraft|navies|sailors|jets|planes|representatives|delegations|units|"
    r"contingents|envoys|delegates|guests|attach[ée]s|ministers|leaders|officers|marines|observers|"
    r"participants|countries|presidents|militaries|"
    r"among others|others|foreign|foreigners)(?: (?:came|come|coming|arrived))? (?:from|of)|"
    r"in (?:cooperation|coordination|"
    r"conjunction|response|reaction|addition) (?:with|to)|close to|ties to|according to|respond(?:ed|"
    r"ing)? to)\s+(?:the\s+)?$",
    re.I,
)
PLACE_NOUN = (
    r"(?:capital|port|ports|province|coast|coasts|coastline|waters|water|city|cities|town|region|"
    r"territory|territories|airspace|air space|islands?|border|"
    r"peninsula|mainland|air defen[cs]e|zone|(?:exclusive )?economic zone|EEZ|ADIZ|soil|shores?|base|"
    r"bases|area|island chain|archipelago|side of)"
)
NOT_IN_PHRASE = (  # what ends a noun phrase: "Poland has reinforced the border" names no place
    r"(?!(?:in|at|to|of|and|on|from|into|near|off|with|over|for|as|guards?|arrived|arrive|the|its|their|an?|has|have|had|"
    r"will|would|is|are|was|were|entered|left|crossed|violated|breached|reached|visited|closed|approached|neared)\b)"
)
PLACE_AFTER = re.compile(
    rf"^(?:['’]s?)?\s+(?:{NOT_IN_PHRASE}[\w-]+\s+){{0,3}}?{PLACE_NOUN}\b(?!\s+(?:guards?|"
    rf"troops|forces|patrol|drills?|exercises?|training|man(?:o?eu|oeu)v))",
    re.I,
)
SPEAKER_AFTER = re.compile(
    r"^(?:['’]s?)?\s+(?:[\w'’.-]+\s+){0,7}?(?:said|says|announced|announces|told|reported|reports|"
    r"stated|wrote|added|confirmed|denied|criticised|condemned|warned)\b",
    re.I,
)
SPEAKER_BEFORE = re.compile(
    r"\b(?:according to|statement (?:from|by|of)|said|says|told|announced by|"
    r"quoted by|cited by|as reported by)\s+(?:a\s+|"
    r"an\s+)?(?:statement (?:from|by) )?(?:the\s+)?$",
    re.I,
)
SPEAKER_NOUN = re.compile(
    r"^(?:(?:['’]s?)?\s+(?:had\s+)?(?:said|says|announced|reported|stated)\b)|"
    r"^(?:['’]s?)?\s+(?:[\w'’.-]+\s+){0,3}?(?:ministry|military|army|navy|"
    r"joint chiefs|coast guard|defen[cs]e|government|spokes\w+|media|"
    r"state media|news agency|officials?|statement|newspaper|daily|experts?)\b",
    re.I,
)
OPPONENT_BEFORE = re.compile(
    r"\b(?:against|threats? (?:from|of|by)|tensions? (?:\w+ )?with|warning to|aimed at|directed at|deter|"
    r"counter|confront|face|concerns? (?:about|over)|"
    r"aggression (?:by|from)|rival|sanctions? (?:on|against|by)|whom|subject to)\s+(?:the\s+|an?\s+)?(?:\w+\s+)?$",
    re.I,
)
ACTING_AFTER = re.compile(
    r"^(?:(?:,|,? (?:and|or)) [A-Z][\w.]+(?: [A-Z][\w.]+)?){0,4}(?:\s+(?:also|have|has|had|will|would|on|both|"
    r"again|jointly|recently|already|then|later))*\s+(?:[a-z]+ed|[a-z]+s|hold|held|holds|agree|sign|"
    r"begin|began|start|will|were|was|are|have|had|has|met|meet|said|launch|conduct|sent|send|plan|put|led|complete|kick|wrap|"
    r"stage|open|end|discuss|conclude|let)\b"
)
MINISTRY_BEFORE = re.compile(r"\bforeign ministry in\s+$", re.I)  # "the foreign ministry in Manila"
TITLE = re.compile(
    r"\b(?:President|Premier|Prime Minister|Minister|Secretary|Commander|Admiral|General|Chancellor|"
    r"King|Sultan|leader|chief|counterpart|Ambassador|Spokes\w+|Chairman|Colonel|diplomat|minister|president)\b"
)
FORCES = re.compile(
    r"^\s+(?:(?:military|naval|air force|fighter|navy|strategic)\s+)?(?:warships?|ships?|vessels?|forces|troops?|"
    r"bombers?|fighters?|jets?|aircraft|(?:war)?planes?|submarines?|sailors|soldiers)\b",
    re.I,
)


SHOUTED_LINE = re.compile(r"^[^a-z\n]{12,400}$", re.M)  # notices to mariners are in capitals
SHOUTED = re.compile(r"\b[A-Z]{4,20}\b")


class Person(Rule):
    """Somebody known by name without a country beside it; the first name is the full one."""

    names: tuple[str, ...]
    country: str


@cache
def _automaton() -> tuple[ahocorasick_rs.AhoCorasick, tuple[str, ...]]:
    words = (*actor_terms(), *(word for word in shields() if word not in actor_terms()))
    return ahocorasick_rs.AhoCorasick(list(words), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), words


def find_actors(text: str, masked: Sequence[Span] = ()) -> tuple[Actor, ...]:
    """Return every mention of a country or of somebody who stands for it, in text order."""
    automaton, words = _automaton()
    terms, text = actor_terms(), SHOUTED_LINE.sub(lambda line: SHOUTED.sub(_in_usual_case, line[0]), text)
    found: list[Actor] = []
    for index, start, end in automaton.find_matches_as_indexes(text):
        term, span = terms.get(words[index]), Span(start, end)
        if term is None or words[index] in shields() or not _whole_word(text, span):
            continue
        if any(span.overlaps(mask) for mask in masked) or (
            term.sort is ActorSort.WEAK and not _in_compound(text, span)
        ):
            continue
        found.append(Actor(span, term.iso3, _use(text, span, term.sort), f"country-{term.sort}"))
    return tuple(sorted([*found, *_people(text, found)], key=lambda actor: actor.span))


def _in_usual_case(word: re.Match[str]) -> str:
    """Return "FRENCH" as "French", as long as before."""
    usual = word[0].capitalize()
    return usual if len(usual) == len(word[0]) else word[0]


def main_parties(actors: Sequence[Actor]) -> tuple[str, ...]:
    """Return the two countries that act most often, in the order of the alphabet; fewer where fewer act."""
    acting = Counter(actor.iso3 for actor in actors if actor.use in (Use.ACTOR, Use.SPEAKER))
    return tuple(sorted(iso3 for iso3, _ in acting.most_common(2)))


def _whole_word(text: str, span: Span) -> bool:
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    return not (before.isalnum() or (after.isalnum() and not after.isupper() and after.isdigit()) or (after.isalpha()))


def _in_compound(text: str, span: Span) -> bool:
    """Tell whether a weak word stands beside another nationality: "Russo-Chinese", "Sino-Russian"."""
    return bool(
        re.match(r"[-–][A-Z]", text[span.end : span.end + 2]) or re.search(r"[a-z][-–]$", text[: span.start][-2:])
    )


def _use(text: str, span: Span, sort: ActorSort) -> Use:
    before, after = text[max(0, span.start - 60) : span.start], text[span.end : span.end + 110]
    after = re.split(r"[.;!?\n]\s", after)[0]
    if OPPONENT_BEFORE.search(before):
        return Use.OPPONENT
    if COMPOUND_AFTER.match(after):
        return Use.ACTOR
    if sort is ActorSort.NAME and DIRECTION_BEFORE.search(before):
        return Use.PLACE
    if PLACE_AFTER.search(after) and not FORCES.match(after) and not re.match(r"['’]?s?\s+(?:and|with|,)", after):
        return Use.PLACE
    if sort is ActorSort.CAPITAL and MINISTRY_BEFORE.search(before):
        return Use.SPEAKER if SPEAKER_AFTER.match(after) else Use.ACTOR
    placed = PLACE_BEFORE.search(before) and not NOT_PLACE_BEFORE.search(before)
    placed = placed and not (re.search(r"\bfrom (?:the )?$", before) and LIST_AFTER.match(after))
    if sort in (ActorSort.NAME, ActorSort.CAPITAL) and placed and not re.match(r"['’]s\s", after):
        return Use.PLACE
    if sort is ActorSort.CAPITAL and not (
        ACTING_AFTER.match(after)
        or (
            re.search(
                r"\b(?:that|between|"
                r"and)\s$",
                before,
            )
            and ACTING_AFTER.match(after)
        )
    ):
        if not re.match(r"['’]s\s", after):
            return Use.PLACE
        return Use.ACTOR if re.match(r"['’]s\s+(?:navy|military|forces|defen[cs]e)", after, re.I) else Use.CONTEXT
    if SPEAKER_BEFORE.search(before) or (
        SPEAKER_NOUN.match(after) and (SPEAKER_AFTER.match(after) or SPEAKER_BEFORE.search(before))
    ):
        return Use.SPEAKER
    return Use.ACTOR


def _people(text: str, actors: Sequence[Actor]) -> list[Actor]:
    """Return the later mentions of people introduced with a country and a title."""
    introduced = people_of(text, actors)
    names = dict(introduced)
    countries = introduced | {person.names[0]: person.country for person in load_rules("people", Person).values()}
    for person in load_rules("people", Person).values():
        for name in person.names:
            names.setdefault(name, person.country)
    for name, iso3 in introduced.items():
        for part in (name.split()[0], name.split()[-1]):
            if len(part) > 3:
                names.setdefault(part, iso3)
    found: list[Actor] = []
    for name, iso3 in sorted(names.items(), key=lambda item: -len(item[0])):
        for match in re.finditer(rf"\b{re.escape(name)}\b", text) if name in text else ():
            span = Span(*match.span())
            if not any(span.overlaps(other.span) for other in (*actors, *found)):
                found.append(Actor(span, iso3, Use.ACTOR, "person", _full_name(name, countries)))
    return found


def _full_name(name: str, people: Mapping[str, str]) -> str:
    return next((full for full in people if name == full or name in full.split()), name)


def people_of(text: str, actors: Sequence[Actor]) -> dict[str, str]:
    """Return full names with their country, from "Chinese Defense Minister Li Shangfu" and the like."""
    people: dict[str, str] = {}
    for actor in actors:
        tail = text[actor.span.end : actor.span.end + 90]
        following = [other.span.start - actor.span.end for other in actors if other.span.start > actor.span.end]
        tail = re.split(r"[.,;:!?\n]", re.sub(r"^['’]s?", "", tail[: min(following, default=90)]))[0]
        title = max(TITLE.finditer(tail), key=lambda match: match.start(), default=None)
        if title is None or title.start() > 45:
            continue
        name = re.match(
            r"(?:\s+of\s+[\w' ]{2,30}?)?\s+((?:[A-Z][a-zé'’-]+)(?:\s+[A-Z][a-zé'’-]+){1,2})", tail[title.end() :]
        )
        if name:
            people.setdefault(name.group(1), actor.iso3)
    return people
