"""The notes on the story on the desk: asked for, shown beside their words, made and settled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QTextCursor

from newsdesk.domain.comments import HalfSaid, NoteKind, place_in
from newsdesk.i18n import _
from newsdesk.ui.commands import Command
from newsdesk.ui.stories.card_place import show_line
from newsdesk.ui.stories.kept_notes import NOTHING, KeptNotes
from newsdesk.ui.unforeseen import clearing

if TYPE_CHECKING:
    from newsdesk.domain.comments import Comment
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.stories.inspector import Inspector
    from newsdesk.ui.stories.panes import Panes
    from newsdesk.ui.stories.script_pane import ScriptPane
    from newsdesk.ui.stories.story_desk import StoryDesk
    from newsdesk.ui.tasks import Tasks

Span = tuple[int, int]


class CommentsDesk(QObject):
    """Works in the script, or in the review that lies over it; failures go to ``tell``.

    :attr:`selected` and :attr:`body` give the words that are selected and the text that is shown, and
    :attr:`point` leads to a passage of it: the editor's, until a review lends its own. :attr:`changed` comes
    when other notes are known than before.
    """

    changed = Signal()

    def __init__(
        self,
        tasks: Tasks,
        pane: ScriptPane,
        inspector: Inspector,
        desk: StoryDesk,
        panes: Panes,
        now: Callable[[], datetime],
        tell: Callable[[NewsdeskError], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._pane = pane
        self._inspector = inspector
        self._section = inspector.comments
        self._desk = desk
        self._panes = panes
        self._now = now
        self._tell = tell
        self._newsroom: Newsroom | None = None
        self._passage: Span | None = None
        self._shown_of = 0
        self._giving = ""
        self.notes = KeptNotes(tasks, tell, self)
        """Words written and not sent; a review keeps its own there."""
        self.notes.came.connect(self._resume)
        self.comments: Sequence[Comment] = ()
        self.script_again()
        self._section.chosen.connect(self._lead_to)
        self._section.settled.connect(self._settle)
        self._section.reopened.connect(self._reopen)
        self._section.wanted.connect(self.begin)
        self._section.given.connect(self._add)
        self._section.left.connect(lambda: pane.setFocus(Qt.FocusReason.OtherFocusReason))
        self._section.given_up.connect(self._give_up)
        self._section.box.typed.connect(self._typed)

    def opened(self, newsroom: Newsroom | None) -> None:
        """Work in this newsroom from now on."""
        self._newsroom = newsroom
        self._shown_of, self._giving = 0, ""
        self._section.close_box()
        self.notes.opened(newsroom)

    def commands(self) -> list[Command]:
        """Return what can be done here now."""
        return [
            Command(
                "notes.add",
                _("Beri catatan pada kata terpilih"),
                "message-square-plus",
                self.begin,
                "notes.add",
                when=self._may_be_noted,
            )
        ]

    def _may_be_noted(self) -> bool:
        return self._desk.story is not None and self._desk.story.revision > 0

    # ------------------------------------------------------------ where they are shown

    def lend(
        self, selected: Callable[[], Span | None], body: Callable[[], str], point: Callable[[Span], None]
    ) -> None:
        """Work in another text from now on: notes are tied to its words, and lead there."""
        self.selected, self.body, self.point = selected, body, point
        self.show()

    def script_again(self) -> None:
        """Work in the script again."""
        self.selected: Callable[[], Span | None] = self._selected_in_script
        self.body: Callable[[], str] = lambda: self._pane.editor.text.body
        self.point: Callable[[Span], None] = self._point_in_script

    def places(self) -> dict[int, Span]:
        """Return where the notes that nobody has settled stand in the text being shown, by their ids."""
        body = self.body()
        found = ((one.id, place_in(one, body)) for one in self.comments if not one.done)
        return {number: place for number, place in found if place is not None}

    @property
    def _story_id(self) -> int:
        """The story on the desk: a sheet has none until its first word, and then without being laid down."""
        return self._desk.story.id if self._desk.story is not None else 0

    def _typed(self) -> None:
        """Keep what is written as long as it is not sent: neither another story nor a crash costs a word."""
        if self._section.writing:
            self.notes.put(NoteKind.COMMENT, self._shown_of, self._written())

    def _written(self) -> HalfSaid:
        words = self._section.box.words.toPlainText()
        if not words.strip():
            return NOTHING
        if self._passage is None:
            return HalfSaid(words)
        return HalfSaid(words, self._passage[0], self.body()[slice(*self._passage)])

    def _resume(self) -> None:
        """Show the note again that was begun on this story, at the words it was begun on."""
        note = self.notes.of(NoteKind.COMMENT, self._story_id)
        if not note.words or self._section.writing:
            return
        self._shown_of = self._story_id
        self._passage = self._passage_of(note)
        self._section.resume(note.quote if self._passage is not None else "", note.words)

    def _passage_of(self, note: HalfSaid) -> Span | None:
        return _same_words(self.body(), note.quote, note.start) if note.start is not None else None

    def _give_up(self) -> None:
        """Throw the note away that is being written; one act brings it back."""
        story_id, note = self._shown_of, self._written()
        self.notes.put(NoteKind.COMMENT, story_id, NOTHING)
        self._section.put_away()

        def bring_back() -> None:
            self.notes.put(NoteKind.COMMENT, story_id, note)
            if story_id == self._story_id:
                self._resume()

        words = _("Catatan yang belum dikirim dibuang.")
        self._pane.news.tell(words, icon="trash-2", act=_("Urungkan"), run=bring_back, stays=True)

    def follow(self) -> None:
        """Show the notes on the story that was laid on the desk."""
        self._section.close_box()
        self._giving = ""
        self._shown_of = self._story_id
        self.comments = ()
        self.show()
        self._resume()
        self.look()

    def look(self) -> None:
        """Ask for the notes again: a colleague may have made one."""
        newsroom, story_id = self._newsroom, self._story_id
        if newsroom is not None and story_id:
            self._run(lambda: newsroom.comments.of(story_id))

    def show(self) -> None:
        """Show what is known."""
        body = self.body()
        placed = {one.id for one in self.comments if place_in(one, body) is not None}
        self._section.show_comments(self.comments, placed, self._now())
        self._inspector.show_comments(sum(not one.done for one in self.comments), len(self.comments))
        self.changed.emit()

    def choose_at(self, at: int) -> Comment | None:
        """Return the note that is tied to the words at a place of the text being shown."""
        places = self.places()
        for one in self.comments:
            place = places.get(one.id)
            if place is not None and place[0] <= at < place[1]:
                return one
        return None

    # ------------------------------------------------------------ acts

    def begin(self) -> None:
        """Begin a note on the selected words, or on the whole story when nothing is selected."""
        if not self._may_be_noted():
            self._pane.news.tell(
                _("Simpan dulu naskah ini: catatan selalu terikat pada satu revisi."), icon="message-square"
            )
            return
        note = self.notes.of(NoteKind.COMMENT, self._story_id)
        self._passage = self.selected() or self._passage_of(note)
        quote = self.body()[slice(*self._passage)] if self._passage is not None else ""
        self._panes.show_inspector()
        self._inspector.open_section("comments")
        self._shown_of = self._story_id
        self._section.begin(quote, note.words)
        self._typed()  # the words may be on another passage now
        self._inspector.bring(self._section.writer)

    def _add(self, words: str) -> None:
        newsroom, story = self._newsroom, self._desk.story
        if newsroom is None or story is None:
            return
        if words == self._giving:  # pressed twice: it is on its way
            return
        self._giving = words
        number, revision, passage, body = story.id, story.revision, self._passage, self.body()
        of = self._shown_of

        def add() -> list[Comment]:
            place = passage
            if place is not None:
                # What is shown may be ahead of the revision by what is typed: the same words there are meant.
                quote = body[slice(*place)]
                written = newsroom.versions.revision(number, revision).script.body
                place = _same_words(written, quote, place[0])
            return newsroom.comments.add(number, revision, words, place)

        def added(comments: list[Comment]) -> None:
            self.notes.sent(NoteKind.COMMENT, of, words)
            if number == self._story_id:
                self._giving = ""
                if self._section.box.text() == words:  # what was typed meanwhile stays
                    self._section.box.clear()
                    self._section.put_away()
                self._found(comments)

        def failed(error: NewsdeskError) -> None:
            self._given()
            self._tell(error)

        self._tasks.run(clearing(add, self._given), added, failed)

    def _given(self) -> None:
        self._giving = ""

    def _settle(self, comment_id: int) -> None:
        newsroom = self._newsroom
        if newsroom is not None:
            self._run(lambda: newsroom.comments.done(comment_id))

    def _reopen(self, comment_id: int) -> None:
        newsroom = self._newsroom
        if newsroom is not None:
            self._run(lambda: newsroom.comments.reopen(comment_id))

    def _run(self, work: Callable[[], list[Comment]]) -> None:
        story_id = self._story_id

        def found(comments: list[Comment]) -> None:
            if story_id == self._story_id:
                self._found(comments)

        self._tasks.run(work, found, self._tell)

    def _found(self, comments: Sequence[Comment]) -> None:
        self.comments = comments
        self.show()

    def _lead_to(self, one: Comment) -> None:
        place = place_in(one, self.body())
        if place is not None:
            self.point(place)
        elif one.quote:
            words = _("Kata-kata catatan ini sudah berubah sejak revisi {n}.").format(n=one.revision)
            self._pane.news.tell(words, icon="message-square")

    # ------------------------------------------------------------ in the script

    def _selected_in_script(self) -> Span | None:
        cursor, text = self._pane.editor.textCursor(), self._pane.editor.text
        if not cursor.hasSelection() or text.busy:
            return None
        return text.code_points(cursor.selectionStart()), text.code_points(cursor.selectionEnd())

    def _point_in_script(self, place: Span) -> None:
        editor = self._pane.editor
        start, end = editor.text.qt(place[0]), editor.text.qt(place[1])
        cursor = editor.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
        show_line(editor, start, min(end, start + 1))


def _same_words(body: str, words: str, near: int) -> Span | None:
    """Return where ``words`` stand in ``body``, nearest to ``near``; None where they do not."""
    if body.startswith(words, near):
        return near, near + len(words)
    before, after = body.rfind(words, 0, near), body.find(words, near)
    found = [at for at in (before, after) if at >= 0]
    if not found:
        return None
    start = min(found, key=lambda at: abs(at - near))
    return start, start + len(words)
