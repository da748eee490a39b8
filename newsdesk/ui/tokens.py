"""The colour tokens of one theme: the only place a colour may come from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple


class Tokens(NamedTuple):
    """Every colour of the window, by its name in the design ("text-2" is ``text_2``, "del" is ``del_``).

    Values are "#RRGGBB"; ``scrim`` alone is translucent and is "#AARRGGBB".
    """

    canvas: str
    rail: str
    surface: str
    raised: str
    hover: str
    line: str
    line_field: str
    text: str
    text_2: str
    text_3: str
    accent: str
    accent_text: str
    accent_soft: str
    on_accent: str
    draf: str
    draf_bg: str
    tunggu: str
    tunggu_bg: str
    setuju: str
    setuju_bg: str
    siap: str
    siap_bg: str
    udara: str
    udara_bg: str
    udara_fill: str
    sudah: str
    sudah_bg: str
    sisih: str
    sisih_bg: str
    ubah: str
    ubah_bg: str
    temuan: str
    temuan_bg: str
    kurang: str
    kurang_bg: str
    ins: str
    ins_bg: str
    del_: str
    del_bg: str
    bawa_bg: str
    bawa: str
    ubah_fill: str
    on_ubah_fill: str
    ubah_bar: str
    scrim: str


def load_tokens(file: Path) -> Tokens:
    """Read a theme's JSON object of token names and values (UTF-8)."""
    return Tokens(**json.loads(file.read_text(encoding="utf-8")))
