"""Every number that no other rule has claimed, and the sign before it.

548 -> lima ratus empat puluh delapan
2.65 -> dua koma enam lima
2.650 -> dua ribu enam ratus lima puluh
10.815,82 -> sepuluh ribu delapan ratus lima belas koma delapan dua
suhu -5 derajat -> suhu minus lima derajat
3 (tiga) orang -> tiga  orang
dua (2) orang -> dua  orang
1.2.3,4,5 -> satu titik dua titik tiga koma empat koma lima
"""

from __future__ import annotations

import re

from newsdesk.spoken import numbers
from newsdesk.spoken.rules.amount import amount
from newsdesk.spoken.rules.roman import roman_value
from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.text import Reading
from newsdesk.spoken.written import NUMBER, after, word_before, words, words_near

_PATTERN = re.compile(NUMBER)
_MINUS = re.compile(rf"[-−–]({NUMBER})")


# Contracts and laws: Rp5.000.000 (lima juta rupiah), tiga (3) orang.
_REPEATED = re.compile(r"\(([^()\n]{1,120})\)")
_WRITTEN = (
    r"(?P<rp>rp\.? ?)?(?P<number>\d{1,15}(?:\.\d{3}){0,5}(?:,\d{1,9})??)(?:,-|,00)?"
    r"(?: (?P<scale>ribu|juta|miliar|triliun))?"
)
_IN_FIGURES = re.compile(rf"{_WRITTEN}\Z")
_FIGURES_BEFORE = re.compile(rf"(?<![\w.,/-]){_WRITTEN}[ \u00a0]\Z", re.IGNORECASE)
_ROMAN_BEFORE = re.compile(r"(?<![^\W_])([IVXLC]{1,8})[ \u00a0]\Z")
_LONGEST_REPEATED = 140
_TIME = re.compile(r"([01]?\d|2[0-3])\.([0-5]\d)\Z")
_SECONDS = re.compile(r"0(\d[.,]\d+)\Z")
_LONGEST_COUNTED = 12
_CODES = words("spbu nop nik nip nim nis nisn npsn npwp pos kode pin rekening rek resi id nomor")
_ADDRESSED = words(
    "jl jln jalan kel kelurahan kec kecamatan kota kab kabupaten ds desa provinsi rt rw alamat"
)
# What stands before or after a decimal, and never before a time or a number of thousands.
_MEASURES = words(
    """
    indeks index ipk ipm skor nilai koordinat magnitudo persen juta miliar milyar triliun liter hektare
    hektar ha km kilometer sr skala derajat kali detik fm am mhz pm
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
        if len(written) == 5 and _post_code(found, passage):
            spoken = numbers.digits(written)
            return Reading(found.start(), found.end(), spoken, "number", 0.85, (numbers.whole(written),))
        return Reading(found.start(), found.end(), numbers.whole(written), "number")
    if written.count(".") > 1 and word_before(passage.text, found.start()).lower() in _CODES:
        return Reading(found.start(), found.end(), numbers.digits(written), "number", 0.85)
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


def _post_code(found: re.Match[str], passage: Passage) -> bool:
    """Tell the post code at the end of an address from a quantity: "Kota Blitar 66117"."""
    if passage.text[found.end() : found.end() + 1] not in {"", ".", ",", ")", ";", "\n"}:
        return False
    before = word_before(passage.text, found.start())
    place = before[:1].isupper() and before[1:].islower()
    near = words_near(passage.text, found.start(), found.end(), 80)
    return place and len(near & _ADDRESSED) >= 2


def _read_minus(found: re.Match[str], passage: Passage) -> Reading | None:
    # The scan stops at a dash only where it is glued to a number and to nothing before it. Only the sign
    # is read here, so that what follows keeps its own rule (-5 °C, -2,5 persen).
    sure = (
        0.9 if "," in found[1] or after(passage.text, found.end()).startswith(("%", "°", "persen")) else 0.8
    )
    return Reading(found.start(), found.start() + 1, "minus", "number", sure)


def _read_repeated(found: re.Match[str], passage: Passage) -> Reading | None:
    """A number in figures and, in brackets, again in words, or the other way round, is said once."""
    inside = found[1].casefold()
    before = passage.text[max(0, found.start() - _LONGEST_REPEATED) : found.start()].rpartition("\n")[2]
    if (roman := _ROMAN_BEFORE.search(before)) and roman_value(roman[1]):
        said = numbers.cardinal(roman_value(roman[1]))
        same = inside in {str(roman_value(roman[1])), said}
    elif figures := _IN_FIGURES.match(inside):
        said, again = _money(figures), before.rstrip().casefold()
        same = any(again.endswith(f" {one}") or again == one for one in {said, said.removesuffix(" rupiah")})
    else:
        figures = _FIGURES_BEFORE.search(before)
        said = _money(figures) if figures else ""
        same = inside.replace("-", " ") in {said, said.removesuffix(" rupiah"), f"{said} rupiah"} - {""}
    return Reading(found.start(), found.end(), "", "number", 0.95, (said,)) if same else None


def _money(figures: re.Match[str]) -> str:
    """Say what stands in figures, with its scale and "rupiah" after Rp."""
    pieces = (amount(figures["number"]).spoken, figures["scale"] or "", "rupiah" if figures["rp"] else "")
    return " ".join(piece for piece in pieces if piece)


REPEATED = Rule("number", Starts.SIGN, _REPEATED, _read_repeated)
RULE = Rule("number", Starts.DIGIT, _PATTERN, _read)
MINUS = Rule("number", Starts.SIGN, _MINUS, _read_minus)
