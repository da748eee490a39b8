"""The two real articles of the first issue: every token that is not said as written."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

from newsdesk.spoken.normaliser import Normaliser

# In order of appearance; the file's own text, page furniture and all.
BLITAR_RADIO = [
    ("17", "tujuh belas"), ("OPD", "o pe de"),
    ("17", "tujuh belas"), ("OPD", "o pe de"),
    ("17-an", "tujuh belasan"), ("17 Januari 2025", "tujuh belas Januari dua ribu dua puluh lima"),
    ("Tjutjuk", "Cucuk"), ("ASN", "a es en"),
    ("17", "tujuh belas"), ("ASN", "a es en"), ("2024", "dua ribu dua puluh empat"), ("ASN", "a es en"),
    ("ASN", "a es en"), ("OPD", "o pe de"), ("BPS", "be pe es"), ("OPD", "o pe de"),
    ("OPD", "o pe de"), ("OPD", "o pe de"),
    ("BPS", "be pe es"), ("BPS", "be pe es"), ("EPSS", "e pe es es"), ("BPS", "be pe es"), ("IPS", "i pe es"),
    ("2024", "dua ribu dua puluh empat"), ("2.65", "dua koma enam lima"), ("PS", "pe es"),
    ("2023", "dua ribu dua puluh tiga"), ("2.52", "dua koma lima dua"),
    ("OPD", "o pe de"), ("IPS", "i pe es"),
    ("OPD", "o pe de"), ("FM", "ef em"), ("0", "nol"),
]  # fmt: skip
BERITATRENDS = [
    ("2024", "dua ribu dua puluh empat"), ("IIPG", "i i pe ge"), ("05/09", "lima September"),
    ("RI", "er i"), ("ke-11", "kesebelas"), ("IIPG", "i i pe ge"), ("Boediono", "Budiono"),
    ("IIPG", "i i pe ge"), ("ASN", "a es en"),
    ("2024", "dua ribu dua puluh empat"), ("2024", "dua ribu dua puluh empat"),
    ("2024", "dua ribu dua puluh empat"), ("IIPG", "i i pe ge"),
    ("IIPG", "i i pe ge"), ("548", "lima ratus empat puluh delapan"), ("2024", "dua ribu dua puluh empat"),
    ("2024", "dua ribu dua puluh empat"),
]  # fmt: skip


def _tokens(normaliser: Normaliser, file: Path) -> list[tuple[str, str]]:
    text = file.read_text(encoding="utf-8")
    return [(text[reading.start : reading.end], reading.spoken) for reading in normaliser.read(text).readings]


def test_every_token_of_the_stations_page_is_read(shared: Path, normaliser: Normaliser) -> None:
    assert _tokens(normaliser, shared / "seeds" / "000_93ffcddd1d2d4402.txt") == BLITAR_RADIO


def test_every_token_of_the_news_sites_page_is_read(shared: Path, normaliser: Normaliser) -> None:
    assert _tokens(normaliser, shared / "seeds" / "001_2bc937f95d56d69c.txt") == BERITATRENDS


def test_a_first_paragraph_reads_aloud_whole(normaliser: Normaliser) -> None:
    written = "Pemkot Blitar menggelar upacara bendera rutin 17-an, Jumat, 17 Januari 2025."
    assert normaliser.read(written).line == (
        "Pemkot Blitar menggelar upacara bendera rutin tujuh belasan, Jumat, "
        "tujuh belas Januari dua ribu dua puluh lima."
    )


def test_the_gold_pairs_are_read_rightly(shared: Path, normaliser: Normaliser) -> None:
    """Score as shared/spoken/score.py does: at most three of the two hundred may fail."""

    def compared(line: str) -> str:
        folded = unicodedata.normalize("NFKC", line).casefold()
        kept = "".join(c for c in folded if c not in "'’‘`ʼ")
        return " ".join("".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in kept).split())

    gold = (shared / "spoken" / "gold_dev.jsonl").read_text(encoding="utf-8")
    pairs = [json.loads(line) for line in gold.splitlines()]
    wrong = [
        f"{pair['text']}: {line}"
        for pair in pairs
        if compared(line := normaliser.read(pair["text"]).line) not in {compared(s) for s in pair["spoken"]}
    ]
    assert len(pairs) == 200
    assert len(wrong) <= 3, wrong
