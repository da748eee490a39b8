"""The demo newsroom from the window: opened, made anew, taken away; what is told meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from newsdesk.errors import CannotSave, DemoIsOpen, NewsdeskError
from newsdesk.ui.components.news_line import NewsLine
from newsdesk.ui.demo_desk import DemoDesk
from newsdesk.ui.look import Look
from newsdesk.ui.main_window import MainWindow
from newsdesk.ui.stories.empty_page import EmptyPage
from newsdesk.ui.wording import sentence
from tests.ui.held_tasks import HeldTasks


@dataclass
class FakeDemo:
    """A demo newsroom without its files (the real one: tests/services/test_demo.py)."""

    there: bool = False
    failure: NewsdeskError | None = None
    made: list[str] = field(default_factory=list)

    def ready(self) -> str:
        if self.failure is not None:
            raise self.failure
        self.there = True
        self.made.append("contoh")
        return "contoh"

    def remove(self, opened: str) -> bool:
        if self.there and opened == "contoh":
            raise DemoIsOpen("contoh")
        was, self.there = self.there, False
        return was

    def rebuild(self, opened: str) -> str:
        self.remove(opened)
        return self.ready()


@pytest.fixture
def news(look: Look, qtbot) -> NewsLine:
    line = NewsLine(look)
    qtbot.addWidget(line)
    return line


def test_it_is_made_while_one_waits_opened_once_and_taken_away_when_closed(
    window: MainWindow, news: NewsLine, tasks
) -> None:
    demo, held = FakeDemo(), HeldTasks()
    desk = DemoDesk(held, news, lambda: demo, window.open, lambda: window.newsroom)
    window.open("Redaksi")
    desk.open()
    assert news.accessibleName() == "Contoh redaksi sedang disiapkan"
    desk.open()  # pressed again meanwhile
    held.let_go()
    assert demo.made == ["contoh"]
    assert window.newsroom.name == "contoh"
    assert not news.isVisibleTo(news.parentWidget())

    for command in desk.commands()[1:]:
        command.run()
        held.let_go()
        assert news.accessibleName() == sentence(DemoIsOpen("contoh"))
    assert demo.there
    window.open("Redaksi")
    desk.make_anew()
    held.let_go()
    assert (demo.made, window.newsroom.name) == (["contoh"] * 2, "contoh")
    window.open("Redaksi")
    for words in ("Contoh redaksi sudah dibuang", "Tidak ada contoh redaksi di komputer ini"):
        desk.remove()
        held.let_go()
        assert news.accessibleName() == words
    demo.failure = CannotSave("/profil", "disk penuh")
    desk.open()
    held.let_go()
    assert news.accessibleName() == sentence(demo.failure)
    assert window.newsroom.name == "Redaksi"


def test_the_empty_page_offers_it_by_card_and_key(look: Look, qtbot) -> None:
    page = EmptyPage(look)
    qtbot.addWidget(page)
    page.offer_demo()
    card = next(one for one in page.findChildren(type(page.focusProxy())) if "contoh" in one.accessibleName())
    assert card.accessibleName() == "Buka contoh redaksi"
    with qtbot.waitSignal(page.demo):
        card.click()
