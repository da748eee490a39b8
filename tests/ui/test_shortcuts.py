"""One list of shortcuts, without clashes, and every key in it is one that Qt knows."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence

from newsdesk.ui.shortcuts import Shortcut, Where, clashes, keys_of, shortcuts, shown


def test_no_two_shortcuts_clash() -> None:
    assert clashes(shortcuts()) == []


def test_a_clash_is_found() -> None:
    everywhere = Shortcut("a", "Ctrl+N", "", Where.EVERYWHERE)
    in_list = Shortcut("b", "Ctrl+N", "", Where.LIST)
    in_script = Shortcut("c", "Esc", "", Where.SCRIPT)
    listening = Shortcut("d", "Esc", "", Where.LISTENING)
    assert clashes((everywhere, in_list, in_script, listening)) == [
        (everywhere, in_list),
        (in_script, listening),
    ]
    assert clashes((in_list, in_script)) == []


def test_ids_are_unique() -> None:
    ids = [shortcut.id for shortcut in shortcuts()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("shortcut", shortcuts(), ids=lambda s: s.id)
def test_qt_understands_the_keys(shortcut: Shortcut) -> None:
    sequence = QKeySequence(shortcut.keys)
    assert sequence.count() == 1
    assert sequence.toString(QKeySequence.SequenceFormat.PortableText) == shortcut.keys


def test_keys_are_shown_without_plus_signs() -> None:
    assert shown(keys_of("script.tie")) == "Ctrl Alt S"
    assert shown("Ctrl+Return") == "Ctrl ↵"
    assert shown("Alt+Up") == "Alt ↑"
    with pytest.raises(KeyError):
        keys_of("no.such")
