"""Why a finding stands there, in one sentence: what is wrong with the words, and the way out."""

from __future__ import annotations

from datetime import date

from newsdesk import i18n
from newsdesk.i18n import _
from newsdesk.services.findings import Citation, Finding, Kind


def kind_name(kind: Kind) -> str:
    """Return what the newsroom calls a kind of finding."""
    match kind:
        case Kind.SPELLING:
            return _("ejaan")
        case Kind.EAR:
            return _("telinga")
        case Kind.ATTRIBUTION:
            return _("narasumber")
        case Kind.LAW:
            return _("hukum dan etika")


def reason(finding: Finding) -> str:
    """Return the sentence of a finding."""
    words = _law(finding) if finding.kind is Kind.LAW else _pattern(finding.rule)
    facts = dict(finding.facts)
    if "meant" in facts:
        facts["meant"] = _day(facts["meant"])
    return words.format(**facts) if finding.kind is not Kind.LAW else words


def where_it_stands(citation: Citation) -> str:
    """Return the citation of a rule of law or ethics, with the day on which it was last checked."""
    return _("{instrument}, {article}, diperiksa {checked}").format(
        instrument=citation.instrument, article=citation.article, checked=_day(citation.checked)
    )


def _day(written: str) -> str:
    day = date.fromisoformat(written)
    return f"{day.day}-{day.month}-{day.year}" if i18n.language() == "id" else written


def _law(finding: Finding) -> str:
    # The newsroom writes these sentences itself, with their rules: they are no messages of the program.
    return finding.fact("says")


def _pattern(rule: str) -> str:
    match rule:
        case "spelling.word":
            return _("“{word}” tidak ada di kamus; mungkin “{near}”.")
        case "spelling.doubled":
            return _("“{word}” tertulis dua kali: beri tanda hubung, atau hapus satu.")
        case "spelling.run-on":
            return _("Kata depan ditulis terpisah: “{apart}”.")
        case "spelling.cut-off":
            return _("Awalan di- ditulis serangkai: “{word}”.")
        case "spelling.pair":
            return _("“{word}” sebaiknya ditulis “{right}”.")
        case "spelling.acronym":
            return _("“{form}” tidak dikenal; mungkin “{near}”, yang dijelaskan di naskah ini.")
        case "spelling.decimal":
            return _(
                "Pecahan ditulis dengan koma, bukan titik: “{figure}” bisa dibaca sebagai pukul atau ribuan."
            )
        case "spelling.year":
            return _("{day} jauh dari hari tayang, dan tahunnya tidak disebut.")
        case "ear.day":
            return _("“{word}” berarti {meant}; pada hari tayang kata itu menunjuk hari lain.")
        case "ear.brackets":
            return _("Tanda kurung tidak terdengar; masukkan isinya ke dalam kalimat, atau hapus.")
        case "ear.quote":
            return _(
                "Kutipan langsung akan terdengar sebagai kata-kata penyiar; jadikan kalimat tidak langsung."
            )
        case "ear.negative":
            return _("Dua ingkaran saling meniadakan dan sulit ditangkap telinga; katakan langsung.")
        case "ear.passive":
            return _("“{verb} oleh” lebih mudah ditangkap sebagai kalimat aktif: pelakunya di depan.")
        case "ear.passives":
            return _("Kalimat ini punya {count} kata kerja pasif; jadikan aktif, atau bagi dua.")
        case "ear.figures":
            return _("Ada {count} angka dalam satu kalimat; pendengar mengingat paling banyak {most}.")
        case "ear.breath":
            return _("Kalimat ini {syllables} suku kata; satu napas cukup untuk {most}. Bagi menjadi dua.")
        case "ear.acronym":
            return _("Singkatan “{form}” belum dijelaskan; sebut kepanjangannya dulu.")
        case "ear.exact":
            return _("“{number}” terlalu rinci untuk didengar; bulatkan.")
        case "attribution.unsourced":
            return _("“{word}”: menurut siapa? Sebut sumbernya, atau hapus.")
        case "attribution.anonymous":
            return _("Narasumber ini tidak bernama; sebut alasannya, atau cari yang mau disebut namanya.")
        case "attribution.one-side":
            return _(
                "“{word}” baru kata satu narasumber ({source}); minta jawaban yang dituduh, "
                "atau sebut upaya menghubunginya."
            )
        case "attribution.office":
            return _("Di daftar narasumber, {name} tercatat sebagai {listed}.")
        case "attribution.name":
            return _("Di daftar narasumber, namanya tertulis {listed}.")
        case _:
            raise ValueError(rule)
