"""A rate learnt from three stories foretells how long the same voice takes for others."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdesk.domain.timing import fit_rate, read_time_ms
from newsdesk.paths import resources
from newsdesk.services.previewing import Previewing, Voicing
from newsdesk.services.reading import Reading
from newsdesk.speech.synthesiser import Synthesiser
from newsdesk.spoken.tables import load

LEARNT_FROM = 3
OWN = [
    "Pemerintah Kota Blitar menggelar upacara 17-an di halaman kantor wali kota, Jumat (17/1/2025).",
    "Harga beras medium naik 2,65 persen menjadi Rp15.500 per kg.",
    "BPS mencatat inflasi Oktober 0,08 persen, lebih rendah daripada bulan sebelumnya.",
    "Warga Kecamatan Sananwetan mengeluhkan jalan rusak sepanjang 1,2 km.",
    "Menurut Kepala BPBD, banjir merendam 125 rumah di 3 desa sejak pukul 03.30 WIB.",
    "Tidak ada korban jiwa.",
    "Persik Kediri menang 2-1 atas tamunya dalam laga yang berlangsung di bawah hujan deras.",
    "Anggaran perbaikan jembatan itu Rp4,75 miliar, dan pekerjaannya ditargetkan selesai 20 Desember.",
    "Polisi masih memeriksa 4 saksi.",
    "Dinas Kesehatan meminta warga menutup, menguras, dan mengubur barang bekas untuk mencegah DBD.",
    "Pendaftaran dibuka 1-15 Agustus melalui laman sekolah masing-masing.",
    "Suhu udara pada siang hari mencapai 33 derajat Celsius, kata prakirawan BMKG Juanda.",
    "Wali kota berharap UMKM setempat ikut mengisi pameran yang digelar tiga hari itu.",
    "Panen raya tahun ini menghasilkan 1.250 ton gabah kering.",
    "Kereta api tambahan berangkat dari Stasiun Blitar pukul 19.05.",
    "Petani diminta segera melapor jika menemukan gejala penyakit mulut dan kuku pada ternaknya.",
]


def _stories(sentences: list[str], count: int) -> list[str]:
    """Return stories of 6 to 12 sentences, two to a paragraph, from sentences in order, over and over."""
    stories: list[str] = []
    at = 0
    for number in range(count):
        size = 6 + number % 7
        taken = [sentences[(at + step) % len(sentences)] for step in range(size)]
        stories.append("\n".join(" ".join(taken[pair : pair + 2]) for pair in range(0, size, 2)))
        at += size
    return stories


@pytest.fixture(scope="module")
def reading() -> Reading:
    return Reading(load(resources() / "lexicon"))


@pytest.fixture(scope="module")
def previewing() -> Iterator[Previewing]:
    previewing = Previewing(Synthesiser())
    yield previewing
    previewing.close()


def _taken_ms(previewing: Previewing, reading: Reading, story: str, rate: int) -> float:
    pieces = previewing.listen(reading.sentences(story), Voicing("espeak", rate_spm=rate))
    return sum(len(piece.pcm) // 2 * 1000 / piece.sample_rate for piece in pieces)


def _mean_error(previewing: Previewing, reading: Reading, stories: list[str], rate: int) -> float:
    """Learn the voice's rate from the first stories; return by how much it misses the others, on average."""
    lengths = [reading.length(story) for story in stories]
    taken = [_taken_ms(previewing, reading, story, rate) for story in stories]
    fitted = fit_rate(zip(lengths[:LEARNT_FROM], taken[:LEARNT_FROM], strict=True))
    assert fitted is not None
    missed = [
        abs(read_time_ms(length, fitted) - ms) / ms
        for length, ms in zip(lengths[LEARNT_FROM:], taken[LEARNT_FROM:], strict=True)
    ]
    return sum(missed) / len(missed)


def test_twenty_real_stories_take_the_time_foretold(
    previewing: Previewing, reading: Reading, shared: Path
) -> None:
    lines = (shared / "spoken" / "sentences.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [" ".join(json.loads(line)["text"].split()) for line in lines[::7]]
    sentences = [text if text.endswith((".", "?", "!")) else f"{text}." for text in texts]
    error = _mean_error(previewing, reading, _stories(sentences, LEARNT_FROM + 20), 350)
    assert error <= 0.03


@pytest.mark.parametrize("rate", [280, 350, 450])
def test_stories_take_the_time_foretold_at_any_rate(
    previewing: Previewing, reading: Reading, rate: int
) -> None:
    assert _mean_error(previewing, reading, _stories(OWN, LEARNT_FROM + 6), rate) <= 0.03
