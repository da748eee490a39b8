"""What the palette searches: commands and places at once, stories and people from the database."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from newsdesk.i18n import _, pgettext
from newsdesk.ui.palette_entries import Asked, Entry, Group, best, of_command

if TYPE_CHECKING:
    from newsdesk.domain.attribution import Source
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.commands import Command, Commands
    from newsdesk.ui.tasks import Tasks

_STORIES = 6
_PEOPLE = 3


class Finder:
    """Answers the palette: first with what is known here, then again with what the database found."""

    def __init__(
        self,
        tasks: Tasks,
        commands: Commands,
        places: Callable[[], list[Command]],
        newsroom: Callable[[], Newsroom | None],
        open_story: Callable[[int], None],
        use_source: Callable[[Source], None],
    ) -> None:
        self._tasks = tasks
        self._commands = commands
        self._places = places
        self._newsroom = newsroom
        self._open_story = open_story
        self._use_source = use_source

    def find(self, asked: Asked, answer: Callable[[list[Group]], None]) -> None:
        """Call ``answer`` with the groups in order: this page's commands, others, places, stories, people."""
        here = self._here(asked)
        newsroom = self._newsroom()
        if newsroom is None or asked.only == ">" or (not asked.needle and not asked.only):
            answer(here)
            return
        if asked.only == "":
            answer(here)
        self._tasks.run(
            lambda: self._from_database(newsroom, asked),
            lambda found: answer(here + found),
            lambda error: self._database_failed(error, here, answer),
        )

    def _here(self, asked: Asked) -> list[Group]:
        if asked.only in ("@", "#"):
            return []
        page = best(asked.needle, map(of_command, self._commands.page()))
        taken = {entry.words for entry in page}
        own = [entry for entry in map(of_command, self._commands.own()) if entry.words not in taken]
        groups = [Group(_("Perintah untuk halaman ini"), page), Group(_("Perintah"), best(asked.needle, own))]
        if not asked.only:
            groups.append(Group(_("Pindah halaman"), best(asked.needle, map(of_command, self._places()))))
        return groups

    def _from_database(self, newsroom: Newsroom, asked: Asked) -> list[Group]:
        groups: list[Group] = []
        if asked.only in ("", "#"):
            groups.append(Group(pgettext("page", "Naskah"), self._stories(newsroom, asked.needle)))
        if asked.only in ("", "@"):
            groups.append(Group(_("Orang"), self._people(newsroom, asked.needle)))
        return groups

    def _stories(self, newsroom: Newsroom, needle: str) -> list[Entry]:
        from newsdesk.services.browsing import View

        return [
            Entry(row.slug or row.headline, "file-text", partial(self._open_story, row.id), row.lead)
            for row in newsroom.browsing.stories(View.ALL, needle, _STORIES)
        ]

    def _people(self, newsroom: Newsroom, needle: str) -> list[Entry]:
        return [
            Entry(source.name, _icon(source), partial(self._use_source, source), _about(source))
            for source in newsroom.sources.list(needle)[:_PEOPLE]
        ]

    def _database_failed(
        self, error: NewsdeskError, here: list[Group], answer: Callable[[list[Group]], None]
    ) -> None:
        # The palette still runs commands without the database; the page itself says what is wrong with it.
        answer(here)


def _icon(source: Source) -> str:
    return "user" if source.person else "building-2"


def _about(source: Source) -> str:
    about = (source.office, source.organisation if source.person else "")
    return ", ".join(part for part in about if part)
