from hypothesis import given
from hypothesis import strategies as st

from newsdesk.ui.stories.passages import Passages, Tie, shifted

TIE = Tie(1, 7, 10, 20, False)


def span(tie):
    return tie and (tie.start, tie.end)


def test_words_typed_before_move_a_passage_and_words_at_its_edges_stay_outside():
    assert span(shifted(TIE, 3, 0, 2)) == (12, 22)
    assert span(shifted(TIE, 10, 0, 2)) == (12, 22)
    assert span(shifted(TIE, 20, 0, 2)) == (10, 20)


def test_words_typed_inside_stretch_a_passage_and_deleted_ones_shrink_it():
    assert span(shifted(TIE, 15, 0, 2)) == (10, 22)
    assert span(shifted(TIE, 15, 3, 0)) == (10, 17)
    assert span(shifted(TIE, 5, 8, 0)) == (5, 12)
    assert span(shifted(TIE, 18, 8, 1)) == (10, 18)


def test_a_passage_vanishes_with_its_words():
    assert shifted(TIE, 10, 10, 0) is None
    assert shifted(TIE, 5, 30, 4) is None


@given(st.integers(0, 40), st.integers(0, 20), st.integers(0, 20))
def test_a_passage_never_reaches_outside_what_is_left(at, removed, added):
    length = 60 - removed + added
    moved = shifted(TIE, at, removed, added)
    assert moved is None or 0 <= moved.start < moved.end <= length


def test_untying_is_not_undone_by_undo_of_words():
    passages = Passages()
    passages.load([(7, 0, 5, False)], 0)
    passages.remove(passages.ties)
    passages.edited(0, 0, 1, 1)
    passages.stepped(0, 1, 0)
    passages.settle(0)
    assert passages.ties == ()
