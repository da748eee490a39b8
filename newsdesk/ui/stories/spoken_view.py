"""The "Dibaca" view: the whole script as it will be said, to read and not to type in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextFrameFormat
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from newsdesk.i18n import _
from newsdesk.ui.stories.script_text import MARGIN

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_LINE = 30
_FIXED_HEIGHT = QTextBlockFormat.LineHeightTypes.FixedHeight.value


class SpokenView(QTextEdit):
    """Read-only, in the script's own type and column."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.document().setDefaultFont(look.theme.font("naskah"))
        self.document().setUndoRedoEnabled(False)
        self.setAccessibleName(_("Naskah seperti dibaca"))

    def set_column(self, width: int) -> None:
        """Lay the text out in another column width, in pixels."""
        self.setLineWrapColumnOrWidth(width + 2 * MARGIN)

    def show_line(self, line: str) -> None:
        """Show the spoken form of the whole script."""
        self.setPlainText(line)
        frame = QTextFrameFormat()
        frame.setLeftMargin(MARGIN)
        frame.setRightMargin(MARGIN)
        frame.setTopMargin(12)
        frame.setBottomMargin(MARGIN)
        self.document().rootFrame().setFrameFormat(frame)
        block = QTextBlockFormat()
        block.setLineHeight(_LINE, _FIXED_HEIGHT)
        block.setBottomMargin(10)
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        whole.setBlockFormat(block)
