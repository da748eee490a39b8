"""Several stories chosen in the list, made ready to be heard in their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING, NamedTuple

from newsdesk.ui.listening.recording import Cue
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from newsdesk.domain.story import Script
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.tasks import Tasks


class _Fetched(NamedTuple):
    """A story's number, its newest revision, and the day of its bulletin."""

    story: int
    script: Script
    day: date | None


def prepare(
    tasks: Tasks,
    newsroom: Newsroom,
    zone: tzinfo | None,
    stories: Sequence[int],
    ready: Callable[[Sequence[Cue]], None],
    failed: Callable[[NewsdeskError], None],
) -> None:
    """Fetch the newest revision of each story, read it, and call ``ready``; one never saved is left out.

    Each is read for its own bulletin, whose day is that in ``zone``.

    The database and the reading are on lanes of their own, so that neither holds up typing.
    """

    def fetch() -> list[_Fetched]:
        drafting = newsroom.drafting
        newest = [(story, drafting.revisions(story)) for story in stories]
        return [
            _Fetched(story, drafting.revision(story, rows[0].number).script, day_of(drafting.airtime(story)))
            for story, rows in newest
            if rows
        ]

    def day_of(airtime: datetime | None) -> date | None:
        return airtime and airtime.astimezone(zone).date()

    def read(scripts: Sequence[_Fetched]) -> list[Cue]:
        sentences = newsroom.reading.sentences
        return [
            Cue(sentences(script.body, said_here=script.said_here, day=day), story, script.slug, script.body)
            for story, script, day in scripts
        ]

    def fetched(scripts: Sequence[_Fetched]) -> None:
        tasks.run(lambda: read(scripts), ready, failed, Lane.COPY)

    tasks.run(fetch, fetched, failed)
