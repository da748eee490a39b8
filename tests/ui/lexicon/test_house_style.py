"""Atur, Cara baca: kept in the newsroom, read by at once, shown by examples that the real reading reads."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from newsdesk.domain.house_style import HourStyle, HouseStyle, YearStyle
from newsdesk.errors import DatabaseUnreachable
from newsdesk.ui.settings.house_style import HouseStyleSection
from newsdesk.ui.settings.view import SettingsView
from tests.ui.held_tasks import HeldTasks
from tests.ui.lexicon.conftest import click


@pytest.fixture
def section(qtbot, look, tasks, empty_newsroom):
    read_again: list[bool] = []
    section = HouseStyleSection(look, tasks, lambda: read_again.append(True))
    section.read_again = read_again
    qtbot.addWidget(section)
    section.resize(480, 900)
    section.show()
    section.opened(empty_newsroom)
    return section


def said(section, name: str) -> str:
    return section.examples[name].text().removeprefix("→ ")


def test_examples_are_read_by_the_style_in_force(section) -> None:
    assert "seribu sembilan ratus tujuh puluh dua" in said(section, "years")
    assert "lima belas" in said(section, "hours")
    assert "enam belas" in said(section, "relative_dates")


def test_every_choice_is_kept_for_the_whole_newsroom_and_its_example_follows(
    section, empty_newsroom, qtbot
) -> None:
    click(section, "Tahun: dua angka dua angka", qtbot)
    assert "sembilan belas tujuh puluh dua" in said(section, "years")
    click(section, "Jam: seperti orang bicara", qtbot)
    assert "pukul tiga lewat tiga puluh menit sore" in said(section, "hours")
    before = said(section, "phone_zero")
    click(section, "Nol di nomor telepon: kosong", qtbot)
    assert before.count("nol") == said(section, "phone_zero").count("kosong") > 0
    click(section, "Nol di skor: nol", qtbot)
    assert "dua nol" in said(section, "score_zero")
    click(section, "Baca singkatan dalam kurung sesudah kepanjangannya", qtbot)
    assert "be pe es" not in said(section, "bracketed_acronyms")
    click(section, "Baca tanggal yang dekat sebagai kemarin, hari ini, besok", qtbot)
    assert "kemarin" in said(section, "relative_dates")
    assert empty_newsroom.style.get() == HouseStyle(
        YearStyle.HALVES, HourStyle.SPOKEN, "kosong", "nol", bracketed_acronyms=False, relative_dates=True
    )
    assert len(section.read_again) == 6
    # The newsroom's own reading, which scripts are read by, says so too.
    assert "sembilan belas" in empty_newsroom.reading.read("pada tahun 1972").line


def test_the_ring_of_the_focus_is_whole(section) -> None:
    section.relative.setFocus(Qt.FocusReason.TabFocusReason)
    ring = next(
        child
        for child in section.relative.parentWidget().findChildren(QWidget)
        if type(child).__name__ == "_Ring"
    )
    assert ring.isVisible()
    assert ring.visibleRegion().boundingRect() == ring.rect()


def test_the_style_of_a_newsroom_is_shown_when_it_is_opened(section, empty_newsroom) -> None:
    empty_newsroom.style.set(replace(HouseStyle(), score_zero="nol", relative_dates=True))
    section.opened(empty_newsroom)
    assert section.score_zero.value() == "nol"
    assert section.relative.isChecked()
    assert section.read_again == []


def test_a_choice_that_could_not_be_kept_is_told_and_taken_back(
    section, empty_newsroom, qtbot, monkeypatch
) -> None:
    def away(style):
        raise DatabaseUnreachable("Redaksi")

    monkeypatch.setattr(type(empty_newsroom.style), "set", lambda self, style: away(style))
    click(section, "Tahun: dua angka dua angka", qtbot)
    assert section.failure.isVisible()
    assert "belum bisa dihubungi" in section.failure.text()
    assert section.years.value() == YearStyle.CARDINAL.value
    assert section.read_again == []


@pytest.fixture
def held_section(qtbot, look, empty_newsroom):
    held = HeldTasks()
    section = HouseStyleSection(look, held, lambda: None)
    section.held = held
    qtbot.addWidget(section)
    section.resize(480, 900)
    section.show()
    section.opened(empty_newsroom)
    held.let_go()
    return section


def test_choices_made_faster_than_they_are_kept_are_all_kept(held_section, empty_newsroom, qtbot) -> None:
    click(held_section, "Tahun: dua angka dua angka", qtbot)
    click(held_section, "Jam: seperti orang bicara", qtbot)
    held_section.held.let_go_work()
    held_section.held.let_go_answer()
    assert held_section.hours.value() == HourStyle.SPOKEN.value  # its own answer is still to come
    held_section.held.let_go()
    kept = replace(HouseStyle(), years=YearStyle.HALVES, hours=HourStyle.SPOKEN)
    assert empty_newsroom.style.get() == kept
    assert (held_section.years.value(), held_section.hours.value()) == (kept.years.value, kept.hours.value)


def test_a_choice_leaves_what_a_colleague_chose_meanwhile(held_section, empty_newsroom, qtbot) -> None:
    empty_newsroom.style.set(replace(HouseStyle(), score_zero="nol"))
    click(held_section, "Tahun: dua angka dua angka", qtbot)
    held_section.held.let_go()
    assert empty_newsroom.style.get() == replace(HouseStyle(), score_zero="nol", years=YearStyle.HALVES)
    assert held_section.score_zero.value() == "nol"


def test_a_choice_refused_shows_the_one_kept_before_it(
    held_section, empty_newsroom, qtbot, monkeypatch
) -> None:
    click(held_section, "Tahun: dua angka dua angka", qtbot)
    held_section.held.let_go_work()

    def away(_self, _style):
        raise DatabaseUnreachable("Redaksi")

    monkeypatch.setattr(type(empty_newsroom.style), "set", away)
    click(held_section, "Jam: seperti orang bicara", qtbot)
    held_section.held.let_go()
    assert held_section.failure.isVisible()
    assert held_section.years.value() == YearStyle.HALVES.value
    assert held_section.hours.value() == HourStyle.WRITTEN.value


def test_nothing_can_be_chosen_before_a_newsroom_is_open(qtbot, look, tasks) -> None:
    section = HouseStyleSection(look, tasks, lambda: None)
    qtbot.addWidget(section)
    assert not section.years.isEnabled()
    assert not section.relative.isEnabled()


def test_the_keyboard_brings_a_box_into_view_with_the_example_under_it(qtbot, look, section) -> None:
    view = SettingsView(look, [("house_style", "Cara baca")], {"house_style": section})
    qtbot.addWidget(view)
    view.resize(900, 300)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.setFocus()
    qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Backtab)  # round the end, to the last of the section
    assert section.relative.hasFocus()
    last = section.examples["relative_dates"]
    area = view.findChild(QScrollArea)
    bottom = last.mapTo(area.viewport(), last.rect().bottomLeft()).y()
    assert 0 < bottom <= area.viewport().height()
