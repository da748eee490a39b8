"""The note that goes with an editor's decision: kept while it is typed, there again with its story."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsdesk.domain.comments import HalfSaid, NoteKind

if TYPE_CHECKING:
    from newsdesk.ui.stories.kept_notes import KeptNotes
    from newsdesk.ui.stories.review_room import ReviewRoom


class ReviewNote(QObject):
    """Works in the box of the decision bar; ``under_review`` gives the story it is about, 0 for none."""

    def __init__(
        self, notes: KeptNotes, room: ReviewRoom, under_review: Callable[[], int], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._notes = notes
        self._room = room
        self._under_review = under_review
        room.made.connect(lambda: room.bar.note.typed.connect(self._typed))
        notes.came.connect(self._came)

    def fill(self) -> None:
        """Show the room of a review that begins, with what was written of the note before."""
        note = self._notes.of(NoteKind.DECISION, self._under_review())
        self._room.open()
        self._room.bar.note.words.setPlainText(note.words)

    def sent(self, story_id: int, note: str) -> None:
        """A note on a story was sent: it stands nowhere any more, what was typed since stays."""
        self._notes.sent(NoteKind.DECISION, story_id, note)
        if self._under_review() == story_id and self._room.bar.note.text() == note:
            self._room.bar.note.clear()

    def _typed(self) -> None:
        story_id = self._under_review()
        if story_id:
            words = self._room.bar.note.words.toPlainText()
            self._notes.put(NoteKind.DECISION, story_id, HalfSaid(words))

    def _came(self) -> None:
        """Show the note that was kept, where the review was open before it was known."""
        story_id = self._under_review()
        if story_id and not self._room.bar.note.words.toPlainText():
            self._room.bar.note.words.setPlainText(self._notes.of(NoteKind.DECISION, story_id).words)
