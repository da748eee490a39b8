"""Offers accepted by one key: told in one sentence, taken back by one step."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from newsdesk.i18n import _, ngettext
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.errors import NewsdeskError
    from newsdesk.ui.components.news_line import NewsLine


class Together:
    """Waits until every one of ``wanted`` offers was accepted or stayed open, then tells it.

    Some are accepted at once, some when the newsroom has answered.
    """

    def __init__(self, news: NewsLine, wanted: int) -> None:
        self._news = news
        self._wanted = wanted
        self._stayed = 0
        self._error: NewsdeskError | None = None
        self._take_back: list[Callable[[], None]] = []

    def accepted(self, take_back: Callable[[], None]) -> None:
        """One was accepted; ``take_back`` undoes it."""
        self._take_back.append(take_back)
        self._tell()

    def stayed(self, error: NewsdeskError | None = None) -> None:
        """One stays open: it is to be asked about, or ``error`` says why."""
        self._stayed += 1
        self._error = self._error or error
        self._tell()

    def _tell(self) -> None:
        done = len(self._take_back)
        if done + self._stayed < self._wanted:
            return
        told: list[str] = []
        if done:
            told.append(ngettext("{n} tawaran diterima.", "{n} tawaran diterima.", done).format(n=done))
        if self._error is not None:
            told.append(sentence(self._error))
        elif self._stayed:
            words = ngettext(
                "{n} tawaran menunggu pilihan Anda.", "{n} tawaran menunggu pilihan Anda.", self._stayed
            )
            told.append(words.format(n=self._stayed))
        wrong = self._error is not None
        self._news.tell(
            " ".join(told),
            icon="circle-alert" if wrong else "undo-2" if done else "list-checks",
            token="temuan" if wrong else "text_2",
            act=_("Urungkan") if done else "",
            run=self._undo if done else None,
            stays=True,
        )

    def _undo(self) -> None:
        # Backwards: what was cut out of the words last comes back first.
        for take_back in reversed(self._take_back):
            take_back()
