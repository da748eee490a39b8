"""Sentences: where a voice stops and an announcer breathes."""

from __future__ import annotations

import pytest

from newsdesk.spoken.normaliser import Normaliser
from newsdesk.spoken.sentences import Sentence, sentences


def _split(normaliser: Normaliser, text: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in sentences(normaliser.read(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hujan turun. Warga mengungsi!", ["Hujan turun.", "Warga mengungsi!"]),
        ("Benarkah? Entah…", ["Benarkah?", "Entah…"]),
        ("Nilainya 2.65. Naik dari 2.52.", ["Nilainya 2.65.", "Naik dari 2.52."]),
        (
            "Lagu W.R. Supratman diputar. Hadirin berdiri.",
            ["Lagu W.R. Supratman diputar.", "Hadirin berdiri."],
        ),
        ("Kantor di Jl. Merdeka No. 7. Buka pagi.", ["Kantor di Jl. Merdeka No. 7.", "Buka pagi."]),
        ("Prof. Budi dan dr. Siti hadir.", ["Prof. Budi dan dr. Siti hadir."]),
        ("Rapat 28 Okt. 2024 batal.", ["Rapat 28 Okt. 2024 batal."]),
        ("Beras, gula, dll. Harganya naik.", ["Beras, gula, dll.", "Harganya naik."]),
        ('"Kami siap," katanya. "Besok mulai."', ['Kami siap," katanya.', 'Besok mulai."']),
        ('"Awas!" teriak warga.', ['Awas!" teriak warga.']),
        ("Judul tanpa titik\nIsi berita.", ["Judul tanpa titik", "Isi berita."]),
        ("Rp1,5 miliar. KPU diam.", ["Rp1,5 miliar.", "KPU diam."]),
        ("Dipimpin Kol. Inf. Bambang. Warga lega.", ["Dipimpin Kol. Inf. Bambang.", "Warga lega."]),
        ("Brigjen. Pol. Rudi datang.", ["Brigjen. Pol. Rudi datang."]),
        ("Pangkatnya Kol. Ia pensiun.", ["Pangkatnya Kol.", "Ia pensiun."]),
        ("Tulis Mr. Comey. Lalu diam.", ["Tulis Mr. Comey.", "Lalu diam."]),
        ("Hadir A. Rauf dan J. Stapleton Roy.", ["Hadir A. Rauf dan J. Stapleton Roy."]),
        ("Terminal B, C dan D. Bandara ramai.", ["Terminal B, C dan D.", "Bandara ramai."]),
        ("Mengandung vitamin C. Rasanya asam.", ["Mengandung vitamin C.", "Rasanya asam."]),
        ("PT Asia Pte. Ltd. (SPA) menjual.", ["PT Asia Pte. Ltd. (SPA) menjual."]),
        ("Di Gorontalo., Selasa, ia tiba.", ["Di Gorontalo., Selasa, ia tiba."]),
        ("Kurs 9.100 per dolar AS. Rupiah turun.", ["Kurs 9.100 per dolar AS.", "Rupiah turun."]),
        ("", []),
        ("... !\n\n—", []),
    ],
)
def test_a_script_divides_where_a_newsreader_stops(
    normaliser: Normaliser, text: str, expected: list[str]
) -> None:
    assert _split(normaliser, text) == expected


def _only(normaliser: Normaliser, text: str) -> Sentence:
    (sentence,) = sentences(normaliser.read(text))
    return sentence


def test_pauses_stand_after_the_word_they_follow(normaliser: Normaliser) -> None:
    sentence = _only(normaliser, "Menurutnya: naik, turun; lalu (tetap) - sudah?")
    assert list(zip((w.text for w in sentence.words), sentence.pauses, strict=True)) == [
        ("Menurutnya", ":"),
        ("naik", ","),
        ("turun", ";"),
        ("lalu", ","),
        ("tetap", ","),
        ("sudah", "?"),
    ]


def test_no_pause_falls_inside_a_reading(normaliser: Normaliser) -> None:
    sentence = _only(normaliser, "pada 28 Okt. 2024, W.R. Supratman")
    assert [pause for pause in sentence.pauses if pause] == [",", "."]


def test_a_headline_without_a_full_stop_still_ends(normaliser: Normaliser) -> None:
    sentence = _only(normaliser, "Banjir surut")
    assert sentence.pauses == ("", ".")
    assert sentence.ends_paragraph


def test_the_last_sentence_of_each_paragraph_ends_it(normaliser: Normaliser) -> None:
    found = sentences(normaliser.read("Satu. Dua.\nTiga.\n\n"))
    assert [sentence.ends_paragraph for sentence in found] == [False, True, True]
