"""Addresses of the net, said part by part; the scheme is silent.

www.blitarkota.go.id -> we we we titik blitarkota titik go titik i de
humas@blitarkota.go.id -> humas at blitarkota titik go titik i de
pcc135@pertamina.com -> pe ce ce satu tiga lima at pertamina titik com
https://kpu.go.id/berita -> ka pe u titik go titik i de garis miring berita
#BlitarMaju -> tagar blitar maju
@pemkotblitar -> at pemkotblitar
"""

from __future__ import annotations

import re

from newsdesk.spoken import numbers
from newsdesk.spoken.letters import spell
from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.tables import Tables
from newsdesk.spoken.text import Reading
from newsdesk.spoken.written import words

_PATTERN = re.compile(
    r"(?>(?P<scheme>https?://)?)"
    r"(?P<user>[a-zA-Z0-9_.+-]{1,64}@)?"
    r"(?P<host>[a-zA-Z0-9-]{1,63}(?:\.[a-zA-Z0-9-]{1,63}){1,6})(?![a-zA-Z0-9])"
    r"(?P<path>(?:/[a-zA-Z0-9_%?=&#+~-]{1,80}(?:\.[a-zA-Z0-9]{1,5})?){0,12}/?)"
)
_TAG = re.compile(
    r"#(?!\d{1,4}(?![^\W_]))[A-Za-z0-9_]{1,60}"
    r"|@(?!Rp\.?[ ]?\d|\d+\b)[A-Za-z0-9_]{1,60}(?:\.[a-z0-9_]{1,60}){0,4}"
)
_PIECE = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^A-Za-z\d]")
_SIGNS = {
    ".": "titik", "@": "at", "-": "strip", "/": "garis miring", "_": "garis bawah", "?": "tanda tanya",
    "=": "sama dengan", "&": "dan", "#": "tagar", "+": "plus", "%": "persen", "~": "gelombang",
}  # fmt: skip
_DOMAINS = words(
    """
    com net org info biz edu gov co id go or ac sch web desa mil my tv me io us uk sg au jp eu int
    news app ly gl ai link site xyz online store blog ee be
    """
)
_KNOWN_HOST = re.compile(
    rf"[a-zA-Z0-9](?:[a-zA-Z0-9-]*\.)+(?:{'|'.join(sorted(_DOMAINS, reverse=True))})(?![a-zA-Z])"
)
_SPELLED = words("id www tv ac uk us jp eu kpu kpk bps bpk rri dpr")
_VOWELS = frozenset("aiueo")


def say_piece(piece: str, tables: Tables) -> str:
    """Say one piece of an address or a code: as a word if it has vowels and is no short form."""
    if piece in _SIGNS:
        return _SIGNS[piece]
    if piece.isdecimal():
        return numbers.digits(piece)
    if (
        piece.lower() in _SPELLED
        or (piece.lower() in tables.abbreviations and piece.lower() not in _DOMAINS)
        or (len(piece) > 1 and _VOWELS.isdisjoint(piece.lower()))
    ):
        return spell(piece)
    title = tables.titles_before.get(piece.lower())
    if title:
        return title
    return spell(piece) if piece.isupper() and len(piece) < 4 else piece.lower()


def _say(written: str, tables: Tables) -> str:
    return " ".join(say_piece(piece, tables) for piece in _PIECE.findall(written))


def _read(found: re.Match[str], passage: Passage) -> Reading | None:
    user, host, path = found["user"] or "", found["host"], found["path"].removesuffix("/")
    sure = found["scheme"] or user or host.lower().startswith("www.")
    end = found.end("host") if not path else found.start("path") + len(path)
    if not sure:
        # In running prose only a known ending makes an address; what is glued to it is not of it.
        name = _KNOWN_HOST.match(host)
        if name is None:
            return None
        if name[0] != host:
            host, path, end = name[0], "", found.start("host") + name.end()
    return Reading(found.start(), end, _say(user + host + path, passage.tables), "url", 0.95)


def _read_tag(found: re.Match[str], passage: Passage) -> Reading | None:
    return Reading(found.start(), found.end(), _say(found[0], passage.tables), "url", 0.9)


RULE = Rule("url", Starts.LETTER | Starts.DIGIT, _PATTERN, _read)
TAG = Rule("url", Starts.SIGN, _TAG, _read_tag)
