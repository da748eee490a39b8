"""The review of a story: opened from the queue, read in three forms, decided by button and key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from newsdesk.domain.audit import Deed
from newsdesk.domain.story import RevisionKind, StoryStatus
from tests.ui.stories.at_desk import write
from tests.ui.stories.colleague import Colleague

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
CTRL_ALT = CTRL | ALT
FIRST = "Pemkot Blitar meraih Juara Kategori Umum dari IIPG.\nSantoso berterima kasih."
SECOND = "Pemkot Blitar meraih juara umum dari IIPG.\nSantoso, wali kota, berterima kasih."


@pytest.fixture
def waiting(desk, rani):
    """A story of Rani's in the queue, which is shown; nothing is open."""
    story = rani.hand_in(FIRST)
    desk.list.choose("waiting")
    return story


def opened(page, story):
    page.open_story(story.id)
    assert page.rooms.review.on
    return page.rooms.review.room


def press(widget, key, modifiers=NONE):
    widget.setFocus()
    QTest.keyClick(widget, key, modifiers)


def do(page, name):
    (command,) = [one for one in page.commands() if one.id == name]
    assert command.when()
    command.run()


def status(page, story):
    return page._newsroom.drafting.look(story.id).status


# ---------------------------------------------------------------- opening


def test_tab_comes_to_the_embargo_over_the_text_before_the_text(desk, waiting):
    room = opened(desk, waiting)
    chain = [room.head]
    while (one := chain[-1].nextInFocusChain()) is not room.head:
        chain.append(one)
    stops = [one for one in chain if one in (room.head.embargo, room.view.text, room.bar.approve)]
    assert stops == [room.head.embargo, room.view.text, room.bar.approve]


def test_a_story_of_somebody_elses_opens_under_review_from_the_queue(desk, waiting):
    room = opened(desk, waiting)
    assert room.view.isVisible()
    assert room.head.slug.text() == "PANDU-NEGERI"
    assert room.head.revision.words.startswith("revisi 2 dari Rani Puspita, ")
    assert room.head.headline.words == "Blitar juara umum"
    assert room.bar.approve.text() == "Setujui revisi 2"
    assert room.bar.note._for.text() == "untuk Rani Puspita"
    assert not desk.pane.header.isVisible()
    assert not desk.pane.foot.isVisible()


def test_a_slug_of_any_length_leaves_the_review_its_width(desk, rani):
    story = rani.hand_in(FIRST, slug="P" * 2_000)
    desk.list.choose("waiting")
    room = opened(desk, story)
    assert room.head.slug.text().endswith("P…") and room.head.minimumSizeHint().width() < 900


def test_from_another_view_the_script_opens_and_a_key_begins_the_review_and_leaves_it(desk, waiting):
    desk.list.choose("all")
    desk.open_story(waiting.id)
    assert not desk.rooms.review.on
    press(desk.pane.editor, Qt.Key.Key_J, CTRL_SHIFT)
    assert desk.rooms.review.on
    press(desk.rooms.review.room.view.text, Qt.Key.Key_J, CTRL_SHIFT)
    assert not desk.rooms.review.on
    assert desk.pane.editor.isVisible()
    assert desk.pane.header.isVisible()
    assert desk.pane.editor.hasFocus()


def test_ones_own_story_opens_to_be_written_in(desk):
    story = write(desk)
    do(desk, "story.submit")
    write(desk, "Hujan.", "CUACA")
    desk.list.choose("waiting")
    desk.open_story(story)
    assert desk.desk.story.status is StoryStatus.WAITING
    assert not desk.rooms.review.on


def test_a_draft_of_somebody_elses_is_not_under_review(desk, rani):
    from newsdesk.domain.story import Script

    draft = rani.drafting.new(Script("DRAF", body="Belum selesai."))
    desk.list.choose("waiting")
    desk.open_story(draft.id)
    assert not desk.rooms.review.on


def test_under_review_the_story_is_free_for_its_writer(desk, rani, waiting, newsroom):
    opened(desk, waiting)
    with newsroom.storage.read() as queries:
        assert queries.locks.of(waiting.id) is None
    do(desk, "review")
    with newsroom.storage.read() as queries:
        assert queries.locks.of(waiting.id) is not None


