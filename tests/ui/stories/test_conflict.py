"""A colleague saved first: both texts stand side by side, and whatever one chooses, both can be found."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsdesk.domain.story import Script
from newsdesk.services.drafting import Drafting
from newsdesk.services.people import People
from tests.newsrooms import by_letters, capitals

OLD = "Harga cabai naik.\nWarga mengeluh."
THEIRS = "Harga cabai rawit naik.\nPedagang mengeluh."


@pytest.fixture
def dewi(newsroom):
    return Drafting(newsroom.storage, People(newsroom.storage, "dewi", "Dewi"), by_letters, capitals)


@pytest.fixture
def story(page, newsroom, dewi, qtbot):
    """A story open on the desk, typed in, and saved by Dewi meanwhile; then saved here."""
    page.widget().activateWindow()
    qtbot.waitUntil(page.widget().isActiveWindow)
    made = newsroom.drafting.new(Script(slug="CABAI", body=OLD)).id
    page.open_story(made)
    dewi.save(made, dewi.open(made).version, Script(slug="CABAI", headline="Pedas", body=THEIRS))
    type_at_end(page, " Tulisan saya.")
    page.desk.save()
    return made


MINE = OLD + " Tulisan saya."


def type_at_end(page, words):
    cursor = page.pane.editor.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    page.pane.editor.setTextCursor(cursor)
    QTest.keyClicks(page.pane.editor, words)


def history(newsroom, story):
    """Return the bodies of a story's revisions, newest first."""
    versions = newsroom.versions
    return [versions.revision(story, row.number).script.body for row in versions.revisions(story)]


def view_of(page):
    return page.colleagues.conflict.view


def test_both_texts_stand_side_by_side_with_their_names(page, newsroom, story):
    view = view_of(page)
    assert view.isVisible()
    assert not page.pane.editor.isVisible()
    assert view.title.text() == "Dewi menyimpan revisi 2 lebih dulu"
    assert view.old_name.text() == "Naskah Anda"
    assert view.new_name.text().startswith("Revisi 2 oleh Dewi, ")
    assert view.theirs.text() == "Pakai naskah Dewi"
    assert "Tulisan saya." in view.text.toPlainText()
    assert "rawit" in view.text.toPlainText()
    assert page.desk.script().body == MINE
    assert history(newsroom, story) == [THEIRS, OLD]


def test_mine_becomes_a_revision_on_top_of_theirs(page, newsroom, story):
    view_of(page).mine.click()
    assert history(newsroom, story) == [MINE, THEIRS, OLD]
    assert page.desk.script().body == MINE
    assert page.pane.editor.isVisible()
    assert "revisi 2 oleh Dewi tetap ada" in page.pane.news.sentence
    type_at_end(page, " Terus.")
    page.desk.save()
    assert history(newsroom, story)[0] == MINE + " Terus."


def test_theirs_is_used_and_mine_is_a_revision_before_it(page, newsroom, story):
    view_of(page).theirs.click()
    assert history(newsroom, story) == [THEIRS, MINE, THEIRS, OLD]
    assert page.desk.script().body == THEIRS
    assert page.desk.script().headline == "Pedas"
    assert page.pane.news.sentence == (
        "Naskah Dewi dipakai; naskah Anda tersimpan sebagai revisi 3, lihat Riwayat."
    )
    assert newsroom.drafting.open(story).recovered_at is None


def test_left_for_later_both_stay_and_the_line_of_news_brings_them_back(page, newsroom, story):
    QTest.keyClick(view_of(page).text, Qt.Key.Key_Escape)
    assert not view_of(page).isVisible()
    assert page.desk.script().body == MINE
    assert history(newsroom, story) == [THEIRS, OLD]
    later = newsroom.drafting.open(story)
    assert (later.script.body, later.overtaken) == (MINE, True)
    assert "milik Anda di sini" in page.pane.news.sentence
    type_at_end(page, " Lagi.")
    page.pane.news._acted()
    assert view_of(page).isVisible()
    assert "Lagi." in view_of(page).text.toPlainText()


def test_left_for_later_the_next_save_asks_again(page, newsroom, story):
    view_of(page).later.click()
    page.desk.save()
    assert view_of(page).isVisible()
    assert history(newsroom, story) == [THEIRS, OLD]


def test_single_changes_of_theirs_are_taken_into_mine_by_keys_and_taken_back(page, newsroom, story):
    view = view_of(page)
    assert view.difference.particular == "headline"
    view.step(1)
    QTest.keyClick(view.text, Qt.Key.Key_Return)
    assert page.desk.script().body == MINE.replace("cabai", "cabai rawit")
    assert view.isVisible()
    QTest.keyClick(view.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.desk.script().body == MINE
    view.mark(0)
    view.take.click()
    assert page.desk.script().headline == page.pane.header.headline.text() == "Pedas"
    assert page.desk.autosave.unsaved
    page.desk.autosave.flush()
    assert newsroom.drafting.open(story).script.headline == "Pedas"
    view.mine.click()
    assert history(newsroom, story) == [MINE, THEIRS, OLD]


def test_another_save_of_theirs_while_one_chooses_is_shown_and_lost_to_nobody(page, newsroom, dewi, story):
    third = THEIRS + " Ketiga."
    dewi.save(story, dewi.open(story).version, Script(slug="CABAI", body=third))
    view_of(page).mine.click()
    assert view_of(page).isVisible()
    assert view_of(page).title.text() == "Dewi menyimpan revisi 3 lebih dulu"
    assert page.desk.script().body == MINE
    view_of(page).theirs.click()
    assert history(newsroom, story) == [third, MINE, third, THEIRS, OLD]


def test_leaving_the_story_keeps_mine_and_opening_it_again_offers_both(page, newsroom, story):
    other = newsroom.drafting.new(Script(slug="LAIN", body="Lain.")).id
    page.open_story(other)
    assert not view_of(page).isVisible()
    page.open_story(story)
    assert page.desk.script().body == MINE
    assert page.pane.news.sentence == ("Tulisan Anda belum disimpan, dan Dewi menyimpan revisi 2 sesudahnya.")
    page.pane.news._acted()
    assert view_of(page).isVisible()


def test_a_story_that_was_left_before_its_save_was_refused_is_told_with_a_way_to_it(
    held_page, held, newsroom, dewi
):
    page = held_page
    first = newsroom.drafting.new(Script(slug="CABAI", body=OLD)).id
    second = newsroom.drafting.new(Script(slug="LAIN", body="Lain.")).id
    page.open_story(first)
    held.let_go()
    dewi.save(first, dewi.open(first).version, Script(slug="CABAI", body=THEIRS))
    type_at_end(page, " Tulisan saya.")
    page.open_story(second)
    held.let_go()
    assert page.pane.news._button.text() == "Bandingkan"
    page.pane.news._acted()
    held.let_go()
    assert page.desk.script().body == MINE
    assert view_of(page).isVisible()


def test_the_same_words_from_both_need_no_choice(page, newsroom, dewi):
    made = newsroom.drafting.new(Script(slug="CABAI", body=OLD)).id
    page.open_story(made)
    dewi.save(made, dewi.open(made).version, Script(slug="CABAI", body=OLD + " Sama."))
    type_at_end(page, " Sama.")
    page.desk.save()
    assert not view_of(page).isVisible()
    page.desk.save()
    assert history(newsroom, made) == [OLD + " Sama.", OLD]
