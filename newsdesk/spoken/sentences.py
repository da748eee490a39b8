"""Sentences of a spoken text: the unit that a voice says and an announcer breathes."""

from __future__ import annotations

from typing import NamedTuple

from newsdesk.spoken.text import SpokenWord


class Sentence(NamedTuple):
    """One sentence as it is said.

    ``[start, end)`` is its span in the script; ``pauses[i]`` is the punctuation that a voice should heed
    after ``words[i]`` ("", ",", ";", ":", ".", "?", "!"); ``ends_paragraph`` asks for a longer rest.
    """

    start: int
    end: int
    words: tuple[SpokenWord, ...]
    pauses: tuple[str, ...]
    ends_paragraph: bool
