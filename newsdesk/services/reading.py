"""How a script is said: the spoken form, its sentences and its length, kept by paragraph."""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from newsdesk.domain.lexicon import Pronunciation
from newsdesk.domain.timing import SpokenLength
from newsdesk.spoken.corrections import Correction
from newsdesk.spoken.length import measure
from newsdesk.spoken.lexicon import HouseForm
from newsdesk.spoken.normaliser import Normaliser
from newsdesk.spoken.policy import Policy
from newsdesk.spoken.sentences import Sentence, sentences
from newsdesk.spoken.spoken_text import SpokenText
from newsdesk.spoken.tables import Tables
from newsdesk.spoken.text import Reading as TokenReading
from newsdesk.spoken.text import SpokenWord

KEPT_PARAGRAPHS = 4096
"""How many paragraphs stay read: several long scripts at once."""

LONGEST_PART = 8_000
"""Characters of a paragraph that are read in one go; real ones have hundreds."""
_SENTENCE_END = re.compile("\\w{3}[.!?][\"'”’)]* ")


class _Paragraph:
    """One paragraph as it is said, offsets from its own start."""

    __slots__ = ("length", "sentences", "spoken")

    def __init__(self, spoken: SpokenText) -> None:
        self.spoken = spoken
        self.sentences = sentences(spoken)
        self.length = SpokenLength(*measure(spoken))


class Reading:
    """Reads scripts with the house's forms. Editing one paragraph re-reads that one only.

    Pure and quick. The window's thread reads for the eye while the database lane measures what is kept: a
    lock, held for one paragraph at a time, keeps them from disturbing the shared paragraphs.
    """

    def __init__(
        self, tables: Tables, forms: Iterable[Pronunciation] = (), policy: Policy | None = None
    ) -> None:
        self._tables = tables
        self._policy = policy or Policy()
        self._paragraphs: OrderedDict[tuple[str, tuple[Correction, ...]], _Paragraph] = OrderedDict()
        self._lock = threading.Lock()
        self.use(forms)

    def use(self, forms: Iterable[Pronunciation], policy: Policy | None = None) -> None:
        """Read with these house forms, and this policy, from now on; call it whenever either changed."""
        house = [
            HouseForm(form.form, form.spoken, form.case_sensitive, respelling=form.respelling)
            for form in forms
        ]
        with self._lock:
            self._policy = policy or self._policy
            self._normaliser = Normaliser(self._tables, house, self._policy)
            self._paragraphs.clear()

    def read(self, text: str, corrections: Iterable[Correction] = ()) -> SpokenText:
        """Return the spoken form of a script, paragraphs divided by newlines; offsets in ``text``.

        ``corrections`` hold for their places in this script only, and win over the lexicon.
        """
        readings: list[TokenReading] = []
        for start, paragraph, _ends in self._each(text, corrections):
            readings += (_moved(reading, start) for reading in paragraph.spoken.readings)
        return SpokenText(text, tuple(readings))

    def sentences(
        self, text: str, start: int = 0, end: int | None = None, corrections: Iterable[Correction] = ()
    ) -> tuple[Sentence, ...]:
        """Return the sentences that touch ``[start, end)`` of a script; offsets in ``text``."""
        stop = len(text) if end is None else end
        found: list[Sentence] = []
        for at, paragraph, _ends in self._each(text, corrections):
            if at > stop or at + len(paragraph.spoken.source) < start:
                continue
            for sentence in paragraph.sentences:
                if sentence.start + at < max(stop, start + 1) and sentence.end + at > start:
                    found.append(_sentence_moved(sentence, at))
        return tuple(found)

    def length(self, text: str, corrections: Iterable[Correction] = ()) -> SpokenLength:
        """Return what a script costs in the mouth."""
        lengths = (
            paragraph.length if ends else replace(paragraph.length, paragraphs=0)
            for _, paragraph, ends in self._each(text, corrections)
        )
        return sum(lengths, SpokenLength())

    def parts(self, paragraph: str) -> Iterator[str]:
        """Yield a paragraph in parts of at most ``LONGEST_PART`` characters, cut between sentences or words.

        A megabyte without a line break is read part by part: whoever reads it need not stand still, and
        typing in it reads one part again.
        """
        start = 0
        while len(paragraph) - start > LONGEST_PART:
            middle, last = start + LONGEST_PART // 2, start + LONGEST_PART
            found = _SENTENCE_END.search(paragraph, middle, last)
            end = found.end() if found else paragraph.rfind(" ", middle, last) + 1 or last
            yield paragraph[start:end]
            start = end
        yield paragraph[start:]

    def _each(self, text: str, corrections: Iterable[Correction]) -> Iterator[tuple[int, _Paragraph, bool]]:
        """Yield where each paragraph starts, how it is said, and whether it ends here (or has more parts)."""
        here = sorted(corrections)
        start = 0
        for whole in text.split("\n"):
            last = start + len(whole)
            for source in self.parts(whole):
                end = start + len(source)
                if source and not source.isspace():
                    inside = tuple(
                        one._replace(start=one.start - start, end=one.end - start)
                        for one in here
                        if start <= one.start and one.end <= end
                    )
                    yield start, self._paragraph(source, inside), end == last
                start = end
            start = last + 1

    def _paragraph(self, source: str, corrections: tuple[Correction, ...]) -> _Paragraph:
        key = (source, corrections)
        with self._lock:
            known = self._paragraphs.get(key)
            if known is None:
                known = _Paragraph(self._normaliser.read(source, corrections))
                self._paragraphs[key] = known
                if len(self._paragraphs) > KEPT_PARAGRAPHS:
                    self._paragraphs.popitem(last=False)
            else:
                self._paragraphs.move_to_end(key)
            return known


def _word_moved(word: SpokenWord, by: int) -> SpokenWord:
    return SpokenWord(word.text, word.start + by, word.end + by)


def _moved(reading: TokenReading, by: int) -> TokenReading:
    if not by:
        return reading
    return reading._replace(
        start=reading.start + by,
        end=reading.end + by,
        parts=tuple(_word_moved(part, by) for part in reading.parts),
    )


def _sentence_moved(sentence: Sentence, by: int) -> Sentence:
    if not by:
        return sentence
    return sentence._replace(
        start=sentence.start + by,
        end=sentence.end + by,
        words=tuple(_word_moved(word, by) for word in sentence.words),
    )
