"""The original beside the script: what is carried over is tinted, its share told, its sentences carried."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from newsdesk.domain.blocks import MARK, Note
from newsdesk.domain.story import Script
from newsdesk.ui.stories.original_text import CARRIED
from newsdesk.ui.stories.split_desk import SplitDesk
from newsdesk.ui.tasks import Lane
from tests.ui.stories.at_desk import reopened

RELEASE = (
    "Kota Blitar membagikan seribu bibit mangga kepada warga.\r\n\r\n"
    "🎙 Acara itu berlangsung meriah di halaman balai kota.\r\n"
    "“Kami akan menanam lagi tahun depan. Itu janji,” kata Wali Kota Blitar, Santoso."
)
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def story(page, newsroom, qtbot):
    """A story with an original, its script begun anew, on the desk."""
    qtbot.waitUntil(page.widget().isActiveWindow)  # keys go to no other
    made = newsroom.drafting.new(Script(slug="BIBIT", body="Ada kabar dari balai kota."), RELEASE)
    page.shelf.fill()
    page.open_story(made.id)
    return made


@pytest.fixture
def split(page, story, qtbot):
    """Both texts beside each other, compared."""
    QTest.keyClick(page.pane.editor, Qt.Key.Key_O, CTRL_SHIFT)
    assert page.split_view.original.isVisible()
    return page.split


def original(page):
    return page.split_view.original.text


def put(page, words):
    """Put the original's cursor into these words."""
    text = original(page)
    cursor = text.textCursor()
    cursor.setPosition(text.document().find(words).selectionStart() + 1)
    text.setTextCursor(cursor)
    return text


def compared(page, qtbot):
    page.split._timer.stop()
    page.split._compare()


def tinted(edit, tint):
    text = edit.toPlainText().encode("utf-16-le")
    return [text[2 * start : 2 * end].decode("utf-16-le") for start, end in tint.spans]


def test_the_key_opens_the_original_goes_to_it_and_closes_it_again(page, story):
    editor = page.pane.editor
    assert page.split_view.original.isHidden()
    QTest.keyClick(editor, Qt.Key.Key_O, CTRL_SHIFT)
    assert page.split_view.original.isVisible() and original(page).hasFocus()
    assert original(page).toPlainText() == RELEASE.replace("\r\n", "\n")
    assert original(page).isReadOnly()
    QTest.keyClick(original(page), Qt.Key.Key_Escape)
    assert editor.hasFocus() and page.split_view.original.isVisible()
    QTest.keyClick(editor, Qt.Key.Key_O, CTRL_SHIFT)
    QTest.keyClick(original(page), Qt.Key.Key_O, CTRL_SHIFT)
    assert page.split_view.original.isHidden() and editor.hasFocus()


def test_a_story_without_an_original_has_none_beside_it(page, split, newsroom, story):
    other = newsroom.drafting.new(Script(slug="LAIN", body="Satu."))
    page.open_story(other.id)
    assert page.split_view.original.isHidden() and page.pane.header.beside.isHidden()
    QTest.keyClick(page.pane.editor, Qt.Key.Key_O, CTRL_SHIFT)
    assert page.split_view.original.isHidden()
    page.open_story(story.id)
    assert page.split_view.original.isVisible()


def test_at_the_next_start_it_lies_beside_the_script_again(
    page, split, look, tasks, preferences, newsroom, qtbot
):
    again = reopened(page, look, tasks, preferences, newsroom, qtbot)
    again.widget().resize(1364, 800)
    assert again.split_view.original.isVisible() and again.pane.isVisible()
    again.split.close()
    assert not preferences.settings.original_open
    again.closing()


def test_alt_right_carries_the_sentence_over_as_a_step_of_its_own(page, split, qtbot):
    editor = page.pane.editor
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    QTest.keyClicks(editor, " Siang ini")
    text = put(page, "berlangsung")
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_Right, ALT)
    before = "Ada kabar dari balai kota. Siang ini"
    assert editor.text.body == before + " 🎙 Acara itu berlangsung meriah di halaman balai kota."
    assert text.textCursor().block().text().startswith("“Kami")
    QTest.keyClick(text, Qt.Key.Key_Right, ALT)
    assert editor.text.body.endswith("balai kota. " + RELEASE.split("\r\n")[-1])
    editor.setFocus()
    QTest.keyClicks(editor, " Nah")
    editor.undo_step()
    editor.undo_step()
    assert editor.text.body == before + " 🎙 Acara itu berlangsung meriah di halaman balai kota."
    editor.undo_step()
    assert editor.text.body == before


def test_alt_right_in_the_script_carries_nothing(page, split):
    page.pane.editor.setFocus()
    QTest.keyClick(page.pane.editor, Qt.Key.Key_Right, ALT)
    assert page.pane.editor.text.body == "Ada kabar dari balai kota."


def test_selected_words_are_carried_instead_of_the_sentence(page, split):
    text = put(page, "seribu")
    text.setTextCursor(text.document().find("seribu bibit mangga"))
    QTest.keyClick(text, Qt.Key.Key_Right, ALT)
    assert page.pane.editor.text.body == "seribu bibit mangga Ada kabar dari balai kota."


def test_words_selected_in_the_script_stay_when_a_sentence_comes_over(page, split):
    editor = page.pane.editor
    written = editor.text.body
    editor.selectAll()
    text = put(page, "berlangsung")
    QTest.keyClick(text, Qt.Key.Key_Right, ALT)
    assert editor.text.body.startswith(f"{written} ")
    assert "Acara itu berlangsung" in editor.text.body


