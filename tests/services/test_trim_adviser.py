"""The trim adviser names what may go, for the reader of the row; what it does can be taken back whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newsdesk.domain.blocks import MARK, Clip
from newsdesk.domain.bulletin import BulletinState
from newsdesk.domain.open_rundown import OpenRundown, estimates, timed
from newsdesk.domain.readiness import Standing, problems, standing
from newsdesk.domain.rundown import ItemKind, Rundown, RundownItem
from newsdesk.domain.rundown_timing import time_rundown
from newsdesk.domain.story import Script, StoryStatus
from newsdesk.domain.trimming import TrimKind, TrimOption, by_harm, enough, saved_ms, without
from newsdesk.errors import StaleRundown, StaleStory, StoryLocked
from newsdesk.paths import resources
from newsdesk.services.later import Later
from newsdesk.services.measuring import Measuring
from newsdesk.services.reading import Reading
from newsdesk.spoken.tables import load
from tests import newsrooms
from tests.newsrooms import JAKARTA, Building, Desk
from tests.services.bulletin_desk import AIRTIME, again, approve, approved, bulletin, rewritten, written

ON_FILE = pytest.mark.parametrize("where", ["Redaksi"])
LONG = "Harga cabai naik di pasar. Pedagang mengeluh soal pasokan. Pembeli memilih menunggu."
SENTENCE = (27, 58)
CLIP = Clip("WALIKOTA-1", "", milliseconds=60_000, paraphrase="Kata wali kota, harga turun besok.")


def cuttable(desk: Desk, slug: str = "HARGA-CABAI") -> int:
    """Return an approved story with one sentence that may be cut."""
    story = written(desk, slug, LONG)
    opened = desk.drafting.open(story)
    desk.drafting.save(story, opened.version, replace(opened.script, cuttable=(SENTENCE,)))
    return approve(desk, story)


def over(desk: Desk, opened: OpenRundown) -> tuple[TrimOption, ...]:
    """Return what is suggested when the bulletin's slot is one second."""
    short = replace(opened, bulletin=replace(opened.bulletin, slot_ms=1000, tolerance_ms=0))
    return desk.trims.suggestions(short, estimates(short), timed(short).over_ms)


def only(options: tuple[TrimOption, ...], kind: TrimKind) -> TrimOption:
    (option,) = (one for one in options if one.kind is kind)
    return option


def body(desk: Desk, story: int) -> str:
    return desk.drafting.open(story).script.body


