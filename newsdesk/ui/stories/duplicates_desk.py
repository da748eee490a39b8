"""Sources of a story that may be one: offered, merged or told apart, and taken back."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsdesk.i18n import _
from newsdesk.ui.sources.source_rows import named
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from newsdesk.domain.likeness import Duplicate
    from newsdesk.domain.registers import SourceChange
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.sources import Compared
    from newsdesk.ui.components.news_line import NewsLine
    from newsdesk.ui.sources.duplicates_view import DuplicatesView
    from newsdesk.ui.tasks import Tasks

_MOST = 4
"""Pairs that are offered at once beside a script; the others stand in Atur."""


class DuplicatesDesk(QObject):
    """Looks for duplicates whenever other sources are shown.

    The register is read on the database's lane and compared on the lane of copy: autosave waits for neither.
    ``changed`` gets the numbers of sources that stand for another one now, or again for themselves.
    """

    def __init__(
        self,
        tasks: Tasks,
        view: DuplicatesView,
        news: NewsLine,
        changed: Callable[[Collection[int]], None],
        tell: Callable[[NewsdeskError], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._view = view
        self._news = news
        self._changed = changed
        self._tell = tell
        self._newsroom: Newsroom | None = None
        self._ids: frozenset[int] = frozenset()
        self._asked = 0
        view.merged.connect(self._merge)
        view.told_apart.connect(self._tell_apart)

    def opened(self, newsroom: Newsroom | None) -> None:
        """Work with this newsroom's register from now on."""
        self._newsroom = newsroom
        self._ids = frozenset()
        self._view.show_pairs(())

    def look(self, ids: Collection[int], *, again: bool = False) -> None:
        """Offer what may be one with these sources; the same ones are not looked at twice."""
        newsroom, ids = self._newsroom, frozenset(ids)
        if newsroom is None or (ids == self._ids and not again):
            return
        self._ids = ids
        self._asked += 1
        asked = self._asked
        if not ids:
            self._view.show_pairs(())
            return

        def compare(known: Compared) -> None:
            if asked == self._asked:
                self._tasks.run(lambda: known.duplicates(ids), show, self._tell, Lane.COPY)

        def show(pairs: list[Duplicate]) -> None:
            if asked == self._asked:  # another story's sources were asked about since
                self._view.show_pairs(pairs[:_MOST])

        self._tasks.run(newsroom.sources.compared, compare, self._tell)

    def _merge(self, pair: Duplicate) -> None:
        newsroom = self._newsroom
        if newsroom is None:
            return

        def merged(change: SourceChange) -> None:
            self._changed((change.kept.id, change.gone.id))
            self.look(self._ids, again=True)
            words = _("{gone} digabung dengan {keep}")
            self._news.tell(
                words.format(gone=named(change.gone), keep=named(change.before)),
                icon="undo-2",
                act=_("Urungkan"),
                run=lambda: self._part(newsroom, change),
                stays=True,
            )

        self._tasks.run(lambda: newsroom.sources.merge(pair.keep, pair.gone), merged, self._failed)

    def _part(self, newsroom: Newsroom, change: SourceChange) -> None:
        def parted(_kept: object) -> None:
            self._changed((change.kept.id, change.gone.id))
            self.look(self._ids, again=True)

        self._tasks.run(lambda: newsroom.sources.undo(change), parted, self._failed)

    def _tell_apart(self, pair: Duplicate) -> None:
        newsroom = self._newsroom
        if newsroom is None:
            return
        one, other = pair.keep.id, pair.gone.id

        def told(_nothing: None) -> None:
            self.look(self._ids, again=True)
            words = _("{one} dan {other} dicatat sebagai dua narasumber")
            self._news.tell(
                words.format(one=named(pair.gone), other=named(pair.keep)),
                icon="undo-2",
                act=_("Urungkan"),
                run=again,
                stays=True,
            )

        def again() -> None:
            self._tasks.run(
                lambda: newsroom.sources.forget_apart(one, other),
                lambda _nothing: self.look(self._ids, again=True),
                self._failed,
            )

        self._tasks.run(lambda: newsroom.sources.tell_apart(one, other), told, self._failed)

    def _failed(self, error: NewsdeskError) -> None:
        """Say what went wrong, and offer what stands there now."""
        self._tell(error)
        self.look(self._ids, again=True)
