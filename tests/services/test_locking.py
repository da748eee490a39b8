"""Who is writing in a story, and taking it over, on both databases."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from newsdesk.domain.story import RevisionKind, Script
from newsdesk.errors import NoSuchStory, StaleStory
from newsdesk.services.browsing import View
from newsdesk.services.locking import HeldBy
from tests.conftest import ROOT
from tests.newsrooms import Building, Desk

FIRST, SECOND, THIRD = (Script(slug="STATISTIK", body=f"Isi {number}.") for number in ("satu", "dua", "tiga"))


def _both(building: Building) -> tuple[Desk, Desk]:
    return building.desk(), building.desk("dewi", "Dewi")


def _lock_rows(desk: Desk, change: str, **values: object) -> None:
    with desk.storage.database.engine.begin() as connection:
        connection.execute(sa.text(change), values)


def _seen(desk: Desk, ago: timedelta) -> None:
    """Let the last sign of life of every lock be so long ago."""
    text = (datetime.now(UTC) - ago).strftime("%Y-%m-%d %H:%M:%S.%f+00:00")
    _lock_rows(desk, "UPDATE locks SET seen_at = :seen", seen=text)


def test_who_comes_second_is_told_who_and_since_when(building: Building) -> None:
    ipang, dewi = _both(building)
    made = ipang.drafting.new(FIRST)
    before = datetime.now(UTC) - timedelta(seconds=5)
    assert ipang.locks.take(made.id) is None
    held = dewi.locks.take(made.id)
    assert held is not None
    assert (held.person, held.mine, held.editor) == ("Ipang Harwoko", False, ipang.storage.editor)
    assert before < held.since < datetime.now(UTC) + timedelta(seconds=5)
    assert held.since.tzinfo is not None
    assert ipang.locks.take(made.id) is None


def test_another_window_of_mine_is_told_that_it_is_me(building: Building) -> None:
    left, right = building.desk(), building.desk()
    made = left.drafting.new(FIRST)
    left.locks.take(made.id)
    held = right.locks.take(made.id)
    assert held is not None
    assert held.mine


def test_the_list_shows_who_writes_in_a_story(building: Building) -> None:
    ipang, dewi = _both(building)
    one, two = ipang.drafting.new(FIRST), ipang.drafting.new(SECOND)
    dewi.drafting.keep(one.id, one.version, THIRD)
    ipang.locks.take(one.id)
    dewi.locks.take(two.id)
    assert {row.id: row.locked_by for row in ipang.browsing.stories(View.ALL)} == {one.id: "", two.id: "Dewi"}
    (unsaved,) = [row for row in dewi.browsing.stories(View.ALL) if row.unsaved]
    assert (unsaved.id, unsaved.locked_by) == (one.id, "Ipang Harwoko")


def test_a_released_story_is_free(building: Building) -> None:
    ipang, dewi = _both(building)
    made = ipang.drafting.new(FIRST)
    ipang.locks.take(made.id)
    dewi.locks.release(made.id)
    assert dewi.locks.take(made.id) is not None
    ipang.locks.release(made.id)
    assert dewi.locks.take(made.id) is None


def test_who_gives_no_sign_of_life_holds_nothing(building: Building) -> None:
    ipang, dewi = _both(building)
    made = ipang.drafting.new(FIRST)
    ipang.locks.take(made.id)
    _seen(dewi, timedelta(seconds=30))
    assert dewi.locks.take(made.id) is not None
    assert dewi.locks.live(made.id) is not None
    _seen(dewi, timedelta(seconds=46))
    assert dewi.locks.live(made.id) is None
    assert [row.locked_by for row in dewi.browsing.stories(View.ALL)] == [""]
    assert ipang.locks.beat(made.id) is None  # the computer slept: nobody has taken it meanwhile
    assert dewi.locks.take(made.id) is not None
    _seen(dewi, timedelta(seconds=46))
    assert dewi.locks.take(made.id) is None
    held = ipang.locks.beat(made.id)
    assert held is not None
    assert held.person == "Dewi"


_WRITER = """
import sys
from pathlib import Path
from tests.newsrooms import Desk
from tests.services.test_locking import SECOND

