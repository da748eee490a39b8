"""Clips and notes under a reporter's keys, pointer and clipboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsdesk.domain.attribution import Attribution
from newsdesk.domain.blocks import LONGEST_MS, MARK, Clip, Note
from newsdesk.domain.story import SaidHere
from newsdesk.errors import ClipGone
from newsdesk.ui.stories.block_mime import SCRIPT, script_mime, script_of
from newsdesk.ui.stories.moving import move_words
from newsdesk.ui.stories.said_token import token_at
from newsdesk.ui.stories.script_editor import ScriptEditor
from newsdesk.ui.stories.script_text import MARGIN

CLIP = Clip("HANUNG-IPS", "/rekaman/hanung.wav", "Alhamdulillah", "kategori baik", 18_000, "Hanung")
NOTE = Note("jeda sebentar")
CLIP_OF = (
    b'{"body": "\xef\xbf\xbc", "blocks": [{"kind": "clip", "milliseconds": %s, "name": "", "path": "",'
    b' "in_words": "", "out_words": "", "speaker": "", "paraphrase": ""}]}'
)
"""A clipboard with one clip, as long as is put in."""
BODY = f"Satu dua.\n{MARK}\nTiga empat."


@pytest.fixture
def script(qtbot, editor):
    """An editor with words, a clip, and words again; the cursor on the clip."""
    editor.text.load(BODY, (), (), (CLIP,))
    editor.setFocus()
    put_cursor(editor, 10)
    return editor


def put_cursor(editor, position, end=None):
    cursor = editor.textCursor()
    cursor.setPosition(position)
    if end is not None:
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def body(editor):
    return editor.text.body.replace(MARK, "#")


@pytest.mark.parametrize(
    ("position", "typed"),
    [(10, "Satu dua.\nx y\n#\nTiga empat."), (11, "Satu dua.\n#\nx y\nTiga empat.")],
)
def test_typing_beside_a_clip_begins_a_paragraph_of_its_own(script, position, typed):
    put_cursor(script, position)
    QTest.keyClicks(script, "x y")
    assert body(script) == typed
    assert script.text.blocks() == (CLIP,)
    script.undo_step()
    assert (script.text.body, script.text.blocks()) == (BODY, (CLIP,))


def test_typing_over_a_clip_that_is_selected_leaves_it_whole(script):
    script.blocks.places.select(10)
    QTest.keyClicks(script, "x")
    assert body(script) == "Satu dua.\n#\nx\nTiga empat."


def test_an_input_method_types_beside_a_clip_as_keys_do(script):
    event = QInputMethodEvent()
    event.setCommitString("é")
    QApplication.sendEvent(script, event)
    assert body(script) == "Satu dua.\né\n#\nTiga empat."


def test_a_paste_beside_a_clip_stands_in_a_paragraph_of_its_own(script):
    QGuiApplication.clipboard().setText("dari luar\nlagi")
    put_cursor(script, 11)
    script.paste()
    assert body(script) == "Satu dua.\n#\ndari luar\nlagi\nTiga empat."


@pytest.mark.parametrize(("position", "key"), [(11, Qt.Key.Key_Backspace), (10, Qt.Key.Key_Delete)])
def test_backspace_behind_and_delete_before_a_clip_take_it_out_and_undo_brings_it_back(script, position, key):
    put_cursor(script, position)
    QTest.keyClick(script, key)
    assert (body(script), script.text.blocks()) == ("Satu dua.\nTiga empat.", ())
    script.undo_step()
    assert (script.text.body, script.text.blocks()) == (BODY, (CLIP,))


@pytest.mark.parametrize(
    ("position", "key", "lands"),
    [
        (12, Qt.Key.Key_Backspace, 11),
        (9, Qt.Key.Key_Delete, 10),
        (10, Qt.Key.Key_Backspace, 9),
        (11, Qt.Key.Key_Delete, 12),
    ],
)
def test_a_paragraph_is_never_merged_with_a_clip_by_one_key(script, position, key, lands):
    put_cursor(script, position)
    QTest.keyClick(script, key)
    assert script.text.body == BODY
    assert script.textCursor().position() == lands


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_an_empty_paragraph_beside_a_clip_goes_with_one_key(script, key):
    behind = key == Qt.Key.Key_Backspace
    put_cursor(script, 11 if behind else 9)
    script.textCursor().insertBlock()
    assert body(script).count("\n") == 3
    put_cursor(script, 12 if behind else 10)
    QTest.keyClick(script, key)
    assert script.text.body == BODY


def test_typing_over_everything_and_undo_keep_marks_and_blocks_in_step(script):
    script.selectAll()
    QTest.keyClicks(script, "Baru")
    assert (script.text.body, script.text.blocks()) == ("Baru", ())
    while script.can_undo:
        script.undo_step()
    assert (script.text.body, script.text.blocks()) == (BODY, (CLIP,))


def test_a_deletion_that_ends_at_a_clip_leaves_the_cursor_in_the_words(script):
    put_cursor(script, 5, 10)
    QTest.keyClicks(script, "xy")
    assert body(script) == "Satu xy\n#\nTiga empat."


def test_enter_on_a_clip_opens_it_and_divides_nothing(qtbot, script):
    with qtbot.waitSignal(script.blocks.edit_wanted) as asked:
        QTest.keyClick(script, Qt.Key.Key_Return)
    assert asked.args == [10]
    assert script.text.body == BODY


def test_a_clip_is_cut_and_pasted_as_one_thing(script):
    QTest.keyClick(script, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert body(script) == "Satu dua.\nTiga empat."
    put_cursor(script, 14)
    script.paste()
    assert body(script) == "Satu dua.\nTiga empat.\n#"
    assert script.text.blocks() == (CLIP,)


def test_words_and_blocks_go_into_another_script_and_other_programs_get_their_words(qtbot, script, look):
    put_cursor(script, 5, 16)
    script.copy()
    told = QGuiApplication.clipboard().text()
    assert told.startswith("dua.\n[Klip HANUNG-IPS, 0:18")
    assert told.endswith("]\nTiga")
    other = ScriptEditor(look)
    qtbot.addWidget(other)
    other.paste()
    assert (other.text.body, other.text.blocks()) == (f"dua.\n{MARK}\nTiga", (CLIP,))


def test_a_paste_of_words_and_blocks_takes_no_card_out(script):
    script.blocks.places.select(10)
    script.insertFromMimeData(script_mime(f"Kata.\n{MARK}", (NOTE,)))
    assert (body(script), script.text.blocks()) == ("Satu dua.\n#\nKata.\n#\nTiga empat.", (CLIP, NOTE))
    script.undo_step()
    assert (script.text.body, script.text.blocks()) == (BODY, (CLIP,))


def test_a_very_long_paste_takes_no_card_out(qtbot, script):
    long = "Kata demi kata 🎙. " * 3000
    script.blocks.places.select(10)
    script.insert(long)
    assert script.text.body == f"Satu dua.\n{MARK}\n{long}\nTiga empat."
    qtbot.waitUntil(lambda: not script.text.busy)
    assert (script.text.body, script.text.blocks()) == (f"Satu dua.\n{MARK}\n{long}\nTiga empat.", (CLIP,))
    script.undo_step()
    assert (script.text.body, script.text.blocks()) == (BODY, (CLIP,))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b'{"body": "\xef\xbf\xbc", "blocks": [{"kind": "clip"}]}',
        b'{"body": 1}',
        b"\xff",
        b"[" * 200_000,
        CLIP_OF % b"Infinity",
    ],
)
def test_a_forged_clipboard_is_taken_for_its_words(script, data):
    mime = QMimeData()
    mime.setData(SCRIPT, data)
    mime.setText(f"kata{MARK}")
    script.insertFromMimeData(mime)
    assert script.text.blocks() == (CLIP,)
    assert "kata" in script.text.body


def test_a_forged_length_is_one_that_both_databases_keep():
    mime = QMimeData()
    mime.setData(SCRIPT, CLIP_OF % (b"9" * 40))
    found = script_of(mime)
    assert found is not None
    (clip,) = found[1]
    assert isinstance(clip, Clip) and clip.milliseconds == LONGEST_MS


def test_a_clipboard_with_more_marks_than_blocks_is_cleaned():
    mime = script_mime(f"a{MARK}\n{MARK}\nb", (NOTE, CLIP))
    assert script_of(mime) == (f"a\n{MARK}\nb\n{MARK}", (NOTE, CLIP))


def test_the_keys_move_a_clip_and_a_paragraph_as_one_step_and_who_said_it_goes_along(script):
    ties, said = (Attribution(7, 12, 16),), (SaidHere(17, 22, "catur"),)
    script.text.load(BODY, ties, said, (CLIP,))
    put_cursor(script, 14)
    script.blocks.keys.step(up=True)
    assert body(script) == "Satu dua.\nTiga empat.\n#"
    moved = script.text.attributions()[0]
    assert script.text.body[moved.start : moved.end] == "Tiga"
    said_here = script.text.said_here()[0]
    assert script.text.body[said_here.start : said_here.end] == "empat"
    assert script.textCursor().position() == 12
    script.undo_step()
    assert (script.text.body, script.text.attributions(), script.text.said_here()) == (BODY, ties, said)
    put_cursor(script, 10)
    script.blocks.keys.step(up=True)
    assert body(script) == "#\nSatu dua.\nTiga empat."
    script.blocks.keys.step(up=True)
    assert body(script) == "#\nSatu dua.\nTiga empat."
    assert script.blocks.places.at_cursor() == 0


def test_who_said_words_goes_along_when_their_clip_falls_among_words(script):
    ties, said = (Attribution(7, 12, 16),), (SaidHere(17, 22, "catur"),)
    script.text.load(BODY, ties, said, (CLIP,))
    moved, to = script.textCursor(), script.textCursor()
    moved.setPosition(10)
    moved.setPosition(22, QTextCursor.MoveMode.KeepAnchor)
    to.setPosition(4)
    move_words(script.text, moved, to)
    assert body(script).startswith("Satu\n#\nTiga empat dua.")
    tie, here = script.text.attributions()[0], script.text.said_here()[0]
    assert script.text.body[tie.start : tie.end] == "Tiga"
    assert script.text.body[here.start : here.end] == "empat"
    script.undo_step()
    assert (script.text.body, script.text.attributions(), script.text.said_here()) == (BODY, ties, said)


def card(editor, position):
    return editor.blocks.places.box(editor.document().findBlock(position))


def dropped(editor, point):
    """Drop what is selected at a point, as Qt tells of a drag within the editor."""
    event = QDropEvent(
        QPointF(point),
        Qt.DropAction.MoveAction,
        editor.createMimeDataFromSelection(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.source = lambda: editor.viewport()  # Qt knows the source of real drags only
    return event


def test_a_card_that_is_pressed_is_one_thing_and_falls_between_paragraphs(script):
    box = card(script, 10)
    QTest.mousePress(script.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert script.textCursor().selectedText() == MARK
    point = QPoint(120, int(card(script, 0).top()) + 3)
    before = script.grab().toImage()
    script.dragMoveEvent(dropped(script, point))
    assert script.grab().toImage() != before  # a line shows where it would fall
    script.dropEvent(dropped(script, point))
    assert body(script) == "#\nSatu dua.\nTiga empat."
    script.undo_step()
    assert (script.text.body, script.text.blocks()) == (BODY, (CLIP,))


def test_the_buttons_of_a_card_ask_to_hear_it_and_for_its_menu(qtbot, script):
    box = card(script, 10)
    for away, signal in ((57, script.blocks.play_wanted), (25, script.blocks.menu_wanted)):
        with qtbot.waitSignal(signal) as asked:
            place = QPoint(int(box.right()) - away, int(box.top()) + 21)
            QTest.mouseClick(script.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert asked.args[0] == 10


def test_a_double_click_opens_a_card(qtbot, script):
    with qtbot.waitSignal(script.blocks.edit_wanted):
        QTest.mouseDClick(
            script.viewport(), Qt.MouseButton.LeftButton, pos=card(script, 10).center().toPoint()
        )


def test_a_file_that_vanished_is_told_on_its_card_and_to_a_screen_reader(qtbot, script):
    high = card(script, 10).height()
    script.text.edited.connect(lambda: pytest.fail("nobody has edited it"))
    script.blocks.painter.trouble = lambda clip: ClipGone(clip.path)
    script.blocks.repaint_all()
    qtbot.waitUntil(lambda: card(script, 10).height() == high + 20)
    put_cursor(script, 0)
    put_cursor(script, 10)
    assert "hanung.wav tidak ada di tempatnya" in script.accessibleDescription()


def test_sound_files_are_asked_for_and_other_files_are_not(qtbot, script, tmp_path):
    from PySide6.QtCore import QUrl

    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "Hanung.WAV"))])
    assert script.canInsertFromMimeData(mime)
    with qtbot.waitSignal(script.blocks.files_dropped) as asked:
        script.insertFromMimeData(mime)
    assert asked.args == [[str(tmp_path / "Hanung.WAV")], 10]
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "surat.docx"))])
    assert not script.blocks.takes(mime)


def test_words_that_are_dragged_take_the_clip_among_them_along(script):
    put_cursor(script, 5, 16)
    end = script.cursorRect(_at(script, 23)).center()
    script.dropEvent(dropped(script, end + QPoint(60, 0)))
    assert body(script) == "Satu  empat.dua.\n#\nTiga"
    assert script.text.blocks() == (CLIP,)


def _at(editor, position):
    cursor = QTextCursor(editor.document())
    cursor.setPosition(position)
    return cursor


def test_words_and_lengths_count_without_the_marks(qtbot, script):
    paragraphs = script.text.paragraphs
    qtbot.waitUntil(lambda: all(paragraphs[i].fresh for i in range(3)))
    assert paragraphs.totals()[0] == 4
    assert not paragraphs[1].marks


def test_what_cannot_be_said_of_words_is_not_asked_of_a_clip(script):
    script.blocks.places.select(10)
    assert token_at(script.textCursor(), script.text.paragraphs) is None
    put_cursor(script, 11)
    assert token_at(script.textCursor(), script.text.paragraphs) is None


def test_the_buttons_of_a_card_say_what_they_do(script):
    box = card(script, 10)
    assert script.blocks.tip(QPoint(int(box.right()) - 57, int(box.top()) + 21)) == "Putar klip (F5)"
    assert script.blocks.tip(QPoint(60, 20)) == ""


def test_a_card_is_as_wide_as_the_column(script, theme):
    for column in (600, 300, 512):
        script.set_column(column)
        right, y = MARGIN + column, int(card(script, 10).bottom()) - 8
        picture = script.grab().toImage()
        assert picture.pixelColor(right - 3, y) == theme.colour("raised")
        assert picture.pixelColor(right + 1, y) != theme.colour("raised")
