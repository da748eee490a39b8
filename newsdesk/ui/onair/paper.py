"""The measures of the announcer's screen: where words may stand at a size of script and of window."""

from __future__ import annotations

from typing import NamedTuple

SMALLEST, USUAL, LARGEST = 28, 42, 96
"""Pixels of the script's letters that a reader may choose, and what she begins with."""
LEFT = 64
"""Pixels left of every line, and the least right of it."""
TOP = 80
"""Where the first line's room for a respelling begins: under the line that names the item."""
FOOT = 56
"""Pixels at the bottom where no word of the script ever stands: keys, and the banner of breaking news."""
CARD = 100
"""Height of a clip's card."""
CARD_GAP = 28
"""Between a card and the words above it; under it the room for a respelling makes the same."""
_WIDEST_EM = 28
"""A longer line is lost by the eye on its way back."""


class Paper(NamedTuple):
    """A screen to break a script for: ``width`` and ``height`` of the widget it is painted on, in pixels."""

    width: int
    height: int
    size: int = USUAL

    @property
    def line_width(self) -> int:
        """How wide a line of words may be."""
        return max(4 * self.size, min(self.width - 2 * LEFT, _WIDEST_EM * self.size))

    @property
    def bottom(self) -> int:
        """Where the last line has to end."""
        return max(TOP + self.pitch, self.height - FOOT)

    @property
    def pitch(self) -> int:
        """From one line to the next: 1.7 times the size, the room for a respelling in it."""
        return -(-17 * self.size // 10)

    @property
    def baseline(self) -> int:
        """From the top of a line's room to where its letters stand."""
        return self.pitch - round(9 / 42 * self.size)

    @property
    def respelling(self) -> int:
        """From the top of a line's room to where a respelling stands."""
        return self.baseline - round(41 / 42 * self.size)

    @property
    def respelling_size(self) -> int:
        """Pixels of a respelling's letters: 18 at the usual size."""
        return max(12, round(18 / 42 * self.size))

    @property
    def quiet_size(self) -> int:
        """Pixels of the sign-off's letters: 24 at the usual size."""
        return max(16, round(24 / 42 * self.size))

    @property
    def paragraph_gap(self) -> int:
        """Between two paragraphs, beside the room for a respelling."""
        return round(0.5 * self.size)


def fitted(size: int) -> int:
    """Return the nearest size that a reader may choose."""
    return min(LARGEST, max(SMALLEST, size))
