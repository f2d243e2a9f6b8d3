"""Whether a known name is a place where it stands: rules about its case and the words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geo.extract.places.tokens import Token, Tokens
from geo.gazetteer import Gazetteer
from geo.gazetteer.names import UNSPACED_CHARACTER, key_of
from geo.text.place_words import demonyms, words
from geo.types import Place, PlaceKind, Span, Toponym

SENTENCE_END = re.compile(r"[.!?:;\n\"“”•]")
SURE_WEIGHT = 0.62  # a name of this weight needs no support: countries, capitals, cities of 1.6 million, own places
SURE_CHINESE_WEIGHT = 0.53  # a city of two million under its Chinese name
SMALL_WEIGHT = 0.45  # towns of 30,000 and less
MAX_ACRONYM_CHARS = 5
MAX_LINK_CHARS = 6  # ', and '
LINKS = (",", "and", ", and", "or", "/", "–", "-")


class Context:
    """Judges one candidate name at a time in the text that it was made for, in reading order."""

    def __init__(self, text: str, tokens: Tokens) -> None:
        self.text = text
        self.tokens = tokens
        self.small_words = tokens.small_words
        self.people: set[str] = set()  # keys of single words that turned out to be surnames
        self.places: set[str] = set()  # keys of single words that their surroundings say are places
        self.doubtful: list[Toponym] = []  # single words that may be places, but nothing says so
        self.unsupported: set[Span] = set()  # single words taken for places though nothing says so
        self.last_end = -1  # where the last accepted place ended

    def judge(self, first: int, after: int, gazetteer: Gazetteer) -> Toponym | None:
        """Return the toponym of tokens first to after (exclusive), None where they name no place."""
        tokens = self.tokens
        span = Span(tokens[first].start, tokens[after - 1].end)
        name = span.of(self.text)
        best = gazetteer.candidates(name)[0]
        toponym = Toponym(span, name, "gazetteer", self.kind_asked(first, after))
        if after - first == 1 and not self.holds_alone(first, best, gazetteer):
            self.doubtful.append(toponym)
            return None
        if self.in_organisation(first, after, best) or self.is_chinese_word(first, after, best):
            return None
        self.last_end = span.end
        return toponym

    def settle(self, found: Sequence[Toponym]) -> list[Toponym]:
        """Return the toponyms with each word in one sense throughout the text.

        "Nelson" once said to be a town is one wherever it stands, and "Clark"
        once a person's name is that, unless the words around say otherwise.
        """
        kept = [
            one
            for one in found
            if one.span not in self.unsupported or key_of(one.name) not in self.people - self.places
        ]
        return kept + [one for one in self.doubtful if key_of(one.name) in self.places - self.people]

    def holds_alone(self, first: int, best: Place, gazetteer: Gazetteer) -> bool:
        """Judge a name of one word: it may be a plain word, an acronym or a person's."""
        token = self.tokens[first]
        if self.is_abbreviation(first):
            return True
        if self.is_acronym(token, best) or self.is_sum_of_money(token):
            return False
        if token.text in words("abbreviations") or self.is_word(token, best):
            before = self.before(first)
            begins_name = before is None or before.lower  # not "Prudhoe Bay, Alaska"
            if begins_name and not token.lower and self.is_followed_by_whole(first, gazetteer):
                self.places.add(token.key)
                return True
            return False
        if best.kind is PlaceKind.COUNTRY and best.weight >= SURE_WEIGHT:
            before = self.before(first)
            return (before is None or before.text not in words("given_names")) and not self.has_surname(first)
        if UNSPACED_CHARACTER.match(token.text):
            return False
        supported = self.is_supported(first, gazetteer)
        if supported and not (first >= 2 and self.tokens[first - 2].key == "according"):  # "according to Clark"
            self.places.add(token.key)
        elif best.weight < SURE_WEIGHT:
            self.unsupported.add(Span(token.start, token.end))
        if self.follows_person_word(first) and not (supported and best.weight >= SURE_WEIGHT):
            self.people.add(token.key)
            return False
        if self.is_vessel(first, best):
            return False
        if best.weight >= SURE_WEIGHT:
            return not self.is_first_name(first, gazetteer)
        if not supported and (self.is_first_name(first, gazetteer) or self.is_surname(first, gazetteer)):
            self.people.add(token.key)
            return False
        return supported or best.weight >= SMALL_WEIGHT or not self.begins_sentence(first)

    def is_word(self, token: Token, best: Place) -> bool:
        if token.text in words("not_places") or token.text.capitalize() in words("not_places"):
            return True
        if token.text in demonyms():
            return True
        return token.key in self.small_words and best.weight < SURE_WEIGHT

    def is_acronym(self, token: Token, best: Place) -> bool:
        if not token.text.isascii():
            return False
        if len(token.text) <= 2 or token.key in words("short_names"):
            return not (token.text.isupper() and token.key in words("short_names"))
        short = token.text.isupper() and len(token.text) <= MAX_ACRONYM_CHARS
        return short and (best.name.upper() != token.text or best.weight < SMALL_WEIGHT)

    def is_sum_of_money(self, token: Token) -> bool:
        """Return whether a dollar sign makes it money: 'US$', '$US'."""
        return "$" in (self.text[token.end : token.end + 1], self.text[max(0, token.start - 1) : token.start])

    def is_abbreviation(self, first: int) -> bool:
        """Return whether a state is abbreviated after its town: 'Reno, Nev.', 'Reno, NV'."""
        token = self.tokens[first]
        if not first or self.text[self.tokens[first - 1].end : token.start] != ", " or self.tokens[first - 1].lower:
            return False
        if token.text in words("abbreviations"):
            return self.text[token.end : token.end + 1] == "."
        return len(token.text) == 2 and token.text.isascii() and token.text.isupper()

    def is_supported(self, first: int, gazetteer: Gazetteer) -> bool:
        """Return whether a preposition before, or a place before or after a comma, speaks for a place."""
        token, before, following = self.tokens[first], self.before(first), self.following(first + 1)
        if before is not None and before.lower and before.key in words("location_words"):
            return True
        if following is not None and following.text in words("place_words"):
            return True
        close = self.last_end >= 0 and token.start - self.last_end <= MAX_LINK_CHARS
        if close and self.text[self.last_end : token.start].strip() in LINKS:
            return True
        return self.is_followed_by_whole(first, gazetteer)

    def is_followed_by_whole(self, first: int, gazetteer: Gazetteer) -> bool:
        """Return whether a country or province stands after a comma: 'Columbus, Ohio'."""
        if first + 1 >= len(self.tokens) or self.text[self.tokens[first].end : self.tokens[first + 1].start] != ", ":
            return False
        return self.is_abbreviation(first + 1) or self.names_whole(first + 1, gazetteer)

    def names_whole(self, first: int, gazetteer: Gazetteer) -> bool:
        """Return whether a country or province is named from this token on, in one to three words."""
        for length in (1, 2, 3):
            if first + length > len(self.tokens):
                return False
            name = self.text[self.tokens[first].start : self.tokens[first + length - 1].end]
            if not name[0].isupper():
                return False
            if any(place.kind in (PlaceKind.COUNTRY, PlaceKind.REGION) for place in gazetteer.candidates(name)):
                return True
        return False

    def is_vessel(self, first: int, best: Place) -> bool:
        """Return whether an article makes a town or province a ship: 'the Liaoning crossed the strait'."""
        before, following = self.before(first), self.following(first + 1)
        if before is None or before.key != "the" or best.place_id.startswith("own:"):
            return False
        return following is not None and following.key in words("acting_words") | words("location_words")

    def follows_person_word(self, first: int) -> bool:
        before = self.before(first)
        if before is not None:
            return before.text in words("given_names") or before.text in words("titles")
        if first and self.text[self.tokens[first - 1].end : self.tokens[first].start] == ". ":
            abbreviation = self.tokens[first - 1].text
            return abbreviation in words("titles") or (len(abbreviation) == 1 and abbreviation.isupper())
        return False

    def is_first_name(self, first: int, gazetteer: Gazetteer) -> bool:
        """Return whether a surname seems to follow: 'Jordan Smith', but not 'Jordan River'."""
        following = self.following(first + 1)
        if following is None or following.lower or following.text in words("place_words"):
            return False
        token = self.tokens[first]
        if token.text in words("given_names"):
            return True
        if token.text.isupper() or following.text in words("not_places"):
            return False
        return not gazetteer.candidates_of_key(following.key) and following.text not in words("after_places")

    def has_surname(self, first: int) -> bool:
        """Return whether a country's name is a first name here: 'Jordan Smith', 'Chad Walker'."""
        following = self.following(first + 1)
        return following is not None and following.text in words("surnames")

    def is_surname(self, first: int, gazetteer: Gazetteer) -> bool:
        token, before, following = self.tokens[first], self.before(first), self.following(first + 1)
        if token.text in words("surnames") or token.text in words("given_names") or token.key in self.people:
            return True
        if following is not None and following.key in words("speaking_words"):
            return True
        if before is None or before.lower or before.text in words("before_places"):
            return False
        if self.begins_sentence(first - 1) and (before.text in words("not_places") or before.key in self.small_words):
            return False
        return before.end != self.last_end

    def in_organisation(self, first: int, after: int, best: Place) -> bool:
        following = self.following(after)
        if following is not None and following.text in words("organisation_words"):
            return best.kind is not PlaceKind.COUNTRY or following.text in words("papers")
        of = self.before(first)
        if of is None or of.key != "of" or first < 2:
            return False
        return self.tokens[first - 2].text in words("organisation_heads")

    def is_chinese_word(self, first: int, after: int, best: Place) -> bool:
        """Two characters are a word more often than a small town: 联合 is 'joint'."""
        short = after - first <= 2 and UNSPACED_CHARACTER.match(self.tokens[first].text) is not None
        return short and best.weight < SURE_CHINESE_WEIGHT and best.kind is PlaceKind.CITY

    def kind_asked(self, first: int, after: int) -> PlaceKind | None:
        """Return the kind that the words around ask for: 'X Province', 'the city of X'."""
        following = self.following(after)
        if self.text.startswith(" National Guard", self.tokens[after - 1].end):
            return PlaceKind.REGION
        if following is not None:
            for kind in (PlaceKind.REGION, PlaceKind.CITY, PlaceKind.ISLAND, PlaceKind.SEA):
                if following.key in words(f"{kind.value}_words"):
                    return kind
        of = self.before(first)
        if of is not None and of.key == "of" and first >= 2:
            for kind in (PlaceKind.REGION, PlaceKind.CITY, PlaceKind.ISLAND):
                if self.tokens[first - 2].key in words(f"{kind.value}_words"):
                    return kind
        return None

    def before(self, first: int) -> Token | None:
        return self.tokens[first - 1] if first and self.tokens[first].joined else None

    def following(self, after: int) -> Token | None:
        return self.tokens[after] if after < len(self.tokens) and self.tokens[after].joined else None

    def begins_sentence(self, first: int) -> bool:
        if first <= 0:
            return True
        return SENTENCE_END.search(self.text[self.tokens[first - 1].end : self.tokens[first].start]) is not None
