"""The inspector's sources: who speaks in this story, and tying words to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _, ngettext
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.keycap import KeyCap
from newsdesk.ui.components.two_line_rows import TwoLineList
from newsdesk.ui.shortcuts import keys_of
from newsdesk.ui.sources.duplicates_view import DuplicatesView
from newsdesk.ui.sources.source_form import SourceForm
from newsdesk.ui.sources.source_rows import source_row
from newsdesk.ui.stories.source_picker import SourcePicker

if TYPE_CHECKING:
    from newsdesk.domain.attribution import Source
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.passages import Tie


class SourcesSection(QWidget):
    """Rows of the story's sources, the link that ties, and in its place the picker or the form.

    Under them ``duplicates`` offers to merge those that may be one.

    :attr:`tie_wanted` asks to tie the selected words; :attr:`searched` wants sources with these letters;
    :attr:`picked` carries a source to tie to; :attr:`made` a new or changed one to store; :attr:`untied` the
    id of a source whose passages are to be freed; :attr:`left` comes when the picker or form has closed.
    """

    tie_wanted = Signal()
    searched = Signal(str)
    picked = Signal(object)
    made = Signal(object)
    # A source's number has 62 bits; Qt's int has 32.
    untied = Signal(object)
    shown = Signal(object)
    left = Signal()

    def __init__(self, look: Look, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources: Mapping[int, Source] = {}
        self.list = TwoLineList(look, _("Narasumber naskah ini"))
        self.list.setToolTip(_("Enter mengubah, Delete melepas kaitannya"))
        self.list.entered.connect(self._edit)
        self.list.taken_away.connect(self.untied)
        self.list.pointed.connect(self.shown)
        self.tie = Button(look, _("Kaitkan kata terpilih"), Kind.LINK, icon="link", small=True)
        self.tie.clicked.connect(self.tie_wanted)
        self.picker = SourcePicker(look)
        self.picker.typed.connect(self.searched)
        self.picker.picked.connect(self._picked)
        self.picker.new.connect(self._new)
        self.picker.cancelled.connect(self.close_picker)
        self.form = SourceForm(look, now)
        self.form.finished.connect(self._made)
        self.form.cancelled.connect(self.close_picker)
        self._link = QWidget()
        link = QHBoxLayout(self._link)
        link.setContentsMargins(8, 2, 8, 8)
        link.setSpacing(4)
        link.addWidget(self.tie)
        link.addWidget(KeyCap(look, keys_of("script.tie")))
        link.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.duplicates = DuplicatesView(look)
        for part in (self.list, self._link, self.picker, self.form, self.duplicates):
            column.addWidget(part)
        self._show(self._link)

    def show_sources(self, sources: Mapping[int, Source], ties: Sequence[Tie]) -> None:
        """Show the sources that passages are tied to, in the order in which they speak.

        ``sources`` has under a number the source that it stands for.
        """
        self._sources = sources
        known = [(sources[tie.source_id].id, tie.quote) for tie in ties if tie.source_id in sources]
        quotes = Counter(number for number, quote in known if quote)
        passages = Counter(number for number, _quote in known)
        order = list(dict.fromkeys(number for number, _quote in known))
        self.list.show_rows(
            [source_row(sources[number], _counted(quotes[number], passages[number])) for number in order]
        )

    def choose(self, passage: str, name: str = "") -> None:
        """Ask whom ``passage`` is to be tied to; those called ``name`` are shown first."""
        self._show(self.picker)
        self.picker.begin(passage, name)

    def close_picker(self) -> None:
        """Leave picker and form."""
        self._show(self._link)
        self.left.emit()

    def close_quietly(self) -> None:
        """Close picker and form because another story is shown; the focus stays where it is."""
        self._show(self._link)

    def show_form(self, source: Source) -> None:
        """Show a source to be filled in: a new one, or one of the register."""
        self._show(self.form)
        self.form.show_source(source, _("Simpan") if source.id else _("Kaitkan"))

    def _new(self, name: str) -> None:
        from newsdesk.domain.attribution import Source

        self.show_form(Source(name))

    def _edit(self, source_id: int) -> None:
        if source_id in self._sources:
            self.show_form(self._sources[source_id])

    def _picked(self, source: Source) -> None:
        self._show(self._link)
        self.picked.emit(source)

    def _made(self, source: Source) -> None:
        self._show(self._link)
        self.made.emit(source)

    def _show(self, part: QWidget) -> None:
        for one in (self._link, self.picker, self.form):
            one.setVisible(one is part)


def _counted(quotes: int, passages: int) -> str:
    if quotes == passages:
        return ngettext("{n} kutipan", "{n} kutipan", quotes).format(n=quotes)
    return ngettext("{n} bagian", "{n} bagian", passages).format(n=passages)
