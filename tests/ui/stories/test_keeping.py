"""What is typed is kept: autosave, revisions, the next start, a database that is away."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsdesk.domain.story import Script
from newsdesk.errors import DatabaseUnreachable
from newsdesk.services.browsing import View
from newsdesk.services.drafting import Drafting
from newsdesk.services.people import People
from newsdesk.ui.stories.kept import Kept
from newsdesk.ui.stories.stories_page import StoriesPage
from tests.newsrooms import by_letters, capitals
from tests.ui.stories.at_desk import BODY, reopened, write


def test_what_is_typed_is_kept_within_half_a_second_and_makes_no_revision(page, newsroom, qtbot):
    story_id = write(page)
    QTest.keyClicks(page.pane.editor, " lagi")
    with qtbot.waitSignal(page.desk.autosave.state_changed, timeout=700):
        pass
    kept = newsroom.drafting.open(story_id)
    assert kept.script.body == BODY + " lagi"
    assert kept.revision == 0
    assert page.pane.foot.state_words.startswith("Tersimpan ")


def test_ctrl_s_makes_a_revision_and_says_so(page, newsroom):
    story_id = write(page)
    QTest.keyClick(page.pane.editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert [row.number for row in newsroom.drafting.revisions(story_id)] == [1]
    assert "revisi 1" in page.pane.header._revision.text()
    page.desk.save()
    assert len(newsroom.drafting.revisions(story_id)) == 1
    assert "Tidak ada yang berubah" in page.pane.news.sentence


def test_leaving_a_story_saves_a_revision_only_if_words_changed(page, newsroom):
    first = write(page)
    second = write(page, "Hujan turun.", "CUACA")
    page.open_story(first)
    page.open_story(second)
    page.open_story(first)
    assert len(newsroom.drafting.revisions(first)) == 1
    assert len(newsroom.drafting.revisions(second)) == 1


def test_closing_saves_and_the_next_start_is_where_the_writer_left(
    page, look, tasks, preferences, newsroom, qtbot
):
    write(page, "Hujan turun.", "CUACA")
    story_id = write(page)
    cursor = page.pane.editor.textCursor()
    cursor.setPosition(12)
    page.pane.editor.setTextCursor(cursor)
    first = next(row.id for row in newsroom.browsing.stories(View.ALL) if row.slug == "CUACA")
    page.open_story(first)
    page.open_story(story_id)
    page.desk.place_cursor(12)
    again = reopened(page, look, tasks, preferences, newsroom, qtbot)
    assert again.desk.story.id == story_id
    assert again.desk.script().body == BODY
    assert again.pane.editor.textCursor().position() == 12
    assert newsroom.drafting.open(story_id).recovered_at is None


def test_after_a_kill_the_next_start_is_at_the_story_that_was_open(
    page, look, tasks, preferences, newsroom, qtbot
):
    first = write(page)
    write(page, "Hujan turun.", "CUACA")
    page.open_story(first)
    again = StoriesPage(look, tasks, preferences, page.news)  # the first one never closed
    qtbot.addWidget(again.widget())
    again.opened(newsroom)
    assert again.desk.story.id == first


def test_words_that_were_never_saved_come_back_with_a_way_to_throw_them_away(
    page, look, tasks, preferences, newsroom, qtbot
):
    story = newsroom.drafting.new(Script(slug="CUACA", body="Hujan."))
    newsroom.drafting.keep_local(story.id, story.version, Script(slug="CUACA", body="Hujan deras."))
    page.shelf.fill()
    page.open_story(story.id)
    assert page.desk.script().body == "Hujan deras."
    assert page.pane.news.sentence.startswith("Dipulihkan")
    page.desk.discard()
    assert page.desk.script().body == "Hujan."
    assert newsroom.drafting.open(story.id).script.body == "Hujan."


def test_recovered_words_that_were_saved_can_no_longer_be_thrown_away(page, newsroom):
    story = newsroom.drafting.new(Script(slug="CUACA", body="Hujan."))
    newsroom.drafting.keep_local(story.id, story.version, Script(slug="CUACA", body="Hujan deras."))
    page.open_story(story.id)
    assert "Dipulihkan" in page.pane.news.sentence
    page.desk.save()
    assert page.pane.news.sentence == ""
    assert newsroom.drafting.open(story.id).script.body == "Hujan deras."


def test_without_its_database_the_words_are_kept_here_and_it_is_tried_again(page, newsroom, monkeypatch):
    story_id = write(page)
    kept = newsroom.drafting.keep

    def unreachable(*_args):
        raise DatabaseUnreachable("db.radio")

    monkeypatch.setattr(newsroom.drafting, "keep", unreachable)
    QTest.keyClicks(page.pane.editor, " lagi")
    page.desk.autosave.flush()
    assert page.desk.autosave.state.kept is Kept.LOCAL
    assert page.pane.news.sentence == (
        "Disimpan di komputer ini; basis data belum bisa dihubungi, mencoba lagi 10 dtk"
    )
    assert newsroom.drafting.open(story_id).script.body == BODY + " lagi"
    page.desk.autosave._count_down()
    assert "9 dtk" in page.pane.news.sentence
    monkeypatch.setattr(newsroom.drafting, "keep", kept)
    page.desk.autosave.try_now()
    assert page.desk.autosave.state.kept is Kept.SAVED
    assert page.pane.news.sentence == ""


def test_two_saves_one_after_the_other_are_not_taken_for_two_writers(page, newsroom):
    story_id = write(page)
    page.desk.save()
    QTest.keyClicks(page.pane.editor, " a")
    page.desk.save()
    page.pane.header.airtime_typed.emit(datetime.fromisoformat("2025-01-17T11:00+07:00"))
    QTest.keyClicks(page.pane.editor, " b")
    page.desk.save()
    assert len(newsroom.drafting.revisions(story_id)) == 3
    assert page.pane.news.sentence == ""


def test_when_a_colleague_saved_first_both_texts_stay(page, newsroom):
    story_id = write(page)
    page.desk.save()
    dewi = Drafting(newsroom.storage, People(newsroom.storage, "dewi", "Dewi"), by_letters, capitals)
    dewi.save(story_id, dewi.open(story_id).version, Script(slug="STATISTIK-OPD", body="Teks Dewi."))
    QTest.keyClicks(page.pane.editor, " lagi")
    page.desk.save()
    assert page.colleagues.conflict.view.title.text() == "Dewi menyimpan revisi 2 lebih dulu"
    page.colleagues.conflict.leave_for_later()
    assert page.desk.script().body == BODY + " lagi"
    page.pane.news._acted()
    assert page.desk.script().body == BODY + " lagi"
    assert page.colleagues.conflict.view.isVisible()
    assert len(newsroom.drafting.revisions(story_id)) == 2
