"""Notes for colleagues that were written and not sent: kept on this computer for who wrote them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from collections.abc import Mapping

    from newsdesk.domain.comments import HalfSaid, NoteKind
    from newsdesk.storage.open import Storage


class HalfSaidNotes:
    """Touches no database. Its calls write and read files, and belong on a lane."""

    def __init__(self, storage: Storage) -> None:
        self._notes = storage.notes

    def of(self, person_id: int) -> Mapping[tuple[NoteKind, int], HalfSaid]:
        """Return what somebody has written and not sent, by kind of note and story."""
        return self._notes.of(person_id)

    def keep(self, person_id: int, kind: NoteKind, story_id: int, note: HalfSaid) -> None:
        """Keep a note durably in place of the one before; one without a word is forgotten.

        Raises :class:`DiskFull` or :class:`CannotSave`.
        """
        self._notes.keep(story_id, person_id, kind, note)
