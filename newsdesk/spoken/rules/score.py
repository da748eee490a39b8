"""Scores of games: the two numbers side by side, nil is "kosong".

unggul 1-0 -> unggul satu kosong
kedudukan 5 -2 -> kedudukan lima dua
menang 21-19, 21-15 -> menang dua puluh satu sembilan belas, dua puluh satu lima belas
"""

from __future__ import annotations

import re

from newsdesk.spoken import numbers
from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.rules.written import after, word_before, words, words_near
from newsdesk.spoken.text import Reading, SpokenWord

_PATTERN = re.compile(r"(\d{1,3})[ \u00a0]?[-–—:][ \u00a0]?(\d{1,3})(?![\d%]|[.:/–-]\d|,\d++(?![-–])|-?an)")
_SPORT = words(
    """
    skor menang kalah unggul imbang kedudukan mengalahkan kemenangan kekalahan gol mengungguli
    melawan seri ditahan takluk menaklukkan ditaklukkan menundukkan menyerah tumbang agregat penalti
    set gim menit babak laga pertandingan pebulutangkis petenis final semifinal menekuk menggilas
    membungkam mencukur dikalahkan keunggulan ketinggalan tertinggal menyamakan memimpin
    """
)
_NOT_GAMES = words(
    """
    antara usia umur berusia berumur berkisar jalan jl nomor no pasal tahun halaman pukul
    """
)
_UNITS = words(
    """
    persen tahun orang hari bulan jam menit meter kilometer km juta miliar triliun ribu kali
    """
)


def _read(found: re.Match[str], passage: Passage) -> Reading | None:
    first, second = int(found[1]), int(found[2])
    before = word_before(passage.text, found.start()).lower()
    follows = after(passage.text, found.end()).split(" ", 1)[0].rstrip(".,;)").lower()
    if before in _NOT_GAMES or follows in _UNITS or max(first, second) > 199:
        return None
    sport = not _SPORT.isdisjoint(words_near(passage.text, found.start(), found.end()))
    # A range goes upwards: a larger number first is a score.
    if not sport and (first <= second or first > 30):
        return None
    words = [
        passage.policy.score_zero if number == 0 else numbers.cardinal(number) for number in (first, second)
    ]
    parts = (SpokenWord(words[0], *found.span(1)), SpokenWord(words[1], *found.span(2)))
    others = (f"{words[0]} sampai {words[1]}",) if first < second else ()
    return Reading(found.start(), found.end(), " ".join(words), "score", 0.9 if sport else 0.6, others, parts)


RULE = Rule("score", Starts.DIGIT, _PATTERN, _read)
