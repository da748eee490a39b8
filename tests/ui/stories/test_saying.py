"""Alt+Enter: how words are said, corrected here or for all scripts, by keys and by mouse."""

from datetime import UTC, datetime
from typing import ClassVar

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QMenu

from newsdesk.app import build_newsroom
from newsdesk.domain.house_style import HouseStyle
from newsdesk.domain.lexicon import HowSaid, Pronunciation
from newsdesk.domain.story import SaidHere, Script
from newsdesk.errors import DatabaseUnreachable
from newsdesk.paths import Paths
from newsdesk.services.forms import how_said
from newsdesk.services.sayable import fault
from newsdesk.spoken.normaliser import RULES
from newsdesk.ui.stories.geometry import pieces
from newsdesk.ui.stories.rule_words import HERE, rule_words
from newsdesk.ui.stories.stories_page import StoriesPage

BODY = (
    "Indeks naik menjadi 2.65, kata Hanung Pramusito dari BPS.\n"
    "🎙 Kode 2.65 dipakai lagi, menurut Dr. Tjutjuk dan EPSS."
)
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def story(page, newsroom, qtbot):
    """A script on the desk, read."""
    made = newsroom.drafting.new(Script(slug="STATISTIK", body=BODY))
    page.shelf.fill()
    page.open_story(made.id)
    read(page, qtbot)
    return made


def read(page, qtbot):
    paragraphs = page.pane.editor.text.paragraphs
    qtbot.waitUntil(lambda: all(paragraphs[i].fresh for i in range(len(paragraphs))))


def put_cursor(page, words, n=0, *, select=False):
    text, at = page.pane.editor.text, -1
    for _ in range(n + 1):
        at = text.body.index(words, at + 1)
    cursor = page.pane.editor.textCursor()
    cursor.setPosition(text.qt(at + (0 if select else 1)))
    if select:
        cursor.setPosition(text.qt(at + len(words)), cursor.MoveMode.KeepAnchor)
    page.pane.editor.setTextCursor(cursor)


def ask(page, words, n=0, *, select=False):
    """Open the card at the ``n``-th place of ``words`` by its key; return it."""
    put_cursor(page, words, n, select=select)
    QTest.keyClick(page.pane.editor, Qt.Key.Key_Return, ALT)
    assert page.saying.card.isVisible()
    return page.saying.card


