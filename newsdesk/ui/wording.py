"""The sentences of expected failures: what happened, and the way out."""

from __future__ import annotations

from newsdesk import errors
from newsdesk.errors import NewsdeskError
from newsdesk.i18n import _, ngettext
from newsdesk.ui.shortcuts import keys_of, shown


def sentence(error: NewsdeskError) -> str:
    """Return one or two sentences for the screen: what happened and what can be done about it."""
    match error:
        case errors.ProfileUnusable():
            return _(
                "Folder data {folder} tidak bisa dipakai ({reason}). Pilih folder lain dengan --profile, "
                "atau perbaiki izinnya."
            ).format(folder=error.folder, reason=error.reason)
        case errors.BadInput():
            return _("{what} tidak bisa dipakai: {reason}.").format(what=error.what, reason=error.reason)
        case errors.NoReason():
            return _("Tulis alasannya: redaktur membacanya di samping naskah.")
        case errors.NotOurDatabase():
            return _(
                "{where} bukan redaksi Newsdesk. Berkasnya tidak diubah; buka redaksi lain "
                "atau buat yang baru."
            ).format(where=error.where)
        case errors.DatabaseTooNew():
            return _(
                "{where} ditulis oleh Newsdesk yang lebih baru. Perbarui Newsdesk di komputer ini, "
                "atau buka redaksi lain."
            ).format(where=error.where)
        case errors.DatabaseReadOnly():
            return _(
                "{where} hanya bisa dibaca, tidak bisa ditulisi. Perbaiki izin berkas atau foldernya, "
                "lalu coba lagi."
            ).format(where=error.where)
        case errors.DatabaseDamaged():
            return _(
                "{where} rusak dan tidak bisa dibaca. Berkasnya tidak diubah; kembalikan dari salinan, "
                "atau buka redaksi lain."
            ).format(where=error.where)
        case errors.DatabaseUnreachable():
            return _(
                "{where} belum bisa dihubungi. Yang Anda tulis tetap disimpan di komputer ini; "
                "periksa jaringan, lalu coba lagi."
            ).format(where=error.where)
        case errors.DiskFull():
            return _(
                "Ruang disk habis. Yang Anda tulis masih terbuka di sini; kosongkan ruang di disk, "
                "lalu coba lagi."
            )
        case errors.StorageError():
            return _("{where} tidak bisa mengerjakan permintaan itu ({reason}). Coba lagi.").format(
                where=error.where, reason=error.reason
            )
        case errors.StaleStory():
            return _(
                "Naskah ini sudah disimpan orang lain sejak Anda membukanya. Kedua teks disimpan; "
                "buka lagi untuk membandingkannya."
            )
        case errors.StoryLocked():
            return _(
                "Naskah ini sedang ditulis {person}. Tunggu sampai selesai, atau ambil alih dulu."
            ).format(person=error.person)
        case errors.WrongStatus(trashed=True):
            return _("Naskah ini ada di Sampah. Pulihkan dulu, lalu coba lagi.")
        case errors.WrongStatus(status="spiked"):
            return _("Naskah ini disisihkan. Pulihkan dulu, lalu coba lagi.")
        case errors.WrongStatus(status="approved"):
            return _("Naskah ini sudah disetujui. Ubah kata-katanya dulu, lalu ajukan lagi.")
        case errors.WrongStatus(status="aired"):
            return _("Naskah ini sudah siar. Ralat dengan alasan kalau ada yang perlu diperbaiki.")
        case errors.WrongStatus(status="killed"):
            return _("Naskah ini sudah dicabut. Redaktur bisa meralatnya dengan alasan.")
        case errors.WrongStatus():
            return _("Status naskah ini sudah berubah. Buka lagi untuk melihat yang terbaru.")
        case errors.DemoIsOpen():
            return _(
                "Redaksi “{name}” sedang terbuka. Buka redaksi lain dulu di Atur, Redaksi; lalu ulangi."
            ).format(name=error.name)
        case errors.ReviewError() | errors.NoSuchComment():
            from newsdesk.ui.review_wording import review_sentence  # said seldom, and this file is read early

            return review_sentence(error)
        case errors.AccountError():
            from newsdesk.ui.account_wording import account_sentence

            return account_sentence(error)
        case errors.NothingWritten():
            return _("Naskah ini masih kosong. Tulis dulu, lalu ajukan.")
        case errors.NoteMissing():
            return _("Catatan masih kosong. Tulis alasannya, supaya penulis tahu apa yang perlu diperbaiki.")
        case errors.NoSuchStory():
            return _("Naskah nomor {number} tidak ada. Segarkan daftar, lalu pilih naskah lain.").format(
                number=error.story_id
            )
        case errors.StaleEntry():
            return _("Data ini sudah diubah orang lain sejak Anda membukanya. Buka lagi, lalu ubah.")
        case errors.BadRecurrence(part=""):
            return _("Aturan ini tidak pernah jatuh pada hari apa pun. Pilih hari siarannya lagi.")
        case errors.BadRecurrence():
            return _(
                "Aturan hari siaran tidak bisa dipakai di “{part}”. Pilih harinya dari daftar, atau tulis "
                "misalnya FREQ=WEEKLY;BYDAY=MO,FR."
            ).format(part=error.part)
        case errors.BadPrayerTable():
            return _(
                "Waktu salat tidak terbaca di baris {line}: “{text}”. Tidak ada yang diubah; perbaiki baris "
                "itu, lalu impor lagi."
            ).format(line=error.line, text=error.text)
        case errors.NoSuchBulletin():
            return _("Buletin ini sudah tidak ada. Pilih buletin lain dari daftar.")
        case errors.StaleRundown():
            return _("Susunan ini baru diubah orang lain. Yang terbaru sudah dibuka; ulangi perubahan Anda.")
        case errors.NotReady():
            return ngettext(
                "Buletin belum siap: {count} hal masih kurang. Bereskan, atau minta redaktur "
                "menandatanganinya.",
                "Buletin belum siap: {count} hal masih kurang. Bereskan, atau minta redaktur "
                "menandatanganinya.",
                error.problems,
            ).format(count=error.problems)
        case errors.WrongBulletinState():
            return _(
                "Buletin ini sedang atau sudah mengudara, jadi tidak bisa diubah lagi dari sini. Sisipkan "
                "berita baru lewat Kilat, atau taruh di buletin berikutnya."
            )
        case errors.StaleProgramme():
            return _("Program ini sudah diubah orang lain sejak Anda membukanya. Buka lagi, lalu ubah.")
        case errors.NameTaken():
            return _("Nama “{name}” sudah dipakai. Pilih nama lain, atau gabungkan keduanya.").format(
                name=error.name
            )
        case errors.NoName():
            return _("Tulis dulu namanya, lalu simpan.")
        case errors.BadSignOff(field=""):
            return _(
                "Kalimat penutup perlu {field}: di situ nama reporter disebut. Tambahkan, lalu simpan lagi."
            ).format(field="{penulis}")
        case errors.BadSignOff():
            return _(
                "Kalimat penutup tidak bisa dipakai ({field}). Di dalam kurung kurawal boleh penulis, "
                "stasiun, dan tempat."
            ).format(field=error.field)
        case errors.FormExists():
            return _(
                "Bentuk “{form}” sudah ada di leksikon dengan syarat yang sama. Ubah yang ada, atau beri "
                "syarat kata di depan atau di belakangnya."
            ).format(form=error.form)
        case errors.VoiceMissing(voice=""):
            return _(
                "Mesin suara {engine} tidak ada di komputer ini. Pilih suara lain di Atur, bagian Suara."
            ).format(engine=error.engine)
        case errors.VoiceMissing():
            return _(
                "Suara {voice} tidak ada di komputer ini ({engine}). Pilih suara lain di Atur, bagian Suara."
            ).format(voice=error.voice, engine=error.engine)
        case errors.SpeechFailed():
            return _("Suara berhenti ({engine}: {words}). Tekan F5 untuk mendengar lagi.").format(
                engine=error.engine, words=error.words
            )
        case errors.VoiceRefused():
            return _voice_refused(error)
        case errors.NothingToSayHere():
            return _(
                "Di bagian ini tidak ada kata yang bisa didengar. Letakkan kursor di bagian lain, atau tekan "
                "{keys} untuk mendengar seluruh naskah."
            ).format(keys=shown(keys_of("listen.story")))
        case errors.NothingToSay():
            return _("Belum ada kata yang bisa didengar. Tulis dulu naskahnya, lalu coba lagi.")
        case errors.NoSoundCard():
            return _(
                "Komputer ini tidak punya keluaran suara. "
                "Pratinjau naskah tetap bisa disimpan sebagai berkas."
            )
        case errors.SpeechError():
            return _("Suara tidak bisa dipakai. Pilih suara lain di Atur, bagian Suara.")
        case errors.CannotSave():
            return _("{path} tidak bisa disimpan ({reason}). Pilih tempat lain, lalu simpan lagi.").format(
                path=error.path, reason=error.reason
            )
        case errors.ClipUnreadable():
            return _("{path} tidak bisa dibaca ({reason}). Perbaiki izinnya, atau pilih berkas lain.").format(
                path=error.path, reason=error.reason
            )
        case errors.ClipNotSound():
            return _("{path} bukan berkas suara, atau kosong. Pilih berkas lain.").format(path=error.path)
        case errors.ClipNotPlayable():
            return _(
                "{path} tidak bisa diputar di sini, tetapi tetap bisa dipakai. Ubah ke WAV, MP3, FLAC, "
                "OGG atau Opus untuk mendengarnya di Newsdesk."
            ).format(path=error.path)
        case errors.ClipError():
            return _("{path} tidak ada di tempatnya. Pilih lagi berkas klip itu.").format(path=error.path)
        case errors.NeedsEditor():
            return _(
                "{title} belum ditandatangani. Minta redaktur yang bertanggung jawab menandatanganinya, "
                "atau simpan sebagai pratinjau."
            ).format(title=error.title)
        case errors.BadPattern():
            return _(
                "Pola nama {pattern} tidak bisa dipakai ({field}). Di dalam kurung kurawal boleh date, time, "
                "programme, slug, cut, revision dan by."
            ).format(pattern=error.pattern, field=error.field)
        case errors.NotSignedReady():
            return _(
                "{name} belum ditandai siap. Minta redaktur menandatanganinya, atau tulis mengapa tetap "
                "dibacakan; alasannya masuk log siar."
            ).format(name=error.name)
        case errors.ReadingElsewhere():
            return _("Buletin ini sedang dibacakan dari jendela lain di komputer ini. Lanjutkan di sana.")
        case errors.ReadingLost():
            return _(
                "Siaran ini tidak bisa dilanjutkan: catatannya di komputer ini rusak. Mulai lagi dari "
                "buletinnya."
            )
        case errors.NoSuchReading():
            return _("Log siar itu tidak ada. Segarkan daftarnya, lalu pilih yang lain.")
        case errors.LogKept():
            return ngettext(
                "Log siar ini wajib disimpan {days} hari lagi. Setelah itu baru bisa dihapus.",
                "Log siar ini wajib disimpan {days} hari lagi. Setelah itu baru bisa dihapus.",
                error.days,
            ).format(days=error.days)
        case errors.NothingApproved():
            return _(
                "Naskah ini belum disetujui, jadi belum ada kata-kata untuk penyiar. Cetak sebagai draf, "
                "atau minta redaktur menyetujuinya."
            )
        case errors.PrinterRefused():
            return _(
                "Pencetak {printer} tidak menerima halaman. Periksa apakah pencetak itu menyala, atau simpan "
                "sebagai PDF."
            ).format(printer=error.printer)
        case errors.TooShortRetention():
            return _("Log siar disimpan paling sedikit {least} hari. Tulis angka itu atau lebih.").format(
                least=error.least
            )
        case _:
            return _(
                "Permintaan itu tidak bisa dikerjakan ({reason}). Coba lagi; kalau tetap gagal, lihat "
                "catatan program di Atur, bagian Data."
            ).format(reason=str(error))


