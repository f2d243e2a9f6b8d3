"""A file, or what came in by a pipe, to a Report: plain text, Markdown or HTML in any usual encoding.

Text and Markdown are kept as given, character by character. Of HTML the readable
text is the report's text, and the page's own statements (meta elements) give
title, publisher and date of publication.
"""

from __future__ import annotations

import re
from pathlib import Path

from charset_normalizer import from_bytes

from geo.errors import InputError
from geo.paths import REPORTS
from geo.sources.front_matter import split_front_matter
from geo.sources.html import read_html
from geo.sources.ids import report_id
from geo.types import Report

MAX_TEXT_BYTES = 10_000_000
MAX_HTML_BYTES = 5_000_000
TEXT_ENDINGS = {"", ".txt", ".text", ".md", ".markdown"}
HTML_ENDINGS = {".html", ".htm", ".xhtml"}
LATER_ENDINGS = {".pdf", ".docx", ".doc", ".odt", ".rtf", ".eml", ".msg"}
SIGNATURES = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive or office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"\x1f\x8b": "a gzip archive",
    b"SQLite format 3\x00": "a database",
    b"{\\rtf": "an RTF document",
}
BYTE_ORDER_MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
# What pages and editors of our languages write besides UTF-8; rarer ones (Mac, EBCDIC) look alike and mislead.
LIKELY_ENCODINGS = ["cp1252", "cp1251", "koi8_r", "gb18030", "big5", "cp932", "cp949", "cp1250", "cp1254", "cp1256"]
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
MAX_CONTROL_SHARE = 0.01  # of the characters: a form feed or two is a text, a program is not
DECLARED_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset=["']?([\w.:-]{2,40})""", re.IGNORECASE)
LOOKS_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html|<head|<body)", re.IGNORECASE)


def read_report(given: Path | str | bytes, name: str | None = None) -> Report:
    """Return the report that a file holds.

    Args:
        given: path of a file, or its bytes (an upload, standard input).
        name: what to call it in messages and to know its kind by; the path's own name when None.
    Raises:
        InputError: not there, empty, too large, binary, or of a kind that is not read yet.
    """
    called = name or ("standard input" if isinstance(given, bytes) else str(given))
    ending = Path(called).suffix.lower() if name or not isinstance(given, bytes) else ""
    if ending in LATER_ENDINGS:
        raise InputError(f"{called}: {ending} files are not read yet. Save it as text (.txt) and give that.")
    is_html = ending in HTML_ENDINGS
    content = given if isinstance(given, bytes) else _bytes_of(Path(given), called)
    _check_size(len(content), is_html, called)
    text = decode(content, called)
    if is_html or (ending in TEXT_ENDINGS and LOOKS_HTML.match(text)):
        _check_size(len(content), True, called)
        return read_html(text, called)
    fields: dict[str, object] = {}
    if ending in (".md", ".markdown"):
        fields, text = split_front_matter(text, called)
    if not text.strip():
        raise InputError(f"{called} holds no text. Give a report of at least one sentence.")
    return Report(**{"id": report_id(text), **fields, "text": text})  # type: ignore[arg-type]  # checked by FrontMatter


def read_sample_reports(folder: Path = REPORTS) -> list[Report]:
    """Return the bundled sample reports in the order of their file names."""
    return [read_report(path) for path in sorted(folder.glob("*.md"))]


def decode(content: bytes, called: str) -> str:
    """Return bytes as text: by byte order mark, as UTF-8, by the page's own word, else by what its bytes look like.

    Raises:
        InputError: the bytes are no text.
    """
    for signature, kind in SIGNATURES.items():
        if content.startswith(signature):
            raise InputError(f"{called} is {kind}, whatever its name says. Save its text as .txt and give that.")
    text = _decoded(content, called)
    if len(CONTROL.findall(text)) > MAX_CONTROL_SHARE * len(text):
        raise _not_text(called)
    return text


def _decoded(content: bytes, called: str) -> str:
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError as error:
                raise _not_text(called) from error
    if b"\x00" in content:  # no text has a NUL but UTF-16 and 32, which say so by their mark
        raise _not_text(called)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        declared = DECLARED_CHARSET.search(content[:4096])
    if declared:
        try:
            return content.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass  # a page that errs about itself is judged by its bytes
    best = from_bytes(content[:200_000], cp_isolation=LIKELY_ENCODINGS).best()
    if best is None:
        raise _not_text(called)
    return content.decode(best.encoding, errors="replace")


def _not_text(called: str) -> InputError:
    return InputError(f"{called} is no text: it holds bytes of no known encoding. Save it as UTF-8 text and give that.")


def _bytes_of(path: Path, called: str) -> bytes:
    try:
        _check_size(path.stat().st_size, path.suffix.lower() in HTML_ENDINGS, called)
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{called} cannot be read: {error.strerror}. Check the path and its permissions.") from error


def _check_size(size: int, is_html: bool, called: str) -> None:
    most = MAX_HTML_BYTES if is_html else MAX_TEXT_BYTES
    if size > most:
        kind = "an HTML page" if is_html else "a text"
        raise InputError(f"{called} has {size:,} bytes; {kind} may have {most:,}. Give the report's part of it.")
