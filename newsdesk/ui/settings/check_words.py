"""What every check is called in Atur, and what it does, in a sentence."""

from __future__ import annotations

from typing import NamedTuple

from newsdesk.i18n import _


class CheckWords(NamedTuple):
    """A check: its name for the newsroom and what it finds."""

    words: str
    does: str


def check_words() -> dict[str, dict[str, CheckWords]]:
    """Return every check by its name, in order, under the heading of what it is about."""
    return {
        _("Ejaan"): {
            "unknown_words": CheckWords(
                _("Kata di luar kamus"), _("Menandai kata yang hampir sama dengan kata di kamus.")
            ),
            "doubled_words": CheckWords(
                _("Kata berulang"), _("Menandai “prestasi prestasi” tanpa tanda hubung.")
            ),
            "run_on": CheckWords(_("di dan ke serangkai"), _("“dibidang” menjadi “di bidang”.")),
            "common_pairs": CheckWords(
                _("Salah tulis yang lazim"), _("“menunjukan”, “suport”, dan pasangan kata redaksi.")
            ),
            "near_acronyms": CheckWords(
                _("Singkatan yang mirip"), _("PS di dekat IPS: singkatan lain di naskah yang sama.")
            ),
            "decimal_points": CheckWords(_("Titik pada pecahan"), _("“2.65” menjadi “2,65”.")),
            "undated": CheckWords(_("Tanggal tanpa tahun"), _("Tanggal yang jauh dari hari tayang.")),
        },
        _("Telinga"): {
            "relative_days": CheckWords(
                _("kemarin, hari ini, besok"), _("Kata hari yang salah pada hari tayang naskah.")
            ),
            "brackets": CheckWords(_("Tanda kurung"), _("Isi kurung tidak terdengar sebagai kurung.")),
            "direct_quotes": CheckWords(
                _("Kutipan langsung"), _("Akan terdengar sebagai kata-kata penyiar.")
            ),
            "negatives": CheckWords(_("Negasi ganda"), _("“bukan tidak” sulit ditangkap telinga.")),
            "passives": CheckWords(_("Kalimat pasif"), _("“diresmikan oleh”, atau beberapa dalam satu.")),
            "figures": CheckWords(
                _("Terlalu banyak angka"), _("Angka dalam satu kalimat, batasnya di bawah.")
            ),
            "breath": CheckWords(_("Kalimat lebih dari satu napas"), _("Suku kata, batasnya di bawah.")),
            "unexplained": CheckWords(
                _("Singkatan tanpa kepanjangan"), _("Singkatan yang belum dijelaskan di naskah.")
            ),
            "exact_numbers": CheckWords(_("Angka terlalu rinci"), _("Menawarkan pembulatan.")),
        },
        _("Narasumber"): {
            "unsourced": CheckWords(_("Klaim tanpa sumber"), _("“disebut”, “diklaim”: menurut siapa.")),
            "anonymous": CheckWords(_("Narasumber tanpa nama"), _("Meminta alasan namanya tidak disebut.")),
            "accusation": CheckWords(
                _("Tuduhan dari satu pihak"), _("Meminta jawaban yang dituduh di naskah yang sama.")
            ),
            "register": CheckWords(
                _("Nama dan jabatan"), _("Berbeda dari yang tercatat di daftar narasumber.")
            ),
        },
        _("Hukum dan etika"): {
            "law": CheckWords(
                _("Identitas, bunuh diri, interogasi"), _("Aturan di bagian Hukum, dengan sumbernya.")
            ),
            "stages": CheckWords(
                _("Terduga, tersangka, terdakwa, terpidana"), _("Sebutan yang cocok dengan tahap perkara.")
            ),
        },
    }
