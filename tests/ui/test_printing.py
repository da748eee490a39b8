"""Paper laid out in pages, read back from a PDF and from what a printer was given."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from newsdesk.domain.air_text import AirText, SaidToken
from newsdesk.domain.audit import Head
from newsdesk.domain.paper import Made, Paper, RundownLine, RundownSheet, ScriptSheet
from newsdesk.exchange import printable
from newsdesk.ui import printing

ZONE = ZoneInfo("Asia/Jakarta")
AT = datetime(2026, 11, 22, 10, 4, tzinfo=ZONE)
MADE = Made("Mahardhika FM", "Dewi Lestari", AT)
TEXT = AirText(
    "HARGA-BERAS",
    "Harga beras naik",
    "Harga naik 2,65 kata BPS.",
    tokens=(SaidToken(11, 15, "dua koma enam lima"),),
)
LONG = replace(TEXT, slug="BANJIR", body="\n".join(["Air naik di Wlingi sampai sore. " * 9] * 12))


def scripts(*sheets: ScriptSheet, page_each: bool = True) -> Paper:
    return printable.scripts("Warta Siang", sheets, MADE, page_each=page_each)


def loaded(data: bytes) -> QPdfDocument:
    """Return a PDF to be looked into."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument(None)  # type: ignore[arg-type]  # the stub forgets that a document needs no parent
    document.load(buffer)
    buffer.setParent(document)  # it is read when a page is asked for
    return document


def pages(data: bytes) -> list[str]:
    """Return the words of every page of a PDF, blanks and line ends made one space."""
    document = loaded(data)
    return [" ".join(document.getAllText(at).text().split()) for at in range(document.pageCount())]


def test_every_page_names_its_slug_and_revision_and_its_number(qapp: QApplication) -> None:
    found = pages(printing.pdf(scripts(ScriptSheet(TEXT, 5, on_air=True), ScriptSheet(LONG, 2, on_air=True))))
    assert len(found) >= 3
    total = len(found)
    assert "HARGA-BERAS, revisi 5" in found[0]
    assert "BANJIR" not in found[0]
    for number, page in enumerate(found, start=1):
        assert f"halaman {number} dari {total}" in page
        assert "Dicetak 22 Nov 2026 10.04 oleh Dewi Lestari" in page
        if number > 1:
            assert "BANJIR, revisi 2" in page
            assert "HARGA-BERAS" not in page


def test_words_and_figures_can_be_searched_in_the_file(qapp: QApplication) -> None:
    page = pages(printing.pdf(scripts(ScriptSheet(TEXT, 5, on_air=True, read_ms=48_000))))[0]
    assert "Harga naik dua koma enam lima kata BPS." in page
    assert "baca 0:48" in page


def test_a_draft_says_so_on_every_page_and_an_approved_one_never(qapp: QApplication) -> None:
    drafts = pages(printing.pdf(scripts(ScriptSheet(LONG, 2))))
    assert len(drafts) > 1
    assert all("DRAF, bukan untuk siaran" in page for page in drafts)
    approved = pages(printing.pdf(scripts(ScriptSheet(LONG, 2, on_air=True))))
    assert not any("DRAF" in page for page in approved)


def test_close_together_several_scripts_share_a_page_whose_head_names_them_all(qapp: QApplication) -> None:
    sheets = [ScriptSheet(replace(TEXT, slug=f"SLUG-{n}"), n, on_air=True) for n in range(1, 4)]
    found = pages(printing.pdf(scripts(*sheets, page_each=False)))
    assert len(found) == 1
    assert "SLUG-1, revisi 1 · SLUG-2, revisi 2 · SLUG-3, revisi 3" in found[0]


def test_beside_a_draft_an_approved_script_is_not_stamped(qapp: QApplication) -> None:
    draft, approved = ScriptSheet(TEXT, 1), ScriptSheet(replace(TEXT, slug="LAIN"), 2, on_air=True)
    page = pages(printing.pdf(scripts(draft, approved, page_each=False)))[0]
    assert page.count("DRAF") == 2  # at the head of the draft and at its end, not across the page


def test_a_long_rundown_repeats_its_head_and_ends_with_the_witness(qapp: QApplication) -> None:
    lines = tuple(RundownLine(str(n), f"SLUG-{n}", "story", start=AT) for n in range(1, 151))
    sheet = RundownSheet("Warta Siang", AT, AT, 0, 0, 0, 0, lines, witness=Head(7, "ab" * 32))
    found = pages(printing.pdf(printable.rundown(sheet, MADE)))
    assert len(found) > 8
    assert all("Batas mulai" in page for page in found)
    assert "Catatan audit nomor 7" in found[-1]
    words = " ".join(found)
    assert all(f"SLUG-{n} " in words for n in (1, 75, 150))


def test_a_rundown_lies_and_scripts_stand_in_one_file(qapp: QApplication) -> None:
    sheet = RundownSheet("Warta", AT, AT, 0, 0, 0, 0, (RundownLine("1", "", "story"),))
    both = printable.together(
        "Warta", [printable.rundown(sheet, MADE), scripts(ScriptSheet(TEXT, 5), page_each=False)]
    )
    document = loaded(printing.pdf(both))
    sizes = [document.pagePointSize(at) for at in range(document.pageCount())]
    assert [size.width() > size.height() for size in sizes] == [True, False]
    assert "tempat kosong" in document.getAllText(0).text()
    assert "HARGA-BERAS" in document.getAllText(1).text()


def test_an_empty_bulletin_is_one_page(qapp: QApplication) -> None:
    assert len(pages(printing.pdf(scripts()))) == 1


def test_printing_goes_in_steps_short_enough_to_type_between(qapp: QApplication) -> None:
    steps = printing.PdfFile(scripts(*[ScriptSheet(LONG, n) for n in range(20)])).steps()
    taken: list[printing.Step] = list(steps)
    assert taken[-1].page == taken[-1].pages > 40
    assert [step.page for step in taken if step.pages] == list(range(1, taken[-1].pages + 1))


def test_a_printer_is_given_the_same_pages(qapp: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(file))
    paper = scripts(ScriptSheet(TEXT, 5, on_air=True), ScriptSheet(LONG, 2, on_air=True))
    assert list(printing.print_on(printer, paper))[-1].page > 1
    assert pages(file.read_bytes()) == pages(printing.pdf(paper))


def test_a_device_that_cannot_be_begun_makes_no_page(qapp: QApplication, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "no such folder" / "printed.pdf"))
    steps = list(printing.print_on(printer, scripts(ScriptSheet(TEXT, 5))))
    assert not any(step.page for step in steps)
