"""Words that are often written wrongly, each with what is meant: "menunjukan", "suport", "terimakasih"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdesk.copyedit.checks.check import Check, Scope, found
from newsdesk.copyedit.checks.copy import Copy
from newsdesk.copyedit.checks.tables import any_of, as_written, rows
from newsdesk.copyedit.choice import Choice
from newsdesk.copyedit.finding import Finding, Kind


def _near(words: str) -> re.Pattern[str] | None:
    return any_of(words.split(",")) if words else None


_PAIRS = {
    row[0].casefold(): (tuple(row[1].split("|")), _near(row[2] if len(row) > 2 else ""))
    for row in rows("pairs")
}
_TWO_WORDS = any_of(wrong for wrong in _PAIRS if " " in wrong)
_ENDING = re.compile(r"(?:nya|lah|kah|ku|mu|pun)\Z")


def is_listed(word: str) -> bool:
    """Say whether ``word`` is one that this check speaks of."""
    plain = word.casefold()
    return plain in _PAIRS or _ENDING.sub("", plain) in _PAIRS


def _find(copy: Copy, choice: Choice) -> Iterator[Finding]:
    for word, start, end in copy.words:
        wrong, ending = word.casefold(), ""
        if wrong not in _PAIRS and (match := _ENDING.search(wrong)):
            wrong, ending = wrong[: match.start()], match[0]
        if wrong in _PAIRS:
            yield from _pair(copy, start, end, wrong, ending)
    for match in _TWO_WORDS.finditer(copy.text):
        yield from _pair(copy, *match.span(), " ".join(match[0].casefold().split()), "")


def _pair(copy: Copy, start: int, end: int, wrong: str, ending: str) -> Iterator[Finding]:
    right, near = _PAIRS[wrong]
    if near is not None and not near.search(copy.text[max(0, start - 120) : end + 120]):
        return
    written = copy.text[start:end]
    if written[0].isupper() and not copy.begins_sentence(start) and not copy.shouted(start):
        before = copy.text[max(0, start - 24) : start].split()
        if before and before[-1][0].isupper() and near is None and not written.isupper():
            return  # inside a name: "Apotik Sehat Sentosa" begins lower rows, "RM Cabe Ijo" is one
    fixes = tuple(as_written(written, one) + ending for one in right)
    yield found(copy, start, end, Kind.SPELLING, "spelling.pair", *fixes, word=written, right=fixes[0])


CHECK = Check("common_pairs", Kind.SPELLING, Scope.PARAGRAPH, _find)
