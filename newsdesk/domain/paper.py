"""What goes on paper: the sheets that are asked for, and the pages made of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from newsdesk.domain.air_text import AirText
from newsdesk.domain.audit import Head

INK, QUIET_INK, STAMP_INK = "#000000", "#404040", "#E8E8E8"
"""The inks of paper: it is white and its printer mostly black, whatever theme the window is in."""


@dataclass(frozen=True, slots=True)
class Made:
    """Who made the paper and when (``at`` in the station's zone); "" where the station has no name yet."""

    station: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ScriptSheet:
    """One script for paper.

    ``on_air`` asks for the words as they are said, which only an approved ``text`` may be; without it they
    stand as written under the stamp of a draft. ``read_ms`` is the whole read time in milliseconds, clips and
    all; ``place`` its number in a rundown, "" outside one; ``approved_at`` stands in the station's zone.
    ``paraphrased`` says that the clips are replaced by their sentences. ``revision`` is 0 before the first;
    ``edited`` says that the words were typed after it.
    """

    text: AirText
    revision: int
    on_air: bool = False
    read_ms: int = 0
    place: str = ""
    reader: str = ""
    approved_by: str = ""
    approved_at: datetime | None = None
    paraphrased: bool = False
    edited: bool = False


@dataclass(frozen=True, slots=True)
class BlockLine:
    """The head of a block in a rundown; ``budget_ms`` is None where it has no budget."""

    name: str
    estimate_ms: int
    budget_ms: int | None = None


@dataclass(frozen=True, slots=True)
class RundownLine:
    """One row of a rundown. Times stand in the station's zone, lengths are milliseconds.

    ``kind`` and ``status`` are the values of an ItemKind and a Standing; ``over_ms`` belongs to a fixed
    time. A floated row is not counted and has no times.
    """

    place: str
    slug: str
    kind: str
    status: str = ""
    reader: str = ""
    planned_ms: int = 0
    estimate_ms: int = 0
    start: datetime | None = None
    back_time: datetime | None = None
    fixed_at: datetime | None = None
    over_ms: int | None = None
    floated: bool = False


@dataclass(frozen=True, slots=True)
class RundownSheet:
    """A rundown for paper. Times stand in the station's zone; ``over_ms`` is estimate minus slot.

    Within ``tolerance_ms`` it is neither over nor under. ``witness`` is the head of the audit log: written
    down outside the program, it shows a log that was made anew.
    """

    name: str
    airtime: datetime
    close: datetime
    slot_ms: int
    planned_ms: int
    estimate_ms: int
    over_ms: int
    lines: tuple[BlockLine | RundownLine, ...]
    tolerance_ms: int = 0
    announcers: tuple[str, ...] = ()
    ready_by: str = ""
    witness: Head | None = None


@dataclass(frozen=True, slots=True)
class PaperSheet:
    """One sheet, laid out: ``html`` is a fragment whose first element is the anchor ``name``.

    ``running`` stands at the head of each of its pages, ``stamp`` beside it and across the page; "" is none.
    ``lying`` turns its pages on their side.
    """

    name: str
    running: str
    html: str
    stamp: str = ""
    lying: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """Sheets ready for paper, PDF or a file; ``style`` is their style sheet (CSS 2.1).

    With ``page_each`` every sheet begins a page. ``foot`` stands at the foot of every page.
    """

    title: str
    sheets: tuple[PaperSheet, ...]
    style: str
    foot: str
    page_each: bool = True
