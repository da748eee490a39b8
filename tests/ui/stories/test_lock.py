"""One story, two windows: one writes, the other reads along, and whoever takes it over loses no word."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsdesk.domain.attribution import Source
from newsdesk.domain.blocks import MARK, Note
from newsdesk.domain.story import Script
from newsdesk.errors import DatabaseUnreachable
from newsdesk.paths import Paths
from tests.ui.stories.two_windows import history, lapse, opened, type_at_end, window

BODY = "Harga cabai naik.\nWarga mengeluh."


@pytest.fixture
def paths(tmp_path):
    paths = Paths(tmp_path / "profile")
    paths.make()
    return paths


@pytest.fixture
def newsroom(paths):
    """Bagas's."""
    with opened(paths, "Redaksi", "bagas", "Bagas") as newsroom:
        yield newsroom


@pytest.fixture
def at_dewis(newsroom, paths):
    with opened(paths, "Redaksi", "dewi", "Dewi") as newsroom:
        yield newsroom


@pytest.fixture
def story(newsroom):
    return newsroom.drafting.new(Script(slug="CABAI", body=BODY)).id


@pytest.fixture
def dewi(qtbot, look, tasks, preferences, at_dewis, story):
    """Dewi's window, with the story."""
    with window(qtbot, look, tasks, preferences, at_dewis) as page:
        page.open_story(story)
        yield page


@pytest.fixture
def bagas(page, dewi, story):
    """Bagas's window, in which the same story was opened after her."""
    page.desk.begin()
    page.open_story(story)
    return page


def lock_of(page):
    return page.colleagues.lock


def test_who_opens_second_reads_along_and_cannot_type(bagas, dewi, newsroom, story):
    assert lock_of(bagas).banner.words.startswith("Dewi sedang menulis naskah ini sejak ")
    assert lock_of(dewi).banner.words == ""
    QTest.keyClicks(bagas.pane.editor, "x")
    QTest.keyClicks(bagas.pane.header.headline, "x")
    assert bagas.desk.script() == newsroom.drafting.open(story).script
    assert not bagas.desk.autosave.follows


def test_what_she_types_is_seen_at_the_next_look(bagas, dewi):
    dewi.pane.header.headline.setFocus()
    QTest.keyClicks(dewi.pane.header.headline, "Pedas")
    type_at_end(dewi, " Baru.")
    lock_of(bagas).look()
    assert bagas.pane.editor.text.body == BODY + " Baru."
    assert bagas.pane.header.headline.text() == "Pedas"


def test_her_revision_is_told_in_the_head_and_in_the_history(bagas, dewi):
    type_at_end(dewi, " Baru.")
    dewi.desk.save()
    for _look in range(5):
        lock_of(bagas).look()
    assert bagas.desk.story.revision == 2
    assert bagas.inspector.history.list.rows()[0].key == 2
    assert lock_of(bagas).reading.on


