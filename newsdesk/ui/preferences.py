"""The settings while the program runs: a change acts at once and is saved at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
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
        self._own_station: str | None = None
        """This computer's name for the station, while the newsroom's stands in its place."""

    def set(self, name: str, value: str | bool | int) -> None:
        """Choose ``value`` for the field ``name`` of the settings; nothing happens when it stands already."""
        if getattr(self.settings, name) == value:
            return
        setattr(self.settings, name, value)
        if name == "station" and self._own_station is not None:
            self._own_station = str(value)
        self.changed.emit(name)
        self.keep()

    def show_station(self, name: str) -> None:
        """Call the station what the newsroom calls it; "" is this computer's own, which alone is kept."""
        own = self.settings.station if self._own_station is None else self._own_station
        self._own_station = own if name else None
        if self.settings.station != (name or own):
            self.settings.station = name or own
            self.changed.emit("station")

    def keep(self) -> None:
        """Write the settings as they stand."""
        kept = self.settings
        if self._own_station is not None:
            kept = replace(kept, station=self._own_station)
        try:
            self._save(kept)
        except CannotSave as error:
            self.failed.emit(error)
