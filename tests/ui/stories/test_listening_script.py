import pytest
from PySide6.QtTest import QTest

from newsdesk.ui.listening.player import Passage
from newsdesk.ui.stories.listening_script import ListeningScript

BODY = "🎙 Pemkot menggelar upacara. Wali Kota hadir.\nIndeks naik menjadi 2.65."


@pytest.fixture
def script(editor, reading):
    editor.text.load(BODY, ())
    script = ListeningScript(editor)
    script.read_with(reading)
    return script


def said(editor):
    word = editor._word
    return (
        editor.text.body[editor.text.code_points(word[0]) : editor.text.code_points(word[1])]
        if word
        else None
    )


def put_cursor(editor, words):
    cursor = editor.textCursor()
    cursor.setPosition(editor.text.qt(editor.text.body.index(words)))
    editor.setTextCursor(cursor)


@pytest.mark.parametrize(
    ("passage", "first", "count"),
    [(Passage.STORY, "🎙", 3), (Passage.PARAGRAPH, "Indeks", 1), (Passage.CURSOR, "Indeks", 1)],
)
def test_each_passage_is_the_sentences_it_names(editor, script, passage, first, count):
    put_cursor(editor, "naik")
    sentences = script.sentences(passage)
    assert len(sentences) == count
    assert BODY[sentences[0].start :].lstrip("🎙 ").startswith(first.strip("🎙 "))


def test_the_word_being_said_stays_on_its_word_while_one_types_before_it(qtbot, editor, script):
    script.sentences(Passage.STORY)
    start = BODY.index("Indeks")
    place = editor.verticalScrollBar().value()
    script._word_said(start, start + 6)
    assert said(editor) == "Indeks"
    put_cursor(editor, "upacara")
    QTest.keyClicks(editor, "sebuah ")
    qtbot.waitUntil(lambda: said(editor) == "Indeks")
    start = BODY.index("menjadi")
    script._word_said(start, start + 7)
    assert said(editor) == "menjadi"
    assert editor.verticalScrollBar().value() == place
    script._word_said(-1, -1)
    assert said(editor) is None


def test_a_word_that_was_deleted_while_listening_is_marked_nowhere(editor, script):
    script.sentences(Passage.STORY)
    editor.selectAll()
    editor.textCursor().removeSelectedText()
    script._word_said(3, 9)
    assert editor._word is None
