"""What is known of the keeping of one story: its newest words, and how far they are safe."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newsdesk.domain.story import Script
    from newsdesk.services.drafting import Drafting, OpenStory

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class Words(NamedTuple):
    """A script and the moment it was taken from the page."""

    script: Script
    at: datetime


class Newest:
    """Words that wait to be kept; newer ones take the place of those that nobody has fetched. Thread-safe.

    So one job on a lane is enough for any number of keys, and a job that fails leaves nothing locked behind.
    """

    def __init__(self) -> None:
        self._words: Words | None = None
        self._lock = threading.Lock()

    def put(self, words: Words) -> bool:
        """Leave words here; True when none were waiting, so that a job must be sent for them."""
        with self._lock:
            first = self._words is None
            self._words = words
        return first

    def take(self) -> Words | None:
        """Fetch the words; None when they have gone already."""
        with self._lock:
            words, self._words = self._words, None
        return words


class Sheet:
    """One story while it is kept; answers of the lanes belong to it, whatever lies on the desk by then."""

    def __init__(self, drafting: Drafting, story: OpenStory) -> None:
        self.drafting = drafting
        self.story_id = story.id
        self.dirty = False
        """Something was typed that was not taken from the page yet."""
        self.to_revise = story.recovered_at is not None
        self.wants_revision = False
        """A revision was asked for and the database could not make it."""
        self.for_disk = Newest()
        self.for_database = Newest()
        self.disk_failed = False
        self.failure_told = False
        self._taken_at = self._kept_at = _LONG_AGO

    def take(self, script: Script) -> Words:
        """Take these words from the page."""
        self.dirty = False
        self._taken_at = self.drafting.moment()
        return Words(script, self._taken_at)

    def kept(self, at: datetime) -> None:
        """Note that the words taken then are on the disk or in the database."""
        self._kept_at = max(self._kept_at, at)

    @property
    def unsafe(self) -> bool:
        """Whether the newest words taken are kept nowhere."""
        return self.disk_failed and self._kept_at < self._taken_at
