"""What of a text stands on the announcer's screen: the words as they are said, cards, notes, in order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsdesk.domain.blocks import MARK, Note

if TYPE_CHECKING:
    from newsdesk.domain.air_text import AirText, SaidToken
    from newsdesk.domain.blocks import Block, Clip

LONGEST_LETTER = 3
"""Letters of the longest name of a letter: "eks", "zet"."""
_TIED = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Mark:
    """``[start, end)`` of a paragraph on the screen that is not as it was written, or is hard to say."""

    start: int
    end: int
    dotted: bool
    """Whether other words stand here than were written."""
    respelling: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph that is read. ``anchors`` tie places on the screen to the body: pairs, both rising."""

    text: str
    marks: tuple[Mark, ...] = ()
    anchors: tuple[tuple[int, int], ...] = ((0, 0),)

    def body_at(self, place: int) -> int:
        """Return the code point of the body that stands at ``place`` of this paragraph, or just before it."""
        at = bisect_right(self.anchors, (place, 1 << 62)) - 1
        shown, body = self.anchors[max(0, at)]
        return body + place - shown


@dataclass(frozen=True, slots=True)
class ClipCard:
    """A clip's card; ``block`` is its place among the text's blocks, ``at`` the one in the body."""

    block: int
    clip: Clip
    at: int


@dataclass(frozen=True, slots=True)
class Quiet:
    """What stands quietly among the words: a note to the announcer, or (no note) how the writers sign off."""

    text: str
    is_note: bool
    at: int


Part = Words | ClipCard | Quiet


def parts_of(text: AirText, *, written: bool = False, paraphrased: Collection[int] = ()) -> tuple[Part, ...]:
    """Return the parts of an approved text in reading order.

    Spoken forms stand in the place of what was written; ``written`` shows what was written instead. The
    clips at ``paraphrased`` (places among the text's blocks) are replaced by the sentence that tells what
    they say. How the writers sign off stands there once: where the body has it, else at the end.
    """
    return tuple(_parts(text, written=written, paraphrased=paraphrased))


def parts_of_words(words: str) -> tuple[Part, ...]:
    """Return fixed words that are read (an opener, a closer) as parts."""
    found: list[Part] = []
    start = 0
    for line in words.split("\n"):
        if line.strip():
            found.append(Words(line, anchors=((0, start),)))
        start += len(line) + 1
    return tuple(found)


def _parts(text: AirText, *, written: bool, paraphrased: Collection[int]) -> Iterator[Part]:
    blocks = iter(enumerate(text.blocks))
    start = 0
    signed = False
    for line in text.body.split("\n"):
        end = start + len(line)
        if line == MARK:
            yield from _block(text, next(blocks, None), start, written=written, paraphrased=paraphrased)
        elif text.sign_off and line.strip() == text.sign_off:
            yield Quiet(text.sign_off, is_note=False, at=start)
            signed = True
        elif line.strip():
            inside = [token for token in text.tokens if start <= token.start and token.end <= end]
            yield _paragraph(line, start, inside, written=written)
        start = end + 1
    if text.sign_off and not signed:
        yield Quiet(text.sign_off, is_note=False, at=len(text.body))


def _block(
    text: AirText, found: tuple[int, Block] | None, at: int, *, written: bool, paraphrased: Collection[int]
) -> Iterator[Part]:
    if found is None:
        return
    place, block = found
    if isinstance(block, Note):
        yield Quiet(block.text, is_note=True, at=at)
        return
    said = text.paraphrases[place] if place < len(text.paraphrases) and not written else ""
    instead = said or block.paraphrase
    if place in paraphrased and instead:
        yield Words(instead, anchors=((0, at),))
    else:
        yield ClipCard(place, block, at)


def _paragraph(line: str, start: int, tokens: list[SaidToken], *, written: bool) -> Words:
    shown = ""
    marks: list[Mark] = []
    anchors: list[tuple[int, int]] = [(0, start)]
    done = 0
    for token in tokens:
        first, last = token.start - start, token.end - start
        if first < done:
            continue
        shown += line[done:first]
        was = line[first:last]
        other = token.spoken != was
        now = was if written or not other else tied(was, token.spoken)
        anchors.append((len(shown), token.start))
        if now and (other or token.respelling):
            marks.append(Mark(len(shown), len(shown) + len(now), other, token.respelling))
        elif not now:  # what is silent leaves no hole
            shown = shown.removesuffix(" ")
        shown += now
        anchors.append((len(shown), token.end))
        done = last
    return Words(shown + line[done:], tuple(marks), tuple(anchors))


def tied(written: str, spoken: str) -> str:
    r"""Return ``spoken`` so that the letters of an acronym never stand on two lines.

    >>> tied("BPS", "be pe es").replace("\N{NO-BREAK SPACE}", "~")
    'be~pe~es'
    >>> tied("2.65", "dua koma enam lima")
    'dua koma enam lima'
    """
    named = spoken.split(" ")
    letters = sum(1 for letter in written if letter.isalpha())
    spelt = len(named) > 1 and len(named) >= letters and all(len(name) <= LONGEST_LETTER for name in named)
    return spoken.replace(" ", _TIED) if spelt and letters else spoken
