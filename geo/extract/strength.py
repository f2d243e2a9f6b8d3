"""How many: counts of ships, aircraft and people with the country they belong to, and ordinals."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geo.extract.actors import Actor
from geo.text.numbers import NUMBER, ORDINAL, parse_number, parse_ordinal
from geo.types import Span

UNITS = {
    "ships": r"(?:war)?ships?|(?:naval |surface )?vessels?|frigates?|destroyers?|corvettes?|cutters?|gunboats?|"
    r"cruisers?|carriers?|boats?|tankers?|supply ship|minesweepers?|minehunters?|minelayers?|patrollers?|"
    r"(?:naval|floating|surface) (?:units|combatants)|warcrafts?",
    "submarines": r"submarines?",
    "aircraft": r"(?:war|air|aero)?planes?|aircrafts?|(?:fighter )?jets?|bombers?|fighters?|drones?|UAVs?|"
    r"(?:flight|flying) machines?|"
    r"helicopters (?:and|or) (?:(?:war|air)?planes|aircrafts?|jets)",
    "helicopters": r"helicopters?|choppers?",
    "personnel": r"troops?|soldiers?|personnel|service ?(?:men|women|people|members?|personnel)|sailors?|seamen|"
    r"marines?|people|persons|cadets|midshipmen|uniformed(?! \w+ (?:ships?|aircraft))|effectives|"
    r"militaries|paratroop(?:er)?s?|"
    r"military(?: personnel| men|men)?(?=\s*(?:[,.;:)]|\Z|\n|(?:and|from|of|will|are|were|is|"
    r"take|took|participat\w+|with|in|on|for|who|have|has|both)\b))|"
    r"(?<=0 )men|(?<=thousand )men|(?<=hundred )men",
    "nations": r"nations?|countries|states",
    "vehicles": r"tanks?|vehicles?|armou?red (?:personnel carriers|vehicles?)|"
    r"(?:units|pieces|items) of (?:(?:various|different|military|combat|special|heavy|armou?red|fighting|ground|land|"
    r"and|automobile|automotive) ){0,3}(?:equipment|techniques?|technics|hardware|machinery|vehicles|armou?r)",
    "missiles": r"missiles?(?!\s+(?:launch|destroyer|frigate|boat|cruiser|corvette|defen|ship|system|brigade|forces))",
}
QUALIFIER = (
    r"(?:(?-i:[A-Z]\w+ and [A-Z]\w+)\s+)?(?:(?!of\b|and\b|to\b|with\b|in\b|from\b|on\b|"
    r"for\b|between\b|among\b|since\b)[\w'’/-]+\s+){0,4}?"
)
COUNT = re.compile(
    rf"(?<![\w.,:/-])(?P<n>{NUMBER})\s+(?:of\s+)?(?P<words>{QUALIFIER})(?P<unit>"
    + "|".join(f"(?P<{unit}>{words})" for unit, words in UNITS.items())
    + r")\b(?!-)",
    re.I,
)
SINGLE = re.compile(  # "a supply ship": one, where it stands in a list of ships that are counted
    rf"\b(?:an?|one)\s+(?P<words>(?:[\w'’/-]+\s+){{0,3}}?)(?P<unit>(?P<ships>{UNITS['ships']})|(?P<submarines>submarine))\b(?![-'’])",
    re.I,
)
STRONG = re.compile(rf"(?<![\w.,:/-])(?P<n>{NUMBER})[- ](?:man )?strong\b", re.I)  # "a 2,000-strong contingent"
OWNER_AFTER = re.compile(r"\s+(?:from|of|by|on)\s+(?:the\s+)?(?:side\s+of\s+)?(?:the\s+)?")  # "two ships of Oman"
OWNER_BEFORE = re.compile(
    r"['’]s?\s+|(?:['’]s)?\s+side\s*[,:–-]?\s*(?:(?!and\b)[A-Za-z]+\s+){0,3}"
)  # "China side sent two ships"
MORE_OWNERS = re.compile(r"[^.;\d]{0,15}(?:,|\band\b|&)\s*(?:the\s+)?(?-i:[A-Z])")
OTHER_SIDE = re.compile(rf"\bside\s+(?P<n>{NUMBER})\s*(?:,|and|and also)\s+(?:from|on|by)\s+(?:the\s+)?\Z", re.I)
OWNER_REACH = 50  # characters between a figure and the country whose it is
ELLIPTIC = re.compile(
    rf"(?<![\w.,:/-])(?P<n>{NUMBER})\s+(?P<kind>(?-i:[a-z-]{{4,14}}))\s+and\s+\Z", re.I
)  # "one landing and one surface vessel"
PLURAL = re.compile(
    r"s\Z|men\Z|people\Z|\Amilitary\Z|\Aaircraft\Z|\Apersonnel\Z|\A(?:hundred|thousand|dozen|million)\Z", re.I
)
BEFORE_AIRCRAFT = re.compile(rf"(?<![\w.,:/-])(?P<n>{NUMBER})(?P<words>(?:\s+[A-Za-z][\w'’-]{{0,20}}){{0,3}}\s+)", re.I)
TOTALS = re.compile(r"(?:war)?ships?|vessels?|aircraft|planes?|warplanes?|boats?", re.I)
OF_ALL = re.compile(
    r"(?:(?:naval|military|war|more|some|total|combat|different|various|foreign|surface|allied|(?-i:[A-Z])\w+)\s+){0,5}",
    re.I,
)
SHARED = re.compile(rf"(?<![\w.,:/-])(?P<n>{NUMBER})\s+(?P<who>[A-Z][\w.]+(?: [A-Z][\w.]+)?)\s+and\s+$", re.I)
NOT_COUNTED = re.compile(
    r"\b(?:years?|days?|weeks?|months?|hours?|miles?|km|kilomet\w+|met\w+|yards|"
    r"percent|o'clock|minutes|thousand tons|tons?|fishing|merchant|cargo|civilian|rubber|target|enemy)\b",
    re.I,
)
HULL_BEFORE = re.compile(r"\b(?:hull|pennant|bow|number|numbers|No\.?|Nos\.?)\s+\Z", re.I)
EDITION = re.compile(
    rf"\b(?:the|their|a|its|for a)\s+(?P<n>{ORDINAL})\b(?!\s+(?:day|week|month|year|"
    rf"escort|fleet|phase|time zone|quarter|century))",
    re.I,
)


REFERRED = re.compile(r"\b(?:the|both|these|other|all)\s+\Z", re.I)
FEW_NATIONS = 3  # "the forces of two countries" are those told before, "the ships of 20 countries" are counted
MOST_AIRCRAFT = 500  # of one type in one figure
ADDED = {"ships", "submarines", "aircraft", "helicopters", "vehicles"}  # soldiers and sailors may be the same people


@dataclass(frozen=True, slots=True)
class Count:
    """A number of something; `iso3` where it is one country's share.

    `kind` is what was counted ("h-6 bombers"), empty where it is the whole ("ten ships"). `single` marks
    "a frigate", which counts only beside other figures.
    """

    span: Span
    unit: str
    number: int
    iso3: str | None
    kind: str = ""
    single: bool = False


def find_counts(
    text: str, actors: Sequence[Actor], masked: Sequence[Span] = (), aircraft: Sequence[Span] = ()
) -> tuple[Count, ...]:
    """Return the counts in a text, in order. "about", "more than" and "up to" leave the figure as it is."""
    found = []
    for match in COUNT.finditer(text):
        span = Span(*match.span())
        number = parse_number(match["n"])
        if number is None or number > 5_000_000 or NOT_COUNTED.search(match["words"]):
            continue
        if any(mask.start <= span.start < mask.end for mask in masked):
            continue
        if HULL_BEFORE.search(text, max(0, span.start - 20), span.start):
            continue
        unit = next(unit for unit in UNITS if match[unit])
        if 1900 <= number <= 2100 and unit not in ("personnel",):
            continue
        if unit == "nations" and REFERRED.search(text, max(0, span.start - 8), span.start):
            continue  # "the two countries" refers, it does not count
        if unit == "nations" and number <= FEW_NATIONS and text[max(0, span.start - 3) : span.start].lower() == "of ":
            continue
        owner = _owner(span, actors) or _owner_beside(text, span, actors)
        found.append(Count(span, unit, number, owner, _kind(match)))
        found += _other_side(text, found[-1], actors)
        elliptic = ELLIPTIC.search(text, max(0, span.start - 45), span.start)
        if elliptic and not PLURAL.search(elliptic["kind"]) and (other := parse_number(elliptic["n"])):
            found.append(Count(Span(*elliptic.span()), unit, other, None, elliptic["kind"]))
        shared = SHARED.search(text, max(0, span.start - 60), span.start)  # "four Chinese and four Russian aircraft"
        partner = [actor.iso3 for actor in actors if shared and Span(*shared.span()).contains(actor.span)]
        if shared and partner and (other := parse_number(shared["n"])):
            found.append(Count(Span(*shared.span()), unit, other, partner[0].lower(), _kind(match)))
    for match in STRONG.finditer(text):
        if (number := parse_number(match["n"])) and not any(Span(*match.span()).overlaps(one.span) for one in found):
            found.append(Count(Span(*match.span()), "personnel", number, None, "strong"))
    found += _aircraft_by_type(text, actors, aircraft, [count.span for count in found])
    found += _singles(text, actors, masked, [count.span for count in found])
    return _with_owners(text, sorted(found, key=lambda count: count.span))


def _aircraft_by_type(
    text: str, actors: Sequence[Actor], aircraft: Sequence[Span], taken: Sequence[Span]
) -> list[Count]:
    """Return "two Portuguese F-16s": a number before a designation, without a word for aircraft."""
    found = []
    for name in aircraft:
        ends = BEFORE_AIRCRAFT.finditer(text, max(0, name.start - 60), name.start)
        match = next((one for one in ends if one.end() == name.start), None)
        number = parse_number(match["n"]) if match else None
        if match and number and number < MOST_AIRCRAFT and not NOT_COUNTED.search(match["words"]):
            span = Span(match.start(), name.end)
            if not any(span.overlaps(other) for other in taken):
                found.append(Count(span, "aircraft", number, _owner(span, actors), name.of(text).lower()))
    return found


def _singles(text: str, actors: Sequence[Actor], masked: Sequence[Span], taken: Sequence[Span]) -> list[Count]:
    singles = []
    for match in SINGLE.finditer(text):
        span = Span(*match.span())
        if not any(span.overlaps(other) for other in taken) and not any(span.overlaps(mask) for mask in masked):
            unit = "ships" if match["ships"] else "submarines"
            singles.append(Count(span, unit, 1, _owner(span, actors), _kind(match) or match["unit"], single=True))
    return singles


def _with_owners(text: str, counts: Sequence[Count]) -> tuple[Count, ...]:
    """Give a figure the country of the one that it is joined to: "three Korean destroyers and a supply ship"."""
    owned: list[Count] = []
    for count in counts:
        before = owned[-1] if owned else None
        joined = before and re.fullmatch(
            r",?\s*(?:and|with|plus|as well as)\s*", text[before.span.end : count.span.start]
        )
        if before and joined and count.iso3 is None:
            count = replace(count, iso3=before.iso3)
        owned.append(count)
    return tuple(owned)


def _owner(span: Span, actors: Sequence[Actor]) -> str | None:
    inside = {actor.iso3 for actor in actors if span.contains(actor.span)}
    return inside.pop().lower() if len(inside) == 1 else None


def _owner_beside(text: str, span: Span, actors: Sequence[Actor]) -> str | None:
    """Return whose the ships are in "two ships of Oman" and "the Omani side sent two ships"; of several, nobody's."""
    for actor in actors:
        if 0 < actor.span.start - span.end < OWNER_REACH:
            beside = OWNER_AFTER.fullmatch(text, span.end, actor.span.start)
            if beside and not MORE_OWNERS.match(text, actor.span.end):
                return actor.iso3.lower()
        if 0 < span.start - actor.span.end < OWNER_REACH and OWNER_BEFORE.fullmatch(text, actor.span.end, span.start):
            return actor.iso3.lower()
    return None


