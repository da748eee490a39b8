"""Clips and notes on the page: put in by key and by file, filled in, heard, counted, kept."""

from __future__ import annotations

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from newsdesk.domain.blocks import MARK, Clip, Note
from newsdesk.ui.stories.block_words import length_ms
from newsdesk.ui.stories.story_rows import Role
from tests.ui.stories.at_desk import reopened, write

RATE = 24_000


@pytest.fixture
def sound(tmp_path):
    path = tmp_path / "hanung ips.wav"
    soundfile.write(path, 0.3 * np.sin(np.arange(18 * RATE) / 9), RATE)
    return path


@pytest.fixture
def desk(page):
    write(page, "Satu dua.\nTiga empat.")
    page.pane.editor.setFocus()
    return page.blocks


def body(page):
    return page.pane.editor.text.body.replace(MARK, "#")


def run(page, name):
    for command in page.commands():
        if command.id == name and command.when():
            command.run()
            return
    raise KeyError(name)


def type_into(field, words):
    field.edit.selectAll()
    QTest.keyClicks(field.edit, words)


def test_a_clip_is_put_in_filled_in_and_kept_and_is_one_step_of_undo(page, desk, newsroom):
    run(page, "script.clip")
    form = desk.form
    assert form.isVisible()
    type_into(form.name, "HANUNG-IPS")
    type_into(form.length, "0:18")
    type_into(form.in_words, "Alhamdulillah hari ini")
    type_into(form.out_words, "kategori baik.")
    type_into(form.speaker, "Hanung Pramusito")
    type_into(form.paraphrase, "Hanung bersyukur atas penghargaan itu.")
    clip = Clip(
        "HANUNG-IPS",
        "",
        "Alhamdulillah hari ini",
        "kategori baik.",
        18_000,
        "Hanung Pramusito",
        "Hanung bersyukur atas penghargaan itu.",
    )
    assert page.desk.script().blocks == (clip,)  # before the form is left: no word waits for it
    QTest.keyClick(form.name.edit, Qt.Key.Key_Return)
    assert not form.isVisible()
    assert body(page) == "Satu dua.\nTiga empat.\n#"
    page.desk.save()
    kept = newsroom.drafting.open(page.desk.story.id).script
    assert (kept.body, kept.blocks) == (page.pane.editor.text.body, (clip,))
    page.pane.editor.undo_step()
    assert (body(page), page.desk.script().blocks) == ("Satu dua.\nTiga empat.", ())
    page.pane.editor.redo_step()
    assert page.desk.script().blocks == (clip,)


def test_escape_takes_back_what_was_typed_into_the_form(page, desk):
    run(page, "script.note")
    type_into(desk.form.note, "jeda sebentar")
    QTest.keyClick(desk.form.note.edit, Qt.Key.Key_Return)
    assert page.desk.script().blocks == (Note("jeda sebentar"),)
    at = page.pane.editor.blocks.places.at_cursor()
    desk.edit(at)
    type_into(desk.form.note, "lain sekali")
    QTest.keyClick(desk.form.note.edit, Qt.Key.Key_Escape)
    assert page.desk.script().blocks == (Note("jeda sebentar"),)
    run(page, "script.clip")
    QTest.keyClick(desk.form.name.edit, Qt.Key.Key_Escape)
    assert page.desk.script().blocks == (Note("jeda sebentar"),)
    assert page.pane.editor.hasFocus()


def test_words_typed_into_the_form_stay_when_the_script_is_clicked(page, desk):
    run(page, "script.note")
    type_into(desk.form.note, "jeda")
    cursor = page.pane.editor.textCursor()
    cursor.setPosition(3)
    page.pane.editor.setTextCursor(cursor)
    assert not desk.form.isVisible()
    assert page.desk.script().blocks == (Note("jeda"),)


def test_a_sound_file_dropped_on_the_script_becomes_a_clip_with_its_length(page, desk, sound):
    desk.add_files([str(sound)], 0)
    assert body(page) == "#\nSatu dua.\nTiga empat."
    (clip,) = page.desk.script().blocks
    assert (clip.name, clip.path, clip.milliseconds) == ("HANUNG-IPS", str(sound), 18_000)
    page.pane.editor.undo_step()
    assert page.desk.script().blocks == ()


def test_a_chosen_file_gives_the_clip_its_length_and_what_vanished_is_told(qtbot, page, desk, sound):
    run(page, "script.clip")
    desk.choose_file(str(sound))
    assert desk.form.length.text() == "0:18"
    assert not desk.form.length.edit.isEnabled()
    QTest.keyClick(desk.form.name.edit, Qt.Key.Key_Return)
    (clip,) = page.desk.script().blocks
    assert clip.milliseconds == 18_000
    assert desk.files.trouble(clip) is None
    sound.unlink()
    desk.files.look_again()
    assert desk.files.trouble(clip) is not None
    desk.edit(page.pane.editor.blocks.places.at_cursor())
    desk.form.to_come.click()
    assert page.desk.script().blocks[0].path == ""


