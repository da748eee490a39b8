"""A clip or a note in words: what its card says, for the eye and for a screen reader."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from newsdesk.domain.blocks import Clip, Note
from newsdesk.domain.timing import clock_length
from newsdesk.errors import ClipGone
from newsdesk.i18n import _

if TYPE_CHECKING:
    from newsdesk.domain.blocks import Block
    from newsdesk.errors import ClipError

_LENGTH = re.compile(r"(?:(\d{1,3})[:.])?(\d{1,4})", re.ASCII)


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


def length_ms(typed: str) -> int | None:
    """Return a length typed as minutes and seconds, or seconds alone; None when it is none, 0 for "".

    >>> length_ms("0:18"), length_ms("75"), length_ms("1.05"), length_ms("satu")
    (18000, 75000, 65000, None)
    """
    found = _LENGTH.fullmatch(typed.strip())
    if found is None:
        return None if typed.strip() else 0
    minutes, seconds = int(found[1] or 0), int(found[2])
    return (minutes * 60 + seconds) * 1000 if not found[1] or seconds < 60 else None


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
