"""A script's clips and notes keep their places, whatever text comes in from outside."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.attribution import Attribution
from newsdesk.domain.blocks import MARK, Clip, Note, places, stray_marks, without_marks
from newsdesk.domain.cleaning import clean_script
from newsdesk.domain.story import Script
from newsdesk.domain.text import lead
from newsdesk.storage.script_json import as_json, from_json

BODIES = st.text("ab \r\n\x00" + MARK, max_size=30)
BLOCKS = st.lists(
    st.one_of(st.builds(Note, st.text("xy", max_size=3)), st.builds(Clip, name=st.text("xy", max_size=3))),
    max_size=4,
).map(tuple)


@given(BODIES, BLOCKS)
def test_a_cleaned_script_has_a_mark_for_every_block_and_no_other(body: str, blocks: tuple[Clip | Note, ...]):
    script = clean_script(Script(body=body, blocks=blocks))
    assert script.blocks == blocks
    assert len(places(script.body)) == len(blocks)
    assert script.body.split("\n").count(MARK) == len(blocks)
    assert stray_marks(script.body, len(blocks)) == []
    assert clean_script(script) == script


def test_a_pasted_image_mark_goes_and_what_stands_behind_it_keeps_its_ties():
    tie = Attribution(1, 5, 10)
    script = clean_script(Script(body=f"Foto{MARK}Wali Kota", attributions=(tie,)))
    assert script.body == "FotoWali Kota"
    assert script.body[script.attributions[0].start : script.attributions[0].end] == "Wali "


def test_a_block_whose_mark_was_lost_stands_at_the_end():
    assert clean_script(Script(body="Satu.", blocks=(Note("jeda"),))).body == f"Satu.\n{MARK}"


@given(BODIES, BLOCKS)
def test_blocks_come_back_from_the_recovery_file(body: str, blocks: tuple[Clip | Note, ...]):
    script = clean_script(Script(body=body, blocks=blocks))
    assert from_json(as_json(script)) == script


def test_the_first_sentence_of_a_script_that_begins_with_a_clip_is_its_first_words():
    assert lead(without_marks(f"{MARK}\nUpacara rutin digelar.")) == "Upacara rutin digelar."
