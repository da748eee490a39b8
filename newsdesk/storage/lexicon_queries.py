"""The read side of the house lexicon: its entries, and how many stories have their forms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, not_, or_, select

from newsdesk.domain.lexicon import Pronunciation
from newsdesk.domain.rows import LexiconRow
from newsdesk.storage import tables as t

_E, _F = t.pronunciations.c, t.story_forms.c
_COLUMNS = [_E[field.name] for field in fields(Pronunciation)]
_AT_ONCE = 1_000
"""Numbers or forms in one question: both databases take 32,000 at the most."""


class LexiconQueries:
    """Every question that is asked of the lexicon, on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def entries(self) -> list[Pronunciation]:
        """Return every entry, by form."""
        statement = select(*_COLUMNS).order_by(_E.form, _E.id)
        return [Pronunciation(*row) for row in self._connection.execute(statement)]

    def rows(self) -> list[LexiconRow]:
        """Return every entry with the slug it was found under and its number of stories, by form."""
        statement = (
            select(func.coalesce(t.stories.c.slug, ""), *_COLUMNS)
            .select_from(t.pronunciations)
            .outerjoin(t.stories, t.stories.c.id == _E.found_in)
            .order_by(_E.form, _E.id)
        )
        used = self._stories_by_form()
        spelled: defaultdict[str, list[str]] = defaultdict(list)
        for form in used:
            spelled[form.casefold()].append(form)
        rows: list[LexiconRow] = []
        for slug, *values in self._connection.execute(statement):
            entry = Pronunciation(*values)
            forms = [entry.form] if entry.case_sensitive else spelled[entry.form.casefold()]
            count = self._stories_with(forms) if len(forms) > 1 else sum(used.get(form, 0) for form in forms)
            rows.append(LexiconRow(entry, slug, count))
        return rows

    def stamp(self) -> tuple[int, ...]:
        """Return figures that are others as soon as a form in use, or the house style, is another one."""
        checked = select(
            func.count(), func.coalesce(func.sum(_E.version), 0), func.coalesce(func.max(_E.id), 0)
        )
        forms = self._connection.execute(checked.where(_E.checked_by != "")).one()
        style = self._connection.scalar(select(t.house_style.c.version))
        return (*map(int, forms), style or 0)

    def by_id(self, ids: Iterable[int]) -> dict[int, Pronunciation]:
        """Return the entries with these numbers; unknown numbers are left out."""
        found = (entry for part in _parts(ids) for entry in self._where(_E.id.in_(part)))
        return {entry.id: entry for entry in found}

    def namesakes(self, forms: Collection[str]) -> list[Pronunciation]:
        """Return the entries that have one of these forms, whatever their conditions."""
        folded = {form.casefold() for form in forms}
        # Databases fold other letters than Python does: those that take any case are compared here.
        any_case = [one for one in self._where(not_(_E.case_sensitive)) if one.form.casefold() in folded]
        exact = (one for part in _parts(forms) for one in self._where(_E.case_sensitive, _E.form.in_(part)))
        return [*any_case, *exact]

    def forms_of(self, story_id: int) -> set[str]:
        """Return the forms that are noted of a story's newest revision."""
        return set(self._connection.scalars(select(_F.form).where(_F.story_id == story_id)))

    def _where(self, *conditions: ColumnElement[bool]) -> list[Pronunciation]:
        statement = select(*_COLUMNS).where(*conditions).order_by(_E.form, _E.id)
        return [Pronunciation(*row) for row in self._connection.execute(statement)]

    def _stories_by_form(self) -> dict[str, int]:
        statement = select(_F.form, func.count()).group_by(_F.form)
        return {row[0]: row[1] for row in self._connection.execute(statement)}

    def _stories_with(self, forms: list[str]) -> int:
        """Return how many stories have one of several spellings."""
        spelled = or_(*(_F.form.in_(part) for part in _parts(forms)))
        counted = self._connection.scalar(select(func.count(_F.story_id.distinct())).where(spelled))
        return counted or 0


def _parts(values: Iterable[Any]) -> Iterator[list[Any]]:
    listed = list(values)
    for start in range(0, len(listed), _AT_ONCE):
        yield listed[start : start + _AT_ONCE]
