"""Several stories chosen in the list and heard in their order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsdesk.domain.house_style import HouseStyle
from newsdesk.domain.story import SaidHere, Script
from newsdesk.ui.stories.several import prepare
from tests.newsrooms import JAKARTA
from tests.ui.immediate_tasks import ImmediateTasks


class Ear:
    """Listening that only notes the stories that were to be heard."""

    def __init__(self) -> None:
        self.heard: list[tuple[int, str, int]] = []
        self.words: list[str] = []

    def commands(self):
        return []

    def hear_stories(self, cues) -> None:
        self.heard = [(cue.story, cue.slug, len(cue.sentences)) for cue in cues]
        self.words = [" ".join(word.text for one in cue.sentences for word in one.words) for cue in cues]


def command(page):
    return next(one for one in page.commands() if one.id == "listen.stories")


def test_stories_chosen_with_shift_are_heard_in_the_lists_order_as_they_were_saved(page, newsroom):
    drafting = newsroom.drafting
    first = drafting.new(Script(slug="CUACA", body="Hujan turun. Warga berteduh.")).id
    second = drafting.new(Script(slug="HARGA", body="Harga beras naik.")).id
    newsroom.drafting.new(Script(slug="KOTA", body="Wali kota hadir."))
    page.list.choose("all")
    page.hearing.listening = Ear()
    page.list.select(second)
    assert not command(page).when(), "one story is heard with its own key"
    page.list.list.setFocus()
    QTest.keyClick(page.list.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.list.chosen == [second, first]
    command(page).run()
    assert page.hearing.listening.heard == [(second, "HARGA", 1), (first, "CUACA", 2)]
    page.hearing.listening = None


def test_each_story_is_said_by_its_corrections_and_the_day_of_its_bulletin(page, newsroom):
    newsroom.style.set(HouseStyle(relative_dates=True))
    page.read_again()
    body = "Upacara digelar Kamis (16/1) oleh OPD."
    script = Script(slug="UPACARA", body=body, said_here=(SaidHere(34, 37, "dinas"),))
    stories = [newsroom.drafting.new(script) for _ in range(3)]
    late_on_friday = datetime(2025, 1, 17, 16, 30, tzinfo=UTC)  # 23.30 at the station
    for story, airtime in zip(
        stories, (late_on_friday, late_on_friday + timedelta(hours=1), None), strict=True
    ):
        newsroom.drafting.set_airtime(story.id, story.version, airtime)
    page.hearing.listening = ear = Ear()
    prepare(ImmediateTasks(), newsroom, JAKARTA, [one.id for one in stories], ear.hear_stories, pytest.fail)
    page.hearing.listening = None
    assert ["kemarin" in words for words in ear.words] == [True, False, False]
    assert all(words.endswith("dinas") for words in ear.words)


def test_choosing_another_story_with_control_leaves_the_one_on_the_desk(page, newsroom, qtbot):
    first = newsroom.drafting.new(Script(slug="CUACA", body="Hujan turun.")).id
    second = newsroom.drafting.new(Script(slug="HARGA", body="Harga beras naik.")).id
    page.list.choose("all")
    page.open_story(first)
    other = page.list.list.visualRect(page.list.rows.index(page.list.rows.row_of(second))).center()
    QTest.keyPress(page.list.list, Qt.Key.Key_Control)
    qtbot.mouseClick(
        page.list.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, other
    )
    assert sorted(page.list.chosen) == sorted([first, second])
    assert page.desk.story.id == first


def test_the_row_of_the_story_being_said_says_so(page, newsroom):
    first = newsroom.drafting.new(Script(slug="CUACA", body="Hujan turun.")).id
    second = newsroom.drafting.new(Script(slug="HARGA", body="Harga beras naik.")).id
    page.list.choose("all")
    rows = page.list.rows

    def told() -> list[bool]:
        return [
            "sedang terdengar" in rows.index(rows.row_of(one)).data(Qt.ItemDataRole.AccessibleTextRole)
            for one in (first, second)
        ]

    page.list.list.grab()
    for heard, expected in ((first, [True, False]), (second, [False, True]), (0, [False, False])):
        rows.show_heard(heard)
        page.list.list.grab()
        assert told() == expected
