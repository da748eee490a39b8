"""Page furniture: what a web page wraps around the news goes, and never a word of the news."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsdesk.copyedit.furniture import clean
from newsdesk.copyedit.page_rows import Furniture, kind_of

NEWS = (
    "Warga Kelurahan Bendo bergotong royong membersihkan saluran air sejak Minggu pagi.\n"
    "Kegiatan itu rutin digelar menjelang musim hujan agar genangan tidak masuk ke rumah."
)


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ("Related Posts", Furniture.RELATED),
        ("Berita Terkait:", Furniture.RELATED),
        ("Comments (0)", Furniture.COMMENTS),
        ("12 Komentar", Furniture.COMMENTS),
        ("There are no comments yet", Furniture.COMMENTS),
        ("Belum ada komentar.", Furniture.COMMENTS),
        ("Leave a Comment", Furniture.COMMENTS),
        ("Tinggalkan Balasan", Furniture.COMMENTS),
        ("Alamat email Anda tidak akan dipublikasikan. Ruas yang wajib ditandai *", Furniture.COMMENTS),
        ("Baca juga: Harga Cabai Tembus Rp90 Ribu", Furniture.READ_ALSO),
        ("BACA JUGA : Jalan Rusak di Wlingi Segera Diperbaiki", Furniture.READ_ALSO),
        ("(Baca juga: Pasar Ludes Terbakar)", Furniture.READ_ALSO),
        ("Simak juga: Jadwal Kirab", Furniture.READ_ALSO),
        ("Share", Furniture.SHARE),
        ("Facebook | Twitter | WhatsApp", Furniture.SHARE),
        ("Bagikan berita ini", Furniture.SHARE),
        ("Bagikan ke WhatsApp", Furniture.SHARE),
        ("Print", Furniture.SHARE),
        ("Ikuti kami di Google News", Furniture.SHARE),
        ("Tags: Pemkot Blitar, statistik, OPD", Furniture.TAGS),
        ("#blitar #pemkot", Furniture.TAGS),
        ("© 2025 Radio Patria", Furniture.COPYRIGHT),
        ("Copyright © KANTOR BERITA 2025", Furniture.COPYRIGHT),
        ("2024 Radio Patria. All rights reserved.", Furniture.COPYRIGHT),
        ("Dibaca 214 kali", Furniture.COUNTER),
        ("1.024 views", Furniture.COUNTER),
        ("Home > Berita > Daerah", Furniture.NAVIGATION),
        ("Selengkapnya", Furniture.NAVIGATION),
        ("ADVERTISEMENT", Furniture.ADVERTISEMENT),
    ],
)
def test_furniture_between_paragraphs_goes_and_the_news_stays(row: str, kind: Furniture) -> None:
    first, second = NEWS.split("\n")

    copy = clean(f"{first}\n\n{row}\n\n{second}\n\n{row}\n")

    assert copy.body == NEWS
    assert [stripped.kind for stripped in copy.stripped] == [kind, kind]


@pytest.mark.parametrize(
    "row",
    [
        "Komentar warga beragam soal kenaikan tarif itu.",
        "Baca juga buku lama, kata guru itu kepada muridnya.",
        "Baca juga: Harga naik. Wali kota menegaskan stok aman sampai Lebaran.",
        "Hak cipta lagu daerah itu didaftarkan sejak 2019.",
        "(c) melakukan pengawasan terhadap penggunaan anggaran;",
        "Share holding itu turun menjadi 40 persen.",
        "Print dan tenun ikat dipamerkan di alun-alun.",
        "Tags harga dipasang di semua kios.",
        "#blitarkeren menjadi tema lomba tahun ini.",
        "Selanjutnya, warga diminta menunggu pengumuman.",
        "Facebook diblokir di negara itu.",
        "Terkait",
        "Related posts menurut pakar pemasaran adalah judul terkait.",
        "Name",
    ],
)
def test_a_row_that_may_be_news_is_kept(row: str) -> None:
    assert kind_of(row) is None
    assert row in clean(f"{NEWS}\n\n{row}\n\n{NEWS}").body


def test_a_doubled_headline_stands_once_and_not_in_the_body() -> None:
    copy = clean(f"Warga Bersihkan Saluran Air\n\nWarga  Bersihkan Saluran Air\n\n{NEWS}")

    assert copy.headline == "Warga Bersihkan Saluran Air"
    assert copy.body == NEWS
    assert [stripped.kind for stripped in copy.stripped] == [Furniture.REPEATED_HEADLINE]


def test_a_headline_doubled_around_share_buttons_is_seen() -> None:
    copy = clean(f"Warga Bersihkan Saluran Air\nShare\nFacebook\nWarga Bersihkan Saluran Air\n\n{NEWS}")

    assert copy.headline == "Warga Bersihkan Saluran Air"
    assert copy.body == NEWS


def test_a_single_headline_above_running_text_is_seen() -> None:
    assert clean(f"Warga Bersihkan Saluran Air\n\n{NEWS}").headline == "Warga Bersihkan Saluran Air"


@pytest.mark.parametrize(
    "first",
    [
        "Warga membersihkan saluran air.",
        "Reporter: Rina Wulandari",
        "BLITAR – Warga membersihkan saluran air",
        "Warga Bendo:",
    ],
)
def test_a_first_row_that_is_no_headline_stays_in_the_body(first: str) -> None:
    copy = clean(f"{first}\n\n{NEWS}")

    assert copy.headline == ""
    assert copy.body == f"{first}\n{NEWS}"


def test_headlines_of_other_stories_under_related_posts_go_with_them() -> None:
    copy = clean(
        f"{NEWS}\n\nRelated Posts\n\nJalan Rusak Segera Diperbaiki\n"
        "Pasar Ludes Terbakar Semalam\n\nComments (0)"
    )

    assert copy.body == NEWS
    assert [stripped.kind for stripped in copy.stripped] == [
        Furniture.RELATED,
        Furniture.RELATED,
        Furniture.RELATED,
        Furniture.COMMENTS,
    ]


def test_a_headline_between_related_posts_and_more_news_is_kept() -> None:
    copy = clean(f"Related Posts\n\nDampak bagi Warga Sekitar\n\n{NEWS}")

    assert "Dampak bagi Warga Sekitar" in f"{copy.headline} {copy.body}"


def test_a_byline_under_related_posts_is_kept() -> None:
    copy = clean(f"{NEWS}\n\nRelated Posts\n\nRina Wulandari - Patria FM\n\nComments (0)")

    assert copy.body.endswith("Rina Wulandari - Patria FM")


def test_the_headline_row_after_baca_juga_alone_goes() -> None:
    first, second = NEWS.split("\n")

    assert clean(f"{first}\n\nBaca juga\n\nPasar Ludes Terbakar Semalam\n\n{second}").body == NEWS


def test_rows_of_a_hard_wrapped_mail_are_joined() -> None:
    wrapped = (
        "Warga Kelurahan Bendo bergotong royong membersihkan saluran air\n"
        "sejak Minggu pagi. Kegiatan itu rutin digelar setiap menjelang\n"
        "musim hujan, sedangkan sampah yang terkumpul dibawa oleh anak-\n"
        "anak muda ke tempat penampungan di tepi desa sebelah timur itu\n"
        "dengan gerobak.\n"
        "\n"
        "Lurah menyediakan sarapan bagi warga yang datang paling pagi di\n"
        "balai kelurahan.\n"
    )

    assert clean(wrapped).body == (
        "Warga Kelurahan Bendo bergotong royong membersihkan saluran air sejak Minggu pagi. Kegiatan itu "
        "rutin digelar setiap menjelang musim hujan, sedangkan sampah yang terkumpul dibawa oleh "
        "anak-anak muda ke tempat penampungan di tepi desa sebelah timur itu dengan gerobak.\n"
        "Lurah menyediakan sarapan bagi warga yang datang paling pagi di balai kelurahan."
    )


def test_short_paragraphs_a_row_each_stay_apart() -> None:
    paragraphs = (
        "Hujan turun sejak pagi di seluruh kota.\n"
        "Jalan utama tergenang setinggi lutut.\n"
        "Polisi mengalihkan arus."
    )

    assert clean(paragraphs).body == paragraphs


def test_a_list_stays_a_list() -> None:
    rows = (
        "Syarat yang harus dibawa oleh setiap pendaftar ke balai kelurahan:\n"
        "1. fotokopi kartu keluarga yang masih berlaku sebanyak dua lembar,\n"
        "2. surat pengantar ketua rukun tetangga yang sudah dibubuhi cap"
    )

    assert clean(rows).body == rows


@pytest.mark.parametrize(
    ("pasted", "body"),
    [
        ("Wali\u00a0Kota\u2009Blitar", "Wali Kota Blitar"),
        ("Wa\u200bli Ko\u00adta\ufeff", "Wali Kota"),
        ("Wali\x00 Kota\x07", "Wali Kota"),
        ("\u202eWali Kota\u202c", "Wali Kota"),
        ("Satu.\r\nDua.\rTiga.\u2028Empat.", "Satu.\nDua.\nTiga.\nEmpat."),
        ("Keluarga 👨\u200d👩\u200d👧 datang.", "Keluarga 👨\u200d👩\u200d👧 datang."),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("Wali\ud800 Kota", "Wali\ufffd Kota"),
    ],
    ids=["spaces", "zero width", "control", "direction", "line ends", "emoji", "persian", "half a letter"],
)
def test_characters_nobody_sees_go_and_those_that_build_letters_stay(pasted: str, body: str) -> None:
    assert clean(pasted).body == body


def test_the_seed_page_loses_its_furniture_and_nothing_else(shared: Path) -> None:
    (page,) = (shared / "seeds").glob("000_*.txt")
    text = page.read_text(encoding="utf-8")
    rows = [row.strip() for row in text.split("\n") if row.strip()]

    copy = clean(text)

    assert copy.headline == rows[0]
    assert copy.body.split("\n") == rows[2:-4]
    assert [text[one.start : one.end] for one in copy.stripped] == [rows[1], *rows[-4:]]


def test_the_seed_article_without_furniture_stays_as_it_is(shared: Path) -> None:
    (page,) = (shared / "seeds").glob("001_*.txt")
    text = page.read_text(encoding="utf-8")

    copy = clean(text)

    assert copy.body == text.strip()
    assert copy.stripped == ()


# ---------------------------------------------------------------- properties

ROWS = st.sampled_from(
    [
        "Related Posts",
        "Comments (0)",
        "Baca juga: Pasar Ludes Terbakar",
        "Baca juga",
        "Share",
        "Tags: a, b",
        "",
        " ",
        "Warga Bersihkan Saluran Air",
        "Wali kota menegaskan stok aman.",
        "Kegiatan itu rutin digelar setiap menjelang musim hujan supaya",
        "genangan tidak lagi masuk rumah warga di sepanjang kali.",
        "- butir satu",
        "Rina - Patria FM",
        "Kom\u200bentar\u00a0(3)",
    ]
)


def visible(text: str) -> list[str]:
    return [letter for letter in text if letter.isalnum()]


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=400), st.lists(ROWS, max_size=30).map("\n".join)))
def test_nothing_is_lost_but_rows_that_are_reported(pasted: str) -> None:
    copy = clean(pasted)

    kept = pasted
    for one in reversed(copy.stripped):
        kept = kept[: one.start] + "\n" + kept[one.end :]
    assert visible(f"{copy.headline}\n{copy.body}") == visible(kept)


@settings(max_examples=200, deadline=None)
@example(
    "Kegiatan itu rutin digelar setiap menjelang musim hujan supaya\nWarga Bersihkan Saluran Air\n"
    "Kegiatan itu rutin digelar setiap menjelang musim hujan supaya\nWarga Bersihkan Saluran Air"
)
@given(st.lists(ROWS, max_size=30).map("\n".join))
def test_no_row_that_ends_a_sentence_is_stripped_unless_it_is_the_headline_again(pasted: str) -> None:
    copy = clean(pasted)

    for one in copy.stripped:
        row = pasted[one.start : one.end]
        assert "\n" not in row
        assert not row.rstrip().endswith(".") or row.strip() == copy.headline


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=400))
def test_the_body_has_no_empty_paragraphs_and_no_unseen_characters(pasted: str) -> None:
    body = clean(pasted).body

    assert all(paragraph == paragraph.strip() != "" for paragraph in body.split("\n") if body)
    assert not set(body) & set("\x00\u200b\ufeff\u00ad\u202e\r")


@pytest.mark.parametrize(
    "piece",
    [
        "Warga bergotong royong membersihkan saluran air sejak pagi tadi.\n",
        "Related Posts\n",
        "Baca juga\n\n",
        "Related Posts\n\nJudul Lain Tanpa Titik\n",
        "\n",
        " ",
        "\u200b",
        "#tag ",
        "Baca juga: ",
        "kata tanpa akhir ",
        "baris yang dibungkus oleh program surat pada lebar tertentu saja\n",
        "Share | ",
    ],
    ids=[
        "copy",
        "headings",
        "also",
        "boxes",
        "rows",
        "spaces",
        "unseen",
        "tags",
        "reads",
        "words",
        "wrapped",
        "shares",
    ],
)
def test_time_grows_with_the_length_and_not_faster(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.process_time()
        clean(text)
        return time.process_time() - start

    small = min(seconds(20_000) for _ in range(3))

    assert seconds(320_000) < 16 * 3 * max(small, 0.002)
