"""Which forms are shown: the saved views, the search and the order, over everything the newsroom has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import IntEnum
from math import inf
from typing import NamedTuple

from newsdesk.domain.lexicon import HowSaid, NameOf
from newsdesk.i18n import _
from newsdesk.ui.components.saved_views import ViewLook
from newsdesk.ui.lexicon.form_row import FormRow, written_order

ALL, UNCHECKED, BUILTIN = "all", "unchecked", "builtin"


class Column(IntEnum):
    """The columns of the table."""

    PLAY = 0
    WRITTEN = 1
    SPOKEN = 2
    HOW = 3
    CHECKED = 4
    USED = 5
    MORE = 6


class Contents(NamedTuple):
    """Every form there is: the newsroom's own and those that came with the program, each by form.

    ``counts`` says how many each saved view holds; :func:`counted` counts, on the lane that looked.
    """

    own: tuple[FormRow, ...] = ()
    builtin: tuple[FormRow, ...] = ()
    counts: Mapping[str, int] = {}


_VIEWS: dict[str, Callable[[FormRow], bool]] = {
    ALL: lambda row: True,
    UNCHECKED: lambda row: not row.checked,
    "letters": lambda row: row.entry.how is HowSaid.LETTERS,
    "word": lambda row: row.entry.how is HowSaid.WORD,
    "expanded": lambda row: row.entry.how is HowSaid.EXPANDED,
    "person": lambda row: row.entry.name_of is NameOf.PERSON,
    "place": lambda row: row.entry.name_of is NameOf.PLACE,
}

_ORDERS: dict[Column, Callable[[FormRow], tuple[object, ...]]] = {
    Column.SPOKEN: lambda row: (row.entry.spoken.casefold(),),
    Column.HOW: lambda row: (row.entry.how.value,),
    # The newest first, and those that nobody has checked before all.
    Column.CHECKED: lambda row: (-row.entry.checked_at.timestamp() if row.entry.checked_at else -1e12,),
    Column.USED: lambda row: (-row.used,),
}
SORTABLE = (Column.WRITTEN, *_ORDERS)


def views() -> tuple[ViewLook, ...]:
    """Return the saved views from the top, in the language in use."""
    return (
        ViewLook(ALL, _("Semua"), "book-a"),
        ViewLook(UNCHECKED, _("Belum diperiksa"), "circle-question-mark"),
        ViewLook("letters", _("Dibaca huruf"), "case-upper"),
        ViewLook("word", _("Dibaca kata"), "whole-word"),
        ViewLook("expanded", _("Kepanjangan"), "unfold-horizontal"),
        ViewLook("person", _("Nama orang"), "user"),
        ViewLook("place", _("Nama tempat"), "map-pin"),
        ViewLook(BUILTIN, _("Bawaan program"), "package"),
    )


def counted(own: tuple[FormRow, ...], builtin: tuple[FormRow, ...]) -> Contents:
    """Return the contents with the count of every view."""
    counts = {key: sum(map(fits, own)) for key, fits in _VIEWS.items()}
    return Contents(own, builtin, {**counts, BUILTIN: len(builtin)})


class FormShelf:
    """Answers which rows are to be seen now."""

    def __init__(self) -> None:
        self.contents = Contents()
        self.view = ALL
        self.needle = ""
        self.order = Column.WRITTEN
        self.descending = False

    def of_view(self) -> tuple[FormRow, ...]:
        """Return the forms of the chosen view, whatever is searched."""
        if self.view in (ALL, BUILTIN):
            return self.contents.builtin if self.view == BUILTIN else self.contents.own
        fits = _VIEWS[self.view]
        return tuple(row for row in self.contents.own if fits(row))

    def shown(self) -> tuple[FormRow, ...]:
        """Return the forms to be seen, in order.

        What is searched and not found among the newsroom's own is looked for among the built-in ones.
        """
        found = self._found(self.of_view())
        if not found and self.needle and not self._found(self.contents.own):
            found = self._found(self.contents.builtin)
        return self._sorted(found)

    def unchecked(self) -> tuple[FormRow, ...]:
        """Return what nobody has checked, the oldest first."""
        waiting = [row for row in self.contents.own if not row.checked]
        return tuple(sorted(waiting, key=_age))

    def turn(self, column: Column) -> None:
        """Sort by a column, or the other way round when it is that one already."""
        self.descending = column == self.order and not self.descending
        self.order = column

    def _found(self, rows: tuple[FormRow, ...]) -> tuple[FormRow, ...]:
        for part in self.needle.lower().split():
            rows = tuple([row for row in rows if part in row.folded])
        return rows

    def _sorted(self, rows: tuple[FormRow, ...]) -> tuple[FormRow, ...]:
        # They come by form, and sorting keeps that order among equals.
        if self.order in _ORDERS:
            return tuple(sorted(rows, key=_ORDERS[self.order], reverse=self.descending))
        if self.needle:
            # Whoever types "kpu" wants KPU before KPUD and "pokpu".
            needle = self.needle.lower()
            rows = tuple(sorted(rows, key=lambda row: not row.entry.form.lower().startswith(needle)))
        return rows[::-1] if self.descending else rows


def _age(row: FormRow) -> tuple[float, tuple[str, str, int]]:
    at = row.entry.found_at  # what came with a file was met in no script: it waits behind what was
    return (at.timestamp() if at is not None else inf, written_order(row))
