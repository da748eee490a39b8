"""Finds who says what: verbs of saying, the people beside them, and the quotes they belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import NamedTuple

from newsdesk.copyedit.cast import Cast, Character
from newsdesk.copyedit.marks import Quoted
from newsdesk.copyedit.mentions import Mention, mentions
from newsdesk.copyedit.names import can_be_name, is_title
from newsdesk.copyedit.narrative import SAID_AFTER, Line, is_said_after
from newsdesk.copyedit.offices import head_length
from newsdesk.copyedit.tables import word_table
from newsdesk.copyedit.tokens import Token

_SAYING = word_table("saying")
_SAID_BY = word_table("said_by")
_PRONOUNS = frozenset({"ia", "dia", "beliau"})
_HERSELF = frozenset({"menurutnya", "baginya", "lanjutnya"})
_THAT = frozenset({"itu", "ini", "tersebut"})
_PEOPLE = frozenset(
    {
        "pria",
        "perempuan",
        "wanita",
        "lelaki",
        "laki-laki",
        "bapak",
        "ibu",
        "pemuda",
        "gadis",
        "remaja",
        "kakek",
    }
    | {"nenek", "janda", "duda", "mantan", "alumnus", "kader"}
)
_LONGEST_DESCRIPTION = 9
_ACCORDING = frozenset({"menurut"})
_SKIPPED = frozenset(
    {"oleh", "langsung", "kembali", "juga", "lagi", "pula", "lanjut", "salah", "satu", "seorang", "sang"}
)
_BESIDE = word_table("beside")
_NOT_SAYING = word_table("not_saying")
_SUBJECT_AHEAD = frozenset(
    {"saat", "ketika", "setelah", "usai", "sebelum", "sejak", "jika", "meski", "karena"}
)
_VERB = re.compile(r"(?:di|me[mn]?|meng|meny)(?!nurut)[a-z]{3,}")
"""A verb before a name makes it the one it is done to or by: "mengajak Santoso", "diusulkan Santoso"."""
_FEWEST_WORDS = 4
"""Words of a quote that nobody is named for; fewer are a title or a word held up with tongs."""


class Saying(NamedTuple):
    """One sentence or quote, ``[start, end)``, that gives ``speaker`` words; None is one without a name."""

    speaker: Character | None
    start: int
    end: int
    quote: int = -1


def short_names(every: Sequence[Line]) -> Set[str]:
    """Return the words, in lower case, that stand alone beside a verb of saying: "kata Yani"."""
    found: set[str] = set()
    for line in every:
        row = line.tokens
        for index, token in enumerate(row):
            if is_said_after(token) or token.plain in _ACCORDING or token.plain in _SAID_BY:
                beside = index + 1
                while beside < len(row) and (is_title(row[beside]) or row[beside].plain in _SKIPPED):
                    beside += 1
                if beside < len(row) and can_be_name(row[beside]) and not _capital(row, beside + 1):
                    found.add(row[beside].plain)
            elif token.plain in _SAYING and _stands_alone(row, index - 1):
                found.add(row[index - 1].plain)
    return found


def _is_somebody(row: Sequence[Token], index: int) -> bool:
    """Say whether a person without a name begins at ``index``: "Mantan wali kota", "pria"."""
    return row[index].plain in _PEOPLE or head_length([token.text for token in row[index : index + 4]]) > 0


def _told_before(row: Sequence[Token], index: int) -> bool:
    """Say whether "pria 45 tahun itu", somebody of whom was told before, begins at ``index``."""
    if index >= len(row) or not _is_somebody(row, index):
        return False
    for token in row[index : index + _LONGEST_DESCRIPTION]:
        if token.plain in _THAT:
            return True
        if not token.text[0].isalnum():
            return False
    return False


def _stands_alone(row: Sequence[Token], index: int) -> bool:
    """Say whether the token at ``index`` can be a name and no name or office runs into it."""
    if index < 0 or not can_be_name(row[index]):
        return False
    return not index or not row[index - 1].capital or is_title(row[index - 1])


def _capital(row: Sequence[Token], index: int) -> bool:
    return index < len(row) and row[index].capital


class _Scene:
    """Reads the sentences of one text in order and remembers who spoke last."""

    def __init__(self, text: str, quotes: Sequence[Quoted]) -> None:
        self.text = text
        self.quotes = quotes
        self.cast = Cast()
        self.focus: Character | None = None
        self.sayings: list[Saying] = []

    def read(self, line: Line, found: Sequence[Mention]) -> None:
        """Take in one sentence with the people named in it."""
        row = line.tokens
        people = [self._person(mention) for mention in found]
        quotes = [index for index, token in enumerate(row) if token.quote >= 0]
        spoken: list[tuple[int, Character | None]] = []
        for index, token in enumerate(row):
            said, who = self._speaker(row, index, token, found, people)
            if said:
                spoken.append((index, who))
        subject = self._subject(row, found, people, len(row))
        if spoken:
            self._give(line, spoken, quotes)
            self.focus = next((who for _, who in reversed(spoken) if who is not None), self.focus)
        else:
            for index in quotes:
                if self._stands_alone(row, index):
                    quote = row[index].quote
                    self.sayings.append(
                        Saying(self.focus, self.quotes[quote].start, self.quotes[quote].end, quote)
                    )
            if subject is not None:
                self.focus = subject

    # ------------------------------------------------------------ people

    def _person(self, mention: Mention) -> Character | None:
        name, role = self.text[slice(*mention.name)], self.text[slice(*mention.role)]
        if not name:
            return self.cast.in_office(" ".join(role.split()), self.focus)
        name, role = " ".join(name.split()), " ".join(role.split())
        if len(name.split()) == 1 and not role:
            known = self.cast.named(name)
            if known is not None:
                return known
        return self.cast.meet(name, role, *mention.name, mention.also)

    # ------------------------------------------------------------ verbs of saying

    def _speaker(
        self,
        row: Sequence[Token],
        index: int,
        token: Token,
        found: Sequence[Mention],
        people: Sequence[Character | None],
    ) -> tuple[bool, Character | None]:
        """Return whether ``token`` gives somebody words, and who it is."""
        plain = token.plain
        if plain in _SAYING:
            if index and row[index - 1].plain in _NOT_SAYING:
                return False, None
            if index and row[index - 1].plain in _PRONOUNS:
                return True, self.focus
            subject = self._subject(row, found, people, index)
            if subject is None and index and row[index - 1].plain in _THAT and _is_somebody(row, 0):
                subject = self.focus
            return subject is not None, subject
        if plain in _HERSELF:
            return True, self.focus
        if plain in _ACCORDING or plain in _SAID_BY:
            return self._named_at(row, index + 1, found, people)
        if not is_said_after(token):
            return False, None
        after_quote = any(row[i].quote >= 0 for i in range(max(0, index - 2), index))
        if plain not in SAID_AFTER:  # "katanya"
            if not after_quote and not (index and row[index - 1].text == ","):
                return False, None
            named, who = self._named_at(row, index + 1, found, people)
            if named:
                return True, who
            subject = self._subject(row, found, people, index)
            return True, subject if subject is not None else self.focus
        if not after_quote and not (
            index == 0 or row[index - 1].text == "," or row[index - 1].plain in {"masih", "seperti"}
        ):
            return False, None
        named, who = self._named_at(row, index + 1, found, people)
        if not named and _told_before(row, index + 1):
            return True, self.focus
        return (named or after_quote), who

    def _named_at(
        self, row: Sequence[Token], index: int, found: Sequence[Mention], people: Sequence[Character | None]
    ) -> tuple[bool, Character | None]:
        """Return who is named at token ``index``, past a few small words."""
        for beside in range(index, min(index + 4, len(row))):
            for mention, person in zip(found, people, strict=True):
                if mention.first == beside:
                    return person is not None, person
            if row[beside].plain in _PRONOUNS:
                return True, self.focus
            if row[beside].plain not in _SKIPPED and not is_title(row[beside]):
                break
        return False, None

    def _subject(
        self, row: Sequence[Token], found: Sequence[Mention], people: Sequence[Character | None], before: int
    ) -> Character | None:
        """Return whose the verb at ``before`` is: the nearest person's if adjoining, else the first's."""
        able = [
            (mention, person)
            for mention, person in zip(found, people, strict=True)
            if person is not None and mention.last <= before and not self._aside(row, mention)
        ]
        if not able:
            return None
        nearest = able[-1]
        if before < len(row) and before - nearest[0].last <= 1:
            return nearest[1]
        after_clause = [
            pair for pair in able if not (pair[0].first and row[pair[0].first - 1].plain in _SUBJECT_AHEAD)
        ]
        return (after_clause or able)[0][1]

    def _aside(self, row: Sequence[Token], mention: Mention) -> bool:
        """Say whether the person stands beside the subject: "didampingi Kadiskominfo ...", "(... )"."""
        if not mention.first:
            return False
        before = row[mention.first - 1]
        if before.plain in _BESIDE:
            return True
        if before.capital:
            return False
        return before.text == "(" or _VERB.fullmatch(before.text) is not None

    # ------------------------------------------------------------ quotes

    def _give(
        self, line: Line, spoken: Sequence[tuple[int, Character | None]], quotes: Sequence[int]
    ) -> None:
        """Give the sentence, or the quotes in it, to their speakers."""
        row = line.tokens
        direct = [index for index in quotes if self._is_direct(row, index, spoken)]
        for index in direct:
            who = self._nearest(index, spoken)
            quote = row[index].quote
            self.sayings.append(Saying(who, self.quotes[quote].start, self.quotes[quote].end, quote))
        if not direct:
            for who in dict.fromkeys(who for _, who in spoken if who is not None):
                self.sayings.append(Saying(who, line.start, line.end))

    def _nearest(self, index: int, spoken: Sequence[tuple[int, Character | None]]) -> Character | None:
        behind = [who for verb, who in spoken if verb > index]
        ahead = [who for verb, who in spoken if verb < index]
        return behind[0] if behind else ahead[-1]

    def _is_direct(
        self, row: Sequence[Token], index: int, spoken: Sequence[tuple[int, Character | None]]
    ) -> bool:
        """Tell words that were said from a title in marks: a verb of saying adjoins, or they are many."""
        if any(0 < verb - index <= 2 for verb, _ in spoken):
            return True
        before = row[index - 1].text if index else ""
        if before in {",", ":"} or before.casefold() == "bahwa":
            return True
        return index == 0 or self._word_count(row[index]) >= 2 * _FEWEST_WORDS

    def _stands_alone(self, row: Sequence[Token], index: int) -> bool:
        alone = len(row) == 1 or (index == 0 and len(row) <= 2)
        before = row[index - 1].text if index else ""
        return (alone or before == ":") and self._word_count(row[index]) >= _FEWEST_WORDS

    def _word_count(self, token: Token) -> int:
        return len(self.text[token.start : min(token.end, token.start + 200)].split())


def sayings(text: str, quotes: Sequence[Quoted], every: Sequence[Line]) -> list[Saying]:
    """Return who says what in ``text``, in order; ``every`` are its sentences, ``quotes`` its quotations."""
    scene = _Scene(text, quotes)
    known = short_names(every)
    for line in every:
        scene.read(line, mentions(line.tokens, known))
    return scene.sayings
