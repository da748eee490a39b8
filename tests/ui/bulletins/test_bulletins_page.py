"""The Buletin page on the real services: what a person does, and what the newsroom has afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QAccessible, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from newsdesk.app import build_newsroom
from newsdesk.domain.open_rundown import Reader
from newsdesk.domain.rundown import ItemKind, Rundown, RundownItem
from newsdesk.domain.timing import clock_length
from newsdesk.errors import DatabaseUnreachable
from newsdesk.i18n import clock
from newsdesk.paths import Paths
from newsdesk.ui.bulletins.facts import for_reader
from newsdesk.ui.bulletins.rundown_sheet import Kept, RundownSheet
from newsdesk.ui.next_bulletin import NextBulletinWatch
from newsdesk.ui.rundown.rundown_model import STORY_MIME
from tests.ui.bulletins.conftest import (
    ALT,
    CONTROL,
    SHIFT,
    go_to,
    kept,
    kept_slugs,
    present,
    press,
    row_of,
    slugs,
)
from tests.ui.held_tasks import HeldTasks

FLOATED = "PUSKESMAS-ANTREAN"


# ------------------------------------------------------------ what is seen


def test_the_next_bulletin_is_shown_with_its_times_and_how_each_row_stands(page) -> None:
    assert page.view.head.title.text() == "Warta Siang"
    assert slugs(page)[:4] == ["[Pembuka]", "PEMBUKA", "KEPALA-BERITA", "[Kota]"]
    assert slugs(page)[-2:] == ["[Cadangan]", FLOATED]
    statuses = {row_of(page, slug).facts.status.words for slug in ("PEMBUKA", "KEPALA-BERITA")}
    assert statuses == {"Siap"}
    assert row_of(page, "STATISTIK-OPD").facts.status.words == "Draf"
    assert row_of(page, "PANDU-NEGERI").facts.status.words == "Menunggu"
    changed = row_of(page, "HARGA-CABAI").facts
    assert (changed.status.words, changed.changed, changed.newer) == ("Berubah", True, 3)
    times = page.desk.sheet.times
    assert page.view.head.estimate.figure.text() == clock_length(times.total_ms)
    assert page.view.head.over.figure.text() == "−1:06"
    assert row_of(page, FLOATED).estimate.startswith("(") and row_of(page, FLOATED).start == ""


def test_a_screen_reader_hears_all_of_a_row_and_of_the_head(page) -> None:
    table = QAccessible.queryAccessibleInterface(page.table)
    texts = [table.child(n).text(QAccessible.Text.Name) for n in range(table.childCount())]
    row = next(text for text in texts if "JARINGAN-NASIONAL" in text)
    hit = page.desk.sheet.times.hits[0]
    assert "jam tetap" in row and "sambungan" in row and "Siap" in row
    assert f"mulai {clock(hit.at.astimezone(present().tzinfo), seconds=True)}" in row and "kurang" in row
    assert any(text.startswith("Blok Kota, ") and "terbuka" in text for text in texts)
    over = QAccessible.queryAccessibleInterface(page.view.head.over)
    assert over.text(QAccessible.Text.Description) == "−1:06 kurang"
    unnamed = [
        button
        for button in page.view.findChildren(QAbstractButton)
        if button.isVisible() and not button.accessibleName()
    ]
    assert not unnamed


def test_what_is_learnt_of_a_reader_is_told_with_how_far_off_it_may_be(page) -> None:
    assert for_reader(Reader(1, "Dewi Lestari", 350, 28), 38_000) == "untuk Dewi 0:38 ±3 dtk"
    assert for_reader(Reader(1, "Dewi Lestari", 350, 0), 38_000) == ""
    opened = page.desk.sheet.opened
    learnt = {one.id: replace(one, spread=20) for one in opened.readers.values()}
    page.desk.sheet.take(replace(opened, readers=learnt))
    index = page.table.rows.index(slugs(page).index("BATIK-TURI"))
    assert "±3 dtk" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert "±3 dtk" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_narrow_and_low_windows_fold_and_keep_every_row_in_sight(make_page, newsroom, qtbot) -> None:
    page = make_page(newsroom, size=(1290, 720))
    qtbot.waitUntil(lambda: page.desk.sheet is not None)
    assert page.view.tray.folded and page.view.right_open and not page.table.columns().type_words
    page.view.resize(1100, 720)
    assert not page.view.right_open and page.view.foot.advice.isVisible()
    assert page.view.foot.advice.text() == "Saran pangkas, −1:06"
    press(page, Qt.Key.Key_T, CONTROL)
    assert not page.view.tray.folded and page.view.tray.cards.hasFocus()
    page.view.foot.advice.click()
    assert page.view.right_open


def test_a_newsroom_without_a_bulletin_is_taught_and_begins_by_keys(make_page, empty_newsroom, qtbot) -> None:
    page = make_page(empty_newsroom)
    assert page.view.no_bulletin.isVisible()
    press(page, Qt.Key.Key_N, CONTROL | ALT)
    form = page.view.form
    assert form.isVisible() and form.name.edit.hasFocus()
    QTest.keyClicks(form.name.edit, "Warta Malam")
    QTest.keyClicks(form.airs.edit, "25.70")
    press(page, Qt.Key.Key_Return)
    assert "Tulis jam" in form.airs.edit.accessibleDescription()
    form.airs.set_text("23.30")
    form.slot.set_text("5:00")
    QTest.keyClick(form.slot.edit, Qt.Key.Key_Return)
    assert page.view.head.title.text() == "Warta Malam" and page.view.no_rows.isVisible()
    assert page.view.head.slot.under.text() == "tutup 23.35.00"
    press(page, Qt.Key.Key_Insert)
    QTest.keyClicks(page.view.pane.inserting.field, "jingle")
    press(page, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_Escape)
    assert slugs(page) == ["JINGLE-1"]
    assert kept_slugs(page, empty_newsroom) == ["JINGLE-1"]


def test_five_hundred_rows_are_shown_and_moved(page, newsroom) -> None:
    rows = tuple(RundownItem(n, ItemKind.JINGLE, f"J-{n}", planned_ms=1000) for n in range(1, 501))
    opened = page.desk.sheet.opened
    page.desk.sheet.take(
        newsroom.bulletins.keep(opened.bulletin.id, opened.bulletin.version, Rundown((), rows))
    )
    go_to(page, "J-500")
    press(page, Qt.Key.Key_Up, ALT)
    assert slugs(page)[-2:] == ["J-500", "J-499"]
    assert [item.id for item in kept(page, newsroom).items[-2:]] == [500, 499]


# ------------------------------------------------------------ rows moved, kept and taken out


def test_rows_move_by_keys_and_every_move_is_kept_and_undone(page, newsroom) -> None:
    before = kept_slugs(page, newsroom)
    go_to(page, "KEPALA-BERITA")
    press(page, Qt.Key.Key_Down, ALT)
    assert slugs(page)[2:5] == ["[Kota]", "KEPALA-BERITA", "STATISTIK-OPD"]
    assert page.table.current_row().facts.slug == "KEPALA-BERITA"
    assert kept_slugs(page, newsroom) == before  # the order is the same, the block another
    assert kept(page, newsroom).items[1].block_id == 2
    press(page, Qt.Key.Key_Down, ALT)
    assert kept_slugs(page, newsroom)[1:3] == ["STATISTIK-OPD", "KEPALA-BERITA"]
    press(page, Qt.Key.Key_Z, CONTROL)
    press(page, Qt.Key.Key_Z, CONTROL)
    assert kept_slugs(page, newsroom) == before and kept(page, newsroom).items[1].block_id == 1
    press(page, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert kept(page, newsroom).items[1].block_id == 2
    assert page.view.foot.saved.text().startswith("Tersimpan ")


def test_a_row_that_floats_is_not_counted_and_can_come_back(page, newsroom) -> None:
    total = page.desk.sheet.times.total_ms
    go_to(page, "IKLAN-1")
    press(page, Qt.Key.Key_F)
    assert page.desk.sheet.times.total_ms == total - 120_000
    assert slugs(page)[-3:] == ["[Cadangan]", "IKLAN-1", FLOATED]
    assert page.news.sentence == "IKLAN-1 jadi cadangan"
    page.news.take_back()
    assert page.desk.sheet.times.total_ms == total and "IKLAN-1" in slugs(page)[:8]
    assert not next(item for item in kept(page, newsroom).items if item.slug == "IKLAN-1").floated


def test_a_block_is_split_named_budgeted_and_joined_again(page, newsroom) -> None:
    go_to(page, "PANDU-NEGERI")
    press(page, Qt.Key.Key_S)
    editor = page.view.pane.heading_editor
    assert editor.isVisible() and editor.name.hasFocus()
    editor.name.setText("Hukum")
    QTest.keyClicks(editor.budget, "1:00")
    QTest.keyClick(editor.budget, Qt.Key.Key_Return)
    heading = next(row for row in page.table.rows.rows() if getattr(row, "name", "") == "Hukum")
    assert heading.sums.endswith("dari 1:00") and heading.over.word == "lebih"
    assert [block.name for block in kept(page, newsroom).blocks] == ["Pembuka", "Kota", "Hukum", "Kabupaten"]
    go_to(page, "[Hukum]")
    press(page, Qt.Key.Key_Left)
    assert slugs(page)[slugs(page).index("[Hukum]") + 1] == "[Kabupaten]"
    press(page, Qt.Key.Key_Delete)
    assert [block.name for block in kept(page, newsroom).blocks] == ["Pembuka", "Kota", "Kabupaten"]
    press(page, Qt.Key.Key_Z, CONTROL)
    assert kept(page, newsroom).item(row_of(page, "IKLAN-1").item.id).block_id == heading.block_id


def test_rows_are_dragged_and_stories_dropped_where_the_line_is(page, newsroom) -> None:
    table = page.table

    def drop(data: QMimeData, above: str) -> None:
        box = table.visualRect(table.rows.index(slugs(page).index(above)))
        at = QPointF(200, box.top() + 2)
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        table.dropEvent(QDropEvent(at, Qt.DropAction.MoveAction, data, buttons, keys))

    drop(table.rows.mimeData([table.rows.index(slugs(page).index("CUACA-SIANG"))]), "STATISTIK-OPD")
    assert slugs(page)[3:6] == ["[Kota]", "CUACA-SIANG", "STATISTIK-OPD"]
    data = QMimeData()
    story = page.view.tray.cards.rows.cards[0]
    data.setData(STORY_MIME, str(story.story_id).encode())
    drop(data, FLOATED)
    assert slugs(page)[-2:] == [story.slug, FLOATED]  # among those that are kept it is kept
    assert next(item for item in kept(page, newsroom).items if item.story_id == story.story_id).floated


# ------------------------------------------------------------ rows put in and edited


def test_a_story_of_the_tray_falls_under_the_selected_row_and_fills_a_place(page, newsroom, qtbot) -> None:
    cards = page.view.tray.cards
    first, second = (card.slug for card in cards.rows.cards[:2])
    go_to(page, "KEPALA-BERITA")
    cards.setFocus()
    press(page, Qt.Key.Key_Return)
    assert slugs(page)[2:4] == ["KEPALA-BERITA", first]
    placed = row_of(page, first)
    assert placed.item.approval_id is not None and placed.facts.status.words == "Siap"
    assert cards.hasFocus() and first not in [card.slug for card in cards.rows.cards]
    page.table.set_current(slugs(page).index(""))  # the place kept for a story
    press(page, Qt.Key.Key_Return)
    assert "" not in slugs(page) and second in slugs(page)
    assert kept_slugs(page, newsroom).count(second) == 1
    assert row_of(page, second).item.planned_ms == 45_000  # what the place was given


def test_a_story_is_found_by_its_letters_and_put_in(page, newsroom, qtbot) -> None:
    go_to(page, "PEMBUKA")
    press(page, Qt.Key.Key_Insert)
    panel = page.view.pane.inserting
    QTest.keyClicks(panel.field, "kanigoro")
    qtbot.waitUntil(lambda: [row.name for row in panel.list.rows()] == ["KANIGORO-PASAR"])
    press(page, Qt.Key.Key_Return)
    assert slugs(page)[1:3] == ["PEMBUKA", "KANIGORO-PASAR"] and page.table.hasFocus()
    assert "KANIGORO-PASAR" in kept_slugs(page, newsroom)


def test_a_row_is_edited_in_place_and_what_cannot_be_stays_open(page, newsroom) -> None:
    go_to(page, "IKLAN-1")
    press(page, Qt.Key.Key_Return)
    editor = page.view.pane.editor
    assert editor.slug.hasFocus() and not editor.reader.isEnabled()
    editor.slug.setText("IKLAN-PANJANG")
    editor.planned.setText("satu menit")
    press(page, Qt.Key.Key_Return)
    assert editor.isVisible() and "1:14" in editor.planned.accessibleDescription()
    editor.planned.setText("1:30")
    airtime = page.desk.sheet.opened.bulletin.airtime.astimezone(present().tzinfo)
    editor.fixed.setText(clock(airtime + timedelta(minutes=2)))
    QTest.keyClick(editor.fixed, Qt.Key.Key_Return)
    row = row_of(page, "IKLAN-PANJANG")
    assert (row.planned, row.start) == ("1:30", clock(airtime + timedelta(minutes=2), seconds=True))
    assert row.over is not None and page.table.hasFocus()
    item = kept(page, newsroom).item(row.item.id)
    assert (item.slug, item.planned_ms, item.fixed_at) == (
        "IKLAN-PANJANG",
        90_000,
        airtime + timedelta(minutes=2),
    )
    go_to(page, "PENUTUP")
    press(page, Qt.Key.Key_Return)
    editor.words.setPlainText("Demikian Warta Siang. Terima kasih.")
    QTest.keyClick(editor.words, Qt.Key.Key_Return, CONTROL)
    assert row_of(page, "PENUTUP").facts.status.words == "Siap"


def test_a_newer_revision_is_offered_and_taken_by_a_key(page, newsroom) -> None:
    go_to(page, "HARGA-CABAI")
    press(page, Qt.Key.Key_R)
    item = kept(page, newsroom).item(row_of(page, "HARGA-CABAI").item.id)
    assert (item.revision, item.approval_id) == (None, None)
    assert page.news.sentence == "HARGA-CABAI memakai revisi 3"
    page.news.take_back()
    assert kept(page, newsroom).item(item.id).revision == 2


def test_the_story_of_a_row_opens_on_its_page(page) -> None:
    opened = []
    page.open_story = opened.append
    go_to(page, "CUACA-SIANG")
    press(page, Qt.Key.Key_O, CONTROL)
    assert opened == [row_of(page, "CUACA-SIANG").item.story_id]


# ------------------------------------------------------------ two people, and no database


def test_an_edit_meets_a_colleagues_and_neither_is_lost(make_page, newsroom, profile, qtbot) -> None:
    held = HeldTasks()
    page = make_page(newsroom, lanes=held)
    held.let_go()
    colleague = build_newsroom(Paths(profile), "Redaksi")
    try:
        theirs = colleague.bulletins.open(page.desk.sheet.bulletin_id)
        taken_out = next(item for item in theirs.rundown.items if item.slug == "IKLAN-1")
        colleague.bulletins.keep(
            theirs.bulletin.id, theirs.bulletin.version, theirs.rundown.without({taken_out.id})
        )
    finally:
        colleague.close()
    go_to(page, "CUACA-SIANG")
    press(page, Qt.Key.Key_Up, ALT)
    press(page, Qt.Key.Key_F)
    held.let_go()
    assert "IKLAN-1" not in slugs(page)
    assert "Rekan Anda juga mengubah" in page.news.sentence
    rundown = kept(page, newsroom)
    assert rundown.item(row_of(page, "CUACA-SIANG").item.id).floated
    assert rundown.item(taken_out.id) is None and page.desk.sheet.kept is Kept.KEPT


def test_without_a_database_work_goes_on_and_is_kept_when_it_is_back(page, newsroom, monkeypatch) -> None:
    keep = newsroom.bulletins.keep

    def gone(*_args):
        raise DatabaseUnreachable("Redaksi")

    monkeypatch.setattr(newsroom.bulletins, "keep", gone)
    go_to(page, "IKLAN-1")
    press(page, Qt.Key.Key_F)
    press(page, Qt.Key.Key_Up, ALT)
    assert page.unkept and "mencoba lagi" in page.view.foot.saved.text()
    monkeypatch.setattr(newsroom.bulletins, "keep", keep)
    page.desk.sheet._retry.timeout.emit()
    assert not page.unkept
    assert next(item for item in kept(page, newsroom).items if item.slug == "IKLAN-1").floated


def test_what_was_done_a_moment_before_closing_is_kept(make_page, newsroom) -> None:
    held = HeldTasks()
    page = make_page(newsroom, lanes=held)
    held.let_go()
    page.desk.sheet._soon.setInterval(60)
    bulletin_id = page.desk.sheet.bulletin_id
    go_to(page, "IKLAN-1")
    press(page, Qt.Key.Key_F)
    assert not held.waiting()
    page.closing()
    held.let_go()
    items = newsroom.bulletins.open(bulletin_id).rundown.items
    assert next(item for item in items if item.slug == "IKLAN-1").floated


@pytest.mark.parametrize("colleague", [False, True])
def test_what_waits_behind_an_answer_that_never_comes_is_kept_too(make_page, newsroom, colleague) -> None:
    """The window closes with one edit on its way and another behind it: nobody is left to send that one."""
    held = HeldTasks()
    page = make_page(newsroom, lanes=held)
    held.let_go()
    bulletin_id = page.desk.sheet.bulletin_id
    go_to(page, "IKLAN-1")
    press(page, Qt.Key.Key_F)
    go_to(page, "PENUTUP")
    press(page, Qt.Key.Key_F)
    assert held.waiting() == 1
    if colleague:
        theirs = newsroom.bulletins.open(bulletin_id)
        newsroom.bulletins.keep(
            bulletin_id, theirs.bulletin.version, theirs.rundown.without({theirs.rundown.items[1].id})
        )
    page.closing()
    held.close()
    opened = newsroom.bulletins.open(bulletin_id)
    floated = {item.slug for item in opened.rundown.items if item.floated}
    assert floated >= {"IKLAN-1", "PENUTUP"}
    assert not colleague or len(opened.rundown.items) == len(theirs.rundown.items) - 1


def test_a_slow_database_is_not_asked_again_before_it_has_answered(make_page, newsroom) -> None:
    """A keeping would wait behind every question: an hour of them, each slower than the next one comes."""
    held = HeldTasks()
    page = make_page(newsroom, lanes=held)
    watch = NextBulletinWatch(held)
    watch.opened(newsroom)
    held.let_go()
    for _time in range(3):
        for timer in (page.desk._looking, watch._timer):
            timer.timeout.emit()
        waiting = held.waiting()
    assert waiting == 3  # the bulletin, its tray, and which comes next
    held.let_go()
    for timer in (page.desk._looking, watch._timer):
        timer.timeout.emit()
    assert held.waiting() == 3
    held.let_go()


# ------------------------------------------------------------ which bulletin


def test_a_bulletin_that_is_laid_away_is_let_go_of(page) -> None:
    bulletin_id = page.desk.sheet.bulletin_id
    for _time in range(5):
        page.desk.load(bulletin_id)
    assert page.desk.findChildren(RundownSheet) == [page.desk.sheet]


def test_bulletins_are_chosen_by_day_and_stepped_through(page, newsroom, qtbot) -> None:
    first = page.desk.sheet.opened.bulletin
    later = newsroom.bulletins.create(None, first.airtime + timedelta(days=1), "Warta Besok", 300_000)
    press(page, Qt.Key.Key_PageDown, CONTROL)
    assert page.view.head.title.text() == "Warta Besok"
    press(page, Qt.Key.Key_PageUp, CONTROL)
    assert page.view.head.title.text() == "Warta Siang"
    page.view.head.title.click()
    picker = page.view.picker
    assert picker.isVisible() and [row.name for row in picker.list.rows()] == ["Warta Siang"]
    press(page, Qt.Key.Key_Right)
    assert [row.name for row in picker.list.rows()] == ["Warta Besok"]
    press(page, Qt.Key.Key_Return)
    assert page.desk.sheet.bulletin_id == later.bulletin.id and not picker.isVisible()
