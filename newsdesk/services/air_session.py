"""One reading of a bulletin at the microphone: what happens is in its journal before anything goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from newsdesk.domain.air_bulletin import AirBulletin, AirChange
from newsdesk.domain.air_json import change_to_plain
from newsdesk.domain.as_run import AirEvent, ClipAct, JournalLine, Moment, Outcome
from newsdesk.domain.as_run_log import AsRunLog
from newsdesk.domain.as_run_telling import log_of, unchecked_log

if TYPE_CHECKING:  # the storage is loaded after the first frame
    from newsdesk.errors import NewsdeskError
    from newsdesk.storage.air_files import HeldSession
    from newsdesk.storage.air_journal import Journal


class Session:
    """A reading under way. No database is asked: each call adds a line to the journal on this computer.

    The calls that take a moment wait for the disk, so they belong on the lane of local files; the moment
    itself is taken with :meth:`moment` when the key is pressed. They never fail: where the disk takes
    nothing, :attr:`trouble` says why, and the lines wait in memory until :meth:`settle` or the next call
    finds room.
    """

    def __init__(
        self,
        session_id: int,
        air: AirBulletin,
        journal: Journal,
        held: HeldSession,
        now: Callable[[], datetime],
        ticks: Callable[[], int],
    ) -> None:
        """Go on with a journal that has its first line; ``air`` is what that line began with."""
        self.session_id = session_id
        self._begun_with = air
        found = log_of(air, journal.lines)
        self._air = found.now
        # What is written from here on follows what was found: it need not be looked through again.
        self._broken = found.broken
        self._journal = journal
        self._held = held
        self._now = now
        self._ticks = ticks

    # ------------------------------------------------------------ what stands there

    @property
    def air(self) -> AirBulletin:
        """The bulletin as the announcer has it: as it was taken, with every change that she loaded."""
        return self._air

    @property
    def lines(self) -> tuple[JournalLine, ...]:
        """Every line of the journal, those that wait in memory too."""
        return self._journal.lines

    @property
    def trouble(self) -> NewsdeskError | None:
        """Why lines are in memory only (:class:`DiskFull`, :class:`CannotSave`); None when all are kept."""
        return self._journal.trouble

    @property
    def waiting(self) -> int:
        """How many lines are in memory only."""
        return self._journal.waiting

    @property
    def finished(self) -> bool:
        """Whether the reading is over."""
        return any(line.what is AirEvent.FINISHED for line in reversed(self.lines))

    def log(self) -> AsRunLog:
        """Return what happened so far: which item is being read, since when, and how the others ended."""
        return replace(unchecked_log(self._begun_with, self.lines), broken=self._broken)

    def moment(self) -> Moment:
        """Return this moment; costs nothing and may be called from any thread."""
        return Moment(self._now(), self._ticks())

    # ------------------------------------------------------------ what happens

    def started(self, item_id: int, at: Moment) -> None:
        """The announcer began to read an item."""
        self._add(at, AirEvent.STARTED, item=item_id)

    def ended(self, item_id: int, at: Moment, outcome: Outcome = Outcome.READ) -> None:
        """An item is over; SKIPPED is said of one that was never begun."""
        self._add(at, AirEvent.ENDED, item=item_id, outcome=outcome.value)

    def turned(self, item_id: int, place: int, screen: int, at: Moment) -> None:
        """The announcer turned to a screen of an item: its number from 0, and where in the body it begins.

        ``place`` is a code point: it finds the words again on a screen of another size.
        """
        self._add(at, AirEvent.SCREEN, item=item_id, place=place, screen=screen)

    def clip(self, item_id: int, name: str, act: ClipAct, at: Moment) -> None:
        """A clip of an item began to play, came to its end, was stopped, or failed."""
        self._add(at, AirEvent.CLIP, item=item_id, clip=name, act=act.value)

    def paraphrased(self, item_id: int, name: str, words: str, at: Moment) -> None:
        """The announcer reads ``words``, the paraphrase of a clip, in its place."""
        self._add(at, AirEvent.PARAPHRASED, item=item_id, clip=name, words=words)

    def loaded(self, change: AirChange, at: Moment) -> AirBulletin:
        """The announcer loaded a change of the desk; return the bulletin as she has it now."""
        self._air = self._air.with_change(change)
        self._add(at, AirEvent.LOADED, item=change.item_id, change=change_to_plain(change))
        return self._air

    def jumped(self, item_id: int, at: Moment) -> None:
        """The announcer jumped to an item out of order."""
        self._add(at, AirEvent.JUMPED, item=item_id)

    def acknowledged(self, flash_id: int, item_id: int, at: Moment) -> None:
        """The announcer has seen a flash and its item."""
        self._add(at, AirEvent.ACKNOWLEDGED, item=item_id, flash=flash_id)

    def paused(self, item_id: int, at: Moment) -> None:
        """Reading was interrupted, and the item goes on: its time says nothing about the announcer's rate."""
        self._add(at, AirEvent.PAUSED, item=item_id)

    def finish(self, at: Moment) -> None:
        """The reading is over; what was still open is broken off. A second time does nothing."""
        if not self.finished:
            self._add(at, AirEvent.FINISHED)

    # ------------------------------------------------------------ the disk

    def settle(self) -> bool:
        """Try again to put on the disk what waits in memory; return whether nothing waits any more."""
        return self._journal.settle()

    def close(self) -> None:
        """Let go of the files. A reading that is not finished can be resumed."""
        self._journal.close()
        self._held.close()

    def _add(self, at: Moment, what: AirEvent, **data: Any) -> None:
        self._journal.append(at, what, data)
