"""Handing in, taking back and sending back on the Naskah page: by button, key and from the list."""

import sqlite3

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest

from newsdesk.domain.story import RevisionKind, Script, StoryStatus
from newsdesk.services.browsing import View
from newsdesk.services.drafting import Drafting
from newsdesk.services.people import People
from newsdesk.ui.stories.kept import Kept
from tests.newsrooms import by_letters, capitals
from tests.ui.stories.at_desk import BODY, write

CTRL = Qt.KeyboardModifier.ControlModifier


def press(widget, key, modifiers=Qt.KeyboardModifier.NoModifier):
    widget.activateWindow()
    widget.setFocus()
    QTest.keyClick(widget, key, modifiers)


def do(page, name):
    (command,) = [one for one in page.commands() if one.id == name]
    assert command.when()
    command.run()


def can(page):
    return {one.id.removeprefix("story.") for one in page.status.commands() if one.when()}


def history(page):
    return [row.kind for row in page._newsroom.versions.revisions(page.desk.story.id)]


def choose(page, *stories):
    rows, model = page.list.rows, page.list.list.selectionModel()
    model.clearSelection()
    for story in stories:
        index = rows.index(rows.row_of(story))
        model.select(index, QItemSelectionModel.SelectionFlag.Select)
    page.list.list.activateWindow()
    page.list.list.setFocus()


def statuses(page):
    return {row.slug: row.status for row in page._newsroom.browsing.stories(View.ALL)}


def test_ctrl_enter_in_the_script_hands_in_what_was_typed_so_far(page):
    write(page)
    QTest.keyClicks(page.pane.editor, " Sampai di sini")
    press(page.pane.editor, Qt.Key.Key_Return, CTRL)
    assert page.desk.story.status is StoryStatus.WAITING
    assert history(page) == [RevisionKind.SUBMITTED]
    newest = page._newsroom.versions.revision(page.desk.story.id, 1)
    assert newest.script.body == f"{BODY} Sampai di sini" == page.pane.editor.text.body
    assert page.news.sentence == "Diajukan sebagai revisi 1, menunggu redaktur."
    assert page.pane.header.act.text() == "Tarik kembali"
    assert page.pane.header._badge.accessibleName() == "Menunggu"
    assert page.desk.autosave.state.kept is Kept.SAVED


def test_the_button_hands_in_and_takes_back(page):
    write(page)
    page.pane.header.act.click()
    page.pane.header.act.click()
    assert page.desk.story.status is StoryStatus.DRAFT
    assert history(page) == [RevisionKind.WITHDRAWN, RevisionKind.SUBMITTED]
    assert page.pane.header.act.text() == "Ajukan"
    assert page.news.sentence == "STATISTIK-OPD ditarik kembali, menjadi draf."


def test_handing_in_is_undone_from_the_line_of_news(page):
    write(page)
    page.status.handing.submit(page.status._chosen.on_desk())
    page.news._button.click()
    assert page.desk.story.status is StoryStatus.DRAFT
    assert history(page)[0] is RevisionKind.WITHDRAWN


def test_what_waits_is_handed_in_anew_only_when_a_word_has_changed(page):
    write(page)
    press(page.pane.editor, Qt.Key.Key_Return, CTRL)
    press(page.pane.editor, Qt.Key.Key_Return, CTRL)
    assert page.news.sentence == "Sudah diajukan sebagai revisi 1."
    QTest.keyClicks(page.pane.editor, " Lagi")
    press(page.pane.editor, Qt.Key.Key_Return, CTRL)
    assert history(page) == [RevisionKind.SUBMITTED, RevisionKind.SUBMITTED]


def test_an_empty_sheet_is_not_handed_in_and_says_why(page):
    page.new_story()
    press(page.pane.editor, Qt.Key.Key_Return, CTRL)
    assert page.desk.story is None
    assert page.news.sentence == "Naskah ini masih kosong. Tulis dulu, lalu ajukan."
    QTest.keyClicks(page.pane.header.slug, "KOSONG")
    press(page.pane.header.slug, Qt.Key.Key_Return, CTRL)
    assert page.desk.story.status is StoryStatus.DRAFT
    assert history(page) == []


