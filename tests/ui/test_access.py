"""Every control can be found and read: by screen readers through the accessibility tree, by eyes at 150 %.

The real window on a newsroom with a little of everything, page by page and section by section.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QWidget,
)
from pytestqt.qtbot import QtBot

from newsdesk.app import build_newsroom, build_window
from newsdesk.domain.attribution import Source
from newsdesk.domain.blocks import MARK, Clip, Note
from newsdesk.domain.rundown import ItemKind, Rundown, RundownItem
from newsdesk.domain.story import Script
from newsdesk.paths import Paths
from newsdesk.services.newsroom import Newsroom
from newsdesk.settings import Settings
from newsdesk.ui.components.field import Field
from newsdesk.ui.components.news_line import NewsLine
from newsdesk.ui.look import Look
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.onair.air_table import AirTable
from newsdesk.ui.onair.column_parts import OverPart
from newsdesk.ui.onair.foot_line import FootLine, Telling
from newsdesk.ui.paper.about import AboutBulletin
from newsdesk.ui.paper.sheet import PaperSheetDialog
from newsdesk.ui.people.sign_in import SignIn
from newsdesk.ui.stories.approval_banner import ApprovalBanner
from newsdesk.ui.stories.lock_banner import LockBanner
from newsdesk.ui.tasks import Tasks
from tests.services.reviewers import approve

_Role = QAccessible.Role
CONTROLS = {
    *(_Role.Button, _Role.ButtonMenu, _Role.ButtonDropDown, _Role.CheckBox, _Role.RadioButton, _Role.Link),
    *(_Role.EditableText, _Role.ComboBox, _Role.SpinBox, _Role.Slider, _Role.PageTab),
    *(_Role.List, _Role.ListItem, _Role.Table, _Role.Cell, _Role.Tree, _Role.TreeItem),
}
AT_150 = (QSize(1280, 720), QSize(1366 * 2 // 3, 484))
"""What 1920 x 1080 and a small laptop have left at 150 %, in the window's own pixels.

Qt makes every letter and every measure larger by the same factor; what shrinks is the room for them.
"""
_CHEVRON = 30
_TWO_LINES = 40
"""A head of two lines is read as one: the headline may come before the airtime over it."""


def script() -> Script:
    body = f"Pemkot Blitar menggelar upacara 17-an. Inflasi 2,65 persen.\n{MARK}\n{MARK}\nBPS mencatatnya."
    return Script("UPACARA", "Upacara di kantor", body=body, blocks=(Clip("wawancara"), Note("pelan")))


def furnish(newsroom: Newsroom) -> None:
    """Put a little of everything into an empty newsroom."""
    newsroom.sources.add(Source("Santoso", "Wali Kota", "Pemkot Blitar"))
    newsroom.desks.add("Kota")
    story = newsroom.drafting.new(script())
    handed = newsroom.handing_in.submit(story.id, story.version, story.script)
    approve(newsroom, story.id, handed.version, handed.revision)
    newsroom.drafting.new(Script("DRAF", body="Belum selesai, kata KPK."))
    bulletins = newsroom.bulletins
    opened = bulletins.create(None, datetime.now(UTC) + timedelta(hours=1), "Warta Siang", 900_000)
    state = bulletins.state(story.id)
    assert state is not None
    rows = (
        RundownItem(bulletins.new_id(), ItemKind.JINGLE, "PEMBUKA", planned_ms=20_000),
        bulletins.row_of(state, opened),
    )
    bulletins.keep(opened.bulletin.id, opened.bulletin.version, Rundown(items=rows))


@pytest.fixture(scope="module")
def window(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """The program on such a newsroom; every page has been shown once."""
    paths = Paths(tmp_path_factory.mktemp("access") / "profile")
    paths.make()
    newsroom = build_newsroom(paths, "Redaksi")
    furnish(newsroom)
    newsroom.close()
    window = build_window(qapp, paths, Settings())
    window.open("Redaksi")
    window.show()
    shown: list[bool] = []
    window.newsroom_shown.connect(lambda: shown.append(True))
    wait(qapp, lambda: bool(shown))
    for page in window._pages:
        window.show_page(page)
    settle(qapp, window)
    yield window
    window.close()
    for tasks in qapp.findChildren(Tasks):
        tasks.close()
        tasks.setParent(None)


def wait(qapp: QApplication, condition: Callable[[], bool]) -> None:
    while not condition():
        qapp.processEvents()


def settle(qapp: QApplication, window: MainWindow) -> None:
    """Let everything that was asked on the database's lane be answered."""
    answered: list[bool] = []
    for _round in range(2):  # an answer may ask again
        answered.clear()
        window._tasks.run(lambda: None, lambda _nothing: answered.append(True), lambda _error: None)
        wait(qapp, lambda: bool(answered))
    qapp.processEvents()


