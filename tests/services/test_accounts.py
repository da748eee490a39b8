"""Who may come in, as what, and what they may do; on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from newsdesk.domain.people import Act, Mode, Role, may
from newsdesk.domain.story import Script
from newsdesk.errors import (
    AlreadyDecided,
    LastAdministrator,
    LoginTaken,
    NoLogin,
    NoName,
    NotAllowed,
    NotSignedIn,
    PasswordTooPlain,
    PasswordTooShort,
    TooSoon,
    WrongPassword,
)
from newsdesk.services.accounts import Accounts
from newsdesk.services.passwords import refuse_weak
from tests.newsrooms import Building, Desk

GOOD = "ombak laut selatan"
OTHER = "angin bukit utara"
THIRD = "hujan sawah barat"


@pytest.fixture
def office(desk: Desk) -> Desk:
    """Give the desk of a newsroom where one signs in; Ipang, who set it up, is at it."""
    desk.accounts.begin_with("Ipang Harwoko", "ipang", GOOD)
    return desk


def test_a_newsroom_goes_on_as_it_was_until_somebody_settles_how_one_works_in_it(desk: Desk) -> None:
    assert desk.accounts.mode() is Mode.UNDECIDED
    me = desk.people.me()
    assert all(may(me, act) for act in Act)
    for act in Act:
        desk.people.demand(act)
    desk.accounts.lock()
    assert not desk.accounts.locked


def test_alone_one_may_everything_under_the_name_one_gave_and_is_never_asked_again(
    building: Building,
) -> None:
    desk = building.desk(name="")
    before = desk.people.me()
    alone = desk.accounts.begin_alone("  Ipang   Harwoko ")
    assert (alone.id, alone.name) == (before.id, "Ipang Harwoko")
    again = building.desk(name="")
    assert (again.accounts.mode(), again.people.me()) == (Mode.ALONE, alone)
    again.people.demand(Act.KILL)
    with pytest.raises(AlreadyDecided):
        again.accounts.begin_alone("Dewi")


def test_the_first_administrator_keeps_what_they_wrote_and_must_sign_in_next_time(building: Building) -> None:
    desk = building.desk()
    wrote = desk.people.me().id
    first = desk.accounts.begin_with("Ipang", "Pengelola", GOOD)
    assert (first.id, first.roles) == (wrote, frozenset(Role))
    desk.people.demand(Act.PEOPLE)
    again = building.desk()
    with pytest.raises(NotSignedIn):
        again.people.me()
    with pytest.raises(NotSignedIn):
        again.people.demand(Act.WRITE)
    assert again.accounts.sign_in(" pengelola ", GOOD).id == wrote
    assert again.people.me().id == wrote


def test_a_newsroom_of_one_can_become_one_of_several_but_never_back(desk: Desk) -> None:
    desk.accounts.begin_alone("Ipang")
    desk.accounts.begin_with("Ipang", "ipang", GOOD)
    assert desk.accounts.mode() is Mode.SIGN_IN
    for settle in (
        lambda: desk.accounts.begin_alone("Ipang"),
        lambda: desk.accounts.begin_with("I", "i", OTHER),
    ):
        with pytest.raises(AlreadyDecided):
            settle()
    assert desk.people.me().login == "ipang"


def test_two_who_settle_it_in_one_moment_do_not_both(building: Building) -> None:
    one, other = building.desk(), building.desk("dewi", "Dewi")
    other.people.me()
    one.accounts.begin_with("Ipang", "ipang", GOOD)
    with pytest.raises(AlreadyDecided):
        other.accounts.begin_with("Dewi", "dewi", OTHER)
    with pytest.raises(NotSignedIn):  # what she types is still kept; what she does is not hers to do
        other.people.demand(Act.WRITE)
    assert other.people.me().name == "Dewi"


def test_roles_allow_what_the_table_says_and_are_asked_for_anew_each_time(
    office: Desk, building: Building
) -> None:
    dewi = office.accounts.add("Dewi", "dewi", OTHER, [Role.REPORTER])
    her = building.desk("lab")
    her.accounts.sign_in("DEWI", OTHER)
    her.people.demand(Act.WRITE)
    with pytest.raises(NotAllowed):
        her.people.demand(Act.APPROVE)
    office.accounts.change(dewi.id, roles=[Role.EDITOR])
    her.people.demand(Act.APPROVE)
    office.accounts.change(dewi.id, active=False)
    with pytest.raises(NotAllowed):
        her.people.demand(Act.WRITE)
    left = office.people.listed()[0]
    assert (left.name, left.active) == ("Dewi", False)  # whoever left is still a name
    with pytest.raises(WrongPassword):
        her.accounts.sign_in("dewi", OTHER)
    with pytest.raises(NotAllowed):
        her.accounts.add("Rani", "rani", OTHER, [])
    with pytest.raises(NotAllowed):
        her.accounts.change(dewi.id, active=True)
    with pytest.raises(NotAllowed):
        her.accounts.set_password(dewi.id, OTHER)
    with pytest.raises(NotAllowed):
        her.people.rename(office.people.me(), "Bukan Ipang")


def test_who_changed_is_told_apart_from_who_is_changed(office: Desk) -> None:
    dewi = office.accounts.add("Dewi", "dewi", "", [Role.ANNOUNCER])
    changed = office.accounts.change(dewi.id, name="Dewi Lestari", login="lestari")
    assert (changed.name, changed.login, changed.roles) == ("Dewi Lestari", "lestari", {Role.ANNOUNCER})
    assert office.people.me().login == "ipang"
    assert [(one.name, one.active) for one in office.people.listed()] == [
        ("Dewi Lestari", True),
        ("Ipang Harwoko", True),
    ]
    assert office.accounts.can_sign_in() == {office.people.me().id}
    with pytest.raises(WrongPassword):
        office.accounts.sign_in("lestari", "")
    office.accounts.set_password(dewi.id, OTHER)
    assert office.accounts.sign_in("lestari", OTHER).id == dewi.id


def test_logins_names_and_passwords_that_cannot_be_used_are_refused(office: Desk) -> None:
    add = office.accounts.add
    for refused, name, login, password in (
        (LoginTaken, "Ipang Dua", "IPANG", OTHER),
        (NoLogin, "Dewi", "  ", OTHER),
        (NoName, " ", "dewi", OTHER),
        (PasswordTooShort, "Dewi", "dewi", "pendek"),
        (PasswordTooPlain, "Dewi Lestari", "dewi", "Dewi Lestari"),
    ):
        with pytest.raises(refused):
            add(name, login, password, [])
    assert len(office.people.listed()) == 1


@pytest.mark.parametrize(
    "password", ["1234567890", "9876543210", "aaaaaaaaaa", "abababababab", "dewidewidewi1"]
)
def test_passwords_that_are_guessed_at_once_are_refused(password: str) -> None:
    with pytest.raises(PasswordTooPlain):
        refuse_weak(password, ["Dewi"])


def test_the_last_administrator_who_can_sign_in_stays_one(office: Desk) -> None:
    me = office.people.me()
    dewi = office.accounts.add("Dewi", "dewi", "", [Role.ADMINISTRATOR])  # without a password: no help
    with pytest.raises(LastAdministrator):
        office.accounts.change(me.id, roles=[Role.EDITOR])
    with pytest.raises(LastAdministrator):
        office.accounts.change(me.id, active=False)
    office.accounts.set_password(dewi.id, OTHER)
    assert office.accounts.change(me.id, roles=[Role.EDITOR]).roles == {Role.EDITOR}
    with pytest.raises(NotAllowed):
        office.people.demand(Act.PEOPLE)


def test_wrong_passwords_wait_longer_each_time_and_a_restart_does_not_help(building: Building) -> None:
    desk = building.desk()
    desk.accounts.begin_with("Ipang", "ipang", GOOD)
    at = datetime(2026, 11, 22, 5, tzinfo=UTC)
    desk.now = lambda: at
    waits: list[int] = []
    for _ in range(4):
        with pytest.raises(WrongPassword) as failure:
            desk.accounts.sign_in("ipang", "salah sekali")
        waits.append(failure.value.wait)
        at += timedelta(seconds=failure.value.wait)
    assert waits == [0, 0, 2, 4]
    with pytest.raises(WrongPassword):
        desk.accounts.sign_in("Ipang ", "salah lagi")
    again = building.desk()
    again.now = lambda: at + timedelta(seconds=7.5)
    with pytest.raises(TooSoon) as soon:  # the right one is not even looked at
        again.accounts.sign_in("ipang", GOOD)
    assert soon.value.wait == 1
    again.now = lambda: at - timedelta(days=365)  # a clock that was set back locks nobody out for a year
    with pytest.raises(TooSoon) as soon:
        again.accounts.sign_in("ipang", GOOD)
    assert soon.value.wait == 8
    again.now = lambda: at + timedelta(seconds=8)
    again.accounts.sign_in("ipang", GOOD)
    with pytest.raises(WrongPassword) as failure:
        again.accounts.unlock("salah")
    assert failure.value.wait == 0


def test_somebody_unknown_waits_as_long_and_is_told_no_more(office: Desk) -> None:
    for wait in (0, 0, 2):
        with pytest.raises(WrongPassword) as failure:
            office.accounts.sign_in("siapa", GOOD)
        assert failure.value.wait == wait
    with pytest.raises(TooSoon):
        office.accounts.sign_in("siapa", GOOD)
    assert all("siapa" not in str(entry) for entry in office.audit.entries())


def test_a_locked_desk_opens_to_its_person_or_to_whoever_signs_in(office: Desk, building: Building) -> None:
    assert office.accounts.idle_minutes() == 0
    office.accounts.set_idle_minutes(10)
    assert building.desk("lab").accounts.idle_minutes() == 10
    office.accounts.add("Dewi", "dewi", OTHER, [Role.ANNOUNCER])
    office.accounts.lock()
    with pytest.raises(WrongPassword):
        office.accounts.unlock(OTHER)
    assert office.accounts.locked
    office.accounts.unlock(GOOD)
    assert not office.accounts.locked
    office.accounts.lock()
    assert office.accounts.sign_in("dewi", OTHER).name == "Dewi"
    assert (office.accounts.locked, office.people.me().name) == (False, "Dewi")
    with pytest.raises(WrongPassword):
        office.accounts.change_password(GOOD, THIRD)
    office.accounts.change_password(OTHER, THIRD)
    office.accounts.sign_out()
    with pytest.raises(NotSignedIn):
        office.people.me()
    with pytest.raises(WrongPassword):
        office.accounts.sign_in("dewi", OTHER)
    office.accounts.sign_in("dewi", THIRD)


def test_no_password_is_kept_as_it_was_typed_and_a_damaged_one_opens_nothing(office: Desk) -> None:
    database = office.storage.database
    with database.engine.begin() as connection:
        kept = connection.exec_driver_sql("SELECT password FROM credentials").scalar_one()
        assert kept.startswith("$argon2id$")
        assert GOOD not in kept
        connection.exec_driver_sql("UPDATE credentials SET password = 'rusak'")
    with pytest.raises(WrongPassword):
        office.accounts.sign_in("ipang", GOOD)


def test_a_password_made_at_a_lower_cost_is_made_anew_when_it_is_next_typed(office: Desk) -> None:
    def kept() -> str:
        with office.storage.read() as queries:
            return queries.accounts.password(office.people.me().id)

    assert "m=64,t=1,p=4" in kept()
    accounts = Accounts(office.storage, office.people)
    accounts.unlock(GOOD)
    assert "$argon2id$v=19$m=65536,t=3,p=4$" in kept()
    accounts.unlock(GOOD)


def test_a_change_of_person_leaves_the_words_of_the_one_before(office: Desk) -> None:
    office.accounts.add("Dewi", "dewi", OTHER, [Role.REPORTER])
    story = office.drafting.begin()
    office.drafting.keep(story.id, story.version, Script(body="Belum selesai."))
    office.accounts.sign_in("dewi", OTHER)
    assert office.drafting.open(story.id).script == Script()
    office.accounts.sign_in("ipang", GOOD)
    assert office.drafting.open(story.id).script.body == "Belum selesai."


def test_a_story_is_held_by_who_came_to_the_desk(office: Desk, building: Building) -> None:
    office.accounts.add("Dewi", "dewi", OTHER, [Role.REPORTER])
    story = office.drafting.new(Script(slug="SATU", body="Isi."))
    office.locks.take(story.id)
    office.accounts.sign_in("dewi", OTHER)
    assert office.locks.take(story.id) is None
    lab = building.desk("lab")
    lab.accounts.sign_in("ipang", GOOD)
    held = lab.locks.take(story.id)
    assert held is not None
    assert (held.person, held.mine) == ("Dewi", False)
