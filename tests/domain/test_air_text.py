"""What is said on air, its hash, and whose story a story is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.domain.air_text import AirText, SaidChange, SaidToken, said_changes
from newsdesk.domain.approval import is_own
from newsdesk.domain.attribution import Attribution, Byline, Dateline
from newsdesk.domain.blocks import MARK, Clip, Note
from newsdesk.domain.story import SaidHere, Script, same_words
from newsdesk.domain.timing import SpokenLength

TEXT = AirText(
    slug="KPU-BLITAR",
    headline="KPU Blitar buka posko",
    body=f"KPU buka 12 posko.\n{MARK}\n{MARK}",
    blocks=(Clip("Ketua KPU", "/klip/ketua.wav", milliseconds=9_000, paraphrase="Ada 12 posko."), Note("!")),
    tokens=(SaidToken(0, 3, "ka pe u"), SaidToken(9, 11, "dua belas")),
    spoken="ka pe u buka dua belas posko.",
    paraphrases=("Ada dua belas posko.", ""),
    sign_off="Rani melaporkan.",
    length=SpokenLength(11, 1, 1),
    clip_ms=9_000,
    cuttable=((0, 18),),
)
SCRIPT = Script(
    "KPU", "Posko", body=TEXT.body, blocks=TEXT.blocks, said_here=(SaidHere(0, 3, "ka pe u"),),
    bylines=(Byline("Rani"),),
)  # fmt: skip


def test_a_text_comes_back_from_its_json_and_nothing_else_is_one() -> None:
    assert AirText.from_json(TEXT.to_json()) == TEXT
    for other in ("", "[]", "{}", "null", TEXT.to_json().replace('"spoken"', '"said"'), "[" * 100_000):
        with pytest.raises(ValueError):
            AirText.from_json(other)


_LETTERS = st.text("ab12. ", max_size=4)
_TOKENS = st.lists(st.builds(SaidToken, st.integers(0, 2), st.integers(3, 5), _LETTERS, _LETTERS), max_size=2)
_READ = st.fixed_dictionaries(
    {
        "body": _LETTERS,
        "blocks": st.lists(st.builds(Note, _LETTERS) | st.builds(Clip, _LETTERS), max_size=2).map(tuple),
        "tokens": _TOKENS.map(tuple),
        "spoken": _LETTERS,
        "paraphrases": st.lists(_LETTERS, max_size=2).map(tuple),
        "sign_off": _LETTERS,
    }
)
_NOT_READ = st.fixed_dictionaries(
    {
        "slug": _LETTERS,
        "headline": _LETTERS,
        "length": st.builds(SpokenLength, st.integers(0, 3)),
        "clip_ms": st.integers(0, 3),
        "cuttable": st.lists(st.tuples(st.integers(0, 1), st.integers(2, 3)), max_size=1).map(tuple),
    }
)


@settings(max_examples=60, deadline=None)
@given(_READ, _READ, _NOT_READ, _NOT_READ)
def test_the_hash_changes_exactly_when_what_is_read_changes(
    read: dict[str, object],
    other: dict[str, object],
    beside: dict[str, object],
    besides: dict[str, object],
) -> None:
    text = replace(TEXT, **read, **beside)
    assert replace(text, **besides).digest() == text.digest()
    assert (replace(text, **other).digest() == text.digest()) is (read == other)
    assert AirText.from_json(text.to_json()).digest() == text.digest()


def test_only_what_is_read_makes_other_words() -> None:
    unread = replace(
        SCRIPT, slug="LAIN", headline="Lain", dateline=Dateline("Blitar"), tags=("pemilu",),
        attributions=(Attribution(1, 0, 3),), cuttable=((0, 18),),
    )  # fmt: skip
    assert same_words(SCRIPT, unread)
    for read in (
        replace(SCRIPT, body=SCRIPT.body.replace("12", "13")),
        replace(SCRIPT, said_here=()),
        replace(SCRIPT, bylines=(Byline("Bagas"),)),
        replace(SCRIPT, blocks=(Clip("Wakil ketua"), Note("!"))),
    ):
        assert not same_words(SCRIPT, read)


def test_each_place_said_otherwise_is_told_once_on_whole_tokens() -> None:
    body = "Data BPS 5 Mei 2024, 3 km."
    old = AirText("", "", body, tokens=(SaidToken(5, 8, "be pe es"), SaidToken(9, 10, "lima")))
    new = AirText(
        "", "", body,
        tokens=(SaidToken(5, 8, "bapeles", "ba-PE-les"), SaidToken(9, 19, "lima mei dua nol dua empat")),
    )  # fmt: skip
    assert said_changes(old, old) == ()
    assert said_changes(old, new) == (
        SaidChange(5, 8, "BPS", "be pe es", "bapeles", "", "ba-PE-les"),
        SaidChange(9, 19, "5 Mei 2024", "lima Mei 2024", "lima mei dua nol dua empat"),
    )
    assert said_changes(new, old)[0] == SaidChange(5, 8, "BPS", "bapeles", "be pe es", "ba-PE-les", "")


@pytest.mark.parametrize(
    ("begun", "wrote", "byline", "own"),
    [
        (False, False, "Rani Puspita", False),
        (True, False, "Rani Puspita", True),
        (False, True, "Rani Puspita", True),
        (False, False, " dewi  LESTARI", True),
    ],
)
def test_a_story_is_ones_own_by_beginning_signing_or_wording_it(
    begun: bool, wrote: bool, byline: str, own: bool
) -> None:
    assert is_own("Dewi Lestari", begun, wrote, [Byline("Bagas"), Byline(byline)]) is own
