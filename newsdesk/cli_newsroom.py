"""The headless commands about a newsroom itself: ``verify audit``, ``verify proof`` and ``recover-admin``."""

from __future__ import annotations

import argparse
import getpass
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from newsdesk import app
from newsdesk.domain.audit import AuditEntry, Broken, Fault, moment_as_text
from newsdesk.domain.people import Mode
from newsdesk.errors import BadInput
from newsdesk.i18n import _, ngettext, number
from newsdesk.paths import Paths

if TYPE_CHECKING:  # a command loads what it needs
    from newsdesk.services.newsroom import Newsroom
    from newsdesk.services.proof_check import Found, ProofReport

BROKEN = 1
"""Exit status when something that was to be verified does not hold."""
_HEAD = re.compile(r"([0-9]{1,18}):([0-9a-fA-F]{8,64})")
AddCommand = Callable[[str, str], argparse.ArgumentParser]
"""Makes the parser of a command of its name and a line about it."""


def add_commands(add: AddCommand, everywhere: argparse.ArgumentParser) -> None:
    """Add the commands; ``everywhere`` has the options that stand before or after any of them."""
    verify = add("verify", _("memeriksa yang tidak boleh berubah"))
    parts = verify.add_subparsers(title=_("yang diperiksa"), required=True, metavar="WHAT")
    about = _("log audit semua tindakan; mata rantai pertama yang putus disebut, dengan status keluar 1")
    audit = parts.add_parser("audit", parents=[everywhere], help=about, description=about)
    audit.add_argument(
        "--head",
        type=_head,
        metavar="N:SIDIK",
        help=_("kepala rantai seperti tercetak di susunan: nomor catatan dan awal sidiknya"),
    )
    audit.epilog = _detects()
    audit.set_defaults(command=verify_audit)

    about = _("bukti siaran satu buletin, di komputer mana pun; yang tidak cocok disebut, status keluar 1")
    proof = parts.add_parser("proof", help=about, description=about)
    proof.add_argument("file", metavar="FILE", help=_("berkas bukti siaran (.zip)"))
    proof.epilog = _detects()
    proof.set_defaults(command=verify_proof)

    recover = add("recover-admin", _("memberi kata sandi baru kepada administrator redaksi di komputer ini"))
    recover.add_argument("--login", default="", metavar="NAMA", help=_("nama masuk yang dimaksud"))
    recover.epilog = _(
        "Hanya untuk redaksi dalam berkas di komputer ini, oleh siapa pun yang boleh menulisi berkasnya. "
        "Kata sandi baru ditanyakan, atau dibaca dari baris pertama masukan baku. Semuanya tercatat."
    )
    recover.set_defaults(command=recover_admin)


def verify_audit(arguments: argparse.Namespace) -> int:
    """Follow the chain of the audit log; return 0 when it is whole, 1 with the first broken link named."""
    with app.opened_storage(_paths(arguments), arguments.newsroom) as storage:
        from newsdesk.services.audit import Audit

        audit = Audit(storage)
        verdict = audit.look_through()
        printed: tuple[int, str] | None = arguments.head
        stands = printed is None or audit.stands(*printed)
    for entry in verdict.set_back:
        print(
            _(
                "Jam komputer mundur sebelum catatan nomor {number} ({at}); rantainya sendiri tidak putus "
                "karena itu."
            ).format(number=entry.number, at=moment_as_text(entry.at))
        )
    if verdict.broken is not None:
        print(_broken(verdict.broken))
        return BROKEN
    if printed is not None and not stands:
        print(
            _(
                "Catatan nomor {number} tidak sama dengan yang tercetak: sesudah dicetak, catatan sampai "
                "nomor itu diganti atau dibuang."
            ).format(number=printed[0])
        )
        return BROKEN
    head = verdict.head
    print(
        ngettext(
            "Rantai utuh: {count} catatan. Kepala rantai: {head}",
            "Rantai utuh: {count} catatan. Kepala rantai: {head}",
            verdict.entries,
        ).format(count=number(verdict.entries), head=f"{head.number}:{head.hash}")
    )
    print(_detects())
    return 0


def verify_proof(arguments: argparse.Namespace) -> int:
    """Look whether an exported proof is as its newsroom sealed it; return 0, or 1 with every fault named."""
    from newsdesk.services.proof_check import check_proof

    report = check_proof(Path(arguments.file))
    for found in report.faults:
        print(_proof_fault(found))
    if report.faults:
        return BROKEN
    of = {"bulletin": _letters(report.bulletin), "newsroom": _letters(report.newsroom)}
    print(_("Bukti siaran utuh: {bulletin}, {newsroom}.").format(**of), _counted(report))
    if report.unsealed:
        print(_("Pembacaan yang akhirnya belum dicatat log audit: {n}.").format(n=number(report.unsealed)))
    head = f"{report.head.number}:{_letters(report.head.hash)}"
    print(_("Kepala rantai ketika dibuat: {head}").format(head=head))
    print(f"SHA-256: {report.seal}")
    print(_detects())
    return 0


