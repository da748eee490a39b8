"""What was found in pasted copy: taken over or let go by one key each, remembered, and taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from textwrap import shorten
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from newsdesk.i18n import _
from newsdesk.ui.commands import Command
from newsdesk.ui.stories.offers_together import Together
from newsdesk.ui.stories.source_desk import Asked
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from newsdesk.domain.attribution import Source
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.drafting import OpenStory
    from newsdesk.services.importing import Offer, Pasted
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.sources import Meant
    from newsdesk.ui.stories.inspector import Inspector
    from newsdesk.ui.stories.script_pane import ScriptPane
    from newsdesk.ui.stories.source_desk import SourceDesk
    from newsdesk.ui.tasks import Tasks

_LONGEST_AGAIN = 200_000
"""Characters of an original that is gone through again when its story is opened: a third of a second."""


class _Found(NamedTuple):
    """What is still to be decided of one story's copy; offsets are those of ``copy``."""

    copy: str
    offers: list[Offer]


class _Known(NamedTuple):
    """Whom an accepted source is: one of the register, or somebody who is to be asked about."""

    source: Source | None
    perhaps: tuple[Source, ...] = ()


class OffersDesk(QObject):
    """The open offers of the story on the desk.

    Offers are not stored, what was decided about them is: they are found again in the original. Their words
    are looked for in the text as it is now: they may have moved since the paste.
    """

    def __init__(
        self,
        tasks: Tasks,
        pane: ScriptPane,
        inspector: Inspector,
        sources: SourceDesk,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._pane = pane
        self._inspector = inspector
        self._sources = sources
        self._text = pane.editor.text
        self._newsroom: Newsroom | None = None
        self._found: dict[int, _Found] = {}
        self._story_id = 0
        inspector.offers.accepted.connect(self.accept)
        inspector.offers.all_accepted.connect(self.accept_all)
        inspector.offers.rejected.connect(self.reject)
        inspector.offers.undone.connect(pane.news.take_back)

    def opened(self, newsroom: Newsroom | None) -> None:
        """Work in this newsroom from now on."""
        self._newsroom = newsroom
        self._found.clear()

    def follow(self, story: OpenStory | None) -> None:
        """Show the open offers of the story that was laid on the desk; None: an empty sheet."""
        self._story_id = story.id if story is not None else 0
        self._inspector.show_offers(self.open())
        if story is not None and story.id not in self._found and 0 < len(story.original) <= _LONGEST_AGAIN:
            self._find_again(story)

    def offer(self, story_id: int, offers: Sequence[Offer], body: str) -> None:
        """Offer what was found in the copy that ``body`` came from."""
        self._found[story_id] = _Found(body, list(offers))
        if story_id == self._story_id:
            self._inspector.show_offers(offers)

    def open(self) -> list[Offer]:
        """Return what is still to be decided about the story on the desk."""
        found = self._found.get(self._story_id)
        return found.offers if found is not None else []

    def commands(self) -> list[Command]:
        """Return what can be done here now."""
        return [
            Command(
                "offers.all",
                _("Terima semua yang ditemukan di teks asli"),
                "list-checks",
                self.accept_all,
                "offers.all",
                when=lambda: bool(self.open()),
            )
        ]

    # ------------------------------------------------------------ deciding

    def accept_all(self) -> None:
        """Take over all offers that need no question; what must be asked about stays open."""
        if self._sources.busy():
            return
        wanted = self.open().copy()
        together = Together(self._pane.news, len(wanted))
        for offer in wanted:
            if offer.dateline is not None or offer.byline is not None or offer.source is not None:
                self._accept(offer, together)
            else:
                together.stayed()

    def accept(self, offer: Offer) -> None:
        """Take an offer over, or ask about what is not clear."""
        if not self._sources.busy():
            self._accept(offer)

    def _accept(self, offer: Offer, together: Together | None = None) -> None:
        """Take an offer over, alone or ``together`` with others: then what is not clear stays open."""
        self._drop(offer)  # first: what is not clear is given back
        if offer.dateline is not None or offer.byline is not None:
            self._take_into_data(offer, together)
        elif offer.source is not None:
            self._accept_source(offer, offer.source, together)
        else:
            self._ask_speaker(offer)

    def reject(self, offer: Offer) -> None:
        """Let an offer go, for good."""
        story_id = self._story_id
        self._drop(offer)
        self._decide(story_id, offer, accepted=False)
        self._tell(_("Tidak dipakai: {words}"), offer, lambda: self._open_again(offer, story_id))

    def _take_into_data(self, offer: Offer, together: Together | None) -> None:
        data, story_id, laid = self._inspector.data, self._story_id, self._sources.laid
        before = (data.place.text(), data.outlet.text(), data.bylines.text())
        if offer.dateline is not None:
            data.set_dateline(offer.dateline)
        elif offer.byline is not None:
            data.add_byline(offer.byline)
        cut = self._cut(offer)
        self._decide(story_id, offer, accepted=True)

        def take_back() -> None:
            if laid != self._sources.laid:
                return
            data.put_back(*before)
            if cut:
                self._text.document.undo()
            self._open_again(offer, story_id)

        self._accepted(offer, take_back, together)

    def _accept_source(self, offer: Offer, source: Source, together: Together | None) -> None:
        newsroom = self._newsroom
        if newsroom is None:
            return
        copy, story_id, laid = self._copy, self._story_id, self._sources.laid

        def known() -> _Known:
            meant: Meant = newsroom.sources.meant_by(source)
            if meant.same is not None or meant.perhaps:
                return _Known(meant.same, meant.perhaps)
            return _Known(newsroom.sources.add(source))

        def tie(chosen: Source) -> None:
            self._tie(offer, chosen, copy, story_id, together)

        def answered(answer: _Known) -> None:
            if laid != self._sources.laid or self._sources.busy():
                self._give_back(offer, story_id)  # another script lies here: offered again with its own
            elif answer.source is not None:
                tie(answer.source)
            elif together is not None:
                self._give_back(offer, story_id)
                together.stayed()
            else:
                # A namesake in another office, or a part of a longer name: nobody is taken for another.
                question = Asked(tie, lambda: self._give_back(offer, story_id))
                self._sources.ask(question, offer.text, source.name)

        def failed(error: NewsdeskError) -> None:
            self._give_back(offer, story_id)
            if together is not None and laid == self._sources.laid:
                together.stayed(error)
            else:
                self._sources.tell(error)

        self._tasks.run(known, answered, failed)

    def _tie(
        self, offer: Offer, source: Source, copy: str, story_id: int, together: Together | None = None
    ) -> None:
        places = [
            (*place, passage.quote)
            for passage in offer.passages
            if (place := self._find(copy[passage.start : passage.end], passage.start)) is not None
        ]
        before = self._text.passages.ties
        self._sources.tie_places(source, places)
        self._decide(story_id, offer, accepted=True)
        laid = self._sources.laid

        def take_back() -> None:
            if laid == self._sources.laid:
                known = {tie.key for tie in before}
                self._text.untie([tie for tie in self._text.passages.ties if tie.key not in known])
                self._open_again(offer, story_id)

        self._accepted(offer, take_back, together)

    def _accepted(self, offer: Offer, take_back: Callable[[], None], together: Together | None) -> None:
        if together is not None:
            together.accepted(take_back)
        else:
            self._tell(_("Diterima: {words}"), offer, take_back)

    def _ask_speaker(self, offer: Offer) -> None:
        """Ask who said a quote that names nobody, with its words in sight."""
        place = self._find(offer.text, offer.start)
        if place is None:
            return
        copy, story_id = self._copy, self._story_id
        cursor = self._pane.editor.textCursor()
        cursor.setPosition(place[0])
        cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
        self._pane.editor.setTextCursor(cursor)

        def tie(chosen: Source) -> None:
            self._tie(offer, chosen, copy, story_id)

        self._sources.ask(Asked(tie, lambda: self._give_back(offer, story_id)), offer.text, "")

    def _decide(self, story_id: int, offer: Offer, *, accepted: bool) -> None:
        newsroom = self._newsroom
        if newsroom is not None and story_id:
            self._tasks.run(
                lambda: newsroom.offers.decide(story_id, offer, accepted=accepted),
                lambda _nothing: None,
                self._sources.tell,
            )

    def _open_again(self, offer: Offer, story_id: int) -> None:
        newsroom = self._newsroom
        self._give_back(offer, story_id)
        if newsroom is not None:
            self._tasks.run(
                lambda: newsroom.offers.take_back(story_id, offer),
                lambda _nothing: None,
                self._sources.tell,
            )

    def _tell(self, words: str, offer: Offer, run: Callable[[], None]) -> None:
        said = words.format(words=shorten(offer.text, 60, placeholder="…"))
        self._pane.news.tell(said, icon="undo-2", act=_("Urungkan"), run=run, stays=True)

    # ------------------------------------------------------------ what is open

    def _find_again(self, story: OpenStory) -> None:
        """Offer again what the original says and nothing was decided about."""
        newsroom = self._newsroom
        if newsroom is None:
            return

        def found(pasted: Pasted) -> None:
            self._tasks.run(
                lambda: newsroom.offers.still_open(story.id, pasted, story.script),
                lambda still: offer(pasted, still),
                self._sources.tell,
            )

        def offer(pasted: Pasted, still: list[Offer]) -> None:
            if story.id not in self._found:  # else pasted or decided meanwhile
                self.offer(story.id, still, pasted.script.body)

        self._tasks.run(
            lambda: newsroom.importing.paste(story.original), found, self._sources.tell, Lane.COPY
        )

    @property
    def _copy(self) -> str:
        found = self._found.get(self._story_id)
        return found.copy if found is not None else ""

    def _cut(self, offer: Offer) -> bool:
        """Take a dateline or byline out of the words: it stands in its field now and is not read."""
        place = self._find(self._copy[offer.start : offer.end], offer.start)
        if place is None:
            return False
        cursor = QTextCursor(self._text.document)
        cursor.beginEditBlock()
        cursor.setPosition(place[0])
        cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
        whole_paragraph = cursor.selectedText() == cursor.block().text()
        cursor.removeSelectedText()
        if whole_paragraph:
            cursor.deleteChar()
        cursor.endEditBlock()
        return True

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
        left = self.open()
        if offer in left:
            left.remove(offer)
        self._inspector.show_offers(left)
        if not left:
            self._sources.back_to_script()

    def _give_back(self, offer: Offer, story_id: int) -> None:
        found = self._found.get(story_id)
        if found is None or offer in found.offers:
            return
        found.offers.append(offer)
        found.offers.sort(key=lambda one: one.start)
        if story_id == self._story_id:
            self._inspector.show_offers(found.offers)
