"""Broken once, every word of a script stands on exactly one screen, in the form it is said."""

from __future__ import annotations

import doctest
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF

from newsdesk.domain.blocks import Clip
from newsdesk.ui import ticker
from newsdesk.ui.onair import column_parts, reading_text, timers
from newsdesk.ui.onair.frozen_pages import Card, Still, break_pages, page_at
from newsdesk.ui.onair.laid_lines import Line
from newsdesk.ui.onair.page_book import same_place
from newsdesk.ui.onair.page_painter import fonts_for
from newsdesk.ui.onair.paper import CARD, Paper
from newsdesk.ui.onair.reading_text import ClipCard, Mark, Quiet, Words, parts_of
from tests.ui.onair.scripts import BODY, long_item, statistik

USUAL = Paper(1100, 900, 42)


def _pages(text, look, paper=USUAL, **how):
    return break_pages(parts_of(text, **how), paper, fonts_for(look.theme, paper))


@pytest.mark.parametrize("module", [column_parts, reading_text, timers, ticker])
def test_examples(module) -> None:
    assert doctest.testmod(module).failed == 0


def test_figures_and_acronyms_stand_as_they_are_said_and_the_written_form_on_a_key(air_look) -> None:
    (page,) = _pages(statistik(), air_look)
    said = page.words.replace("\N{NO-BREAK SPACE}", " ")
    assert "Kepala be pe es Kota Blitar" in said
    assert "menjadi dua koma enam lima, lebih" in said
    assert "2.65" not in said
    (written,) = _pages(statistik(), air_look, written=True)
    assert "Kepala BPS Kota Blitar" in written.words
    assert "menjadi 2.65, lebih" in written.words
    dotted = [line for line in page.rows if isinstance(line, Line) and line.dots]
    assert len(dotted) == 3
    assert not [line for line in page.rows if isinstance(line, Line) and len(line.dots) > 1]


def test_no_figure_is_begun_on_one_screen_and_ended_on_the_next(air_look) -> None:
    said = "dua puluh lima November dua ribu dua puluh enam"
    text = f"Pemerintah menyiapkan beras untuk operasi pasar pada {said}, kata kepala dinas itu. " * 4
    marks = tuple(
        Mark(at, at + len(said), dotted=True) for at in range(len(text)) if text.startswith(said, at)
    )
    for width in range(420, 1100, 20):
        paper = Paper(width, 768, 42)
        pages = break_pages([Words(text, marks)], paper, fonts_for(air_look.theme, paper))
        assert " ".join(page.words for page in pages).split() == text.split()
        for page in pages:
            assert not any(page.words.endswith(said[:cut].rstrip()) for cut in range(len("dua "), len(said)))


def test_letters_of_an_acronym_never_stand_on_two_lines(air_look) -> None:
    for width in range(420, 1100, 20):
        for page in _pages(statistik(), air_look, Paper(width, 900, 42)):
            for row in page.rows:
                if isinstance(row, Line):
                    words = row.text.replace("\N{NO-BREAK SPACE}", "~")
                    assert words.count("be~pe~es") == words.count("be~")
                    assert words.count("o~pe~de") == words.count("o~pe")


def test_a_respelling_stands_over_its_name_and_no_line_is_taller_for_it(air_look) -> None:
    (page,) = _pages(statistik(), air_look)
    lines = [row for row in page.rows if isinstance(row, Line)]
    assert [one.text for one in lines[0].respellings] == ["HA-nung pra-mu-SI-to"]
    assert lines[0].respellings[0].x == 64
    assert {after.top - before.top for before, after in pairwise(lines[:4])} == {72}
    # A name on two lines has each part of its respelling over its own.
    narrow = [
        row.respellings[0].text
        for page in _pages(statistik(), air_look, Paper(128 + 260, 900, 42))
        for row in page.rows
        if isinstance(row, Line) and row.respellings
    ]
    assert narrow == ["HA-nung", "pra-mu-SI-to"]