def test_another_story_leaves_the_review(desk, rani, waiting):
    opened(desk, waiting)
    desk.new_story()
    assert not desk.rooms.review.on
    assert desk.pane.editor.isVisible()


def test_picking_the_row_of_the_story_on_the_desk_opens_its_review(desk, waiting):
    desk.list.choose("all")
    desk.open_story(waiting.id)
    assert not desk.rooms.review.on
    desk.list.choose("waiting")
    desk.list.list.activated.emit(desk.list.rows.index(0))
    assert desk.rooms.review.on
    desk.rooms.review.toggle()
    desk.list.list.activated.emit(desk.list.rows.index(0))
    assert desk.rooms.review.on


def test_picking_the_row_of_ones_own_story_opens_no_review(desk):
    story = write(desk)
    do(desk, "story.submit")
    desk.list.choose("waiting")
    assert desk.desk.story.id == story
    desk.list.list.activated.emit(desk.list.rows.index(0))
    assert not desk.rooms.review.on


# ---------------------------------------------------------------- what is shown


def test_what_changed_since_the_editor_looked_is_marked_and_counted(desk, rani, waiting):
    opened(desk, waiting)
    desk.new_story()
    rani.change(waiting.id, SECOND)
    room = opened(desk, waiting)
    assert room.view.form == "changes"
    assert room.view.strip._since.text() == "Sejak Anda lihat"
    assert room.view.strip._what.words.startswith("revisi 2, ")
    assert room.view.strip._new.text() == "4"
    assert room.view.strip._gone.text() == "3 kata"
    assert "Juara Kategori Umum" in room.view.text.toPlainText()
    press(room.view.text, Qt.Key.Key_Right, ALT)
    assert room.view.text.current == 0
    press(room.bar.note.words, Qt.Key.Key_Right, ALT)
    assert room.view.text.current == 1
    press(room.view.text, Qt.Key.Key_Left, ALT)
    assert room.view.text.current == 0


def test_a_story_never_looked_at_is_shown_as_it_stands(desk, waiting):
    room = opened(desk, waiting)
    assert room.view.form == "clean"
    assert room.view.text.toPlainText() == FIRST
    assert room.view.strip._since.text() == "Belum pernah Anda lihat"


def test_the_spoken_form_is_one_key_away(desk, waiting):
    room = opened(desk, waiting)
    press(room.view.text, Qt.Key.Key_D, CTRL_SHIFT)
    assert room.view.form == "aloud"
    assert "i i pe ge" in room.view.spoken.toPlainText()
    press(room.view.spoken, Qt.Key.Key_D, CTRL)
    assert room.view.form == "clean"


def test_what_is_heard_is_marked_in_the_text_under_review_and_f5_is_about_its_paragraph(desk, waiting):
    room = opened(desk, waiting)
    editor = desk.pane.editor
    at = FIRST.index("Santoso")
    cursor = room.view.text.textCursor()
    cursor.setPosition(at + 2)
    room.view.text.setTextCursor(cursor)
    assert editor.textCursor().blockNumber() == 1
    editor.said_ground.show_said((at, at + 7), (at, len(FIRST)))
    marked = [one.cursor.selectedText() for one in room.view.text.extraSelections()]
    assert marked == [FIRST[at:], "Santoso"]
    editor.said_ground.show_said(None, None)
    assert room.view.text.extraSelections() == []


def test_unanswered_findings_come_first_then_those_let_be_with_the_reason(desk, rani, newsroom):
    story = rani.hand_in("Beliau dilingkup kerja. Kegiatan dilingkup Pemkot. Ia di rubah lagi.")
    desk.list.choose("waiting")
    room = opened(desk, story)
    names = [row.accessibleName() for row in room.findings.rows()]
    assert names
    assert all("Belum dijawab" in name for name in names)
    key = desk.findings.marks.places[0].finding.key
    newsroom.checks.let(story.id, [key], "Kutipan langsung dari warga.")
    desk.findings._let.follow(story.id)
    names = [row.accessibleName() for row in room.findings.rows()]
    assert "membiarkan, karena: Kutipan langsung dari warga." in names[-1]
    assert "Belum dijawab" in names[0]
    room.findings.rows()[-1].click()
    assert room.view.text._here.spans
    assert desk.inspector.findings.isHidden()


