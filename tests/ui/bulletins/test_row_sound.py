"""A jingle's sound file: chosen in its row, measured, missed before the air, and part of templates."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from newsdesk.domain.bulletin import Programme
from newsdesk.domain.rundown import ItemKind, RundownItem
from newsdesk.ui.rundown import row_sound
from newsdesk.ui.rundown.row_editor import RowEditor
from newsdesk.ui.settings.programmes import ProgrammesSection
from tests.ui.bulletins.conftest import CONTROL, go_to, kept, present, press, row_of

RATE = 16_000


@pytest.fixture
def jingle(tmp_path: Path) -> Path:
    """A jingle of 12.3 seconds."""
    path = tmp_path / "pembuka warta.wav"
    soundfile.write(path, 0.2 * np.sin(np.arange(round(12.3 * RATE)) / 9), RATE)
    return path


@pytest.fixture
def picked(monkeypatch) -> list[str]:
    """What the person picks in the dialog of files, one after the other."""
    files: list[str] = []
    monkeypatch.setattr(row_sound, "ask_for_clip", lambda _parent, _path, chosen: chosen(files.pop(0)))
    return files


def test_a_jingle_has_its_file_by_key_and_its_length_from_it(page, newsroom, jingle, picked) -> None:
    go_to(page, "PEMBUKA")
    picked.append(str(jingle))
    press(page, Qt.Key.Key_O, CONTROL)
    editor = page.view.pane.editor
    assert editor.sound.about.text() == "0:12, pembuka warta.wav"
    assert editor.planned.text() == "0:12" and editor.planned.hasFocus()
    press(page, Qt.Key.Key_Return)
    item = next(one for one in kept(page, newsroom).items if one.slug == "PEMBUKA")
    assert (item.path, item.planned_ms) == (str(jingle), 12_300)
    assert row_of(page, "PEMBUKA").facts.status.words == "Siap"
    # Opened and kept again, nothing is rounded; a length that is typed holds.
    press(page, Qt.Key.Key_Return)
    assert editor.sound.about.text() == "0:12, pembuka warta.wav"
    press(page, Qt.Key.Key_Return)
    assert kept(page, newsroom).item(item.id).planned_ms == 12_300
    press(page, Qt.Key.Key_Return)
    editor.planned.setText("0:15")
    QTest.keyClick(editor.planned, Qt.Key.Key_Return)
    assert kept(page, newsroom).item(item.id).planned_ms == 15_000
    # The file goes: the row says so before the air, and its editor why.
    jingle.unlink()
    page.desk.look_again()
    assert row_of(page, "PEMBUKA").facts.status.words != "Siap"
    press(page, Qt.Key.Key_Return)
    assert str(jingle) in editor.sound.about.text()
    editor.sound.remove_button.click()
    assert not editor.sound.remove_button.isVisible() and editor.sound.choose_button.hasFocus()
    QTest.keyClick(editor.slug, Qt.Key.Key_Return)
    assert kept(page, newsroom).item(item.id).path == ""
    assert row_of(page, "PEMBUKA").facts.status.words == "Siap"


def test_what_is_no_sound_is_told_and_esc_leaves_the_row_as_it_was(page, newsroom, tmp_path, picked) -> None:
    go_to(page, "PEMBUKA")
    press(page, Qt.Key.Key_Return)
    editor = page.view.pane.editor
    assert editor.sound.isVisible() and editor.sound.path == ""
    letter = tmp_path / "surat.wav"
    letter.write_text("bukan suara", encoding="utf-8")
    picked.append(str(letter))
    QTest.keyClick(editor.planned, Qt.Key.Key_O, CONTROL)
    assert "surat" in editor.sound.about.text() and editor.planned.text() == "0:20"
    editor.sound.choose_button.setFocus()
    press(page, Qt.Key.Key_Escape)
    assert editor.isHidden() and page.table.hasFocus()
    assert not any(item.path for item in kept(page, newsroom).items)
    # A story has its own clips; a join comes over a line.
    for slug in ("KEPALA-BERITA", "JARINGAN-NASIONAL"):
        go_to(page, slug)
        press(page, Qt.Key.Key_Return)
        assert not editor.sound.isVisible()
        press(page, Qt.Key.Key_Escape)


def test_a_file_that_is_measured_late_takes_no_word_and_no_keyboard_away(qtbot, look, picked) -> None:
    """The lane may be busy with a sound file of hours, or the share be slow."""
    pane = QWidget()
    qtbot.addWidget(pane)
    pane.resize(900, 300)
    editor = RowEditor(look, pane)
    rows: list[RundownItem] = []
    editor.kept.connect(rows.append)
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)

    def choose(path: str) -> None:
        picked.append(path)
        editor.open(RundownItem(7, ItemKind.JINGLE, "PEMBUKA", planned_ms=20_000), "PEMBUKA", (), present())
        editor.sound.choose()

    # Kept before it is known, it is kept with the length of its file.
    choose("/jingle/a.wav")
    editor.keep()
    assert rows == []
    editor.sound.tell("/jingle/a.wav", 12_300)
    assert (rows[0].path, rows[0].planned_ms) == ("/jingle/a.wav", 12_300)
    # A length that was typed meanwhile holds, and is kept at once.
    choose("/jingle/b.wav")
    editor.planned.setFocus()
    editor.planned.setText("0:15")
    editor.sound.tell("/jingle/b.wav", 12_300)
    assert editor.planned.text() == "0:15"
    editor.keep()
    assert rows[1].planned_ms == 15_000
    # Who types the slug goes on typing there.
    choose("/jingle/c.wav")
    editor.slug.setText("PEMBUKA-PAGI")
    editor.sound.tell("/jingle/c.wav", 9_000)
    assert editor.slug.hasFocus()
    assert editor.planned.text() == "0:09"
    editor.keep()
    assert (rows[2].slug, rows[2].planned_ms) == ("PEMBUKA-PAGI", 9_000)
    # What cannot be played is told before it is kept, and can be kept all the same.
    choose("/jingle/d.wav")
    editor.keep()
    editor.sound.refuse("/jingle/d.wav", "Bukan suara.")
    assert len(rows) == 3
    assert editor.sound.about.text() == "Bukan suara."
    editor.keep()
    assert rows[3].path == "/jingle/d.wav"


def test_every_bulletin_of_a_programme_opens_with_its_jingle(
    qtbot, look, tasks, empty_newsroom, jingle, picked
) -> None:
    section = ProgrammesSection(look, tasks, present, lambda: None)
    qtbot.addWidget(section)
    section.resize(900, 1200)
    section.opened(empty_newsroom)
    section.show()
    section.activateWindow()
    qtbot.waitUntil(section.isActiveWindow)
    section.new.click()
    section.form.name.set_text("Warta Siang")
    pane = section.form.template.pane
    pane.table.setFocus()
    QTest.keyClick(pane.table, Qt.Key.Key_Insert)
    QTest.keyClicks(pane.inserting.field, "jingle")
    QTest.keyClick(pane.inserting.field, Qt.Key.Key_Return)
    picked.append(str(jingle))
    QTest.keyClick(pane.editor.planned, Qt.Key.Key_O, CONTROL)
    assert pane.editor.planned.text() == "0:12"
    QTest.keyClick(pane.editor.planned, Qt.Key.Key_Return)
    section.form.keep_button.click()
    (programme,) = empty_newsroom.programmes.all()
    assert isinstance(programme, Programme)
    empty_newsroom.bulletins.make_day(present().date())
    day = empty_newsroom.bulletins.list(present().date())
    rundown = empty_newsroom.bulletins.open(day[0].id).rundown
    made = [(item.kind, item.path, item.planned_ms) for item in rundown.items]
    assert made == [(ItemKind.JINGLE, str(jingle), 12_300)]
