"""What a saved script tells the lexicon: which forms stand in it, and which of them nobody has settled."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from newsdesk.domain.cleaning import clean_entry
from newsdesk.domain.lexicon import LONGEST_FORM, FormSeen, Pronunciation
from newsdesk.domain.people import Person
from newsdesk.domain.story import Script

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.storage.unit_of_work import UnitOfWork

_log = logging.getLogger(__name__)
MOST_NEW_FORMS = 100
"""Of one save. A story brings a handful; nobody would check the thousands of a pasted register."""
_AROUND = 160
"""Characters of the sentence that are kept on each side of the form."""

Forms = Callable[[Script, datetime | None], Sequence[FormSeen]]
"""Gives the forms of a script that is planned for a moment (UTC), or for none."""


class Noting:
    """Notes the forms of newest texts, and never stands in the way of the words themselves."""

    def __init__(self, forms: Forms) -> None:
        self._forms = forms

    def seen(self, script: Script, airtime: datetime | None) -> Sequence[FormSeen] | None:
        """Return the forms of a script; None, and a line in the log, when they cannot be told."""
        try:
            return self._forms(script, airtime)
        except Exception:  # noqa: BLE001 - whatever it is, the words are saved; the log tells it
            _log.warning("the forms of a script could not be told", exc_info=True)
            return None

    def note(
        self,
        work: UnitOfWork,
        story_id: int,
        seen: Sequence[FormSeen] | None,
        by: Person,
        at: datetime,
    ) -> None:
        """Note ``seen`` as the forms of a story's newest text, and list the unsure ones that nobody has.

        They enter the lexicon unchecked, with the story, their sentence, who wrote it and when (UTC).
        """
        if seen is None:
            return
        with work.by_the_way(f"noting the forms of story {story_id}"):
            unsure = {one.form: one for one in seen if one.unsure and 0 < len(one.form) <= LONGEST_FORM}
            if _unlisted(work, unsure):
                work.lexicon.take_turn()
                # Asked again: a colleague may have listed some while this one waited.
                new = [unsure[form] for form in _unlisted(work, unsure)[:MOST_NEW_FORMS]]
                work.lexicon.add(_entry(one, story_id, by, at) for one in new)
            # After the turn was taken, as by who changes the lexicon: nobody waits for each other.
            work.story_forms.replace(story_id, {one.form for one in seen})


def _unlisted(work: UnitOfWork, unsure: dict[str, FormSeen]) -> list[str]:
    listed = work.queries.lexicon.namesakes(unsure)
    exact = {entry.form for entry in listed}
    folded = {entry.form.casefold() for entry in listed if not entry.case_sensitive}
    return [form for form in unsure if form not in exact and form.casefold() not in folded]


def _entry(seen: FormSeen, story_id: int, by: Person, at: datetime) -> Pronunciation:
    return clean_entry(
        Pronunciation(
            seen.form,
            seen.spoken,
            seen.how,
            found_in=story_id,
            found_sentence=_excerpt(seen.sentence, seen.form),
            found_by=by.name,
            found_at=at,
        )
    )


def _excerpt(sentence: str, form: str) -> str:
    """Cut a sentence without end to what stands around the form."""
    at = max(0, sentence.find(form))
    start, end = max(0, at - _AROUND), at + len(form) + _AROUND
    before, after = "…" if start else "", "…" if end < len(sentence) else ""
    return f"{before}{sentence[start:end].strip()}{after}"
