"""Colours come from the tokens only, can be read on what they stand on, and change with the theme."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication

from newsdesk.paths import resources
from newsdesk.ui.theme import TYPE, Theme
from newsdesk.ui.tokens import Tokens, load_tokens

UI = Path(__file__).resolve().parents[2] / "newsdesk" / "ui"
GROUNDS = ("canvas", "rail", "surface", "raised", "hover", "accent_soft")
STATES = (
    "draf",
    "tunggu",
    "setuju",
    "siap",
    "udara",
    "sudah",
    "sisih",
    "ubah",
    "temuan",
    "kurang",
    "ins",
    "bawa",
)
INKS = ("text", "text_2", "text_3", "accent_text", *STATES, "del_")


@pytest.fixture(params=["light", "dark"])
def tokens(request: pytest.FixtureRequest) -> Tokens:
    return load_tokens(resources() / "themes" / f"{request.param}.json")


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.1 defines it."""
    value = QColor(colour)
    parts = (value.redF(), value.greenF(), value.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", INKS)
def test_every_ink_can_be_read_on_every_ground(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("state", [*STATES, "del"])
def test_every_state_can_be_read_on_its_own_fill(tokens: Tokens, state: str) -> None:
    ink = getattr(tokens, "del_" if state == "del" else state)
    assert contrast(ink, getattr(tokens, f"{state}_bg")) >= 4.5


def test_filled_controls_can_be_read(tokens: Tokens) -> None:
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5
    assert contrast(tokens.on_accent, tokens.udara_fill) >= 4.5
    assert contrast(tokens.on_ubah_fill, tokens.ubah_fill) >= 4.5
    assert contrast(tokens.surface, tokens.text) >= 4.5  # tool tips


@pytest.mark.parametrize("ground", GROUNDS)
def test_the_focus_ring_is_seen_everywhere(tokens: Tokens, ground: str) -> None:
    assert contrast(tokens.accent_text, getattr(tokens, ground)) >= 3


@pytest.mark.parametrize("ground", ["surface", "canvas"])
def test_field_borders_are_seen_on_paper(tokens: Tokens, ground: str) -> None:
    assert contrast(tokens.line_field, getattr(tokens, ground)) >= 3


def test_no_widget_names_a_colour_of_its_own() -> None:
    colour = re.compile(r"#[0-9A-Fa-f]{3,8}\b|QColor\(\s*[\"'\d]|GlobalColor\.(?!transparent)")
    found = {
        f"{file.relative_to(UI)}: {match[0]}"
        for file in UI.rglob("*.py")
        for match in colour.finditer(re.sub(r'"#(RR|AARR)GGBB"', "", file.read_text(encoding="utf-8")))
    }
    assert not found


def test_choosing_a_theme_changes_tokens_and_palette_at_once(theme: Theme, qtbot) -> None:
    light = theme.tokens.canvas
    with qtbot.waitSignal(theme.changed):
        theme.choose("dark")
    assert theme.dark
    assert theme.tokens.canvas != light
    window = QApplication.palette().color(QPalette.ColorRole.Window)
    assert window == theme.colour("canvas") == QColor(theme.tokens.canvas)


def test_choosing_the_theme_in_use_changes_nothing(theme: Theme, qtbot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose("light")


@pytest.mark.parametrize("name", list(TYPE))
def test_fonts_have_the_size_and_weight_of_the_table(theme: Theme, name: str) -> None:
    font = theme.font(name)
    assert (font.pixelSize(), font.weight()) == (TYPE[name].px, TYPE[name].weight)
    assert theme.line(name) == TYPE[name].line


def test_figures_are_tabular(theme: Theme) -> None:
    metrics = QFontMetricsF(theme.font("jam"))
    assert metrics.horizontalAdvance("11.11.11") == pytest.approx(
        metrics.horizontalAdvance("08.48.40"), abs=0.2
    )  # kerning at the full stops; without tabular figures it is 26 px


def test_the_interface_font_is_inter_where_it_is_installed(theme: Theme) -> None:
    if not QFontDatabase.hasFamily("Inter"):
        pytest.skip("Inter is not installed")
    assert QFontInfo(theme.font("isi")).family() == "Inter"
