"""A quotation becomes indirect speech: offered on a card, taken with Enter, its source tied to it."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest

from newsdesk.domain.attribution import Source
from newsdesk.domain.story import Script
from newsdesk.services.indirect_speech import Doubt
from newsdesk.ui.stories.doubt_words import doubt_words
from newsdesk.ui.stories.original_text import CARRIED
from tests.ui.stories.at_desk import attributions, select

BODY = (
    "Pasar ramai.\n“Kita siap, kami turunkan harga besok,” kata Wali Kota Blitar, Santoso.\nWarga senang 🎙."
)
QUOTE = "“Kita siap, kami turunkan harga besok,” kata Wali Kota Blitar, Santoso."
TOLD = "Wali Kota Blitar Santoso mengatakan, kita siap, pihaknya turunkan harga besok."
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def story(page, newsroom, qtbot):
    qtbot.waitUntil(page.widget().isActiveWindow)
    made = newsroom.drafting.new(Script(slug="HARGA", body=BODY), "Kabar.\n" + QUOTE)
    page.shelf.fill()
    page.open_story(made.id)
    return made


def put(page, words):
    select(page, words)
    cursor = page.pane.editor.textCursor()
    cursor.setPosition(cursor.selectionStart() + 1)
    page.pane.editor.setTextCursor(cursor)


def offered(page, words="turunkan"):
    put(page, words)
    QTest.keyClick(page.pane.editor, Qt.Key.Key_T, CTRL_SHIFT)
    assert page.indirect.card.isVisible()
    return page.indirect.card


def test_enter_takes_the_suggestion_as_one_step_of_undo(page, story):
    card = offered(page)
    assert card.take.hasFocus()
    assert card.accessibleName().endswith(TOLD)
    QTest.keyClick(card.take, Qt.Key.Key_Return)
    editor = page.pane.editor
    assert editor.text.body == BODY.replace(QUOTE, TOLD)
    assert card.isHidden() and editor.hasFocus()
    QTest.keyClicks(editor, " Nah")
    editor.undo_step()
    editor.undo_step()
    assert editor.text.body == BODY


def test_esc_leaves_the_quotation(page, story):
    card = offered(page)
    QTest.keyClick(card.take, Qt.Key.Key_Escape)
    assert card.isHidden() and page.pane.editor.hasFocus()
    assert page.pane.editor.text.body == BODY
    card = offered(page)
    card.leave.setFocus()
    QTest.keyClick(card.leave, Qt.Key.Key_Return)
    assert card.isHidden() and page.pane.editor.text.body == BODY


def test_what_is_unsure_is_marked_and_told(page, story):
    card = offered(page)
    assert "underline" in card.after.text() and ">kita<" in card.after.text()
    assert "“kita”: di radio, pendengar ikut termasuk" in card.reasons.text()
    assert "“besok”:" in card.reasons.text()


def test_every_doubt_has_its_words():
    assert len({doubt_words(doubt) for doubt in Doubt}) == len(Doubt)


def test_pasted_markup_is_shown_as_letters(page, story):
    editor = page.pane.editor
    editor.selectAll()
    editor.textCursor().insertText("“Harga <b>naik</b>,” kata Rini.")
    card = offered(page, "naik")
    assert "&lt;b&gt;" in card.after.text()


def test_the_tie_moves_to_the_new_sentence_and_back_with_undo(page, story, newsroom):
    source = newsroom.sources.add(Source(person="Santoso", office="Wali Kota Blitar"))
    select(page, "Kita siap, kami turunkan harga besok")
    page.sources.use(source)
    QTest.keyClick(offered(page).take, Qt.Key.Key_Return)
    assert attributions(page) == [("Santoso", TOLD)]
    page.pane.editor.undo_step()
    assert attributions(page) == [("Santoso", "Kita siap, kami turunkan harga besok")]
    page.pane.editor.redo_step()
    assert attributions(page) == [("Santoso", TOLD)]


def test_the_tied_source_gives_the_name_that_the_words_lack(page, story, newsroom):
    source = newsroom.sources.add(Source(person="Rini Syarifah", office="Bupati Blitar"))
    editor = page.pane.editor
    editor.selectAll()
    editor.textCursor().insertText("“Kami turunkan harga,” katanya.")
    select(page, "Kami turunkan")
    page.sources.use(source)
    assert "Bupati Blitar Rini Syarifah mengatakan" in offered(page).accessibleName()


def test_without_a_quotation_it_says_what_to_do(page, story):
    put(page, "senang")
    QTest.keyClick(page.pane.editor, Qt.Key.Key_T, CTRL_SHIFT)
    assert page.indirect.card.isHidden()
    assert "Letakkan kursor di dalam kutipan" in page.pane.news.sentence


def test_typing_or_another_place_puts_the_card_away(page, story):
    card = offered(page)
    put(page, "senang")
    assert card.isHidden()
    card = offered(page)
    page.pane.editor.textCursor().insertText("x")
    assert card.isHidden()


def test_an_answer_for_other_words_is_not_shown(held_page, newsroom, held):
    made = newsroom.drafting.new(Script(slug="HARGA", body=BODY))
    held_page.open_story(made.id)
    held.let_go()
    put(held_page, "turunkan")
    held_page.indirect.begin()
    held_page.pane.editor.textCursor().insertText("x")
    held.let_go()
    assert held_page.indirect.card.isHidden()


def test_from_the_original_it_comes_over_and_is_offered(page, story, qtbot):
    page.split.turn()
    text = page.split_view.original.text
    text.setTextCursor(text.document().find("siap"))
    cursor = text.textCursor()
    cursor.clearSelection()
    text.setTextCursor(cursor)
    page.indirect.begin()
    assert page.pane.editor.text.body == QUOTE + " " + BODY
    qtbot.waitUntil(page.indirect.card.isVisible)
    QTest.keyClick(page.indirect.card.take, Qt.Key.Key_Return)
    assert page.pane.editor.text.body == TOLD + " " + BODY


def mime(words):
    made = QMimeData()
    made.setText(words)
    made.setData(CARRIED, b"1")
    return made


def test_dropped_with_alt_or_onto_the_zone_it_is_offered(page, story, qtbot):
    editor, words = page.pane.editor, mime(QUOTE)
    at = QPointF(editor.cursorRect().center())
    left, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    editor.dropEvent(QDropEvent(at, copy, words, left, ALT))
    qtbot.waitUntil(page.indirect.card.isVisible)
    page.indirect.put_away()
    editor.undo_step()
    zone = page.split.zone
    assert zone.isHidden()
    entering = QDragEnterEvent(at.toPoint(), copy, words, left, Qt.KeyboardModifier.NoModifier)
    zone.eventFilter(editor.viewport(), entering)
    assert zone.isVisible()
    zone.dropEvent(QDropEvent(at, copy, words, left, Qt.KeyboardModifier.NoModifier))
    assert zone.isHidden()
    qtbot.waitUntil(page.indirect.card.isVisible)
    assert editor.text.body == QUOTE + " " + BODY