def _counted(report: ProofReport) -> str:
    counts = (
        (ngettext("{n} pembacaan", "{n} pembacaan", report.readings), report.readings),
        (ngettext("{n} baris susunan", "{n} baris susunan", report.items), report.items),
        (ngettext("{n} catatan audit", "{n} catatan audit", report.entries), report.entries),
    )
    return ", ".join(words.format(n=number(count)) for words, count in counts) + "."


def recover_admin(arguments: argparse.Namespace) -> int:
    """Give the administrator of a newsroom in a file a new password."""
    with app.opened_storage(_paths(arguments), arguments.newsroom) as storage:
        from newsdesk.services.forgotten_password import ForgottenPassword
        from newsdesk.services.people import computer_user

        recovery = ForgottenPassword(storage)
        person = recovery.whose(arguments.login)
        print(
            _("Kata sandi baru untuk {name} (nama masuk {login}).").format(
                name=person.name, login=person.login
            ),
            file=sys.stderr,
        )
        recovery.give(person, _new_password(), computer_user()[0])
    print(_("Selesai: {login} bisa masuk sebagai administrator.").format(login=person.login))
    return 0


def _paths(arguments: argparse.Namespace) -> Paths:
    return Paths(Path(arguments.profile) if arguments.profile else None)


def sign_in(newsroom: Newsroom, login: str) -> None:
    """Let somebody do what a command does, where one signs in. Raises as :meth:`Accounts.sign_in` does."""
    if newsroom.people.mode() is Mode.SIGN_IN and login:
        newsroom.accounts.sign_in(login, _typed(_("Kata sandi: ")))


def _typed(question: str) -> str:
    if sys.stdin.isatty():
        return getpass.getpass(question)
    return sys.stdin.readline().removesuffix("\n").removesuffix("\r")


def _new_password() -> str:
    password = _typed(_("Kata sandi baru: "))
    if sys.stdin.isatty() and _typed(_("Sekali lagi: ")) != password:
        raise BadInput(_("Kata sandi"), _("yang kedua lain dari yang pertama"))
    return password


def _head(text: str) -> tuple[int, str]:
    found = _HEAD.fullmatch("".join(text.split()))  # on paper it stands in groups
    if found is None:
        raise argparse.ArgumentTypeError(_("tulis nomor, titik dua, lalu sedikitnya delapan huruf sidiknya"))
    return int(found[1]), found[2]


def _detects() -> str:
    return _(
        "Rantai ini mendeteksi, tidak mencegah: siapa pun yang menguasai komputer dan basis datanya bisa "
        "menulis ulang semuanya. Karena itu kepala rantai dicetak di susunan; cocokkan dengan --head."
    )


def _proof_fault(found: Found) -> str:
    says = {
        "missing": _("{where} tidak ada di dalamnya."),
        "altered": _("{where} tidak seperti ketika dibuat."),
        "strange": _("{where} ditambahkan sesudah dibuat."),
        "line": _("{where}: baris {number} rusak, diubah atau hilang."),
        "text": _("{where}: kata-katanya bukan yang disetujui."),
        "log": _("{where} tidak mengatakan yang sama dengan baris log bersegel."),
        "entry": _("{where}: catatan nomor {number} tidak seperti ketika ditulis."),
        "seal": _("{where}: baris terakhirnya bukan yang dicatat log audit nomor {number}."),
    }[found.fault.value]
    return says.format(where=_letters(found.where), number=found.number)


def _letters(words: str) -> str:
    """Return words out of a file that anybody may have made, without what a terminal would obey."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in words)


def _broken(broken: Broken) -> str:
    why = {
        Fault.CHANGED: _("isinya diubah sesudah ditulis"),
        Fault.MISSING: _("catatan itu hilang"),
        Fault.UNLINKED: _("tidak menyambung ke catatan sebelumnya"),
        Fault.UNREADABLE: _("isinya tidak bisa dibaca"),
        Fault.HEAD: _("bukan yang ditandai sebagai catatan terakhir"),
    }[broken.fault]
    line = _("Mata rantai pertama yang putus: catatan nomor {number}, {why}.").format(
        number=broken.number, why=why
    )
    return line if broken.entry is None else f"{line}\n{_found(broken.entry)}"


def _found(entry: AuditEntry) -> str:
    return _("Yang ada di sana sekarang: nomor {number}, {at}, {person}, {act}, {kind} {subject}").format(
        number=entry.number,
        at=moment_as_text(entry.at),
        person=entry.person,
        act=entry.act,
        kind=entry.kind,
        subject=entry.subject or entry.subject_id,
    )
