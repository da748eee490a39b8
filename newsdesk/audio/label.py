"""What a sound file says about itself, before it is put into the words of any format."""

from __future__ import annotations

import json
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

SOFTWARE = "Newsdesk"
"""Stands in every file as the program that made it."""


class Purpose(StrEnum):
    """What a file is for: to be heard in the newsroom, or to go on air."""

    PREVIEW = "pratinjau"
    PLAYOUT = "siaran"


class Timer(NamedTuple):
    """A place in the sound that a playout system knows by a name of four letters (AES46, PostTimer).

    "AUDs" and "AUDe" begin and end the audio, "INTs" and "INTe" the introduction, "SEGs" is where the next
    cut may begin, "EOM" the end of the message; others as the playout system wants. ``at_ms`` counts from the
    file's first sample.
    """

    name: str
    at_ms: int


class SoundLabel(NamedTuple):
    """Everything that tags and chunks tell; a text that is "" is left out.

    ``revision`` and ``words`` (a fingerprint of the spoken words) say what the sound was made from;
    ``notice`` says where the notice of a synthetic voice stands; ``comment`` is the line for people.
    ``made_at``, ``aired_from`` and ``aired_until`` keep their own zone's wall clock.
    """

    title: str = ""
    reporter: str = ""
    programme: str = ""
    slug: str = ""
    cut_id: str = ""
    revision: int = 0
    words: str = ""
    purpose: Purpose = Purpose.PREVIEW
    signed_by: str = ""
    notice: str = ""
    comment: str = ""
    category: str = ""
    classification: str = ""
    out_cue: str = ""
    made_at: datetime | None = None
    aired_from: datetime | None = None
    aired_until: datetime | None = None
    timers: tuple[Timer, ...] = ()

    def to_json(self) -> str:
        """Write the label as one line of ASCII."""
        return json.dumps(self._asdict(), default=lambda moment: moment.isoformat())

    @staticmethod
    def from_json(text: str) -> SoundLabel:
        """Read what :meth:`to_json` wrote."""
        fields: dict[str, Any] = json.loads(text)
        for name in ("made_at", "aired_from", "aired_until"):
            if fields[name] is not None:
                fields[name] = datetime.fromisoformat(fields[name])
        fields["timers"] = tuple(Timer(name, at_ms) for name, at_ms in fields["timers"])
        fields["purpose"] = Purpose(fields["purpose"])
        return SoundLabel(**fields)
