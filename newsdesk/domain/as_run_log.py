"""The as-run log as it is shown: which item was read when, how long, and what happened to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from newsdesk.domain.air_bulletin import AirBulletin, AirItem
from newsdesk.domain.as_run import AirEvent, BrokenLine, Outcome


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened while an item was read, or between items.

    ``item_id`` is the item it happened to, 0 for the bulletin as a whole. ``name`` is a clip's, ``act`` what
    became of it (:class:`ClipAct`) or the kind of a change (:class:`AirChangeKind`); ``by`` who made the
    change at the desk, at ``changed_at``, or who went on with the reading; ``before`` and ``after`` the
    digests of the words before and after it was loaded, "" where there were none. ``words`` is the paraphrase
    that was read.
    """

    at: datetime
    what: AirEvent
    item_id: int = 0
    name: str = ""
    act: str = ""
    by: str = ""
    changed_at: datetime | None = None
    before: str = ""
    after: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class AsRunLine:
    """One item as it went out.

    ``item`` is what stood on the screen at the end, ``begun_with`` what stood there at the beginning where
    another was loaded meanwhile. ``start`` and ``end`` are aware; both None for an item that was skipped.
    ``actual_ms`` is how long it took, ``clips_ms`` how much of that clips played. ``outcome`` is None while
    it is being read. ``steady`` says that its time can be trusted: no pause, no restart, no clock set.
    ``reader`` is who read it, as far as is known: who signed in for the reading, where the rundown names
    nobody who did. ``number`` is that of the line of the journal that ended it, 0 for none. ``place`` is the
    code point of the body that the screen began with which was shown last, ``screen`` that screen's number
    from 0.
    """

    item: AirItem
    start: datetime | None = None
    end: datetime | None = None
    actual_ms: int | None = None
    clips_ms: int = 0
    outcome: Outcome | None = None
    steady: bool = True
    begun_with: AirItem | None = None
    reader_id: int | None = None
    reader: str = ""
    happenings: tuple[Happening, ...] = ()
    number: int = 0
    place: int = 0
    screen: int = 0

    @property
    def over_ms(self) -> int | None:
        """By how much it took longer than planned; negative for shorter, None where that is not known."""
        if self.actual_ms is None or not self.item.planned_ms:
            return None
        return self.actual_ms - self.item.planned_ms


@dataclass(frozen=True, slots=True)
class AsRunLog:
    """One reading of a bulletin, on air or for practice.

    ``air`` is what was begun with, ``now`` what it became by the changes that were loaded. ``happenings`` are
    those of the bulletin as a whole and between items. ``head`` is the last line's number and hash,
    ``broken`` the first line that is not as it was written. ``unready_why`` is why it was read although
    nobody had called it ready.
    """

    session_id: int
    air: AirBulletin
    now: AirBulletin
    practice: bool = False
    person_id: int = 0
    person: str = ""
    computer: str = ""
    signed_in: bool = False
    begun_at: datetime | None = None
    finished_at: datetime | None = None
    unready_why: str = ""
    lines: tuple[AsRunLine, ...] = ()
    happenings: tuple[Happening, ...] = ()
    head: tuple[int, str] = (0, "")
    broken: BrokenLine | None = None

    @property
    def reading(self) -> AsRunLine | None:
        """What is being read, None between items and at the end."""
        last = self.lines[-1] if self.lines else None
        return last if last is not None and last.outcome is None else None

    @property
    def unread(self) -> tuple[AirItem, ...]:
        """The items, floats aside, of which nothing was said."""
        said = {line.item.item_id for line in self.lines if line.start is not None}
        return tuple(item for item in self.now.items if not item.floated and item.item_id not in said)

    @property
    def acknowledged(self) -> frozenset[int]:
        """The flashes that the announcer has seen."""
        seen = (one for one in self.happenings if one.what is AirEvent.ACKNOWLEDGED)
        return frozenset(int(one.name) for one in seen)
