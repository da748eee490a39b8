"""What the lines of a journal mean together: which item was read when, how long, and what happened to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from newsdesk.domain.air_bulletin import AirBulletin, AirChange, AirItem
from newsdesk.domain.air_json import change_from_plain
from newsdesk.domain.as_run import AirEvent, BrokenLine, ClipAct, JournalLine, Outcome, first_broken_line

CLOCKS_DIFFER_MS = 1500
"""By how much the two clocks of a moment may drift apart over one item before its time is in doubt."""


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened while an item was read, or between items.

    ``item_id`` is the item it happened to, 0 for the bulletin as a whole. ``name`` is a clip's, ``act`` what
    became of it (:class:`ClipAct`) or the kind of a change (:class:`AirChangeKind`); ``by`` who made the
    change at the desk, at ``changed_at``; ``before`` and ``after`` the digests of the words before and after
    it was loaded, "" where there were none. ``words`` is the paraphrase that was read.
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
    nobody who did. ``number`` is that of the line of the journal that ended it, 0 for none.
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

    def outcome_of(self, item_id: int) -> Outcome | None:
        """Return how an item ended last, None for one that has not."""
        ended = [line.outcome for line in self.lines if line.item.item_id == item_id]
        return ended[-1] if ended else None


def log_of(air: AirBulletin, lines: Sequence[JournalLine]) -> AsRunLog:
    """Return what ``lines`` tell of the reading that began with ``air``; damaged lines are not there."""
    return replace(unchecked_log(air, lines), broken=first_broken_line(lines))


def unchecked_log(air: AirBulletin, lines: Sequence[JournalLine]) -> AsRunLog:
    """Return what ``lines`` tell, without looking whether each is as it was written: for one's own."""
    told = _Telling(air)
    for line in lines:
        told.take(line)
    return told.log(lines)


@dataclass(slots=True)
class _Open:
    """The item being read."""

    item: AirItem
    begun: JournalLine
    run: int
    begun_with: AirItem | None = None
    steady: bool = True
    clips_ms: int = 0
    clip: JournalLine | None = None
    happenings: list[Happening] = field(default_factory=list["Happening"])


