"""Several stories chosen in the list, made ready to be heard in their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from newsdesk.ui.listening.recording import Cue
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from newsdesk.domain.story import Script
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.tasks import Tasks


def prepare(
    tasks: Tasks,
    newsroom: Newsroom,
    stories: Sequence[int],
    ready: Callable[[Sequence[Cue]], None],
    failed: Callable[[NewsdeskError], None],
) -> None:
    """Fetch the newest revision of each story, read it, and call ``ready``; one never saved is left out.

    The database and the reading are on lanes of their own, so that neither holds up typing.
    """

    def fetch() -> list[tuple[int, Script]]:
        drafting = newsroom.drafting
        newest = [(story, drafting.revisions(story)) for story in stories]
        return [(story, drafting.revision(story, rows[0].number).script) for story, rows in newest if rows]

    def read(scripts: Sequence[tuple[int, Script]]) -> list[Cue]:
        return [
            Cue(newsroom.reading.sentences(script.body, said_here=script.said_here), story, script.slug)
            for story, script in scripts
        ]

    def fetched(scripts: Sequence[tuple[int, Script]]) -> None:
        tasks.run(lambda: read(scripts), ready, failed, Lane.COPY)

    tasks.run(fetch, fetched, failed)
