"""What a script is on air: its words, and how each is said by the reading in use."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from newsdesk.domain.air_text import AirText, SaidToken
from newsdesk.domain.blocks import MARK, Clip, clip_milliseconds
from newsdesk.domain.sign_off import SigningOff, sign_off
from newsdesk.domain.story import Script

if TYPE_CHECKING:  # loads the spoken tables
    from newsdesk.services.later import Later
    from newsdesk.services.measuring import Measuring
    from newsdesk.services.reading import Reading


class AirTexts:
    """Makes the texts that editors approve. Reads no database; the first one loads the spoken tables.

    ``measuring`` gives the day of a bulletin at the station. ``called`` gives what this computer calls the
    station now: reports are signed off with that as long as the newsroom has no name for it.
    """

    def __init__(self, reads: Later[Reading], measuring: Measuring, called: Callable[[], str]) -> None:
        self._reads = reads
        self._measuring = measuring
        self._called = called

    def of(self, script: Script, airtime: datetime | None, signing: SigningOff) -> AirText:
        """Return what a script is when it is aired at ``airtime`` (UTC, None for no plan).

        ``signing`` says how its writers sign off (:func:`newsdesk.domain.sign_off.sign_off`).
        """
        reading, day = self._reads.get(), self._measuring.day(airtime)
        spoken = reading.read(script.body, script.said_here, day)
        tokens = (SaidToken(one.start, one.end, one.spoken, one.respelling) for one in spoken.readings)
        # A reading never holds a line's end: the lines of both are the same paragraphs.
        lines = zip(script.body.split("\n"), spoken.line.split("\n"), strict=True)
        place = script.dateline.place if script.dateline else ""
        station = signing.station or (self._called() if script.bylines else "")
        return AirText(
            slug=script.slug,
            headline=script.headline,
            body=script.body,
            blocks=script.blocks,
            tokens=tuple(one for one in tokens if _differs(one, script.body[one.start : one.end])),
            spoken="\n".join(said for line, said in lines if line != MARK),
            paraphrases=tuple(
                reading.read(block.paraphrase, (), day).line if isinstance(block, Clip) else ""
                for block in script.blocks
            ),
            sign_off=sign_off(signing.pattern, script.bylines, station, place),
            length=reading.length(script.body, script.said_here, day),
            clip_ms=clip_milliseconds(script.blocks),
            cuttable=script.cuttable,
        )


def _differs(token: SaidToken, written: str) -> bool:
    """Return whether a token has anything to tell: not of words said as written, nor of blocks."""
    return written != MARK and (token.spoken != written or token.respelling != "")
