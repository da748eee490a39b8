"""Keeps what is being typed: on this computer at once, then in the database, without the window waiting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from newsdesk.errors import NewsdeskError, StaleStory, StorageError
from newsdesk.ui.stories.guarded import run_guarded
from newsdesk.ui.stories.kept import Kept, State
from newsdesk.ui.stories.owed_revisions import RETRY_S, Owed, OwedRevisions
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

T = TypeVar("T")


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
        self._owed = OwedRevisions(self._revise, self)
        self._owed.left_unsaved.connect(self.left_unsaved)
        self._versions: dict[int, int] = {}
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
        return on_desk or self._owed.unsafe

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
        self._revise(Owed(sheet, words, reason))

    def save_left(self) -> None:
        """Try again to save the stories that were left."""
        self._owed.try_again()

    def take_back(self, story_id: int) -> Words | None:
        """Return the words of a story that was left and is not saved yet: it is laid on the desk again."""
        return self._owed.take_back(story_id)

    def _revise(self, owed: Owed) -> None:
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

    def _not_saved(self, owed: Owed, error: NewsdeskError) -> None:
        sheet = owed.sheet
        sheet.to_revise = True
        if isinstance(error, StaleStory):
            sheet.kept(owed.words.at)
            if sheet is self._sheet:
                self._tell(State(Kept.SAVED, owed.words.at))
            self.stale.emit(error)
        elif sheet is not self._sheet:
            self._owed.owe(owed, error)
        elif isinstance(error, StorageError):
            sheet.wants_revision = True
            self._offline(sheet, error)
        else:
            self._tell(State(_without_database(sheet), error=error))

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
                self._not_saved(Owed(sheet, words, ""), error)
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
        run_guarded(self._tasks, work, done, failed, lambda: self._unforeseen(sheet, lane), lane)

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
