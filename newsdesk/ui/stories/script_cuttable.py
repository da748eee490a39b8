"""The sentences of the script being edited that may be cut when time is short: marked, freed, handed out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsdesk.ui.stories.offsets import to_code_points, to_utf16
from newsdesk.ui.stories.passages import Passages, Tie, shifted

if TYPE_CHECKING:
    from newsdesk.ui.stories.long_paste import LongPaste

Span = tuple[int, int]


class ScriptCuttable(QObject):
    """Marked sentences as document positions; ``step`` tells how many undo steps the document holds.

    They follow the words as tied passages do: words typed inside belong to the sentence, a mark goes with all
    of its words and comes back with them by undo. :attr:`changed` comes after an act of the writer, and not
    after an edit of the words.
    """

    changed = Signal()

    def __init__(self, step: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._step = step
        self._kept = Passages()
        self._used = False

    @property
    def places(self) -> tuple[Tie, ...]:
        """The marked sentences, in their order."""
        return self._kept.ties

    def load(self, body: str, spans: Iterable[Span]) -> None:
        """Start anew with the marks of another script, in code points of its ``body``."""
        places = [(0, to_utf16(body, start), to_utf16(body, end), False) for start, end in spans]
        self._kept.load(places, self._step())
        self._used = bool(places)

    # ------------------------------------------------------------ acts

    def within(self, start: int, end: int) -> tuple[Tie, ...]:
        """Return the marked sentences that share a letter with ``[start, end)``."""
        return tuple(tie for tie in self._kept.ties if tie.start < end and tie.end > start)

    def mark(self, spans: Sequence[Span]) -> Callable[[], None]:
        """Mark sentences (document positions); return what frees them again. What touches them is theirs."""
        self._used = True
        before = [tie for start, end in spans for tie in self.within(start, end)]
        self._kept.remove(before)
        made = [self._kept.add(0, start, end, False, self._step()) for start, end in spans]
        self.changed.emit()
        return lambda: self._exchange(made, before)

    def free(self, places: Sequence[Tie]) -> Callable[[], None]:
        """Take marks away; return what puts them back."""
        self._kept.remove(places)
        self.changed.emit()
        return lambda: self._exchange((), places)

    def _exchange(self, gone: Iterable[Tie], back: Iterable[Tie]) -> None:
        self._kept.remove(gone)
        self._kept.tie_again(back, self._step())
        self.changed.emit()

    # ------------------------------------------------------------ following the document

    def edited(self, at: int, removed: int, added: int) -> None:
        """Follow an edit of the words."""
        if self._used:  # nearly no script has any, and this is asked with every key
            self._kept.edited(at, removed, added, self._step())

    def stepped(self, at: int, removed: int, added: int) -> None:
        """Follow one change made by undo or redo; :meth:`settle` comes when the whole step is done."""
        self._kept.stepped(at, removed, added)

    def settle(self) -> None:
        """Put back what stood at this step."""
        self._kept.settle(self._step())

    def restart(self) -> None:
        """Forget what stood before: the document's history begins here."""
        self._kept.restart(self._step())

    # ------------------------------------------------------------ handing out

    def of_body(self, body: str, paste: LongPaste) -> tuple[Span, ...]:
        """Return the marked sentences in code points of the whole ``body``, also while a paste goes in."""
        coming = to_utf16(paste.rest, len(paste.rest))
        places = (shifted(tie, paste.at, 0, coming) for tie in self._kept.ties)
        return tuple(
            (to_code_points(body, tie.start), to_code_points(body, tie.end))
            for tie in places
            if tie is not None
        )
