"""Atur, Orang: what readings on air and for practice have taught about one's rate, and forgetting it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from newsdesk.i18n import _, ngettext, number
from newsdesk.ui.components.button import Button
from newsdesk.ui.components.field import Label
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.domain.people import Person
    from newsdesk.domain.rate_learning import Learnt
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.look import Look
    from newsdesk.ui.tasks import Tasks


class LearntRate(QWidget):
    """One line: from how many readings a rate was learnt, how far they lie apart, and a button to forget it.

    Hidden while nothing was learnt. ``forgotten`` is called with the person as they are then.
    """

    def __init__(self, look: Look, tasks: Tasks, forgotten: Callable[[Person], None]) -> None:
        super().__init__()
        self._tasks = tasks
        self._forgotten = forgotten
        self._newsroom: Newsroom | None = None
        self._person_id = 0
        self.words = Label(look, "", "kecil", "text_2")
        self.words.setWordWrap(True)
        self.forget = Button(look, _("Lupakan"), small=True, name=_("Lupakan laju yang dipelajari"))
        self.forget.clicked.connect(self._forget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        row.addWidget(self.forget, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def ask(self, newsroom: Newsroom, person_id: int) -> None:
        """Show what this newsroom has learnt of somebody."""
        self._newsroom, self._person_id = newsroom, person_id
        self._tasks.run(lambda: newsroom.rates.learnt(person_id), self._show, self._refused)

    def _show(self, learnt: Learnt | None) -> None:
        self.setVisible(learnt is not None)
        if learnt is not None:
            words = ngettext(
                "Dipelajari dari {n} pembacaan; selisihnya ±{spread} suku kata per menit.",
                "Dipelajari dari {n} pembacaan; selisihnya ±{spread} suku kata per menit.",
                learnt.readings,
            )
            self.words.setText(words.format(n=number(learnt.readings), spread=number(learnt.spread)))

    def _forget(self) -> None:
        newsroom, person_id = self._newsroom, self._person_id
        if newsroom is None:
            return

        def done(person: Person | None) -> None:
            self.hide()
            if person is not None:
                self._forgotten(person)

        self._tasks.run(lambda: newsroom.rates.reset(person_id), done, self._refused)

    def _refused(self, error: NewsdeskError) -> None:
        self.show()
        self.words.setText(sentence(error))
