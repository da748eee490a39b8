"""Colours and type of the window, in light and dark, as the design's tables name them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from newsdesk.ui.tokens import Tokens, load_tokens


class TypeStyle(NamedTuple):
    """One line of the type table: pixels, line height in pixels, weight, tracking in em."""

    px: int
    line: int
    weight: int
    tracking: float


TYPE = {
    "jam_besar": TypeStyle(60, 64, 600, -0.035),
    "sisa": TypeStyle(56, 64, 600, -0.03),
    "klip_hitung": TypeStyle(48, 56, 600, -0.02),
    "lebih": TypeStyle(44, 52, 600, -0.03),
    "lebih_kepala": TypeStyle(40, 44, 600, -0.03),
    "kosong": TypeStyle(28, 36, 600, -0.015),
    "judul": TypeStyle(22, 28, 600, -0.012),
    "jam": TypeStyle(20, 24, 600, -0.01),
    "naskah": TypeStyle(17, 36, 400, 0),
    "palet": TypeStyle(18, 24, 400, 0),
    "panel": TypeStyle(16, 24, 600, -0.006),
    "asli": TypeStyle(15, 24, 400, 0),
    "bentuk": TypeStyle(14, 20, 500, 0),
    "isi": TypeStyle(13, 20, 400, 0),
    "slug": TypeStyle(13, 20, 600, 0.01),
    "kecil": TypeStyle(12, 16, 400, 0),
    "cara_baca": TypeStyle(12, 14, 400, 0),
    "penghitung": TypeStyle(11, 16, 600, 0),
}
"""DESIGN.md section 2, by name; "penghitung" is the rail's counter, "lebih_kepala" a bulletin's head's."""


class Theme(QObject):
    """The theme in use: its tokens, fonts and colours.

    ``choice`` is "system", "light" or "dark" (the setting); with "system" the theme follows the desktop.
    :attr:`changed` is emitted after palette and tokens are new; a widget that paints itself from
    :attr:`tokens` needs no more than its own repaint, which the new palette already causes.
    """

    changed = Signal()

    def __init__(self, folder: Path, choice: str = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._choice = choice
        self._app: QApplication | None = None
        self._fonts: dict[tuple[str, int], QFont] = {}
        self._colours: dict[str, QColor] = {}
        self._families: list[str] = []
        self.dark = self._wants_dark()
        self.tokens: Tokens = self._load()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def choice(self) -> str:
        """The setting: "system", "light" or "dark"."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Use "system", "light" or "dark" from now on."""
        self._choice = choice
        self._refresh()

    def font(self, name: str, *, weight: int | None = None) -> QFont:
        """Return the font of that name in :data:`TYPE`, figures tabular; ``weight`` replaces its weight."""
        style = TYPE[name]
        key = (name, style.weight if weight is None else weight)
        font = self._fonts.get(key)
        if font is None:
            font = self._fonts[key] = self.sized(style.px, key[1], style.tracking)
        return QFont(font)

    def line(self, name: str) -> int:
        """Return the line height of that name in :data:`TYPE`, in pixels."""
        return TYPE[name].line

    def sized(self, px: int, weight: int, tracking: float = 0) -> QFont:
        """Return the interface font at a size that is not in the table (the reader's own sizes)."""
        if not self._families:
            # Qt takes the first it has: Inter where it is installed, else the system's interface font.
            self._families = [
                "Inter",
                QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family(),
            ]
        font = QFont(self._families)
        font.setPixelSize(px)
        font.setWeight(QFont.Weight(weight))
        # Unhinted: advances stay fractional, so lines are as wide as they are drawn in the design.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setFeature(QFont.Tag("tnum"), 1)
        if tracking:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, tracking * px)
        return font

    def colour(self, name: str) -> QColor:
        """Return a token as a colour: ``colour("text_2")``."""
        colour = self._colours.get(name)
        if colour is None:
            colour = self._colours[name] = QColor(getattr(self.tokens, name))
        return colour

    def apply(self, app: QApplication) -> None:
        """Give the application its font and palette; called once, before the first window.

        How Qt's own controls are drawn is :func:`newsdesk.ui.style.dress`'s part: the window calls it after
        its first frame, which has none of them.
        """
        self._app = app
        app.setFont(self.font("isi"))
        app.setPalette(self._palette())

    def _refresh(self) -> None:
        dark = self._wants_dark()
        if dark == self.dark:
            return
        self.dark = dark
        self.tokens = self._load()
        self._colours.clear()
        if self._app is not None:
            self._app.setPalette(self._palette())
        self.changed.emit()

    def _system_changed(self) -> None:
        if self._choice == "system":
            self._refresh()

    def _wants_dark(self) -> bool:
        if self._choice == "system":
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._choice == "dark"

    def _load(self) -> Tokens:
        return load_tokens(self._folder / ("dark.json" if self.dark else "light.json"))

    def _palette(self) -> QPalette:
        palette = QPalette()
        role = QPalette.ColorRole
        for which, token in (
            (role.Window, "canvas"),
            (role.WindowText, "text"),
            (role.Base, "surface"),
            (role.AlternateBase, "raised"),
            (role.Text, "text"),
            (role.PlaceholderText, "text_3"),
            (role.Highlight, "accent_soft"),
            (role.HighlightedText, "text"),
            (role.Link, "accent_text"),
            (role.LinkVisited, "accent_text"),
            (role.Button, "surface"),
            (role.ButtonText, "text"),
            (role.BrightText, "on_accent"),
            (role.Light, "raised"),
            (role.Midlight, "hover"),
            (role.Mid, "line"),
            (role.Dark, "line_field"),
            (role.Shadow, "line_field"),
            (role.ToolTipBase, "text"),
            (role.ToolTipText, "surface"),
            (role.Accent, "accent"),
        ):
            palette.setColor(which, self.colour(token))
        for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
            palette.setColor(QPalette.ColorGroup.Disabled, which, self.colour("text_3"))
        return palette
