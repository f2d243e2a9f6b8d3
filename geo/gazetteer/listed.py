"""Names that are found wherever they are written just so, even where they are ordinary words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geo.gazetteer.names import TOKEN
from geo.types import Span


class ListedNames:
    """Finds names of a list in a text: case counts, and no name begins or ends within a word."""

    __slots__ = ("_beginnings", "_names")

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._names = frozenset(names)
        beginnings: dict[str, set[tuple[int, int]]] = {}  # first token to where it stands in the name, and its length
        for name in self._names:
            if (first := TOKEN.search(name)) is not None:
                beginnings.setdefault(first.group(), set()).add((first.start(), len(name)))
        self._beginnings = {token: sorted(forms, key=lambda form: -form[1]) for token, forms in beginnings.items()}

    def __bool__(self) -> bool:
        return bool(self._names)

    def __or__(self, other: ListedNames) -> ListedNames:
        return ListedNames(self._names | other._names) if other else self

    def find(self, text: str) -> Iterator[Span]:
        """Yield where the names stand, the longest at each place, none overlapping another."""
        if not self._names:
            return
        tokens = list(TOKEN.finditer(text))
        inside = {place for token in tokens for place in range(token.start() + 1, token.end())}
        reached = 0
        for token in tokens:
            for before, length in self._beginnings.get(token.group(), ()):
                start, end = token.start() - before, token.start() - before + length
                if start >= reached and end not in inside and text[start:end] in self._names:
                    yield Span(start, end)
                    reached = end
                    break
