"""The page before there is any story: what happens here, one live example, and the two ways to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components import keycap
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.icon_label import IconLabel
from newsdesk.ui.components.ring import RingedButton
from newsdesk.ui.components.text_block import TextBlock
from newsdesk.ui.paint import rounded
from newsdesk.ui.shortcuts import keys_of
from newsdesk.ui.stories.example_line import ExampleLine

if TYPE_CHECKING:
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.reading import Reading
    from newsdesk.ui.look import Look

_WIDTH = 520
_CARD = 64
_ICON = 20


class _Way(RingedButton):
    """A card: icon, what it does, a quiet second line, its keys."""

    ring_outside = False

    def __init__(self, look: Look, icon: str, words: str, second: str, keys: str) -> None:
        super().__init__(look)
        self._icon, self._second, self._keys = icon, second, keys
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(second)
        self.setFixedHeight(_CARD)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the card's size."""
        return QSize(_WIDTH, _CARD)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card; with the focus its ring replaces the border."""
        theme, icons = self.look
        painter = QPainter(self)
        box = QRectF(self.rect())
        focused = self.hasFocus()
        fill = theme.colour("hover" if self.underMouse() else "surface")
        line = theme.colour("accent_text" if focused else "line")
        rounded(painter, box, 6, fill, line, 2 if focused else 1)
        ink = "accent_text" if focused else "text_2"
        pixmap = icons.pixmap(self._icon, _ICON, ink, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(17, (_CARD - _ICON) / 2), pixmap)
        cap = keycap.key_cap_width(self.look, self._keys)
        inner = box.adjusted(53, 12, -17 - cap - 12, 0)
        for font, token, words, top in (
            (theme.font("bentuk", weight=600), "text", self.text(), 0),
            (theme.font("isi"), "text_3", self._second, 21),
        ):
            painter.setFont(font)
            painter.setPen(theme.colour(token))
            room = QRectF(inner.left(), inner.top() + top, inner.width(), 20)
            cut = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, cut)
        at = QPointF(box.right() - 17 - cap, (_CARD - keycap.HEIGHT) / 2)
        keycap.paint_key_cap(painter, self.look, at, self._keys)


class EmptyPage(QWidget):
    """Title, sentence, example, ways to begin. :attr:`new`, :attr:`paste` and :attr:`demo` are the ways."""

    new = Signal()
    paste = Signal()
    demo = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._example = ExampleLine(look)
        self._where = Label(look, token="text_3")
        self._new = _Way(
            look, "pencil-line", _("Naskah baru"), _("Mulai dari kalimat pertama"), keys_of("story.new")
        )
        self._paste = _Way(
            look,
            "clipboard-paste",
            _("Tempel siaran pers"),
            _("Dari Word, web, atau WhatsApp; teks asli tetap disimpan"),
            "Ctrl+V",
        )
        self._new.clicked.connect(self.new)
        self._paste.clicked.connect(self.paste)
        paste_key = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste_key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste_key.activated.connect(self.paste)
        self.setFocusProxy(self._new)
        self._lay_out(look)

    def opened(self, newsroom: Newsroom) -> None:
        """Say where this newsroom is kept."""
        at_server = newsroom.at_server
        self._where.setText(_("Disimpan di server redaksi") if at_server else _("Disimpan di komputer ini"))

    def read_with(self, reading: Reading) -> None:
        """Show how the example is said."""
        self._example.read_with(reading)

    def offer_demo(self) -> None:
        """Offer the demo newsroom as the third way."""
        demo = _Way(
            self._look,
            "radio-tower",
            _("Buka contoh redaksi"),
            _("Satu hari kerja di radio rekaan, bisa dibuang kapan saja"),
            "Ctrl+O",
        )
        demo.clicked.connect(self.demo)
        key = QShortcut(QKeySequence(QKeySequence.StandardKey.Open), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.demo)
        at = self._column.indexOf(self._paste)
        self._column.insertWidget(at + 1, demo)
        self._column.insertSpacing(at + 1, 8)

    def ask(self, panel: QWidget) -> None:
        """Put a panel with a question under the ways: it can wait, and goes with this page."""
        self._column.insertWidget(self._column.count() - 1, panel)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the script's own ground."""
        QPainter(self).fillRect(self.rect(), self._look.theme.colour("surface"))

    def _lay_out(self, look: Look) -> None:
        head = Label(look, _("Mulai dari satu naskah"), "kosong")
        words = TextBlock(
            look,
            _(
                "Di bawah setiap angka dan singkatan tampil cara membacanya, "
                "dan lama baca dihitung dari situ."
            ),
            "asli",
            "text_2",
        )
        # Fixed: a height that depends on the width is guessed too small by a centred layout.
        words.setFixedHeight(words.heightForWidth(_WIDTH))
        head.setFixedHeight(look.theme.line("kosong"))
        inside = QWidget()
        inside.setFixedWidth(_WIDTH)
        column = self._column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addSpacing(8)
        column.addWidget(words)
        column.addSpacing(24)
        column.addWidget(self._example)
        column.addSpacing(28)
        column.addWidget(self._new)
        column.addSpacing(8)
        column.addWidget(self._paste)
        column.addSpacing(20)
        column.addLayout(self._hints(look))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(1)
        outer.addWidget(inside, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(1)

    def _hints(self, look: Look) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for shortcut, words in (("palette", _("semua perintah")), ("help", _("bantuan"))):
            row.addWidget(keycap.KeyCap(look, keys_of(shortcut)))
            row.addWidget(Label(look, words, token="text_3"))
            row.addSpacing(10)
        row.addStretch(1)
        row.addWidget(IconLabel(look, "database", 14, "text_3"))
        row.addWidget(self._where)
        return row
