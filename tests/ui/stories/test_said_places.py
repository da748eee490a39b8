"""Corrections for one place stay on their token through every edit, or are gone."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QTextCursor

from newsdesk.domain.attribution import Attribution
from newsdesk.domain.story import SaidHere
from newsdesk.ui.stories.said_places import SaidPlace, SaidPlaces, moved
from newsdesk.ui.stories.script_editor import ScriptEditor
from newsdesk.ui.stories.script_text import ScriptText

PLACE = SaidPlace(1, 10, 14, "dua koma enam lima")


def span(place):
    return place and (place.start, place.end)


def test_words_beside_a_token_move_its_correction_and_words_in_it_end_it():
    assert span(moved(PLACE, 3, 0, 2)) == (12, 16)
    assert span(moved(PLACE, 10, 0, 2)) == (12, 16)
    assert span(moved(PLACE, 14, 0, 2)) == (10, 14)
    assert moved(PLACE, 12, 0, 1) is None
    assert moved(PLACE, 13, 5, 0) is None
    assert moved(PLACE, 0, 30, 0) is None


def test_a_correction_taken_away_is_not_brought_back_by_undo_of_words_but_by_its_own_undo():
    said = SaidPlaces()
    said.load([(0, 4, "dua")], 0)
    gone = said.take_back(said.places)
    said.edited(0, 0, 3, 1)
    said.stepped(0, 3, 0)
    said.settle(0)
    assert said.places == ()
    assert [place.spoken for place in said.put_back(gone, 0)] == ["dua"]
    assert [(place.start, place.end) for place in said.places] == [(0, 4)]


WORDS = ("2.65", "EPSS", "🎙 10.000", "é", "👩‍👧 OPD\n", "\n", "Santoso ", " ", "x", "17/8", "\n\nB")


@st.composite
def act(draw):
    kind = draw(st.sampled_from(("type", "type", "cut", "replace", "say", "undo", "undo", "redo", "back")))
    return kind, draw(st.integers(0, 200)), draw(st.integers(0, 12)), draw(st.sampled_from(WORDS))


def cut_at(units, at):
    """Return ``at``, moved before a pair of surrogates that it would cut."""
    inside = 0 < at < len(units) // 2 and 0xDC <= units[2 * at + 1] <= 0xDF
    return at - 1 if inside else at


@given(st.lists(act(), max_size=25))
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_correction_stays_on_its_letters_or_is_gone(theme, acts):
    text = ScriptText(theme)
    text.load("Indeks 🎙 2.65 naik.\nKata OPD 17/8 dan EPSS.", [], [SaidHere(9, 13, "dua")])
    letters = {text.said.places[0].key: "2.65"}
    document = text.document
    for kind, at, length, words in acts:
        units = document.toPlainText().encode("utf-16-le")
        start = cut_at(units, min(at, len(units) // 2))
        end = cut_at(units, min(start + length, len(units) // 2))
        cursor = QTextCursor(document)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        written = units[2 * start : 2 * end].decode("utf-16-le")
        if kind == "type":
            cursor.clearSelection()
            cursor.insertText(words)
        elif kind == "cut":
            cursor.removeSelectedText()
        elif kind == "replace":
            cursor.insertText(words)
        elif kind == "undo":
            text.step(document.undo)
        elif kind == "redo":
            text.step(document.redo)
        elif kind == "back":
            text.said.take_back(text.said.places[:1])
        elif written.strip() and "\n" not in written:
            text.said.say(start, end, "begini")
            letters[text.said.within(start, end)[0].key] = written
        body = text.body
        assert body == document.toPlainText()
        said = text.said_here()
        assert [one for one in said if not 0 <= one.start < one.end <= len(body)] == []
        now = [body[one.start : one.end] for one in said]
        assert now == [letters[place.key] for place in text.said.places]
        assert all(one.end <= other.start for one, other in itertools.pairwise(said))


def test_undo_and_redo_bring_a_correction_back_with_its_token(theme):
    text = ScriptText(theme)
    text.load("Indeks 2.65 naik.", [], [SaidHere(7, 11, "dua ribu")])
    cursor = QTextCursor(text.document)
    cursor.setPosition(8)
    cursor.insertText("7")
    assert text.said_here() == ()
    text.step(text.document.undo)
    assert text.said_here() == (SaidHere(7, 11, "dua ribu"),)
    text.step(text.document.redo)
    assert text.said_here() == ()


@pytest.mark.parametrize(
    ("words", "to", "after"),
    [
        ("Awal ", "akhir.", "2.65 lalu EPSS\ndan 17/8 di Awal akhir."),
        ("EPSS\ndan ", "Awal", "EPSS\ndan Awal 2.65 lalu 17/8 di akhir."),
        ("2.65 lalu ", "17/8", "Awal EPSS\ndan 2.65 lalu 17/8 di akhir."),
        ("lalu EPSS", "alu EPSS", "Awal 2.65 lalu EPSS\ndan 17/8 di akhir."),
    ],
)
def test_words_dragged_within_the_script_take_their_correction_along_and_leave_the_others(
    qtbot, look, words, to, after
):
    body = "Awal 2.65 lalu EPSS\ndan 17/8 di akhir."
    said = {
        form: SaidHere(body.index(form), body.index(form) + 4, form.lower())
        for form in ("2.65", "EPSS", "17/8")
    }
    editor = ScriptEditor(look)
    qtbot.addWidget(editor)
    editor.resize(732, 500)
    editor.show()
    editor.text.load(body, [Attribution(5, 26, 29)], said.values())
    start = body.index(words)
    selection = editor.textCursor()
    selection.setPosition(start)
    selection.setPosition(start + len(words), selection.MoveMode.KeepAnchor)
    editor.setTextCursor(selection)
    place = QTextCursor(editor.document())
    place.setPosition(body.index(to))
    drop(editor, selection, place)
    now = {editor.text.body[one.start : one.end]: one.spoken for one in editor.text.said_here()}
    assert (editor.text.body, now) == (after, {form: one.spoken for form, one in said.items()})
    assert [editor.text.body[one.start : one.end] for one in editor.text.attributions()] == [body[26:29]]
    if after == body:
        return
    editor.undo_step()
    assert (editor.text.body, editor.text.said_here()) == (body, tuple(said.values()))
    editor.redo_step()
    assert {editor.text.body[one.start : one.end] for one in editor.text.said_here()} == set(said)


def drop(editor, selection, place):
    """Let go of the dragged words at ``place``, as the system tells it."""
    data = QMimeData()
    data.setText(selection.selectedText().replace("\u2029", "\n"))
    event = OwnDrop(
        QPointF(editor.cursorRect(place).center()),
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.source = editor.viewport
    editor.dropEvent(event)


class OwnDrop(QDropEvent):
    """A drop whose words come from the editor itself: only a system's drag has a source otherwise."""


