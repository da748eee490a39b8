"""Printing from the window: chosen in a small sheet, done between two keys, every failure a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from newsdesk.app import build_newsroom
from newsdesk.domain.story import Script
from newsdesk.paths import Paths
from newsdesk.services.newsroom import Newsroom
from newsdesk.services.printing import Copy
from newsdesk.ui.components.news_line import NewsLine
from newsdesk.ui.paper.about import AboutBulletin, AboutStory
from newsdesk.ui.paper.desk import PaperDesk
from newsdesk.ui.paper.job import PrintJob
from newsdesk.ui.paper.sheet import TO_PDF, Chosen, PaperSheetDialog, What
from newsdesk.ui.printing import Step
from tests.ui.test_printing import pages

LONG = Script(slug="BANJIR", body="\n".join(["Air naik di Wlingi sampai sore. " * 9] * 12))


@pytest.fixture
def newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    paths = Paths(tmp_path / "profile")
    paths.make()
    newsroom = build_newsroom(paths, "Redaksi")
    yield newsroom
    newsroom.close()


@pytest.fixture
def story(newsroom: Newsroom) -> AboutStory:
    made = newsroom.drafting.new(LONG)
    return AboutStory(made.id, "BANJIR", LONG, approved=False)


@pytest.fixture
def news(look, qtbot) -> NewsLine:
    news = NewsLine(look)
    qtbot.addWidget(news)
    return news


@pytest.fixture
def window(qtbot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def desk(look, tasks, preferences, news, window, newsroom, story, tmp_path) -> PaperDesk:
    desk = PaperDesk(look, tasks, preferences, news, lambda: story, lambda: newsroom, window)
    desk.ask = _accepted
    desk.ask_file = lambda name: str(tmp_path / name)
    return desk


def _accepted(dialog: PaperSheetDialog) -> Chosen | None:
    dialog.print_button.click()
    return dialog.chosen


def to_printer(name: str) -> Callable[[PaperSheetDialog], Chosen]:
    return lambda _dialog: Chosen(What.BOTH, Copy.DRAFT, page_each=True, printer=name)


def test_a_story_is_saved_as_pdf_under_its_slug(desk: PaperDesk, news: NewsLine, tmp_path, qtbot) -> None:
    desk.begin()
    qtbot.waitUntil(lambda: "Tersimpan" in news.sentence)
    found = pages((tmp_path / "BANJIR.pdf").read_bytes())
    assert len(found) > 1
    assert all("BANJIR, revisi 1" in page and "DRAF" in page for page in found)
    assert desk.commands()[0].when()


def test_a_story_goes_to_a_printer(desk: PaperDesk, news: NewsLine, tmp_path: Path, qtbot) -> None:
    file = tmp_path / "printed.pdf"

    def printer(_name: str) -> QPrinter:
        device = QPrinter(QPrinter.PrinterMode.HighResolution)
        device.setOutputFileName(str(file))
        return device

    desk.printer_named = printer
    desk.ask = to_printer("Kantor")
    desk.begin()
    qtbot.waitUntil(lambda: "dikirim ke Kantor" in news.sentence)
    assert len(pages(file.read_bytes())) > 1


def test_a_printer_that_is_gone_is_a_sentence_with_a_way_out(desk: PaperDesk, news: NewsLine) -> None:
    desk.ask = to_printer("Sudah Dijual")
    desk.begin()
    assert "Sudah Dijual" in news.sentence
    assert "simpan sebagai PDF" in news.sentence


def test_a_file_that_cannot_be_written_is_a_sentence(
    desk: PaperDesk, news: NewsLine, tmp_path, qtbot
) -> None:
    desk.ask_file = lambda name: str(tmp_path / "no such folder" / name)
    desk.begin()
    qtbot.waitUntil(lambda: "no such folder" in news.sentence and "Mencetak" not in news.sentence)
    assert desk.commands()[0].when()


def test_a_file_dialog_that_is_left_prints_nothing(desk: PaperDesk, news: NewsLine) -> None:
    desk.ask_file = lambda _name: ""
    desk.begin()
    assert news.sentence == ""


def test_printing_can_be_cancelled_and_leaves_no_file(
    desk: PaperDesk, news: NewsLine, tmp_path, qtbot
) -> None:
    desk.begin()
    while "Mencetak halaman 1" not in news.sentence:  # the loop has had no turn yet: a step at a time
        assert desk._job is not None
        desk._job._step()
    assert not desk.commands()[0].when()
    desk._cancel()
    assert "Tidak jadi" in news.sentence
    qtbot.wait(50)
    assert not (tmp_path / "BANJIR.pdf").exists()


def test_keys_come_through_between_two_pages(qtbot, qapp) -> None:
    """Each step gives the window's loop a turn: what was typed meanwhile is not kept waiting for the end."""
    order: list[str] = []

    def steps() -> Iterator[Step]:
        for page in range(1, 4):
            order.append(f"page {page}")
            yield Step(page, 3)

    field = QWidget()
    qtbot.addWidget(field)
    field.keyPressEvent = lambda event: order.append("key")  # type: ignore[method-assign]
    job = PrintJob(steps(), field)
    job.went_on.connect(lambda page, _pages: page == 1 and QTest.keyClick(field, Qt.Key.Key_A))
    with qtbot.waitSignal(job.done):
        job.start()
    assert order == ["page 1", "key", "page 2", "page 3"]


# ---------------------------------------------------------------- the sheet


def test_the_air_copy_of_a_story_is_offered_only_when_it_is_approved(look, qtbot) -> None:
    draft = PaperSheetDialog(look, AboutStory(1, "A", LONG, approved=False), None, None)
    qtbot.addWidget(draft)
    draft.print_button.click()
    assert draft.chosen == Chosen(What.BOTH, Copy.DRAFT, page_each=True, printer=TO_PDF)
    approved = PaperSheetDialog(look, AboutStory(1, "A", LONG, approved=True), None, None)
    qtbot.addWidget(approved)
    approved.print_button.click()
    assert approved.chosen is not None
    assert approved.chosen.copy is Copy.ON_AIR


def test_of_a_bulletin_rundown_scripts_or_both_are_offered_and_remembered(look, qtbot) -> None:
    about = AboutBulletin(5, "Warta Siang")
    before = Chosen(What.RUNDOWN, Copy.DRAFT, page_each=False, printer="Kantor")
    dialog = PaperSheetDialog(look, about, before, None)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.copy.isVisible()
    assert dialog.where.value() == TO_PDF  # as long as the system has not told of its printers
    dialog.offer_printers(["Gudang", "Kantor"])
    dialog.print_button.click()
    assert dialog.chosen == before
