"""Credits go to the words they were given for: whatever is typed or opened while the register answers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from newsdesk.domain.attribution import Source
from newsdesk.domain.story import Script
from newsdesk.errors import DatabaseUnreachable
from newsdesk.ui.components.news_line import NewsLine
from newsdesk.ui.stories.stories_page import StoriesPage
from newsdesk.ui.tasks import Lane
from tests.ui.held_tasks import HeldTasks

SANTOSO = "Santoso berkata tenang saja."
KUSNO = "Kusno membantah keras tuduhan itu."


@pytest.fixture
def held():
    """Tasks whose works and answers wait."""
    return HeldTasks()


@pytest.fixture
def page(qtbot, look, held, preferences, newsroom):
    """The page with the first of two stories on the desk; from here on the database waits to be let go."""
    for slug, body in (("SANTOSO", SANTOSO), ("KUSNO", KUSNO)):
        newsroom.drafting.new(Script(slug=slug, body=body))
    news = NewsLine(look)
    qtbot.addWidget(news)
    page = StoriesPage(look, held, preferences, news)
    widget = page.widget()
    qtbot.addWidget(widget)
    widget.resize(1364, 800)
    widget.show()
    page.opened(newsroom)
    held.let_go()
    open_story(page, held, "SANTOSO")
    yield page
    page.closing()
    held.close()


def open_story(page, held, slug):
    row = next(row for row in (page.list.rows.row_at(i) for i in range(2)) if row.slug == slug)
    page.open_story(row.id)
    held.let_go()


def select(page, words):
    start = page.pane.editor.text.body.index(words)
    cursor = page.pane.editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    page.pane.editor.setTextCursor(cursor)


def tied(page):
    text = page.pane.editor.text
    return [(one.source_id, text.body[one.start : one.end]) for one in text.attributions()]


def type_at_start(page, words):
    page.desk.place_cursor(0)
    QTest.keyClicks(page.pane.editor, words)


def ask_and_fill_in(page, held, name):
    """Tie the selected words to a new source by keys; the register is asked and has not answered."""
    page.sources.tie_selection()
    held.let_go()
    picker, form = page.inspector.sources.picker, page.inspector.sources.form
    QTest.keyClicks(picker.field, name)
    held.let_go()
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    QTest.keyClick(form.contact.edit, Qt.Key.Key_Return)


# ---------------------------------------------------------------- another story meanwhile


def test_a_new_source_is_tied_in_the_story_it_was_made_in_before_another_opens(page, held, newsroom):
    story_id = page.desk.story.id
    select(page, "Santoso berkata")
    ask_and_fill_in(page, held, "Santoso")
    open_story(page, held, "KUSNO")
    assert page.desk.script().body == KUSNO
    assert tied(page) == []
    [one] = newsroom.drafting.open(story_id).script.attributions
    assert SANTOSO[one.start : one.end] == "Santoso berkata"


def test_a_new_source_is_not_tied_in_a_sheet_that_was_begun_meanwhile(page, held, newsroom):
    select(page, "Santoso berkata")
    ask_and_fill_in(page, held, "Santoso")
    page.new_story()
    QTest.keyClicks(page.pane.editor, KUSNO)
    held.let_go()
    assert tied(page) == []
    assert [one.person for one in newsroom.sources.list("Santoso")] == ["Santoso"]


def test_words_chosen_in_one_story_are_not_tied_in_the_next(page, held):
    select(page, "Santoso berkata")
    page.sources.tie_selection()
    open_story(page, held, "KUSNO")
    page.inspector.sources.made.emit(Source("Santoso"))
    held.let_go()
    assert tied(page) == []


def test_two_new_sheets_are_not_taken_for_one(page, held):
    page.new_story()
    QTest.keyClicks(page.pane.editor, "Lurah: aman.")
    held.let_go()
    select(page, "Lurah")
    ask_and_fill_in(page, held, "Lurah")
    page.new_story()
    QTest.keyClicks(page.pane.editor, "Camat: siaga.")
    held.let_go()
    assert tied(page) == []


def test_words_typed_before_the_passage_meanwhile_move_it(page, held):
    select(page, "tenang saja")
    ask_and_fill_in(page, held, "Santoso")
    type_at_start(page, "Di Blitar, ")
    held.let_go()
    assert [words for _source, words in tied(page)] == ["tenang saja"]


def test_an_offer_accepted_just_before_leaving_is_offered_again_with_its_story(page, held):
    page.copy.take("“Disiplin pegawai naik,” kata Wali Kota Blitar, Santoso.\n" + KUSNO)
    held.let_go()
    copied = page.desk.story.id
    offer = next(one for one in page.offers.open() if one.source is not None)
    page.offers.accept(offer)
    assert offer not in page.offers.open()
    page.new_story()
    QTest.keyClicks(page.pane.editor, "Disiplin pegawai naik.")
    held.let_go()
    assert tied(page) == []
    page.open_story(copied)
    held.let_go()
    assert offer in page.offers.open()


def test_when_the_register_cannot_store_a_source_what_was_typed_comes_back(page, held, newsroom, monkeypatch):
    def unreachable(_source):
        raise DatabaseUnreachable("db.radio")

    add = newsroom.sources.add
    monkeypatch.setattr(newsroom.sources, "add", unreachable)
    select(page, "tenang saja")
    ask_and_fill_in(page, held, "Santoso")
    held.let_go()
    form = page.inspector.sources.form
    assert form.isVisible() and form.person.text() == "Santoso"
    assert page.pane.news.sentence
    monkeypatch.setattr(newsroom.sources, "add", add)
    QTest.keyClick(form.contact.edit, Qt.Key.Key_Return)
    held.let_go()
    assert [words for _source, words in tied(page)] == ["tenang saja"]


# ---------------------------------------------------------------- taking back


def test_what_is_untied_can_be_tied_again_until_one_types_on(page, held, newsroom):
    source = newsroom.sources.add(Source("Santoso"))
    page.pane.editor.text.tie(source.id, 0, 7)
    held.let_go()
    page.inspector.sources.untied.emit(source.id)
    page.pane.news._acted()
    assert tied(page) == [(source.id, "Santoso")]
    page.inspector.sources.untied.emit(source.id)
    assert "dilepas" in page.pane.news.sentence
    type_at_start(page, "Di Blitar, ")
    assert page.pane.news.sentence == ""


def test_ties_are_put_back_on_the_same_words_after_typing(page, held, newsroom):
    source = newsroom.sources.add(Source("Santoso"))
    text = page.pane.editor.text
    text.tie(source.id, 0, 7)
    gone = text.passages.ties
    text.untie(gone)
    type_at_start(page, "Di Blitar, ")
    text.tie_again(gone)
    assert tied(page) == [(source.id, "Santoso")]


def test_words_that_are_gone_are_not_tied_again(page, held, newsroom):
    source = newsroom.sources.add(Source("Santoso"))
    text = page.pane.editor.text
    text.tie(source.id, 0, 7)
    gone = text.passages.ties
    text.untie(gone)
    select(page, "Santoso ")
    QTest.keyClick(page.pane.editor, Qt.Key.Key_Delete)
    text.tie_again(gone)
    assert tied(page) == []


# ---------------------------------------------------------------- waiting


def test_enter_before_the_search_has_answered_takes_the_new_answer(page, held, newsroom):
    newsroom.sources.add(Source("Hanung Pramusito"))
    newsroom.sources.add(Source("Kusno Basiar"))
    select(page, "tenang saja")
    page.sources.tie_selection()
    held.let_go()
    picker = page.inspector.sources.picker
    assert picker.list.rows()[0].name == "Hanung Pramusito"
    QTest.keyClicks(picker.field, "kusno")
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert tied(page) == []
    held.let_go()
    [(source_id, words)] = tied(page)
    assert (newsroom.sources.get_many([source_id])[0].person, words) == ("Kusno Basiar", "tenang saja")


def test_only_the_last_search_answers_the_enter(page, held, newsroom):
    newsroom.sources.add(Source("Kusno Basiar"))
    newsroom.sources.add(Source("Kusmono"))
    select(page, "tenang saja")
    page.sources.tie_selection()
    held.let_go()
    picker = page.inspector.sources.picker
    QTest.keyClicks(picker.field, "kus")
    waiting = held.waiting()
    QTest.keyClicks(picker.field, "no")
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    for _search in range(waiting):
        held.let_go_work()
        held.let_go_answer()
    assert tied(page) == []
    held.let_go()
    [(source_id, _words)] = tied(page)
    assert newsroom.sources.get_many([source_id])[0].person == "Kusno Basiar"


def test_typing_on_after_enter_takes_nobody(page, held, newsroom):
    newsroom.sources.add(Source("Kusno Basiar"))
    select(page, "tenang saja")
    page.sources.tie_selection()
    held.let_go()
    picker = page.inspector.sources.picker
    QTest.keyClicks(picker.field, "kusno")
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    QTest.keyClicks(picker.field, " b")
    held.let_go()
    assert tied(page) == []


def test_autosave_does_not_wait_for_copy_being_read(page, held, newsroom):
    page.copy.take(KUSNO + "\n" + SANTOSO)
    type_at_start(page, "Kemarin ")
    page.desk.autosave.flush()
    assert held.waiting(Lane.COPY)
    held.let_go(Lane.DATABASE)
    assert newsroom.drafting.open(page.desk.story.id).script.body.startswith("Kemarin ")
    held.let_go()
    # And the copy that comes late does not take the sheet from under the writer's hands.
    assert page.desk.script().body.startswith("Kemarin ")
    assert page.pane.news.sentence.startswith("Tempelan siap")


def test_what_was_told_of_the_last_act_goes_when_the_page_is_left_and_lost_words_do_not(page, held, newsroom):
    source = newsroom.sources.add(Source("Santoso"))
    page.pane.editor.text.tie(source.id, 0, 7)
    held.let_go()
    page.inspector.sources.untied.emit(source.id)
    page.widget().hide()
    assert page.pane.news.sentence == ""
    page.widget().show()
    page.desk.autosave.left_unsaved.emit(DatabaseUnreachable("db.radio"))
    page.widget().hide()
    type_at_start(page, "Di Blitar, ")
    assert "db.radio" in page.pane.news.sentence
