from datetime import datetime

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QTextEdit, QWidget

from newsdesk.domain.attribution import Byline, Dateline, Source
from newsdesk.domain.story import Script
from newsdesk.errors import DatabaseUnreachable
from newsdesk.services.browsing import View
from newsdesk.services.drafting import Drafting
from newsdesk.services.people import People
from newsdesk.ui.components.field import Label
from newsdesk.ui.stories.autosave import Kept
from newsdesk.ui.stories.inline_edit import InlineEdit
from newsdesk.ui.stories.stories_page import StoriesPage
from tests.newsrooms import by_letters, capitals

BODY = "Pemkot Blitar menggelar upacara 17-an.\n“Disiplin naik,” kata Wali Kota Blitar, Santoso."


def write(page, body=BODY, slug="STATISTIK-OPD"):
    """Begin a story by hand and wait for nothing: the autosave is asked to keep it now."""
    page.new_story()
    QTest.keyClicks(page.pane.header.slug, slug)
    page.pane.editor.textCursor().insertText(body)
    page.desk.autosave.flush()
    return page.desk.story.id


def select(page, words):
    start = page.pane.editor.text.body.index(words)
    cursor = page.pane.editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    page.pane.editor.setTextCursor(cursor)


def attributions(page):
    body = page.pane.editor.text.body
    return [
        (page_source(page, one.source_id), body[one.start : one.end])
        for one in page.desk.script().attributions
    ]


def page_source(page, number):
    return page._newsroom.sources.get_many([number])[0].name


def copy(text):
    QGuiApplication.clipboard().setText(text)


def reopened(page, look, tasks, preferences, newsroom, qtbot):
    """Close the page and open another on the same newsroom, as the next start of the program does."""
    page.closing()
    again = StoriesPage(look, tasks, preferences, page.news)
    qtbot.addWidget(again.widget())
    again.widget().show()
    again.opened(newsroom)
    again.news = page.news
    return again


# ---------------------------------------------------------------- beginning


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


def test_the_palette_can_begin_a_story_with_a_slug(page, newsroom):
    page.new_story("HARGA-CABAI")
    page.desk.autosave.flush()
    assert newsroom.browsing.stories(View.ALL)[0].slug == "HARGA-CABAI"


# ---------------------------------------------------------------- keeping


def test_what_is_typed_is_kept_within_half_a_second_and_makes_no_revision(page, newsroom, qtbot):
    story_id = write(page)
    QTest.keyClicks(page.pane.editor, " lagi")
    with qtbot.waitSignal(page.desk.autosave.state_changed, timeout=700):
        pass
    kept = newsroom.drafting.open(story_id)
    assert kept.script.body == BODY + " lagi"
    assert kept.revision == 0
    assert page.pane.foot.state_words.startswith("Tersimpan ")


