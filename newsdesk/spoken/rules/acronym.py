"""Forms in capitals: by the table; else by letters, or as a word where they can be said as one.

OPD -> o pe de
EPSS -> e pe es es
PPPK -> pe tiga ka
NATO -> Nato
BBM-nya -> be be em-nya
KEMAL -> Kemal
SFC -> es ef ce
AC Milan -> a ce Milan
"""

from __future__ import annotations

import re
from functools import lru_cache

from newsdesk.spoken.letters import spell
from newsdesk.spoken.rules.amount import Amount
from newsdesk.spoken.rules.old_spelling import todays
from newsdesk.spoken.rules.roman import balinese_i
from newsdesk.spoken.rules.rule import PLAIN_IN_HEADLINES, UNSAYABLE, Passage, Rule, Starts
from newsdesk.spoken.tables import Tables
from newsdesk.spoken.text import Reading
from newsdesk.spoken.written import LETTER, words

_PATTERN = re.compile(rf"{LETTER}++")
_BRACKETED = re.compile(r"\(([A-Z][a-z]{2,15})\)")
_WITH_FIGURES = re.compile(r"[A-Z]{1,6}\d{1,2}[A-Z]{0,6}(?![^\W_])")
_ENDING = re.compile(r"([A-Z]{2,})(nya|lah|pun|kah)\Z")
_ANY_WORD = re.compile(r"[^\W\d_]+")
_VOWEL = r"[AIUEO]"
_CONSONANT = r"(?:NG|NY|SY|KH|[BDFGHJKLMNPRSTWYZC])"
# What an Indonesian mouth takes for a word: syllables with at most two consonants between vowels.
_SAYABLE = re.compile(
    rf"(?:[BDGKPST]R|[KPBS]L|S[TKP]|{_CONSONANT})?(?:{_VOWEL}{{1,2}}(?:{_CONSONANT}{{1,2}}|[NLMRS](?:[BDGKPST]R|KL)))+{_VOWEL}{{0,2}}\Z|{_VOWEL}{{2}}[FT]A\Z"
)
_EASY_END = re.compile(r"(?:[AIUEO][^AIUEO]?|NG|NY|KH|RS|NS|KS|RT|ST|NT|NK|MP)\Z")
# Associazione Calcio, a football club, and no air conditioner.
_CLUB = re.compile(r"[ \u00a0](?:Milan|Ajaccio|Monza|Fiorentina|Horsens|Oulu)\b")
_BEFORE_NAMES = words("HM HR RP KRT PT CV UD PD PB PO RS SD SMP SMA SMK TK RT RW KM NV")
_DOT = re.compile(r"\.[ \u00a0]?[A-Z]")
_LONGEST_SPELLED = 7
_LONGEST_BRACKETED = 16


@lru_cache(maxsize=4096)
def _otherwise(form: str, known: str) -> tuple[str, ...]:
    """Return the other way to say a form of the table: by its letters, or as a word if it has vowels."""
    spelled = spell(form)
    if spelled != known:
        return (spelled,) if form.isalpha() else ()
    return (form.capitalize(),) if len(form) > 2 and re.search("[AIUEO]", form) else ()


def say_capitals(form: str, passage: Passage, shouted: bool = False) -> Amount:
    """Say a form in capitals; in a shouted line, what the table does not know is an ordinary word."""
    known = passage.tables.acronyms.get(form)
    if known is not None and not (shouted and form in PLAIN_IN_HEADLINES):
        return Amount(known, 1.0, passage.tables.meanings.get(form, ()) or _otherwise(form, known))
    word = todays(form.capitalize(), passage.tables)
    vowels = sum(letter in "AIUEO" for letter in form)
    if shouted and len(form) > 1 and not UNSAYABLE.match(form) and (vowels or len(form) > _LONGEST_SPELLED):
        return Amount(word, 0.9, (spell(form),))
    if not form.isascii() or len(form) > _LONGEST_SPELLED:
        return Amount(word, 0.7, (spell(form),))
    if (
        len(form) >= 4
        and vowels >= 2
        and _SAYABLE.match(form)
        and _EASY_END.search(form)
        and not re.search(r"([A-Z])\1", form[:2])
    ):
        return Amount(word, 0.6, (spell(form),))
    return Amount(spell(form), 0.95 if vowels == 0 else 0.8, (word,) if vowels and len(form) > 2 else ())


