"""Words are tied to sources."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsdesk.domain.attribution import Contact, Office, Source
from tests.ui.stories.at_desk import attributions, reopened, select, write


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
    assert newsroom.sources.list("Santoso")[0].contacts == (Contact("0812"),)


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


def key(widget, what):
    QTest.keyClick(widget, what)


def tie_to(page, source, words="Disiplin naik,"):
    select(page, words)
    page.use_source(source)


def form_of(page, place=0):
    """Open the form of a source of the story by Enter on its row."""
    rows = page.inspector.sources.list
    rows.setFocus()
    rows.setCurrentIndex(rows.model().index(place, 0))
    key(rows, Qt.Key.Key_Return)
    return page.inspector.sources.form


# ---------------------------------------------------------------- the form


def test_offices_over_time_and_contacts_are_filled_in_by_keys(page, newsroom):
    source = newsroom.sources.add(Source("Santoso", "Wali Kota Blitar", "Pemkot Blitar"))
    write(page)
    tie_to(page, source)
    form = form_of(page)
    assert (form.office.text(), form.organisation.text()) == ("Wali Kota Blitar", "Pemkot Blitar")
    QTest.keyClicks(form.offices.rows[0].since.edit, "20/2/2025")
    form.offices.more.setFocus()
    key(form.offices.more, Qt.Key.Key_Return)
    QTest.keyClicks(form.focusWidget(), "Lurah Bendo")
    QTest.keyClicks(form.offices.rows[1].until.edit, "2024")
    QTest.keyClicks(form.contact.edit, "0812-3456")
    QTest.keyClicks(form.contacts.rows[0].note.edit, "lewat ajudan")
    form.contacts.more.click()
    QTest.keyClicks(form.focusWidget(), "humas@blitarkota.go.id")
    key(form.contacts.rows[1].private, Qt.Key.Key_Space)
    key(form.contact.edit, Qt.Key.Key_Return)
    [kept] = newsroom.sources.list()
    assert kept.offices == (
        Office("Wali Kota Blitar", "Pemkot Blitar", since=date(2025, 2, 20)),
        Office("Lurah Bendo", until=date(2024, 12, 31)),
    )
    assert kept.contacts == (
        Contact("0812-3456", note="lewat ajudan"),
        Contact("humas@blitarkota.go.id", private=False),
    )
    assert form.isHidden()


def test_tab_goes_through_the_form_as_one_reads_it_also_after_a_field_was_added(page, newsroom):
    source = newsroom.sources.add(Source("Santoso", "Wali Kota Blitar"))
    write(page)
    tie_to(page, source)
    form = form_of(page)
    form.offices.more.click()
    first, second = form.offices.rows
    offices = (first.title, first.organisation, first.since, first.until)
    offices += (second.title, second.organisation, second.since, second.until)
    way = [form.person.edit, *(field.edit for field in offices)]
    way += [second.remove, form.offices.more, form.contact.edit, form.contacts.rows[0].note.edit]
    way += [form.contacts.rows[0].private, form.contacts.more, form.on_record, form.save, form.cancel]
    form.person.edit.setFocus()
    gone = []
    for _step in way[1:]:
        key(form.focusWidget(), Qt.Key.Key_Tab)
        gone.append(form.focusWidget())
    assert [one.accessibleName() for one in gone] == [one.accessibleName() for one in way[1:]]
    assert gone == way[1:]
    assert all(one.accessibleName() for one in way)


def test_days_that_cannot_be_read_or_end_before_they_begin_say_what_fits(page, newsroom):
    source = newsroom.sources.add(Source("Santoso", "Wali Kota Blitar"))
    write(page)
    tie_to(page, source)
    form = form_of(page)
    row = form.offices.rows[0]
    row.since.set_text("kemarin")
    key(form.person.edit, Qt.Key.Key_Return)
    assert "20/2/2025" in row.since.edit.accessibleDescription()
    row.since.set_text("2025")
    row.until.set_text("2/2024")
    key(form.person.edit, Qt.Key.Key_Return)
    assert "Sejak" in row.until.edit.accessibleDescription()
    assert form.isVisible()
    row.until.set_text("31/12/2025")
    key(form.person.edit, Qt.Key.Key_Return)
    assert form.isHidden()
    [office] = newsroom.sources.list()[0].offices
    assert (office.since, office.until) == (date(2025, 1, 1), date(2025, 12, 31))


def test_a_namesake_needs_an_office_to_be_told_apart_by(page, newsroom):
    newsroom.sources.add(Source("Santoso", "Wali Kota Blitar"))
    write(page)
    select(page, "Disiplin naik,")
    page.sources.tie_selection()
    page.inspector.sources.picker.new.emit("Santoso")
    form = page.inspector.sources.form
    key(form.person.edit, Qt.Key.Key_Return)
    assert form.isVisible()
    assert "Santoso, Wali Kota Blitar" in form.office.edit.accessibleDescription()
    QTest.keyClicks(form.office.edit, "Lurah Bendo")
    key(form.office.edit, Qt.Key.Key_Return)
    assert form.isHidden()
    assert attributions(page) == [("Santoso", "Disiplin naik,")]
    rows = [(one.name, one.office) for one in newsroom.sources.list("Santoso")]
    assert rows == [("Santoso", "Wali Kota Blitar"), ("Santoso", "Lurah Bendo")]


def test_an_organisation_is_a_source_without_a_person(page, newsroom):
    write(page)
    select(page, "Disiplin naik,")
    page.sources.tie_selection()
    page.inspector.sources.picker.new.emit("")
    form = page.inspector.sources.form
    key(form.person.edit, Qt.Key.Key_Return)
    assert form.isVisible()
    QTest.keyClicks(form.organisation.edit, "BPS Kota Blitar")
    key(form.organisation.edit, Qt.Key.Key_Return)
    assert attributions(page) == [("BPS Kota Blitar", "Disiplin naik,")]
    assert newsroom.sources.list()[0].offices == ()


def test_the_form_tells_when_a_source_was_used_and_opens_those_stories(page, newsroom):
    source = newsroom.sources.add(Source("Santoso", "Wali Kota Blitar"))
    first = write(page)
    tie_to(page, source)
    page.desk.save()
    write(page, slug="DUA")
    tie_to(page, source)
    page.desk.save()
    form = form_of(page)
    assert "Dipakai di 2 naskah" in form.use.words.text()
    rows = form.use.list
    assert [row.name for row in rows.rows()] == ["DUA", "STATISTIK-OPD"]
    rows.setCurrentIndex(rows.model().index(1, 0))
    key(rows, Qt.Key.Key_Return)
    assert page.desk.story.id == first


def test_a_source_that_a_colleague_changed_meanwhile_is_not_overwritten(page, newsroom):
    source = newsroom.sources.add(Source("Santoso", "Wali Kota Blitar"))
    write(page)
    tie_to(page, source)
    form = form_of(page)
    newsroom.sources.update(replace(source, office="Wali Kota"))
    QTest.keyClicks(form.contact.edit, "0812")
    key(form.contact.edit, Qt.Key.Key_Return)
    assert "diubah orang lain" in page.pane.news.sentence
    assert form.isVisible() and form.contact.text() == "0812"
    assert newsroom.sources.list()[0].office == "Wali Kota"


# ---------------------------------------------------------------- one person, written twice


def test_a_duplicate_is_merged_by_one_key_and_taken_back(page, newsroom):
    short = newsroom.sources.add(Source("Walikota Santoso"))
    write(page)
    tie_to(page, short)
    duplicates = page.inspector.sources.duplicates
    assert duplicates.isHidden()
    newsroom.sources.add(Source("Santoso", "Wali Kota Blitar"))
    page.sources.duplicates.look([short.id], again=True)
    [row] = duplicates.list.rows()
    assert (row.name, row.second) == ("Walikota Santoso", "= Santoso, Wali Kota Blitar")
    assert "jabatannya cocok" in duplicates.why.text()
    key(duplicates.list, Qt.Key.Key_Return)
    assert [one.name for one in newsroom.sources.list()] == ["Santoso"]
    assert [(one.name, one.second) for one in page.inspector.sources.list.rows()] == [
        ("Santoso", "Wali Kota Blitar")
    ]
    assert duplicates.isHidden()
    page.inspector.sources.list.pointed.emit(page.inspector.sources.list.rows()[0].key)
    assert page.pane.editor.textCursor().selectedText() == "Disiplin naik,"
    page.pane.news._acted()
    assert [one.name for one in page.inspector.sources.list.rows()] == ["Walikota Santoso"]
    assert len(newsroom.sources.list()) == 2
    assert duplicates.isVisible()


def test_two_people_are_told_apart_by_one_key_for_good_until_that_is_taken_back(
    page, look, tasks, preferences, newsroom, qtbot
):
    newsroom.sources.add(Source("Walikota Santoso"))
    long = newsroom.sources.add(Source("Wali Kota Blitar Santoso"))
    write(page)
    tie_to(page, long)
    page.desk.save()
    duplicates = page.inspector.sources.duplicates
    key(duplicates.list, Qt.Key.Key_Delete)
    assert duplicates.isHidden()
    assert "dua narasumber" in page.pane.news.sentence
    again = reopened(page, look, tasks, preferences, newsroom, qtbot)
    assert again.inspector.sources.duplicates.isHidden()
    page.pane.news._acted()
    again.sources.duplicates.look([long.id], again=True)
    assert not again.inspector.sources.duplicates.isHidden()


def test_a_merge_that_a_colleague_was_quicker_with_says_so_and_shows_what_stands_now(page, newsroom):
    short = newsroom.sources.add(Source("Walikota Santoso"))
    newsroom.sources.add(Source("Wali Kota Blitar Santoso"))
    write(page)
    tie_to(page, short)
    duplicates = page.inspector.sources.duplicates
    newsroom.sources.update(replace(short, on_record=False))
    duplicates.merge.click()
    assert "diubah orang lain" in page.pane.news.sentence
    assert len(newsroom.sources.list()) == 2
    duplicates.merge.click()
    assert len(newsroom.sources.list()) == 1
