"""Sentences for the tests of speech, made from plain copy without reading it by rules."""

from __future__ import annotations

from newsdesk.spoken.sentences import Sentence
from newsdesk.spoken.text import SpokenWord

LONG = (
    "Pemerintah kota menggelar upacara bendera rutin tujuh belasan di halaman kantor wali kota, "
    "Jumat tujuh belas Januari dua ribu dua puluh lima, diikuti seluruh aparatur sipil negara di lingkungan "
    "pemerintah kota, dan wakil wali kota memimpin upacara sampai selesai pukul delapan lewat "
    "lima belas menit."
)
"""One sentence of 45 words."""


def sentence(text: str, start: int = 0, *, ends_paragraph: bool = False) -> Sentence:
    """Return ``text`` as one sentence said as written, at ``start`` in its script."""
    words, pauses, at = [], [], start
    for written in text.split(" "):
        word = written.rstrip(".,?!;:") or written
        words.append(SpokenWord(word, at, at + len(word)))
        pauses.append(written[len(word) :][:1])
        at += len(written) + 1
    return Sentence(start, start + len(text), tuple(words), tuple(pauses), ends_paragraph)


def story(*texts: str) -> list[Sentence]:
    """Return sentences that follow one another, one space between them."""
    found, at = [], 0
    for text in texts:
        found.append(sentence(text, at))
        at += len(text) + 1
    return found
