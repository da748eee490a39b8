"""How far the saving of a file is, in words: what, how many of how many, how long still."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from newsdesk.i18n import _, ngettext

if TYPE_CHECKING:
    from newsdesk.services.sound_files import SavedStep

_GUESSES_AFTER_S = 1.0
"""Before that nobody knows how long it takes."""


class SavingProgress:
    """One saving, from its beginning; ``clock`` gives seconds."""

    def __init__(self, name: str, clock: Callable[[], float] = monotonic) -> None:
        self._name = name
        self._clock = clock
        self._began = clock()

    def words(self, step: SavedStep) -> str:
        """Return what is being done, the count of the total, and the time left once it can be guessed.

        >>> SavingProgress("HARGA-BERAS.mp3").words(SavedStep(3, 12, 0.1))
        'Menyimpan HARGA-BERAS.mp3, kalimat 3 dari 12'
        """
        if step.done >= 0.5:
            told = _("Membuat berkas {name}").format(name=self._name)
        else:
            told = _("Menyimpan {name}, kalimat {done} dari {total}").format(
                name=self._name, done=step.number, total=step.total
            )
        taken = self._clock() - self._began
        if taken < _GUESSES_AFTER_S or not 0 < step.done < 1:
            return told
        left = max(1, round(taken * (1 - step.done) / step.done))
        if left < 60:
            time = ngettext("kira-kira {n} detik lagi", "kira-kira {n} detik lagi", left).format(n=left)
        else:
            minutes = round(left / 60)
            time = ngettext("kira-kira {n} menit lagi", "kira-kira {n} menit lagi", minutes).format(n=minutes)
        return f"{told}, {time}"
