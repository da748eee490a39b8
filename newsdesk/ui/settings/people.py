"""Atur, Orang: who works here, who may do what, and when an unattended desk is locked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsdesk.domain.people import Act, Mode, Role, may
from newsdesk.errors import TooSoon, WrongPassword
from newsdesk.i18n import _
from newsdesk.ui.account_wording import role_name
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.choice import Choice
from newsdesk.ui.components.field import Label
from newsdesk.ui.components.news_line import NewsLine
from newsdesk.ui.components.two_line_rows import TwoLineList, TwoLineRow
from newsdesk.ui.settings.begin_signing_in import BeginSigningIn
from newsdesk.ui.settings.own_password import OwnPassword
from newsdesk.ui.settings.person import PersonSection
from newsdesk.ui.settings.person_form import Filled, PersonForm
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.domain.people import Person
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.look import Look
    from newsdesk.ui.tasks import Tasks

T = TypeVar("T")
_IDLE = (0, 5, 10, 15, 30, 60)
"""Minutes that are offered; 0 is never."""


class _Known(NamedTuple):
    """What the section shows: asked on the newsroom's lane."""

    mode: Mode
    me: Person
    people: list[Person]
    can_sign_in: set[int]
    idle_minutes: int


class PeopleSection(PersonSection):
    """One's own name and rate first; below, for who may change people, everybody.

    ``changed`` is called when it may be another person, name, mode or time of locking by now.
    """

    def __init__(self, look: Look, tasks: Tasks, changed: Callable[[], None]) -> None:
        super().__init__(look, tasks, changed)
        self._newsroom: Newsroom | None = None
        self._people_by_id: dict[int, Person] = {}
        self.news = NewsLine(look)
        # It comes and goes by itself: what is below must not move away under the mouse.
        room = self.news.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.news.setSizePolicy(room)
        self.begin = BeginSigningIn(look)
        self.own_password = OwnPassword(look)
        self.everybody = _Everybody(look)
        for part in (self.news, self.begin, self.everybody, self.own_password):
            self.add(part)
        for part in (self.begin, self.everybody, self.own_password):
            part.hide()
        self.begin.alone.connect(self._begin_alone)
        self.begin.several.connect(self._begin_with)
        self.own_password.wanted.connect(self._change_password)
        self.everybody.list.entered.connect(self._open)
        self.everybody.form.kept.connect(self._keep)
        self.everybody.form.archived.connect(self._archive)
        self.everybody.idle.chosen.connect(self._set_idle)

    def opened(self, newsroom: Newsroom) -> None:
        """Show this newsroom's people from now on."""
        super().opened(newsroom)
        self._newsroom = newsroom
        self.news.clear()
        if self.isVisible():
            self.fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Show how it stands now."""
        super().showEvent(event)
        self.fill()

    def begin_with_several(self) -> None:
        """Open the form of the first administrator."""
        self.begin.open_form()

    def fill(self) -> None:
        """Ask who works here."""
        newsroom = self._newsroom
        if newsroom is None:
            return

        def ask() -> _Known:
            accounts, people = newsroom.accounts, newsroom.people
            return _Known(
                accounts.mode(), people.me(), people.listed(), accounts.can_sign_in(), accounts.idle_minutes()
            )

        self._tasks.run(ask, self._show_known, self._tell)

    def _show_known(self, known: _Known) -> None:
        signs_in = known.mode is Mode.SIGN_IN
        begun = signs_in and not self.begin.isHidden() and self.begin.holds_keyboard()
        self.begin.setVisible(not signs_in)
        self.begin.show_mode(known.mode, known.me.name)
        self.own_password.setVisible(signs_in and known.me.id in known.can_sign_in)
        self.everybody.setVisible(signs_in)
        self._people_by_id = {person.id: person for person in known.people}
        self.everybody.show_people(
            known.people, known.can_sign_in, known.idle_minutes, may_change=may(known.me, Act.PEOPLE)
        )
        if begun:
            self.everybody.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ how the newsroom knows people

    def _begin_alone(self) -> None:
        newsroom, name = self._open_one(), self.name.text()
        words = _("Redaksi ini dipakai satu orang, tanpa kata sandi.")
        self._do(lambda: newsroom.accounts.begin_alone(name), lambda _person: words)

    def _begin_with(self, name: str, login: str, password: str) -> None:
        newsroom = self._open_one()
        words = _("Anda administrator. Tambahkan orang lain di bawah.")
        self._do(
            lambda: newsroom.accounts.begin_with(name, login, password),
            lambda _person: words,
            self.begin.refuse,
        )

    def _change_password(self, old: str, new: str) -> None:
        newsroom = self._open_one()

        def said(_nothing: None) -> str:
            self.own_password.clear()
            return _("Kata sandi Anda diganti")

        def refused(error: NewsdeskError) -> None:
            self.own_password.refuse(sentence(error), old=isinstance(error, WrongPassword | TooSoon))

        self._do(lambda: newsroom.accounts.change_password(old, new), said, refused)

    def _set_idle(self, minutes: str) -> None:
        newsroom = self._open_one()
        words = _("Waktu kunci disimpan")
        self._do(lambda: newsroom.accounts.set_idle_minutes(int(minutes)), lambda _nothing: words)

    # ------------------------------------------------------------ everybody

    def _open(self, person_id: int) -> None:
        person = self._people_by_id.get(person_id)
        if person is not None and self.everybody.may_change:
            self.everybody.form.open_person(person)

    def _keep(self, filled: Filled) -> None:
        newsroom = self._open_one()

        def work() -> str:
            accounts = newsroom.accounts
            if not filled.person_id:
                return accounts.add(filled.name, filled.login, filled.password, filled.roles).name
            # The password first: it is what may be refused, and then nothing is changed.
            if filled.password:
                accounts.set_password(filled.person_id, filled.password)
            changed = accounts.change(filled.person_id, filled.name, filled.roles, login=filled.login)
            return changed.name

        def said(name: str) -> str:
            self.everybody.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.everybody.form.close_form()
            words = _("{name} disimpan") if filled.person_id else _("{name} ditambahkan")
            return words.format(name=name)

        self._do(work, said, self._refused)

    def _archive(self, person_id: int, archive: bool) -> None:
        newsroom = self._open_one()

        def said(person: Person) -> str:
            self.everybody.form.close_form()
            words = _("{name} diarsipkan dan tidak bisa masuk lagi") if archive else _("{name} bekerja lagi")
            return words.format(name=person.name)

        self._do(
            lambda: newsroom.accounts.change(person_id, active=not archive),
            said,
            self._refused,
            undo=lambda: self._archive(person_id, not archive),
        )

    def _refused(self, error: NewsdeskError) -> None:
        if not self.everybody.form.refuse(error):
            self._tell(error)

    # ------------------------------------------------------------ inside

    def _open_one(self) -> Newsroom:
        assert self._newsroom is not None  # nothing is shown that could be pressed before it is open
        return self._newsroom

    def _do(
        self,
        work: Callable[[], T],
        words: Callable[[T], str],
        refused: Callable[[NewsdeskError], None] | None = None,
        undo: Callable[[], None] | None = None,
    ) -> None:
        def done(result: T) -> None:
            told = words(result)
            self.news.tell(told, act=_("Urungkan") if undo else "", run=undo, stays=undo is not None)
            self.fill()
            if self._newsroom is not None:
                super(PeopleSection, self).opened(self._newsroom)
            self._changed()

        self._tasks.run(work, done, refused or self._tell)

    def _tell(self, error: NewsdeskError) -> None:
        self.news.tell(sentence(error), icon="circle-alert", token="temuan", stays=True)


class _Everybody(QWidget):
    """The list of people, the form of one, and when to lock."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.may_change = False
        self.list = TwoLineList(look, _("Orang di redaksi"), marks_always=True, most=8)
        self.change_button = Button(look, _("Ubah"), Kind.STRONG, key="Return", small=True)
        self.change_button.clicked.connect(self._change)
        self.add_button = Button(look, _("Tambah orang"), Kind.STRONG, icon="user-plus", small=True)
        self.form = PersonForm(look)
        self.add_button.clicked.connect(self.form.open_new)
        self.form.left.connect(partial(self.list.setFocus))
        self.idle = Choice(
            look,
            _("Kunci layar yang ditinggalkan"),
            note=_("Tidak pernah terkunci selama siaran. Berlaku untuk semua komputer redaksi ini."),
        )
        self._not_yours = Label(look, _("Hanya administrator yang bisa mengubah orang."), "kecil", "text_3")
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.change_button)
        acts.addWidget(self.add_button)
        acts.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label(look, _("Orang di redaksi ini"), "panel"))
        column.addWidget(self.list)
        column.addLayout(acts)
        column.addWidget(self._not_yours)
        column.addWidget(self.form)
        column.addSpacing(12)
        column.addWidget(self.idle)

    def show_people(
        self, people: list[Person], can_sign_in: set[int], idle_minutes: int, *, may_change: bool
    ) -> None:
        """Show everybody, who is archived last."""
        self.may_change = may_change
        ordered = sorted(people, key=lambda person: not person.active)
        self.list.show_rows([_row(person, signs_in=person.id in can_sign_in) for person in ordered])
        for part in (self.change_button, self.add_button, self.idle):
            part.setVisible(may_change)
        self._not_yours.setVisible(not may_change)
        minutes = sorted({*_IDLE, idle_minutes})
        self.idle.offer([(str(n), _idle_words(n)) for n in minutes], str(idle_minutes))

    def _change(self) -> None:
        rows, at = self.list.rows(), max(0, self.list.currentIndex().row())
        if rows:
            self.list.entered.emit(rows[at].key)


def _row(person: Person, *, signs_in: bool) -> TwoLineRow:
    roles = ", ".join(role_name(role) for role in Role if role in person.roles) or _("hanya membaca")
    right = ""
    if not person.active:
        right = _("diarsipkan")
    elif not signs_in:
        right = _("belum punya kata sandi")
    icon = "user" if person.active else "archive"
    return TwoLineRow(person.id, icon, person.name, f"{person.login}: {roles}", right)


def _idle_words(minutes: int) -> str:
    if not minutes:
        return _("Tidak pernah")
    return _("Setelah {n} menit tidak dipakai").format(n=minutes)
