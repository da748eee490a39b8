"""What comes to the microphone is what was approved; what the desk changes is offered, never put in."""

from __future__ import annotations

import wave
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.domain.air_bulletin import AirBulletin, AirChangeKind, AirStatus, ClipFault
from newsdesk.domain.air_changes import Told, changes
from newsdesk.domain.blocks import MARK, Clip
from newsdesk.domain.story import Script
from newsdesk.errors import NoSuchBulletin, NotSignedReady
from tests.airing import AIRTIME, air_bulletin, air_item
from tests.newsrooms import Building, Desk
from tests.services.air_desk import BODIES, AirDesk
from tests.services.reviewers import approve


@pytest.fixture
def air(tmp_path: Path) -> Iterator[AirDesk]:
    desk = Desk("Redaksi", tmp_path / "profile")
    made = AirDesk(desk)
    yield made
    made.on_air.close()
    desk.close()


def test_what_is_taken_is_what_was_approved_to_the_letter(air: AirDesk) -> None:
    first, second = (air.approved(body) for body in BODIES[:2])
    taken = air.on_air.take(air.bulletin([first, second], words="Selamat siang, ini pukul 11.00 WIB."))
    opener, one, _two = taken.items
    approval = air.desk.reviewing.open(first).approval
    assert approval is not None
    assert (one.text, one.digest, one.approval_id) == (approval.text, approval.digest, approval.id)
    assert (one.status, one.approved_by, one.revision) == (AirStatus.APPROVED, "Ipang Harwoko", 2)
    assert opener.text is not None
    assert "sebelas" in opener.text.spoken
    assert opener.status is AirStatus.NO_STORY
    assert [item.number for item in taken.items] == [1, 2, 3]
    assert one.start == AIRTIME + timedelta(milliseconds=opener.estimate_ms)
    assert one.reader == "Ipang Harwoko"
    assert taken.ready
    assert air.on_air.held().bulletins == (taken,)


def test_words_changed_since_do_not_come_to_the_microphone_by_themselves(air: AirDesk) -> None:
    story = air.approved(BODIES[0])
    bulletin = air.bulletin([story])
    before = air.on_air.take(bulletin)
    air.change(story, "Pemkot menunda upacara.", approve=False)
    again = air.on_air.look(bulletin)
    assert again.items[0].text == before.items[0].text
    assert again.items[0].status is AirStatus.CHANGED


def test_the_time_of_being_changed_is_when_the_newsroom_got_it_and_not_when_it_was_typed(
    air: AirDesk,
) -> None:
    stories = [air.approved(body, f"SATU-{n}") for n, body in enumerate(BODIES)]
    held = air.on_air.take(air.bulletin(stories))
    typed, thrown, said_of = stories
    opened = air.desk.drafting.open(typed)
    script = replace(opened.script, body="Pemkot menunda upacara.")
    begun = datetime.now(UTC)
    # Typed three minutes before it was saved. The trash changes no word, and a comment nothing at all.
    air.desk.drafting.save(typed, opened.version, script, at=begun - timedelta(minutes=3))
    air.desk.putting_away.trash([thrown])
    air.desk.comments.add(said_of, 1, "Bagus.")
    found = {news.item_id: news for news in air.on_air.changes(held).changes}
    first, second, _third = (item.item_id for item in held.items)
    assert set(found) == {first, second}
    for item_id in (first, second):
        assert found[item_id].kind is AirChangeKind.UNAPPROVED
        assert begun <= found[item_id].at <= datetime.now(UTC)
        assert found[item_id].by == "Ipang Harwoko"


def test_a_story_nobody_approved_says_so_and_who_signed_for_it(air: AirDesk) -> None:
    made = air.desk.drafting.new(air.desk.drafting.open(air.approved(BODIES[0])).script)
    bulletin = air.bulletin([made.id], ready=False)
    looked = air.on_air.look(bulletin)
    (item,) = looked.items
    assert (item.status, item.signed_by) == (AirStatus.NOT_APPROVED, "")
    assert item.text is not None
    assert item.text.body == BODIES[0]
    with pytest.raises(NotSignedReady):
        air.on_air.begin(looked, practice=False)
    version = air.desk.bulletins.open(bulletin).bulletin.version
    air.desk.bulletins.make_ready(bulletin, version, "Sudah dibaca lewat telepon")
    signed = air.on_air.look(bulletin)
    assert signed.items[0].signed_by == "Ipang Harwoko"
    assert signed.ready_why.startswith("Sudah dibaca lewat telepon")


