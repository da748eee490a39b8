"""Which word, sentence and story is being said: told once each, and taken back at the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdesk.spoken.sentences import Sentence
    from newsdesk.spoken.text import SpokenWord
    from newsdesk.ui.listening.playhead import Heard
    from newsdesk.ui.listening.recording import Cue

_NOWHERE = (-1, -1)


class Spotlight:
    """Calls ``word`` and ``sentence`` with spans of the script that is shown, (-1, -1) for nowhere.

    ``cue`` is called with the :class:`Cue` that begins, None at the end.
    """

    def __init__(
        self,
        word: Callable[[int, int], object],
        sentence: Callable[[int, int], object],
        cue: Callable[[Cue | None], object],
    ) -> None:
        self._tell_word = word
        self._tell_sentence = sentence
        self._tell_cue = cue
        self._cue: Cue | None = None
        self._number = -1
        self._follows = self._shown = False
        self._word = self._sentence = _NOWHERE
        self.stands: Callable[[Cue], bool] = _stands_nowhere
        """Whether the script that is shown is a story's as it is being said."""

    def begin(self, *, follows: bool) -> None:
        """Something else is heard; ``follows``: it is the script that is shown."""
        self._follows = follows

    def look_again(self) -> None:
        """Another script may be shown: see whether it is the one being said."""
        cue = self._cue
        self._shown = self._follows or (cue is not None and bool(cue.story) and self.stands(cue))

    def show(self, cue: Cue, number: int, place: Heard) -> None:
        """This is at the ear, of the cue of this number."""
        if number != self._number:
            self._number, self._cue = number, cue
            self.look_again()
            self._tell_cue(cue)
        word = place.said.word_at(place.ms) if self._shown else None
        self._say(_span(word), _span(place.said.sentence if self._shown else None))

    def end(self) -> None:
        """There is silence."""
        self._say(_NOWHERE, _NOWHERE)
        if self._number >= 0:
            self._number, self._cue = -1, None
            self._tell_cue(None)
        self._follows = self._shown = False

    def _say(self, word: tuple[int, int], sentence: tuple[int, int]) -> None:
        if sentence != self._sentence:
            self._sentence = sentence
            self._tell_sentence(*sentence)
        if word != self._word:
            self._word = word
            self._tell_word(*word)


def _span(said: SpokenWord | Sentence | None) -> tuple[int, int]:
    return _NOWHERE if said is None else (said.start, said.end)


def _stands_nowhere(_cue: Cue) -> bool:
    return False
