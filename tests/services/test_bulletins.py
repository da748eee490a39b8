"""A bulletin's words are pinned, two desks lose nothing, and it is ready only when everything is."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from newsdesk.domain.blocks import MARK, Clip
from newsdesk.domain.bulletin import BulletinState
from newsdesk.domain.open_rundown import OpenRundown, estimates, timed
from newsdesk.domain.people import Role
from newsdesk.domain.readiness import ProblemKind, Standing, newer, problems, standing
from newsdesk.domain.rundown import Block, ItemKind, Rundown, RundownItem
from newsdesk.errors import (
    DatabaseDamaged,
    NoSuchBulletin,
    NoSuchStory,
    NotAllowed,
    NotReady,
    StaleRundown,
    WrongBulletinState,
    WrongStatus,
)
from newsdesk.services.sound_there import SoundThere
from tests.newsrooms import Building, Desk
from tests.services.bulletin_desk import (
    AIRTIME,
    NOW,
    WARTA_SIANG,
    again,
    approve,
    approved,
    bulletin,
    rewritten,
    slugs,
    written,
)

ON_FILE = pytest.mark.parametrize("where", ["Redaksi"])
"""One kind of database will do where only Python decides."""


@pytest.fixture(autouse=True)
def morning(desk: Desk) -> None:
    """Let it be 09.00 on the day of the bulletin."""
    desk.now = lambda: NOW


def kinds(opened: OpenRundown) -> list[str]:
    return [problem.kind.value for problem in problems(opened)]


def stands(opened: OpenRundown) -> list[Standing]:
    times = timed(opened)
    return [standing(opened, item, times) for item in opened.rundown.items]


def keep(desk: Desk, opened: OpenRundown, rundown: Rundown) -> OpenRundown:
    return desk.bulletins.keep(opened.bulletin.id, opened.bulletin.version, rundown)


# ---------------------------------------------------------------- pinned words


def test_the_approved_words_are_pinned_and_never_swapped_by_themselves(desk: Desk) -> None:
    story = approved(desk, "HARGA-CABAI", "Harga naik. Warga mengeluh.")
    opened = bulletin(desk, story)
    (pinned,) = opened.rundown.items
    state = opened.states[story]
    assert (pinned.revision, pinned.approval_id) == (state.approved_revision, state.approval_id)
    assert stands(opened) == [Standing.READY]

    # Words change, are approved again: the row keeps what it has, and is offered the newer.
    approve(desk, rewritten(desk, story, "Harga turun. Warga senang. Pedagang tidak."))
    changed = again(desk, opened)
    assert changed.rundown.items == (pinned,)
    assert newer(changed.states[story], pinned) == changed.states[story].approved_revision
    assert kinds(changed) == ["newer_approved"]
    assert stands(changed) == [Standing.CHANGED]
    assert estimates(changed) == estimates(opened)  # of the pinned words, not of the newer

    taken = desk.bulletins.pin_newest(opened.bulletin.id, pinned.id)
    assert kinds(taken) == []
    assert estimates(taken)[pinned.id] > estimates(opened)[pinned.id]
    assert newer(taken.states[story], taken.rundown.items[0]) is None


@ON_FILE
def test_a_row_placed_before_approval_goes_by_the_newest_text_and_is_pinned_once_approved(desk: Desk) -> None:
    story = written(desk, "DRAF", "Satu.")
    opened = bulletin(desk, story)
    assert (opened.rundown.items[0].revision, stands(opened)) == (None, [Standing.DRAFT])
    short = estimates(opened)[opened.rundown.items[0].id]
    rewritten(desk, story, "Satu. Dua tiga empat lima enam.")
    assert estimates(again(desk, opened))[opened.rundown.items[0].id] > short
    approve(desk, story)
    now = again(desk, opened)
    assert (kinds(now), stands(now)) == ([], [Standing.READY])
    ready = desk.bulletins.make_ready(now.bulletin.id, now.bulletin.version)
    assert ready.rundown.items[0].approval_id == ready.states[story].approval_id


@ON_FILE
def test_a_story_that_was_spiked_trashed_or_killed_while_placed_is_told(desk: Desk) -> None:
    stories = [approved(desk, slug) for slug in ("A", "B", "C")]
    opened = bulletin(desk, *stories)
    version = [desk.drafting.open(story).version for story in stories]
    desk.reviewing.kill(stories[0], version[0], "keluarga minta")
    desk.putting_away.spike([stories[1]])
    desk.putting_away.trash([stories[2]])
    now = again(desk, opened)
    assert [problem.kind for problem in problems(now)] == [
        ProblemKind.KILLED,
        ProblemKind.SET_ASIDE,
        ProblemKind.SET_ASIDE,
    ]
    assert stands(now) == [Standing.KILLED, Standing.SPIKED, Standing.SPIKED]
    assert slugs(now) == ["A", "B", "C"]  # nothing leaves a rundown by itself


# ---------------------------------------------------------------- two desks


def test_two_people_reorder_at_once_and_neither_edit_is_lost(building: Building, desk: Desk) -> None:
    other = building.desk("dewi", "Dewi")
    opened = bulletin(desk, *(approved(desk, slug) for slug in ("A", "B", "C", "D")))
    a, b, c, d = (item.id for item in opened.rundown.items)
    theirs = again(other, opened)
    keep(desk, opened, opened.rundown.moved({d}, a, 0))
    with pytest.raises(StaleRundown) as stale:
        keep(other, theirs, theirs.rundown.moved({a}, c, 0))
    newest = stale.value.newest
    assert isinstance(newest, OpenRundown)
    assert slugs(newest) == ["D", "A", "B", "C"]
    both = keep(other, newest, newest.rundown.moved({a}, c, 0))
    assert slugs(both) == ["D", "B", "A", "C"]
    assert slugs(again(desk, opened)) == slugs(both)
    # A colleague's row that is gone: the edit names it still, and does what is left of it.
    keep(desk, both, both.rundown.without({c}))
    newest = again(other, opened)
    assert slugs(keep(other, newest, newest.rundown.moved({b}, c, 0))) == ["D", "A", "B"]


@ON_FILE
def test_what_was_not_changed_is_not_kept_and_not_logged(desk: Desk) -> None:
    opened = bulletin(desk, approved(desk, "A"))
    entries = desk.audit.head().number
    assert keep(desk, opened, opened.rundown) == opened
    assert desk.audit.head().number == entries
    moved = keep(desk, opened, opened.rundown.planned(opened.rundown.items[0].id, 99_000))
    assert moved.bulletin.version == opened.bulletin.version + 1
    (newest, *_) = desk.audit.entries(1, kind="bulletin", subject_id=opened.bulletin.id)
    assert (newest.act, newest.person, newest.subject) == ("rundown", "Ipang Harwoko", "Warta Siang")
    assert newest.before["rundown"] != newest.after["rundown"]
    assert desk.audit.verify() is None


def test_five_hundred_rows_come_back_as_they_were(desk: Desk) -> None:
    story = approved(desk, "A")
    opened = bulletin(desk)
    rows = [
        RundownItem(
            desk.bulletins.new_id(),
            ItemKind.STORY,
            f"S{n}",
            n % 3,
            story,
            planned_ms=n,
            fixed_at=AIRTIME if n == 7 else None,
            hit="Magrib" if n == 8 else "",
            floated=n % 5 == 0,
            cut=((1, 2),) if n == 9 else (),
        )
        for n in range(500)
    ]
    blocks = (Block(1, "Kota", 60_000), Block(2, "Desa"))
    ordered = sorted(rows, key=lambda row: row.block_id)
    kept = keep(desk, opened, Rundown(blocks, tuple(ordered)))
    pinned = desk.bulletins.open(opened.bulletin.id).rundown
    assert pinned == kept.rundown
    assert [replace(row, revision=None, approval_id=None) for row in pinned.items] == ordered
    empty = keep(desk, kept, Rundown())
    assert (empty.rundown, kinds(empty)) == (Rundown(), ["no_rows"])


def test_what_a_rundown_names_that_there_is_not_is_not_kept(desk: Desk) -> None:
    opened = bulletin(desk, approved(desk, "A"), approved(desk, "B"))
    first, second = opened.rundown.items
    with pytest.raises(NoSuchStory):
        keep(desk, opened, opened.rundown.with_item(replace(first, story_id=77)))
    odd = replace(first, reader_id=77, planned_ms=-5, words="a\x00b", approval_id=second.approval_id)
    kept = keep(desk, opened, opened.rundown.with_item(odd)).rundown.items[0]
    assert (kept.reader_id, kept.planned_ms, kept.words) == (None, 0, "ab")
    assert kept.approval_id == first.approval_id  # another story's approval is not its own
    with pytest.raises(NoSuchBulletin):
        desk.bulletins.keep(77, 1, Rundown())
    with pytest.raises(NoSuchBulletin):
        desk.bulletins.open(77)


def test_of_two_keeps_in_the_same_moment_one_is_told_and_both_edits_stand(
    building: Building, desk: Desk
) -> None:
    other = building.desk("dewi", "Dewi")
    opened = bulletin(desk, *(approved(desk, slug) for slug in ("A", "B", "C")))
    a, _b, c = (item.id for item in opened.rundown.items)
    together, told = threading.Barrier(2), list[str]()

    def plan(who: Desk, item_id: int, ms: int) -> None:
        who.people.me()
        together.wait()
        try:
            keep(who, opened, opened.rundown.planned(item_id, ms))
        except StaleRundown as stale:
            newest = stale.newest
            assert isinstance(newest, OpenRundown)
            keep(who, newest, newest.rundown.planned(item_id, ms))
            told.append("stale")

    threads = [threading.Thread(target=plan, args=edit) for edit in ((desk, a, 11_000), (other, c, 22_000))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == ["stale"]
    planned = {item.id: item.planned_ms for item in again(desk, opened).rundown.items}
    assert (planned[a], planned[c]) == (11_000, 22_000)


# ---------------------------------------------------------------- who may


@ON_FILE
def test_who_may_not_is_told_and_changes_nothing(desk: Desk) -> None:
    opened = bulletin(desk, approved(desk, "A"))
    draft = written(desk, "DRAF")
    desk.accounts.begin_with("Rani", "rani", "rahasia-sekali")
    desk.accounts.add("Ipang", "ipang2", "rahasia-sekali", {Role.REPORTER})
    desk.accounts.add("Sinta", "sinta", "rahasia-sekali", {Role.ANNOUNCER})
    number, base = opened.bulletin.id, opened.bulletin.version
    desk.accounts.sign_in("ipang2", "rahasia-sekali")
    for act in (
        lambda: keep(desk, opened, Rundown()),
        lambda: desk.bulletins.create(None, AIRTIME),
        lambda: desk.bulletins.change(number, base, name="Lain"),
        lambda: desk.bulletins.make_ready(number, base),
        lambda: desk.bulletins.remove(number, base),
        lambda: desk.programmes.add(WARTA_SIANG),
        lambda: desk.programmes.import_times("tanggal,magrib\n2025-01-17,17:58"),
    ):
        with pytest.raises(NotAllowed):
            act()
    desk.accounts.sign_in("sinta", "rahasia-sekali")
    with pytest.raises(NotAllowed):  # an announcer builds, and signs for nothing that is missing
        desk.bulletins.make_ready(number, base, "tidak apa-apa")
    with pytest.raises(NotAllowed):
        desk.bulletins.flash(number, opened.rundown.items[0].story_id or draft, None)
    assert again(desk, opened).rundown == opened.rundown
    assert desk.bulletins.make_ready(number, base).bulletin.ready_by == "Sinta"


# ---------------------------------------------------------------- ready


def test_ready_needs_everything_or_an_editors_name(building: Building, desk: Desk) -> None:
    other = building.desk("dewi", "Dewi")
    good, locked, draft = approved(desk, "BAIK"), approved(desk, "TERKUNCI"), written(desk, "DRAF")
    clip = Clip("WALIKOTA-1", "/tidak/ada.wav", milliseconds=9000)
    silent = approved(desk, "KLIP", f"Satu.\n{MARK}", [clip])
    held = approved(desk, "EMBARGO")
    opened = desk.drafting.open(held)
    desk.reviewing.set_embargo(held, opened.version, AIRTIME + timedelta(minutes=5))
    assert other.locks.take(locked) is None
    now = bulletin(desk, good, locked, draft, silent, held, good)
    now = keep(desk, now, now.rundown.placed(RundownItem(1, ItemKind.STORY, "KOSONG"), None))
    assert kinds(now) == ["locked", "not_approved", "missing_clip", "embargo", "twice", "empty"]
    assert problems(now)[0].detail == "Dewi"
    assert stands(now)[:5] == [
        Standing.READY,
        Standing.APPROVED,
        Standing.DRAFT,
        Standing.MISSING,
        Standing.APPROVED,
    ]
    with pytest.raises(NotReady) as failure:
        desk.bulletins.make_ready(now.bulletin.id, now.bulletin.version)
    assert failure.value.problems == 6
    signed = desk.bulletins.make_ready(now.bulletin.id, now.bulletin.version, "Dewi di jalan")
    assert signed.bulletin.state is BulletinState.READY
    assert (signed.bulletin.ready_by, signed.bulletin.ready_at) == ("Ipang Harwoko", NOW)
    assert signed.bulletin.ready_why.startswith("Dewi di jalan (TERKUNCI: locked; ")
    (entry, *_) = desk.audit.entries(1, kind="bulletin", subject_id=now.bulletin.id)
    assert (entry.act, entry.after["state"]) == ("sign-ready", "ready")
    # What floats is not asked, and a fixed row in a float neither.
    floated = keep(desk, signed, signed.rundown.floated({row.id for row in signed.rundown.items[1:]}))
    assert kinds(floated) == []


@ON_FILE
def test_ready_stays_ready_until_an_edit_brings_a_problem(desk: Desk) -> None:
    opened = bulletin(desk, approved(desk, "A"), approved(desk, "B"))
    ready = desk.bulletins.make_ready(opened.bulletin.id, opened.bulletin.version)
    assert ready.bulletin.state is BulletinState.READY
    first, second = ready.rundown.items
    turned = keep(desk, ready, ready.rundown.moved({second.id}, first.id, 0))
    assert turned.bulletin.state is BulletinState.READY
    holed = keep(desk, turned, turned.rundown.placed(RundownItem(1, ItemKind.STORY), None))
    assert (holed.bulletin.state, holed.bulletin.ready_by) == (BulletinState.PLANNED, "")
    taken = keep(desk, holed, holed.rundown.without({1}))
    ready = desk.bulletins.make_ready(taken.bulletin.id, taken.bulletin.version, "Kalau-kalau")
    assert ready.bulletin.ready_why == ""  # nothing was missing: nobody had to answer for anything
    assert desk.audit.entries(1, kind="bulletin", subject_id=taken.bulletin.id)[0].act == "ready"
    assert desk.bulletins.take_back_ready(ready.bulletin.id, ready.bulletin.version).bulletin.ready_at is None
    with pytest.raises(StaleRundown):
        desk.bulletins.make_ready(ready.bulletin.id, ready.bulletin.version)


@ON_FILE
def test_what_was_read_is_not_changed_any_more(desk: Desk) -> None:
    opened = bulletin(desk, approved(desk, "A"))
    with desk.storage.write() as work:
        work.bulletins.stands(opened.bulletin.id, BulletinState.AIRED)
    now = again(desk, opened)
    for change in (
        lambda: keep(desk, now, Rundown()),
        lambda: desk.bulletins.change(now.bulletin.id, now.bulletin.version, name="Lain"),
        lambda: desk.bulletins.make_ready(now.bulletin.id, now.bulletin.version),
        lambda: desk.bulletins.remove(now.bulletin.id, now.bulletin.version),
    ):
        with pytest.raises(WrongBulletinState):
            change()


# ---------------------------------------------------------------- put next at once


@ON_FILE
def test_a_flash_is_put_under_what_is_read_and_waits_to_be_acknowledged(desk: Desk) -> None:
    opened = bulletin(desk, *(approved(desk, slug) for slug in ("A", "B")))
    reading = opened.rundown.items[0]
    draft = written(desk, "GEMPA", "Gempa mengguncang Blitar.")
    with pytest.raises(WrongStatus):
        desk.bulletins.flash(opened.bulletin.id, draft, reading.id)
    now = desk.bulletins.flash(opened.bulletin.id, approve(desk, draft), reading.id)
    assert slugs(now) == ["A", "GEMPA", "B"]
    assert now.unacknowledged == (now.rundown.items[1].id,)
    # Sent again it is the same row, moved; and what nobody reads yet goes to the top.
    again_first = desk.bulletins.flash(opened.bulletin.id, draft, None)
    assert slugs(again_first) == ["GEMPA", "A", "B"]
    assert set(again_first.unacknowledged) == {now.rundown.items[1].id}
    # What is being read stays where it is.
    still = desk.bulletins.flash(opened.bulletin.id, draft, again_first.rundown.items[0].id)
    assert slugs(still) == ["GEMPA", "A", "B"]


# ---------------------------------------------------------------- the tray


def test_the_tray_has_what_is_approved_and_first_what_was_left_unread(desk: Desk) -> None:
    now = datetime.now(UTC).replace(microsecond=0)
    desk.now = lambda: now
    unread, fresh, read = approved(desk, "TAK-TERBACA"), approved(desk, "BARU"), approved(desk, "TERBACA")
    written(desk, "DRAF")
    moved(desk, bulletin(desk, unread, read), now - timedelta(hours=4))
    with desk.storage.write() as work:
        desk.reviewing.mark_aired(work, read, 1, desk.people.me(), "Warta Pagi")
    noon = moved(desk, bulletin(desk, approved(desk, "SUDAH-DITARUH")), now + timedelta(hours=2))
    tray = desk.bulletins.tray(noon.bulletin.id)
    assert [(row.state.slug, row.carried_from) for row in tray] == [
        ("TAK-TERBACA", "Warta Siang"),
        ("BARU", ""),
    ]
    # One that is to come, also before this one, carries nothing over: it may still be read there.
    moved(desk, bulletin(desk, fresh), now + timedelta(hours=1))
    tray = desk.bulletins.tray(noon.bulletin.id)
    assert [(row.carried_from, row.also_in) for row in tray] == [("Warta Siang", ""), ("", "Warta Siang")]
    placed = desk.bulletins.row_of(tray[0].state, noon)
    assert (placed.story_id, placed.approval_id) == (unread, tray[0].state.approval_id)
    assert placed.planned_ms % 5000 == 0


def moved(desk: Desk, opened: OpenRundown, airtime: datetime) -> OpenRundown:
    return desk.bulletins.change(opened.bulletin.id, opened.bulletin.version, airtime=airtime)


# ---------------------------------------------------------------- its own settings


@ON_FILE
def test_hits_that_have_a_name_move_with_the_day(desk: Desk) -> None:
    programme = desk.programmes.add(WARTA_SIANG)
    opened = desk.bulletins.create(programme.id, AIRTIME)
    assert [item.fixed_at for item in opened.rundown.items][3] == AIRTIME + timedelta(minutes=9)
    moved = desk.bulletins.change(
        opened.bulletin.id,
        opened.bulletin.version,
        airtime=AIRTIME + timedelta(days=1),
        name=" Besok ",
        slot_ms=60,
    )
    assert moved.rundown.items[3].fixed_at == AIRTIME + timedelta(days=1, minutes=9)
    assert (moved.bulletin.name, moved.bulletin.slot_ms) == ("Besok", 60)
    with pytest.raises(StaleRundown):
        desk.bulletins.change(opened.bulletin.id, opened.bulletin.version, name="Lain")


@ON_FILE
def test_a_removed_bulletin_is_out_of_sight_until_it_is_brought_back(desk: Desk) -> None:
    opened = bulletin(desk, approved(desk, "A"))
    day = date(2025, 1, 17)
    assert [row.id for row in desk.bulletins.list(day)] == [opened.bulletin.id]
    assert desk.bulletins.list(date(2025, 1, 18)) == desk.bulletins.list(date(2025, 1, 16)) == []
    found = desk.bulletins.next()
    assert found is not None
    assert (found.id, found.rows) == (opened.bulletin.id, 1)
    desk.bulletins.remove(opened.bulletin.id, opened.bulletin.version)
    assert (desk.bulletins.list(day), desk.bulletins.next()) == ([], None)
    back = desk.bulletins.restore(opened.bulletin.id)
    assert slugs(back) == ["A"]
    desk.now = lambda: AIRTIME + timedelta(minutes=15)
    assert desk.bulletins.next() is None  # an airtime in the past is nobody's next


# ---------------------------------------------------------------- damage, and files that are not there


@ON_FILE
def test_a_damaged_row_stands_there_to_be_seen_and_the_others_are_whole(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    opened = bulletin(desk, *(approved(desk, slug) for slug in ("A", "B", "C")))
    with desk.storage.database.engine.begin() as connection:
        for column, value, n in (("fixed_at", "besok", 1), ("cut", "{", 2), ("kind", "puisi", 2)):
            connection.execute(
                sa.text(f"UPDATE bulletin_items SET {column} = :value WHERE position = :n"),
                {"value": value, "n": n},
            )
        connection.execute(sa.text("UPDATE bulletins SET announcers = 'x'"))
    now = again(desk, opened)
    assert slugs(now) == ["A", "", "C"]
    assert now.rundown.items[2].kind is ItemKind.STORY
    assert kinds(now) == ["no_words"]
    assert "cannot be read" in caplog.text
    with desk.storage.database.engine.begin() as connection:  # text where a number belongs
        connection.execute(
            sa.text("UPDATE bulletin_items SET fixed_at = NULL, planned_ms = 'lama' WHERE position = 1")
        )
    assert slugs(again(desk, opened)) == ["A", "", "C"]
    # A whole bulletin that cannot be read keeps the others of its day in the list.
    whole = bulletin(desk, approved(desk, "D"))
    with desk.storage.database.engine.begin() as connection:
        connection.execute(
            sa.text("UPDATE bulletins SET airtime = '2025-01-17 04:xx' WHERE id = :id"),
            {"id": now.bulletin.id},
        )
    assert [row.id for row in desk.bulletins.list(date(2025, 1, 17))] == [whole.bulletin.id]
    with pytest.raises(DatabaseDamaged):
        again(desk, now)
    caplog.clear()


@ON_FILE
def test_a_share_that_hangs_keeps_nobody_waiting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there, gone = tmp_path / "ada.wav", tmp_path / "tidak.wav"
    there.write_bytes(b"x")
    sound = SoundThere(patience_s=0.05)
    assert sound.missing({str(there), str(gone), ""}) == {str(gone), ""}
    hung, looks = threading.Event(), list[Path]()
    is_file = Path.is_file

    def answers_late(path: Path) -> bool:
        looks.append(path)
        hung.wait(30)
        return is_file(path)

    monkeypatch.setattr(Path, "is_file", answers_late)
    for _ in range(3):
        assert sound.missing({str(there)}) == {str(there)}
    assert len(looks) == 1  # asked once, however often somebody looks
    hung.set()
    patient = SoundThere()
    assert patient.missing({str(there)}) == frozenset()


@ON_FILE
def test_the_time_of_a_row_is_its_readers_and_a_paraphrase_takes_the_place_of_a_clip(desk: Desk) -> None:
    me = desk.people.me()
    clip = Clip("WALIKOTA-1", "", milliseconds=60_000, paraphrase="Kata wali kota begitu.")
    story = approved(desk, "KLIP", f"Satu dua tiga empat lima.\n{MARK}", [clip])
    opened = bulletin(desk, story, announcers=[me.id])
    (row,) = opened.rundown.items
    usual = estimates(opened)[row.id]
    assert usual > 60_000
    short = opened.with_rundown(opened.rundown.paraphrased({row.id}))
    assert estimates(short)[row.id] < 30_000
    assert kinds(short) == []  # a clip that is not played may be missing
    desk.people.set_rate(me, 700)
    assert estimates(again(desk, opened))[row.id] < usual
