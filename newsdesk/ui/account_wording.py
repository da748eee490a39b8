"""Roles and acts in words, and the sentences of what goes wrong with people and passwords."""

from __future__ import annotations

from newsdesk import errors
from newsdesk.domain.people import Act, Role, who_may
from newsdesk.errors import AccountError
from newsdesk.i18n import _, ngettext


def role_name(role: Role) -> str:
    """Return what a role is called, in small letters."""
    return {
        Role.REPORTER: _("reporter"),
        Role.EDITOR: _("redaktur"),
        Role.ANNOUNCER: _("penyiar"),
        Role.ADMINISTRATOR: _("administrator"),
    }[role]


def account_sentence(error: AccountError) -> str:
    """Return what happened and the way out."""
    match error:
        case errors.NotAllowed():
            return _not_allowed(error.act)
        case errors.NotSignedIn():
            return _("Belum ada yang masuk di komputer ini. Masuk dulu dengan nama masuk dan kata sandi.")
        case errors.WrongPassword(wait=0):
            return _(
                "Nama masuk atau kata sandi tidak cocok. Periksa huruf besar dan kecilnya, lalu coba lagi."
            )
        case errors.WrongPassword():
            return _("Nama masuk atau kata sandi tidak cocok. Coba lagi dalam {wait}.").format(
                wait=_waiting(error.wait)
            )
        case errors.TooSoon():
            return _(
                "Terlalu sering salah. Coba lagi dalam {wait}. Kalau lupa, minta administrator memberi kata "
                "sandi baru."
            ).format(wait=_waiting(error.wait))
        case errors.PasswordTooShort():
            return _(
                "Kata sandi itu terlalu pendek. Pakai paling sedikit {least} huruf; beberapa kata yang Anda "
                "ingat lebih baik daripada satu kata yang rumit."
            ).format(least=error.least)
        case errors.PasswordTooPlain():
            return _(
                "Kata sandi itu mudah ditebak: jangan pakai nama sendiri, satu huruf yang diulang, atau "
                "deret seperti 12345. Pakai beberapa kata yang Anda ingat."
            )
        case errors.LoginTaken():
            return _("Nama masuk “{login}” sudah dipakai. Pilih yang lain.").format(login=error.login)
        case errors.NoLogin():
            return _("Nama masuk masih kosong. Tulis dulu, misalnya nama depan dengan huruf kecil.")
        case errors.LastAdministrator():
            return _(
                "Ini administrator terakhir yang bisa masuk. Beri peran administrator kepada orang lain "
                "dulu, lalu ulangi."
            )
        case errors.AlreadyDecided():
            return _("Cara bekerja di redaksi ini sudah ditentukan. Buka lagi redaksinya, lalu masuk.")
        case _:
            return _("Isian tentang orang ini belum benar. Periksa lagi di Atur, bagian Orang.")


def _not_allowed(act: str) -> str:
    if act not in set(Act):
        return _("Peran Anda tidak mengizinkan ini. Minta administrator mengubahnya di Atur, bagian Orang.")
    roles = [role_name(role) for role in Role if role in who_may(Act(act))]
    who = _("{first} atau {last}").format(first=", ".join(roles[:-1]), last=roles[-1])
    return _(
        "Hanya {who} yang boleh {act}. Minta bantuan salah satunya, atau minta administrator mengubah "
        "peran Anda."
    ).format(who=who if len(roles) > 1 else roles[0], act=_act_name(Act(act)))


def _act_name(act: Act) -> str:
    return {
        Act.WRITE: _("menulis naskah"),
        Act.SUBMIT: _("mengajukan naskah"),
        Act.COMMENT: _("memberi catatan"),
        Act.APPROVE: _("menyetujui naskah"),
        Act.APPROVE_OWN: _("menyetujui naskahnya sendiri"),
        Act.RETURN: _("mengembalikan naskah"),
        Act.SPIKE: _("menyisihkan naskah orang lain atau yang sudah disetujui"),
        Act.TRASH: _("membuang atau memulihkan naskah orang lain atau yang sudah disetujui"),
        Act.EMBARGO: _("menahan naskah sampai waktu tertentu"),
        Act.CORRECT: _("meralat naskah yang sudah siar"),
        Act.KILL: _("mencabut naskah"),
        Act.BUILD_RUNDOWN: _("menyusun buletin"),
        Act.SIGN_READY: _("menandatangani buletin yang belum lengkap"),
        Act.FLASH: _("menyisipkan kilat"),
        Act.READ_ON_AIR: _("membaca di siaran"),
        Act.PRACTISE: _("berlatih membaca"),
        Act.LEXICON: _("mengubah leksikon"),
        Act.SOURCES: _("mengubah daftar narasumber"),
        Act.STATION: _("mengubah data stasiun, desk, tag, dan gaya redaksi"),
        Act.PROGRAMMES: _("mengubah program"),
        Act.LAW: _("mengubah pemeriksaan dan aturan hukum"),
        Act.PEOPLE: _("mengatur orang dan perannya"),
        Act.EXPORT_LOG: _("mengekspor log siar"),
    }[act]


def _waiting(seconds: int) -> str:
    if seconds < 60:
        return ngettext("{count} detik", "{count} detik", seconds).format(count=seconds)
    minutes = -(-seconds // 60)
    return ngettext("{count} menit", "{count} menit", minutes).format(count=minutes)
