"""The states of a story as icon, word and colour: never a colour alone."""

from __future__ import annotations

from typing import NamedTuple

from newsdesk.i18n import _


class StatusLook(NamedTuple):
    """A Lucide icon, the word, and the tokens of its ink and fill."""

    icon: str
    words: str
    ink: str
    fill: str


def status_look(status: str) -> StatusLook:
    """Return how a status (the value of a StoryStatus) looks; raises :class:`KeyError` for an unknown one."""
    return {"draft": StatusLook("circle-dashed", _("Draf"), "draf", "draf_bg")}[status]
