"""Ways past an approval that were open once; on both databases."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest
import sqlalchemy as sa

from newsdesk.domain.air_text import SaidChange
from newsdesk.domain.approval import WhyNot
from newsdesk.domain.attribution import Byline, Dateline
from newsdesk.domain.blocks import MARK, Clip
from newsdesk.domain.lexicon import Pronunciation
from newsdesk.domain.readiness import ProblemKind, problems
from newsdesk.domain.story import StoryStatus
from newsdesk.errors import NotAllowed, OwnStory, WrongStatus
from newsdesk.services.told import short
from newsdesk.storage.tables import every as t
from tests.newsrooms import Building
from tests.services.bulletin_desk import again, bulletin
from tests.services.reviewers import (
    FIRST,
    PASSWORD,
    SECOND,
    House,
    approve,
    handed_in,
    house_of,
    take_sayings,
)


@pytest.fixture
def house(building: Building) -> House:
    """Give a newsroom with a reporter and two editors at their desks."""
    return house_of(building)


def test_a_byline_is_ones_name_however_its_letters_are_written(house: House) -> None:
    house.ipang.people.rename(house.dewi.people.me(), "Dewi Ratnaningr\u00fcm")
    for name in (
        unicodedata.normalize("NFD", "Dewi Ratnaningr\u00fcm"),  # as some computers copy it
        "Dewi\u200b Ratnaningr\u00fcm",
        "\u202aDEWI\u00a0 RATNANINGR\u00dcM\u202c",
    ):
        story = handed_in(house.rani, replace(FIRST, bylines=(Byline(name),)))
        with pytest.raises(OwnStory):
            approve(house.dewi, story.id, story.version, 1)


def test_another_name_makes_a_story_nobody_elses(house: House) -> None:
    signed = replace(FIRST, bylines=(Byline("Dewi Lestari"),))
    first = handed_in(house.rani, signed)
    me = house.dewi.people.rename(house.dewi.people.me(), "D. Ayu")  # by herself
    with pytest.raises(OwnStory):
        approve(house.dewi, first.id, first.version, 1)
    house.ipang.accounts.change(me.id, name="Dewi A.")  # and by an administrator
    for byline in ("Dewi Lestari", "d. ayu", "Dewi A."):
        story = handed_in(house.rani, replace(FIRST, bylines=(Byline(byline),)))
        with pytest.raises(OwnStory):
            approve(house.dewi, story.id, story.version, 1)
        assert house.dewi.reviewing.open(story.id).why_not is WhyNot.OWN_STORY
        assert approve(house.bagas, story.id, story.version, 1).own is False
    other = handed_in(house.rani, replace(FIRST, bylines=(Byline("Rani Puspita"),)))
    assert approve(house.dewi, other.id, other.version, 1).by_name == "Dewi A."


def test_an_editor_does_not_let_herself_approve_her_own(house: House) -> None:
    with pytest.raises(NotAllowed):
        house.dewi.reviewing.set_own_approval(True)
    assert not house.dewi.reviewing.own_approval()
    assert house.ipang.reviewing.set_own_approval(True)


def test_what_lies_in_the_trash_is_not_approved_in_a_new_reading(house: House) -> None:
    story = handed_in(house.rani)
    approval = approve(house.dewi, story.id, story.version, 1)
    house.bagas.putting_away.trash([story.id])
    with pytest.raises(WrongStatus) as refused:
        take_sayings(house.dewi, story.id, approval.id)
    assert refused.value.trashed


def test_a_paraphrase_and_a_sign_off_said_otherwise_are_offered_too(house: House) -> None:
    clip = Clip("WALIKOTA-1", "a.wav", milliseconds=9_000, paraphrase="Menurut PKK, harga turun.")
    script = replace(
        FIRST,
        body=f"{FIRST.body}\n{MARK}",
        blocks=(clip,),
        bylines=(Byline("Rani Puspita"),),
        dateline=Dateline("Blitar"),
    )
    story = handed_in(house.rani, script)
    approval = approve(house.dewi, story.id, story.version, 1)
    house.ipang.lexicon.add(Pronunciation("PKK", "pekaka"))
    house.ipang.station.set_pattern("{penulis}, {tempat}.")
    for desk in (house.dewi, house.bagas):
        desk.reads.get().use(desk.lexicon.forms())
    # Where every computer has its own name for the station, another sign-off is no news.
    assert len(house.dewi.reviewing.said_otherwise(story.id)) == 1
    house.ipang.station.set_name("Radio Kelud")
    assert house.dewi.reviewing.said_otherwise(story.id) == (
        SaidChange(
            len(FIRST.body) + 1,
            len(FIRST.body) + 2,
            "Menurut PKK, harga turun.",
            approval.text.paraphrases[0],
            "Menurut pekaka, harga turun.",
        ),
        SaidChange(
            len(script.body),
            len(script.body),
            approval.text.sign_off,
            approval.text.sign_off,
            "Rani Puspita, Blitar.",
        ),
    )
    anew = take_sayings(house.bagas, story.id, approval.id)
    assert anew.text.sign_off == "Rani Puspita, Blitar."
    assert house.dewi.reviewing.said_otherwise(story.id) == ()


@pytest.mark.parametrize("count", [20, 200_000])
def test_the_log_has_the_reason_of_a_kill_and_of_an_endless_one_its_beginning(
    house: House, count: int
) -> None:
    story = handed_in(house.rani)
    approve(house.dewi, story.id, story.version, 1)
    reason = "Narasumber membantah. " * count
    version = house.dewi.drafting.look(story.id).version
    killed = house.dewi.reviewing.kill(story.id, version, reason)
    assert killed.killed_why == reason.strip()
    entry = next(one for one in house.ipang.audit.entries(3) if one.act == "kill")
    assert entry.after["why"] == short(reason.strip(), 2_000)
    assert (entry.after["why"] == reason.strip()) is (count == 20)
    assert house.ipang.audit.verify() is None


@pytest.mark.logs_warnings
def test_an_approval_that_was_tampered_with_does_not_come_into_a_bulletin_as_approved(house: House) -> None:
    story = handed_in(house.rani)
    approval = approve(house.dewi, story.id, story.version, 1)
    opened = bulletin(house.dewi, story.id)
    assert problems(opened) == ()
    with house.dewi.storage.database.engine.begin() as connection:
        on = "" if connection.dialect.name == "sqlite" else " ON approvals"
        connection.exec_driver_sql(f"DROP TRIGGER approvals_same{on}")
        text = replace(approval.text, body=SECOND.body).to_json()
        connection.execute(sa.update(t.approvals).values(text=text))
    assert [one.kind for one in problems(again(house.dewi, opened))] == [ProblemKind.NOT_APPROVED]


def test_what_an_editor_answers_for_its_writer_neither_puts_away_nor_brings_back(house: House) -> None:
    story = handed_in(house.rani)
    assert house.rani.putting_away.trash([story.id]) == [story.id]  # still her own
    assert house.rani.putting_away.restore([story.id]) == [story.id]
    approve(house.dewi, story.id, story.version, 1)
    for put_away in (house.rani.putting_away.spike, house.rani.putting_away.trash):
        with pytest.raises(NotAllowed):
            put_away([story.id])
    assert house.dewi.putting_away.trash([story.id]) == [story.id]
    with pytest.raises(NotAllowed):  # it would stand approved again, and nobody had looked
        house.rani.putting_away.restore([story.id])
    assert house.bagas.putting_away.restore([story.id]) == [story.id]
    assert house.dewi.putting_away.spike([story.id]) == [story.id]
    assert house.rani.putting_away.restore([story.id]) == [story.id]  # it waits for an editor
    assert house.dewi.reviewing.open(story.id).story.status is StoryStatus.WAITING


def test_only_an_editor_approves_a_new_reading_and_only_of_what_she_did_not_begin(house: House) -> None:
    begun = house.dewi.drafting.new()
    written = house.rani.drafting.save(begun.id, begun.version, FIRST)
    story = house.rani.handing_in.submit(begun.id, written.version, FIRST)
    with pytest.raises(OwnStory):
        approve(house.dewi, story.id, story.version, story.revision)
    approval = approve(house.bagas, story.id, story.version, story.revision)
    with pytest.raises(NotAllowed):
        take_sayings(house.rani, story.id, approval.id)
    with pytest.raises(OwnStory):
        take_sayings(house.dewi, story.id, approval.id)
    assert house.rani.reviewing.open(story.id).approval == approval


def test_who_has_no_role_changes_nothing_of_the_newsroom(house: House, building: Building) -> None:
    tag = house.rani.drafting.new(replace(SECOND, tags=("pasar",))) and house.rani.tags.list()[0]
    renamed = house.ipang.tags.rename(tag, "pasar induk")
    house.ipang.accounts.add("Tamu", "tamu", PASSWORD, [])
    guest = building.desk("tamu", "Tamu")
    guest.accounts.sign_in("tamu", PASSWORD)
    entries = len(house.ipang.audit.entries())
    tries: list[Callable[[], object]] = [
        lambda: guest.tags.undo(renamed),
        lambda: guest.lexicon.add(Pronunciation("PKK", "pekaka")),
        lambda: guest.accounts.set_idle_minutes(99),
        lambda: guest.drafting.new(FIRST),
        lambda: guest.checks.add_word("blitar"),
    ]
    for attempt in tries:
        with pytest.raises(NotAllowed):
            attempt()
    assert len(house.ipang.audit.entries()) == entries
    assert house.ipang.tags.list()[0].name == "pasar induk"


def test_the_stations_new_name_is_signed_off_with_at_once(house: House) -> None:
    script = replace(FIRST, bylines=(Byline("Rani Puspita"),))

    def approved() -> str:
        story = handed_in(house.rani, script)
        return approve(house.dewi, story.id, story.version, 1).text.sign_off

    assert approved() == "Rani Puspita, Radio Kelud, melaporkan."  # as this computer calls it
    house.ipang.station.set_name("Patria FM")
    assert approved() == "Rani Puspita, Patria FM, melaporkan."
    house.ipang.station.set_name("")
    assert approved() == "Rani Puspita, Radio Kelud, melaporkan."


def test_a_dateline_is_read_where_the_station_signs_off_with_its_place(house: House) -> None:
    script = replace(FIRST, bylines=(Byline("Rani Puspita"),), dateline=Dateline("Blitar"))
    elsewhere = replace(script, dateline=Dateline("Kediri"))
    for pattern, status in (("", StoryStatus.APPROVED), ("{penulis}, {tempat}.", StoryStatus.CHANGED)):
        house.ipang.station.set_pattern(pattern)
        story = handed_in(house.rani, script)
        approve(house.dewi, story.id, story.version, 1)
        saved = house.rani.drafting.save(story.id, story.version, elsewhere)
        assert (saved.status, saved.revision) == (status, 2)
    with house.dewi.storage.write() as work:  # what was read were the words from before
        assert not house.dewi.reviewing.mark_aired(work, story.id, 1, house.dewi.people.me(), "Warta")
