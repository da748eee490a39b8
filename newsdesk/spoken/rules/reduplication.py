"""The figure 2 for a doubled word; not in units and formulas.

kata2 -> kata-kata
kira2 -> kira-kira
teman2nya -> teman-temannya
bersama2 -> bersama-sama
sebaik2nya -> sebaik-baiknya
bpk2 -> bapak-bapak
"""

from __future__ import annotations

import re

from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.text import Reading
from newsdesk.spoken.written import word_before, words

_PATTERN = re.compile(r"([A-Za-z][a-z]{2,20})2(nya|an|kan|ku|mu)?(?![^\W_])")


_PREFIXED = re.compile(
    r"ber(?=[a-z]{3})|me(?=[lrwy][a-z]{3})"
    r"|ter(?=gesa|buru|tawa|senyum|heran|putus|kejut|sedu|nanti|batuk)|se(?=olah|waktu|hari|kali|saat|mena|laku)"
)
_MOST = re.compile(r"se(?=[a-z]{3})")
# What only looks as if it began with a prefix.
_WHOLE = words(
    """
    berita beras berkas bersih berat berani berlian beringin bercak beruang merek merah melati meriam merpati
    mewah melayu sekolah sepatu seragam sejarah sekutu sendal sekretaris seminar sertifikat sesepuh
    """
)


def _read(found: re.Match[str], passage: Passage) -> Reading | None:
    word = found[1]
    short = passage.tables.abbreviations.get(word.lower())
    if short and short[1] in {"any", "name"}:
        # "bpk2": what is doubled is what it stands for.
        word = short[0]
    before = word_before(passage.text, found.start())
    if word[0].isupper() and before and passage.text[found.start() - 2] not in '.?!"“':
        # Moto2, Formula2: a name with a number. An ordinary word has a capital only where a sentence begins.
        return None
    ending = found[2] or ""
    return Reading(
        found.start(), found.end(), f"{word}-{_stem(word.lower(), ending)}{ending}", "reduplication", 0.95
    )


def _stem(word: str, ending: str) -> str:
    """Return what is doubled: without the prefix of bersama, melihat, sehari, and of sebaik before -nya."""
    if word in _WHOLE:
        return word
    prefixed = _PREFIXED.match(word) or (_MOST.match(word) if ending == "nya" else None)
    return word[prefixed.end() :] if prefixed else word


RULE = Rule("reduplication", Starts.LETTER, _PATTERN, _read)
