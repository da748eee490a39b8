"""Finds where copy names people, with the office that stands before or behind the name."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from typing import NamedTuple

from newsdesk.copyedit.beside_names import DASHES, head_of, name_behind, office_behind, past_origin
from newsdesk.copyedit.boundary import is_sure, name_start
from newsdesk.copyedit.name_run import name_end, past_age, past_degrees, past_other_name
from newsdesk.copyedit.names import (
    LONGEST_NAME,
    NOT_NAMES,
    can_be_name,
    is_given,
    is_place_word,
    is_title,
)
from newsdesk.copyedit.office_run import office_end
from newsdesk.copyedit.offices import head_length, is_office_word
from newsdesk.copyedit.tables import word_table
from newsdesk.copyedit.tokens import Token

_NO_COMMON_WORD = ("me", "ber", "di", "yang", "dan", "ter")
"""How words begin behind which an office in small letters does not go on: verbs and "yang"."""
_SAYING = word_table("saying")
_FEWEST_SURE = 2
"""Words of a name behind an office that no table has."""


class Mention(NamedTuple):
    """One place where a person is named: ``[first, last)`` are tokens of the sentence.

    ``name`` and ``role`` are ranges of characters of the text, empty ones (0, 0); ``also`` are other names
    given with it ("atau Mas Ibin").
    """

    first: int
    last: int
    name: tuple[int, int]
    role: tuple[int, int]
    also: tuple[str, ...] = ()


def mentions(sentence: Sequence[Token], known: Set[str]) -> list[Mention]:
    """Return the people named in ``sentence``, in order, none overlapping.

    ``known`` are words (lower case) that stand next to a verb of saying somewhere in the text, as short
    names do: they settle where an office ends and a name begins.
    """
    found: list[Mention] = []
    index = 0
    while index < len(sentence):
        mention = _office_first(sentence, index, known) or _name_first(sentence, index, known)
        if mention is None and index == 0:
            mention = _unknown_office_first(sentence, known)
        if mention is None:
            index += 1
            continue
        found.append(mention)
        index = mention.last
    return found


# ---------------------------------------------------------------- office first


def _office_first(sentence: Sequence[Token], start: int, known: Set[str]) -> Mention | None:
    """Read "Wali Kota Blitar, Santoso", "Kepala BPS Kota Blitar Hanung Pramusito" or an office alone."""
    if not sentence[start].text[0].isalpha():
        return None
    head = head_of(sentence, start)
    if not head or (start and sentence[start - 1].capital and _runs_on(sentence, start)):
        return None
    named = is_title(sentence[start]) or is_given(sentence[start])
    if named and head == 1 and start + 1 < len(sentence) and can_be_name(sentence[start + 1]):
        return None  # "Ibu Siti", "Imam Kusnin Ahmad"
    run = office_end(sentence, start, start + head)
    if run == start + head:
        run = _past_common_words(sentence, run)
    run = past_origin(sentence, run)
    if run > start + head and sentence[run - 1].text.islower() and is_sure(sentence[run : run + 1], known):
        named = run
        while is_title(sentence[named]) and named + 1 < len(sentence) and can_be_name(sentence[named + 1]):
            named += 1
        return _with_name(sentence, start, run, named, name_end(sentence, named), known)
    boundary = name_start(sentence, start + head, run, known)
    if boundary is not None and not _names_somebody(sentence, start, boundary, run, known):
        boundary = None
    behind = name_behind(sentence, run)
    if (
        behind is not None
        and (
            boundary is None
            or run - boundary < 2
            or is_title(sentence[run])  # "RSUD Mardi Waluyo dr. Bernard": the name has the title
            or not is_sure(sentence[boundary:run], known)
            or {token.plain for token in sentence[slice(*behind)]}
            <= {token.plain for token in sentence[boundary:run]}
        )
    ):
        return _with_name(sentence, start, run, *behind, known)
    if boundary is not None:
        titled = boundary
        while titled > start + head and is_title(sentence[titled - 1]):
            titled -= 1
        end = max(name_end(sentence, boundary), min(run, boundary + LONGEST_NAME))
        return _with_name(sentence, start, titled, boundary, end, known)
    if (
        not sentence[start].capital
        and not any(token.capital for token in sentence[start:run])
        and head == run - start
    ):
        # A bare "ketua" or "warga" in small letters names nobody yet.
        return None
    return Mention(start, run, (0, 0), _chars(sentence, start, run))


def _unknown_office_first(sentence: Sequence[Token], known: Set[str]) -> Mention | None:
    """Read an office of no table before a sure name: "Kasudin Damkar Kota Rini Ayu mengatakan".

    What begins as a body does is one: "Yayasan Budi Mulia menyatakan".
    """
    first = sentence[0]
    if (
        not first.capital
        or not first.text.isalpha()
        or first.plain in NOT_NAMES
        or is_office_word(first.text)
    ):
        return None
    run = office_end(sentence, 0, 1)
    if run >= len(sentence) or sentence[run].plain not in _SAYING:
        return None
    boundary = name_start(sentence, 1, run, known)
    if boundary is None or run - boundary < _FEWEST_SURE or not is_sure(sentence[boundary:run], known):
        return None
    if not any(is_office_word(token.text) for token in sentence[1:boundary]):
        return None
    return _with_name(sentence, 0, boundary, boundary, name_end(sentence, boundary), known)


def _past_common_words(sentence: Sequence[Token], index: int) -> int:
    """Step over small words before a comma and a name: "Koordinator aksi, Suyono", "Ibu korban, Tumini"."""
    end = index
    while end < min(len(sentence), index + 3) and sentence[end].text.islower():
        word = sentence[end].text
        if not word.isalpha() or (word.startswith(_NO_COMMON_WORD) and not head_length([word])):
            return index
        end += 1
    if end > index and end < len(sentence) and is_given(sentence[end]):
        return end  # "Pemilik pangkalan Sri Rahayu"
    return end if name_behind(sentence, end) is not None else index


def _names_somebody(sentence: Sequence[Token], start: int, boundary: int, run: int, known: Set[str]) -> bool:
    """Doubt a single unknown word behind an office in small letters: "seorang komandan Taliban"."""
    single = run - boundary == 1 and not is_title(sentence[boundary - 1])
    return not (single and sentence[start].text.islower()) or is_sure(sentence[boundary:run], known)


def _runs_on(sentence: Sequence[Token], start: int) -> bool:
    """Say whether the office at ``start`` only ends a longer capitalised name ("Istana Presiden")."""
    before = sentence[start - 1]
    return is_office_word(before.text) and not head_length([before.text])


# ---------------------------------------------------------------- name first


def _name_first(sentence: Sequence[Token], start: int, known: Set[str]) -> Mention | None:
    """Read "Hanung Pramusito - Kepala BPS", "Iqbal Ilham (31), pekerja swasta" or a name alone."""
    first = start
    while first < len(sentence) and is_title(sentence[first]):
        first += 1
    end = name_end(sentence, first)
    if end == first and first < len(sentence) and sentence[first].plain in known and sentence[first].capital:
        end = first + 1  # called as a town is: "Riyadh"
    if end == first:
        return None
    if start and sentence[start - 1].text == ")" and sentence[start - 1].end == sentence[start].start:
        return None  # the tail of a degree: "SpB(K)Onk"
    bare = end - first == 1 and first == start
    if bare and len(sentence[first].text) == 1:
        return None  # "berinisial R": who is kept unnamed stays so
    if bare and not _is_person(sentence, first, known):
        return None
    if start and (_capital_word(sentence[start - 1], is_office_word) or can_be_name(sentence[start - 1])):
        return None  # the tail of "Jalan Ahmad Yani", "Makam Bung Karno"
    if _longer_name(sentence, past_degrees(sentence, end)):
        return None
    return _with_name(sentence, start, start, first, end, known)


def _is_person(sentence: Sequence[Token], index: int, known: Set[str]) -> bool:
    """Say whether the single word at ``index`` is a person's name: frequent, or by what stands beside it."""
    token = sentence[index]
    if is_given(token) or token.plain in known or past_age(sentence, index + 1) > index + 1:
        return True
    return not is_place_word(token) and _office_follows(sentence, index + 1)


