"""Names to keys: text becomes tokens with offsets, and tokens become the key that names are looked up by.

A key is the folded tokens joined by blanks: "Xi'an" -> "xi an", "Île-de-France"
-> "ile de france", "青岛" -> "青 岛". Han, kana and hangul count a token a
character, because nothing marks their word boundaries.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
TOKEN = re.compile(f"[{UNSPACED}]|(?:[^\\W_{UNSPACED}]+|[\u0300-\u036f]+)+")
UNSPACED_CHARACTER = re.compile(f"[{UNSPACED}]")
WITHOUT_DECOMPOSITION = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"}
)
MAX_TOKENS = 9  # "Democratic People's Republic of Korea" has six, native names of regions up to nine


def key_of(name: str) -> str:
    """Return the key that a name is stored and found under; empty when it holds no letter or digit."""
    return " ".join(fold(token) for token in TOKEN.findall(name))


@lru_cache(maxsize=65536)
def fold(token: str) -> str:
    """Return a token without case and, for Latin, Greek and Cyrillic letters, without accents."""
    folded = token.casefold()
    if folded.isascii():
        return folded
    if UNSPACED_CHARACTER.match(folded):
        return unicodedata.normalize("NFKC", folded)
    return without_accents(folded)


def without_accents(folded: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", folded) if not "\u0300" <= c <= "\u036f")
    return plain.translate(WITHOUT_DECOMPOSITION)


def stands_in(key: str, text: str) -> bool:
    """Return whether a name of this key stands in a text; most texts are told by its first word alone."""
    first, low = key.split(" ")[0], text.casefold()
    if UNSPACED_CHARACTER.match(first):
        low = low if low.isascii() else unicodedata.normalize("NFKC", low)
    elif not low.isascii():
        low = without_accents(low)
    return bool(key) and first in low and f" {key} " in f" {key_of(text)} "
