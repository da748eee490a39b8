"""The built-in tables of how forms are said, read from ``resources/lexicon``.

Every table is tab-separated UTF-8; a line beginning with # is a remark.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsdesk.spoken.letters import spell


@dataclass(frozen=True, slots=True)
class Tables:
    """Everything the rules look up.

    ``acronyms``: form to spoken. ``abbreviations``: form without its last dot to spoken and to where it
    may stand: "any", "name" (with its dot or before a capital letter), "number" (before a digit),
    "numeral" (before a Roman numeral), "rank" (with its dot before a capital letter), "dot" (with its dot,
    where something follows) or "company" (with its dot before a bracket). ``meanings``: other ways to say a
    form of ``acronyms``, mostly what it may stand for.
    ``titles_before`` and ``titles_after``: a title without dots to spoken. ``units`` and ``currencies``:
    a sign to spoken. ``names``: old spelling to new; ``foreign``: names that keep their letters.
    """

    acronyms: dict[str, str]
    meanings: dict[str, tuple[str, ...]]
    abbreviations: dict[str, tuple[str, str]]
    titles_before: dict[str, str]
    titles_after: dict[str, str]
    units: dict[str, str]
    currencies: dict[str, str]
    names: dict[str, str]
    foreign: frozenset[str]


def load(folder: Path) -> Tables:
    """Read every table in ``folder``; an OSError means that the program's own files are missing."""
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    for form, place, spoken in _rows(folder / "titles.tsv"):
        (before if place == "before" else after)[form] = spoken
    names = _pairs(folder / "names.tsv")
    return Tables(
        acronyms=dict(_acronyms(folder / "acronyms.tsv")),
        meanings=dict(_meanings(folder / "acronyms.tsv")),
        abbreviations={form: (spoken, place) for form, place, spoken in _rows(folder / "abbreviations.tsv")},
        titles_before=before,
        titles_after=after,
        units=_pairs(folder / "units.tsv"),
        currencies=_pairs(folder / "currencies.tsv"),
        names={written: spoken for written, spoken in names.items() if spoken != "="},
        foreign=frozenset(written for written, spoken in names.items() if spoken == "="),
    )


def _rows(file: Path) -> Iterator[list[str]]:
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _pairs(file: Path) -> dict[str, str]:
    return {written: spoken for written, spoken in _rows(file)}  # noqa: C416 - unpacking checks each row


def _meanings(file: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what else a form may be said as: "or", then form = one | another."""
    for how, forms in _rows(file):
        if how == "or":
            form, _, meanings = forms.partition(" = ")
            yield form, tuple(meanings.split(" | "))


def _acronyms(file: Path) -> Iterator[tuple[str, str]]:
    """Yield each form and its reading: by its letters ("spell"), as a word ("word") or its own ("say")."""
    for how, forms in _rows(file):
        if how == "say":
            form, _, spoken = forms.partition(" = ")
            yield form, spoken
        elif how != "or":
            for form in forms.split():
                yield form, spell(form) if how == "spell" else _as_word(form)


def _as_word(form: str) -> str:
    return form.capitalize() if form.isupper() else form
