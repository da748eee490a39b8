"""Times of day: hours stay as written (24), minutes as "lewat ... menit", :00 is the bare hour.

pukul 08.30 WIB -> pukul delapan lewat tiga puluh menit waktu Indonesia barat
sekitar 07.20 WIB -> sekitar pukul tujuh lewat dua puluh menit waktu Indonesia barat
pukul 19.00-21.00 WIB -> pukul sembilan belas sampai pukul dua puluh satu waktu Indonesia barat
pukul 00.30 -> pukul nol lewat tiga puluh menit
buka 6.30-10 pagi -> buka pukul enam lewat tiga puluh menit sampai pukul sepuluh pagi
waktu 1:21,410 -> waktu satu menit dua puluh satu koma empat satu nol detik
tempo 2:05:30 -> tempo dua jam lima menit tiga puluh detik
jam 12:15:30 -> jam dua belas lewat lima belas menit tiga puluh detik
"""

from __future__ import annotations

import re

from newsdesk.spoken import numbers
from newsdesk.spoken.policy import HoursSaid
from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.text import Reading, SpokenWord
from newsdesk.spoken.written import TO, after, joiner, word_before, words, words_near

_TIME = r"(?P<h{0}>[01]?\d|2[0-4])[.:](?P<m{0}>[0-5]\d)(?:[.:](?P<s{0}>[0-5]\d))?(?![.:,]?\d)"
_PATTERN = re.compile(
    _TIME.format(1)
    + rf"(?:(?P<to>{TO}|[ \u00a0](?:sampai|hingga)[ \u00a0](?:pukul |jam )?){_TIME.format(2)})?"
    + r"(?:[ \u00a0]?(?P<zone>WIB|WITA|WIT|wib|wita|wit|Wib|Wita|GMT|UTC)(?![^\W_]))?"
)
_LAP = re.compile(r"(?P<minutes>\d{1,2}):(?P<seconds>[0-5]\d)[,.](?P<parts>\d{1,3})(?![\d.,:]\d|\d)")
_HOUR = re.compile(r"(1[3-9]|2[0-4])(?![\d:/-]|[.,]\d|[^\W_]|[ \u00a0]?[-–][ \u00a0]?\d)")
_DURATION = re.compile(r"(\d{1,2}):([0-5]\d):([0-5]\d(?:[.,]\d{1,3})?)(?![\d:]|[.,]\d)")
_TO_THE_HOUR = re.compile(
    rf"(?P<h1>[01]?\d|2[0-4])[.:](?P<m1>[0-5]\d){TO}(?P<h2>[01]?\d|2[0-4])"
    r"(?=[ \u00a0](?:pagi|siang|sore|malam))"
)
_RACES = words("waktu detik tercepat lap putaran kualifikasi pole")
_CHAINED_ON = re.compile(r"(?:(?:, dan |, | dan )\d\d[.:][0-5]\d){1,6}[ ](?:WI(?:TA|[BT])|wi(?:ta|[bt]))\b")
# "pukul 09.00, 11.00, dan 13.00 WIB"
_CHAIN = re.compile(
    r"(?:[Pp]ukul|[Jj]am)[ ](?:\d{1,2}[.:]\d\d(?:[ ]WI(?:TA|[BT]))?(?:, dan | dan |, |, atau | atau ))+\Z"
)
_PARTS_OF_DAY = words("pagi siang sore malam dini petang subuh")
_HOUR_WORDS = words("pukul jam pk pkl")
_ZONES = {
    "wib": "waktu Indonesia barat", "wita": "waktu Indonesia tengah", "wit": "waktu Indonesia timur",
    "gmt": "ge em te", "utc": "u te ce",
}  # fmt: skip


def _part_of_day(hour: int) -> str:
    """Return what people call the hour's part of the day: pagi from 4, siang from 11, sore, malam from 18."""
    if hour in {0, 24}:
        return "malam"
    return (
        "dini hari"
        if hour < 4
        else "pagi"
        if hour < 11
        else "siang"
        if hour < 15
        else ("sore" if hour < 18 else "malam")
    )


def _spoken_time(found: re.Match[str], end: str, passage: Passage, with_part: bool = True) -> str:
    """Say a time as people speak (15.00 is "tiga sore") where the house wants it, else as written."""
    hour = int(found[f"h{end}"])
    if passage.policy.hours is HoursSaid.WRITTEN:
        return _time(found, end, hour)
    said = _time(found, end, (hour - 1) % 12 + 1)
    part = _part_of_day(hour)
    near = words_near(passage.text, found.start(), found.end(), 24)
    return f"{said} {part}" if with_part and _PARTS_OF_DAY.isdisjoint(near) else said


def _time(found: re.Match[str], end: str, hour: int) -> str:
    spoken = numbers.cardinal(hour)
    if int(found[f"m{end}"]):
        spoken += f" lewat {numbers.cardinal(int(found[f'm{end}']))} menit"
    if found[f"s{end}"]:
        spoken += f" {numbers.cardinal(int(found[f's{end}']))} detik"
    return spoken