@pytest.fixture(autouse=True)
def as_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Measure what is written as what is approved is measured: by the reading itself."""
    measuring = Measuring(Later(lambda: Reading(load(resources() / "lexicon"))), JAKARTA)
    monkeypatch.setattr(newsrooms, "by_letters", measuring.length)


# ---------------------------------------------------------------- suggesting


@ON_FILE
def test_suggestions_come_by_least_harm_and_save_what_they_say(desk: Desk) -> None:
    cut = cuttable(desk)
    clip = approved(desk, "KLIP", f"Harga turun.\n{MARK}", [CLIP])
    repeat = approved(desk, "ULANGAN", "Sudah terbaca tadi pagi.")
    morning = bulletin(desk, repeat)
    with desk.storage.write() as work:
        desk.reviewing.mark_aired(work, repeat, 1, desk.people.me(), "Warta Pagi")
        work.bulletins.stands(morning.bulletin.id, BulletinState.AIRED)
    opened = bulletin(desk, cut, clip, repeat, announcers=[desk.people.me().id])
    options = over(desk, opened)
    assert [(one.slug, one.kind.value) for one in options] == [
        ("HARGA-CABAI", "cut_sentence"),
        ("KLIP", "paraphrase"),
        ("ULANGAN", "float_aired"),
        ("KLIP", "float"),
        ("HARGA-CABAI", "float"),
    ]
    sentence = options[0]
    assert sentence.words == "Pedagang mengeluh soal pasokan."
    assert options[2].where == "Warta Siang"
    # For this reader: at twice the rate, the words of the sentence take half as long.
    rate = desk.people.me().rate
    desk.people.set_rate(desk.people.me(), 2 * rate)
    faster = over(desk, again(desk, opened))[0]
    assert faster.saves_ms < sentence.saves_ms
    taken = estimates(opened)[sentence.item_id]
    trimmed = desk.trims.apply(opened.bulletin.id, opened.bulletin.version, [faster]).opened
    assert estimates(trimmed)[sentence.item_id] < taken


@ON_FILE
def test_nothing_is_suggested_for_what_is_in_time(desk: Desk) -> None:
    opened = bulletin(desk, cuttable(desk))
    assert desk.trims.suggestions(opened, estimates(opened), timed(opened).over_ms) == ()
    # Nor for what is so little over that its head says "pas".
    slot = timed(opened).total_ms - 1_000
    tight = replace(opened, bulletin=replace(opened.bulletin, slot_ms=slot, tolerance_ms=3_000))
    assert desk.trims.suggestions(tight, estimates(tight), timed(tight).over_ms) == ()


@ON_FILE
def test_words_are_only_taken_from_the_text_that_the_row_has(desk: Desk) -> None:
    story = cuttable(desk)
    opened = bulletin(desk, story)
    rewritten(desk, story, f"{LONG} Kabar baru.")
    assert [one.kind for one in over(desk, again(desk, opened))] == [TrimKind.FLOAT]


@ON_FILE
def test_an_earlier_shorter_text_is_offered_unless_it_was_wrong(desk: Desk) -> None:
    story = approved(desk, "PANDU", "Singkat saja.")
    approve(desk, rewritten(desk, story, LONG))
    opened = bulletin(desk, story)
    shorter = only(over(desk, opened), TrimKind.SHORTER_REVISION)
    assert (shorter.revision, shorter.by) == (2, "Ipang Harwoko")
    desk.trims.apply(opened.bulletin.id, opened.bulletin.version, [shorter])
    assert body(desk, story) == "Singkat saja."

    wrong = approved(desk, "SALAH", "Keliru.")
    version = desk.drafting.open(wrong).version
    desk.reviewing.correct(wrong, version, Script(slug="SALAH", body=LONG), "nama keliru")
    approve(desk, wrong)
    assert {one.kind for one in over(desk, bulletin(desk, wrong))} == {TrimKind.FLOAT}


def test_enough_is_ticked_for_each_hit_and_no_more() -> None:
    airtime = datetime(2025, 1, 17, 4, tzinfo=UTC)
    rows = [RundownItem(n, ItemKind.STORY, planned_ms=60_000, story_id=n) for n in range(1, 5)]
    rows[2] = replace(rows[2], fixed_at=airtime + timedelta(seconds=110))
    rundown = Rundown(items=tuple(rows))
    times = time_rundown(rundown, {}, airtime, airtime + timedelta(seconds=225))
    options = by_harm(
        [
            TrimOption(1, TrimKind.CUT_SENTENCE, 4_000, until=3, span=(0, 3)),
            TrimOption(2, TrimKind.PARAPHRASE, 9_000, until=3),
            TrimOption(2, TrimKind.FLOAT, 60_000, until=3),
            TrimOption(4, TrimKind.CUT_SENTENCE, 6_000, span=(5, 9)),
            TrimOption(4, TrimKind.CUT_SENTENCE, 0, span=(9, 12)),
        ],
        rundown,
    )
    assert [(one.item_id, one.kind) for one in options] == [
        (4, TrimKind.CUT_SENTENCE),
        (1, TrimKind.CUT_SENTENCE),
        (2, TrimKind.PARAPHRASE),
        (2, TrimKind.FLOAT),
    ]
    assert [hit.over_ms for hit in times.hits] == [10_000, 5_000]
    ticked = enough(options, times)
    assert [(one.item_id, one.kind) for one in ticked] == [
        (1, TrimKind.CUT_SENTENCE),
        (2, TrimKind.PARAPHRASE),
        (4, TrimKind.CUT_SENTENCE),
    ]
    assert saved_ms(ticked) == 19_000
    # Within the tolerance less will do; what the bigger one makes needless is left out.
    assert [one.item_id for one in enough(options, times, tolerance_ms=5_000)] == [2]
    # A story is not spared for a sentence of its own that saves too little, and another one dropped for it.
    tight = time_rundown(rundown, {}, airtime, airtime + timedelta(seconds=185))
    dropped = (TrimOption(4, TrimKind.FLOAT, 60_000), TrimOption(5, TrimKind.FLOAT, 60_000))
    ticked = [one for one in enough((*options, *dropped), tight) if one.until is None]
    assert [(one.item_id, one.kind) for one in ticked] == [(4, TrimKind.FLOAT)]


def test_a_sentence_is_cut_with_its_space_and_what_is_tied_to_the_rest_stays() -> None:
    script = Script(
        body=f"Satu. Dua. Tiga.\n{MARK}\nEmpat.\nLima.", blocks=(CLIP,), cuttable=((6, 10), (19, 25))
    )
    cut = without(script, script.cuttable)
    assert (cut.body, cut.blocks) == (f"Satu. Tiga.\n{MARK}\nLima.", (CLIP,))
    assert without(script, [(6, 10)]).cuttable == ((14, 20),)
    assert without(Script(body="Satu."), [(0, 5)]).body == ""
    assert without(Script(body="Satu. Dua."), [(6, 10)]).body == "Satu."
    assert without(script, [(90, 99), (5, 5), (-3, 2)]) == script


# ---------------------------------------------------------------- applying, and taking back


def test_a_cut_waits_for_an_editor_and_undone_the_same_approval_stands(desk: Desk) -> None:
    story, clip = cuttable(desk), approved(desk, "KLIP", f"Harga turun.\n{MARK}", [CLIP])
    opened = bulletin(desk, story, clip)
    options = over(desk, opened)
    chosen = [one for one in options if one.kind in (TrimKind.CUT_SENTENCE, TrimKind.PARAPHRASE)]
    trimmed = desk.trims.apply(opened.bulletin.id, opened.bulletin.version, chosen)
    first, second = trimmed.opened.rundown.items
    assert body(desk, story) == "Harga cabai naik di pasar. Pembeli memilih menunggu."
    assert desk.drafting.open(story).status is StoryStatus.CHANGED
    assert (first.approval_id, first.cut, second.paraphrase) == (None, (SENTENCE,), True)
    assert standing(trimmed.opened, first, timed(trimmed.opened)) is Standing.CHANGED
    assert timed(opened).total_ms - timed(trimmed.opened).total_ms == saved_ms(chosen)

    back = desk.trims.undo(trimmed.applied, trimmed.opened.bulletin.version)
    assert back.rundown == opened.rundown
    assert body(desk, story) == LONG
    assert desk.drafting.open(story).status is StoryStatus.APPROVED
    assert desk.drafting.open(story).script.cuttable == (SENTENCE,)
    assert timed(back).total_ms == timed(opened).total_ms
    assert [one.kind for one in problems(back)] == ["missing_clip"]
    assert desk.audit.verify() is None
    acts = [entry.act for entry in desk.audit.entries(4, kind="bulletin")]
    assert acts[:2] == ["undo", "trim"]


def test_a_cut_that_was_approved_is_pinned_and_a_later_change_is_not_undone(desk: Desk) -> None:
    story = cuttable(desk)
    opened = bulletin(desk, story)
    cut = only(over(desk, opened), TrimKind.CUT_SENTENCE)
    trimmed = desk.trims.apply(opened.bulletin.id, opened.bulletin.version, [cut])
    approve(desk, story)
    now = again(desk, opened)
    assert standing(now, now.rundown.items[0], timed(now)) is Standing.READY
    rewritten(desk, story, "Lain sama sekali.")
    with pytest.raises(StaleStory):
        desk.trims.undo(trimmed.applied, now.bulletin.version)
    assert body(desk, story) == "Lain sama sekali."


@pytest.mark.parametrize("put_away", ["killed", "spiked", "trashed"])
def test_what_an_editor_put_away_meanwhile_is_not_brought_back_by_undoing_a_cut(
    desk: Desk, put_away: str
) -> None:
    story = cuttable(desk)
    opened = bulletin(desk, story)
    cut = only(over(desk, opened), TrimKind.CUT_SENTENCE)
    trimmed = desk.trims.apply(opened.bulletin.id, opened.bulletin.version, [cut])
    match put_away:
        case "killed":
            desk.reviewing.kill(story, desk.drafting.look(story).version, "Sumbernya membantah.")
        case "spiked":
            desk.putting_away.spike([story])
        case _:
            desk.putting_away.trash([story])
    stood = desk.drafting.look(story)
    desk.trims.undo(trimmed.applied, trimmed.opened.bulletin.version)
    after = desk.drafting.look(story)
    assert (after.status, after.killed_why) == (stood.status, stood.killed_why)
    assert (after.approved_revision, after.script.body) == (0, LONG)
    assert desk.reviewing.open(story).approval is None


def test_what_meets_a_colleague_changes_nothing(building: Building, desk: Desk) -> None:
    other = building.desk("dewi", "Dewi")
    story = cuttable(desk)
    opened = bulletin(desk, story)
    cut = only(over(desk, opened), TrimKind.CUT_SENTENCE)
    assert other.locks.take(story) is None
    with pytest.raises(StoryLocked) as locked:
        desk.trims.apply(opened.bulletin.id, opened.bulletin.version, [cut])
    assert locked.value.person == "Dewi"
    other.locks.release(story)
    with pytest.raises(StaleStory):
        desk.trims.apply(opened.bulletin.id, opened.bulletin.version, [replace(cut, words="Bukan ini.")])
    desk.bulletins.keep(
        opened.bulletin.id, opened.bulletin.version, opened.rundown.planned(cut.item_id, 9_000)
    )
    with pytest.raises(StaleRundown):
        desk.trims.apply(opened.bulletin.id, opened.bulletin.version, [cut])
    assert (body(desk, story), desk.drafting.open(story).status) == (LONG, StoryStatus.APPROVED)
    assert again(desk, opened).rundown.items[0].approval_id == opened.rundown.items[0].approval_id
    assert again(desk, opened).bulletin.airtime == AIRTIME
