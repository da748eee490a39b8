"""The list of stories and its saved views."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum
from typing import TYPE_CHECKING

from newsdesk.domain.rows import StoryRow, Wanted
from newsdesk.domain.story import StoryStatus
from newsdesk.domain.text import clean
from newsdesk.services.clock import utc_now
from newsdesk.services.locking import LAPSES_AFTER

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.services.people import People
    from newsdesk.storage.open import Storage


class View(StrEnum):
    """A saved view of the list.

    My drafts, what waits for an editor, what was approved, what is for today, everything; below them what was
    aired, what was spiked and what lies in the trash. What lies in the trash stands in no other view, what
    was aired or spiked in "all" as well.
    """

    MY_DRAFTS = "my_drafts"
    WAITING = "waiting"
    APPROVED = "approved"
    TODAY = "today"
    ALL = "all"
    AIRED = "aired"
    SPIKED = "spiked"
    TRASH = "trash"


class Browsing:
    """Lists of stories. ``zone`` says when today begins; ``now`` gives this moment."""

    def __init__(
        self, storage: Storage, people: People, zone: tzinfo, now: Callable[[], datetime] = utc_now
    ) -> None:
        self._storage = storage
        self._people = people
        self._zone = zone
        self._now = now

    def stories(self, view: View, needle: str = "", limit: int | None = None) -> list[StoryRow]:
        """Return the stories of a view, the latest worked on first; of what waits the oldest first.

        ``needle`` keeps those with these letters in slug, headline, first sentence, name, desk or tags, in
        any case. My unsaved text stands in its row, marked ``unsaved``; who writes in it elsewhere stands in
        ``locked_by``.
        """
        me = self._people.me().id
        with self._storage.read() as queries:
            rows = queries.stories(me, self._wanted(view, clean(needle).strip()), limit)
            locks = queries.locks.alive(LAPSES_AFTER, self._storage.editor)
        if view is View.TRASH:
            rows = [row._replace(trashed=True) for row in rows]
        if not locks:
            return rows
        gone = self._storage.presence.gone
        writing = {
            lock.story_id: lock.person for lock in locks if lock.person_id != me or not gone(lock.editor)
        }
        return [row._replace(locked_by=writing[row.id]) if row.id in writing else row for row in rows]

    def counts(self) -> dict[View, int]:
        """Return how many stories each view holds."""
        me = self._people.me().id
        with self._storage.read() as queries:
            counts = queries.story_counts(me, self._today())
        return {
            View.MY_DRAFTS: counts.mine,
            View.WAITING: counts.waiting,
            View.APPROVED: counts.approved,
            View.TODAY: counts.today,
            View.ALL: counts.all,
            View.AIRED: counts.aired,
            View.SPIKED: counts.spiked,
            View.TRASH: counts.trash,
        }

    def _wanted(self, view: View, needle: str) -> Wanted:
        match view:
            case View.MY_DRAFTS:
                return Wanted(mine=True, needle=needle)
            case View.WAITING:
                return Wanted(waiting=True, needle=needle)
            case View.APPROVED:
                return Wanted(status=StoryStatus.APPROVED, needle=needle)
            case View.TODAY:
                return Wanted(today=self._today(), needle=needle)
            case View.ALL:
                return Wanted(needle=needle)
            case View.AIRED:
                return Wanted(status=StoryStatus.AIRED, needle=needle)
            case View.SPIKED:
                return Wanted(status=StoryStatus.SPIKED, needle=needle)
            case View.TRASH:
                return Wanted(trash=True, needle=needle)

    def _today(self) -> tuple[datetime, datetime]:
        midnight = self._now().astimezone(self._zone).replace(hour=0, minute=0, second=0, microsecond=0)
        # A day on the calendar, so that a zone with summer time has its 23 and 25 hour days.
        return midnight, midnight + timedelta(days=1)