def _other_side(text: str, count: Count, actors: Sequence[Actor]) -> list[Count]:
    """Return the figure before in "from the Chinese side 3 and from the Russian side 4 ships"."""
    for actor in actors:
        if actor.iso3.lower() != count.iso3 or not 0 < count.span.start - actor.span.end < OWNER_REACH:
            continue
        match = OTHER_SIDE.search(text, max(0, actor.span.start - OWNER_REACH), actor.span.start)
        number = parse_number(match["n"]) if match else None
        owners = [one for one in actors if match and 0 <= match.start() - one.span.end <= 1]
        if match and number and owners:
            return [replace(count, span=Span(*match.span()), number=number, iso3=owners[-1].iso3.lower())]
    return []


def _kind(match: re.Match[str]) -> str:
    """Return what is counted where it is a part: "missile frigates"; empty for "naval vessels", which are all."""
    whole = TOTALS.fullmatch(match["unit"]) and OF_ALL.fullmatch(match["words"] or "")
    return "" if whole else f"{match['words'] or ''}{match['unit']}".lower()


def add_up(counts: Sequence[Count]) -> dict[str, int]:
    """Return the figures by unit and country: parts are added up, a total holds its parts.

    "two corvettes and a tanker" are three ships; "ten ships, among them two corvettes" are ten.
    """
    sums: dict[str, int] = {}
    for key in dict.fromkeys(_key(count) for count in counts):
        same = [count for count in counts if _key(count) == key]
        if all(count.single for count in same) and len(same) == 1 and len(counts) == 1:
            continue  # "a frigate" alone is no figure
        parts: dict[str, int] = {}
        for count in same:
            if count.kind:
                parts.setdefault(count.kind, count.number)
        whole = max((count.number for count in same if not count.kind), default=0)
        if same[0].unit in ADDED:
            sums[key] = whole if whole >= sum(parts.values()) else whole + sum(parts.values())
        else:
            sums[key] = max(whole, *parts.values()) if parts else whole
    for unit in {key.split("_")[0] for key in sums}:
        sums.setdefault(unit, sum(number for key, number in sums.items() if key.startswith(f"{unit}_")))
    return sums


def _key(count: Count) -> str:
    return f"{count.unit}_{count.iso3}" if count.iso3 else count.unit


def find_ordinal(text: str, span: Span) -> int | None:
    """Return 6 where the span says "the sixth (time) since 2019", else None."""
    match = EDITION.search(text, span.start, span.end)
    return parse_ordinal(match["n"]) if match else None
