"""Whether a known name is a place where it stands: rules about its case and the words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from geo.extract.place_tokens import Token
from geo.gazetteer import Gazetteer
from geo.rules import Rule, load_rules
from geo.types import Place, PlaceKind, Span, Toponym

SENTENCE_END = re.compile(r"[.!?:;\n\"“”]")
SURE_WEIGHT = 0.62  # a name of this weight needs no support from its context
STATES_OR_PLACES = (PlaceKind.COUNTRY, PlaceKind.CITY)


class Words(Rule):
    """A list of words that play one part around a name, parted by commas."""

    words: str


@cache
def words(part: str) -> frozenset[str]:
    return frozenset(word.strip() for word in load_rules("place_words", Words)[part].words.split(","))


class Context:
    """Judges one candidate name at a time in the text that it was made for."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self.small_words = {token.key for token in tokens if token.lower}

    def judge(self, first: int, after: int, gazetteer: Gazetteer) -> Toponym | None:
        """Return the toponym of tokens first to after (exclusive), None where they name no place."""
        tokens = self.tokens
        span = Span(tokens[first].start, tokens[after - 1].end)
        name = span.of(self.text)
        best = gazetteer.candidates(name)[0]
        single = after - first == 1
        if single and (self.is_word(tokens[first], best) or self.is_acronym(tokens[first], best)):
            return None
        if single and self.in_person_name(first, best):
            return None
        if self.in_organisation(after):
            return None
        return Toponym(span, name, "gazetteer", metonym=self.is_actor(first, after, best))

    def before(self, first: int) -> Token | None:
        return self.tokens[first - 1] if first and self.tokens[first].joined else None

    def following(self, after: int) -> Token | None:
        return self.tokens[after] if after < len(self.tokens) and self.tokens[after].joined else None

    def begins_sentence(self, first: int) -> bool:
        start = self.tokens[first].start
        end = self.tokens[first - 1].end if first else 0
        return first == 0 or SENTENCE_END.search(self.text[end:start]) is not None

    def is_word(self, token: Token, best: Place) -> bool:
        if token.text in words("not_places") or token.text.capitalize() in words("not_places"):
            return True
        return token.key in self.small_words and best.weight < SURE_WEIGHT

    def is_acronym(self, token: Token, best: Place) -> bool:
        return (
            token.text.isupper()
            and token.text.isascii()
            and len(token.text) <= 4
            and best.kind is not PlaceKind.COUNTRY
        )

    def in_person_name(self, first: int, best: Place) -> bool:
        before, following = self.before(first), self.following(first + 1)
        person_words = words("given_names") | words("titles")
        if before is not None and before.text in person_words and best.kind is not PlaceKind.COUNTRY:
            return True
        capital_follows = following is not None and not following.lower and following.text not in words("place_words")
        return capital_follows and self.tokens[first].text in words("given_names")

    def in_organisation(self, after: int) -> bool:
        following = self.following(after)
        return following is not None and following.text in words("organisation_words")

    def is_actor(self, first: int, after: int, best: Place) -> bool:
        if best.kind not in STATES_OR_PLACES:
            return False
        before, following = self.before(first), self.following(after)
        if before is not None and before.key in words("location_words"):
            return False
        return following is not None and following.text in words("acting_words")
