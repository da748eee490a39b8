"""Atur, Suara: the voices of this computer, how they are heard, and voices of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsdesk.i18n import _, ngettext
from newsdesk.ui.components.field import Field, Label
from newsdesk.ui.components.fold_section import FoldSection
from newsdesk.ui.settings.hearing import HearingChoices
from newsdesk.ui.settings.section import Section
from newsdesk.ui.settings.voice_adding import VoiceAdding, licence_box
from newsdesk.ui.settings.voice_rows import VoiceRows
from newsdesk.ui.tasks import Lane
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.voices import VoiceInfo, Voices, VoiceTrial
    from newsdesk.ui.listening.listening import Listening
    from newsdesk.ui.look import Look
    from newsdesk.ui.preferences import Preferences
    from newsdesk.ui.tasks import Tasks

_OTHERS_AT_ONCE = 12


class VoiceSection(Section):
    """Which voice is heard, and how. ``listening`` gives the player, once there is one."""

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        preferences: Preferences,
        listening: Callable[[], Listening | None] = lambda: None,
    ) -> None:
        super().__init__(look, _("Suara"), _("Dipakai untuk mendengar naskah dan menyimpan berkas suara."))
        self._tasks = tasks
        self._preferences = preferences
        self._listening = listening
        self._voices: Voices | None = None
        self._newsroom: Newsroom | None = None
        self._found: list[VoiceInfo] = []
        self._fresh = False
        self.state = Label(look, _("Memeriksa suara yang terpasang"), token="text_2")
        self.state.setWordWrap(True)
        self.ours = VoiceRows(look, _("Suara Indonesia dan suara tambahan"))
        self.others = VoiceRows(look, _("Suara bahasa lain"))
        self.adding = VoiceAdding(look, tasks)
        self.fold = FoldSection(look, _("Suara bahasa lain"), is_open=False)
        self.search = Field(look, _("Cari suara"), placeholder=_("Nama, bahasa, atau mesin"))
        self._more = Label(look, font="kecil", token="text_3")
        self.hearing = HearingChoices(look, preferences)
        self.licence = licence_box(look)
        self.licence.hide()
        self._lay_out()
        self._connect()

    def opened(self, newsroom: Newsroom) -> None:
        """Speak of this newsroom's voices; they are asked for when the section is seen."""
        self._newsroom = newsroom
        self._voices = newsroom.voices
        self.adding.opened(newsroom.voices)
        self._fresh = False
        if self.isVisible():
            self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for voices and outputs when they are seen the first time."""
        super().showEvent(event)
        if not self._fresh:
            self._ask()
        # Qt's multimedia library takes a moment the first time: the section is painted before it.
        QTimer.singleShot(0, self, self.hearing.offer_outputs)

    # ------------------------------------------------------------ voices

    def _ask(self) -> None:
        voices = self._voices
        if voices is not None:
            self._fresh = True
            self._tasks.run(voices.all, self._show, self._failed, Lane.FILES)

    def _show(self, found: Sequence[VoiceInfo]) -> None:
        self._found = list(found)
        settings = self._preferences.settings
        ours = [one for one in found if one.language == "id" or one.removable]
        self.ours.show_voices(ours, *self._now())
        self.fold.set_summary(str(len(found) - len(ours)))
        self.fold.setVisible(len(found) > len(ours))
        self._search("")
        known = any((one.engine, one.id) == (settings.engine, settings.voice) for one in found)
        if settings.voice and not known:
            words = _("Suara {voice} tidak ada di komputer ini; pilih yang lain.")
            self._say(words.format(voice=settings.voice), "temuan")
        elif not ours:
            self._say(
                _("Tidak ada suara Indonesia di komputer ini. Tambahkan suara Piper, atau pilih yang lain.")
            )
        else:
            self._say("")
        self._mark()

    def _search(self, needle: str) -> None:
        """Show the other voices that fit; a few at a time, espeak alone has more than a hundred."""
        wanted = needle.casefold().split()
        fits = [
            one
            for one in self._found
            if one.language != "id"
            and not one.removable
            and all(word in f"{one.name} {one.language} {one.engine_name}".casefold() for word in wanted)
        ]
        self.others.show_voices(fits[:_OTHERS_AT_ONCE], *self._now())
        left = len(fits) - _OTHERS_AT_ONCE
        words = ngettext(
            "{n} suara lagi; persempit dengan mencari", "{n} suara lagi; persempit dengan mencari", left
        )
        self._more.setText(words.format(n=left) if left > 0 else "" if fits else _("Tidak ada yang cocok"))

    def _chosen(self, info: VoiceInfo) -> None:
        self._preferences.set("engine", info.engine)
        self._preferences.set("voice", info.id)
        self._say("")
        voices = self._voices
        if voices is not None and not info.fastest_spm:
            self._tasks.run(lambda: voices.measured(info), self._measured, self._failed, Lane.FILES)

    def _measured(self, info: VoiceInfo) -> None:
        self._found = [info if (one.engine, one.id) == (info.engine, info.id) else one for one in self._found]
        for rows in (self.ours, self.others):
            rows.show_info(info)

    def _tried(self, info: VoiceInfo) -> None:
        listening = self._listening()
        if listening is not None:
            voicing = listening.voicing()
            pitch = voicing.pitch if info.has_pitch else 0
            listening.try_voice(voicing._replace(engine=info.engine, voice=info.id, pitch=pitch))

    def _hear_trial(self, trial: VoiceTrial) -> None:
        listening = self._listening()
        if listening is not None:
            listening.player.hear_sound(trial.pieces)

    def _removed(self, info: VoiceInfo) -> None:
        voices = self._voices
        if voices is None:
            return
        settings = self._preferences.settings
        if (settings.engine, settings.voice) == (info.engine, info.id):
            self._preferences.set("engine", "espeak")
            self._preferences.set("voice", "")
        self._tasks.run(
            lambda: voices.remove(info.id), lambda _nothing: self._ask(), self._failed, Lane.FILES
        )

    def _added(self, info: VoiceInfo) -> None:
        self._ask()
        self._chosen(info)

    def _failed(self, error: NewsdeskError) -> None:
        self._say(sentence(error), "temuan")

    def _say(self, words: str, token: str = "text_2") -> None:
        self.state.setText(words)
        self.state.set_token(token)
        self.state.setVisible(bool(words))

    # ------------------------------------------------------------ the one that speaks

    def _chosen_info(self) -> VoiceInfo | None:
        """Return the voice that speaks; without a choice it is the engine's first, the Indonesian one."""
        settings = self._preferences.settings
        of_engine = [one for one in self._found if one.engine == settings.engine]
        first = next(iter(of_engine), None) if not settings.voice else None
        return next((one for one in of_engine if one.id == settings.voice), first)

    def _now(self) -> tuple[str, str]:
        info = self._chosen_info()
        return (info.engine, info.id) if info is not None else ("", "")

    def _mark(self) -> None:
        """Mark the voice that speaks, and show its licence and whether it has a pitch."""
        info = self._chosen_info()
        for rows in (self.ours, self.others):
            rows.mark(*self._now())
        has_pitch = info is None or info.has_pitch
        self.hearing.show_pitch(there_is=has_pitch)
        licence = info.licence.strip() if info is not None else ""
        self.licence.setPlainText(licence)
        self.licence.setVisible(bool(licence))

    def _preference_changed(self, name: str) -> None:
        if name in ("engine", "voice"):
            self._mark()

    # ------------------------------------------------------------ putting it together

    def _connect(self) -> None:
        for rows in (self.ours, self.others):
            rows.chosen.connect(self._chosen)
            rows.tried.connect(self._tried)
            rows.removed.connect(self._removed)
        self.search.changed.connect(self._search)
        self.adding.added.connect(self._added)
        self.adding.heard.connect(self._hear_trial)
        self._preferences.changed.connect(self._preference_changed)

    def _lay_out(self) -> None:
        others = QWidget()
        column = QVBoxLayout(others)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(8)
        for part in (self.search, self.others, self._more):
            column.addWidget(part)
        self.fold.set_body(others)
        self.fold.hide()
        note = Label(
            self.look,
            _(
                "Suara Indonesia di Windows, Andika, tidak terlihat oleh pyttsx3; untuk bahasa Indonesia "
                "pakai eSpeak NG atau suara tambahan."
            ),
            "kecil",
            "text_3",
        )
        note.setWordWrap(True)
        for part in (self.state, self.ours, self.licence, self.fold, self.adding, self.hearing, note):
            self.add(part)
