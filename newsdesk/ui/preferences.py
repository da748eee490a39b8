"""The settings while the program runs: a change acts at once and is saved at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsdesk.errors import CannotSave

if TYPE_CHECKING:
    from newsdesk.settings import Settings


class Preferences(QObject):
    """Holds the user's settings; whoever shows one listens to :attr:`changed`, which carries its name.

    ``save`` writes them (it may raise :class:`CannotSave`, which is handed on through :attr:`failed`: the
    choice still holds until the program ends).
    """

    changed = Signal(str)
    failed = Signal(object)

    def __init__(
        self, settings: Settings, save: Callable[[Settings], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.settings = settings
        self._save = save

    def set(self, name: str, value: str | bool | int) -> None:
        """Choose ``value`` for the field ``name`` of the settings; nothing happens when it stands already."""
        if getattr(self.settings, name) == value:
            return
        setattr(self.settings, name, value)
        self.changed.emit(name)
        self.keep()

    def keep(self) -> None:
        """Write the settings as they stand."""
        try:
            self._save(self.settings)
        except CannotSave as error:
            self.failed.emit(error)
