"""What a sentence does when it is said: it tells, asks, bids, wishes; and how that is told of it."""

from __future__ import annotations

from typing import NamedTuple

from newsdesk.copyedit.doubt import Doubt
from newsdesk.copyedit.retelling import BIDS, I_WORDS, PARTICLES, WE_WORDS, Part, calls_god, words_of
from newsdesk.copyedit.tables import pair_table, word_table

REPORTING = pair_table("reporting")
OWN_ACTS = pair_table("own_acts")
_NOT_ACTIVE = word_table("not_active")
_WISHES = frozenset({"semoga", "mudah-mudahan", "moga-moga", "moga"})
_INVITES = frozenset({"mari", "ayo", "yuk", "marilah", "ayolah"})
_PLEASE = frozenset(
    {"tolong", "harap", "mohon", "hendaknya", "diharap", "dimohon", "diharapkan", "tolonglah"}
)
_FORBIDS = frozenset({"jangan", "janganlah"})
_ASKS = word_table("asks")
_BETWEEN = word_table("before_own_act")
"""What may stand between "kami" and what they do by saying it."""
_OPINIONS = frozenset({"kira", "rasa", "pikir", "pikirkan"})
_NOT_ORDERS = word_table("not_orders")
"""Words in -kan that order nothing."""
_DENIES = frozenset({"membantah", "mengelak", "menampik", "menepis", "menyangkal", "menyanggah"})
_WITH_AGAR = frozenset({"meminta", "mengimbau", "mengajak", "menyerukan"})
_BIDDING = {
    "mengimbau": "mengimbau",
    "mengajak": "mengajak",
    "berpesan": "berpesan",
    "menyerukan": "menyerukan",
    "mengingatkan": "mengingatkan",
    "berharap": "berharap",
    "memohon": "memohon",
}
"""Verbs of the copy that fit a request by themselves; for others it is "meminta"."""
_PER_IN_ROOT = ("periksa", "perintah", "perang", "peran", "peras", "pergok", "percik")
"""How verbs begin whose per- is no prefix: "memeriksa", and not "memperiksa"."""
_MILD = frozenset({"mengatakan", "berkata", "menyampaikan", "menyebutkan", "menyatakan", ""})


class Act(NamedTuple):
    """How a sentence is led into: ``frame`` behind the speaker ("menanyakan apakah"), then ``words``.

    ``comma`` parts the two; ``before`` stands before the speaker ("Menurut").
    """

    frame: str
    words: list[Part]
    comma: bool = False
    doubt: Doubt | None = None
    before: str = ""


def act_of(sentence: str, verb: str = "") -> Act:
    """Return what ``sentence`` does; ``verb`` is the copy's own verb of saying in its full form, or "".

    >>> act_of("Kapan jalan itu diperbaiki?").frame, act_of("Jangan panik!").frame
    ('menanyakan', 'meminta agar tidak')
    """
    words = words_of(sentence)
    while len(words) > 1 and words[0].word.casefold() in PARTICLES - {"kok"} and not calls_god(words[1]):
        words = [words[1]._replace(before=""), *words[2:]]
    if not words:
        return Act(verb or "mengatakan", [], comma=True)
    if sentence.rstrip("\"”“’' )»").endswith("?"):
        return _question(words, verb)
    return _wish(words) or _own(words) or _bid(words, verb) or _statement(words, verb)


def _statement(words: list[Part], verb: str) -> Act:
    frame = verb or "mengatakan"
    if frame == "menanyakan":
        frame = "mengatakan"
    if frame in _DENIES:
        # "membantah, pihaknya tidak pernah" would say the contrary.
        return Act("menyatakan", words, comma=True, doubt=Doubt.FORM)
    if frame in _WITH_AGAR:
        return Act(f"{frame} agar", words)
    return Act(frame, words, comma=frame != "berharap")


def _question(words: list[Part], verb: str) -> Act:
    frame = verb if verb in {"mempertanyakan", "menanyakan"} else "menanyakan"
    first = words[0].word.casefold()
    if first == "apakah" or first in _ASKS:
        return Act(frame, words)
    if first == "kok":
        return Act(f"{frame} mengapa", words[1:] or words, doubt=Doubt.FORM)
    if first.endswith("kah") and len(first) > 5:  # "Bisakah", "Mungkinkah"
        return Act(
            f"{frame} apakah", [words[0]._replace(word=words[0].word[:-3]), *words[1:]], doubt=Doubt.FORM
        )
    if any(part.word.casefold() in _ASKS - {"di", "ke", "dari"} for part in words):
        return Act(frame, words, doubt=Doubt.FORM)
    return Act(f"{frame} apakah", words)


def _wish(words: list[Part]) -> Act | None:
    if words[0].word.casefold() not in _WISHES or len(words) < 2:
        return None
    rest = words[2:] if words[1].word.casefold() == "saja" and len(words) > 2 else words[1:]
    return Act("berharap", rest)


