"""Keeps what is being typed: on this computer at once, then in the database, without the window waiting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from newsdesk.errors import NewsdeskError, StaleStory, StorageError
from newsdesk.ui.stories.sheet import Sheet, Words
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from newsdesk.domain.story import Script
    from newsdesk.services.drafting import Drafting, OpenStory
    from newsdesk.ui.tasks import Tasks

AFTER_MS = 300
"""After the last key."""
LATEST_MS = 350
"""After the first key that is not kept yet: with the time to write, well under 600 on a busy computer."""
RETRY_S = 10
"""Until the database is tried again."""

T = TypeVar("T")


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


class _Owed(NamedTuple):
    """A revision of a story that was left, which the database has not made yet."""

    sheet: Sheet
    words: Words
    reason: str


class _Unforeseen(NamedTuple):
    """Stands for the answer of a work that raised what nobody expected."""

    error: Exception


class Autosave(QObject):
    """Autosaves one open story; ``script`` gives its words whenever they are to be kept.

    Signals: :attr:`state_changed`; :attr:`revised` with the story after a revision was made; :attr:`stale`
    when someone else saved first (our words are kept, as the service promises); :attr:`left_unsaved` when a
    story that was left could not be saved (it is tried again).
    """

    state_changed = Signal(object)
    revised = Signal(object)
    stale = Signal(object)
    left_unsaved = Signal(object)

    def __init__(self, tasks: Tasks, script: Callable[[], Script], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._script = script
        self._sheet: Sheet | None = None
        self._owed: dict[int, _Owed] = {}
        self._versions: dict[int, int] = {}
        self.state = State(Kept.UNTOUCHED)
        self._after = _single(self, AFTER_MS, self.flush)
        self._latest = _single(self, LATEST_MS, self.flush)
        self._owed_again = _single(self, RETRY_S * 1000, self.save_left)
        self._retry = QTimer(self)
        self._retry.setInterval(1000)
        self._retry.timeout.connect(self._count_down)

    # ------------------------------------------------------------ the story

    def follow(self, drafting: Drafting, story: OpenStory) -> None:
        """Keep this story from now on; the one before must have been left by :meth:`save` or :meth:`drop`."""
        self._stop()
        self._sheet = Sheet(drafting, story)
        # Read on the lane when its turn comes: two saves one after the other must not look like two writers.
        self._versions[story.id] = story.version
        self._tell(
            State(Kept.SAVED if story.revision else Kept.UNTOUCHED, story.recovered_at or story.revised_at)
        )

    def drop(self) -> None:
        """Follow no story."""
        self._stop()
        self._sheet = None
        self._tell(State(Kept.UNTOUCHED))

    def changed(self) -> None:
        """Something of the script changed: keep it soon."""
        if self._sheet is None:
            return
        self._sheet.dirty = self._sheet.to_revise = True
        self._after.start()
        if not self._latest.isActive():
            self._latest.start()

    def hold(self) -> None:
        """Keep nothing until the next change: the words are about to be replaced."""
        self._stop()
        if self._sheet is not None:
            self._sheet.dirty = False

    @property
    def follows(self) -> bool:
        """Whether the words of a story are kept at all: not those that somebody else is writing."""
        return self._sheet is not None

    @property
    def unsaved(self) -> bool:
        """Whether something was changed since the newest revision."""
        return self._sheet is not None and self._sheet.to_revise

    @property
    def unsafe(self) -> bool:
        """Whether there are words that neither the database nor this computer's disk has kept."""
        on_desk = self._sheet is not None and self._sheet.unsafe
        return on_desk or any(owed.sheet.unsafe for owed in self._owed.values())

    # ------------------------------------------------------------ keeping

    def flush(self) -> None:
        """Keep now what is not kept yet."""
        self._after.stop()
        self._latest.stop()
        sheet = self._sheet
        if sheet is None or not sheet.dirty:
            return
        words = sheet.take(self._script())
        self._keep_here(sheet, words)
        if not self._retry.isActive():
            self._keep(sheet, words)

    def keep_at_once(self) -> None:
        """Keep the words as they are now, on the disk and in the database, whatever was kept before."""
        self._stop()
        if self._sheet is not None:
            words = self._sheet.take(self._script())
            self._keep_here(self._sheet, words)
            self._keep(self._sheet, words)

    def keep_here_and_now(self) -> None:
        """Write the words to this computer's disk before this returns. Raises DiskFull or CannotSave."""
        sheet = self._sheet
        if sheet is not None:
            words = sheet.take(self._script())
            sheet.dirty = True  # the database has them still to come
            sheet.drafting.keep_local(sheet.story_id, self._versions[sheet.story_id], *words)

    def try_now(self) -> None:
        """Try again without waiting what could not be kept."""
        self._retry.stop()
        self.save_left()
        if self._sheet is not None and self._sheet.wants_revision:
            self.save()
        else:
            self.keep_at_once()

    def _keep_here(self, sheet: Sheet, words: Words) -> None:
        def work() -> datetime | None:
            newest = sheet.for_disk.take()
            if newest is not None:
                sheet.drafting.keep_local(sheet.story_id, self._versions[sheet.story_id], *newest)
            return newest and newest.at

        if sheet.for_disk.put(words):
            self._ask(
                sheet,
                work,
                lambda at: self._kept_here(sheet, at),
                lambda _error: self._not_kept_here(sheet),
                Lane.LOCAL,
            )

    def _kept_here(self, sheet: Sheet, at: datetime | None) -> None:
        if at is None:
            return
        sheet.disk_failed = False
        sheet.kept(at)
        if sheet is self._sheet and self.state.kept is Kept.NOWHERE:
            self._tell(self.state._replace(kept=Kept.LOCAL))

    def _not_kept_here(self, sheet: Sheet) -> None:
        sheet.disk_failed = True
        if sheet is self._sheet and self.state.kept is Kept.LOCAL:
            self._tell(self.state._replace(kept=Kept.NOWHERE))

    def _keep(self, sheet: Sheet, words: Words) -> None:
        def work() -> datetime | None:
            newest = sheet.for_database.take()
            if newest is None:  # a save went ahead with newer ones
                return None
            return sheet.drafting.keep(sheet.story_id, self._versions[sheet.story_id], *newest)

        if sheet.for_database.put(words):
            self._ask(
                sheet, work, lambda at: self._kept(sheet, at), lambda error: self._not_kept(sheet, error)
            )

    def _kept(self, sheet: Sheet, at: datetime | None) -> None:
        if at is None:
            return
        sheet.kept(at)
        if sheet is self._sheet:
            self._retry.stop()
            self._tell(State(Kept.SAVED, at))
        self.save_left()

    def _not_kept(self, sheet: Sheet, error: NewsdeskError) -> None:
        if sheet is self._sheet:  # else its save, which comes behind, says what happened
            self._offline(sheet, error)

    def _offline(self, sheet: Sheet, error: NewsdeskError) -> None:
        self._tell(State(_without_database(sheet), retry_s=RETRY_S, error=error))
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
        sheet = self._sheet
        if sheet is None or not sheet.to_revise:
            return
        self._after.stop()
        self._latest.stop()
        words = sheet.take(self._script())
        sheet.to_revise = sheet.wants_revision = False
        self._revise(_Owed(sheet, words, reason))

    def save_left(self) -> None:
        """Try again to save the stories that were left."""
        self._owed_again.stop()
        owed, self._owed = self._owed, {}
        for one in owed.values():
            self._revise(one)

    def take_back(self, story_id: int) -> Words | None:
        """Return the words of a story that was left and is not saved yet: it is laid on the desk again."""
        owed = self._owed.pop(story_id, None)
        return owed and owed.words

    def _revise(self, owed: _Owed) -> None:
        sheet, words, reason = owed
        self._keep_here(sheet, words)
        sheet.for_database.take()  # older words need not be kept any more

        def work() -> OpenStory:
            base = self._versions[sheet.story_id]
            return self.moved(sheet.drafting.save(sheet.story_id, base, words.script, reason, words.at))

        self._ask(
            sheet,
            work,
            lambda saved: self._saved(sheet, words, saved),
            lambda error: self._not_saved(owed, error),
        )

    def _saved(self, sheet: Sheet, words: Words, saved: OpenStory) -> None:
        sheet.kept(words.at)
        if sheet is self._sheet:
            self._retry.stop()
            self._tell(State(Kept.SAVED, saved.revised_at))
        self.revised.emit(saved)
        self.save_left()

    def _not_saved(self, owed: _Owed, error: NewsdeskError) -> None:
        sheet = owed.sheet
        sheet.to_revise = True
        if isinstance(error, StaleStory):
            sheet.kept(owed.words.at)
            if sheet is self._sheet:
                self._tell(State(Kept.SAVED, owed.words.at))
            self.stale.emit(error)
        elif sheet is not self._sheet:
            self._owe(owed, error)
        elif isinstance(error, StorageError):
            sheet.wants_revision = True
            self._offline(sheet, error)
        else:
            self._tell(State(_without_database(sheet), error=error))

    def _owe(self, owed: _Owed, error: NewsdeskError) -> None:
        self._owed[owed.sheet.story_id] = owed
        self._owed_again.start()
        if not owed.sheet.failure_told:
            owed.sheet.failure_told = True
            self.left_unsaved.emit(error)

    def change(
        self,
        work: Callable[[int, Words], OpenStory],
        done: Callable[[OpenStory], None],
        failed: Callable[[NewsdeskError], None],
    ) -> None:
        """Do with the story what makes revisions otherwise: ``work`` gets its version and all that was typed.

        It must keep these words whatever goes wrong. ``done`` gets the story; a colleague's revision that
        came first is told by :attr:`stale`, as for :meth:`save`.
        """
        sheet = self._sheet
        if sheet is None:
            return
        self._stop()
        words = sheet.take(self._script())
        sheet.to_revise = sheet.wants_revision = False
        sheet.for_database.take()  # older words need not be kept any more
        self._keep_here(sheet, words)

        def made(story: OpenStory) -> None:
            self._saved(sheet, words, story)
            done(story)

        def not_made(error: NewsdeskError) -> None:
            if isinstance(error, StaleStory):
                self._not_saved(_Owed(sheet, words, ""), error)
            else:
                sheet.dirty = sheet.to_revise = True
                if sheet is self._sheet:
                    self.changed()
                failed(error)

        self._ask(sheet, lambda: self.moved(work(self._versions[sheet.story_id], words)), made, not_made)

    def plan(
        self,
        change: Callable[[Drafting, int, int], OpenStory],
        done: Callable[[OpenStory], None],
        failed: Callable[[NewsdeskError], None],
    ) -> None:
        """Change what is planned for the story (by id and base version); ``done`` gets it as it is then."""
        sheet = self._sheet
        if sheet is None:
            return

        def work() -> tuple[OpenStory, datetime]:
            base = self._versions[sheet.story_id]
            planned = self.moved(change(sheet.drafting, sheet.story_id, base))
            return planned, sheet.drafting.moment()

        def answered(answer: tuple[OpenStory, datetime]) -> None:
            planned, at = answer
            done(planned)
            # It is kept by now; words on their way tell of themselves.
            if sheet is self._sheet and not sheet.dirty and self.state.kept in (Kept.SAVED, Kept.UNTOUCHED):
                self._tell(State(Kept.SAVED, at))

        self._tasks.run(work, answered, failed)

    def moved(self, story: OpenStory) -> OpenStory:
        """Note on the lane that our own change moved a story to this version; return the story."""
        self._versions[story.id] = story.version
        return story

    # ------------------------------------------------------------ parts

    def _ask(
        self,
        sheet: Sheet,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[NewsdeskError], None],
        lane: Lane = Lane.DATABASE,
    ) -> None:
        """Run ``work`` as :class:`Tasks` does; the foot tells the truth before a crash dialog comes."""

        def guarded() -> T | _Unforeseen:
            try:
                return work()
            except NewsdeskError:
                raise
            except Exception as error:  # noqa: BLE001 - not swallowed: raised again by answered()
                return _Unforeseen(error)

        def answered(answer: T | _Unforeseen) -> None:
            if isinstance(answer, _Unforeseen):
                self._unforeseen(sheet, lane)
                raise answer.error
            done(answer)

        self._tasks.run(guarded, answered, failed, lane)

    def _unforeseen(self, sheet: Sheet, lane: Lane) -> None:
        sheet.to_revise = True
        if lane is Lane.LOCAL:
            self._not_kept_here(sheet)
        elif sheet is self._sheet:
            self._tell(State(_without_database(sheet)))

    def _tell(self, state: State) -> None:
        self.state = state
        self.state_changed.emit(state)

    def _stop(self) -> None:
        self._after.stop()
        self._latest.stop()
        self._retry.stop()


def _without_database(sheet: Sheet) -> Kept:
    return Kept.NOWHERE if sheet.disk_failed else Kept.LOCAL


def _single(parent: QObject, ms: int, run: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(ms)
    timer.timeout.connect(run)
    return timer
