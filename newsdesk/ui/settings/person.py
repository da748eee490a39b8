"""Atur, Orang: one's own name, and how fast one reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from newsdesk.i18n import _, decimal
from newsdesk.ui.components.field import Field
from newsdesk.ui.settings.learnt_rate import LearntRate
from newsdesk.ui.settings.section import Section
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.domain.people import Person
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.people import People
    from newsdesk.ui.look import Look
    from newsdesk.ui.tasks import Tasks

SLOWEST, FASTEST = 150, 700
"""Syllables a minute outside which nobody reads news."""


class PersonSection(Section):
    """The person at this desk: name and reading rate, kept in the newsroom.

    ``changed`` is called when another name or rate is kept.
    """

    def __init__(self, look: Look, tasks: Tasks, changed: Callable[[], None]) -> None:
        super().__init__(
            look,
            _("Orang"),
            _("Nama Anda tercatat di setiap revisi. Laju Anda dipakai menghitung lama baca."),
        )
        self._tasks = tasks
        self._changed = changed
        self._people: People | None = None
        self._person: Person | None = None
        self._opened: Newsroom | None = None
        self.name = Field(look, _("Nama"))
        self.name.finished.connect(self._named)
        self.rate = Field(look, _("Laju baca, suku kata per menit"))
        self.rate.finished.connect(self._rated)
        for field in (self.name, self.rate):
            field.setEnabled(False)
            self.add(field)
        self.learnt = LearntRate(look, tasks, self._kept)
        self.add(self.learnt)

    def opened(self, newsroom: Newsroom) -> None:
        """Ask the newsroom who works here."""
        people = newsroom.people
        self._people, self._opened = people, newsroom
        self._tasks.run(people.me, self._show, self._not_known)

    def _show(self, person: Person) -> None:
        self._person = person
        self.name.set_text(person.name)
        self.rate.set_text(str(person.rate))
        for field in (self.name, self.rate):
            field.setEnabled(True)
            field.set_wrong("")
        self.rate.set_note(_("{rate} suku kata per detik").format(rate=decimal(person.rate / 60)))
        if self._opened is not None:
            self.learnt.ask(self._opened, person.id)

    def _kept(self, person: Person) -> None:
        self._show(person)
        self._changed()

    def _named(self, text: str) -> None:
        people, person, name = self._people, self._person, " ".join(text.split())
        if people is None or person is None or name == person.name:
            return
        if not name:
            self.name.set_wrong(_("Tulis nama yang akan tercatat di revisi"))
            return
        self._tasks.run(
            lambda: people.rename(person, name), self._kept, lambda e: self.name.set_wrong(sentence(e))
        )

    def _rated(self, text: str) -> None:
        people, person = self._people, self._person
        if people is None or person is None or text.strip() == str(person.rate):
            return
        if not text.strip().isdecimal() or not SLOWEST <= int(text) <= FASTEST:
            fits = _("Isi angka dari {low} sampai {high}; kebanyakan penyiar membaca 300 sampai 400")
            self.rate.set_wrong(fits.format(low=SLOWEST, high=FASTEST))
            return
        rate = int(text)
        self._tasks.run(
            lambda: people.set_rate(person, rate), self._kept, lambda e: self.rate.set_wrong(sentence(e))
        )

    def _not_known(self, error: NewsdeskError) -> None:
        self.name.set_wrong(sentence(error))