def _own(words: list[Part]) -> Act | None:
    """Read "Kami berharap ...", "Saya kira ...", "Menurut saya, ..."."""
    plain = [part.word.casefold() for part in words]
    selves = I_WORDS | WE_WORDS
    if plain[0] == "menurut" and len(plain) > 2 and plain[1] in selves:
        return Act("", words[2:], comma=True, before="Menurut")
    if plain[0] not in selves:
        return None
    at = 1
    while at < len(plain) and plain[at] in _BETWEEN:
        at += 1
    if at >= len(plain):
        return None
    if plain[at] in _OPINIONS and at + 1 < len(plain):
        return Act("menilai", words[at + 1 :], comma=True, doubt=Doubt.FORM)
    if plain[at] not in OWN_ACTS:
        return None
    act = OWN_ACTS[plain[at]]
    doubt = None if act == plain[at] else Doubt.FORM
    return Act(" ".join([*plain[1:at], act]), words[at + 1 :], doubt=doubt)


def _bid(words: list[Part], verb: str) -> Act | None:
    plain = [part.word.casefold() for part in words]
    first = plain[0]
    bidding = _BIDDING.get(verb, "meminta")
    if first in _FORBIDS and len(words) > 1:
        keeps = plain[1] == "sampai"
        rest = words[1:] if keeps else _active_first(words[1:])
        return Act(f"{bidding} agar {'jangan' if keeps else 'tidak'}", rest, doubt=Doubt.ADDRESSED)
    if first in _INVITES and len(words) > 1:
        rest = words[1:]
        while len(rest) > 1 and rest[0].word.casefold() in {"kita", "semua"}:
            rest = rest[1:]
        return Act("mengajak", _active_first(rest), doubt=Doubt.ADDRESSED)
    if first == "silakan" and len(words) > 1:
        return Act("mempersilakan", _active_first(words[1:]), doubt=Doubt.ADDRESSED)
    if first in _PLEASE and len(words) > 1:
        asks = "memohon" if first in {"mohon", "dimohon"} else bidding
        if first == "mohon" and plain[1] in {
            "maaf",
            "doa",
            "izin",
            "restu",
            "dukungan",
            "bantuan",
            "pengertian",
        }:
            return Act("memohon", words[1:])
        return Act(f"{asks} agar", _active_first(words[1:]), doubt=Doubt.ADDRESSED)
    if first.endswith("lah") and (first[:-3] in BIDS or first[:-3] in _NOT_ACTIVE):
        first = first[:-3]
        words = [words[0]._replace(word=words[0].word[:-3]), *words[1:]]
    elif not _orders(first):
        return None
    return Act(f"{bidding} agar", _active_first(words), doubt=Doubt.ADDRESSED)


def _orders(word: str) -> bool:
    """Say whether a sentence that begins with ``word`` tells somebody to do something."""
    bare = not word.startswith(("me", "di", "ber", "ter", "pe", "ke", "se"))
    by_form = word.endswith("kan") and len(word) > 5 and bare and word not in _NOT_ORDERS
    return word in BIDS or by_form or word in {"waspada", "tetaplah", "hati-hati", "segera"}


def _active_first(words: list[Part]) -> list[Part]:
    """Give the bare verb at the beginning its me-, as it stands behind "agar"; "segera" may lead it."""
    at = 0
    while at + 1 < len(words) and words[at].word.casefold() in {
        "segera",
        "selalu",
        "tetap",
        "terus",
        "saling",
    }:
        at += 1
    word = words[at].word.casefold()
    if word.endswith("lah") and word[:-3] in BIDS:
        word = word[:-3]
    if word in _NOT_ACTIVE or not _orders(word):
        return words
    return [*words[:at], words[at]._replace(word=active(word), doubt=Doubt.FORM), *words[at + 1 :]]


def active(verb: str) -> str:
    """Return a bare verb with me-, as grammar joins the two.

    A p, t, k or s gives way before a vowel ("memeriksa"), and stays before another letter ("mensyukuri") and
    in the prefix per- ("memperhatikan").

    >>> [active(verb) for verb in ("jaga", "pakai", "tutup", "kirim", "simpan", "cek", "perhatikan")]
    ['menjaga', 'memakai', 'menutup', 'mengirim', 'menyimpan', 'mengecek', 'memperhatikan']
    >>> [active(verb) for verb in ("periksa", "syukuri", "khawatirkan")]
    ['memeriksa', 'mensyukuri', 'mengkhawatirkan']
    """
    first = verb[:1]
    has_per = verb.startswith("per") and not verb.startswith(_PER_IN_ROOT)
    stays = has_per or verb[1:2] not in set("aiueo") or first not in "ptks"
    rest = verb if stays else verb[1:]
    if first == "p":
        return "mem" + rest
    if first == "t":
        return "men" + rest
    if first == "k":
        return "meng" + rest
    if first == "s":
        return ("meny" if not stays else "men") + rest
    if first in "bfv":
        return "mem" + verb
    if first in "dcjz":
        return ("menge" if len(verb) <= 3 else "men") + verb
    if first in "aiueoghq":
        return "meng" + verb
    return "me" + verb


def is_mild(verb: str) -> bool:
    """Say whether a verb only tells that something was said, so that a fitter one may stand for it."""
    return verb in _MILD
