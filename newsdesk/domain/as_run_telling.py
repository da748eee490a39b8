"""What the lines of a journal mean together: one pass over them, from the first to the last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from newsdesk.domain.air_bulletin import AirBulletin, AirChange, AirItem
from newsdesk.domain.air_json import change_from_plain
from newsdesk.domain.as_run import AirEvent, BrokenLine, ClipAct, JournalLine, Outcome, first_broken_line
from newsdesk.domain.as_run_log import AsRunLine, AsRunLog, Happening

CLOCKS_DIFFER_MS = 1500
"""By how much the two clocks of a moment may drift apart over one item before its time is in doubt."""


def log_of(air: AirBulletin, lines: Sequence[JournalLine]) -> AsRunLog:
    """Return what ``lines`` tell of the reading that began with ``air``; damaged lines are not there."""
    log = unchecked_log(air, lines)
    return replace(log, broken=first_broken_line(lines) or log.broken)


def unchecked_log(air: AirBulletin, lines: Sequence[JournalLine]) -> AsRunLog:
    """Return what ``lines`` tell, without looking whether each is as it was written: for one's own.

    A line that says what no Newsdesk writes is passed over, and the log names the first of these.
    """
    told = _Telling(air)
    for line in lines:
        try:
            told.take(line)
        except (ValueError, KeyError, TypeError):
            told.strange = told.strange or BrokenLine(line.number, "strange")
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
    place: int = 0
    screen: int = 0
    happenings: list[Happening] = field(default_factory=list["Happening"])


class _Telling:
    def __init__(self, air: AirBulletin) -> None:
        self._air = self._now = air
        self._log = AsRunLog(0, air, air)
        self._open: _Open | None = None
        self._run = 0
        self._lines: list[AsRunLine] = []
        self._happenings: list[Happening] = []
        self.strange: BrokenLine | None = None

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
                self._happened(Happening(line.at, line.what, by=str(data.get("name", ""))))
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
            case AirEvent.SCREEN:
                if self._open and self._open.item.item_id == item_id:
                    self._open.place, self._open.screen = (
                        _number(data.get("place")),
                        _number(data.get("screen")),
                    )
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
            broken=self.strange,
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
            place=now.place,
            screen=now.screen,
        )


def _between(one: JournalLine, other: JournalLine) -> int:
    return max(0, other.ms - one.ms)


def _number(value: Any) -> int:
    return value if isinstance(value, int) else 0
