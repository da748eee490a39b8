"""Menus look like the rest of the window."""

from PySide6.QtGui import QActionGroup, QColor
from PySide6.QtWidgets import QMenu


def colours(image, box):
    return {
        image.pixelColor(x, y).name()
        for x in range(box.left(), box.right() + 1)
        for y in range(box.top(), box.bottom() + 1)
    }


def shown(menu, qtbot):
    qtbot.addWidget(menu)
    menu.popup(menu.pos())
    qtbot.waitUntil(menu.isVisible)
    return menu.grab().toImage()


def test_rows_are_28_high_and_the_marked_one_has_the_soft_accent(qtbot, theme):
    menu = QMenu()
    first, second = menu.addAction("Tempel"), menu.addAction("Pilih semua")
    menu.setActiveAction(second)
    image = shown(menu, qtbot)
    box = menu.actionGeometry(first)
    assert box.height() == 28
    assert theme.tokens.surface.lower() in colours(image, box)
    assert theme.tokens.accent_soft.lower() not in colours(image, box)
    assert theme.tokens.accent_soft.lower() in colours(image, menu.actionGeometry(second))


def test_what_is_chosen_has_a_tick_and_not_only_a_colour(qtbot, theme):
    menu = QMenu()
    group = QActionGroup(menu)
    rows = [menu.addAction(words) for words in ("5,5 suku kata/dtk", "5,8 suku kata/dtk")]
    for row in rows:
        row.setCheckable(True)
        group.addAction(row)
    rows[1].setChecked(True)
    image = shown(menu, qtbot)
    left = menu.actionGeometry(rows[1])
    left.setWidth(28)
    assert QColor(theme.tokens.accent_text).name() in colours(image, left)
    left.moveTop(menu.actionGeometry(rows[0]).top())
    assert colours(image, left) == {theme.tokens.surface.lower()}


def test_keys_are_written_without_plus_signs_and_have_their_room(qtbot, theme):
    bare, keyed = QMenu(), QMenu()
    bare.addAction("Kaitkan kata terpilih")
    keyed.addAction("Kaitkan kata terpilih").setShortcut("Ctrl+Alt+S")
    shown(bare, qtbot), shown(keyed, qtbot)
    assert keyed.width() > bare.width() + 40
