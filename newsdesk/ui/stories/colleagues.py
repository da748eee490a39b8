"""Who else is at the story on the desk: what they saved meanwhile, and what they are writing now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from newsdesk.ui.stories.conflict_desk import ConflictDesk
from newsdesk.ui.stories.lock_desk import LockDesk

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.commands import Command
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.inspector import Inspector
    from newsdesk.ui.stories.panes import Panes
    from newsdesk.ui.stories.script_pane import ScriptPane
    from newsdesk.ui.stories.story_desk import StoryDesk
    from newsdesk.ui.tasks import Tasks


class Colleagues:
    """Holds the desks that look after two people at one story; each connects itself."""

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        pane: ScriptPane,
        inspector: Inspector,
        desk: StoryDesk,
        panes: Panes,
        now: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        self.conflict = ConflictDesk(look, tasks, pane, desk, panes, now, parent)
        self.lock = LockDesk(look, tasks, pane, inspector, desk, self.conflict, now, parent)

    def opened(self, newsroom: Newsroom | None) -> None:
        """Work in this newsroom from now on; None when it closes."""
        self.conflict.opened(newsroom)
        self.lock.opened(newsroom)

    def commands(self) -> list[Command]:
        """Return what can be done here now."""
        return self.lock.commands()
