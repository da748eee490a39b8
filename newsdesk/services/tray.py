"""The stories that are ready to be placed, with those that stood in an earlier bulletin and were not read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from newsdesk.domain.bulletin import Bulletin
from newsdesk.domain.open_rundown import TrayRow
from newsdesk.errors import NoSuchBulletin
from newsdesk.services.opening_bulletins import BulletinOpener, StoryRows, paths_of

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.storage.bulletin_queries import PlacedIn
    from newsdesk.storage.queries import Queries

FRESH = timedelta(days=7)
"""What nobody has worked on for so long is no news: it is found in the list of stories, not in the tray."""
MOST = 200
"""Stories in a tray; the latest worked on stay."""


@dataclass(frozen=True, slots=True)
class TrayRows:
    """What the database says for the tray of one bulletin."""

    bulletin: Bulletin
    stories: StoryRows
    now: datetime


class Tray:
    """Reads a tray in a transaction (:meth:`rows`), and makes its list without one (:meth:`ready`)."""

    def __init__(self, opener: BulletinOpener) -> None:
        self._opener = opener

    def rows(self, queries: Queries, bulletin_id: int, now: datetime) -> TrayRows:
        """Read what is approved, was not read yet, and does not stand in this bulletin.

        Raises :class:`NoSuchBulletin`.
        """
        bulletin = queries.bulletins.bulletin(bulletin_id)
        if bulletin is None:
            raise NoSuchBulletin(bulletin_id)
        here = {item.story_id for item in queries.bulletins.rundown(bulletin_id).items}
        ready = queries.bulletins.approved(now - FRESH, MOST)
        return TrayRows(
            bulletin, self._opener.stories(queries, [one.id for one in ready if one.id not in here]), now
        )

    def ready(self, rows: TrayRows) -> list[TrayRow]:
        """Return the tray: those carried over first, from the latest bulletin on; then the newest story."""
        stories, airtime = rows.stories, rows.bulletin.airtime
        states = self._opener.states(stories, airtime, self._opener.sound.missing(paths_of(stories)))
        tray = [
            TrayRow(states[story_id], *_elsewhere(rows, story_id))
            for story_id in stories.approvals  # who is approved in words that are whole
            if story_id in states
        ]
        latest = {story_id: _carried(rows, story_id) for story_id in stories.placed}
        return sorted(tray, key=lambda row: _place(row, latest.get(row.state.story_id)))


def _place(row: TrayRow, carried: PlacedIn | None) -> tuple[bool, float, int]:
    """Ids grow with time: of two that were not carried over, the newer story stands first."""
    return carried is None, -carried.airtime.timestamp() if carried else 0.0, -row.state.story_id


def _carried(rows: TrayRows, story_id: int) -> PlacedIn | None:
    """Return the latest bulletin that has begun by now, before this one, in which a story stands."""
    placed = rows.stories.placed.get(story_id, ())
    over = (one for one in placed if one.airtime < min(rows.now, rows.bulletin.airtime))
    return next((one for one in over if one.bulletin_id != rows.bulletin.id), None)


def _elsewhere(rows: TrayRows, story_id: int) -> tuple[str, str]:
    placed = rows.stories.placed.get(story_id, ())
    carried = _carried(rows, story_id)
    to_come = next((one.name for one in placed if one.airtime >= rows.now), "")
    return carried.name if carried else "", to_come
