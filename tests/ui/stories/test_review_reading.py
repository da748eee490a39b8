"""What an editor approves is how the words were shown to be said; what changes is marked and named."""

import random
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsdesk.domain.air_text import said_changes
from newsdesk.domain.blocks import MARK, Clip, Note
from newsdesk.domain.house_style import HouseStyle, YearStyle
from newsdesk.domain.lexicon import HowSaid
from newsdesk.domain.sign_off import SigningOff
from newsdesk.domain.story import SaidHere, Script
from newsdesk.services.house_style import HouseStyles
from newsdesk.services.lexicon import HouseLexicon
from newsdesk.ui.stories.said_script import said_script
from newsdesk.ui.stories.spoken_script import spoken_script

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
BODY = "Kantor IIPG dibangun tahun 1972.\nKata IIPG, gedung itu milik PKLU."


@pytest.fixture
def room(desk, rani):
    story = rani.hand_in(BODY)
    desk.list.choose("waiting")
    desk.open_story(story.id)
    assert desk.rooms.review.on
    return desk.rooms.review.room


def settle(newsroom, people, form="IIPG", spoken="iipege"):
    lexicon = HouseLexicon(newsroom.storage, people)
    (found,) = [entry for entry in lexicon.forms() if entry.form == form]
    lexicon.update(replace(found, spoken=spoken, how=HowSaid.WORD))


def approve(room):
    room.view.text.setFocus()
    QTest.keyClick(room.view, Qt.Key.Key_A, CTRL_SHIFT)


def approval(page):
    return page._newsroom.reviewing.open(page.desk.story.id).approval


def test_a_reading_settled_at_another_desk_is_refused_shown_marked_and_then_approved_by_the_same_key(
    desk, room, rani, newsroom
):
    settle(newsroom, rani.people)
    approve(room)
    assert approval(desk) is None
    assert room.view.form == "aloud"
    assert room.view.spoken.changed_words() == ["iipege", "iipege"]
    told = "2 cara baca berubah, di antaranya “IIPG”. Periksa yang ditandai, lalu setujui."
    assert desk.pane.news.sentence == told
    rows = [row.accessibleName() for row in desk.inspector.said.rows()]
    assert rows == ["“IIPG”, dulu i i pe ge, kini iipege"] * 2
    assert desk.inspector.said.isVisibleTo(desk.inspector)
    assert desk.inspector.said.take.isHidden()  # the revision is approved, in one
    shown = desk.rooms.review.showing.said.seen
    approve(room)
    assert approval(desk).text == shown
    assert "iipege" in shown.spoken
    assert desk.pane.news.sentence == "PANDU-NEGERI disetujui, revisi 2."
    assert not desk.inspector.said.isVisibleTo(desk.inspector)  # nothing of it is new any more


def test_one_settled_while_the_editor_reads_is_told_and_counts_when_it_is_looked_at(
    desk, room, rani, newsroom
):
    HouseStyles(newsroom.storage, rani.people).set(HouseStyle(years=YearStyle.HALVES))
    assert room.view.form == "clean"
    before = desk.rooms.review.showing.said.seen
    desk.rooms.review.look()  # as it does every three seconds
    assert desk.pane.news.sentence == "Cara baca “1972” berubah: kini “sembilan belas tujuh puluh dua”."
    assert room.view.form == "clean"  # nothing moves under the eye
    assert desk.rooms.review.showing.said.seen is before
    desk.pane.news._button.click()
    assert room.view.form == "aloud"
    assert room.view.spoken.changed_words() == ["sembilan belas tujuh puluh dua"]
    approve(room)
    assert "sembilan belas tujuh puluh dua" in approval(desk).text.spoken


def test_one_that_changes_in_dibaca_is_marked_where_it_stands_and_rows_lead_there(desk, room, rani, newsroom):
    room.view.show_form("aloud")
    settle(newsroom, rani.people)
    desk.rooms.review.look()
    assert room.view.spoken.changed_words() == ["iipege", "iipege"]
    assert "Periksa yang ditandai" in desk.pane.news.sentence
    desk.inspector.said.rows()[1].click()
    line = room.view.spoken.toPlainText()
    assert room.view.spoken.textCursor().position() == line.rindex("iipege")
    room.view.show_form("clean")
    desk.inspector.said.rows()[1].click()
    assert room.view.text._here.spans == [(BODY.rindex("IIPG"), BODY.rindex("IIPG") + 4)]
    approve(room)
    assert approval(desk) is not None
    desk.rooms.review.leave()
    assert not desk.inspector.said.isVisibleTo(desk.inspector)


