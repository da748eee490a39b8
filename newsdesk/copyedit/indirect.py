"""Suggests indirect speech for a quotation, as radio reads it: the office before the name, no marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsdesk.copyedit.credits import find_credits
from newsdesk.copyedit.doubt import Doubt
from newsdesk.copyedit.narrative import lines
from newsdesk.copyedit.quotation import Quotation, quotation_at
from newsdesk.copyedit.retelling import Part, Voice, lowered, retold, words_of
from newsdesk.copyedit.speech_acts import REPORTING, Act, act_of, is_mild
from newsdesk.copyedit.tables import word_table
from newsdesk.domain.blocks import MARK

LONGEST_QUOTE = 5_000
"""Code points of words that are turned at once; a quotation of more is a speech."""
_SAYING = word_table("saying")
_PEOPLE = word_table("people_kinds")
"""How those begin who speak for people like themselves rather than for an office."""
_GOES_ON = ("menambahkan", "", "juga mengatakan", "")
"""Verbs of the sentences behind the first, in turn; "" is "Menurutnya"."""


class Indirect(NamedTuple):
    """A suggestion for ``[start, end)`` of a text (code points).

    ``doubts`` are spans of ``text`` that somebody should look at, in order, each with its reason.
    """

    start: int
    end: int
    text: str
    doubts: tuple[tuple[int, int, Doubt], ...]


class Known(NamedTuple):
    """The source that the words are tied to in the newsroom's register."""

    name: str
    office: str = ""


def indirect_at(
    text: str, start: int, end: int, known: Known | None = None, original: str = ""
) -> Indirect | None:
    """Return indirect speech for the quotation at ``[start, end)``, or for the words selected there.

    ``original`` is the copy that the text was made from: it may tell the office and full name of somebody
    whom the text names here for the first time. None where nothing is quoted and nothing selected, and where
    a clip or a note stands among the words: it would go with them. Any text, never raises.

    >>> text = '"Kami akan memperbaiki jalan itu minggu depan," kata Wali Kota Blitar, Santoso.'
    >>> indirect_at(text, 5, 5).text
    'Wali Kota Blitar Santoso mengatakan, pihaknya akan memperbaiki jalan itu minggu depan.'
    """
    found = quotation_at(text, start, end)
    if found is None:
        words = text[start:end].strip()
        if not words:
            return None
        first = text.index(words, start)
        found = Quotation(first, first + len(words), (words,))
    if sum(map(len, found.said)) > LONGEST_QUOTE or MARK in text[found.start : found.end]:
        return None
    parts = _with_source(_introduced(found, text, original), known)
    if not parts:
        return None
    return _assembled(found.start, found.end, parts)


def _introduced(found: Quotation, text: str, original: str) -> Quotation:
    """Give a speaker whom the text has not named before the name and office that the original has."""
    short = found.speaker.casefold().split()
    if not short or found.office or not original or found.speaker in text[: found.start]:
        return found
    for source in find_credits(original).sources:
        if source.role and set(short) <= set(source.name.casefold().split()):
            return found._replace(speaker=source.name, office=source.role)
    return found


def _with_source(found: Quotation, known: Known | None) -> list[Part]:
    same = known is not None and (not found.speaker or found.speaker.casefold() in known.name.casefold())
    name = found.speaker or (known.name if known is not None and not found.office else "")
    office = found.office or (known.office if known is not None and same else "")
    return _Teller(found, name, office).tell()


class _Teller:
    """Tells one quotation; ``name`` and ``office`` are its speaker's, as far as known."""

    def __init__(self, found: Quotation, name: str, office: str) -> None:
        self._found = found
        self._who = " ".join(part for part in (office, name) if part)
        people = office.casefold().split(" ", 1)[0] in _PEOPLE
        self._voice = Voice(group="mereka" if people else "pihaknya", sure=bool(office))

    def tell(self) -> list[Part]:
        """Return the whole suggestion in words."""
        told: list[Part] = []
        further = 0
        for number, quote in enumerate(self._found.said):
            sentences = [quote[line.start : line.end] for line in lines(quote, ())]
            for place, sentence in enumerate(sentences):
                if not words_of(sentence):
                    continue
                if not told:
                    told += self._first(sentence)
                elif number and not place and sentence[:1].islower():
                    told += _moved(
                        self._retold(act_of(sentence).words), ", "
                    )  # '"...," kata Santoso, "asal ..."'
                else:
                    told += [Part(". ", ""), *self._further(sentence, further)]
                    further += 1
        return told

    # ------------------------------------------------------------ the first sentence

    def _first(self, sentence: str) -> list[Part]:
        found = self._found
        if found.lead:
            return self._behind_lead(sentence)
        verb = REPORTING.get(found.verb, found.verb if found.verb in _SAYING else "")
        act = act_of(sentence, verb)
        who = Part("", self._who or "ia", None if self._who else Doubt.SPEAKER)
        begins = who.word[:1].upper() + who.word[1:]
        parts = [who._replace(word=begins)]
        if act.before:
            parts = [Part("", act.before), who._replace(before=" ")]
        if found.tail:
            parts.append(Part(", ", found.tail))
        if act.frame:
            parts.append(Part(", " if found.tail else " ", act.frame, act.doubt))
        return [*parts, *self._words(act)]

    def _behind_lead(self, sentence: str) -> list[Part]:
        """Keep the words before the quote; its verb gives way to one that fits when it only says "said"."""
        lead = self._found.lead
        before, _space, last = lead.rpartition(" ")
        tail = [Part(" ", self._found.tail)] if self._found.tail else []
        if last.casefold() not in _SAYING:
            return [Part("", lead), *_moved(self._retold(words_of(sentence)), " "), *tail]
        act = act_of(sentence, last.casefold())
        if act.before or (is_mild(last.casefold()) and act.frame != last.casefold()):
            frame = act.frame or "menilai"
            return [Part("", before), Part(" " if before else "", frame, act.doubt), *self._words(act), *tail]
        return [Part("", lead), *self._words(act._replace(comma=True)), *tail]

    # ------------------------------------------------------------ those behind it

    def _further(self, sentence: str, before: int) -> list[Part]:
        act = act_of(sentence)
        if act.frame != "mengatakan" and act.frame:
            return [Part("", "Ia"), Part(" ", act.frame, act.doubt), *self._words(act)]
        verb = _GOES_ON[before % len(_GOES_ON)]
        led = [Part("", "Ia"), Part(" ", verb)] if verb else [Part("", "Menurutnya")]
        return [*led, *self._words(act)]

    def _words(self, act: Act) -> list[Part]:
        return _moved(self._retold(act.words), ", " if act.comma else " ")

    def _retold(self, words: Sequence[Part]) -> list[Part]:
        return lowered(retold(words, self._voice)) if words else []


def _moved(words: list[Part], before: str) -> list[Part]:
    """Let ``before`` stand before the first of ``words``; signs that stood there go on, opening ones not."""
    return [words[0]._replace(before=before), *words[1:]] if words else []


def _assembled(start: int, end: int, parts: Sequence[Part]) -> Indirect:
    text = ""
    doubts: list[tuple[int, int, Doubt]] = []
    for part in parts:
        text += part.before
        if part.doubt is not None and part.word:
            doubts.append((len(text), len(text) + len(part.word), part.doubt))
        text += part.word
    return Indirect(start, end, text + ".", tuple(doubts))