def _capital_word(token: Token, kind: Callable[[str], bool]) -> bool:
    return token.capital and kind(token.text)


def _longer_name(sentence: Sequence[Token], index: int) -> bool:
    """Say whether the words before ``index`` only begin the name of a thing: "Anugerah Pandu Negeri"."""
    if index >= len(sentence):
        return False
    token = sentence[index]
    if token.text[0].isdigit():
        return True
    capital = token.capital and token.text[0].isalpha() and token.quote < 0
    return (
        capital
        and token.plain not in NOT_NAMES
        and not head_length([token.text for token in sentence[index : index + 4]])
    )


def _office_follows(sentence: Sequence[Token], index: int) -> bool:
    if index < len(sentence) and sentence[index].text in {",", *DASHES}:
        index += 1
    return head_length([token.text for token in sentence[index : index + 4]]) > 0


# ---------------------------------------------------------------- what stands behind a name


def _with_name(
    sentence: Sequence[Token], start: int, office_end: int, first: int, end: int, known: Set[str]
) -> Mention:
    """Complete a mention: degrees, age and other names behind the name, and an office if none came before."""
    name = _chars(sentence, first, end)
    index = past_degrees(sentence, end)
    index, also = past_other_name(sentence, index)
    index = past_age(sentence, index)
    if office_end > start:
        return Mention(start, index, name, _chars(sentence, start, office_end), also)
    office = office_behind(sentence, index, known)
    if office is None:
        return Mention(start, index, name, (0, 0), also)
    return Mention(start, office[1], name, _chars(sentence, *office), also)


def _chars(sentence: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    return sentence[first].start, sentence[last - 1].end
