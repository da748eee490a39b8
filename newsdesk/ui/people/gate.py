"""Stands between an opened newsroom and its pages: who is at this desk, and who may see into it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from newsdesk.errors import TooSoon, WrongPassword
from newsdesk.i18n import _
from newsdesk.ui.commands import Command
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from newsdesk.domain.people import Mode, Person
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.look import Look
    from newsdesk.ui.people.idle import IdleWatch
    from newsdesk.ui.people.sign_in import SignIn
    from newsdesk.ui.preferences import Preferences
    from newsdesk.ui.tasks import Tasks


class House(Protocol):
    """What the gate stands before: the window with its pages."""

    def enter(self, newsroom: Newsroom) -> None:
        """Show the newsroom's pages."""
        ...

    def leave(self) -> None:
        """Put every word on the lanes and close the pages."""
        ...

    @property
    def unkept(self) -> bool:
        """Whether words stand there that neither the database nor the disk has kept."""
        ...

    def cover(self, by: QWidget) -> None:
        """Show nothing but this, to eyes and screen readers alike."""
        ...

    def uncover(self) -> None:
        """Show everything again."""
        ...

    def show_person(self, name: str) -> None:
        """Show who is signed in; "" for nobody."""
        ...

    def choose_newsroom(self, at: QWidget) -> None:
        """Offer other newsrooms in a menu at this button."""
        ...


class _Desk(NamedTuple):
    """How things stand in the newsroom: asked on its lane."""

    mode: Mode
    person: Person | None
    idle_minutes: int


