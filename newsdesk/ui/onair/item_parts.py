"""What of any item of a bulletin stands on the announcer's screen."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from newsdesk.domain.air_bulletin import AirStatus
from newsdesk.domain.rundown import ItemKind
from newsdesk.domain.timing import clock_length
from newsdesk.i18n import _
from newsdesk.ui.onair.air_rows import kind_words
from newsdesk.ui.onair.air_times import length_ms
from newsdesk.ui.onair.reading_text import ClipCard, Part, Quiet, parts_of, parts_of_words

if TYPE_CHECKING:
    from newsdesk.domain.air_bulletin import AirItem


def parts_of_item(
    item: AirItem, *, written: bool, paraphrased: Collection[int], cut_off: bool
) -> tuple[Part, ...]:
    """Return what stands on the screen for an item.

    ``cut_off`` is True for what was killed before anybody read it: then none of its words are shown.
    """
    if cut_off:
        return (_quiet(_("Naskah ini dicabut dan tidak boleh dibaca.")),)
    if item.text is not None:
        return parts_of(item.text, written=written, paraphrased=paraphrased)
    if item.words:
        return parts_of_words(item.words)
    if item.clips:
        return tuple(ClipCard(one.block, one.clip, 0) for one in item.clips)
    if item.kind is ItemKind.STORY:
        return (_quiet(_("Belum ada naskah di tempat ini.")),)
    return (_quiet(f"{kind_words(item.kind)}, {clock_length(length_ms(item))}"),)


def parts_of_end(words: str) -> tuple[Part, ...]:
    """Return the last screen of a bulletin."""
    return (_quiet(words),)


def is_killed(item: AirItem) -> bool:
    """Whether an item was killed by the desk, and the announcer has it so."""
    return item.status is AirStatus.KILLED


def _quiet(words: str) -> Quiet:
    return Quiet(words, is_note=False, at=0)
