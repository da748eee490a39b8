"""The inspector's history: every saved revision, who saved it and when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsdesk.i18n import _, clock
from newsdesk.ui.stories.ages import age
from newsdesk.ui.stories.two_line_rows import TwoLineList, TwoLineRow

if TYPE_CHECKING:
    from newsdesk.domain.rows import RevisionRow
    from newsdesk.ui.look import Look


class HistorySection(QWidget):
    """Revisions, newest first; times in the zone of ``now``."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = TwoLineList(look, _("Riwayat revisi"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.addWidget(self.list)

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
