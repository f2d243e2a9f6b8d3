"""The words of one language as data: data/rules/languages/CODE.yml, validated, with its patterns compiled.

In a pattern `{D}` and the like stand for the file's own `macros`. Patterns
ignore case, save inside `(?-i:…)`. Every entry that finds something carries
`must_match` and `must_not` examples, which a test runs.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated, Any, Literal

import yaml
from pydantic import BeforeValidator, ValidationError

from geo.errors import RuleError
from geo.paths import RULES
from geo.rules import Rule
from geo.types import Assertion, EventType, Role, Zone

WIDE = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
Pattern = Annotated[re.Pattern[str], BeforeValidator(lambda words: re.compile(words, re.IGNORECASE))]


class Words(Rule):
    """A pattern with sentences that hold it and sentences that do not."""

    pattern: Pattern
    must_match: tuple[str, ...]
    must_not: tuple[str, ...]


class TriggerWords(Words):
    """Words that tell of an event. `needs` names what its clause must hold besides."""

    type: EventType
    needs: Literal["two", "place", "mover"] | None = None


class DateWords(Words):
    """A wording of a date.

    Its groups y, m, d (and y2, m2, d2 for the far end), third, q (quarter), season, weekday and n are told; `unit`
    and `shift` say what is meant relative to the publication, as ("month", -1) for last month, or in days to the
    date told before ("told", 1): the next day.
    """

    unit: Literal["day", "week", "month", "year", "told"] | None = None
    shift: int = 0


class CountWords(Words):
    """How many of what: group n is the number."""

    unit: str


class StatusWords(Words):
    """Words that say whether something happened, the strongest first in the file."""

    assertion: Assertion
    tense: Literal["past", "future"]


class RoleWords(Words):
    """What a place is, by the words around it, which `pattern` sees as "…{P}…" with {P} for the name.

    `types` are the events of which that holds, all where it is empty.
    """

    role: Role
    types: tuple[EventType, ...] = ()


class ZoneWords(Words):
    """What a line is that is not the report itself."""

    zone: Zone


class CountryWords(Rule):
    """What a country is called: `names` in full, `forces` that are only its own, `offices` that only speak for it,
    `short` a character of compounds.

    In a language with endings a name ending in * stands for its stem.
    """

    names: tuple[str, ...] = ()
    forces: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    short: str = ""


class Around(Rule):
    """Words before (read up to the thing) or after it (read from its end) that decide something."""

    before: Pattern | None = None
    after: Pattern | None = None

    def holds(self, text: str, start: int, end: int, low: int, high: int) -> bool:
        """Tell whether either side says so, within the stretch from `low` to `high`."""
        return bool(
            (self.before and self.before.search(text, max(low, start - 60), start))
            or (self.after and self.after.match(text, end, high))
        )


class Vocabulary(Rule):
    """All that is known of one language; see the head of each file for what the parts hold."""

    spaced: bool  # words are parted by blanks and have endings
    verb_last: bool = False  # what stands before a verb belongs to it, over commas
    home: str  # whose forces are meant where a report names none, ISO 3166-1 alpha-3
    macros: dict[str, str]
    characters: str = ""  # pairs of a character and the one that it is read as
    numbers: dict[str, int]
    endings: dict[str, tuple[str, ...]]  # of cases, and the nominative endings that each may stand for
    months: dict[str, int]
    thirds: dict[str, Literal["early", "mid", "late"]]
    seasons: dict[str, Literal["spring", "summer", "autumn", "winter"]]
    weekdays: dict[str, int]
    sentence_end: Pattern
    clause_end: Pattern
    military: Pattern
    civil: Pattern
    joint: Pattern
    definite: Pattern  # before an exercise told already
    bare: Pattern  # a whole trigger that tells nothing new of an exercise
    generic: Pattern  # before exercises in general
    habitual: Pattern  # a clause that tells what is held again and again
    holding: Pattern  # before an exercise that is new where it is held
    vessels: Pattern
    already: Pattern
    joins: Pattern
    attributive: Pattern
    people: Pattern  # who travels and meets, but is no ship
    held: Pattern  # after a noun for an event: the verb that only says that it is held
    there: Pattern  # the place told before
    course: Pattern  # how long something goes on, in a sentence without an event of its own
    takes_part: Pattern
    modifies: Pattern  # after a movement that only describes the ships named next
    beside: Around  # a direction at a country's name: not that country
    observers: Pattern
    following: Pattern  # an area whose corners are listed below
    duration: Pattern
    ordinal: Pattern
    refers: dict[int, Pattern]
    compound: Pattern | None = None  # after two or more short characters of countries
    alone: Pattern | None = None  # a short character with what must follow it where it stands alone
    uses: dict[Literal["speaker", "opponent", "context", "actor", "place"], Around]  # the first that holds
    starts: Around  # small words beside the first day
    ends: Around
    start_verbs: Pattern  # somewhere in the clause of the first day
    end_verbs: Pattern
    reported: Around
    dateline: Pattern
    names: Pattern  # of exercises in quotes, group name
    ships: Pattern  # group name
    aircraft: Pattern
    not_places: tuple[str, ...]  # words and phrases in which a name is no place
    grounds: Pattern  # group name: ranges and islands that no gazetteer knows
    organisation: Around  # beside a name that belongs to an office, a paper or a fleet, or speaks for a government
    place_support: Around
    triggers: dict[str, TriggerWords]
    dates: dict[str, DateWords]
    counts: dict[str, CountWords]
    statuses: dict[str, StatusWords]
    roles: dict[str, RoleWords]
    zones: dict[str, ZoneWords]
    exercises: dict[str, tuple[str, ...]]  # keys of data/rules/series.yml: what the series is called here
    places: dict[str, tuple[str, ...]]  # names of the gazetteer: what else they are called here
    countries: dict[str, CountryWords]

    def fold(self, text: str) -> str:
        """Return the text as it is read, of the same length, so that offsets hold."""
        return text.translate(WIDE | {ord(pair[0]): pair[1] for pair in self.characters.split()})


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the words of a language by its ISO 639-1 code.

    Raises:
        RuleError: the file or one entry is malformed; the text names it.
    """
    called = f"data/rules/languages/{language}.yml"
    try:
        raw = yaml.safe_load((RULES / "languages" / f"{language}.yml").read_text(encoding="utf-8"))
        return Vocabulary.model_validate(_expanded(raw, raw["macros"]))
    except (OSError, yaml.YAMLError, KeyError, TypeError) as error:
        raise RuleError(f"{called} cannot be read: {error!r}. Restore it from the repository.") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise RuleError(f"{called}, field '{where}': {first['msg']}. Mend that entry.") from error


def _expanded(value: Any, macros: dict[str, str]) -> Any:
    """Return the data with every {MACRO} in its strings replaced, those inside macros first."""
    if isinstance(value, dict):
        return {key: _expanded(part, macros) for key, part in value.items()}
    if isinstance(value, list):
        return [_expanded(part, macros) for part in value]
    if isinstance(value, str):
        for _ in range(5):  # macros stand in macros
            value = re.sub(r"\{([A-Z]{1,9})\}", lambda found: macros.get(found[1], found[0]), value)
    return value
