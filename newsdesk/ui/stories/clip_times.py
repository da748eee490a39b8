"""How long the clips of a script take: all, those ahead of the cursor, those selected."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from newsdesk.domain.blocks import Clip

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCursor

    from newsdesk.ui.stories.script_blocks import Standing


class ClipTimes(NamedTuple):
    """Milliseconds."""

    all_of_it: int = 0
    ahead: int = 0
    selected: int = 0


def clip_times(standing: Iterable[Standing], cursor: QTextCursor) -> ClipTimes:
    """Return how long the clips take, for a cursor among them."""
    clips = [(one.position, one.block.milliseconds) for one in standing if isinstance(one.block, Clip)]
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    return ClipTimes(
        sum(length for _at, length in clips),
        sum(length for at, length in clips if at >= cursor.position()),
        sum(length for at, length in clips if start <= at < end),
    )
