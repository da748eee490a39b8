"""Atur, Tampilan: theme, language, and whether spoken lines are shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsdesk.i18n import _
from newsdesk.ui.components.choice import Choice
from newsdesk.ui.components.segment import Segment
from newsdesk.ui.components.toggle import Toggle
from newsdesk.ui.settings.section import Section

if TYPE_CHECKING:
    from newsdesk.ui.look import Look
    from newsdesk.ui.preferences import Preferences


class Appearance(Section):
    """How the window looks."""

    def __init__(self, look: Look, preferences: Preferences) -> None:
        super().__init__(look, _("Tampilan"), _("Berlaku di komputer ini saja."))
        settings = preferences.settings
        themes = (("system", _("Ikut sistem")), ("light", _("Terang")), ("dark", _("Gelap")))
        self.theme = Segment(look, _("Tema"), themes, settings.theme)
        self.theme.chosen.connect(partial(preferences.set, "theme"))
        # Each language is named in itself, so that whoever needs it can find it.
        self.language = Choice(look, _("Bahasa"))
        self.language.offer((("id", "Bahasa Indonesia"), ("en", "English")), settings.language)
        self.language.set_note(_("Berlaku saat Newsdesk dibuka lagi."))
        self.language.chosen.connect(partial(preferences.set, "language"))
        self.spoken_line = Toggle(
            look,
            _("Tampilkan cara baca di bawah naskah"),
            note=_("Tanpa itu baris naskah lebih rapat; cara baca tetap ada di Dibaca"),
        )
        self.spoken_line.setChecked(settings.spoken_line)
        self.spoken_line.toggled.connect(partial(preferences.set, "spoken_line"))
        for widget in (self.theme, self.language, self.spoken_line):
            self.add(widget)
        preferences.changed.connect(self._changed)
        self._settings = settings

    def _changed(self, name: str) -> None:
        if name == "theme":  # the palette can choose a theme too
            self.theme.set_value(self._settings.theme)
        elif name == "spoken_line":
            self.spoken_line.setChecked(self._settings.spoken_line)
