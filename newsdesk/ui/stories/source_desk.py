"""Tying words to sources, and taking over what was found in pasted copy."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextCursor

from newsdesk.errors import NewsdeskError
from newsdesk.i18n import _
from newsdesk.ui.tasks import Lane
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.domain.attribution import Source
    from newsdesk.services.drafting import OpenStory
    from newsdesk.services.importing import Offer, Pasted
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.stories.inspector import Inspector
    from newsdesk.ui.stories.script_pane import ScriptPane
    from newsdesk.ui.tasks import Tasks

_LONGEST_AGAIN = 200_000
"""Characters of an original that is gone through again when its story is opened: a third of a second."""
_OPENING, _CLOSING = "\"“‘'", "\"”’'"


class _Found(NamedTuple):
    """What is still to be decided of one story's copy; offsets are those of ``copy``."""

    copy: str
    offers: list[Offer]


class SourceDesk(QObject):
    """The sources of the story on the desk.

    Offers are found again in the text as it is now: their words may have moved since the paste.
    """

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
        self._asked = 0
        self._found: dict[int, _Found] = {}
        self._story_id = 0
        self._laid = 0
        self._text.ties_changed.connect(self._show)
        sources = inspector.sources
        pane.editor.tie_wanted.connect(self.tie_selection)
        sources.tie_wanted.connect(self.tie_selection)
        sources.searched.connect(self._search)
        sources.picked.connect(self._picked)
        sources.made.connect(self._store)
        sources.untied.connect(self._untie)
        sources.shown.connect(self._show_passages)
        sources.left.connect(self._back_to_script)
        inspector.offers.accepted.connect(self.accept)
        inspector.offers.rejected.connect(self.reject)

    def opened(self, newsroom: Newsroom | None) -> None:
        """Work with this newsroom's register from now on."""
        self._newsroom = newsroom
        self._sources.clear()
        self._found.clear()

    def follow(self, story: OpenStory | None) -> None:
        """Show the sources and open offers of the story that was laid on the desk; None: an empty sheet."""
        self._story_id = story.id if story is not None else 0
        # Not the story's id: a sheet that becomes a story has none yet, and two of them are not one.
        self._laid += 1
        self._passage = None
        self._inspector.show_offers(self._offers())
        self._inspector.sources.close_quietly()
        self._load()
        if story is not None and story.id not in self._found and _undecided(story):
            self._find_again(story)

    # ------------------------------------------------------------ tying

    def tie_selection(self) -> None:
        """Ask whom the selected words are to be tied to."""
        cursor = self._pane.editor.textCursor()
        if not cursor.hasSelection():
            self._pane.news.tell(_("Pilih dulu kata-katanya di naskah, lalu kaitkan."), icon="link")
            return
        if self._busy():
            return
        self._passage = self._text.passages.follow(cursor.selectionStart(), cursor.selectionEnd())
        self._inspector.open_section("sources")
        self._inspector.sources.choose(cursor.selectedText())

    def speaker_of(self, start: int, end: int) -> Source | None:
        """Return whom words between two document positions are tied to; None for nobody."""
        ties = (tie for tie in self._text.passages.ties if tie.start <= end and start <= tie.end)
        return next((self._sources[tie.source_id] for tie in ties if tie.source_id in self._sources), None)

    def use(self, source: Source) -> None:
        """Tie the selected words to a source found elsewhere (the palette)."""
        cursor = self._pane.editor.textCursor()
        if cursor.hasSelection():
            if not self._busy():
                self._passage = self._text.passages.follow(cursor.selectionStart(), cursor.selectionEnd())
                self._picked(source)
        else:
            self._pane.news.tell(
                _("Pilih dulu kata-kata {name} di naskah, lalu kaitkan.").format(name=source.name),
                icon="link",
            )

    def _search(self, needle: str) -> None:
        newsroom = self._newsroom
        if newsroom is None:
            return
        self._asked += 1
        asked = self._asked

        def found(sources: list[Source]) -> None:
            if asked == self._asked:  # an earlier answer is late
                self._inspector.sources.picker.show_sources(sources)

        self._tasks.run(lambda: newsroom.sources.list(needle), found, self._tell)

    def _picked(self, source: Source) -> None:
        passage, self._passage = self._passage, None
        self._tie(source, passage)
        self._back_to_script()

    def _tie(self, source: Source, passage: int | None) -> None:
        self._sources[source.id] = source
        place = self._text.passages.where(passage) if passage is not None else None
        if place is not None:
            self._text.tie(source.id, *place, quote=self._is_quote(*place))
        self._show()

    def _store(self, source: Source) -> None:
        newsroom = self._newsroom
        if newsroom is None:
            return
        store = newsroom.sources.update if source.id else newsroom.sources.add
        passage, self._passage = self._passage, None
        laid = self._laid

        def stored(known: Source) -> None:
            # Another script may lie here by now: its words are not this source's.
            self._tie(known, passage if laid == self._laid else None)

        def failed(error: NewsdeskError) -> None:
            if laid == self._laid:  # what was typed comes back
                self._inspector.sources.show_form(source)
                self._passage = passage
            self._tell(error)

        self._back_to_script()
        self._tasks.run(lambda: store(source), stored, failed)

    def _busy(self) -> bool:
        """Tell why nothing can be tied while a very long text is still going into the script."""
        if self._text.busy:
            self._pane.news.tell(_("Naskah panjang ini masih dimuat. Coba lagi sebentar lagi."), icon="clock")
        return self._text.busy

    def _untie(self, source_id: int) -> None:
        gone = [tie for tie in self._text.passages.ties if tie.source_id == source_id]
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
        ties = [tie for tie in self._text.passages.ties if tie.source_id == source_id]
        if not ties or self._busy():
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

    # ------------------------------------------------------------ what was found

    def offer(self, story_id: int, offers: Sequence[Offer], body: str) -> None:
        """Offer what was found in the copy that ``body`` came from; kept until the newsroom is closed."""
        self._found[story_id] = _Found(body, list(offers))
        if story_id == self._story_id:
            self._inspector.show_offers(offers)

    def _find_again(self, story: OpenStory) -> None:
        """Offer again what the original says: offers are not stored, and nothing was decided about them."""
        newsroom = self._newsroom
        if newsroom is None:
            return

        def found(pasted: Pasted) -> None:
            if story.id in self._found:  # pasted or decided meanwhile
                return
            copy = pasted.script.body
            still = [one for one in pasted.offers if copy[one.start : one.end] in story.script.body]
            self.offer(story.id, still, copy)

        self._tasks.run(lambda: newsroom.importing.paste(story.original), found, self._tell, Lane.COPY)

    def _offers(self) -> list[Offer]:
        found = self._found.get(self._story_id)
        return found.offers if found is not None else []

    @property
    def _copy(self) -> str:
        found = self._found.get(self._story_id)
        return found.copy if found is not None else ""

    def accept(self, offer: Offer) -> None:
        """Take an offer over."""
        if self._busy():
            return
        data = self._inspector.data
        if offer.dateline is not None:
            data.set_dateline(offer.dateline)
            self._cut(offer)
        elif offer.byline is not None:
            data.add_byline(offer.byline)
            self._cut(offer)
        elif offer.source is not None:
            self._accept_source(offer, offer.source)
        else:
            self._ask_speaker(offer)
        self._drop(offer)

    def reject(self, offer: Offer) -> None:
        """Let an offer go."""
        story_id = self._story_id
        self._drop(offer)
        self._pane.news.tell(
            _("Tidak dipakai: {words}").format(words=shorten(offer.text, 60, placeholder="…")),
            icon="undo-2",
            act=_("Urungkan"),
            run=lambda: self._give_back(offer, story_id),
            stays=True,
        )

    def _accept_source(self, offer: Offer, source: Source) -> None:
        newsroom = self._newsroom
        if newsroom is None:
            return

        copy, story_id, laid = self._copy, self._story_id, self._laid

        def known() -> Source:
            for one in newsroom.sources.list(source.name):
                if (one.person, one.organisation) == (source.person, source.organisation):
                    return one
            return newsroom.sources.add(source)

        def tie(stored: Source) -> None:
            self._sources[stored.id] = stored
            if laid != self._laid or self._busy():  # another script lies here: offered again with its own
                self._give_back(offer, story_id)
                return
            for passage in offer.passages:
                place = self._find(copy[passage.start : passage.end], passage.start)
                if place is not None:
                    self._text.tie(stored.id, *place, quote=passage.quote)
            self._show()

        def failed(error: NewsdeskError) -> None:
            self._give_back(offer, story_id)
            self._tell(error)

        self._tasks.run(known, tie, failed)

    def _ask_speaker(self, offer: Offer) -> None:
        place = self._find(offer.text, offer.start)
        if place is not None:
            cursor = self._pane.editor.textCursor()
            cursor.setPosition(place[0])
            cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
            self._pane.editor.setTextCursor(cursor)
            self.tie_selection()

    def _cut(self, offer: Offer) -> None:
        """Take a dateline or byline out of the words: it stands in its field now and is not read."""
        place = self._find(self._copy[offer.start : offer.end], offer.start)
        if place is None:
            return
        cursor = QTextCursor(self._text.document)
        cursor.setPosition(place[0])
        cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
        whole_paragraph = cursor.selectedText() == cursor.block().text()
        cursor.removeSelectedText()
        if whole_paragraph:
            cursor.deleteChar()

    def _find(self, words: str, near: int) -> tuple[int, int] | None:
        """Return where ``words`` stand now, nearest to where they stood, as document positions."""
        body = self._text.body
        if not words:
            return None
        before = body.rfind(words, 0, near + len(words))
        after = body.find(words, near)
        places = [at for at in (before, after) if at >= 0]
        if not places:
            return None
        at = min(places, key=lambda place: abs(place - near))
        return self._text.qt(at), self._text.qt(at + len(words))

    def _drop(self, offer: Offer) -> None:
        left = self._offers()
        if offer in left:
            left.remove(offer)
        self._inspector.show_offers(left)
        if not left:
            self._back_to_script()

    def _give_back(self, offer: Offer, story_id: int) -> None:
        found = self._found.get(story_id)
        if found is None or offer in found.offers:
            return
        found.offers.append(offer)
        found.offers.sort(key=lambda one: one.start)
        if story_id == self._story_id:
            self._inspector.show_offers(found.offers)

    # ------------------------------------------------------------ showing

    def _load(self) -> None:
        newsroom = self._newsroom
        missing = {tie.source_id for tie in self._text.passages.ties} - self._sources.keys()
        if newsroom is None or not missing:
            self._show()
            return

        def found(sources: list[Source]) -> None:
            self._sources.update({source.id: source for source in sources})
            self._show()

        self._tasks.run(lambda: newsroom.sources.get_many(tuple(missing)), found, self._tell)

    def _show(self) -> None:
        self._inspector.show_sources(self._sources, self._text.passages.ties)

    def _back_to_script(self) -> None:
        self._passage = None
        self._pane.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, error: NewsdeskError) -> None:
        self._pane.news.tell(sentence(error), icon="circle-alert", token="temuan", stays=True)


def _undecided(story: OpenStory) -> bool:
    """Whether the story was made from copy of which nothing was taken over yet."""
    script = story.script
    taken = script.dateline is not None or script.bylines or script.attributions
    return 0 < len(story.original) <= _LONGEST_AGAIN and not taken
