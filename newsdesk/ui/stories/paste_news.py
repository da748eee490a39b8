"""What the line of news says while a long text is being pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdesk.i18n import _

if TYPE_CHECKING:
    from newsdesk.ui.components.news_line import NewsLine


def tell_pasting(line: NewsLine, share: float) -> None:
    """Tell how much of a paste is in, from 0 to 1; 1 is the end."""
    if share < 1:
        line.tell(
            _("Menempel… {n}%").format(n=int(share * 100)),
            icon="clipboard-paste",
            lasts=True,
            about="paste",
        )
    else:
        line.settle("paste")
