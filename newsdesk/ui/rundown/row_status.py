"""How a row of a rundown stands, as icon, word and colour: never a colour alone."""

from __future__ import annotations

from typing import NamedTuple

from newsdesk.domain.readiness import Standing
from newsdesk.domain.rundown import ItemKind
from newsdesk.domain.story import StoryStatus
from newsdesk.i18n import _, pgettext


class RowStatus(NamedTuple):
    """A Lucide icon, the word, the token of its ink; ``struck`` strikes the word through.

    ``why`` says in a sentence what is missing, "" where nothing is.
    """

    icon: str
    words: str
    ink: str
    struck: bool = False
    why: str = ""


NO_STATUS = RowStatus("", "", "text_3")
"""A row of a template: it stands nowhere yet."""


class RowFacts(NamedTuple):
    """What a row shows that does not stand in the rundown itself.

    ``slug`` is the story's, or the row's own; ``reader`` a first name; ``locked_by`` who is writing in the
    story; ``newer`` a revision newer than the pinned one, 0 for none; ``changed`` whether words were changed
    after approval; ``takes`` how long it takes its reader and how far off that may be, "" while nothing is
    learnt. ``spread_ms`` is how far the reader's readings may take the row from its estimate, 0 while
    nothing was learnt of them.
    """

    slug: str
    status: RowStatus
    reader: str = ""
    has_clip: bool = False
    locked_by: str = ""
    newer: int = 0
    changed: bool = False
    takes: str = ""
    spread_ms: int = 0


def row_status(standing: Standing, why: str = "") -> RowStatus:
    """Return how a row that stands so looks."""
    icon, words, ink = {
        Standing.EMPTY: ("square-dashed", _("Kosong"), "tunggu"),
        Standing.DRAFT: ("circle-dashed", _("Draf"), "draf"),
        Standing.WAITING: ("hourglass", _("Menunggu"), "tunggu"),
        Standing.CHANGED: ("file-pen-line", _("Berubah"), "ubah"),
        Standing.APPROVED: ("circle-check", _("Disetujui"), "setuju"),
        Standing.MISSING: ("circle-alert", _("Belum lengkap"), "temuan"),
        Standing.READY: ("mic", _("Siap"), "siap"),
        Standing.AIRED: ("check-check", _("Sudah siar"), "sudah"),
        Standing.SPIKED: ("circle-slash", _("Disisihkan"), "sisih"),
        Standing.KILLED: ("ban", _("Dicabut"), "udara"),
    }[standing]
    return RowStatus(icon, words, ink, standing in (Standing.SPIKED, Standing.KILLED), why)


def kind_icon(kind: ItemKind, *, clip: bool = False) -> str:
    """Return the Lucide name of a row's type."""
    return {
        ItemKind.STORY: "audio-lines" if clip else "file-text",
        ItemKind.WORDS: "message-square-text",
        ItemKind.JINGLE: "music",
        ItemKind.BREAK: "megaphone",
        ItemKind.NETWORK: "satellite-dish",
        ItemKind.PRAYER: "moon-star",
    }[kind]


def kind_words(kind: ItemKind, *, clip: bool = False) -> str:
    """Return the word for a row's type."""
    return {
        ItemKind.STORY: _("Naskah + klip") if clip else pgettext("story", "Naskah"),
        ItemKind.WORDS: _("Kata tetap"),
        ItemKind.JINGLE: _("Jingle"),
        ItemKind.BREAK: _("Jeda iklan"),
        ItemKind.NETWORK: _("Sambungan"),
        ItemKind.PRAYER: _("Azan"),
    }[kind]


def story_look(status: StoryStatus) -> RowStatus:
    """Return how a story looks that is in no bulletin."""
    return row_status(
        {
            StoryStatus.DRAFT: Standing.DRAFT,
            StoryStatus.WAITING: Standing.WAITING,
            StoryStatus.CHANGED: Standing.CHANGED,
            StoryStatus.APPROVED: Standing.APPROVED,
            StoryStatus.AIRED: Standing.AIRED,
            StoryStatus.KILLED: Standing.KILLED,
            StoryStatus.SPIKED: Standing.SPIKED,
        }[status]
    )
