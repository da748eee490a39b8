"""The newsroom's checks: what it has settled about them, and the findings that its writers let be."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from newsdesk.domain.audit import Deed
from newsdesk.domain.checking import Choice, LetBe, RuleText, Settled
from newsdesk.domain.people import Act, Person
from newsdesk.domain.text import clean
from newsdesk.errors import BadInput, NoReason, NoSuchStory
from newsdesk.i18n import _
from newsdesk.services.clock import utc_now
from newsdesk.services.told import differing, short, yes_or_no

if TYPE_CHECKING:  # the storage comes with SQLAlchemy
    from newsdesk.domain.attribution import Source
    from newsdesk.services.checking import Checking
    from newsdesk.services.people import People
    from newsdesk.services.reading import Reading
    from newsdesk.storage.open import Storage
    from newsdesk.storage.unit_of_work import UnitOfWork

LIMITS = {"breath_syllables": (20, 200), "most_figures": (1, 20), "months_without_year": (1, 24)}
"""Fewest and most of every limit that a newsroom can choose."""
_LONGEST_WORD = 100


class Ready(NamedTuple):
    """What a script is checked by: all that the database has to say about it."""

    settled: Settled
    forms: tuple[str, ...]
    sources: tuple[Source, ...]

    def checking(self, reading: Reading) -> Checking:
        """Return the checks; reads the dictionary, a tenth of a second: not on the window's thread."""
        from newsdesk.services.checking import Checking, indonesian_speller

        words = (*self.forms, *(one.word for one in self.settled.words))
        return Checking(reading, indonesian_speller(words), self.forms)


