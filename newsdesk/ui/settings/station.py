"""Atur, Stasiun: the station's name and its zone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsdesk.i18n import _
from newsdesk.ui.components.choice import Choice
from newsdesk.ui.components.field import Field
from newsdesk.ui.settings.section import Section
from newsdesk.ui.zones import ZONES, zone_named

if TYPE_CHECKING:
    from newsdesk.ui.look import Look
    from newsdesk.ui.preferences import Preferences

_LONGEST_NAME = 60


class Station(Section):
    """Whose newsroom this is."""

    def __init__(self, look: Look, preferences: Preferences) -> None:
        super().__init__(look, _("Stasiun"), _("Nama dan jam yang tampil di atas jendela."))
        self._preferences = preferences
        self.name = Field(look, _("Nama stasiun"), placeholder=_("Radio Anda"))
        self.name.set_text(preferences.settings.station)
        self.name.changed.connect(self._named)
        self.zone = Choice(look, _("Zona waktu"))
        places = {"WIB": _("Indonesia Barat"), "WITA": _("Indonesia Tengah"), "WIT": _("Indonesia Timur")}
        self.zone.offer(
            [(zone.iana, f"{zone.short}, {places[zone.short]}") for zone in ZONES],
            zone_named(preferences.settings.zone).iana,
        )
        self.zone.chosen.connect(partial(preferences.set, "zone"))
        self.add(self.name)
        self.add(self.zone)

    def _named(self, text: str) -> None:
        name = " ".join(text.split())
        if len(name) > _LONGEST_NAME:
            self.name.set_wrong(_("Paling panjang {n} huruf").format(n=_LONGEST_NAME))
            return
        self.name.set_wrong("")
        self._preferences.set("station", name)
