"""Atur, Suara: the engine and the voice that read scripts aloud."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsdesk.i18n import _
from newsdesk.ui.components.choice import Choice
from newsdesk.ui.settings.section import Section
from newsdesk.ui.tasks import Lane
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.previewing import EngineInfo, Previewing, Voice
    from newsdesk.ui.look import Look
    from newsdesk.ui.preferences import Preferences
    from newsdesk.ui.tasks import Tasks


class VoiceSection(Section):
    """Which voice is heard in previews."""

    def __init__(self, look: Look, tasks: Tasks, preferences: Preferences) -> None:
        super().__init__(look, _("Suara"), _("Dipakai untuk mendengar naskah dan menyimpan pratinjau."))
        self._tasks = tasks
        self._preferences = preferences
        self._previewing: Previewing | None = None
        self.engine = Choice(look, _("Mesin suara"))
        self.engine.chosen.connect(self._engine_chosen)
        self.voice = Choice(look, _("Suara"))
        self.voice.chosen.connect(partial(preferences.set, "voice"))
        for choice in (self.engine, self.voice):
            choice.setEnabled(False)
            self.add(choice)
        self.engine.set_note(
            _(
                "pyttsx3 membuka suara yang terpasang di Windows dan macOS. Suara Indonesia di Windows, "
                "Andika, tidak terlihat olehnya; untuk bahasa Indonesia pakai eSpeak NG."
            )
        )

    def opened(self, newsroom: Newsroom) -> None:
        """Ask which engines this computer has."""
        previewing = newsroom.previewing
        self._previewing = previewing
        self._tasks.run(previewing.engines, self._show_engines, self._failed, Lane.SPEECH)

    def _show_engines(self, engines: Sequence[EngineInfo]) -> None:
        self.engine.offer([(engine.id, engine.name) for engine in engines], self._preferences.settings.engine)
        self.engine.setEnabled(True)
        self._ask_voices()

    def _engine_chosen(self, engine: str) -> None:
        self._preferences.set("engine", engine)
        self._preferences.set("voice", "")
        self._ask_voices()

    def _ask_voices(self) -> None:
        previewing, engine = self._previewing, self.engine.value()
        self.voice.setEnabled(False)
        self.voice.set_note(_("Memeriksa suara yang terpasang"))
        if previewing is not None:
            self._tasks.run(lambda: previewing.voices(engine), self._show_voices, self._failed, Lane.SPEECH)

    def _show_voices(self, voices: Sequence[Voice]) -> None:
        chosen = self._preferences.settings.voice
        first = (("", _("Suara Indonesia bawaan mesin")),)
        self.voice.offer([*first, *((voice.id, voice.name) for voice in voices)], chosen)
        self.voice.setEnabled(True)
        missing = chosen and self.voice.value() != chosen
        note = _("Suara {voice} tidak ada di komputer ini; pilih yang lain.").format(voice=chosen)
        self.voice.set_note(note if missing else "", "temuan" if missing else "text_3")

    def _failed(self, error: NewsdeskError) -> None:
        self.voice.set_note(sentence(error), "temuan")
