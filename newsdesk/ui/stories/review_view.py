"""A story under review in the script's place: the strip and the text in one of its three forms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.rule import Rule
from newsdesk.ui.landing import land_on
from newsdesk.ui.shortcuts import keys_of
from newsdesk.ui.stories.review_strip import ALOUD, CHANGES, CLEAN, ReviewStrip
from newsdesk.ui.stories.review_text import ReviewText, Span
from newsdesk.ui.stories.spoken_script import SpokenScript
from newsdesk.ui.stories.spoken_view import SpokenView

if TYPE_CHECKING:
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.review_pieces import Changes, Piece

_WIDEST, _SIDE = 600, 36
_FORMS = (CHANGES, CLEAN, ALOUD)


class ReviewView(QWidget):
    """The text, and going from change to change.

    :attr:`form_shown` carries the form that is shown from now on; :attr:`left` comes with Esc.
    """

    form_shown = Signal(str)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._changes: Changes | None = None
        self._clean: Sequence[Piece] = ()
        self.form = ""
        self.strip = ReviewStrip(look)
        self.strip.form_chosen.connect(self.show_form)
        self.text = ReviewText(look)
        self.text.picked.connect(self.text.mark)
        self.spoken = SpokenView(look)
        self._texts = QStackedWidget()
        self._texts.addWidget(self.text)
        self._texts.addWidget(self.spoken)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(Rule(look))
        column.addWidget(self._texts, 1)
        land_on(self, self.text)
        self.setAccessibleName(_("Tinjauan naskah"))
        self.bind_keys(self)

    def bind_keys(self, *widgets: QWidget) -> None:
        """Let the keys for the changes and the forms work inside these widgets."""
        acts: tuple[tuple[str, Callable[[], None]], ...] = (
            ("review.previous", lambda: self.step(-1)),
            ("review.next", lambda: self.step(1)),
            ("review.form", self.turn),
        )
        for widget in widgets:
            for shortcut, act in acts:
                bound = QShortcut(QKeySequence(keys_of(shortcut)), widget)
                bound.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                bound.activated.connect(act)

    # ------------------------------------------------------------ what it shows

    def show_script(
        self, clean: Sequence[Piece], changes: Changes | None, cuttable: Iterable[Span], *, form: str
    ) -> None:
        """Show a script, and what became of an older one in it, when there is one."""
        self._clean, self._changes = clean, changes
        self.strip.tell_changes(any_older=changes is not None)
        self.spoken.show_script(SpokenScript("", ()))
        self.text.show_cuttable(cuttable)
        self.text.show_noted(())
        self.text.show_findings(())
        self.text.point_at(None)
        self.form = ""
        self.show_form(form)
        if self.count:
            self.text.bring_change(0)

    def show_spoken(self, script: SpokenScript, *, keep_place: bool = False) -> None:
        """Show how the whole script is said, in the form for that."""
        self.spoken.show_script(script, keep_place=keep_place)

    def clear(self) -> None:
        """Show nothing any more."""
        self._clean, self._changes = (), None
        self.text.show_pieces(())
        self.spoken.show_script(SpokenScript("", ()))

    def show_form(self, form: str) -> None:
        """Show the same text in another form; the changes only where there is something to compare with."""
        if form == CHANGES and self._changes is None:
            form = CLEAN
            self.strip.forms.set_value(form)
        if form == self.form:
            return
        before, self.form = self.form, form
        self.strip.forms.set_value(form)
        if form == ALOUD:
            self._texts.setCurrentWidget(self.spoken)
        else:
            changes = self._changes
            shown = changes.pieces if form == CHANGES and changes is not None else self._clean
            self.text.show_pieces(shown, keep_place=before in (CHANGES, CLEAN))
            self._texts.setCurrentWidget(self.text)
        land_on(self, self.spoken if form == ALOUD else self.text)
        self.form_shown.emit(form)

    def turn(self) -> None:
        """Show the next form of the text."""
        self.show_form(_FORMS[(_FORMS.index(self.form) + 1) % len(_FORMS)] if self.form else CLEAN)

    # ------------------------------------------------------------ changes

    @property
    def count(self) -> int:
        """How many places differ from the older text."""
        return self._changes.places if self._changes is not None else 0

    def step(self, by: int) -> None:
        """Go to the next change (1) or the one before (-1); round at the ends."""
        if not self.count:
            return
        if self.form == CHANGES:
            current = self.text.current
            self.text.mark((current + by) % self.count if current >= 0 else 0 if by > 0 else self.count - 1)
        else:
            self.show_form(CHANGES)
            self.text.mark(0 if by > 0 else self.count - 1)
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ------------------------------------------------------------ keys, size, paint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the review for the script."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the spoken form out in the same column as the words."""
        super().resizeEvent(event)
        self.spoken.set_column(min(_WIDEST, max(200, self.width() - 2 * _SIDE)))

    def changeEvent(self, event: QEvent) -> None:
        """Repaint in the theme's new colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the script's own ground."""
        QPainter(self).fillRect(self.rect(), self._look.theme.colour("surface"))