def press(card, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(card.words.edit, key, modifiers)


def write(card, words):
    card.words.edit.selectAll()
    QTest.keyClicks(card.words.edit, words)


def said(page):
    script = page.desk.script()
    return [(script.body[one.start : one.end], one.spoken) for one in script.said_here]


def marked(page, number=0):
    return [mark.spoken for mark in page.pane.editor.text.paragraphs[number].marks]


# ---------------------------------------------------------------- the card


def test_every_rule_has_its_words():
    for name in {rule.name for rule in RULES} | {HERE, ""}:
        assert rule_words(name)


def test_the_card_says_what_is_written_how_it_is_said_why_and_how_else(page, story):
    card = ask(page, "BPS")
    assert card._written.text() == "BPS"
    assert card._said.text() == "be pe es"
    assert card._why.text() == "akronim, pasti"
    assert card.words.text() == "be pe es"
    assert card.words.edit.hasSelectedText() and card.words.edit.hasFocus()
    assert "be pe es" in card.accessibleDescription()
    assert card.accept.isHidden() and card.take_back.isHidden()


def test_the_words_that_the_card_is_about_are_tinted(page, story, theme):
    editor = page.pane.editor
    at = BODY.index("BPS")

    def ground():
        piece = next(pieces(editor, at, at + 3))
        image = editor.viewport().grab().toImage()
        return image.pixelColor(int(piece.left) + 1, int(piece.baseline) + 2).name()

    put_cursor(page, "BPS")  # the finding at the cursor has a ground of its own
    plain = ground()
    card = ask(page, "BPS")
    assert ground() == QColor(theme.tokens.accent_soft).name() != plain
    press(card, Qt.Key.Key_Escape)
    assert ground() == plain


def test_esc_closes_the_card_and_nothing_is_changed(page, story):
    card = ask(page, "BPS")
    write(card, "begini")
    press(card, Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert page.pane.editor.hasFocus()
    assert said(page) == [] and not page.desk.autosave.unsaved


@pytest.mark.parametrize("size", [(1364, 852), (1290, 660), (620, 640)], ids=str)
def test_the_card_never_covers_the_line_of_its_token(page, story, qtbot, size):
    page.widget().resize(*size)
    page.pane.editor.textCursor().insertText("Pemkot Blitar menggelar upacara.\n" * 30)
    read(page, qtbot)
    for words in ("BPS", "2.65", "EPSS"):
        card = ask(page, words)
        editor, token = page.pane.editor, page.saying._token
        card_box = QRect(card.mapTo(page.pane, QPoint(0, 0)), card.size())
        assert page.pane.rect().contains(card_box)
        for piece in pieces(editor, token.start, token.end):
            top = editor.viewport().mapTo(page.pane, QPoint(int(piece.left), int(piece.baseline) - 18))
            line = QRect(top, QPoint(top.x() + int(piece.right - piece.left), top.y() + 40))
            assert not card_box.intersects(line)
            assert page.pane.rect().contains(line)


def test_the_card_is_as_high_as_what_is_on_it(page, story):
    card = ask(page, "2.65")
    height = card.height()
    write(card, "KPU")
    press(card, Qt.Key.Key_Return)
    assert card.height() > height
    press(card, Qt.Key.Key_Escape)
    ask(page, "naik")
    assert card.height() < height
    ask(page, "2.65")
    assert card.height() == height


def test_typing_in_the_script_or_going_elsewhere_puts_the_card_away(page, story):
    card = ask(page, "BPS")
    put_cursor(page, "naik")
    assert not card.isVisible()
    ask(page, "BPS")
    page.new_story()
    assert not card.isVisible()


def test_the_words_of_the_field_are_heard_by_key_and_stay_as_they_are(page, story):
    class Listening:
        said: ClassVar[list[str]] = []

        def say(self, spoken):
            self.said.append(spoken)

    page.saying.listen_with(Listening())
    card = ask(page, "BPS")
    write(card, "Badan Pusat")
    press(card, Qt.Key.Key_F5)
    assert Listening.said == ["Badan Pusat"]
    write(card, "KPU")
    press(card, Qt.Key.Key_F5)
    assert Listening.said == ["Badan Pusat"]
    assert card.isVisible()


def test_enter_on_a_button_is_that_button(page, story):
    card = ask(page, "BPS")
    write(card, "begini")
    card.put_away.setFocus()
    QTest.keyClick(card.put_away, Qt.Key.Key_Return)
    assert not card.isVisible()
    assert said(page) == []


def test_every_control_of_the_card_has_a_name(page, story):
    card = ask(page, "2.65", 1)
    for control in (*card.findChildren(QAbstractButton), *card.findChildren(QLineEdit)):
        assert control.accessibleName(), control


def test_the_context_menu_opens_the_card_at_the_word_it_was_opened_on(page, story, qtbot):
    editor = page.pane.editor
    at = editor.text.qt(BODY.index("BPS"))
    piece = next(pieces(editor, at, at + 3))
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 20))
    point = QPoint(int(piece.left) + 6, int(piece.baseline) - 5)
    from PySide6.QtGui import QContextMenuEvent

    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, editor.viewport().mapToGlobal(point))
    editor.contextMenuEvent(event)
    menu = editor.findChild(QMenu)
    action = next(a for a in menu.findChildren(QAction) if a.text() == "Cara baca")
    action.trigger()
    menu.close()
    assert page.saying.card._written.text() == "BPS"


# ---------------------------------------------------------------- here only


def test_another_way_is_chosen_by_its_figure_and_holds_for_this_place_only(page, story, newsroom, qtbot):
    card = ask(page, "2.65", 1)
    press(card, Qt.Key.Key_2)
    assert card.words.text() == "dua ribu enam ratus lima puluh"
    press(card, Qt.Key.Key_Return)
    read(page, qtbot)
    assert said(page) == [("2.65", "dua ribu enam ratus lima puluh")]
    assert marked(page)[0] == "dua koma enam lima"
    assert "dua ribu enam ratus lima puluh" in marked(page, 1)
    page.desk.save()
    kept = newsroom.drafting.open(story.id).script
    assert [kept.body[one.start : one.end] for one in kept.said_here] == ["2.65"]


def test_the_arrows_go_through_the_ways(page, story):
    card = ask(page, "2.65")
    press(card, Qt.Key.Key_Down)
    assert card.words.text() == card.ways.rows[1].text()
    press(card, Qt.Key.Key_Up)
    assert card.words.text() == card.ways.rows[0].text() == "dua koma enam lima"


