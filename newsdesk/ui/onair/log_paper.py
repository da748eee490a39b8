"""A reading of the as-run log for paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from newsdesk.domain.paper import Paper, PaperSheet
from newsdesk.errors import PrinterRefused
from newsdesk.files import write_whole
from newsdesk.i18n import _, clock, long_date
from newsdesk.ui.onair.log_words import happened, log_rows, log_title, text_as_read
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from newsdesk.domain.as_run_log import AsRunLog
    from newsdesk.errors import NewsdeskError
    from newsdesk.ui.components.news_line import NewsLine
    from newsdesk.ui.printing import Step
    from newsdesk.ui.tasks import Tasks

_STYLE = (
    "h1 { font-size: 15pt; } h2 { font-size: 10pt; margin-top: 10pt; } p { font-size: 9pt; } "
    "td, th { font-size: 8.5pt; padding: 2pt 6pt 2pt 0; text-align: left; }"
)


def log_paper(log: AsRunLog, made_at: datetime, local: Callable[[datetime], datetime]) -> Paper:
    """Return a reading as paper: its lines as a table, then the words of each as they were read.

    ``made_at`` is the moment of printing in the station's zone.
    """
    heads = (_("No"), _("Slug"), _("Rev"), _("Pembaca"), _("Mulai"), _("Rencana"), _("Realisasi"))
    cells = "".join(f"<th>{escape(words)}</th>" for words in (*heads, _("Selisih"), _("Hasil")))
    rows = ""
    for row in log_rows(log, local):
        shown = (
            *(row.number, row.slug, row.revision, row.reader, row.start),
            *(row.planned, row.actual, row.over, row.outcome),
        )
        rows += "<tr>" + "".join(f"<td>{escape(words)}</td>" for words in shown) + "</tr>"
    parts = [
        f'<h1><a name="log">{escape(_("Log siar {bulletin}").format(bulletin=log.air.name))}</a></h1>',
        f"<p>{escape(log_title(log, local))}</p>",
        f'<table width="100%"><tr>{cells}</tr>{rows}</table>',
    ]
    for line in log.lines:
        words = text_as_read(line)
        told = happened(line, local)
        if words or told:
            parts.append(f"<h2>{line.item.number} {escape(line.item.slug)}</h2>")
            parts += [f"<p><i>{escape(one)}</i></p>" for one in told]
            parts += [f"<p>{escape(one)}</p>" for one in words.split("\n") if one]
    number, seal = log.head
    made = _("Dicetak {date} {time}. Segel baris {number}: {seal}").format(
        date=long_date(made_at), time=clock(made_at), number=number, seal=seal
    )
    title = _("Log siar {bulletin}").format(bulletin=log.air.name)
    return Paper(title, (PaperSheet("log", log.air.name, "".join(parts), lying=True),), _STYLE, made)


def file_name(words: str) -> str:
    """Return words as the name of a file, without its ending."""
    from newsdesk.audio.names import stem

    return stem("{name}", {"name": words}, _("siaran"))


def put_on_paper(
    paper: Paper,
    name: str,
    parent: QWidget,
    news: NewsLine,
    tasks: Tasks,
    failed: Callable[[NewsdeskError], None],
) -> None:
    """Print by a printer where there is one, else into a PDF file, which ``name`` is proposed for.

    The file is written whole or not at all; ``failed`` is told why not.
    """
    # Qt's print library is loaded when somebody prints.
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    from newsdesk.ui.printing import PdfFile, print_on

    if QPrinterInfo.availablePrinterNames():
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(paper.title)
        dialog = QPrintDialog(printer, parent)
        if dialog.exec():
            _step(
                iter(print_on(printer, paper)),
                lambda: news.tell(_("Log siar dicetak."), icon="printer"),
                lambda: failed(PrinterRefused(printer.printerName())),
            )
        return
    chosen, _kind = QFileDialog.getSaveFileName(
        parent, _("Simpan log siar sebagai PDF"), f"{name}.pdf", "PDF (*.pdf)"
    )
    if not chosen:
        return
    file = Path(chosen if chosen.lower().endswith(".pdf") else f"{chosen}.pdf")
    pdf = PdfFile(paper)

    def made() -> None:
        data = pdf.data
        words = _("Tersimpan: {path}").format(path=file)
        tasks.run(
            lambda: write_whole(file, data),
            lambda _nothing: news.tell(words, icon="check", token="setuju"),
            failed,
            Lane.FILES,
        )

    _step(pdf.steps(), made, made)


def _step(
    steps: Iterator[Step], done: Callable[[], None], refused: Callable[[], None], pages: int = 0
) -> None:
    """Print page by page between other events: whoever prints may go on."""
    step = next(steps, None)
    if step is not None:
        QTimer.singleShot(0, lambda: _step(steps, done, refused, step.page))
    elif pages:
        done()
    else:
        refused()
