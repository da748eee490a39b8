"""Atur, Redaksi: the newsrooms of this computer; open one by name, or make one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.badge import Badge
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Field, Label
from newsdesk.ui.settings.section import Section

if TYPE_CHECKING:
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.look import Look
    from newsdesk.ui.newsrooms import Newsrooms

_LONGEST_NAME = 60
_NOT_IN_A_FILE_NAME = frozenset('/\\:*?"<>|')


class NewsroomSection(Section):
    """Several newsrooms may be kept; one is open."""

    def __init__(self, look: Look, newsrooms: Newsrooms, open_one: Callable[[str], None]) -> None:
        super().__init__(
            look,
            _("Redaksi"),
            _("Setiap redaksi punya naskah, narasumber, leksikon, cara baca, dan orangnya sendiri."),
        )
        self._newsrooms = newsrooms
        self._open_one = open_one
        self._asked = False
        self._shown: list[QWidget] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        rows = QWidget()
        rows.setLayout(self._rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.add(rows)
        self.new_name = Field(look, _("Redaksi baru"), placeholder=_("Nama redaksi"))
        self.new_name.changed.connect(self._check)
        self.new_name.edit.returnPressed.connect(self._make_it)
        self.make_button = Button(look, _("Buat dan buka"), Kind.STRONG, icon="plus")
        self.make_button.clicked.connect(self._make_it)
        self.add(self.new_name)
        self.add_row(self.make_button)
        self.show_names("")

    def opened(self, newsroom: Newsroom) -> None:
        """Mark the newsroom that is open."""
        self.show_names(newsroom.name)
        self.new_name.set_text("")
        if self._asked:  # the button that was pressed is gone, and the keyboard with it
            self._asked = False
            self.new_name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, name: str) -> None:
        self._asked = True
        self._open_one(name)

    def show_names(self, current: str) -> None:
        """List the newsrooms; the one that is open says so."""
        for row in self._shown:
            row.hide()
            row.deleteLater()
        self._shown = []
        names = self._newsrooms.names()
        for name in names if current in names or not current else [current, *names]:
            row = self._row(name, is_open=name == current)
            self._shown.append(row)
            self._rows.addWidget(row)

    def _row(self, name: str, *, is_open: bool) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 4, 0)  # room for the focus ring of the button
        row.setSpacing(12)
        row.addWidget(Label(self.look, name, weight=500))
        row.addStretch(1)
        if is_open:
            row.addWidget(Badge(self.look, "check", _("terbuka"), ink="setuju", fill="setuju_bg"))
        else:
            button = Button(self.look, _("Buka"), Kind.STRONG, small=True)
            button.setAccessibleName(_("Buka redaksi {name}").format(name=name))
            button.clicked.connect(lambda: self._open(name))
            row.addWidget(button)
        line.setFixedHeight(32)
        return line

    def _check(self, text: str) -> str:
        """Say under the field what is wrong with a name; return the name if nothing is."""
        name = " ".join(text.split())
        wrong = ""
        if len(name) > _LONGEST_NAME:
            wrong = _("Paling panjang {n} huruf").format(n=_LONGEST_NAME)
        elif _NOT_IN_A_FILE_NAME & set(name) or name.startswith("."):
            wrong = _('Nama tidak boleh diawali titik atau berisi / \\ : * ? " < > |')
        elif name.lower() in (known.lower() for known in self._newsrooms.names()):
            wrong = _("Redaksi {name} sudah ada; buka dari daftar di atas").format(name=name)
        self.new_name.set_wrong(wrong)
        return "" if wrong else name

    def _make_it(self) -> None:
        name = self._check(self.new_name.text())
        if name:
            self._open(name)
        elif not self.new_name.text().strip():
            self.new_name.set_wrong(_("Tulis nama redaksi baru"))
