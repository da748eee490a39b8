"""Every shortcut of the program in one list: help shows it, commands take their keys from it.

A test finds clashes.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import NamedTuple

from newsdesk.i18n import _, pgettext


class Where(Enum):
    """Where a shortcut works. EVERYWHERE clashes with all; the others only within themselves."""

    EVERYWHERE = "everywhere"
    LIST = "list"
    SCRIPT = "script"
    ORIGINAL = "original"
    HISTORY = "history"
    VERSIONS = "versions"
    REVIEW = "review"
    LISTENING = "listening"
    LEXICON = "lexicon"
    FIND = "find"
    SAYING = "saying"
    INDIRECT = "indirect"
    BLOCK = "block"
    ON_AIR = "on air"
    ON_AIR_PAGE = "on air page"
    BULLETIN = "bulletin"
    RUNDOWN = "rundown"
    TRAY = "tray"

    @property
    def words(self) -> str:
        """The heading over these shortcuts in help."""
        return {
            Where.EVERYWHERE: _("Di mana saja"),
            Where.LIST: _("Daftar naskah"),
            Where.SCRIPT: _("Di dalam naskah"),
            Where.ORIGINAL: _("Teks asli di samping naskah"),
            Where.HISTORY: _("Riwayat revisi"),
            Where.VERSIONS: _("Membandingkan revisi"),
            Where.REVIEW: _("Meninjau naskah"),
            Where.LISTENING: _("Mendengarkan"),
            Where.LEXICON: _("Leksikon"),
            Where.FIND: _("Bilah cari"),
            Where.SAYING: _("Kartu cara baca"),
            Where.INDIRECT: _("Kartu kalimat tidak langsung"),
            Where.BLOCK: _("Klip dan catatan penyiar"),
            Where.ON_AIR: _("Layar siaran"),
            Where.ON_AIR_PAGE: _("Siaran"),
            Where.BULLETIN: pgettext("page", "Buletin"),
            Where.RUNDOWN: _("Susunan buletin"),
            Where.TRAY: _("Siap ditaruh"),
        }[self]


class Shortcut(NamedTuple):
    """One shortcut: ``keys`` in Qt's portable form ("Ctrl+Alt+S"), ``words`` what it does."""

    id: str
    keys: str
    words: str
    where: Where


