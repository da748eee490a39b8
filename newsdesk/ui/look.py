"""What a painted control needs to know how it looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newsdesk.ui.icons import Icons
    from newsdesk.ui.theme import Theme


class Look(NamedTuple):
    """Colours and type, and the icons drawn in them: given to every control of the window."""

    theme: Theme
    icons: Icons
