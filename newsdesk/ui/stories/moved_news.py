"""What is told after stories were moved, with the way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsdesk.i18n import _
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.errors import NewsdeskError
    from newsdesk.ui.components.news_line import NewsLine


class MovedNews(QObject):
    """Tells in the window's line of news, and remembers how the last move is undone.

    :attr:`changed`: stories stand elsewhere now, and lists that show them are out of date.
    """

    changed = Signal()

    def __init__(self, news: NewsLine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._news = news
        self._undo: Callable[[], None] | None = None

    @property
    def can_undo(self) -> bool:
        """Whether there is a move to undo."""
        return self._undo is not None

    def tell(
        self, words: str, *, undo: Callable[[], None] | None = None, act: str = "", wrong: bool = False
    ) -> None:
        """Say what was done; ``undo`` is the way back, called ``act`` or "Urungkan".

        ``wrong`` says that something could not be done.
        """
        self._undo = undo
        self._news.tell(
            words,
            icon="circle-alert" if wrong else "check",
            token="temuan" if wrong else "text_2",
            act=(act or _("Urungkan")) if undo is not None else "",
            run=self.undo if undo is not None else None,
            stays=True,
        )

    def say(self, words: str, icon: str = "check") -> None:
        """Say something that goes by itself."""
        self._news.tell(words, icon=icon)

    def failed(self, error: NewsdeskError) -> None:
        """Say what could not be done, and why."""
        self._undo = None
        self._news.tell(sentence(error), icon="circle-alert", token="temuan", stays=True)

    def undo(self) -> None:
        """Undo the last move, once."""
        undo, self._undo = self._undo, None
        if undo is not None:
            self._news.clear()
            undo()

    def moved(self) -> None:
        """Say to whom it matters that stories were moved."""
        self.changed.emit()
