"""Numbers in words and figures: "forty-six", "14 thousand", "1.5 thousand", "3,700", "a dozen" to int."""

import re

# ruff: noqa: SIM905 - a line of words reads better than a column of strings

UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000}
ORDINALS = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
}

_WORD = "|".join([*UNITS, *TENS, *SCALES])
NUMBER = (  # at most seven words or one figure with a scale: bounded, so it cannot blow up
    rf"half a (?:dozen|hundred|thousand|million)|\d{{1,3}}[.,]\d{{1,2}}\s+(?:thousand|million)"
    r"|(?:\d{1,3}(?:,\d{3}){1,3}|[1-9]\d{0,2}[. \u00a0\u202f]\d{3}(?!\d)|\d{1,7})"
    r"(?:\s+(?:dozen|hundred|thousand|million))?"
    rf"|(?:(?:a\s+)?(?:{_WORD}))(?:[\s-]+(?:and\s+)?(?:{_WORD})){{0,6}}"
)
ORDINAL = rf"\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)}"


def parse_number(words: str) -> int | None:
    """Return the value of a number written in words or figures, or None where it is neither."""
    if half := re.fullmatch(r"half a (\w+)", words.strip().lower()):
        return SCALES[half[1]] // 2
    if decimal := re.fullmatch(r"(\d+[.,]\d{1,2})\s+(thousand|million)", words.strip().lower()):
        return round(float(decimal[1].replace(",", ".")) * SCALES[decimal[2]])
    total = group = 0
    words = re.sub(r"(?<=\d)[,. \u00a0\u202f](?=\d{3}(?!\d))", "", words.lower())
    tokens = [token for token in re.split(r"[\s-]+", words) if token not in ("and", "a", "")]
    for token in tokens:
        if token.isdigit():
            group += int(token)
        elif token in UNITS:
            group += UNITS[token]
        elif token in TENS:
            group += TENS[token]
        elif token in ("hundred", "dozen"):
            group = max(group, 1) * SCALES[token]
        elif token in SCALES:
            total, group = total + max(group, 1) * SCALES[token], 0
        else:
            return None
    return total + group if tokens else None


def parse_ordinal(word: str) -> int | None:
    """Return 6 for "sixth" and "6th", None for what is no ordinal."""
    digits = re.match(r"\d+", word)
    return int(digits.group()) if digits else ORDINALS.get(word.lower())
