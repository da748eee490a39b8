"""What signing in must not tell, keep or leave open; on both databases."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from newsdesk.domain.people import Role
from newsdesk.errors import LoginTaken, NotAllowed, PasswordTooPlain, WrongPassword
from newsdesk.services.accounts import Accounts
from newsdesk.services.passwords import Passwords, refuse_weak
from newsdesk.storage import tables as t
from tests.newsrooms import QUICK, Building, Desk

GOOD = "ombak laut selatan"
OTHER = "angin bukit utara"


class Counted(Passwords):
    """Argon2 as it is, counting how often it is asked."""

    def __init__(self) -> None:
        super().__init__(memory=64, rounds=1)
        self.asked = 0

    def fits(self, kept: str, password: str) -> bool:
        self.asked += 1
        return super().fits(kept, password)


@pytest.fixture
def office(desk: Desk) -> Desk:
    """Give the desk of a newsroom where one signs in; Ipang, who set it up, is at it."""
    desk.accounts.begin_with("Ipang Harwoko", "ipang", GOOD)
    return desk


def test_a_login_that_nobody_has_takes_as_long_as_a_wrong_password(office: Desk) -> None:
    passwords = Counted()
    accounts = Accounts(office.storage, office.people, passwords=passwords)
    left = office.accounts.add("Rani", "rani", OTHER, [Role.REPORTER])
    office.accounts.change(left.id, active=False)
    for asked, login in enumerate(("ipang", "siapa", "rani"), 1):
        with pytest.raises(WrongPassword):
            accounts.sign_in(login, "salah sekali")
        assert passwords.asked == asked


def test_what_is_typed_for_a_login_is_kept_nowhere_however_long_it_is(office: Desk) -> None:
    # It may be a password, or the clipboard, in the wrong field.
    pasted = "".join(f"{n:x}" for n in range(40_000))
    for typed in ("Rahasia Saya 17", pasted):
        for _ in range(2):
            with pytest.raises(WrongPassword) as failure:
                office.accounts.sign_in(typed, GOOD)
            assert failure.value.wait == 0
        with pytest.raises(WrongPassword) as failure:
            office.accounts.sign_in(typed.upper(), GOOD)
        assert failure.value.wait == 2
    with office.storage.database.engine.begin() as connection:
        kept = " ".join(map(str, connection.execute(sa.select(t.failed_sign_ins)).all()))
    assert "rahasia" not in kept.lower()
    assert len(kept) < 1000


def test_a_desk_is_unlocked_by_its_person_whatever_their_login_is_by_now(
    office: Desk, building: Building
) -> None:
    rani = office.accounts.add("Rani", "rani", OTHER, [Role.REPORTER])
    her = building.desk("lab")
    her.accounts.sign_in("rani", OTHER)
    her.accounts.lock()
    office.accounts.change(rani.id, login="puspita")
    office.accounts.add("Rani Dua", "rani", GOOD, [Role.EDITOR])
    with pytest.raises(WrongPassword):  # the other's, who has that login now
        her.accounts.unlock(GOOD)
    with pytest.raises(WrongPassword):
        her.accounts.change_password(GOOD, "hujan sawah barat")
    assert her.accounts.locked
    her.accounts.unlock(OTHER)
    assert (her.accounts.locked, her.people.me().id) == (False, rani.id)


def test_who_left_changes_nothing_of_their_own_either(office: Desk, building: Building) -> None:
    rani = office.accounts.add("Rani", "rani", OTHER, [Role.ADMINISTRATOR])
    her = building.desk("lab")
    her.accounts.sign_in("rani", OTHER)
    assert her.people.rename(her.people.me(), "Rani Puspita").name == "Rani Puspita"
    office.accounts.change(rani.id, active=False)
    with pytest.raises(NotAllowed):
        her.people.rename(her.people.me(), "Dewi Lestari")
    with pytest.raises(NotAllowed):
        her.people.set_rate(her.people.me(), 900)
    with pytest.raises(WrongPassword):
        her.accounts.change_password(OTHER, "hujan sawah barat")
    with pytest.raises(WrongPassword):
        her.accounts.unlock(OTHER)


def test_a_password_of_any_bytes_is_taken_and_told(desk: Desk) -> None:
    # What a shell gives that knows no UTF-8.
    broken = "ombak laut \udcffselatan"
    desk.accounts.begin_with("Ipang", "ipang", broken)
    with pytest.raises(WrongPassword):
        desk.accounts.unlock(GOOD)
    desk.accounts.unlock(broken)
    with pytest.raises(PasswordTooPlain):
        refuse_weak("\ud800" * 12, [])
    assert QUICK.fits(QUICK.kept("caf\u00e9 di alun-alun"), "cafe\u0301 di alun-alun")


def test_nobody_is_given_the_login_of_another(office: Desk) -> None:
    rani = office.accounts.add("Rani", "rani", OTHER, [Role.REPORTER])
    with pytest.raises(LoginTaken):
        office.accounts.change(rani.id, login="IPANG")
    assert office.accounts.change(rani.id, login="Rani").login == "Rani"
