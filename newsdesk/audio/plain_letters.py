"""Text for fields that hold ASCII only, where a broken letter would be worse than a plain one."""

from __future__ import annotations

import unicodedata

_PLAIN = str.maketrans(
    {
        "–": "-", "—": "-", "‑": "-", "−": "-", "‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"',
        "…": "...", "•": "*", "·": ".", "×": "x", "÷": "/", "€": "EUR", "£": "GBP", "¥": "JPY", "©": "(c)",
        "®": "(r)", "™": "(tm)", "°": " deg", "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o",
        "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ð": "d", "þ": "th", "ı": "i", "ʿ": "'", "ʾ": "'",
        "«": '"', "»": '"', "½": "1/2", "¼": "1/4", "¾": "3/4",
    }
)  # fmt: skip


def plain(text: str, most: int | None = None) -> str:
    """Return ``text`` in printable ASCII, at most ``most`` letters of it.

    Accents are left away, marks become their plain kin; letters of other scripts become one "?" a run: a
    guess at their sound would be a wrong name. Line breaks and other controls become a space.

    >>> plain("Sidang “Café” – Čakra ꦗꦮ 🙂")
    'Sidang "Cafe" - Cakra ? ?'
    """
    kept: list[str] = []
    for letter in unicodedata.normalize("NFKD", text.translate(_PLAIN)):
        if " " <= letter <= "~":
            kept.append(letter)
        elif letter.isspace() or unicodedata.category(letter) == "Cc":
            kept.append(" ")
        elif unicodedata.combining(letter) or unicodedata.category(letter) in {"Cf", "Mn", "Mc", "Me"}:
            continue
        elif kept[-1:] != ["?"]:
            kept.append("?")
    return "".join(kept)[:most].rstrip() if most else "".join(kept)
