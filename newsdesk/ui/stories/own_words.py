"""Takes words into the newsroom's own spelling, from the script; and out again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from newsdesk.i18n import _

if TYPE_CHECKING:
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.components.news_line import NewsLine
    from newsdesk.ui.tasks import Tasks


class OwnWords:
    """``changed`` is called when a word went in or out: scripts are to be looked at again."""

    def __init__(
        self,
        tasks: Tasks,
        news: NewsLine,
        changed: Callable[[], None],
        failed: Callable[[NewsdeskError], None],
    ) -> None:
        self._tasks = tasks
        self._news = news
        self._changed = changed
        self._failed = failed

    def learn(self, newsroom: Newsroom, word: str) -> None:
        """Let ``word`` be spelled so; a line of news says it and takes it back."""

        def forget() -> None:
            self._tasks.run(
                lambda: newsroom.checks.remove_word(word), lambda _settled: self._changed(), self._failed
            )

        def told() -> None:
            self._changed()
            words = _("“{word}” masuk kamus redaksi.").format(word=word)
            self._news.tell(words, icon="book-a", act=_("Urungkan"), run=forget, stays=True)

        self._tasks.run(lambda: newsroom.checks.add_word(word), lambda _settled: told(), self._failed)
