"""The list of stories and its views, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from newsdesk.domain.blocks import MARK, Clip, Note
from newsdesk.domain.story import Script, StoryStatus
from newsdesk.services.browsing import Browsing, View
from newsdesk.services.clock import GrowingClock
from newsdesk.services.drafting import Drafting
from tests.newsrooms import JAKARTA, Building, Desk, by_letters, capitals
from tests.services.reviewers import approve


def _slugs(desk: Desk, view: View = View.ALL, needle: str = "", limit: int | None = None) -> list[str]:
    return [row.slug for row in desk.browsing.stories(view, needle, limit)]


def _some(counts: dict[View, int]) -> dict[View, int]:
    return {view: count for view, count in counts.items() if count}


def test_a_row_shows_what_a_list_needs(desk: Desk) -> None:
    made = desk.drafting.new(
        Script(slug="PASAR", headline="Harga naik", body="Harga cabai naik. Lagi.\nTitik.")
    )
    (row,) = desk.browsing.stories(View.ALL)
    assert row == (
        made.id, "PASAR", "Harga naik", "Harga cabai naik.", StoryStatus.DRAFT, "Ipang Harwoko",
        made.revised_at, 30, 3, 2, 0, False, "", False, 0, None, 0, None, "", "",
    )  # fmt: skip
    assert row.status is StoryStatus.DRAFT
    assert row.unsaved is False
    assert row.updated_at.tzinfo is not None


def test_autosaved_text_shows_in_my_list_only(building: Building) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    made = ipang.drafting.new(Script(slug="LAMA", headline="Lama", body="Lama."))
    at = dewi.drafting.keep(made.id, made.version, Script(slug="BARU", headline="Baru", body="Baru sekali."))
    (mine,) = dewi.browsing.stories(View.ALL)
    assert (mine.slug, mine.headline, mine.lead, mine.by) == ("BARU", "Baru", "Baru sekali.", "Dewi")
    assert (mine.unsaved, mine.updated_at, mine.syllables) == (True, at, 12)
    (theirs,) = ipang.browsing.stories(View.ALL)
    assert (theirs.slug, theirs.unsaved, theirs.by) == ("LAMA", False, "Ipang Harwoko")


def test_a_row_tells_the_clips_of_the_newest_text_that_is_shown(building: Building) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    clips = (Clip(milliseconds=18_000), Note("Jeda."), Clip(milliseconds=2_500))
    with_clips = Script(slug="KLIP", body=f"Satu.\n{MARK}\n{MARK}\n{MARK}", blocks=clips)
    made = ipang.drafting.new(with_clips)
    one_less = Script(slug="KLIP", body=f"Satu.\n{MARK}", blocks=clips[:1])
    dewi.drafting.keep(made.id, made.version, one_less)
    assert [row.clip_ms for row in ipang.browsing.stories(View.ALL)] == [20_500]
    assert [row.clip_ms for row in dewi.browsing.stories(View.ALL)] == [18_000]
    dewi.drafting.save(made.id, made.version, one_less)
    assert [row.clip_ms for row in ipang.browsing.stories(View.ALL)] == [18_000]


def test_an_empty_new_story_with_autosaved_text_is_not_empty_in_the_list(desk: Desk) -> None:
    made = desk.drafting.new()
    desk.drafting.keep(made.id, made.version, Script(slug="BARU", body="Isi."))
    assert [(row.slug, row.lead) for row in desk.browsing.stories(View.ALL)] == [("BARU", "Isi.")]


def test_the_latest_worked_on_stands_first(desk: Desk) -> None:
    one, two, three = (desk.drafting.new(Script(slug=slug)) for slug in ("SATU", "DUA", "TIGA"))
    assert _slugs(desk) == ["TIGA", "DUA", "SATU"]
    desk.drafting.save(one.id, one.version, Script(slug="SATU-LAGI"))
    desk.drafting.keep(two.id, two.version, Script(slug="DUA-LAGI"))
    assert _slugs(desk) == ["DUA-LAGI", "SATU-LAGI", "TIGA"]
    assert _slugs(desk, limit=2) == ["DUA-LAGI", "SATU-LAGI"]
    assert three.revision == 1


@pytest.mark.parametrize(
    ("needle", "found"),
    [
        ("pasar", ["PASAR-LEGI"]),
        ("GENANGAN", ["PASAR-LEGI"]),
        ("dewi", []),
        ("harwoko", ["ÉTNIS", "PASAR-LEGI"]),
        ("étn", ["ÉTNIS"]),
        ("100%", ["ÉTNIS"]),
        ("0_%", []),
        ("\x00 pasar \n", ["PASAR-LEGI"]),
        ("'; DROP TABLE stories; --", []),
    ],
)
def test_the_filter_finds_letters_in_any_case(desk: Desk, needle: str, found: list[str]) -> None:
    desk.drafting.new(
        Script(slug="PASAR-LEGI", headline="Drainase", body="Pedagang mengeluhkan genangan. Dewi.")
    )
    desk.drafting.new(Script(slug="ÉTNIS", headline="Naik 100% lebih", body="Isi."))
    assert _slugs(desk, needle=needle) == found


def test_my_drafts_are_what_i_made_or_am_typing_in(building: Building) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    ipang.drafting.new(Script(slug="IPANG"))
    theirs = dewi.drafting.new(Script(slug="DEWI"))
    assert _slugs(ipang, View.MY_DRAFTS) == ["IPANG"]
    ipang.drafting.keep(theirs.id, theirs.version, Script(slug="DEWI-IPANG"))
    assert _slugs(ipang, View.MY_DRAFTS) == ["DEWI-IPANG", "IPANG"]
    assert _slugs(dewi, View.MY_DRAFTS) == ["DEWI"]


def test_today_is_the_stations_day(building: Building) -> None:
    desk = building.desk()
    desk.people.me()

    def made_at(hour: int, day: int, slug: str, airtime: datetime | None = None) -> None:
        clock = GrowingClock(lambda: datetime(2025, 1, day, hour, tzinfo=UTC))
        drafting = Drafting(desk.storage, desk.people, by_letters, capitals, clock)
        story = drafting.new(Script(slug=slug))
        if airtime:
            drafting.set_airtime(story.id, story.version, airtime)

    # In Jakarta 17 January is from 16 January 17.00 UTC to 17 January 17.00 UTC.
    made_at(16, 16, "KEMARIN")
    made_at(17, 16, "LEWAT-TENGAH-MALAM")
    made_at(16, 17, "MALAM")
    made_at(1, 10, "LAMA-UNTUK-HARI-INI", datetime(2025, 1, 17, 4, tzinfo=UTC))
    made_at(2, 17, "UNTUK-BESOK", datetime(2025, 1, 17, 17, tzinfo=UTC))
    now = datetime(2025, 1, 17, 3, tzinfo=UTC)
    browsing = Browsing(desk.storage, desk.people, JAKARTA, lambda: now)
    today = {row.slug for row in browsing.stories(View.TODAY)}
    assert today == {"LEWAT-TENGAH-MALAM", "MALAM", "LAMA-UNTUK-HARI-INI"}
    assert _some(browsing.counts()) == {View.MY_DRAFTS: 5, View.TODAY: 3, View.ALL: 5}


def test_counts_are_the_lengths_of_the_views(building: Building) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    assert _some(ipang.browsing.counts()) == {}
    for desk in (ipang, dewi, ipang):
        desk.drafting.new(Script(slug="X"))
    assert ipang.browsing.counts() == {view: len(ipang.browsing.stories(view)) for view in View}
    assert _some(ipang.browsing.counts()) == {View.MY_DRAFTS: 2, View.TODAY: 3, View.ALL: 3}


def test_what_waits_is_listed_oldest_first_and_says_since_when(building: Building) -> None:
    ipang, dewi = building.desk(), building.desk("dewi", "Dewi")
    first, second, third = (
        ipang.drafting.new(Script(slug=slug, body=f"Isi {slug}.")) for slug in ("SATU", "DUA", "TIGA")
    )
    waits = [ipang.handing_in.submit(one.id, one.version, one.script) for one in (second, third, first)]
    again = ipang.drafting.save(second.id, waits[0].version, Script(slug="DUA", body="Lain."))
    ipang.handing_in.submit(second.id, again.version, again.script)  # handed in anew: it keeps its place
    dewi.drafting.keep(third.id, third.version, Script(slug="TIGA-DEWI", body="Isi Dewi."))
    rows = dewi.browsing.stories(View.WAITING)
    assert [row.slug for row in rows] == ["DUA", "TIGA-DEWI", "SATU"]
    assert [row.waiting_since for row in rows] == [one.revised_at for one in waits]
    assert [row.revision for row in rows] == [4, 2, 2]
    assert [row.slug for row in dewi.browsing.stories(View.WAITING, limit=2)] == ["DUA", "TIGA-DEWI"]
    for story_id, revision in ((first.id, 2), (third.id, 2)):
        opened = dewi.drafting.look(story_id)
        approve(dewi, story_id, opened.version, revision)
    changed = ipang.drafting.look(third.id)
    ipang.drafting.save(third.id, changed.version, Script(slug="TIGA", body="Berubah."))
    assert [(row.slug, row.status) for row in ipang.browsing.stories(View.WAITING)] == [
        ("DUA", StoryStatus.WAITING),
        ("TIGA", StoryStatus.CHANGED),
    ]
    (approved,) = ipang.browsing.stories(View.APPROVED)
    assert (approved.slug, approved.approved_revision, approved.waiting_since) == ("SATU", 2, None)
    with dewi.storage.write() as work:
        assert dewi.reviewing.mark_aired(work, first.id, 2, dewi.people.me(), "Warta Siang")
    assert [row.slug for row in ipang.browsing.stories(View.AIRED)] == ["SATU"]
    assert _some(ipang.browsing.counts()) == {
        View.WAITING: 2, View.TODAY: 3, View.ALL: 3, View.AIRED: 1,
    }  # fmt: skip


def test_a_draft_that_was_sent_back_says_by_whom_and_why_until_it_is_handed_in_again(
    building: Building,
) -> None:
    rani, dewi = building.desk("rani", "Rani"), building.desk("dewi", "Dewi")
    script = Script(slug="CABAI", body="Harga naik.")
    made = rani.drafting.new(script)
    handed = rani.handing_in.submit(made.id, made.version, script)
    back = dewi.handing_in.send_back(made.id, handed.version, "Sumbernya siapa?")

    def told(view: View) -> tuple[str, str, str]:
        (row,) = rani.browsing.stories(view)
        return row.by, row.returned_by, row.returned_why

    for view in (View.MY_DRAFTS, View.TODAY):
        assert told(view) == ("Rani", "Dewi", "Sumbernya siapa?")
    assert told(View.ALL) == ("Rani", "", "")  # its writer's all the same
    assert [row.by for row in dewi.browsing.stories(View.ALL, "rani")] == ["Rani"]
    saved = rani.drafting.save(made.id, back.version, replace(script, body="Harga naik, kata BPS."))
    assert told(View.MY_DRAFTS)[1:] == ("Dewi", "Sumbernya siapa?")
    rani.drafting.keep(made.id, saved.version, replace(script, body="Harga naik, kata BPS dan"))
    assert told(View.MY_DRAFTS)[1:] == ("Dewi", "Sumbernya siapa?")
    newest = rani.drafting.open(made.id)
    handed = rani.handing_in.submit(made.id, newest.version, newest.script)
    assert told(View.TODAY) == ("Rani", "", "")
    rani.handing_in.withdraw(made.id, handed.version)
    assert told(View.MY_DRAFTS) == ("Rani", "", "")
