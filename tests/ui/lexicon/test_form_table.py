"""The table: what Qt and a screen reader are told, what stays when the rows change, hostile forms."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from newsdesk.domain.lexicon import HowSaid, Pronunciation
from newsdesk.ui.lexicon.form_row import FormRow
from newsdesk.ui.lexicon.form_shelf import Column
from newsdesk.ui.lexicon.form_table import FormTable
from newsdesk.ui.lexicon.form_table_model import FormTableModel


def a_row(number: int, form: str = "", spoken: str = "cucuk") -> FormRow:
    return FormRow(
        Pronunciation(form or f"BENTUK{number}", spoken, HowSaid.LETTERS, id=number),
        used=number,
        key=(False, number, ""),
    )


class Editor(QWidget):
    """Stands in for the fields of an open row."""

    def sizeHint(self) -> QSize:
        return QSize(600, 100)


@pytest.fixture
def model() -> FormTableModel:
    return FormTableModel()


@pytest.fixture
def table(qtbot, look, model) -> FormTable:
    table = FormTable(look, model)
    qtbot.addWidget(table)
    table.resize(852, 500)
    table.show()
    return table


def test_a_screen_reader_is_told_every_cell(model: FormTableModel) -> None:
    model.show((a_row(1, "EPSS", "e pe es es"), a_row(2, "BPS")._replace(checked="Dewi Lestari, 12 Jan")))

    def cells(place: int) -> list[object]:
        return [
            model.index(place, column).data(Qt.ItemDataRole.AccessibleTextRole)
            for column in range(model.columnCount())
        ]

    assert cells(0) == ["Dengar EPSS", "EPSS", "e pe es es", "huruf", "belum diperiksa", "1", "Lainnya"]
    assert cells(1)[4] == "Dewi Lestari, 12 Jan"
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert heads == ["", "Tertulis", "Dibaca", "Cara", "Diperiksa", "Dipakai", ""]


def test_the_current_row_stays_the_same_form_when_others_come(table: FormTable, model) -> None:
    table.show_rows(tuple(a_row(number) for number in (2, 3, 4)))
    table.set_current(1)
    table.show_rows(tuple(a_row(number) for number in (1, 2, 3, 4)))
    assert table.current_row().entry.id == 3


def test_the_open_row_keeps_its_room_and_its_editor_when_others_come(table: FormTable) -> None:
    table.show_rows(tuple(a_row(number) for number in (2, 3, 4)))
    editor = Editor()
    table.open_under(1, editor)
    below = editor.y()
    table.show_rows(tuple(a_row(number) for number in (1, 2, 3, 4)))
    assert [table.rowHeight(place) > 40 for place in range(4)] == [False, False, True, False]
    assert editor.y() == below + 40
    table.close_editor()
    assert [table.rowHeight(place) for place in range(4)] == [40] * 4


def test_the_editor_scrolls_with_its_row(table: FormTable) -> None:
    table.show_rows(tuple(a_row(number) for number in range(1, 60)))
    editor = Editor()
    table.open_under(0, editor)
    table.verticalScrollBar().setValue(25)
    assert editor.y() == 40 - 25


def test_the_last_row_is_opened_where_it_can_be_seen(table: FormTable) -> None:
    table.show_rows(tuple(a_row(number) for number in range(1, 60)))
    editor = Editor()
    table.open_under(58, editor)
    assert editor.geometry().bottom() <= table.viewport().height()


def test_play_and_menu_are_their_own_places_in_a_row(table: FormTable, qtbot) -> None:
    table.show_rows((a_row(1),))
    told: list[str] = []
    table.heard.connect(lambda place: told.append("heard"))
    table.opened.connect(lambda place: told.append("opened"))
    table.asked.connect(lambda place, at: told.append("asked"))
    for column in (Column.PLAY, Column.SPOKEN, Column.MORE):
        at = table.visualRect(table.model().index(0, column)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told == ["heard", "opened", "asked"]


def test_columns_fill_every_width(table: FormTable) -> None:
    table.show_rows((a_row(1),))
    for width in (784, 852, 1300):
        table.resize(width, 400)
        assert sum(table.columnWidth(column) for column in range(7)) == table.viewport().width()
        assert table.columnWidth(Column.SPOKEN) >= 100


@pytest.mark.parametrize(
    "form",
    ["A" * 5000, "<b>KPU</b><img src=x>", "كوفيد", "\u202egnirts", "a\u0300" * 800, "&amp;", "🙂" * 900],
    ids=["long", "markup", "arabic", "override", "combining", "entity", "astral"],
)
def test_a_hostile_form_stays_inside_its_cell(table: FormTable, form: str) -> None:
    table.show_rows((a_row(1, "KPU", "ka pe u"), a_row(2, "BPS", "be pe es")))
    plain = table.viewport().grab().toImage()
    table.show_rows((a_row(3, form, form), a_row(2, "BPS", "be pe es")))
    drawn = table.viewport().grab().toImage()
    assert table.model().index(0, Column.WRITTEN).data() == form
    # Neither the cells beside it nor the row under it are touched.
    written = table.visualRect(table.model().index(0, Column.SPOKEN))
    assert part(plain, written.right() + 1, 0, 300, 40) == part(drawn, written.right() + 1, 0, 300, 40)
    assert part(plain, 0, 40, 852, 40) == part(drawn, 0, 40, 852, 40)
    assert part(plain, 40, 0, 160, 40) != part(drawn, 40, 0, 160, 40)


def part(image: QImage, x: int, y: int, width: int, height: int) -> QImage:
    return image.copy(x, y, width, height)


def test_a_point_in_the_editor_is_no_cell(table: FormTable) -> None:
    table.show_rows((a_row(1), a_row(2)))
    editor = Editor()
    table.open_under(0, editor)
    assert table.indexAt(QPoint(200, 20)).row() == 0
    assert not table.indexAt(QPoint(200, 60)).isValid()
