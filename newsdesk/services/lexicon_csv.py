r"""The house lexicon as a table that a spreadsheet opens: CSV (RFC 4180), one row a line.

Written in UTF-8 with a byte order mark and divided by semicolons, as a spreadsheet in Indonesia expects it.
Read in UTF-8, in UTF-16 with its mark or in Windows-1252, divided by semicolons, commas or tabs. The first
row names the columns, in any order and case; others than these are passed over. A row is one line: a cell
with a line break in it is refused, with both its lines, and takes no other row along.

| column | in English | what stands in it |
|---|---|---|
| tertulis | form | the form; must be there |
| dibaca | spoken | how it is said; must be there |
| cara | how | huruf (letters), kata (word), kepanjangan (expanded); guessed when empty |
| ejaan | respelling | shown over the word |
| huruf besar kecil | case sensitive | ya (yes; also when empty): only as written; tidak (no): in any case |
| nama | name of | orang (person), tempat (place), or nothing |
| kata sebelum | words before | one of these words must stand before it; divided by spaces |
| kata sesudah | words after | the same, after it |
| diperiksa oleh | checked by | who has vouched for it; empty: nobody |
| diperiksa pada | checked at | when, ISO 8601; UTC where no zone is named |

Where a form was found belongs to one newsroom's stories and is not written. A cell that a spreadsheet would
take for a formula (it begins with = + - @) is written with an apostrophe before it and read without (OWASP,
"CSV Injection").
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, TypeVar

from newsdesk.domain.cleaning import clean_entry
from newsdesk.domain.lexicon import HowSaid, NameOf, Pronunciation
from newsdesk.errors import BadInput
from newsdesk.i18n import _
from newsdesk.services.forms import how_said
from newsdesk.services.importing import read_text

WORD = TypeVar("WORD", bound=StrEnum)

_COLUMNS = {
    "tertulis": "form",
    "dibaca": "spoken",
    "cara": "how",
    "ejaan": "respelling",
    "huruf besar kecil": "case sensitive",
    "nama": "name of",
    "kata sebelum": "words before",
    "kata sesudah": "words after",
    "diperiksa oleh": "checked by",
    "diperiksa pada": "checked at",
}
_NAMES = {name: name for name in _COLUMNS} | {english: name for name, english in _COLUMNS.items()}
_HOW = {HowSaid.LETTERS: "huruf", HowSaid.WORD: "kata", HowSaid.EXPANDED: "kepanjangan"}
_NAME_OF = {NameOf.NOTHING: "", NameOf.PERSON: "orang", NameOf.PLACE: "tempat"}
_YES, _NO = frozenset(["", "ya", "yes", "true", "1"]), frozenset(["tidak", "no", "false", "0"])
_FORMULA = re.compile(r"'*[=+\-@\uff1d\uff0b\uff0d\uff20]")
_LINE_END = re.compile(r"\r\n|\r|\n")
_SEPARATORS = ";,\t"


class Table(NamedTuple):
    """What a file holds: entries by line (from 1), and the rows that cannot be read, by line and reason.

    ``keeps`` are the fields for which the file has no column: a listed entry keeps what it has there.
    """

    rows: list[tuple[int, Pronunciation]]
    refused: list[tuple[int, str]]
    keeps: frozenset[str]


def written(entries: Iterable[Pronunciation]) -> bytes:
    """Return the table of ``entries``, in their order."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, delimiter=";", lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for entry in entries:
        writer.writerow(f"'{cell}" if _FORMULA.match(cell) else cell for cell in _cells(entry))
    return lines.getvalue().encode("utf-8-sig")