def test_ctrl_enter_beside_the_script_decides_nothing(page):
    write(page)
    page.panes.show_inspector()
    for widget in (page.list.filter, page.inspector.data):
        press(widget, Qt.Key.Key_Return, CTRL)
    assert page.desk.story.status is StoryStatus.DRAFT


def test_a_colleagues_revision_that_came_first_keeps_both_texts(page):
    story = write(page)
    page.desk.save()
    newsroom = page._newsroom
    theirs = Script(slug="STATISTIK-OPD", body="Dari meja lain.")
    dewi = Drafting(newsroom.storage, People(newsroom.storage, "dewi", "Dewi"), by_letters, capitals)
    dewi.save(story, page.desk.story.version, theirs)
    QTest.keyClicks(page.pane.editor, " Punya saya")
    press(page.pane.editor, Qt.Key.Key_Return, CTRL)
    assert newsroom.drafting.open(story).script.body.endswith(" Punya saya")
    assert newsroom.drafting.open(story).overtaken
    assert newsroom.versions.revision(story, 2).script == theirs
    assert newsroom.drafting.open(story).status is StoryStatus.DRAFT


def test_a_note_is_asked_for_in_a_line_and_goes_back_with_the_story(page):
    write(page)
    page.desk.save()
    press(page.pane.editor, Qt.Key.Key_Return, CTRL)
    press(page.pane.editor, Qt.Key.Key_R, CTRL | Qt.KeyboardModifier.ShiftModifier)
    note = page.status.handing.note
    assert note.isVisible()
    assert not note.give.isEnabled()
    QTest.keyClicks(note.field, "Tambah satu sumber.")
    QTest.keyClick(note.field, Qt.Key.Key_Return, CTRL)  # never decides
    assert page.desk.story.status is StoryStatus.WAITING
    note.give.click()
    assert (page.desk.story.status, page.desk.story.reason) == (StoryStatus.DRAFT, "Tambah satu sumber.")
    assert history(page)[0] is RevisionKind.RETURNED
    assert not note.isVisible()


def test_a_writer_who_opens_a_returned_story_reads_why_until_it_is_revised(page):
    story = write(page)
    page.desk.save()
    newsroom = page._newsroom
    newsroom.handing_in.submit_newest(story)
    newsroom.handing_in.send_back_newest(story, "Tambah satu <b>sumber</b>.")
    page.new_story()
    page.open_story(story)
    assert page.pane.news.sentence.endswith(": Tambah satu <b>sumber</b>.")
    assert page.pane.news.sentence.startswith(f"Dikembalikan {newsroom.people.me().name} ")
    QTest.keyClicks(page.pane.editor, " Sudah")
    assert page.pane.news.sentence
    page.desk.save()
    assert page.pane.news.sentence == ""


def test_esc_sends_nothing_back(page):
    write(page)
    press(page.pane.editor, Qt.Key.Key_Return, CTRL)
    do(page, "story.return")
    note = page.status.handing.note
    QTest.keyClicks(note.field, "Tidak jadi")
    QTest.keyClick(note.field, Qt.Key.Key_Escape)
    assert not note.isVisible()
    assert page.desk.story.status is StoryStatus.WAITING


def test_several_chosen_stories_are_handed_in_and_taken_back_at_once(page):
    first, second = write(page, "Hujan turun.", "CUACA"), write(page, "Cabai naik.", "HARGA")
    write(page)
    page.desk.save()
    page.list.refresh()
    choose(page, first, second, page.desk.story.id)
    press(page.list.list, Qt.Key.Key_Return, CTRL)
    assert set(statuses(page).values()) == {StoryStatus.WAITING}
    assert page.news.sentence == "3 naskah diajukan."
    assert page.pane.header.act.text() == "Tarik kembali"
    assert page.list.rows.rowCount() == 0  # none is a draft any more
    page.news._button.click()
    assert set(statuses(page).values()) == {StoryStatus.DRAFT}
    assert page.pane.header.act.text() == "Ajukan"


