"""What the desk changes reaches the announcer where it is something to her, and not where it is a plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from newsdesk.domain.air_bulletin import (
    AirBulletin,
    AirChange,
    AirChangeKind,
    AirClip,
    AirItem,
    AirStatus,
    numbered,
)
from newsdesk.domain.air_changes import Told, changes
from newsdesk.domain.blocks import Clip
from newsdesk.domain.rundown import ItemKind
from tests.airing import AIRTIME, air_bulletin, air_item


def _jingle(milliseconds: int, source: str = "pembuka.wav") -> AirItem:
    clip = AirClip(0, Clip("PEMBUKA", source, milliseconds=milliseconds), source, source)
    return AirItem(
        9, 0, ItemKind.JINGLE, "PEMBUKA", planned_ms=milliseconds, clips=(clip,), status=AirStatus.NO_STORY
    )


def test_another_plan_for_a_jingle_is_no_change_and_another_file_is_one() -> None:
    held = air_bulletin([_jingle(12_300), air_item(1)])

    def told(jingle: AirItem) -> list[int]:
        newest = replace(held, items=numbered([jingle, *held.items[1:]]))
        return [change.item_id for change in changes(held, newest, Told("Rani", AIRTIME), {}, {})]

    assert told(_jingle(12_300)) == []
    assert told(_jingle(15_000)) == []
    assert told(_jingle(12_300, "lain.wav")) == [9]


def test_that_her_words_were_approved_meanwhile_is_told_once() -> None:
    unasked = air_item(1, status=AirStatus.NOT_APPROVED, approval_id=None, approved_by="", approved_at=None)
    held = air_bulletin([unasked, air_item(2)])
    at = AIRTIME + timedelta(minutes=1)
    newest = replace(held, items=numbered([air_item(1, approved_at=at), held.items[1]]))

    def told(mine: AirBulletin) -> tuple[AirChange, ...]:
        return changes(mine, newest, Told("Rani", AIRTIME), {}, {})

    (change,) = told(held)
    assert (change.kind, change.at, change.by) == (AirChangeKind.WORDS, at, "Dewi")
    loaded = held.with_change(change)
    assert loaded.items[0].approved_by == "Dewi"
    assert told(loaded) == ()
