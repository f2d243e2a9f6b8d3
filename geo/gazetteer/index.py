"""Which words can begin a place name: two small bit tables that answer in memory, without asking the file.

A table says "surely not" or "perhaps"; the file then decides. 32 million bits
for some 600,000 keys let about two names in a hundred through in vain.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, partial
from zlib import crc32

NAME_BITS = 25  # a table of 4 MiB
REMEMBERED_KEYS = 16384  # words come again and again
PREFIX_BITS = 22  # far fewer keys: only names of several words have beginnings


class NameFilter:
    """Bit tables over the keys of all names and of all their beginnings.

    `perhaps_name` tells whether a key may be a name, `perhaps_beginning` whether
    some longer name may begin with it and a blank.
    """

    __slots__ = ("names", "perhaps_beginning", "perhaps_name", "prefixes")

    def __init__(self, names: bytes | bytearray, prefixes: bytes | bytearray) -> None:
        """
        Raises:
            ValueError: the tables are none that `of` has made.
        """
        for table, bits in ((names, NAME_BITS), (prefixes, PREFIX_BITS)):
            if not isinstance(table, (bytes, bytearray)) or len(table) != 1 << (bits - 3):
                raise ValueError("its index is of another version")
        self.names = names
        self.prefixes = prefixes
        self.perhaps_name = lru_cache(REMEMBERED_KEYS)(partial(marked, names))
        self.perhaps_beginning = lru_cache(REMEMBERED_KEYS)(partial(marked, prefixes))

    @classmethod
    def of(cls, keys: Iterable[str]) -> NameFilter:
        return cls(bytes(1 << (NAME_BITS - 3)), bytes(1 << (PREFIX_BITS - 3))).with_keys(keys)

    def with_keys(self, keys: Iterable[str]) -> NameFilter:
        """Return tables that know these keys too."""
        names, prefixes = bytearray(self.names), bytearray(self.prefixes)
        for key in keys:
            mark(names, key)
            blank = key.find(" ")
            while blank > 0:
                mark(prefixes, key[:blank])
                blank = key.find(" ", blank + 1)
        return NameFilter(names, prefixes)


def mark(table: bytearray, key: str) -> None:
    place = crc32(key.encode()) & (len(table) * 8 - 1)
    table[place >> 3] |= 1 << (place & 7)


def marked(table: bytes | bytearray, key: str) -> bool:
    place = crc32(key.encode()) & (len(table) * 8 - 1)
    return bool(table[place >> 3] & (1 << (place & 7)))
