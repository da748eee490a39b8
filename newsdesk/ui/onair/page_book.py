"""The frozen pages of the items, made once for each size, and the place where one reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdesk.domain.comparing import compare
from newsdesk.ui.onair.frozen_pages import Page, break_pages, page_at
from newsdesk.ui.onair.item_parts import parts_of_end, parts_of_item
from newsdesk.ui.onair.page_painter import fonts_for

if TYPE_CHECKING:
    from newsdesk.domain.air_bulletin import AirItem
    from newsdesk.ui.onair.paper import Paper
    from newsdesk.ui.theme import Theme

_KEPT = 12
"""Items whose pages are held: the one being read, its neighbours, and what was jumped between."""


class PageBook:
    """Breaks items into pages, and keeps what it has broken."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept: dict[object, tuple[Page, ...]] = {}

    def pages(
        self, item: AirItem, paper: Paper, *, written: bool, paraphrased: frozenset[int], cut_off: bool
    ) -> tuple[Page, ...]:
        """Return an item's pages for a size of screen and script."""
        key = (item.item_id, id(item.text), item.words, paper, written, paraphrased, cut_off)
        found = self._kept.get(key)
        if found is None:
            parts = parts_of_item(item, written=written, paraphrased=paraphrased, cut_off=cut_off)
            found = break_pages(parts, paper, fonts_for(self._theme, paper))
            while len(self._kept) >= _KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[key] = found
        return found

    def end(self, words: str, paper: Paper) -> tuple[Page, ...]:
        """Return the screen after the last item."""
        return break_pages(parts_of_end(words), paper, fonts_for(self._theme, paper))


def same_place(old: str, new: str, place: int, pages: tuple[Page, ...]) -> int:
    """Return which of ``pages`` (of ``new``) shows what stood at ``place`` of ``old``, in code points."""
    if old == new:
        return page_at(pages, place)
    for part in compare(old, new).parts:
        if part.old_start <= place < part.old_end:
            inside = min(place - part.old_start, max(0, part.new_end - part.new_start - 1))
            return page_at(pages, part.new_start + inside)
    return page_at(pages, len(new))
