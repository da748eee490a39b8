"""Passwords: which are refused, and how they are kept so that nobody can read them back."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from newsdesk.domain.text import clean
from newsdesk.errors import PasswordTooPlain, PasswordTooShort

if TYPE_CHECKING:
    from argon2 import PasswordHasher

LEAST = 10
"""Characters of the shortest password that is taken."""
_MOST = 1_000
"""Characters of a password that are looked at; the rest of a pasted book is not hashed."""
_FEW = 4
"""Different characters a password must have at least, besides its owner's names."""
_NOBODYS = "$argon2id$v=19$m=65536,t=3,p=4$Yj+LfNR9axZYBnxzMHql5w$/6cuULOHjU+SiNTq7FHjs3wLj59Po9S+cJe1TLIaTG8"
"""What nobody's password became: compared where there is no such person, so that both take as long."""


class Passwords:
    """Argon2id at the library's own cost (RFC 9106, the choice for little memory): a tenth of a second.

    ``memory`` is in KiB and ``rounds`` is how often it is gone through; None for the library's choice.
    """

    def __init__(self, memory: int | None = None, rounds: int | None = None) -> None:
        self._memory = memory
        self._rounds = rounds

    def kept(self, password: str) -> str:
        """Return what is kept of a password: kind, cost, salt and hash in one text."""
        return self._hasher.hash(_plain(password))

    def fits(self, kept: str, password: str) -> bool:
        """Return whether what is kept was made of this password; of "" nothing was."""
        from argon2.exceptions import InvalidHashError, VerificationError

        try:
            return self._hasher.verify(kept or _NOBODYS, _plain(password)) and bool(kept)
        except (VerificationError, InvalidHashError):  # another password, or a damaged row
            return False

    def outdated(self, kept: str) -> bool:
        """Return whether the library's cost was raised since this was made."""
        return self._hasher.check_needs_rehash(kept)

    @cached_property
    def _hasher(self) -> PasswordHasher:
        # Its library is loaded with the first password: most newsrooms are opened without one.
        from argon2 import DEFAULT_MEMORY_COST, DEFAULT_TIME_COST, PasswordHasher

        return PasswordHasher(self._rounds or DEFAULT_TIME_COST, self._memory or DEFAULT_MEMORY_COST)


def refuse_weak(password: str, names: Iterable[str]) -> None:
    """Raise :class:`PasswordTooShort` or :class:`PasswordTooPlain` for a password that is guessed at once.

    ``names`` are what everybody knows about its owner. Length is what counts (NIST SP 800-63B, 5.1.1.2);
    no digits or signs are asked for.
    """
    plain = _plain(password)
    if len(plain) < LEAST:
        raise PasswordTooShort(LEAST)
    rest = plain.casefold()
    for name in sorted((_plain(name).casefold() for name in names), key=len, reverse=True):
        rest = rest.replace(name, "") if name else rest
    if len(set(rest)) < _FEW or _is_row(rest):
        raise PasswordTooPlain


def _is_row(text: str) -> bool:
    """Return whether every character follows the one before, upwards or downwards: "1234567890", "zyxw"."""
    steps = {(ord(after) - ord(before)) % 10 for before, after in pairwise(text)}
    return steps in ({1}, {9})


def _plain(password: str) -> str:
    # One way of writing "é", whichever keyboard typed it; and no half of a character, which a shell may give.
    return unicodedata.normalize("NFC", clean(password[:_MOST]))
