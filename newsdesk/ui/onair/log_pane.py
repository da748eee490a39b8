"""One reading in the as-run log: what went out line by line, and on demand the words as they were read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.button import Button
from newsdesk.ui.components.elided_label import ElidedLabel
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.rule import Rule
from newsdesk.ui.onair.air_table import AirTable, Cell, Column
from newsdesk.ui.onair.log_words import happened, log_rows, log_title, text_as_read
from newsdesk.ui.shortcuts import keys_of

if TYPE_CHECKING:
    from newsdesk.domain.as_run_log import AsRunLog
    from newsdesk.ui.look import Look

_TEXT_HEIGHT = 220


class LogPane(QWidget):
    """Empty until a reading is chosen; its signals ask for it on paper, for its proof, and to delete it."""

    printed = Signal()
    exported = Signal()
    deleted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._log: AsRunLog | None = None
        self._local: Callable[[datetime], datetime] = lambda at: at
        self.title = ElidedLabel(look, "", "judul")
        self.facts = Label(look, "", token="text_2")
        self.facts.setWordWrap(True)
        self.kept = Label(look, "", "kecil", "text_3")
        self.table = AirTable(
            look,
            _("Baris log siar"),
            [
                Column(_("No"), 40, figures=True),
                Column(_("Slug"), 0),
                Column(_("Revisi"), 60, figures=True, spare=True),
                Column(_("Pembaca"), 120, spare=True),
                Column(_("Mulai"), 80, figures=True),
                Column(_("Rencana"), 76, figures=True, spare=True),
                Column(_("Realisasi"), 80, figures=True),
                Column(_("Selisih"), 76, figures=True),
                Column(_("Hasil"), 190),
            ],
        )
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setFixedHeight(_TEXT_HEIGHT)
        self.text.setFont(look.theme.font("asli"))
        self.text.setAccessibleName(_("Kata seperti dibaca"))
        self.text.setTabChangesFocus(True)
        self.print_button = Button(look, _("Cetak"), icon="printer", key=keys_of("print"))
        self.export_button = Button(look, _("Ekspor bukti"), icon="file-down", key=keys_of("on_air.export"))
        self.delete_button = Button(look, _("Hapus log"), icon="trash-2", key=keys_of("on_air.delete"))
        self.print_button.clicked.connect(self.printed)
        self.export_button.clicked.connect(self.exported)
        self.delete_button.clicked.connect(self.deleted)
        self.table.chosen.connect(self._show_line)
        self._text_head = Label(look, _("Seperti dibaca"), "kecil", "text_2", weight=600)
        self._text_head.setContentsMargins(24, 8, 24, 0)
        head = QVBoxLayout()
        head.setContentsMargins(24, 20, 24, 12)
        head.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.title, 1)
        row.addWidget(self.delete_button)
        row.addWidget(self.print_button)
        row.addWidget(self.export_button)
        head.addLayout(row)
        head.addWidget(self.facts)
        head.addWidget(self.kept)
        under = QHBoxLayout()
        under.setContentsMargins(20, 0, 20, 8)
        under.addWidget(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        self._rule = Rule(look)
        column.addWidget(self._rule)
        column.addWidget(self._text_head)
        column.addLayout(under)
        column.addStretch(0)
        self.show_nothing("")

    @property
    def log(self) -> AsRunLog | None:
        """The reading being shown."""
        return self._log

    def show_nothing(self, words: str) -> None:
        """Show no reading, and say why."""
        self._log = None
        self.title.set_words(words)
        self.facts.setText("")
        self.kept.setText("")
        self.table.show_rows([])
        self.text.clear()
        for part in (
            self.table,
            self.text,
            self._text_head,
            self._rule,
            self.print_button,
            self.export_button,
            self.delete_button,
        ):
            part.hide()

    def show_log(
        self,
        log: AsRunLog,
        local: Callable[[datetime], datetime],
        kept: str,
        *,
        deletable: bool = False,
    ) -> None:
        """Show a reading; ``kept`` says for how long it is, ``deletable`` that it may go."""
        again = self._log is not None and self._log.session_id == log.session_id
        row = max(0, self.table.currentIndex().row()) if again else 0
        self._log, self._local = log, local
        self.title.set_words(log.air.name)
        self.facts.setText(log_title(log, local))
        self.kept.setText(kept)
        for part in (self.table, self.text, self._text_head, self._rule, self.print_button):
            part.show()
        self.export_button.setVisible(not log.practice)
        self.delete_button.setVisible(deletable)
        self.table.show_rows(
            [
                [
                    Cell(row.number, "text_3"),
                    Cell(row.slug, bold=True),
                    Cell(row.revision, "text_2"),
                    Cell(row.reader, "text_2"),
                    Cell(row.start, "text_2"),
                    Cell(row.planned, "text_2"),
                    Cell(row.actual),
                    Cell(row.over, row.over_token),
                    Cell(row.outcome, row.outcome_token, icon=row.outcome_icon),
                ]
                for row in log_rows(log, local)
            ]
        )
        if log.lines:
            self.table.selectRow(min(row, len(log.lines) - 1))
        else:
            self.text.clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page's surface."""
        QPainter(self).fillRect(self.rect(), self._look.theme.colour("surface"))

    def _show_line(self, row: int) -> None:
        log = self._log
        if log is None or row >= len(log.lines):
            return
        line = log.lines[row]
        changes = "\n".join(happened(line, self._local))
        words = text_as_read(line)
        self.text.setPlainText(f"{changes}\n\n{words}" if changes else words)