def test_of_several_the_one_that_cannot_go_stays_and_is_told_of(page):
    empty, full = write(page, "", "KOSONG"), write(page, "Cabai naik.", "HARGA")
    write(page)
    page.list.refresh()
    choose(page, empty, full)
    do(page, "story.submit")
    assert statuses(page)["KOSONG"] is StoryStatus.DRAFT
    assert statuses(page)["HARGA"] is StoryStatus.WAITING
    assert page.news.sentence.startswith("HARGA diajukan. 1 naskah tetap: Naskah ini masih kosong.")


def test_the_palette_offers_what_fits_where_the_story_stands(page):
    assert can(page) == {"submit"}
    write(page)
    assert can(page) == {"submit", "spike", "trash"}
    do(page, "story.submit")
    assert can(page) == {"submit", "withdraw", "return", "spike", "trash", "undo_move"}
    do(page, "story.spike")
    assert can(page) == {"trash", "restore", "undo_move"}
    do(page, "story.trash")
    assert can(page) == {"restore", "undo_move"}


def test_words_typed_while_handing_in_is_under_way_stay(held_page, held):
    page = held_page
    page.new_story()
    held.let_go()
    page.pane.editor.textCursor().insertText(BODY)
    press(page.pane.editor, Qt.Key.Key_Return, CTRL)
    page.pane.editor.textCursor().insertText(" Lalu ini.")
    held.let_go()
    assert page.pane.editor.text.body.endswith(" Lalu ini.")
    assert page.desk.story.status is StoryStatus.WAITING
    assert page.desk.autosave.unsaved
    page.desk.autosave.flush()
    held.let_go()
    opened = page._newsroom.drafting.open(page.desk.story.id)
    assert (opened.script.body.endswith(" Lalu ini."), opened.overtaken) == (True, False)
    assert page._newsroom.versions.revision(opened.id, opened.revision).script.body == BODY


@pytest.fixture
def away(page):
    """Hold the database's only writer until the test lets it go."""
    story = write(page)
    file = page._newsroom.storage.database.file
    holder = sqlite3.connect(file, isolation_level=None)

    def hold():
        holder.execute("BEGIN IMMEDIATE")
        return story

    yield hold, lambda: holder.execute("ROLLBACK")
    holder.close()


def test_with_the_database_away_nothing_is_lost_and_it_is_handed_in_by_hand(page, away, monkeypatch):
    hold, let_go = away
    story = hold()
    newsroom = page._newsroom
    with newsroom.storage.database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 10")
    QTest.keyClicks(page.pane.editor, " Penting")
    press(page.pane.editor, Qt.Key.Key_Return, CTRL)
    assert page.pane.news.sentence.startswith("Belum diajukan. ")
    assert page.desk.story.status is StoryStatus.DRAFT
    page.desk.autosave.flush()
    assert page.pane.news.sentence.startswith("Belum diajukan. Disimpan di komputer ini;")
    (copy,) = newsroom.storage.recovery.load(story, newsroom.people.me().id)
    assert copy.script.body.endswith(" Penting")
    let_go()
    page.desk.autosave.try_now()
    assert page.desk.autosave.state.kept is Kept.SAVED
    assert page.desk.story.status is StoryStatus.DRAFT  # nobody hands in but a person
    words = "Basis data terhubung lagi. Naskah ini tersimpan, tetapi belum diajukan."
    assert page.pane.news.sentence == words
    page.pane.news._button.click()
    assert page.desk.story.status is StoryStatus.WAITING
    assert page.pane.news.sentence == ""
    assert newsroom.versions.revision(story, 1).script.body.endswith(" Penting")
