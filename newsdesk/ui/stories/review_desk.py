"""The story on the desk under review: opened, left, shown, kept up with what colleagues do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from newsdesk.domain.approval import WhyNot
from newsdesk.domain.story import Script, StoryStatus
from newsdesk.ui.stories.finding_groups import Group, grouped
from newsdesk.ui.stories.review_pieces import Changes, changes_between, clean_pieces
from newsdesk.ui.stories.review_room import ReviewRoom
from newsdesk.ui.stories.review_strip import ALOUD, CHANGES, CLEAN
from newsdesk.ui.stories.review_words import Compared, compared_with, why_not_words
from newsdesk.ui.stories.spoken_script import SpokenScript, spoken_script
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdesk.domain.comments import Comment
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.open_story import OpenStory
    from newsdesk.services.reading import Reading
    from newsdesk.services.review import Review
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.approval_desk import ApprovalDesk
    from newsdesk.ui.stories.comments_desk import CommentsDesk
    from newsdesk.ui.stories.findings_desk import FindingsDesk
    from newsdesk.ui.stories.inspector import Inspector
    from newsdesk.ui.stories.list_panel import ListPanel
    from newsdesk.ui.stories.lock_desk import LockDesk
    from newsdesk.ui.stories.review_pieces import Piece
    from newsdesk.ui.stories.script_pane import ScriptPane
    from newsdesk.ui.stories.source_desk import SourceDesk
    from newsdesk.ui.stories.story_desk import StoryDesk
    from newsdesk.ui.tasks import Tasks

LOOK_MS = 3_000
"""Between two looks at what colleagues have done with the story under review."""


class Beside(NamedTuple):
    """The desks whose work a review shows in its own way."""

    findings: FindingsDesk
    sources: SourceDesk
    comments: CommentsDesk
    approval: ApprovalDesk
    lock: LockDesk


class ReviewDesk(QObject):
    """Opens by itself when a story that waits is opened from the view for that by an editor not its writer.

    While it is on, the story is nobody's to write at this desk: its writer may go on. :attr:`turned` tells
    whether it is on; :attr:`newer` carries the newest :class:`OpenStory` when a colleague made a revision.
    """

    turned = Signal(bool)
    newer = Signal(object)

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        panel: ListPanel,
        pane: ScriptPane,
        inspector: Inspector,
        desk: StoryDesk,
        beside: Beside,
        now: Callable[[], datetime],
        tell: Callable[[NewsdeskError], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._panel = panel
        self._pane = pane
        self._desk = desk
        self._beside = beside
        self._now = now
        self._tell = tell
        self._newsroom: Newsroom | None = None
        self._reading: Reading | None = None
        self._asked = 0
        self._wanted = 0
        self._looking = False
        self._left = 0
        self._shown: Script | None = None
        self._compared: Compared | None = None
        self.review: Review | None = None
        """What is under review; None while no review is on."""
        self.room = ReviewRoom(look, pane, inspector, now)
        self.room.made.connect(self._connect_room)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        beside.approval.found.connect(self._found)
        beside.approval.changes_wanted.connect(self.begin)
        beside.comments.changed.connect(self._show_notes)
        beside.findings.shown.connect(self._show_findings)
        beside.sources.told.connect(self._show_sources)
        desk.laid_down.connect(self._laid_down)
        desk.cleared.connect(self.leave)
        pane.laid_over.connect(self._laid_over)
        pane.measured.connect(self.room.set_length)

    def opened(self, newsroom: Newsroom | None) -> None:
        """Work in this newsroom from now on; None when it closes."""
        self.leave()
        self._newsroom = newsroom

    def read_with(self, reading: Reading) -> None:
        """Show how scripts are said by this from now on."""
        self._reading = reading
        if self.on:
            self._read_aloud()

    @property
    def on(self) -> bool:
        """Whether a review is on."""
        return self.review is not None

    # ------------------------------------------------------------ coming and going

    def _laid_down(self, story: OpenStory | None) -> None:
        if story is None or story.id != self._left:
            self._left = 0
        if self.review is not None and (story is None or story.id != self.review.story.id):
            self.leave()

    def _found(self, review: Review | None) -> None:
        if review is None:
            self.leave()
        elif self.review is not None or self._wanted == review.story.id or self._opens_by_itself(review):
            self._begin(review)

    def _opens_by_itself(self, review: Review) -> bool:
        story = self._desk.story
        return (
            self._beside.approval.fresh
            and self._panel.view == "waiting"
            and review.story.status.waits
            and not review.own
            and review.why_not is not WhyNot.NOT_ALLOWED
            and story is not None
            and story.recovered_at is None  # somebody goes on writing in it
            and not self._desk.autosave.unsaved
            and self._left != story.id
        )

    def toggle(self) -> None:
        """Review the story on the desk, or go back to its script."""
        if self.on:
            self.leave(by_hand=True)
            self._pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.begin()

    @property
    def may_begin(self) -> bool:
        """Whether there is anything to review."""
        story = self._desk.story
        return story is not None and story.revision > 0 and not story.trashed

    def begin(self) -> None:
        """Review the story on the desk; what is typed and not saved becomes a revision first."""
        newsroom, story = self._newsroom, self._desk.story
        if newsroom is None or story is None or not self.may_begin:
            return
        self._wanted = story.id
        if self._desk.autosave.unsaved:
            self._desk.autosave.save()
        asked = self._ask()

        def found(review: Review) -> None:
            if asked == self._asked and self._desk.story is not None and self._desk.story.id == story.id:
                self._begin(review)

        self._tasks.run(lambda: newsroom.reviewing.open(story.id), found, self._tell)

    def _ask(self) -> int:
        self._asked += 1
        return self._asked

    def _begin(self, review: Review) -> None:
        before, self.review = self.review, review
        self._wanted = 0
        if before is None:
            self._beside.lock.rest()
            self.room.open()
            self._pane.lay_over(self.room.view)
            self._beside.approval.show_banner(hidden=True)
            room = self.room.view.text
            self._beside.comments.lend(room.selected_span, self._body, room.point_at)
            self._timer.start()
            self.turned.emit(True)
        self._show_head(review)
        script = self._desk.script()
        compared = compared_with(review, self._now())
        if before is None or script != self._shown or compared != self._compared:
            self._show_script(script, compared)

    def leave(self, *, by_hand: bool = False) -> None:
        """Go back to the script, and remember what was looked at."""
        self._ask()
        self._wanted = 0
        review, self.review = self.review, None
        if review is None:
            return
        self._left = review.story.id if by_hand else 0  # it does not begin by itself again
        self._timer.stop()
        self._remember(review)
        self._shown = self._compared = None
        self._beside.comments.script_again()
        self.room.close()
        self._pane.lay_over(None)
        self._beside.lock.wake()
        self._beside.approval.show_banner()
        self.turned.emit(False)

    def _remember(self, review: Review) -> None:
        """Keep for the next review what was looked at now."""
        newsroom = self._newsroom
        if newsroom is not None and review.story.revision:
            story = review.story
            self._tasks.run(lambda: newsroom.reviewing.looked(story.id, story.revision), _nothing, _unheard)

    def _laid_over(self, view: object) -> None:
        """Come back when what another desk had shown in the script's place is closed."""
        if self.on and view is None:
            self._pane.lay_over(self.room.view)

    # ------------------------------------------------------------ showing

    def _connect_room(self) -> None:
        room, beside = self.room, self._beside
        room.view.form_shown.connect(self._form_shown)
        room.view.left.connect(self._to_list)
        room.bar.left.connect(lambda: room.view.setFocus(Qt.FocusReason.OtherFocusReason))
        room.view.text.note_wanted.connect(beside.comments.begin)
        room.view.text.passage_picked.connect(self._passage_picked)
        room.view.text.cursorPositionChanged.connect(self._cursor_moved)
        room.findings.chosen.connect(self._lead_to_finding)
        room.sources.chosen.connect(self._lead_to_source)

    def _body(self) -> str:
        return self._shown.body if self._shown is not None else ""

    def _show_head(self, review: Review) -> None:
        why_not = why_not_words(review)
        may_return = review.story.status.waits or review.story.status is StoryStatus.APPROVED
        self.room.show_story(
            review.story,
            why_not=why_not,
            no_return=why_not_words(review, for_return=True) if may_return else why_not,
        )

    def _show_script(self, script: Script, compared: Compared | None) -> None:
        """Compare on a lane: megabytes take seconds; what is asked for meanwhile wins."""
        self._shown, self._compared = script, compared
        asked = self._ask()

        def make() -> tuple[Sequence[Piece], Changes | None]:
            changes = changes_between(compared.script, script) if compared is not None else None
            return clean_pieces(script), changes

        def made(answer: tuple[Sequence[Piece], Changes | None]) -> None:
            if asked == self._asked and self.on:
                clean, changes = answer
                form = CHANGES if changes is not None and changes.places else CLEAN
                self.room.view.show_script(clean, changes, script.cuttable, form=form)
                self.room.tell_since(compared, changes)
                self._show_findings()
                self._show_notes()
                self._show_sources()
                self.room.view.setFocus(Qt.FocusReason.OtherFocusReason)

        self._tasks.run(make, made, self._tell, Lane.COPY)

    def _form_shown(self, form: str) -> None:
        if form == ALOUD:
            self._read_aloud()
        else:
            self._show_findings()
            self._show_notes()

    def _read_aloud(self) -> None:
        """Read the whole script as it is said: on a lane, for a megabyte takes a second."""
        reading, script, day = self._reading, self._shown, self._pane.editor.text.day
        if reading is None or script is None or self.room.view.form != ALOUD:
            return

        def show(spoken: SpokenScript) -> None:
            if self.on and self._shown is script:
                self.room.view.show_spoken(spoken)

        self._tasks.run(
            lambda: spoken_script(reading.read(script.body, script.said_here, day), script.blocks),
            show,
            self._tell,
            Lane.COPY,
        )

    def _show_findings(self) -> None:
        if not self.on or not self.room.is_made:
            return
        marks, text = self._beside.findings.marks, self._pane.editor.text
        self.room.show_findings(grouped(marks.places), grouped(marks.let_be), self._beside.findings.reasons)
        self.room.view.text.show_findings(
            [
                (text.code_points(place.start), text.code_points(place.end))
                for place in marks.places
                if place.is_short
            ]
        )

    def _show_notes(self) -> None:
        if self.on and self.room.is_made:
            self.room.view.text.show_noted(self._beside.comments.places().values())

    def _show_sources(self) -> None:
        sources = self._beside.sources
        if not self.on or not self.room.is_made:
            return
        self.room.sources.show_sources(sources.known, self._pane.editor.text.passages.ties)

    # ------------------------------------------------------------ leading to words

    def _lead_to_finding(self, group: Group) -> None:
        place, text = group.places[0], self._pane.editor.text
        self._point((text.code_points(place.start), text.code_points(place.end)))

    def _lead_to_source(self, source_id: int) -> None:
        text = self._pane.editor.text
        ties = self._beside.sources.ties_of(source_id)
        if ties:
            self._point((text.code_points(ties[0].start), text.code_points(ties[0].end)))

    def _point(self, span: tuple[int, int]) -> None:
        view = self.room.view
        if view.form == ALOUD:
            view.show_form(CHANGES)
        view.text.point_at(span)

    def _passage_picked(self, at: int) -> None:
        comment: Comment | None = self._beside.comments.choose_at(at)
        places = self._beside.comments.places()
        self.room.view.text.tint(places.get(comment.id) if comment is not None else None)

    def _cursor_moved(self) -> None:
        """Let the keys of listening be about the paragraph that is looked at."""
        editor, text = self._pane.editor, self.room.view.text
        if not self.on or self._shown is None or editor.text.body != self._shown.body:
            return
        place = text.place_of_cursor()
        if place is not None:
            cursor = editor.textCursor()
            cursor.setPosition(editor.text.qt(place))
            editor.setTextCursor(cursor)

    def _to_list(self) -> None:
        self._panel.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ------------------------------------------------------------ what colleagues do

    def look(self) -> None:
        """Look whether a colleague did something with the story under review; one question at a time."""
        newsroom, review = self._newsroom, self.review
        if newsroom is None or review is None or self._looking or not self.room.view.isVisible():
            return
        self._looking = True
        story_id = review.story.id

        def saw(story: OpenStory) -> None:
            self._looking = False
            known = self.review
            if known is None or known.story.id != story_id or story.version == known.story.version:
                return
            if story.revision != known.story.revision:
                self.newer.emit(story)
            else:
                self._desk.stands(story)

        def failed(_error: NewsdeskError) -> None:  # looked for again in three seconds
            self._looking = False

        self._tasks.run(lambda: newsroom.drafting.look(story_id), saw, failed)
        self._beside.comments.look()

    def show_newest(self) -> None:
        """Lay the newest revision on the desk; what changed since the one that was shown is marked."""
        newsroom, review = self._newsroom, self.review
        if newsroom is None or review is None:
            return
        story_id, seen = review.story.id, review.story.revision

        def work() -> OpenStory:
            newsroom.reviewing.looked(story_id, seen)
            return self._desk.autosave.moved(newsroom.drafting.open(story_id))

        def show(story: OpenStory) -> None:
            if self.review is not None and self.review.story.id == story_id:
                self._desk.show(story)

        self._tasks.run(work, show, self._tell)


def _nothing(_answer: object) -> None:
    """Nothing follows."""


def _unheard(_error: NewsdeskError) -> None:
    """What was not remembered is shown once more: nothing is lost by it."""
