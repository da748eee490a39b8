"""Scripts for the announcer's screen."""

from __future__ import annotations

from newsdesk.domain.air_bulletin import AirClip, AirItem
from newsdesk.domain.air_text import AirText, SaidToken
from newsdesk.domain.blocks import MARK, Clip, Note
from newsdesk.domain.timing import SpokenLength
from tests.airing import air_item

CLIP = Clip(
    "HANUNG-IPS",
    "/redaksi/hanung.wav",
    "Alhamdulillah hari ini",
    "bisa meraih predikat kategori baik.",
    18_000,
    paraphrase="Hanung bersyukur kota ini dinilai baik.",
)
BODY = (
    "Hanung Pramusito, Kepala BPS Kota Blitar, menyebut Indeks Pembangunan Statistik Kota Blitar naik "
    f"menjadi 2.65, lebih tinggi dari tahun lalu.\n{MARK}\n{MARK}\n"
    "Hanung berharap kolaborasi dengan seluruh OPD terjalin lebih baik."
)
WAYS = {
    "Hanung Pramusito": ("Hanung Pramusito", "HA-nung pra-mu-SI-to"),
    "BPS": ("be pe es", ""),
    "2.65": ("dua koma enam lima", ""),
    "OPD": ("o pe de", ""),
}


def statistik() -> AirText:
    """The story of the picture: a name with its respelling, acronyms, a figure, a clip and a note."""
    tokens = tuple(
        SaidToken(at := BODY.index(written), at + len(written), spoken, respelling)
        for written, (spoken, respelling) in WAYS.items()
    )
    return AirText(
        "STATISTIK-OPD",
        "",
        BODY,
        (CLIP, Note("Beri jeda sebelum klip.")),
        tokens,
        spoken="kata " * 30,
        paraphrases=("Hanung bersyukur kota ini dinilai baik.", ""),
        sign_off="Ipang Harwoko, Mahardhika FM",
        length=SpokenLength(120, 2, 2),
        clip_ms=18_000,
    )


def statistik_item(item_id: int = 1, path: str = "/siaran/hanung.wav") -> AirItem:
    """That story as an item of a bulletin; its clip is held at ``path`` ("" for none)."""
    text = statistik()
    return air_item(
        item_id,
        text=text,
        slug=text.slug,
        length=text.length,
        estimate_ms=74_000,
        clips=(AirClip(0, CLIP, CLIP.path, path),),
    )


def long_item(item_id: int, sentences: int = 60) -> AirItem:
    """A story of several screens."""
    body = "\n".join(
        " ".join(f"Kalimat ke {n} dari paragraf ini cukup panjang untuk dibaca." for n in range(at, at + 3))
        for at in range(0, sentences, 3)
    )
    return air_item(item_id, body)
