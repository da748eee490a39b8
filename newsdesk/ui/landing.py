"""Where the keyboard lands in a page, and how Tab still comes to every control of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget


class _Landing(QObject):
    """What a place hands the keyboard on to."""

    def __init__(self, place: QWidget) -> None:
        super().__init__(place)
        self._place = place
        self.to: QWidget | None = None

    def step_aside(self) -> None:
        self._place.setFocusProxy(None)  # pyright: ignore[reportArgumentType] - None takes it away

    def come_back(self) -> None:
        if self.to is not None:
            self._place.setFocusProxy(self.to)


def land_on(place: QWidget, to: QWidget) -> None:
    """Have a place that is given the keyboard hand it on to one of its controls.

    Qt takes a place with a focus proxy for a stop of Tab, and goes from what stands before the place straight
    into the middle of it: what comes first in it would only be reached backwards. :func:`move_by_tab` keeps
    Tab from that.
    """
    landing = place.findChild(_Landing, options=Qt.FindChildOption.FindDirectChildrenOnly) or _Landing(place)
    landing.to = to
    landing.come_back()


def move_by_tab(window: QWidget, move: Callable[[], bool]) -> bool:
    """Do what Tab does in a window (``move``) while no place stands in its way; return what it returns."""
    landings = window.findChildren(_Landing)
    for one in landings:
        one.step_aside()
    try:
        return move()
    finally:
        for one in landings:
            one.come_back()


def tab_to_checked(buttons: Iterable[QAbstractButton]) -> None:
    """Have Tab come to the one that is checked of several: Qt leaves it at the one that was clicked last."""
    for button in buttons:
        policy = Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus
        button.setFocusPolicy(policy)