class Checks:
    """Gives and keeps all of it in the newsroom's database; the last change holds.

    Whatever changes it raises :class:`NotAllowed` for who may not.
    """

    def __init__(self, storage: Storage, people: People, now: Callable[[], datetime] = utc_now) -> None:
        self._storage = storage
        self._people = people
        self._now = now

    # ------------------------------------------------------------ what is settled

    def settled(self) -> Settled:
        """Return what the newsroom has settled."""
        with self._storage.read() as queries:
            return queries.checks.settled()

    def ready(self) -> Ready:
        """Return what scripts are to be checked by now."""
        with self._storage.read() as queries:
            forms = tuple(entry.form for entry in queries.lexicon.entries())
            return Ready(queries.checks.settled(), forms, tuple(queries.registers.sources()))

    def choose(self, change: Callable[[Choice], Choice]) -> Settled:
        """Settle on which checks apply and on their limits, from what holds now; limits stay in LIMITS."""
        with self._changing(Act.LAW) as (work, me):
            before = work.queries.checks.settled().choice
            choice = change(before)
            kept = Choice(
                choice.without,
                _within("breath_syllables", choice.breath_syllables),
                _within("most_figures", choice.most_figures),
                _within("months_without_year", choice.months_without_year),
            )
            work.checks.put_choice(kept)
            told = differing(_choice_told(before), _choice_told(kept))
            if any(told):
                work.audit.record(Deed.CHANGE, me, "checks", 0, "", *told)
            return work.queries.checks.settled()

    def add_word(self, word: str) -> Settled:
        """Let a word be spelled so. Raises :class:`BadInput` for what is no single word."""
        word = clean(word).strip()
        one = 0 < len(word) <= _LONGEST_WORD and not any(letter.isspace() for letter in word)
        if not one or not any(map(str.isalpha, word)):
            raise BadInput(word, _("isi kamus redaksi harus satu kata dan berisi huruf"))
        with self._changing(Act.LEXICON) as (work, me):
            work.checks.put_word(word, me.id, self._now())
            work.audit.record(Deed.ADD, me, "word", 0, word)
            return work.queries.checks.settled()

    def remove_word(self, word: str) -> Settled:
        """Take a word out of the newsroom's own."""
        with self._changing(Act.LEXICON) as (work, me):
            work.checks.forget_word(word)
            work.audit.record(Deed.REMOVE, me, "word", 0, word)
            return work.queries.checks.settled()

    def add_pair(self, wrong: str, right: str) -> Settled:
        """Write ``right`` for ``wrong``. Raises :class:`BadInput` for empty, endless or equal ones."""
        wrong, right = (" ".join(clean(words).split()) for words in (wrong, right))
        if not wrong or not right or wrong.casefold() == right.casefold():
            raise BadInput(wrong or right, _("isi kedua kata, dan yang benar harus lain dari yang salah"))
        if max(len(wrong), len(right)) > _LONGEST_WORD:
            raise BadInput(wrong, _("tiap kata dalam pasangan paling panjang seratus huruf"))
        if not (wrong[0].isalnum() and wrong[-1].isalnum()):
            raise BadInput(wrong, _("kata di Yang salah harus diawali dan diakhiri huruf atau angka"))
        with self._changing(Act.LAW) as (work, me):
            work.checks.put_pair(wrong.casefold(), right, me.id, self._now())
            work.audit.record(Deed.ADD, me, "pair", 0, wrong.casefold(), after={"right": right})
            return work.queries.checks.settled()

    def remove_pair(self, wrong: str) -> Settled:
        """Take a pair out of the newsroom's own."""
        wrong = " ".join(clean(wrong).split()).casefold()
        with self._changing(Act.LAW) as (work, me):
            work.checks.forget_pair(wrong)
            work.audit.record(Deed.REMOVE, me, "pair", 0, wrong)
            return work.queries.checks.settled()

    # ------------------------------------------------------------ law and ethics

    def rules(self) -> tuple[RuleText, ...]:
        """Return the built-in rules of law and ethics, dated, in their order; no database is asked."""
        from newsdesk.copyedit.checks.law_rules import built_in

        return built_in()

    def edit_rule(self, rule: RuleText) -> Settled:
        """Let a rule stand as the newsroom has it; the built-in one stays under it.

        Raises :class:`BadInput` for one that says nothing, has no citation, or a day that is none. A rule
        that is as it was built in is no edited one.
        """
        built_in = next((one for one in self.rules() if one.id == rule.id), None)
        rule = _cleaned(rule)
        if built_in is None or not rule.says or not rule.instrument or (built_in.topic and not rule.topic):
            raise BadInput(rule.instrument or rule.id, _("isi kata pemicu, kalimat, dan sumber hukumnya"))
        try:
            date.fromisoformat(rule.checked)
        except ValueError as error:
            raise BadInput(rule.checked, _("tulis tanggalnya seperti 2026-11-21")) from error
        if rule == _cleaned(built_in):
            return self.put_back_rule(rule.id)
        with self._changing(Act.LAW) as (work, me):
            edited = (one.text for one in work.queries.checks.settled().rules)
            before = next((one for one in edited if one.id == rule.id), built_in)
            work.checks.put_rule(rule, me.id, self._now())
            told = differing(_rule_told(before), _rule_told(rule))
            work.audit.record(Deed.CHANGE, me, "law", 0, rule.id, *told)
            return work.queries.checks.settled()

    def put_back_rule(self, rule_id: str) -> Settled:
        """Let the built-in rule hold again."""
        with self._changing(Act.LAW) as (work, me):
            work.checks.forget_rule(rule_id)
            work.audit.record(Deed.REMOVE, me, "law", 0, rule_id)
            return work.queries.checks.settled()

    # ------------------------------------------------------------ a story's findings

    def let_be(self, story_id: int) -> dict[str, LetBe]:
        """Return which findings of a story may stand, by their keys, and why: the editor reads it too."""
        with self._storage.read() as queries:
            return queries.checks.let_be(story_id)

    def let(self, story_id: int, keys: Iterable[str], reason: str) -> dict[str, LetBe]:
        """Let findings of a story be and return all that may stand.

        Raises :class:`NoReason` without a reason and :class:`NoSuchStory`.
        """
        reason = " ".join(clean(reason).split())
        if not reason:
            raise NoReason(story_id)
        with self._changing(Act.WRITE) as (work, me):
            if work.queries.missing([story_id]):
                raise NoSuchStory(story_id)
            for key in keys:
                work.checks.put_let_be(story_id, key, reason, me.id, self._now())
                told = {"finding": short(key), "reason": short(reason)}
                work.audit.record(Deed.LET_BE, me, "story", story_id, "", after=told)
            return work.queries.checks.let_be(story_id)

    def look_again(self, story_id: int, keys: Iterable[str]) -> dict[str, LetBe]:
        """Let findings of a story be told again and return all that may stand."""
        with self._changing(Act.WRITE) as (work, me):
            for key in keys:
                work.checks.forget_let_be(story_id, key)
                told = {"finding": short(key)}
                work.audit.record(Deed.NOT_LET_BE, me, "story", story_id, "", after=told)
            return work.queries.checks.let_be(story_id)

    @contextmanager
    def _changing(self, act: Act) -> Generator[tuple[UnitOfWork, Person]]:
        me = self._people.me()
        with self._storage.write() as work:
            self._people.demand(act, work.queries)
            yield work, me


def _choice_told(choice: Choice) -> dict[str, str]:
    """Return what the log says about which checks apply."""
    return {
        "without": ", ".join(sorted(choice.without)),
        "breath_syllables": str(choice.breath_syllables),
        "most_figures": str(choice.most_figures),
        "months_without_year": str(choice.months_without_year),
    }


def _rule_told(rule: RuleText) -> dict[str, str]:
    """Return what the log says about the wording of a rule."""
    return {name: yes_or_no(value) if name == "off" else str(value) for name, value in rule._asdict().items()}


def _within(name: str, value: int) -> int:
    fewest, most = LIMITS[name]
    return min(max(value, fewest), most)


def _cleaned(rule: RuleText) -> RuleText:
    def words(phrases: tuple[str, ...]) -> tuple[str, ...]:
        kept = (" ".join(clean(phrase).split()) for phrase in phrases)
        return tuple(dict.fromkeys(phrase for phrase in kept if phrase))

    def line(text: str) -> str:
        return " ".join(clean(text).split())

    return rule._replace(
        topic=words(rule.topic),
        together=words(rule.together),
        unless=words(rule.unless),
        says=line(rule.says),
        instrument=line(rule.instrument),
        article=line(rule.article),
        quote=line(rule.quote),
        checked=rule.checked.strip(),
    )
