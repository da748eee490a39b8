"""Atur, Orang: who works here is settled once, and then kept by who may."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsdesk.domain.people import Mode, Role
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.people.gate import Gate
from newsdesk.ui.settings.people import PeopleSection
from tests.ui.fakes import FakePage
from tests.ui.people.conftest import PASSWORD, RANIS
from tests.ui.people.test_gate import everything_said, sign_in


@pytest.fixture
def section(window: MainWindow) -> PeopleSection:
    """The section in a newsroom where nothing is settled yet."""
    window.open("Redaksi")
    window.show_settings("person")
    return window.findChild(PeopleSection)


@pytest.fixture
def administered(signing_in, window: MainWindow) -> PeopleSection:
    """The section as the administrator sees it."""
    window.open("Redaksi")
    sign_in(window, "dewi", PASSWORD)
    window.show_settings("person")
    return window.findChild(PeopleSection)


def person(page: FakePage, login: str):
    return next(one for one in page.newsroom.people.listed() if one.login == login)


def open_row(section: PeopleSection, name: str) -> None:
    rows = section.everybody.list.rows()
    at = next(i for i, row in enumerate(rows) if row.name == name)
    section.everybody.list.setCurrentIndex(section.everybody.list.model().index(at, 0))
    QTest.keyClick(section.everybody.list, Qt.Key.Key_Return)


def test_one_person_without_a_password_is_said_plainly_and_kept(section, page: FakePage) -> None:
    assert "siapa pun yang membuka komputer ini bisa" in everything_said(section)
    section.begin.alone_button.click()
    assert page.newsroom.accounts.mode() is Mode.ALONE
    assert section.begin.alone_button.isHidden()
    assert "tanpa kata sandi" in section.news.sentence


def test_the_first_administrator_is_made_here_and_is_signed_in(section, page, gate: Gate) -> None:
    section.begin.several_button.click()
    form = section.begin
    for name, login, password, again, told in (
        ("", "dewi", PASSWORD, PASSWORD, "nama"),
        ("Dewi", "", PASSWORD, PASSWORD, "Nama masuk masih kosong"),
        ("Dewi", "dewi", "pendek", "pendek", "terlalu pendek"),
        ("Dewi", "dewi", PASSWORD, "lain sama sekali", "belum sama"),
    ):
        form.name.set_text(name)
        form.login.set_text(login)
        form.password.set_text(password)
        form.again.set_text(again)
        form.begin_button.click()
        assert told in everything_said(form)
        assert form.isVisible()
    assert page.newsroom.accounts.mode() is Mode.UNDECIDED
    form.name.set_text("Dewi Lestari")
    form.again.set_text(PASSWORD)
    QTest.keyClick(form.again.edit, Qt.Key.Key_Return)
    assert page.newsroom.accounts.mode() is Mode.SIGN_IN
    assert not gate.covered
    assert gate.person is not None
    assert gate.person.name == "Dewi Lestari"
    assert form.isHidden()
    assert section.everybody.isVisible()
    assert section.everybody.add_button.hasFocus()


def test_somebody_is_added_changed_and_archived(administered: PeopleSection, page: FakePage, gate) -> None:
    section = administered
    section.everybody.add_button.click()
    form = section.everybody.form
    assert form.name.edit.hasFocus()
    form.name.set_text("Sinta Ayu")
    form.login.set_text("sinta")
    form.password.set_text("sepeda onthel biru")
    form.roles[Role.REPORTER].setChecked(False)
    form.roles[Role.ANNOUNCER].setChecked(True)
    QTest.keyClick(form.password.edit, Qt.Key.Key_Return)
    assert person(page, "sinta").roles == {Role.ANNOUNCER}
    assert form.isHidden()
    assert section.everybody.add_button.hasFocus()  # and not the next setting, which a key would change

    open_row(section, "Rani Puspita")
    form.roles[Role.EDITOR].setChecked(True)
    form.keep_button.click()
    assert person(page, "rani").roles == {Role.REPORTER, Role.EDITOR}

    open_row(section, "Rani Puspita")
    form.archive_button.click()
    assert not person(page, "rani").active
    assert section.everybody.list.rows()[-1].right == "diarsipkan"
    section.news.take_back()
    assert person(page, "rani").active

    # And the time of locking holds at once.
    box = section.everybody.idle.box
    box.setCurrentIndex(box.findData("15"))
    box.activated.emit(box.currentIndex())
    assert page.newsroom.accounts.idle_minutes() == 15
    assert gate._idle is not None


def test_what_the_newsroom_refuses_is_told_where_it_belongs_and_nothing_is_lost(administered, page) -> None:
    section, form = administered, administered.everybody.form
    section.everybody.add_button.click()
    form.name.set_text("Rani Kedua")
    form.login.set_text("rani")
    form.password.set_text("sepeda onthel biru")
    form.keep_button.click()
    assert "sudah dipakai" in everything_said(form)
    assert form.name.text() == "Rani Kedua"
    form.cancel_button.click()

    open_row(section, "Dewi Lestari")
    form.roles[Role.ADMINISTRATOR].setChecked(False)
    form.keep_button.click()
    assert Role.ADMINISTRATOR in person(page, "dewi").roles
    assert "administrator terakhir" in section.news.sentence


def test_one_changes_ones_own_password_with_the_old_one(
    administered: PeopleSection, page, gate, window
) -> None:
    part = administered.own_password
    part.old.set_text("bukan ini sandinya")
    part.new.set_text(RANIS)
    part.again.set_text(RANIS)
    part.button.click()
    assert "tidak cocok" in everything_said(part)
    part.old.set_text(PASSWORD)
    part.button.click()
    assert part.old.text() == ""
    gate.change_person()
    sign_in(window, "dewi", RANIS)
    assert not gate.covered
