"""A page of HTML to a Report: its readable text, and what the page states about itself."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from geo.errors import InputError
from geo.sources.ids import report_id
from geo.types import Report

STATED = {  # first match wins; only what a page states outright, never a date found in its body
    "title": ("og:title", "dc.title"),
    "publisher": ("og:site_name", "dc.publisher", "publisher"),
    "url": ("og:url",),
    "published": ("article:published_time", "datepublished", "dc.date.issued", "dc.date", "pubdate"),
}


def read_html(markup: str, called: str) -> Report:
    """Return the report of a page.

    Raises:
        InputError: the page has no readable text.
    """
    import trafilatura  # takes half a second to load, which plain text need not pay

    tree = trafilatura.load_html(re.sub(r"^\s*<\?xml[^>]*\?>", "", markup))
    stated = _stated(tree) if tree is not None else {}
    text = None
    if tree is not None:
        text = trafilatura.extract(tree, include_comments=False, include_tables=True, fast=True)
    if not text or not text.strip():
        text = trafilatura.html2txt(markup)
    if not text or not text.strip():
        raise InputError(f"{called} has no readable text. Save the report's text as .txt and give that.")
    return Report(
        id=report_id(text),
        text=text,
        title=stated.get("title"),
        published=_date(stated.get("published")),
        publisher=stated.get("publisher"),
        url=_address(stated.get("url")),
        language=str(stated.get("language") or "en"),
    )


def _stated(tree: Any) -> dict[str, str]:
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop")
        if key and (content := (element.get("content") or "").strip()):
            metas.setdefault(key.lower(), content)
    found = {field: metas[key] for field, keys in STATED.items() for key in reversed(keys) if key in metas}
    if "title" not in found and (title := next(tree.iter("title"), None)) is not None:
        found["title"] = " ".join((title.text_content() or "").split())
    root = tree.getroottree().getroot()
    if language := (root.get("lang") or "").split("-")[0].lower():
        found["language"] = language
    return {field: value for field, value in found.items() if value}


def _date(stated: str | None) -> dt.date | None:
    found = re.match(r"\d{4}-\d{2}-\d{2}", stated or "")
    try:
        return dt.date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None


def _address(stated: str | None) -> str | None:
    return stated if stated and re.match(r"https?://", stated) else None
