"""The controls: what they say to hands, eyes and screen readers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QLabel, QListWidget, QWidget

from newsdesk.ui.components import news_line
from newsdesk.ui.components.badge import Badge
from newsdesk.ui.components.button import Button, Kind
from newsdesk.ui.components.chip import Chip
from newsdesk.ui.components.choice import Choice
from newsdesk.ui.components.field import Field
from newsdesk.ui.components.figure_label import FigureLabel
from newsdesk.ui.components.fold_section import FoldSection
from newsdesk.ui.components.keycap import KeyCap
from newsdesk.ui.components.news_line import NewsLine
from newsdesk.ui.components.over_bar import OverBar
from newsdesk.ui.components.over_under import OverUnder, over_look
from newsdesk.ui.components.segment import Segment
from newsdesk.ui.components.text_block import TextBlock
from newsdesk.ui.components.toggle import Toggle
from newsdesk.ui.look import Look
from tests.ui.gallery import Gallery


@pytest.fixture
def shown(qtbot, look: Look):
    """Put a control into a shown, active window."""

    windows: list[QWidget] = []  # a window that nobody holds is gone at once

    def show(*widgets: QWidget) -> QWidget:
        window = QWidget()
        windows.append(window)
        row = QHBoxLayout(window)
        for widget in widgets:
            row.addWidget(widget)
        window.resize(600, 200)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return show


def rings(window: QWidget) -> list[QWidget]:
    return [w for w in window.findChildren(QWidget) if type(w).__name__ == "_Ring" and w.isVisible()]


def test_heights_are_those_of_the_design(look: Look) -> None:
    assert Button(look, "Simpan").sizeHint().height() == 32
    assert Button(look, "Simpan", small=True).sizeHint().height() == 24
    assert Badge(look, "mic", "Siap", ink="siap", fill="siap_bg").sizeHint().height() == 24
    assert Chip(look, "Blitar").sizeHint().height() == 24
    assert KeyCap(look, "F5").sizeHint().height() == 20
    assert NewsLine(look).sizeHint().height() == 40


def test_a_button_with_an_icon_only_says_its_name(look: Look) -> None:
    button = Button(look, kind=Kind.GHOST, icon="ellipsis", name="Lainnya")
    assert button.accessibleName() == "Lainnya"
    assert button.toolTip() == "Lainnya"


def test_an_unavailable_button_says_why(look: Look, shown, qtbot) -> None:
    button = Button(look, "Setujui")
    shown(button)
    clicks: list[bool] = []
    button.clicked.connect(lambda: clicks.append(True))
    button.set_available(False, "Naskah masih kosong")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.toolTip() == button.accessibleDescription() == "Naskah masih kosong"
    button.set_available(True)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert clicks == [True]
    assert button.toolTip() == ""


def test_the_ring_comes_with_the_keyboard_and_not_with_the_mouse(look: Look, shown, qtbot) -> None:
    one, two = Button(look, "Satu"), Button(look, "Dua")
    window = shown(one, two)
    one.clearFocus()
    one.setFocus(Qt.FocusReason.TabFocusReason)
    assert len(rings(window)) == 1
    assert rings(window)[0].geometry().contains(one.geometry())
    qtbot.mouseClick(two, Qt.MouseButton.LeftButton)
    assert two.hasFocus()
    assert rings(window) == []


def test_enter_presses_a_button_and_leaves_a_tick_to_its_form(look: Look, shown, qtbot) -> None:
    button, tick, pressed = Button(look, "Simpan"), Toggle(look, "Reporter"), []
    shown(button, tick)
    button.clicked.connect(lambda: pressed.append("Simpan"))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        qtbot.keyClick(button, key)
    qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(tick, Qt.Key.Key_Return)
    assert pressed == ["Simpan"] * 3
    assert not tick.isChecked()


def test_the_ring_follows_its_button(look: Look, shown) -> None:
    button = Button(look, "Satu")
    window = shown(button)
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    button.move(button.x() + 20, button.y() + 10)
    assert rings(window)[0].geometry().center() == button.geometry().center()
    button.hide()
    assert rings(window) == []


def test_tab_goes_through_controls_in_reading_order(look: Look, shown, qtbot) -> None:
    controls = [Button(look, "Satu"), Chip(look, "Dua"), Button(look, "Tiga")]
    shown(*controls)
    controls[0].setFocus(Qt.FocusReason.TabFocusReason)
    for control in controls[1:]:
        qtbot.keyClick(control.window().focusWidget(), Qt.Key.Key_Tab)
        assert control.hasFocus()


def test_a_chip_is_taken_away_by_its_cross_and_by_delete(look: Look, shown, qtbot) -> None:
    chip = Chip(look, "Blitar", removable=True)
    shown(chip)
    with qtbot.waitSignal(chip.removed):
        qtbot.mouseClick(
            chip, Qt.MouseButton.LeftButton, pos=chip.rect().center() + chip.rect().center() / 1.4
        )
    with qtbot.waitSignal(chip.removed):
        qtbot.keyClick(chip, Qt.Key.Key_Delete)
    with qtbot.assertNotEmitted(chip.removed), qtbot.waitSignal(chip.clicked):
        qtbot.mouseClick(
            chip, Qt.MouseButton.LeftButton, pos=chip.rect().topLeft() + chip.rect().center() / 3
        )


def test_a_wrong_field_says_what_fits_to_eyes_and_screen_readers(look: Look, shown) -> None:
    field = Field(look, "Menit", note="Dari 0 sampai 59")
    shown(field)
    field.set_wrong("Menit paling besar 59")
    words = [label.text() for label in field.findChildren(QLabel)]
    assert "Menit paling besar 59" in words
    assert field.edit.accessibleName() == "Menit"
    assert field.edit.accessibleDescription() == "Menit paling besar 59"
    field.set_wrong("")
    assert "Dari 0 sampai 59" in [label.text() for label in field.findChildren(QLabel)]


def test_typing_in_a_field_tells_and_setting_the_same_text_does_not(look: Look, shown, qtbot) -> None:
    field = Field(look, "Nama")
    shown(field)
    told: list[str] = []
    field.changed.connect(told.append)
    qtbot.keyClicks(field.edit, "ab")
    field.set_text("ab")
    assert told == ["a", "ab"]


def test_a_section_folds_by_key_and_still_says_its_state(look: Look, shown, qtbot) -> None:
    section, body = FoldSection(look, "Narasumber"), QLabel("Santoso")
    section.set_body(body)
    section.set_summary("3")
    shown(section)
    head = section.findChild(QAbstractButton)
    assert head.accessibleName() == "Narasumber, 3"
    section.focus_head()
    with qtbot.waitSignal(section.folded, check_params_cb=lambda folded: folded):
        qtbot.keyClick(head, Qt.Key.Key_Space)
    assert not body.isVisible()
    section.set_open(True)
    assert body.isVisible()


def test_news_goes_by_itself_but_an_act_stays_until_it_is_done(look: Look, shown, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(news_line, "_GOES_AFTER_MS", 30)
    line = NewsLine(look)
    shown(line)
    line.tell("Tersimpan 10.04")
    assert line.sentence == "Tersimpan 10.04"
    qtbot.waitUntil(lambda: line.sentence == "")
    done: list[str] = []
    line.tell("Naskah disisihkan", act="Urungkan", run=lambda: done.append("urung"), stays=True)
    qtbot.wait(60)
    assert line.sentence == "Naskah disisihkan"
    qtbot.mouseClick(line.findChild(Button), Qt.MouseButton.LeftButton)
    assert done == ["urung"]
    assert line.sentence == ""


def test_news_that_stays_can_be_put_away_by_mouse_and_by_keyboard(look: Look, shown, qtbot) -> None:
    line = NewsLine(look)
    shown(line)
    close = next(b for b in line.findChildren(Button) if b.accessibleName() == "Tutup pemberitahuan")
    line.tell("Tersimpan")
    assert close.isHidden()
    line.tell("Basis data tidak menjawab.", stays=True)
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert line.sentence == ""
    line.tell("Basis data tidak menjawab.", stays=True)
    line.window().activateWindow()
    close.setFocus()
    qtbot.waitUntil(close.hasFocus)
    with qtbot.waitSignal(line.left):
        qtbot.keyClick(close, Qt.Key.Key_Escape)
    assert line.sentence == ""


def test_news_of_an_act_goes_with_the_next_and_what_is_at_stake_stays(look: Look, shown) -> None:
    line = NewsLine(look)
    shown(line)
    line.tell("Kaitan dilepas", act="Urungkan", run=lambda: None, stays=True)
    line.next_act()
    assert line.sentence == ""
    line.tell("Tidak tersimpan", stays=True)
    line.next_act()
    assert line.sentence == "Tidak tersimpan"  # for the time it takes to read it
    line.tell("Tidak tersimpan", stays=True)
    line.page_left()
    assert line.sentence == ""
    line.tell("Belum tersimpan di mana pun", act="Coba sekarang", lasts=True)
    line.next_act()
    line.page_left()
    assert line.sentence == "Belum tersimpan di mana pun"


def test_a_failure_goes_by_itself_after_the_next_act(look: Look, shown, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(news_line, "_GOES_AFTER_MS", 30)
    line = NewsLine(look)
    shown(line)
    line.tell("Tidak tersimpan", stays=True)
    line.next_act()
    qtbot.waitUntil(lambda: line.sentence == "")


def test_what_is_told_every_second_stays_put_away_until_it_is_settled(look: Look, shown) -> None:
    line = NewsLine(look)
    shown(line)
    line.tell("mencoba lagi 4 dtk", lasts=True, about="local")
    line._close.click()
    line.tell("mencoba lagi 3 dtk", lasts=True, about="local")
    assert line.sentence == ""
    line.tell("Kaitan dilepas", stays=True)
    line.settle("local")
    assert line.sentence == "Kaitan dilepas"
    line.tell("mencoba lagi 4 dtk", lasts=True, about="local")
    assert line.sentence == "mencoba lagi 4 dtk"


def test_a_figure_keeps_its_width_while_its_digits_change(look: Look) -> None:
    clock = FigureLabel(look, "jam", "Jam")
    clock.set_text("10.04.31")
    width = clock.sizeHint().width()
    clock.set_text("10.48.00")
    assert clock.sizeHint().width() == width
    assert (clock.accessibleName(), clock.accessibleDescription()) == ("Jam", "10.48.00")


def test_a_figure_changes_its_size_and_keeps_its_words(look: Look) -> None:
    left = FigureLabel(look, "sisa", "Sisa")
    left.set_text("0:31")
    wide = left.sizeHint().width()
    left.set_type("sisa", weight=700)
    assert left.sizeHint().width() >= wide
    left.set_type("jam")
    assert left.sizeHint().width() < wide and left.height() == 24
    assert left.accessibleDescription() == "0:31"


@pytest.mark.parametrize(
    ("over_ms", "words", "icon", "ink"),
    [
        (22_000, "+0:22 lebih", "arrow-up", "udara"),
        (1_000, "+0:01 pas", "check", "text"),
        (-48_200, "\N{MINUS SIGN}0:48 kurang", "arrow-down", "kurang"),
        (400, "0:00 pas", "check", "text"),
        (2_499, "+0:02 pas", "check", "text"),
        (2_500, "+0:03 lebih", "arrow-up", "udara"),
        (-3_725_000, "\N{MINUS SIGN}62:05 kurang", "arrow-down", "kurang"),
    ],
)
def test_a_difference_has_sign_word_and_colour_for_the_figure_it_shows(
    over_ms: int, words: str, icon: str, ink: str
) -> None:
    shown = over_look(over_ms, 2_000)
    assert (shown.words, shown.icon, shown.ink) == (words, icon, ink)


def test_over_and_under_is_told_when_it_crosses_and_not_with_every_second(look: Look) -> None:
    card = OverUnder(look, "Selisih buletin", font="lebih_kepala")
    told: list[str] = []
    card.crossed.connect(told.append)
    for over_ms in (22_000, 21_000, 1_000, 0, -9_000, -8_000):
        card.set_over(over_ms, 2_000)
    assert told == ["pas", "kurang"]
    assert card.accessibleDescription() == "\N{MINUS SIGN}0:08 kurang"
    assert card.figure.text() == "\N{MINUS SIGN}0:08"


def test_segments_are_chosen_by_key(look: Look, shown, qtbot) -> None:
    segment = Segment(look, "Tema", (("light", "Terang"), ("dark", "Gelap")), "light")
    shown(segment)
    parts = segment.findChildren(QAbstractButton)
    assert [part.accessibleName() for part in parts] == ["Tema: Terang", "Tema: Gelap"]
    with qtbot.waitSignal(segment.chosen, check_params_cb=lambda value: value == "dark"):
        qtbot.keyClick(parts[1], Qt.Key.Key_Return)
    assert segment.value() == "dark"


def test_the_wheel_does_not_change_a_choice(look: Look, shown) -> None:
    choice = Choice(look, "Bahasa")
    choice.offer((("id", "Indonesia"), ("en", "English")), "id")
    shown(choice)
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(choice.box, wheel)
    assert choice.value() == "id"


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_every_control_paints_in_both_themes(look: Look, qtbot, choice: str) -> None:
    look.theme.choose(choice)
    gallery = Gallery(look)
    qtbot.addWidget(gallery)
    gallery.show()
    image = gallery.grab().toImage()
    assert image.pixelColor(2, 2) == look.theme.colour("surface")
    colours = {image.pixel(x, y) for x in range(0, image.width(), 5) for y in range(0, image.height(), 5)}
    assert look.theme.colour("accent").rgb() in colours
    assert look.theme.colour("hover").rgb() in colours


def test_a_bar_over_the_rows_scrolls_them_and_leaves_them_their_width(qtbot) -> None:
    rows = QListWidget()
    bar = OverBar(rows)
    qtbot.addWidget(rows)
    rows.resize(200, 100)
    rows.show()
    assert not bar.isVisible()
    rows.addItems([str(n) for n in range(50)])
    qtbot.waitUntil(bar.isVisible)
    assert rows.viewport().width() == rows.contentsRect().width()
    bar.setValue(bar.maximum())
    assert rows.verticalScrollBar().value() == rows.verticalScrollBar().maximum()
    rows.scrollToTop()
    assert bar.value() == 0
    rows.resize(300, 100)
    assert bar.geometry().right() == rows.rect().right()


def test_a_word_longer_than_the_block_is_broken_where_that_ends(look: Look) -> None:
    block = TextBlock(look, "P" * 500)
    assert block.heightForWidth(200) > 4 * block.heightForWidth(10_000)
