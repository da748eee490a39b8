"""Two compared scripts as rows: paragraphs that belong together stand in one, the old beside the new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from newsdesk.domain.blocks import MARK, Block, Clip
from newsdesk.domain.comparing import Compared, PartKind
from newsdesk.domain.comparing_scripts import ComparedScripts, Particular, written
from newsdesk.domain.readable_changes import Change
from newsdesk.domain.timing import clock_length
from newsdesk.i18n import _

_AROUND = 2
"""Rows kept before and behind a change when the rest of a very long script is left out."""
_MANY = 400
"""Rows from here on are a very long script."""
_LONGEST = 20_000
"""Characters that are shown of a single change: of more than that nobody compares the words."""


class Run(NamedTuple):
    """Words of one kind; ``change`` is the number of their change among all, -1 where nothing changed."""

    words: str
    kind: PartKind
    change: int = -1
    is_block: bool = False


@dataclass
class Row:
    """What stands side by side: ``label`` names a particular, "" for paragraphs of the body.

    ``left_out`` is the number of rows that stand in its place and are the same in both texts, else 0.
    """

    label: str = ""
    old: list[Run] = field(default_factory=list[Run])
    new: list[Run] = field(default_factory=list[Run])
    left_out: int = 0

    @property
    def changed(self) -> bool:
        """Whether something differs here."""
        return any(run.change >= 0 for run in (*self.old, *self.new))


class Difference(NamedTuple):
    """One change of two scripts: of a particular, or of the body."""

    particular: Particular | None
    change: Change | None


def differences(found: ComparedScripts) -> list[Difference]:
    """Return all changes in the order in which they are shown."""
    listed = [Difference(which, None) for which, _compared in found.particulars]
    return listed + [Difference(None, change) for change in found.body.changes]


def rows(found: ComparedScripts) -> list[Row]:
    """Return the rows of two compared scripts, particulars first; of a very long one what changed."""
    made: list[Row] = []
    for number, (which, compared) in enumerate(found.particulars):
        made += _rows(compared, particular_words(which), _one_change(number), (), ())
    first = len(made)
    body = _rows(
        found.body, "", _numbers(found.body, len(found.particulars)), found.old.blocks, found.new.blocks
    )
    return made[:first] + (body if len(body) <= _MANY else list(_around_changes(body)))


def whole(found: ComparedScripts) -> list[Row]:
    """Return the rows of one script, compared with itself: its particulars, then its words."""
    script = found.old
    lines = ((particular_words(which), written(script, which)) for which in Particular)
    same = _rows(found.body, "", _one_change(-1), script.blocks, script.blocks)
    return [
        *(Row(label, [run], [run]) for label, words in lines if words for run in [Run(words, PartKind.SAME)]),
        *same,
    ]


def _one_change(number: int) -> Iterator[int]:
    while True:
        yield number


def _numbers(compared: Compared, first: int) -> Iterator[int]:
    """Yield the number of the change that each part which is not the same belongs to."""
    changes = iter(enumerate(compared.changes, first))
    number, change = -1, Change(0, -1, 0, -1)
    for part in compared.parts:
        if part.kind is PartKind.SAME:
            continue
        if part.old_end > change.old_end or part.new_end > change.new_end:
            number, change = next(changes)
        yield number


def _rows(
    compared: Compared,
    label: str,
    numbers: Iterator[int],
    old_blocks: Sequence[Block],
    new_blocks: Sequence[Block],
) -> list[Row]:
    """Begin a row where both texts begin a paragraph."""
    made = [Row(label)]
    old_left, new_left = iter(old_blocks), iter(new_blocks)
    for part in compared.parts:
        number = -1 if part.kind is PartKind.SAME else next(numbers)
        if part.kind is not PartKind.SAME:
            if part.kind is PartKind.GONE:
                made[-1].old += _runs(compared.old_text(part), part.kind, number, old_left)
            else:
                made[-1].new += _runs(compared.new_text(part), part.kind, number, new_left)
            continue
        for at, words in enumerate(compared.old_text(part).split("\n")):
            if at:
                made.append(Row(label))
            made[-1].old += _runs(words, part.kind, number, old_left)
            made[-1].new += _runs(words, part.kind, number, new_left)
    return made


def _runs(words: str, kind: PartKind, change: int, blocks: Iterator[Block]) -> Iterator[Run]:
    for at, piece in enumerate(words.split(MARK)):
        if at:
            block = next(blocks, None)
            yield Run(block_words(block) if block is not None else MARK, kind, change, is_block=True)
        if piece:
            cut = change >= 0 and len(piece) > _LONGEST
            yield Run(f"{piece[:_LONGEST]} …" if cut else piece, kind, change)


def block_words(block: Block) -> str:
    """Return what a clip or a note is, in one line."""
    if not isinstance(block, Clip):
        return _("Catatan penyiar: {words}").format(words=block.text)
    parts = [
        block.name or _("klip menyusul"),
        clock_length(block.milliseconds) if block.milliseconds else "",
        block.speaker,
        _("mulai “{words}”").format(words=block.in_words) if block.in_words else "",
        _("akhir “{words}”").format(words=block.out_words) if block.out_words else "",
        _("bila gagal: {words}").format(words=block.paraphrase) if block.paraphrase else "",
    ]
    return _("Klip: {words}").format(words=", ".join(part for part in parts if part))


def _around_changes(made: Sequence[Row]) -> Iterator[Row]:
    near = [False] * len(made)
    for at, row in enumerate(made):
        if row.changed:
            for beside in range(max(0, at - _AROUND), min(len(made), at + _AROUND + 1)):
                near[beside] = True
    left_out = 0
    for row, shown in zip(made, near, strict=True):
        if not shown:
            left_out += 1
            continue
        if left_out:
            yield Row(left_out=left_out)
            left_out = 0
        yield row
    if left_out:
        yield Row(left_out=left_out)


def particular_words(which: Particular) -> str:
    """Return what a particular of a script is called."""
    return {
        Particular.SLUG: _("Slug"),
        Particular.HEADLINE: _("Judul"),
        Particular.DATELINE: _("Tempat berita"),
        Particular.BYLINES: _("Penulis"),
        Particular.TAGS: _("Tag"),
    }[which]
