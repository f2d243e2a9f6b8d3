"""Which language a report is written in: its script decides, and a model only where a script has many languages.

English, Chinese, Russian and Japanese are read; everything else is refused by
name. A text too short or too mixed to tell counts as English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from babel import Locale

from geo.errors import InputError

OTHERS_READ = ("zh", "ru", "ja")  # by the words of data/rules/languages
READ = ("en", *OTHERS_READ)
SAMPLE_CHARS = 6_000
SCRIPTS = {
    "latin": re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+"),
    "cyrillic": re.compile(r"[\u0400-\u052f]+"),
    "han": re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"),
    "kana": re.compile(r"[\u3040-\u30ff\uff66-\uff9f]+"),
    "hangul": re.compile(r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]+"),
    "other": re.compile(r"[\u0370-\u03ff\u0530-\u10ff\u1200-\u167f\u1780-\u1cff]+"),  # Greek, Arabic, Thai and so on
}
CHARACTER_WEIGHT = 2.5  # a character of Chinese says as much as some letters
KANA_SHARE = 0.15  # Japanese has a third of kana and more; a Chinese report quotes the odd の
MIN_LETTERS = 60  # below it a model guesses
MIN_LEAD = 25.0  # of log likelihood over the language that is read, for a report to be refused
ENGLISH = re.compile(r"\b(?:the|of|and|with|from|were|that|said|by|has|its|will)\b", re.IGNORECASE)
ENGLISH_SHARE = 0.05  # of the words; running English has 15 to 25 in a hundred, other languages one or two
NOT_RUSSIAN = re.compile(r"[іїєґўјљњђћџәөүұқғңһ]", re.IGNORECASE)
NOT_RUSSIAN_SHARE = 0.01
LATIN = [
    "en", "fr", "de", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "hu",
    "ro", "hr", "sl", "et", "lv", "lt", "tr", "vi", "id", "tl", "sq", "sw", "ca",
]  # fmt: skip
CYRILLIC = ["ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn"]
OTHER = ["ar", "fa", "ur", "he", "el", "th", "hi", "bn", "ta", "hy", "ka", "my", "km", "lo", "am"]


def language_of(text: str, stated: str | None = None) -> str:
    """Return the ISO 639-1 code of the language that most of a text is in.

    Args:
        stated: what the source says; it settles Chinese and Japanese where a text has no kana, nothing else,
            because pages often state the language of their menu.
    """
    sample = text[:SAMPLE_CHARS]
    if sample.isascii():
        return _of_latin(sample)
    letters = {script: sum(map(len, pattern.findall(sample))) for script, pattern in SCRIPTS.items()}
    characters = letters["han"] + letters["kana"]
    heaviest = max(("latin", "cyrillic", "hangul", "other"), key=lambda script: letters[script])
    if characters * CHARACTER_WEIGHT > letters[heaviest]:
        japanese = letters["kana"] > KANA_SHARE * characters
        return "ja" if japanese or (not letters["kana"] and (stated or "").startswith("ja")) else "zh"
    if heaviest == "latin":
        return _of_latin(sample)
    if heaviest == "cyrillic":
        return _of_cyrillic(sample, letters["cyrillic"])
    if letters[heaviest] < MIN_LETTERS / 2:
        return "en"
    return "ko" if heaviest == "hangul" else _likeliest(sample, OTHER, OTHER[0])


def check_language(report_id: str, language: str) -> None:
    """Raise InputError where a report's language is not read."""
    if language not in READ:
        raise InputError(
            f"Report {report_id!r} seems to be in {_named([language])}; reports in {_named(READ)} are read. "
            "Give a translation, a machine's will do."
        )


def _named(languages: Iterable[str]) -> str:
    names = [Locale("en").languages.get(code, code) for code in languages]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _of_latin(sample: str) -> str:
    words = sample.count(" ") + 1
    if len(sample) < MIN_LETTERS or len(ENGLISH.findall(sample)) >= ENGLISH_SHARE * words:
        return "en"
    return _likeliest(sample, LATIN, "en")


def _of_cyrillic(sample: str, letters: int) -> str:
    foreign = len(NOT_RUSSIAN.findall(sample)) > NOT_RUSSIAN_SHARE * letters
    if letters < MIN_LETTERS or (not foreign and "ы" in sample.lower()):
        return "ru"
    return _likeliest(sample, CYRILLIC, "ru")


def _likeliest(sample: str, languages: list[str], usual: str) -> str:
    """Return the language that a model finds, the usual one unless another is well ahead of it."""
    import py3langid  # its model takes half a second to load, which English reports need not pay

    scores = {code: float(score) for code, score in py3langid.rank(sample) if code in languages}
    best = max(scores, key=lambda code: scores[code], default=usual)
    return best if scores.get(best, 0.0) - scores.get(usual, 0.0) >= MIN_LEAD or usual not in READ else usual
