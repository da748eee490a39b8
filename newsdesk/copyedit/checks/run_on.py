"""The prepositions di and ke grown together with their noun ("dirumah"), or di- cut from its verb.

PUEBI II.F: prepositions stand apart from the word behind them; the prefix di- does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdesk.copyedit.checks.check import Check, Scope, found
from newsdesk.copyedit.checks.copy import Copy
from newsdesk.copyedit.checks.tables import listed
from newsdesk.copyedit.finding import Finding, Kind
from newsdesk.copyedit.places import PLACES
from newsdesk.domain.checking import Choice

_AFTER_DI = listed("after_di")
_AFTER_KE = listed("after_ke")
_SHORTEST_PLACE = 6
_SHORTEST = 6
_ALSO_VERBS = frozenset({"serang", "sambas", "pasang", "tengah", "tebing", "padang", "ketapang"})
_TOWNS = (
    frozenset(place for place in PLACES if " " not in place and len(place) >= _SHORTEST_PLACE) - _ALSO_VERBS
)
_ENDING = re.compile(r"(?:nya|ku|mu)\Z")
_CUT = re.compile(r"(?<![\w-])([Dd]i)[ \u00a0]((?!pe|ke)[a-z]{4,30}kan)(?![\w-])")
_ENDS_SO = listed("nouns_in_kan")


def is_run_on(word: str) -> bool:
    """Say whether ``word`` is a preposition grown together with its noun.

    >>> is_run_on("dirumahnya"), is_run_on("dimakan"), is_run_on("ketua")
    (True, False, False)
    """
    preposition = word[:2].casefold()
    return (
        preposition in {"di", "ke"}
        and len(word) >= _SHORTEST
        and not word.isupper()
        and _grown(preposition, word[2:])
    )


def _find(copy: Copy, choice: Choice) -> Iterator[Finding]:
    for word, start, end in copy.words:
        if is_run_on(word):
            apart = f"{word[:2]} {word[2:]}"
            yield found(copy, start, end, Kind.SPELLING, "spelling.run-on", apart, word=word, apart=apart)
    for match in _CUT.finditer(copy.text):
        if match[2] not in _ENDS_SO:
            joined = match[1] + match[2]
            yield found(copy, *match.span(), Kind.SPELLING, "spelling.cut-off", joined, word=joined)


def _grown(preposition: str, rest: str) -> bool:
    plain = rest.casefold()
    nouns = _AFTER_DI if preposition == "di" else _AFTER_KE
    if plain in nouns or _ENDING.sub("", plain) in nouns:
        return True
    head, hyphen, tail = plain.partition("-")
    if hyphen and head == tail and head in nouns:
        return True
    return plain in _TOWNS and (rest[0].isupper() or preposition == "di")


CHECK = Check("run_on", Kind.SPELLING, Scope.PARAGRAPH, _find)
