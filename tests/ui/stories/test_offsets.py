from hypothesis import given
from hypothesis import strategies as st

from newsdesk.ui.stories.offsets import to_code_points, to_utf16

texts = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("🎙👩‍👧ق2.65 "), max_size=60)


@given(texts, st.data())
def test_offsets_of_any_text_go_to_qt_and_back(text, data):
    at = data.draw(st.integers(0, len(text)))
    assert to_code_points(text, to_utf16(text, at)) == at


@given(texts)
def test_the_end_in_qt_is_the_length_that_qt_counts(text):
    assert to_utf16(text, len(text)) == len(text.encode("utf-16-le")) // 2


def test_an_emoji_before_a_token_moves_the_token_by_one_more():
    text = "🎙 naik menjadi 2.65"
    start = text.index("2.65")
    assert to_utf16(text, start) == start + 1
    assert to_code_points(text, start + 1) == start


def test_half_an_emoji_counts_as_before_it():
    assert to_code_points("a🎙b", 2) == 1
