"""Notes between colleagues: tied to words, led to by a click, settled, and never a decision."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.stories.at_desk import BODY, select, write
from tests.ui.stories.colleague import Colleague
from tests.ui.stories.test_review import FIRST, SECOND, opened

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_ALT = CTRL | Qt.KeyboardModifier.AltModifier


def choose(room, words):
    text = room.view.text
    at = text.toPlainText().index(words)
    cursor = text.textCursor()
    cursor.setPosition(at)
    cursor.setPosition(at + len(words), cursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    text.setFocus()


def note(page, words):
    section = page.inspector.comments
    assert section.writing
    QTest.keyClicks(section.box.words, words)
    QTest.keyClick(section.box.words, Qt.Key.Key_Return, CTRL)


def kept(page, story_id):
    return [(one.quote, one.text, one.revision) for one in page._newsroom.comments.of(story_id)]


def test_selected_words_get_a_note_by_keys_alone_and_its_row_leads_back_to_them(desk, rani):
    story = rani.hand_in(FIRST)
    desk.list.choose("waiting")
    room = opened(desk, story)
    choose(room, "IIPG")
    QTest.keyClick(room.view.text, Qt.Key.Key_M, CTRL_ALT)
    note(desk, "Kepanjangannya?")
    assert kept(desk, story.id) == [("IIPG", "Kepanjangannya?", 2)]
    start = FIRST.index("IIPG")
    assert room.view.text._notes.spans == [(start, start + 4)]
    assert room.view.text.hasFocus()
    (row,) = desk.inspector.comments.rows()
    assert "“IIPG”" in row.accessibleName()
    assert "Kepanjangannya?" in row.accessibleName()
    row.click()
    assert room.view.text._here.spans == [(start, start + 4)]
    assert desk._newsroom.drafting.look(story.id).status.value == "waiting"


def test_without_selected_words_the_note_is_on_the_whole_story(desk, rani):
    story = rani.hand_in(FIRST)
    desk.list.choose("waiting")
    opened(desk, story)
    desk.inspector.comments.add.click()
    note(desk, "Terlalu panjang.")
    assert kept(desk, story.id) == [("", "Terlalu panjang.", 2)]


def test_a_note_follows_its_words_into_a_later_revision_or_says_that_they_changed(desk, rani, newsroom):
    story = rani.hand_in(FIRST)
    for words in ("Santoso", "Juara Kategori Umum"):
        at = FIRST.index(words)
        rani.comments.add(story.id, 2, f"Cek {words}.", (at, at + len(words)))
    rani.change(story.id, SECOND)
    desk.list.choose("waiting")
    room = opened(desk, story)
    at = SECOND.index("Santoso")
    assert room.view.text._notes.spans == [(at, at + len("Santoso"))]
    rows = desk.inspector.comments.rows()
    assert "kata-katanya sudah berubah" not in rows[0].accessibleName()
    assert "kata-katanya sudah berubah" in rows[1].accessibleName()
    rows[1].click()
    assert desk.pane.news.sentence == "Kata-kata catatan ini sudah berubah sejak revisi 2."


def test_the_writer_reads_the_note_in_the_script_answers_and_settles_it(desk, newsroom):
    story = write(desk)
    desk.desk.save()
    dewi = Colleague(newsroom, "dewi", "Dewi Lestari")
    at = BODY.index("Santoso")
    dewi.comments.add(story, 1, "Jabatannya?", (at, at + 7))
    desk.rooms.comments.look()
    (row,) = desk.inspector.comments.rows()
    row.click()
    assert desk.pane.editor.textCursor().selectedText() == "Santoso"
    select(desk, "Disiplin naik")
    QTest.keyClick(desk.pane.editor, Qt.Key.Key_M, CTRL_ALT)
    note(desk, "Sudah, Mbak.")
    assert kept(desk, story)[1] == ("Disiplin naik", "Sudah, Mbak.", 1)
    desk.inspector.comments.settled.emit(newsroom.comments.of(story)[0].id)
    assert [one.done for one in newsroom.comments.of(story)] == [True, False]
    assert "selesai" in desk.inspector.comments.rows()[-1].accessibleName()
    desk.inspector.comments.reopened.emit(newsroom.comments.of(story)[0].id)
    assert not any(one.done for one in newsroom.comments.of(story))


def test_words_typed_since_the_revision_are_noted_at_the_same_words_of_it(desk):
    story = write(desk)
    desk.desk.save()
    cursor = desk.pane.editor.textCursor()
    cursor.setPosition(0)
    cursor.insertText("Kabar baru. ")
    select(desk, "Santoso")
    desk.rooms.comments.begin()
    note(desk, "Jabatannya?")
    (one,) = desk._newsroom.comments.of(story)
    assert (one.start, one.quote) == (BODY.index("Santoso"), "Santoso")


def test_a_sheet_without_a_revision_takes_no_note_and_says_why(desk):
    write(desk)
    desk.rooms.comments.begin()
    assert not desk.inspector.comments.writing
    assert desk.pane.news.sentence == "Simpan dulu naskah ini: catatan selalu terikat pada satu revisi."


def test_esc_leaves_the_box_and_its_words_and_another_story_does_not_inherit_them(desk, rani):
    story = rani.hand_in(FIRST)
    desk.list.choose("waiting")
    room = opened(desk, story)
    box = desk.inspector.comments.box
    desk.rooms.comments.begin()
    QTest.keyClick(box.words, Qt.Key.Key_Escape)
    assert not desk.inspector.comments.writing  # nothing stood in it
    choose(room, "IIPG")
    desk.rooms.comments.begin()
    QTest.keyClicks(box.words, "Belum selesai")
    QTest.keyClick(box.words, Qt.Key.Key_Escape)
    assert room.view.text.hasFocus()
    assert desk.inspector.comments.writing
    assert box.text() == "Belum selesai"
    desk.open_story(rani.hand_in("Hujan.", "CUACA").id)
    assert not desk.inspector.comments.writing


def test_words_are_thrown_away_only_by_batal_and_come_back_by_one_act(desk, rani, newsroom):
    story = rani.hand_in(FIRST)
    desk.list.choose("waiting")
    choose(opened(desk, story), "IIPG")
    desk.rooms.comments.begin()
    QTest.keyClicks(desk.inspector.comments.box.words, "Belum selesai")
    desk.inspector.comments.cancel.click()
    assert not desk.inspector.comments.writing
    assert desk.pane.news.sentence == "Catatan yang belum dikirim dibuang."
    desk.pane.news._button.click()
    assert desk.inspector.comments.box.text() == "Belum selesai"
    desk.inspector.comments.given.emit("Belum selesai")
    (one,) = newsroom.comments.of(story.id)
    assert (one.text, one.quote) == ("Belum selesai", "IIPG")  # at the words it was begun on


def test_words_not_sent_wait_for_their_story_and_are_sent_once(desk, rani, newsroom):
    story = rani.hand_in(FIRST)
    other = rani.hand_in("Hujan.", "CUACA")
    desk.list.choose("waiting")
    choose(opened(desk, story), "IIPG")
    desk.rooms.comments.begin()
    box = desk.inspector.comments.box
    QTest.keyClicks(box.words, "Belum selesai")
    desk.open_story(other.id)
    assert box.text() == ""
    desk.rooms.comments.begin()
    assert box.text() == ""
    desk.open_story(story.id)
    desk.rooms.comments.begin()
    assert box.text() == "Belum selesai"
    desk.inspector.comments.given.emit(box.text())
    assert [one.text for one in newsroom.comments.of(story.id)] == ["Belum selesai"]
    desk.rooms.comments.begin()
    assert box.text() == ""
