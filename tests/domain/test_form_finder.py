"""Forms of the lexicon are found in a text as whole words."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain.form_finder import FormFinder
from newsdesk.domain.lexicon import Pronunciation

pieces = (
    st.text(st.sampled_from("aA1-. @é"), min_size=1, max_size=4)
    .map(str.strip)
    .filter(lambda form: any(letter.isalnum() for letter in form))
)


@given(st.lists(pieces, max_size=4), st.text(st.sampled_from("aA1-. @é"), max_size=20), st.booleans())
def test_one_pass_finds_what_a_search_for_each_form_finds(forms: list[str], text: str, case: bool) -> None:
    found = FormFinder([Pronunciation(form, "", case_sensitive=case) for form in forms]).forms_in(text)
    expected = {form for form in forms if _searched(form, text, 0 if case else re.IGNORECASE)}
    assert found == expected


def _searched(form: str, text: str, flags: int) -> bool:
    before = r"(?<![^\W_])" if form[0].isalnum() else ""
    after = r"(?![^\W_])" if form[-1].isalnum() else ""
    return re.search(f"{before}{re.escape(form)}{after}", text, flags) is not None
