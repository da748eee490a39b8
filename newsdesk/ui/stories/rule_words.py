"""Why a token is read as it is, in words: what kind of token the rule took it for."""

from __future__ import annotations

from newsdesk.i18n import _

HERE = "here"
"""The rule of a reading that holds for one place of the script."""


def rule_words(rule: str) -> str:
    """Return the words of a rule in ``newsdesk/spoken/rules``; "" is a word that is said as written."""
    return {
        "": _("dibaca seperti ditulis"),
        HERE: _("di sini saja"),
        "house": _("leksikon redaksi"),
        "abbreviation": _("singkatan"),
        "acronym": _("akronim"),
        "clock": _("jam"),
        "code": _("kode atau nomor"),
        "date": _("tanggal"),
        "decade": _("dasawarsa"),
        "entity": _("kode halaman web"),
        "fraction": _("pecahan"),
        "initial": _("inisial nama"),
        "measure": _("ukuran"),
        "money": _("uang"),
        "nomor": _("nomor"),
        "number": _("bilangan"),
        "old_spelling": _("ejaan lama"),
        "ordinal": _("bilangan tingkat"),
        "phone": _("nomor telepon"),
        "plate": _("pelat kendaraan"),
        "range": _("rentang"),
        "reduplication": _("kata ulang"),
        "roman": _("angka Romawi"),
        "score": _("skor"),
        "symbol": _("lambang"),
        "times": _("kali, banding, atau ukuran bersilang"),
        "title": _("gelar atau sapaan"),
        "url": _("alamat internet atau akun"),
        "year": _("tahun"),
    }[rule]
