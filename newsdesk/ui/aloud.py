"""What a screen reader says at once, wherever the keyboard is: news, states that change, breaking news."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def say_aloud(place: QWidget, words: str, *, urgent: bool = False) -> None:
    """Have a screen reader say ``words``, told in ``place``; ``urgent`` cuts what it is saying short.

    Without a screen reader nothing happens, and nothing is ever heard of it.
    """
    # Made when something is first said: the window comes without it.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    event = QAccessibleAnnouncementEvent(place, words)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
