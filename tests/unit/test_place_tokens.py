"""Tokens of a text: what they hold, what joins them, what hides them."""

from geo.extract.places.tokens import Tokens
from geo.types import Span


def test_tokens_know_what_stands_before_them() -> None:
    tokens = Tokens("St. Petersburg, Île-de-France und 青岛 a5")
    assert [(token.text, token.key, token.joined, token.lower) for token in tokens] == [
        ("St", "st", False, False),
        ("Petersburg", "petersburg", True, False),
        ("Île", "ile", False, False),
        ("de", "de", True, True),
        ("France", "france", True, False),
        ("und", "und", True, True),
        ("青", "青", True, False),
        ("岛", "岛", True, False),
        ("a5", "a5", True, True),
    ]
    assert tokens.small_words == {"de", "und", "a5"}


def test_a_token_is_masked_where_it_touches_a_masked_span() -> None:
    text = "USS Reagan left Tokyo"
    tokens = Tokens(text, [Span(0, 10)])
    assert [token.text for token in tokens if token.masked] == ["USS", "Reagan"]


def test_combining_characters_belong_to_their_word() -> None:
    assert Tokens("Que\u0301bec \u0301x").words == ["Que\u0301bec", "\u0301x"]
