"""Finds what of an original stands unchanged in the script made from it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsdesk.copyedit.checks.tables import listed

LONGEST_COMPARED = 200_000
"""Code points of each text that are compared: some thirty thousand words, more than any story."""
FEWEST_WORDS = 5
"""Words of a run that counts as carried over. Shorter ones are everybody's: "pada hari Kamis kemarin"; the
shortest that an editor would call copied has five ("penilaian dilakukan pada 548 daerah")."""
FEWEST_SMALL = 3
"""Words in small letters that such a run has: names and offices are the same in everybody's copy."""
FEWEST_WHOLE = 3
"""Words of a whole sentence that counts as carried over, however short: it was not written anew."""
_SEED = 3
"""Words in a row that a run is found by."""
_CUT = 3
"""Words of the original that may be left out within a run: cutting a word is not yet writing anew."""
_MOST_PLACES = 8
"""Places of the original looked at for the same three words; hostile text has them thousands of times."""
_WORD = re.compile(r"[^\W_]+(?:[-'’.,/][^\W_]+)*")
_ENDS = re.compile(r"[.!?…][\"”“’'»)]*\s|\n(?![a-z])")
"""Ends of sentences; a line that goes on with a small letter was wrapped by mail."""


class Carried(NamedTuple):
    """What stands in both texts.

    ``original`` and ``script`` are spans ``[start, end)`` in code points, in order, none overlapping; those
    of the original run over words that were left out, those of the script hold carried words only.
    ``sentences`` counts the sentences of the original that they touch.
    """

    original: tuple[tuple[int, int], ...]
    script: tuple[tuple[int, int], ...]
    sentences: int
    carried_words: int
    script_words: int
    original_words: int

    @property
    def share(self) -> float:
        """How much of the script's words is carried over, 0 to 1."""
        return self.carried_words / self.script_words if self.script_words else 0.0


