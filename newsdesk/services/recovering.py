"""Local copies of texts whose story the database does not have: made stories again."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from newsdesk.domain.story import Script
from newsdesk.domain.timing import SpokenLength
from newsdesk.errors import StorageError
from newsdesk.services.clock import GrowingClock
from newsdesk.services.open_story import stored

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.storage.open import Storage

_log = logging.getLogger(__name__)
Measure = Callable[[Script, datetime | None], SpokenLength]
"""Gives the spoken length of a script that is planned for a moment (UTC), or for none."""


def recover(storage: Storage, me: int, measure: Measure, clock: GrowingClock) -> int:
    """Make stories of local copies whose story the database does not have; return how many.

    That is what is left when the program was killed before the database took a new story, or when the
    newsroom is an older copy of itself. A database that cannot be written to now leaves the copies standing
    for the next time.
    """
    kept = storage.recovery.kept()
    if not kept:
        return 0
    try:
        with storage.read() as queries:
            lost = queries.missing({story_id for story_id, _person in kept})
        for story_id, person in sorted(one for one in kept if one[0] in lost):
            _make_of_copies(storage, story_id, person, me, measure, clock)
    except StorageError as error:
        _log.warning("local copies wait for the next opening: %s", error)
        return 0
    return len(lost)


def _make_of_copies(
    storage: Storage, story_id: int, person: int, me: int, measure: Measure, clock: GrowingClock
) -> None:
    texts = storage.recovery.load(story_id, person)
    # Nobody can have planned a story that is not stored.
    lengths = [measure(text.script, None) for text in texts]
    with storage.write() as work:
        # Somebody whom this database has never known can only have been at this computer.
        owner = person if work.queries.knows_person(person) else me
        for text, length in zip(texts, lengths, strict=True):
            clock.seen(text.at)
            stored(work, story_id, owner, text.at)
            work.autosaves.put(story_id, owner, text, length)
    if owner != person:
        for text in texts:
            storage.recovery.clear(story_id, person, text.editor, text.at)
