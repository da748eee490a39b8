"""The demo newsroom: whole, made by the ordinary services, and apart from every other newsroom."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsdesk.app import build_demo, build_newsroom
from newsdesk.domain.bulletin import BulletinState
from newsdesk.domain.open_rundown import timed
from newsdesk.domain.people import Mode
from newsdesk.domain.readiness import ProblemKind, problems
from newsdesk.domain.story import Script, StoryStatus
from newsdesk.errors import DemoIsOpen
from newsdesk.paths import Paths, resources
from newsdesk.services.browsing import View
from newsdesk.services.demo_texts import read_texts


def test_the_demo_newsroom_is_a_day_of_work_beside_whatever_is_there(tmp_path: Path) -> None:
    paths = Paths(tmp_path)
    mine = build_newsroom(paths, "contoh")  # a newsroom of one's own that happens to be called so
    made = mine.drafting.new(Script(slug="MILIK-SAYA", body="Jangan hilang."))
    mine.close()
    demo = build_demo(paths)
    assert demo.name() is None
    assert not demo.remove()
    assert (demo.ready(), demo.ready(), demo.name()) == ("contoh 2",) * 3
    assert sorted(file.name for file in paths.newsrooms.glob("*.newsdesk")) == [
        "contoh 2.newsdesk", "contoh.newsdesk",
    ]  # fmt: skip

    newsroom = build_newsroom(paths, "contoh 2")
    try:
        assert newsroom.people.mode() is Mode.ALONE
        assert {person.name for person in newsroom.people.listed()} > {
            "Sekar Ayuningtyas", "Hadi Prasetya", "Larasati Widodo",
        }  # fmt: skip
        counts = newsroom.browsing.counts()
        assert (counts[View.ALL], counts[View.WAITING], counts[View.APPROVED]) == (13, 3, 8)
        # Something of one's own to begin with: a draft, and one that the editor sent back with a note.
        assert {row.slug for row in newsroom.browsing.stories(View.MY_DRAFTS)} == {
            "KERETA-PAGI",
            "LAMPU-JALAN",
        }
        stands = {row.slug: row for row in newsroom.browsing.stories(View.TODAY)}
        assert stands["HUJAN-LEBAT"].status is StoryStatus.CHANGED
        assert stands["LAMPU-JALAN"].status is StoryStatus.DRAFT
        assert stands["BALAI-BENIH"].embargo is not None
        cabai = newsroom.reviewing.open(stands["HARGA-CABAI"].id)
        assert cabai.approval is not None
        assert (cabai.approval.by_name, cabai.approval.own) == ("Hadi Prasetya", False)
        assert "tiga puluh delapan ribu rupiah per kilogram" in cabai.approval.text.spoken
        water = newsroom.reviewing.open(stands["AIR-BERSIH"].id)
        assert (water.may_approve, len(water.comments)) == (True, 1)

        now = datetime.now(UTC)
        rows = newsroom.bulletins.list(now.date(), 3)
        noon, evening = (
            newsroom.bulletins.open(next(row.id for row in rows if row.name == name and row.airtime > now))
            for name in ("Warta Siang Arunika", "Warta Sore Arunika")
        )
        assert noon.bulletin.airtime - now <= timedelta(days=1)
        assert (noon.bulletin.state, problems(noon)) == (BulletinState.READY, ())
        assert abs(timed(noon).over_ms) <= noon.bulletin.tolerance_ms
        assert {problem.kind for problem in problems(evening)} == {
            ProblemKind.MISSING_CLIP, ProblemKind.CHANGED, ProblemKind.NOT_APPROVED, ProblemKind.EMPTY,
        }  # fmt: skip
        assert timed(evening).over_ms > 10_000  # something to trim, and sentences that may be cut
        assert newsroom.audit.verify() is None
    finally:
        newsroom.close()

    for leave in (demo.remove, demo.rebuild):
        with pytest.raises(DemoIsOpen):
            leave("contoh 2")
    assert demo.remove("contoh")
    assert demo.name() is None
    again = build_newsroom(paths, "contoh")
    assert again.drafting.open(made.id).script.slug == "MILIK-SAYA"
    again.close()
    assert sorted(folder.name for folder in tmp_path.iterdir() if folder.name.startswith("contoh")) == []


def test_no_two_stories_of_the_demo_share_a_slug_and_each_stands_in_its_file() -> None:
    texts = read_texts(resources() / "demo")
    stories = texts.stories(dict.fromkeys(texts.sources(), 1))
    slugs = [story.script.slug for story in stories]
    assert len(set(slugs)) == len(slugs) >= 12
    placed = {slug for programme in texts.programmes() for _row, slug in programme.rows if slug}
    assert placed <= set(slugs)
    assert {story.desk for story in stories} <= set(texts.desks)
    assert any(story.script.cuttable for story in stories)
