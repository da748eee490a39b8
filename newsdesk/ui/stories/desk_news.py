"""What the desk tells in its line of news: what was recovered, what could not be kept, what is ready."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from newsdesk.i18n import _, clock
from newsdesk.ui.stories.history_section import when
from newsdesk.ui.stories.kept import Kept, State
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.drafting import OpenStory
    from newsdesk.ui.components.news_line import NewsLine

Act = Callable[[], None]
_HANDING = "handing in"
_RETURNED = "returned"


class DeskNews:
    """Makes the sentences; ``news`` shows them, ``now`` gives the zone of the newsroom's clock."""

    def __init__(self, news: NewsLine, now: Callable[[], datetime]) -> None:
        self._news = news
        self._now = now
        self._offline = False
        self._hand_in: Act | None = None
        self._recovery_told = False

    def tell_recovered(self, story: OpenStory, discard: Act) -> None:
        """Say that unsaved words are shown, and how to throw them away; without any, why it came back.

        Where somebody saved since, the line of news offers both texts instead.
        """
        self._news.clear()
        self._hand_in = None
        self._recovery_told = story.recovered_at is not None
        if story.recovered_at is None:
            self._tell_returned(story)
            return
        at = clock(story.recovered_at.astimezone(self._now().tzinfo))
        words = _("Dipulihkan: tulisan dari {at} yang belum disimpan.").format(at=at)
        self._news.tell(words, icon="undo-2", act=_("Buang"), run=discard, lasts=True, about="recovered")

    def _tell_returned(self, story: OpenStory) -> None:
        """Say with which note an editor sent the story back, until its next revision."""
        if story.kind == "returned" and story.status == "draft":
            at = when(story.revised_at, self._now())
            words = _("Dikembalikan {name} {at}: {note}").format(
                name=story.revised_by, at=at, note=story.reason
            )
            self._news.tell(words, icon="corner-up-left", token="tunggu", lasts=True, about=_RETURNED)

    def nothing_to_throw_away(self) -> None:
        """Take back what was told of recovered words: they are a revision now."""
        if self._recovery_told:
            self._recovery_told = False
            self._news.settle("recovered")

    def tell_not_handed_in(self, error: NewsdeskError, hand_in: Act) -> None:
        """Say until it is done, or another story is on the desk, that this one waits here to be handed in."""
        self._hand_in = hand_in
        self._offline = True
        words = _("Belum diajukan. {why}").format(why=sentence(error))
        self._news.tell(
            words,
            icon="cloud-off",
            token="temuan",
            act=_("Ajukan sekarang"),
            run=hand_in,
            lasts=True,
            about=Kept.LOCAL.value,
        )

    def tell_state(self, state: State, try_now: Act) -> None:
        """Say what keeping the words lacks, and when it is tried again; all well again, the line goes.

        A story that could not be handed in meanwhile is offered for it then: nobody else does that by itself.
        """
        act, run = _("Coba sekarang"), try_now
        if state.retry_s:
            if self._hand_in is not None and state.kept is not Kept.NOWHERE:
                words, act, run = _not_handed_in(), _("Ajukan sekarang"), self._hand_in
            elif state.kept is Kept.NOWHERE:
                words = _(
                    "Belum tersimpan di mana pun: basis data dan komputer ini tidak bisa menyimpan, "
                    "mencoba lagi {n} dtk"
                )
            else:
                words = _("Disimpan di komputer ini; basis data belum bisa dihubungi, mencoba lagi {n} dtk")
            self._news.tell(
                words.format(n=state.retry_s),
                icon="cloud-off",
                token="temuan",
                act=act,
                run=run,
                lasts=True,
                about=state.kept.value,
            )
            self._offline = True
        elif state.kept in (Kept.LOCAL, Kept.NOWHERE) and state.error is not None:
            self.tell_left_unsaved(state.error, state.kept)
            self._offline = True
        elif state.kept is Kept.SAVED and self._offline:
            self._offline = False
            self._news.settle(Kept.LOCAL.value, Kept.NOWHERE.value)
            self._offer_to_hand_in()

    def handed_in(self) -> None:
        """Take back what was told of a story that waits to be handed in: it was, or is no more here."""
        self._news.settle(_RETURNED)
        if self._hand_in is not None:
            self._hand_in = None
            self._news.settle(_HANDING)

    def _offer_to_hand_in(self) -> None:
        if self._hand_in is not None:
            words = _("Basis data terhubung lagi. Naskah ini tersimpan, tetapi belum diajukan.")
            self._news.tell(
                words, icon="send", act=_("Ajukan"), run=self._hand_in, lasts=True, about=_HANDING
            )

    def tell_paste_is_ready(self, story: OpenStory, open_it: Act) -> None:
        """Say that copy has become a story in the list while something else was being written."""
        self._news.tell(
            _("Tempelan siap: {slug}").format(slug=story.script.slug),
            icon="clipboard-paste",
            act=_("Buka"),
            run=open_it,
            lasts=True,
        )

    def tell_paste_is_a_revision(self, story: OpenStory) -> None:
        """Say where copy is that came into a sheet which was being typed in."""
        words = _("Tempelan disimpan sebagai revisi {n}, lihat Riwayat.").format(n=story.revision)
        self._news.tell(words, icon="clipboard-paste", lasts=True)

    def tell_airtime_wrong(self, words: str) -> None:
        """Say how an airtime is written."""
        self._news.tell(
            _("“{words}” bukan jam tayang. Tulis jam seperti 11.00, atau 17/1 11.00.").format(words=words),
            icon="circle-alert",
            token="temuan",
        )

    def tell_airtime_not_kept(self, error: NewsdeskError) -> None:
        """Say that the story is still planned as it was, and why."""
        words = _("Rencana tayang tidak tersimpan. {why}").format(why=sentence(error))
        self._news.tell(words, icon="circle-alert", token="temuan", stays=True)

    def tell_failure(self, error: NewsdeskError, act: str = "", run: Act | None = None) -> None:
        """Say what went wrong; ``act`` is the word of what can be done about it."""
        self._news.tell(
            sentence(error),
            icon="circle-alert",
            token="temuan",
            act=act,
            run=run,
            stays=True,
            lasts=bool(act),
        )

    def tell_left_unsaved(self, error: NewsdeskError, kept: Kept | None = None) -> None:
        """Say that words are not where they should be: it stays while one types on."""
        about = kept.value if kept is not None else ""
        self._news.tell(sentence(error), icon="circle-alert", token="temuan", lasts=True, about=about)


def _not_handed_in() -> str:
    return _(
        "Belum diajukan. Disimpan di komputer ini; basis data belum bisa dihubungi, mencoba lagi {n} dtk"
    )
