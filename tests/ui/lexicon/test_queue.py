"""The forms that nobody has checked, worked through by keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt

from newsdesk.ui.lexicon.queue import QueueRow
from tests.ui.lexicon.conftest import entry_of, forms, press

ALL = ["Wlingi", "SPBE", "IIPG", "EPSS", "BSSN", "Pramusito"]


def waiting(page) -> list[str]:
    return [row.row.entry.form for row in page.view.queue.findChildren(QueueRow) if row.row is not None]


def test_the_oldest_stands_first_and_says_where_it_was_met(page) -> None:
    assert waiting(page) == ALL
    row = page.view.queue.findChildren(QueueRow)[0].row
    assert row.met.startswith("STATISTIK-OPD, Ipang, ")


def test_right_takes_the_next_under_the_same_key(page, newsroom) -> None:
    press(page, Qt.Key.Key_F8)
    for _form in ALL[:2]:
        press(page, Qt.Key.Key_Return)
    assert waiting(page) == ALL[2:]
    assert {entry_of(newsroom, form).checked_by for form in ALL[:2]} == {newsroom.people.me().name}
    assert entry_of(newsroom, "IIPG").checked_by == ""
    assert page.view.queue.focused_row().entry.form == "IIPG"
    assert page.view.queue.count.text() == "4"
    assert page.changes


def test_two_quick_presses_never_check_the_same_form_twice(make_page, newsroom) -> None:
    from tests.ui.held_tasks import HeldTasks

    held = HeldTasks()
    page = make_page(newsroom, lanes=held)
    held.let_go()
    press(page, Qt.Key.Key_F8)
    press(page, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_Return)
    held.let_go()
    assert waiting(page) == ALL[2:]
    assert "diubah orang lain" not in page.news.sentence


def test_skipped_forms_come_last_and_are_still_unchecked(page, newsroom) -> None:
    press(page, Qt.Key.Key_F8)
    press(page, Qt.Key.Key_Right)
    press(page, Qt.Key.Key_Right)
    press(page, Qt.Key.Key_Return)
    assert waiting(page) == [*ALL[1:], "Wlingi"]
    page.refill()
    assert waiting(page) == [*ALL[1:], "Wlingi"]
    assert entry_of(newsroom, "Wlingi").checked_by == ""


def test_arrows_go_from_row_to_row_and_from_act_to_act(page, listening) -> None:
    press(page, Qt.Key.Key_F8)
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_F5)
    press(page, Qt.Key.Key_Left)
    press(page, Qt.Key.Key_Up)
    press(page, Qt.Key.Key_Space)  # the play button of the first
    assert listening.said == ["es pe be e", "wlingi"]


def test_change_opens_the_form_in_the_table(page) -> None:
    press(page, Qt.Key.Key_F8)
    press(page, Qt.Key.Key_Right)
    press(page, Qt.Key.Key_Return)
    assert page.pane.open_row.entry.form == "Wlingi"
    assert page.view.focusWidget() is page.pane.editor.spoken.edit


def test_what_does_not_fit_is_counted_and_can_be_seen(page) -> None:
    page.view.resize(1364, 500)
    queue = page.view.queue
    shown = waiting(page)
    assert 0 < len(shown) < len(ALL)
    assert queue.more.text() == f"{len(ALL) - len(shown)} lagi"
    last = [row for row in queue.findChildren(QueueRow) if row.row is not None][-1]
    assert last.geometry().bottom() <= queue.more.geometry().top()
    assert queue.more.geometry().bottom() <= queue.height()
    queue.more.click()
    assert sorted(forms(page)) == sorted(ALL)


def test_an_empty_queue_says_what_will_wait_here(make_page, empty_newsroom) -> None:
    page = make_page(empty_newsroom)
    assert waiting(page) == []
    words = [child.accessibleName() for child in page.view.queue.findChildren(type(page.view.queue._words))]
    assert any("Tidak ada yang menunggu" in one for one in words)


def test_where_the_queue_has_no_room_a_button_with_the_count_opens_it(page, qtbot) -> None:
    button = page.pane.head.queue_button
    assert not button.isVisible()
    page.view.resize(1024, 700)
    assert button.isVisible() and not page.view.queue.isVisible()
    assert (button.text(), button.accessibleName()) == ("6", "6 belum diperiksa")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.view.queue.isVisible() and not button.isVisible()
    assert page.view.queue.focused_row().entry.form == ALL[0]
