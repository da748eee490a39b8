"""The options that stand before or after a command: what one looks at is never another profile."""

from __future__ import annotations

import pytest

from newsdesk import cli

PLACES = (
    ("--profile", "radio", "verify", "audit"),
    ("verify", "--profile", "radio", "audit"),
    ("verify", "audit", "--profile", "radio"),
    ("--profile", "radio", "spoken"),
    ("spoken", "--profile", "radio"),
)


@pytest.mark.parametrize("given", PLACES, ids=" ".join)
def test_a_profile_holds_wherever_it_stands(given: tuple[str, ...]) -> None:
    arguments = cli._parser().parse_args(given)
    assert arguments.profile == "radio"
    assert arguments.newsroom is None
