"""The "Dibaca" view: the script as it is said, respellings over their words, megabytes without a stop."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from newsdesk.domain.lexicon import Pronunciation
from newsdesk.domain.story import SaidHere, Script
from newsdesk.services.reading import Reading
from newsdesk.ui.stories.geometry import pieces
from newsdesk.ui.stories.spoken_script import spoken_script
from newsdesk.ui.stories.spoken_view import SpokenView
from newsdesk.ui.tasks import Lane

FORMS = (
    Pronunciation("Pramusito", "Pramusito", respelling="pra-mu-SI-to", checked_by="Dewi"),
    Pronunciation("EPSS", "e pe es es", respelling="e-pe-ES-es", checked_by="Dewi"),
)


@pytest.fixture(scope="module")
def names(tables):
    """A reading whose lexicon respells two forms."""
    return Reading(tables, FORMS)


def over(script):
    units = script.line.encode("utf-16-le")
    return [
        (units[2 * one.start : 2 * one.end].decode("utf-16-le"), one.respelling) for one in script.respelt
    ]


def test_a_respelling_stands_over_the_words_that_are_said(names):
    script = spoken_script(names.read("🎙 2.65 Pramusito, 5EPSS.\n“Pramusito” (EPSS)"))
    assert over(script) == [
        ("Pramusito", "pra-mu-SI-to"),
        *([("e pe es es", "e-pe-ES-es")] * (len(script.respelt) - 3)),
        ("Pramusito", "pra-mu-SI-to"),
        ("e pe es es", "e-pe-ES-es"),
    ]


@given(
    st.lists(
        st.sampled_from(("Pramusito", "EPSS", "2.65", "Dr.", " ", "(", "🎙", "\n", "Rp1,5", ".id", "5", "*")),
        max_size=30,
    )
)
def test_respellings_keep_their_words_whatever_stands_round_them(tables, parts):
    script = spoken_script(Reading(tables, FORMS).read("".join(parts)))
    assert {words for words, _over in over(script)} <= {"Pramusito", "e pe es es"}


def test_a_respelling_has_room_over_its_word(qtbot, look, names):
    view = SpokenView(look)
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.set_column(512)
    view.show()
    text = "Pemkot Blitar menggelar upacara bendera rutin bersama Hanung Pramusito di halaman kantor."
    view.show_script(spoken_script(names.read(text)))
    at = view.toPlainText().index("Pramusito")
    piece = next(pieces(view, at, at + 9))
    image = view.viewport().grab().toImage()

    def inked(top, bottom):
        paper = QColor(look.theme.tokens.surface)
        return any(
            image.pixelColor(x, y) != paper
            for x in range(int(piece.left), int(piece.left) + 70)
            for y in range(int(piece.baseline) + top, int(piece.baseline) + bottom)
        )

    assert inked(-28, -18)
    assert not inked(-32, -30)


def test_words_without_a_respelling_keep_their_close_lines(qtbot, look, names):
    view = SpokenView(look)
    qtbot.addWidget(view)
    view.show_script(spoken_script(names.read("Naik 2.65 poin.")))
    assert view.document().firstBlock().blockFormat().lineHeight() == 30


def test_megabytes_are_read_on_their_lane_and_shown_piece_by_piece(held_page, held, newsroom, qtbot):
    body = "\n".join(["Harga beras naik 2,65 persen pada 17 Januari 2025, kata Kepala BPS."] * 20_000)
    story = newsroom.drafting.new(Script(slug="PANJANG", body=body))
    page = held_page
    page.open_story(story.id)
    held.let_go()
    qtbot.waitUntil(lambda: not page.pane.editor.text.busy, timeout=20_000)
    page.pane.header.aloud.setChecked(True)
    assert page.pane.spoken.isVisible() and page.pane.spoken.toPlainText() == ""
    assert held.waiting(Lane.COPY) == 1
    held.let_go(Lane.COPY)
    assert 0 < len(page.pane.spoken.toPlainText()) < 100_000
    assert page.pane.spoken.filling
    qtbot.waitUntil(lambda: not page.pane.spoken.filling, timeout=20_000)
    assert page.pane.spoken.toPlainText().count("be pe es") == 20_000


def test_a_script_that_changed_meanwhile_is_not_shown_as_it_was(held_page, held, newsroom):
    at = SaidHere(7, 10, "Badan Pusat Statistik")
    story = newsroom.drafting.new(Script(slug="A", body="Kepala BPS."))
    page = held_page
    page.open_story(story.id)
    held.let_go()
    page.pane.header.aloud.setChecked(True)
    page.pane.editor.text.said.say(at.start, at.end, at.spoken)
    page.pane.header.aloud.setChecked(False)
    page.pane.header.aloud.setChecked(True)
    held.let_go(Lane.COPY)
    assert page.pane.spoken.toPlainText() == "Kepala Badan Pusat Statistik."
