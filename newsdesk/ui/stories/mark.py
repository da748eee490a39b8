"""A mark of the script: a token not said as written, and how it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsdesk.ui.stories.offsets import to_utf16

if TYPE_CHECKING:
    from newsdesk.spoken.spoken_text import SpokenText


class Mark(NamedTuple):
    """A token not said as written: ``[start, end)`` in UTF-16 units of its paragraph.

    ``rule`` is the name of the rule that read it; ``unsure`` says that an editor should look at it;
    ``respelling`` is what the newsroom's lexicon shows for the eye, or "".
    """

    start: int
    end: int
    spoken: str
    alternatives: tuple[str, ...] = ()
    rule: str = ""
    unsure: bool = False
    respelling: str = ""

    @property
    def line(self) -> str:
        """What stands under the token: "? dua koma enam lima" when unsure, "pra-mu-SI-to" when respelt."""
        shown = self.respelling or self.spoken
        return f"? {shown}".rstrip() if self.unsure else shown


def marks_of(text: str, spoken: SpokenText) -> tuple[Mark, ...]:
    """Return the marks of one paragraph in order."""
    marks: list[Mark] = []
    at = units = 0
    for one in spoken.readings:
        # Counted on from the mark before: from the start of a very long paragraph it would take seconds.
        start = units + _units(text[at : one.start])
        units = start + _units(text[one.start : one.end])
        at = one.end
        marks.append(Mark(start, units, one.spoken, one.alternatives, one.rule, one.unsure, one.respelling))
    return tuple(marks)


def _units(text: str) -> int:
    return to_utf16(text, len(text))
