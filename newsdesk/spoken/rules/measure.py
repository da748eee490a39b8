"""A quantity with its unit: the unit is said once, at the end; a stroke before a unit is "per".

Rp9.000 per kg -> sembilan ribu rupiah per kilogram
gempa M 5,2 -> gempa magnitudo lima koma dua
130 km² -> seratus tiga puluh kilometer persegi
1.7 m -> satu koma tujuh meter
24–33 °C -> dua puluh empat sampai tiga puluh tiga derajat Celsius
60 km/jam -> enam puluh kilometer per jam
3% -> tiga persen
20%-50% -> dua puluh sampai lima puluh persen
18 derajat C -> delapan belas derajat Celsius
7,2 derajat LS -> tujuh koma dua derajat lintang selatan
tol Km 72 -> tol kilometer tujuh puluh dua
33°40′ LU -> tiga puluh tiga derajat empat puluh menit lintang utara
7,5 -8,5 % -> tujuh koma lima sampai delapan koma lima persen
"""

from __future__ import annotations

import re

from newsdesk.spoken.rules.amount import amount, between, between_word, value
from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.tables import Tables
from newsdesk.spoken.text import Reading, SpokenWord
from newsdesk.spoken.written import NUMBER, TO, word_before, words, words_near

_UNIT = (
    r"%|‰|[°º](?:[ \u00a0]?[CF](?![^\W_]))?|[′″]"
    r"|[A-Za-zµ]{1,5}(?:[ \u00a0]?(?:[²³]|& ?sup[23];)|[23])?(?![^\W_])"
)
_PATTERN = re.compile(
    rf"(?P<low>{NUMBER})(?:(?:[ \u00a0]?(?P<first>%))?(?P<to>{TO})(?P<high>{NUMBER}))?"
    rf"[ \u00a0]?(?P<unit>{_UNIT})"
    r"(?:[ \u00a0]?/[ \u00a0]?(?P<per>[A-Za-z]{1,12}[²³23]?)(?![^\W_]))?"
)
_ALONE = re.compile(
    r"(?P<unit>(?:km|cm|mm|m)(?:[ \u00a0]?(?:[²³]|& ?sup[23];)|[23])|[A-Za-z]{1,4})(?![^\W_])"
)
# Units that are no words: "per kg", "beberapa km"; the others only after these words.
_NO_WORDS = words("bph bopd mph kg Kg km cm mm ml mg gr kwh kWh mdpl dl dL")
_AFTER_THESE = words("per tiap setiap ribu juta miliar ratus beberapa")
_ROAD = re.compile(r"(K[Mm]|km)(?:\.?[ \u00a0]|\.)?(?=\d)(?![23](?![\d+.,]))")
_ANGLE = re.compile(
    rf"(?P<degrees>{NUMBER})[ \u00a0]?[°º](?:[ \u00a0]?(?P<minutes>\d{{1,2}}(?:[.,]\d{{1,6}})?)[′'’]"
    rf"(?:[ \u00a0]?(?P<seconds>\d{{1,2}}(?:[.,]\d{{1,6}})?)(?:[″\"”]|''))?)?"
    r"(?:[ \u00a0]?(?P<side>LU|LS|BT|BB|[NSEW])(?![^\W_]))?"
)
_SIDES = {
    "LU": "lintang utara", "N": "lintang utara", "LS": "lintang selatan", "S": "lintang selatan",
    "BT": "bujur timur", "E": "bujur timur", "BB": "bujur barat", "W": "bujur barat",
}  # fmt: skip
_SCALES = {"C": "Celsius", "F": "Fahrenheit"} | _SIDES
_MAGNITUDE = re.compile(r"M(?=[ \u00a0]?\d[.,]\d(?!\d))")
_NAME = re.compile(r"[ \u00a0][A-Z][a-z]")
_CALL_SIGN = re.compile(r"-[A-Z]{3}(?![^\W_])")
_QUAKES = words("gempa gempabumi mengguncang episenter hiposenter bmkg tsunami")


_HARVESTS = words("panen padi gabah beras jagung kedelai tebu gula cabai produksi produktivitas petani hasil")


_TIMES = {
    "h": "jam",
    "s": "detik",
    "det": "detik",
    "dt": "detik",
    "s persegi": "detik kuadrat",
    "s2": "detik kuadrat",
}


def per(unit: str, tables: Tables) -> str:
    """Say a rate's unit: "kg" is "per kilogram", "ekor" "per ekor"."""
    if unit.upper() in tables.currencies:
        return f"per {tables.currencies[unit.upper()]}"
    if unit.isupper() and len(unit) > 1 and unit in tables.acronyms:
        # "Rp600.000/KK"
        return f"per {tables.acronyms[unit]}"
    plain = unit.lower().replace("²", " persegi").replace("³", " kubik")
    word, _place = tables.abbreviations.get(plain, (_TIMES.get(plain, plain), ""))
    return f"per {tables.units.get(unit) or tables.units.get(plain, word)}"