class Gate(QObject):
    """Lets people in, locks and unlocks; without signing in (:class:`Mode`) it stands open.

    ``keep`` puts on this computer at once what is being typed. :attr:`busy` says that this is no moment to
    lock: somebody is on air. :attr:`settled` comes when it may be another person or another mode by now.
    """

    settled = Signal()

    def __init__(self, look: Look, tasks: Tasks, preferences: Preferences, keep: Callable[[], None]) -> None:
        super().__init__()
        self._look = look
        self._tasks = tasks
        self._preferences = preferences
        self._keep = keep
        self._house: House | None = None
        self._newsroom: Newsroom | None = None
        self._view: SignIn | None = None
        self._idle: IdleWatch | None = None
        self._inside = False
        self.person: Person | None = None
        """Who is signed in; None where nobody is, and where nobody needs to be."""
        self.covered = False
        """Whether the newsroom cannot be seen now."""
        self.busy: Callable[[], bool] = lambda: False
        preferences.changed.connect(self._preference_changed)

    def stand_before(self, house: House) -> None:
        """Take one's place."""
        self._house = house

    def opened(self, newsroom: Newsroom) -> None:
        """A newsroom is open: let the person in, or ask who it is."""
        self._newsroom = newsroom
        self._inside = False
        self._person_is(None)
        from newsdesk.domain.people import Mode

        # It was asked when the newsroom was opened, on the lane: no database is asked here.
        if newsroom.people.mode() is Mode.SIGN_IN:
            self._ask()
        else:
            self._let_in(newsroom, None)

    def closed(self) -> None:
        """The newsroom is closed, or about to be: nobody is signed in."""
        self._newsroom = None
        self._inside = False
        self._person_is(None)
        self._uncover()

    def follow(self) -> None:
        """Look anew who is signed in and when to lock: somebody changed it."""
        newsroom = self._newsroom
        if newsroom is None or not self._inside:
            return

        from newsdesk.domain.people import Mode

        def ask() -> _Desk:
            mode = newsroom.accounts.mode()
            if mode is not Mode.SIGN_IN:
                return _Desk(mode, None, 0)
            return _Desk(mode, newsroom.people.me(), newsroom.accounts.idle_minutes())

        def show(desk: _Desk) -> None:
            if newsroom is self._newsroom and self._inside:
                self._person_is(desk.person)
                self._watch(desk.idle_minutes)
                self.settled.emit()

        self._tasks.run(ask, show, lambda _error: None)  # it is asked again at the next change

    # ------------------------------------------------------------ what a person can do

    def commands(self) -> list[Command]:
        """Return what can be done about who is at this desk."""
        return [
            Command("lock", _("Kunci"), "lock", self.lock, "lock", when=self._is_somebody),
            Command(
                "person.change",
                _("Ganti orang"),
                "users",
                self.change_person,
                "person.change",
                when=self._is_somebody,
            ),
        ]

    def lock(self) -> None:
        """Cover everything until the person unlocks it; every word stays where it is, and is kept."""
        newsroom, person = self._newsroom, self.person
        if newsroom is None or person is None or self.covered or self.busy():
            return
        self._keep()
        view = self._made()
        view.ask_again(person.name)
        self._cover(view)
        self._tasks.run(newsroom.accounts.lock, lambda _nothing: None, self._refuse)

    def change_person(self) -> None:
        """Close everything this person has open, with every word kept, and ask who comes."""
        newsroom, house, person = self._newsroom, self._house, self.person
        if newsroom is None or house is None or person is None or self.busy():
            return
        view = self._made()
        if house.unkept:
            view.ask_again(person.name)
            self._cover(view)
            view.refuse(
                _("Tulisan terakhir belum tersimpan di mana pun. Buka kunci, salin dulu, lalu ganti orang.")
            )
            return
        if self._inside:
            house.leave()  # before the other person comes: what is on the lanes by now is still this one's
            self._inside = False

        self._person_is(None)
        self._ask()  # at once: who comes may type, and the lane keeps its order

        def stayed(error: NewsdeskError) -> None:
            if newsroom is self._newsroom and not self._inside:
                self._person_is(person)
                view.ask_again(person.name)
                view.refuse(sentence(error))

        self._tasks.run(newsroom.accounts.sign_out, lambda _nothing: None, stayed)

    # ------------------------------------------------------------ coming in

    def _sign_in(self, login: str, password: str) -> None:
        newsroom = self._newsroom
        if newsroom is None:
            return

        def came(person: Person) -> None:
            if newsroom is self._newsroom:
                self._let_in(newsroom, person)

        self._tasks.run(lambda: newsroom.accounts.sign_in(login, password), came, self._refuse)

    def _unlock(self, password: str) -> None:
        newsroom = self._newsroom
        if newsroom is None:
            return

        def unlocked(_nothing: None) -> None:
            if newsroom is self._newsroom:
                self._let_in(newsroom, self.person)

        self._tasks.run(lambda: newsroom.accounts.unlock(password), unlocked, self._refuse)

    def _let_in(self, newsroom: Newsroom, person: Person | None) -> None:
        house = self._house
        assert house is not None  # it stands before a house since the window was made
        if not self._inside:
            self._inside = True
            house.enter(newsroom)
        self._person_is(person)
        self._uncover()
        self.follow()

    def _ask(self) -> None:
        newsroom = self._newsroom
        if newsroom is not None:
            view = self._made()
            view.ask(newsroom.name)
            self._cover(view)

    def _refuse(self, error: NewsdeskError) -> None:
        if self._view is not None and self.covered:
            wait = error.wait if isinstance(error, WrongPassword | TooSoon) else 0
            self._view.refuse(sentence(error), wait)

    # ------------------------------------------------------------ inside

    def _is_somebody(self) -> bool:
        return self.person is not None and not self.covered

    def _person_is(self, person: Person | None) -> None:
        self.person = person
        if person is None:
            self._watch(0)
        if self._house is not None:
            self._house.show_person(person.name if person else "")

    def _watch(self, minutes: int) -> None:
        if self._idle is None and minutes:
            from newsdesk.ui.people.idle import IdleWatch

            application = QGuiApplication.instance()
            assert isinstance(application, QGuiApplication)
            self._idle = IdleWatch(application, lambda: self.busy())
            self._idle.idle.connect(self.lock)
        if self._idle is not None:
            self._idle.start(minutes)

    def _cover(self, view: SignIn) -> None:
        if not self.covered and self._house is not None:
            self.covered = True
            self._house.cover(view)
        view.focus()

    def _uncover(self) -> None:
        if self.covered and self._house is not None:
            self.covered = False
            self._house.uncover()
            if self._view is not None:  # a password stays in no field
                self._view.forget()

    def _made(self) -> SignIn:
        if self._view is None:
            from newsdesk.ui.people.sign_in import SignIn

            settings = self._preferences.settings
            self._view = SignIn(self._look, settings.station, settings.zone)
            self._view.signed.connect(self._sign_in)
            self._view.unlocked.connect(self._unlock)
            self._view.other_person.connect(self.change_person)
            self._view.other_newsroom.connect(self._other_newsroom)
        return self._view

    def _other_newsroom(self) -> None:
        if self._house is not None and self._view is not None:
            self._house.choose_newsroom(self._view.newsroom)

    def _preference_changed(self, name: str) -> None:
        if self._view is not None and name in ("station", "zone"):
            settings = self._preferences.settings
            self._view.set_place(settings.station, settings.zone)
