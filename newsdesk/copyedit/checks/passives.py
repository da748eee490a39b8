"""The passive with its doer behind it ("dipimpin oleh"), and sentences full of passives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdesk.copyedit.checks.check import Check, Scope, found
from newsdesk.copyedit.checks.copy import Copy
from newsdesk.copyedit.checks.tables import listed
from newsdesk.copyedit.finding import Finding, Kind
from newsdesk.domain.checking import Choice

_BY = re.compile(r"(?<![\w-])([Dd]i[a-z]{3,24})(?:[ \u00a0][a-z]{3,12})?[ \u00a0]oleh(?!\w)")
_PASSIVE = re.compile(r"(?<![\w-])[Dd]i[a-z]{4,24}(?![\w-])")
_NO_VERBS = listed("not_passive")
_MANY = 4
_WHICH = re.compile(r"\byang(?:[ \u00a0][a-z]{3,12})?[ \u00a0]\Z")
_NO_DOER = re.compile(r"[ \u00a0]+(?:karena|sebab|kami|saya|kita)\b")


def _find(copy: Copy, choice: Choice) -> Iterator[Finding]:
    for match in _BY.finditer(copy.text):
        if match[1].casefold() in _NO_VERBS or _NO_DOER.match(copy.text, match.end()):
            continue
        # "yang diraih oleh" says who, and can hardly be turned round.
        if copy.quote_at(match.start()) is None and not _WHICH.search(_before(copy, match.start())):
            yield found(copy, *match.span(), Kind.EAR, "ear.passive", verb=match[1])
    for sentence in copy.sentences:
        verbs = [
            match
            for match in _PASSIVE.finditer(copy.text, sentence.start, sentence.end)
            if match[0].casefold() not in _NO_VERBS
        ]
        if len(verbs) >= _MANY:
            yield found(copy, sentence.start, sentence.end, Kind.EAR, "ear.passives", count=str(len(verbs)))


def _before(copy: Copy, at: int) -> str:
    return copy.text[max(0, at - 24) : at]


CHECK = Check("passives", Kind.EAR, Scope.PARAGRAPH, _find)
