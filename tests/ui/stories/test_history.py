"""Revisions are read and change nothing."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.stories.at_desk import BODY, write


def test_a_revision_is_read_from_the_history_by_keys_alone_and_changes_nothing(page):
    write(page)
    page.desk.save()
    QTest.keyClicks(page.pane.editor, " Selesai.")
    page.desk.save()
    history = page.inspector.history
    page.inspector.open_section("history")
    history.list.setCurrentIndex(history.list.model().index(0, 0))
    QTest.keyClick(history.list, Qt.Key.Key_Down)
    QTest.keyClick(history.list, Qt.Key.Key_Return)
    assert history.text.toPlainText() == BODY.replace("\n", "\n\n")
    assert history.text.isReadOnly()
    assert history.text.accessibleName() == "Teks revisi 1"
    QTest.keyClick(history.text, Qt.Key.Key_Escape)
    assert not history.text.isVisible()
    assert page.desk.script().body == BODY + " Selesai."


def test_another_story_puts_the_revision_being_read_away(page):
    first = write(page)
    page.desk.save()
    write(page, "Hujan turun.", "CUACA")
    page.desk.save()
    page.inspector.open_section("history")
    page.inspector.history.wanted.emit(1)
    assert "Hujan" in page.inspector.history.text.toPlainText()
    page.open_story(first)
    assert not page.inspector.history.text.isVisible()
