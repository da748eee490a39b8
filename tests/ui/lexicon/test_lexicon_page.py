"""The Leksikon page on the real services: what a person does, and what the newsroom has afterwards."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QMenu, QTableView

from newsdesk.domain.lexicon import HowSaid, NameOf, Pronunciation
from newsdesk.domain.story import Script
from newsdesk.errors import DatabaseUnreachable
from newsdesk.ui.listening.passage import Playing
from tests.ui.held_tasks import HeldTasks
from tests.ui.lexicon.conftest import click, entry_of, forms, place_of, press

CONTROL = Qt.KeyboardModifier.ControlModifier


def go_to(page, form: str) -> None:
    """Put the keyboard at the row of a form."""
    page.pane.table.setFocus()
    page.pane.table.set_current(place_of(page, form))


def write(page, text: str) -> None:
    """Type over what stands in the field with the keyboard."""
    field = page.view.focusWidget()
    field.selectAll()
    QTest.keyClicks(field, text)


# ------------------------------------------------------------ what is seen


def test_every_form_is_listed_and_counted(page) -> None:
    assert forms(page)[:4] == ["APBD", "ASN", "Boediono", "BPOM"]
    assert page.pane.head.count.text() == "21 bentuk"
    names = [row.accessibleName() for row in page.view.views.findChildren(QAbstractButton)]
    assert names[:2] == ["Semua, 21", "Belum diperiksa, 6"]
    assert names[-1].startswith("Bawaan program, ")


def test_the_keyboard_is_at_the_first_row_when_the_forms_come(make_page, newsroom) -> None:
    held = HeldTasks()
    page = make_page(newsroom, lanes=held)
    page.view.setFocus()
    assert not page.pane.empty.isVisible()  # nobody knows yet whether there are any
    held.let_go()
    assert page.pane.table.hasFocus()
    assert page.pane.table.current_row().entry.form == "APBD"


def test_a_view_narrows_the_table(page, qtbot) -> None:
    click(page.view.views, "Nama orang, 1", qtbot)
    assert forms(page) == ["Pramusito"]
    assert page.pane.head.count.text() == "1 bentuk"


def test_search_answers_while_typing_and_finds_builtin_forms(page, newsroom, qtbot) -> None:
    press(page, Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(page.view.focusWidget(), "cuc")
    qtbot.waitUntil(lambda: forms(page) == ["Tjutjuk"])
    press(page, Qt.Key.Key_Escape)
    assert len(forms(page)) == 21
    assert "NATO" not in {entry.form for entry in newsroom.lexicon.forms()}
    QTest.keyClicks(page.view.focusWidget(), "nato")
    qtbot.waitUntil(lambda: "NATO" in forms(page))
    assert "bawaan" in page.pane.head.count.text()


def test_a_story_that_has_a_form_is_counted(make_page, newsroom) -> None:
    newsroom.drafting.new(Script("ANGGARAN", body="APBD naik, kata DPRD."))
    page = make_page(newsroom)
    page.pane.table.sorted.emit(5)
    assert forms(page)[:2] == ["APBD", "DPRD"]


def test_what_the_desk_adds_is_here_when_one_looks_again(page, newsroom) -> None:
    page.view.hide()
    newsroom.drafting.new(Script("RAPAT", body="Rapat itu membahas BAPELKESDA."))
    page.refill()
    assert "BAPELKESDA" not in forms(page)  # nobody looks
    page.view.show()
    assert "BAPELKESDA" in forms(page)


def test_an_empty_lexicon_teaches_and_one_key_begins(make_page, empty_newsroom) -> None:
    page = make_page(empty_newsroom)
    assert page.pane.empty.isVisible()
    assert not page.pane.table.isVisible()
    press(page, Qt.Key.Key_Insert)
    assert page.pane.editor.isVisible()
    assert page.view.focusWidget() is page.pane.editor.written.edit


def test_builtin_forms_are_a_view_of_an_empty_lexicon(make_page, empty_newsroom, qtbot) -> None:
    page = make_page(empty_newsroom)
    click(page.pane.empty, "Lihat bawaan program", qtbot)
    assert len(forms(page)) == len(empty_newsroom.reading.builtin())


# ------------------------------------------------------------ editing in place


def test_a_form_is_changed_in_place_by_keyboard(page, newsroom) -> None:
    go_to(page, "BPOM")
    press(page, Qt.Key.Key_Return)
    assert page.pane.editor.isVisible()
    write(page, "be pe o em")
    press(page, Qt.Key.Key_Return)
    entry = entry_of(newsroom, "BPOM")
    assert (entry.spoken, entry.checked_by) == ("be pe o em", newsroom.people.me().name)
    assert not page.pane.editor.isVisible()
    assert page.pane.table.hasFocus()
    assert page.pane.table.current_row().entry == entry
    assert page.changes == [True]


def test_escape_leaves_everything_as_it_was(page, newsroom) -> None:
    before = newsroom.lexicon.forms()
    go_to(page, "BPOM")
    press(page, Qt.Key.Key_Return)
    write(page, "salah")
    press(page, Qt.Key.Key_Escape)
    assert not page.pane.editor.isVisible()
    assert newsroom.lexicon.forms() == before
    assert page.pane.table.hasFocus()


def test_enter_on_an_unchecked_form_says_that_it_is_right(page, newsroom) -> None:
    go_to(page, "EPSS")
    press(page, Qt.Key.Key_Return)
    assert "statistik sektoral (EPSS)" in page.pane.editor.found.accessibleName()
    press(page, Qt.Key.Key_Return)
    assert entry_of(newsroom, "EPSS").checked_by == newsroom.people.me().name
    assert newsroom.lexicon.forms() != []


def test_looking_at_a_checked_form_does_not_change_who_checked_it(page, newsroom) -> None:
    go_to(page, "APBD")
    press(page, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_Return)
    assert entry_of(newsroom, "APBD").checked_by == "Dewi Lestari"
    assert page.changes == []


def test_a_new_form_begins_with_the_guess_for_it(page, newsroom) -> None:
    press(page, Qt.Key.Key_Insert)
    QTest.keyClicks(page.view.focusWidget(), "KPPU")
    editor = page.pane.editor
    assert (editor.spoken.text(), editor.how.value()) == ("ka pe pe u", HowSaid.LETTERS.value)
    press(page, Qt.Key.Key_Tab)
    write(page, "kapepeu")
    press(page, Qt.Key.Key_Return)
    entry = entry_of(newsroom, "KPPU")
    assert (entry.spoken, entry.how) == ("kapepeu", HowSaid.WORD)
    assert page.pane.table.current_row().entry.form == "KPPU"


def test_the_way_follows_the_words_until_it_is_chosen(page) -> None:
    press(page, Qt.Key.Key_Insert)
    QTest.keyClicks(page.view.focusWidget(), "KPPU")
    editor = page.pane.editor
    press(page, Qt.Key.Key_Tab)
    write(page, "Komisi Pengawas Persaingan Usaha")
    assert editor.how.value() == HowSaid.EXPANDED.value
    editor.how.set_value(HowSaid.WORD.value)
    editor.how.chosen.emit(HowSaid.WORD.value)
    write(page, "ka pe pe u")
    assert editor.how.value() == HowSaid.WORD.value


def test_what_was_searched_in_vain_is_the_form_of_the_new_entry(page) -> None:
    page.pane.head.search("Zwingli")
    press(page, Qt.Key.Key_Insert)
    assert page.pane.editor.written.text() == "Zwingli"


def test_a_form_without_a_reading_is_told_what_is_missing(page, newsroom) -> None:
    before = newsroom.lexicon.forms()
    press(page, Qt.Key.Key_Insert)
    press(page, Qt.Key.Key_Return)
    assert "Tulis bentuknya" in page.pane.editor.found.wrong
    QTest.keyClicks(page.view.focusWidget(), "KPPU")
    assert page.pane.editor.found.wrong == ""
    page.pane.editor.spoken.edit.setFocus()
    write(page, " ")
    press(page, Qt.Key.Key_Return)
    assert "Tulis cara membacanya" in page.pane.editor.found.wrong
    assert newsroom.lexicon.forms() == before


def test_a_form_that_is_listed_already_is_told_under_its_fields(page, newsroom) -> None:
    press(page, Qt.Key.Key_Insert)
    QTest.keyClicks(page.view.focusWidget(), "APBD")
    press(page, Qt.Key.Key_Return)
    assert "APBD" in page.pane.editor.found.wrong
    assert page.pane.editor.isVisible()


def test_what_is_seldom_wanted_is_behind_one_key_and_kept(page, newsroom) -> None:
    go_to(page, "Tjutjuk")
    press(page, Qt.Key.Key_Return)
    fields = page.pane.editor.fields
    assert not fields.isVisible()
    height = page.pane.table.rowHeight(place_of(page, "Tjutjuk"))
    press(page, Qt.Key.Key_M, CONTROL)
    assert page.pane.table.rowHeight(place_of(page, "Tjutjuk")) > height
    write(page, "CU-cuk")
    fields.before.set_text("atlet,  kapten ")
    fields.after.set_text("Sunario")
    fields.name_of.set_value(NameOf.PERSON.value)
    fields.case.setChecked(False)
    press(page, Qt.Key.Key_Return)
    entry = entry_of(newsroom, "Tjutjuk")
    assert (entry.respelling, entry.name_of, entry.case_sensitive) == ("CU-cuk", NameOf.PERSON, False)
    assert (entry.words_before, entry.words_after) == (("atlet", "kapten"), ("Sunario",))
    go_to(page, "Tjutjuk")
    press(page, Qt.Key.Key_Return)
    assert fields.isVisible()  # an entry that has some of them shows them


def test_a_row_with_changes_is_not_left_by_accident(page) -> None:
    go_to(page, "BPOM")
    press(page, Qt.Key.Key_Return)
    write(page, "be pe o em")
    page.pane.table.opened.emit(place_of(page, "BPS"))
    assert page.pane.open_row.entry.form == "BPOM"
    assert "belum disimpan" in page.pane.editor.found.wrong
    page.pane.head.search("tjutjuk")
    assert forms(page) == ["BPOM", "Tjutjuk"]
    assert page.pane.editor.spoken.text() == "be pe o em"


def test_a_row_that_is_only_looked_at_gives_way(page) -> None:
    go_to(page, "BPOM")
    press(page, Qt.Key.Key_Return)
    page.pane.table.opened.emit(place_of(page, "BPS"))
    assert page.pane.open_row.entry.form == "BPS"
    page.pane.head.search("tjutjuk")
    assert forms(page) == ["Tjutjuk"]
    assert page.pane.open_row is None


def test_what_a_colleague_does_leaves_the_open_row_and_its_words(page, newsroom) -> None:
    go_to(page, "BPOM")
    press(page, Qt.Key.Key_Return)
    write(page, "be pe o em")
    newsroom.lexicon.add(Pronunciation("AAA", "a a a", HowSaid.LETTERS))
    page.refill()
    assert forms(page)[0] == "AAA"
    editor = page.pane.editor
    assert editor.isVisible()
    assert editor.spoken.text() == "be pe o em"
    assert page.view.focusWidget() is editor.spoken.edit
    assert editor.y() > page.pane.table.rowViewportPosition(place_of(page, "BPOM"))


def test_a_form_that_a_colleague_changed_meanwhile_is_not_written_over(page, newsroom) -> None:
    go_to(page, "BPOM")
    press(page, Qt.Key.Key_Return)
    write(page, "be pe o em")
    newsroom.lexicon.update(replace(entry_of(newsroom, "BPOM"), spoken="bepom"))
    press(page, Qt.Key.Key_Return)
    assert entry_of(newsroom, "BPOM").spoken == "bepom"
    assert "diubah orang lain" in page.news.sentence
    assert page.pane.editor.spoken.text() == "be pe o em"  # nothing typed is lost


# ------------------------------------------------------------ undo and removing


def test_del_takes_a_form_out_and_the_line_of_news_brings_it_back(page, newsroom, qtbot) -> None:
    before = entry_of(newsroom, "BPOM")
    go_to(page, "BPOM")
    press(page, Qt.Key.Key_Delete)
    assert entry_of(newsroom, "BPOM") is None
    assert "BPOM" not in forms(page)
    assert page.pane.table.current_row().entry.form == "BPS"
    click(page.news, "Urungkan", qtbot)
    after = entry_of(newsroom, "BPOM")
    assert (after.spoken, after.checked_by, after.checked_at) == (
        before.spoken,
        before.checked_by,
        before.checked_at,
    )
    assert "BPOM" in forms(page)


def test_ctrl_z_takes_back_one_act_after_the_other(page, newsroom) -> None:
    before = [(one.form, one.spoken, one.checked_by) for one in newsroom.lexicon.forms()]
    go_to(page, "BPOM")
    press(page, Qt.Key.Key_Return)
    write(page, "be pe o em")
    press(page, Qt.Key.Key_Return)
    go_to(page, "EPSS")
    press(page, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_Insert)
    QTest.keyClicks(page.view.focusWidget(), "KPPU")
    press(page, Qt.Key.Key_Return)
    go_to(page, "APBD")
    press(page, Qt.Key.Key_Delete)
    assert len(page.changes) == 4
    for _act in range(4):
        press(page, Qt.Key.Key_Z, CONTROL)
    assert [(one.form, one.spoken, one.checked_by) for one in newsroom.lexicon.forms()] == before
    assert not page.desk.can_undo


def test_an_undo_that_a_colleague_made_impossible_is_told(page, newsroom) -> None:
    go_to(page, "BPOM")
    press(page, Qt.Key.Key_Return)
    write(page, "be pe o em")
    press(page, Qt.Key.Key_Return)
    newsroom.lexicon.update(replace(entry_of(newsroom, "BPOM"), spoken="bepom"))
    press(page, Qt.Key.Key_Z, CONTROL)
    assert entry_of(newsroom, "BPOM").spoken == "bepom"
    assert "diubah orang lain" in page.news.sentence


def test_undo_in_a_field_is_the_fields_own(page, newsroom) -> None:
    go_to(page, "BPOM")
    press(page, Qt.Key.Key_Delete)
    go_to(page, "BPS")
    press(page, Qt.Key.Key_Return)
    QTest.keyClicks(page.view.focusWidget(), "x")
    press(page, Qt.Key.Key_Z, CONTROL)
    assert entry_of(newsroom, "BPOM") is None
    assert page.pane.editor.spoken.text() == "be pe es"


# ------------------------------------------------------------ built-in forms


def test_changing_a_builtin_form_makes_one_of_the_newsrooms_own_that_wins(page, newsroom) -> None:
    page.pane.choose("builtin")
    go_to(page, "NATO")
    press(page, Qt.Key.Key_Return)
    write(page, "en a te o")
    press(page, Qt.Key.Key_Return)
    entry = entry_of(newsroom, "NATO")
    assert (entry.spoken, entry.checked_by) == ("en a te o", newsroom.people.me().name)
    newsroom.reading.use(newsroom.lexicon.forms())
    assert newsroom.reading.read("NATO rapat").line.startswith("en a te o")
    # The program's own stays in its view, and says that the newsroom's stands over it.
    place = place_of(page, "NATO")
    assert page.pane.table.model().index(place, 4).data() == "diganti redaksi"
    page.pane.table.opened.emit(place)
    assert page.pane.open_row.entry == entry


def test_a_builtin_form_cannot_be_removed_and_says_the_way_out(page) -> None:
    page.pane.choose("builtin")
    go_to(page, "NATO")
    press(page, Qt.Key.Key_Delete)
    assert "tidak bisa dihapus" in page.news.sentence
    assert "NATO" in forms(page)


# ------------------------------------------------------------ hearing


def test_f5_says_what_is_being_written(page, listening) -> None:
    go_to(page, "BPOM")
    press(page, Qt.Key.Key_F5)
    press(page, Qt.Key.Key_Return)
    write(page, "be pe o em")
    press(page, Qt.Key.Key_F5)
    assert listening.said == ["be pom", "be pe o em"]


def test_the_row_that_is_said_is_marked_until_it_is_silent(page, listening) -> None:
    go_to(page, "BPOM")
    press(page, Qt.Key.Key_F5)
    assert page.pane.table.sounding == place_of(page, "BPOM")
    page.pane.head.search("bp")
    assert page.pane.table.sounding == place_of(page, "BPOM")
    listening.player.turn(Playing.SILENT)
    assert page.pane.table.sounding == -1


def test_a_row_that_cannot_be_said_is_not_marked(page, listening, monkeypatch) -> None:
    monkeypatch.setattr(listening, "say", lambda _spoken: None)  # as without a sound output
    go_to(page, "BPOM")
    press(page, Qt.Key.Key_F5)
    assert page.pane.table.sounding == -1


def test_escape_silences_before_it_leaves_the_row(page, listening) -> None:
    go_to(page, "BPOM")
    press(page, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_F5)
    press(page, Qt.Key.Key_Escape)
    assert listening.player.state is Playing.SILENT
    assert page.pane.editor.isVisible()
    press(page, Qt.Key.Key_Escape)
    assert not page.pane.editor.isVisible()


def test_the_foot_says_what_the_keys_do_and_whose_voice_it_is(page) -> None:
    foot = page.pane.foot
    assert foot.voice.text() == "Suara Gita"
    assert foot._enter.words.text() == "ubah"
    go_to(page, "BPOM")
    press(page, Qt.Key.Key_Return)
    assert foot._enter.words.text() == "benar"


def test_the_foot_says_nothing_of_keys_that_need_a_row_where_there_is_none(page) -> None:
    foot = page.pane.foot
    hints = (foot._hear, foot._enter, foot._remove)
    page.pane.head.search("zzzq")
    assert not any(hint.isVisible() for hint in hints)
    page.pane.head.search("")
    assert all(hint.isVisible() for hint in hints)
    page.pane.head.search("zzzq")
    press(page, Qt.Key.Key_Insert)
    assert [hint.isVisible() for hint in hints] == [True, True, False]
    press(page, Qt.Key.Key_Escape)
    assert not any(hint.isVisible() for hint in hints)


# ------------------------------------------------------------ menu, widths, names


def test_the_menu_of_a_row_does_what_its_keys_do(page, newsroom, qtbot) -> None:
    place = place_of(page, "EPSS")
    page.pane.table.asked.emit(place, QPoint(10, 10))
    menu = page.pane.findChild(QMenu)
    actions = {action.text().partition("\t")[0]: action for action in menu.actions() if action.text()}
    assert list(actions) == ["Dengar", "Ubah", "Benar", "Hapus"]
    actions["Benar"].trigger()
    assert entry_of(newsroom, "EPSS").checked_by
    menu.close()


@pytest.mark.parametrize(
    ("width", "views", "queue"),
    [(1364, True, 288), (1290, True, 272), (1204, False, 272), (1074, False, 272), (784, False, 0)],
    ids=["1440", "1366", "1280", "1150", "860"],
)
def test_narrow_windows_fold_what_they_have_no_room_for(page, width, views, queue) -> None:
    page.view.resize(width, 700)
    assert page.view.views.isVisible() is views
    assert page.pane.head.views.isVisible() is not views
    assert (page.view.queue.width() if page.view.queue.isVisible() else 0) == queue
    go_to(page, "EPSS")
    press(page, Qt.Key.Key_Return)
    assert page.pane.editor.spoken.width() >= 100
    right = page.pane.editor.benar.geometry().right()
    assert right <= page.pane.table.viewport().width() - 16


@pytest.mark.parametrize("width", [1290, 1024], ids=["1366", "1100"])
def test_what_the_search_is_for_can_be_read_in_narrow_windows(page, width, qtbot) -> None:
    page.view.resize(width, 700)
    head, field = page.pane.head, page.pane.head.field
    words = field.fontMetrics().horizontalAdvance(field.placeholderText())
    margins = field.textMargins().left() + field.textMargins().right() + 4
    qtbot.waitUntil(lambda: words <= field.width() - margins)
    assert head.new_button.geometry().right() <= head.width() - 16


def test_the_drop_down_chooses_a_view_in_a_narrow_window(page) -> None:
    page.view.resize(1074, 700)
    box: QComboBox = page.pane.head.views
    at = box.findData("unchecked")
    assert box.itemText(at) == "Belum diperiksa  6"
    box.setCurrentIndex(at)
    box.activated.emit(at)
    assert len(forms(page)) == 6


def test_every_control_has_a_name_and_can_be_reached(page) -> None:
    go_to(page, "EPSS")
    press(page, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_M, CONTROL)
    controls = [
        widget
        for kind in (QAbstractButton, QLineEdit, QTableView, QComboBox)
        for widget in page.view.findChildren(kind)
        if widget.isVisible() and widget.objectName() != "qt_spinbox_lineedit"
    ]
    nameless = [widget for widget in controls if not widget.accessibleName()]
    assert nameless == []
    # Of choices that exclude each other Tab reaches one, and the arrows the others.
    alone = [one for one in controls if not (isinstance(one, QAbstractButton) and one.isCheckable())]
    assert [one for one in alone if not one.focusPolicy() & Qt.FocusPolicy.TabFocus] == []


def test_tab_goes_from_the_rows_into_the_fields_in_reading_order(page) -> None:
    go_to(page, "EPSS")
    press(page, Qt.Key.Key_Return)
    editor = page.pane.editor
    page.pane.table.setFocus()
    reached = []
    for _step in range(3):
        press(page, Qt.Key.Key_Tab)
        reached.append(page.view.focusWidget())
    assert reached[:2] == [editor.written.edit, editor.spoken.edit]


# ------------------------------------------------------------ what goes wrong


def test_a_database_that_is_away_is_told_and_nothing_is_lost(page, newsroom, monkeypatch) -> None:
    go_to(page, "BPOM")
    press(page, Qt.Key.Key_Return)
    write(page, "be pe o em")

    def away(_self, _entry):
        raise DatabaseUnreachable("Redaksi")

    monkeypatch.setattr(type(newsroom.lexicon), "update", away)
    press(page, Qt.Key.Key_Return)
    assert "belum bisa dihubungi" in page.news.sentence
    assert page.pane.editor.spoken.text() == "be pe o em"
    assert not page.desk.can_undo


def test_an_undo_while_the_database_is_away_can_be_done_later(page, newsroom, monkeypatch) -> None:
    go_to(page, "BPOM")
    press(page, Qt.Key.Key_Delete)

    def away(_self, _change):
        raise DatabaseUnreachable("Redaksi")

    with monkeypatch.context() as patched:
        patched.setattr(type(newsroom.lexicon), "undo", away)
        press(page, Qt.Key.Key_Z, CONTROL)
    assert entry_of(newsroom, "BPOM") is None
    press(page, Qt.Key.Key_Z, CONTROL)
    assert entry_of(newsroom, "BPOM") is not None
    assert not page.desk.can_undo


def test_an_answer_for_a_newsroom_that_was_left_changes_nothing(make_page, newsroom) -> None:
    held = HeldTasks()
    page = make_page(newsroom, lanes=held)
    held.let_go()
    go_to(page, "BPOM")
    press(page, Qt.Key.Key_Delete)
    page.closing()
    held.let_go()
    assert page.changes == []
    assert not page.desk.can_undo


def test_another_newsroom_shows_its_own_forms(page, make_page, tmp_path) -> None:
    from newsdesk.app import build_newsroom
    from newsdesk.paths import Paths

    paths = Paths(tmp_path / "other")
    paths.make()
    other = build_newsroom(paths, "Pemilu")
    try:
        go_to(page, "BPOM")
        press(page, Qt.Key.Key_Return)
        page.closing()
        page.opened(other)
        assert forms(page) == []
        assert not page.pane.editor.isVisible()
    finally:
        page.closing()
        other.close()


def test_the_palette_can_do_what_only_the_mouse_could(page) -> None:
    commands = {command.words: command for command in page.commands()}
    commands["Urutkan menurut Dibaca"].run()
    assert forms(page)[0] == "ASN"
    commands["Urutkan menurut Dibaca"].run()
    assert forms(page)[-1] == "ASN"
    assert commands["Urungkan di leksikon"].when() is False
