"""What is written to a colleague and not sent is on this computer's disk until it is sent."""

import json

import pytest
from PySide6.QtTest import QTest

from newsdesk.domain.comments import HalfSaid, NoteKind
from newsdesk.errors import CannotSave
from newsdesk.paths import Paths
from newsdesk.ui.stories.kept_notes import KeptNotes
from newsdesk.ui.tasks import Lane
from tests.ui.held_tasks import HeldTasks
from tests.ui.stories.colleague import Colleague
from tests.ui.stories.two_windows import opened, window

BODY = "Pemkot Blitar meraih juara umum dari IIPG."


@pytest.fixture
def files(tmp_path):
    """The names of the files of notes, with what stands in them."""
    folder = tmp_path / "profile" / "recovery" / "Redaksi" / "notes"
    return lambda: {file.name: json.loads(file.read_text()) for file in folder.glob("*")}


def begun(page, story):
    """Open a story's review, and write a note for the decision and one at a word; nothing is sent."""
    page.list.choose("waiting")
    page.open_story(story.id)
    room = page.rooms.review.room
    room.bar.note.words.setPlainText("Sumbernya siapa?")
    cursor = room.view.text.textCursor()
    cursor.setPosition(BODY.index("IIPG"))
    cursor.setPosition(BODY.index("IIPG") + 4, cursor.MoveMode.KeepAnchor)
    room.view.text.setTextCursor(cursor)
    page.rooms.comments.begin()
    QTest.keyClicks(page.inspector.comments.box.words, "Kepanjangannya?")
    page.rooms.comments.notes.flush()  # its timer comes 300 ms after the first key
    return room


def test_a_program_that_was_killed_brings_the_notes_back_where_they_were_written(
    page, qtbot, look, tasks, preferences, newsroom, files, tmp_path
):
    rani = Colleague(newsroom, "rani", "Rani Puspita")
    story = rani.hand_in(BODY)
    begun(page, story)
    me = newsroom.people.me()
    assert len(files()) == 2
    # As after a kill: the first program said good-bye to nobody.
    with (
        opened(Paths(tmp_path / "profile"), "Redaksi", me.login, me.name) as again,
        window(qtbot, look, tasks, preferences, again) as second,
    ):
        second.list.choose("waiting")
        second.new_story()
        second.open_story(story.id)
        assert second.rooms.review.room.bar.note.text() == "Sumbernya siapa?"
        assert second.inspector.comments.box.text() == "Kepanjangannya?"
        second.inspector.comments.given.emit("Kepanjangannya?")
        assert [one.quote for one in again.comments.of(story.id)] == ["IIPG"]
        second.rooms.review_acts.give_back()
        assert again.drafting.look(story.id).reason == "Sumbernya siapa?"
        assert files() == {}  # a colleague has them


def test_a_note_is_its_writers_alone_and_leaving_the_review_costs_no_word(page, newsroom, files):
    rani = Colleague(newsroom, "rani", "Rani Puspita")
    story = rani.hand_in(BODY)
    room = begun(page, story)
    me = newsroom.people.me().id
    assert set(newsroom.half_said.of(me)) == {(NoteKind.DECISION, story.id), (NoteKind.COMMENT, story.id)}
    assert newsroom.half_said.of(rani.people.me().id) == {}
    page.rooms.review.leave()
    page.rooms.review.begin()
    assert room.bar.note.text() == "Sumbernya siapa?"
    room.bar.note.clear()  # by hand
    page.rooms.comments.notes.flush()
    assert list(newsroom.half_said.of(me)) == [(NoteKind.COMMENT, story.id)]


def test_what_the_disk_does_not_take_is_told_once_and_holds_the_window_open(qtbot, newsroom, monkeypatch):
    told, tasks = [], HeldTasks()
    notes = KeptNotes(tasks, told.append)
    notes.opened(newsroom)
    tasks.let_go()

    def full(*_note):
        raise CannotSave("notes", "disk penuh")

    with monkeypatch.context() as patch:
        patch.setattr(type(newsroom.half_said), "keep", full)
        for words in ("Satu", "Satu dua"):
            notes.put(NoteKind.COMMENT, 7, HalfSaid(words))
            notes.flush()
            tasks.let_go()
    assert notes.unkept
    assert [type(error) for error in told] == [CannotSave]
    notes.put(NoteKind.COMMENT, 7, HalfSaid("Satu dua tiga"))
    qtbot.waitUntil(lambda: tasks.waiting(Lane.LOCAL) > 0, timeout=2_000)  # by itself, a moment later
    tasks.let_go()
    assert not notes.unkept
    assert newsroom.half_said.of(newsroom.people.me().id) == {
        (NoteKind.COMMENT, 7): HalfSaid("Satu dua tiga")
    }


@pytest.mark.logs_warnings
def test_a_damaged_note_is_left_out_and_takes_no_other_with_it(page, newsroom, files, tmp_path):
    rani = Colleague(newsroom, "rani", "Rani Puspita")
    story = rani.hand_in(BODY)
    begun(page, story)
    folder = tmp_path / "profile" / "recovery" / "Redaksi" / "notes"
    (damaged,) = folder.glob("*-decision.json")
    (folder / "cara.txt").write_text("bukan catatan")
    for content in (
        '{"words": ',
        '{"words": "Satu", "start": 1e999, "quote": ""}',
        '{"words": "Satu", "start": -3, "quote": "IIPG"}',
        "[" * 100_000,
    ):
        damaged.write_text(content)
        assert list(newsroom.half_said.of(newsroom.people.me().id)) == [(NoteKind.COMMENT, story.id)]


def test_half_a_letter_in_a_note_costs_no_word_of_it(newsroom):
    note = HalfSaid("Satu \ud83d dua")  # an emoji of which the keyboard gave the first half
    newsroom.half_said.keep(1, NoteKind.COMMENT, 7, note)
    assert newsroom.half_said.of(1) == {(NoteKind.COMMENT, 7): note}
