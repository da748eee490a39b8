"""A claim that nobody makes: "konon", "dikabarkan", "disinyalir" without a source in its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdesk.copyedit.checks.check import Check, Scope, found
from newsdesk.copyedit.checks.copy import Copy
from newsdesk.copyedit.checks.tables import any_of, listed
from newsdesk.copyedit.finding import Finding, Kind
from newsdesk.copyedit.tables import word_table
from newsdesk.domain.checking import Choice

_CLAIM = any_of(word.replace("_", " ") for word in listed("claims"))
_SOURCE = any_of(
    [
        *word_table("saying"),
        *word_table("said_by"),
        *(f"{verb} {who}" for verb in ("kata", "ujar") for who in ("dia", "ia")),
        *(
            "menurut",
            "menurutnya",
            "oleh",
            "berdasarkan",
            "melansir",
            "dilansir",
            "dikutip",
            "mengutip",
            "laporan",
        ),
        *(
            "data",
            "keterangan",
            "pengakuan",
            "hasil penyelidikan",
            "hasil penyidikan",
            "polisi",
            "penyidik",
            "jaksa",
        ),
    ]
)
_SAID = re.compile(
    r"\b(?:" + "|".join(sorted(word_table("said_after"))) + r")(?:nya\b|\s+(?=[A-Z]))", re.IGNORECASE
)


def _find(copy: Copy, choice: Choice) -> Iterator[Finding]:
    for match in _CLAIM.finditer(copy.text):
        if copy.quote_at(match.start()):
            continue
        sentence = copy.sentence_text(match.start())
        rest = _CLAIM.sub("", sentence)
        if not _SOURCE.search(rest) and not _SAID.search(rest):
            yield found(copy, *match.span(), Kind.ATTRIBUTION, "attribution.unsourced", word=match[0])


CHECK = Check("unsourced", Kind.ATTRIBUTION, Scope.PARAGRAPH, _find)
