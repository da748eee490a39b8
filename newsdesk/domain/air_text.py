"""What is said on air, to the letter: the words of one revision with every reading that is not as written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from newsdesk.domain.blocks import Block, Clip, as_plain, from_plain, places
from newsdesk.domain.timing import SpokenLength

_UNMEASURED = SpokenLength()


@dataclass(frozen=True, slots=True, order=True)
class SaidToken:
    """How ``[start, end)`` of a body is said where that is not as it is written; code points.

    An empty ``spoken`` is silent. ``respelling`` is what stands over the word for the announcer ("CU-cuk").
    """

    start: int
    end: int
    spoken: str
    respelling: str = ""


@dataclass(frozen=True, slots=True)
class AirText:
    """One revision as it is said: what an editor approves, and what the announcer has before her.

    ``body`` has a mark for each of ``blocks`` (:mod:`newsdesk.domain.blocks`); ``tokens`` are in order and
    never overlap; ``spoken`` is the body with them put in, without the blocks. ``paraphrases`` are the
    clips' paraphrases as they are said, one for each block ("" for a note). ``sign_off`` is how its writers
    sign off; it is read where it stands in the body, and never a second time. ``length`` and ``clip_ms`` give
    the read time; ``cuttable`` are spans of the body that may be cut.
    """

    slug: str
    headline: str
    body: str
    blocks: tuple[Block, ...] = ()
    tokens: tuple[SaidToken, ...] = ()
    spoken: str = ""
    paraphrases: tuple[str, ...] = ()
    sign_off: str = ""
    length: SpokenLength = _UNMEASURED
    clip_ms: int = 0
    cuttable: tuple[tuple[int, int], ...] = ()

    def digest(self) -> str:
        """Return the SHA-256 (hex) of everything that the announcer has to read from, and of nothing else.

        Slug and headline are names of the story, lengths are measured, and what may be cut is no word: two
        texts with one digest are read alike.
        """
        read = {
            "body": self.body,
            "blocks": [as_plain(block) for block in self.blocks],
            "tokens": [[one.start, one.end, one.spoken, one.respelling] for one in self.tokens],
            "spoken": self.spoken,
            "paraphrases": self.paraphrases,
            "sign_off": self.sign_off,
        }
        return hashlib.sha256(_canonical(read).encode()).hexdigest()

    def to_json(self) -> str:
        """Write the text as one line of JSON, the same for the same text."""
        return _canonical({**asdict(self), "blocks": [as_plain(block) for block in self.blocks]})

    @staticmethod
    def from_json(text: str) -> AirText:
        """Read what :meth:`to_json` wrote. Raises ValueError when ``text`` is anything else."""
        try:
            raw: Any = json.loads(text)
            length = raw["length"]
            return AirText(
                slug=_text(raw["slug"]),
                headline=_text(raw["headline"]),
                body=_text(raw["body"]),
                blocks=tuple(from_plain(one) for one in raw["blocks"]),
                tokens=tuple(
                    SaidToken(
                        int(one["start"]), int(one["end"]), _text(one["spoken"]), _text(one["respelling"])
                    )
                    for one in raw["tokens"]
                ),
                spoken=_text(raw["spoken"]),
                paraphrases=tuple(_text(one) for one in raw["paraphrases"]),
                sign_off=_text(raw["sign_off"]),
                length=SpokenLength(
                    int(length["syllables"]), int(length["sentences"]), int(length["paragraphs"])
                ),
                clip_ms=int(raw["clip_ms"]),
                cuttable=tuple((int(start), int(end)) for start, end in raw["cuttable"]),
            )
        except (KeyError, TypeError, OverflowError, RecursionError) as error:
            raise ValueError("not the text of an approval") from error


class SaidChange(NamedTuple):
    """A place of a body that is said otherwise now: ``[start, end)``, as written, as it was, as it is.

    ``old_respelling`` and ``new_respelling`` are what stands over it, "" for nothing.
    """

    start: int
    end: int
    written: str
    old: str
    new: str
    old_respelling: str = ""
    new_respelling: str = ""


def said_changes(old: AirText, new: AirText) -> tuple[SaidChange, ...]:
    """Return where two readings of the same body differ, in order; each place once, on whole tokens.

    A clip whose paraphrase is said otherwise is told at the clip's mark, the sign-off behind the last word.
    """
    before, after = set(old.tokens), set(new.tokens)
    changes: list[SaidChange] = []
    for start, end in _joined([(one.start, one.end) for one in before ^ after]):
        # A token that is the same in both may reach into the place from neither side: tokens never overlap.
        were, are = _within(old.tokens, start, end), _within(new.tokens, start, end)
        changes.append(
            SaidChange(
                start,
                end,
                old.body[start:end],
                _said(old.body, were, start, end),
                _said(old.body, are, start, end),
                _respelt(were),
                _respelt(are),
            )
        )
    return tuple(sorted([*changes, *_beside(old, new)]))


def _beside(old: AirText, new: AirText) -> Iterator[SaidChange]:
    """Yield what is said otherwise and stands not in the body itself."""
    read = zip(places(old.body), old.blocks, old.paraphrases, new.paraphrases, strict=False)
    for at, block, was, now in read:
        if was != now and isinstance(block, Clip):
            yield SaidChange(at, at + 1, block.paraphrase, was, now)
    if old.sign_off != new.sign_off:
        end = len(old.body)
        yield SaidChange(end, end, old.sign_off or new.sign_off, old.sign_off, new.sign_off)


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans in order, those that overlap made one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _within(tokens: Iterable[SaidToken], start: int, end: int) -> list[SaidToken]:
    return [one for one in tokens if start <= one.start and one.end <= end]


def _said(body: str, tokens: Iterable[SaidToken], start: int, end: int) -> str:
    pieces: list[str] = []
    for one in tokens:
        pieces += (body[start : one.start], f" {one.spoken} ")
        start = one.end
    return " ".join("".join([*pieces, body[start:end]]).split())


def _respelt(tokens: Sequence[SaidToken]) -> str:
    return " ".join(one.respelling for one in tokens if one.respelling)


def _canonical(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    value.encode()  # half a letter is none: it could not be hashed
    return value
