"""Atur, Data: where everything lies on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Field
from newsdesk.ui.settings.section import Section

if TYPE_CHECKING:
    from newsdesk.paths import Paths
    from newsdesk.ui.look import Look


class DataSection(Section):
    """The folders of this profile, to read, copy and open."""

    def __init__(self, look: Look, paths: Paths) -> None:
        super().__init__(
            look, _("Data"), _("Semuanya disimpan di komputer ini; tidak ada yang dikirim ke luar.")
        )
        for label, folder in (
            (_("Redaksi"), paths.newsrooms),
            (_("Salinan naskah yang sedang ditulis"), paths.recovery),
            (_("Catatan program"), paths.logs),
        ):
            field = Field(look, label)
            field.set_text(str(folder))
            field.edit.setReadOnly(True)
            self.add(field)
        button = Button(look, _("Buka folder data"), Kind.STRONG, icon="folder-open")
        url = QUrl.fromLocalFile(str(paths.profile))
        button.clicked.connect(lambda: QDesktopServices.openUrl(url))
        self.add_row(button)
