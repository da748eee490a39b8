"""The history of the story on the desk: reading a revision, comparing two, going back to one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from newsdesk.domain.comparing_scripts import compare_scripts
from newsdesk.i18n import _
from newsdesk.ui.commands import Command
from newsdesk.ui.stories.history_section import kind_look, when
from newsdesk.ui.stories.versions_pane import Shown, ready
from newsdesk.ui.stories.versions_view import VersionsView
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from newsdesk.domain.rows import RevisionRow
    from newsdesk.domain.story import Revision, Script
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.drafting import OpenStory
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.inspector import Inspector
    from newsdesk.ui.stories.panes import Panes
    from newsdesk.ui.stories.script_pane import ScriptPane
    from newsdesk.ui.stories.story_desk import StoryDesk
    from newsdesk.ui.tasks import Tasks


_LONG = 500_000
"""Characters of both texts from which on comparing takes more than half a second."""
_COMPARING = "comparing"


class VersionsDesk(QObject):
    """Asks the newsroom for what Riwayat shows; failures go to ``tell``."""

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        pane: ScriptPane,
        inspector: Inspector,
        desk: StoryDesk,
        panes: Panes,
        now: Callable[[], datetime],
        tell: Callable[[NewsdeskError], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._pane = pane
        self._inspector = inspector
        self._desk = desk
        self._panes = panes
        self._now = now
        self._tell = tell
        self._newsroom: Newsroom | None = None
        self._story_id = 0
        self._asked = 0
        self._rows: dict[int, RevisionRow] = {}
        self.view = VersionsView(look, pane)
        self.view.hide()
        self.view.closed.connect(self.close)
        self.view.compare_wanted.connect(self._compare_with_now)
        self.view.restore_wanted.connect(self.restore)
        inspector.history.wanted.connect(self.read)
        inspector.history.compared.connect(self.compare)
        pane.header.read_aloud.connect(self._read_aloud)
        desk.laid_down.connect(self.close)
        desk.cleared.connect(self.close)

    def opened(self, newsroom: Newsroom) -> None:
        """Ask this newsroom from now on."""
        self._newsroom = newsroom

    def follow(self, story_id: int) -> None:
        """Show the history of the story on the desk; 0 for an empty sheet, which has none."""
        newsroom = self._newsroom
        if story_id != self._story_id:
            self._rows = {}
        self._story_id = story_id
        if newsroom is None or not story_id:
            return

        def found(revisions: Sequence[RevisionRow]) -> None:
            if self._story_id == story_id:
                self._rows = {row.number: row for row in revisions}
                self._inspector.show_revisions(revisions)

        self._tasks.run(lambda: newsroom.versions.revisions(story_id), found, self._tell)

    def commands(self) -> list[Command]:
        """Return what can be done here now."""
        return [
            Command("history", _("Riwayat revisi"), "history", self._go_to_list, when=self._has_history),
            Command(
                "history.since",
                _("Bandingkan dengan revisi terakhir"),
                "columns-2",
                lambda: self.compare([max(self._rows)]),
                detail=_("yang berubah sejak disimpan"),
                when=self._has_history,
            ),
        ]

    def _has_history(self) -> bool:
        return bool(self._story_id and self._rows)

    def _go_to_list(self) -> None:
        self._panes.show_inspector()
        self._inspector.open_section("history")
        self._inspector.history.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def is_open(self) -> bool:
        """Whether a revision stands in the script's place."""
        return not self.view.isHidden()

    def close(self, _story: OpenStory | None = None) -> None:
        """Show the script again."""
        self._asked += 1
        if self.is_open:
            self._panes.crowd(False, "versions")
            self._pane.lay_over(None)
            self.view.clear()

    def _read_aloud(self, aloud: bool) -> None:
        if aloud:
            self.close()

    # ------------------------------------------------------------ reading and comparing

    def read(self, number: int) -> None:
        """Show one revision, to read and to copy from."""

        def show(revision: Revision) -> None:
            def made(shown: Shown) -> None:
                self._open(crowded=False)
                title = self._title(revision.number)
                self.view.read(revision.number, shown, title, may_restore=self._may_restore(number))

            self._compare(revision.script, revision.script, made)

        self._fetch(number, show)

    def compare(self, numbers: Sequence[int]) -> None:
        """Show what became of a revision: in another one, or (one number) in what stands here now."""
        old = numbers[0]

        def with_now(revision: Revision) -> None:
            self._show_two(revision, self._desk.script(), _("sekarang"))

        def with_other(revision: Revision) -> None:
            self._fetch(numbers[1], lambda new: self._show_two(revision, new.script, self._title(new.number)))

        self._fetch(old, with_now if len(numbers) == 1 else with_other)

    def _compare_with_now(self, number: int) -> None:
        self.compare([number])

    def _show_two(self, old: Revision, new: Script, new_name: str) -> None:
        def made(shown: Shown) -> None:
            self._open(crowded=True)
            names = (self._title(old.number), _("Sekarang") if new_name == _("sekarang") else new_name)
            short = _("Revisi {n} dan {other}").format(n=old.number, other=new_name.split(",")[0].lower())
            self.view.compare_two(old.number, shown, short, names, may_restore=self._may_restore(old.number))

        self._compare(old.script, new, made)

    def _fetch(self, number: int, then: Callable[[Revision], None]) -> None:
        newsroom, story_id = self._newsroom, self._story_id
        if newsroom is None or not story_id:
            return
        self._asked += 1
        asked = self._asked

        def found(revision: Revision) -> None:
            if self._asked == asked:
                then(revision)

        self._tasks.run(lambda: newsroom.versions.revision(story_id, number), found, self._tell)

    def _compare(self, old: Script, new: Script, then: Callable[[Shown], None]) -> None:
        """Compare on a lane: megabytes take seconds, which are told; what is asked for meanwhile wins."""
        asked = self._asked
        if len(old.body) + len(new.body) > _LONG:
            self._pane.news.tell(_("Membandingkan…"), icon="columns-2", lasts=True, about=_COMPARING)

        def made(shown: Shown) -> None:
            self._pane.news.settle(_COMPARING)
            if self._asked == asked:
                then(shown)

        self._tasks.run(lambda: ready(compare_scripts(old, new)), made, self._tell, Lane.COPY)

    def _open(self, *, crowded: bool) -> None:
        self._panes.crowd(crowded, "versions")
        if not self.is_open:
            self._pane.lay_over(self.view)
        self.view.setFocus()

    def _title(self, number: int) -> str:
        row = self._rows.get(number)
        if row is None:
            return _("Revisi {n}").format(n=number)
        return _("Revisi {n}, {what}, {name}, {at}").format(
            n=number, what=kind_look(row.kind).words, name=row.by, at=when(row.at, self._now())
        )

    # ------------------------------------------------------------ going back

    def _may_restore(self, number: int) -> bool:
        newest = max(self._rows, default=0)
        return self._desk.autosave.follows and (number != newest or self._desk.autosave.unsaved)

    def restore(self, number: int) -> None:
        """Make an older revision's text the newest; what is typed and not saved becomes a revision before."""
        newsroom, story_id, edits = self._newsroom, self._story_id, self._desk.edits
        if newsroom is None or not story_id:
            return

        def restored(story: OpenStory) -> None:
            if self._desk.story is None or self._desk.story.id != story_id:
                return
            if self._desk.edits == edits:
                self._desk.show(story, keep_place=True)
            else:  # typed on meanwhile: those words are the newest
                self._desk.go_on_with(story)
            self._tell_restored(number, story)

        self._desk.autosave.change(
            lambda base, words: newsroom.versions.restore(story_id, base, number, words.script, words.at),
            restored,
            self._tell,
        )

    def _tell_restored(self, number: int, story: OpenStory) -> None:
        before = story.revision - 1
        self._pane.news.tell(
            _("Revisi {n} dipulihkan sebagai revisi {new}.").format(n=number, new=story.revision),
            icon="rotate-ccw",
            act=_("Urungkan"),
            run=lambda: self.restore(before),
            stays=True,
        )
