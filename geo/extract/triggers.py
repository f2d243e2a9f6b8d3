"""Words that tell of an event: data/rules/triggers.yml, found in sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from typing import Literal

from pydantic import field_validator

from geo.rules import Rule, load_rules
from geo.text.prefilter import Prefilter
from geo.types import EventType, Sentence, Span


class TriggerRule(Rule):
    """A pattern for one type of event.

    `needs` names what its clause must hold besides; `reference` marks words that speak of an event told before.
    """

    type: EventType
    pattern: str
    needs: Literal["vessel", "port", "berth", "mover", "force", "sender", "receiver", "two", "main_clause"] | None = (
        None
    )
    needs_name: bool = False
    reference: bool = False
    must_match: tuple[str, ...]
    must_not: tuple[str, ...]

    @field_validator("pattern")
    @classmethod
    def _compiles(cls, value: str) -> str:
        re.compile(value, re.IGNORECASE)
        return value


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell of an event; `instead` are shorter readings of them, for where a need of the longest fails."""

    span: Span
    type: EventType
    rule: str
    instead: tuple[Trigger, ...] = ()


MILITARY = re.compile(
    r"\b(?:militar\w+|nav(?:y|al|ies)|arm(?:y|ies)\b|warships?|destroyers?|frigates?|corvettes?|"
    r"troops|soldiers?|marines|air ?force|fighter jets?|warplanes?"
    r"|bombers?|defen[cs]e minist\w+|ministry of (?:national )?defen[cs]e|armed forces|fleet|"
    r"missiles?|submarines?|coast guards?|combat|artillery|paratroop\w+"
    r"|live[- ]fir(?:e|ing)|war ?games?|joint (?:\w+ )?patrols?|scrambl\w+|NATO|air defen[cs]e|ammunition|"
    r"aircraft carrier|squadron|flotilla|battalions?|brigades?|anti-submarine|border guards?|frigates?|corvettes?|"
    r"servicem[ae]n|conscripts|commandos|peacekeepers|gunne(?:rs|ry)|(?:air|naval) (?:base|exercise|drill)s?|"
    r"task (?:group|force)|patrol boats|anti-(?:terror\w*|aircraft)|amphibious|landing (?:exercise|drill)s?|"
    r"interceptors|chiefs? of (?:the )?(?:general |defen[cs]e )?staff|carrier strike group|anti-tank|"
    r"(?:land|ground|special|rocket|airborne) forces)\b",
    re.IGNORECASE,
)
BRIEF = re.compile(  # what in a text of two sentences is military, though not in a long one
    r"\b(?:fighters|jets|admiral|man(?:o?eu|oeu)v(?:er|re)s|drills?|exercises?|patrols?|mine clearance|sorties?|"
    r"spy (?:planes?|ships?)|diplomatic protest|off limits|interoperability|cooperative activity|"
    r"(?:shut|closed) (?:to|for) (?:all )?(?:navigation|shipping|ships)|convoys?|escorts|NOTAMs?|"
    r"intelligence ships?|joint staff|dogfights|officers|"
    r"notes? of protest|defen[cs]e (?:talks|pact|chiefs?|attach[ée]s?))\b",
    re.IGNORECASE,
)
CIVILIANS = re.compile(
    r"\b(?:fire ?(?:fighters|men|brigade)|rescuers|chemical plant|customs|tourists|passengers|students|pupils|doctors|"
    r"patients|choirs?|prices?|satellite|shareholders?|shares|(?<!in )company|broker|market|from an? (?:ship)?yard)\b",
    re.IGNORECASE,
)
CIVIL = re.compile(
    r"\b(?:(?<!live-)(?<!live )fire|emergency|evacuation|school|dental|oil|gas|rescue service|football|rugby|"
    r"basketball|training camp|penalty|earthquake|dentist|electric"
    r"|breathing|yoga|fitness|physical|political|tactical man\w+|accounting|budget|academic|"
    r"democratic)\s+(?:drills?|exercises?|training|man(?:o?eu|oeu)v\w+)",
    re.IGNORECASE,
)
SIDELINES = re.compile(r"\b(?:sidelines|margins|fringes) of\b", re.IGNORECASE)
PRONOUN = re.compile(r"(?:It|They|These|This)\b")
PLAYED = re.compile(  # battles in sport, games, films and music
    r"\b(?:(?:computer|video|board) games?|for the computer|digital|e-?sports|publisher|world final|the final|"
    r"cup|league|match(?:es)?|tournament|championships?|club|coach|striker|goals?|players?|penalty|referee|stadium|fans|"
    r"film(?:s|ing|ed)?|director|script|actors?|thriller|cinema|album|songs?|concerts?|marching bands?|chess|"
    r"grandmaster|derby|trophy|medals?|spectators|teams)\b",
    re.IGNORECASE,
)
MOST_TRIGGERS = 12  # in one sentence; what holds more is no prose
LONGEST_SENTENCE = 2_000  # characters that are read of one; what is longer is a list or no prose
MIN_PLAYED_WORDS = 3  # a soldiers' football match at an exercise holds one or two
SHORT_REPORT = 400  # characters: a brief of two sentences, of which one military word is a good part
MIN_MILITARY_WORDS = 2  # set on tests/gold: civil reports hold one by accident


