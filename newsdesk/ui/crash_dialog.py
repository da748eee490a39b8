"""The dialog and the report for a failure that nobody foresaw."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Label

if TYPE_CHECKING:
    from newsdesk.ui.look import Look

_LOG_LINES = 60


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
        self.setWindowTitle(_("Newsdesk mengalami kesalahan"))
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