def test_readings_that_nobody_settled_stand_over_the_findings_and_lead_to_their_words(desk, rani):
    body = "Indeks naik menjadi 2.65, kata BPS. Kode 2.65 dipakai lagi."
    story = rani.hand_in(body)
    desk.list.choose("waiting")
    room = opened(desk, story)
    reading = desk.rooms.review.showing._reading.read(body)
    unsure = [one for one in reading.readings if one.unsure]
    assert unsure
    row = room.findings.rows()[0]
    assert row.accessibleName().startswith(f"{len(unsure)} cara baca belum pasti: “")
    assert body[unsure[0].start : unsure[0].end] in row.accessibleName()
    row.click()
    assert room.view.text._here.spans
    assert room.view.form == "clean"


def test_the_inspector_is_the_writers_again_after_the_review(desk, waiting):
    room = opened(desk, waiting)
    assert room.sources.isVisibleTo(desk.inspector)
    assert not desk.inspector.data.isEnabled()
    do(desk, "review")
    assert not room.sources.isVisibleTo(desk.inspector)
    assert desk.inspector.sources.isVisibleTo(desk.inspector)
    assert desk.inspector.data.isEnabled()


def test_a_revision_read_in_its_place_gives_the_review_back(desk, waiting):
    room = opened(desk, waiting)
    desk.history.read(1)
    assert not room.view.isVisible()
    desk.history.close()
    assert room.view.isVisible()


# ---------------------------------------------------------------- deciding


def test_the_key_approves_exactly_the_revision_on_the_button(desk, waiting, newsroom):
    room = opened(desk, waiting)
    room.bar.note.words.setPlainText("Bagus.")
    press(room.view.text, Qt.Key.Key_A, CTRL_SHIFT)
    assert status(desk, waiting) is StoryStatus.APPROVED
    approval = newsroom.reviewing.open(waiting.id).approval
    assert (approval.revision, approval.text.body, approval.note) == (2, FIRST, "Bagus.")
    assert desk.pane.news.sentence == "PANDU-NEGERI disetujui, revisi 2."
    assert room.head.badge.accessibleName() == "Disetujui"
    assert not room.bar.approve.isEnabled()
    assert room.bar.approve.toolTip().startswith("Revisi 2 sudah disetujui ")
    assert desk.list.rows.rowCount() == 0


def test_the_button_approves_too_and_the_next_that_waits_longest_is_one_act_away(desk, rani, waiting):
    later = rani.hand_in("Hujan.", "CUACA")
    latest = rani.hand_in("Banjir.", "BANJIR")
    desk.shelf.fill()
    opened(desk, waiting).bar.approve.click()
    assert desk.pane.news._button.text() == "Naskah berikutnya"
    desk.pane.news._button.click()
    assert desk.desk.story.id == later.id
    assert desk.rooms.review.on
    press(desk.rooms.review.room.view.text, Qt.Key.Key_PageDown, ALT)
    assert desk.desk.story.id == latest.id


def test_after_the_last_that_waits_no_next_one_is_offered_and_it_counts_as_seen(desk, waiting):
    room = opened(desk, waiting)
    room.bar.approve.click()
    assert desk.pane.news.sentence == "PANDU-NEGERI disetujui, revisi 2."
    assert not desk.pane.news._button.isVisible()
    assert room.view.strip._since.text() == "Sudah Anda lihat"


@pytest.mark.parametrize("modifiers", [NONE, CTRL, CTRL_SHIFT])
def test_enter_in_the_note_never_decides(desk, waiting, modifiers):
    room = opened(desk, waiting)
    room.bar.focus_note()
    QTest.keyClicks(room.bar.note.words, "Sumbernya siapa")
    press(room.bar.note.words, Qt.Key.Key_Return, modifiers)
    assert status(desk, waiting) is StoryStatus.WAITING
    assert len(desk._newsroom.versions.revisions(waiting.id)) == 2


