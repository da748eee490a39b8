"""Sentences of a spoken text: the unit that a voice says and an announcer breathes."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsdesk.spoken.spoken_text import SpokenText
from newsdesk.spoken.text import SpokenWord

_ENDS = ".?!…"
_MARKS = re.compile(r"[.]+,|[.?!…,;:]|[ \u00a0][-–—][ \u00a0]|[()]")


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


def sentences(spoken: SpokenText) -> tuple[Sentence, ...]:
    """Divide a spoken text into sentences.

    A sentence ends at . ? ! … where the next word does not begin with a small letter, and at a paragraph's
    end. A dot inside a reading (2.65, W.R., Jl., 28 Okt. 2024) is no end.
    """
    inside = _gaps_inside_readings(spoken)
    words = spoken.words
    text = spoken.source
    found: list[Sentence] = []
    first = 0
    pauses: list[str] = []
    for index, word in enumerate(words):
        last = index + 1 == len(words)
        gap_end = len(text) if last else max(word.end, words[index + 1].start)
        gap = text[word.end : gap_end]
        pause, paragraph = ("", False) if word.end in inside else _heard(gap)
        paragraph = paragraph or last
        if not paragraph and pause in {".", "?", "!"} and not _begins(text, gap, gap_end):
            pause = "," if pause == "." else pause
            ends = False
        else:
            ends = paragraph or pause in {".", "?", "!"}
        if ends and pause not in {".", "?", "!"}:
            pause = "."
        pauses.append(pause)
        if ends:
            end = word.end + _closing(gap)
            found.append(
                Sentence(words[first].start, end, words[first : index + 1], tuple(pauses), paragraph)
            )
            first = index + 1
            pauses = []
    return tuple(found)


def _gaps_inside_readings(spoken: SpokenText) -> set[int]:
    """Return where a word ends that is not the last of its reading."""
    return {
        part.end for reading in spoken.readings for part in reading.parts if part.end < reading.parts[-1].end
    }


def _heard(gap: str) -> tuple[str, bool]:
    """Return the strongest punctuation of a gap, and whether a paragraph ends in it."""
    if gap in {"", " "}:
        return "", False
    strength = ["", ",", ";", ":", ".", "!", "?"]
    heard = ""
    # What stands before the next paragraph's first word is not heard after this one's last.
    for mark in _MARKS.findall(gap.partition("\n")[0]):
        sign = "." if mark == "…" else mark if mark in strength else ","
        if strength.index(sign) > strength.index(heard):
            heard = sign
    return heard, "\n" in gap


def _begins(text: str, gap: str, next_start: int) -> bool:
    """Say whether a new sentence begins at ``next_start``: after a space, and not with a small letter."""
    return any(character.isspace() for character in gap) and not text[next_start].islower()


def _closing(gap: str) -> int:
    """Return how much of a gap still belongs to the sentence before it: its last mark and closing quotes."""
    closing = re.match(r"[^\s(\[“‘]*", gap)
    return closing.end() if closing else 0
