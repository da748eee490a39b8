"""Import and export of the lexicon as CSV: which file, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from newsdesk.i18n import _, ngettext, number
from newsdesk.ui.lexicon.refused_sheet import RefusedSheet
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.lexicon import CsvRead
    from newsdesk.ui.components.news_line import NewsLine
    from newsdesk.ui.lexicon.lexicon_desk import LexiconDesk
    from newsdesk.ui.look import Look

_SUGGESTED = "leksikon.csv"


class Exchange(QObject):
    """Asks for a file without holding the window up. :attr:`undo_wanted`: the import is to be taken back."""

    undo_wanted = Signal()

    def __init__(
        self, look: Look, desk: LexiconDesk, news: NewsLine, widget: QWidget, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._desk = desk
        self._news = news
        self._widget = widget
        self._sheet: RefusedSheet | None = None

    def ask_import(self) -> None:
        """Ask which file to take in."""
        dialog = self._dialog(_("Impor leksikon"), self.import_from)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.open()

    def ask_export(self) -> None:
        """Ask where to write the lexicon."""
        dialog = self._dialog(_("Ekspor leksikon"), self.export_to)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(_SUGGESTED)
        dialog.open()

    def import_from(self, path: Path) -> None:
        """Take a file in and tell what became of it."""
        self._news.tell(_("Mengimpor {name}…").format(name=path.name), icon="file-up", lasts=True)
        self._desk.import_from(path, self._imported, self._tell_failure)

    def export_to(self, path: Path) -> None:
        """Write the lexicon into a file and tell where it is."""

        def written(rows: int) -> None:
            words = ngettext(
                "{n} bentuk tersimpan di {path}.", "{n} bentuk tersimpan di {path}.", rows
            ).format(n=number(rows), path=path)
            self._news.tell(words, icon="file-down", token="setuju")

        self._desk.export_to(path, written, self._tell_failure)

    def _imported(self, read: CsvRead) -> None:
        words = _("Impor: {added} baru, {changed} berubah, {same} sama.").format(
            added=number(read.added), changed=number(read.changed), same=number(read.same)
        )
        unchecked = sum(not entry.checked_by for entry in read.change.after)
        if unchecked:
            words += " " + ngettext(
                "{n} belum diperiksa, jadi belum dipakai.",
                "{n} belum diperiksa, jadi belum dipakai.",
                unchecked,
            ).format(n=number(unchecked))
        if read.refused:
            words += " " + ngettext("{n} baris ditolak.", "{n} baris ditolak.", len(read.refused)).format(
                n=number(len(read.refused))
            )
        can_undo = bool(read.added or read.changed)
        self._news.tell(
            words,
            icon="file-up",
            token="temuan" if read.refused else "setuju",
            act=_("Urungkan") if can_undo else "",
            run=self.undo_wanted.emit if can_undo else None,
            stays=can_undo,
        )
        if read.refused:
            if self._sheet is None:
                self._sheet = RefusedSheet(self._look, self._widget.window())
            self._sheet.tell(read.added + read.changed + read.same, read.refused)

    def _tell_failure(self, error: NewsdeskError) -> None:
        self._news.tell(sentence(error), icon="circle-alert", token="temuan", stays=True)

    def _dialog(self, title: str, chosen: Callable[[Path], None]) -> QFileDialog:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = documents if documents and Path(documents).is_dir() else str(Path.home())
        dialog = QFileDialog(
            self._widget, title, folder, _("Tabel CSV (*.csv *.tsv *.txt);;Semua berkas (*)")
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def picked(path: str) -> None:
            chosen(Path(path))

        dialog.fileSelected.connect(picked)
        return dialog
