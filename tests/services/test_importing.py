"""Importing: pasted copy and text files become scripts with offers; nothing is filled in silently."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from newsdesk.domain.attribution import Byline, Dateline, Source
from newsdesk.errors import BadInput
from newsdesk.services.importing import LARGEST_FILE, Importing, OfferKind

COPY = """Wali Kota Lepas Kirab Pusaka

Wali Kota Lepas Kirab Pusaka

BLITAR, Radio Patria – Ribuan warga menyaksikan kirab pusaka di jalan utama kota, Sabtu pagi.

Kirab berakhir menjelang sore dengan doa bersama di pendapa.

Reporter: Rina Wulandari

Related Posts

Comments (0)
"""


def offers(kind: OfferKind, text: str):
    return [offer for offer in Importing().paste(text).offers if offer.kind is kind]


def test_a_paste_gives_headline_clean_body_and_the_untouched_original() -> None:
    pasted = Importing().paste(COPY)

    assert pasted.script.headline == "Wali Kota Lepas Kirab Pusaka"
    assert pasted.script.body == (
        "BLITAR, Radio Patria – Ribuan warga menyaksikan kirab pusaka di jalan utama kota, Sabtu pagi.\n"
        "Kirab berakhir menjelang sore dengan doa bersama di pendapa.\n"
        "Reporter: Rina Wulandari"
    )
    assert pasted.original == COPY


def test_credits_are_offered_and_never_filled_in() -> None:
    pasted = Importing().paste(COPY)

    assert pasted.script.dateline is None
    assert pasted.script.bylines == ()
    assert pasted.script.attributions == ()
    assert [offer.dateline for offer in offers(OfferKind.DATELINE, COPY)] == [
        Dateline("Blitar", "Radio Patria")
    ]
    assert [offer.byline for offer in offers(OfferKind.BYLINE, COPY)] == [Byline("Rina Wulandari")]


def test_every_offer_points_at_its_own_words_in_the_body() -> None:
    pasted = Importing().paste(COPY)

    assert len(pasted.offers) >= 2
    for offer in pasted.offers:
        assert pasted.script.body[offer.start : offer.end] == offer.text


def test_a_slug_is_suggested_from_what_the_copy_is_about() -> None:
    assert Importing().paste(COPY).script.slug == "KIRAB-PUSAKA"


def test_nothing_pasted_is_an_empty_script() -> None:
    pasted = Importing().paste(" \n\u200b\n ")

    assert pasted.script.body == ""
    assert pasted.script.slug == ""
    assert pasted.offers == ()


@pytest.mark.parametrize(
    "data",
    [
        "Harga “cabai” naik – Rp90 ribu.".encode(),
        "Harga “cabai” naik – Rp90 ribu.".encode("utf-8-sig"),
        "Harga “cabai” naik – Rp90 ribu.".encode("utf-16"),
        b"\xfe\xff" + "Harga “cabai” naik – Rp90 ribu.".encode("utf-16-be"),
        "Harga “cabai” naik – Rp90 ribu.".encode("utf-32"),
        "Harga “cabai” naik – Rp90 ribu.".encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 big end first", "utf-32", "windows-1252"],
)
def test_a_text_file_is_read_whatever_its_encoding(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "rilis.txt"
    file.write_bytes(data)

    assert Importing().read_file(file).original == "Harga “cabai” naik – Rp90 ribu."


def refused(path: Path) -> str:
    with pytest.raises(BadInput) as caught:
        Importing().read_file(path)
    assert caught.value.what == str(path)
    return caught.value.reason


def test_a_missing_file_is_refused_with_its_reason(tmp_path: Path) -> None:
    assert refused(tmp_path / "tidak-ada.txt") == "berkas tidak ada"


def test_a_folder_is_refused_with_its_reason(tmp_path: Path) -> None:
    assert refused(tmp_path) == "ini folder, bukan berkas"


def test_a_path_with_a_nul_is_refused_and_does_not_crash(tmp_path: Path) -> None:
    assert refused(tmp_path / "a\0b.txt") == "berkas tidak bisa dibaca"


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "besar.txt"
    with file.open("wb") as out:
        out.truncate(LARGEST_FILE + 1)

    assert refused(file) == "lebih besar dari 20 MB"


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 teks di dalam PDF",
        b"PK\x03\x04 isi dokumen Word",
        b"\x89PNG\r\n\x1a\n",
        bytes(range(256)) * 40,
        b"teks\0\0\0\0\0\0\0\0" * 100,
        b"\xff\xfe\x41",
    ],
    ids=["pdf", "docx", "png", "all bytes", "many NULs", "half a UTF-16 letter"],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "berkas.txt"
    file.write_bytes(data)

    assert refused(file) == "bukan teks polos"


def test_an_empty_file_is_refused_with_its_reason(tmp_path: Path) -> None:
    file = tmp_path / "kosong.txt"
    file.write_bytes(b" \n\n")

    assert refused(file) == "kosong"


def test_a_stray_nul_costs_no_word(tmp_path: Path) -> None:
    file = tmp_path / "rilis.txt"
    file.write_bytes(
        b"Upacara bendera digelar di halaman kantor wali kota.\0\nSelesai pukul sembilan pagi." * 3
    )

    assert "\0" not in Importing().read_file(file).script.body
    assert "Selesai pukul sembilan pagi." in Importing().read_file(file).script.body


def test_a_source_is_offered_with_office_and_indirect_speech_a_quote_with_its_speaker() -> None:
    text = "Lurah Bendo Mujianto mengatakan kirab aman. “Semua warga turun tangan,” kata Mujianto."

    (source,), (quote,) = offers(OfferKind.SOURCE, text), offers(OfferKind.QUOTE, text)

    assert source.source == Source(person="Mujianto", office="Lurah Bendo")
    assert [text[passage.start : passage.end] for passage in source.passages] == [
        "Lurah Bendo Mujianto mengatakan kirab aman."
    ]
    assert quote.source == source.source
    (passage,) = quote.passages
    assert passage.quote
    assert text[passage.start : passage.end] == "Semua warga turun tangan"


def test_a_quote_of_nobody_known_is_offered_without_a_source() -> None:
    (quote,) = offers(OfferKind.QUOTE, "“Airnya naik cepat sekali tadi malam,” kata seorang ibu.")

    assert quote.source is None


def test_what_the_first_seed_page_offers(shared: Path) -> None:
    (page,) = (shared / "seeds").glob("000_*.txt")

    pasted = Importing().read_file(page)

    assert pasted.script.slug == "STATISTIK-OPD"
    assert pasted.script.headline.startswith("Gelar Upacara Kopri Setiap Tanggal 17, Pemkot Blitar")
    assert pasted.script.body.startswith("Pemkot Blitar menggelar upacara bendera rutin 17-an")
    assert pasted.script.body.endswith("berkualitas. Ipang Harwoko - Mahardhika FM")
    assert [(offer.kind, offer.byline or offer.source) for offer in pasted.offers] == [
        (OfferKind.SOURCE, Source("Santoso", "Walikota Blitar")),
        (OfferKind.QUOTE, Source("Santoso", "Walikota Blitar")),
        (OfferKind.SOURCE, Source("Hanung Pramusito", "Kepala BPS Kota Blitar")),
        (OfferKind.QUOTE, Source("Hanung Pramusito", "Kepala BPS Kota Blitar")),
        (OfferKind.BYLINE, Byline("Ipang Harwoko", "Mahardhika FM")),
    ]
    santoso, _, hanung, *_ = pasted.offers
    assert [pasted.script.body[one.start : one.end].split(",")[0] for one in santoso.passages] == [
        "Santoso - Walikota Blitar ditemui usai agenda menyampaikan upacara setiap tanggal 17 ini",
        "Selain diisi dengan pembekalan penekanan tugas ASN",
    ]
    assert [pasted.script.body[one.start : one.end].split()[0] for one in hanung.passages] == [
        "Ditemui",
        "Hanung",
        "Menurutnya",
    ]


def test_what_the_second_seed_article_offers(shared: Path) -> None:
    (page,) = (shared / "seeds").glob("001_*.txt")

    pasted = Importing().read_file(page)

    assert pasted.script.headline == ""
    assert [(offer.kind, offer.dateline or offer.source) for offer in pasted.offers] == [
        (OfferKind.DATELINE, Dateline("Blitar", "Beritatrends")),
        (OfferKind.SOURCE, Source("Santoso", "Wali Kota Blitar")),
        (OfferKind.QUOTE, Source("Santoso", "Wali Kota Blitar")),
    ]


def test_a_paste_of_five_megabytes_is_ready_in_seconds() -> None:
    text = (COPY.split("\n\n", 2)[2]) * (5_000_000 // len(COPY))

    start = time.process_time()
    pasted = Importing().paste(text)

    assert time.process_time() - start < 10
    assert len(pasted.script.body) > 2_000_000
