"""The sign-off in the station's own pattern."""

from __future__ import annotations

import pytest

from newsdesk.domain.attribution import Byline
from newsdesk.domain.sign_off import FIRST_PATTERN, check_pattern, sign_off
from newsdesk.errors import BadSignOff

IPANG, RANI, DEWI = Byline("Ipang Harwoko", "Mahardhika FM"), Byline("Rani Puspita"), Byline("Dewi")
FROM = "Dari {tempat}, {penulis}, {stasiun}, melaporkan."


def test_one_two_and_three_reporters_are_named_as_one_says_it() -> None:
    said = "Rani Puspita, Radio Kelud, melaporkan."
    assert sign_off(FIRST_PATTERN, [RANI], "Radio Kelud") == said
    assert sign_off(FIRST_PATTERN, [RANI, DEWI], "Radio Kelud").startswith("Rani Puspita dan Dewi,")
    three = sign_off(FIRST_PATTERN, [IPANG, RANI, DEWI], "Radio Kelud")
    assert three == "Ipang Harwoko, Rani Puspita, dan Dewi, Radio Kelud, melaporkan."


def test_an_outlet_of_the_writer_stands_for_the_station() -> None:
    assert sign_off(FIRST_PATTERN, [IPANG], "Radio Kelud") == "Ipang Harwoko, Mahardhika FM, melaporkan."


@pytest.mark.parametrize(
    ("pattern", "station", "place", "said"),
    [
        (FROM, "Radio Kelud", "Blitar", "Dari Blitar, Dewi, Radio Kelud, melaporkan."),
        (FROM, "Radio Kelud", "", "Dewi, Radio Kelud, melaporkan."),
        (FROM, "", "Blitar", "Dari Blitar, Dewi melaporkan."),
        (FROM, "", "", "Dewi melaporkan."),
        ("Laporan {penulis}, {stasiun}.", "", "", "Laporan Dewi."),
    ],
)
def test_what_is_not_known_leaves_no_comma_behind(pattern: str, station: str, place: str, said: str) -> None:
    assert sign_off(pattern, [DEWI], station, place) == said


def test_nobody_signs_off_when_nobody_wrote() -> None:
    assert sign_off(FIRST_PATTERN, [], "Radio Kelud") == ""
    assert sign_off(FIRST_PATTERN, [Byline("", "Beritatrends")], "Radio Kelud") == ""


@pytest.mark.parametrize(
    ("pattern", "field"),
    [("{nama} melaporkan", "{nama}"), ("{penulis melaporkan", "{"), ("Sekian.", ""), ("{} {penulis}", "{}")],
)
def test_a_pattern_that_cannot_be_filled_in_is_refused_with_what_is_wrong(pattern: str, field: str) -> None:
    with pytest.raises(BadSignOff) as refused:
        check_pattern(pattern)
    assert refused.value.field == field


@pytest.mark.parametrize("pattern", [FIRST_PATTERN, FROM, "{penulis}"])
def test_a_pattern_with_a_writer_is_taken(pattern: str) -> None:
    check_pattern(pattern)
