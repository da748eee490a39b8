"""What goes on paper: the right words, in the right place, and nothing that a story's letters could break."""

from __future__ import annotations

import html
import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from newsdesk.domain.air_text import AirText, SaidToken
from newsdesk.domain.audit import Head
from newsdesk.domain.blocks import MARK, Clip, Note
from newsdesk.domain.paper import BlockLine, Made, RundownLine, RundownSheet, ScriptSheet
from newsdesk.exchange import printable

ZONE = ZoneInfo("Asia/Jakarta")
MADE = Made("Mahardhika FM", "Dewi Lestari", datetime(2026, 11, 22, 10, 4, tzinfo=ZONE))
BODY = f"Indeks naik menjadi 2,65 kata Kepala BPS Blitar.\n{MARK}\n{MARK}\nXi Jinping hadir. Pasar sepi."
BLOCKS = (
    Clip("wawancara", "", "Saya kira", "bulan depan", 23_000, "Sugeng", "Sugeng menunggu bulan depan."),
    Note("Baca pelan <sekali>"),
)
TOKENS = (
    SaidToken(20, 24, "dua koma enam lima"),
    SaidToken(37, 40, "be pe es"),
    SaidToken(53, 63, "Xi Jinping", "si cin-PING"),
)
TEXT = AirText(
    slug="STATISTIK-OPD",
    headline="Indeks <naik> & turun",
    body=BODY,
    blocks=BLOCKS,
    tokens=TOKENS,
    paraphrases=("Sugeng menunggu bulan depan be pe es.", ""),
    sign_off="Rani, Mahardhika FM, melaporkan.",
    clip_ms=23_000,
    cuttable=((71, 82),),
)
SHEET = ScriptSheet(
    TEXT,
    revision=5,
    on_air=True,
    read_ms=48_000,
    place="3",
    reader="Sinta Ayu",
    approved_by="Dewi Lestari",
    approved_at=datetime(2026, 11, 22, 9, 58, tzinfo=ZONE),
)
DRAFT = ScriptSheet(TEXT, 4)


def words(fragment: str) -> str:
    """Return the text of mark-up, as a reader of the paper sees it."""
    return " ".join(html.unescape(re.sub("<[^>]+>", " ", fragment)).replace("\xa0", " ").split())


def on_paper(sheet: ScriptSheet, *, page_each: bool = True) -> str:
    return printable.scripts("Naskah", [sheet], MADE, page_each=page_each).sheets[0].html


def test_the_air_copy_says_figures_and_acronyms_in_words_and_names_their_written_form() -> None:
    told = words(on_paper(SHEET))
    assert "Indeks naik menjadi dua koma enam lima kata Kepala be pe es Blitar." in told
    assert "dua koma enam lima = 2,65; be pe es = BPS" in told
    assert "DRAF" not in told


def test_the_letters_of_an_acronym_stay_on_one_line() -> None:
    assert "be\xa0pe\xa0es" in on_paper(SHEET)
    assert "dua koma enam lima" in on_paper(SHEET)


def test_a_hard_name_carries_its_respelling() -> None:
    assert "Xi Jinping (si cin-PING) hadir." in words(on_paper(SHEET))


def test_clips_carry_their_first_and_last_words_and_the_sentence_that_replaces_them() -> None:
    told = words(on_paper(SHEET))
    assert "KLIP wawancara, 0:23, Sugeng mulai: “Saya kira” akhir: “bulan depan”" in told
    assert "Bila klip gagal, baca: Sugeng menunggu bulan depan be pe es." in told
    assert "Catatan penyiar, tidak dibaca: Baca pelan <sekali>" in told


def test_a_clip_that_is_replaced_stands_as_its_sentence() -> None:
    told = words(on_paper(ScriptSheet(TEXT, 1, on_air=True, paraphrased=True)))
    assert "KLIP wawancara" not in told
    assert "Klip wawancara diganti kalimat ini: Sugeng menunggu bulan depan be pe es." in told


def test_the_sign_off_is_read_where_it_stands_and_no_second_time() -> None:
    assert "melaporkan" not in words(on_paper(SHEET))


def test_what_may_be_left_out_stands_in_brackets_that_are_explained() -> None:
    told = words(on_paper(SHEET))
    assert "hadir. [Pasar sepi.]" in told
    assert "boleh dipotong" in told


def test_a_draft_is_stamped_and_stands_as_written() -> None:
    paper = printable.scripts("Naskah", [DRAFT], MADE)
    assert paper.sheets[0].stamp == "DRAF, bukan untuk siaran"
    told = words(paper.sheets[0].html)
    assert "DRAF, bukan untuk siaran" in told
    assert "Indeks naik menjadi 2,65 kata Kepala BPS Blitar." in told
    assert "disetujui" not in told


