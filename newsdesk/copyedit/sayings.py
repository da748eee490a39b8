"""Finds who says what: the sentences and quotes of a text, each with its speaker."""

from __future__ import annotations

import itertools
from collections.abc import Sequence, Set
from typing import NamedTuple

from newsdesk.copyedit.cast import Cast, Character
from newsdesk.copyedit.marks import Quoted
from newsdesk.copyedit.mentions import Mention, mentions
from newsdesk.copyedit.narrative import Line
from newsdesk.copyedit.speakers import Speaker, Told, short_names, speakers, subject
from newsdesk.copyedit.tokens import Token
from newsdesk.copyedit.unnamed import initials, is_unnamed

_NICKNAME_OF = frozenset({"sapaan", "panggilan"})
_HIS_NICKNAME = frozenset({"sapaannya", "panggilannya"})
"""Behind the nickname of who was told of last: "beber Appi, sapaannya"."""
_LONGEST_LINK = 4
"""Tokens between a nickname and the name: ", sapaan akrab dari"."""
_FEWEST_WORDS = 4
"""Words of a quote that nobody is named for; fewer are a title or a word held up with tongs."""
_FEWEST_WORDS_WHOLE = 2
"""Words of such a quote when it is a sentence with its full stop."""
_ENDS = (".", "!", "?")
_FEWEST_WORDS_INSIDE = 8
"""Words of a quote in the middle of a sentence without a comma or colon before it."""


class Saying(NamedTuple):
    """One sentence or quote, ``[start, end)``, that gives ``speaker`` words; None is one without a name."""

    speaker: Character | None
    start: int
    end: int
    quote: int = -1


def sayings(text: str, quotes: Sequence[Quoted], every: Sequence[Line]) -> list[Saying]:
    """Return who says what in ``text``, in order; ``every`` are its sentences, ``quotes`` its quotations."""
    scene = _Scene(text, quotes, initials(every))
    known = short_names(every)
    for line in every:
        scene.read(line, mentions(line.tokens, known))
    return scene.sayings


class _Scene:
    """Reads the sentences of one text in order and remembers who spoke or acted last."""

    def __init__(self, text: str, quotes: Sequence[Quoted], known_initials: Set[str]) -> None:
        self.text = text
        self.initials = known_initials
        self.quotes = quotes
        self.cast = Cast()
        self.focus: Character | None = None
        self.sayings: list[Saying] = []

    def read(self, line: Line, found: Sequence[Mention]) -> None:
        """Take in one sentence with the people named in it."""
        told = Told(line.tokens, found, self._people(line.tokens, found))
        given = speakers(told, self.focus)
        if given:
            self._give(line, given)
            unnamed = is_unnamed(told.row, self.initials)
            self.focus = next(
                (who.person for who in reversed(given) if who.person), None if unnamed else self.focus
            )
            return
        for index, token in enumerate(told.row):
            if token.quote >= 0 and self._speaks_for_itself(told.row, index):
                self._say(self.focus, token)
        doing = subject(told, len(told.row))
        # "Seorang korban ... katanya": her words are nobody else's.
        self.focus = doing or (None if is_unnamed(told.row, self.initials) else self.focus)

    def _people(self, row: Sequence[Token], found: Sequence[Mention]) -> list[Character | None]:
        people = [self._person(mention) for mention in found]
        for index, (nickname, mention) in enumerate(itertools.pairwise(found)):
            between = [token.plain for token in row[nickname.last : mention.first]]
            known_as, person = people[index], people[index + 1]
            if known_as and person and len(between) <= _LONGEST_LINK and _NICKNAME_OF.intersection(between):
                self.cast.also_called(person, known_as.name)
                people[index] = person
        for index, mention in enumerate(found):
            behind = [token.plain for token in row[mention.last : mention.last + 2]]
            if self.focus and len(behind) > 1 and behind[0] == "," and behind[1] in _HIS_NICKNAME:
                self.cast.also_called(self.focus, self.text[slice(*mention.name)])
                people[index] = self.focus
        return people

    def _person(self, mention: Mention) -> Character | None:
        name = " ".join(self.text[slice(*mention.name)].split())
        role = " ".join(self.text[slice(*mention.role)].split())
        if not name:
            return self.cast.in_office(role, self.focus)
        known = self.cast.named(name) if len(name.split()) == 1 and not role else None
        return known or self.cast.meet(name, role, *mention.name, mention.also)

    def _give(self, line: Line, given: Sequence[Speaker]) -> None:
        """Give the quotes in the sentence to their speakers, or else the sentence."""
        direct = [
            index
            for index, token in enumerate(line.tokens)
            if token.quote >= 0 and self._is_direct(line.tokens, index, given)
        ]
        for index in direct:
            behind = next((who for who in given if who.verb > index), given[-1])
            self._say(behind.person, line.tokens[index])
        if not direct:
            for person in dict.fromkeys(who.person for who in given if who.person):
                self.sayings.append(Saying(person, line.start, line.end))

    def _say(self, person: Character | None, token: Token) -> None:
        quote = self.quotes[token.quote]
        self.sayings.append(Saying(person, quote.start, quote.end, token.quote))

    def _is_direct(self, row: Sequence[Token], index: int, given: Sequence[Speaker]) -> bool:
        """Tell words that were said from a title in marks: a verb of saying adjoins, or they are many."""
        before = row[index - 1].text.casefold() if index else ""
        adjoins = any(0 < who.verb - index <= 2 for who in given) or before in {"", ",", ":", "bahwa"}
        return adjoins or self._words(row[index]) >= _FEWEST_WORDS_INSIDE

    def _speaks_for_itself(self, row: Sequence[Token], index: int) -> bool:
        """Say whether a quote without a verb of saying is speech: it is the sentence, or behind a colon."""
        alone = len(row) == 1 or (index == 0 and len(row) == 2)
        led = index > 0 and row[index - 1].text == ":"
        whole = alone and self.text[row[index].start : row[index].end].rstrip("\"”“″»' ")[-1:] in _ENDS
        return (alone or led) and self._words(row[index]) >= (_FEWEST_WORDS_WHOLE if whole else _FEWEST_WORDS)

    def _words(self, token: Token) -> int:
        return len(self.text[token.start : min(token.end, token.start + 200)].split())
