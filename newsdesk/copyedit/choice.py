"""What the newsroom lets its checks say."""

from __future__ import annotations

from dataclasses import dataclass

BREATH_SYLLABLES = 60
"""Syllables of a sentence that one breath carries: ten seconds at 350 syllables a minute, 22 to 25 words.

No Indonesian figure is published; a newsreader's comfortable breath is eight to ten seconds.
"""
MOST_FIGURES = 3
"""Numbers that a listener keeps from one sentence."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the newsroom has chosen: which checks apply, and where its limits lie.

    ``without`` holds names of checks ("brackets") that are off; everything else is on.
    """

    without: frozenset[str] = frozenset()
    breath_syllables: int = BREATH_SYLLABLES
    most_figures: int = MOST_FIGURES
    months_without_year: int = 2