def test_ctrl_s_makes_a_revision_and_says_so(page, newsroom):
    story_id = write(page)
    QTest.keyClick(page.pane.editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert [row.number for row in newsroom.drafting.revisions(story_id)] == [1]
    assert "revisi 1" in page.pane.header._revision.text()
    page.desk.save()
    assert len(newsroom.drafting.revisions(story_id)) == 1
    assert "Tidak ada yang berubah" in page.pane.news.sentence


def test_leaving_a_story_saves_a_revision_only_if_words_changed(page, newsroom):
    first = write(page)
    second = write(page, "Hujan turun.", "CUACA")
    page.open_story(first)
    page.open_story(second)
    page.open_story(first)
    assert len(newsroom.drafting.revisions(first)) == 1
    assert len(newsroom.drafting.revisions(second)) == 1


def test_closing_saves_and_the_next_start_is_where_the_writer_left(
    page, look, tasks, preferences, newsroom, qtbot
):
    write(page, "Hujan turun.", "CUACA")
    story_id = write(page)
    cursor = page.pane.editor.textCursor()
    cursor.setPosition(12)
    page.pane.editor.setTextCursor(cursor)
    first = next(row.id for row in newsroom.browsing.stories(View.ALL) if row.slug == "CUACA")
    page.open_story(first)
    page.open_story(story_id)
    page.desk.place_cursor(12)
    again = reopened(page, look, tasks, preferences, newsroom, qtbot)
    assert again.desk.story.id == story_id
    assert again.desk.script().body == BODY
    assert again.pane.editor.textCursor().position() == 12
    assert newsroom.drafting.open(story_id).recovered_at is None


def test_after_a_kill_the_next_start_is_at_the_story_that_was_open(
    page, look, tasks, preferences, newsroom, qtbot
):
    first = write(page)
    write(page, "Hujan turun.", "CUACA")
    page.open_story(first)
    again = StoriesPage(look, tasks, preferences, page.news)  # the first one never closed
    qtbot.addWidget(again.widget())
    again.opened(newsroom)
    assert again.desk.story.id == first


def test_words_that_were_never_saved_come_back_with_a_way_to_throw_them_away(
    page, look, tasks, preferences, newsroom, qtbot
):
    story = newsroom.drafting.new(Script(slug="CUACA", body="Hujan."))
    newsroom.drafting.keep_local(story.id, story.version, Script(slug="CUACA", body="Hujan deras."))
    page.shelf.fill()
    page.open_story(story.id)
    assert page.desk.script().body == "Hujan deras."
    assert page.pane.news.sentence.startswith("Dipulihkan")
    page.desk.discard()
    assert page.desk.script().body == "Hujan."
    assert newsroom.drafting.open(story.id).script.body == "Hujan."


def test_recovered_words_that_were_saved_can_no_longer_be_thrown_away(page, newsroom):
    story = newsroom.drafting.new(Script(slug="CUACA", body="Hujan."))
    newsroom.drafting.keep_local(story.id, story.version, Script(slug="CUACA", body="Hujan deras."))
    page.open_story(story.id)
    assert "Dipulihkan" in page.pane.news.sentence
    page.desk.save()
    assert page.pane.news.sentence == ""
    assert newsroom.drafting.open(story.id).script.body == "Hujan deras."


def test_without_its_database_the_words_are_kept_here_and_it_is_tried_again(page, newsroom, monkeypatch):
    story_id = write(page)
    kept = newsroom.drafting.keep

    def unreachable(*_args):
        raise DatabaseUnreachable("db.radio")

    monkeypatch.setattr(newsroom.drafting, "keep", unreachable)
    QTest.keyClicks(page.pane.editor, " lagi")
    page.desk.autosave.flush()
    assert page.desk.autosave.state.kept is Kept.LOCAL
    assert page.pane.news.sentence == (
        "Disimpan di komputer ini; basis data belum bisa dihubungi, mencoba lagi 10 dtk"
    )
    assert newsroom.drafting.open(story_id).script.body == BODY + " lagi"
    page.desk.autosave._count_down()
    assert "9 dtk" in page.pane.news.sentence
    monkeypatch.setattr(newsroom.drafting, "keep", kept)
    page.desk.autosave.try_now()
    assert page.desk.autosave.state.kept is Kept.SAVED
    assert page.pane.news.sentence == ""


def test_two_saves_one_after_the_other_are_not_taken_for_two_writers(page, newsroom):
    story_id = write(page)
    page.desk.save()
    QTest.keyClicks(page.pane.editor, " a")
    page.desk.save()
    page.pane.header.airtime_typed.emit(datetime.fromisoformat("2025-01-17T11:00+07:00"))
    QTest.keyClicks(page.pane.editor, " b")
    page.desk.save()
    assert len(newsroom.drafting.revisions(story_id)) == 3
    assert page.pane.news.sentence == ""


def test_when_a_colleague_saved_first_both_texts_stay(page, newsroom):
    story_id = write(page)
    page.desk.save()
    dewi = Drafting(newsroom.storage, People(newsroom.storage, "dewi", "Dewi"), by_letters, capitals)
    dewi.save(story_id, dewi.open(story_id).version, Script(slug="STATISTIK-OPD", body="Teks Dewi."))
    QTest.keyClicks(page.pane.editor, " lagi")
    page.desk.save()
    assert "sudah disimpan orang lain" in page.pane.news.sentence
    assert page.desk.script().body == BODY + " lagi"
    page.pane.news._acted()
    assert page.desk.script().body == BODY + " lagi"
    assert "lihat Riwayat" in page.pane.news.sentence
    assert len(newsroom.drafting.revisions(story_id)) == 2


# ---------------------------------------------------------------- copy from outside


def test_pasted_copy_becomes_a_story_with_offers_and_fills_nothing_in(page, shared, newsroom):
    original = next((shared / "seeds").glob("000*.txt")).read_text(encoding="utf-8")
    copy(original)
    page.paste()
    script = page.desk.script()
    assert "17 Januari 2025" in script.body and "Related Posts" not in script.body
    assert script.dateline is None and script.bylines == () and script.attributions == ()
    assert newsroom.drafting.open(page.desk.story.id).original == original
    assert page.inspector.offers.list.hasFocus() or page.inspector.offers.list.rows()


def test_an_empty_clipboard_says_what_to_do(page):
    copy("")
    page.paste()
    assert "Salin dulu" in page.news.sentence


def test_a_long_paste_into_an_empty_sheet_is_taken_as_copy(page):
    page.new_story()
    mime = QMimeData()
    mime.setText("Pemkot Blitar menggelar upacara bendera. " * 10)
    page.pane.editor.insertFromMimeData(mime)
    assert page.desk.story.original == mime.text()


def test_accepting_an_offer_fills_its_field_and_rejecting_does_not(page, newsroom):
    copy("Blitar, Mahardhika FM - Pemkot menggelar upacara 17-an di halaman kantor.\n\n" + BODY + "\n" + BODY)
    page.paste()
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
        page.pane.news._acted()
        assert len(offers.list.rows()) == left


COPY = (
    "Blitar, Mahardhika FM - Pemkot menggelar upacara 17-an di halaman kantor.\n\n"
    "“Disiplin pegawai naik,” kata Wali Kota Blitar, Santoso.\n\n"
    "Kepala Dinas Kesehatan Blitar, Dharma Setiawan, mengatakan warga sehat.\n" + BODY
)


def found(page):
    return [row.name for row in page.inspector.offers.list.rows()]


def test_what_was_found_is_offered_again_after_a_restart_when_nothing_was_decided(
    page, look, tasks, preferences, newsroom, qtbot
):
    copy(COPY)
    page.paste()
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
    assert found(reopened(again, look, tasks, preferences, newsroom, qtbot)) == []


def test_offers_of_two_stories_are_kept_apart(page):
    copy(COPY)
    page.paste()
    first = page.desk.story.id
    copy("Kediri - " + COPY.replace("Blitar, Mahardhika FM - ", ""))
    page.paste()
    assert found(page)[0] == "Kediri"
    page.open_story(first)
    QTest.keyClick(page.inspector.offers.list, Qt.Key.Key_1)
    assert page.desk.script().dateline == Dateline("Blitar", "Mahardhika FM")
    assert page.desk.script().body.startswith("Pemkot menggelar")


def test_a_revision_is_read_from_the_history_by_keys_alone_and_changes_nothing(page):
    write(page)
    page.desk.save()
    QTest.keyClicks(page.pane.editor, " Selesai.")
    page.desk.save()
    history = page.inspector.history
    page.inspector.open_section("history")
    history.list.setCurrentIndex(history.list.model().index(0, 0))
    QTest.keyClick(history.list, Qt.Key.Key_Down)
    QTest.keyClick(history.list, Qt.Key.Key_Return)
    assert history.text.toPlainText() == BODY.replace("\n", "\n\n")
    assert history.text.isReadOnly()
    assert history.text.accessibleName() == "Teks revisi 1"
    QTest.keyClick(history.text, Qt.Key.Key_Escape)
    assert not history.text.isVisible()
    assert page.desk.script().body == BODY + " Selesai."


def test_another_story_puts_the_revision_being_read_away(page):
    first = write(page)
    page.desk.save()
    write(page, "Hujan turun.", "CUACA")
    page.desk.save()
    page.inspector.open_section("history")
    page.inspector.history.wanted.emit(1)
    assert "Hujan" in page.inspector.history.text.toPlainText()
    page.open_story(first)
    assert not page.inspector.history.text.isVisible()


# ---------------------------------------------------------------- sources


def test_selected_words_are_tied_to_a_new_source_by_keys_alone(page, newsroom):
    story_id = write(page)
    select(page, "Disiplin naik,")
    QTest.keyClick(
        page.pane.editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    picker, form = page.inspector.sources.picker, page.inspector.sources.form
    QTest.keyClicks(picker.field, "Santoso")
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    QTest.keyClicks(form.office.edit, "Wali Kota Blitar")
    QTest.keyClicks(form.contact.edit, "0812")
    QTest.keyClick(form.contact.edit, Qt.Key.Key_Return)
    assert attributions(page) == [("Santoso", "Disiplin naik,")]
    assert page.desk.script().attributions[0].quote
    [row] = page.inspector.sources.list.rows()
    assert (row.name, row.second, row.right) == ("Santoso", "Wali Kota Blitar", "1 kutipan")
    page.desk.save()
    assert newsroom.drafting.open(story_id).script.attributions == page.desk.script().attributions
    assert newsroom.sources.list("Santoso")[0].contact == "0812"


def test_a_known_source_is_found_by_typing_and_can_be_untied_and_tied_again(page, newsroom):
    newsroom.sources.add(Source("Hanung Pramusito", "Kepala BPS Kota Blitar"))
    write(page)
    select(page, "upacara 17-an")
    page.sources.tie_selection()
    picker = page.inspector.sources.picker
    QTest.keyClicks(picker.field, "hanung")
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert attributions(page) == [("Hanung Pramusito", "upacara 17-an")]
    page.inspector.sources.untied.emit(page.inspector.sources.list.rows()[0].key)
    assert attributions(page) == []
    page.pane.news._acted()
    assert attributions(page) == [("Hanung Pramusito", "upacara 17-an")]


def test_tying_without_a_selection_says_what_to_do_first(page):
    write(page)
    page.sources.tie_selection()
    assert "Pilih dulu" in page.pane.news.sentence


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


# ---------------------------------------------------------------- the list


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
