"""Latitudes and longitudes as texts write them, to signed degrees with their spans.

Reads decimal degrees, degrees and minutes with or without seconds, with signs
(38°30'20"), words (38度30分, 38 degrees 30 minutes), dashes (38-30.5), blanks
(38 30 20) or nothing between (383020N), and the hemisphere before or after, in
English, Chinese, Japanese, Russian and Korean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from geo.types import Span

LOOKS_LIKE: dict[int, int | str] = {  # one character for one, so that offsets stay
    **{wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)},  # full-width digits, letters and signs
    **dict.fromkeys(map(ord, "\u3000\u00a0\u2009\u202f\t\r\n"), " "),
    **dict.fromkeys(map(ord, "º˚"), "°"),
    **dict.fromkeys(map(ord, "′’‘´`ʹ"), "'"),
    **dict.fromkeys(map(ord, "″”“ʺ"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–—−"), "-"),
}
LOOKS = re.compile(f"[{''.join(re.escape(chr(code)) for code in LOOKS_LIKE)}]+")
DEGREE_SIGN = r" ?(?:°|度|도|deg(?:rees?)?\.?|градус[а-я]{0,2}|-|:(?=\d)) ?"
MINUTE_SIGN = r" ?(?:'(?!')|分|분|min(?:utes?)?\.?|минут[а-я]{0,2}|-|:(?=\d))"
SECOND_SIGN = r" ?(?:\"|''|秒|초|sec(?:onds?)?\.?|секунд[а-я]{0,2})"
PARTS = (
    r"(?P<deg>\d{1,3}(?:\.\d{1,8}|,\d{1,8}(?= ?°))?)"
    rf"(?:{DEGREE_SIGN}(?:(?P<min>\d{{1,2}}(?:\.\d{{1,6}}|,\d{{1,6}}(?= ?'))?)"
    rf"(?:{MINUTE_SIGN}(?: ?(?P<sec>\d{{1,2}}(?:[.,]\d{{1,5}})?){SECOND_SIGN}?)?)?)?)?"
)
COMPACT = r"(?P<joined>\d{4,7}(?:\.\d{1,4})?)(?!\d)"  # ddmm, ddmmss; dddmm, dddmmss
BLANKS = r"(?P<bdeg>\d{2,3}) (?P<bmin>\d{2}(?:\.\d{1,6})?)(?: (?P<bsec>\d{2}(?:\.\d{1,5})?))?"
HEMISPHERES = {  # axis and sign to the words for it behind a number, and before one
    ("lat", 1): (
        r"n(?:orth)?(?:ern)?|с(?:\. ?|еверной )ш(?:\.|ироты)?|北(?![纬緯])",
        r"(?-i:N)|north|с\. ?ш\.|северн[а-я]{2} широт[аеы]|北[纬緯]|북위",
    ),
    ("lat", -1): (
        r"s(?:outh)?(?:ern)?|ю(?:\. ?|жной )ш(?:\.|ироты)?|南(?![纬緯])",
        r"(?-i:S)|south|ю\. ?ш\.|южн[а-я]{2} широт[аеы]|南[纬緯]|남위",
    ),
    ("lon", 1): (
        r"e(?:ast)?(?:ern)?|в(?:\. ?|осточной )д(?:\.|олготы)?|[东東](?![经經経])",
        r"(?-i:E)|east|в\. ?д\.|восточн[а-я]{2} долгот[аеы]|[东東][经經経]|동경",
    ),
    ("lon", -1): (
        r"w(?:est)?(?:ern)?|з(?:\. ?|ападной )д(?:\.|олготы)?|西(?![经經経])",
        r"(?-i:W)|west|з\. ?д\.|западн[а-я]{2} долгот[аеы]|西[经經経]|서경",
    ),
}
SIGNS = list(HEMISPHERES)


def named(words: int) -> str:
    """Return the hemispheres as one alternation: group h0 to h3 tells which; `words` 0 behind a number, 1 before."""
    return "|".join(f"(?P<h{place}>{HEMISPHERES[sign][words]})" for place, sign in enumerate(SIGNS))


BEHIND = re.compile(rf"(?=\d)(?<![\d.])(?:{COMPACT} ?|{BLANKS} ?|{PARTS} ?)(?:{named(0)})(?![a-zа-я])", re.IGNORECASE)
BEFORE = re.compile(
    rf"(?<![a-zа-я])(?=[nsewсювз北南东東西북남동서])(?:{named(1)})"
    rf"(?:\.? ?(?:lat(?:itude)?|long?(?:itude)?)(?![a-z]))?[ .:]{{0,2}}"
    rf"(?:{COMPACT}|{PARTS})(?![\d.]\d)",
    re.IGNORECASE,
)
SIXTY = 60  # minutes in a degree, seconds in a minute


@dataclass(frozen=True, slots=True)
class Angle:
    """One latitude or longitude as written; `degrees` is None where no such angle is on the globe."""

    span: Span
    axis: str  # "lat" or "lon"
    degrees: float | None


def plain(text: str) -> str:
    """Return a text of the same length with every full-width or typographic character as the plain one it means."""
    return LOOKS.sub(lambda match: match[0].translate(LOOKS_LIKE), text)


def angles(text: str, pattern: re.Pattern[str]) -> Iterator[Angle]:
    """Yield what `BEHIND` or `BEFORE` finds in a text that `plain` has made plain."""
    for match in pattern.finditer(text):
        axis, sign = next(sign for place, sign in enumerate(SIGNS) if match[f"h{place}"])
        value = degrees_of(match, axis)
        start, end = match.span()
        end = start + len(match.group().rstrip(" -:"))
        yield Angle(Span(start, end), axis, None if value is None else sign * value)


def degrees_of(match: re.Match[str], axis: str) -> float | None:
    written = parts_of(match, 2 if axis == "lat" else 3)
    if written is None:
        return None
    degrees, minutes, seconds = (float((number or "0").replace(",", ".")) for number in written)
    if minutes >= SIXTY or seconds >= SIXTY or (minutes and degrees != int(degrees)):
        return None
    value = round(degrees + minutes / 60 + seconds / 3600, 6)
    return value if value <= (90 if axis == "lat" else 180) else None


def parts_of(match: re.Match[str], width: int) -> tuple[str | None, str | None, str | None] | None:
    """Return degrees, minutes and seconds as written; `width` digits are degrees where nothing stands between."""
    joined = match.groupdict().get("joined")
    if joined is None:
        found = match.groupdict()
        degrees, minutes, seconds = (found.get(f"b{part}") or found[part] for part in ("deg", "min", "sec"))
        return degrees, minutes, seconds
    digits = len(joined.partition(".")[0])
    if digits == width + 2:
        return joined[:width], joined[width:], None
    return (joined[:width], joined[width : width + 2], joined[width + 2 :]) if digits == width + 4 else None
