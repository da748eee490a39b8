"""The text under review: what changed, word by word, and where each word of the newest text stands in it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest

from newsdesk.domain.blocks import MARK, Clip, Note
from newsdesk.domain.comparing import PartKind
from newsdesk.domain.story import Script
from newsdesk.ui.stories.offsets import to_utf16
from newsdesk.ui.stories.review_document import ReviewDocument
from newsdesk.ui.stories.review_pieces import changes_between, clean_pieces
from newsdesk.ui.stories.review_text import ReviewText
from newsdesk.ui.stories.review_view import ReviewView

OLD = Script(headline="Cabai naik", body="Harga cabai naik.\nWarga 😀 menunggu bantuan.")
NEW = Script(headline="Cabai turun", body="Harga cabai rawit turun.\nWarga 😀 menunggu.")


@pytest.fixture
def owner():
    return QObject()


@pytest.fixture
def view(qtbot, look):
    view = ReviewView(look)
    qtbot.addWidget(view)
    view.resize(732, 400)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return view


def show(view, old=OLD, new=NEW, form="changes"):
    changes = changes_between(old, new) if old is not None else None
    view.show_script(clean_pieces(new), changes, new.cuttable, form=form)


def shown(pieces, kind):
    return [piece.words for piece in pieces if piece.kind is kind and piece.change >= 0]


def test_what_is_gone_stands_before_what_is_new_and_both_are_one_change():
    changes = changes_between(OLD, NEW)
    assert shown(changes.pieces, PartKind.GONE) == ["naik", "naik", " bantuan"]
    assert shown(changes.pieces, PartKind.NEW) == ["turun", "rawit turun"]
    assert changes.places == 3
    assert (changes.new_words, changes.gone_words) == (3, 3)
    assert changes.pieces[0].label == "Judul"


def test_removed_words_are_struck_added_ones_underlined_so_that_it_works_without_colour(look, owner):
    document = ReviewDocument(look, changes_between(OLD, NEW).pieces, owner)
    formats = {}
    block = document.begin()
    while block.isValid():
        for one in block.textFormats():
            words = block.text()[one.start : one.start + one.length]
            formats[words] = (one.format.fontStrikeOut(), one.format.fontUnderline())
        block = block.next()
    assert formats["naik"] == (True, False)
    assert formats["rawit turun"] == (False, True)
    assert formats["Harga cabai "] == (False, False)


def test_a_paragraph_end_put_in_or_taken_out_is_seen(look, owner):
    one, two = Script(body="Satu dua tiga."), Script(body="Satu\ndua tiga.")
    put_in = changes_between(one, two).pieces
    taken_out = changes_between(two, one).pieces
    assert "¶" in shown(put_in, PartKind.NEW)
    assert "¶" in shown(taken_out, PartKind.GONE)
    assert ReviewDocument(look, put_in, owner).blockCount() == 2
    assert ReviewDocument(look, taken_out, owner).blockCount() == 1


def test_clips_and_notes_are_told_in_words_each_as_one(look, owner):
    clip, note = Clip("WALI", "", "Terima kasih", "selesai", 18_000), Note("jeda")
    old = Script(body=f"Satu.\n{MARK}\nDua.", blocks=(clip,))
    new = Script(body=f"Satu.\n{MARK}\n{MARK}\nDua.", blocks=(clip, note))
    pieces = changes_between(old, new).pieces
    assert any("Klip: WALI" in piece.words and piece.kind is PartKind.SAME for piece in pieces)
    assert any("Catatan penyiar: jeda" in piece.words and piece.kind is PartKind.NEW for piece in pieces)
    document = ReviewDocument(look, pieces, owner)
    at = new.body.index("Dua")
    start, end = document.span(at, at + 3)
    assert document.toPlainText()[start:end] == "Dua"
    second = new.body.rindex(MARK)
    start, end = document.span(second, second + 1)
    assert document.toPlainText()[start:end] == "Catatan penyiar: jeda"


WORDS = st.lists(st.sampled_from(["Harga", "cabai", "naik.", "😀", "Wlingi,", "2.65", "\n"]), max_size=12)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(old=WORDS, new=WORDS)
def test_every_word_of_the_newest_text_is_found_where_it_stands(look, owner, old, new):
    before, after = Script(body=" ".join(old)), Script(body=" ".join(new))
    for pieces in (changes_between(before, after).pieces, clean_pieces(after)):
        document = ReviewDocument(look, pieces, owner)
        text = document.toPlainText().encode("utf-16-le")
        for at, letter in enumerate(after.body):
            if letter.isspace():
                continue
            start, end = document.span(at, at + 1)
            assert text[2 * start : 2 * end].decode("utf-16-le") == letter
            assert document.body_span(start, end) == (at, at + 1)
        document.deleteLater()


def test_words_that_are_gone_belong_to_no_place_of_the_newest_text(look, owner):
    document = ReviewDocument(look, changes_between(OLD, NEW).pieces, owner)
    text = document.toPlainText()
    gone = text.rindex("naik")
    assert document.body_span(gone, gone + 4) is None
    both = document.body_span(text.index("cabai", text.index("Harga")), gone + 4)
    assert NEW.body[slice(*both)] == "cabai "


def test_a_very_long_text_comes_in_piece_by_piece_and_is_whole_in_the_end(qtbot, look):
    body = "\n".join(f"Paragraf nomor {number} yang cukup panjang." for number in range(4000))
    text = ReviewText(look)
    qtbot.addWidget(text)
    text.show_pieces(clean_pieces(Script(body=body)))
    assert len(text.toPlainText()) <= len(body)
    qtbot.waitUntil(lambda: text.toPlainText() == body)


def test_alt_right_and_left_go_from_change_to_change_round_at_the_ends(view):
    show(view)
    assert view.text.current == -1
    for expected in (0, 1, 2, 0):
        QTest.keyClick(view.text, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        assert view.text.current == expected
    QTest.keyClick(view.text, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert view.text.current == 2


def test_the_three_forms_show_the_same_text(view):
    show(view)
    assert "naik" in view.text.toPlainText()
    view.turn()
    assert view.form == "clean"
    assert view.text.toPlainText() == NEW.body
    view.turn()
    assert view.form == "aloud"
    assert view.spoken.isVisible()
    view.turn()
    assert view.form == "changes"
    assert view.strip.forms.value() == "changes"


def test_a_step_to_a_change_comes_back_to_the_changes(view):
    show(view, form="clean")
    view.step(1)
    assert view.form == "changes"
    assert view.text.current == 0


def test_without_an_older_text_there_are_no_changes_to_show_and_the_strip_says_why(view):
    show(view, old=None)
    assert view.form == "clean"
    part = view.strip.forms._group.button(0)
    assert not part.isEnabled()
    assert part.toolTip() == "Belum ada revisi yang Anda lihat sebelumnya."
    view.step(1)
    assert view.form == "clean"


def test_findings_notes_and_cuttable_sentences_are_drawn_at_their_words(view):
    new = Script(body="Harga cabai naik.\nWarga menunggu.", cuttable=((18, 33),))
    show(view, old=None, new=new)
    plain = view.text.viewport().grab().toImage()
    view.text.show_findings([(6, 11)])
    view.text.show_noted([(18, 23)])
    marked = view.text.viewport().grab().toImage()
    assert plain != marked
    assert view.text._notes.spans == [(18, 23)]
    view.text.point_at((18, 23))
    assert view.text._here.spans == [(18, 23)]


def test_selected_words_are_a_passage_of_the_newest_text(view):
    show(view)
    text = view.text.toPlainText()
    cursor = view.text.textCursor()
    at = text.index("menunggu")
    cursor.setPosition(to_utf16(text, at))
    cursor.setPosition(to_utf16(text, at + 8), cursor.MoveMode.KeepAnchor)
    view.text.setTextCursor(cursor)
    assert NEW.body[slice(*view.text.selected_span())] == "menunggu"
