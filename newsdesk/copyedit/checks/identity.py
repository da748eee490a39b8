"""What would tell who somebody is: a name, an address, a school, a parent; and how somebody died."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdesk.copyedit.checks.tables import listed

_NO_NAME = "(?!(?:" + "|".join(sorted(listed("not_people"))) + r")\b)"
_NAME = rf"{_NO_NAME}[A-Z][a-z]{{2,}}(?:\s[A-Z][a-z]+){{0,3}}"
_PERSON = (
    r"(?:korban|pelaku|tersangka|terduga pelaku|terduga|bocah|siswa|siswi|pelajar|remaja|pria"
    r"|wanita|perempuan|laki-laki|saksi|pemuda|gadis|santri|santriwati|anak)"
)
_PATTERNS = {
    "name": (
        # "Melati (14)" and "Melati, 14 tahun", not "SMP Negeri (12)" or a single letter.
        re.compile(rf"(?<![\w-])({_NAME})\s?\(\d{{1,2}}(?:\s?(?:tahun|thn|th))?\)"),
        re.compile(rf"(?<![\w-])({_NAME}),\s\d{{1,2}}\stahun"),
        re.compile(rf"\b(?:bernama|namanya|diketahui bernama|atas nama)\s({_NAME})"),
        re.compile(rf"\b(?i:{_PERSON}),?\s({_NAME})(?=[\s,.])"),
    ),
    "address": (
        re.compile(
            r"\b(?:warga|asal|beralamat di|tinggal di|rumahnya di|rumah korban di|kediamannya di"
            r"|alamatnya di|kos di)"
            r"(?:\s(?:RT|RW)\s?\d+(?:/RW\s?\d+)?,?)?"
            r"\s((?:Jalan|Jl\.?|Gang|Dusun|Desa|Kelurahan|Lingkungan|Perumahan|RT|RW|Kampung)"
            r"\s[A-Z\d][\w/]*(?:\s[A-Z\d][\w/]*){0,3})"
        ),
        re.compile(r"\b(?:di|dari)\s(Jembatan\s[A-Z]\w+(?:\s[A-Z]\w+){0,2})"),
    ),
    "school": (
        re.compile(
            r"\b(?:siswa|siswi|pelajar|murid|bersekolah di|sekolah di|santri|santriwati)"
            r"(?:\skelas\s\w+)?(?:\sdi)?"
            r"\s((?:SD|SDN|SDI|SMP|SMPN|SMA|SMAN|SMK|SMKN|MTs|MTsN|MI|MIN|MA|MAN|TK|Ponpes"
            r"|Pondok Pesantren|Pesantren)"
            r"(?:\s(?:Negeri|Islam|Muhammadiyah|Al|[A-Z]\w+|\d+))+)"
        ),
    ),
    "family": (
        re.compile(
            rf"\b(?:ibu|ayah|bapak|orang tua|kakek|nenek|paman|bibi|kakak|adik)"
            rf"(?:nya|\s(?:kandung\s|tiri\s)?(?:korban|pelaku))"
            rf",?\s(?:yang bernama\s|bernama\s)?({_NAME})"
        ),
        re.compile(rf"\b(?:putra|putri|anak)\s(?:dari\s)?(?:pasangan\s)?(?:Bapak|Ibu|Pak|Bu)\s({_NAME})"),
    ),
    "method": (
        re.compile(
            r"\b((?:menenggak|meminum|minum|menelan)\s(?:racun|obat\s\w+|pestisida|potas|cairan\s\w+)"
            r"|(?:melompat|meloncat|terjun|lompat)\s(?:dari|ke)\s(?:atas\s|lantai\s)?\w+"
            r"|(?:menyayat|mengiris|memotong)\s(?:nadi|urat|pergelangan)\w*"
            r"|(?:seutas|dengan|menggunakan|memakai)\s(?:seutas\s)?(?:tali|kain|selendang|kabel)(?:\s\w+)?)",
        ),
    ),
}  # fmt: skip


def identities(text: str, start: int, end: int, kinds: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    """Yield what would tell who somebody is in ``text[start:end]``: where it stands, and its kind.

    >>> text = "Korban bernama Melati, siswi SMP Negeri 3 Blitar."
    >>> [text[s:e] for s, e, _ in identities(text, 0, len(text), ("name", "school"))]
    ['Melati', 'SMP Negeri 3 Blitar']
    """
    for kind in kinds:
        taken = -1
        for pattern in _PATTERNS.get(kind, ()):
            for match in pattern.finditer(text, start, end):
                if match.start(1) >= taken:
                    yield *match.span(1), kind
                    taken = match.end(1)
