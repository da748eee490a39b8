"""Where every exception ends that nobody caught: the text kept, the log written, one dialog."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from newsdesk.ui.crash_dialog import CrashDialog
    from newsdesk.ui.look import Look

_log = logging.getLogger(__name__)

_LOOK_AGAIN_MS = 1000
_MOST_HELD = 20
"""Reports that wait; of a failure that comes with every tick, the first say it all."""


class CrashGuard(QObject):
    """Takes every exception that nobody caught, on any thread, to one dialog on the window's thread.

    ``keep_text`` puts what is being typed where it is safe before anything is shown. While :attr:`busy` says
    that somebody is on air, no dialog comes over what she reads: :attr:`held` tells it on her screen, and
    the dialog waits.
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
        self.busy: Callable[[], bool] = lambda: False
        self.held: Callable[[], None] = lambda: None
        self._waiting: list[str] = []
        self._later = QTimer(self)
        self._later.setInterval(_LOOK_AGAIN_MS)
        self._later.timeout.connect(self.look)
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
        if len(self._waiting) >= _MOST_HELD and self.busy():
            return
        from newsdesk.ui.crash_dialog import crash_report

        report = crash_report(error, self._log_file)
        try:
            self._keep_text()
        except Exception as failure:  # noqa: BLE001 - reported with the first; raised again it would come back here
            _log.error("could not keep the text", exc_info=failure)
            report = f"{crash_report(failure, None)}\n\n{report}"
        self._waiting.append(report)
        self.look()

    def look(self) -> None:
        """Show what waits, unless somebody is on air still."""
        if self.busy():
            if self._waiting and not self._later.isActive():
                self._later.start()
                self.held()
            return
        self._later.stop()
        reports, self._waiting = self._waiting, []
        for report in reports:
            self._tell(report)

    def _tell(self, report: str) -> None:
        from newsdesk.ui.crash_dialog import CrashDialog

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
