"""Clips and notes stay whole in the document, whatever is done to the words round them."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from newsdesk.domain.attribution import Attribution
from newsdesk.domain.blocks import MARK, Clip, Note
from newsdesk.domain.cleaning import clean_script
from newsdesk.domain.story import SaidHere, Script
from newsdesk.ui.stories.block_edits import add_block, change_block, put_in, take_out
from newsdesk.ui.stories.block_mime import script_mime
from newsdesk.ui.stories.moving import move_words, step_paragraphs
from newsdesk.ui.stories.script_text import ScriptText

BLOCKS = st.one_of(
    st.builds(Note, st.text("xyz", max_size=3)), st.builds(Clip, name=st.text("xyz", max_size=3))
)
SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8)), max_size=3)
SCRIPTS = st.builds(
    lambda body, blocks, ties, said: clean_script(
        Script(
            body=body,
            blocks=tuple(blocks),
            attributions=tuple(Attribution(7, start, start + size) for start, size in dict(ties).items()),
            said_here=tuple(SaidHere(start, start + size, "begini") for start, size in said),
        )
    ),
    st.text("ab \n🎙" + MARK, max_size=30),
    st.lists(BLOCKS, max_size=4),
    SPANS,
    SPANS,
)
PLACE = st.integers(0, 60)
ACTS = st.one_of(
    st.tuples(st.just("type"), PLACE, PLACE, st.text("ab 🎙", min_size=1, max_size=3)),
    st.tuples(st.just("delete"), PLACE, PLACE, st.just("")),
    st.tuples(st.just("paragraph"), PLACE, PLACE, st.just("")),
    st.tuples(st.just("stray"), PLACE, PLACE, st.just("")),
    st.tuples(st.just("paste"), PLACE, PLACE, SCRIPTS),
    st.tuples(st.just("change"), PLACE, PLACE, BLOCKS),
    st.tuples(st.just("add"), PLACE, PLACE, BLOCKS),
    st.tuples(st.just("take out"), PLACE, PLACE, st.just("")),
    st.tuples(st.just("move"), PLACE, PLACE, st.just("")),
    st.tuples(st.just("up"), PLACE, PLACE, st.just("")),
    st.tuples(st.just("down"), PLACE, PLACE, st.just("")),
    st.tuples(st.just("undo"), st.integers(1, 3), PLACE, st.just("")),
    st.tuples(st.just("redo"), st.integers(1, 3), PLACE, st.just("")),
)


@pytest.fixture
def text(qtbot, theme):
    return ScriptText(theme)


def state(text):
    return text.body, text.blocks()


def all_of(text):
    return *state(text), text.attributions(), text.said_here()


def between_letters(text, position):
    """Return ``position``, or the one before it where it would cut an emoji in two."""
    low = 0xDC00 <= ord(text.document.characterAt(position)) < 0xE000
    return position - low


def act(text, what, start, end, given):
    last = text.document.characterCount()
    cursor = QTextCursor(text.document)
    start, end = between_letters(text, start % last), between_letters(text, end % last)
    cursor.setPosition(start)
    if what in ("delete", "type", "paste", "paragraph"):
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    match what:
        case "type":
            for letter in given:
                cursor.insertText(letter)
        case "delete":
            cursor.removeSelectedText()
        case "paragraph":
            cursor.insertBlock()
        case "stray":
            cursor.insertText(MARK)
        case "paste":
            put_in(text.block_marks, cursor, given.body, given.blocks)
        case "change":
            change_block(text.block_marks, cursor.position(), given)
        case "add":
            assert text.block_marks.at(add_block(text.block_marks, cursor.position(), given)) == given
        case "take out":
            take_out(cursor.block())
        case "move":
            to = QTextCursor(text.document)
            to.setPosition(end)
            further = between_letters(text, (start + 5) % last)
            cursor.setPosition(further, QTextCursor.MoveMode.KeepAnchor)
            if cursor.hasSelection():
                move_words(text, cursor, to)
        case "up" | "down":
            further = between_letters(text, min(start + end % 5, last - 1))
            cursor.setPosition(further, QTextCursor.MoveMode.KeepAnchor)
            words = cursor.selectedText()
            moved = step_paragraphs(text, cursor, up=what == "up")
            assert moved is None or moved.selectedText() == words
        case "undo":
            for _ in range(start % 4):
                text.step(text.document.undo)
        case "redo":
            for _ in range(start % 4):
                text.step(text.document.redo)


@settings(max_examples=70, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(script=SCRIPTS, acts=st.lists(ACTS, max_size=12))
def test_marks_and_blocks_stay_in_step_through_any_edits_and_undo(theme, script, acts):
    text = ScriptText(theme)
    text.load(script.body, script.attributions, script.said_here, script.blocks)
    original = (script.body, script.blocks, script.attributions, script.said_here)
    assert all_of(text) == original
    for one in acts:
        act(text, *one)
        body, blocks, ties, said = all_of(text)
        now = Script(body=body, blocks=blocks, attributions=ties, said_here=said)
        assert clean_script(now) == now
        assert text.body == text.document.toPlainText()
    last = state(text)
    while text.document.isUndoAvailable():
        text.step(text.document.undo)
        now = Script(body=text.body, blocks=text.blocks())
        assert clean_script(now) == now
    assert all_of(text) == original
    while text.document.isRedoAvailable():
        text.step(text.document.redo)
    if not any(one[0] == "undo" for one in acts):
        assert state(text) == last


KEYS = st.sampled_from(
    [
        (Qt.Key.Key_A, "none"),
        (Qt.Key.Key_Space, "none"),
        (Qt.Key.Key_Backspace, "none"),
        (Qt.Key.Key_Delete, "none"),
        (Qt.Key.Key_Backspace, "control"),
        (Qt.Key.Key_Delete, "control"),
        (Qt.Key.Key_Return, "none"),
        (Qt.Key.Key_Return, "shift"),
        (Qt.Key.Key_X, "control"),
        (Qt.Key.Key_C, "control"),
        (Qt.Key.Key_V, "control"),
        (Qt.Key.Key_A, "control"),
        (Qt.Key.Key_Z, "control"),
        (Qt.Key.Key_Y, "control"),
    ]
)
MODIFIERS = {
    "none": Qt.KeyboardModifier.NoModifier,
    "control": Qt.KeyboardModifier.ControlModifier,
    "shift": Qt.KeyboardModifier.ShiftModifier,
}


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(script=SCRIPTS, keys=st.lists(st.tuples(KEYS, PLACE, st.integers(-4, 4)), max_size=12))
def test_no_keys_anywhere_bring_marks_and_blocks_out_of_step(editor, script, keys):
    text = editor.text
    text.load(script.body, (), (), script.blocks)
    for (key, modifier), place, further in keys:
        last = text.document.characterCount()
        cursor = editor.textCursor()
        cursor.setPosition(between_letters(text, place % last))
        end = between_letters(text, max(0, min(cursor.position() + further, last - 1)))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        editor.setTextCursor(cursor)
        QTest.keyClick(editor, key, MODIFIERS[modifier])
        now = Script(body=text.body, blocks=text.blocks())
        assert clean_script(now) == now
    while editor.can_undo:
        editor.undo_step()
    assert state(text) == (script.body, script.blocks)


def long_script(blocks):
    """Return a body of 150,000 characters with a mark after every tenth paragraph."""
    words = "Upacara digelar di halaman kantor wali kota, Jumat siang. " * 5
    return "\n".join(f"{words}\n{MARK}" if i % 10 == 9 else words for i in range(10 * blocks))


def test_a_very_long_script_goes_in_with_its_blocks_and_is_whole_all_the_while(qtbot, editor):
    notes = tuple(Note(str(number)) for number in range(50))
    body = long_script(50)
    editor.text.load(body, (), (), notes)
    assert editor.text.busy
    assert state(editor.text) == (body, notes)
    qtbot.waitUntil(lambda: not editor.text.busy)
    assert state(editor.text) == (body, notes)
    assert [one.block for one in editor.text.block_marks.standing()] == list(notes)


def test_a_very_long_paste_brings_its_blocks_between_those_that_stand_there(qtbot, editor):
    notes = tuple(Note(str(number)) for number in range(50))
    start, body = f"Awal.\n{MARK}\n\n{MARK}\nAkhir.", long_script(50)
    editor.text.load(start, (), (), (Note("a"), Note("z")))
    cursor = editor.textCursor()
    cursor.setPosition(8)
    editor.setTextCursor(cursor)
    editor.insertFromMimeData(script_mime(body, notes))
    assert editor.text.busy
    whole = (f"Awal.\n{MARK}\n{body}\n{MARK}\nAkhir.", (Note("a"), *notes, Note("z")))
    assert state(editor.text) == whole
    qtbot.waitUntil(lambda: not editor.text.busy)
    assert state(editor.text) == whole
    editor.undo_step()
    assert state(editor.text) == (start, (Note("a"), Note("z")))
