"""How every voice is heard: pitch, speed, volume, and through which output of the system."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _, decimal
from newsdesk.ui.components.choice import Choice

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaDevices

    from newsdesk.ui.look import Look
    from newsdesk.ui.preferences import Preferences

_PITCHES = (-50, -30, -15, 0, 15, 30, 50)
_SPEEDS = (80, 90, 100, 110, 120, 130, 150)
_VOLUMES = (100, 80, 60, 40, 20, 0)


class HearingChoices(QWidget):
    """Kept true to the settings, which the listening bar changes too."""

    def __init__(self, look: Look, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self._devices: QMediaDevices | None = None
        self.pitch = Choice(look, _("Tinggi nada"))
        self.speed = Choice(look, _("Kecepatan dengar"))
        self.volume = Choice(look, _("Volume"))
        self.output = Choice(look, _("Keluaran suara"))
        row = QHBoxLayout()
        row.setSpacing(12)
        for part in (self.pitch, self.speed, self.volume):
            row.addWidget(part, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(row)
        column.addWidget(self.output)
        self._offer()
        self.pitch.chosen.connect(partial(self._number, "pitch"))
        self.speed.chosen.connect(partial(self._number, "speed"))
        self.volume.chosen.connect(partial(self._number, "volume"))
        self.output.chosen.connect(partial(preferences.set, "output"))
        preferences.changed.connect(self._preference_changed)

    def show_pitch(self, *, there_is: bool) -> None:
        """Offer the pitch where the voice has one."""
        self.pitch.setEnabled(there_is)
        self.pitch.set_note("" if there_is else _("Suara ini punya satu nada saja."))

    def offer_outputs(self) -> None:
        """Ask the system for its outputs, now and whenever they change."""
        from PySide6.QtMultimedia import QMediaDevices

        from newsdesk.ui.listening.speaker import outputs

        if self._devices is None:
            self._devices = QMediaDevices(self)
            self._devices.audioOutputsChanged.connect(self.offer_outputs)
        found, wanted = outputs(), self._preferences.settings.output
        gone = wanted and wanted not in {one.id for one in found}
        first = [("", _("Keluaran sistem"))]
        if gone:
            first.append((wanted, _("Yang dipilih: sedang dicabut")))
        self.output.offer([*first, *((one.id, one.name) for one in found)], wanted)
        note = _("Sedang dicabut; suara keluar lewat keluaran sistem.") if gone else ""
        none = _("Komputer ini tidak punya keluaran suara. Naskah tetap bisa disimpan sebagai berkas.")
        self.output.set_note(note if found else none, "temuan" if gone or not found else "text_3")

    def _preference_changed(self, name: str) -> None:
        if name in ("volume", "speed", "pitch"):
            self._offer_value(name)

    def _offer(self) -> None:
        settings = self._preferences.settings
        signed = [(str(one), f"+{one}" if one > 0 else f"−{-one}") for one in _PITCHES if one]
        signed.insert(_PITCHES.index(0), ("0", _("Biasa")))
        self.pitch.offer(signed, str(settings.pitch))
        self.speed.offer([(str(one), f"{decimal(one / 100)}×") for one in _SPEEDS], str(settings.speed))
        volumes = sorted({*_VOLUMES, settings.volume}, reverse=True)
        self.volume.offer(
            [(str(one), _("{n}%").format(n=one) if one else _("Bisu")) for one in volumes],
            str(settings.volume),
        )
        self.output.offer([("", _("Keluaran sistem"))], "")

    def _offer_value(self, name: str) -> None:
        settings = self._preferences.settings
        choice = {"volume": self.volume, "speed": self.speed, "pitch": self.pitch}[name]
        value = {"volume": settings.volume, "speed": settings.speed, "pitch": settings.pitch}[name]
        if choice.value() != str(value):
            at = choice.box.findData(str(value))
            if at < 0:
                self._offer()
                self.offer_outputs()
            else:
                choice.box.setCurrentIndex(at)

    def _number(self, name: str, value: str) -> None:
        self._preferences.set(name, int(value))
