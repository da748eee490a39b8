"""Saving from the window: the dialog, the order, the news of how it goes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsdesk.errors import NothingToSay
from newsdesk.i18n import _
from newsdesk.ui.commands import Command
from newsdesk.ui.listening.passage import Passage
from newsdesk.ui.listening.save import HeardStory, Order, SoundSaver
from newsdesk.ui.listening.saved_files import SavedFiles
from newsdesk.ui.listening.saving_progress import SavingProgress
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.previewing import Voicing
    from newsdesk.services.sound_files import CutInfo, SavedStep
    from newsdesk.ui.components.news_line import NewsLine
    from newsdesk.ui.listening.bar import ListeningBar
    from newsdesk.ui.listening.player import Player
    from newsdesk.ui.listening.save_dialog import Chosen, SaveDialog
    from newsdesk.ui.look import Look
    from newsdesk.ui.preferences import Preferences


class Saving(QObject):
    """Asks, saves and tells; :attr:`files` knows what was made, and what of it is stale.

    ``voicing`` gives who speaks files, at the announcer's own rate.
    """

    def __init__(
        self,
        look: Look,
        preferences: Preferences,
        news: NewsLine,
        player: Player,
        bar: ListeningBar,
        saver: SoundSaver,
        voicing: Callable[[], Voicing],
    ) -> None:
        super().__init__(bar)
        self._look = look
        self._preferences = preferences
        self._news = news
        self._player = player
        self._bar = bar
        self._voicing = voicing
        self._newsroom: Newsroom | None = None
        self._about: Callable[[], HeardStory] = HeardStory
        self._asked: HeardStory = HeardStory()
        self.saver = saver
        self.ask: Callable[[SaveDialog], Chosen | None] = _ask
        self.files = SavedFiles(preferences, player, bar, lambda playout: self.save(playout=playout))
        self._progress = SavingProgress("")
        saver.went_on.connect(self._tell_progress)
        saver.saved.connect(self._saved)
        saver.failed.connect(self.offer_instead)
        saver.cancelled.connect(lambda: news.tell(_("Tidak jadi disimpan."), icon="undo-2"))

    def opened(self, newsroom: Newsroom) -> None:
        """Save with this newsroom's services."""
        self._newsroom = newsroom
        self.files.opened(newsroom.name)

    def closing(self) -> None:
        """Give up what is being saved: the newsroom is closing."""
        self.saver.cancel()
        self.files.opened("")
        self._newsroom = None

    def follow(self, about: Callable[[], HeardStory]) -> None:
        """Save the story that this tells of."""
        self._about = about
        self.files.follow(lambda: about().story)

    def commands(self) -> list[Command]:
        """Return what can be saved, for the palette and the keys."""
        return [
            Command(
                "listen.save",
                _("Simpan pratinjau…"),
                "audio-lines",
                partial(self.save, playout=False),
                "listen.save",
                when=self._can_save,
            ),
            Command(
                "listen.playout",
                _("Simpan untuk siar…"),
                "radio",
                partial(self.save, playout=True),
                when=self._can_save,
            ),
        ]

    def save(self, *, playout: bool = False) -> None:
        """Ask as what and where, then save the whole story."""
        from newsdesk.ui.listening.save_dialog import SaveDialog

        newsroom = self._newsroom
        if newsroom is None or self.saver.at_work:
            return
        if not any(one.words for one in self._player.sentences(Passage.STORY)):
            self._tell(NothingToSay())
            return
        self._asked = self._about()
        cut = self._cut(self._asked)

        def name_for(pattern: str, programme: str, kind: str) -> str:
            from newsdesk.audio.formats import SoundFormat
            from newsdesk.services.sound_files import Purpose

            purpose = Purpose.PLAYOUT if playout else Purpose.PREVIEW
            named = cut._replace(programme=programme)
            return newsroom.sound_files.name_for(pattern, named, SoundFormat(kind), purpose)

        dialog = SaveDialog(
            self._look, self._preferences, name_for, playout=playout, parent=self._bar.window()
        )
        chosen = self.ask(dialog)
        dialog.deleteLater()
        if chosen is not None:
            self._order(newsroom, chosen, cut, playout=playout)

    def offer_instead(self, error: NewsdeskError) -> None:
        """Tell a failure whose way out is to save a file, perhaps elsewhere, where a script is shown."""
        if self._script_shown:
            self._tell(error, _("Simpan pratinjau…"), self.save)
        else:
            self._tell(error)

    def _order(self, newsroom: Newsroom, chosen: Chosen, cut: CutInfo, *, playout: bool) -> None:
        from newsdesk.audio.formats import LoudnessTarget, SoundFormat, SoundSpec
        from newsdesk.services.sound_files import Notice, Place, Purpose

        place = Place(chosen.notice) if chosen.notice else Place.LEFT_OUT
        order = Order(
            self._player.sentences(Passage.STORY),
            self._voicing(),
            chosen.path,
            SoundSpec(SoundFormat(chosen.format), chosen.sample_rate, LoudnessTarget(chosen.loudness)),
            Purpose.PLAYOUT if playout else Purpose.PREVIEW,
            cut._replace(programme=chosen.programme),
            chosen.signed_by,
            Notice(place=place) if playout else None,
            chosen.say_preview,
            chosen.overwrite,
        )
        self._progress = SavingProgress(chosen.path.name)
        self._news.settle("save")  # the progress of the last one may have been put away
        self.saver.save(newsroom.sound_files, order)

    def _cut(self, story: HeardStory) -> CutInfo:
        from newsdesk.services.sound_files import CutInfo

        return CutInfo(
            title=story.title or story.slug,
            cut_id=str(story.story) if story.story else "",
            reporter=story.reporter,
            slug=story.slug,
            revision=story.revision,
            unsaved=story.unsaved,
            aired_from=story.airtime,
        )

    def _can_save(self) -> bool:
        return self._newsroom is not None and not self.saver.at_work and self._script_shown

    @property
    def _script_shown(self) -> bool:
        return not self._bar.isHidden()  # the window shows the bar under scripts, and nowhere else

    # ------------------------------------------------------------ news

    def _tell_progress(self, step: SavedStep) -> None:
        self._news.tell(
            self._progress.words(step),
            icon="audio-lines",
            act=_("Batal"),
            run=self.saver.cancel,
            lasts=True,
            about="save",
            done=step.done,
        )

    def _saved(self, order: Order) -> None:
        self._news.tell(_("Tersimpan: {path}").format(path=order.path), icon="check", token="setuju")
        self.files.remember(order, self._asked)

    def _tell(self, error: NewsdeskError, act: str = "", run: Callable[[], None] | None = None) -> None:
        stays = not isinstance(error, NothingToSay)
        self._news.tell(sentence(error), icon="circle-alert", token="temuan", act=act, run=run, stays=stays)


def _ask(dialog: SaveDialog) -> Chosen | None:
    return dialog.chosen if dialog.exec() else None
