"""The guide names what is on the screen: every button, section and key that it prints in bold."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from newsdesk.ui.shortcuts import shortcuts, shown
from tests import catalogues
from tests.conftest import ROOT

GUIDES = sorted((ROOT / "docs" / "guide").glob("*.md"))
_OWN_KEYS = {"Ctrl V", "Alt F4", "↑", "↓", *"123456789"}
"""Keys of the system, and those that every list knows, without an entry in the list of shortcuts."""
_WRITTEN = {"Enter": "↵", "Delete": "Del", "Insert": "Ins"}
_MODIFIED = re.compile(r"(?:Ctrl|Alt|Shift) \S+(?: \S+)*|F\d+|[↑↓←→↵]|Enter|Esc|Spasi|\S|Pg\w+|Del\w*|Ins\w*")


def bold(guide: str) -> Iterator[str]:
    """Yield what a guide prints in bold, what stands on both sides of a stroke apart."""
    for found in re.findall(r"\*\*(.+?)\*\*", guide, re.S):
        yield from " ".join(found.split()).split(" / ")


@pytest.fixture(scope="module")
def sentences() -> re.Pattern[str]:
    """What may stand on a button: every sentence of the program, with anything in the place of a name."""
    found: set[str] = set()
    for message in catalogues.gather():
        for words in [message.id] if isinstance(message.id, str) else message.id:
            if re.sub(r"\{\w+\}", "", words).strip(" ,.:+"):
                found.add(re.sub(r"\\\{\w+\\\}", ".+?", re.escape(words.rstrip("…"))))
    return re.compile(f"(?:{'|'.join(sorted(found))})…?", re.IGNORECASE)


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_every_button_and_key_of_a_guide_is_in_the_program(guide, sentences: re.Pattern[str]) -> None:
    keys = _OWN_KEYS | {_one_way(shown(one.keys)) for one in shortcuts()}
    wrong = [
        words
        for words in bold(guide.read_text(encoding="utf-8"))
        if _one_way(words) not in keys
        and (_MODIFIED.fullmatch(words) or (words[0].isupper() and not sentences.fullmatch(words)))
    ]
    assert wrong == []


def test_the_front_page_leads_to_every_guide() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [guide.name for guide in GUIDES if f"docs/guide/{guide.name}" not in readme] == []


def _one_way(keys: str) -> str:
    return " ".join(_WRITTEN.get(key, key) for key in keys.split())
