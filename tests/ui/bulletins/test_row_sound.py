"""A jingle's sound file: chosen in its row, measured, missed before the air, and part of templates."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsdesk.domain.bulletin import Programme
from newsdesk.domain.rundown import ItemKind
from newsdesk.ui.rundown import row_sound
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
