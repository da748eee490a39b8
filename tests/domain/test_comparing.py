"""What changed between two texts is told in words, whole and readable."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.domain import comparing
from newsdesk.domain.blocks import MARK, Clip, Note
from newsdesk.domain.comparing import Compared, PartKind, compare

WORDS = st.sampled_from(
    ["kota", "kota", "Blitar", "naik", "2.65", "di", "yang", ",", ".", " ", "  ", "\n", MARK]
)
TEXTS = st.lists(WORDS, max_size=24).map(lambda words: " ".join(words).replace(" \n ", "\n"))
ANY = st.text(max_size=40)


def told(found: Compared) -> str:
    """Write a comparison as one line: [-gone-] and {+new+} among what stayed."""
    written = {PartKind.SAME: "{}", PartKind.GONE: "[-{}-]", PartKind.NEW: "{{+{}+}}"}
    return "".join(
        written[part.kind].format(found.old_text(part) or found.new_text(part)) for part in found.parts
    )


def joined(found: Compared, kind: PartKind) -> str:
    text = found.old_text if kind is PartKind.GONE else found.new_text
    return "".join(text(part) for part in found.parts if part.kind in (PartKind.SAME, kind))


@given(st.one_of(TEXTS, ANY), st.one_of(TEXTS, ANY))
def test_what_stayed_and_went_is_the_old_text_and_what_stayed_and_came_the_new_one(old: str, new: str):
    found = compare(old, new)
    assert joined(found, PartKind.GONE) == old
    assert joined(found, PartKind.NEW) == new
    for part in found.parts:
        if part.kind is PartKind.SAME:
            assert found.old_text(part) == found.new_text(part) != ""
        elif part.kind is PartKind.GONE:
            assert found.old_text(part) and not found.new_text(part)
        else:
            assert found.new_text(part) and not found.old_text(part)


@given(st.one_of(TEXTS, ANY), st.one_of(TEXTS, ANY))
def test_swapped_texts_give_the_same_changes_swapped(old: str, new: str):
    assert compare(new, old).changes == tuple(change.swapped() for change in compare(old, new).changes)


@given(st.one_of(TEXTS, ANY))
def test_a_text_is_the_same_as_itself(text: str):
    found = compare(text, text)
    assert found.same
    assert len(found.parts) == bool(text)


@given(TEXTS, TEXTS)
def test_changes_put_into_the_old_text_one_by_one_give_the_new_one(old: str, new: str):
    found, text = compare(old, new), old
    for change in reversed(found.changes):
        text = text[: change.old_start] + new[change.new_start : change.new_end] + text[change.old_end :]
    assert text == new


@given(TEXTS, TEXTS)
def test_texts_too_large_to_compare_word_by_word_are_still_told_whole(old: str, new: str):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(comparing, "_CELLS", 0)
        found = compare(old, new)
    assert (joined(found, PartKind.GONE), joined(found, PartKind.NEW)) == (old, new)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Harga cabai naik.", "Harga cabai rawit naik.", "Harga cabai {+rawit +}naik."),
        ("Kamis (05/09).", "Kamis 5 September.", "Kamis [-(05/09)-]{+5 September+}."),
        (
            "Wakil Presiden ke-11, Boediono.",
            "Wakil Presiden ke-11, Boediono, yang kini ketua.",
            "Wakil Presiden ke-11, Boediono{+, yang kini ketua+}.",
        ),
        (
            "Penghargaan ini diberikan atas komitmen pemerintahan yang bersih.",
            "Menurut dia penghargaan itu buah komitmen pemerintahan yang bersih.",
            "[-Penghargaan ini diberikan atas-]{+Menurut dia penghargaan itu buah+} "
            "komitmen pemerintahan yang bersih.",
        ),
        # One word that both have by chance does not break a replaced sentence into pieces.
        (
            "Warga mengeluh karena banjir di jalan raya tidak kunjung surut.",
            "Wali kota menjanjikan pompa air tambahan di setiap kelurahan bulan depan.",
            "[-Warga mengeluh karena banjir di jalan raya tidak kunjung surut-]"
            "{+Wali kota menjanjikan pompa air tambahan di setiap kelurahan bulan depan+}.",
        ),
        ("naik 2.65 persen", "naik 2.56 persen", "naik [-2.65-]{+2.56+} persen"),
        # A sentence put in between begins where it begins, though its first word is its neighbour's too.
        (
            "Harga naik. Harga beras tetap.",
            "Harga naik. Harga cabai turun. Harga beras tetap.",
            "Harga naik. {+Harga cabai turun. +}Harga beras tetap.",
        ),
        ("Satu.\nTiga.", "Satu.\nDua.\nTiga.", "Satu.\n{+Dua.\n+}Tiga."),
        ("Satu dua. Tiga empat.", "Satu dua.\nTiga empat.", "Satu dua.[- -]{+\n+}Tiga empat."),
        ("", "Baru.", "{+Baru.+}"),
        ("Lama.", "", "[-Lama.-]"),
    ],
)
def test_changes_read_as_a_person_would_tell_them(old: str, new: str, expected: str):
    assert told(compare(old, new)) == expected


def test_paragraphs_that_were_rewritten_are_told_one_by_one():
    found = compare("Banjir merendam kota.\nWarga mengungsi.", "Api membakar pasar.\nPolisi menyelidiki.")
    assert told(found) == (
        "[-Banjir merendam kota-]{+Api membakar pasar+}.\n[-Warga mengungsi-]{+Polisi menyelidiki+}."
    )


def test_a_moved_paragraph_leaves_the_others_as_they_are():
    found = compare("Satu satu.\nDua dua.\nTiga tiga.", "Tiga tiga.\nSatu satu.\nDua dua.")
    assert told(found) == "{+Tiga tiga.\n+}Satu satu.\nDua dua.[-\nTiga tiga.-]"


def test_a_clip_is_one_word_and_another_clip_another_word():
    body = f"Satu.\n{MARK}\nDua."
    assert compare(body, body, [Clip("a")], [Clip("a")]).same
    found = compare(body, body, [Clip("a")], [Clip("b")])
    assert told(found) == f"Satu.\n[-{MARK}-]{{+{MARK}+}}\nDua."
    assert found.words(PartKind.NEW) == 1
    moved = compare(f"Satu.\n{MARK}\n{MARK}", f"{MARK}\nSatu.", [Clip("a"), Note("b")], [Note("b")])
    assert (moved.words(PartKind.GONE), moved.words(PartKind.NEW)) in ((2, 1), (3, 2))


def test_words_are_counted_not_signs():
    found = compare("Kamis, (05/09).", "Kamis, 5 September, siang.")
    assert found.words(PartKind.SAME) == 1
    assert (found.words(PartKind.GONE), found.words(PartKind.NEW)) == (1, 3)
