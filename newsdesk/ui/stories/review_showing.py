"""A script under review, shown: its text, findings, notes and sources, and what leads to words of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt

from newsdesk.ui.stories.finding_groups import Group, grouped
from newsdesk.ui.stories.review_pieces import Changes, changes_between, clean_pieces
from newsdesk.ui.stories.review_reading import Making, ReviewReading
from newsdesk.ui.stories.review_strip import ALOUD, CHANGES, CLEAN
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from newsdesk.domain.air_text import SaidChange
    from newsdesk.domain.story import Script
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.reading import Reading
    from newsdesk.ui.stories.approval_desk import ApprovalDesk
    from newsdesk.ui.stories.comments_desk import CommentsDesk
    from newsdesk.ui.stories.findings_desk import FindingsDesk
    from newsdesk.ui.stories.lock_desk import LockDesk
    from newsdesk.ui.stories.review_pieces import Piece
    from newsdesk.ui.stories.review_room import ReviewRoom
    from newsdesk.ui.stories.review_words import Compared
    from newsdesk.ui.stories.script_pane import ScriptPane
    from newsdesk.ui.stories.source_desk import SourceDesk
    from newsdesk.ui.tasks import Tasks

Span = tuple[int, int]


class Beside(NamedTuple):
    """The desks whose work a review shows in its own way."""

    findings: FindingsDesk
    sources: SourceDesk
    comments: CommentsDesk
    approval: ApprovalDesk
    lock: LockDesk


class ReviewShowing(QObject):
    """Fills the room of a review, and keeps it filled while one is on (:attr:`script` is not None)."""

    def __init__(
        self,
        tasks: Tasks,
        pane: ScriptPane,
        room: ReviewRoom,
        beside: Beside,
        tell: Callable[[NewsdeskError], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._pane = pane
        self._room = room
        self._beside = beside
        self._tell = tell
        self._reading: Reading | None = None
        self._asked = 0
        self._unsure: tuple[Span, ...] = ()
        self._unsure_at = -1
        self.script: Script | None = None
        """The script under review."""
        self.said = ReviewReading(tasks, room, tell, self)
        self.said.changed.connect(self._show_said_changes)
        room.made.connect(self._connect_room)
        beside.comments.changed.connect(self._show_notes)
        beside.findings.shown.connect(self._show_findings)
        beside.sources.told.connect(self._show_sources)

    def read_with(self, reading: Reading) -> None:
        """Show how scripts are said by this from now on."""
        self._reading = reading
        self.said.again()
        self._find_unsure()

    def _connect_room(self) -> None:
        room, beside = self._room, self._beside
        room.view.form_shown.connect(self._form_shown)
        room.bar.left.connect(lambda: room.view.setFocus(Qt.FocusReason.OtherFocusReason))
        room.view.text.note_wanted.connect(beside.comments.begin)
        room.view.text.passage_picked.connect(self._passage_picked)
        room.view.text.cursorPositionChanged.connect(self._cursor_moved)
        room.view.text.selectionChanged.connect(self._cursor_moved)
        self._pane.editor.said_ground.told = self._show_said
        room.findings.chosen.connect(self._lead_to_finding)
        room.findings.unsure_chosen.connect(self._lead_to_unsure)
        room.sources.chosen.connect(self._lead_to_source)

    # ------------------------------------------------------------ showing

    def show(self, script: Script, compared: Compared | None, making: Making) -> None:
        """Compare on a lane: megabytes take seconds; what is asked for meanwhile wins.

        ``making`` makes how it is said.
        """
        if self.script is None:
            text = self._room.view.text
            self._beside.comments.lend(text.selected_span, self._body, text.point_at)
            self._beside.approval.lead = self._lead_to_reading
        self.script = script
        self._asked += 1
        asked = self._asked

        def make() -> tuple[Sequence[Piece], Changes | None]:
            changes = changes_between(compared.script, script) if compared is not None else None
            return clean_pieces(script), changes

        def made(answer: tuple[Sequence[Piece], Changes | None]) -> None:
            if asked == self._asked:
                clean, changes = answer
                form = CHANGES if changes is not None and changes.places else CLEAN
                self._room.view.show_script(clean, changes, script.cuttable, form=form)
                self._room.tell_since(compared, changes)
                self._show_findings()
                self._show_notes()
                self._show_sources()
                self._room.view.setFocus(Qt.FocusReason.OtherFocusReason)

        self._tasks.run(make, made, self._tell, Lane.COPY)
        self.said.begin(making)
        self._unsure = ()
        self._room.findings.show_unsure(())
        self._find_unsure()

    def decided(self) -> None:
        """Name no reading as new any more: it was decided on."""
        self._beside.approval.show_said(())

    def end(self) -> None:
        """Show nothing any more: notes are tied to words of the script again."""
        self._asked += 1
        self.script = None
        self.said.end()
        self._beside.comments.script_again()
        self._beside.approval.script_again()
        self._room.count_findings(len(grouped(self._beside.findings.marks.places)))

    def _body(self) -> str:
        return self.script.body if self.script is not None else ""

    def _form_shown(self, form: str) -> None:
        if form == ALOUD:
            self.said.show()
        else:
            self._show_findings()
            self._show_notes()

    def _show_said_changes(self, changes: Sequence[SaidChange], in_sight: bool) -> None:
        """Name in the inspector what is said otherwise than it was shown before."""
        self._beside.approval.show_said(changes)
        if in_sight and changes:
            place = self.said.place_of(changes[0])
            if place is not None:
                self._room.view.spoken.lead_to(place)

    def _find_unsure(self) -> None:
        """Find the tokens whose reading nobody settled: on a lane, for it reads the whole script."""
        reading, script, day = self._reading, self.script, self._pane.editor.text.day
        if reading is None or script is None:
            return

        def find() -> tuple[Span, ...]:
            spoken = reading.read(script.body, script.said_here, day)
            return tuple((one.start, one.end) for one in spoken.readings if one.unsure)

        def show(spans: tuple[Span, ...]) -> None:
            if self.script is script:
                self._unsure, self._unsure_at = spans, -1
                self._room.findings.show_unsure([script.body[start:end] for start, end in spans])

        self._tasks.run(find, show, self._tell, Lane.COPY)

    def _show_findings(self) -> None:
        if self.script is None:
            return
        marks, text = self._beside.findings.marks, self._pane.editor.text
        self._room.show_findings(grouped(marks.places), grouped(marks.let_be), self._beside.findings.reasons)
        self._room.view.text.show_findings(
            [
                (text.code_points(place.start), text.code_points(place.end))
                for place in marks.places
                if place.is_short
            ]
        )

    def _show_notes(self) -> None:
        if self.script is not None:
            self._room.view.text.show_noted(self._beside.comments.places().values())

    def _show_sources(self) -> None:
        sources = self._beside.sources
        if self.script is None:
            return
        self._room.sources.show_sources(sources.known, self._pane.editor.text.passages.ties)

    # ------------------------------------------------------------ leading to words

    def _lead_to_finding(self, group: Group) -> None:
        place, text = group.places[0], self._pane.editor.text
        self._point((text.code_points(place.start), text.code_points(place.end)))

    def _lead_to_unsure(self) -> None:
        """Lead to the next of them, round at the end."""
        if self._unsure:
            self._unsure_at = (self._unsure_at + 1) % len(self._unsure)
            self._point(self._unsure[self._unsure_at])

    def _lead_to_source(self, source_id: int) -> None:
        text = self._pane.editor.text
        ties = self._beside.sources.ties_of(source_id)
        if ties:
            self._point((text.code_points(ties[0].start), text.code_points(ties[0].end)))

    def _lead_to_reading(self, change: SaidChange) -> None:
        place = self.said.place_of(change)
        if self._room.view.form == ALOUD and place is not None:
            self._room.view.spoken.lead_to(place)
        elif change.start < change.end:
            self._point((change.start, change.end))

    def _point(self, span: Span) -> None:
        view = self._room.view
        if view.form == ALOUD:
            view.show_form(CHANGES)
        view.text.point_at(span)

    def _passage_picked(self, at: int) -> None:
        comment = self._beside.comments.choose_at(at)
        places = self._beside.comments.places()
        self._room.view.text.tint(places.get(comment.id) if comment is not None else None)

    def _cursor_moved(self) -> None:
        """Let the keys of listening be about the paragraph that is looked at."""
        editor, text = self._pane.editor, self._room.view.text
        if self.script is None or editor.text.body != self.script.body:
            return
        place = text.place_of_cursor()
        span = text.selected_span() or (None if place is None else (place, place))
        if span is not None:
            cursor = editor.textCursor()
            cursor.setPosition(editor.text.qt(span[0]))
            cursor.setPosition(editor.text.qt(span[1]), cursor.MoveMode.KeepAnchor)
            editor.setTextCursor(cursor)

    def _show_said(self, word: Span | None, sentence: Span | None) -> None:
        """Mark what is being said here as in the script."""
        if self.script is not None:
            text = self._pane.editor.text
            here = [
                span and (text.code_points(span[0]), text.code_points(span[1])) for span in (word, sentence)
            ]
            self._room.view.text.show_said(here[0], here[1])
