"""Four figures after a word that calls for a year; the cardinal is always right, and a year of the
last century may also be said in two halves, if the house says so.

    tahun 1972 -> tahun seribu sembilan ratus tujuh puluh dua
    sejak 2019 -> sejak dua ribu sembilan belas
    abad ke-5 SM -> abad kelima sebelum Masehi
    27 SM-14 M -> dua puluh tujuh sebelum Masehi sampai empat belas Masehi
    696 H -> enam ratus sembilan puluh enam Hijriah
"""

from __future__ import annotations

import re

from newsdesk.spoken import numbers
from newsdesk.spoken.rules.amount import between_word
from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.text import Reading, SpokenWord
from newsdesk.spoken.written import MONTHS, TO, after, word_before, words

_PATTERN = re.compile(r"(1\d{3}|20\d\d)(?![\d]|[.,/-]\d|[^\W_])")
_ERA = re.compile(r"(\d{1,4}|[1-9]\d?\.\d{3}(?= SM))[ \u00a0](H|M|SM)(?![\w.]|[ \u00a0][A-Z])")
# "306-337 M", "27 SM – 14 M": each end, or both, of this era or before it.
_ERAS_RANGE = re.compile(
    rf"(?P<low>\d{{1,4}})(?:[ \u00a0](?P<first>SM|M))?(?P<to>{TO})(?P<high>\d{{1,4}})"
    r"[ \u00a0](?P<era>H|M|SM)(?![\w.]|[ \u00a0][A-Z])"
)
_TRIGGERS = frozenset(month.lower() for month in MONTHS) | words(
    """
    tahun sejak pada hingga sampai periode musim akademik ajaran abad anggaran pemilu olimpiade
    angkatan kelahiran lulusan keluaran medio pertengahan
    piala apbd apbn uud hpn pilkada pilpres pileg era reformasi krisis tragedi akhir awal
    """
)
_COUNTED = words("orang warga unit ton ekor meter kilometer hektare hektar buah jiwa kali rumah kilogram")
_ERAS = {"H": "Hijriah", "M": "Masehi", "SM": "sebelum Masehi"}


def _read(found: re.Match[str], passage: Passage) -> Reading | None:
    if word_before(passage.text, found.start()).lower() not in _TRIGGERS:
        return None
    if after(passage.text, found.end()).split(" ", 1)[0].rstrip(".,;") in _COUNTED:
        return None
    year, policy = int(found[1]), passage.policy
    return Reading(found.start(), found.end(), policy.year(year), "year", 1.0, policy.other_years(year))


def _read_era(found: re.Match[str], passage: Passage) -> Reading | None:
    if found[2] == "M" and len(found[1]) < 3 and word_before(passage.text, found.start()).lower() != "tahun":
        return None
    parts = (
        SpokenWord(numbers.whole(found[1].replace(".", "")), *found.span(1)),
        SpokenWord(_ERAS[found[2]], *found.span(2)),
    )
    now = found[2] == "H" and 1300 <= float(found[1]) <= 1500
    sure = (
        0.95 if now or (found[2] == "M" and passage.text[found.start() - 1 : found.start()] == "/") else 0.8
    )
    return Reading(found.start(), found.end(), f"{parts[0].text} {parts[1].text}", "year", sure, (), parts)


def _read_eras(found: re.Match[str], passage: Passage) -> Reading | None:
    low, high, era = int(found["low"]), int(found["high"]), found["era"]
    rising = low < high if era != "SM" else low > high
    # "10-15 M" is money; years of our era have three figures, or the other end is before it.
    if not (found["first"] or (rising and (era == "SM" or low > 99))):
        return None
    parts = [SpokenWord(numbers.whole(found["low"]), *found.span("low"))]
    if found["first"]:
        parts.append(SpokenWord(_ERAS[found["first"]], *found.span("first")))
    parts += [
        SpokenWord(between_word(found["to"], passage.text, found.start()), *found.span("to")),
        SpokenWord(numbers.whole(found["high"]), *found.span("high")),
        SpokenWord(_ERAS[era], *found.span("era")),
    ]
    spoken = " ".join(part.text for part in parts)
    return Reading(found.start(), found.end(), spoken, "year", 0.9, (), tuple(parts))


_NUMBERED = r"(?:ke-?)?(?:\d{1,2}|[IVXL]{1,6})"
_CENTURY = re.compile(rf"\babad {_NUMBERED}(?:[ ]?(?:[-–]|dan|hingga|sampai)[ ]?{_NUMBERED})? \Z")


def _read_century(found: re.Match[str], passage: Passage) -> Reading | None:
    at = found.start()
    if not _CENTURY.search(passage.text, max(0, at - 32), at):
        return None
    return Reading(at, found.end(), _ERAS[found[0]], "year", 0.95)


CENTURY = Rule("year", Starts.CAPITAL, re.compile(r"(?:SM|M)(?![^\W_])"), _read_century)
ERAS = Rule("year", Starts.DIGIT, _ERAS_RANGE, _read_eras)
ERA = Rule("year", Starts.DIGIT, _ERA, _read_era)
RULE = Rule("year", Starts.DIGIT, _PATTERN, _read)
