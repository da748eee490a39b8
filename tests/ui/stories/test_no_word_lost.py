"""No word is lost while the window waits for an answer: works and answers are let go by the test."""

from __future__ import annotations

import errno
import os

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtTest import QTest

from newsdesk.domain.story import Script
from newsdesk.errors import CannotSave, DatabaseUnreachable
from newsdesk.services.browsing import View
from newsdesk.services.drafting import Drafting
from newsdesk.services.people import People
from newsdesk.ui.stories.kept import Kept
from newsdesk.ui.tasks import Lane
from tests.newsrooms import by_letters, capitals

COPY = "Pemkot Blitar menggelar upacara bendera di halaman kantor. " * 8


@pytest.fixture
def page(held_page):
    return held_page


def type_in(page, words):
    cursor = page.pane.editor.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    page.pane.editor.setTextCursor(cursor)
    QTest.keyClicks(page.pane.editor, words)


def on_disk(newsroom):
    """Return the bodies of the recovery files."""
    folder = newsroom.storage.recovery
    return sorted(text.script.body for story, who in folder.kept() for text in folder.load(story, who))


def bodies(newsroom):
    """Return what every story opens with, for a reader who comes later."""
    rows = newsroom.browsing.stories(View.ALL)
    return sorted(newsroom.drafting.open(row.id).script.body for row in rows)


def stored(newsroom, *texts):
    return [newsroom.drafting.new(Script(slug=f"S{n}", body=text)).id for n, text in enumerate(texts)]


def laid_down(page, held, story_id):
    page.open_story(story_id)
    held.let_go()


@pytest.fixture
def down(monkeypatch, newsroom):
    """Make the database unreachable for every use case of the writer; call the result to bring it back."""

    def unreachable(*_args, **_named):
        raise DatabaseUnreachable("db.radio")

    with monkeypatch.context() as patch:

        def take_down():
            for name in ("keep", "save", "open", "discard", "new", "set_airtime"):
                patch.setattr(newsroom.drafting, name, unreachable)

        take_down.up = patch.undo
        yield take_down


