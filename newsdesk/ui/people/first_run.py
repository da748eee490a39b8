"""Asks in a newsroom without a story who works here; typing a story needs no answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.domain.people import Mode
from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label
from newsdesk.ui.paint import rounded
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.domain.people import Person
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.components.news_line import NewsLine
    from newsdesk.ui.look import Look
    from newsdesk.ui.tasks import Tasks


_BELOW = 16
"""Room under the panel: its own, so that it goes with it."""


class FirstRun(QWidget):
    """A quiet panel with the two answers, until one is given or it is put away.

    ``several`` opens the form of the first administrator; ``settled`` is called when it was settled here.
    """

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        news: NewsLine,
        several: Callable[[], None],
        settled: Callable[[], None],
    ) -> None:
        super().__init__()
        self._look = look
        self._tasks = tasks
        self._news = news
        self._settled = settled
        self._newsroom: Newsroom | None = None
        self._put_away = False
        self.setAccessibleName(_("Siapa yang bekerja di redaksi ini?"))
        self.alone_button = Button(
            look, _("Satu orang di laptop ini, tanpa kata sandi"), Kind.STRONG, small=True
        )
        self.several_button = Button(look, _("Beberapa orang, dengan kata sandi"), Kind.STRONG, small=True)
        self.close_button = Button(look, "", Kind.GHOST, icon="x", small=True, name=_("Tentukan nanti"))
        self.alone_button.clicked.connect(self._alone)
        self.several_button.clicked.connect(several)
        self.close_button.clicked.connect(self._close)
        self._lay_out(look)
        self.hide()

    def opened(self, newsroom: Newsroom) -> None:
        """Ask in this newsroom, unless it is settled."""
        self._newsroom = newsroom
        self._put_away = False
        self.follow()

    def follow(self) -> None:
        """Look whether there is still something to ask."""
        newsroom = self._newsroom
        if newsroom is None:
            return

        def show(mode: Mode) -> None:
            if newsroom is self._newsroom:
                self.setVisible(mode is Mode.UNDECIDED and not self._put_away)

        self._tasks.run(newsroom.accounts.mode, show, lambda _error: None)  # then it is asked another time

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the panel."""
        theme = self._look.theme
        box = QRectF(self.rect()).adjusted(0, 0, 0, -_BELOW)
        rounded(QPainter(self), box, 6, theme.colour("raised"), theme.colour("line"))

    def _alone(self) -> None:
        newsroom = self._newsroom
        if newsroom is None:
            return

        def settled(_person: Person) -> None:
            self.hide()
            self._news.tell(
                _(
                    "Dipakai satu orang, tanpa kata sandi: siapa pun yang membuka komputer ini bisa "
                    "melakukan semuanya."
                )
            )
            self._settled()

        def refused(error: NewsdeskError) -> None:
            self._news.tell(sentence(error), icon="circle-alert", token="temuan", stays=True)
            self.follow()

        self._tasks.run(lambda: newsroom.accounts.begin_alone(newsroom.people.me().name), settled, refused)

    def _close(self) -> None:
        self._put_away = True
        self.hide()

    def _lay_out(self, look: Look) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(look, _("Siapa yang bekerja di redaksi ini?"), weight=600))
        head.addStretch(1)
        head.addWidget(self.close_button)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.alone_button)
        acts.addWidget(self.several_button)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 8, 12 + _BELOW)
        column.setSpacing(6)
        column.addLayout(head)
        for words in (
            _("Tanpa kata sandi, siapa pun yang membuka komputer ini bisa melakukan semuanya."),
            _("Anda bisa langsung menulis, dan menentukannya nanti di Atur, bagian Orang."),
        ):
            column.addWidget(Label(look, words, "kecil", "text_2"))
        column.addSpacing(4)
        column.addLayout(acts)
