"""Single capitals of a name, said by their letter.

Frans S Sunito -> Frans es Sunito
W.R. Supratman -> we er Supratman
Hendi P -> Hendi pe
huruf c -> huruf ce
"""

from __future__ import annotations

import re

from newsdesk.spoken.letters import spell
from newsdesk.spoken.rules.roman import balinese_i
from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.tables import Tables
from newsdesk.spoken.text import Reading
from newsdesk.spoken.written import LETTER, word_before, words

_PATTERN = re.compile(rf"[A-Z](?:\.[ ]?[A-Z](?![^\W_])){{0,5}}(?!{LETTER})(\.?)")

# After these a letter is no initial, and its dot is the full stop: "tersangka S. Polisi", "vitamin C. Ia".
_LETTERED = words(
    """
    tersangka korban pelaku terdakwa saksi berinisial inisial alias vitamin grup kelompok kategori kelas tipe
    seri hepatitis blok zona golongan kumpulan huruf nilai peringkat juara tim
    """
)
_BEGINS = re.compile(
    r"[ \u00a0]+(?:Ia|Dia|Ini|Itu|Pada|Di|Dalam|Dari|Menurut|Namun|Mereka|Sementara|Hal|Saat|Setelah)\b"
)
_LISTED = re.compile(r"\b[A-Z],? dan \Z")


def _read(found: re.Match[str], passage: Passage) -> Reading | None:
    text = passage.text
    if balinese_i(text, found.start()):
        return None
    end = found.end()
    if found[1]:
        follows = text[end : end + 2].lstrip(" ")
        before = word_before(text, found.start())
        listed = (len(before) == 1 and before.isalpha() and before not in {"H", "M"}) or _LISTED.search(
            text, max(0, found.start() - 12), found.start()
        )
        ends = before.lower() in _LETTERED or listed or _BEGINS.match(text, end)
        if not follows[:1].isupper() or ends:
            end -= 1
    return Reading(
        found.start(), end, spell(found[0]), "initial", 0.85, ("Muhammad",) if found[0] == "M." else ()
    )


# "huruf a, huruf b, dan c": the letters of a law's list.
_OF_A_LIST = re.compile(
    r"\bhuruf(?:[ ](?:\(?[a-z]\)?,?|dan|atau|serta|hingga|sampai|dengan|huruf)){0,8}[ ]\(?\Z"
)


def _read_listed(found: re.Match[str], passage: Passage) -> Reading | None:
    at = found.start()
    if not _OF_A_LIST.search(passage.text, max(0, at - 40), at):
        return None
    return Reading(at, found.end(), spell(found[0]), "initial", 0.95)


def _letters(_: Tables) -> frozenset[str]:
    return frozenset("bcdefghijklmnpqrstuvwxyz")


LISTED = Rule("initial", Starts.SMALL, re.compile(r"[b-z](?![^\W_])"), _read_listed, _letters)
RULE = Rule("initial", Starts.CAPITAL, _PATTERN, _read)