def test_the_spoken_line_shown_or_not_loses_no_correction(theme):
    text = ScriptText(theme)
    text.load("2.65 naik.", [], [SaidHere(0, 4, "dua ribu")])
    QTextCursor(text.document).insertText("Indeks ")
    text.show_spoken_line(False)
    end = QTextCursor(text.document)
    end.movePosition(QTextCursor.MoveOperation.End)
    end.insertText(" Lagi.")
    text.step(text.document.undo)
    assert text.said_here() == (SaidHere(7, 11, "dua ribu"),)


@pytest.mark.parametrize("at", [0, 9])
def test_a_very_long_script_has_its_corrections_while_it_goes_in_and_after(qtbot, theme, at):
    body = "Naik 2.65 lalu. " * 20_000
    last = body.rindex("2.65")
    text = ScriptText(theme)
    text.load(body, [], [SaidHere(last, last + 4, "dua ribu")])
    assert text.busy
    assert text.said_here() == (SaidHere(last, last + 4, "dua ribu"),)
    qtbot.waitUntil(lambda: not text.busy, timeout=10_000)
    cursor = QTextCursor(text.document)
    cursor.setPosition(at)
    text.paste(cursor, "Panjang sekali. " * 10_000)
    assert text.body[text.said_here()[0].start :].startswith("2.65 lalu. ")
    qtbot.waitUntil(lambda: not text.busy, timeout=10_000)
    [one] = text.said_here()
    assert (text.body[one.start : one.end], one.end) == ("2.65", len(text.body) - 7)
