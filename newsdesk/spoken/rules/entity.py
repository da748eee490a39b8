"""Marks of web pages that came along in pasting: said, or silent, as the sign they stand for.

91,96 km & sup2; -> sembilan puluh satu koma sembilan enam kilometer persegi
R&amp;D -> er dan de
500 &plusmn; 20 -> lima ratus kurang lebih dua puluh
selamat&nbsp;pagi -> selamat pagi
"""

from __future__ import annotations

import html
import re
import unicodedata

from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.rules.symbol import SAID
from newsdesk.spoken.text import Reading

_PATTERN = re.compile(r"&[ \u00a0]?(#\d{1,7}|#x[\da-fA-F]{1,6}|[A-Za-z]{2,8}\d{0,2});")


def _read(found: re.Match[str], _: Passage) -> Reading | None:
    written = f"&{found[1]};"
    sign = html.unescape(written)
    if sign == written:
        return None
    letters = "".join(character for character in sign if unicodedata.category(character)[0] == "L")
    return Reading(found.start(), found.end(), SAID.get(sign, letters), "entity", 0.9)


RULE = Rule("entity", Starts.SIGN, _PATTERN, _read)
