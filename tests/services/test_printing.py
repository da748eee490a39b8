"""What is gathered for paper is what the newsroom says at that moment."""

from __future__ import annotations

import html
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from newsdesk.app import build_newsroom
from newsdesk.domain.paper import Paper
from newsdesk.domain.rundown import ItemKind, Rundown, RundownItem
from newsdesk.domain.story import Script
from newsdesk.errors import NothingApproved
from newsdesk.paths import Paths
from newsdesk.services.newsroom import Newsroom
from newsdesk.services.printing import Copy, bulletin_paper, story_paper
from tests.services import reviewers

AT = datetime(2026, 11, 22, 10, 4, tzinfo=ZoneInfo("Asia/Jakarta"))
STATION = "Mahardhika FM"


@pytest.fixture
def newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    paths = Paths(tmp_path / "profile")
    paths.make()
    newsroom = build_newsroom(paths, "Redaksi")
    yield newsroom
    newsroom.close()


def written(newsroom: Newsroom, slug: str, body: str, *, approve: bool) -> int:
    made = newsroom.drafting.new(Script(slug=slug, body=body))
    if approve:
        handed = newsroom.handing_in.submit(made.id, made.version, made.script)
        reviewers.approve(newsroom, made.id, handed.version, handed.revision)
    return made.id


def words(paper: Paper) -> str:
    whole = " ".join(sheet.html for sheet in paper.sheets)
    whole = re.sub("</?[ub]>", "", whole)  # inside a line
    return " ".join(html.unescape(re.sub("<[^>]+>", " ", whole)).replace("\xa0", " ").split())


def test_the_air_copy_has_the_approved_words_whatever_was_typed_since(newsroom: Newsroom) -> None:
    story_id = written(newsroom, "HARGA-BERAS", "Inflasi 2,65 persen, kata BPS.", approve=True)
    typed = Script(slug="HARGA-BERAS", body="Inflasi 9 persen.")
    told = words(story_paper(newsroom, story_id, Copy.ON_AIR, typed, STATION, AT))
    assert "Inflasi dua koma enam lima persen, kata be pe es." in told
    assert "revisi 2, disetujui" in told
    assert "DRAF" not in told


def test_the_air_copy_of_what_nobody_approved_is_refused(newsroom: Newsroom, tmp_path: Path) -> None:
    draft = written(newsroom, "HARGA-BERAS", "Inflasi 2,65 persen.", approve=False)
    altered = written(newsroom, "HARGA-CABAI", "Inflasi 2,65 persen.", approve=True)
    (file,) = tmp_path.rglob("Redaksi.newsdesk")
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER approvals_same")
        connection.execute("UPDATE approvals SET text = replace(text, 'Inflasi', 'Deflasi')")
    for story_id in (draft, altered):
        with pytest.raises(NothingApproved):
            story_paper(newsroom, story_id, Copy.ON_AIR, None, STATION, AT)


def test_a_draft_has_what_stands_on_the_screen_and_says_that_it_was_edited(newsroom: Newsroom) -> None:
    story_id = written(newsroom, "HARGA-BERAS", "Inflasi 2,65 persen.", approve=False)
    kept = newsroom.reviewing.open(story_id).story.script
    told = words(story_paper(newsroom, story_id, Copy.DRAFT, kept, STATION, AT))
    assert "DRAF, bukan untuk siaran" in told
    assert "Inflasi 2,65 persen." in told
    assert "lalu diubah lagi" not in told
    typed = replace(kept, body="Inflasi 9 persen.")
    told = words(story_paper(newsroom, story_id, Copy.DRAFT, typed, STATION, AT))
    assert "Inflasi 9 persen." in told
    assert "revisi 1, lalu diubah lagi" in told


@pytest.fixture
def bulletin(newsroom: Newsroom) -> int:
    """A bulletin of an opener, an approved story and one that nobody has approved."""
    me = newsroom.people.me()
    bulletins = newsroom.bulletins
    opened = bulletins.create(None, AT + timedelta(hours=1), "Warta Siang", 15 * 60_000, (me.id,))
    items = [RundownItem(bulletins.new_id(), ItemKind.WORDS, "PEMBUKA", words="Selamat siang, pukul 11.00.")]
    for slug, approve in (("HARGA-BERAS", True), ("BANJIR", False)):
        story_id = written(newsroom, slug, f"Kabar {slug.title()}: naik 2,65 persen.", approve=approve)
        state = bulletins.state(story_id)
        assert state is not None
        items.append(bulletins.row_of(state, opened))
    bulletins.keep(opened.bulletin.id, opened.bulletin.version, Rundown(items=tuple(items)))
    return opened.bulletin.id


def test_a_rundown_has_its_times_its_states_and_the_head_of_the_log(
    newsroom: Newsroom, bulletin: int
) -> None:
    told = words(bulletin_paper(newsroom, bulletin, STATION, AT))
    head = newsroom.audit.head()
    assert "22 Nov 2026, tayang 11.04.00, tutup 11.19.00, jatah 15:00" in told
    assert "1 PEMBUKA Kata tetap" in told
    assert "HARGA-BERAS Naskah" in told
    assert "Siap" in told
    assert "Draf" in told
    assert "kurang" in told
    assert f"Catatan audit nomor {head.number}, sidik {head.hash[:8]}" in told


def test_scripts_of_a_bulletin_stand_in_its_order_and_what_is_not_approved_is_a_draft(
    newsroom: Newsroom, bulletin: int
) -> None:
    paper = bulletin_paper(newsroom, bulletin, STATION, AT, rundown=False, scripts=Copy.ON_AIR)
    assert [sheet.stamp for sheet in paper.sheets] == ["", "", "DRAF, bukan untuk siaran"]
    told = words(paper)
    assert told.index("1. PEMBUKA") < told.index("2. HARGA-BERAS") < told.index("3. BANJIR")
    assert "pukul sebelas" in told
    assert "Kabar Banjir: naik 2,65 persen." in told
    assert "Kabar Harga-Beras: naik dua koma enam lima persen." in told


def test_both_together_are_one_paper(newsroom: Newsroom, bulletin: int) -> None:
    paper = bulletin_paper(newsroom, bulletin, STATION, AT, scripts=Copy.DRAFT)
    assert len(paper.sheets) == 4
    assert [sheet.lying for sheet in paper.sheets] == [True, False, False, False]
    assert all(sheet.stamp for sheet in paper.sheets[1:])
