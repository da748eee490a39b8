"""The fixed sets of hard sentences, all invented, in tab-separated files beside this one."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class HardSentence(NamedTuple):
    """One sentence: its kind, as copy writes it, and the words of an announcer, written by hand."""

    kind: str
    written: str
    said: str


def read(name: str) -> list[HardSentence]:
    """Return the set "first", on which entries are tried, "heldout", which only checks them, or "figures"."""
    lines = Path(__file__).with_name(f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [HardSentence(*line.split("\t")) for line in lines if line and not line.startswith("#")]
