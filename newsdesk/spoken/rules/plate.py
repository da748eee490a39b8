"""Number plates: letters, digits one by one, letters.

AG 1234 XX -> a ge satu dua tiga empat eks eks
B-1532-VQ -> be satu lima tiga dua ve ki
N 8021 UA -> en delapan nol dua satu u a
B 2040 BQ -> be dua nol empat nol be ki
"""

from __future__ import annotations

import re

from newsdesk.spoken import numbers
from newsdesk.spoken.letters import spell
from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.text import Reading, SpokenWord
from newsdesk.spoken.written import words, words_near

_PATTERN = re.compile(r"([A-Z]{1,2})[ -]?(\d{1,4})[ -]?([A-Z]{1,3})(?![\w])")
# Area codes of the police's regulation on vehicle registration.
_AREAS = words(
    """
    A B D E F G H K L M N P R S T W Z AA AB AD AE AG BA BB BD BE BG BH BK BL BM BN BP DA DB DC DD DE
    DG DH DK DL DM DN DP DR DS DT DW EA EB ED KB KH KT KU PA PB PG PS PT PY
    """
)


_VEHICLES = words(
    """
    nopol bernopol polisi plat pelat berpelat berplat nomor mobil motor sepeda truk bus kendaraan
    pikap minibus angkot taksi sedan ambulans becak pengendara pengemudi sopir
    """
)


def _read(found: re.Match[str], passage: Passage) -> Reading | None:
    if found[1] not in _AREAS or found[0].isalnum() or (" " not in found[0] and len(found[2]) < 4):
        return None
    if len(found[2]) < 4 and _VEHICLES.isdisjoint(words_near(passage.text, found.start(), found.end())):
        # "G 30 S", "Cassa N 212": too short to be a plate by its looks alone.
        return None
    parts = (
        SpokenWord(spell(found[1]), *found.span(1)),
        SpokenWord(numbers.digits(found[2]), *found.span(2)),
        SpokenWord(spell(found[3]), *found.span(3)),
    )
    spoken = " ".join(part.text for part in parts)
    other = f"{parts[0].text} {numbers.whole(found[2])} {parts[2].text}"
    return Reading(found.start(), found.end(), spoken, "plate", 0.9, (other,), parts)


RULE = Rule("plate", Starts.CAPITAL, _PATTERN, _read)
