"""The line of news: one sentence and at most one act, where another program would put up a box."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label
from newsdesk.ui.letters import plain_tip
from newsdesk.ui.paint import rounded

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_GOES_AFTER_MS = 8000
_ICON = 16


class NewsLine(QWidget):
    """A line 40 high that is hidden until there is news.

    It goes by itself after 8 s; news with an act to take back stays until the next thing is done (the next
    :meth:`tell` or :meth:`clear`). It stands in a layout, so it never covers text.
    """

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
        row = QHBoxLayout(self)
        row.setContentsMargins(12 + _ICON + 8, 0, 8, 0)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
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
    ) -> None:
        """Show a sentence; ``act`` is the word of the one thing that can be done (``run``) about it.

        ``stays`` keeps it until the next news: give it with "Urungkan" and with failures that last.
        """
        self._icon, self._token, self._act = icon, token, run
        self._words.setText(sentence)
        self._words.setToolTip(plain_tip(sentence))
        self.setAccessibleName(sentence)
        self._button.set_words(act)
        self._button.setVisible(bool(act))
        if stays:
            self._timer.stop()
        else:
            self._timer.start(_GOES_AFTER_MS)
        self.show()
        self.update()

    def clear(self) -> None:
        """Take the news away."""
        self._timer.stop()
        self._act = None
        self.hide()

    @property
    def sentence(self) -> str:
        """The sentence being shown, or ""."""
        return "" if self.isHidden() else self._words.text()

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

    def _acted(self) -> None:
        act = self._act
        self.clear()
        if act is not None:
            act()
