"""Printing from the window: the sheet, the pages, and the news of how it goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from newsdesk.errors import PrinterRefused
from newsdesk.files import write_whole
from newsdesk.i18n import _, ngettext
from newsdesk.ui.commands import Command
from newsdesk.ui.paper.about import AboutStory
from newsdesk.ui.tasks import Lane
from newsdesk.ui.wording import sentence
from newsdesk.ui.zones import now

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from newsdesk.domain.paper import Paper
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.components.news_line import NewsLine
    from newsdesk.ui.look import Look
    from newsdesk.ui.paper.about import About
    from newsdesk.ui.paper.job import PrintJob
    from newsdesk.ui.paper.sheet import Chosen, PaperSheetDialog
    from newsdesk.ui.preferences import Preferences
    from newsdesk.ui.printing import Step
    from newsdesk.ui.tasks import Tasks

_ABOUT = "print"


class PaperDesk(QObject):
    """Prints what is on the page being shown: ``about`` tells it, and ``newsroom`` where it stands.

    ``ask`` shows the sheet, ``ask_file`` the file dialog, ``printer_named`` gives a printer; a test answers
    in their place.
    """

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        preferences: Preferences,
        news: NewsLine,
        about: Callable[[], About | None],
        newsroom: Callable[[], Newsroom | None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._look = look
        self._tasks = tasks
        self._preferences = preferences
        self._news = news
        self._about = about
        self._newsroom = newsroom
        self._window = window
        self._before: Chosen | None = None
        self._job: PrintJob | None = None
        self._abort: Callable[[], object] | None = None
        self.ask: Callable[[PaperSheetDialog], Chosen | None] = _ask
        self.ask_file: Callable[[str], str] = self._ask_file
        self.printer_named: Callable[[str], QPrinter | None] = _printer_named

    def commands(self) -> list[Command]:
        """Return what can be printed."""
        return [
            Command(
                "print", _("Cetak atau simpan PDF…"), "printer", self.begin, "print", when=self._can_print
            )
        ]

    def begin(self) -> None:
        """Ask what and whereto, then print it."""
        from newsdesk.ui.paper.sheet import TO_PDF, PaperSheetDialog

        newsroom, about = self._newsroom(), self._about()
        if newsroom is None or about is None:
            return
        dialog = PaperSheetDialog(self._look, about, self._before, self._window)
        self._find_printers(dialog)
        chosen = self.ask(dialog)
        dialog.deleteLater()
        if chosen is None:
            return
        if not (isinstance(about, AboutStory) and not about.approved):  # there the copy was no choice
            self._before = chosen
        file = ""
        if chosen.printer == TO_PDF:
            file = self.ask_file(_file_name(about))
            if not file:
                return
        self._tasks.run(
            lambda: self._paper(newsroom, about, chosen),
            lambda paper: self._print(paper, chosen, file),
            self._tell,
        )

    # ------------------------------------------------------------ printing

    def _paper(self, newsroom: Newsroom, about: About, chosen: Chosen) -> Paper:
        from newsdesk.services.printing import bulletin_paper, story_paper
        from newsdesk.ui.paper.sheet import What

        settings = self._preferences.settings
        at = now(settings.zone)
        if isinstance(about, AboutStory):
            return story_paper(newsroom, about.story_id, chosen.copy, about.typed, settings.station, at)
        return bulletin_paper(
            newsroom,
            about.bulletin_id,
            settings.station,
            at,
            rundown=chosen.what is not What.SCRIPTS,
            scripts=None if chosen.what is What.RUNDOWN else chosen.copy,
            page_each=chosen.page_each,
        )

    def _print(self, paper: Paper, chosen: Chosen, file: str) -> None:
        if file:
            self._save(paper, file)
        else:
            self._send(paper, chosen.printer)

    def _save(self, paper: Paper, file: str) -> None:
        from newsdesk.ui.printing import PdfFile

        pdf = PdfFile(paper)

        def made(_pages: int) -> None:
            data = pdf.data
            self._tasks.run(
                lambda: write_whole(Path(file), data),
                lambda _nothing: self._done(_("Tersimpan: {path}").format(path=file)),
                self._tell,
                Lane.FILES,
            )

        self._run(pdf.steps(), made)

    def _send(self, paper: Paper, printer: str) -> None:
        from newsdesk.ui.paper.printers import broken
        from newsdesk.ui.printing import print_on

        device = self.printer_named(printer)
        if device is None:
            self._tell(PrinterRefused(printer))
            return
        device.setDocName(paper.title)

        def sent(pages: int) -> None:
            if not pages or broken(device):
                self._tell(PrinterRefused(printer))
                return
            words = ngettext(
                "{pages} halaman dikirim ke {printer}", "{pages} halaman dikirim ke {printer}", pages
            )
            self._done(words.format(pages=pages, printer=printer))

        self._run(print_on(device, paper), sent, device.abort)

    def _run(
        self, steps: Iterator[Step], done: Callable[[int], None], abort: Callable[[], object] | None = None
    ) -> None:
        from newsdesk.ui.paper.job import PrintJob

        self._job = job = PrintJob(steps, self)
        self._abort = abort
        job.went_on.connect(self._went_on)
        job.done.connect(self._ended)
        job.done.connect(done)
        self._news.settle(_ABOUT)
        job.start()

    def _went_on(self, page: int, pages: int) -> None:
        self._news.tell(
            _("Mencetak halaman {page} dari {pages}").format(page=page, pages=pages),
            icon="printer",
            act=_("Batal"),
            run=self._cancel,
            lasts=True,
            about=_ABOUT,
            done=page / pages,
        )

    def _cancel(self) -> None:
        if self._job is not None:
            if self._abort is not None:
                self._abort()  # else the pages made so far would be printed
            self._job.cancel()
            self._ended(0)
            self._news.tell(_("Tidak jadi dicetak."), icon="undo-2")

    def _ended(self, _pages: int) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None

    # ------------------------------------------------------------ inside

    def _can_print(self) -> bool:
        return self._job is None and self._newsroom() is not None and self._about() is not None

    def _find_printers(self, dialog: PaperSheetDialog) -> None:
        # Qt's module is loaded here, on the window's thread; a slow print server is waited for elsewhere.
        from newsdesk.ui.paper import printers

        self._tasks.run(printers.names, dialog.offer_printers, lambda _error: None, Lane.FILES)

    def _ask_file(self, name: str) -> str:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        path, _kind = QFileDialog.getSaveFileName(
            self._window, _("Simpan PDF"), str(Path(documents) / name), _("Berkas PDF (*.pdf)")
        )
        if path and not path.lower().endswith(".pdf"):
            path += ".pdf"
        return path

    def _done(self, words: str) -> None:
        self._news.settle(_ABOUT)
        self._news.tell(words, icon="check", token="setuju")

    def _tell(self, error: NewsdeskError) -> None:
        self._news.settle(_ABOUT)
        self._news.tell(sentence(error), icon="circle-alert", token="temuan", stays=True)


def _ask(dialog: PaperSheetDialog) -> Chosen | None:
    return dialog.chosen if dialog.exec() else None


def _printer_named(name: str) -> QPrinter | None:
    from newsdesk.ui.paper.printers import named

    return named(name)


def _file_name(about: About) -> str:
    from newsdesk.audio.names import stem

    words = about.slug if isinstance(about, AboutStory) else about.name
    unnamed = _("naskah")
    return f"{stem('{name}', {'name': words}, unnamed)}.pdf"
