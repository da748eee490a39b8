"""Copy from outside becomes a story: cleaned words, what was found offered, the original kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from newsdesk.i18n import _
from newsdesk.ui.stories.plain_text import text_of
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.drafting import OpenStory
    from newsdesk.services.importing import Importing, Pasted
    from newsdesk.ui.components.news_line import NewsLine
    from newsdesk.ui.stories.story_desk import StoryDesk, Turn
    from newsdesk.ui.tasks import Tasks

_LONG = 100_000
"""Characters of a paste from which on reading it is told: it takes a moment."""


class CopyDesk:
    """Takes copy and lays the story made of it on the desk, unless its writer has begun another meanwhile.

    ``made`` gets the story and the copy before it is laid, ``laid`` the copy once its story is shown.
    """

    def __init__(
        self,
        tasks: Tasks,
        news: NewsLine,
        desk: StoryDesk,
        made: Callable[[OpenStory, Pasted], None],
        laid: Callable[[Pasted], None],
        tell: Callable[[NewsdeskError], None],
    ) -> None:
        self._tasks = tasks
        self._news = news
        self._desk = desk
        self._made = made
        self._laid = laid
        self._tell = tell
        self._importing: Importing | None = None

    def opened(self, importing: Importing | None) -> None:
        """Read copy with this from now on; None: no newsroom is open."""
        self._importing = importing

    def paste(self) -> None:
        """Make a story of what is on the clipboard."""
        self.take(text_of(QGuiApplication.clipboard().mimeData()))

    def take(self, text: str) -> None:
        """Make a story of ``text``."""
        importing = self._importing
        if importing is None:
            return
        if not text.strip():
            self._tell_words(_("Papan klip kosong. Salin dulu siaran persnya, lalu tempel di sini."))
            return
        turn = self._desk.expect()
        long = len(text) > _LONG
        if long:
            self._tell_words(_("Membaca tempelan, {n} ribu huruf…").format(n=len(text) // 1000))

        def read(pasted: Pasted) -> None:
            if long:
                self._news.clear()
            self._lay(pasted, turn)

        self._tasks.run(lambda: importing.paste(text), read, self._tell, Lane.COPY)

    def _lay(self, pasted: Pasted, turn: Turn) -> None:
        self._desk.begin_with(
            pasted.script,
            pasted.original,
            lambda story: self._made(story, pasted),
            lambda _story: self._laid(pasted),
            turn,
        )

    def _tell_words(self, words: str) -> None:
        self._news.tell(words, icon="clipboard-paste")
