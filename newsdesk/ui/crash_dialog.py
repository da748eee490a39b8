"""What happens when something fails that nobody foresaw: text kept, a report to hand on, a way to go on."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_LOG_LINES = 60
_log = logging.getLogger(__name__)


def crash_report(error: BaseException, log_file: Path | None) -> str:
    """Return the report: versions, what was raised where, the last lines of the log; no text of a story."""
    import platform
    import traceback
    from importlib.metadata import PackageNotFoundError, version

    lines: list[str] = []
    for package in ("newsdesk", "PySide6", "SQLAlchemy"):
        try:
            lines.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            lines.append(f"{package} (run from its folder)")
    lines.append(f"Python {platform.python_version()}, {platform.platform()}")
    lines += ["", *traceback.format_exception(error)]
    if log_file is not None and log_file.is_file():
        tail = log_file.read_text(encoding="utf-8", errors="replace").splitlines()[-_LOG_LINES:]
        lines += ["", str(log_file), *tail]
    return "\n".join(line.rstrip("\n") for line in lines)


class CrashDialog(QDialog):
    """Says that the text is kept, shows the report, and offers to copy it, go on, or close the program."""

    def __init__(
        self, look: Look, report: str, quit_program: Callable[[], None], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Newsdesk menemui kesalahan"))
        self.setModal(True)
        self.resize(640, 480)
        title = Label(look, _("Ada kesalahan yang tidak terduga"), "panel")
        kept = Label(
            look,
            _(
                "Naskah Anda tetap tersimpan. Anda bisa melanjutkan; kalau kesalahan ini berulang, salin "
                "laporan di bawah dan kirimkan ke pengurus Newsdesk. Laporan tidak berisi teks naskah."
            ),
            token="text_2",
        )
        kept.setWordWrap(True)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setFont(look.theme.font("kecil"))
        self.report.setAccessibleName(_("Laporan kesalahan"))
        self.report.setTabChangesFocus(True)
        self.copy_button = Button(look, _("Salin laporan"), Kind.PLAIN, icon="copy")
        self.go_on_button = Button(look, _("Lanjutkan"), Kind.PRIMARY)
        self.quit_button = Button(look, _("Tutup Newsdesk"), Kind.STRONG)
        self.copy_button.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.report.toPlainText())
        )
        self.go_on_button.clicked.connect(self.accept)
        self.quit_button.clicked.connect(quit_program)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.copy_button)
        row.addStretch(1)
        row.addWidget(self.go_on_button)
        row.addWidget(self.quit_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(kept)
        column.addWidget(self.report, 1)
        column.addLayout(row)
        self.go_on_button.setFocus(Qt.FocusReason.OtherFocusReason)


class CrashGuard(QObject):
    """Takes every exception that nobody caught, on any thread, to one dialog on the window's thread.

    ``keep_text`` puts what is being typed where it is safe before anything is shown.
    """

    _caught = Signal(object)

    def __init__(
        self, look: Look, log_file: Path | None, keep_text: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._log_file = log_file
        self._keep_text = keep_text
        self.dialog: CrashDialog | None = None
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Become the hook of exceptions on this thread (slots included) and on all others."""
        sys.excepthook = self._on_main
        threading.excepthook = self._on_thread

    def _on_main(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(error, Exception):  # Ctrl+C in a shell and sys.exit end the program as always
            sys.__excepthook__(kind, error, trace)
            return
        _log.error("unexpected failure", exc_info=error)
        self._caught.emit(error)

    def _on_thread(self, args: threading.ExceptHookArgs) -> None:
        if isinstance(args.exc_value, Exception):
            _log.error("unexpected failure on thread %s", args.thread, exc_info=args.exc_value)
            self._caught.emit(args.exc_value)

    @Slot(object)
    def _show(self, error: Exception) -> None:
        report = crash_report(error, self._log_file)
        try:
            self._keep_text()
        except Exception as failure:  # noqa: BLE001 - reported with the first; raised again it would come back here
            _log.error("could not keep the text", exc_info=failure)
            report = f"{crash_report(failure, None)}\n\n{report}"
        if self.dialog is None:
            self.dialog = CrashDialog(self._look, report, QApplication.quit, QApplication.activeWindow())
            self.dialog.finished.connect(self._closed)
            self.dialog.open()
        else:
            self.dialog.report.appendPlainText(f"\n\n{report}")

    @Slot()
    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None
