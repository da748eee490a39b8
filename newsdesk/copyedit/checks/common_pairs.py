"""Words that are often written wrongly, each with what is meant: "menunjukan", "suport", "terimakasih"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from newsdesk.copyedit.checks.check import Check, Scope, found
from newsdesk.copyedit.checks.copy import Copy
from newsdesk.copyedit.checks.tables import any_of, as_written, rows
from newsdesk.copyedit.finding import Finding, Kind
from newsdesk.domain.checking import Choice


def _near(words: str) -> re.Pattern[str] | None:
    return any_of(words.split(",")) if words else None


_Pair = tuple[tuple[str, ...], re.Pattern[str] | None]


class _Book(NamedTuple):
    """Pairs by what is wrong, and those of them that are no single word as a pattern."""

    pairs: dict[str, _Pair]
    phrases: re.Pattern[str]


_PAIRS: dict[str, _Pair] = {
    row[0].casefold(): (tuple(row[1].split("|")), _near(row[2] if len(row) > 2 else ""))
    for row in rows("pairs")
}
_ONE_WORD = re.compile(r"[^\W\d_]+(?>(?:['’-][^\W\d_]+)*)")
"""What a copy counts as a word; a pair may be of anything else."""
_BEFORE_TITLES = frozenset(["wakil", "pj", "pjs", "plt", "plh", "penjabat", "bapak", "ibu", "pak", "bu"])
"""Words with a capital after which no name of a thing begins: "Wakil Walikota" is told."""
_OFFICES = frozenset(["wali kota"])
_ENDING = re.compile(r"(?:nya|lah|kah|ku|mu|pun)\Z")


@lru_cache(maxsize=8)
def _house(pairs: tuple[tuple[str, str], ...], words: frozenset[str]) -> _Book:
    """Return the pairs of a newsroom and the built-in ones that it neither has otherwise nor writes so."""
    own = {" ".join(wrong.casefold().split()): ((right,), None) for wrong, right in pairs}
    built_in = {wrong: pair for wrong, pair in _PAIRS.items() if wrong not in words}
    pairs_now = {**built_in, **own}
    return _Book(pairs_now, any_of(wrong for wrong in pairs_now if not _ONE_WORD.fullmatch(wrong)))


def is_listed(word: str, choice: Choice) -> bool:
    """Say whether ``word`` is one that this check speaks of."""
    plain, book = word.casefold(), _house(choice.pairs, choice.words).pairs
    return plain in book or _ENDING.sub("", plain) in book


def _find(copy: Copy, choice: Choice) -> Iterator[Finding]:
    book = _house(choice.pairs, choice.words)
    for word, start, end in copy.words:
        wrong, ending = word.casefold(), ""
        if wrong not in book.pairs and (match := _ENDING.search(wrong)):
            wrong, ending = wrong[: match.start()], match[0]
        if wrong in book.pairs:
            yield from _pair(copy, start, end, book.pairs[wrong], ending)
    for match in book.phrases.finditer(copy.text):
        yield from _pair(copy, *match.span(), book.pairs[" ".join(match[0].casefold().split())], "")


def _pair(copy: Copy, start: int, end: int, pair: _Pair, ending: str) -> Iterator[Finding]:
    right, near = pair
    if near is not None and not near.search(copy.text[max(0, start - 120) : end + 120]):
        return
    written = copy.text[start:end]
    if written[0].isupper() and not copy.begins_sentence(start) and not copy.shouted(start):
        before = copy.text[max(0, start - 24) : start].split()
        named = bool(before) and before[-1][0].isupper()
        in_name = named and before[-1].casefold().rstrip(".") not in _BEFORE_TITLES
        if in_name and near is None and not written.isupper():
            return  # inside a name: "Apotik Sehat Sentosa" begins lower rows, "RM Cabe Ijo" is one
    # "oleh Walikota Santoso", "Walikota Santoso hadir": an office before a name has capitals all through.
    office = right[0] in _OFFICES and copy.text[end : end + 2].strip()[:1].isupper()
    title = written.istitle() and (office or not copy.begins_sentence(start))
    fixes = tuple((one.title() if title else as_written(written, one)) + ending for one in right)
    yield found(copy, start, end, Kind.SPELLING, "spelling.pair", *fixes, word=written, right=fixes[0])


CHECK = Check("common_pairs", Kind.SPELLING, Scope.PARAGRAPH, _find)
