"""What the list of stories shows: asked from the newsroom, and following what is typed on the desk."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsdesk.ui.unforeseen import clearing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsdesk.domain.rows import StoryRow
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.stories.list_panel import ListPanel
    from newsdesk.ui.stories.script_pane import ScriptPane
    from newsdesk.ui.stories.story_desk import StoryDesk
    from newsdesk.ui.tasks import Tasks


class StoryShelf(QObject):
    """Fills the list panel; failures go to ``tell``."""

    def __init__(
        self,
        tasks: Tasks,
        panel: ListPanel,
        tell: Callable[[NewsdeskError], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._panel = panel
        self._pane: ScriptPane | None = None
        self._desk: StoryDesk | None = None
        self._tell = tell
        self._newsroom: Newsroom | None = None
        self._asked = 0
        self._waits = False
        self._first: Callable[[Sequence[StoryRow]], None] | None = None
        self.any_story = False
        """Whether the newsroom has a story at all, in whatever view."""

    def stand_by(self, desk: StoryDesk, pane: ScriptPane) -> None:
        """Show from now on what is written on this desk, in this pane; the list was there before them."""
        self._desk, self._pane = desk, pane
        pane.rate = self._panel.rows.rate

    def opened(
        self, newsroom: Newsroom | None, first: Callable[[Sequence[StoryRow]], None] | None = None
    ) -> None:
        """Ask this newsroom from now on; None: nobody.

        ``first`` is called with the first rows that come, whatever was asked for meanwhile.
        """
        self._newsroom, self._waits, self._first = newsroom, False, first

    def fill(self, then: Callable[[Sequence[StoryRow]], None] | None = None, *, quiet: bool = False) -> None:
        """Ask for the view and filter that are chosen now; ``then`` is called with the rows that came.

        ``quiet``: nobody asked, so the chosen rows and the place in the list stay, and an answer that is on
        its way goes first.
        """
        newsroom = self._newsroom
        if newsroom is None or (quiet and self._waits):
            return
        from newsdesk.services.browsing import View

        view, needle = View(self._panel.view), self._panel.needle
        self._asked += 1
        asked, self._waits = self._asked, True

        def outdated() -> bool:
            return asked != self._asked or newsroom is not self._newsroom

        def counted() -> Mapping[str, int]:
            return {str(key): count for key, count in newsroom.browsing.counts().items()}

        def ask() -> tuple[Sequence[StoryRow], bool, int]:
            rows = newsroom.browsing.stories(view, needle)
            return rows, bool(rows) or counted()["all"] > 0, newsroom.people.me().rate

        def answered(found: tuple[Sequence[StoryRow], bool, int]) -> None:
            if outdated():
                return
            self._waits = False
            rows, self.any_story, rate = found
            self._panel.rows.rate = rate
            if self._pane is not None:
                self._pane.rate = rate
            self._panel.show_rows(rows, any_story=self.any_story, quiet=quiet)
            story = self._desk.story if self._desk is not None else None
            if story is not None and not quiet:
                self._panel.select(story.id)
            first, self._first = self._first, None
            for follow in (first, then):
                if follow is not None:
                    follow(rows)
            # The figures beside the views may come a moment after the rows.
            self._tasks.run(counted, show_counts, self._tell)

        def show_counts(counts: Mapping[str, int]) -> None:
            if not outdated():
                self._panel.show_counts(counts)

        def failed(error: NewsdeskError) -> None:
            if asked == self._asked:
                self._waits = False
            if not quiet:  # it is asked for again soon
                self._tell(error)

        def unforeseen() -> None:
            if asked == self._asked:
                self._waits = False

        self._tasks.run(clearing(ask, unforeseen), answered, failed)

    def show_desk(self) -> None:
        """Show in the list what stands on the desk now."""
        desk, pane = self._desk, self._pane
        if desk is None or pane is None or desk.story is None:
            return
        from newsdesk.domain.blocks import clip_milliseconds, without_marks
        from newsdesk.domain.text import lead

        story, script = desk.story, desk.script()
        _words, length = pane.editor.text.paragraphs.totals()
        self._panel.rows.show_written(
            story.id,
            script.slug,
            script.headline,
            lead(without_marks(script.body)),
            length.syllables,
            length.sentences,
            length.paragraphs,
            clip_milliseconds(script.blocks),
        )
