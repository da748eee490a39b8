"""Every number that no other rule has claimed, and the sign before it.

548 -> lima ratus empat puluh delapan
2.65 -> dua koma enam lima
2.650 -> dua ribu enam ratus lima puluh
10.815,82 -> sepuluh ribu delapan ratus lima belas koma delapan dua
suhu -5 derajat -> suhu minus lima derajat
1.2.3,4,5 -> satu titik dua titik tiga koma empat koma lima
"""

from __future__ import annotations

import re

from newsdesk.spoken import numbers
from newsdesk.spoken.rules.amount import amount
from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.text import Reading
from newsdesk.spoken.written import NUMBER, after, word_before, words

_PATTERN = re.compile(NUMBER)
_MINUS = re.compile(rf"[-−–]({NUMBER})")


_TIME = re.compile(r"([01]?\d|2[0-3])\.([0-5]\d)\Z")
_SECONDS = re.compile(r"0(\d[.,]\d+)\Z")
_LONGEST_COUNTED = 12
_CODES = words("nik nip nim nis nisn npsn npwp pos kode pin rekening rek resi id nomor")
# What stands before or after a decimal, and never before a time or a number of thousands.
_MEASURES = words(
    """
    indeks index ipk ipm skor nilai koordinat magnitudo persen juta miliar milyar triliun liter hektare
    hektar ha km kilometer sr skala derajat kali detik
    """
)


def _read(found: re.Match[str], passage: Passage) -> Reading | None:
    written = found[0]
    if written.isdecimal():
        if len(written) > _LONGEST_COUNTED or (
            len(written) > 4 and word_before(passage.text, found.start()).lower() in _CODES
        ):
            # An identity or account number, a post code.
            spoken = numbers.digits(written)
            return Reading(found.start(), found.end(), spoken, "number", 0.95, (numbers.whole(written),))
        return Reading(found.start(), found.end(), numbers.whole(written), "number")
    follows = after(passage.text, found.end()).split(" ", 1)[0].rstrip(".,;:)").lower()
    if follows == "detik" and (seconds := _SECONDS.match(written)):
        # 1 menit 09,750 detik: the zero only fills the place.
        written = seconds[1]
    said = amount(written)
    sure, others = said.sure, said.alternatives
    if sure < 1 and "." in written:
        if follows in _MEASURES or word_before(passage.text, found.start()).lower() in _MEASURES:
            sure = 1.0
        elif time := _TIME.match(written):
            minutes = f" lewat {numbers.cardinal(int(time[2]))} menit" if int(time[2]) else ""
            others = (f"pukul {numbers.cardinal(int(time[1]))}{minutes}", *others)
    return Reading(found.start(), found.end(), said.spoken, "number", sure, others)


def _read_minus(found: re.Match[str], _: Passage) -> Reading | None:
    # The scan stops at a dash only where it is glued to a number and to nothing before it. Only the sign
    # is read here, so that what follows keeps its own rule (-5 °C, -2,5 persen).
    return Reading(found.start(), found.start() + 1, "minus", "number", 0.8)


RULE = Rule("number", Starts.DIGIT, _PATTERN, _read)
MINUS = Rule("number", Starts.SIGN, _MINUS, _read_minus)
