"""Very long scripts go in piece by piece; whatever happens meanwhile, no word is lost or goes astray."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from newsdesk.domain.attribution import Attribution, Dateline
from newsdesk.domain.story import Script

SENTENCE = "Pemkot Blitar menggelar upacara bendera di halaman kantor. "
LONG = "\n".join([SENTENCE * 8] * 600)


def paste(editor, text, at=None):
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().characterCount() - 1 if at is None else at)
    editor.setTextCursor(cursor)
    mime = QMimeData()
    mime.setText(text)
    editor.insertFromMimeData(mime)


def pasted(script):
    """Return how a long text stands in a script: a paste has no space at the end of a paragraph."""
    return script.replace(" \n", "\n")


@pytest.fixture
def two(page, newsroom):
    """Two stories, the first one on the desk."""
    ids = [newsroom.drafting.new(Script(slug=slug, body=f"{slug}.")).id for slug in ("SATU", "DUA")]
    page.shelf.fill()
    page.open_story(ids[0])
    return ids


def wait_until_in(qtbot, editor):
    qtbot.waitUntil(lambda: not editor.text.busy, timeout=20_000)


# ---------------------------------------------------------------- a script that is being filled in


def test_words_changed_while_a_script_is_filled_in_leave_the_rest_whole(qtbot, editor):
    editor.text.load("Asal berita. " + LONG, ())
    assert editor.text.busy
    cursor = QTextCursor(editor.document())
    cursor.setPosition(0)
    cursor.setPosition(len("Asal berita. "), QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    assert editor.text.body == LONG
    wait_until_in(qtbot, editor)
    assert editor.document().toPlainText() == LONG == editor.text.body


def test_an_offer_waits_until_the_script_is_in_and_cuts_nothing_but_its_own_words(page, qtbot, newsroom):
    copy = "Blitar, Mahardhika FM – " + LONG
    page.copy.take(copy)
    text = page.pane.editor.text
    whole = page.desk.script().body
    [offer] = [one for one in page.offers.open() if one.dateline]
    page.offers.accept(offer)
    assert "masih dimuat" in page.pane.news.sentence
    assert page.desk.script() == Script(slug=page.desk.script().slug, body=whole)
    wait_until_in(qtbot, page.pane.editor)
    page.offers.accept(offer)
    assert page.desk.script().dateline == Dateline("Blitar", "Mahardhika FM")
    assert text.body == whole.removeprefix("Blitar, Mahardhika FM – ")
    page.desk.save()
    assert newsroom.drafting.open(page.desk.story.id).script.body == text.body


def test_words_cannot_be_tied_while_their_script_is_filled_in(page, qtbot, newsroom):
    story = newsroom.drafting.new(Script(slug="PANJANG", body=LONG))
    page.open_story(story.id)
    page.pane.editor.selectAll()
    page.sources.tie_selection()
    assert "masih dimuat" in page.pane.news.sentence
    assert not page.inspector.sources.picker.isVisible()


def test_the_spoken_line_turned_off_meanwhile_makes_nothing_undone(qtbot, editor):
    editor.text.load(LONG, ())
    editor.show_spoken_line(False)
    wait_until_in(qtbot, editor)
    assert not editor.document().isUndoAvailable()
    editor.undo_step()
    assert editor.document().toPlainText() == LONG


def test_another_script_ends_the_filling_in(qtbot, editor):
    editor.text.load(LONG, ())
    editor.text.load("Pendek.", ())
    assert not editor.isReadOnly() and not editor.text.busy
    qtbot.wait(50)
    assert editor.text.body == "Pendek."
    QTest.keyClicks(editor, "a")
    editor.undo_step()
    assert editor.text.body == "Pendek."


# ---------------------------------------------------------------- a paste that goes in


def test_the_body_is_whole_from_the_first_piece_of_a_long_paste_on(qtbot, editor):
    editor.text.load("🎙 Awal. Akhir 🎙.", [Attribution(7, 8, 13), Attribution(8, 2, 7)])
    kept = []
    editor.text.edited.connect(lambda: kept.append(editor.text.body))
    paste(editor, LONG, at=editor.text.qt(8))
    whole = "🎙 Awal. " + pasted(LONG) + "Akhir 🎙."

    def tied():
        return [(one.source_id, whole[one.start : one.end]) for one in editor.text.attributions()]

    assert editor.text.busy and editor.isReadOnly()
    assert editor.text.body == whole and kept == [whole]
    assert tied() == [(8, "Awal."), (7, "Akhir")]
    wait_until_in(qtbot, editor)
    assert editor.text.body == whole and kept == [whole]
    assert tied() == [(8, "Awal."), (7, "Akhir")]
    assert not editor.isReadOnly()
    editor.undo_step()
    assert editor.text.body == "🎙 Awal. Akhir 🎙."


def test_a_long_paste_stays_in_its_own_story_when_another_is_opened(page, two, newsroom, qtbot):
    paste(page.pane.editor, LONG)
    page.open_story(two[1])
    qtbot.wait(100)
    assert page.desk.script().body == "DUA."
    assert not page.pane.editor.isReadOnly()
    assert newsroom.drafting.open(two[0]).script.body == "SATU." + pasted(LONG)
    assert newsroom.drafting.open(two[1]).script.body == "DUA."


def test_closing_in_the_middle_of_a_long_paste_saves_all_of_it(page, two, newsroom):
    paste(page.pane.editor, LONG)
    page.closing()
    assert newsroom.drafting.open(two[0]).script.body == "SATU." + pasted(LONG)


def test_keys_do_nothing_while_a_long_paste_goes_in(qtbot, editor):
    editor.text.load("Awal.", ())
    paste(editor, LONG)
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor, "x")
    paste(editor, "lagi")
    assert editor.text.body == "Awal." + pasted(LONG)
    wait_until_in(qtbot, editor)
    assert editor.text.body == "Awal." + pasted(LONG)
