"""Spiking, trashing and restoring stories, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from newsdesk.domain.story import Script, StoryStatus
from newsdesk.errors import StoryLocked
from newsdesk.services.browsing import View
from tests.newsrooms import Building, Desk


def _new(desk: Desk, *slugs: str) -> list[int]:
    return [desk.drafting.new(Script(slug=slug, body="Isi.")).id for slug in slugs]


def _slugs(desk: Desk, view: View) -> set[str]:
    return {row.slug for row in desk.browsing.stories(view)}


def _everywhere(desk: Desk) -> dict[View, set[str]]:
    found = {view: _slugs(desk, view) for view in View}
    assert {view: len(slugs) for view, slugs in found.items()} == desk.browsing.counts()
    return {view: slugs for view, slugs in found.items() if slugs}


def test_a_spiked_story_stands_in_its_view_and_among_all(desk: Desk) -> None:
    _one, two = _new(desk, "SATU", "DUA")
    assert desk.putting_away.spike([two]) == [two]
    assert _everywhere(desk) == {
        View.MY_DRAFTS: {"SATU"},
        View.TODAY: {"SATU"},
        View.ALL: {"SATU", "DUA"},
        View.SPIKED: {"DUA"},
    }
    (row,) = desk.browsing.stories(View.SPIKED)
    assert row.status is StoryStatus.SPIKED


def test_a_story_in_the_trash_stands_in_no_other_view(desk: Desk) -> None:
    _one, two = _new(desk, "SATU", "DUA")
    assert desk.putting_away.trash([two]) == [two]
    assert _everywhere(desk) == {
        View.MY_DRAFTS: {"SATU"},
        View.TODAY: {"SATU"},
        View.ALL: {"SATU"},
        View.TRASH: {"DUA"},
    }


def test_my_unsaved_words_move_with_their_story(desk: Desk) -> None:
    (one,) = _new(desk, "SATU")
    version = desk.drafting.open(one).version
    desk.drafting.keep(one, version, Script(slug="SATU-BARU", body="Isi baru."))
    desk.putting_away.trash([one])
    assert _everywhere(desk) == {View.TRASH: {"SATU-BARU"}}
    desk.putting_away.restore([one])
    assert desk.drafting.open(one).script.body == "Isi baru."


@pytest.mark.parametrize("away", ["spike", "trash"])
def test_what_is_restored_is_as_it_was(desk: Desk, away: str) -> None:
    draft, waiting, returned = _new(desk, "DRAF", "MENUNGGU", "KEMBALI")
    desk.handing_in.submit_newest(waiting)
    # Saved on after it was handed in: it waits all the same.
    opened = desk.drafting.open(waiting)
    desk.drafting.save(waiting, opened.version, Script(slug="MENUNGGU", body="Lain."))
    desk.handing_in.submit_newest(returned)
    desk.handing_in.send_back_newest(returned, "Tambah sumber.")
    ids = [draft, waiting, returned]
    before = {view: desk.browsing.stories(view) for view in View}
    move: Callable[[list[int]], list[int]] = getattr(desk.putting_away, away)
    assert move(ids) == ids
    assert desk.browsing.stories(View.WAITING) == []
    assert desk.putting_away.restore(ids) == ids
    assert {view: desk.browsing.stories(view) for view in View} == before
    assert len(desk.versions.revisions(draft)) == 1


def test_a_spiked_story_that_is_thrown_away_comes_back_spiked(desk: Desk) -> None:
    (one,) = _new(desk, "SATU")
    desk.putting_away.spike([one])
    desk.putting_away.trash([one])
    assert _everywhere(desk) == {View.TRASH: {"SATU"}}
    assert desk.putting_away.restore([one]) == [one]
    assert _slugs(desk, View.SPIKED) == {"SATU"}
    assert desk.putting_away.restore([one]) == [one]
    assert _slugs(desk, View.MY_DRAFTS) == {"SATU"}


def test_what_cannot_be_moved_is_left_out_of_the_answer(desk: Desk) -> None:
    one, two = _new(desk, "SATU", "DUA")
    desk.putting_away.trash([one])
    assert desk.putting_away.spike([two, one, 4711]) == [two]
    assert desk.putting_away.trash([one, two, two]) == [two]
    assert desk.putting_away.restore([4711]) == []


def test_a_story_somebody_else_is_writing_is_not_put_away(building: Building) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    one, two = _new(ipang, "SATU", "DUA")
    assert dewi.locks.take(one) is None
    assert ipang.putting_away.spike([one, two]) == [two]
    with pytest.raises(StoryLocked) as refused:
        ipang.putting_away.trash([one])
    assert (refused.value.story_id, refused.value.person) == (one, "Dewi")
    assert _slugs(ipang, View.MY_DRAFTS) == {"SATU"}
    dewi.locks.release(one)
    assert ipang.putting_away.trash([one]) == [one]


def test_a_story_open_in_my_other_window_is_put_away(building: Building) -> None:
    left, right = building.desk(), building.desk()
    (one,) = _new(left, "SATU")
    right.locks.take(one)
    assert left.putting_away.trash([one]) == [one]


def test_putting_away_moves_no_story_up_in_the_list(desk: Desk) -> None:
    one, _two = _new(desk, "SATU", "DUA")
    desk.putting_away.spike([one])
    assert [row.slug for row in desk.browsing.stories(View.ALL)] == ["DUA", "SATU"]


def test_two_desks_put_the_same_stories_away_at_once(building: Building) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    ids = _new(ipang, *(f"NASKAH-{number}" for number in range(12)))
    dewi.people.me()
    with ThreadPoolExecutor(2) as threads:
        there = threads.submit(ipang.putting_away.trash, ids)
        back = threads.submit(dewi.putting_away.trash, ids[::-1])
        moved = there.result() + back.result()
    assert sorted(moved) == sorted(ids)
    assert len(_slugs(dewi, View.TRASH)) == 12
