"""What the audit log says about a thing before and after an act: short, and only what differs."""

from __future__ import annotations

from collections.abc import Mapping

from newsdesk.domain.audit import digest
from newsdesk.domain.people import Person

_LONGEST = 120
"""Characters of a value that stands in the log as it is; of a longer one its digest does."""


def differing(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return of both what the other does not say.

    >>> differing({"name": "Kota", "archived": "no"}, {"name": "Kota", "archived": "yes"})
    ({'archived': 'no'}, {'archived': 'yes'})
    """
    return (
        {key: short(value) for key, value in before.items() if after.get(key) != value},
        {key: short(value) for key, value in after.items() if before.get(key) != value},
    )


def short(text: str, longest: int = _LONGEST) -> str:
    """Return a value as the log has it: itself, or of one longer than that its beginning and its digest."""
    return text if len(text) <= longest else f"{text[:longest]}… ({digest(text)})"


def person_told(person: Person) -> dict[str, str]:
    """Return what the log says about somebody."""
    return {
        "name": person.name,
        "login": person.login,
        "roles": ", ".join(sorted(person.roles)),
        "active": yes_or_no(person.active),
    }


def yes_or_no(value: bool) -> str:
    """Return a truth as the log has it."""
    return "yes" if value else "no"
