"""Atur, Tag dan desk: named, merged, and put away for the whole newsroom."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from newsdesk.errors import NameTaken, NoName
from newsdesk.i18n import _, pgettext
from newsdesk.ui.settings.entries_editor import EntriesEditor
from newsdesk.ui.settings.live_section import LiveSection
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.domain.registers import Added, Archived, Entry, Merged, Renamed
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.look import Look
    from newsdesk.ui.tasks import Tasks


class TagsDesksSection(LiveSection):
    """Desks are made here; tags come with the stories that have them."""

    def __init__(self, look: Look, tasks: Tasks, changed: Callable[[], None]) -> None:
        super().__init__(
            look,
            _("Tag dan desk"),
            _("Berlaku di seluruh redaksi; nama baru tampil di semua naskah, juga yang lama."),
            tasks,
            changed,
        )
        self.desks = EntriesEditor(look, pgettext("section", "Desk"), "newspaper", new=_("Desk baru"))
        self.desks.empty.setText(_("Belum ada desk. Tulis namanya di bawah, misalnya Kota atau Olahraga."))
        self.tags = EntriesEditor(look, _("Tag"), "tag")
        self.tags.empty.setText(_("Belum ada tag. Tag dibuat di naskah, bagian Data."))
        self.desks.added.connect(self._add)
        self.desks.renamed.connect(self._rename_desk)
        self.desks.merged.connect(self._merge_desks)
        self.desks.archived.connect(self._archive)
        self.tags.renamed.connect(self._rename_tag)
        self.tags.merged.connect(self._merge_tags)
        for part in (self.news, self.desks, self.tags):
            self.add(part)

    def fill(self) -> None:
        """List desks and tags with their stories."""
        newsroom = self.newsroom
        if newsroom is None:
            return

        def show(answer: tuple[list[Entry], list[Entry]]) -> None:
            self.desks.show_entries(answer[0])
            self.tags.show_entries(answer[1])

        self.tasks.run(lambda: (newsroom.desks.list(), newsroom.tags.list()), show, self.tell)

    # ------------------------------------------------------------ desks

    def _add(self, name: str) -> None:
        newsroom = self._open()

        def said(change: Added) -> str:
            self.desks.clear_new()
            return _("Desk {name} ditambahkan").format(name=change.name)

        refused = partial(self._refused, self.desks, True)
        self.do(lambda: newsroom.desks.add(name), said, newsroom.desks.undo, refused)

    def _rename_desk(self, desk: Entry, name: str) -> None:
        newsroom = self._open()
        refused = partial(self._refused, self.desks, False)
        self.do(lambda: newsroom.desks.rename(desk, name), _renamed, newsroom.desks.undo, refused)

    def _merge_desks(self, keep: Entry, gone: Entry) -> None:
        newsroom = self._open()
        self.do(lambda: newsroom.desks.merge(keep, gone), _merged(keep, gone), newsroom.desks.undo)

    def _archive(self, desk: Entry) -> None:
        newsroom = self._open()

        def said(change: Archived) -> str:
            words = _("Desk {name} diarsipkan") if change.now else _("Desk {name} dipakai lagi")
            return words.format(name=desk.name)

        self.do(lambda: newsroom.desks.archive(desk, archived=not desk.archived), said, newsroom.desks.undo)

    # ------------------------------------------------------------ tags

    def _rename_tag(self, tag: Entry, name: str) -> None:
        newsroom = self._open()
        refused = partial(self._refused, self.tags, False)
        self.do(lambda: newsroom.tags.rename(tag, name), _renamed, newsroom.tags.undo, refused)

    def _merge_tags(self, keep: Entry, gone: Entry) -> None:
        newsroom = self._open()
        self.do(lambda: newsroom.tags.merge(keep, gone), _merged(keep, gone), newsroom.tags.undo)

    # ------------------------------------------------------------ inside

    def _open(self) -> Newsroom:
        assert self.newsroom is not None  # there are entries, or a field to add one, only in an open one
        return self.newsroom

    def _refused(self, editor: EntriesEditor, new: bool, error: NewsdeskError) -> None:
        if isinstance(error, NameTaken | NoName):
            editor.say_taken(sentence(error), new=new)
        else:
            self.tell(error)
            self.fill()


def _renamed(change: Renamed) -> str:
    return _("{before} sekarang bernama {after}").format(before=change.before, after=change.after)


def _merged(keep: Entry, gone: Entry) -> Callable[[Merged], str]:
    return lambda _change: _("{gone} digabung dengan {keep}").format(gone=gone.name, keep=keep.name)