def _read(found: re.Match[str], passage: Passage) -> Reading | None:
    unit = passage.tables.units.get(_sign(found["unit"]))
    if found["unit"][0] == "M" and found["unit"][1:] in {"2", "3"} and _NAME.match(passage.text, found.end()):
        # "M2 Browning": a name.
        return None
    if found["unit"].isupper() and _CALL_SIGN.match(passage.text, found.end()):
        # "737-400 PK-KKW": the aircraft's registration.
        return None
    if unit is None or (found["first"] and found["unit"] != "%"):
        return None
    said = between(found["low"], found["high"], between_word(found["to"], passage.text, found.start()))
    if found["first"] and value(found["low"]) > value(found["high"]):
        # 56,7%-43,3%: two shares side by side.
        shares = (f"{amount(found[end]).spoken} persen" for end in ("low", "high"))
        return Reading(found.start(), found.end(), " berbanding ".join(shares), "measure", 0.75)
    rate = f" {per(found['per'], passage.tables)}" if found["per"] else ""
    # A unit makes a decimal of a number with a dot; one of a single letter ("5 m") may be something else.
    if found["unit"] == "kw" and not _HARVESTS.isdisjoint(
        words_near(passage.text, found.start(), found.end())
    ):
        unit = "kuintal"
    sure = max(said.sure, 0.9) if len(found["unit"]) > 1 or not found["unit"].isalpha() else 0.9
    if not rate and passage.text.startswith("-nya", found.end()):
        # "60%-nya": the ending is one word with the unit.
        return Reading(found.start(), found.end() + 4, f"{said.spoken} {unit}nya", "measure", sure)
    return Reading(found.start(), found.end(), f"{said.spoken} {unit}{rate}", "measure", sure)


def _read_magnitude(found: re.Match[str], passage: Passage) -> Reading | None:
    if _QUAKES.isdisjoint(words_near(passage.text, found.start(), found.end())):
        return None
    return Reading(found.start(), found.end(), "magnitudo", "measure", 0.95, ("em",))


def _read_alone(found: re.Match[str], passage: Passage) -> Reading | None:
    sign = _sign(found["unit"])
    unit = passage.tables.units.get(sign)
    if sign.isalpha() and sign not in _NO_WORDS:
        listed = word_before(passage.text, found.start()).lower() in _AFTER_THESE
        unit = unit if listed and len(sign) < 3 else None
    return Reading(found.start(), found.end(), unit, "measure", 0.9) if unit else None


def _read_road(found: re.Match[str], passage: Passage) -> Reading | None:
    # "Km. 12": the dot ends no sentence.
    dot = passage.text[found.end(1)] == "."
    return Reading(found.start(), found.end(1) + int(dot), "kilometer", "measure", 0.95)


def _read_angle(found: re.Match[str], _: Passage) -> Reading | None:
    if not (found["minutes"] or found["side"]):
        return None
    parts = [SpokenWord(f"{amount(found['degrees']).spoken} derajat", *found.span("degrees"))]
    for group, name in (("minutes", "menit"), ("seconds", "detik")):
        if found[group]:
            parts.append(SpokenWord(f"{amount(found[group]).spoken} {name}", *found.span(group)))
    if found["side"]:
        parts.append(SpokenWord(_SIDES[found["side"]], *found.span("side")))
    spoken = " ".join(part.text for part in parts)
    return Reading(found.start(), found.end(), spoken, "measure", 0.95, (), tuple(parts))


def _sign(written: str) -> str:
    sign = written.replace(" ", "").replace("\u00a0", "")
    return sign.replace("&sup2;", "²").replace("&sup3;", "³")


def _words(_: Tables) -> frozenset[str]:
    # "jiwa/km ²": the unit looks like a word before its sign.
    return _NO_WORDS | {"m", "ha", "Ha", "l", "g", "lt", "kl", "ku"}


def _road_words(_: Tables) -> frozenset[str]:
    return frozenset({"Km", "km"})


def _read_scale(found: re.Match[str], passage: Passage) -> Reading | None:
    if word_before(passage.text, found.start()).lower() != "derajat":
        return None
    return Reading(found.start(), found.end(), _SCALES[found[0]], "measure", 0.95)


SCALE = Rule("measure", Starts.CAPITAL, re.compile(r"(?:[CF]|L[US]|B[TB])(?![^\W_])"), _read_scale)
ANGLE = Rule("measure", Starts.DIGIT, _ANGLE, _read_angle)
RULE = Rule("measure", Starts.DIGIT, _PATTERN, _read)
ROAD = Rule("measure", Starts.LETTER, _ROAD, _read_road, _road_words)
ALONE = Rule("measure", Starts.LETTER, _ALONE, _read_alone, _words)
MAGNITUDE = Rule("measure", Starts.CAPITAL, _MAGNITUDE, _read_magnitude)
