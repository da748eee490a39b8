"""The notes on the story on the desk: asked for, shown beside their words, made and settled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QTextCursor

from newsdesk.domain.comments import place_in
from newsdesk.i18n import _
from newsdesk.ui.commands import Command
from newsdesk.ui.stories.card_place import show_line
from newsdesk.ui.stories.last_place import whose

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
        self._shown_of = ("", 0)
        self._half: dict[tuple[str, int], str] = {}
        """Words written and not sent, by whose they are and the story: for this run of the program."""
        self._giving = ""
        self.comments: Sequence[Comment] = ()
        self.script_again()
        self._section.chosen.connect(self._lead_to)
        self._section.settled.connect(self._settle)
        self._section.reopened.connect(self._reopen)
        self._section.wanted.connect(self.begin)
        self._section.given.connect(self._add)
        self._section.left.connect(self._put_away)
        self._section.box.typed.connect(self._typed)

    def opened(self, newsroom: Newsroom | None) -> None:
        """Work in this newsroom from now on."""
        self._newsroom = newsroom
        self._shown_of, self._giving = ("", 0), ""
        self._section.close_box()

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

    def _put_away(self) -> None:
        """The box was put away by hand: what stood in it is given up."""
        self._half.pop(self._shown_of, None)
        self._pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> None:
        """Keep what is written as long as it is not sent: another story or person costs no word."""
        words = self._section.box.text()
        if words and self._shown_of[1]:
            self._half[self._shown_of] = words
        elif self._section.writing:  # emptied by hand
            self._half.pop(self._shown_of, None)

    @property
    def half_said(self) -> bool:
        """Whether a note is being written that nobody has got."""
        return self._section.writing and bool(self._section.box.text())

    def follow(self) -> None:
        """Show the notes on the story that was laid on the desk."""
        self._section.close_box()
        self._giving = ""
        self._shown_of = (whose(self._newsroom), self._story_id) if self._newsroom is not None else ("", 0)
        self.comments = ()
        self.show()
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
        self._passage = self.selected()
        quote = self.body()[slice(*self._passage)] if self._passage is not None else ""
        self._panes.show_inspector()
        self._inspector.open_section("comments")
        self._shown_of = (whose(self._newsroom), self._story_id) if self._newsroom is not None else ("", 0)
        self._section.begin(quote, self._half.get(self._shown_of, ""))
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
            if self._half.get(of) == words:
                del self._half[of]
            if number == self._story_id:
                self._giving = ""
                if self._section.box.text() == words:  # what was typed meanwhile stays
                    self._section.box.clear()
                    self._section.put_away()
                self._found(comments)

        def failed(error: NewsdeskError) -> None:
            self._giving = ""
            self._tell(error)

        self._tasks.run(add, added, failed)

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
