"""A rundown's rows are never lost by an edit, and its totals are always the sums of its rows."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.domain.bulletin import Bulletin
from newsdesk.domain.open_rundown import readers_of
from newsdesk.domain.rundown import Block, ItemKind, Rundown, RundownItem, in_order
from newsdesk.domain.rundown_json import cut_from_json, from_json, to_json
from newsdesk.domain.rundown_timing import Hit, time_rundown
from tests.rundowns import edited, faults, made_up

AIRTIME = datetime(2025, 1, 17, 4, tzinfo=UTC)
CLOSE = AIRTIME + timedelta(minutes=15)


def row(number: int, slug: str, seconds: int, block: int = 0, **more: object) -> RundownItem:
    item = RundownItem(number, ItemKind.STORY, slug, block, planned_ms=seconds * 1000)
    return replace(item, **more)


def at(clock: str) -> datetime:
    """Return 11.01.02 in Jakarta as a moment."""
    return datetime.strptime(f"2025-01-17 {clock}+0700", "%Y-%m-%d %H.%M.%S%z")


# As drawn: seconds are what each takes its reader.
WARTA_SIANG = in_order(
    [Block(1, "Pembuka"), Block(2, "Kota"), Block(3, "Kabupaten"), Block(4, "")],
    [
        *(row(1, "PEMBUKA", 20, 1), row(2, "KEPALA-BERITA", 42, 1)),
        *(row(3, "STATISTIK-OPD", 74, 2), row(4, "PASAR-LEGI-DRAINASE", 52, 2)),
        *(row(5, "PANDU-NEGERI", 106, 2), row(6, "IKLAN-1", 120, 2)),
        *(row(7, "HARGA-CABAI", 41, 3), row(8, "KADEMANGAN-BANJIR", 101, 3)),
        row(9, "JARINGAN-NASIONAL", 180, 4, fixed_at=at("11.09.00"), kind=ItemKind.NETWORK),
        *(row(10, "BATIK-TURI", 107, 4), row(11, "PENATARAN-FESTIVAL", 31, 4)),
        *(row(12, "CUACA-SIANG", 28, 4), row(13, "PENUTUP", 20, 4)),
        row(14, "PUSKESMAS-ANTREAN", 44, 4, floated=True),
    ],
)


def slugs(rundown: Rundown) -> str:
    """Write a rundown as one line: blocks between bars, floated rows in brackets."""
    parts: list[str] = []
    for block_id in [0, *(block.id for block in rundown.blocks)]:
        mine = [item for item in rundown.items if item.block_id == block_id]
        words = (f"({item.slug})" if item.floated else item.slug for item in mine)
        if mine or block_id:
            parts.append(" ".join(words))
    return " | ".join(parts)


LETTERS = in_order(
    [Block(1, "satu"), Block(2, "dua")],
    [*(row(n, letter, 10, 1) for n, letter in enumerate("abc", 1)), row(4, "d", 10, 2), row(5, "e", 10, 2)],
)


def test_the_times_of_the_drawn_bulletin_are_those_of_the_drawing() -> None:
    timed = time_rundown(WARTA_SIANG, {}, AIRTIME, CLOSE)
    assert (timed.total_ms, timed.over_ms) == (922_000, 22_000)
    assert timed.hits == (Hit(9, at("11.09.00"), 16_000), Hit(None, CLOSE, 6_000))
    assert [timed.blocks[n].estimate_ms // 1000 for n in (1, 2, 3)] == [62, 352, 142]
    assert (timed.rows[8].start, timed.rows[8].back_time) == (at("11.07.35"), at("11.07.19"))
    assert (timed.rows[9].start, timed.rows[9].back_time) == (at("11.09.00"), at("11.09.00"))
    assert (timed.rows[10].start, timed.rows[10].back_time) == (at("11.12.00"), at("11.11.54"))
    assert [timed.rows[n].over_ms for n in (8, 9, 10)] == [None, 16_000, None]
    assert (timed.rows[14].start, timed.rows[14].number, timed.rows[13].number) == (None, 0, 13)
    assert timed.ends == at("11.15.06")


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**32), st.integers(0, 60), st.integers(0, 8))
def test_totals_are_the_sum_of_the_rows_after_every_edit(seed: int, rows: int, blocks: int) -> None:
    dice = random.Random(seed)
    rundown = made_up(dice, rows, blocks)
    assert faults(rundown, rundown, dice) == []
    for _ in range(40):
        before, rundown = rundown, edited(dice, rundown)
        assert faults(before, rundown, dice) == []


@pytest.mark.parametrize("rows", [0, 1, 500])
def test_a_bulletin_of_no_rows_and_of_five_hundred_is_timed(rows: int) -> None:
    rundown = in_order([], [row(number, "x", 2) for number in range(1, rows + 1)])
    timed = time_rundown(rundown, {}, AIRTIME, CLOSE)
    assert timed.total_ms == rows * 2000
    assert timed.over_ms == rows * 2000 - 900_000
    assert timed.ends == AIRTIME + timedelta(seconds=2 * rows)


def test_times_go_on_over_midnight_and_a_leap_day() -> None:
    late = datetime(2028, 2, 28, 16, 59, tzinfo=UTC)  # 23.59 in Jakarta
    timed = time_rundown(LETTERS.planned(1, 120_000), {}, late, late + timedelta(minutes=2))
    assert timed.rows[2].start == datetime(2028, 2, 28, 17, 1, tzinfo=UTC)
    assert timed.over_ms == 40_000


def test_rows_are_moved_together_and_keep_their_order() -> None:
    assert slugs(LETTERS.moved({3, 1}, 5, 2)) == "b | d a c e"
    assert slugs(LETTERS.moved({5}, None, 1)) == "a b c e | d"
    assert slugs(LETTERS.moved({1, 2}, 1, 1)) == "a b c | d e"  # dropped on one of themselves
    # What a colleague moved or took away meanwhile: to the end of the block, or of the last one.
    assert slugs(LETTERS.moved({1}, 77, 2)) == "b c | d e a"
    assert slugs(LETTERS.moved({1}, 4, 77)) == "b c | a d e"
    assert LETTERS.moved({77}, 1, 1) is LETTERS


def test_the_keys_step_a_row_past_the_next_and_into_the_next_block() -> None:
    def walk(ids: set[int], *, up: bool) -> list[str]:
        seen, now = [slugs(LETTERS)], LETTERS
        while (then := now.stepped(ids, up=up)) != now:
            now = then
            seen.append(slugs(now))
        return seen

    assert walk({3}, up=False) == ["a b c | d e", "a b | c d e", "a b | d c e", "a b | d e c"]
    assert walk({4}, up=True) == ["a b c | d e", "a b c d | e", "a b d c | e", "a d b c | e", "d a b c | e"]
    assert walk({1, 3}, up=False)[1] == "b | a c d e"


def test_a_step_goes_past_what_is_in_sight_and_a_float_stays_where_it_was() -> None:
    with_float = LETTERS.floated({2})
    assert slugs(with_float.stepped({3}, up=True)) == "c a (b) | d e"
    assert slugs(with_float.stepped({1}, up=False)) == "(b) c a | d e"
    assert slugs(with_float.floated({2}, False)) == slugs(LETTERS)


def test_a_story_is_placed_under_a_row_and_into_its_block() -> None:
    new = row(9, "baru", 10, 77)
    assert slugs(LETTERS.placed(new, 4)) == "a b c | d baru e"
    assert slugs(LETTERS.placed(new, None)) == slugs(LETTERS.placed(new, 77)) == "a b c | d e baru"
    assert slugs(LETTERS.placed(new, 4).placed(new, 1)) == "a baru b c | d e"
    assert slugs(Rundown().placed(new, None)) == "baru"


def test_a_block_is_split_and_joined_again() -> None:
    split = LETTERS.split(2, "tengah")
    assert slugs(split) == "a | b c | d e"
    assert [block.name for block in split.blocks] == ["satu", "tengah", "dua"]
    assert split.joined(split.blocks[1].id) == LETTERS
    assert LETTERS.split(1, "tengah") is LETTERS  # nothing would stand above it
    bare = in_order([], [row(1, "a", 1), row(2, "b", 1)])
    assert slugs(bare.split(1, "Pembuka")) == "a b"
    assert bare.split(1, "Pembuka").blocks == (Block(1, "Pembuka"),)
    assert slugs(LETTERS.joined(1)) == "a b c | d e"
    assert slugs(LETTERS.block_stepped(2, up=True)) == "d e | a b c"


def test_an_edit_of_what_is_gone_changes_nothing() -> None:
    gone = row(77, "x", 1)
    for edit in (
        LETTERS.with_item(gone),
        LETTERS.without({77}),
        LETTERS.floated({77}),
        LETTERS.fixed(77, AIRTIME),
        LETTERS.pinned(77, 1, 1),
        LETTERS.split(77, "x"),
        LETTERS.joined(77),
        LETTERS.block_stepped(77, up=True),
        LETTERS.stepped({77}, up=True),
    ):
        assert edit == LETTERS


def test_rows_that_came_apart_are_put_in_order_and_none_is_lost() -> None:
    apart = in_order(
        [Block(1, "satu"), Block(2, "dua"), Block(2, "lagi")],
        [row(1, "a", 1, 2), row(2, "b", 1, 1), row(3, "c", 1, 99), row(1, "kembar", 1, 1)],
    )
    assert slugs(apart) == "c | b | a"


def test_another_text_is_pinned_whole() -> None:
    trimmed = LETTERS.with_item(row(1, "a", 1, cut=((0, 3),), paraphrase=True))
    pinned = trimmed.pinned(1, 7, 8).item(1)
    assert pinned is not None
    assert (pinned.revision, pinned.approval_id, pinned.cut, pinned.paraphrase) == (7, 8, (), False)


def test_announcers_take_turns_and_a_float_takes_nobodys_turn() -> None:
    bulletin = Bulletin(1, None, "Warta", AIRTIME, 0, announcers=(50, 60))
    rundown = LETTERS.floated({2}).read_by({4}, 70).with_item(row(3, "c", 1, kind=ItemKind.JINGLE))
    assert readers_of(bulletin, rundown) == {1: 50, 2: 60, 4: 70, 5: 60}
    assert readers_of(replace(bulletin, announcers=()), rundown) == {4: 70}


def test_a_template_comes_back_from_json_as_it_was() -> None:
    rundown = WARTA_SIANG.with_item(row(3, "x", 1, 2, cut=((1, 5),), hit="Magrib", reader_id=2**61))
    assert from_json(to_json(rundown)) == rundown
    for broken in ("", "[]", "{}", "null", '{"blocks": [], "items": [{}]}', '{"blocks": 1, "items": []}'):
        with pytest.raises(ValueError):
            from_json(broken)
    for broken in ("", "{}x", "[1]", '"x"'):
        with pytest.raises(ValueError):
            cut_from_json(broken)
