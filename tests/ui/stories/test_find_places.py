"""Words are found wherever they stand, by small and capital letters and as whole words."""

import re

from hypothesis import given
from hypothesis import strategies as st

from newsdesk.ui.stories.find_places import MOST_PLACES, Searched, Wanted


def found(text, words, **choice):
    return [text[start:end] for start, end in Searched(text).places(Wanted(words, **choice))]


def test_case_counts_only_when_wanted():
    text = "Blitar, BLITAR, blitar"
    assert found(text, "blitar") == ["Blitar", "BLITAR", "blitar"]
    assert found(text, "blitar", case=True) == ["blitar"]


def test_whole_words_are_those_between_other_signs():
    text = "kota Kota-Blitar kotanya perkotaan (kota) kota2 🎙kota"
    assert len(found(text, "kota", whole=True)) == 4
    assert found("2.65 12.65", "2.65", whole=True) == ["2.65"]
    assert found("aa.. ..", "..", whole=True) == ["..", ".."]


def test_places_do_not_overlap_and_are_limited():
    assert Searched("aaaaa").places(Wanted("aa")) == [(0, 2), (2, 4)]
    assert len(Searched("a" * 50_000).places(Wanted("a"))) == MOST_PLACES + 1


def test_nothing_is_found_for_nothing_and_over_lines():
    assert found("satu\ndua", "") == [] and found("satu\ndua", "satu\ndua") == []


def test_the_turkish_i_moves_no_place():
    assert found("İİ Blitar", "blitar") == ["Blitar"]


letters = st.text(alphabet="abAB İ\n🎙.", max_size=40)


@given(letters, letters)
def test_every_place_holds_the_words(text, words):
    places = Searched(text).places(Wanted(words))
    edges = [edge for place in places for edge in place]
    assert edges == sorted(edges)
    if words and "\n" not in words and "İ" not in text + words:
        pattern = re.compile(re.escape(words), re.IGNORECASE)
        assert places == [match.span() for match in pattern.finditer(text)]