def read(path: Path) -> Table:
    """Return what the table at ``path`` holds.

    Raises :class:`BadInput` for a file that is missing, unreadable, larger than 20 MB, no text, or without
    the two columns that must be there.
    """
    lines = list(enumerate(_LINE_END.split(read_text(path).removeprefix("\ufeff")), start=1))
    # A spreadsheet may name the separator in a line of its own: "sep=;".
    written = [(number, line) for number, line in lines if line.strip() and not line.startswith("sep=")]
    separator, names = _header(written[0][1] if written else "")
    if not {"tertulis", "dibaca"} <= set(names):
        raise BadInput(str(path), _("tidak ada kolom “tertulis” dan “dibaca”"))
    missing = _COLUMNS.keys() - set(names)
    keeps = {"cara": "how", "ejaan": "respelling", "nama": "name_of"}
    table = Table([], [], frozenset(field for name, field in keeps.items() if name in missing))
    for number, line in written[1:]:
        try:
            cells = _cells_of(line, separator)
            if any(cells):
                table.rows.append((number, _entry(names, cells)))
        except csv.Error:
            table.refused.append((number, _("terlalu panjang, atau tanda kutipnya tidak ditutup")))
        except ValueError as error:
            table.refused.append((number, str(error)))
    return table


def _header(line: str) -> tuple[str, list[str]]:
    """Return the separator by which ``line`` names most columns, and their names, "" for unknown ones."""
    found: list[tuple[str, list[str]]] = [(";", [])]
    for separator in _SEPARATORS:
        try:
            cells = _cells_of(line, separator)
        except csv.Error:
            continue
        found.append((separator, [_NAMES.get(" ".join(cell.casefold().split()), "") for cell in cells]))
    return max(found, key=lambda one: sum(map(bool, one[1])))


def _cells_of(line: str, separator: str) -> list[str]:
    """Return the cells of one row. Raises csv.Error for one of more than 131,072 characters or left open."""
    try:
        return next(csv.reader([line], delimiter=separator, strict=True))
    except csv.Error:
        # A word quoted inside a cell by hand is no broken table: only a quote left open is.
        if line.count('"') % 2:
            raise
        return next(csv.reader([line], delimiter=separator))


def _entry(names: list[str], cells: list[str]) -> Pronunciation:
    """Read one row. Raises ValueError with the reason, in words for the screen."""
    if any(cell.strip() for cell in cells[len(names) :]):
        raise ValueError(_("lebih banyak kolom daripada di baris judul"))
    row = {name: _plain(cell) for name, cell in zip(names, cells, strict=False) if name}
    case = row.get("huruf besar kecil", "").casefold()
    if case not in _YES | _NO:
        raise ValueError(_("“huruf besar kecil” harus ya atau tidak, bukan “{cell}”").format(cell=case[:40]))
    checked_by = row.get("diperiksa oleh", "")
    entry = clean_entry(
        Pronunciation(
            row.get("tertulis", ""),
            row.get("dibaca", ""),
            respelling=row.get("ejaan", ""),
            case_sensitive=case in _YES,
            name_of=_word("nama", row, _NAME_OF),
            words_before=(row.get("kata sebelum", ""),),
            words_after=(row.get("kata sesudah", ""),),
            checked_by=checked_by,
            checked_at=_moment(row.get("diperiksa pada", "")) if checked_by else None,
        )
    )
    how = _word("cara", row, _HOW) if row.get("cara") else how_said(entry.form, entry.spoken)
    return replace(entry, how=how)


def _cells(entry: Pronunciation) -> tuple[str, ...]:
    return (
        entry.form,
        entry.spoken,
        _HOW[entry.how],
        entry.respelling,
        "ya" if entry.case_sensitive else "tidak",
        _NAME_OF[entry.name_of],
        " ".join(entry.words_before),
        " ".join(entry.words_after),
        entry.checked_by,
        entry.checked_at.isoformat() if entry.checked_at else "",
    )


def _plain(cell: str) -> str:
    cell = cell.strip()
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _word(name: str, row: Mapping[str, str], words: Mapping[WORD, str]) -> WORD:
    cell = row.get(name, "").casefold()
    for word, indonesian in words.items():
        if cell in (indonesian, str(word)):
            return word
    known = ", ".join(indonesian for indonesian in words.values() if indonesian)
    raise ValueError(
        _("“{column}” tidak mengenal “{cell}”, hanya {known}").format(
            column=name, cell=cell[:40], known=known
        )
    )


def _moment(cell: str) -> datetime | None:
    if not cell:
        return None
    try:
        at = datetime.fromisoformat(cell)
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise ValueError(_("“{cell}” bukan tanggal seperti 2025-01-17").format(cell=cell[:40])) from error
