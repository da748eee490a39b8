"""Every control of the window in every state, to be put beside the design's picture of components.

``python -m tests.ui.gallery light out.png`` saves the page; without a file it opens a window.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QTextEdit, QVBoxLayout, QWidget

from newsdesk.paths import resources
from newsdesk.ui.components.badge import Badge
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.chip import Chip
from newsdesk.ui.components.choice import Choice, ChoiceBox
from newsdesk.ui.components.field import Field, Label
from newsdesk.ui.components.figure_label import FigureLabel
from newsdesk.ui.components.fold_section import FoldSection
from newsdesk.ui.components.keycap import KeyCap
from newsdesk.ui.components.news_line import NewsLine
from newsdesk.ui.components.over_under import OverUnder
from newsdesk.ui.components.segment import Segment
from newsdesk.ui.components.toggle import Toggle
from newsdesk.ui.icons import Icons
from newsdesk.ui.look import Look
from newsdesk.ui.style import dress
from newsdesk.ui.theme import TYPE, Theme

STATES = (
    ("circle-dashed", "Draf", "draf"),
    ("hourglass", "Menunggu", "tunggu"),
    ("circle-check", "Disetujui", "setuju"),
    ("mic", "Siap", "siap"),
    ("check-check", "Sudah siar", "sudah"),
    ("circle-slash", "Disisihkan", "sisih"),
    ("file-pen-line", "Berubah", "ubah"),
)


class Gallery(QWidget):
    """The page."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setWindowTitle("Newsdesk: komponen")
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), look.theme.colour("surface"))
        self.setPalette(palette)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(40, 36, 40, 36)
        columns.setSpacing(48)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(10)
        right.setSpacing(10)
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        self.controls(right)
        self.type(left)
        left.addStretch(1)
        right.addStretch(1)

    def title(self, column: QVBoxLayout, words: str) -> None:
        column.addSpacing(12)
        column.addWidget(Label(self.look, words, "panel"))

    def row(self, column: QVBoxLayout, *widgets: QWidget) -> None:
        line = QHBoxLayout()
        line.setSpacing(10)
        for widget in widgets:
            line.addWidget(widget)
        line.addStretch(1)
        column.addLayout(line)

    def controls(self, column: QVBoxLayout) -> None:
        look = self.look
        self.title(column, "Tombol")
        self.row(
            column,
            Button(look, "Setujui", Kind.PRIMARY, icon="circle-check", key="Ctrl+Return"),
            Button(look, "Kembalikan", Kind.STRONG, icon="undo-2"),
            Button(look, "Impor", Kind.PLAIN, icon="file-up"),
            Button(look, "Sisihkan", Kind.GHOST),
            Button(look, "Mulai siaran", Kind.AIR, icon="radio"),
        )
        self.focused = Button(look, "fokus", Kind.STRONG)
        pressed = Button(look, "ditekan", Kind.STRONG)
        pressed.setDown(True)
        unavailable = Button(look, "tidak tersedia")
        unavailable.set_available(False, "Belum ada yang bisa disetujui")
        self.row(
            column,
            self.focused,
            pressed,
            unavailable,
            Button(look, "Perbaiki", Kind.STRONG, key="F8", small=True),
            Button(look, "Biarkan, karena…", Kind.GHOST, small=True),
            Button(look, kind=Kind.GHOST, icon="ellipsis", name="Lainnya", small=True),
            Button(look, "Baru", Kind.PRIMARY, icon="plus", small=True),
        )
        self.title(column, "Isian")
        wrong = Field(look, "perlu dibetulkan")
        wrong.set_text("25.70")
        wrong.set_wrong("Menit paling besar 59")
        filled = Field(look, "terisi")
        filled.set_text("STATISTIK-OPD")
        self.row(column, Field(look, "kosong", placeholder="Slug"), filled, wrong)
        choice = Choice(look, "pilihan")
        choice.offer((("1", "Sinta Ayu"), ("2", "Rani Puspita")), "1")
        voice = ChoiceBox(look, icon="audio-lines", quiet=True)
        voice.addItem("Suara Gita")
        self.row(column, choice, Segment(look, "segmen", (("h", "huruf"), ("k", "kata")), "h"), voice)
        ticked = Toggle(look, "Tampilkan cara baca", note="Baris kecil di bawah kata")
        ticked.setChecked(True)
        self.row(column, ticked, Toggle(look, "Tidak dipilih"))
        self.title(column, "Cip, kunci")
        on = Chip(look, "Hari ini", icon="check")
        on.setCheckable(True)
        on.setChecked(True)
        self.row(
            column,
            Chip(look, "huruf", icon="case-upper"),
            on,
            Chip(look, "Blitar", removable=True),
            KeyCap(look, "Ctrl+K"),
            KeyCap(look, "F5"),
        )
        self.title(column, "Status: gambar, kata, warna")
        self.row(
            column,
            *(Badge(look, i, w, ink=t, fill=f"{t}_bg", struck=t == "sisih") for i, w, t in STATES),
        )
        self.row(column, *(Badge(look, i, w, ink=t, struck=t == "sisih") for i, w, t in STATES))
        self.row(column, Badge(look, "radio", "Mengudara", ink="on_accent", fill="udara_fill"))
        self.title(column, "Bagian yang melipat")
        section = FoldSection(look, "Narasumber")
        section.set_summary("3")
        section.set_body(QLabel("Santoso"))
        found = FoldSection(look, "Periksa", is_open=False)
        found.set_summary("5 temuan", icon="circle-alert", token="temuan")
        column.addWidget(section)
        column.addWidget(found)
        self.title(column, "Baris keadaan dan kabar")
        for words, icon, token, act in (
            ("Tersimpan 10.04", "check", "setuju", ""),
            (
                "Disimpan di komputer ini; basis data belum bisa dihubungi, mencoba lagi 10 dtk",
                "cloud-off",
                "tunggu",
                "Coba sekarang",
            ),
            ("PASAR-LEGI-DRAINASE jadi cadangan", "undo-2", "text_2", "Urungkan"),
        ):
            line = NewsLine(look)
            column.addWidget(line)
            line.tell(words, icon=icon, token=token, act=act, stays=True)
        self.title(column, "Lebih, pas, kurang")
        cards = QHBoxLayout()
        for over_ms in (22_000, 1_000, -48_000):
            card = OverUnder(self.look, "Selisih")
            card.set_over(over_ms, 2_000)
            cards.addWidget(card)
        cards.addStretch(1)
        column.addLayout(cards)
        self.title(column, "Gulir")
        area = QTextEdit("\n".join(str(i) for i in range(40)))
        area.setFixedHeight(90)
        column.addWidget(area)

    def type(self, column: QVBoxLayout) -> None:
        self.title(column, "Huruf: Inter, angka tabular")
        for name, style in TYPE.items():
            line = QHBoxLayout()
            label = Label(self.look, f"{style.px}/{style.line} {style.weight}", "kecil", "text_3")
            label.setFixedWidth(110)
            line.addWidget(label)
            line.addWidget(Label(self.look, name.replace("_", " "), name))
            line.addStretch(1)
            column.addLayout(line)
        figure = FigureLabel(self.look, "jam", "Jam", align=Qt.AlignmentFlag.AlignLeft)
        figure.set_text("10.04.32")
        column.addWidget(figure)


def main(choice: str, file: str) -> None:
    """Show the page in the theme ``choice``, or save it to ``file``."""
    app = QApplication([])
    theme = Theme(resources() / "themes", choice)
    theme.apply(app)
    dress(app, theme)
    gallery = Gallery(Look(theme, Icons(theme)))
    gallery.resize(1440, 1100)
    gallery.show()
    gallery.activateWindow()
    app.processEvents()
    gallery.focused.setFocus(Qt.FocusReason.TabFocusReason)
    app.processEvents()
    if file:
        gallery.grab().save(file)
    else:
        app.exec()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "system", sys.argv[2] if len(sys.argv) > 2 else "")
