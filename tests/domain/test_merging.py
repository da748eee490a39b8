"""Scripts are compared whole, and single changes taken over leave everything else as it was."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.attribution import Attribution, Byline, Dateline
from newsdesk.domain.blocks import MARK, Block, Clip, Note
from newsdesk.domain.cleaning import clean_script
from newsdesk.domain.comparing import PartKind
from newsdesk.domain.comparing_scripts import Particular, compare_scripts
from newsdesk.domain.merging import take_change, take_particular
from newsdesk.domain.story import SaidHere, Script

_WORDS = st.sampled_from(["kota", "Blitar", "naik", "di", ",", "."])
_LINES = st.lists(st.one_of(st.just(MARK), st.lists(_WORDS, max_size=6).map(" ".join)), max_size=6)


@st.composite
def scripts(draw: st.DrawFn) -> Script:
    body = "\n".join(draw(_LINES))
    count = body.count(MARK)
    one: st.SearchStrategy[Block] = st.sampled_from([Clip("a"), Clip("b"), Note("c")])
    blocks = draw(st.lists(one, min_size=count, max_size=count))
    spans = draw(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), max_size=3))
    return clean_script(
        Script(
            slug=draw(st.sampled_from(["", "BANJIR", "CABAI"])),
            bylines=tuple(map(Byline, draw(st.lists(st.sampled_from(["Rani", "Bagas"]), max_size=2)))),
            body=body,
            blocks=tuple(blocks),
            attributions=tuple(Attribution(1, start, start + size) for start, size in spans),
            said_here=tuple(SaidHere(start, start + size, "x") for start, size in spans),
            cuttable=tuple((start, start + size) for start, size in spans),
        )
    )


@given(scripts(), scripts())
def test_all_changes_taken_over_one_by_one_make_their_script_of_mine(mine: Script, theirs: Script):
    found = compare_scripts(mine, theirs)
    for change in reversed(found.body.changes):
        mine = take_change(mine, theirs, change)
        assert clean_script(mine) == mine
    for which, _compared in found.particulars:
        mine = take_particular(mine, theirs, which)
    assert (mine.body, mine.blocks, mine.slug) == (theirs.body, theirs.blocks, theirs.slug)
    assert compare_scripts(mine, theirs).count == 0


@given(scripts())
def test_a_script_is_the_same_as_itself(script: Script):
    found = compare_scripts(script, script)
    assert found.same
    assert found.words(PartKind.NEW) == 0


def test_every_particular_that_differs_is_one_change():
    mine = Script(
        slug="A", headline="Satu", dateline=Dateline("Blitar"), bylines=(Byline("Rani"),), tags=("x",)
    )
    theirs = Script(slug="B", headline="Satu dua", dateline=Dateline("Blitar", "FM"), tags=("x", "y"))
    found = compare_scripts(mine, theirs)
    assert [which for which, _compared in found.particulars] == list(Particular)
    assert (found.count, found.words(PartKind.NEW)) == (5, 4)


def test_ties_that_differ_are_told_though_no_word_does():
    mine = Script(body="Kata dia.")
    assert compare_scripts(mine, Script(body="Kata dia.", attributions=(Attribution(1, 0, 4),))).ties_differ
    assert compare_scripts(mine, Script(body="Kata dia.", cuttable=((0, 9),))).ties_differ


def test_a_passage_taken_over_brings_its_source_clip_and_reading_and_leaves_mine_in_place():
    mine = Script(
        body="Awal.\nTutup 2.65.",
        attributions=(Attribution(1, 6, 11),),
        said_here=(SaidHere(12, 16, "x"),),
        cuttable=((6, 17),),
    )
    body = f"Awal.\nKata 15 warga.\n{MARK}\nTutup 2.65."
    theirs = Script(
        body=body,
        blocks=(Clip("suara"),),
        attributions=(Attribution(2, 6, 10),),
        said_here=(SaidHere(11, 13, "lima belas"),),
        cuttable=((0, 5), (6, 20)),
    )
    (change,) = compare_scripts(mine, theirs).body.changes
    taken = take_change(mine, theirs, change)
    assert (taken.body, taken.blocks) == (body, (Clip("suara"),))
    assert [body[tie.start : tie.end] for tie in taken.attributions] == ["Kata", "Tutup"]
    assert [body[one.start : one.end] for one in taken.said_here] == ["15", "2.65"]
    assert [body[start:end] for start, end in taken.cuttable] == ["Kata 15 warga.", "Tutup 2.65."]
