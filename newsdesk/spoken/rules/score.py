"""Scores of games: the two numbers side by side, nil is "kosong".

unggul 1-0 -> unggul satu kosong
kedudukan 5 -2 -> kedudukan lima dua
menang 21-19, 21-15 -> menang dua puluh satu sembilan belas, dua puluh satu lima belas
strategi 4-4-2 -> strategi empat empat dua
7-6 (5/7) -> tujuh enam (lima tujuh)
"""

from __future__ import annotations

import re

from newsdesk.spoken import numbers
from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.text import Reading, SpokenWord
from newsdesk.spoken.written import after, word_before, words, words_near

_PATTERN = re.compile(r"(\d{1,3})[ \u00a0]?[-–—:][ \u00a0]?(\d{1,3})(?![\d%]|[.:/–-]\d|,\d++(?![-–])|-?an)")
# After a score another one: "21-19, 19-21 dan 21-18", "7-6 (5) 6-4".
_CHAIN = re.compile(r"\d[-–]\d{1,2}(?:[ ]?\(\d{1,2}\))?(?:[,;]?[ ]?|,? dan )\Z")
# Eleven players less the keeper: 4-4-2, 4-2-3-1.
_FORMATION = re.compile(r"[1-6](?:-[1-6]){2,3}(?![\d-])")
_TIE_BREAK = re.compile(r"(\d{1,2})[/-](\d{1,2})(?=\))")
_TIED = re.compile(r"\d[-–]\d ?\(\Z")
_SPORT = words(
    """
    skor menang kalah unggul imbang kedudukan mengalahkan kemenangan kekalahan gol mengungguli
    melawan seri ditahan takluk menaklukkan ditaklukkan menundukkan menyerah tumbang agregat penalti
    set gim menit babak laga pertandingan pebulutangkis petenis final semifinal menekuk menggilas
    membungkam mencukur dikalahkan keunggulan ketinggalan tertinggal menyamakan memimpin
    vs versus lawan kontra melawan game rubber straight stright ronde perempatfinal
    """
)
_NOT_GAMES = words(
    """
    antara usia umur berusia berumur berkisar jalan jl nomor no pasal tahun halaman pukul
    """
)
_PROPORTIONS = words("perbandingan banding rasio skala kuota komposisi proporsi porsi formula")
_UNITS = words(
    """
    persen tahun orang hari bulan jam menit meter kilometer km juta miliar triliun ribu kali
    """
)


def _points(number: int, passage: Passage) -> str:
    return passage.policy.score_zero if number == 0 else numbers.cardinal(number)


def _read(found: re.Match[str], passage: Passage) -> Reading | None:
    before = word_before(passage.text, found.start()).lower()
    if ":" in found[0] and (" " in found[0] or before in _PROPORTIONS):
        # 2 : 1, a proportion
        return None
    first, second = int(found[1]), int(found[2])
    follows = after(passage.text, found.end()).split(" ", 1)[0].rstrip(".,;)").lower()
    if before in _NOT_GAMES or follows in _UNITS or max(first, second) > 199:
        return None
    chained = _CHAIN.search(passage.text[max(0, found.start() - 16) : found.start()]) is not None
    sport = chained or not _SPORT.isdisjoint(words_near(passage.text, found.start(), found.end()))
    # A range goes upwards: a larger number first is a score.
    if not sport and (first < second or first > 30):
        return None
    words = [_points(number, passage) for number in (first, second)]
    parts = (SpokenWord(words[0], *found.span(1)), SpokenWord(words[1], *found.span(2)))
    others = (f"{words[0]} sampai {words[1]}",) if first < second else ()
    return Reading(found.start(), found.end(), " ".join(words), "score", 0.9 if sport else 0.6, others, parts)


def _read_formation(found: re.Match[str], _: Passage) -> Reading | None:
    figures = found[0].split("-")
    if sum(map(int, figures)) != 10:
        return None
    return Reading(found.start(), found.end(), " ".join(map(numbers.whole, figures)), "score", 0.95)


def _read_tie_break(found: re.Match[str], passage: Passage) -> Reading | None:
    if not _TIED.search(passage.text[max(0, found.start() - 8) : found.start()]):
        return None
    spoken = f"{_points(int(found[1]), passage)} {_points(int(found[2]), passage)}"
    return Reading(found.start(), found.end(), spoken, "score", 0.9)


FORMATION = Rule("score", Starts.DIGIT, _FORMATION, _read_formation)
TIE_BREAK = Rule("score", Starts.DIGIT, _TIE_BREAK, _read_tie_break)
RULE = Rule("score", Starts.DIGIT, _PATTERN, _read)