def test_the_readers_place_stays_while_she_types_above_it(bagas, dewi, qtbot):
    long = "\n".join(f"Paragraf nomor {number} yang cukup panjang untuk dibaca." for number in range(80))
    dewi.desk.put(Script(slug="CABAI", body=long))
    dewi.desk.autosave.flush()
    lock_of(bagas).look()
    editor = bagas.pane.editor
    editor.verticalScrollBar().setValue(editor.verticalScrollBar().maximum() // 2)
    first = editor.cursorForPosition(editor.viewport().rect().topLeft()).block().text()
    dewi.desk.put(Script(slug="CABAI", body="Di atas.\nDi atas lagi.\n" + long + "\nDi bawah."))
    dewi.desk.autosave.flush()
    lock_of(bagas).look()
    assert editor.toPlainText().startswith("Di atas.\n")
    assert editor.cursorForPosition(editor.viewport().rect().topLeft()).block().text() == first


def test_her_clips_notes_and_ties_are_seen_too(bagas, dewi, at_dewis):
    source = at_dewis.sources.add(Source("Santoso")).id
    from newsdesk.domain.attribution import Attribution

    script = Script(
        slug="CABAI",
        body=f"Satu.\n{MARK}\nDua.",
        blocks=(Note("pelan"),),
        attributions=(Attribution(source, 0, 4),),
    )
    dewi.desk.put(script)
    dewi.desk.autosave.flush()
    lock_of(bagas).look()
    assert bagas.desk.script() == script


def test_a_command_that_changes_words_while_reading_along_is_put_back(bagas, dewi):
    cursor = bagas.pane.editor.textCursor()
    cursor.insertText("Menyusup. ")
    lock_of(bagas).look()
    assert bagas.desk.script().body == BODY


def test_taking_over_keeps_her_words_as_a_revision_and_hers_turns_to_reading(bagas, dewi, newsroom, story):
    type_at_end(dewi, " Belum disimpan.")
    lock_of(bagas).banner.button.click()
    hers = BODY + " Belum disimpan."
    assert history(newsroom, story) == [("Dewi", "taken_over", hers), ("Bagas", "saved", BODY)]
    assert bagas.desk.script().body == hers
    assert lock_of(bagas).banner.words == ""
    assert bagas.pane.news.sentence == "Naskah ini Anda ambil alih dari Dewi; tulisannya ada di Riwayat."
    type_at_end(bagas, " Terus.")
    lock_of(dewi).beat()
    assert "Bagas mengambil alih " in dewi.pane.news.sentence
    assert dewi.pane.news.sentence.endswith("; kata-kata Anda tersimpan sebagai revisi 2")
    assert lock_of(dewi).banner.words.startswith("Bagas sedang menulis")
    assert dewi.desk.script().body == hers + " Terus."
    assert not dewi.colleagues.conflict.is_open


def test_what_she_typed_after_she_was_taken_over_stands_beside_what_the_newsroom_has(
    bagas, dewi, newsroom, story
):
    type_at_end(dewi, " Satu.")
    lock_of(bagas).take_over()
    type_at_end(dewi, " Dua.")
    lock_of(dewi).beat()
    conflict = dewi.colleagues.conflict
    assert conflict.is_open
    assert conflict.view.title.text() == "Kata-kata di sini belum ada di revisi 2"
    assert dewi.desk.script().body == BODY + " Satu. Dua."
    assert "revisi 2" in dewi.pane.news.sentence
    conflict.use_mine()
    assert history(newsroom, story)[0] == ("Dewi", "saved", BODY + " Satu. Dua.")
    assert lock_of(dewi).banner.words.startswith("Bagas sedang menulis")
    type_at_end(bagas, " Tiga.")
    bagas.desk.save()
    assert bagas.colleagues.conflict.is_open
    bagas.colleagues.conflict.use_mine()
    assert history(newsroom, story)[0] == ("Bagas", "saved", BODY + " Satu. Tiga.")


def test_what_she_left_for_later_is_offered_when_the_story_is_free(bagas, dewi, newsroom, story):
    type_at_end(dewi, " Satu.")
    lock_of(bagas).take_over()
    type_at_end(dewi, " Dua.")
    lock_of(dewi).beat()
    dewi.colleagues.conflict.leave_for_later()
    assert lock_of(dewi).reading.on
    bagas.desk.begin()
    lock_of(dewi).look()
    assert not lock_of(dewi).reading.on
    assert dewi.desk.script().body == BODY + " Satu. Dua."
    assert dewi.pane.news.sentence.startswith("Dipulihkan: tulisan dari ")


def test_when_she_leaves_the_story_the_reader_has_it_and_is_told(bagas, dewi, story):
    type_at_end(dewi, " Tersimpan.")
    dewi.desk.begin()
    lock_of(bagas).look()
    assert bagas.pane.news.sentence == "Dewi tidak lagi menulis naskah ini; sekarang Anda yang menulis."
    assert lock_of(bagas).banner.words == ""
    type_at_end(bagas, " Ditambah.")
    bagas.desk.save()
    assert bagas.desk.script().body == BODY + " Tersimpan. Ditambah."


def test_when_she_falls_silent_her_words_are_kept_and_the_story_goes_on_from_them(
    bagas, dewi, newsroom, story
):
    type_at_end(dewi, " Belum disimpan.")
    lapse(newsroom)
    lock_of(bagas).look()
    assert not lock_of(bagas).reading.on
    assert bagas.desk.script().body == BODY + " Belum disimpan."
    assert history(newsroom, story)[0] == ("Dewi", "taken_over", BODY + " Belum disimpan.")


def test_the_readers_place_stays_when_the_story_becomes_free(bagas, dewi):
    long = "\n".join(f"Paragraf nomor {number} yang cukup panjang untuk dibaca." for number in range(80))
    dewi.desk.put(Script(slug="CABAI", body=long))
    dewi.desk.autosave.flush()
    lock_of(bagas).look()
    bar = bagas.pane.editor.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    bagas.list.setFocus()
    dewi.desk.begin()
    lock_of(bagas).look()
    assert not lock_of(bagas).reading.on
    assert bar.value() == place
    assert not bagas.pane.editor.hasFocus()


def test_closing_the_window_leaves_the_story_to_others(
    qtbot, look, tasks, preferences, at_dewis, newsroom, story
):
    with window(qtbot, look, tasks, preferences, at_dewis) as page:
        page.open_story(story)
        assert newsroom.locks.take(story).person == "Dewi"
    assert newsroom.locks.take(story) is None


def test_two_windows_of_one_person_tell_of_each_other(qtbot, look, tasks, preferences, paths, page, story):
    page.open_story(story)
    with (
        opened(paths, "Redaksi", "bagas", "Bagas") as again,
        window(qtbot, look, tasks, preferences, again) as other,
    ):
        other.open_story(story)
        assert lock_of(other).banner.words.startswith("Naskah ini terbuka di jendela Anda yang lain sejak ")
        type_at_end(page, " Di sana.")
        lock_of(other).take_over()
        assert other.desk.script().body == BODY + " Di sana."
        type_at_end(other, " Di sini.")
        lock_of(page).beat()
        assert page.desk.script().body == BODY + " Di sana. Di sini."
        assert page.pane.news.sentence.startswith("Naskah ini diambil alih di jendela Anda yang lain ")


def test_words_typed_before_the_answer_came_are_kept_and_offered_when_the_story_is_free(
    held_page, held, at_dewis, story
):
    page = held_page
    assert at_dewis.locks.take(story) is None
    page.open_story(story)
    while page.desk.story is None or page.desk.story.id != story:
        held.let_go_work()
        held.let_go_answer()
    QTest.keyClicks(page.pane.editor, "Cepat. ")
    held.let_go()
    assert lock_of(page).reading.on
    assert page.desk.script().body == BODY
    assert page.pane.news.sentence == "Yang Anda ketik tersimpan, dan ditawarkan lagi saat naskah ini bebas."
    at_dewis.locks.release(story)
    lock_of(page).look()
    held.let_go()
    assert page.desk.script().body == "Cepat. " + BODY


def test_with_the_database_away_one_writes_on_without_a_lock(held_page, held, newsroom, story, monkeypatch):
    page = held_page
    page.open_story(story)
    held.let_go()

    def unreachable(*_args, **_named):
        raise DatabaseUnreachable("db.radio")

    with monkeypatch.context() as patch:
        patch.setattr(newsroom.storage, "write", unreachable)
        lock_of(page).beat()
        held.let_go()
    assert not lock_of(page).reading.on
    assert page.pane.news.sentence == ""
    QTest.keyClicks(page.pane.editor, "Terus. ")
    page.desk.save()
    held.let_go()
    assert newsroom.drafting.open(story).script.body == "Terus. " + BODY


def test_the_key_takes_over_while_one_reads(bagas, dewi, qtbot):
    bagas.widget().activateWindow()
    qtbot.waitUntil(bagas.widget().isActiveWindow)
    bagas.pane.editor.setFocus()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(bagas.pane.editor, Qt.Key.Key_A, keys)
    assert not lock_of(bagas).reading.on


def test_signs_of_life_come_well_within_the_lapse():
    from newsdesk.services.locking import LAPSES_AFTER
    from newsdesk.ui.stories.lock_desk import BEAT_MS

    assert timedelta(milliseconds=3 * BEAT_MS) < LAPSES_AFTER
