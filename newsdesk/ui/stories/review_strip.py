"""The strip over a text under review: since when it has changed, by how much, and which form is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from newsdesk.i18n import _, ngettext, number
from newsdesk.ui.components.elided_label import ElidedLabel
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.icon_label import IconLabel
from newsdesk.ui.components.segment import Segment

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

CHANGES, CLEAN, ALOUD = "changes", "clean", "aloud"
_HEIGHT = 43
_SIDE = 36


class ReviewStrip(QWidget):
    """One line: "Sejak Anda lihat revisi 3, 09.12  + 21  − 14 kata", and the three forms of the text.

    :attr:`form_chosen` carries the form a person picked: :data:`CHANGES`, :data:`CLEAN` or :data:`ALOUD`.
    """

    form_chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._since = Label(look, weight=600)
        self._what = ElidedLabel(look, token="text_2")
        self._new_icon = IconLabel(look, "plus", 12, "ins")
        self._new = Label(look, token="ins", weight=600)
        self._gone_icon = IconLabel(look, "minus", 12, "del_")
        self._gone = Label(look, token="del_", weight=600)
        self.forms = Segment(
            look,
            _("Tampilan naskah"),
            ((CHANGES, _("Perubahan")), (CLEAN, _("Bersih")), (ALOUD, _("Dibaca"))),
            CHANGES,
            bare=True,
        )
        self.forms.chosen.connect(self.form_chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, 0, _SIDE, 0)
        row.setSpacing(0)
        row.addWidget(IconLabel(look, "history", 16, "text_2"))
        row.addSpacing(8)
        row.addWidget(self._since)
        row.addSpacing(4)
        row.addWidget(self._what, 1)
        row.addSpacing(12)
        for part, gap in ((self._new_icon, 4), (self._new, 10), (self._gone_icon, 4), (self._gone, 16)):
            row.addWidget(part)
            row.addSpacing(gap)
        row.addWidget(self.forms, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setFixedHeight(_HEIGHT)

    def tell(self, since: str, what: str, *, new_words: int, gone_words: int) -> None:
        """Say since when, of which text, and how many words came and went; nothing is said of none."""
        self._since.setText(since)
        self._what.set_words(what)
        changed = bool(new_words or gone_words)
        for part in (self._new_icon, self._new, self._gone_icon, self._gone):
            part.setVisible(changed)
        self._new.setText(number(new_words))
        self._gone.setText(ngettext("{n} kata", "{n} kata", gone_words).format(n=number(gone_words)))
        counted: list[str] = []
        if changed:
            added = ngettext("{n} kata ditambah", "{n} kata ditambah", new_words)
            removed = ngettext("{n} kata dibuang", "{n} kata dibuang", gone_words)
            counted = [added.format(n=number(new_words)), removed.format(n=number(gone_words))]
        self.setAccessibleName(", ".join(part for part in (f"{since} {what}".strip(), *counted) if part))

    def tell_changes(self, *, any_older: bool) -> None:
        """Let the changes be shown when there is an older text to compare with."""
        reason = _("Belum ada revisi yang Anda lihat sebelumnya.")
        self.forms.set_available(CHANGES, any_older, reason)
