"""Keeps what is being typed: on this computer at once, then in the database, without the window waiting."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from newsdesk.errors import NewsdeskError, StaleStory, StorageError
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from newsdesk.domain.story import Script
    from newsdesk.services.drafting import Drafting, OpenStory
    from newsdesk.ui.tasks import Tasks

AFTER_MS = 300
"""After the last key."""
LATEST_MS = 500
"""After the first key that is not kept yet."""
RETRY_S = 10
"""Until the database is tried again."""
_WAIT_FOR_LOCAL_S = 5.0


class Kept(Enum):
    """How safe the words are."""

    UNTOUCHED = "untouched"
    """As the newest revision has them."""
    TYPING = "typing"
    SAVED = "saved"
    """In the database (and on this computer)."""
    LOCAL = "local"
    """On this computer only; the database is tried again."""
    NOWHERE = "nowhere"
    """Only in the window: this computer could not write, nor the database take it."""


class State(NamedTuple):
    """What the foot of the page says; ``retry_s`` counts down to the next try, ``error`` is the reason."""

    kept: Kept
    at: datetime | None = None
    retry_s: int = 0
    error: NewsdeskError | None = None


class Autosave(QObject):
    """Autosaves one open story; ``script`` gives its words whenever they are to be kept.

    Signals: :attr:`state_changed`; :attr:`revised` with the story after a revision was made; :attr:`stale`
    when someone else saved first (our words are kept, as the service promises).
    """

    state_changed = Signal(object)
    revised = Signal(object)
    stale = Signal(object)

    def __init__(self, tasks: Tasks, script: Callable[[], Script], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._script = script
        self._drafting: Drafting | None = None
        self._story: OpenStory | None = None
        self._versions: dict[int, int] = {}
        self._dirty = False
        self._to_revise = False
        self._keeping_local: threading.Event | None = None
        self._local_again = False
        self._keeping = False
        self._keep_again = False
        self._local_failed: NewsdeskError | None = None
        self.state = State(Kept.UNTOUCHED)
        self._after = _single(self, AFTER_MS, self.flush)
        self._latest = _single(self, LATEST_MS, self.flush)
        self._retry = QTimer(self)
        self._retry.setInterval(1000)
        self._retry.timeout.connect(self._count_down)

    # ------------------------------------------------------------ the story

    def follow(self, drafting: Drafting, story: OpenStory) -> None:
        """Keep this story from now on; the one before must have been left by :meth:`save` or :meth:`drop`."""
        self._stop()
        self._drafting, self._story = drafting, story
        # Read on the lane when its turn comes: two saves one after the other must not look like two writers.
        self._versions[story.id] = story.version
        self._dirty = False
        self._to_revise = story.recovered_at is not None
        self._tell(
            State(Kept.SAVED if story.revision else Kept.UNTOUCHED, story.recovered_at or story.revised_at)
        )

    def drop(self) -> None:
        """Follow no story."""
        self._stop()
        self._drafting = self._story = None
        self._to_revise = False
        self._tell(State(Kept.UNTOUCHED))

    def changed(self) -> None:
        """Something of the script changed: keep it soon."""
        if self._story is None:
            return
        self._dirty = self._to_revise = True
        self._after.start()
        if not self._latest.isActive():
            self._latest.start()

    @property
    def unsaved(self) -> bool:
        """Whether something was changed since the newest revision."""
        return self._to_revise

    # ------------------------------------------------------------ keeping

    def flush(self) -> None:
        """Keep now what is not kept yet."""
        self._after.stop()
        self._latest.stop()
        if not self._dirty or self._story is None:
            return
        self._dirty = False
        script = self._script()
        self._keep_local(script)
        if not self._retry.isActive():
            self._keep(script)

    def try_now(self) -> None:
        """Try the database again without waiting."""
        self._retry.stop()
        if self._story is not None:
            self._keep(self._script())

    def _keep_local(self, script: Script) -> None:
        drafting, story = self._drafting, self._story
        if drafting is None or story is None:
            return
        if self._keeping_local is not None and not self._keeping_local.is_set():
            self._local_again = True
            return
        done = self._keeping_local = threading.Event()

        def work() -> None:
            try:
                drafting.keep_local(story.id, self._versions[story.id], script)
            finally:
                done.set()

        self._tasks.run(
            work,
            lambda _none: self._kept_local(story.id, None),
            lambda e: self._kept_local(story.id, e),
            Lane.LOCAL,
        )

    def _kept_local(self, story_id: int, error: NewsdeskError | None) -> None:
        if self._story is None or self._story.id != story_id:
            return
        self._local_failed = error
        if error is not None and self.state.kept is Kept.LOCAL:
            self._tell(State(Kept.NOWHERE, error=error))
        if self._local_again:
            self._local_again = False
            self._keep_local(self._script())

    def _keep(self, script: Script) -> None:
        drafting, story = self._drafting, self._story
        if drafting is None or story is None:
            return
        if self._keeping:
            self._keep_again = True
            return
        self._keeping = True
        self._tasks.run(
            lambda: drafting.keep(story.id, self._versions[story.id], script),
            lambda at: self._kept(story.id, at),
            lambda error: self._not_kept(story.id, error),
        )

    def _kept(self, story_id: int, at: datetime) -> None:
        self._keeping = False
        if self._story is None or self._story.id != story_id:
            return
        self._tell(State(Kept.SAVED, at))
        if self._keep_again:
            self._keep_again = False
            self._keep(self._script())

    def _not_kept(self, story_id: int, error: NewsdeskError) -> None:
        self._keeping = self._keep_again = False
        if self._story is None or self._story.id != story_id:
            return
        self._offline(error)

    def _offline(self, error: NewsdeskError) -> None:
        kept = Kept.LOCAL if self._local_failed is None else Kept.NOWHERE
        self._tell(State(kept, retry_s=RETRY_S, error=error))
        self._retry.start()

    def _count_down(self) -> None:
        left = self.state.retry_s - 1
        if left > 0:
            self._tell(self.state._replace(retry_s=left))
        else:
            self.try_now()

    # ------------------------------------------------------------ revisions

    def save(self, reason: str = "") -> None:
        """Make a revision of what stands in the window, when anything changed since the newest one."""
        drafting, story = self._drafting, self._story
        if drafting is None or story is None or not self._to_revise:
            return
        self._after.stop()
        self._latest.stop()
        self._dirty = self._to_revise = self._keep_again = self._local_again = False
        script = self._script()
        writing = self._keeping_local

        def work() -> OpenStory:
            if writing is not None:  # an older copy must not come after the newer one
                writing.wait(_WAIT_FOR_LOCAL_S)
            return self._moved(drafting.save(story.id, self._versions[story.id], script, reason))

        self._tasks.run(work, self._saved, lambda error: self._not_saved(story.id, error))

    def _saved(self, saved: OpenStory) -> None:
        if self._story is not None and self._story.id == saved.id:
            self._retry.stop()
            self._story = saved
            self._tell(State(Kept.SAVED, saved.revised_at))
        self.revised.emit(saved)

    def _not_saved(self, story_id: int, error: NewsdeskError) -> None:
        if self._story is not None and self._story.id == story_id:
            self._to_revise = True
            if isinstance(error, StorageError):
                self._offline(error)
        if isinstance(error, StaleStory):
            self.stale.emit(error)
        elif self._story is None or self._story.id != story_id or not isinstance(error, StorageError):
            self._tell(State(Kept.LOCAL, error=error))

    def plan(
        self,
        airtime: datetime | None,
        done: Callable[[OpenStory], None],
        failed: Callable[[NewsdeskError], None],
    ) -> None:
        """Plan the story for air; ``done`` gets it at its new version."""
        drafting, story = self._drafting, self._story
        if drafting is None or story is None:
            return
        self._tasks.run(
            lambda: self._moved(drafting.set_airtime(story.id, self._versions[story.id], airtime)),
            done,
            failed,
        )

    def _moved(self, story: OpenStory) -> OpenStory:
        self._versions[story.id] = story.version
        return story

    def _tell(self, state: State) -> None:
        self.state = state
        self.state_changed.emit(state)

    def _stop(self) -> None:
        self._after.stop()
        self._latest.stop()
        self._retry.stop()
        self._keep_again = self._local_again = self._keeping = False
        self._local_failed = None


def _single(parent: QObject, ms: int, run: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(ms)
    timer.timeout.connect(run)
    return timer
