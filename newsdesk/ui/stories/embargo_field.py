"""Until when a story may not be read: typed and shown as an airtime is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent

from newsdesk.i18n import _
from newsdesk.ui.stories import airtime
from newsdesk.ui.stories.inline_edit import InlineEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from newsdesk.ui.look import Look


class EmbargoField(InlineEdit):
    """A field without a frame: "embargo 12.00", or the word alone where there is none.

    :attr:`typed` carries a datetime or None; :attr:`wrong` the words that are no time; :attr:`left` comes
    when the keyboard leaves it.
    """

    typed = Signal(object)
    wrong = Signal(str)
    left = Signal()

    def __init__(self, look: Look, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(
            look,
            _("Embargo sampai"),
            "isi",
            token="tunggu",
            placeholder=_("embargo"),
            grows=True,
            parent=parent,
        )
        self._now = now
        self.until: datetime | None = None
        self._asked = ""
        self.setToolTip(_("Tidak boleh dibaca sebelum jam ini, misalnya 12.00 atau 17/1 12.00"))
        self.editingFinished.connect(self._finished)

    def focusOutEvent(self, arg__1: QFocusEvent) -> None:
        """Tell that the keyboard is elsewhere."""
        super().focusOutEvent(arg__1)
        self.left.emit()

    def show_time(self, until: datetime | None) -> None:
        """Show what is stored; words being typed stay."""
        self.until, self._asked = until, ""
        if not self.hasFocus():
            self._show()

    def take_back(self) -> None:
        """Show what is stored again: what was typed could not be. Words typed since then stay."""
        if self.text() == self._asked:
            self._show()
        self._asked = ""

    def _show(self) -> None:
        at = airtime.shown(self.until, self._now())
        self.set_text(_("embargo {at}").format(at=at) if at else "")

    def _finished(self) -> None:
        words = self.text().removeprefix(_("embargo {at}").format(at="")).strip()
        if words == airtime.shown(self.until, self._now()):
            self._show()
            return
        try:
            until = airtime.typed(words, self._now())
        except ValueError:
            self.wrong.emit(words)
            self._show()
            return
        # Enter finishes twice: by itself, and by leaving the field.
        if until != self.until and (not self._asked or self.text() != self._asked):
            self._asked = self.text()
            self.typed.emit(until)
