"""Before the air: what is missing is named, and an editor answers for it by name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from newsdesk.domain.bulletin import BulletinState
from newsdesk.domain.people import Role
from newsdesk.services.accounts import Accounts
from newsdesk.ui.bulletins.ready_dialog import ReadyDialog
from tests.newsrooms import QUICK
from tests.ui.bulletins.conftest import go_to, press, slugs


def dialog(page, kind: type[QDialog]):
    return next(one for one in page.view.findChildren(kind) if one.isVisible())


def test_every_row_that_lacks_something_is_named_and_found_by_a_key(page) -> None:
    rows = page.view.ready.list.rows()
    assert {row.name for row in rows} >= {"STATISTIK-OPD", "PANDU-NEGERI", "HARGA-CABAI", "PENUTUP"}
    assert "berubah setelah disetujui" in {row.second for row in rows}
    go_to(page, "PEMBUKA")
    press(page, Qt.Key.Key_F8)
    assert page.table.current_row().facts.slug == "STATISTIK-OPD"
    page.view.ready.list.pointed.emit(rows[-1].key)
    assert page.table.current_row().item.id == rows[-1].key and page.table.hasFocus()


def test_an_editor_signs_by_name_for_what_is_missing_and_may_take_it_back(page, newsroom) -> None:
    page.view.ready.ready.click()
    signing = dialog(page, ReadyDialog)
    assert not signing.sign.isEnabled() and signing.focusWidget() is signing.why.edit
    QTest.keyClicks(signing.why.edit, "disetujui lewat telepon")
    signing.sign.click()
    bulletin = newsroom.bulletins.open(page.desk.sheet.bulletin_id).bulletin
    assert bulletin.state is BulletinState.READY and bulletin.ready_why.startswith("disetujui lewat telepon")
    assert page.view.ready.ready.text() == "Tarik tanda siap"
    told = page.view.ready._told  # the reason as it was given, not the marks it is kept with
    assert told.startswith("Ditandai siap oleh") and told.endswith(": disetujui lewat telepon")
    page.view.ready.ready.click()
    assert newsroom.bulletins.open(bulletin.id).bulletin.state is BulletinState.PLANNED


def test_going_on_air_with_something_missing_is_asked_about_where_it_goes_out_and_not_here_too(page) -> None:
    wanted = []
    page.air_wanted.connect(wanted.append)
    assert page.view.ready.list.rows()
    page.view.ready.air.click()
    assert wanted == [page.desk.sheet.bulletin_id]
    assert not page.view.findChildren(QDialog)


@pytest.mark.parametrize("approved", [True, False])
def test_breaking_news_goes_next_only_when_it_is_approved(page, newsroom, approved: bool) -> None:
    go_to(page, "CUACA-SIANG" if approved else "STATISTIK-OPD")
    press(page, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    opened = newsroom.bulletins.open(page.desk.sheet.bulletin_id)
    if approved:
        assert slugs(page)[1] == "CUACA-SIANG" and len(opened.unacknowledged) == 1
        assert page.news.sentence.startswith("Kilat: CUACA-SIANG")
    else:
        assert not opened.unacknowledged and page.news.sentence


def test_a_bulletin_on_air_says_so_and_cannot_be_begun_at_another_computer(page, newsroom, qtbot) -> None:
    wanted = []
    page.air_wanted.connect(wanted.append)
    assert not page.view.head.on_air.isVisible() and page.view.ready.air.isEnabled()
    with newsroom.storage.write() as work:
        work.bulletins.stands(page.desk.sheet.bulletin_id, BulletinState.ON_AIR)
    page.desk.look_again()
    assert page.view.head.on_air.isVisible()
    assert page.view.head.on_air.accessibleName() == "Mengudara"
    assert not page.view.ready.air.isEnabled()
    assert "sedang" in page.view.ready.air.accessibleDescription()
    press(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert not wanted and "sedang" in page.news.sentence


def test_a_reporter_is_told_who_calls_a_bulletin_ready_and_begins_it(page, newsroom) -> None:
    accounts = Accounts(newsroom.storage, newsroom.people, passwords=QUICK)
    accounts.begin_with("Dewi", "dewi", "sandi panjang sekali")
    accounts.add("Bu Kepala", "kepala", "sandi panjang sekali", {Role.ADMINISTRATOR})
    accounts.change(newsroom.people.me().id, roles=frozenset({Role.REPORTER}))
    accounts.sign_in("dewi", "sandi panjang sekali")
    page.desk.look_again()
    for button in (page.view.ready.ready, page.view.ready.air):
        assert not button.isEnabled() and "penyiar" in button.accessibleDescription().lower()


def test_what_was_put_next_in_a_hurry_leaves_the_tray(page, qtbot) -> None:
    waiting = [row.state.slug for row in page.room.placing.tray]
    assert "BLITAR-DBD" in waiting
    cards = page.view.tray.cards
    cards.setFocus()
    cards.setCurrentIndex(cards.model().index(waiting.index("BLITAR-DBD"), 0))
    page.room.placing.flash()
    assert "BLITAR-DBD" in slugs(page)
    assert "BLITAR-DBD" not in [row.state.slug for row in page.room.placing.tray]
