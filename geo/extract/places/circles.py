"""The words round a point that make it the middle of a circle, to the circle's radius in kilometres.

"Within 5 nautical miles of …", "… radius 10 km", "以…为中心，10海里为半径",
"半径10海里、中心…", "в радиусе 5 миль от …", "…を中心とする半径10海里".
Miles beside coordinates are nautical ones, as in navigation warnings, unless the text says "statute".
"""

from __future__ import annotations

import re

from geo.types import Span

REACH = 90  # characters before and behind the point that are looked at
NAUTICAL_MILE_KM, STATUTE_MILE_KM = 1.852, 1.609344
MOST_KM = 1000.0
UNITS = {  # the longer beginnings first
    r"statute miles?|land miles?": STATUTE_MILE_KM,
    r"nautical[ -]miles?(?![a-z])|n\.? ?m\.?(?:iles?)?(?![a-z])|miles?|морск[а-я]{2} мил[а-я]{1,2}|мил[а-я]{1,2}"
    r"|海里|浬|カイリ|해리": NAUTICAL_MILE_KM,
    r"kilomet(?:er|re)s?|kms?(?![a-z])|公里|千米|キロ(?:メートル)?|километр[а-я]{0,2}|км(?![а-я])|킬로미터": 1.0,
    r"met(?:er|re)s?|m(?![a-z])|米|メートル|метр[а-я]{0,2}": 0.001,
}
LENGTH = r"(?P<number>\d{1,4}(?:[.,]\d{1,3})?)[ -]?(?:" + "|".join(f"(?P<u{n}>{u})" for n, u in enumerate(UNITS)) + ")"
AROUND = r"(?:of|from|around|about|round|cent(?:re|er)e?d (?:on|at|in|around))"
POINT = (
    r"(?:(?:the|its|a) )?(?:following )?(?:cent(?:re|er)[a-z]{0,2} |position |point |coordinates )?(?:at |in |on )?"
    r"(?:position |point |coordinates )?[ :(]{0,3}"
)
CENTRE = r"(?:中心|圆心|圓心|中点)点?"
LEADING = (  # end where the point begins
    rf"within (?:a |an )?(?:circle |area )?(?:(?:of|with) )?(?:a )?(?:radius (?:of )?)?"
    rf"{LENGTH}[ -]?(?:radius|range)? ?{AROUND} {POINT}",
    rf"radius(?: of| is|:)? ?{LENGTH},? ?(?:{AROUND} |with (?:its |a |the )?cent(?:re|er) |and cent(?:re|er) )?{POINT}",
    rf"{LENGTH}[ -]?radius,? {AROUND} {POINT}",
    rf"(?:в радиусе|радиусом) {LENGTH} (?:от|вокруг|с центром(?: в)?) ?(?:точк[аиеу] )?"
    rf"(?:с )?(?:координат[а-я]{{1,3}})?[ :(]{{0,3}}",
    rf"半[径徑][为為]?{LENGTH}[,、的の]{{0,2}}(?:圆形?(?:区域|海域)?|円内?)?[,、]?以?"
    rf"(?:圆心|圓心|中心)(?:点|位置|坐标)?[为是在は:]{{0,2}}[ (]{{0,2}}",
)
TRAILING = (  # begin where the point ends
    rf"[ ,;:()]{{0,4}}(?:with |within |and |in )?(?:a |an )?radius(?: of| is|:| =)? ?{LENGTH}",
    rf"[ ,;:()]{{0,4}}(?:with |within |in )?(?:a |an )?{LENGTH}[ -]?radius",
    rf"[ ,)]{{0,3}}(?:附近|周[围圍边邊]|を中心(?:とする|に|として))?(?:为|為|作为)?(?:{CENTRE})?[ ,、]{{0,3}}"
    rf"[的以]?半[径徑][为為]?{LENGTH}",
    rf"[ ,)]{{0,3}}[为為]{CENTRE}[ ,、]{{0,3}}以?{LENGTH}[为為的]?(?:半[径徑]|范围|範圍|以?内)",
    rf"[ ,)]{{0,3}}(?:周[围圍边邊]|附近|から)?(?:半[径徑])?{LENGTH}(?:范围|範圍|以?内)",
    rf"[ ,)]{{0,3}}(?:в радиусе|радиусом) {LENGTH}",
    rf"[ ,)]{{0,3}}을? ?중심으로 (?:반경 ?)?{LENGTH}",
)
BEFORE_POINT = [re.compile(pattern + "$", re.IGNORECASE) for pattern in LEADING]
BEHIND_POINT = [re.compile(pattern, re.IGNORECASE) for pattern in TRAILING]
BEGINNING = re.compile(r"within|radius|\d[\d.,]{0,6}[ -]?[a-z. -]{1,14}?[ -]?radius|в радиусе|радиусом|半[径徑]", re.I)


def stated_radius_km(text: str, point: Span, earliest: int, latest: int) -> float | None:
    """Return the radius that the words next to a point give it, None where they give none.

    Args:
        earliest, latest: where the neighbouring points end and begin; words beyond are theirs.
    """
    before = text[max(earliest, point.start - REACH) : point.start]
    behind = text[point.end : min(latest, point.end + REACH)]
    for start in BEGINNING.finditer(before):
        for pattern in BEFORE_POINT:
            if found := pattern.match(before, start.start()):
                return radius_km(found)
    return next((radius_km(found) for pattern in BEHIND_POINT if (found := pattern.match(behind))), None)


def radius_km(found: re.Match[str]) -> float | None:
    km = next(km for number, km in enumerate(UNITS.values()) if found[f"u{number}"])
    radius = round(float(found["number"].replace(",", ".")) * km, 3)
    return radius if 0 < radius <= MOST_KM else None
