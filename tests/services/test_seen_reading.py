"""Nobody approves a reading that she has not seen, whoever changed it and how; on both databases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from random import Random

import pytest

from newsdesk.domain.air_text import AirText
from newsdesk.domain.attribution import Byline
from newsdesk.domain.house_style import HouseStyle, YearStyle
from newsdesk.domain.lexicon import HowSaid
from newsdesk.domain.sign_off import SigningOff
from newsdesk.domain.story import Script, StoryStatus
from newsdesk.errors import ReadingChanged
from newsdesk.services.air_texts import AirTexts
from newsdesk.services.measuring import Measuring
from newsdesk.services.open_story import OpenStory
from newsdesk.services.reviewing import Reviewing
from tests.newsrooms import JAKARTA, Building, Desk
from tests.services.reviewers import House, approve, handed_in, house_of, seen, take_sayings

SCRIPT = Script(
    slug="KANTOR-BPS",
    headline="Kantor pindah",
    bylines=(Byline("Rani Puspita"),),
    body="Kantor BPS yang dibangun tahun 1972 pindah Kamis (5/9).",
)
FRIDAY = datetime(2024, 9, 6, 4, tzinfo=UTC)


@pytest.fixture
def house(building: Building) -> House:
    """Give a newsroom with a reporter and two editors at their desks."""
    return house_of(building)


def settle(desk: Desk, spoken: str) -> None:
    """Settle how BPS is said, as a word."""
    (found,) = [entry for entry in desk.lexicon.forms() if entry.form == "BPS"]
    desk.lexicon.update(replace(found, spoken=spoken, how=HowSaid.WORD))


def by_this_desk(house: House) -> None:
    """Settle it where the editor sits: her own window reads by it at once."""
    settle(house.dewi, "bapeles")
    house.dewi.reads.get().use(house.dewi.lexicon.forms())


WAYS: dict[str, Callable[[House, OpenStory], object]] = {
    "the lexicon, at this desk": lambda house, story: by_this_desk(house),
    "the lexicon, at another desk": lambda house, story: settle(house.bagas, "be pe esnya"),
    "the style of the house": lambda house, story: house.bagas.style.set(HouseStyle(years=YearStyle.HALVES)),
    "the station's name": lambda house, story: house.ipang.station.set_name("Radio Brantas"),
    "the sign-off": lambda house, story: house.ipang.station.set_pattern("{penulis}, lapor."),
    "the day it is planned for": lambda house, story: plan(house, story),
}


def plan(house: House, story: OpenStory) -> None:
    """Plan it for the day after the one it names: that day is "kemarin" in this house."""
    house.bagas.style.set(HouseStyle(relative_dates=True))
    house.rani.drafting.set_airtime(story.id, story.version, FRIDAY)


def test_a_reading_that_changed_since_it_was_shown_is_shown_before_it_is_approved(house: House) -> None:
    for way, change in WAYS.items():
        story = handed_in(house.rani, SCRIPT)
        shown = house.dewi.reviewing.as_said(house.dewi.reviewing.open(story.id))
        change(house, story)
        with pytest.raises(ReadingChanged) as refused:
            house.dewi.reviewing.approve(story.id, story.version, 1, seen=shown.digest())
        assert refused.value.story_id == story.id, way
        review = house.dewi.reviewing.open(story.id)
        assert (review.last_approval, review.story.status) == (None, StoryStatus.WAITING), way
        now = house.dewi.reviewing.as_said(review)  # her window reads by it from now on
        assert now.digest() != shown.digest(), way
        approval = house.dewi.reviewing.approve(story.id, review.story.version, 1, seen=now.digest())
        assert (approval.text, approval.digest) == (now, now.digest()), way
        # A colleague whose window nobody told of it has it said just so.
        assert house.bagas.reviewing.said_otherwise(story.id) == (), way
    assert [entry.act for entry in house.ipang.audit.entries()].count("approve") == len(WAYS)


def test_a_story_planned_in_the_very_moment_of_approving_is_approved_as_it_is_said_then(house: House) -> None:
    house.dewi.reads.get().use(house.dewi.lexicon.forms(), HouseStyle(relative_dates=True))
    story = handed_in(house.rani, SCRIPT)
    shown = house.dewi.reviewing.as_said(house.dewi.reviewing.open(story.id))
    made = AirTexts(house.dewi.reads, Measuring(house.dewi.reads, JAKARTA), lambda: "Radio Kelud").of
    moments = [FRIDAY]

    def replan(airtime: datetime | None) -> None:
        house.rani.drafting.set_airtime(story.id, house.rani.drafting.look(story.id).version, airtime)

    def meanwhile(script: Script, airtime: datetime | None, signing: SigningOff) -> AirText:
        text = made(script, airtime, signing)
        while moments:  # after it was asked for, and before it is stored
            replan(moments.pop())
        return text

    reviewing = Reviewing(house.dewi.storage, house.dewi.drafting, meanwhile, lambda: None)
    with pytest.raises(ReadingChanged):
        reviewing.approve(story.id, story.version, 1, seen=shown.digest())
    assert house.dewi.reviewing.open(story.id).story.status is StoryStatus.WAITING
    now = house.dewi.reviewing.as_said(house.dewi.reviewing.open(story.id))
    assert "kemarin" in now.spoken
    replan(None)
    moments.append(FRIDAY)
    approval = reviewing.approve(story.id, story.version, 1, seen=now.digest())
    assert approval.text == now  # of the day it is planned for, and not of the one from a moment ago


def test_a_new_reading_is_approved_only_as_it_was_shown(house: House) -> None:
    story = handed_in(house.rani, SCRIPT)
    approval = approve(house.dewi, story.id, story.version, 1)
    settle(house.ipang, "bapeles")
    shown = house.dewi.reviewing.said_otherwise(story.id)
    assert [change.new for change in shown] == ["bapeles"]  # settled at another desk, seen at this one
    settle(house.ipang, "badan pusat statistik")
    with pytest.raises(ReadingChanged):
        house.dewi.reviewing.approve_sayings(story.id, approval.id, shown)
    assert house.dewi.reviewing.open(story.id).approval == approval
    anew = take_sayings(house.dewi, story.id, approval.id)
    assert "badan pusat statistik" in anew.text.spoken


@pytest.mark.parametrize("where", ["Redaksi"])  # how words are read is the same on every database
def test_whatever_happens_in_between_what_is_approved_is_what_was_shown(house: House) -> None:
    random = Random(41)
    refused = approved = 0
    for _round in range(6):
        story = handed_in(house.rani, SCRIPT)
        digest = seen(house.dewi, story.id)
        for _change in range(random.randrange(3)):
            desk = random.choice((house.dewi, house.bagas, house.ipang))
            if random.random() < 0.5:
                settle(desk, random.choice(("bapeles", "be pe es", "badan pusat statistik")))
            else:
                desk.reads.get().use(desk.lexicon.forms(), desk.style.get())
                house.ipang.style.set(HouseStyle(years=random.choice(list(YearStyle))))
        try:
            made = house.dewi.reviewing.approve(story.id, story.version, 1, seen=digest)
        except ReadingChanged:
            refused += 1
            digest = seen(house.dewi, story.id)
            made = house.dewi.reviewing.approve(story.id, story.version, 1, seen=digest)
        approved += 1
        assert made.digest == made.text.digest() == digest
        assert house.bagas.reviewing.said_otherwise(story.id) == ()
    assert refused
    assert approved == 6
