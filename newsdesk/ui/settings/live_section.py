"""Sections of Atur that show something of the newsroom which others change too."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QShowEvent

from newsdesk.i18n import _
from newsdesk.ui.components.news_line import NewsLine
from newsdesk.ui.settings.section import Section
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.look import Look
    from newsdesk.ui.tasks import Tasks

T = TypeVar("T")


class LiveSection(Section):
    """Fills itself whenever it comes in sight (:meth:`fill`); what is done can be undone in its line of news.

    ``changed`` is called after every change: scripts show the same things.
    """

    def __init__(self, look: Look, title: str, words: str, tasks: Tasks, changed: Callable[[], None]) -> None:
        super().__init__(look, title, words)
        self.tasks = tasks
        self.newsroom: Newsroom | None = None
        self._changed = changed
        self.news = NewsLine(look)

    def opened(self, newsroom: Newsroom) -> None:
        """Work in this newsroom from now on."""
        self.newsroom = newsroom
        self.news.clear()
        if self.isVisible():
            self.fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what stands there now."""
        super().showEvent(event)
        if self.newsroom is not None:
            self.fill()

    def fill(self) -> None:
        """Ask the newsroom for what is shown; every such section has its own way."""
        raise NotImplementedError

    def do(
        self,
        work: Callable[[], T],
        words: Callable[[T], str] | None = None,
        undo: Callable[[T], object] | None = None,
        failed: Callable[[NewsdeskError], None] | None = None,
    ) -> None:
        """Change something on the database's lane; then say so with "Urungkan", and show what stands there.

        Without ``words`` or ``undo`` nothing is said: that is what taking back does.

        ``failed`` tells a refusal where it belongs; else the line of news does.
        """

        def done(result: T) -> None:
            if words is not None and undo is not None:
                take_back = undo
                self.news.tell(
                    words(result),
                    icon="undo-2",
                    act=_("Urungkan"),
                    run=lambda: self.do(lambda: take_back(result)),
                    stays=True,
                )
            self.fill()
            self.tell_changed()

        def refused(error: NewsdeskError) -> None:
            if failed is not None:
                failed(error)
            else:
                self.tell(error)
                self.fill()

        self.tasks.run(work, done, refused)

    def tell_changed(self) -> None:
        """Let scripts show what was changed."""
        self._changed()

    def tell(self, error: NewsdeskError) -> None:
        """Say what went wrong."""
        self.news.tell(sentence(error), icon="circle-alert", token="temuan", stays=True)