def test_it_is_returned_only_with_a_note_and_the_reason_is_told(desk, waiting):
    room = opened(desk, waiting)
    assert not room.bar.give_back.isEnabled()
    assert room.bar.give_back.statusTip() == "Tulis dulu catatannya, supaya penulis tahu alasannya."
    press(room.view.text, Qt.Key.Key_R, CTRL_SHIFT)
    assert status(desk, waiting) is StoryStatus.WAITING
    assert desk.pane.news.sentence == "Tulis dulu catatannya, supaya penulis tahu alasannya."
    assert room.bar.note.words.hasFocus()
    QTest.keyClicks(room.bar.note.words, "Sumbernya siapa?")
    assert room.bar.give_back.isEnabled()
    press(room.bar.note.words, Qt.Key.Key_R, CTRL_SHIFT)
    assert status(desk, waiting) is StoryStatus.DRAFT
    newest = desk._newsroom.versions.revisions(waiting.id)[0]
    assert (newest.kind, newest.reason) == (RevisionKind.RETURNED, "Sumbernya siapa?")
    assert room.bar.note.text() == ""


def test_a_note_not_sent_waits_for_its_story_and_goes_to_no_other(desk, rani, waiting):
    other = rani.hand_in("Hujan.", "CUACA")
    note = opened(desk, waiting).bar.note
    note.words.setPlainText("Sumbernya siapa?")
    assert not desk.half_said  # the disk has it: no window is held open for it
    assert opened(desk, other).bar.note.text() == ""
    assert opened(desk, waiting).bar.note.text() == "Sumbernya siapa?"


def test_it_is_set_aside_from_the_bar(desk, waiting):
    opened(desk, waiting).bar.spike.click()
    assert status(desk, waiting) is StoryStatus.SPIKED


def test_a_colleagues_revision_is_told_and_refuses_the_approval_of_the_older_one(desk, rani, waiting):
    room = opened(desk, waiting)
    rani.change(waiting.id, SECOND)
    desk.rooms.review.look()
    told = "Rani Puspita menyimpan revisi 3; lihat perubahannya."
    assert desk.pane.news.sentence == told
    desk.pane.news.clear()
    press(room.view.text, Qt.Key.Key_A, CTRL_SHIFT)
    assert desk.pane.news.sentence == told
    assert status(desk, waiting) is StoryStatus.WAITING
    assert room.bar.approve.text() == "Setujui revisi 2"
    desk.pane.news._button.click()
    assert room.bar.approve.text() == "Setujui revisi 3"
    assert room.view.form == "changes"
    assert room.view.strip._what.words.startswith("revisi 2, ")
    press(room.view.text, Qt.Key.Key_A, CTRL_SHIFT)
    assert status(desk, waiting) is StoryStatus.APPROVED


def test_a_return_of_an_older_revision_is_refused_as_well_and_the_note_stays(desk, rani, waiting):
    room = opened(desk, waiting)
    rani.change(waiting.id, SECOND)
    room.bar.note.words.setPlainText("Sumbernya siapa?")
    press(room.view.text, Qt.Key.Key_R, CTRL_SHIFT)
    assert desk.pane.news.sentence == "Rani Puspita menyimpan revisi 3; lihat perubahannya."
    assert status(desk, waiting) is StoryStatus.WAITING
    assert room.bar.note.text() == "Sumbernya siapa?"


def test_of_two_editors_the_second_hears_who_was_quicker(desk, rani, waiting, newsroom):
    room = opened(desk, waiting)
    budi = Colleague(newsroom, "budi", "Budi Santosa")
    budi.approve(waiting.id)
    press(room.view.text, Qt.Key.Key_A, CTRL_SHIFT)
    assert "Budi Santosa" in desk.pane.news.sentence
    assert room.head.badge.accessibleName() == "Disetujui"
    entries = [one for one in newsroom.audit.entries() if one.act == Deed.APPROVE]
    assert len(entries) <= 1


def test_what_colleagues_decide_meanwhile_is_seen_without_asking(desk, waiting, newsroom):
    room = opened(desk, waiting)
    Colleague(newsroom, "budi", "Budi Santosa").approve(waiting.id)
    desk.rooms.review.look()
    assert room.head.badge.accessibleName() == "Disetujui"
    assert not room.bar.approve.isEnabled()


def test_what_colleagues_hand_in_comes_into_the_queue_and_the_chosen_rows_stay(desk, rani, waiting):
    rani.hand_in("Hujan.", "CUACA")
    desk.shelf.fill()
    desk.list.list.setFocus()
    desk.list.list.selectAll()
    desk.list.list.setCurrentIndex(desk.list.rows.index(1))
    rani.hand_in("Banjir.", "BANJIR")
    desk.rooms.queue.look()
    slugs = [desk.list.rows.row_at(row).slug for row in range(desk.list.rows.rowCount())]
    assert slugs == ["PANDU-NEGERI", "CUACA", "BANJIR"]
    assert desk.list.rows.row_at(desk.list.list.currentIndex().row()).slug == "CUACA"


