"""Titles before a name and degrees after one.

dr Esther -> dokter Esther
Dr. Djakaria -> Doktor Jakaria
Dra Halimah -> Doktoranda Halimah
Hj. Sri Wahyuni, S.Sos. -> Hajah Sri Wahyuni, sarjana sosial.
Ahmad Fauzi S.Sos -> Ahmad Fauzi sarjana sosial
Ibnu Salim, SH, M.Si di Mataram -> Ibnu Salim, sarjana hukum, magister sains di Mataram
"""

from __future__ import annotations

import re

from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.tables import Tables
from newsdesk.spoken.text import Reading
from newsdesk.spoken.written import LETTER, after, word_before, words

_BEFORE = re.compile(rf"([A-Za-z]{{1,4}}(?:\.[ ]?[A-Z](?![^\W_])){{0,2}})(?!{LETTER})(\.?)")
_OTHERS = {"Dr": ("dokter",), "H": ("ha",), "dr": ("doktor",)}
# "Wali Kota Blitar H. Syauqul": a place before the title, not a first name.
_OFFICE = re.compile(
    r"(?:[Ww]ali ?[Kk]ota|[Bb]upati|[Gg]ubernur|[Cc]amat|[Ll]urah|Kapolres(?:ta)?|Kapolda|Dandim|Sekda)"
    r"(?: [A-Z][a-z]+){1,2} \Z"
)
_HEAD = re.compile(r"[A-Z][a-z]+")
_GRADES = (
    ("AMd", "ahli madya"), ("STr", "sarjana terapan"), ("MTr", "magister terapan"), ("S", "sarjana"),
    ("M", "magister"),
)  # fmt: skip
_AFTER = re.compile(
    # after a comma, or with a dot inside behind a name: "Ahmad Fauzi S.Sos"
    r"(?:(?<=, )|(?<=[a-z.] )(?=(?:[A-Z]\. ?)?[A-Z][a-z]{0,3}\.[A-Z]|[A-Z]\. [A-Z][a-z]{1,3}(?![^\W_])))"
    r"(?:[A-Z]\. ?)?[A-Z][A-Za-z]{0,4}(?:\.[A-Z][A-Za-z]{0,4}){0,3}(?![^\W_])(\.(?=[ ,;)]|$|\n))?",
    re.M,
)
# "Letkol Kav. Budi" is of the cavalry, "Kav. 22" a plot of land.
_OFFICERS = words(
    "kolonel letkol mayor kapten lettu letda kol may kapt brigjen mayjen letjen serka serma sertu serda"
)
_GOES_ON = re.compile(r",? (?:dan|serta|atau|maupun) [A-Z]{2,}(?![a-z])")
_LONGEST_ROW = 64
_HONORIS_CAUSA = re.compile(r" ?\(H\.?C\.?\)")
_GIVEN_NAME = re.compile(r"[A-Z][a-z]+(?![a-z]*\.)")
_BEFORE_HAJI = words(
    """
    prof dr drs ir pol tni purn gubernur bupati walikota wali wakil ketua bapak pak ustaz ustad haji
    barat timur utara selatan tengah camat lurah kades kadis sekda kapolres kapolsek kapolda dandim danramil
    kajari kasat direktur dirut anggota ketum sekjen menteri menag kepala plt plh pj kiai nyai
    tuan almarhum alm gus buya abah mbah habib syekh kakek kepada oleh
    """
)


_ENGLISH = re.compile(r"(?:Street|Road|Avenue|Club|Hotel|Company|Group)\b")


# "Prof. Dr. dr. Terawan": a small title after a great one.
_TITLE = re.compile(r"(?:dr|drg|drh|dra|drs|ir)\.? ?[A-Z]")
_SCHOLAR = re.compile(r"(?:Ir|Drs|Dra|dr|drg|drh|H|Hj|KH|Techn|Phil)\.? ")
_FROM = re.compile(
    r"(?:Rp|US\$)\.?[ ]?\d|(?:Desa|Kota|Kab|Kec|Kel|Kelurahan|Provinsi|Prov|Dinas|Jalan|Jl|Gunung|Pulau"
    r"|Pemkot|Pemkab|Pemprov|Polres|Polda|Jakarta|Surabaya)\b"
)


