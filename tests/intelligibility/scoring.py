"""Word error rate: what was written down against what an announcer says."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from tests.intelligibility.speaking import READING

_WORD = re.compile(r"\w+")
RESAMPLES = 4_000
SEED = 2_026


class Score(NamedTuple):
    """One answer: its words with figures written out, its edits to the announcer's words, and by letters.

    ``edits`` can be more than ``words``: a recogniser that loses the thread repeats itself; ``bounded_edits``
    cannot.
    """

    heard: str
    edits: int
    words: int
    bounded_edits: int
    letter_edits: int
    letters: int


def score(said: str, answer: str) -> Score:
    """Score a recogniser's answer; its figures and signs are first written out by our own reading.

    The same is done whichever way the sentence was spoken. An answer wholly in capitals is taken in small
    letters: its capitals mark no acronyms. By letters, spaces do not count: "kapeu" is "ka pe u".
    """
    written_out = READING.read(answer if any(map(str.islower, answer)) else answer.lower())
    wanted = _WORD.findall(said.lower())
    heard = _WORD.findall(" ".join(word.text for word in written_out.words).lower())
    close, near = "".join(wanted), "".join(heard)
    wrong, words = edits(wanted, heard), len(wanted)
    return Score(" ".join(heard), wrong, words, min(wrong, words), edits(close, near), len(close))


def together(scores: Sequence[Score]) -> Score:
    """Add up the scores of one sentence that was said several times."""
    sums = (sum(figures) for figures in list(zip(*scores, strict=True))[1:])
    return Score(" / ".join(one.heard for one in scores), *sums)


def edits(wanted: Sequence[str], heard: Sequence[str]) -> int:
    """Return the least number of substitutions, insertions and deletions (Levenshtein)."""
    row = list(range(len(heard) + 1))
    for at, one in enumerate(wanted, 1):
        before, row[0] = row[0], at
        for place, other in enumerate(heard, 1):
            before, row[place] = row[place], min(row[place] + 1, row[place - 1] + 1, before + (one != other))
    return row[-1]


def word_errors(scores: Sequence[Score]) -> float:
    """Return the word error rate of a whole set in percent."""
    return 100 * sum(one.edits for one in scores) / sum(one.words for one in scores)


def bounded_word_errors(scores: Sequence[Score]) -> float:
    """Return it with no sentence more than wholly wrong, so that a repetition weighs no more."""
    return 100 * sum(one.bounded_edits for one in scores) / sum(one.words for one in scores)


def letter_errors(scores: Sequence[Score]) -> float:
    """Return the letter error rate of a whole set in percent, spaces apart."""
    return 100 * sum(one.letter_edits for one in scores) / sum(one.letters for one in scores)


def gain_interval(
    before: Sequence[Score], after: Sequence[Score], rate: Callable[[Sequence[Score]], float] = word_errors
) -> tuple[float, float]:
    """Return the 95 % interval of the points won by ``rate``, drawing pairs with replacement (bootstrap)."""
    chance = random.Random(SEED)
    pairs = list(zip(before, after, strict=True))
    gains: list[float] = []
    for _ in range(RESAMPLES):
        drawn = chance.choices(pairs, k=len(pairs))
        gains.append(rate([one for one, _ in drawn]) - rate([other for _, other in drawn]))
    gains.sort()
    return gains[round(0.025 * RESAMPLES)], gains[round(0.975 * RESAMPLES) - 1]
