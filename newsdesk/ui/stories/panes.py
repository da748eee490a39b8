"""The three columns of the page, and how they fold in narrow windows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QSplitterHandle, QWidget

from newsdesk.ui.landing import land_on
from newsdesk.ui.stories.inspector_strip import WIDTH as STRIP

if TYPE_CHECKING:
    from newsdesk.ui.look import Look
    from newsdesk.ui.preferences import Preferences
    from newsdesk.ui.stories.inspector import Inspector
    from newsdesk.ui.stories.inspector_strip import InspectorStrip
    from newsdesk.ui.stories.list_panel import ListPanel

_RAIL = 76
_WIDE = 1400
"""Windows from here on have the wide columns."""
_FOLDS_INSPECTOR, _FOLDS_LIST = 1280, 1100
_FOLDS_INSPECTOR_WITH_TWO = 1600
"""With the original beside the script the inspector folds in windows that are wide otherwise."""
_LIST, _LIST_NARROW = 324, 288
_INSPECTOR, _INSPECTOR_NARROW = 308, 280
_GRAB = 3
"""Pixels on each side of the one-pixel line that take the mouse."""
_KEEP_AFTER_MS = 300
"""After the pointer has drawn a column's width."""


class _Handle(QSplitterHandle):
    """One pixel of line, 7 pixels to grab; a double click closes the column beside it."""

    def __init__(self, look: Look, splitter: Panes3) -> None:
        super().__init__(Qt.Orientation.Horizontal, splitter)
        self._look = look
        self._panes = splitter

    def paintEvent(self, arg__1: QPaintEvent) -> None:
        """Paint the line."""
        QPainter(self).fillRect(self.contentsRect(), self._look.theme.colour("line"))

    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        """Keep the room for the mouse, which is not painted."""
        # As Qt does for thin handles, only wider: the mouse is taken outside the mask, paint is not.
        self.setAttribute(Qt.WidgetAttribute.WA_MouseNoMask)
        if self.contentsMargins().left() != _GRAB:
            self.setContentsMargins(_GRAB, 0, _GRAB, 0)
        self.setMask(QRegion(self.contentsRect()))
        QWidget.resizeEvent(self, arg__1)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Close the column."""
        self._panes.closed_by(self)


class Panes3(QSplitter):
    """A splitter that tells which handle was double clicked."""

    def __init__(self, look: Look, panes: Panes) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._look = look
        self._panes = panes
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:  # noqa: N802 - Qt's name
        """Return a handle."""
        return _Handle(self._look, self)

    def closed_by(self, handle: QSplitterHandle) -> None:
        """Close the column at that handle."""
        if handle is self.handle(1):
            self._panes.turn_list()
        else:
            self._panes.turn_inspector()


class Panes(QWidget):
    """List, script, inspector, which comes to stand there (:meth:`stand_beside`) after the list is shown.

    Under 1280 the inspector is a strip of icons and opens over the page; under 1100 the list is folded and
    opens over it too.
    """

    def __init__(
        self,
        look: Look,
        left: ListPanel,
        middle: QWidget,
        preferences: Preferences,
    ) -> None:
        super().__init__()
        self._left, self._middle = left, middle
        self._inspector: Inspector | None = None
        self._preferences = preferences
        self._inspector_there = False
        self._over = ""
        self._crowding: set[str] = set()
        self._width = 0
        self._split = Panes3(look, self)
        for pane in (left, middle):
            self._split.addWidget(pane)
        self._split.setStretchFactor(1, 1)
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEEP_AFTER_MS)
        self._keeping.timeout.connect(self._keep_widths)
        self._split.splitterMoved.connect(self._keeping.start)
        middle.setMinimumWidth(420)
        left.setMinimumWidth(220)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._split, 1)
        land_on(self, middle)
        self._arrange()

    def stand_beside(self, inspector: Inspector, strip: InspectorStrip) -> None:
        """Have this inspector at the right, and its strip where it is folded."""
        self._inspector, self._strip = inspector, strip
        self._split.addWidget(inspector)
        inspector.setMinimumWidth(220)
        self._row.addWidget(strip)
        strip.opened.connect(self._open_section)
        inspector.tabs_changed.connect(lambda: strip.show_tabs(inspector.tabs()))
        inspector.closed.connect(self._fold_over)
        strip.show_tabs(inspector.tabs())
        self._arrange()

    # ------------------------------------------------------------ opening and folding

    def turn_list(self) -> None:
        """Open or fold the list."""
        if self._folds_list:
            self._turn_over("list")
        else:
            self._preferences.set("list_open", not self._preferences.settings.list_open)
            self._arrange()

    def turn_inspector(self) -> None:
        """Open or fold the inspector."""
        if not self._inspector_there:
            return
        if self._folds_inspector:
            self._turn_over("inspector")
        else:
            self._preferences.set("inspector_open", not self._preferences.settings.inspector_open)
            self._arrange()

    def show_list(self) -> None:
        """Open the list if it is folded."""
        if self._left.isHidden():
            self.turn_list()

    def show_inspector(self) -> None:
        """Open the inspector if it is folded."""
        if self._inspector is not None and self._inspector.isHidden():
            self.turn_inspector()

    def crowd(self, crowded: bool, by: str = "original") -> None:
        """Have two texts in the middle (True), which need more width, or one; ``by`` is who has them."""
        before = bool(self._crowding)
        (self._crowding.add if crowded else self._crowding.discard)(by)
        if bool(self._crowding) != before:
            self._over = ""
            self._arrange()

    def show_inspector_pane(self, there: bool) -> None:
        """Have an inspector, or none (nothing is on the desk)."""
        if there != self._inspector_there:
            self._inspector_there = there
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or open for the new width."""
        super().resizeEvent(event)
        if self.width() != self._width:
            kind = (self._wide, self._folds_inspector, self._folds_list)
            self._width = self.width()
            if kind != (self._wide, self._folds_inspector, self._folds_list):
                self._over = ""
            self._arrange()

    @property
    def _window(self) -> int:
        return self._width + _RAIL

    @property
    def _wide(self) -> bool:
        return self._window >= _WIDE

    @property
    def _folds_inspector(self) -> bool:
        return self._window < (_FOLDS_INSPECTOR_WITH_TWO if self._crowding else _FOLDS_INSPECTOR)

    @property
    def _folds_list(self) -> bool:
        return self._window < _FOLDS_LIST

    def _arrange(self) -> None:
        settings = self._preferences.settings
        most = self._width // 3
        list_width = min(settings.list_width, most) or (_LIST if self._wide else _LIST_NARROW)
        own = _INSPECTOR if self._wide else _INSPECTOR_NARROW
        inspector_width = min(settings.inspector_width, most) or own
        self._put(self._left, 0, "list", self._folds_list, settings.list_open)
        inspector, there = self._inspector, self._inspector_there
        # The line beside a column is part of its width.
        rest = max(1, self._split.width() - list_width - inspector_width)
        widths: dict[QWidget, int] = {self._left: list_width - 1, self._middle: rest}
        if inspector is not None:
            inspector.lies_over = self._folds_inspector
            self._put(inspector, 2, "inspector", self._folds_inspector, settings.inspector_open and there)
            self._strip.setVisible(there and (self._folds_inspector or not settings.inspector_open))
            widths[inspector] = inspector_width - 1
        if self._over == "list":
            self._left.setGeometry(QRect(0, 0, list_width, self.height()))
            self._left.raise_()
        elif self._over == "inspector" and inspector is not None:
            right = self.width() - STRIP
            inspector.setGeometry(QRect(right - inspector_width, 0, inspector_width, self.height()))
            inspector.raise_()
        self._split.setSizes([widths[pane] for pane in self._in_splitter()])

    def _keep_widths(self) -> None:
        """Remember the widths that were drawn with the pointer, of the columns that stand in the page."""
        for pane, name in ((self._left, "list_width"), (self._inspector, "inspector_width")):
            if pane is not None and pane.isVisible() and self._split.indexOf(pane) >= 0:
                self._preferences.set(name, pane.width() + 1)

    def _in_splitter(self) -> list[QWidget]:
        panes = (self._left, self._middle, self._inspector)
        there = (pane for pane in panes if pane is not None and self._split.indexOf(pane) >= 0)
        return sorted(there, key=self._split.indexOf)

    def _put(self, pane: QWidget, place: int, name: str, folds: bool, is_open: bool) -> None:
        """Put a column into the splitter, or over the page, or away."""
        if folds:
            if pane.parentWidget() is not self:
                pane.setParent(self)
            pane.setVisible(self._over == name)
        else:
            if pane.parentWidget() is not self._split:
                self._split.insertWidget(min(place, self._split.count()), pane)
            pane.setVisible(is_open)

    def _turn_over(self, name: str) -> None:
        self._over = "" if self._over == name else name
        self._arrange()
        inspector = self._inspector if self._over == "inspector" else None
        pane = self._left.list if self._over == "list" else inspector or self._middle
        pane.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fold_over(self) -> None:
        if self._over:
            self._turn_over(self._over)
        else:
            self._middle.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open_section(self, key: str) -> None:
        if self._folds_inspector:
            self._over = "inspector"
            self._arrange()
        else:
            self._preferences.set("inspector_open", True)
            self._arrange()
        if self._inspector is not None:
            self._inspector.open_section(key, focus=True)
