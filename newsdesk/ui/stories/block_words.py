"""A clip or a note in words: what its card says, for the eye and for a screen reader."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from newsdesk.domain.blocks import Clip, Note
from newsdesk.domain.timing import clock_length
from newsdesk.errors import ClipGone
from newsdesk.i18n import _

if TYPE_CHECKING:
    from newsdesk.domain.blocks import Block
    from newsdesk.errors import ClipError


class State(NamedTuple):
    """What is the matter with a clip's file: an icon, words, and the colour of both."""

    icon: str
    words: str
    token: str


def clip_title(clip: Clip) -> str:
    """Return what a clip is called on its card: "Klip HANUNG-IPS"."""
    return _("Klip {name}").format(name=clip.name) if clip.name else _("Klip tanpa nama")


def clip_length(clip: Clip) -> str:
    """Return a clip's length as "0:18", "" when nobody knows it yet."""
    return clock_length(clip.milliseconds) if clip.milliseconds else ""


def clip_state(clip: Clip, trouble: ClipError | None) -> State | None:
    """Return what stands in the way of hearing a clip; None when nothing does."""
    if not clip.path:
        return State("hourglass", _("Berkas menyusul"), "tunggu")
    if trouble is None:
        return None
    file = PurePath(clip.path).name
    if isinstance(trouble, ClipGone):
        words = _("{file} tidak ada di tempatnya, pilih lagi").format(file=file)
    else:
        words = _("{file} tidak bisa dipakai, pilih lagi").format(file=file)
    return State("circle-alert", words, "temuan")


def quoted(words: str) -> str:
    """Put words that are heard into quotation marks."""
    return f"“{words}”"


def block_in_words(block: Block, trouble: ClipError | None = None) -> str:
    """Return all of a card in one line."""
    if isinstance(block, Note):
        return _("Catatan penyiar, tidak dibaca: {text}").format(text=block.text)
    state = clip_state(block, trouble)
    parts = [
        clip_title(block),
        clip_length(block),
        block.speaker,
        _("mulai {words}").format(words=quoted(block.in_words)) if block.in_words else "",
        _("akhir {words}").format(words=quoted(block.out_words)) if block.out_words else "",
        state.words if state else "",
    ]
    return ", ".join(part for part in parts if part)
