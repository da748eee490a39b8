"""The findings of a script: what a sub-editor would remark, looked for again only where the text changed."""

from __future__ import annotations

import re
from collections import Counter, OrderedDict
from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path

from newsdesk.copyedit.checks import CHECKS, findings
from newsdesk.copyedit.checks.check import Scope
from newsdesk.copyedit.checks.copy import Copy, Known, Person
from newsdesk.copyedit.checks.tables import listed
from newsdesk.copyedit.finding import Finding, Kind
from newsdesk.copyedit.hunspell import HunspellDictionary
from newsdesk.copyedit.indonesian import IndonesianSpeller
from newsdesk.copyedit.speller import Speller
from newsdesk.domain.attribution import Source
from newsdesk.domain.checking import Choice
from newsdesk.services.reading import Reading

LONGEST_CHECKED = 200_000
"""Code points of a script that are looked at: some thirty thousand words, more than any story."""
KEPT_PARAGRAPHS = 2_048
DICTIONARY_FOLDERS = (
    "/usr/share/hunspell",
    "/usr/local/share/hunspell",
    "/usr/share/myspell/dicts",
    "/usr/share/myspell",
    "/opt/homebrew/share/hunspell",
    "/Library/Spelling",
)
"""Where systems keep hunspell dictionaries."""
_DICTIONARY = "id_ID"


def check_names() -> tuple[tuple[str, Kind], ...]:
    """Return every check that can be switched off, with what it is about, in the order of their findings."""
    return tuple((check.name, check.kind) for check in CHECKS)


def indonesian_speller(
    words: Iterable[str] = (), folders: Iterable[str] = DICTIONARY_FOLDERS
) -> Speller | None:
    """Return the Indonesian dictionary of this computer with ours and the newsroom's ``words``.

    None where the computer has none (or none that can be read): then no word is unknown. It reads
    files for a tenth of a second: call it off the window's thread.
    """
    for folder in folders:
        affixes, roots = Path(folder, f"{_DICTIONARY}.aff"), Path(folder, f"{_DICTIONARY}.dic")
        try:
            dictionary = HunspellDictionary(affixes, roots)
        except (OSError, ValueError):  # not there, or not one that we can read: the next folder may have it
            continue
        return IndonesianSpeller(dictionary, {*listed("words"), *words})
    return None


def has_dictionary(folders: Iterable[str] = DICTIONARY_FOLDERS) -> bool:
    """Return whether this computer has the Indonesian dictionary; looks at the disk, reads nothing."""
    return any(
        Path(folder, f"{_DICTIONARY}.aff").is_file() and Path(folder, f"{_DICTIONARY}.dic").is_file()
        for folder in folders
    )


class Checking:
    """Finds what to remark in a script. Pure: it stores nothing but what it has looked at.

    ``acronyms`` are the forms that the newsroom's lexicon holds besides the built-in ones. One thread
    at a time may ask; the window asks on the copy lane.
    """

    def __init__(
        self, reading: Reading, speller: Speller | None = None, acronyms: Collection[str] = ()
    ) -> None:
        self._reading = reading
        self._speller = speller
        self._acronyms = frozenset(acronyms) | {row.form for row in reading.builtin() if row.form.isupper()}
        self._paragraphs: OrderedDict[tuple[str, Choice, date, date], tuple[Finding, ...]] = OrderedDict()

    def findings(
        self,
        text: str,
        written: date,
        airs: date | None = None,
        sources: Iterable[Source] = (),
        choice: Choice | None = None,
    ) -> tuple[Finding, ...]:
        """Return what to remark in ``text``, in its order; where two begin alike, the graver one first.

        ``written`` is the day of writing, ``airs`` that of the bulletin (the same where none is planned);
        ``sources`` is the register of sources. Any text will do. Looked at again are only the
        paragraphs that changed, and what needs the whole story. A finding's ``key`` stays while its
        words and the two before them do.
        """
        chosen = choice or Choice()
        text = text[:LONGEST_CHECKED]
        people = tuple(Person(source.person, source.office) for source in sources if source.person)
        known = Known(written, airs or written, self._acronyms, people, self._speller)
        found: list[Finding] = []
        start = 0
        for line in text.split("\n"):
            at = start
            for part in self._reading.parts(line):
                found += (_moved(one, at) for one in self._in_paragraph(part, known, chosen))
                at += len(part)
            start += len(line) + 1
        story = Copy(text, self._reading.sentences(text), known)
        found += findings(story, chosen, Scope.STORY)
        return _numbered(text, found)

    def _in_paragraph(self, text: str, known: Known, choice: Choice) -> tuple[Finding, ...]:
        if not text or text.isspace():
            return ()
        key = (text, choice, known.written, known.airs)
        kept = self._paragraphs.get(key)
        if kept is None:
            copy = Copy(text, self._reading.sentences(text), known)
            kept = tuple(findings(copy, choice, Scope.PARAGRAPH))
            self._paragraphs[key] = kept
            if len(self._paragraphs) > KEPT_PARAGRAPHS:
                self._paragraphs.popitem(last=False)
        else:
            self._paragraphs.move_to_end(key)
        return kept


_NEAR = 80
_SENTENCE_END = re.compile(r"[.!?\n]")
_WORD = re.compile(r"\w+")
_ORDER = {check.kind: place for place, check in reversed(list(enumerate(CHECKS)))}


def _moved(finding: Finding, by: int) -> Finding:
    return finding._replace(start=finding.start + by, end=finding.end + by) if by else finding


def _numbered(text: str, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Put findings in the order of the text and number those of one rule and the same words in one place."""
    before: Counter[tuple[str, str, str]] = Counter()
    numbered: list[Finding] = []
    for finding in sorted(found, key=lambda one: (one.start, _ORDER[one.kind], one.end)):
        after = _after(text, finding.start)
        name = (finding.rule, finding.words, after)
        numbered.append(finding._replace(nth=before[name], after=after))
        before[name] += 1
    return tuple(numbered)


def _after(text: str, start: int) -> str:
    """Return the two words before ``start``, fewer at the beginning of a sentence.

    What comes behind does not count: one writes on there.
    """
    sentence = _SENTENCE_END.split(text[max(0, start - _NEAR) : start])[-1]
    return " ".join(_WORD.findall(sentence)[-2:])
