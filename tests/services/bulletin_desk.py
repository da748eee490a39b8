"""Stories approved and bulletins made, in few words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from newsdesk.domain.blocks import Block
from newsdesk.domain.bulletin import Programme
from newsdesk.domain.open_rundown import OpenRundown
from newsdesk.domain.rundown import Block as Heading
from newsdesk.domain.rundown import ItemKind, Rundown, RundownItem, in_order
from newsdesk.domain.story import Script
from tests.newsrooms import Desk
from tests.services import reviewers

NOW = datetime(2025, 1, 17, 2, tzinfo=UTC)
"""09.00 in Jakarta."""
AIRTIME = datetime(2025, 1, 17, 4, tzinfo=UTC)
"""11.00 in Jakarta."""
TEMPLATE = in_order(
    [Heading(1, "Pembuka"), Heading(2, "Kota", 300_000)],
    [
        RundownItem(1, ItemKind.JINGLE, "PEMBUKA", 1, planned_ms=20_000),
        RundownItem(2, ItemKind.WORDS, "SALAM", 1, planned_ms=10_000, words="Selamat siang."),
        RundownItem(3, ItemKind.STORY, "", 2, planned_ms=60_000),
        RundownItem(4, ItemKind.NETWORK, "JARINGAN", 2, planned_ms=180_000, hit="11.09.00"),
    ],
)
WARTA_SIANG = Programme(0, "Warta Siang", "FREQ=DAILY", AIRTIME.time().replace(hour=11), template=TEMPLATE)


def approved(desk: Desk, slug: str, body: str = "Satu. Dua.", blocks: Sequence[Block] = ()) -> int:
    """Return a new story whose words are approved."""
    return approve(desk, written(desk, slug, body, blocks))


def written(desk: Desk, slug: str, body: str = "Satu. Dua.", blocks: Sequence[Block] = ()) -> int:
    """Return a new story that nobody has approved."""
    return desk.drafting.new(Script(slug=slug, body=body, blocks=tuple(blocks))).id


def approve(desk: Desk, story_id: int) -> int:
    """Hand a story in and approve its newest words."""
    opened = desk.drafting.open(story_id)
    handed = desk.handing_in.submit(story_id, opened.version, opened.script)
    reviewers.approve(desk, story_id, handed.version, handed.revision)
    return story_id


def rewritten(desk: Desk, story_id: int, body: str) -> int:
    """Save other words of a story."""
    opened = desk.drafting.open(story_id)
    desk.drafting.save(story_id, opened.version, Script(slug=opened.script.slug, body=body))
    return story_id


def bulletin(desk: Desk, *stories: int, announcers: Sequence[int] = ()) -> OpenRundown:
    """Make a bulletin of these stories."""
    opened = desk.bulletins.create(None, AIRTIME, "Warta Siang", announcers=announcers)
    rows: list[RundownItem] = []
    for story_id in stories:
        state = desk.bulletins.state(story_id)
        assert state is not None
        rows.append(desk.bulletins.row_of(state, opened))
    return desk.bulletins.keep(opened.bulletin.id, opened.bulletin.version, Rundown(items=tuple(rows)))


def slugs(opened: OpenRundown) -> list[str]:
    """Return the slugs of its rows, floated ones in brackets."""
    return [f"({item.slug})" if item.floated else item.slug for item in opened.rundown.items]


def again(desk: Desk, opened: OpenRundown) -> OpenRundown:
    """Open a bulletin as it stands now."""
    return desk.bulletins.open(opened.bulletin.id)
