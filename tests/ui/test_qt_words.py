"""Qt's own buttons and menus speak the program's language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLabel, QLineEdit, QTextEdit

from newsdesk.ui.qt_words import QtWords, qt_words


@pytest.fixture
def words(qapp: QApplication):
    translator = QtWords()
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


def test_buttons_of_boxes_are_ours(words, qtbot) -> None:
    buttons = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(buttons.Save | buttons.Cancel | buttons.Close | buttons.Yes | buttons.Discard)
    qtbot.addWidget(box)
    assert {b.text().replace("&", "") for b in box.buttons()} == {"Simpan", "Batal", "Tutup", "Ya", "Buang"}


@pytest.mark.parametrize("widget", [QLineEdit, QTextEdit])
def test_context_menus_are_ours(words, qtbot, widget) -> None:
    edit = widget()
    qtbot.addWidget(edit)
    menu = edit.createStandardContextMenu()
    qtbot.addWidget(menu)
    ours = set(qt_words().values())
    shown = {a.text().split("\t")[0].replace("&", "") for a in menu.findChildren(QAction) if a.text()}
    assert {"Urungkan", "Potong", "Salin", "Tempel", "Hapus", "Pilih semua"} <= shown
    assert shown <= ours


def test_the_file_dialog_is_ours(words, qtbot, tmp_path) -> None:
    dialog = QFileDialog(None, "Simpan pratinjau", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    qtbot.addWidget(dialog)
    labels = {label.text().replace("&", "") for label in dialog.findChildren(QLabel) if label.text()}
    assert {"Lihat di:", "Nama berkas:", "Jenis berkas:"} <= labels


def test_words_we_do_not_have_stay_qts(words) -> None:
    assert QCoreApplication.translate("Nobody", "Something rare") == "Something rare"


def test_scroll_bars_have_words_of_ours(words, qtbot) -> None:
    assert QCoreApplication.translate("QScrollBar", "Scroll here") == "Gulir ke sini"
