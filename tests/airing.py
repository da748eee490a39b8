"""Bulletins at the microphone for tests, and moments that tests choose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from newsdesk.domain.air_bulletin import AirBulletin, AirItem, AirStatus, numbered
from newsdesk.domain.air_text import AirText
from newsdesk.domain.as_run import Moment
from newsdesk.domain.rundown import ItemKind
from newsdesk.domain.timing import SpokenLength

AIRTIME = datetime(2025, 1, 17, 4, 0, tzinfo=UTC)


class TwoClocks:
    """The wall clock and the clock that nobody can set, both moved by the test."""

    def __init__(self, at: datetime = AIRTIME) -> None:
        self.at = at
        self.ms = 5_000

    def now(self) -> datetime:
        """Return the wall clock's time."""
        return self.at

    def ticks(self) -> int:
        """Return the other clock's."""
        return self.ms

    def pass_by(self, seconds: float) -> None:
        """Let time go by on both."""
        self.at += timedelta(seconds=seconds)
        self.ms += round(seconds * 1000)

    def moment(self) -> Moment:
        """Return this moment by both."""
        return Moment(self.at, self.ms)


def air_item(item_id: int, body: str = "Pemkot menggelar upacara.", **given: object) -> AirItem:
    """Return an approved story as an item, 350 syllables long."""
    text = AirText(f"NASKAH-{item_id}", "", body, spoken=body.lower(), length=SpokenLength(350, 1, 1))
    made = AirItem(
        item_id,
        0,
        ItemKind.STORY,
        text.slug,
        text,
        story_id=item_id * 10,
        revision=1,
        approval_id=item_id * 100,
        approved_by="Dewi",
        digest=text.digest(),
        status=AirStatus.APPROVED,
        length=text.length,
        reader_id=7,
        reader="Sinta Ayu",
        rate=350,
        planned_ms=60_000,
        estimate_ms=60_000,
    )
    return replace(made, **given)  # type: ignore[arg-type]


def air_bulletin(items: Sequence[AirItem] | int = 3, bulletin_id: int = 5) -> AirBulletin:
    """Return a quarter of an hour that was signed ready, of these items or of so many."""
    rows = [air_item(number) for number in range(1, items + 1)] if isinstance(items, int) else list(items)
    return AirBulletin(
        bulletin_id,
        "Warta Siang",
        AIRTIME,
        AIRTIME + timedelta(minutes=15),
        ("Sinta Ayu",),
        numbered(rows),
        AIRTIME - timedelta(minutes=5),
        "Asia/Jakarta",
        version=3,
        ready=True,
        ready_by="Dewi",
    )
