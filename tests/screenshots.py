"""Pictures of the real program for the documents (``make screenshots``), into docs/screenshots/.

The window stands on a virtual screen and is used by keyboard as a reporter would; copy of our own, so that
the pictures can be given away with the program.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from tests.xvfb import virtual_screen

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "screenshots"

RELEASE = """Harga cabai rawit di Blitar naik 12,5 persen

Blitar, Radio Penataran - Harga cabai rawit di Pasar Templek, Kota Blitar, naik 12,5 persen menjadi \
Rp87.500 per kilogram, Jumat (17/1). Kenaikan terjadi sejak hari ke-3 tahun 2025, setelah hujan turun.

Kepala Dinas Perindustrian dan Perdagangan Kota Blitar, Haryo Sisworo, mengatakan pasokan dari Kecamatan \
Wlingi turun 40 persen. "Kami menggelar pasar murah di 21 kelurahan mulai pukul 08.00 WIB, Senin depan," \
kata Haryo.

Menurut BPS, inflasi Kota Blitar pada Desember 2024 sebesar 0,44 persen. Angka itu lebih tinggi daripada \
November, 0,30 persen. Pemkot menyiapkan Rp1,5 miliar dari APBD untuk subsidi ongkos angkut.

Seorang pedagang, Tjutjuk Harijani (52), berharap harga turun sebelum 17 Februari. "Pembeli sekarang cuma \
ambil 2 ons," ujarnya. Sinta Ayu - Radio Penataran
"""


MENTIONS = {
    "ANGGARAN-PERUBAHAN": "APBD perubahan dibahas DPRD pekan ini. BPS dan OPD diundang.",
    "PUSKESMAS-ANTREAN": "RSUD dan DPRD membahas antrean. ASN di OPD diminta membantu.",
    "AIR-BERSIH": "PDAM memasang pipa baru. APBD menanggung biayanya, kata DPRD.",
}
"""Stories that the forms of the lexicon stand in."""


def main() -> int:
    """Take every picture; each theme in a process of its own, as the program is one per process."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with virtual_screen(1440, 900) as display:
        for theme in ("light", "dark"):
            environment = {
                **os.environ,
                "DISPLAY": display,
                "QT_QPA_PLATFORM": "xcb",
                "PYTHONPATH": str(ROOT),
            }
            for what in ("writing", "airing"):
                command = [sys.executable, "-m", "tests.screenshots", theme, what]
                subprocess.run(command, env=environment, check=True)
    return 0


