"""Nobody sees into a newsroom before signing in, and nobody's words are lost when another comes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QMenu, QWidget

from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.people.gate import Gate
from newsdesk.ui.people.idle import IdleWatch
from newsdesk.ui.people.place import PersonPlace
from newsdesk.ui.people.sign_in import SignIn
from tests.ui.fakes import FakePage
from tests.ui.people.conftest import PASSWORD, RANIS, RealNewsrooms


def everything_said(widget: QWidget) -> str:
    """Return every name, description and value that a screen reader finds from a window down."""
    found: list[str] = []

    def walk(interface) -> None:
        for text in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
            found.append(interface.text(text))
        for at in range(interface.childCount()):
            child = interface.child(at)
            if child is not None and child.isValid():
                walk(child)

    walk(QAccessible.queryAccessibleInterface(widget))
    return "\n".join(found)


def view(window: MainWindow) -> SignIn:
    return next(child for child in window.children() if isinstance(child, SignIn))


def sign_in(window: MainWindow, login: str, password: str) -> None:
    shown = view(window)
    QTest.keyClicks(shown.login.edit, login)
    QTest.keyClick(shown.login.edit, Qt.Key.Key_Return)
    QTest.keyClicks(shown.password.edit, password)
    QTest.keyClick(shown.password.edit, Qt.Key.Key_Return)


@pytest.fixture
def inside(signing_in, window: MainWindow, page: FakePage) -> MainWindow:
    """Dewi is signed in and has typed a word."""
    window.open("Redaksi")
    sign_in(window, "dewi", PASSWORD)
    page.widget().setPlainText("RAHASIA-REDAKSI")
    page.widget().setFocus()
    return window


def test_no_page_is_filled_before_somebody_has_signed_in(signing_in, window, page: FakePage, gate) -> None:
    window.open("Redaksi")
    assert page.newsroom is None
    assert gate.covered
    assert not page.widget().isVisible()
    assert view(window).login.edit.hasFocus()
    window._run_shortcut("story.new")
    assert page.ran == []

    sign_in(window, "dewi", PASSWORD)
    assert page.newsroom is not None
    assert page.newsroom.people.me().name == "Dewi Lestari"
    assert page.widget().isVisible()
    place = window.findChild(PersonPlace)
    assert place.isVisible()
    assert "Dewi Lestari" in place.accessibleName()


def test_a_wrong_password_is_told_with_the_wait_and_can_be_mended(signing_in, window, page, gate) -> None:
    window.open("Redaksi")
    sign_in(window, "dewi", "salah sekali ini")
    shown = view(window)
    assert "tidak cocok" in everything_said(shown)
    assert shown.password.text() == ""
    assert shown.login.text() == "dewi"
    assert shown.password.edit.hasFocus()
    for _again in range(2):
        QTest.keyClicks(shown.password.edit, "salah lagi saja")
        QTest.keyClick(shown.password.edit, Qt.Key.Key_Return)
    assert not shown.button.isEnabled()
    assert "dtk" in shown.button.text()
    assert page.newsroom is None


def test_behind_the_lock_nothing_can_be_read_by_eye_or_screen_reader(inside, page, gate, kept) -> None:
    assert "RAHASIA-REDAKSI" in everything_said(inside)
    dialog = QDialog(inside)
    dialog.open()
    menu = QMenu(inside)
    menu.addAction("RAHASIA-MENU")
    menu.popup(inside.mapToGlobal(inside.rect().center()))
    gate.lock()
    assert not menu.isVisible()
    assert kept
    assert not page.widget().isVisible()
    assert not dialog.isVisible()
    said = everything_said(inside)
    assert "RAHASIA-REDAKSI" not in said
    assert "Terkunci" in said
    assert "Dewi Lestari masuk di komputer ini" in said
    grabbed = inside.grab().toImage()
    assert grabbed.pixelColor(2, grabbed.height() - 2).alpha() == 255
    inside._run_shortcut("palette")
    assert gate.covered


def test_a_file_dialog_is_given_up_and_none_comes_over_the_lock_later(inside, page, gate, qtbot) -> None:
    # One of the system's own may be out of reach: it would stay, and whoever comes by reads and exports.
    assert QApplication.testAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    outer = QDialog(inside)
    outer.open()
    seen: list[list[str]] = []

    def locked() -> None:
        open_now = [one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog)]
        seen.append([one.windowTitle() for one in open_now if one.isVisible()])
        gate.lock()

    QTimer.singleShot(0, locked)
    name, _kind = QFileDialog.getSaveFileName(outer, "Ekspor bukti siaran", "bukti.zip", "ZIP (*.zip)")
    assert (seen, name) == ([["Ekspor bukti siaran"]], "")
    assert not outer.isVisible()
    # What a lane answers while nobody is here opens nothing over the lock either.
    later = QDialog(page.widget())
    opened: list[bool] = []
    later.finished.connect(lambda _result: opened.append(True))
    later.open()
    qtbot.waitUntil(lambda: bool(opened))
    assert not later.isVisible()
    assert gate.covered
    QTest.keyClicks(view(inside).password.edit, PASSWORD)
    QTest.keyClick(view(inside).password.edit, Qt.Key.Key_Return)
    assert not gate.covered
    free = QDialog(page.widget())
    free.open()
    qtbot.wait(20)
    assert free.isVisible()
    free.reject()


def test_the_same_person_finds_everything_as_it_was(inside: MainWindow, page: FakePage, gate: Gate) -> None:
    closings = page.closings
    gate.lock()
    shown = view(inside)
    QTest.keyClicks(shown.password.edit, PASSWORD)
    QTest.keyClick(shown.password.edit, Qt.Key.Key_Return)
    assert not gate.covered
    assert shown.password.text() == ""
    assert page.closings == closings
    assert page.widget().toPlainText() == "RAHASIA-REDAKSI"
    assert page.widget().hasFocus()


def test_another_person_comes_after_every_page_was_closed(inside: MainWindow, page: FakePage, gate) -> None:
    by: list[str] = []
    closing = page.closing
    page.closing = lambda: (by.append(page.newsroom.people.me().name), closing())  # type: ignore[method-assign]
    gate.lock()
    QTest.mouseClick(view(inside).other, Qt.MouseButton.LeftButton)
    assert by == ["Dewi Lestari"]
    assert gate.covered
    sign_in(inside, "rani", RANIS)
    assert not gate.covered
    assert page.newsroom.people.me().name == "Rani Puspita"
    assert "Rani Puspita" in inside.findChild(PersonPlace).accessibleName()


def test_nobody_is_sent_away_on_air_or_with_words_that_nothing_has_kept(inside, page: FakePage, gate) -> None:
    gate.busy = lambda: True
    gate.lock()
    gate.change_person()
    assert not gate.covered
    gate.busy = lambda: False
    page.unkept = True
    gate.change_person()
    assert page.closings == 0
    assert "belum tersimpan" in everything_said(inside)
    assert page.newsroom.people.me().name == "Dewi Lestari"


def test_what_was_shown_in_settings_goes_with_the_person(inside: MainWindow, gate: Gate) -> None:
    inside.show_settings("person")
    assert "rani: reporter" in everything_said(inside)
    assert "Tambah orang" in everything_said(inside)
    gate.change_person()
    assert "rani: reporter" not in everything_said(inside)
    sign_in(inside, "rani", RANIS)
    # The page is made anew, for somebody who may not change people.
    assert "Hanya administrator yang bisa mengubah orang." in everything_said(inside)
    shown = [button for button in inside.findChildren(QAbstractButton) if button.isVisible()]
    assert "Tambah orang" not in {button.accessibleName() for button in shown}


def test_another_newsroom_is_a_way_out_and_where_nobody_signs_in_it_opens_as_ever(
    signing_in, window: MainWindow, page: FakePage, newsrooms: RealNewsrooms, gate: Gate
) -> None:
    newsrooms.open("Pemilu")
    window.open("Redaksi")
    assert gate.covered
    window.open("Pemilu")
    assert page.newsroom.name == "Pemilu"
    assert not gate.covered
    assert window.findChild(PersonPlace).isHidden()


def test_caps_lock_is_told_before_a_password_goes_wrong(signing_in, window: MainWindow) -> None:
    window.open("Redaksi")
    field = view(window).password
    QTest.keyClick(field.edit, "A", Qt.KeyboardModifier.ShiftModifier)
    assert "Caps Lock" not in everything_said(view(window))
    QTest.keyClick(field.edit, "B")
    assert "Caps Lock menyala." in everything_said(view(window))
    QTest.keyClick(field.edit, "c")
    assert "Caps Lock" not in everything_said(view(window))


# ---------------------------------------------------------------- an idle desk


class Watched:
    """An idle watch on a clock that a test moves."""

    def __init__(self, application: QApplication) -> None:
        self.seconds = 1000.0
        self.on_air = False
        self.idles = 0
        self.watch = IdleWatch(application, lambda: self.on_air, lambda: self.seconds)
        self.watch.idle.connect(self._idle)

    def _idle(self) -> None:
        self.idles += 1

    def pass_(self, seconds: float) -> None:
        self.seconds += seconds
        self.watch.look()


@pytest.fixture
def watched(qapp: QApplication):
    watched = Watched(qapp)
    yield watched
    watched.watch.stop()


def test_a_desk_is_idle_when_nobody_touches_keys_or_pointer(watched: Watched, window: MainWindow) -> None:
    watched.watch.start(5)
    watched.pass_(299)
    assert watched.idles == 0
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    watched.pass_(299)
    assert watched.idles == 0
    watched.pass_(2)
    assert watched.idles == 1


def test_on_air_a_desk_is_never_idle_and_afterwards_it_is(watched: Watched, window: MainWindow) -> None:
    watched.watch.start(5)
    watched.on_air = True
    watched.pass_(3000)
    assert watched.idles == 0
    watched.on_air = False
    watched.pass_(31)
    assert watched.idles == 1


def test_no_minutes_are_never(watched: Watched) -> None:
    watched.watch.start(0)
    watched.pass_(100_000)
    assert watched.idles == 0