def _read(found: re.Match[str], passage: Passage) -> Reading | None:
    form = found[0]
    start, end = found.span()
    known = passage.tables.acronyms.get(form)
    if form == "AC" and _CLUB.match(passage.text, end):
        return Reading(start, end, "a ce", "acronym", 0.9, (known or "a se",))
    if known is not None and not form.isupper():
        return None if known == form else Reading(start, end, known, "acronym")
    ending = _ENDING.match(form)
    if ending:
        said = say_capitals(ending[1], passage)
        return Reading(start, end, f"{said.spoken}{ending[2]}", "acronym", said.sure, said.alternatives)
    if not form.isupper() or balinese_i(passage.text, start):
        return None
    said = say_capitals(form, passage, form not in passage.tables.acronyms and passage.shouted(start))
    if form in PLAIN_IN_HEADLINES and passage.shouted(start):
        said = say_capitals(form, passage, True)
    if said.spoken == form or not said.spoken:
        return None
    if form in _BEFORE_NAMES and _DOT.match(passage.text, end):
        # "PT. Telkom": a dot that ends no sentence.
        end += 1
    if passage.text[start - 1 : start] == "(" and passage.text[end : end + 1] == ")":
        said = _in_brackets(said, form, start, passage)
        if not said.spoken:
            return Reading(start - 1, end + 1, "", "acronym", said.sure, said.alternatives)
    return Reading(start, end, said.spoken, "acronym", said.sure, said.alternatives)


def _in_brackets(said: Amount, form: str, start: int, passage: Passage) -> Amount:
    """Return what is said of a form in brackets: nothing after its expansion, if the house drops it there."""
    if not _expanded_before(passage.text, start - 1, form):
        return said
    if not passage.policy.bracketed_acronyms:
        return Amount("", 0.9, (said.spoken,))
    # "Undang-undang (UU)": what the table expands is not said twice.
    spelled = spell(form)
    return Amount(spelled, said.sure, ("",)) if len(said.spoken) > len(spelled) else said


def _expanded_before(text: str, at: int, form: str) -> bool:
    """Say whether the words before ``at`` are what ``form`` stands for: its letters in their order.

    "Badan Penanggulangan Bencana Daerah (BPBD)", "Jejaring Pendidikan Nasional (Jardiknas)".
    """
    if len(form) > _LONGEST_BRACKETED:
        return False
    before = _ANY_WORD.findall(text[max(0, at - 16 * len(form) - 32) : at].rpartition("\n")[2].lower())
    letters = form.lower()
    for count in range(2, min(len(before), len(form) + 2) + 1):
        phrase = before[-count:]
        if phrase[0][0] == letters[0]:
            rest = iter("".join(phrase))
            if all(letter in rest for letter in letters):
                return True
    return False


def _read_bracketed(found: re.Match[str], passage: Passage) -> Reading | None:
    """A short form in small letters: "Kementerian Agama (Kemenag)"; those in capitals have had their turn."""
    if passage.policy.bracketed_acronyms or not _expanded_before(passage.text, found.start(), found[1]):
        return None
    return Reading(found.start(), found.end(), "", "acronym", 0.9, (found[1],))


def _read_with_figures(found: re.Match[str], passage: Passage) -> Reading | None:
    known = passage.tables.acronyms.get(found[0])
    return Reading(found.start(), found.end(), known, "acronym") if known else None


def _words(tables: Tables) -> frozenset[str]:
    return frozenset(form for form, spoken in tables.acronyms.items() if form != spoken)


BRACKETED = Rule("acronym", Starts.SIGN, _BRACKETED, _read_bracketed)
WITH_FIGURES = Rule("acronym", Starts.CAPITAL, _WITH_FIGURES, _read_with_figures)
RULE = Rule("acronym", Starts.LETTER, _PATTERN, _read, _words)
