"""The as-run log on the page: which readings there are, one of them, paper and proof."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog

from newsdesk.errors import StorageError
from newsdesk.i18n import _, clock, ngettext, short_date
from newsdesk.ui.components.two_line_rows import TwoLineRow
from newsdesk.ui.onair.log_paper import log_paper

if TYPE_CHECKING:
    from newsdesk.domain.as_run import AsRunRow
    from newsdesk.domain.as_run_log import AsRunLog
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.away_newsroom import AwayNewsroom
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.proof import Proof
    from newsdesk.ui.components.news_line import NewsLine
    from newsdesk.ui.onair.page_view import OnAirView
    from newsdesk.ui.printing import Step
    from newsdesk.ui.tasks import Tasks

_BACK = timedelta(days=62)
"""How far back the list goes; older readings are kept, and found in the archive."""


class LogDesk:
    """Fills the list of readings, the newest first, and shows one."""

    def __init__(
        self,
        tasks: Tasks,
        view: OnAirView,
        news: NewsLine,
        now: Callable[[], datetime],
        failed: Callable[[NewsdeskError], None],
    ) -> None:
        self._tasks = tasks
        self._view = view
        self._news = news
        self._now = now
        self._failed = failed
        self._newsroom: Newsroom | AwayNewsroom | None = None
        self._rows: dict[int, AsRunRow] = {}
        self._chosen = 0
        self._wanted = 0
        """The bulletin whose reading is to be shown once it has come to the newsroom."""
        view.readings.pointed.connect(self._choose)
        view.readings.entered.connect(self._choose)
        view.readings.selectionModel().currentChanged.connect(self._moved)
        view.log.printed.connect(self.print_log)
        view.log.exported.connect(self.export)
        view.turned.connect(self._turned)

    def opened(self, newsroom: Newsroom | AwayNewsroom) -> None:
        """Work with a newsroom."""
        if newsroom is not self._newsroom:  # another one's log is neither shown nor exported here
            self._rows = {}
            self._view.show_rows("log", [])
            self._view.log.show_nothing(_("Belum ada yang disiarkan"))
        self._newsroom = newsroom
        self._chosen = 0

    def _local(self, at: datetime) -> datetime:
        return at.astimezone(self._now().tzinfo)

    @property
    def can_print(self) -> bool:
        """Whether a reading is shown."""
        return self._view.log.log is not None

    @property
    def can_export(self) -> bool:
        """Whether a reading on air is shown."""
        log = self._view.log.log
        return log is not None and not log.practice

    def fill(self) -> None:
        """Look which readings the newsroom has."""
        newsroom = self._newsroom
        if newsroom is None:
            return
        now = self._now()

        def found(rows: list[AsRunRow]) -> None:
            if newsroom is self._newsroom:
                self._show(rows)

        self._tasks.run(
            lambda: newsroom.as_run.bulletins(now - _BACK, now + timedelta(days=1), practice=True),
            found,
            self._away,
        )

    def _away(self, error: NewsdeskError) -> None:
        if not isinstance(error, StorageError):
            self._failed(error)
        elif not self._rows:
            self._view.log.show_nothing(_("Log siar ada di basis data, yang belum bisa dihubungi"))

    def show_last(self, bulletin_id: int) -> None:
        """Show the newest reading of a bulletin as soon as the newsroom has it."""
        self._wanted = bulletin_id
        self.fill()

    def _show(self, found: list[AsRunRow]) -> None:
        newest = sorted(found, key=lambda row: row.begun_at, reverse=True)
        self._rows = dict(enumerate(newest))
        view = self._view
        view.show_rows("log", [self._row(key, row) for key, row in self._rows.items()])
        wanted = next((key for key, row in self._rows.items() if row.bulletin_id == self._wanted), None)
        keep = next((key for key, row in self._rows.items() if row.session_id == self._chosen), 0)
        if wanted is not None:
            self._wanted = 0
        if not newest:
            self._empty()
            return
        key = wanted if wanted is not None else keep
        view.readings.setCurrentIndex(view.readings.model().index(key, 0))
        self._choose(key)

    def _turned(self, _tab: str) -> None:
        self._empty()

    def _empty(self) -> None:
        if self._view.tab == "log":
            if not self._rows:
                self._view.log.show_nothing(_("Belum ada yang disiarkan"))
            self._view.note.set_words(
                _("Yang dibaca di layar siaran tercatat di sini: naskah, revisi, pembaca, rencana, nyatanya.")
            )

    def _row(self, key: int, row: AsRunRow) -> TwoLineRow:
        begun = self._local(row.begun_at)
        icon, token = ("mic", "text_2") if row.practice else ("check-check", "sudah")
        if row.finished_at is None:
            icon, token = "radio", "udara"
        second = [row.person, _("latihan") if row.practice else ""]
        today = self._now()
        right = clock(begun) if begun.date() == today.date() else short_date(begun, today)
        return TwoLineRow(key, icon, row.name, ", ".join(part for part in second if part), right, token)

    def _moved(self, *_indexes: object) -> None:
        row = self._view.readings.currentIndex().row()
        if row in self._rows and self._rows[row].session_id != self._chosen:
            self._choose(row)

    def _choose(self, key: int) -> None:
        newsroom, row = self._newsroom, self._rows.get(key)
        if newsroom is None or row is None:
            return
        self._chosen = row.session_id

        def shown(answer: tuple[AsRunLog, int]) -> None:
            log, days = answer
            if self._chosen == row.session_id:
                self._view.log.show_log(log, self._local, _kept_words(days, practice=row.practice))

        self._tasks.run(
            lambda: (newsroom.as_run.log(row.session_id), newsroom.as_run.days_left(row)),
            shown,
            self._failed,
        )

    # ------------------------------------------------------------ paper and proof

    def print_log(self) -> None:
        """Put the reading on paper: by a printer where there is one, else as a PDF file."""
        log = self._view.log.log
        if log is None:
            return
        # Qt's print library is loaded when somebody prints.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

        from newsdesk.ui.printing import print_on

        paper = log_paper(log, self._now(), self._local)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(paper.title)
        if QPrinterInfo.availablePrinterNames():
            dialog = QPrintDialog(printer, self._view)
            if not dialog.exec():
                return
        else:
            name, _kind = QFileDialog.getSaveFileName(
                self._view, _("Simpan log siar sebagai PDF"), f"{_file_name(paper.title)}.pdf", "PDF (*.pdf)"
            )
            if not name:
                return
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(name)
        self._step(iter(print_on(printer, paper)), printer)

    def _step(self, steps: Iterator[Step], printer: object, pages: int = 0) -> None:
        """Print page by page between other events: whoever prints may go on."""
        step = next(steps, None)
        if step is not None:
            QTimer.singleShot(0, lambda: self._step(steps, printer, step.page))
        elif pages:
            self._news.tell(_("Log siar dicetak."), icon="printer")
        else:
            self._news.tell(
                _("Log siar tidak bisa dicetak: periksa pencetaknya, atau pilih tempat lain untuk PDF-nya."),
                icon="circle-alert",
                token="temuan",
                stays=True,
            )

    def export(self) -> None:
        """Write one file that proves what went out."""
        newsroom, log = self._newsroom, self._view.log.log
        if newsroom is None or log is None:
            return
        day = self._local(log.air.airtime).strftime("%Y-%m-%d")
        name, _kind = QFileDialog.getSaveFileName(
            self._view, _("Ekspor bukti siaran"), f"{_file_name(f'{day} {log.air.name}')}.zip", "ZIP (*.zip)"
        )
        if not name:
            return

        def done(_proof: Proof) -> None:
            self._news.tell(
                _("Bukti siaran ditulis: {file}. Periksa dengan: newsdesk verify proof.").format(
                    file=Path(name).name
                ),
                icon="file-down",
                token="setuju",
            )

        self._tasks.run(lambda: newsroom.as_run.export(log.air.bulletin_id, Path(name)), done, self._failed)


def _file_name(words: str) -> str:
    from newsdesk.audio.names import stem

    return stem("{name}", {"name": words}, _("siaran"))


def _kept_words(days: int, *, practice: bool) -> str:
    if practice:
        return _("Latihan tidak wajib disimpan.")
    if not days:
        return _("Masa simpan sudah lewat.")
    return ngettext("Disimpan {n} hari lagi.", "Disimpan {n} hari lagi.", days).format(n=days)
