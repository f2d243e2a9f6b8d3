"""Lines of JSON, one report each, to Reports; a bad line is an error with its number, and the rest go on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from geo.errors import InputError
from geo.sources.files import MAX_TEXT_BYTES, decode
from geo.sources.ids import report_id
from geo.types import Report, Span


def _day(value: object) -> object:
    """'2023-07-16T08:00:00Z' is the day it says; an empty string is not stated."""
    if isinstance(value, str):
        return value.strip()[:10] or None
    return value


def _number_as_id(value: object) -> object:
    return str(value) if isinstance(value, int) else value


class Line(BaseModel):
    """One line; what else it holds is passed over."""

    model_config = ConfigDict(extra="ignore")

    text: str = Field(min_length=1, max_length=MAX_TEXT_BYTES)
    id: Annotated[str | None, BeforeValidator(_number_as_id)] = None
    title: str | None = None
    published: Annotated[dt.date | None, BeforeValidator(_day)] = None
    url: str | None = None
    language: str | None = None
    publisher: str | None = None
    licence: str | None = None


class SpanLine(BaseModel):
    """The spans of a line whose text is read as a report."""

    spans: list[tuple[int, int]]


def read_jsonl(lines: Iterable[str | bytes], name: str) -> Iterator[Report | InputError]:
    """Yield a report for every good line and an InputError, to be shown, for every bad one; blank ones are skipped.

    Args:
        lines: an open file will do: no more than one line is held.
        name: what to call it in messages.
    """
    for number, line in enumerate(lines, start=1):
        try:
            text = decode(line, f"{name}, line {number}") if isinstance(line, bytes) else line
            if text.strip():
                yield _report(text, f"{name}, line {number}")
        except InputError as error:
            yield error


def read_spans(lines: Iterable[str | bytes], name: str) -> Iterator[tuple[Report, tuple[Span, ...]] | InputError]:
    """Yield a report with its spans, `"spans": [[start, end], …]`, for every good line, an error for every bad one."""
    for number, line in enumerate(lines, start=1):
        called = f"{name}, line {number}"
        try:
            text = decode(line, called) if isinstance(line, bytes) else line
            if text.strip():
                report = _report(text, called)
                yield report, tuple(Span(*pair) for pair in _spans(text, called, len(report.text)))
        except InputError as error:
            yield error


def _spans(text: str, called: str, length: int) -> list[tuple[int, int]]:
    try:
        spans = SpanLine.model_validate_json(text.strip().removeprefix("\ufeff")).spans
    except ValidationError as error:
        raise InputError(f'{called}: give "spans" as pairs of code points, [[0, 12], [40, 47]].') from error
    bad = next((pair for pair in spans if not 0 <= pair[0] < pair[1] <= length), None)
    if bad:
        raise InputError(f"{called}: span {list(bad)} does not lie in the text of {length} code points.")
    return spans


def _report(text: str, called: str) -> Report:
    try:
        line = Line.model_validate_json(text.strip().removeprefix("\ufeff"))
    except ValidationError as error:
        first = error.errors()[0]
        field = f"field '{first['loc'][0]}': " if first["loc"] else ""
        raise InputError(
            f'{called}: {field}{first["msg"]}. Expected one object with at least "text", as {{"id": "1", "text": "…"}}.'
        ) from error
    if not line.text.strip():
        raise InputError(f"{called} holds no text. Give a report of at least one sentence.")
    return Report(
        id=line.id or report_id(line.text),
        text=line.text,
        title=line.title,
        published=line.published,
        publisher=line.publisher,
        url=line.url,
        language=line.language or "en",
        licence=line.licence,
    )
