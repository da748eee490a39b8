"""Which sections of the inspector are open, from one start to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdesk.ui.preferences import Preferences
    from newsdesk.ui.stories.inspector import Inspector

_NONE = "-"
"""Stands for no section at all; "" in the settings means that nobody has chosen yet."""


def keep_sections(inspector: Inspector, preferences: Preferences) -> None:
    """Open the sections that were open last, and remember from now on which are."""
    chosen = preferences.settings.open_sections.split()
    sections = inspector.sections()

    def keep(_folded: bool) -> None:
        opened = [key for key, section in sections.items() if section.is_open]
        preferences.set("open_sections", " ".join(opened) or _NONE)

    for key, section in sections.items():
        if chosen:
            section.set_open(key in chosen)
        section.folded.connect(keep)
