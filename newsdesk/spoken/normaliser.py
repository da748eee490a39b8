"""Reads a script as an announcer would: finds every token that is not said as written.

One scan goes through the text and stops only at what may need a reading: a digit, a sign, a word with
capitals inside, and the few ordinary-looking words that a rule or a table lists. There the rules are
tried in the order of :data:`RULES`; the first that gives a reading wins and the scan goes on behind it.
Order is meaning.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable

from newsdesk.spoken.corrections import Correction, heeded
from newsdesk.spoken.lexicon import HouseForm, HouseLexicon
from newsdesk.spoken.policy import Policy
from newsdesk.spoken.rules import (
    abbreviation,
    acronym,
    clock,
    code,
    date,
    decade,
    entity,
    fraction,
    house,
    initial,
    measure,
    money,
    nomor,
    number,
    old_spelling,
    ordinal,
    phone,
    plate,
    range,  # noqa: A004 - the newsroom's word; the built-in is not used here
    reduplication,
    roman,
    score,
    symbol,
    times,
    title,
    url,
    year,
)
from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.spoken_text import SpokenText
from newsdesk.spoken.tables import Tables
from newsdesk.spoken.text import Reading
from newsdesk.spoken.written import FIGURES, LETTER, PUNCTUATION

RULES: tuple[Rule, ...] = (
    house.RULE,
    # whole addresses and numbers that must not be taken apart
    url.RULE,
    url.TAG,
    plate.RULE,
    score.FORMATION,
    score.TIE_BREAK,
    # dates and times
    date.NAMED,
    date.FIGURES,
    date.ISO,
    date.SHORT,
    date.MONTH,
    code.DOCUMENT,
    code.LETTERED_DOCUMENT,
    code.DASHED_DOCUMENT,
    phone.RULE,
    phone.SHORT,
    clock.LAP,
    clock.TO_THE_HOUR,
    clock.RULE,
    clock.DURATION,
    clock.HOUR,
    # amounts
    money.RULE,
    money.ALONE,
    year.ERAS,
    money.SCALED,
    times.RULE,
    measure.ANGLE,
    range.UNITS,
    measure.RULE,
    score.RULE,
    range.TO_NOW,
    range.NAMED,
    range.YEARS,
    year.ERA,
    decade.RULE,
    code.FIGURES_FIRST,
    range.RULE,
    fraction.SIGN,
    fraction.RULE,
    times.RATIO,
    year.RULE,
    number.RULE,
    number.MINUS,
    # words and letters
    ordinal.RULE,
    nomor.NEIGHBOURHOOD,
    nomor.RULE,
    year.CENTURY,
    title.AFTER,
    title.BEFORE,
    measure.MAGNITUDE,
    measure.ROAD,
    measure.SCALE,
    times.BY,
    roman.CLASS,
    roman.RULE,
    code.LEVEL,
    code.DAY_H,
    code.LINEAGE,
    acronym.WITH_FIGURES,
    code.LETTERS_FIRST,
    abbreviation.COMPARED,
    abbreviation.DOTTED,
    abbreviation.RULE,
    initial.LISTED,
    initial.RULE,
    acronym.RULE,
    old_spelling.RULE,
    measure.ALONE,
    reduplication.RULE,
    # what is left
    entity.RULE,
    number.REPEATED,
    acronym.BRACKETED,
    symbol.RULE,
)
HERE = "here"
"""The name of the rule that reads what is corrected for one place of one story."""
RULE_NAMES = (HERE, *dict.fromkeys(rule.name for rule in RULES))
"""Every name that a reading's ``rule`` can have, each once, in the order of :data:`RULES`."""

