"""Atur, Cara baca: what the whole newsroom has settled about saying, each with an example read by it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from newsdesk.domain.house_style import HourStyle, HouseStyle, YearStyle
from newsdesk.i18n import _, pgettext
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.segment import Segment
from newsdesk.ui.components.toggle import Toggle
from newsdesk.ui.settings.section import Section
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.reading import Reading
    from newsdesk.ui.look import Look
    from newsdesk.ui.tasks import Tasks

_BULLETIN = date(2025, 1, 17)
"""A Friday: the day of the bulletin that the examples are in."""
_EXAMPLES = {
    "years": "Ia lahir pada tahun 1972.",
    "hours": "Sidang dimulai pukul 15.30.",
    "phone_zero": "Hubungi nomor telepon 0342-801050.",
    "score_zero": "Persebaya unggul dengan skor 2-0.",
    "bracketed_acronyms": "Menurut Badan Pusat Statistik (BPS), inflasi turun.",
    "relative_dates": "Upacara digelar Kamis (16/1).",
}
"""Copy, not interface: it is Indonesian in every language."""


class _Answer(NamedTuple):
    """The style in force and how each example is said by it."""

    style: HouseStyle
    said: dict[str, str]


class HouseStyleSection(Section):
    """How years, hours, zeros, acronyms in brackets and dates nearby are said.

    ``read_again`` is called when scripts are to be read anew: something is said differently now.
    """

    def __init__(self, look: Look, tasks: Tasks, read_again: Callable[[], None]) -> None:
        super().__init__(
            look,
            _("Cara baca"),
            _(
                "Berlaku untuk seluruh redaksi ini, di semua komputer; redaksi lain punya cara baca dan "
                "leksikon sendiri. Naskah yang terbuka dibaca ulang seketika."
            ),
        )
        self._tasks = tasks
        self._read_again = read_again
        self._newsroom: Newsroom | None = None
        self._answer: _Answer | None = None
        self._asked = 0
        self.examples: dict[str, Label] = {}
        zeros = (("nol", "nol"), ("kosong", "kosong"))
        self.years = Segment(
            look,
            _("Tahun"),
            (
                (YearStyle.CARDINAL.value, _("bilangan utuh")),
                (YearStyle.HALVES.value, _("dua angka dua angka")),
            ),
            YearStyle.CARDINAL.value,
        )
        self.hours = Segment(
            look,
            pgettext("house style", "Jam"),
            ((HourStyle.WRITTEN.value, _("24 jam")), (HourStyle.SPOKEN.value, _("seperti orang bicara"))),
            HourStyle.WRITTEN.value,
        )
        self.phone_zero = Segment(look, _("Nol di nomor telepon"), zeros, "nol")
        self.score_zero = Segment(look, _("Nol di skor"), zeros, "kosong")
        self.bracketed = Toggle(look, _("Baca singkatan dalam kurung sesudah kepanjangannya"))
        self.relative = Toggle(
            look,
            _("Baca tanggal yang dekat sebagai kemarin, hari ini, besok"),
            note=_("Dihitung dari hari tayang naskah; contoh untuk buletin Jumat, 17/1"),
        )
        self._parts: tuple[tuple[str, QWidget], ...] = (
            ("years", self.years),
            ("hours", self.hours),
            ("phone_zero", self.phone_zero),
            ("score_zero", self.score_zero),
            ("bracketed_acronyms", self.bracketed),
            ("relative_dates", self.relative),
        )
        for name, widget in self._parts:
            self._add_part(name, widget)
        self.failure = Label(look, "", "kecil", "temuan")
        self.failure.setWordWrap(True)
        self.failure.hide()
        self.add(self.failure)
        self._connect()

    def opened(self, newsroom: Newsroom) -> None:
        """Ask what the newsroom has settled."""
        self._newsroom = newsroom
        self._answer = None
        for _name, widget in self._parts:
            widget.setEnabled(True)
        self._tasks.run(
            lambda: _Answer(newsroom.style.get(), _said(newsroom.reading)), self._show, self._tell_failure
        )

    # ------------------------------------------------------------ inside

    def _choose_with(self, change: Callable[[HouseStyle], HouseStyle]) -> None:
        newsroom = self._newsroom
        if newsroom is None or self._answer is None:
            return
        self._asked += 1
        asked = self._asked

        def settled() -> _Answer:
            # Asked there and then: another choice, or a colleague's, may have been kept since this was shown.
            kept = newsroom.style.set(change(newsroom.style.get()))
            newsroom.reading.use(newsroom.lexicon.forms(), kept)
            return _Answer(kept, _said(newsroom.reading))

        def shown(now: _Answer) -> None:
            if newsroom is self._newsroom:
                self._answer = now
                if asked == self._asked:  # a later choice would jump back until its own answer comes
                    self._show(now)
                self._read_again()

        def refused(error: NewsdeskError) -> None:
            if newsroom is self._newsroom and self._answer is not None:
                self._show(self._answer)  # what is shown is what holds
                self._tell_failure(error)

        self._tasks.run(settled, shown, refused)

    def _show(self, answer: _Answer) -> None:
        style = answer.style
        self._answer = None  # what the controls tell meanwhile nobody has chosen
        self.years.set_value(style.years.value)
        self.hours.set_value(style.hours.value)
        self.phone_zero.set_value(style.phone_zero)
        self.score_zero.set_value(style.score_zero)
        self.bracketed.setChecked(style.bracketed_acronyms)
        self.relative.setChecked(style.relative_dates)
        for name in self.examples:
            self.examples[name].setText(f"→ {answer.said[name]}")
        self.failure.hide()
        self._answer = answer

    def _tell_failure(self, error: NewsdeskError) -> None:
        self.failure.setText(sentence(error))
        self.failure.show()

    def _add_part(self, name: str, widget: QWidget) -> None:
        written = Label(self.look, _EXAMPLES[name], "kecil", "text_3")
        example = self.examples[name] = Label(self.look, "→", token="text_2")
        example.setWordWrap(True)
        widget.setEnabled(False)
        self.add_close(widget, written, example)

    def _connect(self) -> None:
        self.years.chosen.connect(self._years)
        self.hours.chosen.connect(self._hours)
        self.phone_zero.chosen.connect(self._phone)
        self.score_zero.chosen.connect(self._score)
        self.bracketed.toggled.connect(self._brackets)
        self.relative.toggled.connect(self._dates)

    def _years(self, value: str) -> None:
        self._choose_with(lambda style: replace(style, years=YearStyle(value)))

    def _hours(self, value: str) -> None:
        self._choose_with(lambda style: replace(style, hours=HourStyle(value)))

    def _phone(self, value: str) -> None:
        self._choose_with(lambda style: replace(style, phone_zero=value))

    def _score(self, value: str) -> None:
        self._choose_with(lambda style: replace(style, score_zero=value))

    def _brackets(self, on: bool) -> None:
        self._choose_with(lambda style: replace(style, bracketed_acronyms=on))

    def _dates(self, on: bool) -> None:
        self._choose_with(lambda style: replace(style, relative_dates=on))


def _said(reading: Reading) -> dict[str, str]:
    return {name: reading.read(text, day=_BULLETIN).line for name, text in _EXAMPLES.items()}
