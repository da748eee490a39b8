"""Who writes in the story on the desk: I do, or somebody else and I read along. A courtesy, never a bar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from newsdesk.i18n import _
from newsdesk.ui.commands import Command
from newsdesk.ui.stories.history_section import when
from newsdesk.ui.stories.lock_banner import LockBanner
from newsdesk.ui.stories.lock_reading import ReadingAlong
from newsdesk.ui.stories.lock_words import (
    Taken,
    find_out,
    holder_words,
    left_words,
    lost_words,
    taken_over_words,
)
from newsdesk.ui.unforeseen import clearing
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.drafting import OpenStory
    from newsdesk.services.locking import HeldBy, LiveText
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.conflict_desk import ConflictDesk
    from newsdesk.ui.stories.inspector import Inspector
    from newsdesk.ui.stories.script_pane import ScriptPane
    from newsdesk.ui.stories.story_desk import StoryDesk
    from newsdesk.ui.tasks import Tasks

BEAT_MS = 12_000
"""Between two signs of life of a desk that writes."""
LOOK_MS = 1_000
"""Between two looks at what somebody else is typing: with their autosave at most two seconds behind."""


_HEAD_EVERY = 5
"""Looks between two at where the story stands, and at its revisions."""


class LockDesk(QObject):
    """Takes every story that is laid on the desk; the newsroom is asked on the database's lane only.

    While the answer is on its way one types as ever. What was typed by the time somebody else turns out to
    hold the story is kept, and shown beside theirs.
    """

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        pane: ScriptPane,
        inspector: Inspector,
        desk: StoryDesk,
        conflict: ConflictDesk,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._pane = pane
        self._desk = desk
        self._conflict = conflict
        self._now = now
        self._newsroom: Newsroom | None = None
        self._story_id = 0
        self._holder = ""
        self._mine_elsewhere = False
        self._asked = 0
        self._taking = self._looking = False
        self._looks = 0
        self.reading = ReadingAlong(pane, inspector, desk, self)
        self.banner = LockBanner(look, pane)
        self.banner.take_over.connect(self.take_over)
        pane.put_over_words(self.banner)
        self._pulse = self._timer(BEAT_MS, self.beat)
        self._look = self._timer(LOOK_MS, self.look)
        desk.laid_down.connect(self._laid_down)
        desk.began.connect(self._began)
        desk.cleared.connect(self._leave)
        conflict.settled.connect(self._settled)

    def _timer(self, ms: int, run: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(ms)
        timer.timeout.connect(run)
        return timer

    def opened(self, newsroom: Newsroom | None) -> None:
        """Work in this newsroom from now on; None when it closes: the story is left to others."""
        self._leave()
        self._newsroom = newsroom

    def commands(self) -> list[Command]:
        """Return what can be done here now."""
        return [
            Command(
                "lock.take_over",
                _("Ambil alih naskah yang ditulis orang lain"),
                "hand",
                self.take_over,
                "lock.take_over",
                when=lambda: self.reading.on,
            )
        ]

    # ------------------------------------------------------------ taking and leaving

    def rest(self) -> None:
        """Leave the story to whoever writes in it: at this desk it is only looked at."""
        self._leave()

    def wake(self) -> None:
        """Take the story on the desk again: it may be written in here."""
        if self._desk.story is not None and not self._story_id:
            self._laid_down(self._desk.story)

    def _laid_down(self, story: OpenStory | None) -> None:
        story_id = story.id if story is not None else 0
        if story_id != self._story_id:
            self._leave()
            self._story_id = story_id
        elif self.reading.on:  # laid down anew, and it may be mine by now
            self._stop_reading()
        if story_id:
            self.beat()

    def _began(self, _story: OpenStory) -> None:
        story = self._desk.story
        if story is not None and story.id != self._story_id:
            self._laid_down(story)

    def _leave(self) -> None:
        newsroom, story_id = self._newsroom, self._story_id
        was_mine = not self.reading.on
        self._asked += 1
        self._taking = self._looking = False
        self._story_id = 0
        self._pulse.stop()
        self._stop_reading()
        if newsroom is not None and story_id and was_mine:
            self._tasks.run(lambda: newsroom.locks.release(story_id), _nothing, _unheard)

    def beat(self) -> None:
        """Take the story, or give a sign of life in it; one question at a time."""
        newsroom, story_id, asked = self._newsroom, self._story_id, self._asked
        if newsroom is None or not story_id or self._taking:
            return
        self._taking, was_mine = True, self._pulse.isActive()

        def answered(held: HeldBy | None) -> None:
            if asked != self._asked:
                return
            self._taking = False
            if held is None:
                self._pulse.start()
            elif was_mine:
                self._lost(held)
            else:
                self._read(held)

        def failed(_error: NewsdeskError) -> None:  # the next sign of life asks again
            self._taking = False
            self._pulse.start()

        self._tasks.run(clearing(lambda: newsroom.locks.take(story_id), self._free), answered, failed)

    def _free(self) -> None:
        """Nothing is asked any more: the next sign of life and the next look ask again."""
        self._taking = self._looking = False

    # ------------------------------------------------------------ reading along

    def _read(self, held: HeldBy, *, kept: bool = False) -> None:
        """Somebody else has the story: read along, after what was typed here is safe (or is ``kept``)."""
        self._pulse.stop()
        self._pane.news.settle("recovered", "conflict")
        if self._desk.autosave.unsaved and not kept:
            self._desk.autosave.keep_at_once()
            words = _("Yang Anda ketik tersimpan, dan ditawarkan lagi saat naskah ini bebas.")
            self._pane.news.tell(words, icon="check")
        self._conflict.close()
        self.reading.begin()
        self._tell_holder(held.person, held.since, mine=held.mine)
        self._look.start()
        self.look()

    def _stop_reading(self) -> None:
        self._look.stop()
        self.banner.hide()
        self.reading.end()

    def _tell_holder(self, person: str, since: datetime, *, mine: bool) -> None:
        at = when(since, self._now())
        self._holder, self._mine_elsewhere = "" if mine else person, mine
        self.banner.tell(holder_words(self._holder, at))

    def look(self) -> None:
        """Look at what the other is typing now; when nobody has the story any more it is mine."""
        newsroom, story_id, asked = self._newsroom, self._story_id, self._asked
        if newsroom is None or not story_id or not self.reading.on or self._looking:
            return
        self._looking = True

        def saw(live: LiveText | None) -> None:
            self._looking = False
            if asked != self._asked or not self.reading.on:
                return
            if live is None:
                self._take_when_left()
                return
            self._tell_holder(live.person, live.since, mine=self._mine_elsewhere)
            self.reading.show(live.script)
            self._looks += 1
            if self._looks % _HEAD_EVERY == 0:  # they may have saved a revision
                self._look_at_head()

        def failed(_error: NewsdeskError) -> None:  # looked for again in a second
            self._looking = False

        self._tasks.run(clearing(lambda: newsroom.locks.live(story_id), self._free), saw, failed)

    def _look_at_head(self) -> None:
        newsroom, story_id, asked = self._newsroom, self._story_id, self._asked
        if newsroom is None:
            return

        def show(story: OpenStory) -> None:
            shown = self._desk.story
            if (
                asked == self._asked
                and self.reading.on
                and shown is not None
                and shown.version != story.version
            ):
                self._desk.stands(story)

        self._tasks.run(lambda: newsroom.drafting.look(story_id), show, _unheard)

    def _take_when_left(self) -> None:
        """The other has left, or fell silent: what they typed and did not save is kept, and it is mine."""
        newsroom, story_id = self._newsroom, self._story_id
        if newsroom is None:
            return

        def work() -> OpenStory | None:
            # Another reader may have been quicker.
            return None if newsroom.locks.live(story_id) is not None else newsroom.locks.take_over(story_id)

        self._ask_for_it(work, left_words(self._holder))

    def take_over(self) -> None:
        """Take the story from who has it; what they typed and did not save becomes a revision of theirs."""
        newsroom, story_id = self._newsroom, self._story_id
        if newsroom is None or not self.reading.on:
            return
        words = taken_over_words(self._holder)
        self._ask_for_it(lambda: newsroom.locks.take_over(story_id), words, focus=True)

    def _ask_for_it(self, work: Callable[[], OpenStory | None], words: str, *, focus: bool = False) -> None:
        asked = self._asked

        def mine(story: OpenStory | None) -> None:
            if story is None or asked != self._asked or not self.reading.on:
                return
            self._stop_reading()
            bar = self._pane.editor.verticalScrollBar()
            place = bar.value()
            self._desk.show(story, keep_place=True)
            bar.setValue(place)
            self._desk.revised.emit(story)
            if focus:
                self._pane.setFocus()
            if story.recovered_at is None:
                self._pane.news.tell(words, icon="lock-open")

        def failed(error: NewsdeskError) -> None:
            self._pane.news.tell(sentence(error), icon="circle-alert", token="temuan", stays=True)

        self._tasks.run(work, mine, failed)

    # ------------------------------------------------------------ losing it

    def _lost(self, held: HeldBy) -> None:
        """Somebody took over what I was writing: find what became of my words, and keep those since."""
        newsroom, story_id, asked = self._newsroom, self._story_id, self._asked
        story = self._desk.story
        if newsroom is None or story is None:
            return
        self._pulse.stop()
        known, unsaved = story.revision, self._desk.autosave.unsaved
        at, words, edits = newsroom.drafting.moment(), self._desk.script(), self._desk.edits
        if unsaved:
            self._desk.autosave.keep_at_once()

        def find() -> Taken:
            return find_out(newsroom, story_id, known, words, at)

        def found(taken: Taken) -> None:
            if asked == self._asked:
                self._lost_it(held, taken, safe=edits == self._desk.edits and (taken.whole or not unsaved))

        def failed(_error: NewsdeskError) -> None:
            if asked == self._asked:
                self._pulse.start()  # asked again when the database answers

        self._tasks.run(find, found, failed)

    def _lost_it(self, held: HeldBy, taken: Taken, *, safe: bool) -> None:
        if safe or not taken.newer:
            self._read(held, kept=safe)
            self._look_at_head()
        else:  # typed since: beside what the newsroom has
            self._conflict.begin()
        told = lost_words(held, taken.number, when(held.since, self._now()))
        self._pane.news.tell(told, icon="hand", token="tunggu", lasts=True)

    def _settled(self) -> None:
        """Both texts were chosen between: who holds the story is asked again."""
        if self._story_id and not self._pulse.isActive() and not self.reading.on:
            self.beat()


def _nothing(_answer: None) -> None:
    """Nothing follows."""


def _unheard(_error: NewsdeskError) -> None:
    """A lock that could not be left lapses by itself; a head that could not be read is looked at again."""
