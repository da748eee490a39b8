"""Findings on the desk: marked, noted beside the script, told in the inspector, mended, let be."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QMenu

from newsdesk.domain.blocks import MARK, Note
from newsdesk.domain.story import Script
from newsdesk.ui.components.button import Button
from newsdesk.ui.stories.finding_groups import grouped
from newsdesk.ui.stories.margin_notes import kind_of, title_of

BODY = (
    "Seluruh ASN dilingkup Pemkot hadir.\n"
    "Warga dibidang statistik hadir, juga warga dilingkup kantor.\n"
    "Panitia menunjukan jadwal."
)


@pytest.fixture
def at_desk(page, qtbot):
    """Lay a script on the desk and wait for its findings."""

    def lay(body=BODY, blocks=()):
        story = page._newsroom.drafting.new(Script(slug="UJI", headline="Uji", body=body, blocks=blocks))
        page.open_story(story.id)
        settle(page, qtbot)
        return page

    return lay


def settle(page, qtbot):
    """Wait until nothing is left to ask."""
    qtbot.waitUntil(
        lambda: (
            page.findings.checker._asked is not None
            and page.findings.checker._asked.body == page.pane.editor.text.body
            and not page.findings.checker._busy
            and not page.findings._rows_later.isActive()
            and not page.pane.editor.text.reader._timer.isActive()
        )
    )


def words(page):
    return [place.finding.words for place in page.pane.editor.findings.places]


def rows(page):
    return [(row.shown.wrong, row.shown.right, row.shown.times) for row in page.inspector.findings.rows()]


def summary(page):
    return page.inspector.sections()["findings"]._head.summary


def select(page, word):
    marks = page.pane.editor.findings
    page.findings._go_to(next(place for place in marks.places if place.finding.words == word))


def test_what_is_found_of_days_is_asked_anew_when_the_day_changes(at_desk, qtbot):
    page = at_desk()
    desk, today = page.findings, page.findings._now()
    asked = desk.checker._asked
    desk._minute.timeout.emit()
    assert desk.checker._asked is asked  # the same day
    desk._now = lambda: today + timedelta(days=1)
    desk._minute.timeout.emit()
    settle(page, qtbot)
    assert desk.checker._asked.written == asked.written + timedelta(days=1)
    assert words(page) == ["dilingkup", "dibidang", "dilingkup", "menunjukan"]


def test_findings_are_marked_and_told_with_equal_ones_once(at_desk):
    page = at_desk()
    assert words(page) == ["dilingkup", "dibidang", "dilingkup", "menunjukan"]
    assert rows(page) == [
        ("dilingkup", "di lingkup", "2 kali"),
        ("dibidang", "di bidang", ""),
        ("menunjukan", "menunjukkan", ""),
    ]
    assert summary(page) == "3 temuan"


def test_f8_mends_the_selected_one_and_goes_to_the_next_and_one_undo_takes_it_back(at_desk, qtbot):
    page = at_desk()
    editor = page.pane.editor
    for _press in range(2):  # the first selects, the second mends
        qtbot.keyClick(editor, Qt.Key.Key_F8)
    assert editor.text.body.startswith("Seluruh ASN di lingkup Pemkot hadir.")
    assert editor.findings.selected.finding.words == "dibidang"
    settle(page, qtbot)
    assert words(page) == ["dibidang", "dilingkup", "menunjukan"]
    assert editor.findings.selected.finding.words == "dibidang"
    editor.undo_step()
    assert editor.text.body == BODY
    settle(page, qtbot)
    assert words(page)[0] == "dilingkup"


def test_alt_f8_goes_on_without_mending_and_begins_anew_after_the_last(at_desk, qtbot):
    page = at_desk()
    editor = page.pane.editor
    seen = []
    for _press in range(5):
        qtbot.keyClick(editor, Qt.Key.Key_F8, Qt.KeyboardModifier.AltModifier)
        seen.append(editor.findings.selected.start)
    assert seen[0] == seen[4] and sorted(seen[:4]) == seen[:4]
    assert editor.text.body == BODY


def test_the_selected_finding_and_its_reason_stay_in_sight_however_many_there_are(at_desk, qtbot):
    page = at_desk("Seluruh warga dilingkup hadir, dibidang itu, disepanjang jalan, menunjukan kartu.\n" * 6)
    inspector, editor = page.inspector, page.pane.editor
    view = inspector._scroll.viewport()

    def in_sight(widget):
        top = widget.mapTo(view, QPoint(0, 0)).y()
        return top >= 0 and top + min(widget.height(), view.height()) <= view.height()

    inspector.bring(inspector.findings.rows()[0])
    for _press in range(4):
        qtbot.keyClick(editor, Qt.Key.Key_F8, Qt.KeyboardModifier.AltModifier)
    card = inspector.findings.card
    qtbot.waitUntil(lambda: in_sight(card))
    inspector._scroll.verticalScrollBar().setValue(0 if card.y() > view.height() else 10_000)
    page.findings.ask_why()
    qtbot.waitUntil(lambda: in_sight(card) and in_sight(card.reason))


def test_marks_move_along_with_their_words_until_the_next_answer(at_desk):
    page = at_desk()
    editor = page.pane.editor
    before = [place.start for place in editor.findings.places]
    cursor = QTextCursor(editor.document())
    cursor.insertText("Kemarin ")
    assert [place.start for place in editor.findings.places] == [at + 8 for at in before]
    cursor.setPosition(editor.findings.places[0].start + 3)
    cursor.insertText("x")
    assert words(page) == ["dibidang", "dilingkup", "menunjukan"]


def test_a_group_is_mended_everywhere_as_one_step(at_desk, qtbot):
    page = at_desk()
    select(page, "dilingkup")
    page.inspector.findings.card.all.click()
    assert page.pane.editor.text.body.count("di lingkup") == 2
    page.pane.editor.undo_step()
    assert page.pane.editor.text.body == BODY


def test_other_fixes_have_numbers_in_the_panel(at_desk, qtbot):
    page = at_desk("Pihak sekolah memberi suport penuh.")
    select(page, "suport")
    card = page.inspector.findings.card
    assert [button.text() for button in card.others if not button.isHidden()] == ["2  support"]
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_2)
    assert page.pane.editor.text.body == "Pihak sekolah memberi support penuh."


def test_after_a_group_that_got_shorter_the_very_next_finding_is_gone_to(at_desk):
    page = at_desk(
        "Ada prestasi prestasi. Ada prestasi prestasi dua. Ada prestasi prestasi, suport dan menunjukan."
    )
    same = grouped(page.pane.editor.findings.places)[0]
    page.findings._mend(same.places, same.finding.fixes.index("prestasi"))
    assert page.pane.editor.findings.selected.finding.words == "suport"


@pytest.mark.parametrize(("at", "letters"), [(15, "i"), (5, "di")])
def test_a_word_that_became_a_longer_one_is_not_mended(at_desk, at, letters):
    """F8 may come before the next answer: the fix of "menunjukan" is none of "menunjukani"."""
    page = at_desk("Data menunjukan.")
    select(page, "menunjukan")
    cursor = QTextCursor(page.pane.editor.document())
    cursor.setPosition(at)
    cursor.insertText(letters)
    typed = page.pane.editor.text.body
    page.findings.mend_and_go_on()
    assert page.pane.editor.text.body == typed
    assert words(page) == []


def test_an_empty_fix_takes_the_words_and_their_space(at_desk):
    page = at_desk("Indeks Pembangunan Statistik (IPS) naik.")
    place = page.pane.editor.findings.places[0]
    number = place.finding.fixes.index("")
    page.findings._mend([place], number)
    assert page.pane.editor.text.body == "Indeks Pembangunan Statistik naik."


def test_words_with_the_space_of_a_web_page_between_them_are_mended(at_desk):
    page = at_desk("Ada \U0001f399 prestasi\u00a0prestasi kota.")
    place = page.pane.editor.findings.places[0]
    page.findings._mend([place], place.finding.fixes.index("prestasi"))
    assert page.pane.editor.text.body == "Ada \U0001f399 prestasi kota."


def test_an_empty_fix_takes_the_space_of_a_web_page_too(at_desk):
    page = at_desk("Indeks Pembangunan Statistik\u00a0(IPS) naik.")
    place = page.pane.editor.findings.places[0]
    page.findings._mend([place], place.finding.fixes.index(""))
    assert page.pane.editor.text.body == "Indeks Pembangunan Statistik naik."


def test_a_finding_is_let_be_with_a_reason_and_told_again(at_desk, qtbot):
    page = at_desk()
    select(page, "dibidang")
    page.findings.ask_why()
    card = page.inspector.findings.card
    qtbot.keyClick(card.reason.edit, Qt.Key.Key_Return)
    assert "dibidang" in words(page)  # not without a reason
    card.reason.edit.setText("judul resmi")
    qtbot.keyClick(card.reason.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "dibidang" not in words(page))
    ((_key, why),) = page._newsroom.checks.let_be(page.desk.story.id).items()
    assert why.reason == "judul resmi"
    assert summary(page) == "2 temuan"
    assert [place.finding.words for place in page.pane.editor.findings.let_be] == ["dibidang"]
    page.inspector.findings.again.emit(grouped(page.pane.editor.findings.let_be)[0])
    qtbot.waitUntil(lambda: "dibidang" in words(page))


def test_what_was_let_be_stays_so_when_the_story_is_opened_again(at_desk, qtbot):
    page = at_desk()
    story_id = page.desk.story.id
    page._newsroom.checks.let(story_id, ["spelling.run-on#0#Warga#dibidang"], "judul")
    page.new_story()
    page.open_story(story_id)
    settle(page, qtbot)
    assert words(page) == ["dilingkup", "dilingkup", "menunjukan"]


def test_a_word_taken_into_the_newsrooms_own_is_found_no_more_until_that_is_undone(at_desk, qtbot):
    page = at_desk()
    select(page, "menunjukan")
    page.inspector.findings.card.learn.click()
    qtbot.waitUntil(lambda: "menunjukan" not in words(page))
    assert [one.word for one in page._newsroom.checks.settled().words] == ["menunjukan"]
    page.pane.news.findChildren(Button)[0].click()
    qtbot.waitUntil(lambda: "menunjukan" in words(page))


def test_a_note_stands_beside_its_line_and_a_click_mends(at_desk, qtbot):
    page = at_desk()
    notes = page.findings.notes
    assert [(title_of(note.group), kind_of(note.group)) for note in notes.notes()] == [
        ("di lingkup", "Ejaan, 2 kali"),
        ("di bidang", "Ejaan"),
        ("menunjukkan", "Ejaan"),
    ]
    tops = [note.top for note in notes.notes()]
    assert all(below - above >= 38 for above, below in pairwise(tops))
    qtbot.mouseClick(notes, Qt.MouseButton.LeftButton, pos=QPoint(40, tops[1] + 8))
    assert "di bidang" in page.pane.editor.text.body


def test_notes_on_one_line_are_pushed_down(at_desk):
    page = at_desk("Warga dilingkup dan dibidang hadir.")
    tops = [note.top for note in page.findings.notes.notes()]
    assert tops[1] == tops[0] + 38


def test_notes_follow_scrolling(at_desk):
    page = at_desk("\n".join([f"Baris ke {n} tanpa salah apa pun di sini." for n in range(60)]) + "\n" + BODY)
    bar = page.pane.editor.verticalScrollBar()
    assert not page.findings.notes.notes()
    bar.setValue(bar.maximum())
    first = page.findings.notes.notes()[0].top
    bar.setValue(bar.maximum() - 20)
    assert page.findings.notes.notes()[0].top == first + 20


def test_the_menu_of_the_script_mends_and_learns(at_desk, qtbot):
    page = at_desk()
    editor = page.pane.editor
    cursor = editor.textCursor()
    cursor.setPosition(editor.text.body.index("menunjukan") + 3)
    editor.setTextCursor(cursor)
    at = editor.cursorRect().center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard,
        at,
        editor.viewport().mapToGlobal(at),
        Qt.KeyboardModifier.NoModifier,
    )
    editor.contextMenuEvent(event)
    menu = editor.findChildren(QMenu)[-1]
    first = [action.text() for action in menu.actions()][:3]
    assert first == ["menunjukkan", "Biarkan, karena…", "Tambahkan ke kamus redaksi"]
    menu.actions()[0].trigger()
    menu.close()
    assert "menunjukkan jadwal" in editor.text.body


def test_dots_give_way_to_the_line_of_a_finding(at_desk):
    page = at_desk("Indeks naik menjadi 2.65 dari 41 poin.")
    editor = page.pane.editor
    block = editor.document().begin()
    marks = editor.text.paragraphs[0].marks
    assert len(marks) == 2
    assert [block.text()[m.start : m.end] for m in editor.findings.uncovered(block, marks)] == ["41"]


def test_a_clip_or_note_between_the_words_is_never_touched(at_desk):
    page = at_desk(f"{MARK}\nWarga dilingkup kantor.\n{MARK}", (Note("dilingkup"), Note("dibidang")))
    select(page, "dilingkup")
    page.findings.mend_and_go_on()
    text = page.pane.editor.text
    assert text.body == f"{MARK}\nWarga di lingkup kantor.\n{MARK}"
    assert text.blocks() == (Note("dilingkup"), Note("dibidang"))


def test_a_script_that_cannot_be_changed_is_not_mended(at_desk):
    page = at_desk()
    select(page, "dibidang")
    page.pane.editor.setReadOnly(True)
    page.findings.mend_and_go_on()
    assert page.pane.editor.text.body == BODY


def test_another_story_has_its_own_findings(at_desk, qtbot):
    page = at_desk()
    page.new_story()
    assert rows(page) == [] and words(page) == []
    at_desk("Warga dibidang ekonomi.")
    assert words(page) == ["dibidang"]


def test_only_the_newest_question_is_looked_at(held_page, held):
    page = held_page
    page.new_story()
    editor = page.pane.editor
    for letters in ("Warga dibidang ", "statistik ", "dilingkup kantor."):
        editor.insertPlainText(letters)
        editor.text.reader.read_slice()
    from newsdesk.ui.tasks import Lane

    assert held.waiting(Lane.COPY) <= 1
    held.let_go()
    assert words(page) == ["dibidang", "dilingkup"]
