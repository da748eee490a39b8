"""Atur, Program: what a station settles once, and what its bulletins are made of then."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsdesk.app import build_newsroom
from newsdesk.domain.bulletin import Programme
from newsdesk.domain.rundown import ItemKind, RundownItem
from newsdesk.paths import Paths
from newsdesk.ui.settings.programmes import ProgrammesSection
from newsdesk.ui.settings.recurrence_words import kind_of, recurrence_words, rule_of
from newsdesk.ui.zones import now


@pytest.fixture
def newsroom(tmp_path):
    paths = Paths(tmp_path / "profile")
    paths.make()
    newsroom = build_newsroom(paths, "Redaksi")
    yield newsroom
    newsroom.close()


@pytest.fixture
def section(qtbot, look, tasks, newsroom):
    section = ProgrammesSection(look, tasks, lambda: now("Asia/Jakarta"), lambda: None)
    qtbot.addWidget(section)
    section.resize(900, 1200)
    section.opened(newsroom)
    section.show()
    section.activateWindow()
    qtbot.waitUntil(section.isActiveWindow)
    return section


def test_a_programme_is_made_in_plain_words_with_the_rows_it_begins_with(section, newsroom) -> None:
    assert section.empty.isVisible()
    section.new.click()
    form = section.form
    form.keep_button.click()
    assert "Beri nama" in form.name.edit.accessibleDescription()
    form.name.set_text("Warta Siang")
    form.airs.set_text("11.00")
    form.days.box.setCurrentIndex(form.days.box.findData("days"))
    form.days.chosen.emit("days")
    for day in ("MO", "TH"):
        form._day_toggles[day].click()
    pane = form.template.pane
    for typed in ("jingle", "tempat", "azan"):
        pane.table.setFocus()
        QTest.keyClick(pane.table, Qt.Key.Key_Insert)
        QTest.keyClicks(pane.inserting.field, typed)
        QTest.keyClick(pane.inserting.field, Qt.Key.Key_Return)
        if typed == "azan":
            pane.editor.fixed.setText("maghrib")
        QTest.keyClick(pane.editor.planned, Qt.Key.Key_Return)
    form.keep_button.click()
    (kept,) = newsroom.programmes.all()
    assert (kept.name, kept.rrule, kept.airtime) == ("Warta Siang", "FREQ=WEEKLY;BYDAY=MO,TH", time(11))
    assert [item.kind for item in kept.template.items] == [ItemKind.JINGLE, ItemKind.STORY, ItemKind.PRAYER]
    assert (kept.template.items[2].hit, kept.template.items[2].fixed_at) == ("Magrib", None)
    assert section.list.rows()[0].second == "Senin dan Kamis, 11.00, jatah 15:00"
    form.archive_button.click()
    assert not newsroom.programmes.all()[0].active
    section.news.take_back()
    assert newsroom.programmes.all()[0].active


def test_a_rule_that_gives_no_days_is_told_at_its_field_and_nothing_is_kept(section, newsroom) -> None:
    newsroom.programmes.add(Programme(0, "Warta Pagi"))
    section.fill()
    section.list.pointed.emit(section.list.rows()[0].key)
    form = section.form
    form.days.box.setCurrentIndex(form.days.box.findData("own"))
    form.days.chosen.emit("own")
    form.own.set_text("FREQ=KADANG")
    form.keep_button.click()
    assert form.own.edit.accessibleDescription()
    assert newsroom.programmes.all()[0].rrule == "FREQ=DAILY"


def test_prayer_times_come_from_a_table_and_a_bad_line_is_named(section, newsroom, tmp_path) -> None:
    table = tmp_path / "waktu.csv"
    table.write_text("Tanggal;Magrib\n17/01/2025;17.58\n", encoding="utf-8")
    section.place.set_text("Blitar")
    section.import_times(table)
    assert newsroom.programmes.places() == ["Blitar"] and "Blitar" in section.times.text()
    table.write_text("Tanggal;Magrib\n17/01/2025;sore\n", encoding="utf-8")
    section.import_times(table)
    assert "2" in section.news.sentence and "sore" in section.news.sentence


def test_a_table_comes_as_spreadsheets_write_it_and_what_is_none_is_told(section, newsroom, tmp_path) -> None:
    table = tmp_path / "waktu.csv"
    section.place.set_text("Blitar")
    for day, encoding in ((17, "utf-16"), (18, "utf-8-sig"), (19, "cp1252")):
        written = f"sep=;\nTanggal;Magrib;Catatan\n{day}/01/2025;17.58;Syafi’i\n"
        table.write_bytes(written.encode(encoding))
        section.import_times(table)
        assert section.news.sentence == "1 waktu salat diimpor.", encoding
    times = newsroom.programmes.times(date(2025, 1, 17), date(2025, 1, 19), "Blitar")
    assert [one.day.day for one in times] == [17, 18, 19]
    with table.open("wb") as file:
        file.truncate(200_000_000)
    section.import_times(table)
    assert "lebih besar dari" in section.news.sentence
    section.import_times(tmp_path)
    assert str(tmp_path) in section.news.sentence


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=DAILY", "setiap hari"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "hari kerja"),
        ("FREQ=WEEKLY;BYDAY=FR", "setiap Jumat"),
        ("FREQ=WEEKLY;BYDAY=MO,WE,SU", "Senin, Rabu dan Minggu"),
        ("FREQ=MONTHLY;BYDAY=1MO", "FREQ=MONTHLY;BYDAY=1MO"),
    ],
)
def test_days_are_told_in_plain_words_and_come_back_as_the_same_rule(rule: str, words: str) -> None:
    assert recurrence_words(rule) == words
    days = rule.partition("BYDAY=")[2].split(",")
    assert rule_of(kind_of(rule), days, rule) == rule


def test_a_new_programme_can_be_left_and_what_can_be_put_in_stands_whole(section, newsroom) -> None:
    section.new.click()
    form = section.form
    pane = form.template.pane
    form.template.insert_button.click()
    assert pane.inserting.isVisible() and pane.rect().contains(pane.inserting.geometry())
    assert len(pane.inserting.list.rows()) * 48 <= pane.inserting.list.height()
    QTest.keyClick(pane.inserting.field, Qt.Key.Key_Escape)
    form.name.set_text("Warta Keliru")
    form.cancel_button.click()
    assert form.isHidden() and not newsroom.programmes.all()
    newsroom.programmes.add(Programme(0, "Warta Pagi"))
    section.fill()
    section.list.pointed.emit(section.list.rows()[0].key)
    assert form.isVisible() and not form.cancel_button.isVisible()


def test_fixed_words_take_as_long_as_they_are_read(section) -> None:
    section.new.click()
    template = section.form.template
    words = RundownItem(7, ItemKind.WORDS, "PEMBUKA", words="Selamat pagi, pendengar. Inilah Warta Pagi.")
    template.desk.put(words)
    (row,) = template.pane.table.rows.rows()
    assert "0:01" < row.estimate <= "0:09"


def test_who_reads_in_turn_stands_whole_in_the_row_that_is_edited(section) -> None:
    section.new.click()
    pane = section.form.template.pane
    pane.table.setFocus()
    QTest.keyClick(pane.table, Qt.Key.Key_Insert)
    QTest.keyClicks(pane.inserting.field, "kata")
    QTest.keyClick(pane.inserting.field, Qt.Key.Key_Return)
    reader = pane.editor.reader
    assert reader.currentText() == "bergiliran"
    drawn_in = reader.width() - 10 - 32  # between the field's edge and its chevron
    assert drawn_in >= reader.fontMetrics().horizontalAdvance("bergiliran")
