"""Indonesian words that espeak-ng says wrongly by its own rules, and their phonemes.

The table is ``resources/speech/espeak-id.tsv``: a form in small letters, a tab, its phonemes in the library's
own notation (``phsource/ph_indonesian`` of espeak-ng), with an apostrophe before the stressed vowel. What was
tried, and what was kept by measure, is in ``docs/intelligibility.md``.
"""

from __future__ import annotations

from pathlib import Path

from newsdesk.paths import resources


def load(file: Path | None = None) -> dict[str, str]:
    """Return the table, form to phonemes; an OSError means that the program's own files are missing."""
    lines = (file or resources() / "speech" / "espeak-id.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines if line and not line.startswith("#"))
