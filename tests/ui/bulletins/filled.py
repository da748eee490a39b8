"""A bulletin as a newsroom has it an hour before the air: every kind of row, every way a story stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from newsdesk.domain.open_rundown import OpenRundown
from newsdesk.domain.rundown import Block, ItemKind, Rundown, RundownItem
from newsdesk.domain.story import Script
from newsdesk.services.newsroom import Newsroom
from tests.services import reviewers

SENTENCE = "Pemerintah Kota Blitar mencatat perkembangan terbaru di lapangan pada hari ini. "
READY = ("BLITAR-DBD", "KANIGORO-PASAR", "PSBK-BLITAR")
PLACED = (
    "KEPALA-BERITA",
    "STATISTIK-OPD",
    "PASAR-LEGI-DRAINASE",
    "PANDU-NEGERI",
    "HARGA-CABAI",
    "BATIK-TURI",
    "CUACA-SIANG",
    "PUSKESMAS-ANTREAN",
)
WAITING, DRAFT, CHANGED = "PANDU-NEGERI", "STATISTIK-OPD", "HARGA-CABAI"


def write(
    newsroom: Newsroom, slug: str, sentences: int = 3, *, approve: bool = True, cut: bool = False
) -> int:
    """Write a story, and approve it; return its number. With ``cut`` its last sentence may be cut."""
    body = (SENTENCE * sentences).strip()
    start = len(SENTENCE) * (sentences - 1)
    marks = ((start, len(body)),) if cut else ()
    story = newsroom.drafting.new(Script(slug, body=body, cuttable=marks))
    if approve:
        newsroom.handing_in.submit(story.id, story.version, story.script)
        review = newsroom.reviewing.open(story.id)
        reviewers.approve(newsroom, story.id, review.story.version, review.story.revision)
    return story.id


def fill(newsroom: Newsroom, airtime: datetime) -> OpenRundown:
    """Make "Warta Siang" at ``airtime`` (aware), fifteen minutes, with thirteen rows and one kept."""
    for slug in READY:
        write(newsroom, slug)
    stories = {
        slug: write(
            newsroom,
            slug,
            sentences=11 if slug == "BATIK-TURI" else 5,
            approve=slug not in (WAITING, DRAFT, "PUSKESMAS-ANTREAN"),
            cut=slug in ("KEPALA-BERITA", "BATIK-TURI"),
        )
        for slug in PLACED
    }
    bulletins = newsroom.bulletins
    me = newsroom.people.me()
    opened = bulletins.create(None, airtime, "Warta Siang", 15 * 60_000, [me.id])

    def row(slug: str, block: int) -> RundownItem:
        state = bulletins.state(stories[slug])
        assert state is not None
        return replace(bulletins.row_of(state, opened), block_id=block, floated=slug == "PUSKESMAS-ANTREAN")

    def other(kind: ItemKind, slug: str, block: int, seconds: int) -> RundownItem:
        return RundownItem(bulletins.new_id(), kind, slug, block, planned_ms=seconds * 1000)

    join = other(ItemKind.NETWORK, "JARINGAN-NASIONAL", 3, 180)
    rows = (
        other(ItemKind.JINGLE, "PEMBUKA", 1, 20),
        row("KEPALA-BERITA", 1),
        row("STATISTIK-OPD", 2),
        row("PASAR-LEGI-DRAINASE", 2),
        row("PANDU-NEGERI", 2),
        other(ItemKind.BREAK, "IKLAN-1", 2, 120),
        row("HARGA-CABAI", 3),
        replace(join, fixed_at=airtime + timedelta(minutes=5)),
        row("BATIK-TURI", 3),
        row("CUACA-SIANG", 3),
        other(ItemKind.STORY, "", 3, 45),
        other(ItemKind.WORDS, "PENUTUP", 3, 20),
        other(ItemKind.JINGLE, "JINGLE-AKHIR", 3, 240),
        row("PUSKESMAS-ANTREAN", 3),
    )
    blocks = (Block(1, "Pembuka"), Block(2, "Kota"), Block(3, "Kabupaten"))
    opened = bulletins.keep(opened.bulletin.id, opened.bulletin.version, Rundown(blocks, rows))
    _change_words(newsroom, stories[CHANGED])
    newsroom.handing_in.submit(*_as_it_stands(newsroom, stories[WAITING]))
    return bulletins.open(opened.bulletin.id)


def _change_words(newsroom: Newsroom, story_id: int) -> None:
    number, version, script = _as_it_stands(newsroom, story_id)
    newsroom.drafting.save(number, version, replace(script, body=script.body + " Harganya naik lagi."))


def _as_it_stands(newsroom: Newsroom, story_id: int) -> tuple[int, int, Script]:
    story = newsroom.drafting.open(story_id)
    return story.id, story.version, story.script