def test_the_head_of_each_page_names_slug_and_revision_and_the_foot_who_made_it() -> None:
    paper = printable.scripts("Naskah", [SHEET], MADE)
    assert paper.sheets[0].running == "STATISTIK-OPD, revisi 5"
    assert paper.foot == "Dicetak 22 Nov 2026 10.04 oleh Dewi Lestari · Mahardhika FM"


def test_letters_of_a_story_are_never_mark_up() -> None:
    whole = printable.document(printable.scripts("<b>", [SHEET], MADE))
    assert "Indeks &lt;naik&gt; &amp; turun" in whole
    assert "<naik>" not in whole
    assert "<sekali>" not in whole
    assert "<title>&lt;b&gt;</title>" in whole


def test_the_document_needs_no_other_file_and_begins_a_page_for_each_script() -> None:
    paper = printable.scripts("Naskah", [SHEET, DRAFT], MADE)
    whole = printable.document(paper)
    assert whole.count("page-break-before: always") == 1
    assert "src=" not in whole
    assert "href=" not in whole
    close = printable.scripts("Naskah", [SHEET, SHEET], MADE, page_each=False)
    assert "page-break-before: always" not in printable.document(close)


@pytest.mark.parametrize("body", ["", "\n\n", MARK, "Satu kalimat tanpa akhir"])
def test_an_odd_script_still_has_its_head(body: str) -> None:
    told = words(on_paper(ScriptSheet(AirText("", "", body), 0)))
    assert "TANPA SLUG" in told


# ---------------------------------------------------------------- the rundown


def at(clock: str) -> datetime:
    return datetime.strptime(f"2026-11-22 {clock}", "%Y-%m-%d %H.%M.%S").replace(tzinfo=ZONE)


RUNDOWN = RundownSheet(
    name="Warta Siang",
    airtime=at("11.00.00"),
    close=at("11.15.00"),
    slot_ms=900_000,
    planned_ms=885_000,
    estimate_ms=922_000,
    over_ms=22_000,
    announcers=("Sinta Ayu", "Ipang Harwoko"),
    witness=Head(128, "a3f9" * 16),
    lines=(
        BlockLine("Kota", 352_000, 360_000),
        RundownLine(
            "3", "STATISTIK-OPD", "story", "draft", "Sinta", 70_000, 74_000, at("11.01.02"), at("11.00.46")
        ),
        RundownLine(
            "9",
            "JARINGAN-NASIONAL",
            "network",
            planned_ms=180_000,
            estimate_ms=180_000,
            start=at("11.09.16"),
            back_time=at("11.09.00"),
            fixed_at=at("11.09.00"),
            over_ms=16_000,
        ),
        RundownLine("", "PUSKESMAS", "story", "approved", estimate_ms=44_000, floated=True),
    ),
)


def test_a_rundown_has_times_readers_states_and_sums() -> None:
    told = words(printable.rundown(RUNDOWN, MADE).sheets[0].html)
    assert "22 Nov 2026, tayang 11.00.00, tutup 11.15.00, jatah 15:00, penyiar Sinta Ayu, Ipang" in told
    assert "Kota 5:52 dari 6:00" in told
    assert "3 STATISTIK-OPD Naskah Sinta 1:10 1:14 11.01.02 11.00.46 Draf" in told
    assert "JARINGAN-NASIONAL Sambungan 3:00 3:00 11.09.00 jam tetap +0:16 11.09.00" in told
    assert "PUSKESMAS Naskah (0:44) cadangan Disetujui" in told
    assert "Perkiraan 15:22, rencana 14:45, jatah 15:00: +0:22 lebih" in told


def test_a_rundown_carries_the_head_of_the_audit_log_whole() -> None:
    told = words(printable.rundown(RUNDOWN, MADE).sheets[0].html)
    assert "Catatan audit nomor 128, sidik a3f9a3f9 " in told
    assert told.replace(" ", "").count("a3f9" * 16) == 1
    assert told.endswith("verify audit --head 128:a3f9a3f9a3f9a3f9")


@pytest.mark.parametrize(
    ("over", "told"),
    [(22_000, "+0:22 lebih"), (-48_000, "−0:48 kurang"), (4_000, "+0:04 pas"), (0, "0:00 pas")],
)
def test_over_and_under_have_sign_and_word(over: int, told: str) -> None:
    sheet = RundownSheet("W", at("11.00.00"), at("11.15.00"), 0, 0, 0, over, (), tolerance_ms=5_000)
    assert told in words(printable.rundown(sheet, MADE).sheets[0].html)


def test_papers_go_together_in_their_order_with_anchors_of_their_own() -> None:
    first, second = printable.rundown(RUNDOWN, MADE), printable.scripts("N", [SHEET, SHEET], MADE)
    paper = printable.together("Warta Siang", [first, second])
    assert [sheet.name for sheet in paper.sheets] == ["sheet-0", "sheet-1", "sheet-2"]
    assert all(f'<a name="{sheet.name}">' in sheet.html for sheet in paper.sheets)
