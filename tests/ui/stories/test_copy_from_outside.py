"""Pasted copy becomes a story; what was found in it is offered."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from newsdesk.domain.attribution import Dateline, Source
from tests.ui.stories.at_desk import BODY, copy, reopened


def test_pasted_copy_becomes_a_story_with_offers_and_fills_nothing_in(page, shared, newsroom):
    original = next((shared / "seeds").glob("000*.txt")).read_text(encoding="utf-8")
    copy(original)
    page.copy.paste()
    script = page.desk.script()
    assert "17 Januari 2025" in script.body and "Related Posts" not in script.body
    assert script.dateline is None and script.bylines == () and script.attributions == ()
    assert newsroom.drafting.open(page.desk.story.id).original == original
    assert page.inspector.offers.list.hasFocus() or page.inspector.offers.list.rows()


def test_an_empty_clipboard_says_what_to_do(page):
    copy("")
    page.copy.paste()
    assert "Salin dulu" in page.news.sentence


def test_a_long_paste_into_an_empty_sheet_is_taken_as_copy(page):
    page.new_story()
    mime = QMimeData()
    mime.setText("Pemkot Blitar menggelar upacara bendera. " * 10)
    page.pane.editor.insertFromMimeData(mime)
    assert page.desk.story.original == mime.text()


def test_accepting_an_offer_fills_its_field_and_rejecting_does_not(page, newsroom):
    copy("Blitar, Mahardhika FM - Pemkot menggelar upacara 17-an di halaman kantor.\n\n" + BODY + "\n" + BODY)
    page.copy.paste()
    offers = page.inspector.offers
    rows = [row.second for row in offers.list.rows()]
    assert any("asal berita" in second for second in rows), rows
    body = page.desk.script().body
    QTest.keyClick(offers.list, Qt.Key.Key_Return)
    assert page.desk.script().dateline == Dateline("Blitar", "Mahardhika FM")
    assert len(page.desk.script().body) < len(body)
    left = len(offers.list.rows())
    if left:
        QTest.keyClick(offers.list, Qt.Key.Key_Delete)
        assert len(offers.list.rows()) == left - 1
        QTest.keyClick(offers.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert len(offers.list.rows()) == left


COPY = (
    "Blitar, Mahardhika FM - Pemkot menggelar upacara 17-an di halaman kantor.\n\n"
    "“Disiplin pegawai naik,” kata Wali Kota Blitar, Santoso.\n\n"
    "Kepala Dinas Kesehatan Blitar, Dharma Setiawan, mengatakan warga sehat.\n" + BODY
)


def found(page):
    return [row.name for row in page.inspector.offers.list.rows()]


def test_what_nothing_was_decided_about_is_offered_again_after_a_restart(
    page, look, tasks, preferences, newsroom, qtbot
):
    copy(COPY)
    page.copy.paste()
    offered = found(page)
    assert "Blitar" in offered and "Santoso" in offered
    body = page.pane.editor.text.body
    start = body.index("Kepala Dinas")
    put = page.pane.editor.textCursor()
    put.setPosition(start)
    put.setPosition(body.index("\n", start), QTextCursor.MoveMode.KeepAnchor)
    put.removeSelectedText()
    again = reopened(page, look, tasks, preferences, newsroom, qtbot)
    assert "Santoso" in found(again)
    assert "Dharma Setiawan" not in found(again)
    QTest.keyClick(again.inspector.offers.list, Qt.Key.Key_1)
    assert again.desk.script().dateline == Dateline("Blitar", "Mahardhika FM")
    left = found(again)
    assert "Blitar" not in left and "Santoso" in left
    assert found(reopened(again, look, tasks, preferences, newsroom, qtbot)) == left


def test_a_rejected_offer_stays_rejected_after_a_restart_until_it_is_taken_back(
    page, look, tasks, preferences, newsroom, qtbot
):
    copy(COPY)
    page.copy.paste()
    offered = found(page)
    QTest.keyClick(page.inspector.offers.list, Qt.Key.Key_Delete)
    assert "Tidak dipakai" in page.pane.news.sentence
    assert found(page) == offered[1:]
    again = reopened(page, look, tasks, preferences, newsroom, qtbot)
    assert found(again) == offered[1:]
    QTest.keyClick(again.inspector.offers.list, Qt.Key.Key_Delete)
    again.pane.news._acted()
    assert found(again) == offered[1:]
    assert found(reopened(again, look, tasks, preferences, newsroom, qtbot)) == offered[1:]


def test_an_accepted_offer_is_taken_back_whole(page, newsroom):
    copy(COPY)
    page.copy.paste()
    offered, body = found(page), page.desk.script().body
    QTest.keyClick(page.inspector.offers.list, Qt.Key.Key_1)
    assert page.desk.script().body != body
    page.pane.news._acted()
    assert (page.desk.script().body, page.desk.script().dateline) == (body, None)
    assert found(page) == offered
    person = next(place for place, name in enumerate(offered) if name == "Dharma Setiawan")
    page.inspector.offers.list.figure.emit(person + 1)
    assert page.desk.script().attributions
    page.pane.news._acted()
    assert page.desk.script().attributions == ()
    assert found(page) == offered


# ---------------------------------------------------------------- whom an offer means


def test_an_accepted_source_is_the_one_of_the_register_with_that_office(page, newsroom):
    mayor = newsroom.sources.add(Source("Santoso", "Walikota"))
    newsroom.sources.add(Source("Santoso", "Lurah Bendo"))
    copy(COPY)
    page.copy.paste()
    accept(page, "Disiplin pegawai naik")
    assert {tie.source_id for tie in page.desk.script().attributions} == {mayor.id}
    assert len(newsroom.sources.list("santoso")) == 2


def test_a_namesake_in_another_office_is_a_source_of_its_own(page, newsroom):
    lurah = newsroom.sources.add(Source("Santoso", "Lurah Bendo"))
    copy(COPY)
    page.copy.paste()
    accept(page, "Disiplin pegawai naik")
    [number] = {tie.source_id for tie in page.desk.script().attributions}
    assert number != lurah.id
    offices = sorted(one.office for one in newsroom.sources.list("santoso"))
    assert offices == ["Lurah Bendo", "Wali Kota Blitar"]
    assert page.inspector.sources.duplicates.isHidden()


def test_when_it_is_not_sure_who_is_meant_one_is_asked_and_may_leave_it(page, newsroom):
    known = newsroom.sources.add(Source("Dharma Setiawan", "Direktur RSUD"))
    copy(COPY)
    page.copy.paste()
    offered = found(page)
    accept(page, "Dharma Setiawan")
    picker = page.inspector.sources.picker
    assert picker.isVisible()
    assert picker.list.rows()[0].second == "Direktur RSUD"
    assert page.desk.script().attributions == ()
    QTest.keyClick(picker.field, Qt.Key.Key_Escape)
    assert found(page) == offered
    accept(page, "Dharma Setiawan")
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert {tie.source_id for tie in page.desk.script().attributions} == {known.id}
    assert [one.name for one in newsroom.sources.list()] == ["Dharma Setiawan"]


def test_a_quote_without_a_speaker_is_open_until_somebody_is_named(page, newsroom):
    known = newsroom.sources.add(Source("Kusno Basiar", "Lurah Bendo"))
    copy("Warga ramai.\n\n“Kami menunggu sejak pagi di balai desa.”\n\nAcara selesai.\n" + BODY * 2)
    page.copy.paste()
    offered = found(page)
    words = "Kami menunggu sejak pagi di balai desa"
    accept(page, words)
    assert page.pane.editor.textCursor().selectedText() == words
    QTest.keyClick(page.inspector.sources.picker.field, Qt.Key.Key_Escape)
    assert (found(page), page.desk.script().attributions) == (offered, ())
    accept(page, words)
    QTest.keyClicks(page.inspector.sources.picker.field, "kusno")
    QTest.keyClick(page.inspector.sources.picker.field, Qt.Key.Key_Return)
    [tie] = page.desk.script().attributions
    assert (tie.source_id, tie.quote) == (known.id, True)
    assert words not in [offer.text for offer in page.offers.open()]


def accept(page, words):
    """Accept the offer with these words by its figure."""
    offers = page.offers.open()
    place = next(i for i, one in enumerate(offers) if one.text == words)
    page.inspector.offers.list.figure.emit(place + 1)


def test_offers_of_two_stories_are_kept_apart(page):
    copy(COPY)
    page.copy.paste()
    first = page.desk.story.id
    copy("Kediri - " + COPY.replace("Blitar, Mahardhika FM - ", ""))
    page.copy.paste()
    assert found(page)[0] == "Kediri"
    page.open_story(first)
    QTest.keyClick(page.inspector.offers.list, Qt.Key.Key_1)
    assert page.desk.script().dateline == Dateline("Blitar", "Mahardhika FM")
    assert page.desk.script().body.startswith("Pemkot menggelar")


def test_one_key_accepts_all_that_needs_no_question(page, newsroom, qtbot):
    qtbot.waitUntil(page.widget().isActiveWindow)
    copy(COPY)
    page.copy.paste()
    assert len(found(page)) > 3
    page.pane.editor.setFocus()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page.pane.editor, Qt.Key.Key_Return, both)
    script = page.desk.script()
    assert script.dateline == Dateline("Blitar", "Mahardhika FM")
    assert {source.name for source in newsroom.sources.list("")} == {"Santoso", "Dharma Setiawan"}
    assert len(script.attributions) >= 2
    assert found(page) == []


def test_somebody_who_may_be_another_stays_open_when_all_are_accepted(page, newsroom):
    newsroom.sources.add(Source(person="Dharma Setiawan", office="Ketua RT 02"))
    copy(COPY)
    page.copy.paste()
    page.offers.accept_all()
    assert found(page) == ["Dharma Setiawan"]
    assert len(newsroom.sources.list("Dharma")) == 1


def test_what_one_key_accepted_is_counted_and_taken_back_by_one_step(page, newsroom):
    newsroom.sources.add(Source(person="Dharma Setiawan", office="Ketua RT 02"))
    copy(COPY)
    page.copy.paste()
    before, offered = page.desk.script(), found(page)
    page.offers.accept_all()
    done = len(offered) - 1
    assert done > 2
    assert page.pane.news.sentence == f"{done} tawaran diterima. 1 tawaran menunggu pilihan Anda."
    page.pane.news._acted()
    assert page.desk.script() == before
    assert found(page) == offered


def test_where_all_must_be_asked_about_one_key_says_so(page, newsroom):
    for office in ("Ketua RT 02", "Guru"):
        newsroom.sources.add(Source(person="Dharma Setiawan", office=office))
    copy(COPY)
    page.copy.paste()
    page.offers.accept_all()
    assert found(page) == ["Dharma Setiawan"]
    page.offers.accept_all()
    assert page.pane.news.sentence == "1 tawaran menunggu pilihan Anda."
