"""Before the air: what is missing is named, and an editor answers for it by name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from newsdesk.domain.bulletin import BulletinState
from newsdesk.ui.bulletins.ready_dialog import ReadyDialog
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
