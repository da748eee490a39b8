"""The inspector's history: every saved revision, who saved it and when, and its words to read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _, clock
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.two_line_rows import TwoLineList, TwoLineRow
from newsdesk.ui.stories.ages import age
from newsdesk.ui.stories.read_only_text import ReadOnlyText

if TYPE_CHECKING:
    from newsdesk.domain.rows import RevisionRow
    from newsdesk.domain.story import Revision
    from newsdesk.ui.look import Look


class HistorySection(QWidget):
    """Revisions, newest first; times in the zone of ``now``. Enter or a click opens one to read.

    :attr:`wanted` carries the number of the revision whose text is to be shown.
    """

    wanted = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = TwoLineList(look, _("Riwayat revisi"), marks_always=True)
        self.list.entered.connect(self.wanted)
        self.list.pointed.connect(self.wanted)
        self.headline = Label(look, weight=600)
        self.headline.setWordWrap(True)
        self.text = ReadOnlyText(look, _("Teks revisi"))
        self._close = Button(look, _("Tutup"), Kind.GHOST, key="Esc", small=True)
        self._close.clicked.connect(self._closed)
        words = QVBoxLayout()
        words.setContentsMargins(12, 8, 12, 0)
        words.addWidget(self.headline)
        line = QHBoxLayout()
        line.setContentsMargins(8, 0, 8, 0)
        line.addWidget(self._close)
        line.addStretch(1)
        self._reading = QWidget()
        under = QVBoxLayout(self._reading)
        under.setContentsMargins(0, 0, 0, 4)
        under.setSpacing(4)
        under.addLayout(words)
        text = QVBoxLayout()
        text.setContentsMargins(8, 0, 4, 0)
        text.addWidget(self.text)
        under.addLayout(text)
        under.addLayout(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.addWidget(self.list)
        column.addWidget(self._reading)
        self._reading.hide()

    def show_revisions(self, revisions: Sequence[RevisionRow], now: datetime) -> None:
        """Show a story's history."""
        self.list.show_rows(
            [
                TwoLineRow(
                    row.number,
                    "history",
                    _("revisi {n}").format(n=row.number),
                    ", ".join(part for part in (row.by, row.reason) if part),
                    moment(row.at, now),
                )
                for row in revisions
            ]
        )

    def show_text(self, revision: Revision) -> None:
        """Show the words of a revision, to read and to copy from."""
        named = _("Teks revisi {n}").format(n=revision.number)
        self.headline.setText(revision.script.headline or named)
        body = revision.script.body.replace("\n", "\n\n")  # its paragraphs, told apart without line heights
        self.text.setPlainText(body or _("Revisi ini kosong."))
        self.text.setAccessibleName(named)
        self._reading.show()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_text(self) -> None:
        """Put the text away."""
        self._reading.hide()
        self.text.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the text away and goes back to the list."""
        if event.key() == Qt.Key.Key_Escape and not self._reading.isHidden():
            self._closed()
        else:
            super().keyPressEvent(event)

    def _closed(self) -> None:
        self.close_text()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)


def summary(revisions: Sequence[RevisionRow], now: datetime) -> str:
    """Return what the folded section says: "revisi 3, 09.58"."""
    if not revisions:
        return _("belum ada revisi")
    newest = revisions[0]
    return _("revisi {n}, {at}").format(n=newest.number, at=moment(newest.at, now))


def moment(at: datetime, now: datetime) -> str:
    """Return the clock time of today, else how long ago it was."""
    local = at.astimezone(now.tzinfo)
    return clock(local) if local.date() == now.date() else age(local, now)
