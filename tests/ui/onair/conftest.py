"""A reading with a real journal, a clock the test moves, and a sound output the test listens to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsdesk.domain.air_bulletin import AirBulletin
from newsdesk.paths import resources
from newsdesk.services.air_session import Session
from newsdesk.services.held_air import HeldAir
from newsdesk.storage.air_files import AirFolder
from newsdesk.ui.icons import Icons
from newsdesk.ui.look import Look
from newsdesk.ui.onair.air_view import AirView
from newsdesk.ui.onair.microphone import Microphone
from newsdesk.ui.theme import Theme
from newsdesk.ui.ticker import Ticker
from tests.airing import TwoClocks, air_bulletin
from tests.newsrooms import Building
from tests.services.air_desk import AirDesk


class HeardSound:
    """A sound output: what it played, and its answers when the test gives them."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.at = 0
        self.ended: Callable[[], None] = lambda: None
        self.failed: Callable[[str], None] = lambda _why: None

    def prepare(self, path: str) -> None:
        pass

    def play(self, path: str, ended: Callable[[], None], failed: Callable[[str], None]) -> None:
        self.heard.append(path)
        self.at = 0
        self.ended, self.failed = ended, failed

    def stop(self) -> None:
        self.heard.append("")

    def played_ms(self) -> int:
        return self.at


class Studio:
    """One announcer at one computer."""

    def __init__(self, folder: Path, look: Look) -> None:
        self.look = look
        self.clock = TwoClocks()
        self.files = AirFolder(folder)
        self.held = HeldAir(self.files, None, self.clock.now, self.clock.ticks)
        self.sound = HeardSound()
        self.ticker = Ticker(lambda: self.clock.now().astimezone(UTC))
        self.left: list[bool] = []
        self.view: AirView | None = None
        self.session: Session | None = None

    def microphone(self, air: AirBulletin | int = 3, *, practice: bool = False) -> Microphone:
        """Begin to read a bulletin, every line of the log written at once."""
        bulletin = air_bulletin(air) if isinstance(air, int) else air
        self.session = self.held.begin(bulletin, practice=practice)
        return Microphone(self.session, lambda work: work(), practice=practice)

    def show(
        self, air: AirBulletin | int = 3, size: tuple[int, int] = (1440, 900), *, practice: bool = True
    ) -> AirView:
        """Open the announcer's screen of that size; practice waits for a key, as on air it does not."""
        microphone = self.microphone(air, practice=practice)
        self.view = AirView(self.look, microphone, self.sound, self.ticker, size=42)
        self.view.left.connect(self.left.append)
        self.view.resize(*size)
        self.view.show()
        QApplication.processEvents()
        QApplication.processEvents()
        return self.view

    def press(self, *keys: str) -> None:
        """Press keys, named as in the one list of shortcuts."""
        from PySide6.QtGui import QKeySequence

        assert self.view is not None
        for key in keys:
            pressed = QKeySequence(key)[0]
            QTest.keyClick(self.view, pressed.key(), pressed.keyboardModifiers())

    def pass_by(self, seconds: float) -> None:
        """Let time go by, and the clocks of the screen tell it."""
        self.clock.pass_by(seconds)
        self.ticker.tick.emit(self.ticker.now())

    @property
    def log(self) -> list[tuple[str, str]]:
        """What the journal has of every item: which, and how it ended."""
        assert self.session is not None
        return [
            (line.item.slug, line.outcome.value if line.outcome else "") for line in self.session.log().lines
        ]

    def close(self) -> None:
        """Go."""
        self.ticker.stop()
        if self.view is not None:
            self.view.hide()
            self.view.deleteLater()
        self.held.close()


@pytest.fixture(params=["dark"])
def air_look(request: pytest.FixtureRequest, qapp: QApplication) -> Look:
    """The look of the announcer's screen: a theme of its own, dark."""
    theme = Theme(resources() / "themes", request.param)
    return Look(theme, Icons(theme))


@pytest.fixture
def studio(tmp_path: Path, air_look: Look) -> Iterator[Studio]:
    """An announcer at a computer."""
    studio = Studio(tmp_path, air_look)
    yield studio
    studio.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[AirDesk]:
    """A newsroom in a file, with bulletins ready for the microphone."""
    building = Building("Redaksi", tmp_path / "profile")
    desk = AirDesk(building.desk())
    yield desk
    desk.on_air.close()
    building.close()
