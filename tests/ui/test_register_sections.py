"""Atur: the register of sources, tags and desks, and the sign-off, on a real newsroom."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from newsdesk.app import build_newsroom
from newsdesk.domain.attribution import Attribution, Source
from newsdesk.domain.rate_learning import TimedReading
from newsdesk.domain.sign_off import FIRST_PATTERN
from newsdesk.domain.story import Script
from newsdesk.domain.timing import SpokenLength
from newsdesk.paths import Paths
from newsdesk.ui.settings.person import PersonSection
from newsdesk.ui.settings.sources import SourcesSection
from newsdesk.ui.settings.station import Station
from newsdesk.ui.settings.tags_desks import TagsDesksSection

NOW = datetime(2025, 1, 17, 3, 4, tzinfo=UTC)
DOWN, RETURN, ESCAPE, DELETE = (
    Qt.Key.Key_Down,
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Delete,
)


@pytest.fixture
def newsroom(tmp_path):
    paths = Paths(tmp_path / "profile")
    paths.make()
    newsroom = build_newsroom(paths, "Redaksi")
    yield newsroom
    newsroom.close()


@pytest.fixture
def told():
    """What the sections told the rest of the window."""
    return []


def shown(section, newsroom, qtbot):
    qtbot.addWidget(section)
    section.opened(newsroom)
    section.resize(480, 800)
    section.show()
    return section


def names(rows):
    return [row.name for row in rows.rows()]


def mark(rows, name):
    place = names(rows).index(name)
    rows.setFocus()
    rows.setCurrentIndex(rows.model().index(place, 0))


# ---------------------------------------------------------------- Narasumber


@pytest.fixture
def register(look, tasks, newsroom, told, qtbot):
    newsroom.sources.add(Source("Santoso", "Wali Kota Blitar"))
    newsroom.sources.add(Source("Walikota Santoso"))
    newsroom.sources.add(Source("Santoso", "Lurah Bendo"))
    newsroom.sources.add(Source("", organisation="BPS Kota Blitar"))
    section = SourcesSection(
        look, tasks, lambda: NOW, lambda: told.append("changed"), lambda story_id: told.append(story_id)
    )
    return shown(section, newsroom, qtbot)


def test_the_register_is_searched_while_one_types(register):
    assert names(register.list) == ["BPS Kota Blitar", "Santoso", "Santoso", "Walikota Santoso"]
    assert [row.second for row in register.list.rows()][1:3] == ["Wali Kota Blitar", "Lurah Bendo"]
    assert register.count.text() == "4 narasumber"
    QTest.keyClicks(register.search.edit, "lurah")
    assert [row.second for row in register.list.rows()] == ["Lurah Bendo"]
    QTest.keyClicks(register.search.edit, "xyz")
    assert "Tidak ada" in register.count.text()


def test_a_source_is_changed_by_keys_and_scripts_hear_of_it(register, newsroom, told):
    QTest.keyClicks(register.search.edit, "lurah")
    QTest.keyClick(register.search.edit, RETURN)
    form = register.form
    assert form.isVisible()
    form.office.set_text("Lurah Tanggung")
    QTest.keyClick(form.office.edit, RETURN)
    assert form.isHidden()
    assert told == ["changed"]
    assert [one.office for one in newsroom.sources.list("tanggung")] == ["Lurah Tanggung"]
    register.search.set_text("")
    assert "Lurah Tanggung" in [row.second for row in register.list.rows()]


def test_a_new_namesake_is_told_apart_by_its_office(register, newsroom):
    register.new_button.click()
    form = register.form
    QTest.keyClicks(form.person.edit, "Santoso")
    QTest.keyClick(form.person.edit, RETURN)
    assert "Santoso, " in form.office.edit.accessibleDescription()
    QTest.keyClicks(form.office.edit, "Camat Sukorejo")
    QTest.keyClick(form.office.edit, RETURN)
    assert form.isHidden()
    assert len(newsroom.sources.list("santoso")) == 4


def test_the_stories_of_a_source_are_opened_from_here(register, newsroom, told):
    mayor = newsroom.sources.list("wali kota blitar")[0]
    made = newsroom.drafting.new(Script("SATU", body="Hadir.", attributions=(Attribution(mayor.id, 0, 5),)))
    QTest.keyClicks(register.search.edit, "wali kota blitar")
    QTest.keyClick(register.search.edit, RETURN)
    uses = register.form.use.list
    assert names(uses) == ["SATU"]
    uses.setFocus()
    QTest.keyClick(uses, RETURN)
    assert told == [made.id]


def test_duplicates_of_the_register_are_merged_and_taken_back(register, newsroom, told):
    duplicates = register.duplicates
    assert names(duplicates.list) == ["Walikota Santoso"]
    duplicates.list.setFocus()
    QTest.keyClick(duplicates.list, RETURN)
    assert names(register.list) == ["BPS Kota Blitar", "Santoso", "Santoso"]
    assert duplicates.isHidden()
    assert told == ["changed"]
    register.news._acted()
    assert len(newsroom.sources.list()) == 4
    assert names(duplicates.list) == ["Walikota Santoso"]
    QTest.keyClick(duplicates.list, DELETE)
    assert duplicates.isHidden()
    register.news._acted()
    assert not duplicates.isHidden()


def test_two_sources_that_nobody_offered_are_merged_by_hand(register, newsroom):
    mark(register.list, "Walikota Santoso")
    register.merge_button.click()
    assert "Walikota Santoso" in register.question.text()
    QTest.keyClick(register.search.edit, ESCAPE)
    assert register.question.isHidden()
    register.merge_button.click()
    QTest.keyClicks(register.search.edit, "lurah")
    QTest.keyClick(register.search.edit, RETURN)
    assert register.question.isHidden()
    assert len(newsroom.sources.list()) == 3
    assert "Santoso, Lurah Bendo" in register.news.sentence
    register.news._acted()
    assert len(newsroom.sources.list()) == 4


def test_a_source_changed_by_a_colleague_meanwhile_is_not_written_over(register, newsroom):
    QTest.keyClicks(register.search.edit, "lurah")
    QTest.keyClick(register.search.edit, RETURN)
    lurah = newsroom.sources.list("lurah")[0]
    newsroom.sources.update(replace(lurah, office="Lurah Gedog"))
    register.form.office.set_text("Lurah Sentul")
    QTest.keyClick(register.form.office.edit, RETURN)
    assert "diubah orang lain" in register.news.sentence
    assert register.form.isVisible()
    assert [one.office for one in newsroom.sources.list("lurah")] == ["Lurah Gedog"]


def test_the_register_shows_what_others_added_when_it_comes_in_sight_again(register, newsroom):
    register.hide()
    newsroom.sources.add(Source("Hanung Pramusito"))
    register.show()
    assert "Hanung Pramusito" in names(register.list)


# ---------------------------------------------------------------- Tag dan desk


@pytest.fixture
def named(look, tasks, newsroom, told, qtbot):
    newsroom.drafting.new(Script("SATU", body="Isi.", tags=("banjir", "Wlingi")))
    newsroom.drafting.new(Script("DUA", body="Isi.", tags=("Banjir",)))
    return shown(TagsDesksSection(look, tasks, lambda: told.append("changed")), newsroom, qtbot)


def test_desks_are_added_renamed_and_archived_by_keys_and_every_act_is_undone(named, newsroom, told):
    desks = named.desks
    assert desks.list.isHidden()
    assert "Belum ada desk" in desks.empty.text()
    for name in ("Kota", "Olahraga"):
        QTest.keyClicks(desks.new.edit, name)
        QTest.keyClick(desks.new.edit, RETURN)
    assert names(desks.list) == ["Kota", "Olahraga"]
    assert desks.new.text() == ""
    mark(desks.list, "Kota")
    QTest.keyClick(desks.list, RETURN)
    desks.name.edit.selectAll()
    QTest.keyClicks(desks.name.edit, "Kota Blitar")
    QTest.keyClick(desks.name.edit, RETURN)
    assert names(desks.list) == ["Kota Blitar", "Olahraga"]
    named.news._acted()
    assert names(desks.list) == ["Kota", "Olahraga"]
    mark(desks.list, "Kota")
    QTest.keyClick(desks.list, DELETE)
    assert names(desks.list) == ["Olahraga", "Kota"]
    assert desks.list.rows()[1].right == "diarsipkan"
    named.news._acted()
    assert [one.archived for one in newsroom.desks.list()] == [False, False]
    assert told.count("changed") == 6


def test_a_name_that_is_taken_or_empty_says_so_at_its_field(named, newsroom):
    desks = named.desks
    for name in ("Kota", "Kota", " "):
        desks.new.set_text(name)
        QTest.keyClick(desks.new.edit, RETURN)
    assert "namanya" in desks.new.edit.accessibleDescription()
    assert len(newsroom.desks.list()) == 1
    mark(named.tags.list, "banjir")
    named.tags.rename_button.click()
    named.tags.name.set_text("Wlingi")
    QTest.keyClick(named.tags.name.edit, RETURN)
    assert "gabungkan" in named.tags.name.edit.accessibleDescription()
    QTest.keyClick(named.tags.name.edit, ESCAPE)
    assert named.tags.name.isHidden()


def test_tags_are_merged_into_the_one_that_is_picked_and_come_apart_again(named, newsroom):
    tags = named.tags
    assert tags.archive_button.isHidden()
    mark(tags.list, "Banjir")
    tags.merge_button.click()
    assert "Banjir" in tags.question.text()
    QTest.keyClick(tags.list, RETURN)  # itself: nothing happens
    mark(tags.list, "banjir")
    QTest.keyClick(tags.list, RETURN)
    assert names(tags.list) == ["banjir", "Wlingi"]
    assert tags.list.rows()[0].second == "2 naskah"
    named.news._acted()
    assert sorted(names(tags.list)) == ["Banjir", "Wlingi", "banjir"]


def test_a_tag_that_a_colleague_renamed_is_not_changed_by_what_one_saw(named, newsroom):
    newsroom.tags.rename(next(one for one in newsroom.tags.list() if one.name == "banjir"), "bencana")
    mark(named.tags.list, "banjir")
    named.tags.rename_button.click()
    named.tags.name.set_text("air bah")
    QTest.keyClick(named.tags.name.edit, RETURN)
    assert "diubah orang lain" in named.news.sentence
    assert "bencana" in names(named.tags.list)
    assert "air bah" not in [one.name for one in newsroom.tags.list()]


# ---------------------------------------------------------------- Stasiun


def test_the_sign_off_is_shown_as_it_is_said_while_it_is_typed_and_kept(
    look, tasks, preferences, newsroom, told, qtbot
):
    preferences.set("station", "Radio FM")
    station = shown(Station(look, tasks, preferences, lambda: told.append("changed")), newsroom, qtbot)
    field = station.sign_off
    assert field.text() == FIRST_PATTERN
    assert station.example.text().endswith("dan Rani Puspita, Radio ef em, melaporkan.")
    field.edit.clear()
    QTest.keyClicks(field.edit, "Dari {tempat}, {nama}")
    assert "{nama}" in field.edit.accessibleDescription()
    QTest.keyClick(field.edit, RETURN)
    assert newsroom.station.pattern() == FIRST_PATTERN
    field.edit.clear()
    QTest.keyClicks(field.edit, "Dari {tempat}, {penulis}.")
    assert station.example.text().startswith("→ Dari Blitar, ")
    QTest.keyClick(field.edit, RETURN)
    assert newsroom.station.pattern() == "Dari {tempat}, {penulis}."
    assert told == ["changed"]
    station.news._acted()
    assert field.text() == newsroom.station.pattern() == FIRST_PATTERN


def test_the_station_is_called_by_its_newsrooms_name_and_the_computers_own_comes_back(
    look, tasks, preferences, newsroom, told, qtbot
):
    preferences.set("station", "Radio Sendiri")
    station = shown(Station(look, tasks, preferences, lambda: told.append("changed")), newsroom, qtbot)
    station.name.edit.clear()
    QTest.keyClicks(station.name.edit, "Mahardhika FM")
    assert preferences.settings.station == "Mahardhika FM"
    QTest.keyClick(station.name.edit, RETURN)
    assert newsroom.station.name() == "Mahardhika FM"
    preferences.set("station", "Radio Sendiri")
    preferences.show_station("Mahardhika FM")  # the newsroom is opened at another computer
    assert preferences.settings.station == "Mahardhika FM"
    preferences.set("theme", "dark")
    assert preferences.saved[-1].station == "Radio Sendiri"
    preferences.show_station("")  # a newsroom that has settled no name
    assert preferences.settings.station == "Radio Sendiri"


def test_editors_may_be_let_approve_their_own_stories_and_it_is_undone(
    look, tasks, preferences, newsroom, told, qtbot
):
    station = shown(Station(look, tasks, preferences, lambda: told.append("changed")), newsroom, qtbot)
    assert not station.own_approval.isChecked()
    QTest.keyClick(station.own_approval, Qt.Key.Key_Space)
    assert newsroom.reviewing.own_approval()
    station.news._acted()
    assert not newsroom.reviewing.own_approval()
    assert not station.own_approval.isChecked()


def test_the_log_of_the_air_is_kept_for_a_year_at_least_and_more_is_undone(
    look, tasks, preferences, newsroom, told, qtbot
):
    station = shown(Station(look, tasks, preferences, lambda: told.append("changed")), newsroom, qtbot)
    field = station.kept_log
    assert field.text() == "366"
    for wrong in ("365", "setahun", "", "9" * 400):
        field.edit.setText(wrong)
        QTest.keyClick(field.edit, RETURN)
        assert "366" in field.edit.accessibleDescription()
        assert newsroom.as_run.retention() == 366
    field.edit.setText("730")
    QTest.keyClick(field.edit, RETURN)
    assert newsroom.as_run.retention() == 730
    station.news._acted()
    assert (newsroom.as_run.retention(), field.text()) == (366, "366")


def test_what_was_learnt_of_ones_rate_is_told_and_forgotten(look, tasks, newsroom, told, qtbot):
    me = newsroom.people.me()
    section = shown(PersonSection(look, tasks, lambda: told.append("changed")), newsroom, qtbot)
    assert section.learnt.isHidden()
    readings = [TimedReading(SpokenLength(300, 8, 4), 64_000 + 900 * n, NOW) for n in range(4)]
    with newsroom.storage.write() as work:
        added = work.as_runs.add_readings(1, me.id, list(enumerate(readings)))
        newsroom.rates.learn(work, me.id, added, me)
    section.opened(newsroom)
    assert section.learnt.isVisible()
    assert "dari 4 pembacaan" in section.learnt.words.text()
    assert "±5 suku kata" in section.learnt.words.text()
    QTest.keyClick(section.learnt.forget, Qt.Key.Key_Space)
    assert section.learnt.isHidden()
    assert (section.rate.text(), newsroom.people.me().rate) == (str(me.rate), me.rate)
    assert told == ["changed"]


def test_every_control_of_these_sections_has_a_name(register, named):
    for section in (register, named):
        for control in (*section.findChildren(QAbstractButton), *section.findChildren(QLineEdit)):
            assert control.accessibleName() or control.isHidden(), control
