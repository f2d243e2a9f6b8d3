"""Content stamps: files and words turned into a digest that lies beside what was made from them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

STAMP = ".stamp"


def digest(*files: Path, words: Iterable[str] = ()) -> str:
    """Return a digest of the names and contents of files; files that are not there count as absent."""
    total = hashlib.sha256("\n".join(words).encode())
    for path in files:
        content = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "absent"
        total.update(f"\n{path.name} {content}".encode())
    return total.hexdigest()


def has_stamp(folder: Path, wanted: str, name: str = STAMP) -> bool:
    """Whether what lies in a folder was made from what `wanted` stands for."""
    try:
        return (folder / name).read_text(encoding="utf-8") == wanted
    except (OSError, ValueError):
        return False


def write_stamp(folder: Path, made_from: str, name: str = STAMP) -> None:
    """Say what a folder's content was made from; to be called last, when all of it is there."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(made_from, encoding="utf-8")