def shortcuts() -> tuple[Shortcut, ...]:
    """Return the list, in the order help shows it, in the language in use."""
    return (
        Shortcut("page.stories", "Ctrl+1", _("Halaman Naskah"), Where.EVERYWHERE),
        Shortcut("page.bulletins", "Ctrl+3", _("Halaman Buletin"), Where.EVERYWHERE),
        Shortcut("page.on_air", "Ctrl+4", _("Halaman Siaran"), Where.EVERYWHERE),
        Shortcut("page.lexicon", "Ctrl+6", _("Halaman Leksikon"), Where.EVERYWHERE),
        Shortcut("page.settings", "Ctrl+,", _("Atur"), Where.EVERYWHERE),
        Shortcut("palette", "Ctrl+K", _("Semua perintah dan pencarian"), Where.EVERYWHERE),
        Shortcut("help", "F1", _("Bantuan dan daftar pintasan"), Where.EVERYWHERE),
        Shortcut("story.new", "Ctrl+N", _("Naskah baru"), Where.EVERYWHERE),
        Shortcut("lock", "Ctrl+Alt+Q", _("Kunci layar ini"), Where.EVERYWHERE),
        Shortcut("person.change", "Ctrl+Alt+G", _("Ganti orang"), Where.EVERYWHERE),
        Shortcut("print", "Ctrl+P", _("Cetak atau simpan PDF"), Where.EVERYWHERE),
        Shortcut("list", "Ctrl+L", _("Buka atau lipat daftar"), Where.EVERYWHERE),
        Shortcut("inspector", "Ctrl+I", _("Buka atau lipat keterangan naskah"), Where.EVERYWHERE),
        Shortcut("list.filter", "Ctrl+Shift+L", _("Saring daftar"), Where.LIST),
        Shortcut("list.open", "Return", _("Buka naskah terpilih"), Where.LIST),
        Shortcut("list.submit", "Ctrl+Return", _("Ajukan naskah terpilih"), Where.LIST),
        Shortcut("list.spike", "Shift+Del", _("Sisihkan naskah terpilih"), Where.LIST),
        Shortcut("list.trash", "Del", _("Buang naskah terpilih ke sampah"), Where.LIST),
        Shortcut("list.restore", "Ins", _("Pulihkan naskah terpilih"), Where.LIST),
        Shortcut("list.undo", "Ctrl+Z", _("Urungkan pemindahan naskah"), Where.LIST),
        Shortcut("story.save", "Ctrl+S", _("Simpan revisi"), Where.SCRIPT),
        Shortcut("story.submit", "Ctrl+Return", _("Ajukan naskah ke redaktur"), Where.SCRIPT),
        Shortcut("story.withdraw", "Ctrl+Alt+Return", _("Tarik kembali naskah yang diajukan"), Where.SCRIPT),
        Shortcut("story.return", "Ctrl+Shift+R", _("Kembalikan naskah dengan catatan"), Where.SCRIPT),
        Shortcut("script.aloud", "Ctrl+Shift+D", _("Seluruh naskah seperti dibaca"), Where.SCRIPT),
        Shortcut("script.tie", "Ctrl+Alt+S", _("Kaitkan kata terpilih dengan narasumber"), Where.SCRIPT),
        Shortcut("script.sign_off", "Ctrl+Alt+P", _("Kalimat penutup di akhir naskah"), Where.SCRIPT),
        Shortcut("script.say", "Alt+Return", _("Cara baca kata di kursor"), Where.SCRIPT),
        Shortcut("script.unsure", "F7", _("Cara baca berikutnya yang belum pasti"), Where.SCRIPT),
        Shortcut("findings.mend", "F8", _("Perbaiki temuan, lalu ke berikutnya"), Where.SCRIPT),
        Shortcut("findings.next", "Alt+F8", _("Temuan berikutnya tanpa memperbaiki"), Where.SCRIPT),
        Shortcut("findings.let", "Shift+F8", _("Biarkan temuan, karena…"), Where.SCRIPT),
        Shortcut("findings.learn", "Ctrl+F8", _("Kata temuan masuk kamus redaksi"), Where.SCRIPT),
        Shortcut("split", "Ctrl+Shift+O", _("Teks asli di samping naskah"), Where.SCRIPT),
        Shortcut(
            "offers.all", "Ctrl+Shift+Return", _("Terima semua yang ditemukan di teks asli"), Where.SCRIPT
        ),
        Shortcut("script.find", "Ctrl+F", _("Cari kata di naskah atau teks asli"), Where.SCRIPT),
        Shortcut("script.replace", "Ctrl+H", _("Ganti kata di naskah"), Where.SCRIPT),
        Shortcut("script.find_next", "F3", _("Hasil cari berikutnya"), Where.SCRIPT),
        Shortcut("script.find_before", "Shift+F3", _("Hasil cari sebelumnya"), Where.SCRIPT),
        Shortcut("script.indirect", "Ctrl+Shift+T", _("Kutipan jadi kalimat tidak langsung"), Where.SCRIPT),
        Shortcut("original.carry", "Alt+Right", _("Bawa kalimat ini ke naskah"), Where.ORIGINAL),
        Shortcut("original.leave", "Esc", _("Kembali ke naskah"), Where.ORIGINAL),
        Shortcut(
            "lock.take_over", "Ctrl+Alt+A", _("Ambil alih naskah yang ditulis orang lain"), Where.SCRIPT
        ),
        Shortcut("history.open", "Return", _("Baca revisi terpilih"), Where.HISTORY),
        Shortcut("history.compare", "Ctrl+Return", _("Bandingkan revisi terpilih"), Where.HISTORY),
        Shortcut("versions.previous", "Alt+Left", _("Perubahan sebelumnya"), Where.VERSIONS),
        Shortcut("versions.next", "Alt+Right", _("Perubahan berikutnya"), Where.VERSIONS),
        Shortcut("versions.layout", "Ctrl+D", _("Berdampingan atau menyatu"), Where.VERSIONS),
        Shortcut("versions.take", "Return", _("Ambil perubahan ini ke naskah Anda"), Where.VERSIONS),
        Shortcut("versions.undo", "Ctrl+Z", _("Kembalikan perubahan yang diambil"), Where.VERSIONS),
        Shortcut("versions.close", "Esc", _("Kembali ke naskah"), Where.VERSIONS),
        Shortcut("notes.add", "Ctrl+Alt+M", _("Beri catatan pada kata terpilih"), Where.SCRIPT),
        Shortcut("review.toggle", "Ctrl+Shift+J", _("Tinjau naskah, atau kembali ke naskah"), Where.SCRIPT),
        Shortcut("review.approve", "Ctrl+Shift+A", _("Setujui revisi yang ditinjau"), Where.REVIEW),
        Shortcut("review.return", "Ctrl+Shift+R", _("Kembalikan dengan catatan"), Where.REVIEW),
        Shortcut("review.previous", "Alt+Left", _("Perubahan sebelumnya"), Where.REVIEW),
        Shortcut("review.next", "Alt+Right", _("Perubahan berikutnya"), Where.REVIEW),
        Shortcut("review.form", "Ctrl+D", _("Perubahan, bersih, atau dibaca"), Where.REVIEW),
        Shortcut("review.following", "Alt+PgDown", _("Naskah berikutnya yang menunggu"), Where.SCRIPT),
        Shortcut("review.leave", "Esc", _("Dari teks ke daftar, dari catatan ke teks"), Where.REVIEW),
        Shortcut("script.clip", "Ctrl+Alt+K", _("Sisipkan klip"), Where.SCRIPT),
        Shortcut("script.note", "Ctrl+Alt+N", _("Sisipkan catatan penyiar"), Where.SCRIPT),
        Shortcut("script.cuttable", "Ctrl+Alt+X", _("Kalimat boleh dipotong"), Where.SCRIPT),
        Shortcut("script.up", "Alt+Shift+Up", _("Naikkan paragraf atau klip"), Where.SCRIPT),
        Shortcut("script.down", "Alt+Shift+Down", _("Turunkan paragraf atau klip"), Where.SCRIPT),
        Shortcut("block.edit", "Return", _("Ubah klip atau catatan; di isian: selesai"), Where.BLOCK),
        Shortcut("block.hear", "F5", _("Putar klip"), Where.BLOCK),
        Shortcut("block.file", "Ctrl+O", _("Pilih berkas klip"), Where.BLOCK),
        Shortcut("block.leave", "Esc", _("Batal mengubah klip atau catatan"), Where.BLOCK),
        Shortcut("indirect.take", "Return", _("Pakai kalimat tidak langsung"), Where.INDIRECT),
        Shortcut("indirect.close", "Esc", _("Biarkan kutipan"), Where.INDIRECT),
        Shortcut("find.next", "Return", _("Berikutnya"), Where.FIND),
        Shortcut("find.before", "Shift+Return", _("Sebelumnya"), Where.FIND),
        Shortcut("find.case", "Alt+B", _("Bedakan huruf besar"), Where.FIND),
        Shortcut("find.whole", "Alt+U", _("Kata utuh"), Where.FIND),
        Shortcut("find.replace_all", "Alt+S", _("Ganti semua"), Where.FIND),
        Shortcut("find.close", "Esc", _("Tutup bilah cari"), Where.FIND),
        Shortcut("saying.here", "Return", _("Dibaca begitu di sini saja"), Where.SAYING),
        Shortcut("saying.always", "Ctrl+Return", _("Dibaca begitu di semua naskah"), Where.SAYING),
        Shortcut("saying.accept", "Alt+Return", _("Terima cara baca yang belum pasti"), Where.SAYING),
        Shortcut("saying.back", "Alt+Del", _("Kembalikan ke cara baca biasa"), Where.SAYING),
        Shortcut("saying.hear", "F5", _("Dengar cara baca di isian"), Where.SAYING),
        Shortcut("saying.close", "Esc", _("Tutup kartu"), Where.SAYING),
        Shortcut("listen.paragraph", "F5", _("Dengar paragraf"), Where.LISTENING),
        Shortcut("listen.story", "Shift+F5", _("Dengar seluruh naskah"), Where.LISTENING),
        Shortcut("listen.cursor", "F6", _("Dengar dari kursor"), Where.LISTENING),
        Shortcut("listen.selection", "Ctrl+Shift+F5", _("Dengar pilihan"), Where.LISTENING),
        Shortcut("listen.pause", "Ctrl+F5", _("Jeda atau lanjut"), Where.LISTENING),
        Shortcut("listen.back", "Shift+F6", _("Ulangi kalimat, lalu mundur satu kalimat"), Where.LISTENING),
        Shortcut("listen.next", "Ctrl+F6", _("Kalimat berikutnya"), Where.LISTENING),
        Shortcut("listen.stop", "Esc", _("Henti"), Where.LISTENING),
        Shortcut("listen.save", "Ctrl+Shift+S", _("Simpan pratinjau"), Where.LISTENING),
        Shortcut("lexicon.new", "Ins", _("Bentuk baru"), Where.LEXICON),
        Shortcut("lexicon.open", "Return", _("Ubah bentuk terpilih; di isian: benar"), Where.LEXICON),
        Shortcut("lexicon.hear", "F5", _("Dengar bentuk"), Where.LEXICON),
        Shortcut("lexicon.more", "Ctrl+M", _("Ejaan, syarat, dan jenis nama"), Where.LEXICON),
        Shortcut("lexicon.leave", "Esc", _("Batal mengubah"), Where.LEXICON),
        Shortcut("lexicon.queue", "F8", _("Periksa bentuk berikutnya"), Where.LEXICON),
        Shortcut("lexicon.remove", "Del", _("Hapus bentuk"), Where.LEXICON),
        Shortcut("lexicon.undo", "Ctrl+Z", _("Urungkan di leksikon"), Where.LEXICON),
        Shortcut("lexicon.find", "Ctrl+F", _("Cari bentuk atau cara baca"), Where.LEXICON),
        Shortcut("lexicon.import", "Ctrl+O", _("Impor leksikon"), Where.LEXICON),
        Shortcut("lexicon.export", "Ctrl+E", _("Ekspor leksikon"), Where.LEXICON),
        Shortcut(
            "air.next", "Space", _("Layar berikut; setelah yang terakhir, naskah berikut"), Where.ON_AIR
        ),
        Shortcut("air.next_page", "PgDown", _("Layar berikut (pedal, remote)"), Where.ON_AIR),
        Shortcut("air.next_right", "Right", _("Layar berikut"), Where.ON_AIR),
        Shortcut("air.back", "PgUp", _("Layar sebelumnya (pedal, remote)"), Where.ON_AIR),
        Shortcut("air.back_left", "Left", _("Layar sebelumnya"), Where.ON_AIR),
        Shortcut("air.take", "Return", _("Ambil naskah berikutnya"), Where.ON_AIR),
        Shortcut("air.jump", "1", _("Angka: lompat ke naskah nomor itu"), Where.ON_AIR),
        Shortcut("air.larger", "Ctrl+Up", _("Huruf lebih besar"), Where.ON_AIR),
        Shortcut("air.smaller", "Ctrl+Down", _("Huruf lebih kecil"), Where.ON_AIR),
        Shortcut("air.clip", "K", _("Putar klip, atau hentikan"), Where.ON_AIR),
        Shortcut("air.clip_b", "B", _("Putar klip, atau hentikan (remote)"), Where.ON_AIR),
        Shortcut("air.clip_dot", ".", _("Putar klip, atau hentikan (remote)"), Where.ON_AIR),
        Shortcut("air.paraphrase", "P", _("Baca parafrase sebagai ganti klip"), Where.ON_AIR),
        Shortcut("air.load", "M", _("Muat perubahan dari redaksi"), Where.ON_AIR),
        Shortcut("air.change", "Shift+M", _("Lihat kata yang berubah"), Where.ON_AIR),
        Shortcut("air.written", "T", _("Tulisan asli atau cara baca"), Where.ON_AIR),
        Shortcut("air.acknowledge", "A", _("Kilat sudah dilihat"), Where.ON_AIR),
        Shortcut("air.stopwatch", "S", _("Stopwatch jalan atau berhenti"), Where.ON_AIR),
        Shortcut("air.stopwatch_zero", "Shift+S", _("Stopwatch dari nol"), Where.ON_AIR),
        Shortcut("air.interval", "H", _("Hitung mundur mulai, atau kembali penuh"), Where.ON_AIR),
        Shortcut("air.interval_longer", "Shift+Up", _("Hitung mundur 30 detik lebih lama"), Where.ON_AIR),
        Shortcut(
            "air.interval_shorter", "Shift+Down", _("Hitung mundur 30 detik lebih singkat"), Where.ON_AIR
        ),
        Shortcut("air.clock_target", "J", _("Hitung mundur ke jam tetap berikutnya"), Where.ON_AIR),
        Shortcut("air.mirror", "Ctrl+M", _("Layar kedua"), Where.ON_AIR),
        Shortcut("air.flip", "Ctrl+Shift+M", _("Layar kedua terbalik"), Where.ON_AIR),
        Shortcut("air.leave", "Esc", _("Henti; sekali lagi: keluar dari siaran"), Where.ON_AIR),
        Shortcut("on_air.begin", "Ctrl+Return", _("Mulai siaran"), Where.ON_AIR_PAGE),
        Shortcut("on_air.practise", "Ctrl+Shift+Return", _("Latihan membaca buletin"), Where.ON_AIR_PAGE),
        Shortcut("on_air.resume", "Ctrl+Alt+Return", _("Lanjutkan siaran yang terputus"), Where.ON_AIR_PAGE),
        Shortcut("on_air.tab", "Ctrl+D", _("Dibaca atau Log siar"), Where.ON_AIR_PAGE),
        Shortcut("on_air.export", "Ctrl+E", _("Ekspor bukti siaran"), Where.ON_AIR_PAGE),
        Shortcut("on_air.older", "Ctrl+PgUp", _("Log siar bulan sebelumnya"), Where.ON_AIR_PAGE),
        Shortcut("on_air.newer", "Ctrl+PgDown", _("Log siar bulan berikutnya"), Where.ON_AIR_PAGE),
        Shortcut("on_air.delete", "Del", _("Hapus log yang masa simpannya lewat"), Where.ON_AIR_PAGE),
        Shortcut("bulletin.tray", "Ctrl+T", _("Buka atau lipat Siap ditaruh"), Where.BULLETIN),
        Shortcut("bulletin.undo", "Ctrl+Z", _("Urungkan di susunan"), Where.BULLETIN),
        Shortcut("bulletin.redo", "Ctrl+Shift+Z", _("Ulangi di susunan"), Where.BULLETIN),
        Shortcut("bulletin.trim", "Ctrl+Return", _("Terapkan saran pangkas yang dicentang"), Where.BULLETIN),
        Shortcut("bulletin.previous", "Ctrl+PgUp", _("Buletin sebelumnya"), Where.BULLETIN),
        Shortcut("bulletin.next", "Ctrl+PgDown", _("Buletin berikutnya"), Where.BULLETIN),
        Shortcut("bulletin.new", "Ctrl+Alt+N", _("Buletin baru"), Where.BULLETIN),
        Shortcut("bulletin.problem", "F8", _("Baris berikutnya yang belum siap"), Where.BULLETIN),
        Shortcut("bulletin.ready", "Ctrl+Shift+Return", _("Tandai buletin siap"), Where.BULLETIN),
        Shortcut("bulletin.flash", "Ctrl+Alt+K", _("Kilat: naskah ini dibaca berikutnya"), Where.BULLETIN),
        Shortcut("bulletin.air", "Ctrl+Alt+Return", _("Mulai siaran"), Where.BULLETIN),
        Shortcut("rundown.up", "Alt+Up", _("Naikkan baris"), Where.RUNDOWN),
        Shortcut("rundown.down", "Alt+Down", _("Turunkan baris"), Where.RUNDOWN),
        Shortcut("rundown.edit", "Return", _("Ubah baris: slug, pembaca, rencana, jam tetap"), Where.RUNDOWN),
        Shortcut("rundown.float", "F", _("Jadikan cadangan, atau hitung lagi"), Where.RUNDOWN),
        Shortcut("rundown.insert", "Ins", _("Sisipkan di bawah baris"), Where.RUNDOWN),
        Shortcut("rundown.split", "S", _("Pecah: mulai blok baru di baris ini"), Where.RUNDOWN),
        Shortcut("rundown.remove", "Del", _("Keluarkan baris dari susunan"), Where.RUNDOWN),
        Shortcut("rundown.newest", "R", _("Pakai revisi yang lebih baru"), Where.RUNDOWN),
        Shortcut("rundown.paraphrase", "P", _("Parafrase, bukan klip"), Where.RUNDOWN),
        Shortcut("rundown.story", "Ctrl+O", _("Buka naskah; di jingle: pilih berkas"), Where.RUNDOWN),
        Shortcut("tray.place", "Return", _("Taruh di bawah baris terpilih"), Where.TRAY),
    )


