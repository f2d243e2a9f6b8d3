"""What a place is to an event: read from the words before its name."""

import re

from geo.types import EventType, Role, Span

NEAR = (
    r"(?:\s+(?:the|its|their|a|an|[\w'’-]+['’]s|port|city|waters|naval base|military port|base|"
    r"eastern|western|northern|southern|central|of|in|off|near|\w+ern)){0,6}\s*$"
)
ORIGIN = re.compile(r"\b(?:from|left|leave[sd]?|leaving|departed|departing|departs|out of)\b" + NEAR, re.I)
DESTINATION = re.compile(
    r"\b(?:bound for|head(?:ing|ed|s)? (?:for|to|towards?)|to|towards?|into|for|arriv\w+ (?:at|in)|"
    r"destined for|join \w+ \w* ?(?:in|at)|link up \w+ .{0,40}in)\b" + NEAR,
    re.I,
)
VIA = re.compile(
    r"\b(?:through|via|past|across|cross(?:ed|ing|es)?|transit(?:ed|ing|s)?|passed|"
    r"passing|between|by way of)\b" + NEAR,
    re.I,
)
BASE = re.compile(
    r"\b(?:based (?:in|at)|headquartered (?:in|at)|operating from|staging from|"
    r"home port of|command post (?:in|at))\b" + NEAR,
    re.I,
)
COORDINATED = re.compile(  # "past Taiwan and Japan": both stand after "past"
    r"(?:(?<=\s)(?:the\s+)?[A-Z][\w'’-]{1,20}(?:\s(?:of(?:\sthe)?\s)?[A-Z][\w'’-]{1,20}){0,3}(?:,\s+(?:and\s+)?|\s+and\s+)){1,5}(?:the\s+)?\Z"
)
MOVES = {
    EventType.PORT_DEPARTURE,
    EventType.TRANSIT,
    EventType.DEPLOYMENT,
    EventType.JOINT_NAVAL_PATROL,
    EventType.JOINT_AIR_PATROL,
}


def place_role(text: str, sentence: Span, place: Span, event: EventType) -> Role:
    """Return the role that the text gives a place in an event of that type."""
    before = COORDINATED.sub("", text[max(sentence.start, place.start - 110) : place.start])[-70:]
    if BASE.search(before):
        return Role.BASE
    if event is EventType.PORT_DEPARTURE:
        if VIA.search(before):
            return Role.VIA
        if ORIGIN.search(before):
            return Role.ORIGIN
        if DESTINATION.search(before) or re.search(
            r"\b(?:join|link up|meet|rendezvous|drill|"
            r"exercise)\b.{0,60}$",
            before,
        ):
            return Role.DESTINATION
        return Role.ORIGIN
    if event is EventType.DEPLOYMENT:
        return Role.ORIGIN if ORIGIN.search(before) else Role.DESTINATION
    if event is EventType.TRANSIT:
        if re.search(r"\b(?:entered|enter|inside|into|in|zone)\b" + NEAR, before):
            return Role.LOCATION
        if ORIGIN.search(before):
            return Role.ORIGIN
        return Role.VIA if VIA.search(before) else Role.DESTINATION if DESTINATION.search(before) else Role.LOCATION
    if event in MOVES and VIA.search(before):
        return Role.VIA
    return Role.LOCATION
