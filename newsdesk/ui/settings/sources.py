"""Atur, Narasumber: the register of sources, searched, changed, and freed of duplicates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _, ngettext, number
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Field, Label
from newsdesk.ui.components.two_line_rows import TwoLineList, TwoLineRow
from newsdesk.ui.settings.live_section import LiveSection
from newsdesk.ui.sources.duplicates_view import DuplicatesView
from newsdesk.ui.sources.source_form import SourceForm
from newsdesk.ui.sources.source_rows import named, source_row
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from newsdesk.domain.attribution import Source
    from newsdesk.domain.likeness import Duplicate
    from newsdesk.domain.registers import SourceUse
    from newsdesk.services.sources import Compared
    from newsdesk.ui.look import Look
    from newsdesk.ui.tasks import Tasks

_MOST_ROWS = 8
_MOST_PAIRS = 50


class _Listed(NamedTuple):
    sources: dict[int, Source]
    rows: list[TwoLineRow]


class SourcesSection(LiveSection):
    """The register; ``open_story`` opens a story that a source speaks in."""

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        now: Callable[[], datetime],
        changed: Callable[[], None],
        open_story: Callable[[int], None],
    ) -> None:
        super().__init__(
            look,
            _("Narasumber"),
            _("Siapa saja yang memberi keterangan, jabatannya dari waktu ke waktu, dan cara menghubunginya."),
            tasks,
            changed,
        )
        self._sources: dict[int, Source] = {}
        self._merging: Source | None = None
        self._asked = 0
        self.search = Field(look, _("Cari"), placeholder=_("nama, jabatan, atau lembaga"))
        self.search.changed.connect(self._search)
        self.count = Label(look, "", "kecil", "text_3")
        self.list = TwoLineList(look, _("Daftar narasumber"), marks_always=True, most=_MOST_ROWS)
        self.list.entered.connect(self._entered)
        self.list.installEventFilter(self)
        self.search.edit.installEventFilter(self)
        self.question = Label(look, "", "kecil", "accent_text", weight=600)
        self.question.setWordWrap(True)
        self.question.hide()
        self.open_button = Button(look, _("Ubah"), Kind.STRONG, key="Return", small=True)
        self.open_button.clicked.connect(self._open_marked)
        self.merge_button = Button(look, _("Gabungkan dengan…"), small=True)
        self.merge_button.clicked.connect(self._begin_merge)
        self.new_button = Button(look, _("Narasumber baru"), icon="plus", small=True)
        self.new_button.clicked.connect(self._new)
        self.duplicates = DuplicatesView(look, inset=0)
        self.duplicates.merged.connect(self._merge_pair)
        self.duplicates.told_apart.connect(self._tell_apart)
        self.form = SourceForm(look, now, inset=0)
        self.form.hide()
        self.form.finished.connect(self._store)
        self.form.cancelled.connect(self._leave_form)
        self.form.use_wanted.connect(self._show_use)
        self.form.opened.connect(open_story)
        self._browser = QWidget()
        self._lay_out(self._browser)
        for part in (self.news, self._browser, self.form):
            self.add(part)

    def _lay_out(self, browser: QWidget) -> None:
        acts = QHBoxLayout()
        acts.setContentsMargins(0, 0, 4, 0)
        acts.setSpacing(8)
        for button in (self.open_button, self.merge_button, self.new_button):
            acts.addWidget(button)
        acts.addStretch(1)
        column = QVBoxLayout(browser)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.search, self.question, self.count, self.list):
            column.addWidget(part)
        column.addLayout(acts)
        column.addWidget(self.duplicates)

    def fill(self) -> None:
        """List the sources with the letters searched for, and look for duplicates anew."""
        self._search(self.search.text())
        newsroom = self.newsroom
        if newsroom is None:
            return

        def compare(known: Compared) -> None:
            self.tasks.run(known.duplicates, show, self.tell, Lane.COPY)

        def show(pairs: list[Duplicate]) -> None:
            self.duplicates.show_pairs(pairs[:_MOST_PAIRS])

        self.tasks.run(newsroom.sources.compared, compare, self.tell)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the search into the list; Esc leaves merging."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if watched is self.search.edit and key == Qt.Key.Key_Down:
                self.list.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if watched is self.search.edit and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._open_marked()
                return True
            if key == Qt.Key.Key_Escape and self._merging is not None:
                self._leave_merge()
                return True
        return super().eventFilter(watched, event)

    # ------------------------------------------------------------ the list

    def _search(self, needle: str) -> None:
        newsroom = self.newsroom
        if newsroom is None:
            return
        self._asked += 1
        asked = self._asked

        def listed() -> _Listed:
            # The rows too are made there: five thousand of them would hold the window up.
            found = newsroom.sources.list(needle)
            return _Listed({source.id: source for source in found}, [source_row(one) for one in found])

        def show(answer: _Listed) -> None:
            if asked != self._asked:  # a later search answers soon
                return
            self._sources = answer.sources
            self.list.show_rows(answer.rows)
            if answer.rows and not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.list.model().index(0, 0))
            total = len(answer.rows)
            self.count.setText(
                ngettext("{n} narasumber", "{n} narasumber", total).format(n=number(total))
                if total or not needle.strip()
                else _("Tidak ada narasumber yang cocok.")
            )
            for button in (self.open_button, self.merge_button):
                button.setVisible(bool(answer.rows))

        self.tasks.run(listed, show, self.tell)

    def _marked(self) -> Source | None:
        place, rows = self.list.currentIndex().row(), self.list.rows()
        return self._sources.get(rows[place].key) if 0 <= place < len(rows) else None

    def _entered(self, key: int) -> None:
        gone, chosen = self._merging, self._sources.get(key)
        if chosen is None:
            return
        if gone is None:
            self._show_form(chosen)
        elif gone.id != chosen.id:
            self._leave_merge()
            self._merge(chosen, gone)

    def _open_marked(self) -> None:
        source = self._marked()
        if source is not None:
            self._entered(source.id)

    # ------------------------------------------------------------ one source

    def _new(self) -> None:
        from newsdesk.domain.attribution import Source

        self._show_form(Source(self.search.text().strip()))

    def _show_form(self, source: Source) -> None:
        self._browser.hide()  # one thing at a time: the form is as long as the window is high
        self.form.show()
        self.form.show_source(source, _("Simpan"))

    def _leave_form(self) -> None:
        self.form.hide()
        self._browser.show()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _store(self, source: Source) -> None:
        newsroom = self.newsroom
        if newsroom is None:
            return

        def store() -> Source | None:
            """Return the namesake that a new source could not be told from."""
            if source.id:
                newsroom.sources.update(source)
                return None
            others = newsroom.sources.namesakes(source)
            if others and source.person and not source.offices:
                return others[0]
            newsroom.sources.add(source)
            return None

        def stored(namesake: Source | None) -> None:
            if namesake is not None:
                words = _("Sudah ada {name}. Isi jabatannya supaya bisa dibedakan.")
                self.form.refuse(words.format(name=named(namesake)))
                return
            self._leave_form()
            self.news.tell(_("{name} disimpan").format(name=source.name))
            self.fill()
            self.tell_changed()

        self.tasks.run(store, stored, self.tell)

    def _show_use(self, source_id: int) -> None:
        newsroom = self.newsroom
        if newsroom is None:
            return

        def shown(use: SourceUse) -> None:
            self.form.show_use(source_id, use)

        self.tasks.run(lambda: newsroom.sources.use_of(source_id), shown, self.tell)

    # ------------------------------------------------------------ merging

    def _begin_merge(self) -> None:
        self._merging = self._marked()
        if self._merging is not None:
            words = _("Cari dan pilih narasumber yang sama dengan {name}, lalu Enter. Esc batal.")
            self.question.setText(words.format(name=named(self._merging)))
            self.question.show()
            self.search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _leave_merge(self) -> None:
        self._merging = None
        self.question.hide()

    def _merge_pair(self, pair: Duplicate) -> None:
        self._merge(pair.keep, pair.gone)

    def _merge(self, keep: Source, gone: Source) -> None:
        newsroom = self.newsroom
        if newsroom is not None:
            words = _("{gone} digabung dengan {keep}").format(gone=named(gone), keep=named(keep))
            self.do(lambda: newsroom.sources.merge(keep, gone), lambda _change: words, newsroom.sources.undo)

    def _tell_apart(self, pair: Duplicate) -> None:
        newsroom = self.newsroom
        if newsroom is not None:
            one, other = pair.keep.id, pair.gone.id
            words = _("{one} dan {other} dicatat sebagai dua narasumber")
            said = words.format(one=named(pair.gone), other=named(pair.keep))
            self.do(
                lambda: newsroom.sources.tell_apart(one, other),
                lambda _nothing: said,
                lambda _nothing: newsroom.sources.forget_apart(one, other),
            )
