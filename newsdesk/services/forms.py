"""The forms of a script that a lexicon could hold, and the built-in tables as such forms."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from newsdesk.domain.lexicon import FormSeen, HowSaid, Pronunciation
from newsdesk.spoken.letters import NAMES, spell
from newsdesk.spoken.lexicon import alike
from newsdesk.spoken.sentences import Sentence
from newsdesk.spoken.spoken_text import SpokenText
from newsdesk.spoken.tables import Tables
from newsdesk.spoken.text import Reading

_RULES = frozenset({"house", "acronym", "old_spelling", "here"})
_LETTERS = re.compile(r"[^\W\d_].*[^\W_]|[^\W\d_]", re.DOTALL)
_ENDING = re.compile(r"([A-Z]{2,})(nya|lah|pun|kah)\Z")
# Letters as English names them, in forms that came with their English names: CEO, GPS, PhD.
_ENGLISH = frozenset(["si", "ji", "yu", "ai", "vi", "di", "ti", "bi", "ei", "er", "eich", "pi", "ki"])
_SPELLED = frozenset(NAMES.values()) | _ENGLISH


class HouseForms:
    """The entries of the house's lexicon, found by what is written in a script."""

    def __init__(self, entries: Iterable[Pronunciation] = ()) -> None:
        self._exact: dict[str, Pronunciation] = {}
        self._folded: dict[str, Pronunciation] = {}
        for entry in entries:
            form = alike(entry.form)
            self._exact[form] = entry
            if not entry.case_sensitive:
                self._folded[form.casefold()] = entry

    def find(self, written: str) -> Pronunciation | None:
        """Return the entry that ``written`` is a form of, None where there is none."""
        written = alike(written)
        return self._exact.get(written) or self._folded.get(written.casefold())


def how_said(form: str, spoken: str) -> HowSaid:
    """Tell how ``spoken`` says ``form``.

    "KPU" said "ka pe u" and "BPOM" said "be pom" go by letters, "NATO" said "Nato" and "QRIS" said "kris" are
    words, "WIB" said "waktu Indonesia barat" is what it stands for.
    """
    words = spoken.casefold().replace("-", " ").split()
    if spoken == spell(form) or (len(words) > 1 and not _SPELLED.isdisjoint(words)):
        return HowSaid.LETTERS
    return HowSaid.WORD if len(words) == len(form.replace("-", " ").split()) else HowSaid.EXPANDED


def forms_seen(
    spoken: SpokenText, sentences: Sequence[Sentence], house: HouseForms, tables: Tables
) -> Iterator[FormSeen]:
    """Yield the forms of a paragraph in their order, with the sentence that each stands in."""
    starts = [sentence.start for sentence in sentences]
    for reading in spoken.readings:
        if reading.rule in _RULES:
            form, said = _form(spoken.source[reading.start : reading.end], reading)
            if not form or _headline_word(form, said, reading, tables):
                continue
            entry = house.find(form)
            how = entry.how if entry and reading.rule == "house" else how_said(form, said)
            # A silent token may stand before the first sentence.
            sentence = sentences[max(0, bisect_right(starts, reading.start) - 1)] if sentences else None
            around = spoken.source[sentence.start : sentence.end] if sentence else spoken.source.strip()
            yield FormSeen(entry.form if entry else form, said, how, around, reading.unsure)


def _form(written: str, reading: Reading) -> tuple[str, str]:
    """Return the form in a token and what it is said as; "" where no lexicon could hold the token."""
    said = reading.spoken
    if reading.rule == "house":
        return written, said
    if not said and reading.alternatives:
        # "(KPU)", dropped after its expansion.
        said = reading.alternatives[0]
    found = _LETTERS.search(written)
    form = found[0] if found else ""
    if reading.rule == "here":
        # Only a name or capitals are a form; "2.65" is none.
        return (form, said) if form[:1].isupper() and " " not in form else ("", said)
    if ending := _ENDING.match(form):
        # "BBMnya": the ending is the sentence's.
        return ending[1], said.removesuffix(ending[2])
    return form, said


def _headline_word(form: str, said: str, reading: Reading, tables: Tables) -> bool:
    """Say whether capitals are an ordinary word, as in a headline: surely said as written, in no table."""
    return (
        reading.rule == "acronym"
        and form not in tables.acronyms
        and not reading.unsure
        and said.casefold() == form.casefold()
    )


def built_in(tables: Tables) -> tuple[FormSeen, ...]:
    """Return the rows of the built-in tables, by form, without the units and currencies of numbers."""
    said: dict[str, tuple[str, HowSaid | None]] = {}
    for name in tables.foreign:
        said[name] = (name, HowSaid.WORD)
    for written, modern in tables.names.items():
        said[written] = (modern, HowSaid.WORD)
    for title, spoken in (tables.titles_after | tables.titles_before).items():
        said[title] = (spoken, HowSaid.EXPANDED)
    for form, (spoken, _place) in tables.abbreviations.items():
        said[form] = (spoken, HowSaid.EXPANDED)
    for form, spoken in tables.acronyms.items():
        said[form] = (spoken, None)
    rows = (
        FormSeen(form, spoken, how or how_said(form, spoken), "", unsure=False)
        for form, (spoken, how) in said.items()
    )
    return tuple(sorted(rows, key=lambda row: (row.form.casefold(), row.form)))
