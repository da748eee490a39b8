"""Words that stand in no script, made ready to be said: a form of the lexicon, a voice's trial."""

from __future__ import annotations

from newsdesk.spoken.sentences import Sentence
from newsdesk.spoken.text import SpokenWord

NOWHERE = -1
"""The offset of words that stand in no script: nothing is highlighted while they are said."""
_HEEDED = ",;:.?!"


def aloud(spoken: str) -> tuple[Sentence, ...]:
    """Return the sentence that says ``spoken``, words as they are said; empty when there is none.

    Punctuation after a word is heeded as a pause, and a sentence without an end gets one.

    >>> [(one.words[1].text, one.pauses) for one in aloud("dua koma, enam")]
    [('koma', ('', ',', '.'))]
    """
    words: list[str] = []
    pauses: list[str] = []
    for token in spoken.split():
        word = token.rstrip(_HEEDED)
        pause = token[len(word) : len(word) + 1]
        if word:
            words.append(word)
            pauses.append(pause)
        elif pauses:
            pauses[-1] = pauses[-1] or pause
    if not words:
        return ()
    pauses[-1] = pauses[-1] if pauses[-1] in (".", "?", "!") else "."
    said = tuple(SpokenWord(word, NOWHERE, NOWHERE) for word in words)
    return (Sentence(NOWHERE, NOWHERE, said, tuple(pauses), ends_paragraph=True),)
