"""What the desk changes in a jingle reaches the announcer when she would hear it, not when it is a plan."""

from __future__ import annotations

from dataclasses import replace

from newsdesk.domain.air_bulletin import AirClip, AirItem, AirStatus, numbered
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
