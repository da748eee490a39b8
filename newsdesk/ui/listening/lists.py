"""The lists that the listening bar opens: voices, rates and speeds, volume."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from newsdesk.i18n import _, decimal
from newsdesk.ui.listening.bar import a_second

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

RATES = (270, 300, 330, 350, 370, 400, 430)
"""Syllables a minute offered in the bar; any other rate is written in Atur."""
SPEEDS = (80, 90, 100, 110, 120, 130, 150)
"""Percent of the announcer's rate. The engine itself speaks at the new rate, and the cache of sentences keeps
both. A stretch of the sound was tried with python-stretch 0.3.1 (Signalsmith Stretch, the best kept one with
wheels): at 1.3 it holds back 120 ms, takes 20 ms for a sentence that espeak says anew in 5 to 8 ms, and
softens the consonants (rise of the envelope at its steepest, over its mean: 1.1, against 2.0 said anew)."""
VOLUMES = (100, 80, 60, 40, 20, 0)


class VoiceLine(NamedTuple):
    """A voice in the list."""

    engine: str
    engine_name: str
    voice: str
    name: str


class Lists:
    """Opens one list at a time above its button: the bar is at the foot of the window."""

    def voices(
        self,
        button: QWidget,
        voices: Sequence[VoiceLine],
        now: tuple[str, str],
        choose: Callable[[VoiceLine], None],
        more: Callable[[], None] | None,
    ) -> None:
        """Offer the voices under the names of their engines; ``more`` leads to all of them."""
        menu, group = _menu(button)
        engine = ""
        for one in voices:
            if one.engine != engine:
                engine = one.engine
                menu.addSection(one.engine_name)
            first = not now[1] and one is next(other for other in voices if other.engine == engine)
            checked = one.engine == now[0] and (one.voice == now[1] or first)
            _add(menu, group, one.name, checked, partial(choose, one))
        if not voices:
            menu.addAction(_("Tidak ada suara Indonesia")).setEnabled(False)
        if more is not None:
            menu.addSeparator()
            menu.addAction(_("Semua suara…")).triggered.connect(partial(_run, more))
        _open(menu, button)

    def rates(
        self,
        button: QWidget,
        rate: int,
        speed: int,
        choose_rate: Callable[[int], None],
        choose_speed: Callable[[int], None],
    ) -> None:
        """Offer the announcer's rates, and how much faster or slower it is to be heard."""
        menu, group = _menu(button)
        menu.addSection(_("Laju penyiar"))
        for one in sorted({*RATES, rate}):
            words = _("{rate} suku kata/dtk").format(rate=a_second(one))
            _add(menu, group, words, one == rate, partial(choose_rate, one))
        menu.addSection(_("Kecepatan dengar"))
        speeds = QActionGroup(menu)
        for one in sorted({*SPEEDS, speed}):
            _add(menu, speeds, times(one), one == speed, partial(choose_speed, one))
        _open(menu, button)

    def volumes(self, button: QWidget, volume: int, choose: Callable[[int], None]) -> None:
        """Offer volumes."""
        menu, group = _menu(button)
        for one in sorted({*VOLUMES, volume}, reverse=True):
            words = _("{n}%").format(n=one) if one else _("Bisu")
            _add(menu, group, words, one == volume, partial(choose, one))
        _open(menu, button)

    def acts(self, button: QWidget, acts: Sequence[tuple[str, Callable[[], None]]]) -> None:
        """Offer things to do."""
        menu, _group = _menu(button)
        for words, run in acts:
            menu.addAction(words).triggered.connect(partial(_run, run))
        _open(menu, button)


def times(speed: int) -> str:
    """Write a speed in percent as a factor: 120 is "1,2×"."""
    return f"{decimal(speed / 100)}×"


def _menu(button: QWidget) -> tuple[QMenu, QActionGroup]:
    menu = QMenu(button)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu, QActionGroup(menu)


def _add(menu: QMenu, group: QActionGroup, words: str, checked: bool, run: Callable[[], None]) -> QAction:
    action = menu.addAction(words)
    action.setCheckable(True)
    action.setActionGroup(group)
    action.setChecked(checked)
    action.triggered.connect(partial(_run, run))
    return action


def _run(run: Callable[[], None], _checked: bool = False) -> None:
    run()


def _open(menu: QMenu, button: QWidget) -> None:
    menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 4)))
