"""Scripts and entries as both databases can keep them: the one place where text is cleaned on its way in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsdesk.domain.attribution import Attribution, Byline, Dateline
from newsdesk.domain.blocks import LONGEST_MS, MARK, Block, Clip, places, stray_marks
from newsdesk.domain.lexicon import Pronunciation
from newsdesk.domain.story import SaidHere, Script
from newsdesk.domain.text import clean, removed


def clean_script(script: Script) -> Script:
    """Return ``script`` with every text cleaned; its attributions and readings move along with the body.

    Attributions that reach outside the body are cut to it, those left empty go, the rest stand in order.
    A reading for one place holds for its whole token or not at all: one that is empty, reaches outside the
    body or into the one before it goes; so does a passage that may be cut, and one with a block inside. A tag
    given twice stands once. A mark in the body that no block
    stands behind goes; a block that no mark stands for gets one at the end: nothing that was written is lost.
    """
    spans = script.attributions or script.said_here or script.cuttable
    gone = list(removed(script.body)) if spans else []
    size = len(script.body)
    script = _marked(
        replace(
            script,
            body=clean(script.body),
            attributions=_attributions(script.attributions, size, gone),
            said_here=_said_here(script.said_here, size, gone),
            cuttable=_cuttable(script.cuttable, size, gone),
        )
    )
    return replace(
        script,
        slug=clean(script.slug),
        headline=clean(script.headline),
        dateline=script.dateline and Dateline(clean(script.dateline.place), clean(script.dateline.outlet)),
        bylines=tuple(Byline(clean(one.name), clean(one.outlet)) for one in script.bylines),
        tags=tuple(dict.fromkeys(clean(tag) for tag in script.tags)),
        blocks=tuple(_block(block) for block in script.blocks),
        cuttable=tuple(span for span in script.cuttable if MARK not in script.body[slice(*span)]),
    )


def clean_entry(entry: Pronunciation) -> Pronunciation:
    """Return ``entry`` with every text cleaned and its spaces single; a condition is one word, named once.

    >>> clean_entry(Pronunciation(" e  KTP", "e ka te pe ", words_before=("kartu bukti",))).words_before
    ('kartu', 'bukti')
    """
    return replace(
        entry,
        form=_spaced(entry.form),
        spoken=_spaced(entry.spoken),
        respelling=_spaced(entry.respelling),
        words_before=_words(entry.words_before),
        words_after=_words(entry.words_after),
        checked_by=_spaced(entry.checked_by),
        found_sentence=_spaced(entry.found_sentence),
        found_by=_spaced(entry.found_by),
    )


def _marked(script: Script) -> Script:
    """Return ``script`` with one mark in its body for every block, and no other."""
    stray = stray_marks(script.body, len(script.blocks))
    out = set(stray)
    body = "".join(letter for at, letter in enumerate(script.body) if at not in out) if out else script.body
    missing = len(script.blocks) - len(places(body))
    if missing:
        body += ("\n" if body else "") + "\n".join([MARK] * missing)
    if body == script.body:
        return script
    size = len(script.body)
    return replace(
        script,
        body=body,
        attributions=_attributions(script.attributions, size, stray),
        said_here=_said_here(script.said_here, size, stray),
        cuttable=_cuttable(script.cuttable, size, stray),
    )


def _block(block: Block) -> Block:
    if not isinstance(block, Clip):
        return replace(block, text=clean(block.text))
    return replace(
        block,
        name=clean(block.name),
        path=clean(block.path),
        in_words=clean(block.in_words),
        out_words=clean(block.out_words),
        milliseconds=min(max(0, block.milliseconds), LONGEST_MS),
        speaker=clean(block.speaker),
        paraphrase=clean(block.paraphrase),
    )


def _attributions(ties: Iterable[Attribution], size: int, gone: Sequence[int]) -> tuple[Attribution, ...]:
    kept: list[Attribution] = []
    for one in ties:
        start, end = max(0, one.start), min(size, one.end)
        start, end = start - bisect_left(gone, start), end - bisect_left(gone, end)
        if start < end:
            kept.append(replace(one, start=start, end=end))
    return tuple(sorted(kept, key=lambda one: (one.start, one.end)))


def _said_here(places: Iterable[SaidHere], size: int, gone: Sequence[int]) -> tuple[SaidHere, ...]:
    kept: list[SaidHere] = []
    position = 0
    for one in sorted(places):
        if not 0 <= one.start < one.end <= size:
            continue
        start, end = one.start - bisect_left(gone, one.start), one.end - bisect_left(gone, one.end)
        if position <= start < end:
            kept.append(SaidHere(start, end, _spaced(one.spoken)))
            position = end
    return tuple(kept)


def _cuttable(
    spans: Iterable[tuple[int, int]], size: int, gone: Sequence[int]
) -> tuple[tuple[int, int], ...]:
    kept = _said_here((SaidHere(start, end, "") for start, end in spans), size, gone)
    return tuple((one.start, one.end) for one in kept)


def _spaced(text: str) -> str:
    return " ".join(clean(text).split())


def _words(listed: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for text in listed for word in clean(text).split()))
