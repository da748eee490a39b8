"""In a newsroom without a story somebody asks who works here, and stands in nobody's way."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton

from newsdesk.domain.people import Mode
from newsdesk.services.newsroom import Newsroom
from newsdesk.ui.components.news_line import NewsLine
from newsdesk.ui.people.first_run import FirstRun
from newsdesk.ui.stories.empty_page import EmptyPage
from tests.ui.people.conftest import PASSWORD, RealNewsrooms


@pytest.fixture
def asked() -> list[str]:
    """Grows with what the panel asked of the window."""
    return []


@pytest.fixture
def news(look, qtbot) -> NewsLine:
    news = NewsLine(look)
    qtbot.addWidget(news)
    return news


@pytest.fixture
def newsroom(newsrooms: RealNewsrooms) -> Newsroom:
    return newsrooms.open("Redaksi")


@pytest.fixture
def panel(look, tasks, news, asked, newsroom, qtbot) -> FirstRun:
    panel = FirstRun(look, tasks, news, lambda: asked.append("several"), lambda: asked.append("settled"))
    page = EmptyPage(look)
    qtbot.addWidget(page)
    page.ask(panel)
    page.resize(700, 660)
    page.show()
    panel.opened(newsroom)
    yield panel
    page.close()


def test_one_person_is_settled_with_one_click_and_said_plainly(panel, asked, newsroom, news) -> None:
    assert panel.isVisible()
    panel.alone_button.click()
    assert newsroom.accounts.mode() is Mode.ALONE
    assert not panel.isVisible()
    assert "siapa pun yang membuka komputer ini" in news.sentence
    assert asked == ["settled"]


def test_several_people_lead_to_the_form_of_the_first_administrator(panel, asked, newsroom) -> None:
    panel.several_button.click()
    assert asked == ["several"]
    assert panel.isVisible()
    newsroom.accounts.begin_with("Dewi Lestari", "dewi", PASSWORD)
    panel.follow()
    assert not panel.isVisible()


def test_it_can_be_put_away_and_asks_again_another_time(panel, newsroom) -> None:
    panel.close_button.click()
    panel.follow()
    assert not panel.isVisible()
    assert newsroom.accounts.mode() is Mode.UNDECIDED
    panel.opened(newsroom)
    assert panel.isVisible()


def test_it_takes_no_keyboard_from_the_first_story(panel: FirstRun) -> None:
    page = panel.window()
    page.activateWindow()
    page.setFocus()
    assert page.focusProxy().accessibleName() == "Naskah baru"
    assert not panel.isAncestorOf(page.focusWidget())


def test_where_it_is_settled_nothing_is_asked(look, tasks, news, asked, newsroom, qtbot) -> None:
    newsroom.accounts.begin_alone("Ipang Harwoko")
    panel = FirstRun(look, tasks, news, lambda: None, lambda: None)
    qtbot.addWidget(panel)
    panel.opened(newsroom)
    assert not panel.isVisible()


def test_the_demo_newsroom_is_offered_only_where_there_is_one(look, qtbot) -> None:
    page = EmptyPage(look)
    qtbot.addWidget(page)
    page.show()
    assert "Buka contoh redaksi" not in _ways(page)
    page.offer_demo()
    demo = _ways(page)["Buka contoh redaksi"]
    with qtbot.waitSignal(page.demo):
        demo.click()


def _ways(page: EmptyPage) -> dict[str, QAbstractButton]:
    return {way.accessibleName(): way for way in page.findChildren(QAbstractButton)}
