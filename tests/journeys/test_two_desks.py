"""One story at two desks, the whole way: read along, taken over, saved too late, restored, and no word lost.

Two windows of the real program on one newsroom, with its threads, on both kinds of database.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from newsdesk.domain.story import Script
from newsdesk.paths import Paths
from newsdesk.services.newsroom import Newsroom
from newsdesk.settings import Settings
from newsdesk.ui.look import Look
from newsdesk.ui.preferences import Preferences
from newsdesk.ui.stories.stories_page import StoriesPage
from newsdesk.ui.tasks import Tasks
from tests.ui.conftest import _themes, icons, look, theme  # noqa: F401 - the program's own look
from tests.ui.stories.two_windows import history, opened, type_at_end, window

BEGUN = "Hujan turun di Blitar."
WAIT_MS = 20_000


class Desk:
    """A window and the newsroom behind it."""

    def __init__(self, page: StoriesPage, newsroom: Newsroom, qtbot: QtBot) -> None:
        self.page = page
        self.newsroom = newsroom
        self._qtbot = qtbot

    @property
    def body(self) -> str:
        return self.page.pane.editor.text.body

    @property
    def reads(self) -> bool:
        return self.page.colleagues.lock.reading.on

    @property
    def chooses(self) -> bool:
        return self.page.colleagues.conflict.is_open

    def open(self, story: int) -> None:
        self.page.open_story(story)
        self._qtbot.waitUntil(
            lambda: self.page.desk.story is not None and self.page.desk.story.id == story, timeout=WAIT_MS
        )

    def beat(self) -> None:
        """Give the next sign of life now."""
        self.page.colleagues.lock.beat()

    def wait(self, condition) -> None:
        self._qtbot.waitUntil(condition, timeout=WAIT_MS)


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest) -> str:
    return "Redaksi" if request.param == "sqlite" else request.getfixturevalue("postgres_address")


@pytest.fixture
def desks(where: str, qtbot: QtBot, look: Look, tmp_path: Path) -> Iterator[tuple[Desk, Desk]]:  # noqa: F811
    """Dewi's and Bagas's, each with lanes of its own; on a server at computers of their own."""
    computers = [Paths(tmp_path / ("same" if where == "Redaksi" else name)) for name in ("dewi", "bagas")]
    lanes = [Tasks(), Tasks()]
    for computer in computers:
        computer.make()
    with (
        opened(computers[0], where, "dewi", "Dewi") as hers,
        opened(computers[1], where, "bagas", "Bagas") as his,
    ):
        with (
            window(qtbot, look, lanes[0], Preferences(Settings(), lambda _kept: None), hers) as dewi,
            window(qtbot, look, lanes[1], Preferences(Settings(), lambda _kept: None), his) as bagas,
        ):
            yield Desk(dewi, hers, qtbot), Desk(bagas, his, qtbot)
        assert [lane.close() for lane in lanes] == [True, True]


def test_a_story_goes_through_two_hands_and_every_word_can_be_found(desks: tuple[Desk, Desk]) -> None:
    dewi, bagas = desks
    story = dewi.newsroom.drafting.new(Script(slug="HUJAN", body=BEGUN)).id

    dewi.open(story)
    type_at_end(dewi.page, " Jalan tergenang.")
    bagas.open(story)
    bagas.wait(lambda: bagas.reads)
    bagas.wait(lambda: bagas.body == BEGUN + " Jalan tergenang.")
    type_at_end(dewi.page, " Warga siaga.")
    bagas.wait(lambda: bagas.body.endswith(" Warga siaga."))

    bagas.page.colleagues.lock.take_over()
    bagas.wait(lambda: not bagas.reads)
    assert bagas.body == BEGUN + " Jalan tergenang. Warga siaga."
    type_at_end(bagas.page, " Polisi berjaga.")
    type_at_end(dewi.page, " Pompa dikirim.")
    dewi.beat()
    dewi.wait(lambda: dewi.chooses)
    assert "Bagas mengambil alih" in dewi.page.pane.news.sentence

    dewi.page.colleagues.conflict.use_mine()
    dewi.wait(lambda: dewi.reads)
    bagas.page.desk.save()
    bagas.wait(lambda: bagas.chooses)
    assert bagas.body.endswith(" Polisi berjaga.")
    bagas.page.colleagues.conflict.use_theirs()
    bagas.wait(lambda: not bagas.chooses and bagas.body.endswith(" Pompa dikirim."))
    dewi.wait(lambda: dewi.body == bagas.body)

    type_at_end(bagas.page, " Belum disimpan.")
    bagas.page.history.restore(1)
    bagas.wait(lambda: bagas.body == BEGUN)
    dewi.wait(lambda: dewi.body == BEGUN)
    bagas.page.desk.begin()
    dewi.wait(lambda: not dewi.reads)
    type_at_end(dewi.page, " Selesai.")
    dewi.page.desk.save()
    dewi.wait(lambda: not dewi.page.desk.autosave.unsaved)

    flooded, ready, pumps = " Jalan tergenang.", " Warga siaga.", " Pompa dikirim."
    dewi.wait(lambda: len(history(dewi.newsroom, story)) == 8)
    assert history(dewi.newsroom, story) == [
        ("Dewi", "saved", BEGUN + " Selesai."),
        ("Bagas", "restored", BEGUN),
        ("Bagas", "saved", BEGUN + flooded + ready + pumps + " Belum disimpan."),
        ("Bagas", "restored", BEGUN + flooded + ready + pumps),
        ("Bagas", "saved", BEGUN + flooded + ready + " Polisi berjaga."),
        ("Dewi", "saved", BEGUN + flooded + ready + pumps),
        ("Dewi", "taken_over", BEGUN + flooded + ready),
        ("Dewi", "saved", BEGUN),
    ]
