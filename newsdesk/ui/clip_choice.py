"""A clip's sound file chosen by hand, and what the clip is called then."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from newsdesk.domain.text import clean
from newsdesk.i18n import _
from newsdesk.services.clips import SUFFIXES

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def ask_for_clip(parent: QWidget, path: str, chosen: Callable[[str], object]) -> None:
    """Ask for a sound file, beginning where ``path`` is ("": at home); ``chosen`` gets the path of one."""
    folder = str(PurePath(path).parent) if path else str(Path.home())
    sounds = " ".join(f"*{suffix}" for suffix in SUFFIXES)
    dialog = QFileDialog(
        parent,
        _("Pilih berkas klip"),
        folder,
        ";;".join((_("Berkas suara ({names})").format(names=sounds), _("Semua berkas (*)"))),
    )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(chosen)
    dialog.open()


def clip_name(path: str) -> str:
    """Return what a clip made of a file is called: capitals with hyphens, as a slug is.

    >>> clip_name("/rekaman/hanung ips_2.wav")
    'HANUNG-IPS-2'
    """
    return "-".join(clean(PurePath(path).stem).replace("_", " ").split()).upper()
