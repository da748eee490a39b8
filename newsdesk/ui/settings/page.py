"""Atur: what a user can choose, section by section. A change acts at once and is saved at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from newsdesk.i18n import _, pgettext
from newsdesk.ui.commands import Command
from newsdesk.ui.zones import now

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from newsdesk.paths import Paths
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.listening.listening import Listening
    from newsdesk.ui.look import Look
    from newsdesk.ui.newsrooms import Newsrooms
    from newsdesk.ui.preferences import Preferences
    from newsdesk.ui.settings.view import SettingsView
    from newsdesk.ui.tasks import Tasks


def _no_window(_name: str) -> None:
    """Stand in until the window gives the page its doors."""


def _no_script() -> None:
    """Stand in until somebody wants to know: a page with scripts, the gate."""


def _no_story(_story_id: int) -> None:
    """Stand in until there is a page with stories."""


class SettingsPage:
    """The page; its widgets are made when it is first shown."""

    key = "page.settings"
    icon = "settings"
    has_script = False
    unkept = False

    def __init__(
        self, look: Look, tasks: Tasks, preferences: Preferences, newsrooms: Newsrooms, paths: Paths
    ) -> None:
        self._look = look
        self._tasks = tasks
        self._preferences = preferences
        self._newsrooms = newsrooms
        self._paths = paths
        self._view: SettingsView | None = None
        self._newsroom: Newsroom | None = None
        self._listening: Listening | None = None
        self.open_newsroom: Callable[[str], None] = _no_window
        """The window's door to newsrooms, set by it."""
        self.read_again: Callable[[], None] = _no_script
        """Reads the open script anew, set by whoever has one."""
        self.look_again: Callable[[], None] = _no_script
        """Shows sources, tags, desks and the sign-off anew, set by whoever shows a script."""
        self.person_changed: Callable[[], None] = _no_script
        """Looks anew who is at this desk, set by whoever shows it."""
        self.programmes_changed: Callable[[], None] = _no_script
        """Looks for bulletins that are to be made now, set by whoever shows them."""
        self.open_story: Callable[[int], None] = _no_story
        """Opens a story, set by whoever has them."""

    @property
    def words(self) -> str:
        """The word in the rail."""
        return _("Atur")

    def widget(self) -> QWidget:
        """Return the page, made at the first call."""
        return self._made()

    def sections(self) -> tuple[tuple[str, str], ...]:
        """Return key and words of every section, in order."""
        return (
            ("appearance", _("Tampilan")),
            ("station", _("Stasiun")),
            ("person", _("Orang")),
            ("programmes", pgettext("section", "Program")),
            ("sources", _("Narasumber")),
            ("tags_desks", _("Tag dan desk")),
            ("voice", _("Suara")),
            ("house_style", _("Cara baca")),
            ("checks", _("Periksa")),
            ("law", _("Hukum")),
            ("newsrooms", _("Redaksi")),
            ("data", _("Data")),
        )

    def show_section(self, key: str) -> None:
        """Show a section; "new-newsroom" is the field for a new newsroom's name in its section,
        "first-administrator" the form that begins signing in.
        """
        self._made().show_section(key)

    def commands(self) -> list[Command]:
        """Return no commands of its own: its sections are places in the palette."""
        return []

    def listen_with(self, listening: Listening) -> None:
        """Let the voices be heard where they are chosen."""
        self._listening = listening

    def opened(self, newsroom: Newsroom) -> None:
        """Fill the sections that show the newsroom, if they were ever shown."""
        self._newsroom = newsroom
        if self._view is not None:
            self._view.opened(newsroom)

    def closing(self) -> None:
        """Nothing waits: every change was saved when it was made."""

    def forget(self) -> None:
        """Forget what the sections show: somebody else comes to this desk. They are made anew when shown."""
        self._newsroom = None
        if self._view is not None:
            self._view.setParent(None)
            self._view.deleteLater()
            self._view = None

    def _made(self) -> SettingsView:
        if self._view is None:
            from newsdesk.ui.settings.appearance import Appearance
            from newsdesk.ui.settings.checks import ChecksSection
            from newsdesk.ui.settings.data import DataSection
            from newsdesk.ui.settings.house_style import HouseStyleSection
            from newsdesk.ui.settings.law import LawSection
            from newsdesk.ui.settings.newsroom_section import NewsroomSection
            from newsdesk.ui.settings.people import PeopleSection
            from newsdesk.ui.settings.programmes import ProgrammesSection
            from newsdesk.ui.settings.sources import SourcesSection
            from newsdesk.ui.settings.station import Station
            from newsdesk.ui.settings.tags_desks import TagsDesksSection
            from newsdesk.ui.settings.view import SettingsView
            from newsdesk.ui.settings.voice import VoiceSection

            look, changed = self._look, lambda: self.look_again()
            self._view = SettingsView(
                look,
                self.sections(),
                {
                    "appearance": Appearance(look, self._preferences),
                    "station": Station(look, self._tasks, self._preferences, changed),
                    "person": PeopleSection(look, self._tasks, lambda: self.person_changed()),
                    "programmes": ProgrammesSection(
                        look,
                        self._tasks,
                        lambda: now(self._preferences.settings.zone),
                        lambda: self.programmes_changed(),
                    ),
                    "sources": SourcesSection(
                        look,
                        self._tasks,
                        lambda: now(self._preferences.settings.zone),
                        changed,
                        lambda story_id: self.open_story(story_id),
                    ),
                    "tags_desks": TagsDesksSection(look, self._tasks, changed),
                    "voice": VoiceSection(look, self._tasks, self._preferences, lambda: self._listening),
                    "house_style": HouseStyleSection(look, self._tasks, lambda: self.read_again()),
                    "checks": ChecksSection(look, self._tasks, changed),
                    "law": LawSection(
                        look, self._tasks, lambda: now(self._preferences.settings.zone), changed
                    ),
                    "newsrooms": NewsroomSection(look, self._newsrooms, self.open_newsroom),
                    "data": DataSection(look, self._paths),
                },
            )
            if self._newsroom is not None:
                self._view.opened(self._newsroom)
        return self._view