def test_a_way_is_chosen_and_taken_by_mouse(page, story):
    card = ask(page, "2.65", 1)
    QTest.mouseClick(card.ways.rows[1], Qt.MouseButton.LeftButton)
    assert [row.isChecked() for row in card.ways.rows][:2] == [False, True]
    QTest.mouseClick(card.only_here, Qt.MouseButton.LeftButton)
    assert said(page) == [("2.65", "dua ribu enam ratus lima puluh")]


def test_a_name_that_is_said_as_written_can_be_said_otherwise(page, story, qtbot):
    card = ask(page, "Hanung Pramusito", select=True)
    assert card._why.text() == "dibaca seperti ditulis"
    write(card, "Hanung Pramusita")
    press(card, Qt.Key.Key_Return)
    read(page, qtbot)
    assert said(page) == [("Hanung Pramusito", "Hanung Pramusita")]
    assert "Hanung Pramusita" in marked(page)
    assert "Urungkan" in page.pane.news._button.text()
    page.pane.news._acted()
    assert said(page) == []


def test_an_own_correction_is_taken_back_and_that_can_be_undone(page, story, qtbot):
    card = ask(page, "BPS")
    write(card, "Badan Pusat Statistik")
    press(card, Qt.Key.Key_Return)
    read(page, qtbot)
    card = ask(page, "BPS")
    assert card._why.text() == "di sini saja, pasti"
    press(card, Qt.Key.Key_Delete, ALT)
    assert said(page) == []
    page.pane.news._acted()
    assert said(page) == [("BPS", "Badan Pusat Statistik")]


def test_ctrl_z_takes_a_correction_back_before_it_takes_typed_words(page, story, qtbot):
    editor = page.pane.editor
    put_cursor(page, "Indeks")
    QTest.keyClicks(editor, "xyz")
    read(page, qtbot)
    typed = editor.text.body
    card = ask(page, "BPS")
    write(card, "Badan Pusat Statistik")
    press(card, Qt.Key.Key_Return)
    QTest.keyClick(editor, Qt.Key.Key_Z, CTRL)
    assert said(page) == [] and editor.text.body == typed
    assert page.pane.news.isHidden()
    QTest.keyClick(editor, Qt.Key.Key_Z, CTRL)
    assert editor.text.body == BODY


def test_ctrl_z_takes_words_typed_after_a_correction_first(page, story, qtbot):
    editor = page.pane.editor
    card = ask(page, "BPS")
    write(card, "Badan Pusat Statistik")
    press(card, Qt.Key.Key_Return)
    put_cursor(page, "Indeks")
    QTest.keyClicks(editor, "xyz")
    QTest.keyClick(editor, Qt.Key.Key_Z, CTRL)
    assert editor.text.body == BODY
    assert said(page) == [("BPS", "Badan Pusat Statistik")]


def test_accepting_an_unsure_reading_settles_it_here(page, story, qtbot):
    def unsure():
        return page.pane.editor.text.paragraphs.unsure()

    before = unsure()
    assert before
    page.pane.count()
    assert page.pane.foot.unsure.isVisible()
    QTest.keyClick(page.pane.editor, Qt.Key.Key_F7)
    place = page.pane.editor.textCursor().selectedText()
    QTest.keyClick(page.pane.editor, Qt.Key.Key_Return, ALT)
    card = page.saying.card
    spoken = card.words.text()
    press(card, Qt.Key.Key_Return, ALT)
    read(page, qtbot)
    assert said(page) == [(place, spoken)]
    assert unsure() == before - 1


def test_f7_goes_round_all_unsure_tokens(page, story):
    count = page.pane.editor.text.paragraphs.unsure()
    seen = []
    for _ in range(count + 1):
        page.saying.next_unsure()
        seen.append(page.pane.editor.textCursor().selectionStart())
    assert len(set(seen)) == count and seen[0] == seen[-1]


@pytest.mark.parametrize("words", ["2 koma 65", "", "   ", "dua % lagi", "KPU", "..."])
def test_what_cannot_be_said_as_it_stands_is_not_taken(page, story, words):
    card = ask(page, "BPS")
    card.words.set_text(words)
    press(card, Qt.Key.Key_Return)
    assert card.isVisible() and card.words.edit.property("wrong")
    assert said(page) == []


