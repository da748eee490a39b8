"""What the window asks of the two texts: what is carried over, and the sentence at a place."""

from __future__ import annotations

import pytest

from newsdesk.services.carrying import Carrying

COPY = (
    "“Jalan itu kami perbaiki. Itu janji,” kata Kepala Dinas Pekerjaan Umum, Drs. Santoso. Warga senang.\n"
    "\n"
    "Warga menunggu perbaikan jalan yang\nrusak sejak Lebaran itu. Hujan 2.65 mm turun tadi malam."
)


def at(words: str) -> str:
    span = Carrying().sentence_at(COPY, COPY.index(words) + 2)
    assert span is not None
    return COPY[slice(*span)]


def test_a_quotation_stays_with_the_words_that_say_whose_it_is() -> None:
    whole = "“Jalan itu kami perbaiki. Itu janji,” kata Kepala Dinas Pekerjaan Umum, Drs. Santoso."
    assert at("perbaiki") == at("Itu janji") == at("Drs.") == whole


def test_a_sentence_wrapped_by_mail_is_one() -> None:
    assert (
        at("Warga menunggu") == at("rusak") == "Warga menunggu perbaikan jalan yang\nrusak sejak Lebaran itu."
    )


def test_a_decimal_point_ends_no_sentence() -> None:
    assert at("turun") == "Hujan 2.65 mm turun tadi malam."


@pytest.mark.parametrize("text", ["", "\n\n", "   \n  "])
def test_an_empty_line_has_no_sentence(text: str) -> None:
    assert Carrying().sentence_at(text, len(text) // 2) is None


def test_the_original_may_change_between_two_comparisons() -> None:
    carrying = Carrying()
    script = "Warga menunggu perbaikan jalan yang rusak itu."
    found = carrying.compare(COPY, script)
    assert (found.share, found.sentences, found.is_too_much) == (6 / 7, 1, True)
    assert carrying.compare("Lain sama sekali.", script).share == 0.0