def test_the_palette_has_one_command_for_each_key(desk, waiting):
    opened(desk, waiting)
    listed = [one for one in desk.commands() if one.when() and one.shortcut]
    assert len({one.shortcut for one in listed}) == len(listed)
    assert {one.id for one in listed} >= {"review.approve", "review.return", "review", "review.form"}


def test_from_the_list_with_another_story_chosen_the_one_under_review_is_not_decided(desk, rani, waiting):
    rani.hand_in("Hujan.", "CUACA")
    desk.shelf.fill()
    opened(desk, waiting)
    desk.list.list.setFocus()
    desk.list.list.setCurrentIndex(desk.list.rows.index(1))
    QTest.keyClick(desk.list.list, Qt.Key.Key_A, CTRL_SHIFT)
    assert status(desk, waiting) is StoryStatus.WAITING


def test_no_key_writes_in_a_story_under_review(desk, waiting):
    room = opened(desk, waiting)
    body = desk.pane.editor.text.body
    for key, modifiers in (
        (Qt.Key.Key_N, CTRL_ALT),
        (Qt.Key.Key_K, CTRL_ALT),
        (Qt.Key.Key_P, CTRL_ALT),
        (Qt.Key.Key_X, CTRL_ALT),
        (Qt.Key.Key_F8, NONE),
        (Qt.Key.Key_Return, CTRL),
    ):
        press(room.view.text, key, modifiers)
        press(room.bar.note.words, key, modifiers)
    QTest.keyClicks(room.view.text, "abc")
    assert desk.pane.editor.text.body == body
    assert desk.desk.script().cuttable == ()
    assert not desk.desk.autosave.unsaved
    assert len(desk._newsroom.versions.revisions(waiting.id)) == 2


# ---------------------------------------------------------------- by keyboard, for every ear and eye


def test_every_control_of_the_review_is_named_and_reached_by_tab(desk, waiting):
    room = opened(desk, waiting)
    reached = []
    room.view.setFocus()
    widget = room.view.text
    for _step in range(12):
        reached.append(widget)
        widget = widget.nextInFocusChain()
        while not (widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()):
            widget = widget.nextInFocusChain()
    names = [one.accessibleName() for one in reached]
    assert all(names)
    order = [names.index(name) for name in ("Naskah yang ditinjau", "Catatan untuk penulis")]
    assert order == sorted(order)
    for part in (room.head, room.view, room.bar, desk.inspector):
        for child in part.findChildren(QWidget):
            if child.isVisible() and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
                told = QAccessible.queryAccessibleInterface(child).text(QAccessible.Text.Name)
                assert told, child
    spoken = QAccessible.queryAccessibleInterface(room.bar.give_back)
    assert spoken.text(QAccessible.Text.Name) == "Kembalikan dengan catatan"
    assert spoken.text(QAccessible.Text.Description).startswith("Tulis dulu catatannya")


def test_by_tab_the_headline_comes_after_the_slug(desk):
    write(desk)
    header = desk.pane.header
    header.slug.setFocus()
    QTest.keyClick(header.slug, Qt.Key.Key_Tab)
    assert header.headline.hasFocus()
    QTest.keyClick(header.headline, Qt.Key.Key_Tab)
    assert header.airtime.hasFocus()


def test_esc_goes_from_the_note_to_the_text_and_from_the_text_to_the_list(desk, waiting):
    room = opened(desk, waiting)
    room.bar.focus_note()
    QTest.keyClick(room.bar.note.words, Qt.Key.Key_Escape)
    assert room.view.text.hasFocus()
    QTest.keyClick(room.view.text, Qt.Key.Key_Escape)
    assert desk.list.list.hasFocus()


def test_in_a_narrow_page_the_buttons_of_the_bar_do_not_leave_it(desk, waiting):
    room = opened(desk, waiting)
    desk.widget().resize(834, 600)
    for button in (room.bar.approve, room.bar.give_back, room.bar.spike):
        place = button.mapTo(desk.pane, button.rect().topRight())
        assert place.x() <= desk.pane.width()