@pytest.mark.parametrize(
    "words", ["be pe es", "Cucuk", "pra-musito", "pra-mu-SI-to", "CU-cuk", "e, pe", "Jum’at", "Élysée"]
)
def test_words_are_sayable(words):
    assert fault(words) == ""


def test_corrections_survive_autosave_reopening_and_a_kill(page, story, look, tasks, preferences, qtbot):
    card = ask(page, "EPSS")
    write(card, "Epss")
    press(card, Qt.Key.Key_Return)
    page.desk.autosave.flush()
    again = StoriesPage(look, tasks, preferences, page.news)  # the first one never closed
    qtbot.addWidget(again.widget())
    again.opened(page._newsroom)
    assert said(again) == [("EPSS", "Epss")]
    assert again.pane.news.sentence.startswith("Dipulihkan")


def test_editing_the_token_ends_its_correction_and_undo_brings_it_back(page, story, qtbot):
    card = ask(page, "EPSS")
    write(card, "Epss")
    press(card, Qt.Key.Key_Return)
    put_cursor(page, "EPSS")
    QTest.keyClicks(page.pane.editor, "X")
    assert said(page) == []
    page.pane.editor.undo_step()
    assert said(page) == [("EPSS", "Epss")]


def test_length_preview_and_the_spoken_view_follow_a_correction(page, story, qtbot):
    page.pane.count()
    syllables = page.pane.editor.text.paragraphs.totals()[1].syllables
    card = ask(page, "BPS")
    write(card, "Badan Pusat Statistik")
    press(card, Qt.Key.Key_Return)
    read(page, qtbot)
    assert page.pane.editor.text.paragraphs.totals()[1].syllables > syllables
    from newsdesk.ui.listening.passage import Passage

    words = [word.text for one in page.hearing.script.sentences(Passage.STORY) for word in one.words]
    assert "Statistik" in words
    page.pane.header.aloud.setChecked(True)
    assert "dari Badan Pusat Statistik." in page.pane.spoken.toPlainText()


# ---------------------------------------------------------------- always


def test_always_goes_into_the_newsrooms_lexicon_and_every_place_is_read_so(page, story, newsroom, qtbot):
    put_cursor(page, "Indeks")
    view = page.pane.editor.verticalScrollBar().value()
    card = ask(page, "Pramusito")
    card.respelling.set_text("pra-mu-SI-to")
    write(card, "Pramusita")
    with qtbot.waitSignal(page.lexicon_changed):
        press(card, Qt.Key.Key_Return, CTRL)
    read(page, qtbot)
    [entry] = [one for one in newsroom.lexicon.forms() if one.form == "Pramusito"]
    assert (entry.spoken, entry.respelling, entry.how) == ("Pramusita", "pra-mu-SI-to", HowSaid.WORD)
    assert entry.checked_by
    [mark] = [one for one in page.pane.editor.text.paragraphs[0].marks if one.spoken == "Pramusita"]
    assert mark.line == "pra-mu-SI-to" and mark.rule == "house"
    assert said(page) == []
    assert page.pane.editor.textCursor().position() == BODY.index("Pramusito") + 1
    assert page.pane.editor.verticalScrollBar().value() == view
    assert not page.pane.editor.document().isUndoAvailable()
    page.pane.news._acted()
    read(page, qtbot)
    assert [one for one in newsroom.lexicon.forms() if one.form == "Pramusito"] == []
    assert "Pramusita" not in marked(page)


def test_always_changes_the_entry_that_is_there_and_undo_puts_it_back(page, story, newsroom, qtbot):
    newsroom.lexicon.add(Pronunciation("EPSS", "e pe es es", HowSaid.LETTERS))
    page.read_again()
    read(page, qtbot)
    card = ask(page, "EPSS")
    assert card._why.text().startswith("leksikon redaksi")
    write(card, "epss")
    press(card, Qt.Key.Key_Return, CTRL)
    assert [one.spoken for one in newsroom.lexicon.forms() if one.form == "EPSS"] == ["epss"]
    page.pane.news._acted()
    assert [one.spoken for one in newsroom.lexicon.forms() if one.form == "EPSS"] == ["e pe es es"]


