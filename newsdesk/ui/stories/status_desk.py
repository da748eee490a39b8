"""Where stories stand: everything that moves them, by button, key, palette and the menu of the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from newsdesk.i18n import _, ngettext
from newsdesk.ui.commands import Command
from newsdesk.ui.shortcuts import keys_of
from newsdesk.ui.stories.away_desk import AwayDesk
from newsdesk.ui.stories.chosen_stories import ChosenStories, Target
from newsdesk.ui.stories.handing_desk import HandingDesk
from newsdesk.ui.stories.moved_news import MovedNews

if TYPE_CHECKING:
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.components.news_line import NewsLine
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.list_panel import ListPanel
    from newsdesk.ui.stories.script_pane import ScriptPane
    from newsdesk.ui.stories.story_desk import StoryDesk
    from newsdesk.ui.tasks import Tasks

Move = Callable[[Sequence[Target]], None]


class StatusDesk(QObject):
    """Connects what moves stories to the page; ``refill`` asks for the list again after a move."""

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        panel: ListPanel,
        pane: ScriptPane,
        desk: StoryDesk,
        news: NewsLine,
        refill: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel = panel
        self._chosen = ChosenStories(panel, pane, desk)
        self.news = MovedNews(news, self)
        self.handing = HandingDesk(look, tasks, desk, pane, self.news, self)
        self.away = AwayDesk(tasks, desk, self.news, self)
        self.news.changed.connect(refill)
        act = pane.header.act
        # The head's button is about the story under it, whatever is chosen in the list.
        act.submit.connect(lambda: self.handing.submit(self._chosen.on_desk()))
        act.withdraw.connect(lambda: self.handing.withdraw(self._chosen.on_desk()))
        act.restore.connect(lambda: self.away.restore(self._chosen.on_desk()))
        # In words and head only: Ctrl Enter is another act in the columns beside them.
        for widget in (pane.editor, pane.spoken, pane.header):
            self._bind(widget, "story.submit", "story.submit")
        for shortcut, command in (
            ("list.submit", "story.submit"),
            ("list.spike", "story.spike"),
            ("list.trash", "story.trash"),
            ("list.restore", "story.restore"),
            ("list.undo", "story.undo_move"),
        ):
            self._bind(panel.list, shortcut, command)
        panel.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        panel.list.customContextMenuRequested.connect(self._show_menu)

    def opened(self, newsroom: Newsroom) -> None:
        """Work in this newsroom from now on."""
        self.handing.opened(newsroom)
        self.away.opened(newsroom)

    def means(self, story_id: int) -> bool:
        """Whether it is this story, and no other, that a command would be about now."""
        return [target.id for target in self._chosen.targets()] == [story_id]

    def spike_on_desk(self) -> None:
        """Set the story on the desk aside, whatever is chosen in the list."""
        self.away.spike([target for target in self._chosen.on_desk() if target.may_be_spiked])

    def commands(self) -> list[Command]:
        """Return what can be done with the stories that are meant now."""
        targets = self._chosen.targets()
        detail = _which(targets)

        def command(
            name: str, words: str, icon: str, move: Move, fits: Callable[[Target], bool], keys: str = ""
        ) -> Command:
            those = [target for target in targets if fits(target)]
            return Command(
                name, words, icon, lambda: move(those) if those else None, keys, detail, lambda: bool(those)
            )

        handing, away = self.handing, self.away
        return [
            Command(
                "story.submit",
                _("Ajukan"),
                "send",
                lambda: handing.submit([target for target in targets if target.may_be_handed_in]),
                "story.submit",
                detail,
                # An empty sheet as well: it says what is missing.
                lambda: not targets or any(target.may_be_handed_in for target in targets),
            ),
            command(
                "story.withdraw",
                _("Tarik kembali"),
                "undo-2",
                handing.withdraw,
                lambda target: target.waits,
                "story.withdraw",
            ),
            command(
                "story.return",
                _("Kembalikan dengan catatan"),
                "corner-up-left",
                handing.send_back,
                lambda target: target.waits,
                "story.return",
            ),
            command(
                "story.spike",
                _("Sisihkan"),
                "circle-slash",
                away.spike,
                lambda target: target.may_be_spiked,
                "list.spike",
            ),
            command(
                "story.trash",
                _("Buang ke sampah"),
                "trash-2",
                away.trash,
                lambda target: not target.trashed,
                "list.trash",
            ),
            command(
                "story.restore",
                _("Pulihkan"),
                "archive-restore",
                away.restore,
                lambda target: target.put_away,
                "list.restore",
            ),
            Command(
                "story.undo_move",
                _("Urungkan pemindahan naskah"),
                "undo-2",
                self.news.undo,
                "list.undo",
                when=lambda: self.news.can_undo,
            ),
        ]

    def menu(self) -> QMenu:
        """Return the menu of the list: what can be done with the chosen stories, each with its keys."""
        menu = QMenu(self._panel.list)
        for command in self.commands():
            if command.when():
                action = menu.addAction(command.words)
                keys = "list.submit" if command.id == "story.submit" else command.shortcut
                action.setShortcut(QKeySequence(keys_of(keys)))
                action.triggered.connect(command.run)
        return menu

    def _show_menu(self, at: QPoint) -> None:
        if not self._panel.chosen:
            return
        self._panel.list.setFocus(Qt.FocusReason.MouseFocusReason)
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._panel.list.viewport().mapToGlobal(at))

    def _bind(self, owner: QWidget, shortcut: str, command: str) -> None:
        bound = QShortcut(QKeySequence(keys_of(shortcut)), owner)
        bound.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        bound.activated.connect(lambda: self._run(command))

    def _run(self, name: str) -> None:
        for command in self.commands():
            if command.id == name and command.when():
                command.run()


def _which(targets: Sequence[Target]) -> str:
    if len(targets) == 1:
        return targets[0].name
    return ngettext("{n} naskah", "{n} naskah", len(targets)).format(n=len(targets)) if targets else ""