def _sure(found: re.Match[str], passage: Passage, before: str) -> float:
    if before in _HOUR_WORDS or found["zone"]:
        return 1.0
    follows = after(passage.text, found.end())
    if passage.text[found.end() : found.end() + 10].lstrip(" -–").startswith("selesai"):
        return 0.95
    if (
        follows.startswith(("waktu ", "(UTC", "(WI", "(GMT"))
        or follows.split(" ", 1)[0].rstrip(".,;:)") in _PARTS_OF_DAY
    ):
        return 0.95
    ranged = found["to"] and len(found["h1"]) == 2
    if ranged or (":" in found[0] and len(found["h1"]) == 2):
        return 0.85
    if _CHAINED_ON.match(passage.text, found.end()) or _CHAIN.search(
        passage.text, max(0, found.start() - 60), found.start()
    ):
        return 0.85
    chained = before in {"sampai", "hingga"} and len(found["h1"]) == 2
    return 0.7 if chained and "pukul" in passage.text[max(0, found.start() - 40) : found.start()] else 0.0


def _read(found: re.Match[str], passage: Passage) -> Reading | None:
    before = word_before(passage.text, found.start()).lower()
    sure = _sure(found, passage, before)
    if not sure:
        return None
    hour = "" if before in _HOUR_WORDS else "pukul "
    first_end = found.end("s1") if found["s1"] else found.end("m1")
    same_part = bool(found["to"]) and _part_of_day(int(found["h1"])) == _part_of_day(int(found["h2"]))
    first = _spoken_time(found, "1", passage, not same_part)
    parts = [SpokenWord(hour + first, found.start(), first_end)]
    if found["to"]:
        parts.append(SpokenWord(joiner(found["to"]), *found.span("to")))
        parts.append(
            SpokenWord(
                f"pukul {_spoken_time(found, '2', passage)}",
                found.start("h2"),
                found.end("s2" if found["s2"] else "m2"),
            )
        )
    if found["zone"]:
        parts.append(SpokenWord(_ZONES[found["zone"].lower()], *found.span("zone")))
    spoken = " ".join(part.text for part in parts)
    return Reading(found.start(), found.end(), spoken, "clock", sure, (), tuple(parts))


def _read_lap(found: re.Match[str], passage: Passage) -> Reading | None:
    if (
        "." in found[0]
        and found["minutes"] == "1"
        and _RACES.isdisjoint(words_near(passage.text, found.start(), found.end()))
    ):
        # 1:25.000 is the scale of a map.
        return None
    seconds = numbers.decimal(str(int(found["seconds"])), found["parts"])
    spoken = f"{numbers.whole(found['minutes'])} menit {seconds} detik"
    return Reading(found.start(), found.end(), spoken, "clock", 0.9)


def _read_hour(found: re.Match[str], passage: Passage) -> Reading | None:
    """An hour without minutes, where hours are said as people speak: pukul 19 is "pukul tujuh malam"."""
    hour_word = word_before(passage.text, found.start()).lower() in _HOUR_WORDS
    if passage.policy.hours is HoursSaid.WRITTEN or not hour_word:
        return None
    hour = int(found[1])
    near = words_near(passage.text, found.start(), found.end(), 24)
    part = f" {_part_of_day(hour)}" if _PARTS_OF_DAY.isdisjoint(near) else ""
    return Reading(found.start(), found.end(), f"{numbers.cardinal((hour - 1) % 12 + 1)}{part}", "clock", 0.9)


def _read_duration(found: re.Match[str], _: Passage) -> Reading | None:
    hours, minutes = (numbers.cardinal(int(found[group])) for group in (1, 2))
    whole, _mark, parts = found[3].replace(",", ".").partition(".")
    seconds = numbers.decimal(str(int(whole)), parts) if parts else numbers.cardinal(int(whole))
    spoken = f"{hours} jam {minutes} menit {seconds} detik"
    others = (f"pukul {hours} lewat {minutes} menit {seconds} detik",) if int(found[1]) < 24 else ()
    return Reading(found.start(), found.end(), spoken, "clock", 0.8, others)


def _read_to_the_hour(found: re.Match[str], passage: Passage) -> Reading | None:
    hour = "" if word_before(passage.text, found.start()).lower() in _HOUR_WORDS else "pukul "
    minutes = f" lewat {numbers.cardinal(int(found['m1']))} menit" if int(found["m1"]) else ""
    first, last = (numbers.cardinal(int(found[group])) for group in ("h1", "h2"))
    return Reading(found.start(), found.end(), f"{hour}{first}{minutes} sampai pukul {last}", "clock", 0.9)


LAP = Rule("clock", Starts.DIGIT, _LAP, _read_lap)
TO_THE_HOUR = Rule("clock", Starts.DIGIT, _TO_THE_HOUR, _read_to_the_hour)
HOUR = Rule("clock", Starts.DIGIT, _HOUR, _read_hour)
DURATION = Rule("clock", Starts.DIGIT, _DURATION, _read_duration)
RULE = Rule("clock", Starts.DIGIT, _PATTERN, _read)
