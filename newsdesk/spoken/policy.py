"""House policy: where usage varies, what this newsroom says."""

from __future__ import annotations

from typing import NamedTuple


class Policy(NamedTuple):
    """The readings a newsroom chooses once.

    ``phone_zero`` is the 0 of phone numbers ("nol" or "kosong"); ``score_zero`` that of sport scores.
    """

    phone_zero: str = "nol"
    score_zero: str = "kosong"
