"""Gathers every sentence of the program into its two catalogues and compiles them (``make catalogues``).

Message ids are the Indonesian sentences themselves, so the Indonesian catalogue is filled by itself; an
English sentence that is missing is reported and the run fails.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "resources" / "locale"
HEADER = "# Sentences of Newsdesk. GPL-3.0-or-later, as the program."
DATE = datetime(2026, 11, 1, tzinfo=UTC)
KEYWORDS = {"_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}


def gather() -> Catalog:
    """Return a catalogue of every message id in the program's code, in the order of its files."""
    found = Catalog(project="Newsdesk", charset="utf-8")
    for file, line, message, comments, context in sorted(
        extract_from_dir(
            str(ROOT / "newsdesk"),
            method_map=[("**.py", "python")],
            keywords=KEYWORDS,
            strip_comment_tags=True,
        ),
        key=lambda row: (row[0], row[1]),
    ):
        found.add(message, None, [(f"newsdesk/{file}", line)], auto_comments=comments, context=context)
    return found


def catalogue_file(language: str) -> Path:
    """Return the editable catalogue of ``language`` ("id" or "en")."""
    return LOCALE / language / "LC_MESSAGES" / "newsdesk.po"


def read(language: str) -> Catalog:
    """Read a catalogue; a language without one gives an empty catalogue."""
    file = catalogue_file(language)
    if not file.exists():
        return Catalog(locale=language, project="Newsdesk", charset="utf-8", header_comment=HEADER)
    with file.open("rb") as stream:
        return read_po(stream, locale=language)


def main() -> int:
    """Update and compile both catalogues; return 1 when an English sentence is missing."""
    missing: list[str] = []
    for language in ("id", "en"):
        catalogue = read(language)
        catalogue.update(gather(), no_fuzzy_matching=True)
        # No dates and no names of people: the catalogues change when a sentence does.
        catalogue.creation_date = catalogue.revision_date = DATE
        catalogue.msgid_bugs_address = ""
        catalogue.last_translator = catalogue.language_team = "Newsdesk"
        catalogue.version = ""
        catalogue.fuzzy = False
        catalogue.obsolete.clear()
        for message in catalogue:
            if not message.id or (message.string and all(message.string)):
                continue
            if language == "id":
                message.string = message.id
            else:
                missing.append(f"{message.id} ({message.context})" if message.context else str(message.id))
        file = catalogue_file(language)
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as stream:
            write_po(stream, catalogue, width=110, include_lineno=False, omit_header=False)
        with file.with_suffix(".mo").open("wb") as stream:
            write_mo(stream, catalogue)
    for message in missing:
        print("English is missing for:", message, file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