def _voice_refused(error: errors.VoiceRefused) -> str:
    match error.fault:
        case errors.VoiceFault.UNREADABLE:
            words = _("{path} tidak bisa dibaca ({detail}). Periksa berkasnya, lalu coba lagi.")
        case errors.VoiceFault.EMPTY:
            words = _("{path} kosong. Unduh lagi berkas suaranya, lalu coba lagi.")
        case errors.VoiceFault.TOO_BIG:
            words = _("{path} terlalu besar untuk satu suara ({detail} MB). Pilih berkas suara Piper.")
        case errors.VoiceFault.NOT_A_VOICE:
            words = _("{path} bukan suara Piper. Pilih berkas yang namanya berakhir dengan .onnx.")
        case errors.VoiceFault.NO_SETTINGS:
            words = _("Di samping {path} tidak ada {detail}. Unduh juga berkas itu ke folder yang sama.")
        case errors.VoiceFault.WRONG_SETTINGS:
            words = _("{path} tidak berisi keterangan suara Piper ({detail}). Unduh lagi berkas itu.")
        case errors.VoiceFault.DOES_NOT_SPEAK:
            words = _("{path} tidak bisa berbicara ({detail}). Berkasnya mungkin rusak; unduh lagi suaranya.")
    return words.format(path=error.path, detail=error.detail)