class _Telling:
    def __init__(self, air: AirBulletin) -> None:
        self._air = self._now = air
        self._log = AsRunLog(0, air, air)
        self._open: _Open | None = None
        self._run = 0
        self._lines: list[AsRunLine] = []
        self._happenings: list[Happening] = []

    def take(self, line: JournalLine) -> None:
        data = line.data
        item_id = _number(data.get("item"))
        match line.what:
            case AirEvent.BEGUN:
                self._log = replace(
                    self._log,
                    session_id=_number(data.get("session")),
                    practice=bool(data.get("practice")),
                    person_id=_number(data.get("person")),
                    person=str(data.get("name", "")),
                    computer=str(data.get("computer", "")),
                    signed_in=bool(data.get("signed_in")),
                    unready_why=str(data.get("unready_why", "")),
                    begun_at=line.at,
                )
            case AirEvent.RESUMED:
                self._run += 1
                self._happened(Happening(line.at, line.what))
                if self._open:
                    self._open.steady = False
            case AirEvent.STARTED:
                self._close(line, Outcome.STOPPED)
                item = self._now.item(item_id)
                if item is not None:
                    self._open = _Open(item, line, self._run)
            case AirEvent.ENDED:
                self._ended(line, item_id)
            case AirEvent.CLIP:
                self._clip(line, item_id)
            case AirEvent.LOADED:
                self._loaded(line)
            case AirEvent.FINISHED:
                self._close(line, Outcome.STOPPED)
                self._log = replace(self._log, finished_at=line.at)
            case AirEvent.PAUSED:
                if self._open:
                    self._open.steady = False
                self._happened(Happening(line.at, line.what, item_id))
            case AirEvent.PARAPHRASED:
                name, words = str(data.get("clip", "")), str(data.get("words", ""))
                self._happened(Happening(line.at, line.what, item_id, name=name, words=words))
            case AirEvent.ACKNOWLEDGED:
                # Of the bulletin as a whole: whatever is being read goes on.
                flash = str(_number(data.get("flash")))
                self._happenings.append(Happening(line.at, line.what, item_id, name=flash))
            case AirEvent.JUMPED | AirEvent.MENDED:
                self._happened(Happening(line.at, line.what, item_id))

    def log(self, lines: Sequence[JournalLine]) -> AsRunLog:
        open_line = [self._line(self._open, None, None)] if self._open else []
        return replace(
            self._log,
            now=self._now,
            lines=(*self._lines, *open_line),
            happenings=tuple(self._happenings),
            head=(lines[-1].number, lines[-1].hash) if lines else (0, ""),
        )

    def _ended(self, line: JournalLine, item_id: int) -> None:
        outcome = Outcome(str(line.data.get("outcome", Outcome.READ)))
        if self._open and self._open.item.item_id == item_id:
            self._close(line, outcome)
        elif outcome is Outcome.SKIPPED and (item := self._now.item(item_id)):
            self._lines.append(AsRunLine(item, outcome=outcome, number=line.number))

    def _clip(self, line: JournalLine, item_id: int) -> None:
        act = ClipAct(str(line.data.get("act", ClipAct.FAILED)))
        self._happened(Happening(line.at, line.what, item_id, name=str(line.data.get("clip", "")), act=act))
        now = self._open
        if now is None or now.item.item_id != item_id:
            return
        if now.clip is not None:
            now.clips_ms += _between(now.clip, line)
            now.clip = None
        if act is ClipAct.STARTED:
            now.clip = line

    def _loaded(self, line: JournalLine) -> None:
        change: AirChange = change_from_plain(line.data["change"])
        before, after = self._now.item(change.item_id), change.item
        self._now = self._now.with_change(change)
        self._happened(
            Happening(
                line.at,
                line.what,
                change.item_id,
                act=change.kind.value,
                by=change.by,
                changed_at=change.at,
                before=before.digest if before else "",
                after=after.digest if after else "",
            )
        )
        now = self._open
        if now and now.item.item_id == change.item_id and after is not None:
            now.begun_with = now.begun_with or now.item
            now.item = after

    def _reader_of(self, item: AirItem) -> tuple[int | None, str]:
        log = self._log
        substitute = log.signed_in and log.person_id not in {one.reader_id for one in self._now.items}
        if log.person_id and (substitute or item.reader_id is None):
            return log.person_id, log.person
        return item.reader_id, item.reader

    def _happened(self, happening: Happening) -> None:
        now = self._open
        inside = now is not None and happening.item_id in (now.item.item_id, 0)
        (now.happenings if now and inside else self._happenings).append(happening)

    def _close(self, line: JournalLine, outcome: Outcome) -> None:
        if self._open is not None:
            self._lines.append(self._line(self._open, line, outcome))
            self._open = None

    def _line(self, now: _Open, end: JournalLine | None, outcome: Outcome | None) -> AsRunLine:
        steady, actual_ms, clips_ms = now.steady, None, now.clips_ms
        if end is not None:
            by_clock = round((end.at - now.begun.at).total_seconds() * 1000)
            # In another run of the program the second clock began anew.
            actual_ms = _between(now.begun, end) if now.run == self._run else max(0, by_clock)
            steady = steady and abs(by_clock - actual_ms) <= CLOCKS_DIFFER_MS
            if now.clip is not None:
                clips_ms += _between(now.clip, end)
        reader_id, reader = self._reader_of(now.item)
        return AsRunLine(
            item=now.item,
            reader_id=reader_id,
            reader=reader,
            number=end.number if end else 0,
            start=now.begun.at,
            end=end and end.at,
            actual_ms=actual_ms,
            clips_ms=clips_ms,
            outcome=outcome,
            steady=steady,
            begun_with=now.begun_with,
            happenings=tuple(now.happenings),
        )


def _between(one: JournalLine, other: JournalLine) -> int:
    return max(0, other.ms - one.ms)


def _number(value: Any) -> int:
    return value if isinstance(value, int) else 0
