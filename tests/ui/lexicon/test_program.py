"""The program put together by app.py: what is settled in one place is read so in the other at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from newsdesk.ui.lexicon.view import LexiconView
from newsdesk.ui.rail import Rail
from newsdesk.ui.settings.house_style import HouseStyleSection
from newsdesk.ui.stories.script_editor import ScriptEditor
from tests.journeys.test_first_story import Program, spoken_in
from tests.ui.lexicon.conftest import click

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def program(qapp, qtbot, tmp_path):
    """The real program on a fresh profile."""
    program = Program(qapp, qtbot, tmp_path / "profil")
    program.start()
    yield program
    program.close()


def spoken(editor: ScriptEditor) -> str:
    return " ".join(spoken_in(editor).values())


def test_the_page_stands_above_atur_and_opens_by_its_key(program) -> None:
    words = [one.text() for one in program.window.findChild(Rail).findChildren(QAbstractButton)]
    assert words[-2:] == ["Leksikon", "Atur"]
    program.press(Qt.Key.Key_6, CONTROL)
    view = program.window.findChild(LexiconView)
    assert view.isVisible()
    assert view.pane.isAncestorOf(QApplication.focusWidget())


def test_a_form_and_a_policy_settled_here_are_read_in_the_open_script(program, qtbot) -> None:
    program.press(Qt.Key.Key_N, CONTROL)
    program.editor.textCursor().insertText("Ketua ZXQP lahir tahun 1972.")
    program.wait(lambda: "seribu sembilan ratus" in spoken(program.editor))
    assert "zet eks" in spoken(program.editor)

    program.press(Qt.Key.Key_6, CONTROL)
    view = program.window.findChild(LexiconView)
    program.wait(lambda: view.pane.head.count.text() != "")
    program.press(Qt.Key.Key_Insert)
    QTest.keyClicks(QApplication.focusWidget(), "ZXQP")
    program.press(Qt.Key.Key_Tab)
    QApplication.focusWidget().selectAll()
    QTest.keyClicks(QApplication.focusWidget(), "zikup")
    program.press(Qt.Key.Key_Return)
    program.wait(lambda: "zikup" in spoken(program.editor))

    program.window.show_settings("house_style")
    section = program.window.findChild(HouseStyleSection)
    program.wait(lambda: "seribu" in section.examples["years"].text())
    click(section, "Tahun: dua angka dua angka", qtbot)
    program.wait(lambda: "sembilan belas tujuh puluh dua" in spoken(program.editor))
    assert "zikup" in spoken(program.editor)
