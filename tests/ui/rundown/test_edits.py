"""Undo and redo of a rundown: nothing is lost, and a colleague's work stays."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsdesk.domain.rundown import Block, ItemKind, Rundown, RundownItem
from newsdesk.ui.rundown.edits import Done, Edit, History

START = Rundown(
    (Block(1, "Kota"), Block(2, "Kabupaten")),
    tuple(RundownItem(n, ItemKind.STORY, f"BERITA-{n}", 1 if n < 4 else 2) for n in range(1, 8)),
)


def move(ids: set[int], before: int | None, block: int) -> Edit:
    return Edit("pindah", lambda now: now.moved(ids, before, block), frozenset(ids))


def floating(one: int) -> Edit:
    return Edit("cadangan", lambda now: now.floated({one}), frozenset({one}))


def taken_out(one: int) -> Edit:
    return Edit("keluar", lambda now: now.without({one}), frozenset({one}))


def put_in(new: int, after: int) -> Edit:
    item = RundownItem(100 + new, ItemKind.JINGLE, f"JINGLE-{new}")
    return Edit("sisip", lambda now: now.placed(item, after), frozenset({item.id}))


def split(one: int) -> Edit:
    return Edit("pecah", lambda now: now.split(one, "Baru"), frozenset())


rows = st.integers(1, 7)
edits = st.lists(
    st.one_of(
        st.builds(move, st.sets(rows, min_size=1, max_size=3), st.one_of(st.none(), rows), st.integers(1, 3)),
        st.builds(floating, rows),
        st.builds(taken_out, rows),
        st.builds(put_in, st.integers(1, 5), rows),
        st.builds(split, rows),
    ),
    max_size=12,
)


def do(history: History, now: Rundown, edit: Edit) -> Rundown:
    after = edit.apply(now)
    history.add(Done(edit, now, after))
    return after


@given(edits)
@settings(max_examples=40, deadline=None)
def test_everything_can_be_undone_and_done_again(made: list[Edit]) -> None:
    history, now = History(), START
    for edit in made:
        now = do(history, now, edit)
    end = now
    while (back := history.undo()) is not None:
        now = back.apply(now)
    assert now == START
    while (again := history.redo()) is not None:
        now = again.apply(now)
    assert now == end


@example([split(2), move({1}, None, 2)], 10)
@given(edits.filter(bool), st.sampled_from([10, 11]))
@settings(max_examples=40, deadline=None)
def test_undoing_keeps_what_a_colleague_put_in_and_loses_no_row(made: list[Edit], theirs: int) -> None:
    history, now = History(), START
    for edit in made:
        now = do(history, now, edit)
    now = now.placed(RundownItem(theirs, ItemKind.BREAK, "IKLAN"), now.items[0].id if now.items else None)
    while (back := history.undo()) is not None:
        now = back.apply(now)
    assert {item.id for item in now.items} == {item.id for item in START.items} | {theirs}
    assert [now.item(item.id).floated for item in START.items] == [False] * 7
    known = {block.id for block in now.blocks}
    assert all(item.block_id in known for item in now.items)


def test_a_row_taken_out_comes_back_to_its_place_although_a_colleague_moved_others() -> None:
    history = History()
    now = do(history, START, taken_out(2))
    now = now.moved({7}, 1, 1)  # theirs
    back = history.undo()
    assert back is not None
    assert [item.id for item in back.apply(now).items] == [7, 1, 2, 3, 4, 5, 6]


def test_a_new_edit_ends_what_could_be_done_again() -> None:
    history = History()
    now = do(history, START, floating(1))
    undo = history.undo()
    assert undo is not None and history.last_undone == "cadangan"
    do(history, undo.apply(now), floating(2))
    assert history.redo() is None
