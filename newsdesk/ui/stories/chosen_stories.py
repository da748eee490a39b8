"""Which stories a command is about: those chosen in the list, or the one on the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from newsdesk.domain.story import StoryStatus
from newsdesk.ui.stories.story_rows import title

if TYPE_CHECKING:
    from newsdesk.ui.stories.list_panel import ListPanel
    from newsdesk.ui.stories.script_pane import ScriptPane
    from newsdesk.ui.stories.story_desk import StoryDesk


class Target(NamedTuple):
    """A story that something is to be done with, and where it stands; ``name`` is what to call it."""

    id: int
    name: str
    status: StoryStatus
    trashed: bool

    @property
    def may_be_handed_in(self) -> bool:
        """Whether it can wait for an editor."""
        return not self.trashed and self.status.may_become(StoryStatus.WAITING)

    @property
    def waits(self) -> bool:
        """Whether it waits for an editor."""
        return not self.trashed and self.status.waits

    @property
    def may_be_spiked(self) -> bool:
        """Whether it can be set aside."""
        return not self.trashed and self.status.may_become(StoryStatus.SPIKED)

    @property
    def put_away(self) -> bool:
        """Whether it was set aside or thrown away."""
        return self.trashed or self.status is StoryStatus.SPIKED


class ChosenStories(QObject):
    """Tells what a command is about.

    Several chosen stories are meant wherever one is; a single one in the list only while one works there.
    The palette and menus take the keyboard for a moment: where it was before counts. It goes with its panel.
    """

    def __init__(self, panel: ListPanel, pane: ScriptPane, desk: StoryDesk) -> None:
        super().__init__(panel)
        self._panel = panel
        self._pane = pane
        self._desk = desk
        self._in_list = False
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_moved)

    def targets(self) -> list[Target]:
        """Return the stories meant now, in the order of the list."""
        chosen = self._panel.chosen
        if len(chosen) > 1 or (chosen and self._in_list):
            rows = [self._panel.rows.row_at(self._panel.rows.row_of(story_id)) for story_id in chosen]
            return [Target(row.id, title(row), row.status, row.trashed) for row in rows]
        return self.on_desk()

    def on_desk(self) -> list[Target]:
        """Return the story on the desk; none for an empty sheet."""
        story = self._desk.story
        if story is None:
            return []
        header = self._pane.header
        name = header.slug.text().strip() or header.headline.text().strip()
        return [Target(story.id, name, story.status, story.trashed)]

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            return
        if now is self._panel.list:
            self._in_list = True
        elif self._pane.isAncestorOf(now):
            self._in_list = False
