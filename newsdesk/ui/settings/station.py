"""Atur, Stasiun: the station's name, its zone, and how its reporters sign off."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from newsdesk.domain.attribution import Byline
from newsdesk.domain.sign_off import FIELDS, FIRST_PATTERN, check_pattern, sign_off
from newsdesk.errors import BadSignOff
from newsdesk.i18n import _
from newsdesk.ui.components.choice import Choice
from newsdesk.ui.components.field import Field, Label
from newsdesk.ui.components.toggle import Toggle
from newsdesk.ui.settings.kept_log import KeptLog
from newsdesk.ui.settings.live_section import LiveSection
from newsdesk.ui.tasks import Lane
from newsdesk.ui.wording import sentence
from newsdesk.ui.zones import ZONES, zone_named

if TYPE_CHECKING:
    from newsdesk.errors import NewsdeskError
    from newsdesk.ui.look import Look
    from newsdesk.ui.preferences import Preferences
    from newsdesk.ui.tasks import Tasks

_LONGEST_NAME = 60


class Station(LiveSection):
    """Whose newsroom this is. Name and zone are this computer's, the sign-off is the newsroom's."""

    def __init__(
        self, look: Look, tasks: Tasks, preferences: Preferences, changed: Callable[[], None]
    ) -> None:
        super().__init__(look, _("Stasiun"), _("Nama dan jam yang tampil di atas jendela."), tasks, changed)
        self._preferences = preferences
        self._writer = ""
        self._pattern = ""
        self._called: str | None = None
        """What the newsroom calls the station, None before it was asked."""
        self._asked = 0
        self.name = Field(look, _("Nama stasiun"), placeholder=_("Radio Anda"))
        self.name.set_text(preferences.settings.station)
        self.name.changed.connect(self._named)
        self.name.finished.connect(self._keep_name)
        self.zone = Choice(look, _("Zona waktu"))
        places = {"WIB": _("Indonesia Barat"), "WITA": _("Indonesia Tengah"), "WIT": _("Indonesia Timur")}
        self.zone.offer(
            [(zone.iana, f"{zone.short}, {places[zone.short]}") for zone in ZONES],
            zone_named(preferences.settings.zone).iana,
        )
        self.zone.chosen.connect(partial(preferences.set, "zone"))
        self.sign_off = Field(look, _("Kalimat penutup"), note=_note())
        self.sign_off.changed.connect(self._show_example)
        self.sign_off.finished.connect(self._keep)
        self.sign_off.setEnabled(False)
        self.example = Label(look, "", token="text_2")
        self.example.setWordWrap(True)
        self.own_approval = Toggle(
            look,
            _("Redaktur boleh menyetujui naskahnya sendiri"),
            note=_("Untuk redaksi satu orang; log audit menyebutnya setiap kali."),
        )
        self.own_approval.setEnabled(False)
        self.own_approval.clicked.connect(self._allow_own)
        self.kept_log = KeptLog(look)
        self.kept_log.finished.connect(self._keep_log)
        for part in (self.news, self.name, self.zone):
            self.add(part)
        self.add_close(self.sign_off, self.example)
        self.add(self.own_approval)
        self.add(self.kept_log)

    def fill(self) -> None:
        """Ask the newsroom for its pattern, and for a name for the example."""
        newsroom = self.newsroom
        if newsroom is None:
            return

        def show(answer: tuple[str, str, str, bool, int]) -> None:
            self._called, self._pattern, self._writer, own, days = answer
            self._preferences.show_station(self._called)
            self.name.set_text(self._preferences.settings.station)
            self.own_approval.setChecked(own)
            self.kept_log.keeps(days)
            for control in (self.sign_off, self.own_approval):
                control.setEnabled(True)
            self.sign_off.set_text(self._pattern)
            self._show_example()

        def ask() -> tuple[str, str, str, bool, int]:
            station, me = newsroom.station, newsroom.people.me()
            own, days = newsroom.reviewing.own_approval(), newsroom.as_run.retention()
            return station.name(), station.pattern(), me.name, own, days

        self.tasks.run(ask, show, self.tell)

    def _allow_own(self) -> None:
        newsroom, allowed = self.newsroom, self.own_approval.isChecked()
        if newsroom is None:
            return
        words = _("Redaktur boleh menyetujui naskahnya sendiri")
        if not allowed:
            words = _("Naskah sendiri harus disetujui redaktur lain")
        self.do(
            lambda: newsroom.reviewing.set_own_approval(allowed),
            lambda _now: words,
            lambda now: newsroom.reviewing.set_own_approval(not now),
        )

    def _keep_log(self) -> None:
        newsroom, days, before = self.newsroom, self.kept_log.days(), self.kept_log.kept
        if newsroom is None or days is None:
            return
        self.do(
            lambda: newsroom.as_run.set_retention(days),
            lambda kept: _("Log siar disimpan {days} hari").format(days=kept),
            lambda _kept: newsroom.as_run.set_retention(before),
            lambda error: self.kept_log.set_wrong(sentence(error)),
        )

    def _named(self, text: str) -> None:
        name = " ".join(text.split())
        if len(name) > _LONGEST_NAME:
            self.name.set_wrong(_("Paling panjang {n} huruf").format(n=_LONGEST_NAME))
            return
        self.name.set_wrong("")
        self._preferences.set("station", name)
        self._show_example()

    def _keep_name(self, text: str) -> None:
        """Let the newsroom call the station so too: everybody in it reads the same name."""
        newsroom, before, name = self.newsroom, self._called, " ".join(text.split())
        if newsroom is None or before is None or name == before or len(name) > _LONGEST_NAME:
            return
        self._called = name

        def refused(error: NewsdeskError) -> None:
            self.fill()
            self.tell(error)

        self.do(
            lambda: newsroom.station.set_name(name),
            lambda _kept: _("Stasiun berganti nama untuk seluruh redaksi"),
            lambda _kept: newsroom.station.set_name(before),
            refused,
        )

    def _keep(self, pattern: str) -> None:
        newsroom = self.newsroom
        if newsroom is None or pattern == self._pattern:
            return
        before = self._pattern

        def refused(error: NewsdeskError) -> None:
            self.sign_off.set_wrong(sentence(error))

        self.do(
            lambda: newsroom.station.set_pattern(pattern),
            lambda _kept: _("Kalimat penutup diganti"),
            lambda _kept: newsroom.station.set_pattern(before),
            refused,
        )

    def _show_example(self) -> None:
        """Show how two reporters would sign off by what stands in the field, as it is said."""
        newsroom, pattern = self.newsroom, self.sign_off.text().strip() or FIRST_PATTERN
        self._asked += 1
        asked = self._asked
        try:
            check_pattern(pattern)
        except BadSignOff as error:
            self.sign_off.set_wrong(sentence(error))
            return
        self.sign_off.set_wrong("")
        station = self._preferences.settings.station
        written = sign_off(pattern, [Byline(self._writer), Byline("Rani Puspita")], station, "Blitar")
        if newsroom is None or not self._writer:
            return

        def show(said: str) -> None:
            if asked == self._asked:
                self.example.setText(f"→ {said}")

        # It reads no database, and loads the tables when nobody has yet.
        self.tasks.run(lambda: newsroom.reading.read(written).line, show, self.tell, Lane.COPY)


def _note() -> str:
    return _("Boleh memuat {fields}; yang kosong dilewati bersama komanya.").format(
        fields=", ".join(f"{{{field}}}" for field in FIELDS)
    )
