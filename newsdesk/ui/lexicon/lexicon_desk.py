"""What is done to the lexicon, off the window's thread, and how it is taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsdesk.domain.lexicon import LexiconChange, Pronunciation
from newsdesk.errors import StorageError
from newsdesk.ui.lexicon.form_row import builtin_rows, house_rows
from newsdesk.ui.lexicon.form_shelf import Contents, counted

if TYPE_CHECKING:
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.lexicon import CsvRead, HouseLexicon
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.tasks import Tasks

Failed = Callable[["NewsdeskError"], None]


class LexiconDesk(QObject):
    """Every act is one job of the database lane; after it the forms are shown anew.

    :attr:`filled` carries the :class:`Contents` of the newsroom; :attr:`changed` comes when scripts are to be
    read anew; :attr:`failed` carries what went wrong while looking.
    """

    filled = Signal(object)
    changed = Signal()
    failed = Signal(object)

    def __init__(
        self, tasks: Tasks, now: Callable[[], datetime], zone: tzinfo, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._now = now
        self._zone = zone
        self._newsroom: Newsroom | None = None
        self._done: list[LexiconChange] = []

    def opened(self, newsroom: Newsroom | None) -> None:
        """Work with another newsroom; what was done in the one before stays done."""
        self._newsroom = newsroom
        self._done = []

    @property
    def can_undo(self) -> bool:
        """Whether something was done that can be taken back."""
        return bool(self._done)

    def refill(self) -> None:
        """Look what the newsroom has now."""
        newsroom = self._newsroom
        if newsroom is None:
            return

        def looked() -> Contents:
            rows = newsroom.lexicon.rows()
            own = house_rows(rows, self._now(), self._zone)
            return counted(own, builtin_rows(newsroom.reading.builtin(), own))

        def shown(contents: Contents) -> None:
            if newsroom is self._newsroom:
                self.filled.emit(contents)

        self._tasks.run(looked, shown, self.failed.emit)

    # ------------------------------------------------------------ acts

    def add(self, entry: Pronunciation, done: Callable[[Pronunciation], None], failed: Failed) -> None:
        """Add an entry."""
        self._single((), lambda lexicon: lexicon.add(entry), done, failed)

    def update(
        self,
        before: Pronunciation,
        after: Pronunciation,
        done: Callable[[Pronunciation], None],
        failed: Failed,
    ) -> None:
        """Put one entry in the place of another."""
        self._single((before,), lambda lexicon: lexicon.update(after), done, failed)

    def check(self, entry: Pronunciation, done: Callable[[Pronunciation], None], failed: Failed) -> None:
        """Say that an entry is right."""
        self._single((entry,), lambda lexicon: lexicon.check(entry), done, failed)

    def remove(self, entry: Pronunciation, done: Callable[[], None], failed: Failed) -> None:
        """Take an entry out."""

        def removed(lexicon: HouseLexicon) -> LexiconChange:
            lexicon.remove(entry)
            return LexiconChange((entry,), ())

        self._act(removed, lambda _change: done(), failed)

    def undo(self, done: Callable[[LexiconChange], None], failed: Failed) -> None:
        """Take back the last act; it stays the last one while the database is away."""
        if not self._done:
            return
        change, acts = self._done.pop(), self._done

        def refused(error: NewsdeskError) -> None:
            if isinstance(error, StorageError) and acts is self._done:
                acts.append(change)
            failed(error)

        self._act(lambda lexicon: lexicon.undo(change), done, refused, keep=False)

    def import_from(self, path: Path, done: Callable[[CsvRead], None], failed: Failed) -> None:
        """Take the rows of a CSV file into the lexicon."""
        newsroom = self._newsroom
        if newsroom is None:
            return

        def taken(read: CsvRead) -> None:
            if newsroom is self._newsroom and (read.added or read.changed):
                self._done.append(read.change)
            done(read)
            self._follow()

        self._tasks.run(lambda: newsroom.lexicon.read_csv(path), taken, failed)

    def export_to(self, path: Path, done: Callable[[int], None], failed: Failed) -> None:
        """Write every entry into a CSV file."""
        newsroom = self._newsroom
        if newsroom is not None:
            self._tasks.run(lambda: newsroom.lexicon.write_csv(path), done, failed)

    # ------------------------------------------------------------ inside

    def _follow(self) -> None:
        self.refill()
        self.changed.emit()

    def _single(
        self,
        before: tuple[Pronunciation, ...],
        work: Callable[[HouseLexicon], Pronunciation],
        done: Callable[[Pronunciation], None],
        failed: Failed,
    ) -> None:
        self._act(
            lambda lexicon: LexiconChange(before, (work(lexicon),)),
            lambda change: done(change.after[0]),
            failed,
        )

    def _act(
        self,
        work: Callable[[HouseLexicon], LexiconChange],
        done: Callable[[LexiconChange], None],
        failed: Failed,
        *,
        keep: bool = True,
    ) -> None:
        newsroom = self._newsroom
        if newsroom is None:
            return

        def acted(change: LexiconChange) -> None:
            if newsroom is not self._newsroom:
                return
            if keep:
                self._done.append(change)
            done(change)
            self._follow()

        def refused(error: NewsdeskError) -> None:
            failed(error)
            self.refill()  # somebody else was quicker: show what stands there now

        self._tasks.run(lambda: work(newsroom.lexicon), acted, refused)