def test_clips_are_copied_beside_it_and_one_that_is_gone_is_told(air: AirDesk, tmp_path: Path) -> None:
    sound, gone, text = tmp_path / "a.wav", tmp_path / "b.wav", tmp_path / "c.wav"
    with wave.open(str(sound), "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(bytes(16_000))
    text.write_text("bukan suara")
    clips = tuple(Clip(path.stem, str(path), milliseconds=1000) for path in (sound, gone, text))
    story = air.approved(f"Satu.\n{MARK}\n{MARK}\n{MARK}", blocks=(*clips,))
    taken = air.on_air.take(air.bulletin([story], ready=False))
    held = taken.items[0].clips
    assert [clip.fault for clip in held] == [None, ClipFault.GONE, ClipFault.NOT_SOUND]
    sound.unlink()  # the share is gone: the copy plays
    assert Path(held[0].path).read_bytes()
    assert [clip.path for clip in held[1:]] == ["", ""]


def test_the_desk_changes_a_bulletin_and_the_microphone_is_offered_each_thing(air: AirDesk) -> None:
    stories = [air.approved(body, f"SATU-{n}") for n, body in enumerate(BODIES)]
    bulletin = air.bulletin(stories)
    held = air.on_air.take(bulletin)
    first, second, third = (item.item_id for item in held.items)
    assert air.on_air.changes(held).changes == ()

    air.change(stories[1], "BPS mencatat inflasi 3 persen.", approve=False)
    (news,) = air.on_air.changes(held).changes
    assert (news.item_id, news.kind, news.item) == (second, AirChangeKind.UNAPPROVED, None)
    opened = air.desk.drafting.open(stories[1])
    approve(air.desk, stories[1], opened.version, opened.revision)
    (news,) = air.on_air.changes(held).changes
    assert (news.kind, news.by) == (AirChangeKind.WORDS, "Ipang Harwoko")
    assert news.item is not None
    assert news.item.text is not None
    assert news.item.text.body == "BPS mencatat inflasi 3 persen."
    held = held.with_change(news)
    assert air.on_air.changes(held).changes == ()

    opened_rundown = air.desk.bulletins.open(bulletin)
    moved = opened_rundown.rundown.moved({third}, first, 0).without({second})
    air.desk.bulletins.keep(bulletin, opened_rundown.bulletin.version, moved)
    kinds = {(one.item_id, one.kind) for one in air.on_air.changes(held).changes}
    assert (second, AirChangeKind.GONE) in kinds
    assert AirChangeKind.ORDER in {kind for _item, kind in kinds}
    for news in air.on_air.changes(held).changes:
        held = held.with_change(news)
    assert [item.item_id for item in held.items] == [third, first]
    assert air.on_air.changes(held).changes == ()

    killed = air.desk.drafting.open(stories[2])
    air.desk.reviewing.kill(stories[2], killed.version, "Salah orang")
    (news,) = air.on_air.changes(held).changes
    assert (news.item_id, news.kind) == (third, AirChangeKind.KILLED)
    assert held.with_change(news).items[0].status is AirStatus.KILLED


@pytest.mark.parametrize("where", ["postgresql"], indirect=True)  # two computers share no file
def test_a_flash_comes_next_and_the_desk_sees_that_it_was_seen(building: Building) -> None:
    desk, microphone = AirDesk(building.desk()), AirDesk(building.desk("sinta", "Sinta Ayu"))
    bulletin = desk.bulletin([desk.approved(body) for body in BODIES[:2]])
    session = microphone.on_air.begin(microphone.on_air.take(bulletin), practice=False)
    first = session.air.items[0].item_id
    session.started(first, session.moment())
    microphone.on_air.drain()
    flash = desk.approved("Gempa terasa di Blitar.", "GEMPA")
    desk.desk.bulletins.flash(bulletin, flash, first)
    (news,) = microphone.on_air.changes(session.air).changes
    assert (news.kind, news.by, news.after) == (AirChangeKind.FLASH, "Ipang Harwoko", first)
    assert news.flash_id is not None
    now = session.loaded(microphone.on_air.hold_change(news), session.moment())
    assert [item.slug for item in now.items][1] == "GEMPA"
    assert desk.desk.bulletins.open(bulletin).unacknowledged == (news.item_id,)
    session.acknowledged(news.flash_id, news.item_id, session.moment())
    microphone.on_air.drain()
    assert desk.desk.bulletins.open(bulletin).unacknowledged == ()
    assert microphone.on_air.changes(session.air).changes == ()
    microphone.on_air.close()


def test_bulletins_that_are_due_are_held_before_anybody_asks(air: AirDesk) -> None:
    bulletin = air.bulletin([air.approved(BODIES[0])])
    air.clock.at = AIRTIME - timedelta(hours=1)
    (due,) = air.on_air.due()
    air.on_air.hold(due)
    assert air.on_air.due() == []
    assert air.on_air.held().bulletins[0].bulletin_id == bulletin


def test_what_is_held_ahead_is_held_anew_when_a_story_is_killed(air: AirDesk) -> None:
    story = air.approved(BODIES[0])
    bulletin = air.bulletin([story])
    air.on_air.take(bulletin)
    assert air.on_air.due() == []
    air.desk.reviewing.kill(story, air.desk.drafting.open(story).version, "Salah sumber")
    (due,) = air.on_air.due()
    assert due.items[0].status is AirStatus.KILLED
    air.on_air.hold(due)
    assert air.on_air.due() == []


def test_killed_words_stay_killed_when_the_story_goes_on_in_others(air: AirDesk) -> None:
    story = air.approved(BODIES[0])
    bulletin = air.bulletin([story])
    air.desk.reviewing.kill(story, air.desk.drafting.open(story).version, "Salah sumber")
    opened = air.desk.drafting.open(story)
    right = Script(slug="NASKAH", body="Pemkot Blitar menunda upacara.")
    corrected = air.desk.reviewing.correct(story, opened.version, right, "Sumber benar")
    assert air.on_air.look(bulletin).items[0].status is AirStatus.KILLED
    approve(air.desk, story, corrected.version, corrected.revision)
    held = air.on_air.take(bulletin)
    assert held.items[0].status is AirStatus.KILLED
    (news,) = air.on_air.changes(held).changes
    assert news.item is not None and news.item.text is not None
    assert (news.kind, news.item.text.body) == (AirChangeKind.WORDS, right.body)


def test_an_editor_answers_for_what_stood_there_when_signing_and_for_nothing_later(air: AirDesk) -> None:
    late, whole = air.approved(BODIES[0], "TERLAMBAT"), air.approved(BODIES[1], "UTUH")
    raw = air.desk.drafting.new(Script(slug="MENTAH", body="Satu dua tiga.")).id
    bulletin = air.bulletin([late, whole, raw], ready=False)
    air.change(late, "Pemkot menunda upacara.", approve=False)
    version = air.desk.bulletins.open(bulletin).bulletin.version
    air.desk.bulletins.make_ready(bulletin, version, "Editor di jalan")
    air.change(whole, "BPS meralat angka.", approve=False)
    air.change(raw, "Kata yang tidak dilihat siapa pun.", approve=False)
    taken = air.on_air.take(bulletin)
    assert [(item.slug, item.status, item.signed_by) for item in taken.items] == [
        ("TERLAMBAT", AirStatus.CHANGED, "Ipang Harwoko"),
        ("UTUH", AirStatus.CHANGED, ""),
        ("MENTAH", AirStatus.NOT_APPROVED, "Ipang Harwoko"),
    ]
    # Nor are there other words under the name than those that were signed for.
    text = taken.items[2].text
    assert text is not None
    assert (text.body, taken.items[2].revision) == ("Satu dua tiga.", 1)
    # Taken back, the row goes by the newest text again, as before.
    opened = air.desk.bulletins.open(bulletin)
    again = air.desk.bulletins.take_back_ready(bulletin, opened.bulletin.version)
    assert again.rundown.items[2].revision is None


def test_a_change_on_air_names_who_made_it_not_who_built_the_bulletin(air: AirDesk, tmp_path: Path) -> None:
    raw = air.desk.drafting.new(Script(slug="MENTAH", body="Satu dua tiga.")).id
    killed, changed = air.approved(BODIES[0], "BATAL"), air.approved(BODIES[1], "GANTI")
    held = air.on_air.take(air.bulletin([raw, killed, changed], ready=False))
    before = air.desk.drafting.moment()
    sinta = AirDesk(Desk("Redaksi", tmp_path / "profile", "sinta", "Sinta Ayu"))
    sinta.change(raw, "Empat lima.", approve=False)
    sinta.change(changed, "Enam tujuh.", approve=False)
    sinta.desk.reviewing.kill(killed, sinta.desk.drafting.open(killed).version, "Salah sumber")
    news = air.on_air.changes(held).changes
    assert [(one.kind, one.by) for one in news] == [
        (AirChangeKind.WORDS, "Sinta Ayu"),
        (AirChangeKind.KILLED, "Sinta Ayu"),
        (AirChangeKind.UNAPPROVED, "Sinta Ayu"),
    ]
    assert all(one.at > before for one in news)  # when it was changed, not when the bulletin was
    sinta.desk.close()


def test_a_bulletin_that_is_not_there_is_told(air: AirDesk) -> None:
    with pytest.raises(NoSuchBulletin):
        air.on_air.look(12345)
    assert air.on_air.changes(air_bulletin(2)).gone


_LAST = Told("Dewi", AIRTIME)


@settings(max_examples=60, deadline=None)
@given(st.permutations(range(1, 9)), st.sets(st.integers(1, 8)), st.sets(st.integers(1, 8)), st.data())
def test_loading_every_change_gives_the_newest_bulletin(
    order: list[int], gone: set[int], changed: set[int], data: st.DataObject
) -> None:
    floated = data.draw(st.sets(st.integers(1, 8), max_size=2))
    held = air_bulletin([air_item(n) for n in range(1, 9)])
    rows = [
        air_item(n, "Kata lain." if n in changed else "Pemkot menggelar upacara.", floated=n in floated)
        for n in order
        if n not in gone
    ]
    rows.insert(data.draw(st.integers(0, len(rows))), air_item(20))
    newest = air_bulletin(rows)
    loaded: AirBulletin = held
    for news in changes(held, newest, _LAST, {}, {}):
        loaded = loaded.with_change(news)
    shown = [(item.item_id, item.number, item.digest, item.floated) for item in loaded.items]
    assert shown == [(item.item_id, item.number, item.digest, item.floated) for item in newest.items]
    assert changes(loaded, newest, _LAST, {}, {}) == ()


def test_what_only_takes_longer_is_no_change(air: AirDesk) -> None:
    held = air_bulletin(3)
    slower = replace(held.items[1], planned_ms=90_000, estimate_ms=1, rate=200, start=AIRTIME)
    newest = replace(held, items=(held.items[0], slower, held.items[2]))
    assert changes(held, newest, _LAST, {}, {}) == ()


def test_a_flash_comes_after_what_the_announcer_reads_and_not_after_what_the_clock_thinks(
    building: Building,
) -> None:
    air = AirDesk(building.desk())
    bulletin = air.bulletin([air.approved(body) for body in BODIES])
    held = air.on_air.take(bulletin)
    first, second, third = (item.item_id for item in held.items)
    story = air.approved("Gempa terasa di Blitar.", "GEMPA")

    def behind() -> int:
        """Return after which row the story stands when the desk's clock says that the first is read."""
        rows = air.desk.bulletins.flash(bulletin, story, first).rundown.items
        return rows[[row.story_id for row in rows].index(story) - 1].id

    assert behind() == first
    practice = air.on_air.begin(held, practice=True)
    practice.started(third, practice.moment())
    session = air.on_air.begin(held, practice=False)
    session.started(second, session.moment())
    air.on_air.drain()
    assert behind() == second
    air.clock.pass_by(3600)  # nothing was heard of it for an hour: it was broken off
    assert behind() == first
    session.started(second, session.moment())
    air.on_air.drain()
    assert behind() == second
    air.on_air.close()
