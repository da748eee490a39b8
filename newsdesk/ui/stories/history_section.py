"""The inspector's history: every revision, who made it, when and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.domain.story import RevisionKind
from newsdesk.i18n import _, clock
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.two_line_rows import TwoLineList, TwoLineRow
from newsdesk.ui.shortcuts import keys_of
from newsdesk.ui.stories.ages import age

if TYPE_CHECKING:
    from newsdesk.domain.rows import RevisionRow
    from newsdesk.ui.look import Look


class KindLook(NamedTuple):
    """How a kind of revision is shown: a Lucide icon and words."""

    icon: str
    words: str


class HistorySection(QWidget):
    """Revisions, newest first; times in the zone of ``now``.

    :attr:`wanted` carries the number of the revision that is to be read (Enter, a click), :attr:`compared`
    the numbers of the chosen ones, oldest first: Ctrl Enter or the button; one alone means "with the text as
    it stands now". Two are chosen with Shift or Ctrl, as in every list.
    """

    wanted = Signal(object)
    compared = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = TwoLineList(look, _("Riwayat revisi"), marks_always=True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.entered.connect(self.wanted)
        self.list.pointed.connect(self._pointed)
        self.compare = Button(
            look, "", Kind.GHOST, icon="columns-2", key=keys_of("history.compare"), small=True
        )
        self.compare.clicked.connect(self._compare)
        line = QHBoxLayout()
        line.setContentsMargins(8, 4, 8, 0)
        line.addWidget(self.compare)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addWidget(self.list)
        column.addLayout(line)
        self.list.selectionModel().selectionChanged.connect(self._chosen)
        self._chosen()

    def show_revisions(self, revisions: Sequence[RevisionRow], now: datetime) -> None:
        """Show a story's history."""
        self.list.show_rows([_row(row, now) for row in revisions])
        self._chosen()

    def chosen(self) -> list[int]:
        """Return the numbers of the chosen revisions, oldest first."""
        rows = self.list.rows()
        indexes = self.list.selectionModel().selectedIndexes()
        return sorted(rows[index.row()].key for index in indexes if index.row() < len(rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl Enter compares."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._compare()
        else:
            super().keyPressEvent(event)

    def _pointed(self, number: int) -> None:
        """A plain click reads; a second one, with Shift or Ctrl, compares the two."""
        if len(self.chosen()) > 1:
            self._compare()
        elif not QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier:
            self.wanted.emit(number)

    def _compare(self) -> None:
        chosen = self.chosen()
        if chosen:
            self.compared.emit([chosen[0], chosen[-1]] if len(chosen) > 1 else chosen)

    def _chosen(self) -> None:
        chosen = self.chosen()
        self.compare.setVisible(bool(self.list.rows()))
        self.compare.setEnabled(bool(chosen))
        if len(chosen) > 1:
            self.compare.set_words(
                _("Bandingkan revisi {old} dan {new}").format(old=chosen[0], new=chosen[-1])
            )
        else:
            self.compare.set_words(_("Bandingkan dengan sekarang"))


def _row(row: RevisionRow, now: datetime) -> TwoLineRow:
    look = kind_look(row.kind)
    name = _("revisi {n}, {what}").format(n=row.number, what=look.words)
    return TwoLineRow(row.number, look.icon, name, _second(row), moment(row.at, now))


def _second(row: RevisionRow) -> str:
    """Return who made a revision, and why."""
    if not row.reason:
        return row.by
    match row.kind:
        case RevisionKind.RESTORED:
            return _("{name}, dari revisi {n}").format(name=row.by, n=row.reason)
        case RevisionKind.TAKEN_OVER:
            return _("{name}, oleh {other}").format(name=row.by, other=row.reason)
        case _:
            return _("{name}: {words}").format(name=row.by, words=row.reason)


def kind_look(kind: RevisionKind) -> KindLook:
    """Return how a revision of this kind is shown."""
    match kind:
        case RevisionKind.SAVED:
            return KindLook("save", _("disimpan"))
        case RevisionKind.SUBMITTED:
            return KindLook("send", _("diajukan"))
        case RevisionKind.WITHDRAWN:
            return KindLook("undo-2", _("ditarik"))
        case RevisionKind.RETURNED:
            return KindLook("corner-up-left", _("dikembalikan"))
        case RevisionKind.RESTORED:
            return KindLook("rotate-ccw", _("dipulihkan"))
        case RevisionKind.TAKEN_OVER:
            return KindLook("hand", _("diambil alih"))
        case RevisionKind.CORRECTED:
            return KindLook("file-pen-line", _("diralat"))


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


def when(at: datetime, now: datetime) -> str:
    """Return the clock time, with the date when it is not today's: "10.04", "17/1 10.04"."""
    local = at.astimezone(now.tzinfo)
    if local.date() == now.date():
        return clock(local)
    return f"{local.day}/{local.month} {clock(local)}"
