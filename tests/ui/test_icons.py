"""Icons come from Lucide, in the theme's colour, and are drawn once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from newsdesk.ui.icons import Icons
from newsdesk.ui.theme import Theme

UI = Path(__file__).resolve().parents[2] / "newsdesk" / "ui"


def test_an_icon_is_drawn_in_its_token_at_the_pixel_ratio(icons: Icons, theme: Theme) -> None:
    pixmap = icons.pixmap("square", 16, "accent_text", 1.5)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (24, 1.5)
    image = pixmap.toImage()
    darkest = max((image.pixelColor(x, 12) for x in range(24)), key=QColor.alpha)
    assert darkest.alpha() > 200
    assert darkest.rgb() == theme.colour("accent_text").rgb()


def test_an_icon_is_drawn_once(icons: Icons) -> None:
    first = icons.pixmap("check", 14, "draf")
    assert icons.pixmap("check", 14, "draf").cacheKey() == first.cacheKey()


def test_a_new_theme_draws_in_its_own_colour(icons: Icons, theme: Theme) -> None:
    light = icons.pixmap("square", 16, "text").toImage()
    theme.choose("dark")
    assert icons.pixmap("square", 16, "text").toImage() != light


def test_a_name_that_lucide_does_not_have_is_an_error(icons: Icons) -> None:
    with pytest.raises(KeyError):
        icons.pixmap("no-such-icon", 16, "text")


def test_a_name_that_ends_another_name_is_not_mistaken_for_it(icons: Icons) -> None:
    assert icons.pixmap("x", 16, "text").toImage() != icons.pixmap("circle-x", 16, "text").toImage()


def test_every_icon_named_in_the_interface_exists(icons: Icons) -> None:
    named = re.compile(
        r"""icon=\\?["']([a-z0-9-]+)["']|pixmap\(\s*["']([a-z0-9-]+)["']|icon = ["']([a-z0-9-]+)["']"""
    )
    found = {
        name
        for file in UI.rglob("*.py")
        for groups in named.findall(file.read_text(encoding="utf-8"))
        for name in groups
        if name
    }
    assert len(found) > 10
    for name in found:
        icons.pixmap(name, 16, "text")