@cache
def trigger_rules() -> dict[str, tuple[TriggerRule, re.Pattern[str]]]:
    """Return the rules by key with their compiled patterns."""
    return {
        key: (rule, re.compile(rule.pattern, re.IGNORECASE))
        for key, rule in load_rules("triggers", TriggerRule).items()
    }


def possible_rules(words: str) -> list[str]:
    """Return the keys of the rules that a sentence may match, in their order."""
    keys, prefilter = _prefilter()
    return [keys[number] for number in prefilter.possible(words)]


@cache
def _prefilter() -> tuple[tuple[str, ...], Prefilter]:
    return tuple(trigger_rules()), Prefilter([rule.pattern for rule, _ in trigger_rules().values()])


MILITARY_EXERCISE = re.compile(
    r"\b(?:military|naval|air force|joint military|war)\s*(?:exercises?|"
    r"drills?|man(?:o?eu|oeu)v\w+|games)",
    re.IGNORECASE,
)


JOINT_EXERCISE = re.compile(r"\bjoint (?:exercises?|drills?|man(?:o?eu|oeu)v\w+)", re.IGNORECASE)


def is_military(text: str, platforms: int = 0) -> bool:
    """Tell whether a report is about forces at all; civil drills and sport share their words with them.

    `platforms` is how many warships and warplanes it names.
    """
    words = {match.group().lower() for match in MILITARY.finditer(text[:100_000])}
    played = {match.group().lower() for match in PLAYED.finditer(text[:100_000])}
    if len(played) >= MIN_PLAYED_WORDS and len(played) >= len(words):
        return False
    if MILITARY_EXERCISE.search(text[:100_000]):
        return True
    if len(text) <= SHORT_REPORT and not CIVILIANS.search(text):
        return len(words) > len(played) or (not played and bool(platforms or BRIEF.search(text)))
    brief = bool(BRIEF.search(text[:100_000])) and not played and not CIVILIANS.search(text[:100_000])
    return len(words) + min(platforms, 1) + brief >= MIN_MILITARY_WORDS or bool(
        words and JOINT_EXERCISE.search(text[:100_000])
    )


def refers_back(trigger: Trigger) -> bool:
    """Tell whether a trigger's words speak of an event told before ("it began", "six more take part")."""
    return trigger_rules()[trigger.rule][0].reference


def find_triggers(text: str, sentence: Sentence, masked: Sequence[Span] = ()) -> tuple[Trigger, ...]:
    """Return the triggers of a sentence in order, the longest where two overlap."""
    found: list[Trigger] = []
    start, end = sentence.span.start, min(sentence.span.end, sentence.span.start + LONGEST_SENTENCE)
    for key in possible_rules(text[start:end]):
        rule, pattern = trigger_rules()[key]
        for match in islice(pattern.finditer(text, start, end), MOST_TRIGGERS):
            span = Span(*match.span())
            if rule.needs_name and not (
                _has_name_before(span, sentence, masked) or PRONOUN.match(text, start, span.start)
            ):
                continue
            if rule.type is EventType.MEETING and SIDELINES.search(text, max(start, span.start - 120), span.start):
                continue  # "met on the sidelines of the ASEAN meeting": the occasion, not another meeting
            if CIVIL.search(text, max(start, span.start - 20), span.end):
                continue
            found.append(Trigger(span, rule.type, key))
    found.sort(key=lambda trigger: (trigger.span.start - trigger.span.end, refers_back(trigger), trigger.span.start))
    kept: list[Trigger] = []
    for trigger in found:
        longer = next((number for number, other in enumerate(kept) if trigger.span.overlaps(other.span)), None)
        if longer is None:
            kept.append(trigger)
        else:
            kept[longer] = replace(kept[longer], instead=(*kept[longer].instead, trigger))
    return tuple(sorted(kept, key=lambda trigger: trigger.span)[:MOST_TRIGGERS])


def _has_name_before(span: Span, sentence: Sentence, names: Sequence[Span]) -> bool:
    return any(sentence.span.start <= name.start and name.end <= span.start for name in names)