def test_what_is_carried_over_is_tinted_in_both_texts_and_its_share_told(page, split, qtbot):
    editor = page.pane.editor
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    QTest.keyClick(put(page, "berlangsung"), Qt.Key.Key_Right, ALT)
    compared(page, qtbot)
    carried = "Acara itu berlangsung meriah di halaman balai kota"
    assert tinted(editor, split.tint) == [carried]
    assert tinted(original(page), original(page).carried) == [carried]
    assert "62% terbawa" in page.pane.foot.accessibleName()
    assert page.split_view.original._carried.text() == "1 kalimat terbawa ke naskah"


def test_the_tint_stays_on_its_words_while_one_types_and_goes_when_they_are_written_anew(page, split, qtbot):
    editor = page.pane.editor
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    QTest.keyClick(put(page, "berlangsung"), Qt.Key.Key_Right, ALT)
    compared(page, qtbot)
    carried = tinted(editor, split.tint)
    editor.moveCursor(editor.textCursor().MoveOperation.Start)
    QTest.keyClicks(editor, "Nah, ")
    assert tinted(editor, split.tint) == carried
    words = editor.document().find("itu berlangsung meriah")
    words.insertText("tadi ramai")
    compared(page, qtbot)
    assert tinted(editor, split.tint) == []
    assert "0% terbawa" in page.pane.foot.accessibleName()


def test_an_answer_for_words_that_changed_meanwhile_is_not_shown(held_page, newsroom, held, qtbot):
    made = newsroom.drafting.new(Script(slug="BIBIT", body="Satu."), RELEASE)
    held_page.open_story(made.id)
    held.let_go()
    held_page.split.turn()
    held_page.pane.editor.textCursor().insertText("Kota Blitar membagikan seribu bibit mangga kepada warga.")
    held_page.split._compare()
    while held.waiting(Lane.COPY):  # other desks look at the same words
        held.let_go_work(Lane.COPY)
    held_page.pane.editor.textCursor().insertText("🎙 ")
    held.let_go(Lane.COPY)
    assert held_page.split.tint.spans == []

    def shown() -> bool:
        held.let_go(Lane.COPY)
        return bool(held_page.split.tint.spans)

    qtbot.waitUntil(shown)


def drop(editor, words, modifiers=Qt.KeyboardModifier.NoModifier):
    mime = QMimeData()
    mime.setText(words)
    mime.setData(CARRIED, b"1")
    at = QPointF(editor.cursorRect().center())
    event = QDropEvent(at, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, modifiers)
    editor.dropEvent(event)


def test_words_of_the_original_dropped_into_an_empty_script_are_no_new_story(page, split, story):
    editor = page.pane.editor
    editor.selectAll()
    editor.textCursor().removeSelectedText()
    words = "Kota Blitar membagikan seribu bibit mangga kepada warga. " * 5
    drop(editor, words)
    assert editor.text.body == words.strip()
    assert page.desk.story.id == story.id


def test_what_is_dragged_out_of_the_original_is_marked_as_its_own(page, split):
    text = put(page, "seribu")
    text.setTextCursor(text.document().find("seribu bibit"))
    mime = text.createMimeDataFromSelection()
    assert mime.hasFormat(CARRIED) and mime.text() == "seribu bibit"


def test_a_block_is_left_whole_by_what_is_carried_to_it(page, split):
    page.pane.editor.text.load(f"Satu.\n{MARK}\nDua.", (), (), (Note("pelan"),))
    cursor = page.pane.editor.textCursor()
    cursor.setPosition(6)
    page.pane.editor.setTextCursor(cursor)
    QTest.keyClick(put(page, "membagikan"), Qt.Key.Key_Right, ALT)
    lines = page.pane.editor.text.body.split("\n")
    assert lines == ["Satu.", MARK, "Kota Blitar membagikan seribu bibit mangga kepada warga.", "Dua."]


def test_a_paste_opens_the_original_only_in_a_wide_window(page, newsroom):
    page.copy.take(RELEASE * 3)
    assert page.split_view.original.isHidden()
    page.widget().resize(1844, 900)
    page.copy.take(RELEASE * 3)
    assert page.split_view.original.isVisible()


def test_in_a_narrow_window_the_two_texts_stand_behind_tabs(page, split):
    view = page.split_view
    assert not view.has_tabs and page.pane.isVisible()
    page.widget().resize(1000, 700)
    assert view.has_tabs and view.original.isVisible() and page.pane.isHidden()
    QTest.mouseClick(view._script_tab, Qt.MouseButton.LeftButton)
    assert page.pane.isVisible() and view.original.isHidden()
    page.widget().resize(1364, 700)
    assert page.pane.isVisible() and view.original.isVisible()


def test_the_grip_in_the_margin_takes_the_sentence_beside_it(page, split):
    text = put(page, "membagikan")
    line = text.cursorRect().center()
    line.setX(4)
    QTest.mousePress(text.viewport(), Qt.MouseButton.LeftButton, pos=line)
    assert text.taken() == "Kota Blitar membagikan seribu bibit mangga kepada warga."
    QTest.mouseRelease(text.viewport(), Qt.MouseButton.LeftButton, pos=line)


def test_megabytes_of_an_original_come_in_piece_by_piece(page, newsroom, qtbot):
    text = ("Kota Blitar membagikan bibit mangga. " * 20 + "\n") * 300
    made = newsroom.drafting.new(Script(slug="PANJANG", body="Satu."), text)
    page.open_story(made.id)
    page.split.turn()
    assert original(page).document().characterCount() < len(text)
    qtbot.waitUntil(lambda: original(page).document().characterCount() == len(text) + 1, timeout=10_000)
    assert isinstance(page.split, SplitDesk)
