"""The line of news: one sentence and at most one act, where another program would put up a box."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from newsdesk.i18n import _
from newsdesk.ui.aloud import say_aloud
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label
from newsdesk.ui.letters import show_tip
from newsdesk.ui.paint import rounded

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_GOES_AFTER_MS = 8000
_ICON = 16
_BAR = 4
_FIGURES = re.compile(r"\d+")


class NewsLine(QWidget):
    """A line 40 high that is hidden until there is news.

    It goes by itself after 8 s; news with an act to take back stays until the next thing is done (the next
    :meth:`tell`, :meth:`next_act`, :meth:`page_left` or :meth:`clear`), and has a button that puts it away,
    as Esc does while the keyboard is in it. It stands in a layout, so it never covers text.

    :attr:`left` comes when it goes with the keyboard in it: its page takes the keyboard back.
    """

    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = ""
        self._token = "text_2"
        self._act: Callable[[], None] | None = None
        self._words = Label(look, token="text")
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._button = Button(look, "", Kind.LINK, small=True)
        self._button.clicked.connect(self._acted)
        self._button.hide()
        self._close = Button(look, "", Kind.GHOST, icon="x", small=True, name=_("Tutup pemberitahuan"))
        self._close.clicked.connect(self._put_away)
        self._lasts = False
        self._done: float | None = None
        self._about = self._unwanted = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(12 + _ICON + 8, 0, 8, 0)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def tell(
        self,
        sentence: str,
        *,
        icon: str = "check",
        token: str = "text_2",
        act: str = "",
        run: Callable[[], None] | None = None,
        stays: bool = False,
        lasts: bool = False,
        about: str = "",
        done: float | None = None,
    ) -> None:
        """Show a sentence; ``act`` is the word of the one thing that can be done (``run``) about it.

        ``stays`` keeps it until the next act: give it with "Urungkan" and with failures. ``lasts`` keeps it
        beyond that, until other news or until it is put away: words are at stake, or work is going on.
        ``about`` names a matter that is told again and again: once put away it is told no more until it is
        :meth:`settled <settle>`. ``done``, from 0 to 1, shows how far work is as a bar under the sentence.
        """
        if about and about == self._unwanted:
            return
        goes_on = _goes_on(self.sentence, sentence) or (done is not None and sentence == self.sentence)
        self._lasts, self._about, self._done = lasts, about, done
        self._icon, self._token, self._act = icon, token, run
        self._words.setText(sentence)
        show_tip(self._words, sentence)
        self.setAccessibleName(sentence)
        self._button.set_words(act)
        self._button.setVisible(bool(act))
        self._close.setVisible(stays or lasts)
        if stays or lasts:
            self._timer.stop()
        else:
            self._timer.start(_GOES_AFTER_MS)
        self.show()
        self.update()
        if not goes_on:
            say_aloud(self, f"{sentence} {act}".strip(), urgent=token == "temuan")

    def clear(self) -> None:
        """Take the news away, whatever it is about."""
        self._unwanted = ""
        self._go()

    def next_act(self) -> None:
        """Something else is done: what could undo the last act goes, a mere sentence 8 s from now."""
        if self._stays:
            if self._act is not None:
                self._go()
            else:  # it may have come this moment, and nobody has read it
                self._timer.start(_GOES_AFTER_MS)

    def take_back(self) -> None:
        """Press "Urungkan", if that is what the news offers."""
        if not self.isHidden() and self._act is not None and self._button.text() == _("Urungkan"):
            self._acted()

    def page_left(self) -> None:
        """The page is left: what stayed for its last act goes."""
        if self._stays:
            self._go()

    def settle(self, *about: str) -> None:
        """A matter is settled: its news goes, if it is shown, and would be told anew next time."""
        if self._unwanted in about:
            self._unwanted = ""
        if not self.isHidden() and self._about in about:
            self._go()

    @property
    def sentence(self) -> str:
        """The sentence being shown, or ""."""
        return "" if self.isHidden() else self._words.text()

    @property
    def _stays(self) -> bool:
        return not self.isHidden() and not self._timer.isActive() and not self._lasts

    def sizeHint(self) -> QSize:
        """Return the line's height and its margins'; the width is its page's."""
        margins = self.contentsMargins()
        return QSize(320, 40 + margins.top() + margins.bottom())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box and the icon."""
        theme, icons = self._look
        painter = QPainter(self)
        box = QRectF(self.contentsRect())
        rounded(painter, box, 6, theme.colour("raised"), theme.colour("line"))
        if self._icon:
            pixmap = icons.pixmap(self._icon, _ICON, self._token, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(box.left() + 12, box.center().y() - _ICON / 2), pixmap)
        if self._done is not None:
            bar = QRectF(box.left() + 1, box.bottom() - 1 - _BAR, box.width() - 2, _BAR)
            rounded(painter, bar, _BAR / 2, theme.colour("hover"))
            bar.setWidth(max(_BAR, bar.width() * max(0.0, min(self._done, 1.0))))
            rounded(painter, bar, _BAR / 2, theme.colour("accent"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc in one of the buttons puts the news away."""
        if event.key() == Qt.Key.Key_Escape:
            self._put_away()
        else:
            super().keyPressEvent(event)

    def _acted(self) -> None:
        act = self._act
        self.clear()
        if act is not None:
            act()

    def _put_away(self) -> None:
        self._unwanted = self._about
        self._go()

    def _go(self) -> None:
        self._timer.stop()
        self._act = None
        focused = self._button.hasFocus() or self._close.hasFocus()
        self.hide()
        if focused:
            self.left.emit()


def _goes_on(before: str, sentence: str) -> bool:
    """Return whether only a figure has moved on: a screen reader does not count seconds aloud."""
    return sentence != before and _FIGURES.sub("", sentence) == _FIGURES.sub("", before)
