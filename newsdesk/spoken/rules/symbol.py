"""Signs that are said, and signs that are silent.

H&M -> ha dan em
>50% -> lebih dari lima puluh persen
5 ± 1 -> lima kurang lebih satu
kabupaten/kota -> kabupaten kota
60 kendaraan/jam -> enam puluh kendaraan per jam
7 ton/ha -> tujuh ton per hektare
230 orang/tahun -> dua ratus tiga puluh orang per tahun
*penting* sekali -> penting sekali
"""

from __future__ import annotations

import re
import unicodedata

from newsdesk.spoken import numbers
from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.text import Reading
from newsdesk.spoken.written import word_before, words

_PATTERN = re.compile(r"\+/[-–]|[^\s(]")
SAID = {
    "%": "persen", "‰": "permil", "&": "dan", "+": "plus", "=": "sama dengan", "±": "kurang lebih",
    "+/-": "kurang lebih", "+/–": "kurang lebih", ">": "lebih dari", "<": "kurang dari",
    "≥": "paling sedikit", "≤": "paling banyak", "°": "derajat", "×": "kali", "÷": "bagi", "@": "at",
    "#": "tagar", "$": "dolar", "€": "euro", "£": "pound", "¥": "yen", "−": "minus", "²": "persegi",
    "³": "kubik", "§": "pasal", "√": "akar", "∞": "tak terhingga", "′": "menit", "″": "detik",
}  # fmt: skip
_RATES = words(
    """
    kg gram liter kilogram ton meter ekor bulan tahun hari jam menit detik orang batang unit kk
    rumah thn bln hr ha kw kg m l ml km lembar buah butir pasang pasien siswa paket bungkus sak karung dus
    porsi barel ons galon tabung butir kepala keluarga kwh minggu musim semester triwulan
    """
)

# "60 kendaraan/jam"
_COUNTED = re.compile(r"\d(?: (?:ribu|juta|miliar|triliun))?[ \u00a0][^\W\d_]{2,20}\Z")
_POWER = re.compile(r"\d\^[-–]?\d")
_EACH = re.compile(r"[ \u00a0]?(?:Rp\.?[ \u00a0]?)?\d")
_FOLLOWING = re.compile(r"[a-z]{1,10}(?:[ \u00a0]?[²³]|[23])?(?![^\W_])")
_SQUARES = words("km² km2 m² m2 m³ m3 cm³ cm3 km")


def _stroke(found: re.Match[str], passage: Passage) -> Reading:
    """A stroke is "per" in a rate, else silent between words."""
    text, at = passage.text, found.start()
    following = _FOLLOWING.match(text, at + 1)
    unit = following[0] if following else ""
    rate = unit in _RATES and (
        text[at - 1 : at] in {"x", "X", "×"}
        or word_before(text, at).lower() in _RATES | {"rupiah", "dolar", "as"}
        or _COUNTED.search(text, max(0, at - 40), at)
    )
    if rate and unit in passage.tables.units:
        # "7 ton/ha"
        spoken = f"per {passage.tables.units[unit]}"
        return Reading(at, at + 1 + len(unit), spoken, "symbol", 0.85)
    if rate or unit.replace(" ", "") in _SQUARES:
        return Reading(at, at + 1, "per", "symbol", 0.85, ("atau",))
    return Reading(at, at + 1, "", "symbol", 0.85, ("atau", "garis miring"))


def _read(found: re.Match[str], passage: Passage) -> Reading | None:
    sign = found[0]
    if sign == "/":
        return _stroke(found, passage)
    if sign == "@" and _EACH.match(passage.text, found.end()):
        # 4.500 buruh @Rp1,2 juta
        return Reading(found.start(), found.end(), "masing-masing", "symbol", 0.8, ("at",))
    if sign == "#" and passage.text[found.end() : found.end() + 1].isdecimal():
        # "#1": a place in a list.
        known = word_before(passage.text, found.start()).lower() in {"nomor", "no"}
        return Reading(found.start(), found.end(), "" if known else "nomor", "symbol", 0.85, ("tagar",))
    if sign == "^" and _POWER.match(passage.text, found.start() - 1):
        return Reading(found.start(), found.end(), "pangkat", "symbol", 0.9)
    if sign in SAID:
        return Reading(found.start(), found.end(), SAID[sign], "symbol", 0.9)
    category = unicodedata.category(sign)
    if category[0] in "LM":
        return None
    if category[0] == "N":
        number = unicodedata.numeric(sign)
        spoken = numbers.cardinal(int(number)) if number == int(number) else ""
        return Reading(found.start(), found.end(), spoken, "symbol", 0.5)
    return Reading(found.start(), found.end(), "", "symbol", 0.9)


RULE = Rule("symbol", Starts.SIGN, _PATTERN, _read)
