"""Words are tied to sources."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsdesk.domain.attribution import Source
from tests.ui.stories.at_desk import attributions, select, write


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