def test_always_wins_over_what_was_said_here_before(page, story, qtbot):
    card = ask(page, "EPSS")
    write(card, "begini")
    press(card, Qt.Key.Key_Return)
    read(page, qtbot)
    card = ask(page, "EPSS")
    write(card, "begitu")
    press(card, Qt.Key.Key_Return, CTRL)
    read(page, qtbot)
    assert said(page) == []
    assert "begitu" in marked(page, 1)
    page.pane.news._acted()
    assert said(page) == [("EPSS", "begini")]


def test_when_the_lexicon_cannot_be_written_it_is_said_and_the_correction_here_stays(
    page, story, newsroom, monkeypatch
):
    card = ask(page, "EPSS")
    write(card, "begini")
    press(card, Qt.Key.Key_Return)

    def unreachable():
        raise DatabaseUnreachable("db.radio")

    monkeypatch.setattr(newsroom.lexicon, "forms", unreachable)
    card = ask(page, "EPSS")
    write(card, "begitu")
    press(card, Qt.Key.Key_Return, CTRL)
    assert said(page) == [("EPSS", "begini")]
    assert "db.radio" in page.pane.news.sentence or "basis data" in page.pane.news.sentence.lower()


def test_a_change_of_the_lexicon_elsewhere_is_read_without_moving_anything(page, story, newsroom, qtbot):
    put_cursor(page, "dipakai")
    place = page.pane.editor.textCursor().position()
    page.pane.header.aloud.setChecked(True)
    newsroom.lexicon.add(Pronunciation("BPS", "bepees", HowSaid.WORD))
    page.read_again()
    read(page, qtbot)
    assert "bepees" in marked(page)
    assert "dari bepees." in page.pane.spoken.toPlainText()
    assert page.pane.editor.textCursor().position() == place


def test_what_a_colleague_settled_is_read_with_the_next_story_that_is_opened(
    page, story, newsroom, tmp_path, qtbot, monkeypatch
):
    other = newsroom.drafting.new(Script(slug="LAIN", body=BODY))
    colleague = build_newsroom(Paths(tmp_path / "profile"), "Redaksi")
    added = colleague.lexicon.add(Pronunciation("BPS", "badan statistik"))
    page.open_story(other.id)
    read(page, qtbot)
    assert "badan statistik" in marked(page)
    colleague.lexicon.remove(added)
    page.open_story(story.id)
    read(page, qtbot)
    assert "be pe es" in marked(page)
    monkeypatch.setattr(newsroom.reading, "use", lambda *_all: pytest.fail("nothing was settled"))
    page.open_story(other.id)
    colleague.close()


def test_dates_are_said_by_the_day_of_the_airtime_where_the_house_wants_it(page, newsroom, qtbot):
    newsroom.style.set(HouseStyle(relative_dates=True))
    body = "Upacara digelar Kamis (16/01/2025) di Blitar."
    story = newsroom.drafting.new(Script(slug="UPACARA", body=body))
    # 17.30 UTC is the 17th already in Jakarta.
    newsroom.drafting.set_airtime(story.id, story.version, datetime(2025, 1, 16, 17, 30, tzinfo=UTC))
    page.shelf.fill()
    page.open_story(story.id)
    page.read_again()
    read(page, qtbot)
    assert any("kemarin" in spoken for spoken in marked(page))
    page.pane.header.airtime_typed.emit(datetime(2025, 1, 16, 3, tzinfo=UTC))
    read(page, qtbot)
    assert any("hari ini" in spoken for spoken in marked(page))


@pytest.mark.parametrize(
    ("form", "spoken", "how"),
    [
        ("BPS", "be pe es", HowSaid.LETTERS),
        ("BPS", "Badan Pusat Statistik", HowSaid.EXPANDED),
        ("Tjutjuk", "Cucuk", HowSaid.WORD),
        ("Tjutjuk Sunario", "Cucuk Sunaryo", HowSaid.WORD),
        ("e-KTP", "e ka te pe", HowSaid.LETTERS),
        ("BPOM", "be pom", HowSaid.LETTERS),
    ],
)
def test_what_kind_of_saying_own_words_are(form, spoken, how):
    assert how_said(form, spoken) is how


def test_a_correction_for_one_place_is_not_lost_by_a_revision_read_later(page, story, newsroom):
    card = ask(page, "BPS")
    write(card, "bepees")
    press(card, Qt.Key.Key_Return)
    page.desk.save()
    at = BODY.index("BPS")
    assert newsroom.drafting.revision(story.id, 2).script.said_here == (SaidHere(at, at + 3, "bepees"),)
