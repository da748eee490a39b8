"""How the words of the script on the desk are said: looked at, corrected here, or settled for all scripts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from newsdesk.domain.lexicon import LexiconChange, Pronunciation
from newsdesk.i18n import _
from newsdesk.ui.stories.card_place import place_card, show_line
from newsdesk.ui.stories.said_token import SaidToken, token_at
from newsdesk.ui.stories.saying_card import SayingCard
from newsdesk.ui.wording import sentence

if TYPE_CHECKING:
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.lexicon import HouseLexicon
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.ui.listening.listening import Listening
    from newsdesk.ui.look import Look
    from newsdesk.ui.stories.script_pane import ScriptPane
    from newsdesk.ui.tasks import Tasks


class SayingDesk(QObject):
    """Opens the card at a token and does what is chosen on it.

    :attr:`lexicon_changed` comes when the newsroom's lexicon says something else than before.
    """

    lexicon_changed = Signal()

    def __init__(self, look: Look, tasks: Tasks, pane: ScriptPane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._pane = pane
        self._editor = pane.editor
        self._text = pane.editor.text
        self._newsroom: Newsroom | None = None
        self._listening: Listening | None = None
        self._token: SaidToken | None = None
        self.card = SayingCard(look, pane)
        self.card.here.connect(self._say_here)
        self.card.always.connect(self._say_always)
        self.card.accepted.connect(self._accept)
        self.card.taken_back.connect(self._take_back)
        self.card.hear.connect(self._hear)
        self.card.closed.connect(self._back_to_script)
        self.card.resized.connect(self._place)
        self._editor.say_wanted.connect(self.begin)
        self._editor.cursorPositionChanged.connect(self.put_away)
        self._editor.verticalScrollBar().valueChanged.connect(self._place)
        self._text.edited.connect(self.put_away)
        pane.resized.connect(self._place)
        pane.header.read_aloud.connect(self.put_away)
        pane.foot.unsure.clicked.connect(self.next_unsure)

    def opened(self, newsroom: Newsroom | None) -> None:
        """Work with this newsroom's lexicon from now on."""
        self._newsroom = newsroom
        self.put_away()

    def listen_with(self, listening: Listening) -> None:
        """Let what is on the card be heard."""
        self._listening = listening

    # ------------------------------------------------------------ the card

    def begin(self) -> None:
        """Open the card at the token or word at the cursor, or at the selected words."""
        if self._editor.isReadOnly() or self._editor.isHidden():
            return
        token = token_at(self._editor.textCursor(), self._text.paragraphs)
        if token is None:
            self._pane.news.tell(
                _("Letakkan kursor pada kata yang cara bacanya mau dilihat."), icon="whole-word"
            )
            return
        show_line(self._editor, token.start, token.end)
        self._ask_about(token)
        self.card.show_token(token)
        self._place()

    def next_unsure(self) -> None:
        """Go to the next token whose reading is not settled; after the last one the first comes again."""
        if self._editor.isHidden():
            self._pane.header.aloud.setChecked(False)
        cursor = self._editor.textCursor()
        place = self._text.unsure_after(cursor.selectionEnd())
        if place is None:
            self._pane.news.tell(_("Semua cara baca di naskah ini pasti."), icon="check")
            return
        self.put_away()
        cursor.setPosition(place[0])
        cursor.setPosition(place[1], cursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)
        show_line(self._editor, *place)
        self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_away(self) -> None:
        """Put the card away: something else is looked at."""
        self._ask_about(None)
        if not self.card.isHidden():
            self.card.hide()
            if self._pane.isAncestorOf(self.card.focusWidget() or self._pane):
                self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_about(self, token: SaidToken | None) -> None:
        self._token = token
        self._editor.said_ground.show_asked((token.start, token.end) if token is not None else None)

    def _place(self) -> None:
        if self._token is not None and not self.card.isHidden():
            place_card(self.card, self._editor, self._token.start, self._token.end)

    def _back_to_script(self) -> None:
        if self._listening is not None:
            self._listening.player.stop()  # Esc silences, whatever else it does
        self._ask_about(None)
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hear(self, words: str) -> None:
        if self._listening is not None:
            self._listening.say(words)

    # ------------------------------------------------------------ here only

    def _say_here(self, words: str) -> None:
        token = self._token
        if token is not None:
            self._tell(
                _("Di sini “{form}” dibaca “{words}”.").format(form=_shortened(token.written), words=words),
                self._text.said.say(token.start, token.end, words),
            )

    def _accept(self) -> None:
        token = self._token
        if token is not None:
            self._tell(
                _("Cara baca “{form}” diterima di sini.").format(form=_shortened(token.written)),
                self._text.said.say(token.start, token.end, token.spoken),
            )

    def _take_back(self) -> None:
        token = self._token
        if token is not None:
            places = self._text.said.within(token.start, token.end)
            self._tell(
                _("“{form}” kembali dibaca seperti biasa.").format(form=_shortened(token.written)),
                self._text.said.take_back(places),
            )

    def _tell(self, words: str, undo: Callable[[], None]) -> None:
        self.put_away()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

        def clicked() -> None:
            self._editor.undo_first(None)
            undo()

        def pressed() -> None:
            if self._pane.news.sentence == words:
                self._pane.news.clear()
            undo()

        self._pane.news.tell(words, icon="ear", act=_("Urungkan"), run=clicked, stays=True)
        self._editor.undo_first(pressed)

    # ------------------------------------------------------------ always

    def _say_always(self, words: str, respelling: str) -> None:
        newsroom, token = self._newsroom, self._token
        if newsroom is None or token is None:
            return
        written = " ".join(token.written.split())
        # The nearest wins: what was said here only would hide what is said always.
        said_before = self._text.said.take_back(self._text.said.within(token.start, token.end))
        self.put_away()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

        def settled(change: LexiconChange) -> None:
            self._tell(
                _("Di semua naskah “{form}” dibaca “{words}”.").format(form=_shortened(written), words=words),
                lambda: self._undo_always(change, said_before),
            )
            self.lexicon_changed.emit()

        def failed(error: NewsdeskError) -> None:
            said_before()
            self._tell_failure(error)

        self._tasks.run(lambda: _settle(newsroom.lexicon, written, words, respelling), settled, failed)

    def _undo_always(self, change: LexiconChange, said_before: Callable[[], None]) -> None:
        newsroom = self._newsroom
        if newsroom is None:
            return

        def undone(_change: LexiconChange) -> None:
            said_before()
            self.lexicon_changed.emit()

        self._tasks.run(lambda: newsroom.lexicon.undo(change), undone, self._tell_failure)

    def _tell_failure(self, error: NewsdeskError) -> None:
        self._pane.news.tell(sentence(error), icon="circle-alert", token="temuan", stays=True)


def _settle(lexicon: HouseLexicon, form: str, spoken: str, respelling: str) -> LexiconChange:
    """Make ``form`` said so in every script: a new entry, or the one that has no conditions changed."""
    from newsdesk.services.forms import how_said  # brings the spoken tables, which no start waits for

    for entry in lexicon.forms():
        same = entry.form == form or (not entry.case_sensitive and entry.form.casefold() == form.casefold())
        if same and not entry.words_before and not entry.words_after:
            changed = replace(entry, spoken=spoken, respelling=respelling, how=how_said(entry.form, spoken))
            return LexiconChange((entry,), (lexicon.update(changed),))
    added = Pronunciation(form, spoken, how_said(form, spoken), respelling)
    return LexiconChange((), (lexicon.add(added),))


def _shortened(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 40 else words[:39].rstrip() + "…"
