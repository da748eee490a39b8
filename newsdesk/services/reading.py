"""How a script is said: the spoken form, its sentences and its length, kept by paragraph."""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from newsdesk.domain.house_style import HouseStyle
from newsdesk.domain.lexicon import FormSeen, Pronunciation
from newsdesk.domain.story import SaidHere
from newsdesk.domain.timing import SpokenLength
from newsdesk.services.forms import HouseForms, built_in, forms_seen
from newsdesk.spoken.corrections import Correction
from newsdesk.spoken.length import measure
from newsdesk.spoken.lexicon import HouseForm
from newsdesk.spoken.normaliser import Normaliser
from newsdesk.spoken.policy import HoursSaid, Policy, YearsSaid
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
    """One paragraph as it is said, offsets from its own start.

    ``dated`` says that a date stands in it, which may be said differently on another day.
    """

    __slots__ = ("dated", "length", "sentences", "spoken")

    def __init__(self, spoken: SpokenText) -> None:
        self.spoken = spoken
        self.sentences = sentences(spoken)
        self.length = SpokenLength(*measure(spoken))
        self.dated = any(reading.rule == "date" for reading in spoken.readings)


_Key = tuple[str, tuple[Correction, ...], date | None]


class Reading:
    """Reads scripts with the house's forms and style. Editing one paragraph re-reads that one only.

    Pure and quick. The window's thread reads for the eye while the database lane measures what is kept: a
    lock, held for one paragraph at a time, keeps them from disturbing the shared paragraphs.

    ``said_here`` are readings that hold for their places in this script only and win over the lexicon, which
    wins over the built-in tables. ``day`` is the day of the bulletin: where the house says dates relative to
    it, "Kamis (5/9)" is "Kamis (kemarin)" on the 6th; without a day every date is said by its month.
    """

    def __init__(
        self, tables: Tables, forms: Iterable[Pronunciation] = (), style: HouseStyle | None = None
    ) -> None:
        self._tables = tables
        self._style = HouseStyle()
        self._paragraphs: OrderedDict[_Key, _Paragraph] = OrderedDict()
        self._lock = threading.Lock()
        self.use(forms, style)

    def use(self, forms: Iterable[Pronunciation], style: HouseStyle | None = None) -> None:
        """Read with these house forms, and this style, from now on; call it whenever either changed.

        A form that nobody has checked is not used: it is read by guess until somebody vouches for it.
        Without ``style`` the one in use stays.
        """
        checked = [form for form in forms if form.checked_by]
        house = [
            HouseForm(
                form.form,
                form.spoken,
                form.case_sensitive,
                form.words_before,
                form.words_after,
                form.respelling,
            )
            for form in checked
        ]
        style = style or self._style
        # Made before the lock is taken: twenty thousand forms take a while, and the window's thread reads.
        forms_of_house, normaliser = HouseForms(checked), Normaliser(self._tables, house, _policy(style))
        with self._lock:
            self._style, self._house, self._normaliser = style, forms_of_house, normaliser
            self._paragraphs.clear()

    def read(self, text: str, said_here: Iterable[SaidHere] = (), day: date | None = None) -> SpokenText:
        """Return the spoken form of a script, paragraphs divided by newlines; offsets in ``text``."""
        readings: list[TokenReading] = []
        for start, paragraph, _ends in self._each(text, said_here, day):
            readings += (_moved(reading, start) for reading in paragraph.spoken.readings)
        return SpokenText(text, tuple(readings))

    def sentences(
        self,
        text: str,
        start: int = 0,
        end: int | None = None,
        said_here: Iterable[SaidHere] = (),
        day: date | None = None,
    ) -> tuple[Sentence, ...]:
        """Return the sentences that touch ``[start, end)`` of a script; offsets in ``text``."""
        stop = len(text) if end is None else end
        found: list[Sentence] = []
        for at, paragraph, _ends in self._each(text, said_here, day):
            if at > stop or at + len(paragraph.spoken.source) < start:
                continue
            for sentence in paragraph.sentences:
                if sentence.start + at < max(stop, start + 1) and sentence.end + at > start:
                    found.append(_sentence_moved(sentence, at))
        return tuple(found)

    def length(self, text: str, said_here: Iterable[SaidHere] = (), day: date | None = None) -> SpokenLength:
        """Return what a script costs in the mouth."""
        lengths = (
            paragraph.length if ends else replace(paragraph.length, paragraphs=0)
            for _, paragraph, ends in self._each(text, said_here, day)
        )
        return sum(lengths, SpokenLength())

    def forms(
        self, text: str, said_here: Iterable[SaidHere] = (), day: date | None = None
    ) -> tuple[FormSeen, ...]:
        """Return every form of a script that a lexicon could hold, each once, where it is first in question.

        House forms, acronyms, names in old spelling and unknown capitals; ordinary words of a headline in
        capitals are none. A form that is corrected here is among them, and no question any more unless it
        stands elsewhere too.
        """
        with self._lock:
            house = self._house
        seen: dict[str, FormSeen] = {}
        for _, paragraph, _ends in self._each(text, said_here, day):
            for form in forms_seen(paragraph.spoken, paragraph.sentences, house, self._tables):
                known = seen.get(form.form)
                if known is None or (form.unsure and not known.unsure):
                    seen[form.form] = form
        return tuple(seen.values())

    def builtin(self) -> tuple[FormSeen, ...]:
        """Return what the built-in tables hold, by form: acronyms, abbreviations, titles and names."""
        return built_in(self._tables)

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

    def _each(
        self, text: str, said_here: Iterable[SaidHere], day: date | None
    ) -> Iterator[tuple[int, _Paragraph, bool]]:
        """Yield where each paragraph starts, how it is said, and whether it ends here (or has more parts)."""
        here = sorted(said_here)
        start = 0
        for whole in text.split("\n"):
            last = start + len(whole)
            for source in self.parts(whole):
                end = start + len(source)
                if source and not source.isspace():
                    inside = tuple(
                        Correction(one.start - start, one.end - start, one.spoken)
                        for one in here
                        if start <= one.start and one.end <= end
                    )
                    yield start, self._paragraph(source, inside, day), end == last
                start = end
            start = last + 1

    def _paragraph(self, source: str, corrections: tuple[Correction, ...], day: date | None) -> _Paragraph:
        with self._lock:
            known = self._kept((source, corrections, None))
            # Only a date is said differently on another day: every other paragraph is read once for all.
            if day is None or not self._style.relative_dates or not known.dated:
                return known
            return self._kept((source, corrections, day))

    def _kept(self, key: _Key) -> _Paragraph:
        """Return a paragraph as it was read, or read it; the lock is held."""
        known = self._paragraphs.get(key)
        if known is None:
            known = _Paragraph(self._normaliser.read(*key))
            self._paragraphs[key] = known
            if len(self._paragraphs) > KEPT_PARAGRAPHS:
                self._paragraphs.popitem(last=False)
        else:
            self._paragraphs.move_to_end(key)
        return known


def _policy(style: HouseStyle) -> Policy:
    return Policy(
        phone_zero=style.phone_zero,
        score_zero=style.score_zero,
        years=YearsSaid(style.years.value),
        hours=HoursSaid(style.hours.value),
        bracketed_acronyms=style.bracketed_acronyms,
    )


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
