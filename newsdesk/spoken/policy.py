"""House policy: where usage varies, what this newsroom says."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from newsdesk.spoken import numbers


class YearsSaid(StrEnum):
    """How 1972 is said: "seribu sembilan ratus tujuh puluh dua" or "sembilan belas tujuh puluh dua"."""

    CARDINAL = "cardinal"
    HALVES = "halves"


class HoursSaid(StrEnum):
    """How 15.00 is said: "pukul lima belas", as written, or "pukul tiga sore", as people speak."""

    WRITTEN = "written"
    SPOKEN = "spoken"


class Policy(NamedTuple):
    """The readings a newsroom chooses once.

    ``phone_zero`` is the 0 of phone numbers ("nol" or "kosong"); ``score_zero`` that of sport scores.
    ``bracketed_acronyms`` says whether "(BPBD)" is read after "Badan Penanggulangan Bencana Daerah".
    ``bulletin`` is the day of the bulletin that is prepared: the dates beside it are said "kemarin", "hari
    ini" and "besok"; None says every date by its day and month.
    """

    phone_zero: str = "nol"
    score_zero: str = "kosong"
    years: YearsSaid = YearsSaid.CARDINAL
    hours: HoursSaid = HoursSaid.WRITTEN
    bracketed_acronyms: bool = True
    bulletin: date | None = None

    def year(self, number: int) -> str:
        """Say a year; only 1910 to 1999 may be halved.

        >>> Policy(years=YearsSaid.HALVES).year(1972), Policy(years=YearsSaid.HALVES).year(2008)
        ('sembilan belas tujuh puluh dua', 'dua ribu delapan')
        """
        if self.years is YearsSaid.HALVES and 1910 <= number <= 1999:
            return halved(number)
        return numbers.cardinal(number)

    def other_years(self, number: int) -> tuple[str, ...]:
        """Return the other ways to say a year."""
        ways = (numbers.cardinal(number), *((halved(number),) if 1910 <= number <= 1999 else ()))
        return tuple(way for way in ways if way != self.year(number))


def halved(year: int) -> str:
    """Say a year in two halves: 1972 is "sembilan belas tujuh puluh dua"."""
    return f"{numbers.cardinal(year // 100)} {numbers.cardinal(year % 100)}"
