"""The saved views above the story list."""

from __future__ import annotations

from newsdesk.i18n import _
from newsdesk.ui.components.saved_views import ViewLook


def views() -> tuple[ViewLook, ...]:
    """Return the saved views from the top, in the language in use; keys are values of the services' View."""
    return (
        ViewLook("my_drafts", _("Draf saya"), "circle-dashed"),
        ViewLook("today", _("Hari ini"), "calendar"),
        ViewLook("all", _("Semua"), "file-text"),
    )
