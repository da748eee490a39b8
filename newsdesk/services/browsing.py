"""The list of stories and its saved views."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum
from typing import TYPE_CHECKING

from newsdesk.domain.rows import StoryRow
from newsdesk.domain.text import clean
from newsdesk.services.clock import utc_now

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.services.people import People
    from newsdesk.storage.open import Storage


class View(StrEnum):
    """A saved view of the list: my drafts, what is for today, everything."""

    MY_DRAFTS = "my_drafts"
    TODAY = "today"
    ALL = "all"


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
        """Return the stories of a view, the latest worked on first.

        ``needle`` keeps those with these letters in slug, headline, first sentence or name, in any case. My
        unsaved text stands in its row, marked ``unsaved``.
        """
        me = self._people.me().id
        with self._storage.read() as queries:
            return queries.stories(
                me,
                mine=view is View.MY_DRAFTS,
                today=self._today() if view is View.TODAY else None,
                needle=clean(needle).strip(),
                limit=limit,
            )

    def counts(self) -> dict[View, int]:
        """Return how many stories each view holds."""
        me = self._people.me().id
        with self._storage.read() as queries:
            counts = queries.story_counts(me, self._today())
        return {View.MY_DRAFTS: counts.mine, View.TODAY: counts.today, View.ALL: counts.all}

    def _today(self) -> tuple[datetime, datetime]:
        midnight = self._now().astimezone(self._zone).replace(hour=0, minute=0, second=0, microsecond=0)
        # A day on the calendar, so that a zone with summer time has its 23 and 25 hour days.
        return midnight, midnight + timedelta(days=1)
