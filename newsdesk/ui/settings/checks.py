"""Atur, Periksa: which checks apply in this newsroom, their limits, its own words and pairs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Field, Label
from newsdesk.ui.components.toggle import Toggle
from newsdesk.ui.components.two_line_rows import TwoLineList, TwoLineRow
from newsdesk.ui.settings.check_words import check_words
from newsdesk.ui.settings.live_section import LiveSection
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.domain.checking import Choice, Settled
    from newsdesk.errors import NewsdeskError
    from newsdesk.ui.look import Look
    from newsdesk.ui.tasks import Tasks


class ChecksSection(LiveSection):
    """What the whole newsroom has settled about its checks; every change holds at once, at every desk."""

    def __init__(self, look: Look, tasks: Tasks, changed: Callable[[], None]) -> None:
        super().__init__(
            look,
            _("Periksa"),
            _(
                "Berlaku untuk seluruh redaksi ini, di semua komputer. Temuan hanya saran: tidak ada yang "
                "menahan naskah disimpan atau diajukan."
            ),
            tasks,
            changed,
        )
        self._settled: Settled | None = None
        self._filling = False
        self.no_dictionary = Label(
            look,
            _(
                "Ejaan belum diperiksa: komputer ini tidak punya kamus Indonesia. Pasang paket hunspell-id "
                "(Linux), atau taruh id_ID.aff dan id_ID.dic di folder kamus sistem; pemeriksaan lain "
                "tetap jalan."
            ),
            "kecil",
            "temuan",
        )
        self.no_dictionary.setWordWrap(True)
        self.no_dictionary.hide()
        self.add(self.news)
        self.add(self.no_dictionary)
        self.toggles: dict[str, Toggle] = {}
        for heading, checks in check_words().items():
            self.add(Label(look, heading, "panel"))
            for name, words in checks.items():
                toggle = self.toggles[name] = Toggle(look, words.words, note=words.does)
                toggle.setEnabled(False)
                toggle.toggled.connect(partial(self._switch, name))
                self.add(toggle)
        self._add_limits()
        self._add_words()
        self._add_pairs()

    def _add_limits(self) -> None:
        self.add(Label(self.look, _("Batas"), "panel"))
        self.limits = {
            "breath_syllables": Field(self.look, _("Satu napas, dalam suku kata")),
            "most_figures": Field(self.look, _("Paling banyak angka dalam satu kalimat")),
            "months_without_year": Field(self.look, _("Berapa bulan tanggal boleh tanpa tahun")),
        }
        for name, field in self.limits.items():
            field.setEnabled(False)
            field.finished.connect(partial(self._limit, name))
            self.add(field)

    def _add_words(self) -> None:
        self.add(Label(self.look, _("Kamus redaksi"), "panel"))
        self.word = Field(
            self.look, _("Kata baru"), note=_("Tidak lagi ditandai sebagai salah ejaan. Enter menambahkan.")
        )
        self.word.edit.returnPressed.connect(self._add_word)
        self.words = TwoLineList(self.look, _("Kamus redaksi"))
        self.words.setToolTip(_("Delete mengeluarkan kata dari daftar"))
        self.words.taken_away.connect(self._remove_word)
        self.add_close(self.word, self.words)

    def _add_pairs(self) -> None:
        self.add(Label(self.look, _("Pasangan kata redaksi"), "panel"))
        self.wrong = Field(self.look, _("Yang salah"), placeholder="balaikota")
        self.right = Field(self.look, _("Yang benar"), placeholder="balai kota")
        self.pair = Button(self.look, _("Tambahkan"), Kind.PLAIN)
        self.pair.clicked.connect(self._add_pair)
        self.right.edit.returnPressed.connect(self._add_pair)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.wrong)
        row.addWidget(self.right)
        self.pairs = TwoLineList(self.look, _("Pasangan kata redaksi"))
        self.pairs.setToolTip(_("Delete mengeluarkan pasangan dari daftar"))
        self.pairs.taken_away.connect(self._remove_pair)
        self.add_close(both, self.pair, self.pairs)

    # ------------------------------------------------------------ showing

    def fill(self) -> None:
        """Ask what is settled, and whether this computer has a dictionary."""
        newsroom = self.newsroom
        if newsroom is None:
            return

        def ask() -> tuple[Settled, bool]:
            from newsdesk.services.checking import has_dictionary

            return newsroom.checks.settled(), has_dictionary()

        self.tasks.run(ask, self._show, self.tell)

    def _show(self, answer: tuple[Settled, bool]) -> None:
        settled, spelled = answer
        self._settled, self._filling = settled, True
        for name, toggle in self.toggles.items():
            toggle.setChecked(name not in settled.choice.without)
            toggle.setEnabled(True)
        for name, field in self.limits.items():
            if not field.edit.hasFocus():
                field.set_text(str(getattr(settled.choice, name)))
            field.setEnabled(True)
        self.words.show_rows(
            [TwoLineRow(i, "spell-check", one.word, one.by) for i, one in enumerate(settled.words)]
        )
        self.pairs.show_rows(
            [
                TwoLineRow(i, "spell-check", f"{one.wrong} → {one.right}", one.by)
                for i, one in enumerate(settled.pairs)
            ]
        )
        self.no_dictionary.setVisible(not spelled)
        self._filling = False

    # ------------------------------------------------------------ changing

    def _switch(self, name: str, on: bool) -> None:
        newsroom = self.newsroom
        if newsroom is None or self._filling:
            return

        def change(choice: Choice) -> Choice:
            return replace(choice, without=choice.without - {name} if on else choice.without | {name})

        self.do(lambda: newsroom.checks.choose(change))

    def _limit(self, name: str, text: str) -> None:
        from newsdesk.services.checks import LIMITS

        newsroom, settled = self.newsroom, self._settled
        if newsroom is None or settled is None or text.strip() == str(getattr(settled.choice, name)):
            self.limits[name].set_wrong("")
            return
        fewest, most = LIMITS[name]
        number = int(text) if text.strip().isascii() and text.strip().isdigit() else -1
        if not fewest <= number <= most:
            self.limits[name].set_wrong(
                _("Angka dari {fewest} sampai {most}.").format(fewest=fewest, most=most)
            )
            return
        self.limits[name].set_wrong("")
        self.do(lambda: newsroom.checks.choose(lambda choice: replace(choice, **{name: number})))

    def _add_word(self) -> None:
        newsroom, word = self.newsroom, self.word.text().strip()
        if newsroom is None or not word:
            return

        def refused(error: NewsdeskError) -> None:
            self.word.set_wrong(sentence(error))

        def added(_settled: Settled) -> str:
            self.word.set_text("")
            self.word.set_wrong("")
            return _("“{word}” masuk kamus redaksi.").format(word=word)

        self.do(
            lambda: newsroom.checks.add_word(word),
            added,
            lambda _settled: newsroom.checks.remove_word(word),
            refused,
        )

    def _remove_word(self, place: int) -> None:
        newsroom, settled = self.newsroom, self._settled
        if newsroom is None or settled is None:
            return
        word = settled.words[place].word
        self.do(
            lambda: newsroom.checks.remove_word(word),
            lambda _settled: _("“{word}” keluar dari kamus redaksi.").format(word=word),
            lambda _settled: newsroom.checks.add_word(word),
        )

    def _add_pair(self) -> None:
        newsroom, wrong, right = self.newsroom, self.wrong.text(), self.right.text()
        if newsroom is None:
            return

        def refused(error: NewsdeskError) -> None:
            self.right.set_wrong(sentence(error))

        def added(_settled: Settled) -> str:
            for field in (self.wrong, self.right):
                field.set_text("")
                field.set_wrong("")
            return _("“{wrong}” kini ditandai.").format(wrong=wrong)

        self.do(
            lambda: newsroom.checks.add_pair(wrong, right),
            added,
            lambda _settled: newsroom.checks.remove_pair(wrong),
            refused,
        )

    def _remove_pair(self, place: int) -> None:
        newsroom, settled = self.newsroom, self._settled
        if newsroom is None or settled is None:
            return
        pair = settled.pairs[place]
        self.do(
            lambda: newsroom.checks.remove_pair(pair.wrong),
            lambda _settled: _("“{word}” keluar dari pasangan kata redaksi.").format(word=pair.wrong),
            lambda _settled: newsroom.checks.add_pair(pair.wrong, pair.right),
        )