def places(window: MainWindow) -> Iterator[str]:
    """Show every page and every section of Atur in turn, and name it."""
    for page in window._pages:
        if page == "page.settings":
            for section, _words in window._settings_page.sections():
                window.show_settings(section)
                yield section
        else:
            window.show_page(page)
            yield page


def nameless(top: QWidget) -> list[str]:
    """Return the visible controls, and whatever else takes the keyboard, without a name or with a bad one."""
    found: list[str] = []

    def walk(one: QAccessibleInterface, inside: str) -> None:
        thing = one.object()
        if one.state().invisible and thing is not top:
            return
        kind = type(thing).__name__ if thing is not None else one.role().name
        takes_keyboard = isinstance(thing, QWidget) and bool(thing.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if (one.role() in CONTROLS or takes_keyboard) and not one.text(QAccessible.Text.Name).strip():
            found.append(f"{kind} in {inside}")
        if one.text(QAccessible.Text.Description).startswith("<"):
            found.append(f"{kind} in {inside}: markup is read aloud")
        for at in range(one.childCount()):
            child = one.child(at)
            if child is not None and child.isValid():
                walk(child, kind)

    walk(QAccessible.queryAccessibleInterface(top), "")
    return found


def too_small(top: QWidget) -> list[str]:
    """Return the visible controls and labels that cut their own words off."""
    found: list[str] = []
    for one in top.findChildren(QWidget):
        if one.visibleRegion().isEmpty():
            continue
        size, hint = one.size(), one.sizeHint()
        if isinstance(one, QAbstractButton) and one.text() and _is_fixed(one):
            cut = size.width() < hint.width() or size.height() < hint.height()
        elif isinstance(one, QLabel) and one.text() and one.wordWrap():
            cut = size.height() < one.heightForWidth(size.width())
        elif isinstance(one, QLabel) and one.text() and not _elides(one):
            cut = size.width() < hint.width() or size.height() < hint.height()
        elif isinstance(one, QComboBox) and one.currentText():
            cut = size.width() < one.fontMetrics().horizontalAdvance(one.currentText()) + _CHEVRON
        elif isinstance(one, QLineEdit):
            cut = size.height() < one.fontMetrics().height()
        else:
            continue
        if cut:
            found.append(f"{type(one).__name__} {one.accessibleName() or _words(one)} {size} < {hint}")
    return found


def _is_fixed(one: QWidget) -> bool:
    return one.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed


def _elides(one: QLabel) -> bool:
    return one.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored


def _words(one: QWidget) -> str:
    return one.text() if isinstance(one, QLabel | QAbstractButton) else ""


@pytest.mark.parametrize("size", AT_150, ids=lambda size: f"{size.width()}x{size.height()}")
def test_every_control_of_every_page_has_a_name_and_room_for_its_words_at_150_percent(
    qapp, window: MainWindow, size: QSize
) -> None:
    window.resize(size)
    qapp.processEvents()
    assert window.size() == size
    seen: list[str] = []
    for place in places(window):
        settle(qapp, window)
        assert nameless(window) == [], place
        assert too_small(window) == [], place
        tables = [table for table in window.findChildren(AirTable) if table.isVisible()]
        assert not any(table.horizontalScrollBar().maximum() for table in tables), place
        seen.append(place)
    assert {"page.stories", "page.bulletins", "page.on_air", "page.lexicon", "person"} <= set(seen)


def stops(window: MainWindow, key: Qt.Key) -> list[QWidget]:
    """Return what Tab or Shift Tab comes to, from the button of the page being shown round to it again."""
    first = next(one for one in window._rail._buttons.values() if one.isChecked())
    first.setFocus()
    found: list[QWidget] = []
    while len(found) < 200:
        found.append(QApplication.focusWidget())
        QTest.keyClick(found[-1], key)
        if QApplication.focusWidget() is first:
            return found
    raise AssertionError(f"Tab never comes back, at last to {found[-3:]}")


def test_tab_comes_to_every_control_in_the_order_that_one_reads_and_back(
    qapp: QApplication, window: MainWindow
) -> None:
    window.resize(1440, 900)
    window.activateWindow()
    for place in places(window):
        if place == "voice":  # which voices there are comes whenever the machine has answered
            continue
        settle(qapp, window)
        there, back = stops(window, Qt.Key.Key_Tab), stops(window, Qt.Key.Key_Backtab)
        assert there == [there[0], *reversed(back[1:])], place
        boxes = [QRect(one.mapTo(window, QPoint()), one.size()) for one in there[1:]]
        for (one, box), (other, below) in pairwise(zip(there[1:], boxes, strict=True)):
            beside = box.right() < below.left() or below.right() < box.left()
            assert beside or below.bottom() > box.top() - _TWO_LINES, (place, one, other)


def test_what_stands_over_the_window_has_names_and_room_too(
    qapp, window: MainWindow, look: Look, qtbot: QtBot
) -> None:
    window.resize(AT_150[0])
    window.show_palette()
    settle(qapp, window)
    assert nameless(window) == []
    window._palette.dismiss()
    window.show_help()
    qapp.processEvents()
    assert nameless(window) == []
    assert too_small(window) == []
    window._help.dismiss()
    cover = SignIn(look, "Mahardhika FM", "Asia/Jakarta")
    sheet = PaperSheetDialog(look, AboutBulletin(1, "Warta Siang 11.00"), None, None)
    for over in (cover, sheet):
        qtbot.addWidget(over)
        over.show()
    cover.resize(AT_150[0])
    for told in (lambda: cover.ask("Redaksi"), lambda: cover.ask_again("Dewi Lestari")):
        told()
        cover.refuse("Nama masuk atau kata sandi tidak cocok. Coba lagi dalam 20 detik.", 20)
        qapp.processEvents()
        assert nameless(cover) == []
        assert too_small(cover) == []
    assert nameless(sheet) == []
    assert too_small(sheet) == []


def test_what_happens_elsewhere_is_said_aloud_but_no_seconds_are_counted(
    look: Look, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[tuple[str, bool]] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(
                (event.message(), event.politeness() is QAccessible.AnnouncementPoliteness.Assertive)
            )

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    news, strip, field, over = NewsLine(look), FootLine(look), Field(look, "Nama"), OverPart(look)
    banner, lock = ApprovalBanner(look), LockBanner(look)
    for one in (news, strip, field, over, banner, lock):
        qtbot.addWidget(one)
    news.tell("BANJIR disetujui, revisi 2.", act="Naskah berikutnya")
    for seconds in (10, 9, 8):
        news.tell(f"Belum tersimpan, mencoba lagi {seconds} dtk", token="temuan", about="away")
    for page in (1, 2):
        news.tell(f"Mencetak halaman {page} dari 2", done=page / 2)
    strip.tell(Telling("zap", "Kilat, baca berikutnya: GEMPA", "A", "sudah dilihat", urgent=True))
    strip.tell(None)
    field.set_wrong("Tulis nama masuk Anda")
    field.set_wrong("")
    close = datetime.now(UTC)
    for over_ms in (1_000, 2_000, 25_000, 26_000, -25_000):
        over.tell(over_ms, 5_000, close)
    for _again in range(2):
        banner.tell("Berubah setelah disetujui Dewi, 10.04.", "Lihat perubahan", icon="x", token="ubah")
        lock.tell("Dewi sedang menulis naskah ini sejak 09.58")
    assert heard == [
        ("BANJIR disetujui, revisi 2. Naskah berikutnya", False),
        ("Belum tersimpan, mencoba lagi 10 dtk", True),
        ("Mencetak halaman 1 dari 2", False),
        ("Kilat, baca berikutnya: GEMPA. A sudah dilihat", True),
        ("Tulis nama masuk Anda", False),
        ("+0:25 lebih", False),
        ("−0:25 kurang", False),
        ("Berubah setelah disetujui Dewi, 10.04. Lihat perubahan", False),
        ("Dewi sedang menulis naskah ini sejak 09.58", False),
    ]