_NOT_ORDINARY = r"(?![^\W_\d]|\d|[@.:/][a-z/0-9])"
_TOKEN = re.compile(
    # 1: an ordinary word, which is only looked up: no capital inside, no old spelling, nothing glued to it
    rf"((?:[a-z]++|(?![DTSN]j|Oe|[A-Z][a-z]*?(?:oe|[dts]j))[A-Z][a-z]++){_NOT_ORDINARY})"
    # 2 and 3: any other word, with a capital or without
    rf"|([A-Z](?>(?:{LETTER}|[\u0300-\u036f])*))"
    rf"|({LETTER}(?>(?:{LETTER}|[\u0300-\u036f])*))"
    # 4: a digit
    r"|(\d)"
    # 5: a sign; a dash only where it may be a minus
    rf"|([^\w\s{PUNCTUATION}]|[_{FIGURES}]|(?<![\w.,)/%\x96-])(?<![\d.%] )[-–](?=\d)"
    r"|(?<=\d)[-–](?=(?:sekarang|selesai|kini)\b)"
    # or a bracket that may say a number again: 3 (tiga), dua (2)
    r"|(?<=[\da-zIVXLC-] )\((?=[\dA-Za-z]))"
)
_KINDS = (Starts.LETTER, Starts.CAPITAL, Starts.SMALL, Starts.DIGIT, Starts.SIGN)

_Try = tuple[
    Callable[[str, int], "re.Match[str] | None"], Callable[["re.Match[str]", Passage], Reading | None]
]


class Normaliser:
    """Says how a text is read, by the rules, the built-in tables and the newsroom's own forms."""

    def __init__(self, tables: Tables, house: Iterable[HouseForm] = (), policy: Policy | None = None) -> None:
        self._tables = tables
        self._house = HouseLexicon(house)
        self._policy = policy or Policy()
        rules = [rule for rule in RULES if rule.name != "house" or self._house]
        self._words = frozenset(self._house.words).union(*(rule.words(tables) for rule in rules))
        self._tries: tuple[tuple[_Try, ...], ...] = tuple(
            tuple((rule.pattern.match, rule.read) for rule in rules if rule.starts & kind) for kind in _KINDS
        )

    def read(
        self, text: str, corrections: Iterable[Correction] = (), bulletin: datetime.date | None = None
    ) -> SpokenText:
        """Return the spoken form of ``text``, of any number of paragraphs; never raises, linear time.

        ``corrections`` win over everything; their readings have the rule "here". ``bulletin`` is the day of
        the bulletin that this text is for, in place of the policy's.
        """
        policy = self._policy._replace(bulletin=bulletin) if bulletin else self._policy
        passage = Passage(text, self._tables, self._house, policy)
        readings: list[Reading] = []
        position = 0
        for one in heeded(corrections, text):
            position = self._read_until(passage, position, one.start, readings)
            if position < one.start:
                # A token reaches into the correction: what stands before it is read for itself.
                before = Passage(text[: one.start], self._tables, self._house, policy)
                self._read_until(before, position, one.start, readings)
            readings.append(Reading(one.start, one.end, " ".join(one.spoken.split()), HERE))
            position = one.end
        self._read_until(passage, position, len(text), readings)
        return SpokenText(text, tuple(readings))

    def _read_until(self, passage: Passage, position: int, end: int, readings: list[Reading]) -> int:
        """Add the readings up to ``end``; return where a token that reaches beyond it begins, or ``end``."""
        while True:
            reading = self._next(passage, position)
            if reading is None or reading.start >= end:
                return end
            if reading.end > end:
                return position
            if reading.start < position:
                # A bracket before a token belongs to it, but not where it is corrected.
                reading = reading._replace(start=position)
            readings.append(reading)
            position = reading.end

    def _next(self, passage: Passage, position: int) -> Reading | None:
        words = self._words
        for token in _TOKEN.finditer(passage.text, position):
            kind = token.lastindex
            if kind == 1 and token[0] not in words:
                continue
            start = token.start()
            for match, read in self._tries[(kind or 1) - 1]:
                found = match(passage.text, start)
                if found is not None:
                    reading = read(found, passage)
                    if reading is not None:
                        return reading
        return None
