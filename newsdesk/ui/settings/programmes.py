"""Atur, Program: what comes again and again, and makes its bulletins by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from newsdesk.domain.bulletin import Programme
from newsdesk.domain.people import Role
from newsdesk.domain.timing import clock_length
from newsdesk.errors import BadInput, BadRecurrence
from newsdesk.i18n import _, clock, long_date, ngettext, number, pgettext
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Field, Label
from newsdesk.ui.components.two_line_rows import TwoLineList, TwoLineRow
from newsdesk.ui.rundown.sound_files import SoundFiles
from newsdesk.ui.settings.live_section import LiveSection
from newsdesk.ui.settings.programme_form import ProgrammeForm
from newsdesk.ui.settings.recurrence_words import recurrence_words
from newsdesk.ui.tasks import Lane
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.domain.people import Person
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.clips import Clips
    from newsdesk.ui.look import Look
    from newsdesk.ui.tasks import Tasks

_WIDTH = 900
_TOLD = 3
_MONTHS_AHEAD = timedelta(days=400)
_LARGEST_TABLE = 4_000_000
"""Letters; a year of one place has a hundred thousand."""


class ProgrammesSection(LiveSection):
    """The list, the programme that is chosen, and prayer times; ``now`` is the station's clock."""

    def __init__(
        self, look: Look, tasks: Tasks, now: Callable[[], datetime], changed: Callable[[], None]
    ) -> None:
        super().__init__(
            look,
            pgettext("section", "Program"),
            _("Setiap program membuat buletinnya sendiri menurut jadwal, dengan susunan awal yang sama."),
            tasks,
            changed,
        )
        self.setMaximumWidth(_WIDTH)
        self._now = now
        self._programmes: Sequence[Programme] = ()
        self._people: Sequence[tuple[int, str]] = ()
        self._chosen = 0
        self._made: Programme | None = None
        self.list = TwoLineList(look, pgettext("section", "Program"), marks_always=True)
        self.empty = Label(look, _("Belum ada program."), token="text_3")
        self.new = Button(look, _("Program baru"), Kind.STRONG, icon="plus")
        self.form = ProgrammeForm(look, self._new_id)
        self.form.hide()
        self._sounds = SoundFiles(tasks, self.form.template.pane, self._clips, self)
        self.place = Field(look, _("Kota, kalau tidak disebut di tabel"), placeholder=_("Blitar"))
        self.times = Label(look, "", "kecil", "text_3")
        self.times.setWordWrap(True)
        self.import_button = Button(look, _("Impor tabel waktu salat (CSV)"), Kind.PLAIN, icon="file-up")
        self.add(self.news)
        self.add_close(self.list, self.empty)
        self.add_row(self.new)
        self.add(self.form)
        self.add_close(Label(look, _("Waktu salat"), "panel"), self.times)
        self.add(self.place)
        self.add_row(self.import_button)
        self.list.pointed.connect(self._choose)
        self.list.entered.connect(self._choose)
        self.new.clicked.connect(self.begin_new)
        self.form.kept.connect(self._keep)
        self.form.left.connect(self._leave_new)
        self.form.archived.connect(self._archive)
        self.form.asked.connect(self._tell_days)
        self.form.template.words_asked.connect(self._measure)
        self.import_button.clicked.connect(self._ask_import)

    def fill(self) -> None:
        """List the programmes, and the places that there are prayer times of."""
        newsroom = self.newsroom
        if newsroom is None:
            return

        def show(answer: tuple[list[Programme], list[Person], list[str]]) -> None:
            self._programmes = answer[0]
            readers = [person for person in answer[1] if person.active and Role.ANNOUNCER in person.roles]
            self._people = [(person.id, person.name) for person in readers or answer[1] if person.active]
            self.list.show_rows([_row(one) for one in self._programmes])
            self.empty.setVisible(not self._programmes)
            places = ", ".join(answer[2])
            told = _("Ada tabel untuk {places}.").format(places=places) if places else _("Belum ada tabel.")
            self.times.setText(told)
            self._mark()

        self.tasks.run(
            lambda: (newsroom.programmes.all(), newsroom.people.listed(), newsroom.programmes.places()),
            show,
            self.tell,
        )

    def begin_new(self) -> None:
        """Open the form of a new programme."""
        self._chosen = 0
        self.form.show_programme(Programme(0, "", announcers=()), self._people)
        self.form.show()
        self.form.name.edit.setFocus()

    def import_times(self, file: Path) -> None:
        """Read a table of prayer times and keep it."""
        newsroom, place = self.newsroom, self.place.text().strip()
        if newsroom is None:
            return

        def keep(text: str) -> None:
            self.tasks.run(lambda: newsroom.programmes.import_times(text, place), done, self.tell)

        def done(count: int) -> None:
            told = ngettext("{n} waktu salat diimpor.", "{n} waktu salat diimpor.", count)
            self.news.tell(told.format(n=number(count)), icon="check", token="setuju")
            self.fill()

        self.tasks.run(lambda: _read(file), keep, self.tell, Lane.LOCAL)

    # ------------------------------------------------------------ inside

    def _new_id(self) -> int:
        newsroom = self.newsroom
        assert newsroom is not None  # rows are put into a programme of an open newsroom only
        return newsroom.bulletins.new_id()

    def _clips(self) -> Clips | None:
        return None if self.newsroom is None else self.newsroom.clips

    def _choose(self, programme_id: int) -> None:
        programme = next((one for one in self._programmes if one.id == programme_id), None)
        if programme is not None:
            self._chosen = programme_id
            self.form.show_programme(programme, self._people)
            self.form.show()

    def _leave_new(self) -> None:
        """Put the form of a new programme away with what was typed."""
        self.form.hide()
        self.new.setFocus()

    def _mark(self) -> None:
        places = [one.id for one in self._programmes]
        if self._chosen in places:
            self.list.setCurrentIndex(self.list.model().index(places.index(self._chosen), 0))

    def _keep(self, programme: Programme) -> None:
        newsroom = self.newsroom
        if newsroom is None:
            return
        work = newsroom.programmes.change if programme.id else newsroom.programmes.add

        def done(kept: Programme) -> None:
            if self._chosen == programme.id:  # another one may be open by now, with words typed
                self._chosen = kept.id
                self.form.show_programme(kept, self._people)
            words = _("{name} tersimpan; buletinnya dibuat menurut jadwal.").format(name=kept.name)
            self.news.tell(words, icon="check", token="setuju")
            self.fill()
            self.tell_changed()

        def refused(error: NewsdeskError) -> None:
            if isinstance(error, BadRecurrence):
                self.form.tell_days(sentence(error), wrong=True)
            else:
                self.tell(error)

        self.tasks.run(lambda: work(programme), done, refused)

    def _archive(self, programme: Programme) -> None:
        newsroom = self.newsroom
        if newsroom is None:
            return
        archived = programme.active

        def said(kept: Programme) -> str:
            self.form.show_programme(kept, self._people)
            words = _("{name} diarsipkan") if archived else _("{name} dipakai lagi")
            return words.format(name=kept.name)

        def undo(kept: Programme) -> Programme:
            return newsroom.programmes.change(replace(kept, active=archived))

        self.do(lambda: newsroom.programmes.archive(programme, archived=archived), said, undo)

    def _tell_days(self, programme: Programme) -> None:
        newsroom = self.newsroom
        if newsroom is None:
            return
        now = self._now()

        def told(moments: list[datetime]) -> None:
            days = [
                _("{day} {at}").format(
                    day=long_date(one.astimezone(now.tzinfo)), at=clock(one.astimezone(now.tzinfo))
                )
                for one in moments[:_TOLD]
            ]
            self.form.tell_days(
                _("Berikutnya: {days}").format(days="; ".join(days)) if days else _("Tidak pernah.")
            )

        def refused(error: NewsdeskError) -> None:
            self.form.tell_days(sentence(error), wrong=True)

        self.tasks.run(
            lambda: newsroom.programmes.occurrences(programme, now, now + _MONTHS_AHEAD), told, refused
        )

    def _measure(self, words: frozenset[str]) -> None:
        newsroom = self.newsroom
        if newsroom is not None:
            self.tasks.run(
                lambda: {one: newsroom.bulletins.words_ms(one) for one in words},
                self.form.template.tell_lengths,
                self.tell,
            )

    def _ask_import(self) -> None:
        name, _chosen = QFileDialog.getOpenFileName(
            self, _("Impor tabel waktu salat"), "", _("Tabel (*.csv *.txt *.tsv)")
        )
        if name:
            self.import_times(Path(name))


def _row(programme: Programme) -> TwoLineRow:
    when = _("{days}, {at}").format(days=recurrence_words(programme.rrule), at=f"{programme.airtime:%H.%M}")
    second = _("{when}, jatah {length}").format(when=when, length=clock_length(programme.slot_ms))
    right = "" if programme.active else _("diarsipkan")
    token = "text_2" if programme.active else "text_3"
    return TwoLineRow(programme.id, "calendar-clock", programme.name, second, right, token)


def _read(file: Path) -> str:
    """Return the text of a table as spreadsheets write it; raises :class:`BadInput` for what is none."""
    from newsdesk.services.importing import read_text  # nobody who opens Settings waits for it

    text = read_text(file)
    if len(text) > _LARGEST_TABLE:
        raise BadInput(str(file), _("lebih besar dari 4 MB"))
    return text
