"""The card that offers indirect speech for a quotation: before, after, and what wants a look."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label
from newsdesk.ui.paint import rounded
from newsdesk.ui.shortcuts import keys_of
from newsdesk.ui.stories.doubt_words import doubt_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdesk.services.indirect_speech import Doubt
    from newsdesk.ui.look import Look

WIDTH = 480
_SIDE = 16
_FROM_EDGE = 8
_LONGEST_BEFORE = 240
"""Characters of the quotation that are shown: it stands in the script, too, tinted."""
_MOST_REASONS = 4


class IndirectCard(QWidget):
    """One suggestion. Enter takes it (:attr:`taken`), Esc or the cross puts it away (:attr:`closed`)."""

    taken = Signal()
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._before = Label(look, token="text_3")
        self.after = Label(look, font="bentuk")
        self.after.setTextFormat(Qt.TextFormat.RichText)
        self.reasons = Label(look, "", "kecil", "text_2")
        for words in (self._before, self.after, self.reasons):
            words.setWordWrap(True)
        self.take = Button(look, _("Pakai"), Kind.PRIMARY, key=keys_of("indirect.take"))
        self.leave = Button(look, _("Biarkan"), Kind.STRONG, key=keys_of("indirect.close"))
        self.put_away = Button(look, "", Kind.GHOST, icon="x", small=True, name=_("Tutup (Esc)"))
        self.take.clicked.connect(self.taken)
        self.leave.clicked.connect(self.close_card)
        self.put_away.clicked.connect(self.close_card)
        self.setFocusProxy(self.take)
        self._suggested: tuple[str, Sequence[tuple[int, int, Doubt]]] = ("", ())
        self._lay_out()
        self.hide()

    def show_suggestion(self, before: str, after: str, doubts: Sequence[tuple[int, int, Doubt]]) -> None:
        """Offer ``after`` for ``before``; ``doubts`` are spans of ``after`` with their reasons."""
        shown = " ".join(before.split())
        self._before.setText(shown if len(shown) <= _LONGEST_BEFORE else shown[: _LONGEST_BEFORE - 1] + "…")
        self._suggested = (after, doubts)
        self._mark()
        told: dict[Doubt, dict[str, None]] = {}
        for start, end, why in doubts:
            told.setdefault(why, {})[f"“{after[start:end]}”"] = None
        reasons = [f"{', '.join(words)}: {doubt_words(why)}" for why, words in told.items()]
        more = len(reasons) - _MOST_REASONS
        if more > 0:
            reasons[_MOST_REASONS:] = [_("dan {n} lagi").format(n=more)]
        self.reasons.setText("\n".join(reasons))
        self.reasons.setVisible(bool(reasons))
        self.setAccessibleName(_("Kalimat tidak langsung: {words}").format(words=after))
        self.setAccessibleDescription("; ".join(reasons))
        self._fit()
        self.show()
        self.raise_()
        self.take.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _mark(self) -> None:
        """Write the suggestion with its doubtful words on the ground of what waits, underlined."""
        after, doubts = self._suggested
        theme = self._look.theme
        ink, fill = theme.colour("tunggu").name(), theme.colour("tunggu_bg").name()
        html, at = "", 0
        for start, end, _why in doubts:
            style = f"color:{ink}; background-color:{fill}; text-decoration:underline"
            html += f'{escape(after[at:start])}<span style="{style}">{escape(after[start:end])}</span>'
            at = end
        self.after.setText(html + escape(after[at:]))

    def close_card(self) -> None:
        """Put the card away; the quotation stays."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    # ------------------------------------------------------------ keys

    def event(self, event: QEvent) -> bool:
        """Keep Enter and Esc from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride:
            key = cast(QKeyEvent, event).key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the suggestion with Enter, unless another button has the focus; leave it with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.leave if self.leave.hasFocus() or self.put_away.hasFocus() else self.take).click()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------ looks

    def changeEvent(self, event: QEvent) -> None:
        """Mark the doubtful words in the theme's new colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._mark()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card's ground."""
        theme = self._look.theme
        rounded(QPainter(self), QRectF(self.rect()), 8, theme.colour("raised"), theme.colour("line_field"))

    def _fit(self) -> None:
        layout = self.layout()
        assert layout is not None
        layout.invalidate()
        layout.activate()
        pane = self.parentWidget()
        width = min(WIDTH, pane.width() - 2 * _FROM_EDGE) if pane is not None else WIDTH
        self.resize(QSize(width, layout.totalHeightForWidth(width)))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(self._look, _("Jadi kalimat tidak langsung"), "bentuk", weight=600), 1)
        head.addWidget(self.put_away)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.take)
        acts.addWidget(self.leave)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 10, _SIDE, 14)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(4)
        column.addWidget(self._before)
        column.addSpacing(8)
        column.addWidget(self.after)
        column.addSpacing(8)
        column.addWidget(self.reasons)
        column.addSpacing(12)
        column.addLayout(acts)
