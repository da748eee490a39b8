"""Tags and desks renamed, merged and archived, each change taken back; on both databases."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait

import pytest

from newsdesk.domain.registers import Entry
from newsdesk.domain.story import Script, Story
from newsdesk.errors import NameTaken, NoName, StaleEntry, StaleStory
from newsdesk.services.browsing import View
from tests.newsrooms import Building, Desk


def story(desk: Desk, *tags: str) -> int:
    return desk.drafting.new(Script(body="Isi.", tags=tags)).id


def tag(desk: Desk, name: str) -> Entry:
    return next(one for one in desk.tags.list() if one.name == name)


def named(entries: list[Entry]) -> list[tuple[str, int]]:
    return [(one.name, one.stories) for one in entries]


# ---------------------------------------------------------------- tags


def test_a_renamed_tag_has_its_new_name_in_every_revision_and_takes_it_back(desk: Desk) -> None:
    first = story(desk, "banjir", "Wlingi")
    change = desk.tags.rename(tag(desk, "banjir"), "  banjir  bandang\x00")
    assert desk.drafting.revision(first, 1).script.tags == ("banjir bandang", "Wlingi")
    assert named(desk.tags.list()) == [("banjir bandang", 1), ("Wlingi", 1)]
    desk.tags.undo(change)
    assert named(desk.tags.list()) == [("banjir", 1), ("Wlingi", 1)]
    story(desk, "banjir bandang")
    assert named(desk.tags.list()) == [("banjir", 1), ("banjir bandang", 1), ("Wlingi", 1)]


def test_an_old_name_saved_from_an_open_window_brings_the_old_tag_not_back(desk: Desk) -> None:
    story(desk, "banjir")
    change = desk.tags.rename(tag(desk, "banjir"), "bencana")
    second = story(desk, "banjir")
    assert desk.drafting.open(second).script.tags == ("bencana",)
    assert named(desk.tags.list()) == [("bencana", 2)]
    desk.tags.undo(change)
    assert desk.drafting.open(second).script.tags == ("banjir",)
    assert named(desk.tags.list()) == [("banjir", 2)]


def test_a_tag_is_renamed_back_and_forth(desk: Desk) -> None:
    story(desk, "banjir")
    desk.tags.rename(tag(desk, "banjir"), "bencana")
    desk.tags.rename(tag(desk, "bencana"), "banjir")
    story(desk, "bencana")
    assert named(desk.tags.list()) == [("banjir", 2)]
    same = desk.tags.rename(tag(desk, "banjir"), "banjir")
    desk.tags.undo(same)
    assert named(desk.tags.list()) == [("banjir", 2)]


def test_merged_tags_stand_once_on_a_story_and_come_apart_again(desk: Desk) -> None:
    both, one = story(desk, "banjir", "Banjir"), story(desk, "Banjir")
    change = desk.tags.merge(tag(desk, "banjir"), tag(desk, "Banjir"))
    assert desk.drafting.open(both).script.tags == ("banjir",)
    assert desk.drafting.open(one).script.tags == ("banjir",)
    assert named(desk.tags.list()) == [("banjir", 2)]
    desk.tags.undo(change)
    assert desk.drafting.open(both).script.tags == ("banjir", "Banjir")
    assert dict(named(desk.tags.list())) == {"banjir": 1, "Banjir": 2}


def test_a_name_that_another_tag_has_or_had_is_refused(desk: Desk) -> None:
    story(desk, "banjir", "longsor", "gempa")
    desk.tags.merge(tag(desk, "longsor"), tag(desk, "gempa"))
    for taken in ("longsor", "gempa"):
        with pytest.raises(NameTaken) as refused:
            desk.tags.rename(tag(desk, "banjir"), taken)
        assert refused.value.name == taken
    with pytest.raises(NoName):
        desk.tags.rename(tag(desk, "banjir"), " \x00 ")


def test_a_tag_that_a_colleague_changed_is_not_changed_by_what_one_saw_before(building: Building) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    story(ipang, "banjir", "longsor")
    seen = tag(ipang, "banjir")
    change = dewi.tags.rename(seen, "bencana")
    with pytest.raises(StaleEntry):
        ipang.tags.rename(seen, "air bah")
    with pytest.raises(StaleEntry):
        ipang.tags.merge(tag(ipang, "longsor"), seen)
    ipang.tags.merge(tag(ipang, "longsor"), tag(ipang, "bencana"))
    with pytest.raises(StaleEntry):
        dewi.tags.undo(change)
    with pytest.raises(StaleEntry):
        ipang.tags.merge(seen, tag(ipang, "longsor"))
    with pytest.raises(StaleEntry):
        ipang.tags.merge(seen, seen)


# ---------------------------------------------------------------- desks


def test_a_story_is_given_to_a_desk_as_it_is_planned_for_air(building: Building) -> None:
    desk = building.desk()
    kota = desk.desks.add(" Kota ")
    made = desk.drafting.new(Script(body="Isi."))
    given = desk.drafting.set_desk(made.id, made.version, kota.id)
    assert (given.desk_id, given.desk, given.version) == (kota.id, "Kota", made.version + 1)
    assert desk.drafting.open(made.id) == given
    with pytest.raises(StaleStory):
        building.desk("dewi", "Dewi").drafting.set_desk(made.id, made.version, None)
    assert desk.drafting.set_desk(made.id, given.version, None).desk == ""
    begun = desk.drafting.begin()
    assert desk.drafting.set_desk(begun.id, begun.version, kota.id).desk == "Kota"


def test_desks_are_renamed_merged_and_archived_and_every_change_is_taken_back(desk: Desk) -> None:
    kota, daerah = desk.desks.add("Kota"), desk.desks.add("Daerah")
    made = desk.drafting.new(Script(body="Isi."))
    desk.drafting.set_desk(made.id, made.version, daerah.id)
    assert named(desk.desks.list()) == [("Daerah", 1), ("Kota", 0)]
    second, first = desk.desks.list()[1], desk.desks.list()[0]
    merged = desk.desks.merge(second, first)
    assert named(desk.desks.list()) == [("Kota", 1)]
    assert desk.drafting.open(made.id).desk == "Kota"
    renamed = desk.desks.rename(desk.desks.list()[0], "Kota dan Daerah")
    assert desk.drafting.open(made.id).desk == "Kota dan Daerah"
    archived = desk.desks.archive(desk.desks.list()[0])
    assert [one.archived for one in desk.desks.list()] == [True]
    assert desk.drafting.open(made.id).desk == "Kota dan Daerah"
    for change in (archived, renamed, merged):
        desk.desks.undo(change)
    assert named(desk.desks.list()) == [("Daerah", 1), ("Kota", 0)]
    assert [one.archived for one in desk.desks.list()] == [False, False]
    assert kota.name == "Kota"


def test_an_added_desk_is_taken_back_and_only_archived_when_a_story_has_it(desk: Desk) -> None:
    olahraga, kota = desk.desks.add("Olahraga"), desk.desks.add("Kota")
    made = desk.drafting.new(Script(body="Isi."))
    desk.drafting.set_desk(made.id, made.version, kota.id)
    for change in (olahraga, kota):
        desk.desks.undo(change)
    assert desk.desks.list() == [Entry(kota.id, "Kota", 1, archived=True)]
    assert desk.drafting.open(made.id).desk == "Kota"


def test_a_desk_name_is_taken_once_and_never_empty(desk: Desk) -> None:
    desk.desks.add("Kota")
    with pytest.raises(NameTaken):
        desk.desks.add("Kota")
    with pytest.raises(NoName):
        desk.desks.add("  ")


def test_a_desk_that_a_colleague_merged_is_stale(building: Building) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    ipang.desks.add("Daerah")
    ipang.desks.add("Kota")
    daerah, kota = ipang.desks.list()
    merged = dewi.desks.merge(kota, daerah)
    for change in (
        lambda: ipang.desks.archive(daerah),
        lambda: ipang.desks.rename(daerah, "Kabupaten"),
        lambda: ipang.desks.merge(kota, daerah),
        lambda: ipang.desks.merge(kota, kota),
    ):
        with pytest.raises(StaleEntry):
            change()
    dewi.desks.undo(merged)
    with pytest.raises(StaleEntry):
        dewi.desks.undo(merged)


def test_the_list_of_stories_is_filtered_by_desk_and_by_tag_as_they_are_called_now(desk: Desk) -> None:
    daerah, kota = desk.desks.add("Daerah"), desk.desks.add("Kota")
    first = desk.drafting.new(Script(slug="SATU", body="Isi.", tags=("banjir",)))
    second = desk.drafting.new(Script(slug="DUA", body="Isi.", tags=("longsor",)))
    desk.drafting.set_desk(first.id, first.version, daerah.id)
    opened = desk.drafting.set_desk(second.id, second.version, kota.id)

    def found(needle: str) -> list[str]:
        return sorted(row.slug for row in desk.browsing.stories(View.ALL, needle))

    assert (found("kota"), found("LONGSOR"), found("bandang")) == (["DUA"], ["DUA"], [])
    desk.tags.rename(tag(desk, "banjir"), "banjir bandang")
    desk.desks.merge(*reversed(desk.desks.list()))
    assert (found("kota"), found("daerah"), found("bandang")) == (["DUA", "SATU"], [], ["SATU"])
    desk.drafting.save(second.id, opened.version, Script(slug="DUA", body="Isi."))
    assert found("longsor") == []


def test_two_desks_that_merge_crosswise_at_once_neither_wait_for_each_other_nor_both_win(
    building: Building,
) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    ipang.desks.add("Daerah")
    ipang.desks.add("Kota")
    daerah, kota = ipang.desks.list()
    with ThreadPoolExecutor(2) as both:
        merges = [both.submit(ipang.desks.merge, kota, daerah), both.submit(dewi.desks.merge, daerah, kota)]
        failures = [merge.exception(timeout=20) for merge in merges]
    assert sorted(type(failure) for failure in failures if failure) == [StaleEntry]
    assert len(ipang.desks.list()) == 1


def _save_with(desk: Desk, tag: str, *, between: Callable[[], None]) -> None:
    with desk.storage.write() as work:
        me, now = desk.people.me().id, desk.clock.next()
        story = work.stories.add(Story(created_at=now, created_by=me, updated_at=now, updated_by=me))
        work.stories.keep_revision(story, story.revise(Script(body="Isi.", tags=(tag,)), me, now))
        between()


def test_a_story_saved_while_its_tag_gets_its_old_name_back_is_kept_with_it(building: Building) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    dewi.people.me()
    ipang.drafting.new(Script(body="Isi.", tags=("kota",)))
    change = ipang.tags.rename(tag(ipang, "kota"), "Kota Blitar")
    with ThreadPoolExecutor(1) as beside:
        undone: list[Future[None]] = []

        def undo_meanwhile() -> None:
            undone.append(beside.submit(ipang.tags.undo, change))
            wait(undone, timeout=0.3)  # it waits for the story

        _save_with(dewi, "kota", between=undo_meanwhile)
        undone[0].result()
    assert named(ipang.tags.list()) == [("kota", 2)]


def test_a_story_is_saved_while_the_stand_in_of_its_tag_is_being_removed(building: Building) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    dewi.people.me()
    ipang.drafting.new(Script(body="Isi.", tags=("kota",)))
    kota = tag(ipang, "kota")
    ipang.tags.rename(kota, "Kota Blitar")
    with ThreadPoolExecutor(1) as beside:
        with ipang.storage.write() as work:
            stand_in = work.tags.stand_in("kota")
            assert stand_in is not None
            work.tag_uses.move(*stand_in)
            work.tags.remove(stand_in[0])
            work.tags.rename(kota.id, "Kota Blitar", "kota")
            saved = beside.submit(dewi.drafting.new, Script(body="Isi.", tags=("kota",)))
            wait([saved], timeout=0.3)
        assert saved.result().script.tags == ("kota",)
    assert named(ipang.tags.list()) == [("kota", 2)]
