"""Cases of the checks: ``+ text with [[what is found]] => first fix``; ``- text`` where nothing is said.

They are written one day before the bulletin, 17 January 2025, in a newsroom that knows four sources.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from newsdesk.copyedit.checks import CHECKS
from newsdesk.copyedit.finding import Finding
from newsdesk.domain.attribution import Source
from newsdesk.paths import resources
from newsdesk.services.checking import Checking, indonesian_speller
from newsdesk.services.findings import Choice
from newsdesk.services.reading import Reading
from newsdesk.spoken.tables import load

FOLDER = Path(__file__).parent / "cases"
WRITTEN, AIRS = date(2025, 1, 17), date(2025, 1, 18)
SOURCES = (
    Source("Santoso", "Wali Kota Blitar"),
    Source("Hanung Pramusito", "Kepala BPS Kota Blitar"),
    Source("Rina Wulandari", "Ketua Karang Taruna Sentul"),
    Source("Danang Setiyo", "Kasat Lantas Polres Blitar Kota"),
)
_MARKED = re.compile(r"\[\[(.+?)\]\](?!\])")


class Case(NamedTuple):
    """A text, where something is to be found in it, and the first fix ("" for none asked)."""

    text: str
    spans: tuple[tuple[int, int], ...]
    fix: str


def cases(name: str) -> list[Case]:
    """Read the cases of a check."""
    return [_case(line) for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines() if line]


def _case(line: str) -> Case:
    marked, _, fix = line[2:].partition(" => ")
    spans: list[tuple[int, int]] = []
    text, position = "", 0
    for match in _MARKED.finditer(marked):
        text += marked[position : match.start()]
        spans.append((len(text), len(text) + len(match[1])))
        text += match[1]
        position = match.end()
    assert (line[0] == "+") == bool(spans), line
    return Case(text + marked[position:], tuple(spans), fix)


@lru_cache(maxsize=1)
def checking() -> Checking:
    """Return the checks of a newsroom with the dictionary of this computer, if it has one."""
    return Checking(Reading(load(resources() / "lexicon")), indonesian_speller())


def only(name: str) -> Choice:
    """Return the choice of a newsroom that wants one check only."""
    return Choice(frozenset(check.name for check in CHECKS) - {name})


def found_by(name: str, text: str) -> tuple[Finding, ...]:
    """Return what one check finds in ``text``."""
    return checking().findings(text, WRITTEN, AIRS, SOURCES, only(name))
