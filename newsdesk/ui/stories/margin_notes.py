"""Notes on the script's findings, beside the lines that they are about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from newsdesk.i18n import _
from newsdesk.ui.letters import plain_tip
from newsdesk.ui.stories.finding_groups import Group
from newsdesk.ui.stories.geometry import pieces
from newsdesk.ui.stories.script_text import MARGIN

if TYPE_CHECKING:
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.script_editor import ScriptEditor
    from newsdesk.ui.stories.script_findings import ScriptFindings

WIDTH = 144
NARROWEST = 96
_FROM_COLUMN = 26
_BAR = 2
_WORDS_LEFT = 12
_LINE = 16
_HIGH = 2 * _LINE
_ABOVE_BASELINE = 22
_GAP = 6
_SOON_MS = 20
"""After the words have been painted: a note that moves with them must not hold their key up."""


class Note(NamedTuple):
    """A note laid out: its top in pixels of the viewport."""

    group: Group
    top: int


class MarginNotes(QWidget):
    """Painted notes, the first of equal findings only; :attr:`clicked` carries the group of one.

    They follow the words while one types and scrolls. Nobody finds them with the keyboard: the same stands
    in the inspector, as rows.
    """

    clicked = Signal(object)

    def __init__(self, edit: ScriptEditor, look: Look, findings: ScriptFindings) -> None:
        super().__init__(edit)
        self._edit = edit
        self._look = look
        self._findings = findings
        self._groups: Sequence[Group] = ()
        self._notes: list[Note] = []
        self._under: Note | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.hide()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.follow)
        edit.document().contentsChange.connect(self._words_changed)
        edit.document().documentLayout().documentSizeChanged.connect(self._size_changed)
        edit.verticalScrollBar().valueChanged.connect(self.follow)
        edit.viewport().installEventFilter(self)

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Note these findings, in the order of the script."""
        self._groups = groups
        self.follow()

    def place(self) -> None:
        """Stand right of the text column; without room there are no notes."""
        left = MARGIN + self._edit.column + _FROM_COLUMN
        width = min(WIDTH, self._edit.viewport().width() - left)
        self.setGeometry(left, 0, max(width, 0), self._edit.viewport().height())
        self.follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay beside the column when the editor has another size."""
        if event.type() == QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)

    def notes(self) -> list[Note]:
        """Return the notes in sight, from the top."""
        return self._notes

    def follow(self) -> None:
        """Lay the notes out where their words stand now."""
        notes = self._laid_out() if self._groups and self.width() >= NARROWEST else []
        before, self._notes = self._notes, notes
        if notes != before:
            self.update()
        self.setVisible(bool(notes))

    def _laid_out(self) -> list[Note]:
        high = self._edit.viewport().height()
        # From a page above: a note may have been pushed down from there.
        near = {place[:2] for place in self._findings.in_blocks(-high, high)}
        free = -high
        notes: list[Note] = []
        for group in self._groups:
            first = self._standing(group)
            if first is None or first not in near:
                continue
            piece = next(pieces(self._edit, *first), None)
            if piece is None:
                continue
            top = max(free, round(piece.baseline) - _ABOVE_BASELINE)
            free = top + _HIGH + _GAP
            if -_HIGH < top < high:
                notes.append(Note(group, top))
        return notes

    def _standing(self, group: Group) -> tuple[int, int] | None:
        """Return where the first of a group stands by now: the words may have moved since it was made."""
        finding = group.finding
        return next(((one.start, one.end) for one in self._findings.places if one.finding is finding), None)

    def _words_changed(self, _at: int, _removed: int, _added: int) -> None:
        if self._groups:
            self._soon.start(_SOON_MS)

    def _size_changed(self) -> None:
        self._words_changed(0, 0, 0)

    # ------------------------------------------------------------ painting and pointing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint bar, what is right, and the kind of each note."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.colour("surface"))
        bold, quiet = theme.font("kecil", weight=600), theme.font("kecil")
        room = self.width() - _WORDS_LEFT
        for note in self._notes:
            if note.top > event.rect().bottom() or note.top + _HIGH < event.rect().top():
                continue
            if note == self._under:
                painter.fillRect(0, note.top, self.width(), _HIGH, theme.colour("temuan_bg"))
            painter.fillRect(0, note.top, _BAR, _HIGH, theme.colour("temuan"))
            for font, token, words, line in (
                (bold, "text", title_of(note.group), 0),
                (quiet, "text_3", kind_of(note.group), 1),
            ):
                painter.setFont(font)
                painter.setPen(theme.colour(token))
                cut = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
                box = QRectF(_WORDS_LEFT, note.top + line * _LINE, room + 1, _LINE)
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, cut)

    def note_at(self, y: float) -> Note | None:
        """Return the note at a height."""
        return next((note for note in self._notes if note.top <= y < note.top + _HIGH), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which note a click would take."""
        self._point(self.note_at(event.position().y()))

    def leaveEvent(self, event: QEvent) -> None:
        """Show that a click would take none."""
        self._point(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the note under the pointer."""
        note = self.note_at(event.position().y())
        if note is not None and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(note.group)

    def event(self, event: QEvent) -> bool:
        """Tell the whole reason when the pointer rests on a note."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            note = self.note_at(event.pos().y())
            QToolTip.showText(event.globalPos(), plain_tip(note.group.why) if note else "", self)
            return True
        return super().event(event)

    def _point(self, note: Note | None) -> None:
        if note != self._under:
            self._under = note
            if note is not None:
                self.setCursor(Qt.CursorShape.PointingHandCursor)
            else:
                self.unsetCursor()
            self.update()


def title_of(group: Group) -> str:
    """Return the first line of a note: what is right, or the words in question."""
    if group.right:
        return group.right
    return _("hapus “{words}”").format(words=group.wrong) if group.finding.fixes else group.wrong


def kind_of(group: Group) -> str:
    """Return the second line: "Ejaan, 2 kali"."""
    return ", ".join(part for part in (group.kind, group.times) if part)
