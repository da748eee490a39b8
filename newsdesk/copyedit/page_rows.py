"""The rows of a web page that are not news, each kind with the shapes that it takes.

A row is furniture only when the whole of it has one of these shapes, so a sentence that merely holds such
words stays. The shapes are those of Indonesian news sites and of WordPress in English and Indonesian.
"""

from __future__ import annotations

import re
from enum import StrEnum

LONGEST_ROW = 240
"""Characters of the longest row that can be furniture; longer rows are news."""


class Furniture(StrEnum):
    """What a stripped row was."""

    RELATED = "related"
    COMMENTS = "comments"
    READ_ALSO = "read_also"
    SHARE = "share"
    TAGS = "tags"
    COPYRIGHT = "copyright"
    COUNTER = "counter"
    NAVIGATION = "navigation"
    ADVERTISEMENT = "advertisement"
    REPEATED_HEADLINE = "repeated_headline"


def _whole(*shapes: str) -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(shapes) + r")[ .:]*", re.IGNORECASE)


_NETWORK = (
    r"(?:facebook|fb|twitter|x|whatsapp|wa|telegram|line|pinterest|linkedin|instagram|threads|tiktok|e-?mail)"
)
_SHARE_WORD = rf"(?:share|bagikan|sebarkan|tweet|print|cetak|copy link|salin (?:tautan|link)|{_NETWORK})"

RELATED_HEADING = _whole(
    r"related (?:posts?|articles?|news|stories)",
    r"(?:berita|artikel|kabar|baca|tulisan) (?:terkait|lainnya|terpopuler|populer|pilihan)",
    r"rekomendasi untuk anda",
    r"(?:terpopuler|most popular|trending now|you (?:might|may) also like)",
)
"""A heading after which the headlines of other stories stand."""

READ_ALSO_HEADING = _whole(r"\(?baca (?:juga|pula)\)?")
"""The words "Baca juga" alone: the next row is another story's headline."""

_SHAPES: tuple[tuple[Furniture, re.Pattern[str]], ...] = (
    (Furniture.RELATED, RELATED_HEADING),
    (Furniture.READ_ALSO, READ_ALSO_HEADING),
    (
        Furniture.READ_ALSO,
        _whole(
            r"\W{0,3}(?:baca|lihat|simak|tonton) (?:juga|pula)\b[^:\-–—|»>]{0,12}[:\-–—|»>]"
            r"(?:(?![.!?] [A-Z“\"”]).)+"
        ),
    ),
    (
        Furniture.COMMENTS,
        _whole(
            r"(?:comments?|komentar) ?\(?\d{0,6}\)?",
            r"\d{1,6} (?:comments?|komentar)",
            r"(?:there are )?no comments(?: yet)?",
            r"belum ada komentar",
            r"(?:leave|post|add|write) (?:a |your )?(?:comment|reply)",
            r"(?:tinggalkan|tulis|kirim|beri) (?:komentar|balasan)(?: anda)?",
            r"(?:cancel reply|batalkan balasan)",
            r"your e-?mail address will not be published\.?(?: required fields are marked \*?)?",
            r"alamat e-?mail anda tidak akan dipublikasikan\.?(?: ruas yang wajib ditandai \*?)?",
            r"save my name, e-?mail,? and website in this browser for the next time i comment",
            r"(?:name|nama|website|situs web|e-?mail) ?\*",
        ),
    ),
    (
        Furniture.SHARE,
        _whole(
            rf"{_SHARE_WORD}(?:[ ,|/•·]+{_SHARE_WORD}){{0,11}}",
            rf"(?:share|bagikan|sebarkan)(?: (?:this|ini))?(?: (?:article|post|story|artikel|berita))?"
            rf"(?: ini)?"
            rf"(?: (?:on|to|via|ke|di|lewat) {_NETWORK})?",
            r"print this page",
            r"(?:ikuti|follow) (?:kami|us|berita (?:kami|terkini|lainnya)|saluran|channel)\b.{0,80}"
            r"(?:google news|whatsapp(?: channel)?|telegram|instagram|facebook)",
        ),
    ),
    (Furniture.TAGS, _whole(r"(?:tags?|label) ?:(?:(?![.!?] ).)+", r"#[\w-]+(?:[ ,]+#[\w-]+)*")),
    (
        Furniture.COPYRIGHT,
        _whole(
            r"(?:copyright|hak cipta) ?(?:©|\(c\)).{0,100}",
            r"©.{0,100}",
            r"\(c\) ?(?:19|20)\d\d.{0,80}",
            r"copyright (?:19|20)\d\d\b.{0,100}",
            r".{0,100}all rights? reserved",
            r"hak cipta dilindungi undang-undang",
        ),
    ),
    (
        Furniture.COUNTER,
        _whole(
            r"(?:post )?views?:? ?[\d.,]{1,9}",
            r"[\d.,]{1,9} views?",
            r"(?:dibaca|dilihat):? ?[\d.,]{1,9} ?(?:kali|x)?",
        ),
    ),
    (
        Furniture.NAVIGATION,
        _whole(
            r"(?:home|beranda)(?: ?[>/»›] ?[^>/»›]{1,40}){0,5}",
            r"(?:previous|next)(?: (?:post|article|page))?",
            r"(?:sebelumnya|selanjutnya|selengkapnya|lihat semua|kembali ke atas)",
            r"(?:load|read|show) more",
            r"halaman(?: (?:selanjutnya|berikutnya|sebelumnya))?(?: ?[\d ]{1,20})?",
        ),
    ),
    (
        Furniture.ADVERTISEMENT,
        _whole(r"(?:advertisements?|iklan|sponsored)", r"scroll to continue with content"),
    ),
)


def kind_of(row: str) -> Furniture | None:
    """Return what kind of page furniture the whole of ``row`` is, or None for anything that may be news.

    >>> kind_of("Comments (0)")
    <Furniture.COMMENTS: 'comments'>
    >>> kind_of("Komentar warga beragam.") is None
    True
    """
    if not row or len(row) > LONGEST_ROW:
        return None
    for kind, shape in _SHAPES:
        if shape.fullmatch(row):
            return kind
    return None


_SENTENCE_END = re.compile(r"[.:;,]$|[.!?][”\"’)]?(?: |$)(?!$)|[”\"]$")


def like_headline(row: str) -> bool:
    """Say whether ``row`` has the shape of a headline: a few words, one sentence, no full stop."""
    return len(row) <= 180 and 3 <= len(row.split()) <= 25 and not _SENTENCE_END.search(row)
