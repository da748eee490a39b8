"""The pages of what is being read, and the place in them; no change of size or words loses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdesk.domain.blocks import places
from newsdesk.ui.onair.frozen_pages import Page, page_at
from newsdesk.ui.onair.item_parts import is_killed
from newsdesk.ui.onair.page_book import PageBook, same_place
from newsdesk.ui.onair.paper import Paper, fitted

if TYPE_CHECKING:
    from newsdesk.domain.air_bulletin import AirItem
    from newsdesk.ui.onair.microphone import Microphone
    from newsdesk.ui.theme import Theme


class ReadingPages:
    """Which screens there are and which is shown. ``paper`` is set by whoever knows the window's size."""

    def __init__(self, theme: Theme, microphone: Microphone, size: int) -> None:
        self._book = PageBook(theme)
        self._microphone = microphone
        self.paper = Paper(1, 1, fitted(size))
        self.written = False
        """Whether what was written is shown, not what is said."""
        self.all: tuple[Page, ...] = ()
        self.number = 0
        """The screen that is shown, from 0."""
        self._body = ""
        self._anchor = 0
        """Where in the body one reads: a change of size comes back to the same words."""
        self._cut_off = False
        """Whether the item was killed before it was taken: one that is being read stays on the screen."""

    @property
    def shown(self) -> Page:
        """The screen that is shown."""
        return self.all[self.number]

    @property
    def is_last(self) -> bool:
        """Whether nothing of the item comes after this screen."""
        return self.number + 1 >= len(self.all)

    def turn_to(self, number: int) -> None:
        """Go to another screen of the item."""
        self.number = max(0, min(number, len(self.all) - 1))
        self._anchor = self.shown.start

    @property
    def anchor(self) -> int:
        """Where in the body one reads (code point): the beginning of the screen one turned to."""
        return self._anchor

    def take(self, end: str) -> None:
        """Show the current item where the microphone stands in it; ``end`` are the words after the last."""
        item = self._microphone.current
        self._cut_off = item is not None and self._microphone.killed(item)
        self._body = _body(item)
        self.all = self._made(end)
        self._anchor = self._microphone.place
        self.number = self._of_anchor()

    def reload(self) -> None:
        """The current item has other words: stay where one reads in them."""
        old, self._body = self._body, _body(self._microphone.current)
        self.all = self._made("")
        self.turn_to(same_place(old, self._body, self._anchor, self.all))

    def break_again(self, end: str) -> None:
        """Break the same words for another size, and stay at the place where one began to read."""
        self.all = self._made(end)
        self.number = self._of_anchor()

    def make_ahead(self) -> None:
        """Break what comes next, so that taking it costs nothing."""
        ahead = self._microphone.ahead
        if ahead:
            self._of(ahead[0], cut_off=is_killed(ahead[0]))

    def upto(self, blocks: set[int]) -> int | None:
        """Return the last of these blocks that stands before the end of the screen, None without any."""
        at = places(self._body)
        after = self.number + 1
        end = self.all[after].start if after < len(self.all) else len(self._body)
        return max((block for block in blocks if at[block] <= end), default=max(blocks, default=None))

    def _of_anchor(self) -> int:
        """Return the screen of the place where one reads: the very same where screens are as they were."""
        screen = self._microphone.screen
        same = screen < len(self.all) and self.all[screen].start == self._anchor
        return screen if same else page_at(self.all, self._anchor)

    def _made(self, end: str) -> tuple[Page, ...]:
        item = self._microphone.current
        if item is None or self._microphone.over:
            return self._book.end(end, self.paper)
        return self._of(item, cut_off=self._cut_off or is_killed(item))

    def _of(self, item: AirItem, *, cut_off: bool) -> tuple[Page, ...]:
        return self._book.pages(
            item,
            self.paper,
            written=self.written,
            paraphrased=frozenset(self._microphone.paraphrases(item)),
            cut_off=cut_off,
        )


def _body(item: AirItem | None) -> str:
    if item is None:
        return ""
    return item.text.body if item.text is not None else item.words