def test_a_row_of_an_approved_script_leads_to_the_words_and_the_new_reading_is_approved_as_shown(
    desk, room, rani, newsroom
):
    approve(room)
    desk.rooms.review.leave()
    settle(newsroom, rani.people)
    desk.rooms.approval.look()
    (first, _second) = desk.inspector.said.rows()
    first.click()
    cursor = desk.pane.editor.textCursor()
    assert (cursor.selectionStart(), cursor.selectedText()) == (BODY.index("IIPG"), "IIPG")
    settle(newsroom, rani.people, "PKLU", "peklu")
    before = approval(desk)
    desk.inspector.said.take.click()  # two were shown, and by now there are three
    assert approval(desk) == before
    assert len(desk.inspector.said.rows()) == 3
    desk.inspector.said.take.click()
    assert "peklu" in approval(desk).text.spoken


def test_a_revision_that_came_while_the_story_was_opened_is_laid_down_before_it_can_be_approved(
    desk, rani, newsroom, monkeypatch
):
    story = rani.hand_in(BODY)
    desk.list.choose("waiting")
    opened, later = newsroom.reviewing.open, []

    def open_it(story_id):
        if not later:  # after its words were laid on the desk
            later.append(rani.change(story.id, "Isi lain sama sekali."))
        return opened(story_id)

    monkeypatch.setattr(type(newsroom.reviewing), "open", lambda _self, story_id: open_it(story_id))
    desk.open_story(story.id)
    room = desk.rooms.review.room
    assert room.bar.approve.text() == "Setujui revisi 3"
    assert room.view.text.toPlainText() == "Isi lain sama sekali."
    assert desk.rooms.review.showing.said.seen.body == "Isi lain sama sekali."


def test_what_dibaca_shows_is_to_the_letter_what_is_approved_whatever_is_written(desk, newsroom):
    reading = newsroom.reading
    air_text = newsroom.reviewing._air_text
    dice = random.Random(6)
    words = [
        "Rp 2.650",
        "5km",
        "(BPS)",
        "Dr.",
        "😀",
        "17-an",
        "2,65%",
        "https://a.id/b",
        "Tjokro",
        "kata",
        "“IIPG”",
        "dr*.",
    ]
    for _round in range(150):
        lines = [" ".join(dice.choices(words, k=dice.randrange(6))) for _line in range(dice.randrange(1, 5))]
        blocks = []
        for at in range(dice.randrange(3)):
            lines.insert(dice.randrange(len(lines) + 1), MARK)
            blocks.append(Clip("K", paraphrase="Naik 2%.") if at else Note("Jeda."))
        body = "\n".join(lines)
        here = ()
        if "kata" in body and dice.random() < 0.5:
            at = body.index("kata")
            here = (SaidHere(at, at + 4, dice.choice(("ucap", "kata", ""))),)
        script = Script("S", body=body, blocks=tuple(blocks), said_here=here)
        text = air_text(script, None, SigningOff("{penulis}"))
        assert said_script(text)[:3] == spoken_script(reading.read(body, here), script.blocks)[:3]
        other = air_text(Script("S", body=body, blocks=tuple(blocks)), None, SigningOff("{penulis}"))
        for change in said_changes(other, text):
            ((start, end),) = said_script(text, [change]).changed
            line = said_script(text).line.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")
            assert line == change.new


def test_nothing_is_approved_before_it_was_shown_how_it_is_said(desk, room):
    desk.rooms.review.showing.said.seen = None  # as in the first moment of a long script
    approve(room)
    assert approval(desk) is None
    assert desk.pane.news.sentence == "Cara baca naskah ini masih disiapkan. Coba lagi sebentar."
    approve(room)
    assert approval(desk) is not None


def test_a_key_pressed_twice_decides_once_and_tells_so(desk, room, newsroom, monkeypatch):
    waiting, acts = [], desk.rooms.review_acts
    with monkeypatch.context() as patch:
        patch.setattr(acts._tasks, "run", lambda *job: waiting.append(job))
        approve(room)
        approve(room)
    assert len(waiting) == 1
    acts._tasks.run(*waiting[0])
    assert approval(desk) is not None
    assert desk.pane.news.sentence == "PANDU-NEGERI disetujui, revisi 2."
