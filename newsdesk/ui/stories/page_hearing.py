"""What is heard on the Naskah page: the open story, and several chosen in the list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsdesk.i18n import _
from newsdesk.ui.commands import Command
from newsdesk.ui.listening.save import HeardStory
from newsdesk.ui.stories.listening_script import ListeningScript
from newsdesk.ui.stories.several import prepare

if TYPE_CHECKING:
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.listening.listening import Listening
    from newsdesk.ui.listening.recording import Cue
    from newsdesk.ui.stories.list_panel import ListPanel
    from newsdesk.ui.stories.script_pane import ScriptPane
    from newsdesk.ui.stories.story_desk import StoryDesk
    from newsdesk.ui.tasks import Tasks


class PageHearing:
    """Connects the page to the player: :attr:`listening`, None until the window gives it.

    ``now`` gives this moment in the station's zone; failures go to ``tell``.
    """

    def __init__(
        self,
        tasks: Tasks,
        panel: ListPanel,
        pane: ScriptPane,
        desk: StoryDesk,
        now: Callable[[], datetime],
        tell: Callable[[NewsdeskError], None],
        parent: QObject,
    ) -> None:
        self._tasks = tasks
        self._panel = panel
        self._header = pane.header
        self._desk = desk
        self._now = now
        self._tell = tell
        self._newsroom: Newsroom | None = None
        self.script = ListeningScript(pane.editor, parent)
        self.listening: Listening | None = None

    def opened(self, newsroom: Newsroom | None) -> None:
        """Fetch chosen stories from this newsroom; None: from nowhere."""
        self._newsroom = newsroom

    def listen_with(self, listening: Listening) -> None:
        """Let the scripts of this page be heard."""
        self.listening = listening
        self.script.listen_with(listening)
        listening.player.cue_said.connect(self._show_heard)

    def follow(self) -> None:
        """Hear from now on the script that stands on the desk."""
        if self.listening is not None:
            self.listening.follow(self.script.sentences, self._about, self.script.again)

    def commands(self) -> list[Command]:
        """Return what can be done: the player's own, and hearing the chosen stories."""
        own = self.listening.commands() if self.listening is not None else []
        return [
            *own,
            Command(
                "listen.stories",
                _("Dengar naskah terpilih berurutan"),
                "list-ordered",
                self._hear_chosen,
                detail=_("pilih di daftar dengan Shift atau Ctrl"),
                when=lambda: self.listening is not None and len(self._panel.chosen) > 1,
            ),
        ]

    def _show_heard(self, cue: Cue | None) -> None:
        self._panel.rows.show_heard(cue.story if cue else 0)

    def _hear_chosen(self) -> None:
        if self._newsroom is not None and self.listening is not None:
            hear = self.listening.hear_stories
            zone = self._now().tzinfo
            prepare(self._tasks, self._newsroom, zone, self._panel.chosen, hear, self._tell)

    def _about(self) -> HeardStory:
        story, header = self._desk.story, self._header
        writers = story.script.bylines if story is not None else ()
        airtime = story.airtime if story is not None else None
        return HeardStory(
            header.slug.text(),
            header.headline.text(),
            story.id if story is not None else 0,
            story.revision if story is not None else 0,
            ", ".join(writer.name for writer in writers),
            airtime and airtime.astimezone(self._now().tzinfo),
            self._desk.autosave.unsaved,
        )
