"""Where a source was used: first and last time, and the stories it speaks in, to be opened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsdesk.i18n import _, ngettext, number, short_date
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.two_line_rows import TwoLineList, TwoLineRow

if TYPE_CHECKING:
    from newsdesk.domain.registers import SourceUse
    from newsdesk.ui.look import Look


class UseView(QWidget):
    """:attr:`opened` carries the id of a story that was clicked, or entered."""

    # A story's number has 62 bits; Qt's int has 32.
    opened = Signal(object)

    def __init__(self, look: Look, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self.words = Label(look, "", "kecil", "text_2")
        self.words.setWordWrap(True)
        self.list = TwoLineList(look, _("Naskah yang memakai narasumber ini"))
        self.list.entered.connect(self.opened)
        self.list.pointed.connect(self.opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addWidget(self.list)
        self.hide()

    def show_use(self, use: SourceUse | None) -> None:
        """Show the use of a source; None hides it."""
        self.setVisible(use is not None)
        if use is None:
            return
        now = self._now()
        if use.first is None or use.last is None:
            self.words.setText(_("Belum dipakai di naskah yang disimpan."))
        else:
            zone = now.tzinfo
            self.words.setText(
                ngettext(
                    "Dipakai di {n} naskah; pertama {first}, terakhir {last}.",
                    "Dipakai di {n} naskah; pertama {first}, terakhir {last}.",
                    use.total,
                ).format(
                    n=number(use.total),
                    first=short_date(use.first.astimezone(zone), now),
                    last=short_date(use.last.astimezone(zone), now),
                )
            )
        self.list.show_rows(
            [
                TwoLineRow(
                    row.story_id,
                    "file-text",
                    row.slug or row.headline or _("tanpa slug"),
                    row.headline if row.slug else "",
                    short_date(row.at.astimezone(now.tzinfo), now),
                )
                for row in use.stories
            ]
        )
