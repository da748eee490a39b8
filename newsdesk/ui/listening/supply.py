"""Has sound made ahead of the ear, a few sentences at a time, so that the rest can still change."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from newsdesk.domain.timing import PARAGRAPH_PAUSE_MS, SENTENCE_PAUSE_MS
from newsdesk.ui.tasks import Lane

if TYPE_CHECKING:
    from newsdesk.errors import NewsdeskError
    from newsdesk.services.previewing import Hush, Previewing, SpokenPiece, Voicing
    from newsdesk.ui.listening.recording import Recording, SaidSentence
    from newsdesk.ui.tasks import Stream, Tasks

AHEAD_MS = 20_000
"""How much sound is kept ready: enough for a slow voice, little enough for a story of 10,000 words."""
_AT_ONCE = 4
"""Sentences asked for in one go; the service makes the next ones while one is being taken."""
BETWEEN_STORIES_MS = 1500


class Supply:
    """Fills one recording at a time.

    ``came`` is called after every piece, ``made`` when sentences are all there, ``failed`` with why not.
    """

    def __init__(
        self,
        tasks: Tasks,
        came: Callable[[], None],
        made: Callable[[], None],
        failed: Callable[[NewsdeskError], None],
    ) -> None:
        self._tasks = tasks
        self._came = came
        self._made = made
        self._failed = failed
        self._stream: Stream | None = None
        self._hush: Hush | None = None
        self._batch: list[SaidSentence] = []
        self._now = 0
        self._cut_short = False

    def stop(self) -> None:
        """Ask for nothing any more; the worker stops in the middle of a word."""
        if self._stream is not None:
            self._stream.cancel()
        if self._hush is not None:
            self._hush.now()
        self._stream = self._hush = None
        self._batch = []
        self._cut_short = False

    def keep_ahead(
        self, previewing: Previewing, voicing: Voicing, recording: Recording, pushing: SaidSentence
    ) -> None:
        """See that sound is ready from ``pushing`` on; cheap to call often."""
        if self._batch:
            return
        ready = 0
        said: SaidSentence | None = pushing
        while said is not None and said.made:
            ready += said.length_ms
            if ready >= AHEAD_MS:
                return
            said = recording.after(said)
        if said is None:
            return
        batch = [one for one in recording.said[said.number : said.number + _AT_ONCE] if not one.made]
        for one in batch:  # what came of it before was cut short
            one.forget(one.length_ms)
        self._ask(previewing, voicing, recording, batch)

    def changed(self, recording: Recording, in_use: Collection[SaidSentence]) -> None:
        """The recording has changed: sentences asked for that are to be made anew are not waited for.

        The one that is coming while it is heard already comes to its end.
        """
        if not self._batch:
            return
        if self._batch[self._now] in in_use:
            self._cut_short = True
            return
        for one in self._batch:
            if not one.made:
                one.forget(one.length_ms)
        recording.measure_again()
        self.stop()

    def _ask(
        self, previewing: Previewing, voicing: Voicing, recording: Recording, batch: list[SaidSentence]
    ) -> None:
        sentences = [one.sentence for one in batch]
        hush = self._hush = previewing.hush()
        self._batch, self._now, self._cut_short = batch, 0, False
        stream = self._tasks.stream(
            lambda: previewing.listen(sentences, voicing, hush),
            lambda piece: self._take(recording, batch, piece),
            lambda: self._ended(recording, batch),
            self._fail,
            Lane.SPEECH,
        )
        # Tasks that answer at once have ended by now.
        self._stream = stream if self._batch is batch else None

    def _take(self, recording: Recording, batch: list[SaidSentence], piece: SpokenPiece) -> None:
        if batch is not self._batch:
            return
        self._over(recording, batch, piece.sentence)
        if self._cut_short and piece.sentence > self._now:
            self._now = piece.sentence
            self.stop()
        else:
            self._now = piece.sentence
            batch[piece.sentence].add(piece)
            recording.measure_again()
        self._came()

    def _ended(self, recording: Recording, batch: list[SaidSentence]) -> None:
        if batch is not self._batch:
            return
        last = batch[-1]
        self._over(recording, batch, len(batch))
        following = recording.after(last) if last.sentence.words else None
        if (
            following is not None and last.sample_rate
        ):  # the voice rests between sentences, not after the last
            last.rest(SENTENCE_PAUSE_MS + (PARAGRAPH_PAUSE_MS if last.sentence.ends_paragraph else 0))
            if following.cue != last.cue:
                last.rest(BETWEEN_STORIES_MS)
        recording.measure_again()
        self._stream, self._hush, self._batch = None, None, []
        self._made()
        self._came()

    def _over(self, recording: Recording, batch: list[SaidSentence], before: int) -> None:
        for one in batch[self._now : before]:
            if not one.made:
                one.made = True
                recording.measure_again()

    def _fail(self, error: NewsdeskError) -> None:
        self.stop()
        self._failed(error)
