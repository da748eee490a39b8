"""The card on which one says how a token is said: here only, or always in this newsroom."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.services.sayable import fault
from newsdesk.ui.components.badge import Badge
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Field, Label
from newsdesk.ui.landing import land_on
from newsdesk.ui.paint import rounded
from newsdesk.ui.shortcuts import keys_of
from newsdesk.ui.stories.pressed import pressed
from newsdesk.ui.stories.rule_words import rule_words
from newsdesk.ui.stories.ways import Ways

if TYPE_CHECKING:
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.said_token import SaidToken

WIDTH = 440
_SIDE = 16
_FROM_EDGE = 8
_LONGEST = 60
"""Characters of the written words that are shown."""
_LABEL = 20
"""Height of a field's label and the gap under it: a button beside the field stands as high as that."""


class SayingCard(QWidget):
    """Written form, how it is said now and why, other ways, own words, and the acts.

    :attr:`here` carries the words for this place; :attr:`always` the words and the respelling for the
    newsroom's lexicon; :attr:`accepted` wants the present reading here; :attr:`taken_back` the correction
    gone; :attr:`hear` carries the words to be heard; :attr:`closed` comes when it was put away by hand,
    :attr:`resized` when it needs another height.
    """

    here = Signal(str)
    always = Signal(str, str)
    accepted = Signal()
    taken_back = Signal()
    hear = Signal(str)
    closed = Signal()
    resized = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._written = Label(look, font="bentuk", weight=600)
        self._said = Label(look)
        self._said.setWordWrap(True)
        self._why = Label(look, font="kecil", token="text_3")
        self._sure = Badge(look, "circle-question-mark", _("belum pasti"), ink="tunggu", fill="tunggu_bg")
        self.accept = Button(
            look, _("Terima"), Kind.STRONG, icon="check", key=keys_of("saying.accept"), small=True
        )
        self.take_back = Button(
            look, _("Kembalikan"), Kind.STRONG, icon="undo-2", key=keys_of("saying.back"), small=True
        )
        self.ways = Ways(look)
        self.ways.chosen.connect(self._choose)
        self.words = Field(look, _("Dibaca"), placeholder=_("tulis seperti diucapkan"))
        self.listen = Button(look, _("Dengar"), Kind.STRONG, icon="volume-2", key=keys_of("saying.hear"))
        self.respelling = Field(
            look,
            _("Ejaan di atas kata, untuk Selalu"),
            placeholder=_("boleh kosong, misalnya pra-mu-SI-to"),
        )
        self.only_here = Button(look, _("Di sini saja"), Kind.PRIMARY, key=keys_of("saying.here"))
        self.for_all = Button(look, _("Selalu"), Kind.STRONG, key=keys_of("saying.always"))
        self.put_away = Button(look, "", Kind.GHOST, icon="x", small=True, name=_("Tutup (Esc)"))
        self._acts = {
            keys_of("saying.hear"): self._hear,
            keys_of("saying.here"): self._here,
            keys_of("saying.always"): self._always,
            keys_of("saying.accept"): self._accept,
            keys_of("saying.back"): self._take_back,
            keys_of("saying.close"): self.close_card,
        }
        for button, act in (
            (self.listen, self._hear),
            (self.only_here, self._here),
            (self.for_all, self._always),
            (self.accept, self._accept),
            (self.take_back, self._take_back),
            (self.put_away, self.close_card),
        ):
            button.clicked.connect(act)
        self.words.changed.connect(self._typed)
        self.words.edit.installEventFilter(self)
        land_on(self, self.words.edit)
        self._lay_out()
        self.hide()

    # ------------------------------------------------------------ showing

    def show_token(self, token: SaidToken) -> None:
        """Show a token; the field begins with how it is said now, selected."""
        written = " ".join(token.written.split())
        self._written.setText(written if len(written) <= _LONGEST else written[: _LONGEST - 1] + "…")
        self._said.setText(token.spoken or _("tidak diucapkan"))
        why = rule_words(token.rule)
        settled = _("{why}, pasti").format(why=why) if token.rule and not token.unsure else why
        self._why.setText(f"{settled}, {token.respelling}" if token.respelling else settled)
        self._sure.setVisible(token.unsure)
        self.accept.setVisible(token.unsure)
        self.take_back.setVisible(token.corrected)
        self.ways.show_ways(token.ways)
        self.respelling.set_text(token.respelling)
        self.words.set_text(token.spoken)
        self.ways.mark(token.spoken)
        self.words.set_wrong("")
        self.setAccessibleName(_("Cara baca {written}").format(written=written))
        self.setAccessibleDescription(self._told(token, why))
        self._fit()
        self.show()
        self.raise_()
        self.words.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.edit.selectAll()

    def _told(self, token: SaidToken, why: str) -> str:
        parts = [token.spoken or _("tidak diucapkan"), why]
        if token.unsure:
            parts.append(_("belum pasti"))
        return ", ".join(parts)

    def close_card(self) -> None:
        """Put the card away; nothing is changed."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    # ------------------------------------------------------------ acts

    def _choose(self, words: str) -> None:
        self.words.set_text(words)
        self.ways.mark(words)
        self.words.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.words.edit.selectAll()

    def _typed(self, words: str) -> None:
        self.ways.mark(words)
        self.words.set_wrong(fault(words) if words.strip() else "")
        self._fit()

    def _said_words(self) -> str:
        """Return the words of the field, or "" after saying what keeps them from being said."""
        words = " ".join(self.words.text().split())
        wrong = fault(words)
        self.words.set_wrong(wrong)
        self._fit()
        return "" if wrong else words

    def _here(self) -> None:
        if words := self._said_words():
            self.here.emit(words)

    def _always(self) -> None:
        if words := self._said_words():
            self.always.emit(words, self.respelling.text().strip())

    def _hear(self) -> None:
        if words := self._said_words():
            self.hear.emit(words)

    def _accept(self) -> None:
        if not self.accept.isHidden():
            self.accepted.emit()

    def _take_back(self) -> None:
        if not self.take_back.isHidden():
            self.taken_back.emit()

    # ------------------------------------------------------------ keys

    def event(self, event: QEvent) -> bool:
        """Keep the card's keys from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and pressed(cast(QKeyEvent, event)) in self._acts:
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose with 1 to 9 and the arrows while the field is typed in: what is said has no digits."""
        if event.type() == QEvent.Type.KeyPress:
            key = cast(QKeyEvent, event)
            number = key.key() - Qt.Key.Key_0
            if not key.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                if self.ways.choose(number):
                    return True
                if key.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                    return self.ways.step(1 if key.key() == Qt.Key.Key_Down else -1)
            if pressed(key) in self._acts:  # before the field takes Ctrl Enter or Alt Delete for itself
                self._acts[pressed(key)]()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key of the card stands for; Enter on a button is that button."""
        focus = QApplication.focusWidget()
        act = self._acts.get(pressed(event))
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and isinstance(focus, QAbstractButton)
            and not event.modifiers()
        ):
            focus.click()
        elif act is not None:
            act()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------ looks

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card's ground."""
        theme = self._look.theme
        rounded(QPainter(self), QRectF(self.rect()), 8, theme.colour("raised"), theme.colour("line_field"))

    def _fit(self) -> None:
        """Take the height that a fault's sentence needs, or gives back."""
        layout = self.layout()
        assert layout is not None
        # Now, and not when Qt comes to it: until then the layout counts what has just been hidden.
        self.words.updateGeometry()
        layout.invalidate()
        layout.activate()
        pane = self.parentWidget()
        width = min(WIDTH, pane.width() - 2 * _FROM_EDGE) if pane is not None else WIDTH
        size = QSize(width, layout.totalHeightForWidth(width))
        if size != self.size():
            self.resize(size)
            self.resized.emit()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._written, 1)
        head.addWidget(self.put_away)
        now = QHBoxLayout()
        now.setSpacing(8)
        now.addWidget(self._sure)
        now.addWidget(self._why, 1)
        now.addWidget(self.accept)
        now.addWidget(self.take_back)
        own = QHBoxLayout()
        own.setSpacing(8)
        own.addWidget(self.words, 1)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addSpacing(_LABEL)
        beside.addWidget(self.listen)
        beside.addStretch(1)
        own.addLayout(beside)
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.only_here)
        acts.addWidget(self.for_all)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 10, _SIDE, 14)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._said)
        column.addSpacing(4)
        column.addLayout(now)
        column.addSpacing(8)
        column.addWidget(self.ways)
        column.addSpacing(8)
        column.addLayout(own)
        column.addSpacing(10)
        column.addWidget(self.respelling)
        column.addSpacing(12)
        column.addLayout(acts)
