"""What is said otherwise in one place of the script on the desk: made, taken back, and handed out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsdesk.ui.stories.offsets import to_code_points, to_utf16
from newsdesk.ui.stories.said_places import SaidPlace, SaidPlaces, moved

if TYPE_CHECKING:
    from newsdesk.domain.story import SaidHere
    from newsdesk.ui.stories.long_paste import LongPaste


class ScriptCorrections(QObject):
    """The corrections of the script being edited; ``step`` tells how many undo steps its document holds.

    Places are document positions, what is handed out is in code points. :attr:`changed` carries the places
    that are said otherwise than before, after an act of the writer and not after an edit of the words.
    """

    changed = Signal(object)

    def __init__(self, step: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._step = step
        self._kept = SaidPlaces()

    @property
    def places(self) -> tuple[SaidPlace, ...]:
        """All corrections, in their order."""
        return self._kept.places

    def within(self, start: int, end: int) -> tuple[SaidPlace, ...]:
        """Return the corrections that share a letter with ``[start, end)``."""
        return self._kept.within(start, end)

    def load(self, body: str, said_here: Iterable[SaidHere]) -> None:
        """Start anew with the corrections of another script."""
        spans = [(to_utf16(body, one.start), to_utf16(body, one.end), one.spoken) for one in said_here]
        self._kept.load(spans, self._step())

    # ------------------------------------------------------------ acts

    def say(self, start: int, end: int, spoken: str) -> Callable[[], None]:
        """Say ``[start, end)`` so from now on; return what puts back how it was said before."""
        before = self._kept.take_back(self._kept.within(start, end))
        place = self._kept.say(start, end, spoken, self._step())
        self.changed.emit((*before, place))
        return lambda: self._exchange((place,), before)

    def take_back(self, places: Iterable[SaidPlace]) -> Callable[[], None]:
        """Take corrections away; return what puts them back."""
        gone = self._kept.take_back(places)
        self._tell(gone)
        return lambda: self._exchange((), gone)

    def _exchange(self, gone: Iterable[SaidPlace], back: Iterable[SaidPlace]) -> None:
        taken = self._kept.take_back(gone)
        self._tell((*taken, *self._kept.put_back(back, self._step())))

    def _tell(self, places: Collection[SaidPlace]) -> None:
        if places:  # none when another script was loaded since
            self.changed.emit(places)

    # ------------------------------------------------------------ following the document

    def edited(self, at: int, removed: int, added: int) -> None:
        """Follow an edit of the words."""
        self._kept.edited(at, removed, added, self._step())

    def stepped(self, at: int, removed: int, added: int) -> None:
        """Follow one change made by undo or redo; :meth:`settle` comes when the whole step is done."""
        self._kept.stepped(at, removed, added)

    def settle(self) -> set[SaidPlace]:
        """Put back what stood at this step; return the places that came or went by it."""
        before = set(self._kept.places)
        self._kept.settle(self._step())
        return before ^ set(self._kept.places)

    def restart(self) -> None:
        """Forget what stood before: the document's history begins here."""
        self._kept.restart(self._step())

    # ------------------------------------------------------------ handing out

    def of_body(self, body: str, paste: LongPaste) -> tuple[SaidHere, ...]:
        """Return all corrections, in code points of the whole ``body``, also while a paste goes into it."""
        coming = to_utf16(paste.rest, len(paste.rest))
        places = (moved(place, paste.at, 0, coming) for place in self._kept.places)
        return _in_code_points([place for place in places if place is not None], body)

    def inside(self, start: int, words: str) -> tuple[SaidHere, ...]:
        """Return the corrections inside ``words``, which stand at ``start``, in code points of ``words``."""
        if not self._kept.places:
            return ()
        end = start + to_utf16(words, len(words))
        return _in_code_points(
            [
                place._replace(start=place.start - start, end=place.end - start)
                for place in self._kept.within(start, end)
                if start <= place.start and place.end <= end
            ],
            words,
        )


def _in_code_points(places: Iterable[SaidPlace], text: str) -> tuple[SaidHere, ...]:
    from newsdesk.domain.story import SaidHere

    return tuple(
        SaidHere(to_code_points(text, place.start), to_code_points(text, place.end), place.spoken)
        for place in places
    )
