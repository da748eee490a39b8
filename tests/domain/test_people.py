"""The one table of who may do what."""

from __future__ import annotations

import pytest

from newsdesk.domain.people import Act, Person, Role, may, who_may


def somebody(*roles: Role, active: bool = True) -> Person:
    return Person("Dewi", roles=frozenset(roles), active=active)


@pytest.mark.parametrize("act", Act)
def test_every_act_has_somebody_who_may_do_it_and_nobody_without_a_role_may(act: Act) -> None:
    assert who_may(act)
    assert not may(somebody(), act)
    for role in Role:
        assert may(somebody(role), act) == (role in who_may(act))
        assert not may(somebody(role, active=False), act)


@pytest.mark.parametrize("role", Role)
def test_no_role_is_there_for_nothing(role: Role) -> None:
    assert any(role in who_may(act) for act in Act)


def test_what_a_newsroom_relies_on() -> None:
    reporter, announcer = somebody(Role.REPORTER), somebody(Role.ANNOUNCER)
    administrator, editor = somebody(Role.ADMINISTRATOR), somebody(Role.EDITOR)
    deciding = (Act.APPROVE, Act.APPROVE_OWN, Act.RETURN, Act.KILL, Act.CORRECT, Act.SIGN_READY, Act.LAW)
    for act in deciding:
        assert may(editor, act)
        assert not any(may(other, act) for other in (reporter, announcer, administrator))
    assert may(announcer, Act.READ_ON_AIR)
    assert not may(reporter, Act.READ_ON_AIR)
    assert may(administrator, Act.PEOPLE)
    assert not may(editor, Act.PEOPLE)
    both = somebody(Role.REPORTER, Role.ANNOUNCER)
    assert may(both, Act.WRITE)
    assert may(both, Act.READ_ON_AIR)
