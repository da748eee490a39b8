"""How the words under review are said: what the editor was shown of it, and what it is by now."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from newsdesk.domain.air_text import said_changes
from newsdesk.ui.stories.review_strip import ALOUD
from newsdesk.ui.stories.said_script import in_line, said_script
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from newsdesk.domain.air_text import AirText, SaidChange
    from newsdesk.errors import NewsdeskError
    from newsdesk.ui.stories.review_room import ReviewRoom
    from newsdesk.ui.stories.spoken_script import SpokenScript
    from newsdesk.ui.tasks import Tasks

Span = tuple[int, int]
Making = Callable[[], "AirText"]
"""Makes the text of the revision under review by the reading in use; it takes a lane."""


class _Made(NamedTuple):
    """A text, ready to be shown: ``places`` are where changes of its body stand in the spoken line.

    ``changes`` are those since what was seen, None where it says the same.
    """

    text: AirText
    script: SpokenScript
    places: Mapping[Span, Span]
    changes: Sequence[SaidChange] | None


def _made(text: AirText, marked: Sequence[SaidChange], changes: Sequence[SaidChange] | None) -> _Made:
    script = said_script(text, marked)
    spans = ((change.start, change.end) for change in marked if in_line(change))
    return _Made(text, script, dict(zip(spans, script.changed, strict=True)), changes)


class ReviewReading(QObject):
    """Keeps apart what is said by now and :attr:`seen`, which is what an approval is of.

    The first reading of a revision counts as seen when the revision is shown. One that changes afterwards
    counts from when it stands in "Dibaca", with what changed marked. :attr:`changed` carries the changes and
    whether they are in sight.
    """

    changed = Signal(object, bool)

    def __init__(
        self,
        tasks: Tasks,
        room: ReviewRoom,
        tell: Callable[[NewsdeskError], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._room = room
        self._tell = tell
        self._make: Making | None = None
        self._asked = 0
        self._made: _Made | None = None
        self._demanded = self._in_view = False
        self.seen: AirText | None = None
        """The text that was shown, None before the first."""
        self.changes: Sequence[SaidChange] = ()
        """What changed while the review was on, newest against what was seen before."""

    def begin(self, make: Making) -> None:
        """Read another revision; nothing of it is seen yet."""
        self.end()
        self._make = make
        self._ask()

    def again(self, make: Making | None = None, *, show: bool = False) -> None:
        """Read the same words again: something was settled since. ``show`` brings what changed in sight."""
        if self._make is None:
            return
        self._make = make or self._make
        self._demanded = self._demanded or show
        self._ask()

    def end(self) -> None:
        """Read nothing any more."""
        self._asked += 1
        self._make = self._made = self.seen = None
        self._demanded = self._in_view = False
        self.changes = ()

    def show(self) -> None:
        """Put what is said by now into the form for that; from now on it is what was seen."""
        made = self._made
        if made is None:
            return
        self.seen = made.text
        self._room.view.show_spoken(made.script, keep_place=self._in_view)
        self._in_view = True
        if made.changes is not None:
            self._made = made._replace(changes=None)
            self.changed.emit(self.changes, True)

    def show_changes(self) -> None:
        """Bring what changed in sight."""
        if self._room.view.form == ALOUD:
            self.show()
        else:
            self._room.view.show_form(ALOUD)

    def place_of(self, change: SaidChange) -> Span | None:
        """Return where a change stands in the spoken line (UTF-16 units); None where it stands beside it."""
        return self._made.places.get((change.start, change.end)) if self._made is not None else None

    def _ask(self) -> None:
        make, seen = self._make, self.seen
        if make is None:
            return
        self._asked += 1
        asked, known = self._asked, self.changes

        def read() -> _Made:
            text = make()
            if seen is None or text.digest() == seen.digest():
                return _made(text, known, None)
            changes = said_changes(seen, text)
            return _made(text, changes, changes)

        def show(made: _Made) -> None:
            if asked == self._asked:
                self._take(made)

        self._tasks.run(read, show, self._tell, Lane.COPY)

    def _take(self, made: _Made) -> None:
        self._made = made
        demanded, self._demanded = self._demanded, False
        if made.changes is not None:
            self.changes = made.changes
        if self.seen is None:
            self.seen = made.text
        if self._room.view.form == ALOUD:
            if made.changes is not None or not self._in_view:
                self.show()
        elif demanded:
            self._room.view.show_form(ALOUD)
        elif made.changes is not None:
            self.changed.emit(self.changes, False)