desk = Desk(sys.argv[1], Path(sys.argv[2]), *sys.argv[4:])
story = int(sys.argv[3])
desk.locks.take(story)
desk.drafting.keep(story, desk.drafting.open(story).version, SECOND)
print("writing", flush=True)
sys.stdin.read()
"""


@contextmanager
def _window(desk: Desk, where: str, story_id: int, *who: str) -> Generator[None]:
    """Write in a story in a process of its own, which is killed at the end of the block."""
    command = [sys.executable, "-c", _WRITER, where, str(desk.paths.profile), str(story_id), *who]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"writing\n"
        yield
        process.kill()


def test_my_own_window_that_was_killed_here_holds_nothing_any_more(building: Building) -> None:
    desk = building.desk()
    made = desk.drafting.new(FIRST)
    with _window(desk, building.where, made.id):
        held = desk.locks.take(made.id)
        assert held is not None
        assert held.mine
        assert [row.locked_by for row in desk.browsing.stories(View.ALL)] == ["Ipang Harwoko"]
    assert [row.locked_by for row in desk.browsing.stories(View.ALL)] == [""]
    assert desk.locks.live(made.id) is None
    assert desk.locks.take(made.id) is None
    assert desk.drafting.open(made.id).script == SECOND
    assert len(desk.versions.revisions(made.id)) == 1


def test_a_colleague_whose_window_was_killed_holds_on_until_it_lapses(building: Building) -> None:
    desk = building.desk()
    made = desk.drafting.new(FIRST)
    with _window(desk, building.where, made.id, "dewi", "Dewi"):
        pass
    held = desk.locks.take(made.id)
    assert held is not None
    assert held.person == "Dewi"


def test_a_clock_that_was_set_back_makes_no_lock_eternal(building: Building) -> None:
    ipang, dewi = _both(building)
    made = ipang.drafting.new(FIRST)
    ipang.locks.take(made.id)
    _seen(dewi, -timedelta(hours=1))
    assert [row.locked_by for row in dewi.browsing.stories(View.ALL)] == [""]
    assert dewi.locks.take(made.id) is None


def test_of_two_who_take_a_story_at_once_one_has_it(building: Building) -> None:
    ipang, dewi = _both(building)
    dewi.people.me()
    for _ in range(10):
        made = ipang.drafting.new(FIRST)
        with ThreadPoolExecutor(2) as threads:
            answers = [threads.submit(desk.locks.take, made.id) for desk in (ipang, dewi)]
            held = [answer.result() for answer in answers]
        assert sorted(one is None for one in held) == [False, True]


def test_a_lock_stops_nobody_from_saving(building: Building) -> None:
    ipang, dewi = _both(building)
    made = ipang.drafting.new(FIRST)
    ipang.locks.take(made.id)
    assert dewi.drafting.save(made.id, made.version, SECOND).script == SECOND


def test_a_story_that_is_not_stored_yet_is_nobody_elses(desk: Desk) -> None:
    begun = desk.drafting.begin()
    assert desk.locks.take(begun.id) is None
    desk.locks.release(begun.id)
    assert desk.locks.live(begun.id) is None


def test_what_the_holder_types_can_be_read_meanwhile(building: Building) -> None:
    ipang, dewi = _both(building)
    made = ipang.drafting.new(FIRST)
    assert dewi.locks.live(made.id) is None
    ipang.locks.take(made.id)
    live = dewi.locks.live(made.id)
    assert live is not None
    assert (live.person, live.script, live.at) == ("Ipang Harwoko", FIRST, made.revised_at)
    at = ipang.drafting.keep(made.id, made.version, SECOND)
    live = dewi.locks.live(made.id)
    assert live is not None
    assert (live.script, live.at) == (SECOND, at)
    assert ipang.locks.live(made.id) is None


def test_taking_over_keeps_the_others_unsaved_text_as_their_revision(building: Building) -> None:
    ipang, dewi = _both(building)
    made = ipang.drafting.new(FIRST)
    ipang.locks.take(made.id)
    ipang.drafting.keep_local(made.id, made.version, SECOND)
    ipang.drafting.keep(made.id, made.version, SECOND)
    taken = dewi.locks.take_over(made.id)
    assert (taken.script, taken.revision, taken.recovered_at) == (SECOND, 2, None)
    (row, _first) = dewi.versions.revisions(made.id)
    assert (row.kind, row.by, row.reason) == (RevisionKind.TAKEN_OVER, "Ipang Harwoko", "Dewi")
    held = ipang.locks.beat(made.id)
    assert held is not None
    assert (held.person, held.mine) == ("Dewi", False)
    # Their words are in the history: their own copy of them is offered to nobody.
    again = ipang.drafting.open(made.id)
    assert (again.script, again.recovered_at, again.overtaken) == (SECOND, None, False)


def test_taking_over_what_holds_nothing_unsaved_makes_no_revision(building: Building) -> None:
    ipang, dewi = _both(building)
    made = ipang.drafting.new(FIRST)
    ipang.locks.take(made.id)
    taken = dewi.locks.take_over(made.id)
    assert (taken.revision, taken.script) == (1, FIRST)
    assert ipang.locks.take(made.id) is not None


def test_what_was_typed_on_after_the_take_over_is_lost_to_neither(building: Building) -> None:
    ipang, dewi = _both(building)
    made = ipang.drafting.new(FIRST)
    ipang.locks.take(made.id)
    ipang.drafting.keep(made.id, made.version, SECOND)
    taken = dewi.locks.take_over(made.id)
    ipang.drafting.keep(made.id, made.version, THIRD)
    fourth = Script(slug="STATISTIK", body="Isi empat.")
    dewi.drafting.save(made.id, taken.version, fourth)
    with pytest.raises(StaleStory):
        ipang.drafting.save(made.id, made.version, THIRD)
    mine = ipang.drafting.open(made.id)
    assert (mine.script, mine.overtaken) == (THIRD, True)
    assert ipang.versions.revision(made.id, mine.revision).script == fourth


def test_an_overtaken_text_that_is_taken_over_does_not_hide_the_newer_one(building: Building) -> None:
    ipang, dewi = _both(building)
    made = ipang.drafting.new(FIRST)
    ipang.locks.take(made.id)
    ipang.drafting.keep(made.id, made.version, SECOND)
    dewi.drafting.save(made.id, made.version, THIRD)
    taken = dewi.locks.take_over(made.id)
    assert taken.script == THIRD
    rows = dewi.versions.revisions(made.id)
    assert [(row.kind, row.by) for row in rows[:2]] == [
        (RevisionKind.RESTORED, "Dewi"),
        (RevisionKind.TAKEN_OVER, "Ipang Harwoko"),
    ]
    assert rows[0].reason == "2"
    assert dewi.versions.revision(made.id, 3).script == SECOND
    assert [row.at for row in rows] == sorted((row.at for row in rows), reverse=True)


def test_my_own_unsaved_words_stay_when_i_take_over(building: Building) -> None:
    ipang, dewi = _both(building)
    made = ipang.drafting.new(FIRST)
    ipang.locks.take(made.id)
    ipang.drafting.keep(made.id, made.version, SECOND)
    dewi.drafting.keep(made.id, made.version, THIRD)
    taken = dewi.locks.take_over(made.id)
    assert (taken.script, taken.overtaken) == (THIRD, True)
    assert dewi.versions.revision(made.id, taken.revision).script == SECOND


def test_my_other_window_is_taken_over_with_its_words(building: Building) -> None:
    left, right = building.desk(), building.desk()
    made = left.drafting.new(FIRST)
    left.locks.take(made.id)
    left.drafting.keep(made.id, made.version, SECOND)
    taken = right.locks.take_over(made.id)
    assert (taken.script, taken.recovered_at, taken.kind) == (SECOND, None, RevisionKind.TAKEN_OVER)
    held = left.locks.beat(made.id)
    assert held is not None
    assert held.mine


def test_of_two_who_take_over_at_once_one_has_it_in_the_end(building: Building) -> None:
    ipang, dewi = _both(building)
    sari = building.desk("sari", "Sari")
    for desk in (dewi, sari):
        desk.people.me()
    made = ipang.drafting.new(FIRST)
    ipang.locks.take(made.id)
    ipang.drafting.keep(made.id, made.version, SECOND)
    with ThreadPoolExecutor(2) as threads:
        for answer in [threads.submit(desk.locks.take_over, made.id) for desk in (dewi, sari)]:
            assert answer.result().script == SECOND
    kinds = [row.kind for row in ipang.versions.revisions(made.id)]
    assert kinds == [RevisionKind.TAKEN_OVER, RevisionKind.SAVED]
    holders: list[HeldBy | None] = [desk.locks.beat(made.id) for desk in (dewi, sari)]
    assert sorted(one is None for one in holders) == [False, True]


def test_a_story_that_does_not_exist_is_not_taken_over(desk: Desk) -> None:
    with pytest.raises(NoSuchStory):
        desk.locks.take_over(4711)


def test_with_the_database_away_there_is_no_lock_and_no_failure(desk: Desk, where: str) -> None:
    if "://" in where:
        pytest.skip("SQLite's writer is held up here")
    made = desk.drafting.new(FIRST)
    with desk.storage.database.writing() as session:
        session.connection()
        with ThreadPoolExecutor(1) as threads:
            assert threads.submit(desk.locks.take, made.id).result() is None
            assert threads.submit(desk.locks.beat, made.id).result() is None
            threads.submit(desk.locks.release, made.id).result()


@pytest.mark.logs_warnings
def test_a_garbled_lock_is_no_lock(building: Building, where: str) -> None:
    if "://" in where:
        pytest.skip("PostgreSQL keeps no time that is none")
    ipang, dewi = _both(building)
    made = ipang.drafting.new(FIRST)
    ipang.locks.take(made.id)
    _lock_rows(dewi, "UPDATE locks SET seen_at = :garbled, since = :garbled", garbled="kemarin sore")
    assert [row.locked_by for row in dewi.browsing.stories(View.ALL)] == [""]
    assert dewi.locks.live(made.id) is None
    assert dewi.locks.take(made.id) is None
    assert ipang.locks.take(made.id) is not None


def test_taking_and_taking_over_a_free_story_at_once_wait_for_each_other_in_one_order(
    building: Building,
) -> None:
    ipang, dewi = _both(building)
    made = ipang.drafting.new(FIRST)
    dewi.people.me()
    with ThreadPoolExecutor(1) as beside:
        with ipang.storage.write() as work:
            work.stories.find(made.id)  # as taking over begins
            taken = beside.submit(dewi.locks.take, made.id)
            wait([taken], timeout=0.3)
            work.locks.give(made.id, ipang.people.me().id, ipang.storage.editor)
        held = taken.result()
    assert held is not None
    assert held.person == "Ipang Harwoko"
