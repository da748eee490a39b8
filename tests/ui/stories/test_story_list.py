"""The list beside the script."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.stories.at_desk import write


def test_the_filter_answers_while_typing(page, qtbot):
    write(page, "Hujan turun.", "CUACA")
    write(page)
    page._filter()
    QTest.keyClicks(page.list.filter, "hujan")
    qtbot.waitUntil(lambda: page.list.rows.rowCount() == 1)
    assert page.list.rows.row_at(0).slug == "CUACA"
    QTest.keyClicks(page.list.filter, "zz")
    qtbot.waitUntil(lambda: page.list.rows.rowCount() == 0)
    assert page.list._empty_head.text() == "Tidak ada yang cocok"
    page.list.filter.clear()
    qtbot.waitUntil(lambda: page.list.rows.rowCount() == 2)


def test_arrows_move_in_the_list_and_enter_opens(page):
    first = write(page, "Hujan turun.", "CUACA")
    write(page)
    page.list.list.setFocus()
    row = page.list.rows.row_of(first)
    page.list.list.setCurrentIndex(page.list.rows.index(0 if row else 1))
    QTest.keyClick(page.list.list, Qt.Key.Key_Down if row else Qt.Key.Key_Up)
    QTest.keyClick(page.list.list, Qt.Key.Key_Return)
    assert page.desk.story.id == first


def test_the_row_of_the_open_story_follows_what_is_typed(page, qtbot):
    write(page)
    page.desk.place_cursor(0)
    QTest.keyClicks(page.pane.editor, "Kemarin ")
    qtbot.waitUntil(lambda: page.list.rows.row_at(0).lead.startswith("Kemarin Pemkot"))


def test_the_row_of_the_open_story_has_its_slug_as_soon_as_it_is_typed(page):
    story = write(page, slug="")
    rows = page.list.rows
    assert rows.row_at(rows.row_of(story)).slug == ""
    QTest.keyClicks(page.pane.header.slug, "banjir blitar")
    assert rows.row_at(rows.row_of(story)).slug == "BANJIR-BLITAR"


def test_a_view_that_is_empty_alone_does_not_say_that_there_is_no_story(page):
    assert page.list._empty_head.text() == "Belum ada naskah"
    story = write(page)
    page.desk.save()
    page._newsroom.handing_in.submit_newest(story)
    page.list.choose("my_drafts")
    assert page.list.rows.rowCount() == 0
    assert page.list._empty_head.text() == "Tidak ada draf"
    page._newsroom.putting_away.spike([story])
    page.list.choose("today")
    assert page.list._empty_head.text() == "Tidak ada naskah hari ini"
