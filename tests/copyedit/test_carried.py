"""What of an original stands unchanged in a script: spans in both texts, and how much of the script it is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsdesk.copyedit.carried import FEWEST_WORDS, LONGEST_COMPARED, Original, Words
from newsdesk.domain.blocks import MARK

RELEASE = (
    "Blitar, Mahardhika FM – Pemerintah Kota (Pemkot) Blitar membagikan seribu bibit mangga dalam Gerakan "
    "Penghijauan Musim Hujan di Alun-alun, Kamis (05/09).\n\n"
    "Bibit itu diterima langsung oleh warga, Sumiati, di halaman balai kota. Acara berlangsung meriah.\n"
    "“Penghijauan ini merupakan janji kami bahwa kota ini tidak akan banjir lagi,” kata Wali Kota Blitar, "
    "Santoso."
)


def carried(script: str, original: str = RELEASE) -> list[str]:
    return [script[start:end] for start, end in Original(original).carried(script).script]


def test_a_sentence_taken_over_is_found_in_both_texts() -> None:
    script = (
        "Ada kabar dari balai kota. Bibit itu diterima langsung oleh warga, Sumiati, di halaman balai kota."
    )
    found = Original(RELEASE).carried(script)
    (start, end), (first, last) = found.original[0], found.script[0]
    assert RELEASE[start:end] == script[first:last] == script.partition(". ")[2].rstrip(".")
    assert found.sentences == 1
    assert found.share == 11 / 16


def test_words_written_anew_are_not_carried_over() -> None:
    assert carried("Seribu bibit mangga dibagikan kepada warga, supaya kota ini bebas banjir.") == []


def test_marks_case_spaces_and_line_ends_do_not_make_words_new() -> None:
    script = '"penghijauan  ini merupakan janji kami bahwa kota ini\ntidak akan BANJIR lagi"'
    assert carried(script, RELEASE.replace("kota ini tidak", "kota ini\ntidak")) == [
        "penghijauan  ini merupakan janji kami bahwa kota ini",
        "tidak akan BANJIR lagi",
    ]


def test_words_that_were_only_left_out_do_not_make_the_rest_new() -> None:
    script = (
        "Kota Blitar membagikan seribu bibit mangga. Penghijauan janji kami bahwa kota ini tidak banjir lagi."
    )
    found = Original(RELEASE).carried(script)
    assert found.share == 1.0
    assert [RELEASE[start:end] for start, end in found.original] == [
        "Kota (Pemkot) Blitar membagikan seribu bibit mangga",
        "Penghijauan ini merupakan janji kami bahwa kota ini tidak akan banjir lagi",
    ]


def test_names_and_offices_are_nobodys_wording() -> None:
    original = (
        "Menteri Pemberdayaan Perempuan dan Perlindungan Anak Arifah Fauzi hadir di Blitar kemarin siang."
    )
    assert (
        carried(
            "Di Kediri, Menteri Pemberdayaan Perempuan dan Perlindungan Anak Arifah Fauzi pulang.", original
        )
        == []
    )


def test_a_short_sentence_counts_only_when_it_stands_whole() -> None:
    assert carried("Bibit dibagi. Acara berlangsung meriah. Warga senang.") == ["Acara berlangsung meriah"]
    assert carried("Bibit dibagi dalam acara berlangsung meriah tanpa hujan.") == []


def test_a_run_does_not_go_on_over_a_sentence_written_between() -> None:
    script = (
        "Bibit itu diterima langsung oleh warga. Hujan turun deras. Di halaman balai kota, orang berteduh."
    )
    assert carried(script) == ["Bibit itu diterima langsung oleh warga"]


def test_blocks_are_no_words_and_never_inside_a_span() -> None:
    script = f"Bibit itu diterima langsung oleh warga,\n{MARK}\nSumiati, di halaman balai kota."
    found = Original(RELEASE).carried(script)
    assert found.script_words == 11
    assert all(MARK not in script[start:end] and "\n" not in script[start:end] for start, end in found.script)
    assert found.share == 1.0


def test_a_text_is_carried_whole_into_itself_and_nothing_into_an_empty_one() -> None:
    assert Original(RELEASE).carried(RELEASE).share == 1.0
    empty = Original(RELEASE).carried("")
    assert (empty.share, empty.script, empty.original) == (0.0, (), ())
    assert Original("").carried(RELEASE).share == 0.0


def test_of_megabytes_only_the_beginning_is_compared() -> None:
    text = "satu dua tiga empat lima enam. " * 20_000
    found = Original(text).carried(text)
    assert found.script[-1][1] <= LONGEST_COMPARED
    assert found.original_words == len(text.split())


copy = st.lists(
    st.sampled_from(
        ["wali", "kota", "Blitar", "hadir", "di", "2.65", "“banjir”", ".", ",", "\n", MARK, "🎙", "ş"]
    ),
    max_size=60,
).map(" ".join)


@given(copy, copy)
def test_spans_are_ordered_apart_and_begin_and_end_with_words(original: str, script: str) -> None:
    found = Original(original).carried(script)
    assert 0 <= found.share <= 1
    for text, spans in ((original, found.original), (script, found.script)):
        edges = [edge for span in spans for edge in span]
        assert edges == sorted(edges)
        assert all(text[start].isalnum() and text[end - 1].isalnum() for start, end in spans)
    assert bool(found.script) == bool(found.original)


@given(
    copy,
    copy,
    st.lists(st.sampled_from(["jalan", "rusak", "parah", "sekali", "lagi"]), min_size=5, max_size=9),
)
def test_words_in_a_row_are_found_wherever_they_stand(before: str, behind: str, taken: list[str]) -> None:
    words = " ".join(taken)
    script = f"{before} {words} {behind}"
    found = Original(f"Kabar: {words} katanya.").carried(script)
    assert found.carried_words >= FEWEST_WORDS


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_is_compared(original: str, script: str) -> None:
    found = Original(original).carried(script)
    assert found.carried_words <= found.script_words
    assert found.script_words == Words(script).count
