"""Revisions of stories that were left, which the database has not made yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from newsdesk.ui.stories.sheet import Sheet, Words

if TYPE_CHECKING:
    from newsdesk.errors import NewsdeskError

RETRY_S = 10
"""Until the database is tried again."""


class Owed(NamedTuple):
    """One revision to be made of the words of a story."""

    sheet: Sheet
    words: Words
    reason: str


class OwedRevisions(QObject):
    """Holds them, the newest of each story, and has them tried again by ``revise``.

    :attr:`left_unsaved` tells the failure, once for each time that a story was left.
    """

    left_unsaved = Signal(object)

    def __init__(self, revise: Callable[[Owed], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._revise = revise
        self._owed: dict[int, Owed] = {}
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(RETRY_S * 1000)
        self._again.timeout.connect(self.try_again)

    @property
    def unsafe(self) -> bool:
        """Whether some of these words are kept nowhere else."""
        return any(owed.sheet.unsafe for owed in self._owed.values())

    def owe(self, owed: Owed, error: NewsdeskError) -> None:
        """Hold a revision that could not be made, for this reason."""
        self._owed[owed.sheet.story_id] = owed
        self._again.start()
        if not owed.sheet.failure_told:
            owed.sheet.failure_told = True
            self.left_unsaved.emit(error)

    def try_again(self) -> None:
        """Have all of them made now; what fails again comes back."""
        self._again.stop()
        owed, self._owed = self._owed, {}
        for one in owed.values():
            self._revise(one)

    def take_back(self, story_id: int) -> Words | None:
        """Return the words of a story, and owe them no more: they are laid on the desk again."""
        owed = self._owed.pop(story_id, None)
        return owed and owed.words
