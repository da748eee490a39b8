"""Atur, Hukum: the dated rules of law and ethics, as this newsroom has them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.i18n import _
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.field import Field, Label
from newsdesk.ui.components.toggle import Toggle
from newsdesk.ui.components.two_line_rows import TwoLineList, TwoLineRow
from newsdesk.ui.settings.live_section import LiveSection
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.domain.checking import EditedRule, RuleText, Settled
    from newsdesk.errors import NewsdeskError
    from newsdesk.ui.look import Look
    from newsdesk.ui.tasks import Tasks

_WORDS = ("topic", "together", "unless")
_LINES = ("says", "instrument", "article", "quote", "checked")


class LawSection(LiveSection):
    """The rules in their order; one is edited under the list, and put back to the built-in one by one act."""

    def __init__(
        self, look: Look, tasks: Tasks, now: Callable[[], datetime], changed: Callable[[], None]
    ) -> None:
        super().__init__(
            look,
            _("Hukum"),
            _(
                "Aturan yang dirujuk temuan hukum dan etika, dengan tanggal pemeriksaannya. Bukan nasihat "
                "hukum; yang diubah redaksi ini bisa dikembalikan ke bawaan."
            ),
            tasks,
            changed,
        )
        self._now = now
        self._rules: Sequence[RuleText] = ()
        self._edited: dict[str, EditedRule] = {}
        self._open = ""
        self.list = TwoLineList(look, _("Aturan hukum dan etika"), marks_always=True)
        self.list.setToolTip(_("Enter mengubah aturan"))
        self.list.entered.connect(self.open_rule)
        self.list.pointed.connect(self.open_rule)
        self.add(self.news)
        self.add(self.list)
        self.form = QWidget()
        column = QVBoxLayout(self.form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.who = Label(look, "", "kecil", "text_3")
        self.applies = Toggle(look, _("Aturan ini berlaku di redaksi kami"))
        by_comma = _("Dipisah koma.")
        self.fields = {
            "topic": Field(look, _("Kata pemicu"), note=by_comma),
            "together": Field(look, _("Bersama salah satu kata ini"), note=by_comma),
            "unless": Field(look, _("Kecuali ada kata ini"), note=by_comma),
            "says": Field(look, _("Kalimat di temuan")),
            "instrument": Field(look, _("Aturan")),
            "article": Field(look, _("Pasal")),
            "quote": Field(look, _("Bunyinya")),
            "checked": Field(look, _("Terakhir diperiksa"), placeholder="2026-11-21"),
        }
        self.save = Button(look, _("Simpan aturan"), Kind.PRIMARY)
        self.save.clicked.connect(self._save)
        self.back = Button(look, _("Kembalikan ke bawaan"), Kind.PLAIN, icon="undo-2")
        self.back.clicked.connect(self._put_back)
        self.leave = Button(look, _("Batal"), Kind.GHOST)
        self.leave.clicked.connect(self._leave)
        column.addWidget(self.who)
        column.addWidget(self.applies)
        for field in self.fields.values():
            column.addWidget(field)
        buttons = QHBoxLayout()
        for button in (self.save, self.back, self.leave):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self.form.hide()
        self.add(self.form)

    def fill(self) -> None:
        """Ask for the built-in rules and for what the newsroom has of its own."""
        newsroom = self.newsroom
        if newsroom is None:
            return

        def show(answer: tuple[tuple[RuleText, ...], Settled]) -> None:
            self._rules = answer[0]
            self._edited = {one.text.id: one for one in answer[1].rules}
            self.list.show_rows([self._row(i, rule) for i, rule in enumerate(self._rules)])

        self.tasks.run(lambda: (newsroom.checks.rules(), newsroom.checks.settled()), show, self.tell)

    def _row(self, place: int, built_in: RuleText) -> TwoLineRow:
        edited = self._edited.get(built_in.id)
        rule = edited.text if edited is not None else built_in
        state = _("tidak berlaku") if rule.off else _("diubah") if edited is not None else rule.checked
        return TwoLineRow(place, "scale", f"{rule.instrument}, {rule.article}", rule.says, state)

    def open_rule(self, place: int) -> None:
        """Show a rule to be edited."""
        built_in = self._rules[place]
        edited = self._edited.get(built_in.id)
        rule = edited.text if edited is not None else built_in
        self._open = rule.id
        self.applies.setChecked(not rule.off)
        for name, field in self.fields.items():
            value = getattr(rule, name)
            field.set_text(", ".join(value) if name in _WORDS else value)
            field.edit.setCursorPosition(0)
            field.set_wrong("")
            field.setVisible(name not in _WORDS or bool(built_in.topic))
        self.who.setVisible(edited is not None)
        if edited is not None:
            at = edited.at.astimezone(self._now().tzinfo)
            day = f"{at.day}/{at.month}/{at.year}"
            self.who.setText(_("Diubah {who}, {day}.").format(who=edited.by, day=day))
        self.back.setVisible(edited is not None)
        self.form.show()
        self.applies.setFocus()

    def _save(self) -> None:
        newsroom = self.newsroom
        built_in = next((rule for rule in self._rules if rule.id == self._open), None)
        if newsroom is None or built_in is None:
            return
        words = {name: tuple(self.fields[name].text().split(",")) for name in _WORDS}
        lines = {name: self.fields[name].text() for name in _LINES}
        rule = built_in._replace(**words, **lines, off=not self.applies.isChecked())
        before = self._edited.get(rule.id)

        def refused(error: NewsdeskError) -> None:
            self.fields["checked"].set_wrong(sentence(error))
            self.form.show()

        def take_back(_settled: Settled) -> Settled:
            checks = newsroom.checks
            return checks.edit_rule(before.text) if before is not None else checks.put_back_rule(rule.id)

        def kept(_settled: Settled) -> str:
            self._leave()
            return _("Aturan disimpan untuk redaksi ini.")

        self.do(lambda: newsroom.checks.edit_rule(rule), kept, take_back, refused)

    def _put_back(self) -> None:
        newsroom, before = self.newsroom, self._edited.get(self._open)
        if newsroom is None or before is None:
            return
        self._leave()
        self.do(
            lambda: newsroom.checks.put_back_rule(before.text.id),
            lambda _settled: _("Aturan kembali seperti bawaan."),
            lambda _settled: newsroom.checks.edit_rule(before.text),
        )

    def _leave(self) -> None:
        self.form.hide()
        self.list.setFocus()
