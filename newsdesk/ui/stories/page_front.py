"""What the Naskah page shows first: its columns with the list in the left one, while nothing else is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from newsdesk.ui.stories.list_panel import ListPanel
from newsdesk.ui.stories.page_middle import PageMiddle
from newsdesk.ui.stories.panes import Panes
from newsdesk.ui.stories.story_shelf import StoryShelf
from newsdesk.ui.zones import as_tzinfo, zone_named

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from newsdesk.errors import NewsdeskError
    from newsdesk.ui.look import Look
    from newsdesk.ui.preferences import Preferences
    from newsdesk.ui.tasks import Tasks


@dataclass(frozen=True, eq=False)
class PageFront:
    """The list and where it stands; the rooms (:mod:`newsdesk.ui.stories.page_rooms`) are made round it."""

    list: ListPanel
    middle: PageMiddle
    panes: Panes
    shelf: StoryShelf


def page_front(
    look: Look,
    tasks: Tasks,
    preferences: Preferences,
    now: Callable[[], datetime],
    tell: Callable[[NewsdeskError], None],
    owner: QObject,
) -> PageFront:
    """Make it; ``now`` gives this moment in the station's zone, failures go to ``tell``."""
    panel = ListPanel(look, now, as_tzinfo(zone_named(preferences.settings.zone)))
    middle = PageMiddle()
    panes = Panes(look, panel, middle, preferences)
    middle.turned.connect(panes.show_inspector_pane)
    return PageFront(list=panel, middle=middle, panes=panes, shelf=StoryShelf(tasks, panel, tell, owner))
