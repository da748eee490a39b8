import pytest
from PySide6.QtTest import QTest

from newsdesk.ui.listening.passage import Passage
from newsdesk.ui.listening.recording import Cue
from newsdesk.ui.stories.listening_script import ListeningScript

BODY = "🎙 Pemkot menggelar upacara. Wali Kota hadir.\nIndeks naik menjadi 2.65."


@pytest.fixture
def script(editor, reading):
    editor.text.load(BODY, ())
    script = ListeningScript(editor)
    script.read_with(reading)
    return script


def said(editor):
    word = editor.said_ground.word
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


def test_on_an_empty_paragraph_the_next_one_with_words_is_heard(editor, script):
    editor.text.load("Pemkot hadir.\n\n…\nWarga menunggu.\nIndeks naik.", ())
    cursor = editor.textCursor()
    cursor.setPosition(len("Pemkot hadir.\n"))
    editor.setTextCursor(cursor)
    (sentence,) = script.sentences(Passage.PARAGRAPH)
    assert editor.text.body[sentence.start : sentence.end] == "Warga menunggu."
    assert len(script.again().sentences) == 1


def test_after_the_last_words_nothing_is_heard_by_paragraph(editor, script):
    editor.text.load("Pemkot hadir.\n\n", ())
    cursor = editor.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    editor.setTextCursor(cursor)
    assert not script.sentences(Passage.PARAGRAPH)


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
    assert editor.said_ground.word is None


def replace(editor, words, by):
    cursor = editor.textCursor()
    at = editor.text.body.index(words)
    cursor.setPosition(editor.text.qt(at))
    cursor.setPosition(editor.text.qt(at + len(words)), cursor.MoveMode.KeepAnchor)
    cursor.insertText(by)


def test_the_paragraph_being_heard_is_given_again_with_its_edits_and_nothing_else(editor, script):
    put_cursor(editor, "hadir")
    script.sentences(Passage.PARAGRAPH)
    put_cursor(editor, "naik")  # the cursor goes elsewhere meanwhile
    replace(editor, "Wali Kota", "Wakil Wali Kota")
    replace(editor, "2.65", "3")
    again = script.again()
    words = [" ".join(word.text for word in one.words) for one in again.sentences]
    assert words[-1].lower() == "wakil wali kota hadir"
    assert len(words) == 2
    old, new = BODY.index("hadir"), editor.text.body.index("hadir")
    assert again.moved(old, old + 5) == (new, new + 5)
    assert again.moved(BODY.index("2.65"), BODY.index("2.65") + 4) == (-1, -1)
    script._word_said(new, new + 5)  # the player speaks of the new offsets now
    assert said(editor) == "hadir"


def test_words_written_at_the_end_of_the_passage_being_heard_belong_to_it(editor, script):
    script.sentences(Passage.STORY)
    cursor = editor.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    cursor.insertText(" Warga menunggu.")
    assert len(script.again().sentences) == 4


def test_a_story_heard_among_others_stands_in_the_editor_while_its_words_are_the_same(editor, script):
    cue = Cue((), 7, "BALAI-KOTA", BODY)
    assert not script._stands(Cue((), 9, "UPACARA", "Upacara diadakan."))
    assert script._stands(cue)
    script._word_said(2, 8)
    assert said(editor) == "Pemkot"
    QTest.keyClicks(editor, "Kini ")  # typed at the beginning, where the cursor stands
    assert script._stands(cue), "an edit moves the words along"
    script._word_said(2, 8)
    assert said(editor) == "Pemkot"
