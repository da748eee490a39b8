"""Ctrl+F and Ctrl+H: found as one types, replaced in one step, with everything else left in its place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsdesk.domain.attribution import Source
from newsdesk.domain.blocks import MARK, Note
from newsdesk.domain.story import SaidHere, Script
from tests.ui.stories.at_desk import attributions, select

BODY = "🎙 Walikota Blitar datang.\nWalikota itu senang, kata walikota.\nTidak ada perwalikotaan."
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def story(page, newsroom, qtbot):
    qtbot.waitUntil(page.widget().isActiveWindow)
    made = newsroom.drafting.new(Script(slug="WALI", body=BODY), "Asli: walikota hadir. Walikota pulang.")
    page.shelf.fill()
    page.open_story(made.id)
    return made


def find(page, words, key=Qt.Key.Key_F):
    QTest.keyClick(page.pane.editor, key, CTRL)
    assert page.find.bar.isVisible() and page.find.bar.words.hasFocus()
    QTest.keyClicks(page.find.bar.words, words)
    return page.find.bar


def chosen(page):
    cursor = page.pane.editor.textCursor()
    return cursor.selectionStart(), cursor.selectedText()


def test_it_finds_as_one_types_and_counts(page, story):
    bar = find(page, "walikota")
    assert bar.count.text() == "1 dari 4"
    assert chosen(page) == (3, "Walikota")
    QTest.keyClick(bar.words, Qt.Key.Key_Return)
    assert (bar.count.text(), chosen(page)[1]) == ("2 dari 4", "Walikota")
    QTest.keyClick(bar.words, Qt.Key.Key_Return, SHIFT)
    QTest.keyClick(bar.words, Qt.Key.Key_Return, SHIFT)
    assert bar.count.text() == "4 dari 4"
    QTest.keyClicks(bar.words, "x")
    assert bar.count.text() == "Tidak ada"


def test_whole_words_and_case_by_key(page, story):
    bar = find(page, "walikota")
    QTest.keyClick(bar.words, Qt.Key.Key_U, ALT)
    assert bar.whole.isChecked() and bar.count.text().endswith("dari 3")
    QTest.keyClick(bar.words, Qt.Key.Key_B, ALT)
    assert bar.case.isChecked() and bar.count.text().endswith("dari 1")


def test_esc_closes_and_keeps_the_place(page, story):
    bar = find(page, "senang")
    QTest.keyClick(bar.words, Qt.Key.Key_Escape)
    assert bar.isHidden() and page.pane.editor.hasFocus()
    assert chosen(page)[1] == "senang"
    assert page.find._script.tint.spans == []


def test_selected_words_are_looked_for(page, story):
    select(page, "Blitar")
    cursor = page.pane.editor.textCursor()
    words = cursor.selectedText()
    QTest.keyClick(page.pane.editor, Qt.Key.Key_F, CTRL)
    assert page.find.bar.words.text() == words


def test_f3_goes_on_from_within_the_script(page, story):
    find(page, "walikota")
    page.pane.editor.setFocus()
    QTest.keyClick(page.pane.editor, Qt.Key.Key_F3)
    assert page.find.bar.count.text() == "2 dari 4"
    QTest.keyClick(page.pane.editor, Qt.Key.Key_F3, SHIFT)
    assert page.find.bar.count.text() == "1 dari 4"


def test_what_is_found_follows_typing(page, story, qtbot):
    find(page, "walikota")
    cursor = page.pane.editor.textCursor()
    cursor.setPosition(0)
    cursor.insertText("Satu walikota. ")
    qtbot.waitUntil(lambda: len(page.find._script.tint.spans) == 5)


def test_one_is_replaced_and_the_next_is_selected(page, story):
    bar = find(page, "walikota", Qt.Key.Key_H)
    bar.instead.setFocus()
    QTest.keyClicks(bar.instead, "Wali Kota")
    QTest.keyClick(bar.instead, Qt.Key.Key_Return)
    assert page.pane.editor.text.body == BODY.replace("Walikota Blitar", "Wali Kota Blitar")
    assert (bar.count.text(), chosen(page)[1]) == ("1 dari 3", "Walikota")


def test_tab_or_ctrl_h_once_more_leads_to_what_the_words_become(page, story):
    bar = find(page, "walikota", Qt.Key.Key_H)
    QTest.keyClick(bar.words, Qt.Key.Key_Tab)
    assert bar.instead.hasFocus()
    QTest.keyClick(bar.instead, Qt.Key.Key_Backtab)
    assert bar.words.hasFocus()
    QTest.keyClick(bar.words, Qt.Key.Key_H, CTRL)
    assert bar.instead.hasFocus()


def test_all_are_replaced_in_one_step_of_undo_and_counted(page, story):
    bar = find(page, "walikota", Qt.Key.Key_H)
    QTest.keyClicks(bar.instead, "wali kota")
    QTest.keyClick(bar.words, Qt.Key.Key_S, ALT)
    assert page.pane.editor.text.body == BODY.replace("Walikota", "wali kota").replace(
        "walikota", "wali kota"
    )
    assert page.pane.news.sentence == "4 diganti"
    page.pane.editor.undo_step()
    assert page.pane.editor.text.body == BODY
    page.pane.editor.redo_step()
    assert "alikota" not in page.pane.editor.text.body


def test_words_replaced_by_themselves_grown_are_replaced_once(page, story):
    bar = find(page, "walikota", Qt.Key.Key_H)
    QTest.keyClicks(bar.instead, "walikota walikota")
    bar.replace_all.click()
    assert page.pane.editor.text.body.count("alikota") == 8


def test_ties_corrections_and_blocks_stay(page, newsroom, qtbot):
    qtbot.waitUntil(page.widget().isActiveWindow)
    source = newsroom.sources.add(Source(person="Santoso"))
    body = f"Pada 2.65 walikota senang.\n{MARK}\nKata walikota."
    made = newsroom.drafting.new(
        Script(slug="WALI", body=body, said_here=(SaidHere(5, 9, "dua"),), blocks=(Note("pelan"),))
    )
    page.open_story(made.id)
    for words in ("walikota", "walikota senang"):
        select(page, words)
        page.sources.use(source)
    bar = find(page, "walikota", Qt.Key.Key_H)
    QTest.keyClicks(bar.instead, "wali kota")
    bar.replace_all.click()
    script = page.desk.script()
    assert script.body == body.replace("walikota", "wali kota")
    assert attributions(page) == [("Santoso", "wali kota"), ("Santoso", "wali kota senang")]
    assert [(one.start, one.end) for one in script.said_here] == [(5, 9)]
    assert script.blocks == (Note("pelan"),)
    page.pane.editor.undo_step()
    assert page.pane.editor.text.body == body
    assert attributions(page) == [("Santoso", "walikota"), ("Santoso", "walikota senang")]


def test_while_the_original_has_the_focus_it_is_searched_and_never_changed(page, story):
    page.split.turn()
    text = page.split_view.original.text
    QTest.keyClick(text, Qt.Key.Key_F, CTRL)
    bar = page.find.bar
    assert page.split_view.original.isAncestorOf(bar)
    QTest.keyClicks(bar.words, "walikota")
    assert bar.count.text() == "1 dari 2" and text.textCursor().selectedText() == "walikota"
    assert not bar.replace_all.isVisible()
    QTest.keyClick(bar.words, Qt.Key.Key_S, ALT)
    QTest.keyClick(bar.words, Qt.Key.Key_Escape)
    assert text.hasFocus() and text.found.spans == []
    page.pane.editor.setFocus()
    QTest.keyClick(page.pane.editor, Qt.Key.Key_F, CTRL)
    assert page.pane.isAncestorOf(bar) and bar.count.text() == "1 dari 4"


def test_typing_into_the_bar_stays_there_while_a_card_or_a_form_is_open(page, story):
    editor = page.pane.editor
    for opened, card in (
        (page.blocks.add_note, page.blocks.form),
        (page.indirect.begin, page.indirect.card),
    ):
        select(page, "Blitar")
        opened()
        assert card.isVisible()
        page.find.find()
        page.find.bar.words.clear()
        written = editor.text.body
        QTest.keyClicks(page.find.bar.words, "wali")
        assert page.find.bar.words.text() == "wali"
        assert editor.text.body == written
        page.find.close()


def test_a_card_is_no_word_that_could_be_found_and_replaced(page, story):
    editor = page.pane.editor
    page.blocks.add_note()
    QTest.keyClicks(page.blocks.form.note.edit, "pelan")
    QTest.keyClick(page.blocks.form.note.edit, Qt.Key.Key_Return)
    assert editor.blocks.places.at_cursor() is not None
    QTest.keyClick(editor, Qt.Key.Key_H, CTRL)
    bar = page.find.bar
    assert bar.words.text() == ""
    bar.words.setText(MARK)
    assert bar.count.text() == "Tidak ada"
    page.find.replace_all()
    assert page.desk.script().blocks == (Note("pelan"),)


def test_another_story_on_the_desk_is_searched_for_the_same_words(page, story, newsroom, qtbot):
    bar = find(page, "walikota")
    other = newsroom.drafting.new(Script(slug="LAIN", body="Walikota."), "Asli.")
    page.shelf.fill()
    page.open_story(other.id)
    qtbot.waitUntil(lambda: bar.count.text() in ("1 ditemukan", "1 dari 1"))


def test_nothing_is_replaced_that_was_found_for_other_words(page, newsroom, qtbot):
    long = newsroom.drafting.new(Script(slug="PANJANG", body="Harga naik.\n" + "Pasar ramai.\n" * 17_000))
    page.shelf.fill()
    page.open_story(long.id)
    qtbot.waitUntil(lambda: not page.pane.editor.text.busy)
    page.find.find_and_replace()
    bar = page.find.bar
    bar.words.setText("harga")
    qtbot.waitUntil(lambda: bar.count.text() == "1 dari 1")
    bar.words.setText("ramai")
    bar.instead.setText("sepi")
    page.find.replace()
    assert page.pane.editor.text.body.startswith("Harga naik.\nPasar ramai.")
    assert chosen(page)[1] == "ramai"
