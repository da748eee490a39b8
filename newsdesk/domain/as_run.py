"""The as-run log: what went out, line by line, each line sealed to the one before it.

The same lines stand in the journal on the announcer's computer, in the newsroom's database and in an exported
proof; what they mean together is worked out by :mod:`newsdesk.domain.as_run_log`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

LAW_DAYS = 366
"""For how long what was aired is kept at least: one year, a leap year too (UU 32/2002, article 45)."""
FIRST = "0" * 64
"""What the first line of a journal names as the line before it."""


class Moment(NamedTuple):
    """A moment by two clocks: ``at`` is the wall clock (aware), ``ms`` one that nobody can set.

    How long something took is told by ``ms``; where the two differ, the clock was set or the computer slept.
    """

    at: datetime
    ms: int


class Outcome(StrEnum):
    """How an item ended. The value is stored; the ui has its word."""

    READ = "read"
    SKIPPED = "skipped"
    STOPPED = "stopped"
    """Broken off before its end."""


class ClipAct(StrEnum):
    """What became of a clip. The value is stored."""

    STARTED = "started"
    ENDED = "ended"
    STOPPED = "stopped"
    FAILED = "failed"


class AirEvent(StrEnum):
    """What one line of the log tells. The value is stored."""

    BEGUN = "begun"
    """Reading began: of which snapshot, by whom, on air or for practice."""
    RESUMED = "resumed"
    """Reading went on after the program was gone."""
    STARTED = "started"
    ENDED = "ended"
    CLIP = "clip"
    PARAPHRASED = "paraphrased"
    """The announcer read a clip's paraphrase in place of it."""
    LOADED = "loaded"
    """The announcer loaded a change of the desk: what she reads from now on stands in the line."""
    JUMPED = "jumped"
    ACKNOWLEDGED = "acknowledged"
    """The announcer saw a flash."""
    SCREEN = "screen"
    """The announcer turned to a screen of what she reads: there reading goes on if the program is gone."""
    PAUSED = "paused"
    """Reading was interrupted and the item goes on: its time teaches nothing."""
    MENDED = "mended"
    """Lines of this journal were found damaged when it was opened; the line says which."""
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One sealed line: ``number`` from 1, ``previous`` the hash of the line before it.

    ``data`` is what JSON can hold; ``at`` is aware; ``ms`` is of :class:`Moment`, and counts from an origin
    of its own in every run of the program: see RESUMED.
    """

    number: int
    at: datetime
    ms: int
    what: AirEvent
    data: Mapping[str, Any]
    previous: str
    hash: str

    def as_plain(self) -> dict[str, Any]:
        """Return the line as JSON has it."""
        return {
            **_sealed(self.number, self.at, self.ms, self.what, self.data, self.previous),
            "hash": self.hash,
        }

    def as_text(self) -> str:
        """Return the line as a journal has it, without its line break."""
        return _canonical(self.as_plain())


def sealed(
    number: int, moment: Moment, what: AirEvent, data: Mapping[str, Any], previous: str
) -> JournalLine:
    """Return a line with its seal: the sha256 (hexadecimal) of the canonical JSON of all else in it."""
    hashed = _hash(_sealed(number, moment.at, moment.ms, what, data, previous))
    return JournalLine(number, moment.at, moment.ms, what, dict(data), previous, hashed)


def line_from_text(text: str) -> JournalLine:
    """Read one line of a journal. Raises ValueError when it is damaged: none, or not as it was sealed."""
    try:
        raw: Any = json.loads(text)
        at = datetime.fromisoformat(raw["at"])
        line = JournalLine(
            number=int(raw["number"]),
            at=at,
            ms=int(raw["ms"]),
            what=AirEvent(raw["what"]),
            data=dict(raw["data"]),
            previous=str(raw["previous"]),
            hash=str(raw["hash"]),
        )
    except (KeyError, TypeError, ValueError, OverflowError, RecursionError) as error:
        raise ValueError("not a line of a journal") from error
    if at.tzinfo is None or line.as_text() != text.strip() or seal_of(line) != line.hash:
        raise ValueError("not as it was sealed")
    return line


def seal_of(line: JournalLine) -> str:
    """Return the seal that a line ought to have."""
    return _hash(_sealed(line.number, line.at, line.ms, line.what, line.data, line.previous))


@dataclass(frozen=True, slots=True)
class AsRunRow:
    """One reading of a bulletin: who began it when, at which computer; moments are UTC.

    ``finished_at`` is None while it is going on, or when its end never came; ``lines`` are those that
    arrived.
    """

    session_id: int
    bulletin_id: int
    name: str
    airtime: datetime
    practice: bool
    person_id: int
    person: str
    computer: str
    begun_at: datetime
    arrived_at: datetime
    finished_at: datetime | None = None
    lines: int = 0


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """The first line of a journal that is not as it was written: ``number``, and why in one word.

    ``why`` is "altered" (its own seal does not fit), "missing" (a number is left out), "unlinked" (it does
    not follow the line before it) or "strange" (sealed, but it says what no Newsdesk writes).
    """

    number: int
    why: str


def first_broken_line(lines: Sequence[JournalLine]) -> BrokenLine | None:
    """Return the first line that breaks the chain; None for a whole one, which begins with line 1."""
    previous, expected = FIRST, 1
    for line in lines:
        if line.number != expected:
            return BrokenLine(expected, "missing")
        if seal_of(line) != line.hash:
            return BrokenLine(line.number, "altered")
        if line.previous != previous:
            return BrokenLine(line.number, "unlinked")
        previous, expected = line.hash, expected + 1
    return None


def _sealed(
    number: int, at: datetime, ms: int, what: AirEvent, data: Mapping[str, Any], previous: str
) -> dict[str, Any]:
    return {
        "number": number,
        "at": at.isoformat(),
        "ms": ms,
        "what": what.value,
        "data": dict(data),
        "previous": previous,
    }


def _canonical(plain: Mapping[str, Any]) -> str:
    return json.dumps(plain, sort_keys=True, separators=(",", ":"))


def _hash(plain: Mapping[str, Any]) -> str:
    return hashlib.sha256(_canonical(plain).encode()).hexdigest()
