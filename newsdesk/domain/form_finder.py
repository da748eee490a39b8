"""Where forms of the lexicon stand in a text, without asking how they are said."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from newsdesk.domain.lexicon import Pronunciation

_WORD = re.compile(r"\w+")


class FormFinder:
    """Finds the forms of ``entries`` as whole words, all of them in one pass; conditions do not count."""

    def __init__(self, entries: Iterable[Pronunciation]) -> None:
        self._by_word: defaultdict[str, list[tuple[int, Pronunciation]]] = defaultdict(list)
        for entry in entries:
            if word := _WORD.search(entry.form):
                self._by_word[word[0].casefold()].append((word.start(), entry))

    def forms_in(self, text: str) -> set[str]:
        """Return the forms that stand in ``text``, as their entries write them.

        >>> sorted(FormFinder([Pronunciation("KPU", ""), Pronunciation("PU", "")]).forms_in("KPU-nya rapat"))
        ['KPU']
        """
        found: set[str] = set()
        for word in _WORD.finditer(text):
            for inside, entry in self._by_word.get(word[0].casefold(), ()):
                if entry.form not in found and _stands(entry, text, word.start() - inside):
                    found.add(entry.form)
        return found


def _stands(entry: Pronunciation, text: str, start: int) -> bool:
    end = start + len(entry.form)
    written = text[max(0, start) : end]
    if written != entry.form and (entry.case_sensitive or written.casefold() != entry.form.casefold()):
        return False
    cut_before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    cut_after = end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
    return not cut_before and not cut_after
