"""Where the reporter was when the program was closed: story and cursor, for one newsroom."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdesk.ui.preferences import Preferences

_DIVIDER = "\t"


def remember(preferences: Preferences, newsroom: str, story_id: int, position: int) -> None:
    """Keep the story on the desk and the cursor in it (a document position) for the next start."""
    preferences.set("last_story", _DIVIDER.join((newsroom, str(story_id), str(position))))


def remembered(preferences: Preferences, newsroom: str) -> tuple[int, int]:
    """Return story and position kept for ``newsroom``, or (0, 0)."""
    parts = preferences.settings.last_story.split(_DIVIDER)
    if len(parts) != 3 or parts[0] != newsroom or not (parts[1].isdecimal() and parts[2].isdecimal()):
        return 0, 0
    return int(parts[1]), int(parts[2])