@pytest.fixture
def disk_full(monkeypatch, newsroom):
    """Make the disk full; call the result to make room."""

    def full(*_args):
        raise CannotSave("x.json", os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(newsroom.storage.recovery, "keep", full)
        yield patch.undo


# ---------------------------------------------------------------- a new sheet


def test_the_first_key_of_a_new_sheet_is_on_the_disk_before_the_database_answers(page, held, newsroom):
    page.new_story()
    type_in(page, "W")
    held.let_go(Lane.LOCAL)
    type_in(page, "ali kota")
    page.desk.autosave.flush()
    held.let_go(Lane.LOCAL)
    assert on_disk(newsroom) == ["Wali kota"]
    assert newsroom.browsing.stories(View.ALL) == []
    held.let_go()
    assert bodies(newsroom) == ["Wali kota"]
    assert page.list.rows.rowCount() == 1


def test_a_new_sheet_left_at_once_is_a_story_with_its_words(page, held, newsroom):
    page.new_story()
    type_in(page, "Kata satu")
    page.new_story()
    type_in(page, "Kata dua")
    page.closing()
    held.let_go()
    assert bodies(newsroom) == ["Kata dua", "Kata satu"]


def test_a_new_sheet_is_tried_again_when_the_database_comes_back(page, held, newsroom, down):
    down()
    page.new_story()
    type_in(page, "Kata")
    held.let_go()
    assert page.desk.autosave.state.kept is Kept.LOCAL
    down.up()
    page.desk.autosave.try_now()
    held.let_go()
    assert bodies(newsroom) == ["Kata"]
    assert page.list.rows.rowCount() == 1


def test_the_crash_dialog_keeps_a_new_sheet_too(page, newsroom):
    page.new_story()
    type_in(page, "Kata penting")
    page.keep_now()
    assert on_disk(newsroom) == ["Kata penting"]


# ---------------------------------------------------------------- the last half second


@pytest.mark.parametrize("leave", ["save", "switch", "new", "close"])
def test_the_last_half_second_is_on_the_disk_while_the_database_is_busy(page, held, newsroom, leave):
    first, second = stored(newsroom, "Awal.", "Lain.")
    laid_down(page, held, first)
    type_in(page, " satu")
    {
        "save": page.desk.save,
        "switch": lambda: page.open_story(second),
        "new": page.new_story,
        "close": page.closing,
    }[leave]()
    held.let_go(Lane.LOCAL)
    assert on_disk(newsroom) == ["Awal. satu"]
    held.let_go()
    assert "Awal. satu" in bodies(newsroom)
    assert on_disk(newsroom) == []


def test_an_older_text_that_gets_its_turn_later_does_not_replace_a_newer_one(page, held, newsroom):
    [story] = stored(newsroom, "Awal.")
    laid_down(page, held, story)
    type_in(page, " satu")
    page.desk.autosave.flush()
    page.desk.save()
    type_in(page, " dua")
    page.desk.autosave.flush()
    held.let_go(Lane.LOCAL)
    held.let_go_work()  # the keep that the save went ahead of
    held.let_go_work()  # the save
    assert newsroom.drafting.open(story).script.body == "Awal. satu dua"
    assert not newsroom.drafting.open(story).overtaken


# ---------------------------------------------------------------- failures


def test_typing_after_a_discard_that_failed_is_kept(page, held, newsroom, down):
    [story] = stored(newsroom, "Awal.")
    newsroom.drafting.keep(story, 1, Script(slug="S0", body="Awal. pulih"))
    laid_down(page, held, story)
    down()
    page.desk.discard()
    held.let_go()
    assert page.pane.editor.text.body == "Awal. pulih"
    type_in(page, " terus")
    page.desk.autosave.flush()
    held.let_go(Lane.LOCAL)
    assert on_disk(newsroom) == ["Awal. pulih terus"]
    down.up()
    page.desk.autosave.try_now()
    held.let_go()
    assert newsroom.drafting.open(story).script.body == "Awal. pulih terus"


def test_typing_while_a_discard_is_on_its_way_stays(page, held, newsroom):
    [story] = stored(newsroom, "Awal.")
    newsroom.drafting.keep(story, 1, Script(slug="S0", body="Awal. pulih"))
    laid_down(page, held, story)
    page.desk.discard()
    type_in(page, " terus")
    held.let_go()
    page.desk.save()
    held.let_go()
    assert page.pane.editor.text.body == newsroom.drafting.open(story).script.body == "Awal. pulih terus"


def test_what_was_typed_since_a_stale_save_is_there_when_one_has_chosen(page, held, newsroom):
    [story] = stored(newsroom, "Awal.")
    laid_down(page, held, story)
    dewi = Drafting(newsroom.storage, People(newsroom.storage, "dewi", "Dewi"), by_letters, capitals)
    dewi.save(story, dewi.open(story).version, Script(slug="S0", body="Teks Dewi."))
    type_in(page, " satu")
    page.desk.save()
    held.let_go()
    page.colleagues.conflict.leave_for_later()
    type_in(page, " dua")
    page.pane.news._acted()
    held.let_go()
    assert page.pane.editor.text.body == "Awal. satu dua"
    page.colleagues.conflict.use_mine()
    type_in(page, " tiga")
    held.let_go()
    page.desk.save()
    held.let_go()
    assert page.pane.editor.text.body == newsroom.drafting.open(story).script.body == "Awal. satu dua tiga"
    assert [row.by for row in newsroom.drafting.revisions(story)][2] == "Dewi"


def test_one_unexpected_failure_is_told_and_the_next_words_are_kept(page, held, newsroom, monkeypatch):
    [story] = stored(newsroom, "Awal.")
    laid_down(page, held, story)

    def broken(*_args):
        raise RuntimeError("unexpected")

    with monkeypatch.context() as patch:
        patch.setattr(newsroom.drafting, "keep", broken)
        type_in(page, " satu")
        page.desk.autosave.flush()
        held.let_go(Lane.LOCAL)
        held.let_go_work()
        with pytest.raises(RuntimeError):
            held.let_go_answer()
    assert page.pane.foot.state_words == "Disimpan di komputer ini"
    type_in(page, " dua")
    page.desk.autosave.flush()
    held.let_go()
    assert page.pane.foot.state_words.startswith("Tersimpan")
    assert newsroom.drafting.open(story).script.body == "Awal. satu dua"


def test_words_that_are_kept_nowhere_are_said_to_be_and_both_ways_are_tried_again(
    page, held, newsroom, down, disk_full
):
    [story] = stored(newsroom, "Awal.")
    laid_down(page, held, story)
    down()
    type_in(page, " satu")
    page.desk.autosave.flush()
    held.let_go()
    assert page.desk.unsafe
    assert page.pane.foot.state_words == "Belum tersimpan"
    assert page.pane.news.sentence.startswith("Belum tersimpan di mana pun")
    disk_full()  # there is room again
    page.pane.news._acted()  # "Coba sekarang"
    held.let_go()
    assert not page.desk.unsafe
    assert on_disk(newsroom) == ["Awal. satu"]
    assert page.desk.autosave.state.kept is Kept.LOCAL


def test_a_story_left_while_nothing_could_keep_it_is_saved_when_something_can(
    page, held, newsroom, down, disk_full
):
    first, second = stored(newsroom, "Awal.", "Lain.")
    laid_down(page, held, first)
    down()
    type_in(page, " satu")
    page.new_story()
    held.let_go()
    assert page.desk.unsafe
    assert "Belum" not in page.pane.foot.state_words
    down.up()
    page.open_story(second)
    held.let_go()
    page.desk.autosave.save_left()
    held.let_go()
    assert not page.desk.unsafe
    assert newsroom.drafting.open(first).script.body == "Awal. satu"


def test_a_story_left_unsaved_and_opened_again_has_its_words(page, held, newsroom, down, disk_full):
    [first] = stored(newsroom, "Awal.")
    laid_down(page, held, first)
    down()
    type_in(page, " satu")
    page.new_story()
    held.let_go()
    down.up()
    laid_down(page, held, first)
    assert page.pane.editor.text.body == "Awal. satu"
    page.desk.save()
    held.let_go()
    assert newsroom.drafting.open(first).script.body == "Awal. satu"


def test_a_revision_that_the_database_could_not_make_is_made_when_it_can(page, held, newsroom, down):
    [story] = stored(newsroom, "Awal.")
    laid_down(page, held, story)
    down()
    type_in(page, " satu")
    page.desk.save()
    held.let_go()
    down.up()
    page.desk.autosave.try_now()
    held.let_go()
    assert len(newsroom.drafting.revisions(story)) == 2


@pytest.mark.parametrize("is_down", [True, False])
def test_an_answer_about_the_story_before_does_not_paint_this_ones_foot(page, held, newsroom, down, is_down):
    [story] = stored(newsroom, "Awal.")
    laid_down(page, held, story)
    type_in(page, " satu")
    page.desk.autosave.flush()
    page.new_story()
    if is_down:
        down()
    held.let_go()
    assert page.desk.autosave.state.kept is Kept.UNTOUCHED
    assert page.pane.foot.state_words == ""


# ---------------------------------------------------------------- late answers


def test_a_story_that_comes_late_does_not_take_the_place_of_a_new_sheet(page, held, newsroom):
    [story] = stored(newsroom, "Satu.")
    page.open_story(story)
    page.new_story()
    type_in(page, "KATA PENTING")
    page.desk.autosave.flush()
    held.let_go()
    assert page.pane.editor.text.body == "KATA PENTING"
    assert bodies(newsroom) == ["KATA PENTING", "Satu."]


def test_of_two_stories_asked_for_the_last_one_is_laid_down(page, held, newsroom):
    first, second = stored(newsroom, "Satu.", "Dua.")
    page.open_story(first)
    page.open_story(second)
    held.let_go()
    assert page.desk.story.id == second


def test_a_paste_that_is_ready_late_goes_into_the_list_and_can_be_opened(page, held, newsroom):
    page.new_story()
    page.copy.take(COPY)
    type_in(page, "Kata penting")
    held.let_go()
    assert page.pane.editor.text.body == "Kata penting"
    assert page.pane.news.sentence.startswith("Tempelan siap")
    assert page.list.rows.rowCount() == 2
    page.pane.news._acted()
    held.let_go()
    assert page.desk.story.original == COPY
    assert "Kata penting" in bodies(newsroom)


def test_a_long_paste_fills_the_sheet_whose_slug_was_typed(page, held, newsroom):
    page.new_story()
    QTest.keyClicks(page.pane.header.slug, "banjir")
    held.let_go()
    mime = QMimeData()
    mime.setText(COPY)
    page.pane.editor.insertFromMimeData(mime)
    held.let_go()
    [row] = newsroom.browsing.stories(View.ALL)
    assert (row.slug, page.desk.story.id, page.desk.story.revision) == ("BANJIR", row.id, 1)
    assert page.desk.story.original == COPY
    type_in(page, " Selesai.")
    page.desk.save()
    held.let_go()
    assert len(newsroom.drafting.revisions(row.id)) == 2
    assert page.pane.news.sentence == ""


def test_words_typed_while_a_sheet_is_being_filled_stay_and_the_paste_is_a_revision(page, held, newsroom):
    page.new_story()
    QTest.keyClicks(page.pane.header.slug, "banjir")
    held.let_go()
    page.copy.take(COPY)
    held.let_go(Lane.COPY)
    type_in(page, "Kata penting")
    held.let_go()
    assert page.pane.editor.text.body == "Kata penting"
    assert "revisi 1" in page.pane.news.sentence
    page.desk.save()
    held.let_go()
    assert bodies(newsroom) == ["Kata penting"]
    assert COPY.strip() in newsroom.drafting.revision(page.desk.story.id, 1).script.body
