"""A voice reads bulletins: how long it takes, against how long that was planned after learning its rate."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from newsdesk.services.previewing import Previewing, Voicing
from newsdesk.services.reading import Reading
from tests.newsrooms import Desk
from tests.services.air_desk import AirDesk

LEARNT_FROM = 3


class VoiceReader:
    """An announcer who is a voice: every item takes as long as its sound. Nothing is played."""

    def __init__(self, profile: Path, previewing: Previewing, rate: int) -> None:
        self._desk = Desk("Redaksi", profile)
        self._air = AirDesk(self._desk)
        self._previewing = previewing
        self._rate = rate

    def planned_against_actual(self, bulletins: Sequence[Sequence[str]]) -> list[float]:
        """Read the first three for practice; return by which share each of the others was misjudged."""
        missed: list[float] = []
        for number, bodies in enumerate(bulletins):
            air = self._air.on_air.look(self._made(bodies))
            planned = sum(item.estimate_ms for item in air.items)
            practice = number < LEARNT_FROM
            session = self._air.on_air.begin(air, practice, "tidak ditandatangani")
            for item in air.items:
                assert item.text is not None
                self._air.read(session, item.item_id, self._seconds(item.text.body))
            session.finish(session.moment())
            log = session.log()
            self._air.on_air.leave(session)
            if practice:
                self._air.on_air.drain()
                continue
            actual = sum(line.actual_ms or 0 for line in log.lines)
            missed.append(abs(planned - actual) / actual)
        return missed

    def close(self) -> None:
        """Close the newsroom."""
        self._air.on_air.close()
        self._desk.close()

    def _made(self, bodies: Sequence[str]) -> int:
        return self._air.bulletin([self._air.approved(body) for body in bodies], ready=False)

    def _seconds(self, body: str) -> float:
        reading: Reading = self._desk.reads.get()
        pieces = self._previewing.listen(reading.sentences(body), Voicing("espeak", rate_spm=self._rate))
        return sum(len(piece.pcm) / 2 / piece.sample_rate for piece in pieces)


def bulletins_of(sentences: Sequence[str], count: int, stories: int) -> list[list[str]]:
    """Return bulletins of so many stories of 3 to 7 sentences, two to a paragraph, the sentences in order."""
    made: list[list[str]] = []
    at = size = 0
    for _bulletin in range(count):
        bodies: list[str] = []
        for _story in range(stories):
            size = 3 + (size - 1) % 5
            taken = [sentences[(at + step) % len(sentences)] for step in range(size)]
            bodies.append("\n".join(" ".join(taken[pair : pair + 2]) for pair in range(0, size, 2)))
            at += size
        made.append(bodies)
    return made
