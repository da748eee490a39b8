"""What the newsroom has settled about saying: the choices that hold for every script."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class YearStyle(StrEnum):
    """How 1972 is said: "seribu sembilan ratus tujuh puluh dua" or "sembilan belas tujuh puluh dua"."""

    CARDINAL = "cardinal"
    HALVES = "halves"


class HourStyle(StrEnum):
    """How 15.00 is said: "pukul lima belas", as written, or "pukul tiga sore", as people speak."""

    WRITTEN = "written"
    SPOKEN = "spoken"


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """The house policy of one newsroom; every desk reads by it.

    ``phone_zero`` is how the 0 of a phone number is said, ``score_zero`` that of a score ("nol" or
    "kosong"). With ``bracketed_acronyms`` "(BPBD)" is read after the name it stands for. With
    ``relative_dates`` the dates beside the day of a story's airtime are "kemarin", "hari ini" and "besok".
    """

    years: YearStyle = YearStyle.CARDINAL
    hours: HourStyle = HourStyle.WRITTEN
    phone_zero: str = "nol"
    score_zero: str = "kosong"
    bracketed_acronyms: bool = True
    relative_dates: bool = False
