"""The sign-off: the words with which a reporter ends a report, in the station's own pattern."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsdesk.domain.attribution import Byline
from newsdesk.errors import BadSignOff

FIRST_PATTERN = "{penulis}, {stasiun}, melaporkan."
"""What every newsroom begins with."""
FIELDS = ("penulis", "stasiun", "tempat")
_FIELD = re.compile(r"\{([^{}]*)\}")


class SigningOff(NamedTuple):
    """How reports end in a newsroom; ``station`` is "" where every computer calls it its own way."""

    pattern: str
    station: str = ""


def check_pattern(pattern: str) -> None:
    """Raise :class:`BadSignOff` for a pattern with another field than :data:`FIELDS`, or without a writer."""
    fields: list[str] = _FIELD.findall(pattern)
    for field in fields:
        if field not in FIELDS:
            raise BadSignOff(pattern, f"{{{field}}}")
    for brace in "{}":
        if brace in _FIELD.sub("", pattern):
            raise BadSignOff(pattern, brace)
    if "penulis" not in fields:
        raise BadSignOff(pattern, "")


def sign_off(pattern: str, bylines: Sequence[Byline], station: str = "", place: str = "") -> str:
    """Return what is said at the end of a report; "" when nobody wrote it.

    An outlet that all writers have stands for the station. A part between commas whose field is empty goes,
    with the comma before it and, inside the sentence, the one behind.

    >>> sign_off(FIRST_PATTERN, [Byline("Ipang Harwoko", "Mahardhika FM"), Byline("Rani")], "Radio Kelud")
    'Ipang Harwoko dan Rani, Radio Kelud, melaporkan.'
    >>> sign_off(FIRST_PATTERN, [Byline("Ipang Harwoko")])
    'Ipang Harwoko melaporkan.'
    """
    names = [byline.name for byline in bylines if byline.name]
    if not names:
        return ""
    outlets = {byline.outlet for byline in bylines}
    if len(outlets) == 1:
        station = outlets.pop() or station
    values = {"penulis": _listed(names), "stasiun": station.strip(), "tempat": place.strip()}
    parts = pattern.split(",")
    said = ""
    joint = ""
    for at, part in enumerate(parts):
        fields: list[str] = _FIELD.findall(part)
        if any(not values[field] for field in fields):
            # An apposition goes with both its commas; the first part with the one behind it.
            joint = "" if said and at < len(parts) - 1 else joint
            if at == len(parts) - 1:
                said += _end(part)
            continue
        words = _FIELD.sub(lambda match: values[match[1]], part)
        said += joint + (words if said else words.lstrip())
        joint = ","
    return " ".join(said.split())


def _listed(names: Sequence[str]) -> str:
    """Return names as one says them: "A dan B", "A, B, dan C"."""
    if len(names) < 3:
        return " dan ".join(names)
    return f"{', '.join(names[:-1])}, dan {names[-1]}"


def _end(part: str) -> str:
    """Return the full stop that a part at the end has."""
    return part.rstrip()[-1:] if part.rstrip()[-1:] in ".!?" else ""
