"""Roman numerals, only where a noun or a name licenses them.

Komisi IV -> Komisi empat
kuartal II -> kuartal kedua
Perang Dunia II -> Perang Dunia kedua
kuartal IV-2024 -> kuartal keempat tahun dua ribu dua puluh empat
PON XX/2021 -> Pon dua puluh tahun dua ribu dua puluh satu
Sri Sultan Hamengku Buwono X -> Sri Sultan Hamengku Buwono kesepuluh
Lapas Kelas IIB -> Lapas Kelas dua be
golongan III/d -> golongan tiga de
I Made Sudana -> I Made Sudana
"""

from __future__ import annotations

import re

from newsdesk.spoken import numbers
from newsdesk.spoken.letters import spell
from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.text import Reading, SpokenWord
from newsdesk.spoken.written import TO, after, joiner, word_before, words

_PATTERN = re.compile(
    rf"(?P<low>[IVXLC]{{1,9}})(?:(?P<to>{TO})(?P<high>[IVXLC]{{1,9}}))?(?![^\W_])"
    r"(?:[-/](?P<year>19\d\d|20\d\d)(?![\d/-])|/(?P<letter>[a-e])(?![^\W_]))?"
)
_VALID = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\Z")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_COUNTED = words(
    """
    komisi kelas golongan gol bab pasal jalan jl jln rw rt dapil dpd dpw jilid tingkat tahap asisten
    seri kodam koramil lapis gelombang batch zona bagian lampiran liga divisi kolom tergugat
    penggugat terdakwa sd smp sma pon region wilayah regional tipe stadium tim angkatan blok gang gg
    kawasan pg titik pelita repelita makodam pomdam pangdam kasdam korem danrem kasrem makorem lantamal
    koarmada klas obligasi no nomor daop upms seksi dosis fase level ring
    termin sektor rayon kloter gugus paket sesi etape putaran
    """
)
_RANKED = words(
    """
    abad kuartal triwulan semester caturwulan sem smt trw tw kw dunia konsili vatikan paus raja
    ratu kaisar sultan buwono hamengkubuwono hb pb pakubuwono pakubuwana buwana alam mangkunegara
    sinuhun louis henry george charles elizabeth benediktus paulus yohanes napoleon harapan juara peringkat
    konstantin ptolemaios filipus aleksander alexander pius klemens gregorius leo urbanus innosensius
    james william willem wilhelm philip felipe ferdinand friedrich frederick karel carlos luis ivan
    nikolai nikolas katarina edward richard
    leopold gustav mehmed murad selim sulaiman ramses ramesses thutmosis amenhotep seti darius xerxes
    theodosius yustinianus justinianus otto ludwig amangkurat isabella maria rama
    muktamar kongres munas musda muswil konferensi konferda
    """
)
_LISTED = re.compile(r"([^\W\d_]+)[ ](?:[IVXLC]{1,6}(?:, ?(?:dan )?| (?:(?:dan|atau|&|-) )?))+\Z")
_NAMED = re.compile(r"\b([^\W\d_]+)\.?[ ][A-Z][a-z]+[ ]\Z")
_CLASSES = words("kelas klas golongan gol tipe tingkat")
_LETTER_AFTER = words("mr mister sinar malcolm generasi tuan nyonya grup kelompok")
_BALINESE = re.compile(
    r"[ \u00a0](?:Made|Wayan|Nyoman|Ketut|Gusti|Putu|Gede|Kadek|Komang|Dewa|Nengah|Gst|Ngurah)\b"
)


def roman_value(written: str) -> int:
    """Return the value of a Roman numeral, 0 if it is none: XIV is 14, IIX 0."""
    if not written or not _VALID.match(written):
        return 0
    total = 0
    for letter, following in zip(written, [*written[1:], ""], strict=True):
        value = _VALUES[letter]
        total += -value if following and _VALUES[following] > value else value
    return total


def balinese_i(text: str, at: int) -> bool:
    """Say whether the "I" at ``at`` begins a Balinese name: I Made, I Wayan, I Gusti."""
    return text[at] == "I" and _BALINESE.match(text, at + 1) is not None


def _licence(found: re.Match[str], passage: Passage) -> str:
    """Return what licenses the numeral: "ranked", "counted", "named" (after a name), "likely" (II), or ""."""
    text, at = passage.text, found.start()
    before = word_before(text, at)
    if set(found["low"]) <= set("LC"):
        # "Komisi C", "Blok L": these are letters.
        return ""
    for licence, nouns in (("ranked", _RANKED), ("counted", _COUNTED)):
        if before.lower() in nouns:
            return licence
    if listed := _LISTED.search(text, max(0, at - 48), at):
        # "kelas X, XI dan XII", "Perang Dunia I dan II": what licensed the first goes on.
        return "ranked" if listed[1].lower() in _RANKED else "counted"
    if (named := _NAMED.search(text, max(0, at - 40), at)) and named[1].lower() in _COUNTED:
        # "Dapil Jatim VI", "Komisi Yudisial II"
        return "counted"
    capitalised = before[:1].isupper() and before[1:].islower()
    follows = after(text, found.end())
    if len(found["low"]) > 1 and set(found["low"]) <= set("IVX"):
        return "named" if capitalised or found["year"] else "likely"
    # One letter after a name: an initial if another name follows it.
    if follows.startswith(("IPA", "IPS", "MIPA")):
        return "counted"
    alone = follows[:1] in {"", ",", ";", ")", "("} or follows[:1].islower()
    known = before.lower() in _LETTER_AFTER
    return "named" if capitalised and alone and not known and set(found["low"]) <= set("IVX") else ""


def _say(written: str, ranked: bool) -> str:
    number = roman_value(written)
    return numbers.ordinal(number) if ranked else numbers.cardinal(number)


def _read(found: re.Match[str], passage: Passage) -> Reading | None:
    if not roman_value(found["low"]) or (found["high"] and not roman_value(found["high"])):
        return None
    if balinese_i(passage.text, found.start()):
        return None
    licence = _licence(found, passage)
    if not licence:
        return None
    ranked = licence == "ranked"
    parts = [SpokenWord(_say(found["low"], ranked), *found.span("low"))]
    if found["high"]:
        parts += [
            SpokenWord(joiner(found["to"]), *found.span("to")),
            SpokenWord(_say(found["high"], ranked), *found.span("high")),
        ]
    if found["year"]:
        parts.append(SpokenWord(f"tahun {passage.policy.year(int(found['year']))}", *found.span("year")))
    if found["letter"]:
        parts.append(SpokenWord(spell(found["letter"]), *found.span("letter")))
    spoken = " ".join(part.text for part in parts)
    other = _say(found["low"], not ranked)
    sure = {"named": 0.75, "likely": 0.6}.get(licence, 0.95)
    return Reading(found.start(), found.end(), spoken, "roman", sure, (other,), tuple(parts))


def _read_class(found: re.Match[str], passage: Passage) -> Reading | None:
    number = roman_value(found[1])
    if not number or word_before(passage.text, found.start()).lower() not in _CLASSES:
        return None
    parts = (
        SpokenWord(numbers.cardinal(number), *found.span(1)),
        SpokenWord(spell(found[2]), *found.span(2)),
    )
    return Reading(found.start(), found.end(), f"{parts[0].text} {parts[1].text}", "roman", 0.95, (), parts)


CLASS = Rule("roman", Starts.CAPITAL, re.compile(r"([IVX]{1,4})([A-D])(?![^\W_])"), _read_class)
RULE = Rule("roman", Starts.CAPITAL, _PATTERN, _read)
