"""The middle of the Naskah page: the script, or what a newsroom without a story shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from newsdesk.ui.landing import land_on

if TYPE_CHECKING:
    from newsdesk.ui.stories.empty_page import EmptyPage
    from newsdesk.ui.stories.script_pane import ScriptPane
    from newsdesk.ui.stories.split_view import SplitView


class PageMiddle(QStackedWidget):
    """Holds both, one on top; :attr:`turned` tells whether that is the script.

    Empty until :meth:`hold`: the list is there before either is made.
    """

    turned = Signal(bool)

    def hold(self, split_view: SplitView, pane: ScriptPane, empty: EmptyPage) -> None:
        """Take both in; the script is ``pane``, which stands in ``split_view``."""
        self._split_view, self._pane, self._empty = split_view, pane, empty
        self.addWidget(split_view)
        self.addWidget(empty)

    @property
    def shows_script(self) -> bool:
        """Whether the script is on top."""
        return self.count() > 0 and self.currentWidget() is self._split_view

    def show_script(self) -> None:
        """Put the script on top."""
        self.setCurrentWidget(self._split_view)
        land_on(self, self._pane)
        self.turned.emit(True)

    def show_empty(self) -> None:
        """Put on top what a newsroom without a story shows."""
        self.setCurrentWidget(self._empty)
        land_on(self, self._empty)
        self.turned.emit(False)
        self._empty.setFocus(Qt.FocusReason.OtherFocusReason)
