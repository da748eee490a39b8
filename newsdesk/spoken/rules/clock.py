"""Times of day: hours stay as written (24), minutes as "lewat ... menit", :00 is the bare hour.

pukul 08.30 WIB -> pukul delapan lewat tiga puluh menit waktu Indonesia barat
sekitar 07.20 WIB -> sekitar pukul tujuh lewat dua puluh menit waktu Indonesia barat
pukul 19.00-21.00 WIB -> pukul sembilan belas sampai pukul dua puluh satu waktu Indonesia barat
pukul 00.30 -> pukul nol lewat tiga puluh menit
jam 12:15:30 -> jam dua belas lewat lima belas menit tiga puluh detik
"""

from __future__ import annotations

import re

from newsdesk.spoken import numbers
from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.rules.written import TO, after, word_before, words
from newsdesk.spoken.text import Reading, SpokenWord

_TIME = r"(?P<h{0}>[01]?\d|2[0-4])[.:](?P<m{0}>[0-5]\d)(?:[.:](?P<s{0}>[0-5]\d))?(?![.:,]?\d)"
_PATTERN = re.compile(
    _TIME.format(1)
    + rf"(?:(?P<to>{TO}|[ \u00a0](?:sampai|hingga)[ \u00a0](?:pukul |jam )?){_TIME.format(2)})?"
    + r"(?:[ \u00a0]?(?P<zone>WIB|WITA|WIT|wib|wita|wit|Wib|Wita|GMT|UTC)(?![^\W_]))?"
)
_HOUR_WORDS = words("pukul jam pk pkl")
_ZONES = {
    "wib": "waktu Indonesia barat", "wita": "waktu Indonesia tengah", "wit": "waktu Indonesia timur",
    "gmt": "ge em te", "utc": "u te ce",
}  # fmt: skip


def _time(found: re.Match[str], end: str) -> str:
    spoken = numbers.cardinal(int(found[f"h{end}"]))
    if int(found[f"m{end}"]):
        spoken += f" lewat {numbers.cardinal(int(found[f'm{end}']))} menit"
    if found[f"s{end}"]:
        spoken += f" {numbers.cardinal(int(found[f's{end}']))} detik"
    return spoken


def _sure(found: re.Match[str], passage: Passage, before: str) -> float:
    if before in _HOUR_WORDS or found["zone"]:
        return 1.0
    if after(passage.text, found.end()).startswith("waktu "):
        return 0.95
    ranged = found["to"] and len(found["h1"]) == 2
    if ranged or (":" in found[0] and len(found["h1"]) == 2):
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
    parts = [SpokenWord(hour + _time(found, "1"), found.start(), first_end)]
    if found["to"]:
        joiner = "hingga" if "hingga" in found["to"] else "sampai"
        parts.append(SpokenWord(joiner, *found.span("to")))
        parts.append(
            SpokenWord(
                f"pukul {_time(found, '2')}", found.start("h2"), found.end("s2" if found["s2"] else "m2")
            )
        )
    if found["zone"]:
        parts.append(SpokenWord(_ZONES[found["zone"].lower()], *found.span("zone")))
    spoken = " ".join(part.text for part in parts)
    return Reading(found.start(), found.end(), spoken, "clock", sure, (), tuple(parts))


RULE = Rule("clock", Starts.DIGIT, _PATTERN, _read)
