"""The middle of the page: head, rows, the row that is open, and the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QMenu, QStackedWidget, QVBoxLayout, QWidget

from newsdesk.domain.lexicon import Pronunciation
from newsdesk.i18n import _, ngettext, number
from newsdesk.ui.landing import land_on
from newsdesk.ui.lexicon.empty_forms import EmptyForms
from newsdesk.ui.lexicon.foot import Foot
from newsdesk.ui.lexicon.form_editor import FormEditor
from newsdesk.ui.lexicon.form_row import FormRow, Key
from newsdesk.ui.lexicon.form_shelf import ALL, BUILTIN, Column, Contents, FormShelf, views
from newsdesk.ui.lexicon.form_table import FormTable
from newsdesk.ui.lexicon.form_table_model import FormTableModel
from newsdesk.ui.lexicon.head import Head
from newsdesk.ui.shortcuts import keys_of

if TYPE_CHECKING:
    from newsdesk.ui.look import Look


class FormPane(QWidget):
    """Shows forms and lets one of them be edited in place.

    :attr:`kept` carries the row that was open and the entry as it should be, :attr:`checked` and
    :attr:`removed` the row, :attr:`heard` the words to say and the key of their row; :attr:`viewed` comes
    when another view is shown; :attr:`warned` carries a sentence about what cannot be done.
    """

    kept = Signal(object, object)
    checked = Signal(object)
    removed = Signal(object)
    heard = Signal(str, object)
    viewed = Signal(str)
    warned = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.shelf = FormShelf()
        self._model = FormTableModel(self)
        self._open: FormRow | None = None
        self._wanted: Key | None = None
        self._sounding: Key | None = None
        self.head = Head(look, views())
        self.table = FormTable(look, self._model)
        self.editor = FormEditor(look)
        self.editor.hide()
        self.empty = EmptyForms(look)
        self.foot = Foot(look)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part, stretch in ((self.head, 0), (self._stack, 1), (self.foot, 0)):
            column.addWidget(part, stretch)
        land_on(self, self.table)
        self._connect()

    # ------------------------------------------------------------ what is shown

    def fill(self, contents: Contents) -> None:
        """Show what the newsroom has now; a row that is being edited stays open."""
        self.shelf.contents = contents
        self._arrange()

    def clear(self) -> None:
        """Show nothing: the forms of another newsroom have not come yet."""
        self.leave()
        self.shelf.contents = Contents()
        self.table.show_rows(())
        self.head.count.clear()
        self._turn_to(self.table)

    def choose(self, view: str) -> None:
        """Show another saved view."""
        self._leave_unchanged()
        self.shelf.view = view
        self._arrange()
        self.viewed.emit(view)

    def sort(self, column: int) -> None:
        """Sort by a :class:`Column`, or the other way round."""
        self.shelf.turn(Column(column))
        self._arrange()

    def select_next(self, key: Key) -> None:
        """Put the keys at that row as soon as it is shown."""
        self._wanted = key

    def say_sounding(self, key: Key | None) -> None:
        """Mark the row that is being said; None: silence."""
        self._sounding = key
        self.table.say_sounding(self._model.row_of(key) if key is not None else -1)

    # ------------------------------------------------------------ editing in place

    @property
    def open_row(self) -> FormRow | None:
        """The row being edited."""
        return self._open

    def edit(self, row: FormRow) -> None:
        """Open a row; one that has changes of its own is not left by accident."""
        if self._open is not None and self._open.key != row.key and self.editor.changed:
            self.editor.set_wrong(_("Ini belum disimpan: ↵ menyimpannya, Esc membatalkannya."))
            self.editor.begin()
            return
        own = self._own_entry(row) if row.builtin and row.replaced else None
        if own is not None:
            row = own
        if row.key not in {one.key for one in self.shelf.shown()} and row.entry.id:
            self._show_all()
        self._open = row
        self.editor.edit(row)
        self._arrange()
        self.table.open_under(self._model.row_of(row.key), self.editor)
        self.foot.show_editing(True)
        self.editor.begin()

    def begin_new(self) -> None:
        """Open an empty row on top; what is searched and not there is taken as its form."""
        row = self._open
        if row is not None and row.entry.id == 0 and not row.builtin:
            self.editor.begin()
            return
        form = self.shelf.needle if self.shelf.needle and not self.shelf.shown() else ""
        self.edit(FormRow(Pronunciation(form, "")))

    def leave(self) -> None:
        """Close the row that is open, as it was."""
        if self._open is None:
            return
        had_focus = self.editor.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._open = None
        self.table.close_editor()
        self.foot.show_editing(False)
        self._arrange()
        if had_focus:
            self._to_rows(Qt.FocusReason.OtherFocusReason)

    def hear(self) -> None:
        """Say what the keys are at: the reading being written, else the current row's."""
        row = self._open or self.table.current_row()
        if row is None:
            return
        spoken = self.editor.spoken.text() if self._open is not None else row.entry.spoken
        if spoken.strip():
            self.heard.emit(spoken, row.key)

    def remove_current(self) -> None:
        """Take out the current row."""
        self._remove(self.table.currentIndex().row())

    # ------------------------------------------------------------ inside

    def _arrange(self) -> None:
        rows = self.shelf.shown()
        if self._open is not None and self._open.key not in {row.key for row in rows}:
            rows = (self._open, *rows)
        self.table.show_rows(rows)
        self.table.show_order(self.shelf.order, descending=self.shelf.descending)
        if self._wanted is not None and (place := self._model.row_of(self._wanted)) >= 0:
            self.table.set_current(place)
            self._wanted = None
        self.say_sounding(self._sounding)
        self._say_count(rows)
        self.head.show_view(self.shelf.view, self.shelf.contents.counts)
        self._turn_to(self.table if rows else self.empty)
        self.foot.show_rows(bool(rows))
        if not rows:
            self._say_empty()

    def _turn_to(self, shown: QWidget) -> None:
        before = self._stack.currentWidget()
        focus = QApplication.focusWidget()
        if before is not shown:
            self._stack.setCurrentWidget(shown)
            if focus is not None and before is not None and (before is focus or before.isAncestorOf(focus)):
                shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_count(self, rows: tuple[FormRow, ...]) -> None:
        everything = self.shelf.contents.counts.get(self.shelf.view, 0)
        if rows and rows[-1].builtin:
            words = ngettext("{n} bawaan", "{n} bawaan", len(rows)).format(n=number(len(rows)))
        elif self.shelf.needle:
            words = _("{n} dari {all}").format(n=number(len(rows)), all=number(everything))
        else:
            words = ngettext("{n} bentuk", "{n} bentuk", everything).format(n=number(everything))
        self.head.count.setText(words)

    def _say_empty(self) -> None:
        if self.shelf.needle:
            self.empty.nothing_found(self.shelf.needle)
        elif self.shelf.view == ALL:
            self.empty.teach()
        else:
            names = {view.key: view.words for view in views()}
            self.empty.nothing_here(names[self.shelf.view])

    def _own_entry(self, row: FormRow) -> FormRow | None:
        own = self.shelf.contents.own
        return next((one for one in own if one.entry.form == row.entry.form), None)

    def _leave_unchanged(self) -> None:
        """Close a row that is only looked at; one with changes stays, on top of whatever is shown."""
        if self._open is not None and not self.editor.changed:
            self.leave()

    def _show_all(self) -> None:
        self.shelf.needle = ""
        self.head.field.clear()
        self.choose(ALL)

    def _search(self, needle: str) -> None:
        if needle != self.shelf.needle:
            self._leave_unchanged()
        self.shelf.needle = needle
        self._arrange()

    def _right(self) -> None:
        entry = self.editor.entry()
        if self._open is not None and entry is not None and self.editor.whole():
            self.kept.emit(self._open, entry)

    def _remove(self, place: int) -> None:
        row = self._model.row_at(place)
        if row is None:
            return
        if row.builtin:
            self.warned.emit(
                _("Bawaan program tidak bisa dihapus. Ubah cara bacanya: yang milik redaksi menang.")
            )
        elif row.entry.id:
            below = self._model.row_at(place + 1) or self._model.row_at(place - 1)
            if below is not None:
                self._wanted = below.key
            self.removed.emit(row)

    def _hear_row(self, place: int) -> None:
        row = self._model.row_at(place)
        if row is not None and row.entry.spoken:
            self.heard.emit(row.entry.spoken, row.key)

    def _edit_at(self, place: int) -> None:
        row = self._model.row_at(place)
        if row is not None and row.key == (self._open.key if self._open else None):
            self.editor.begin()
        elif row is not None:
            self.edit(row)

    def _offer(self, place: int, at: QPoint) -> None:
        row = self._model.row_at(place)
        if row is None:
            return
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(_("Dengar") + "\t" + keys_of("lexicon.hear"), lambda: self._hear_row(place))
        menu.addAction(_("Ubah") + "\t" + keys_of("lexicon.open"), lambda: self._edit_at(place))
        if not row.builtin:
            if not row.checked:
                menu.addAction(_("Benar"), lambda: self.checked.emit(row))
            menu.addSeparator()
            menu.addAction(_("Hapus") + "\t" + keys_of("lexicon.remove"), lambda: self._remove(place))
        menu.popup(at)

    def _to_rows(self, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
        (self.table if self._model.rowCount() else self.empty).setFocus(reason)

    def _connect(self) -> None:
        self.head.searched.connect(self._search)
        self.head.down.connect(self._to_rows)
        self.head.new.connect(self.begin_new)
        self.head.view_chosen.connect(self.choose)
        self.table.opened.connect(self._edit_at)
        self.table.removed.connect(self._remove)
        self.table.heard.connect(self._hear_row)
        self.table.asked.connect(self._offer)
        self.table.sorted.connect(self.sort)
        self.editor.right.connect(self._right)
        self.editor.left.connect(self.leave)
        self.editor.heard.connect(self.hear)
        self.editor.grown.connect(self.table.fit_editor)
        self.empty.new.connect(self.begin_new)
        self.empty.builtin.connect(lambda: self.choose(BUILTIN))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page's surface."""
        QPainter(self).fillRect(self.rect(), self._look.theme.colour("surface"))
