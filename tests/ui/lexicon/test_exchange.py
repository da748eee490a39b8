"""CSV in and out: dialogs that hold nothing up, what was refused told by its line, undo."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog

from newsdesk.ui.lexicon.refused_sheet import RefusedSheet
from tests.ui.lexicon.conftest import entry_of, forms, press

CSV = "tertulis;dibaca;cara\nKPU;ka pe u;huruf\n;kosong;kata\nBPS;be pe es;huruf\nNATO;nato;tidak tahu\n"


def write(folder: Path, text: str = CSV) -> Path:
    path = folder / "masuk.csv"
    path.write_text(text, encoding="utf-8-sig")
    return path


def test_a_file_is_taken_in_and_can_be_taken_back(page, newsroom, tmp_path) -> None:
    before = newsroom.lexicon.forms()
    page.exchange.import_from(write(tmp_path, "tertulis;dibaca;cara\nKPU;ka pe u;huruf\nBPS;bepees;kata\n"))
    assert entry_of(newsroom, "KPU").spoken == "ka pe u"
    assert "KPU" in forms(page)
    unchecked = sum(not entry_of(newsroom, form).checked_by for form in ("KPU", "BPS"))
    assert unchecked
    assert page.news.sentence == (
        f"Impor: 1 baru, 1 berubah, 0 sama. {unchecked} belum diperiksa, jadi belum dipakai."
    )
    assert page.changes
    press(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    after = newsroom.lexicon.forms()
    assert [(one.form, one.spoken, one.checked_by) for one in after] == [
        (one.form, one.spoken, one.checked_by) for one in before
    ]
    assert "KPU" not in forms(page)


def test_undo_with_the_keyboard_in_the_search_takes_the_import_back_unless_one_typed(
    page, newsroom, tmp_path, qtbot
) -> None:
    page.exchange.import_from(write(tmp_path, "tertulis;dibaca;cara\nKPU;ka pe u;huruf\n"))
    field = page.pane.head.field
    page.pane.head.focus_field()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "kpu")
    press(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
    assert "KPU" in forms_of(newsroom)
    press(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "KPU" not in forms_of(newsroom)


def forms_of(newsroom) -> set[str]:
    return {entry.form for entry in newsroom.lexicon.forms()}


def test_the_sheet_is_as_high_as_its_lines_need(page, tmp_path) -> None:
    page.exchange.import_from(write(tmp_path))
    sheet = page.view.findChild(RefusedSheet)
    few = sheet._sheet.height()
    assert sheet.lines.verticalScrollBar().maximum() == 0
    assert few < 220
    bad = "".join(f"X{n};;kata\n" for n in range(60))
    page.exchange.import_from(write(tmp_path, f"tertulis;dibaca;cara\n{bad}"))
    assert few < sheet._sheet.height() <= 440


def test_refused_lines_are_told_by_number_and_reason(page, tmp_path) -> None:
    page.exchange.import_from(write(tmp_path))
    sheet = page.view.findChild(RefusedSheet)
    assert sheet.isVisible()
    lines = sheet.lines.toPlainText().split("\n")
    assert [line.split(":")[0] for line in lines] == ["Baris 3", "Baris 5"]
    assert all(line.split(": ", 1)[1] for line in lines)
    assert "2 baris ditolak" in page.news.sentence
    press(page, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_a_file_that_is_no_table_is_told_and_changes_nothing(page, newsroom, tmp_path) -> None:
    before = newsroom.lexicon.forms()
    path = tmp_path / "gambar.csv"
    path.write_bytes(bytes(range(256)) * 40)
    page.exchange.import_from(path)
    assert "gambar.csv" in page.news.sentence
    assert newsroom.lexicon.forms() == before
    assert not page.desk.can_undo


def test_what_is_exported_can_be_imported(page, newsroom, tmp_path) -> None:
    path = tmp_path / "keluar.csv"
    page.exchange.export_to(path)
    assert str(path) in page.news.sentence
    page.exchange.import_from(path)
    assert page.news.sentence == f"Impor: 0 baru, 0 berubah, {len(newsroom.lexicon.forms())} sama."
    assert not page.desk.can_undo


def test_a_file_that_cannot_be_written_is_told(page, tmp_path) -> None:
    page.exchange.export_to(tmp_path / "tidak" / "ada" / "keluar.csv")
    assert "tidak bisa disimpan" in page.news.sentence


def test_the_dialogs_hold_nothing_up_and_their_choice_is_taken(page, newsroom, tmp_path, qtbot) -> None:
    path = write(tmp_path, "tertulis;dibaca;cara\nKPU;ka pe u;huruf\n")
    press(page, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    dialog = page.view.findChild(QFileDialog)
    assert dialog.isVisible()
    assert dialog.windowTitle() == "Impor leksikon"
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(path))
    dialog.accept()
    qtbot.waitUntil(lambda: entry_of(newsroom, "KPU") is not None)
    qtbot.waitUntil(lambda: page.view.findChild(QFileDialog) is None)
    page.view.activateWindow()
    qtbot.waitUntil(page.view.isActiveWindow)

    press(page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = page.view.findChild(QFileDialog)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("keluar")
    dialog.accept()
    qtbot.waitUntil((tmp_path / "keluar.csv").exists)


def test_the_sheet_gives_the_keyboard_back(page, tmp_path) -> None:
    page.pane.head.focus_field()
    page.exchange.import_from(write(tmp_path))
    sheet = page.view.findChild(RefusedSheet)
    close = next(b for b in sheet.findChildren(QAbstractButton) if b.accessibleName() == "Tutup")
    close.click()
    assert page.view.focusWidget() is page.pane.head.field
