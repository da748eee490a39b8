"""Original and script side by side; in narrow windows one of them, with tabs over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.landing import land_on
from newsdesk.ui.stories.original_pane import OriginalPane

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_NARROW_WINDOW = 1200
_NARROWEST = 680
"""Pixels under which two texts side by side have no lines left to read."""
_ORIGINAL, _SCRIPT = 46, 54
"""How the two share the width, as drawn."""


class SplitView(QWidget):
    """The script's half is always there; :meth:`set_open` brings the original.

    :attr:`turned` tells which text is seen alone: the original (True) or the script.
    """

    turned = Signal(bool)

    def __init__(self, look: Look, script: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.original = OriginalPane(look)
        self.script = script
        self.is_open = False
        self._tabs = QWidget()
        self._tabs.setFixedHeight(40)
        self._group = QButtonGroup(self)
        self._original_tab = Button(look, _("Asli"), Kind.GHOST, icon="file-text", small=True)
        self._script_tab = Button(look, _("Isi naskah"), Kind.GHOST, icon="pencil-line", small=True)
        tabs = QHBoxLayout(self._tabs)
        tabs.setContentsMargins(16, 0, 16, 0)
        tabs.setSpacing(8)
        for tab in (self._original_tab, self._script_tab):
            tab.setCheckable(True)
            self._group.addButton(tab)
            tabs.addWidget(tab)
        tabs.addStretch(1)
        self._script_tab.setChecked(True)
        self._group.buttonClicked.connect(self._tab_chosen)
        self._texts = QHBoxLayout()
        self._texts.setContentsMargins(0, 0, 0, 0)
        self._texts.setSpacing(1)  # the line between them is this widget's own ground
        self._texts.addWidget(self.original, _ORIGINAL)
        self._texts.addWidget(script, _SCRIPT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs)
        column.addLayout(self._texts, 1)
        land_on(self, script)
        self._arrange()

    @property
    def has_tabs(self) -> bool:
        """Whether the two texts stand behind tabs, for want of room."""
        return self.window().width() < _NARROW_WINDOW or self.width() < _NARROWEST

    def set_open(self, is_open: bool) -> None:
        """Show the original beside the script, or the script alone."""
        self.is_open = is_open
        self._arrange()

    def show_original(self) -> None:
        """Give the original the keyboard, and in narrow windows the room."""
        self._original_tab.setChecked(True)
        self._arrange()
        self.original.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_script(self) -> None:
        """Give the script the room."""
        self._script_tab.setChecked(True)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the texts behind tabs, or side by side, for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """The window's width is known from here on."""
        super().showEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line between the texts, and the ground of the tabs."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.theme.colour("line"))
        if not self._tabs.isHidden():
            painter.fillRect(self._tabs.geometry(), self._look.theme.colour("canvas"))

    def _tab_chosen(self) -> None:
        self._arrange()
        original = self._original_tab.isChecked()
        (self.original.text if original else self.script).setFocus(Qt.FocusReason.TabFocusReason)
        self.turned.emit(original)

    def _arrange(self) -> None:
        tabs = self.is_open and self.has_tabs
        original = self._original_tab.isChecked()
        self._tabs.setVisible(tabs)
        self.original.setVisible(self.is_open and (original or not tabs))
        self.script.setVisible(not (tabs and original))
