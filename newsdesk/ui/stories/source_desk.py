"""Tying words to the sources of the register."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QTextCursor

from newsdesk.errors import NewsdeskError
from newsdesk.i18n import _
from newsdesk.ui.sources.source_rows import named
from newsdesk.ui.stories.duplicates_desk import DuplicatesDesk
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.domain.attribution import Source
    from newsdesk.domain.registers import SourceUse
    from newsdesk.services.drafting import OpenStory
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.stories.inspector import Inspector
    from newsdesk.ui.stories.passages import Tie
    from newsdesk.ui.stories.script_pane import ScriptPane
    from newsdesk.ui.tasks import Tasks

_OPENING, _CLOSING = "\"“‘'", "\"”’'"


class Asked(NamedTuple):
    """A question whom something is to be tied to: ``tie`` gets the answer, ``given_up`` comes without one."""

    tie: Callable[[Source], None]
    given_up: Callable[[], None]


class _Stored(NamedTuple):
    """What became of a source from the form: ``refused`` names the namesake it could not be told from."""

    source: Source
    refused: Source | None = None


class SourceDesk(QObject):
    """The sources of the story on the desk. :attr:`story_wanted` carries the id of a story to open.

    :attr:`told` comes when they are shown anew.
    """

    # A story's number has 62 bits; Qt's int has 32.
    story_wanted = Signal(object)
    told = Signal()

    def __init__(
        self, tasks: Tasks, pane: ScriptPane, inspector: Inspector, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._pane = pane
        self._inspector = inspector
        self._text = pane.editor.text
        self._newsroom: Newsroom | None = None
        self._sources: dict[int, Source] = {}
        self._passage: int | None = None
        self._question: Asked | None = None
        self._asked = 0
        self._laid = 0
        self._text.ties_changed.connect(self._show)
        sources = inspector.sources
        self.duplicates = DuplicatesDesk(tasks, sources.duplicates, pane.news, self._renew, self.tell, self)
        pane.editor.tie_wanted.connect(self.tie_selection)
        sources.tie_wanted.connect(self.tie_selection)
        sources.searched.connect(self._search)
        sources.picked.connect(self._picked)
        sources.made.connect(self._store)
        sources.untied.connect(self._untie)
        sources.shown.connect(self._show_passages)
        sources.left.connect(self._given_up)
        sources.form.use_wanted.connect(self._show_use)
        sources.form.opened.connect(self.story_wanted)

    def opened(self, newsroom: Newsroom | None) -> None:
        """Work with this newsroom's register from now on."""
        self._newsroom = newsroom
        self._sources.clear()
        self.duplicates.opened(newsroom)

    def look_again(self) -> None:
        """Read the story's sources again: one of them was changed elsewhere."""
        self._renew(tuple(self._sources))
        self.duplicates.look({one.id for one in self._sources.values()} & self._ids(), again=True)

    def follow(self, _story: OpenStory | None) -> None:
        """Show the sources of the story that was laid on the desk; None: an empty sheet."""
        # Counted, not known by the story's id: a sheet that becomes a story has none yet.
        self._laid += 1
        self._passage = self._question = None
        self._inspector.sources.close_quietly()
        self._load()

    @property
    def laid(self) -> int:
        """How often another script was laid here: an answer that comes later is not this one's."""
        return self._laid

    # ------------------------------------------------------------ tying

    def tie_selection(self) -> None:
        """Ask whom the selected words are to be tied to."""
        cursor = self._pane.editor.textCursor()
        if not cursor.hasSelection():
            self._pane.news.tell(_("Pilih dulu kata-katanya di naskah, lalu kaitkan."), icon="link")
            return
        if self.busy():
            return
        self._passage = self._text.passages.follow(cursor.selectionStart(), cursor.selectionEnd())
        self._ask(cursor.selectedText())

    def ask(self, question: Asked, passage: str, name: str) -> None:
        """Ask whom ``passage`` is to be tied to, those called ``name`` first."""
        self._passage, self._question = None, question
        self._ask(passage, name)

    def speaker_of(self, start: int, end: int) -> Source | None:
        """Return whom words between two document positions are tied to; None for nobody."""
        ties = (tie for tie in self._text.passages.ties if tie.start <= end and start <= tie.end)
        return next((self._sources[tie.source_id] for tie in ties if tie.source_id in self._sources), None)

    def use(self, source: Source) -> None:
        """Tie the selected words to a source found elsewhere (the palette)."""
        cursor = self._pane.editor.textCursor()
        if cursor.hasSelection():
            if not self.busy():
                self._passage = self._text.passages.follow(cursor.selectionStart(), cursor.selectionEnd())
                self._picked(source)
        else:
            self._pane.news.tell(
                _("Pilih dulu kata-kata {name} di naskah, lalu kaitkan.").format(name=source.name),
                icon="link",
            )

    def tie_places(self, source: Source, places: Sequence[tuple[int, int, bool]]) -> None:
        """Tie these places of the document (start, end, quoted) to a source of the register."""
        self._sources[source.id] = source
        for start, end, quote in places:
            self._text.tie(source.id, start, end, quote=quote)
        self._show()

    @property
    def known(self) -> Mapping[int, Source]:
        """The sources of this story by the numbers that its passages are tied to."""
        return self._sources

    def ties_of(self, source_id: int) -> list[Tie]:
        """Return the passages of a source, also those tied to one that stands for it."""
        stands_for = {source_id, *(number for number, one in self._sources.items() if one.id == source_id)}
        return [tie for tie in self._text.passages.ties if tie.source_id in stands_for]

    def busy(self) -> bool:
        """Tell why nothing can be tied while a very long text is still going into the script."""
        if self._text.busy:
            self._pane.news.tell(_("Naskah panjang ini masih dimuat. Coba lagi sebentar lagi."), icon="clock")
        return self._text.busy

    def back_to_script(self) -> None:
        """Give the keyboard back to the words."""
        self._passage = self._question = None
        self._pane.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, error: NewsdeskError) -> None:
        """Say what went wrong."""
        self._pane.news.tell(sentence(error), icon="circle-alert", token="temuan", stays=True)

    def _ask(self, passage: str, name: str = "") -> None:
        self._inspector.open_section("sources")
        self._inspector.sources.choose(passage, name)

    def _given_up(self) -> None:
        question = self._question
        self.back_to_script()
        if question is not None:
            question.given_up()

    def _search(self, needle: str) -> None:
        newsroom = self._newsroom
        if newsroom is None:
            return
        self._asked += 1
        asked = self._asked

        def found(sources: list[Source]) -> None:
            if asked == self._asked:  # an earlier answer is late
                self._inspector.sources.picker.show_sources(sources)

        self._tasks.run(lambda: newsroom.sources.list(needle), found, self.tell)

    def _picked(self, source: Source) -> None:
        passage, question = self._passage, self._question
        self.back_to_script()
        self._answer(source, passage, question)

    def _answer(self, source: Source, passage: int | None, question: Asked | None) -> None:
        if question is not None:
            question.tie(source)
            return
        place = self._text.passages.where(passage) if passage is not None else None
        self.tie_places(source, [(*place, self._is_quote(*place))] if place is not None else [])

    def _store(self, source: Source) -> None:
        newsroom = self._newsroom
        if newsroom is None:
            return
        passage, question = self._passage, self._question
        laid = self._laid

        def store() -> _Stored:
            if source.id:
                return _Stored(newsroom.sources.update(source))
            others = newsroom.sources.namesakes(source)
            if others and source.person and not source.offices:
                return _Stored(source, others[0])
            return _Stored(newsroom.sources.add(source))

        def stored(answer: _Stored) -> None:
            if answer.refused is not None:
                ask_again(
                    _("Sudah ada {name}. Isi jabatannya supaya bisa dibedakan.").format(
                        name=named(answer.refused)
                    )
                )
                return
            # Another script may lie here by now: its words are not this source's.
            if laid == self._laid:
                self._answer(answer.source, passage, question)
            else:
                self._sources[answer.source.id] = answer.source
            self.duplicates.look({*self._ids(), answer.source.id}, again=True)

        def ask_again(why: str = "") -> None:
            if laid == self._laid:  # what was typed comes back
                self._inspector.sources.show_form(source)
                self._passage, self._question = passage, question
                if why:
                    self._inspector.sources.form.refuse(why)

        def failed(error: NewsdeskError) -> None:
            ask_again()
            self.tell(error)

        self.back_to_script()
        self._tasks.run(store, stored, failed)

    def _untie(self, source_id: int) -> None:
        gone = self.ties_of(source_id)
        name = self._sources[source_id].name if source_id in self._sources else ""
        self._text.untie(gone)

        laid = self._laid

        def again() -> None:
            if laid == self._laid:
                self._text.tie_again(gone)

        words = _("Kaitan dengan {name} dilepas").format(name=name)
        self._pane.news.tell(words, icon="undo-2", act=_("Urungkan"), run=again, stays=True)

    def _show_passages(self, source_id: int) -> None:
        """Select the source's next passage after the cursor."""
        ties = self.ties_of(source_id)
        if not ties or self.busy():
            return
        at = self._pane.editor.textCursor().selectionEnd()
        tie = next((one for one in ties if one.start >= at), ties[0])
        cursor = self._pane.editor.textCursor()
        cursor.setPosition(tie.start)
        cursor.setPosition(tie.end, QTextCursor.MoveMode.KeepAnchor)
        self._pane.editor.setTextCursor(cursor)

    def _is_quote(self, start: int, end: int) -> bool:
        """Whether the words stand in quotation marks, inside or outside the selection."""
        body = self._text.body
        first, last = self._text.code_points(start), self._text.code_points(end)
        words = body[first:last].strip()
        inside = len(words) > 1 and words[0] in _OPENING and words[-1] in _CLOSING
        outside = first > 0 and body[first - 1] in _OPENING and body[last : last + 1] in tuple(_CLOSING)
        return inside or outside

    # ------------------------------------------------------------ showing

    def _load(self) -> None:
        newsroom = self._newsroom
        missing = self._ids() - self._sources.keys()
        if newsroom is None or not missing:
            self._show()
            return
        self._tasks.run(lambda: newsroom.sources.standing_for(tuple(missing)), self._found, self.tell)

    def _renew(self, ids: Collection[int]) -> None:
        """Read these sources again: what they stand for has changed."""
        newsroom = self._newsroom
        if newsroom is not None:
            self._tasks.run(lambda: newsroom.sources.standing_for(ids), self._found, self.tell)

    def _found(self, sources: dict[int, Source]) -> None:
        self._sources.update(sources)
        self._show()

    def _ids(self) -> set[int]:
        return {tie.source_id for tie in self._text.passages.ties}

    def _show(self) -> None:
        self._inspector.show_sources(self._sources, self._text.passages.ties)
        self.told.emit()
        self.duplicates.look({self._sources[number].id for number in self._ids() & self._sources.keys()})

    def _show_use(self, source_id: int) -> None:
        newsroom = self._newsroom
        if newsroom is None:
            return

        def shown(use: SourceUse) -> None:
            self._inspector.sources.form.show_use(source_id, use)

        self._tasks.run(lambda: newsroom.sources.use_of(source_id), shown, self.tell)
