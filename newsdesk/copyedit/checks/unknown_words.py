"""A word that no dictionary has and that one slip would make of one it has: "menetukan", "pembinaaan".

Names, foreign words and rare ones have no such neighbour, or begin with a capital, and are left alone:
better a slip missed than a right word marked.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsdesk.copyedit.checks.check import Check, Scope, found
from newsdesk.copyedit.checks.common_pairs import is_listed
from newsdesk.copyedit.checks.copy import Copy, Word
from newsdesk.copyedit.checks.run_on import is_run_on
from newsdesk.copyedit.checks.tables import as_written
from newsdesk.copyedit.finding import Finding, Kind
from newsdesk.copyedit.speller import Speller
from newsdesk.domain.checking import Choice

_SHORTEST = 6
_SHORTEST_CAPITAL = 8
_MOST_SHOWN = 5
_FEWEST_FOREIGN = 5


def _find(copy: Copy, choice: Choice) -> Iterator[Finding]:
    speller = copy.known.speller
    if speller is None or _is_foreign(copy, speller):
        return
    for word in copy.words:
        if (
            _may_be_wrong(copy, word, speller)
            and not is_listed(word.text, choice)
            and not is_run_on(word.text)
        ):
            near = speller.suggest(word.text)
            if near and (word.text.islower() or len(near[0]) != len(word.text)):
                fixes = (as_written(word.text, one) for one in near[:_MOST_SHOWN])
                yield found(
                    copy,
                    word.start,
                    word.end,
                    Kind.SPELLING,
                    "spelling.word",
                    *fixes,
                    word=word.text,
                    near=as_written(word.text, near[0]),
                )


def _is_foreign(copy: Copy, speller: Speller) -> bool:
    """Say whether a paragraph is in another language: a third of its words, five at least, are unknown."""
    words = [word.text for word in copy.words if word.text.islower()]
    unknown = sum(not speller.known(word) for word in words)
    return unknown >= _FEWEST_FOREIGN and unknown * 3 >= len(words)


def _may_be_wrong(copy: Copy, word: Word, speller: Speller) -> bool:
    written = word.text
    if len(written) < _SHORTEST or not written.isalpha() or speller.known(written):
        return False
    if written.islower():
        return True
    # A capital inside a sentence begins a name; at its start it may, and more so where another one follows.
    sentence = copy.sentence_at(word.start)
    return (
        len(written) >= _SHORTEST_CAPITAL
        and written[1:].islower()
        and sentence is not None
        and sentence.start == word.start
        and copy.text[word.end + 1 : word.end + 2].islower()
    )


CHECK = Check("unknown_words", Kind.SPELLING, Scope.PARAGRAPH, _find)
