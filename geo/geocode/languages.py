"""A place's name in a language, as far as that is known.

Countries have their names in every language that CLDR knows. Of all other
places the gazetteer keeps names in several scripts without saying whose they
are: for a language with a script of its own the first name in that script is
taken. Not handled: languages in the Latin script other than English, whose
names cannot be told apart, and neighbours of one script: a Russian name may be
given as another language of Russia has it, a Japanese one of Han characters in
Chinese, a Persian one in Arabic. Towns that have no name in the script, and
provinces of most countries, stay in English.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Any

import pycountry
from babel import Locale, UnknownLocaleError
from babel.core import get_global
from geopy.exc import GeocoderQueryError

from geo.types import Place, PlaceKind

# ISO 15924 script to the first word of its letters' Unicode names.
LETTERS = {
    "Cyrl": ("CYRILLIC",),
    "Hans": ("CJK",),
    "Hant": ("CJK",),
    "Jpan": ("CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"),
    "Kore": ("HANGUL",),
    "Arab": ("ARABIC",),
    "Hebr": ("HEBREW",),
    "Grek": ("GREEK",),
    "Thai": ("THAI",),
    "Deva": ("DEVANAGARI",),
    "Geor": ("GEORGIAN",),
    "Armn": ("ARMENIAN",),
}

# Cyrillic letters that only other languages of the script have.
FOREIGN_LETTERS = {"ru": "іїєґѓѕјљњќћџўқғүұөәһңҳҷӣӯ", "uk": "ёъыэѓѕјљњќћџўқғүұөәһңҳҷӣӯ"}


def languages_of(language: Any) -> tuple[str, ...]:
    """Return the languages wanted, the most wanted first, of "ru", "zh-TW,en" or an Accept-Language header.

    Raises:
        GeocoderQueryError: not text.
    """
    if not language:
        return ()
    if not isinstance(language, str):
        raise GeocoderQueryError(f"language is {type(language).__name__}, expected text such as 'ru' or 'zh-TW,en'.")
    return tuple(part.split(";")[0].strip() for part in language.split(",") if part.split(";")[0].strip())


def name_in(languages: Iterable[str], place: Place, names: Iterable[str]) -> str:
    """Return the place's name in the first of the languages in which it is known, else its first name (English)."""
    held = tuple(names)
    for language in languages:
        locale = locale_of(language)
        if locale is None:
            continue
        if locale.language == "en":
            return place.name
        if place.kind is PlaceKind.COUNTRY and (said := country_in(locale, place.country)):
            return said
        letters = LETTERS.get(script_of(locale), ())
        foreign = FOREIGN_LETTERS.get(locale.language, "")
        found = next((name for name in held if written_in(letters, name, foreign)), None)
        if found:
            return found
    return place.name


def country_in(locale: Locale, iso3: str | None) -> str | None:
    """Return a country's name in a language, None where CLDR has none."""
    known = pycountry.countries.get(alpha_3=iso3) if iso3 else None
    alpha_2 = known.alpha_2 if known else "XK" if iso3 == "XKX" else ""
    return locale.territories.get(alpha_2)


@cache
def locale_of(language: str) -> Locale | None:
    try:
        return Locale.parse(language.replace("-", "_"))
    except (ValueError, TypeError, UnknownLocaleError):
        return None


def script_of(locale: Locale) -> str:
    """Return the script that a language is usually written in: 'Cyrl' for Russian."""
    if locale.script:
        return str(locale.script)
    likely = get_global("likely_subtags")
    tags = (f"{locale.language}_{locale.territory}", locale.language)
    parts: list[str] = next((likely[tag].split("_") for tag in tags if tag in likely), [])
    return parts[1] if len(parts) > 1 else ""


def written_in(letters: tuple[str, ...], name: str, foreign: str = "") -> bool:
    """Return whether all letters of a name belong to a script, and none to `foreign`."""
    scripts = {unicodedata.name(letter, "?").split(" ")[0] for letter in name if letter.isalpha()}
    return bool(scripts) and scripts <= set(letters) and not any(letter in foreign for letter in name.lower())