def keys_of(shortcut: str) -> str:
    """Return the keys of a shortcut by its id, in Qt's portable form; raises :class:`KeyError`."""
    return _keys()[shortcut]


@cache
def _keys() -> dict[str, str]:
    # Once: a start asks for seventy of them, and the keys are the same in every language.
    return {shortcut.id: shortcut.keys for shortcut in shortcuts()}


_SHOWN = {"Return": "↵", "Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "PgDown": "PgDn"}


def shown(keys: str) -> str:
    """Write keys as on a key cap, without plus signs.

    >>> shown("Ctrl+Alt+S"), shown("Ctrl+Return"), shown("Ctrl+,"), shown("Space")
    ('Ctrl Alt S', 'Ctrl ↵', 'Ctrl ,', 'Spasi')
    """
    return " ".join(_("Spasi") if part == "Space" else _SHOWN.get(part, part) for part in keys.split("+"))


def clashes(listed: tuple[Shortcut, ...]) -> list[tuple[Shortcut, Shortcut]]:
    """Return the pairs that would fight for the same keys in the same place."""
    found: list[tuple[Shortcut, Shortcut]] = []
    for i, one in enumerate(listed):
        for other in listed[i + 1 :]:
            together = one.where == other.where or Where.EVERYWHERE in (one.where, other.where)
            # Listening keys work while the script has the focus.
            together = together or {one.where, other.where} == {Where.SCRIPT, Where.LISTENING}
            # The page's keys work while its rundown or its tray has the focus.
            inside = {one.where, other.where} - {Where.BULLETIN}
            together = together or (
                Where.BULLETIN in (one.where, other.where) and inside <= {Where.RUNDOWN, Where.TRAY}
            )
            if together and one.keys == other.keys:
                found.append((one, other))
    return found
