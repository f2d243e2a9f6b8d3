"""One event to a card: what, who, when, where, how strong, how sure, and the sentences that say so.

All words of a report pass through html.escape; Streamlit cleans the result once more in the browser.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from geo.layers.style import TYPE_STYLE
from geo.text.countries import country_name
from geo.types import EventType
from geo.ui.filters import ASSERTION_LABELS

CONTEXT_CHARS = 160  # of the report on each side of a quote
PARTS = {"trigger": "wording", "participants": "parties", "told_again": "told again"}
ROLES = {"location": "Where", "origin": "From", "destination": "To", "via": "By way of", "base": "Base"}


def event_card(event: Mapping[str, Any], text: str | None, dark: bool) -> str:
    """Return the card of a stored event as HTML.

    Args:
        event: as `EventStore.event` gives it.
        text: the report's text, for the context of the quotes; None leaves the quotes alone.
        dark: whether the page is dark.
    """
    kind = EventType(event["type"])
    rows = [
        ("Dates", escape(str(event.get("dates_label") or "date not stated"))),
        ("Participants", countries(event.get("participants") or ())),
        ("Observers", countries(event.get("observers") or ())),
        *places(event.get("places") or ()),
        ("People", escape(", ".join(event.get("people") or ()))),
        ("Strength", escape(strength(event))),
        ("Confidence", confidence(event.get("confidence"), event.get("confidence_parts") or {})),
    ]
    facts = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in rows if value)
    said = "What the report says" if event.get("report_id") else "Note"
    status = ASSERTION_LABELS.get(event["assertion"], str(event["assertion"]))
    return (
        f'<div class="geo-card"><h2>{escape(str(event.get("title") or kind.label))}</h2>'
        f'<div class="geo-kind">{symbol(kind, dark)} {escape(kind.label)} · {escape(status)}</div>'
        f"<dl>{facts}</dl>{evidence(event.get('evidence') or (), text, said)}</div>"
    )


def symbol(kind: EventType, dark: bool) -> str:
    """Return the mark of a type as the map draws it, out of styles alone: Streamlit lets no drawing through."""
    style = TYPE_STYLE[kind]
    color = style.dark_color if dark else style.color
    return f'<i class="geo-shape geo-shape-{style.symbol}" style="background:{color}"></i>'


def countries(codes: Sequence[str]) -> str:
    return escape(", ".join(country_name(code) for code in codes))


def places(found: Sequence[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """Return a row for each place: the role it has, its name in the report, and how far around it reaches."""
    rows = []
    for place in found:
        said = escape(str(place.get("name") or ""))
        known = str(place.get("place_name") or place.get("name") or "")
        if place.get("lat") is None:
            said += " <i>(not placed)</i>"
        else:
            reach = place.get("radius_km")
            also = f"{escape(known)}, " if known and known != place.get("name") else ""
            within = f"within {reach:,.0f} km of " if reach and reach >= 1 else ""
            said += f" <i>({also}{within}{degrees(place['lat'], 'N', 'S')} {degrees(place['lon'], 'E', 'W')})</i>"
        rows.append((ROLES.get(str(place.get("role")), "Where"), said))
    return rows


def degrees(value: float, positive: str, negative: str) -> str:
    return f"{abs(value):.1f}°{positive if value >= 0 else negative}"


def strength(event: Mapping[str, Any]) -> str:
    """Return '5 ships (China), Qiqihar' out of counts and platforms."""
    counts: Mapping[str, int] = event.get("counts") or {}
    said = [count_words(key, number) for key, number in counts.items() if not told_by_country(key, counts)]
    said += [str(name) for name in event.get("platforms") or ()]
    if event.get("ordinal"):
        said.append(f"number {event['ordinal']} of its kind")
    return ", ".join(said)


def told_by_country(key: str, counts: Mapping[str, int]) -> bool:
    """Whether a total says no more than the counts by country do."""
    shares = [number for other, number in counts.items() if other.startswith(f"{key}_")]
    return bool(shares) and sum(shares) == counts[key]


def count_words(key: str, number: int) -> str:
    word, _, country = key.partition("_")
    shown = word if number != 1 or word in ("aircraft", "personnel") else word.removesuffix("s")
    return f"{number:,} {shown}" + (f" ({country_name(country.upper())})" if country else "")


def confidence(share: float | None, parts: Mapping[str, float]) -> str:
    """Return a bar with its number and, below it, the parts that it is weighed from, each from 0 to 1."""
    if share is None:
        return ""
    percent = round(100 * share)
    said = " · ".join(f"{escape(PARTS.get(part, part))} {value:.1f}" for part, value in parts.items())
    bar = f'<span class="geo-bar"><i style="width:{percent}%"></i></span>{percent} %'
    return bar + (f"<cite>{said}</cite>" if said else "")


def evidence(quotes: Sequence[Mapping[str, Any]], text: str | None, title: str = "What the report says") -> str:
    """Return quotes, in their context where the text is at hand, and the addresses of those that tell it elsewhere."""
    said = [quote for quote in quotes if not quote.get("url")]
    pages = [quote["url"] for quote in quotes if quote.get("url")]
    told = f"<h3>{title}</h3>" + "".join(quotation(quote, text) for quote in merged(said)) if said else ""
    return told + ("<h3>Sources</h3>" + "".join(f"<div>{link(page)}</div>" for page in pages) if pages else "")


def link(address: str) -> str:
    """Return an address as a link that says nothing of this page; only of the web, all others stay text."""
    shown = escape(address, quote=True)
    if not re.fullmatch(r"https?://\S+", address):
        return shown
    return f'<a href="{shown}" target="_blank" rel="noopener noreferrer">{shown}</a>'


def merged(quotes: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return quotes without those that lie inside another, in the report's order."""
    kept: list[Mapping[str, Any]] = []
    for quote in sorted(quotes, key=lambda each: (each["start"], -each["end"])):
        if not kept or quote["end"] > kept[-1]["end"]:
            kept.append(quote)
    return kept


def quotation(quote: Mapping[str, Any], text: str | None) -> str:
    """Return one quote, marked, with the words around it where the report's text is at hand."""
    start, end = int(quote["start"]), int(quote["end"])
    if text is None or text[start:end] != quote["quote"]:
        return f"<blockquote><mark>{escape(str(quote['quote']))}</mark></blockquote>"
    before, after = text[max(0, start - CONTEXT_CHARS) : start], text[end : end + CONTEXT_CHARS]
    before = before.rpartition("\n")[2] if "\n" in before else before
    after = after.partition("\n")[0]
    lead = tail = ""
    if start - len(before) > 0 and text[start - len(before) - 1] != "\n":  # cut: begin with a whole word
        lead, before = "… ", before.partition(" ")[2] or before
    if end + len(after) < len(text) and text[end + len(after)] != "\n":
        tail, after = " …", after.rpartition(" ")[0] or after
    return f"<blockquote>{lead}{escape(before)}<mark>{escape(text[start:end])}</mark>{escape(after)}{tail}</blockquote>"
