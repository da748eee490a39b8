"""Setting aside, throwing away and bringing back on the Naskah page; nothing is destroyed by one key."""

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsdesk.domain.rows import StoryRow
from newsdesk.domain.story import StoryStatus
from newsdesk.paths import Paths
from newsdesk.services.browsing import View
from newsdesk.services.drafting import Drafting
from newsdesk.services.locking import Locks
from newsdesk.services.people import People
from newsdesk.storage.open import open_storage
from newsdesk.ui.stories.story_rows import StoryRows
from tests.newsrooms import by_letters, capitals
from tests.ui.stories.at_desk import write
from tests.ui.stories.test_handing_in import choose, do, press

SHIFT = Qt.KeyboardModifier.ShiftModifier


def slugs(page, view=View.ALL):
    return {row.slug for row in page._newsroom.browsing.stories(view)}


def two(page):
    first = write(page, "Hujan turun.", "CUACA")
    second = write(page)
    page.desk.save()
    page.list.refresh()
    return first, second


def test_del_in_the_list_throws_away_and_one_step_brings_it_back(page):
    first, _second = two(page)
    choose(page, first)
    press(page.list.list, Qt.Key.Key_Delete)
    assert slugs(page, View.TRASH) == {"CUACA"}
    assert page.list.rows.row_of(first) == -1
    assert page.news.sentence == "CUACA dibuang ke Sampah."
    press(page.list.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert slugs(page, View.TRASH) == set()
    assert page.list.rows.row_of(first) >= 0
    assert page.news.sentence == "CUACA dipulihkan."


def test_del_in_the_script_throws_no_story_away(page):
    two(page)
    press(page.pane.editor, Qt.Key.Key_Delete)
    press(page.pane.editor, Qt.Key.Key_Delete, SHIFT)
    assert slugs(page, View.TRASH) == slugs(page, View.SPIKED) == set()


def test_the_story_on_the_desk_stays_there_with_every_word(page):
    _first, second = two(page)
    QTest.keyClicks(page.pane.editor, " Belum disimpan")
    do(page, "story.trash")
    assert page.desk.story.id == second
    assert page.desk.story.trashed
    assert page.pane.header._badge.accessibleName() == "Sampah"
    assert page.pane.header.act.text() == "Pulihkan"
    QTest.keyClicks(page.pane.editor, " lagi")
    page.desk.autosave.flush()
    page.pane.header.act.click()
    assert not page.desk.story.trashed
    assert page.pane.editor.text.body.endswith(" Belum disimpan lagi")
    assert page._newsroom.drafting.open(second).script.body.endswith(" Belum disimpan lagi")


def test_saving_goes_on_in_a_story_that_was_put_away(page):
    _first, second = two(page)
    do(page, "story.spike")
    QTest.keyClicks(page.pane.editor, " Lanjut")
    page.desk.save()
    assert page.desk.story.revision == 2
    assert page.desk.story.status is StoryStatus.SPIKED
    assert page._newsroom.drafting.open(second).recovered_at is None


def test_several_are_set_aside_at_once_and_restored_in_their_view(page):
    first, second = two(page)
    choose(page, first, second)
    press(page.list.list, Qt.Key.Key_Delete, SHIFT)
    assert slugs(page, View.SPIKED) == {"CUACA", "STATISTIK-OPD"}
    assert page.news.sentence == "2 naskah disisihkan."
    page.list.choose("spiked")
    assert page.list.rows.rowCount() == 2
    choose(page, first, second)
    press(page.list.list, Qt.Key.Key_Insert)
    assert slugs(page, View.MY_DRAFTS) == {"CUACA", "STATISTIK-OPD"}
    assert page.list._empty_head.text() == "Tidak ada yang disisihkan"
    page.news._button.click()  # what was restored goes back to where it was
    assert slugs(page, View.SPIKED) == {"CUACA", "STATISTIK-OPD"}


def test_what_a_colleague_is_writing_stays_and_is_told_of(page, tmp_path):
    first, second = two(page)
    theirs = open_storage("Redaksi", Paths(tmp_path / "profile"))
    people = People(theirs, "dewi", "Dewi")
    locks = Locks(theirs, Drafting(theirs, people, by_letters, capitals))
    locks.take(first)
    page.list.refresh()
    assert page.list.rows.row_at(page.list.rows.row_of(first)).locked_by == "Dewi"
    choose(page, first)
    press(page.list.list, Qt.Key.Key_Delete)
    assert page.news.sentence.startswith("Naskah ini sedang ditulis Dewi.")
    choose(page, first, second)
    press(page.list.list, Qt.Key.Key_Delete)
    assert slugs(page, View.TRASH) == {"STATISTIK-OPD"}
    assert "1 naskah tetap di tempatnya" in page.news.sentence
    theirs.close()


def test_the_menu_of_the_list_holds_what_can_be_done_with_the_chosen_stories(page):
    first, _second = two(page)
    choose(page, first)
    menu = page.status.menu()
    acts = {action.text(): action for action in menu.actions()}
    assert list(acts) == ["Ajukan", "Sisihkan", "Buang ke sampah"]
    assert all(not action.shortcut().isEmpty() for action in acts.values())
    acts["Buang ke sampah"].trigger()
    assert slugs(page, View.TRASH) == {"CUACA"}
    page.list.choose("trash")
    choose(page, first)
    assert [action.text() for action in page.status.menu().actions()][:1] == ["Pulihkan"]


def test_views_that_are_empty_say_what_they_are_for(page):
    two(page)
    for view, head in (("waiting", "Tidak ada yang menunggu"), ("trash", "Sampah kosong")):
        page.list.choose(view)
        assert page.list._empty_head.text() == head


def test_a_row_tells_a_screen_reader_who_writes_in_it(qapp):
    now = datetime(2025, 1, 17, 3, 4, tzinfo=UTC)
    rows = StoryRows(lambda: now, UTC)
    rows.show(
        [
            StoryRow(
                1, "PASAR", "", "Cabai naik.", StoryStatus.WAITING, "Rani", now, 350, 1, 1, 0, False, "Dewi"
            )
        ]
    )
    assert rows.data(rows.index(0)) == (
        "PASAR, sedang ditulis Dewi, 1:00, Cabai naik., Menunggu, Rani, baru saja"
    )


def test_putting_away_hides_no_revision_that_a_colleague_made_meanwhile(page):
    _first, second = two(page)
    newsroom = page._newsroom
    dewi = Drafting(newsroom.storage, People(newsroom.storage, "dewi", "Dewi"), by_letters, capitals)
    theirs = dewi.open(second)
    dewi.save(second, theirs.version, replace(theirs.script, body="Tulisan Dewi."))
    QTest.keyClicks(page.pane.editor, " Tulisan saya.")
    do(page, "story.spike")
    QTest.keyClicks(page.pane.editor, " Terus.")
    page.desk.save()
    assert page.colleagues.conflict.view.isVisible()
    assert newsroom.versions.revisions(second)[0].by == "Dewi"
    assert newsroom.drafting.open(second).script.body.endswith(" Tulisan saya. Terus.")
    assert newsroom.drafting.open(second).overtaken
