"""Numbers as these languages write them: "十二", "2.5万", "１０", "двадцать пять", "10 тыс." to int."""

from __future__ import annotations

import re
from collections.abc import Mapping

TOKEN = re.compile(r"\d[\d.,\u00a0 ]*|[^\W\d_]+")
CHARACTER = re.compile(r"\d[\d.,]*|[^\W\d_]")
HAN = re.compile(r"[\u4e00-\u9fff]|〇")
SCALES = (10, 100, 1000, 10_000, 100_000_000)
SECTION = 1000  # from here on a scale multiplies all that stands before it


def number_of(words: str, values: Mapping[str, int]) -> int | None:
    """Return the value of a number, None where a word of it is not among `values`."""
    spaced = not HAN.search(words)
    total, section = 0.0, 0.0
    figure: float | None = None
    for token in (TOKEN if spaced else CHARACTER).findall(words.lower()):
        value = _figure(token) if token[0].isdigit() else values.get(token)
        if value is None:
            return None
        if token[0].isdigit() or value not in SCALES or (spaced and value < SECTION):
            figure = value if figure is None else figure + value if spaced else figure * 10 + value
        elif value >= SECTION:
            total, section, figure = total + (section + (figure or 0) or 1) * value, 0.0, None
        else:
            section, figure = section + (1 if figure is None else figure) * value, None
    return int(total + section + (figure or 0))


def _figure(token: str) -> float:
    """Return 2500 for "2 500" and "2,500", 2.5 for "2.5" and "2,5"."""
    plain = token.strip(" \u00a0.,")
    plain = re.sub(r"[ \u00a0]|[.,](?=\d{3}(?!\d))", "", plain).replace(",", ".")
    return float(plain) if plain.count(".") < 2 else float(plain.replace(".", ""))
