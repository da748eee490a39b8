"""Saran pangkas: what could go is named, ticking shows how it comes out, and applying can be taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from newsdesk.domain.bulletin import BulletinState
from newsdesk.domain.trimming import TrimKind, saved_ms
from newsdesk.ui.bulletins.trim_words import result_words
from tests.ui.bulletins.conftest import CONTROL, go_to, kept, press, row_of


@pytest.fixture
def over(page, qtbot):
    """The page with a bulletin that is 54 seconds too long."""
    page.desk.act(
        lambda newsroom, bulletin, version: newsroom.bulletins.change(bulletin, version, slot_ms=780_000)
    )
    qtbot.waitUntil(lambda: bool(page.view.adviser.options.rows.options))
    return page


def test_suggestions_are_ticked_and_the_result_follows_every_tick(over) -> None:
    rows = over.view.adviser.options.rows
    assert over.view.head.over.shown().words == "+0:54 lebih"
    assert rows.options[0].kind is TrimKind.CUT_SENTENCE  # the least harm first
    assert rows.chosen()

    def result() -> str:
        return result_words(54_000 - saved_ms(rows.chosen()), over.desk.sheet.opened.bulletin.tolerance_ms)

    shown = over.view.adviser._result.figure
    before = shown.text()
    assert before.partition(":")[0] == result().partition(":")[0]
    over.view.adviser.options.setFocus()
    press(over, Qt.Key.Key_Space)
    assert shown.text() != before
    told = QAccessible.queryAccessibleInterface(over.view.adviser.options)
    first = told.child(0)
    assert rows.options[0].slug in first.text(QAccessible.Text.Name)
    assert bool(first.state().checked) == (rows.options[0] in rows.chosen())


def test_what_is_applied_saves_what_it_said_and_is_taken_back_whole(over, newsroom, qtbot) -> None:
    rows, before = over.view.adviser.options.rows, kept(over, newsroom)
    sentence = next(n for n, option in enumerate(rows.options) if option.slug == "KEPALA-BERITA")
    option = rows.options[sentence]
    for place in [n for n, one in enumerate(rows.options) if one in rows.chosen()]:
        rows.turn(place)
    rows.turn(sentence)
    total = over.desk.sheet.times.total_ms
    over.table.setFocus()
    press(over, Qt.Key.Key_Return, CONTROL)
    assert over.desk.sheet.times.total_ms == total - option.saves_ms
    assert row_of(over, "KEPALA-BERITA").facts.status.words != "Siap"
    assert "harus disetujui lagi" in over.news.sentence
    over.news.take_back()
    assert kept(over, newsroom) == before
    assert row_of(over, "KEPALA-BERITA").facts.status.words == "Siap"


def test_ctrl_z_takes_back_in_turn_what_was_applied_and_what_was_edited(over, newsroom, qtbot) -> None:
    def undo() -> str:
        press(over, Qt.Key.Key_Z, CONTROL)
        return over.news.sentence

    over.table.setFocus()
    before = kept(over, newsroom)
    go_to(over, "KEPALA-BERITA")
    press(over, Qt.Key.Key_F)
    edited = kept(over, newsroom)
    qtbot.waitUntil(lambda: bool(over.view.adviser.options.rows.chosen()))
    press(over, Qt.Key.Key_Return, CONTROL)
    assert kept(over, newsroom) != edited
    press(over, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert "saran" not in undo()
    assert "saran diterapkan" in undo()
    assert kept(over, newsroom) == edited
    assert "saran" not in undo()
    assert kept(over, newsroom) == before
    assert undo() == "Tidak ada yang bisa diurungkan."


def test_what_is_proposed_follows_the_length_and_what_a_person_ticked_stays(over, qtbot) -> None:
    rows = over.view.adviser.options.rows
    much = saved_ms(rows.chosen())

    def slot(ms: int) -> None:
        over.desk.act(
            lambda newsroom, bulletin, version: newsroom.bulletins.change(bulletin, version, slot_ms=ms)
        )
        qtbot.wait(250)  # what could go is asked a moment after the length is another

    slot(780_000 + 50_000)  # four seconds too long, and within what counts as in time
    slot(780_000 + 45_000)
    options = list(rows.options)
    little = saved_ms(rows.chosen())
    assert 0 < little < much
    slot(780_000)
    assert (list(rows.options), saved_ms(rows.chosen())) == (options, much)
    by_hand = next(n for n, one in enumerate(rows.options) if one not in rows.chosen())
    rows.turn(by_hand)
    ticked = rows.chosen()
    slot(780_000 + 45_000)
    assert rows.chosen() == ticked


def test_nothing_is_suggested_for_a_bulletin_that_has_gone_out(over, newsroom, qtbot) -> None:
    bulletin = over.desk.sheet.bulletin_id
    with newsroom.storage.write() as work:
        work.bulletins.stands(bulletin, BulletinState.AIRED)
    over.desk.load(bulletin)
    qtbot.wait(250)
    assert over.desk.sheet.opened.bulletin.state is BulletinState.AIRED
    assert not over.view.adviser.options.rows.options
    assert not over.view.adviser.button.isVisible()


def test_what_is_ticked_beforehand_is_in_sight(over, qtbot) -> None:
    adviser = over.view.adviser
    options = tuple(adviser.options.rows.options)
    adviser.options.setMaximumHeight(90)
    adviser.show_advice((), (), (), 54_000, 5_000)
    adviser.setFixedHeight(300)
    adviser.show_advice((), options, options[-1:], 54_000, 5_000)
    last = adviser.options.rows.index(len(options) - 1)

    def in_sight() -> bool:
        return adviser.options.viewport().rect().intersects(adviser.options.visualRect(last))

    assert len(options) > 2
    qtbot.waitUntil(in_sight)
