"""The desk of a story and the sign-off of its reporters, in the section Data."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsdesk.domain.attribution import Byline
from newsdesk.domain.story import Script
from tests.ui.stories.at_desk import write

CONTROL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def pick(choice, words):
    """Choose as a person does: the box tells only then."""
    at = choice.box.findText(words)
    choice.box.setCurrentIndex(at)
    choice.box.activated.emit(at)


def desks(page):
    box = page.inspector.data.desk.box
    return [box.itemText(at) for at in range(box.count())]


def last_paragraph(page):
    return page.pane.editor.text.body.rpartition("\n")[2]


def test_a_story_is_given_to_a_desk_and_its_folded_section_says_so(page, newsroom):
    newsroom.desks.add("Kota")
    newsroom.desks.add("Olahraga")
    page.look_again()
    story_id = write(page)
    assert desks(page) == ["Tanpa desk", "Kota", "Olahraga"]
    pick(page.inspector.data.desk, "Olahraga")
    assert newsroom.drafting.open(story_id).desk == "Olahraga"
    assert page.inspector.data.summary() == "desk Olahraga"
    page.pane.editor.textCursor().insertText("Baru. ")
    page.desk.save()
    saved = newsroom.drafting.open(story_id)
    assert (saved.desk, saved.revision, saved.overtaken) == ("Olahraga", 1, False)
    pick(page.inspector.data.desk, "Tanpa desk")
    assert newsroom.drafting.open(story_id).desk == ""


def test_a_sheet_becomes_a_story_with_its_desk(page, newsroom):
    newsroom.desks.add("Kota")
    page.look_again()
    page.new_story()
    pick(page.inspector.data.desk, "Kota")
    assert newsroom.drafting.open(page.desk.story.id).desk == "Kota"


def test_an_archived_desk_stays_on_its_story_and_is_offered_to_no_other(page, newsroom):
    added = newsroom.desks.add("Kota")
    made = newsroom.drafting.new(Script(slug="SATU", body="Isi."))
    newsroom.drafting.set_desk(made.id, made.version, added.id)
    newsroom.desks.archive(newsroom.desks.list()[0])
    page.look_again()
    page.open_story(made.id)
    assert page.inspector.data.desk.box.currentText() == "Kota"
    page.new_story()
    assert desks(page) == ["Tanpa desk"]
    assert "Atur" in page.inspector.data.desk.box.accessibleDescription()


def test_a_desk_that_could_not_be_given_is_not_shown_as_given(page, newsroom):
    newsroom.desks.add("Kota")
    page.look_again()
    story_id = write(page)
    story = newsroom.drafting.open(story_id)
    newsroom.drafting.set_airtime(story_id, story.version, story.revised_at)  # a colleague was quicker
    pick(page.inspector.data.desk, "Kota")
    assert page.inspector.data.desk.box.currentText() == "Tanpa desk"
    assert page.pane.news.sentence


def test_the_sign_off_is_shown_as_it_is_said_while_the_writers_are_typed(page, preferences, newsroom):
    preferences.set("station", "Mahardhika FM")
    write(page)
    data = page.inspector.data
    assert data.sign_off.isHidden()
    QTest.keyClicks(data.bylines.edit, "Ipang Harwoko; Rani")
    assert data.sign_off.words.text() == "Ipang Harwoko dan Rani, Mahardhika ef em, melaporkan."
    newsroom.station.set_pattern("Laporan {penulis}.")
    page.look_again()
    assert data.sign_off.words.text() == "Laporan Ipang Harwoko dan Rani."


def test_the_sign_off_becomes_the_last_paragraph_by_one_key_once_and_is_undone(page):
    write(page, body="Upacara selesai.")
    page.inspector.data.bylines.set_text("Ipang Harwoko, Mahardhika FM")
    page.inspector.data.edited.emit()
    QTest.keyClick(page.pane.editor, Qt.Key.Key_P, CONTROL_ALT)
    said = "Ipang Harwoko, Mahardhika FM, melaporkan."
    assert page.desk.script().body == f"Upacara selesai.\n{said}"
    assert page.desk.script().bylines == (Byline("Ipang Harwoko", "Mahardhika FM"),)
    QTest.keyClick(page.pane.editor, Qt.Key.Key_P, CONTROL_ALT)
    assert "sudah ada" in page.pane.news.sentence
    assert page.desk.script().body.count(said) == 1
    QTest.keyClick(page.pane.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert last_paragraph(page) == "Upacara selesai."


def test_without_writers_the_key_leads_to_where_they_are_named(page):
    write(page)
    QTest.keyClick(page.pane.editor, Qt.Key.Key_P, CONTROL_ALT)
    assert page.inspector.data.bylines.edit.hasFocus()
    assert "penulisnya" in page.pane.news.sentence
