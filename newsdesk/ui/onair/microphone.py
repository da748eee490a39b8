"""What is at the microphone: the item being read, what comes next, and what the desk has changed since."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsdesk.domain.air_bulletin import AirChangeKind, AirStatus
from newsdesk.domain.air_changes import at_microphone, not_before
from newsdesk.domain.air_copies import item_with_copies, with_copies
from newsdesk.domain.as_run import ClipAct, Moment, Outcome
from newsdesk.domain.blocks import Clip
from newsdesk.domain.rundown import ItemKind
from newsdesk.ui.onair.air_times import AirTimes, air_times, clips_of, length_ms, paraphrase_ms
from newsdesk.ui.onair.reading_order import ahead_of, in_order, passed_over, read_instead

if TYPE_CHECKING:
    from newsdesk.domain.air_bulletin import AirBulletin, AirChange, AirItem
    from newsdesk.services.air_session import Session

_SHOWN = {AirChangeKind.WORDS, AirChangeKind.GONE, AirChangeKind.NEW, AirChangeKind.ORDER}
"""What waits for the announcer to load it."""


class Microphone(QObject):
    """The bulletin as it is being read. No database and no disk is waited for.

    ``write`` puts a piece of writing into the journal where it may wait for the disk. :attr:`taken` comes
    when another item is read, :attr:`loaded` when the words of one became others (both carry its id),
    :attr:`changed` when anything else to be shown did.
    """

    taken = Signal(object)
    loaded = Signal(object)
    changed = Signal()
    begun = Signal()
    """The item on the screen is being read now."""
    clips_came = Signal()
    """Copies of clips came that were not here when reading began."""

    def __init__(
        self,
        session: Session,
        write: Callable[[Callable[[], object]], None],
        parent: QObject | None = None,
        *,
        practice: bool = False,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._write = write
        self.practice = practice
        self.air: AirBulletin = session.air
        self.current: AirItem | None = None
        """What is on the screen; it is being read once :attr:`began` is known."""
        self.began: Moment | None = None
        self.ended: dict[int, Outcome] = {}
        self.changes: dict[int, AirChange] = {}
        """What the desk has changed and the announcer has not loaded, by item."""
        self.flashes: list[AirChange] = []
        """Breaking news that nobody has acknowledged yet, the oldest first."""
        self.paraphrased: dict[int, set[int]] = {}
        self.over = False
        """Whether everything has been read."""
        self.place = self.screen = 0
        """Where the shown screen of the item begins in its body (code point), and its number from 0."""
        self._first: Moment | None = None
        self._ended_at: Moment | None = None
        """When the last item was over; known only while everything has been read."""
        self._go_on()

    # ------------------------------------------------------------ what there is

    def moment(self) -> Moment:
        """Return this moment by both clocks."""
        return self._session.moment()

    @property
    def order(self) -> tuple[AirItem, ...]:
        """Every item in the order of its number."""
        return in_order(self.air)

    @property
    def ahead(self) -> tuple[AirItem, ...]:
        """What is still to be read after the current item; floats and what was killed are not."""
        return self._ahead(self.current)

    def killed(self, item: AirItem) -> bool:
        """Whether an item must not be read any more."""
        change = self.changes.get(item.item_id)
        return item.status is AirStatus.KILLED or (change is not None and change.kind is AirChangeKind.KILLED)

    def elapsed_ms(self, at: Moment) -> int:
        """Return how long the current item is being read."""
        return at.ms - self.began.ms if self.began is not None else 0

    def shift(self, at: Moment) -> timedelta:
        """Return by how much later than planned everything counts: practice goes out when it begins."""
        if not self.practice:
            return timedelta(0)
        return (self._first.at if self._first is not None else at.at) - self.air.airtime

    def times(self, at: Moment) -> AirTimes:
        """Return the figures of this moment; once everything was read, those of the end."""
        if self.over:
            ended = self.ended_at(at)
            return air_times(ended.at - self.shift(ended), self.air.close, None, 0, (), self.length_ms)
        now = at.at - self.shift(at)
        if self.began is None:
            now = max(now, self.air.airtime)
        return air_times(now, self.air.close, self.current, self.elapsed_ms(at), self.ahead, self.length_ms)

    def ended_at(self, at: Moment) -> Moment:
        """Return when everything had been read; ``at`` while it has not, or where nobody knows."""
        return self._ended_at if self.over and self._ended_at is not None else at

    def length_ms(self, item: AirItem) -> int:
        """Return how long an item takes: as estimated, with the clips that are read and not heard."""
        return length_ms(item) + sum(
            paraphrase_ms(item, block) - clip.milliseconds
            for block, clip in clips_of(item).items()
            if block in self.paraphrased.get(item.item_id, ()) and not item.paraphrase
        )

    def paraphrases(self, item: AirItem) -> set[int]:
        """Return which clips of an item are read instead of heard, by their place among its blocks."""
        if item.paraphrase and item.text is not None:
            return {at for at, block in enumerate(item.text.blocks) if isinstance(block, Clip)}
        return self.paraphrased.get(item.item_id, set())

    def next_change(self) -> AirChange | None:
        """Return the change that M loads: the current item's first, then in the order of reading."""
        here = [self.current] if self.current is not None else []
        for item in (*here, *self.ahead, *self.order):
            change = self.changes.get(item.item_id)
            if change is not None and change.kind in _SHOWN:
                return change
        return next((change for change in self.changes.values() if change.kind in _SHOWN), None)

    # ------------------------------------------------------------ what the announcer does

    def start(self) -> None:
        """Begin to read what is on the screen; nothing happens when it is being read."""
        item = self.current
        if item is None or self.began is not None or self.over:
            return
        self.began = at = self.moment()
        self._first = self._first or at
        self._write(lambda: self._session.started(item.item_id, at))
        self.begun.emit()
        self.changed.emit()

    def turned(self, place: int, screen: int) -> None:
        """Write down which screen of the item is shown, and where in its body that begins (code point)."""
        item = self.current
        if item is None or self.began is None or self.over or (place, screen) == (self.place, self.screen):
            return
        self.place, self.screen = place, screen
        at = self.moment()
        self._write(lambda: self._session.turned(item.item_id, place, screen, at))

    def take_next(self) -> None:
        """End the current item as read, and read the next; what was killed meanwhile is passed over.

        What was put in after the end, breaking news above all, is the next then.
        """
        if self.over and not self.ahead:
            return
        self.over = False
        at = self.moment()
        self._end(Outcome.READ, at)
        ahead = self.ahead
        for item in passed_over(self.air, self.current, ahead, self.ended):
            self._close(item.item_id, Outcome.SKIPPED, at)
        if ahead:
            self._take(ahead[0], at)
        else:
            self.over = True
            self.place = self.screen = 0
            self._ended_at = at
            self.began = None
            self.changed.emit()

    def jump(self, number: int, *, finished: bool) -> bool:
        """Read the item of this number now; ``finished`` tells whether the current one was read to its end.

        Returns False when there is none, or it is the one being read.
        """
        item = next((one for one in self.air.items if one.number == number), None)
        if item is None or (item == self.current and not self.over):
            return False
        at = self.moment()
        self._end(Outcome.READ if finished else Outcome.STOPPED, at)
        self._write(lambda: self._session.jumped(item.item_id, at))
        self.over = False
        self._take(item, at)
        return True

    def load(self, change: AirChange) -> None:
        """Take over a change of the desk; all changes of the order are one."""
        at = self.moment()
        together = [change]
        if change.kind is AirChangeKind.ORDER:
            together = [one for one in self.changes.values() if one.kind is AirChangeKind.ORDER]
            for one in together:
                del self.changes[one.item_id]
        # Reading may have come on since the newsroom was asked.
        for one in at_microphone(self.air, together, self._here, self.ended):
            self._put_in(one, at)
        if change.flash_id is not None:
            self._seen(change, at)
        if change.kind in (AirChangeKind.WORDS, AirChangeKind.GONE):
            self.loaded.emit(change.item_id)
        self.changed.emit()

    def acknowledge(self) -> bool:
        """Say that the oldest piece of breaking news was seen; False when there is none."""
        if not self.flashes:
            return False
        self._seen(self.flashes.pop(0), self.moment())
        self.changed.emit()
        return True

    def paraphrase(self, block: int, name: str, words: str) -> None:
        """Read ``words`` in the place of a clip of the current item, or hear the clip after all."""
        item = self.current
        if item is None:
            return
        chosen = self.paraphrased.setdefault(item.item_id, set())
        if block in chosen:
            chosen.discard(block)
        else:
            chosen.add(block)
            at = self.moment()
            self._write(lambda: self._session.paraphrased(item.item_id, name, words, at))
        self.loaded.emit(item.item_id)

    def clip(self, name: str, act: ClipAct) -> None:
        """Write down what became of a clip of the current item."""
        item, at = self.current, self.moment()
        if item is not None:
            self._write(lambda: self._session.clip(item.item_id, name, act, at))

    def leave(self) -> None:
        """The announcer goes: the reading is over when everything was read, and can be gone on with else.

        Practice is over whenever it is left.
        """
        at, item = self.moment(), self.current
        if self.over or self.practice:
            self._write(lambda: self._session.finish(at))
        elif item is not None and self.began is not None:
            self._write(lambda: self._session.paused(item.item_id, at))

    def copied(self, copies: Mapping[str, str]) -> None:
        """Take copies of clips that came late, by the path of what they are copies of; no word changes."""
        air = with_copies(self.air, copies)
        if air != self.air:
            self.air = air
            if self.current is not None:
                self.current = item_with_copies(self.current, copies)
            self.clips_came.emit()

    # ------------------------------------------------------------ what the desk does

    def told(self, changes: Sequence[AirChange]) -> None:
        """Take what the newsroom has otherwise than the announcer; breaking news is put in at once."""
        here = self._here
        # Breaking news of what is on the screen: no word there changes before she loads it.
        changes = [
            replace(change, kind=AirChangeKind.WORDS)
            if change.kind is AirChangeKind.FLASH and change.item_id == here
            else change
            for change in changes
        ]
        flashed = [change for change in changes if change.kind is AirChangeKind.FLASH]
        for change in flashed:
            self.ended.pop(change.item_id, None)  # one that was read already is read again
            behind = self.flashes[-1].item_id if self.flashes else here
            self._put_in(replace(change, after=behind), self.moment())
            self.flashes.append(change)
        rest = [change for change in changes if change.kind is not AirChangeKind.FLASH]
        found = {change.item_id: change for change in at_microphone(self.air, rest, here, self.ended)}
        if flashed or found != self.changes:
            self.changes = found
            self.changed.emit()

    # ------------------------------------------------------------ inside

    @property
    def _here(self) -> int:
        return self.current.item_id if self.current is not None else 0

    def _go_on(self) -> None:
        """Stand where the journal says: at the first item, or where a program was gone in mid-reading."""
        log = self._session.log()
        started = [line.start for line in log.lines if line.start is not None]
        self._first = Moment(started[0], 0) if started else None
        self.air = log.now  # with every change that was loaded before the program was gone
        last = log.lines[-1].item if log.lines else None
        self.ended = {line.item.item_id: line.outcome for line in log.lines if line.outcome is not None}
        reading = log.reading
        if reading is not None and reading.start is not None:
            now = self.moment()
            gone_ms = max(0, (now.at - reading.start) // timedelta(milliseconds=1))
            self.current, self.began = reading.item, Moment(reading.start, now.ms - gone_ms)
            self.place, self.screen = reading.place, reading.screen
            self.paraphrased[reading.item.item_id] = read_instead(reading)
            return
        ahead = self._ahead(last)
        self.current = ahead[0] if ahead else None
        self.over = bool(log.lines) and not ahead
        last_end = max((line.end for line in log.lines if line.end is not None), default=None)
        self._ended_at = Moment(last_end, 0) if last_end is not None else None

    def _ahead(self, current: AirItem | None) -> tuple[AirItem, ...]:
        return ahead_of(self.air, current, lambda item: item.item_id in self.ended or self.killed(item))

    def _take(self, item: AirItem, at: Moment) -> None:
        self.current, self.began = item, at
        self.place = self.screen = 0
        self._first = self._first or at
        self.ended.pop(item.item_id, None)
        self._write(lambda: self._session.started(item.item_id, at))
        flashed = [change for change in self.flashes if change.item_id == item.item_id]
        for change in flashed:  # who reads it has seen it
            self.flashes.remove(change)
            self._seen(change, at)
        self.taken.emit(item.item_id)

    def _seen(self, flash: AirChange, at: Moment) -> None:
        self._write(lambda: self._session.acknowledged(flash.flash_id or 0, flash.item_id, at))

    def _end(self, outcome: Outcome, at: Moment) -> None:
        item = self.current
        if item is None or item.item_id in self.ended:
            return
        # Of a place without a story nothing was read, however long it stood on the screen.
        empty = item.kind is ItemKind.STORY and item.story_id is None
        read = self.began is not None and not empty
        self._close(item.item_id, outcome if read else Outcome.SKIPPED, at)

    def _close(self, item_id: int, outcome: Outcome, at: Moment) -> None:
        self.ended[item_id] = outcome
        self._write(lambda: self._session.ended(item_id, at, outcome))

    def _put_in(self, change: AirChange, at: Moment) -> None:
        change = not_before(self.air, change, self._here)
        self.air = self.air.with_change(change)
        self.changes.pop(change.item_id, None)
        self._write(lambda: self._session.loaded(change, at))
        if self.current is not None:
            # Other words for what is being read; gone from the rundown, it stays on the screen.
            self.current = self.air.item(self.current.item_id) or self.current