def test_the_foot_says_words_and_clips_apart_and_the_head_together(qtbot, page, desk):
    qtbot.waitUntil(lambda: page.pane.foot.accessibleName().startswith("4 kata"))
    words = page.pane.header.length.text()
    run(page, "script.clip")
    type_into(desk.form.length, "1:00")
    QTest.keyClick(desk.form.name.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "klip 1:00" in page.pane.foot.accessibleName())
    assert f"baca {words}, + klip 1:00" in page.pane.foot.accessibleName()
    airtime = f"1:{words.partition(':')[2]}"
    assert page.pane.header.length.text() == airtime
    rows = page.list.rows
    assert rows.data(rows.index(rows.row_of(page.desk.story.id)), Role.LENGTH) == airtime


def test_the_spoken_view_has_clips_and_notes_between_the_words(qtbot, page, desk):
    run(page, "script.note")
    type_into(desk.form.note, "jeda")
    QTest.keyClick(desk.form.note.edit, Qt.Key.Key_Return)
    page.pane.show_spoken(True)
    view = page.pane.spoken
    qtbot.waitUntil(lambda: MARK in view.toPlainText())
    assert view.toPlainText() == f"Satu dua.\nTiga empat.\n{MARK}"
    view.grab()


def test_blocks_come_back_with_the_story(page, desk, look, tasks, preferences, newsroom, qtbot):
    run(page, "script.note")
    type_into(desk.form.note, "jeda")
    again = reopened(page, look, tasks, preferences, newsroom, qtbot)
    assert again.desk.script().blocks == (Note("jeda"),)
    again.closing()


def test_undo_goes_back_through_an_autosave_and_through_a_revision(page, desk):
    editor = page.pane.editor
    cursor = editor.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    editor.setTextCursor(cursor)
    QTest.keyClicks(editor, " Lima")
    page.desk.autosave.flush()
    run(page, "script.note")
    type_into(desk.form.note, "jeda")
    QTest.keyClick(desk.form.note.edit, Qt.Key.Key_Return)
    page.desk.save()
    assert page.desk.story.revision >= 1
    assert body(page) == "Satu dua.\nTiga empat. Lima\n#"
    editor.undo_step()
    assert body(page) == "Satu dua.\nTiga empat. Lima"
    while editor.can_undo:
        editor.undo_step()
    assert body(page) == ""
    page.desk.save()
    while editor.document().isRedoAvailable():
        editor.redo_step()
    assert (body(page), page.desk.script().blocks) == ("Satu dua.\nTiga empat. Lima\n#", (Note("jeda"),))


@pytest.mark.parametrize(
    ("typed", "ms"), [("0:18", 18_000), ("75", 75_000), ("1.05", 65_000), ("", 0), ("1:75", None)]
)
def test_a_length_is_typed_as_minutes_and_seconds(typed, ms):
    assert length_ms(typed) == ms


def test_the_menu_of_a_card_moves_it_and_takes_it_out(page, desk):
    run(page, "script.note")
    type_into(desk.form.note, "jeda")
    QTest.keyClick(desk.form.note.edit, Qt.Key.Key_Return)
    editor = page.pane.editor

    def choose(words):
        assert editor.blocks.ask_for_menu(editor.mapToGlobal(editor.rect().center()))
        menu = editor.findChildren(QMenu)[-1]
        next(action for action in menu.actions() if action.text() == words).trigger()
        menu.close()

    choose("Naikkan")
    assert body(page) == "Satu dua.\n#\nTiga empat."
    choose("Keluarkan dari naskah")
    assert body(page) == "Satu dua.\nTiga empat."
    assert not editor.blocks.ask_for_menu(editor.mapToGlobal(editor.rect().center()))
    editor.undo_step()
    assert page.desk.script().blocks == (Note("jeda"),)


def test_the_keys_put_in_move_and_hear(page, desk, qtbot):
    editor = page.pane.editor
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(editor, Qt.Key.Key_N, control)
    type_into(desk.form.note, "jeda")
    QTest.keyClick(desk.form.note.edit, Qt.Key.Key_Return)
    shift = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(editor, Qt.Key.Key_Up, shift)
    assert body(page) == "Satu dua.\n#\nTiga empat."
    QTest.keyClick(editor, Qt.Key.Key_Down, shift)
    assert body(page) == "Satu dua.\nTiga empat.\n#"


def test_f5_on_a_clip_hears_it_and_elsewhere_the_paragraph(page, desk, sound):
    def on_clip():
        return [one.id for one in page.commands() if one.shortcut == "listen.paragraph" and one.when()]

    desk.add_files([str(sound)], 0)
    assert on_clip()[0] == "block.hear"
    run(page, "script.note")
    QTest.keyClick(desk.form.note.edit, Qt.Key.Key_Escape)
    cursor = page.pane.editor.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    page.pane.editor.setTextCursor(cursor)
    assert "block.hear" not in on_clip()