def wait(ms: int) -> None:
    """Let the program go on for so many milliseconds."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def until(condition: Callable[[], bool]) -> None:
    """Let the program go on until ``condition`` holds, 10 s at most."""
    for _ in range(400):
        if condition():
            return
        wait(25)
    raise RuntimeError("the program did not come to the picture")


def take_writing(theme: str) -> int:
    """Use the program in one theme as a reporter does and take its pictures."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QWidget

    from newsdesk import app, settings
    from newsdesk.domain.story import Script
    from newsdesk.paths import Paths
    from newsdesk.ui.lexicon.view import LexiconView
    from newsdesk.ui.stories.offers_section import OffersSection
    from newsdesk.ui.stories.script_editor import ScriptEditor
    from tests.ui.lexicon.filled import CHECKED, fill

    with tempfile.TemporaryDirectory() as profile:
        paths = Paths(Path(profile))
        paths.make()
        settings.save(settings.Settings(theme=theme, station="Radio Penataran"), paths.settings_file)
        application, window = app.start(profile)
        control = Qt.KeyboardModifier.ControlModifier

        def focus() -> QWidget:
            return QApplication.focusWidget() or window

        def picture(name: str) -> None:
            wait(500)
            window.grab().save(str(FOLDER / f"{name}-{theme}.png"))

        shown: list[bool] = []
        window.newsroom_shown.connect(lambda: shown.append(True))
        window.resize(1440, 900)
        window.move(0, 0)
        window.show()
        window.activateWindow()
        until(lambda: bool(shown))
        picture("kosong")

        QGuiApplication.clipboard().setText(RELEASE)
        QTest.keyClick(focus(), Qt.Key.Key_V, control)
        until(lambda: window.findChild(ScriptEditor) is not None)
        editor = window.findChild(ScriptEditor)
        until(lambda: bool(editor.text.body))
        offers = window.findChild(OffersSection)
        until(lambda: offers.list.model().rowCount() > 0)
        picture("ditemukan")
        while (left := offers.list.model().rowCount()) > 0:
            offers.begin()
            QTest.keyClick(focus(), Qt.Key.Key_1)
            until(lambda left=left: offers.list.model().rowCount() < left)
        editor.setFocus()
        QTest.keyClick(editor, Qt.Key.Key_S, control)
        wait(300)
        cursor = editor.textCursor()
        cursor.clearSelection()
        editor.setTextCursor(cursor)
        word = editor.text.body.index("menggelar")
        sentence = (editor.text.body.rindex("Kami", 0, word), editor.text.body.index("Senin depan") + 11)
        editor.said_ground.show_said((word, word + len("menggelar")), sentence)
        picture("naskah")
        window.resize(1366, 768)
        picture("naskah-1366")
        window.resize(1440, 900)
        editor.said_ground.show_said(None, None)

        window.show_palette()
        QTest.keyClicks(focus(), "sim")
        picture("palet")
        QTest.keyClick(focus(), Qt.Key.Key_Escape)
        window.show_settings()
        picture("atur")

        newsroom = app.build_newsroom(paths)
        fill(newsroom, datetime.now(UTC))
        for slug, body in MENTIONS.items():
            newsroom.drafting.new(Script(slug, body=body))
        newsroom.close()
        QTest.keyClick(focus(), Qt.Key.Key_6, control)
        lexicon = window.findChild(LexiconView)
        model = lexicon.pane.table.model()
        until(lambda: model.rowCount() > len(CHECKED))
        picture("leksikon")
        places = [place for place in range(model.rowCount()) if model.index(place, 1).data() == "EPSS"]
        lexicon.pane.table.set_current(places[0])
        lexicon.pane.table.setFocus()
        QTest.keyClick(lexicon.pane.table, Qt.Key.Key_Return)
        picture("leksikon-ubah")
        window.resize(1366, 768)
        picture("leksikon-1366")
        window.resize(1440, 900)
        window.show_settings("house_style")
        picture("cara-baca")
        window.close()
        # The program's own end: it waits for what is still on its lanes.
        QTimer.singleShot(0, application.quit)
        application.exec()
    return 0


def take_airing(theme: str) -> int:
    """Use the demo newsroom as an editor and an announcer do and take its pictures."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QWidget

    from newsdesk import app, settings
    from newsdesk.paths import Paths
    from newsdesk.services.browsing import View
    from newsdesk.ui.onair.air_view import AirView

    with tempfile.TemporaryDirectory() as profile:
        paths = Paths(Path(profile))
        paths.make()
        settings.save(settings.Settings(theme=theme, air_theme=theme), paths.settings_file)
        application, window = app.start(profile, app.build_demo(paths).ready())
        control = Qt.KeyboardModifier.ControlModifier

        def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
            QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)
            wait(700)

        def picture(name: str, of: QWidget = window) -> None:
            wait(700)
            of.grab().save(str(FOLDER / f"{name}-{theme}.png"))

        shown: list[bool] = []
        window.newsroom_shown.connect(lambda: shown.append(True))
        window.resize(1440, 900)
        window.move(0, 0)
        window.show()
        window.activateWindow()
        until(lambda: bool(shown))
        wait(1500)
        changed = window.newsroom.browsing.stories(View.WAITING)[0]
        window.go_to_story(changed.id)
        wait(1500)
        press(Qt.Key.Key_J, control | Qt.KeyboardModifier.ShiftModifier)
        picture("tinjau")
        press(Qt.Key.Key_3, control)
        picture("buletin")
        window.resize(1366, 768)
        picture("buletin-1366")
        window.resize(1440, 900)
        press(Qt.Key.Key_4, control)
        picture("siaran-daftar")
        press(Qt.Key.Key_Return, control | Qt.KeyboardModifier.ShiftModifier)

        def screens() -> list[AirView]:
            return [w for w in application.topLevelWidgets() if isinstance(w, AirView) and w.isVisible()]

        until(lambda: bool(screens()))
        view = screens()[0]
        for _ in range(3):
            wait(700)
            QTest.keyClick(view, Qt.Key.Key_Return)
        picture("siaran", view)
        # The program's own end is not the matter here, and a reading holds it up by a question.
        sys.stdout.flush()
        os._exit(0)


if __name__ == "__main__":
    TAKE = {"writing": take_writing, "airing": take_airing}
    sys.exit(TAKE[sys.argv[2]](sys.argv[1]) if len(sys.argv) > 2 else main())
