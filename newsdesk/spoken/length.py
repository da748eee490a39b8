"""How long a spoken text is, before any announcer's rate."""

from __future__ import annotations

from newsdesk.spoken.sentences import sentences
from newsdesk.spoken.spoken_text import SpokenText
from newsdesk.spoken.syllables import syllables


def measure(spoken: SpokenText) -> tuple[int, int, int]:
    """Return the syllables, the sentences and the paragraphs of ``spoken``; all 0 where nothing is said."""
    found = sentences(spoken)
    return (
        sum(syllables(word.text) for word in spoken.words),
        len(found),
        sum(sentence.ends_paragraph for sentence in found),
    )
