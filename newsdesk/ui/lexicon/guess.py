"""How a form is read as long as nobody has settled it: what a new entry begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdesk.domain.lexicon import FormSeen, HowSaid

if TYPE_CHECKING:
    from newsdesk.services.reading import Reading

_LONGEST = 200
"""Characters of a form up to which its reading is guessed while it is typed."""


def guess(reading: Reading, form: str) -> FormSeen:
    """Return how ``form`` is read by the rules and tables: "KPPU" as letters, "ka pe pe u"."""
    if len(form) > _LONGEST:
        return FormSeen(form, "", HowSaid.WORD, "", unsure=True)
    seen = reading.forms(form)
    if len(seen) == 1 and seen[0].form == form:
        return seen[0]
    return FormSeen(form, reading.read(form).line, HowSaid.WORD, "", unsure=True)
