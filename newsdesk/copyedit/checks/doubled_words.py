"""A word written twice: "di di", or "prestasi prestasi" without its hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdesk.copyedit.checks.check import Check, Scope, found
from newsdesk.copyedit.checks.copy import Copy
from newsdesk.copyedit.checks.tables import listed
from newsdesk.copyedit.finding import Finding, Kind
from newsdesk.domain.checking import Choice

_DOUBLED = re.compile(r"(?<![\w-])([^\W\d_]{2,40})[ \u00a0]+(\1)(?![\w-])", re.IGNORECASE)
_VERB = re.compile(r"(?:di|me[mnrlwy]|ber|ter)\w{3}")
_NEVER_PLURAL = listed("small_words")
_SAID_TWICE = listed("said_twice")


def _find(copy: Copy, choice: Choice) -> Iterator[Finding]:
    for match in _DOUBLED.finditer(copy.text):
        first, second = match[1], match[2]
        plain = first.casefold()
        if plain in _SAID_TWICE or (second[0].isupper() and plain not in _NEVER_PLURAL):
            continue  # "Bora Bora", "tiga tiga"
        joined = f"{first}-{second.casefold()}"
        slip = plain in _NEVER_PLURAL or _VERB.match(plain)
        fixes = (first,) if slip else (joined, first)
        yield found(copy, *match.span(), Kind.SPELLING, "spelling.doubled", *fixes, word=first)


CHECK = Check("doubled_words", Kind.SPELLING, Scope.PARAGRAPH, _find)