def test_clip_note_and_sign_off_have_their_places(air_look) -> None:
    parts = parts_of(statistik())
    assert [type(part) for part in parts] == [Words, ClipCard, Quiet, Words, Quiet]
    (page,) = _pages(statistik(), air_look)
    card = next(row for row in page.rows if isinstance(row, Card))
    before = [row for row in page.rows if isinstance(row, Line) and row.top < card.top]
    assert card.top == before[-1].top + 72 + 28
    stills = [row for row in page.rows if isinstance(row, Still)]
    assert stills[0].lines == ("Catatan penyiar, tidak dibaca: Beri jeda sebelum klip.",)
    assert stills[1].lines == ("Ipang Harwoko, Mahardhika FM",)
    assert all(still.top > card.top + CARD for still in stills)


def test_a_paraphrase_is_read_in_the_place_of_its_clip(air_look) -> None:
    (page,) = _pages(statistik(), air_look, paraphrased={0})
    assert not page.cards
    assert "tahun lalu. Hanung bersyukur kota ini dinilai baik. Hanung berharap" in page.words


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(
        st.sampled_from(["Kota", "Blitar,", "naik", "\n", "pemerintah", "di", "\N{GRINNING FACE}", "2025."]),
        max_size=160,
    ),
    size=st.sampled_from([28, 42, 66, 96]),
    width=st.integers(500, 1500),
)
def test_no_word_is_lost_between_screens_and_none_stands_on_the_keys(words, size, width, air_look) -> None:
    body = " ".join(words)
    paper = Paper(width, 768, size)
    pages = break_pages(reading_text.parts_of_words(body), paper, fonts_for(air_look.theme, paper))
    read = "".join(page.words for page in pages)
    assert "".join(read.split()) == "".join(body.split())
    for page in pages:
        assert all(row.top + paper.pitch <= paper.bottom for row in page.rows if isinstance(row, Line))
    starts = [page.start for page in pages]
    assert starts == sorted(starts)
    for at, start in enumerate(starts):
        assert page_at(pages, start) == max(n for n, one in enumerate(starts) if one == start)
        assert at <= page_at(pages, start)


def test_no_screen_ends_or_begins_with_one_line_of_a_longer_paragraph(air_look) -> None:
    pages = _pages(long_item(1).text, air_look)
    assert len(pages) > 3
    for page in pages:
        lines = [row for row in page.rows if isinstance(row, Line)]
        by_paragraph: dict[int, int] = {}
        for line in lines:
            by_paragraph[id(line.layout)] = by_paragraph.get(id(line.layout), 0) + 1
        assert min(by_paragraph.values()) > 1


def test_the_place_is_kept_when_words_before_it_change(air_look) -> None:
    text = long_item(1).text
    pages = _pages(text, air_look)
    at = pages[2].start
    new = "Satu kalimat yang baru di depan semuanya.\n" + text.body
    moved = _pages(long_item(1).text.__class__("S", "", new), air_look)
    found = same_place(text.body, new, at, moved)
    first = text.body[at : at + 40]
    assert first in new[moved[found].start :][:900]
    assert same_place(BODY, BODY, 0, pages) == 0


def test_an_endless_word_is_broken_rather_than_lost(air_look) -> None:
    paper = Paper(700, 768, 96)
    word = "kata" * 40
    pages = break_pages(reading_text.parts_of_words(word), paper, fonts_for(air_look.theme, paper))
    assert "".join(row.text for page in pages for row in page.rows if isinstance(row, Line)) == word
    metrics = QFontMetricsF(fonts_for(air_look.theme, paper).words)
    assert all(
        metrics.horizontalAdvance(row.text) <= paper.line_width + 1
        for page in pages
        for row in page.rows
        if isinstance(row, Line)
    )


def test_the_silent_leaves_no_hole_and_many_clips_keep_their_order() -> None:
    from newsdesk.domain.air_text import AirText, SaidToken
    from newsdesk.domain.blocks import MARK

    silent = AirText("S", "", "Harga (naik) turun.", tokens=(SaidToken(6, 12, ""),))
    assert [part.text for part in parts_of(silent)] == ["Harga turun."]
    clips = tuple(Clip(f"K{n}") for n in range(3))
    text = AirText("S", "", "\n".join([MARK, "Kata.", MARK, MARK]), clips)
    shown = [part.clip.name for part in parts_of(text) if isinstance(part, ClipCard)]
    assert shown == ["K0", "K1", "K2"]
