"""One bulletin being worked on: shown at once, kept behind, and brought together with a colleague's work."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from newsdesk.domain.open_rundown import OpenRundown, StoryState, timed
from newsdesk.errors import CannotSave, DatabaseUnreachable, NewsdeskError, StaleRundown
from newsdesk.ui.rundown.edits import Done, Edit, History

if TYPE_CHECKING:
    from newsdesk.domain.rundown_timing import TimedRundown
    from newsdesk.services.bulletins import Bulletins
    from newsdesk.ui.tasks import Tasks

RETRY_S = 10
"""How long after a failure it is tried again."""
SEND_AFTER_MS = 60
"""How long an edit waits before it is sent: what it did is painted first, and held keys go together."""


class Kept(Enum):
    """How far what was done is kept."""

    KEPT = "kept"
    KEEPING = "keeping"
    WAITING = "waiting"
    """The database could not be reached; it is tried again by itself."""


class RundownSheet(QObject):
    """An opened bulletin and what was done to it since.

    Every edit is shown at once and sent on the database's lane; those made meanwhile go together after it.
    Where a colleague was quicker, the edits are made again on theirs: :attr:`met` tells so.

    :attr:`changed` comes when there is something else to see, :attr:`keeping` with a :class:`Kept`,
    :attr:`refused` with an error: then everything that was not kept is as it was.
    """

    changed = Signal()
    keeping = Signal(object)
    met = Signal()
    refused = Signal(object)
    _fell = Signal()
    """Keeping failed as nobody foresaw: told from the lane, for no answer comes of that."""

    def __init__(
        self,
        tasks: Tasks,
        bulletins: Bulletins,
        opened: OpenRundown,
        parent: QObject | None = None,
        send_after_ms: int = SEND_AFTER_MS,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._bulletins = bulletins
        self._base = opened
        self._pending: list[Edit] = []
        self._sent = 0
        self._busy = False
        self._left = False
        self._answer: OpenRundown | None = None
        """What the keeping on its way has come to: set on the lane, for what goes behind it."""
        self._then: list[Callable[[], None]] = []
        self.opened = opened
        self.times: TimedRundown = timed(opened)
        self.history = History()
        self.kept = Kept.KEPT
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(RETRY_S * 1000)
        self._retry.timeout.connect(self._send)
        self._fell.connect(self._wait)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(send_after_ms)
        self._soon.timeout.connect(self._send)

    @property
    def bulletin_id(self) -> int:
        """The bulletin's number."""
        return self.opened.bulletin.id

    @property
    def version(self) -> int:
        """The version that the next act is based on."""
        return self._base.bulletin.version

    @property
    def settled(self) -> bool:
        """Whether everything done is in the database and nothing is on its way."""
        return not self._busy and not self._pending

    def when_settled(self, then: Callable[[], None]) -> None:
        """Call ``then`` as soon as everything done is kept: now, or after the answer that is on its way."""
        if self.settled:
            then()
        else:
            self._then.append(then)
            self._send()

    def flush(self) -> None:
        """Send at once what waits: the page or the bulletin is left."""
        self._send()

    def leave(self) -> None:
        """Put everything done on the lane at once: the newsroom closes, and no answer may come any more.

        What a first keeping on its way has left over goes behind it, and a colleague's work is met there.
        """
        self._retry.stop()
        self._soon.stop()
        if not self._pending or self._left:
            return
        self._left = True
        bulletins, bulletin_id, base = self._bulletins, self.bulletin_id, self._base
        every, rest, busy = tuple(self._pending), tuple(self._pending[self._sent :]), self._busy

        def keep() -> None:
            if not busy:
                _keep_all(bulletins, base, every)
            elif self._answer is not None:
                _keep_all(bulletins, self._answer, rest)
            else:  # what was on its way was not kept
                _keep_all(bulletins, bulletins.open(bulletin_id), every)

        def kept(_nothing: None) -> None:
            self._busy = False
            self._pending.clear()

        self._busy = True
        self._tasks.run(keep, kept, self.refused.emit)

    # ------------------------------------------------------------ edits

    def do(self, edit: Edit, states: Iterable[StoryState] = ()) -> bool:
        """Make an edit; ``states`` are of stories that it puts in. False when it changes nothing."""
        before = self.opened.rundown
        after = edit.apply(before)
        if after == before:
            return False
        self.history.add(Done(edit, before, after))
        self._make(edit, states)
        return True

    def undo(self) -> str:
        """Take the last edit back; return what it was, "" when there is none."""
        edit = self.history.undo()
        if edit is not None:
            self._make(edit)
        return "" if edit is None else edit.words

    def redo(self) -> str:
        """Do again what was undone last; return what it was, "" when there is nothing."""
        edit = self.history.redo()
        if edit is not None:
            self._make(edit)
        return "" if edit is None else edit.words

    def take(self, opened: OpenRundown) -> None:
        """Show the bulletin as the database has it; what was not kept yet is made again on it."""
        self._base = opened
        shown = opened
        for state in self._new_states(opened):
            shown = shown.with_state(state)
        for edit in self._pending:
            shown = shown.with_rundown(edit.apply(shown.rundown))
        self._show(shown)

    def _make(self, edit: Edit, states: Iterable[StoryState] = ()) -> None:
        shown = self.opened
        for state in states:
            shown = shown.with_state(state)
        self._pending.append(edit)
        self._show(shown.with_rundown(edit.apply(shown.rundown)))
        if not self._soon.interval():
            self._send()
        elif not self._soon.isActive():
            self._soon.start()

    def _new_states(self, opened: OpenRundown) -> list[StoryState]:
        """Return the stories that only rows not kept yet know of."""
        if not self._pending:
            return []
        return [state for story, state in self.opened.states.items() if story not in opened.states]

    def _show(self, opened: OpenRundown) -> None:
        self.opened = opened
        self.times = timed(opened)
        self.changed.emit()

    # ------------------------------------------------------------ keeping

    def _send(self) -> None:
        if self._busy or self._left or not self._pending:
            return
        self._retry.stop()
        self._soon.stop()
        self._busy = True
        self._sent = len(self._pending)
        self._say(Kept.KEEPING)
        bulletins, rundown = self._bulletins, self.opened.rundown
        bulletin_id, version = self.bulletin_id, self.version
        self._answer = None

        def keep() -> OpenRundown:
            try:
                self._answer = bulletins.keep(bulletin_id, version, rundown)
            except NewsdeskError:
                raise
            except Exception:
                self._fell.emit()
                raise
            return self._answer

        self._tasks.run(keep, self._done, self._failed)

    def _done(self, opened: OpenRundown) -> None:
        if self._left:
            return
        self._busy = False
        del self._pending[: self._sent]
        self.take(opened)
        if self._pending:
            self._send()
        else:
            self._say(Kept.KEPT)
            self._go_on()

    def _failed(self, error: NewsdeskError) -> None:
        if self._left:
            return
        self._busy = False
        if isinstance(error, StaleRundown) and isinstance(error.newest, OpenRundown):
            self.take(error.newest)
            self.met.emit()
            self._send()
        elif isinstance(error, DatabaseUnreachable | CannotSave):
            self._say(Kept.WAITING)
            self._retry.start()
        else:
            self._pending.clear()
            self.history.clear()
            self._show(self._base)
            self._then.clear()
            self._say(Kept.KEPT)
            self.refused.emit(error)

    def _wait(self) -> None:
        """What was done waits, and goes with what is done next: it is not tried by itself again."""
        self._busy = False
        self._then.clear()
        self._say(Kept.WAITING)

    def _go_on(self) -> None:
        waiting, self._then = self._then, []
        for then in waiting:
            then()

    def _say(self, kept: Kept) -> None:
        self.kept = kept
        self.keeping.emit(kept)


def _keep_all(bulletins: Bulletins, base: OpenRundown, edits: Iterable[Edit]) -> None:
    """Make edits on ``base`` and keep them, once more on a colleague's work where she was quicker."""
    edits = tuple(edits)
    for last in (False, False, True):
        rundown = base.rundown
        for edit in edits:
            rundown = edit.apply(rundown)
        if rundown == base.rundown:
            return
        try:
            bulletins.keep(base.bulletin.id, base.bulletin.version, rundown)
        except StaleRundown as error:
            if last or not isinstance(error.newest, OpenRundown):
                raise
            base = error.newest
        else:
            return
