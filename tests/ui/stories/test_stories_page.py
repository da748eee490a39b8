"""The Naskah page: beginning, the particulars of a story, and the frame round it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QTextEdit, QWidget

from newsdesk.domain.attribution import Byline, Dateline
from newsdesk.domain.story import Script
from newsdesk.services.browsing import View
from newsdesk.ui.components.field import Label
from newsdesk.ui.stories.example_line import SENTENCE
from newsdesk.ui.stories.inline_edit import InlineEdit
from newsdesk.ui.stories.mark import marks_of
from tests.ui.stories.at_desk import select, write


def test_an_empty_newsroom_says_what_this_page_is_for_and_offers_two_ways_to_begin(page):
    assert page.empty.isVisible()
    assert not page.inspector.isVisible()
    ways = [b.accessibleName() for b in page.empty.findChildren(QAbstractButton)]
    assert ways == ["Naskah baru", "Tempel siaran pers"]


def test_a_blank_sheet_becomes_a_story_with_its_first_word_only(page, newsroom):
    page.new_story()
    page.new_story()
    assert newsroom.browsing.counts()[View.ALL] == 0
    QTest.keyClicks(page.pane.editor, "W")
    assert newsroom.browsing.counts()[View.ALL] == 1
    assert page.list.rows.rowCount() == 1


def test_a_new_sheet_knows_nothing_of_the_story_before(page):
    write(page)
    page.inspector.data.set_dateline(Dateline("Blitar"))
    assert page.inspector._section("data")._head.summary == "Blitar"
    page.new_story()
    assert page.inspector._section("data")._head.summary == "belum diisi"
    assert page.desk.script() == Script()


def test_a_slug_is_written_in_capitals_with_hyphens(page):
    page.new_story()
    QTest.keyClicks(page.pane.header.slug, "harga cabai")
    assert page.desk.script().slug == "HARGA-CABAI"


def test_enter_leads_from_the_slug_by_the_headline_into_the_script(page, qtbot):
    page.new_story()
    header = page.pane.header
    header.slug.setFocus()
    QTest.keyClicks(header.slug, "cabai")
    QTest.keyClick(header.slug, Qt.Key.Key_Return)
    qtbot.waitUntil(header.headline.hasFocus)
    QTest.keyClicks(header.headline, "Cabai naik")
    QTest.keyClick(header.headline, Qt.Key.Key_Return)
    qtbot.waitUntil(page.pane.editor.hasFocus)
    assert (page.desk.script().slug, page.desk.script().headline) == ("CABAI", "Cabai naik")


def test_the_palette_can_begin_a_story_with_a_slug(page, newsroom):
    page.new_story("HARGA-CABAI")
    page.desk.autosave.flush()
    assert newsroom.browsing.stories(View.ALL)[0].slug == "HARGA-CABAI"


# ---------------------------------------------------------------- particulars


def test_dateline_bylines_and_tags_are_kept_with_the_script(page, newsroom):
    story_id = write(page)
    data = page.inspector.data
    QTest.keyClicks(data.place.edit, "Blitar")
    QTest.keyClicks(data.bylines.edit, "Ipang Harwoko, Mahardhika FM; Rani")
    QTest.keyClicks(data.tags.edit, "statistik,")
    QTest.keyClicks(data.tags.edit, "opd")
    QTest.keyClick(data.tags.edit, Qt.Key.Key_Return)
    page.desk.save()
    script = newsroom.drafting.open(story_id).script
    assert script.dateline == Dateline("Blitar")
    assert script.bylines == (Byline("Ipang Harwoko", "Mahardhika FM"), Byline("Rani"))
    assert script.tags == ("statistik", "opd")


def test_the_airtime_is_typed_as_a_clock_time_and_a_wrong_one_is_explained(page, newsroom):
    story_id = write(page)
    field = page.pane.header.airtime
    field.setFocus()
    field.setText("11.30")
    field.editingFinished.emit()
    assert newsroom.drafting.open(story_id).airtime is not None
    field.setText("besok")
    field.editingFinished.emit()
    assert "bukan jam tayang" in page.pane.news.sentence


def test_the_whole_script_can_be_seen_as_it_is_said(page):
    write(page)
    page.pane.header.aloud.click()
    assert "tujuh belasan" in page.pane.spoken.toPlainText()
    assert page.pane.spoken.isReadOnly()
    page.pane.header.aloud.click()
    assert page.pane.editor.isVisible()


def test_the_foot_counts_the_words_the_cursor_and_the_selection(page, qtbot):
    write(page)
    select(page, "Disiplin naik")
    foot = page.pane.foot
    # Counted while the words are being read, and once more when they all are.
    qtbot.waitUntil(lambda: foot.accessibleName().startswith("12 kata, "))
    qtbot.waitUntil(lambda: "pilihan" in foot.accessibleName())
    assert "suku kata" in foot.accessibleName() and "dari kursor" in foot.accessibleName()
    assert page.pane.header.length.text() != "0:00"


# ---------------------------------------------------------------- the frame


def test_narrow_windows_fold_the_inspector_then_the_list_and_keys_open_them_over_the_page(page, qtbot):
    write(page)
    widget = page.widget()
    widget.resize(1150, 700)
    assert page.inspector.isHidden() and page.list.isVisible()
    page.panes.turn_inspector()
    assert page.inspector.isVisible()
    page.panes.turn_inspector()
    widget.resize(950, 700)
    assert page.inspector.isHidden() and page.list.isHidden()
    page.panes.turn_list()
    assert page.list.isVisible()
    widget.resize(1364, 700)
    assert page.inspector.isVisible() and page.list.isVisible()


def test_another_theme_reaches_every_word_of_a_page_that_is_open(page, theme, look, qtbot):
    write(page)
    page.desk.save()
    page.pane.editor.clearFocus()
    qtbot.wait(20)
    theme.choose("dark")
    qtbot.wait(20)
    words = [*page.widget().findChildren(Label), *page.widget().findChildren(InlineEdit)]
    assert len(words) > 10
    wrong = [one for one in words if one.palette().color(one.foregroundRole()) != theme.colour(one._token)]
    assert not wrong


def test_the_page_gives_the_keyboard_to_what_it_shows(page):
    page.widget().activateWindow()
    page.widget().setFocus()
    assert page.empty.isAncestorOf(page.widget().window().focusWidget())
    write(page)
    page.widget().setFocus()
    assert page.widget().window().focusWidget() is page.pane.editor
    page.pane.header.aloud.setChecked(True)
    page.widget().setFocus()
    assert page.widget().window().focusWidget() is page.pane.spoken


def test_every_control_has_an_accessible_name(page):
    write(page)
    controls = page.widget().findChildren(QWidget)
    for control in controls:
        if control.isVisible() and isinstance(
            control, (QAbstractButton, QLineEdit, QTextEdit, QAbstractItemView)
        ):
            assert control.accessibleName(), control


@pytest.mark.parametrize("text", ["", "\x00\x01", "قال 🎙 מה", "a" * 30_000])
def test_odd_scripts_are_shown_saved_and_read_back(page, newsroom, text):
    story = newsroom.drafting.new(Script(slug="ANEH", body=text))
    page.open_story(story.id)
    assert page.desk.script().body == story.script.body
    page.pane.count()


def test_the_example_of_the_first_screen_is_sure(reading):
    assert not any(mark.unsure for mark in marks_of(SENTENCE, reading.read(SENTENCE)))
    assert "dua koma enam lima" in reading.read(SENTENCE).line
