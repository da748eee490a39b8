"""Sentences that may be cut: marked by key, drawn quietly, and on their words whatever happens to these."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from newsdesk.ui.stories.moving import move_words
from tests.ui.stories.at_desk import select, write

CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
FIRST, SECOND, THIRD = "Harga cabai naik.", "“Stok turun,” kata Sari di Wlingi.", "Warga 😀 menunggu."
BODY = f"{FIRST} {SECOND}\n{THIRD}"


@pytest.fixture
def desk(desk):
    write(desk, BODY)
    return desk


def mark(page):
    page.pane.editor.setFocus()
    QTest.keyClick(page.pane.editor, Qt.Key.Key_X, CTRL_ALT)


def put(page, position):
    cursor = page.pane.editor.textCursor()
    cursor.setPosition(position)
    page.pane.editor.setTextCursor(cursor)


def marked(page):
    body = page.pane.editor.text.body
    return [body[start:end] for start, end in page.desk.script().cuttable]


def test_a_key_marks_the_sentence_at_the_cursor_and_frees_it_again(desk):
    put(desk, BODY.index("Stok"))
    mark(desk)
    assert marked(desk) == [SECOND]
    assert desk.pane.news.sentence == "1 kalimat boleh dipotong bila waktu siar kurang."
    mark(desk)
    assert marked(desk) == []


def test_every_sentence_of_a_selection_is_marked_for_itself(desk):
    select(desk, BODY[5:-4])
    mark(desk)
    assert marked(desk) == [FIRST, SECOND, THIRD]


def test_behind_a_full_stop_the_sentence_before_it_is_meant(desk):
    put(desk, len(FIRST))
    mark(desk)
    assert marked(desk) == [FIRST]


def test_marking_is_undone_by_ctrl_z_and_by_the_line_of_news(desk):
    put(desk, 3)
    mark(desk)
    QTest.keyClick(desk.pane.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert marked(desk) == []
    assert desk.pane.editor.text.body == BODY
    mark(desk)
    desk.pane.news._button.click()
    assert marked(desk) == []


def test_words_typed_inside_belong_to_the_sentence_and_undo_keeps_it(desk):
    put(desk, 3)
    mark(desk)
    put(desk, FIRST.index("naik"))
    QTest.keyClicks(desk.pane.editor, "rawit ")
    assert marked(desk) == ["Harga cabai rawit naik."]
    put(desk, 0)
    QTest.keyClicks(desk.pane.editor, "Kini. ")
    assert marked(desk) == ["Harga cabai rawit naik."]
    while desk.pane.editor.text.body != BODY:
        desk.pane.editor.undo_step()
    assert marked(desk) == [FIRST]


def test_a_deleted_sentence_takes_its_mark_along_and_brings_it_back_by_undo(desk):
    put(desk, BODY.index("Stok"))
    mark(desk)
    select(desk, SECOND)
    QTest.keyClick(desk.pane.editor, Qt.Key.Key_Delete)
    assert marked(desk) == []
    desk.pane.editor.undo_step()
    assert marked(desk) == [SECOND]
    desk.pane.editor.redo_step()
    assert marked(desk) == []


def test_a_dragged_sentence_takes_its_mark_along(desk):
    put(desk, 3)
    mark(desk)
    select(desk, FIRST)
    text = desk.pane.editor.text
    to = QTextCursor(text.document)
    to.movePosition(QTextCursor.MoveOperation.End)
    move_words(text, desk.pane.editor.textCursor(), to)
    assert text.body.endswith(FIRST)
    assert marked(desk) == [FIRST]


def test_a_sentence_cut_and_pasted_within_the_program_keeps_its_mark(desk):
    put(desk, BODY.index("Stok"))
    mark(desk)
    select(desk, SECOND)
    editor = desk.pane.editor
    editor.cut()
    assert marked(desk) == []
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.paste()
    assert marked(desk) == [SECOND]
    editor.undo_step()
    assert marked(desk) == []


def test_words_from_outside_bring_no_mark(desk):
    put(desk, 3)
    mark(desk)
    outside = QMimeData()
    outside.setText(FIRST)
    editor = desk.pane.editor
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.insertFromMimeData(outside)
    assert marked(desk) == [FIRST]


def test_marks_are_kept_with_the_script_and_come_back_when_it_is_opened(desk):
    put(desk, BODY.index("Warga"))
    mark(desk)
    desk.desk.save()
    story = desk.desk.story.id
    write(desk, "Lain.", "LAIN")
    assert marked(desk) == []
    desk.open_story(story)
    assert marked(desk) == [THIRD]


def test_a_marked_sentence_has_a_broken_line_and_scissors_beside_it(desk):
    editor = desk.pane.editor
    before = editor.viewport().grab().toImage()
    put(desk, 3)
    mark(desk)
    put(desk, len(BODY))
    after = editor.viewport().grab().toImage()
    right = 36 + editor.column
    assert any(
        before.pixel(x, y) != after.pixel(x, y) for x in range(right + 8, right + 20) for y in range(0, 60)
    )
    line = [before.pixel(60, y) != after.pixel(60, y) for y in range(0, 60)]
    assert 1 <= sum(line) <= 3


def test_where_nobody_may_write_nothing_is_marked(desk):
    put(desk, 3)
    desk.pane.editor.setReadOnly(True)
    desk.rooms.cuttable.toggle()
    assert marked(desk) == []