def _read_before(found: re.Match[str], passage: Passage) -> Reading | None:
    form, end = found[1].replace(".", "").replace(" ", ""), found.end(2)
    spoken = passage.tables.titles_before.get(form)
    if spoken is None and "." in found[1]:
        # "dr.H. Budi": the first title alone; the second has its turn.
        form, _, rest = found[1].partition(".")
        if form == "H" and rest[0] not in "MA ":
            # "H.B. Jassin": two initials; "H.M. Nuh" and "H.A. Fauzi" have been to Mecca.
            return None
        spoken, end = passage.tables.titles_before.get(form), found.start() + len(form) + 1
    if spoken is None:
        return None
    if form == "DR" and word_before(passage.text, found.start()).rstrip(".").lower() in {"prof", "h", "kh"}:
        return Reading(found.start(), end, spoken, "title", 0.95)
    if form == "Kav" and word_before(passage.text, found.start()).lower() not in _OFFICERS:
        return None
    follows = after(passage.text, end)
    honoured = form == "Dr" and _HONORIS_CAUSA.match(passage.text, end)
    if passage.text[end : end + 1] == "-" or not (honoured or follows[:1].isupper() or _TITLE.match(follows)):
        return None
    glued = passage.text[end - 1] != "." and not passage.text[end].isspace()
    if form == "dr" and passage.text[end - 1] != "." and _FROM.match(after(passage.text, end)):
        # "naik dr Rp5.000", "dr Desa Ketapang": dari
        return Reading(found.start(), found.end(1), "dari", "title", 0.85, ("dokter",))
    if form in {"H", "St"} and _ENGLISH.match(after(passage.text, end)):
        return None
    if len(form) == 1 and (glued or _inside_name(passage.text, found.start(), passage.tables)):
        # "H&M" and the initial in "Ahmad H Santoso".
        return None
    # "Prof. Dr.", "Dr. Ir.": a scholar and no physician.
    scholar = form == "Dr" and (
        word_before(passage.text, found.start()).lower() == "prof" or _SCHOLAR.match(follows)
    )
    sure = 0.7 if form in {"Dr", "H"} and not scholar else 0.95
    return Reading(found.start(), end, spoken, "title", sure, _OTHERS.get(form, ()))


def _inside_name(text: str, at: int, tables: Tables) -> bool:
    """Tell the initial in "Ahmad H Santoso" from the Haji in "Prof H Santoso"."""
    before = word_before(text, at)
    name = before[:1].isupper() and before[1:].islower() and before.lower() not in _BEFORE_HAJI
    rank = tables.abbreviations.get(before.lower(), ("", ""))[1] == "rank"
    return name and not rank and text[at - 2 : at] != ", " and not _OFFICE.search(text, max(0, at - 48), at)


def _composed(form: str, tables: Tables) -> str | None:
    """Put a degree together from its grade and a field that another degree has: A.Md.Kep., S.Tr.Kom."""
    for short, grade in _GRADES:
        field = form.removeprefix(short)
        if field != form:
            for known, whole in (("S", "sarjana "), ("M", "magister ")):
                spoken = tables.titles_after.get(f"{known}{field}", "")
                if spoken.startswith(whole):
                    return f"{grade} {spoken.removeprefix(whole)}"
    return None


def _behind_name(found: re.Match[str], passage: Passage) -> bool:
    """Tell the degree in "Budi Santoso S.H." from the initials in "Jalan M.H. Thamrin"."""
    if not word_before(passage.text, found.start())[:1].isupper():
        return False
    named = _GIVEN_NAME.match(after(passage.text, found.end()))
    return not named or any(letter.islower() for letter in found[0])


def _in_a_list(found: re.Match[str], passage: Passage) -> bool:
    """Tell the court in "KPK, MK, MA, dan KY" from the degree in "Ibnu Salim, SH, MA"."""
    if _GOES_ON.match(passage.text, found.end()):
        return True
    before = passage.text[max(0, found.start() - _LONGEST_ROW) : found.start()].rpartition("\n")[2]
    for piece in reversed(before.split(", ")[:-1]):
        last = piece.rpartition(" ")[2].replace(".", "")
        if last not in passage.tables.titles_after:
            # "tersangka, SH (24)": a suspect's initials.
            short = last.isupper() and (1 < len(last) < 4 or last in passage.tables.acronyms)
            return short or last[:1].islower()
        if last != piece.replace(".", ""):
            # "Budi SH, MH"
            return False
    return False


def _read_after(found: re.Match[str], passage: Passage) -> Reading | None:
    form = found[0].replace(".", "").replace(" ", "")
    spoken = passage.tables.titles_after.get(form) or _composed(form, passage.tables)
    if spoken is None or (passage.text[found.start() - 2] != "," and not _behind_name(found, passage)):
        return None
    if found[0].isupper() and found[0].isalpha() and _in_a_list(found, passage):
        return None
    end = found.end()
    if form.startswith("Sp") and passage.text.startswith("(K)", end):
        return Reading(found.start(), end + 3, f"{spoken} konsultan", "title", 0.9)
    # The dot of a degree is its own in the middle of a sentence, and the full stop at its end.
    dotted = "." in found[0].rstrip(".")
    follows = passage.text[found.end() : found.end() + 2]
    last = found[0].endswith(".") and (
        not dotted or not follows.strip() or (follows[0] == " " and follows[1:].isupper())
    )
    return Reading(found.start(), found.end() - int(last), spoken, "title", 0.9)


def _words(tables: Tables) -> frozenset[str]:
    return frozenset(tables.titles_before) | frozenset(
        head[0] for form in tables.titles_after if (head := _HEAD.match(form))
    )


AFTER = Rule("title", Starts.CAPITAL, _AFTER, _read_after, _words)
BEFORE = Rule("title", Starts.LETTER, _BEFORE, _read_before)
