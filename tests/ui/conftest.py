"""What the tests of the window share: the real theme and icons, and tasks that answer at once."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from newsdesk.paths import resources
from newsdesk.ui.icons import Icons
from newsdesk.ui.look import Look
from newsdesk.ui.theme import Theme
from tests.ui.immediate_tasks import ImmediateTasks


@pytest.fixture(scope="session")
def _themes(qapp: QApplication) -> Theme:
    theme = Theme(resources() / "themes", "light")
    theme.apply(qapp)
    return theme


@pytest.fixture
def theme(_themes: Theme) -> Theme:
    """The theme of the program, light, applied to the application."""
    _themes.choose("light")
    return _themes


@pytest.fixture
def icons(theme: Theme) -> Icons:
    """The icons in that theme."""
    return Icons(theme)


@pytest.fixture
def look(theme: Theme, icons: Icons) -> Look:
    """Both, as the controls want them."""
    return Look(theme, icons)


@pytest.fixture
def tasks() -> ImmediateTasks:
    """Tasks whose answers are there when the call returns."""
    return ImmediateTasks()
