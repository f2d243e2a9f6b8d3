"""The YAML between two lines of --- at the head of a Markdown report to the report's fields."""

from __future__ import annotations

import datetime as dt
import re

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from geo.errors import InputError

FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.{0,10000}?)\r?\n---[ \t]*(?:\r?\n|\Z)\s*", re.DOTALL)


class FrontMatter(BaseModel):
    """What the head of a sample report may state. `published` is left out where the report itself states none."""

    model_config = ConfigDict(extra="forbid", coerce_numbers_to_str=True)

    id: str | None = None
    title: str | None = None
    published: dt.date | None = None
    publisher: str | None = None
    url: str | None = None
    language: str = "en"
    licence: str | None = None


def split_front_matter(text: str, called: str) -> tuple[dict[str, object], str]:
    """Return the fields stated at the head of a report and the text after it; ({}, text) when it has no head.

    Raises:
        InputError: there is a head and it is malformed.
    """
    found = FRONT_MATTER.match(text)
    if not found:
        return {}, text
    try:
        raw = yaml.safe_load(found[1])
        if not isinstance(raw, dict):
            return {}, text  # two rules drawn across the page, not a head
        stated = FrontMatter.model_validate(raw)
    except (yaml.YAMLError, ValidationError) as error:
        reason = error.errors()[0] if isinstance(error, ValidationError) else error
        where = f"field '{reason['loc'][0]}': {reason['msg']}" if isinstance(reason, dict) else "it is no YAML"
        raise InputError(f"{called}, the head between the lines of ---: {where}. Mend it or take it out.") from error
    return {field: value for field, value in stated if value not in (None, "")}, text[found.end() :]
