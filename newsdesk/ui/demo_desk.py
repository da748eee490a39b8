"""Opening the demo newsroom, making it anew and taking it away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from newsdesk.i18n import _
from newsdesk.ui.commands import Command
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.demo import Demo
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.components.news_line import NewsLine
    from newsdesk.ui.tasks import Tasks

T = TypeVar("T")


class DemoDesk:
    """What is done with the demo newsroom from the empty page and the palette; making it takes seconds.

    ``make`` builds its service (on the database lane), ``open_newsroom`` opens one by its name, ``opened``
    gives the one that is open.
    """

    def __init__(
        self,
        tasks: Tasks,
        news: NewsLine,
        make: Callable[[], Demo],
        open_newsroom: Callable[[str], None],
        opened: Callable[[], Newsroom | None],
    ) -> None:
        self._tasks = tasks
        self._news = news
        self._make = make
        self._open = open_newsroom
        self._opened = opened
        self._busy = False

    def commands(self) -> list[Command]:
        """Return what can be done, for the palette."""
        return [
            Command("demo.open", _("Buka contoh redaksi"), "radio-tower", self.open),
            Command("demo.again", _("Buat ulang contoh redaksi"), "rotate-ccw", self.make_anew),
            Command("demo.remove", _("Buang contoh redaksi"), "trash-2", self.remove),
        ]

    def open(self) -> None:
        """Open the demo newsroom, made first if there is none."""
        self._run(lambda: self._make().ready(), self._made, _("Contoh redaksi sedang disiapkan"))

    def make_anew(self) -> None:
        """Make it as it was at first, and open it."""
        name = self._name()
        words = _("Contoh redaksi sedang dibuat ulang")
        self._run(lambda: self._make().rebuild(name), self._made, words)

    def remove(self) -> None:
        """Take it away."""
        name = self._name()
        self._run(lambda: self._make().remove(name), self._removed, _("Contoh redaksi sedang dibuang"))

    def _name(self) -> str:
        newsroom = self._opened()
        return newsroom.name if newsroom is not None else ""

    def _run(self, work: Callable[[], T], done: Callable[[T], None], meanwhile: str) -> None:
        if self._busy:
            return
        self._busy = True
        self._news.tell(meanwhile, icon="radio-tower", lasts=True)

        def answered(result: T) -> None:
            self._busy = False
            done(result)

        self._tasks.run(work, answered, self._failed)

    def _made(self, name: str) -> None:
        self._news.clear()
        newsroom = self._opened()
        if newsroom is None or newsroom.name != name:
            self._open(name)

    def _removed(self, removed: bool) -> None:
        words = (
            _("Contoh redaksi sudah dibuang") if removed else _("Tidak ada contoh redaksi di komputer ini")
        )
        self._news.tell(words, icon="trash-2")

    def _failed(self, error: NewsdeskError) -> None:
        self._busy = False
        self._news.tell(sentence(error), icon="circle-alert", token="temuan", stays=True)
