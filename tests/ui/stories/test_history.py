"""Revisions are read, compared and restored, and no word is lost by it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsdesk.domain.story import RevisionKind, Script
from tests.ui.stories.at_desk import BODY, write


@pytest.fixture
def story(page, qtbot):
    """A story with three revisions, in an active window."""
    page.widget().activateWindow()
    qtbot.waitUntil(page.widget().isActiveWindow)
    made = write(page)
    page.desk.save()
    page.desk.put(Script(slug="SIAGA", body="Satu kalimat saja."))
    page.desk.save()
    page.desk.put(Script(slug="SIAGA", body="Satu kalimat lagi saja."))
    page.desk.save()
    page.inspector.open_section("history")
    return made


def choose(page, *numbers):
    history = page.inspector.history
    history.list.setFocus()
    rows = [row.key for row in history.list.rows()]
    model, selection = history.list.model(), history.list.selectionModel()
    history.list.setCurrentIndex(model.index(rows.index(numbers[0]), 0))
    for number in numbers[1:]:
        selection.select(model.index(rows.index(number), 0), selection.SelectionFlag.Select)
    return history.list


def texts(newsroom, story):
    return [
        newsroom.versions.revision(story, row.number).script.body
        for row in newsroom.versions.revisions(story)
    ]


def test_a_revision_is_read_by_keys_alone_and_changes_nothing(page, story):
    QTest.keyClick(choose(page, 1), Qt.Key.Key_Return)
    view = page.history.view
    assert view.isVisible()
    assert view.text.toPlainText().endswith(BODY)
    assert "STATISTIK-OPD" in view.text.toPlainText()
    assert view.text.isReadOnly()
    assert view.title.text().startswith("Revisi 1, disimpan, ")
    QTest.keyClick(view.text, Qt.Key.Key_Escape)
    assert not view.isVisible()
    assert page.pane.editor.isVisible()
    assert page.desk.script().body == "Satu kalimat lagi saja."


def test_a_very_long_revision_is_read_whole_and_comes_in_piece_by_piece(page, newsroom, qtbot):
    body = "\n".join(f"Paragraf nomor {number} yang cukup panjang untuk dibaca." for number in range(2500))
    made = newsroom.drafting.new(Script(slug="PANJANG", body=body))
    page.open_story(made.id)
    page.inspector.history.wanted.emit(1)
    text = page.history.view.text
    assert len(text.toPlainText()) < len(body)
    qtbot.waitUntil(lambda: text.toPlainText().endswith(body[-60:]))
    assert body in text.toPlainText()


def test_another_story_puts_the_revision_being_read_away(page, story):
    page.inspector.history.wanted.emit(1)
    assert page.history.view.isVisible()
    write(page, "Hujan turun.", "CUACA")
    assert not page.history.view.isVisible()
    assert page.pane.editor.isVisible()


def test_two_chosen_revisions_are_compared_in_words_and_gone_through_by_keys(page, story):
    QTest.keyClick(choose(page, 3, 2), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    view = page.history.view
    assert view.counts.text() == "+1 −0 kata"
    assert view.place.text() == "1 dari 1"
    assert "lagi " in view.text.toPlainText()
    choose(page, 3, 1)
    page.inspector.history.compare.click()
    assert view.counts.text().startswith("+4 −")
    before = view.text.current
    QTest.keyClick(view.text, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert view.text.current != before
    QTest.keyClick(view.text, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert view.text.current == before


def test_one_revision_is_compared_with_what_stands_here_unsaved(page, story):
    QTest.keyClicks(page.pane.editor, " Baru.")
    QTest.keyClick(choose(page, 3), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    view = page.history.view
    assert view.counts.text() == "+1 −0 kata"
    assert view.new_name.text() == "Sekarang"


def test_what_changed_since_the_newest_revision_is_a_command(page, story):
    QTest.keyClicks(page.pane.editor, " Baru.")
    commands = {command.id: command for command in page.commands()}
    commands["history.since"].run()
    assert page.history.view.title.text() == "Revisi 3 dan sekarang"
    assert page.history.view.counts.text() == "+1 −0 kata"
    commands["history"].run()
    assert page.inspector.history.list.hasFocus()


def test_the_layout_is_turned_by_a_key_and_the_marked_change_stays(page, story):
    QTest.keyClick(choose(page, 3, 1), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    view = page.history.view
    view.step(1)
    marked = view.text.current
    assert view.old_name.isVisible()
    QTest.keyClick(view.text, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert view.inline.isChecked()
    assert not view.old_name.isVisible()
    assert view.text.current == marked


def test_a_restored_revision_is_a_new_one_and_unsaved_words_become_one_before_it(page, newsroom, story):
    QTest.keyClicks(page.pane.editor, " Belum disimpan.")
    page.inspector.history.wanted.emit(1)
    page.history.view.restore.click()
    assert page.desk.script().body == BODY
    assert texts(newsroom, story)[:2] == [BODY, "Satu kalimat lagi saja. Belum disimpan."]
    newest = newsroom.versions.revisions(story)[0]
    assert (newest.number, newest.kind, newest.reason) == (5, RevisionKind.RESTORED, "1")
    assert page.pane.news.sentence == "Revisi 1 dipulihkan sebagai revisi 5."
    row = page.inspector.history.list.rows()[0]
    assert (row.name, row.second.endswith(", dari revisi 1")) == ("revisi 5, dipulihkan", True)
    assert not page.history.view.isVisible()


def test_restoring_is_undone_from_the_line_of_news(page, newsroom, story):
    page.inspector.history.wanted.emit(1)
    page.history.view.restore.click()
    page.pane.news._acted()
    assert page.desk.script().body == "Satu kalimat lagi saja."
    assert len(texts(newsroom, story)) == 5


def test_the_newest_revision_is_not_offered_for_restoring_while_it_stands_here(page, story):
    page.inspector.history.wanted.emit(3)
    assert not page.history.view.restore.isVisible()
    QTest.keyClicks(page.pane.editor, "x")
    page.inspector.history.wanted.emit(3)
    assert page.history.view.restore.isVisible()


def test_words_typed_while_a_restore_is_on_its_way_stay_in_the_window(held_page, held, newsroom):
    page = held_page
    made = newsroom.drafting.new(Script(slug="A", body="Satu."))
    newsroom.drafting.save(made.id, made.version, Script(slug="A", body="Dua."))
    page.open_story(made.id)
    held.let_go()
    page.history.restore(1)
    QTest.keyClicks(page.pane.editor, "Tiga. ")
    held.let_go()
    assert page.desk.script().body == "Tiga. Dua."
    page.desk.save()
    held.let_go()
    assert texts(newsroom, made.id) == ["Tiga. Dua.", "Satu.", "Dua.", "Satu."]


def test_two_hundred_revisions_are_rows_of_one_list(page, newsroom):
    made = newsroom.drafting.new(Script(slug="A", body="Kata."))
    for number in range(2, 201):
        made = newsroom.drafting.save(made.id, made.version, Script(slug="A", body=f"Kata {number}."))
    page.open_story(made.id)
    rows = page.inspector.history.list.rows()
    assert [rows[0].key, rows[-1].key, len(rows)] == [200, 1, 200]
    assert page.inspector.history.list.height() < 400
