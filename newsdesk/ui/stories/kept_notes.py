"""Notes that are being written for colleagues: kept on this computer while they are typed, as a script is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from newsdesk.domain.comments import HalfSaid, NoteKind
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.tasks import Tasks

KEPT_AFTER_MS = 300
NOTHING = HalfSaid("")
_Key = tuple[NoteKind, int]


class KeptNotes(QObject):
    """What the person at this desk has written and not sent, by kind of note and story.

    :attr:`came` tells that what was kept before is known by now. Failures go to ``tell``.
    """

    came = Signal()

    def __init__(
        self, tasks: Tasks, tell: Callable[[NewsdeskError], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._tell = tell
        self._newsroom: Newsroom | None = None
        self._person = 0
        self._notes: dict[_Key, HalfSaid] = {}
        self._typed: set[_Key] = set()
        self._failed: set[_Key] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEPT_AFTER_MS)
        self._timer.timeout.connect(self.flush)

    def opened(self, newsroom: Newsroom | None) -> None:
        """Keep notes of who works in this newsroom from now on; what was typed until now is kept first."""
        self.flush()
        self._newsroom = newsroom
        self._notes.clear()
        self._typed.clear()
        self._failed.clear()
        if newsroom is None:
            return
        person = self._person = newsroom.people.me().id

        def known(notes: Mapping[_Key, HalfSaid]) -> None:
            if newsroom is self._newsroom and person == self._person:
                self._notes = {**notes, **self._notes}  # what was typed meanwhile is newer
                self.came.emit()

        self._tasks.run(lambda: newsroom.half_said.of(person), known, self._tell, Lane.LOCAL)

    def of(self, kind: NoteKind, story_id: int) -> HalfSaid:
        """Return the note on a story; one without words for none."""
        return self._notes.get((kind, story_id), NOTHING)

    def put(self, kind: NoteKind, story_id: int, note: HalfSaid) -> None:
        """Take a note as it stands now; it is on the disk a moment later. One without words is forgotten."""
        key = (kind, story_id)
        if self._newsroom is None or not story_id or note == self._notes.get(key, NOTHING):
            return
        self._notes[key] = note
        self._typed.add(key)
        if not self._timer.isActive():
            self._timer.start()

    def sent(self, kind: NoteKind, story_id: int, words: str) -> None:
        """A colleague has these words: they stand nowhere any more, what was typed since stays."""
        if self.of(kind, story_id).words.strip() == words:
            self.put(kind, story_id, NOTHING)
            self.flush()

    @property
    def unkept(self) -> bool:
        """Whether there are words that this computer's disk could not keep."""
        return any(self._notes.get(key, NOTHING).words for key in self._failed)

    def flush(self) -> None:
        """Put what was typed on the disk now."""
        self._timer.stop()
        newsroom, person = self._newsroom, self._person
        typed, self._typed = self._typed, set()
        if newsroom is None:
            return
        for key in typed:
            self._keep(newsroom, person, key, self._notes.get(key, NOTHING))

    def _keep(self, newsroom: Newsroom, person: int, key: _Key, note: HalfSaid) -> None:
        def kept(_nothing: None) -> None:
            self._failed.discard(key)

        def failed(error: NewsdeskError) -> None:
            if newsroom is self._newsroom and person == self._person:
                if key not in self._failed:
                    self._tell(error)
                self._failed.add(key)

        self._tasks.run(lambda: newsroom.half_said.keep(person, *key, note), kept, failed, Lane.LOCAL)