class Words:
    """The words of one text, ready to be compared: folded, with their spans and sentences."""

    def __init__(self, text: str) -> None:
        found = list(_WORD.finditer(text, 0, LONGEST_COMPARED))
        self.count = len(found) + len(text[LONGEST_COMPARED:].split())
        self.spans = [match.span() for match in found]
        self.written = [match.group() for match in found]
        self.folded = [word.casefold() for word in self.written]
        ends = [match.start() for match in _ENDS.finditer(text, 0, LONGEST_COMPARED)]
        self.sentence: list[int] = []
        passed = 0
        for start, _end in self.spans:
            while passed < len(ends) and ends[passed] < start:
                passed += 1
            self.sentence.append(passed)
        self._line_ends = [match.start() for match in re.finditer("\n", text[:LONGEST_COMPARED])]

    def places(self) -> dict[tuple[str, ...], list[int]]:
        """Return where every three words in a row begin, the first few places of each."""
        found: dict[tuple[str, ...], list[int]] = {}
        for at, seed in enumerate(zip(self.folded, self.folded[1:], self.folded[2:], strict=False)):
            known = found.setdefault(seed, [])
            if len(known) < _MOST_PLACES:
                known.append(at)
        return found

    def sentence_of(self, index: int) -> tuple[int, int]:
        """Return which words ``[first, last)`` the sentence of the word ``index`` has."""
        number = self.sentence[index]
        return bisect_left(self.sentence, number), bisect_right(self.sentence, number)

    def span(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """Yield where the words ``[first, last)`` stand, one span for each line: blocks lie between lines."""
        start = self.spans[first][0]
        end = self.spans[last - 1][1]
        for at in self._line_ends[bisect_left(self._line_ends, start) : bisect_left(self._line_ends, end)]:
            if at < start:  # an empty line
                continue
            behind = bisect_left(self.spans, (at, at))
            yield start, self.spans[behind - 1][1]
            start = self.spans[behind][0]
        yield start, end

    def is_whole(self, first: int, last: int) -> bool:
        """Say whether the words ``[first, last)`` are one or more whole sentences."""
        begins = first == 0 or self.sentence[first - 1] != self.sentence[first]
        ends = last == len(self.sentence) or self.sentence[last - 1] != self.sentence[last]
        return begins and ends


class _Run(NamedTuple):
    """Words ``[script, script + words)`` stand in the original from word ``original`` on."""

    script: int
    original: int
    words: int


class Original:
    """An original whose words are at hand: it stays while the script beside it is typed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = Words(text)
        self._places = self.words.places()

    def carried(self, script: str) -> Carried:
        """Return what of this original stands in ``script``. Any text; linear in the length of both.

        Quotation marks, case, line ends and spaces do not count. A run may leave out up to three words of the
        original in a row. What counts is a run of :data:`FEWEST_WORDS`, or a whole sentence.

        >>> Original("Jalan itu rusak parah sejak Lebaran, kata warga.").carried(
        ...     "Jalan itu rusak sejak lebaran.").share
        1.0
        """
        new = Words(script)
        chains = [chain for chain in self._chains(new) if self._counts(new, chain)]
        old = [(chain[0].original, chain[-1].original + chain[-1].words) for chain in chains]
        runs = [run for chain in chains for run in chain]
        return Carried(
            _merged((self.words.spans[first][0], self.words.spans[last - 1][1]) for first, last in old),
            tuple(span for run in runs for span in new.span(run.script, run.script + run.words)),
            len({sentence for first, last in old for sentence in self.words.sentence[first:last]}),
            sum(run.words for run in runs),
            new.count,
            self.words.count,
        )

    def _counts(self, new: Words, chain: Sequence[_Run]) -> bool:
        words = [word for run in chain for word in new.written[run.script : run.script + run.words]]
        first, last = chain[0], chain[-1]
        if len(words) >= FEWEST_WORDS and sum(word[0].islower() for word in words) >= FEWEST_SMALL:
            return True
        return (
            len(chain) == 1
            and len(words) >= FEWEST_WHOLE
            and new.is_whole(first.script, last.script + last.words)
            and self.words.is_whole(first.original, last.original + last.words)
        )

    def _chains(self, new: Words) -> list[list[_Run]]:
        """Return the runs of ``new`` in order, those together between which words were only left out."""
        chains: list[list[_Run]] = []
        at, before = 0, -1
        for run in self._runs(new):
            # The run before may have taken in the first words of this one.
            late = max(0, at - run.script)
            if run.words - late < 1:
                continue
            rest = _Run(run.script + late, run.original + late, run.words - late)
            begins = new.sentence_of(rest.script)[0]
            steps = self._led_up_to(new, rest, max(at, begins))
            steps += [rest, *self._led_on_from(new, rest)]
            goes_on = steps[0].script == at > begins and 0 < steps[0].original - before <= _CUT + 1
            if goes_on and chains:
                chains[-1] += steps
            else:
                chains.append(steps)
            at, before = steps[-1].script + steps[-1].words, steps[-1].original + steps[-1].words - 1
        return chains

    def _runs(self, new: Words) -> list[_Run]:
        """Return the longest equal runs of at least three words, from left to right."""
        runs: list[_Run] = []
        at, folded = 0, new.folded
        expected = 0
        while at + _SEED <= len(folded):
            best = _Run(at, 0, 0)
            for place in self._places.get((folded[at], folded[at + 1], folded[at + 2]), ()):
                count = self._equal(folded, at, place, len(folded))
                # Of equally long places the one behind the last run: copy is cut, not shuffled.
                if count > best.words or (count == best.words and best.original < expected <= place):
                    best = _Run(at, place, count)
            if best.words:
                runs.append(best)
                expected = best.original + best.words
            at += max(1, best.words)
        return runs

    def _equal(self, folded: Sequence[str], at: int, place: int, end: int) -> int:
        """Return how many words from ``at`` on, before ``end``, stand in the original from ``place`` on."""
        mine, count = self.words.folded, 0
        most = min(end - at, len(mine) - place)
        while count < most and folded[at + count] == mine[place + count]:
            count += 1
        return count

    def _led_up_to(self, new: Words, run: _Run, free_from: int) -> list[_Run]:
        """Return the words before a run that stand a little further up in the original."""
        steps: list[_Run] = []
        script, original = run.script, run.original
        while script > free_from:
            for cut in range(1, _CUT + 1):
                place = original - 1 - cut
                count = self._back(new.folded, script - 1, place, script - free_from)
                if _holds(new.folded[script - count : script]):
                    script, original = script - count, place - count + 1
                    steps.insert(0, _Run(script, original, count))
                    break
            else:
                return steps
        return steps

    def _led_on_from(self, new: Words, run: _Run) -> list[_Run]:
        """Return the words behind a run that stand a little further down in the original."""
        steps: list[_Run] = []
        script, original = run.script + run.words, run.original + run.words
        ends = new.sentence_of(script - 1)[1]
        while script < ends:
            for cut in range(1, _CUT + 1):
                count = self._equal(new.folded, script, original + cut, ends)
                if _holds(new.folded[script : script + count]):
                    steps.append(_Run(script, original + cut, count))
                    script, original = script + count, original + cut + count
                    break
            else:
                return steps
        return steps

    def _back(self, folded: Sequence[str], at: int, place: int, most: int) -> int:
        mine, count = self.words.folded, 0
        while count < most and place - count >= 0 and folded[at - count] == mine[place - count]:
            count += 1
        return count


def _holds(words: Sequence[str]) -> bool:
    """Say whether a few words found across a gap are no chance: two of them, or one that carries meaning."""
    return len(words) > 1 or (len(words) == 1 and len(words[0]) > 3 and words[0] not in listed("small_words"))


def _merged(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
