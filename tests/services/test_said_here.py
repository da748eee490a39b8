"""Readings for one place, and what may be cut, travel with their story wherever its words are kept."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsdesk.domain.cleaning import clean_script
from newsdesk.domain.story import SaidHere, Script
from tests.newsrooms import Building, Desk

SCRIPT = Script(body="Indeks 2.65 naik.", said_here=(SaidHere(7, 11, "dua koma enam lima"),))
OTHERWISE = replace(SCRIPT, said_here=(SaidHere(7, 11, "dua ribu enam ratus lima puluh"),))

_offsets = st.integers(-3, 40)
_places = st.lists(st.builds(SaidHere, _offsets, _offsets, st.text(max_size=8)), max_size=6).map(tuple)
_spans = st.lists(st.tuples(_offsets, _offsets), max_size=4).map(tuple)
_scripts = st.builds(
    Script,
    body=st.text(st.sampled_from("ab2. \x00\r\n\ud83d\ude00é"), max_size=30),
    said_here=_places,
    cuttable=_spans,
)


@settings(
    max_examples=25,
    deadline=None,
    # One newsroom for all examples: each makes a story of its own.
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(_scripts, _scripts)
def test_what_is_said_here_comes_back_from_wherever_it_is_kept(
    desk: Desk, first: Script, second: Script
) -> None:
    begun = desk.drafting.begin()
    saved = desk.drafting.save(begun.id, begun.version, first)
    assert saved.script == clean_script(first)
    desk.drafting.keep(begun.id, saved.version, second)
    assert desk.drafting.open(begun.id).script == clean_script(second)
    desk.drafting.keep_local(begun.id, saved.version, first)
    assert desk.drafting.open(begun.id).script == clean_script(first)
    again = desk.drafting.save(begun.id, saved.version, second)
    assert again.script == clean_script(second)
    for opened in (saved, again):
        if opened.revision:  # an empty script makes no first one
            assert desk.drafting.revision(begun.id, opened.revision).script == opened.script


def test_another_reading_is_another_revision_and_the_same_one_is_not(desk: Desk) -> None:
    made = desk.drafting.new(SCRIPT)
    assert desk.drafting.save(made.id, made.version, SCRIPT).revision == 1
    saved = desk.drafting.save(made.id, made.version, OTHERWISE)
    assert (saved.revision, saved.script) == (2, OTHERWISE)
    assert desk.drafting.revision(made.id, 1).script == SCRIPT
    bare = desk.drafting.save(made.id, saved.version, replace(SCRIPT, said_here=()))
    assert (bare.revision, bare.script.said_here) == (3, ())
    may_be_cut = desk.drafting.save(made.id, bare.version, replace(bare.script, cuttable=((0, 17),)))
    assert (may_be_cut.revision, may_be_cut.script.cuttable) == (4, ((0, 17),))


def test_a_reading_that_is_no_revision_yet_is_recovered(building: Building) -> None:
    killed = building.desk()
    made = killed.drafting.new(SCRIPT)
    killed.drafting.keep_local(made.id, made.version, OTHERWISE)
    opened = building.desk().drafting.open(made.id)
    assert (opened.script, opened.recovered_at is None) == (OTHERWISE, False)
