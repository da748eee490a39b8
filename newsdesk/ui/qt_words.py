"""Qt's own words (buttons, context menus, the file dialog) from our catalogues: Qt has no Indonesian."""

from __future__ import annotations

from PySide6.QtCore import QTranslator

from newsdesk.i18n import _


def qt_words() -> dict[str, str]:
    """Return Qt's English words, without mnemonics, and ours in the language in use."""
    return {**_buttons(), **_editing(), **_scrolling(), **_files()}


class QtWords(QTranslator):
    """Gives Qt our words. Made after the language is chosen: ``app.installTranslator(QtWords(app))``."""

    _words: dict[str, str] | None = None

    def isEmpty(self) -> bool:
        """There are words in here, though no file was loaded."""
        return False

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 - Qt's name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        """Return our words for ``sourceText``, or Qt's where we have none; mnemonics are left out."""
        if self._words is None:
            self._words = qt_words()
        return self._words.get(sourceText.replace("&", ""), sourceText)


def _buttons() -> dict[str, str]:
    return {
        "OK": _("Baik"),
        "Cancel": _("Batal"),
        "Save": _("Simpan"),
        "Save All": _("Simpan semua"),
        "Open": _("Buka"),
        "Close": _("Tutup"),
        "Yes": _("Ya"),
        "Yes to All": _("Ya untuk semua"),
        "No": _("Tidak"),
        "No to All": _("Tidak untuk semua"),
        "Abort": _("Hentikan"),
        "Retry": _("Coba lagi"),
        "Ignore": _("Abaikan"),
        "Discard": _("Buang"),
        "Don't Save": _("Jangan simpan"),
        "Help": _("Bantuan"),
        "Apply": _("Terapkan"),
        "Reset": _("Atur ulang"),
        "Restore Defaults": _("Kembalikan bawaan"),
        "Show Details...": _("Tampilkan rincian"),
        "Hide Details...": _("Sembunyikan rincian"),
    }


def _editing() -> dict[str, str]:
    return {
        "Undo": _("Urungkan"),
        "Redo": _("Ulangi"),
        "Cut": _("Potong"),
        "Copy": _("Salin"),
        "Copy Link Location": _("Salin alamat tautan"),
        "Paste": _("Tempel"),
        "Delete": _("Hapus"),
        "Select All": _("Pilih semua"),
        "Clear": _("Kosongkan"),
        "Insert Unicode control character": _("Sisipkan huruf kendali Unicode"),
    }


def _scrolling() -> dict[str, str]:
    return {
        "Scroll here": _("Gulir ke sini"),
        "Top": _("Paling atas"),
        "Bottom": _("Paling bawah"),
        "Left edge": _("Tepi kiri"),
        "Right edge": _("Tepi kanan"),
        "Page up": _("Satu layar ke atas"),
        "Page down": _("Satu layar ke bawah"),
        "Page left": _("Satu layar ke kiri"),
        "Page right": _("Satu layar ke kanan"),
        "Scroll up": _("Gulir ke atas"),
        "Scroll down": _("Gulir ke bawah"),
        "Scroll left": _("Gulir ke kiri"),
        "Scroll right": _("Gulir ke kanan"),
    }


def _files() -> dict[str, str]:
    return {
        "Look in:": _("Lihat di:"),
        "Directory:": _("Folder:"),
        "File name:": _("Nama berkas:"),
        "Files of type:": _("Jenis berkas:"),
        "Save As": _("Simpan sebagai"),
        "Choose": _("Pilih"),
        "Find Directory": _("Cari folder"),
        "All Files (*)": _("Semua berkas (*)"),
        "Directories": _("Folder"),
        "Computer": _("Komputer"),
        "My Computer": _("Komputer"),
        "Recent Places": _("Tempat terakhir"),
        "Back": _("Kembali"),
        "Go back": _("Kembali"),
        "Forward": _("Maju"),
        "Go forward": _("Maju"),
        "Parent Directory": _("Folder di atasnya"),
        "Go to the parent directory": _("Ke folder di atasnya"),
        "Create New Folder": _("Buat folder baru"),
        "Create a New Folder": _("Buat folder baru"),
        "New Folder": _("Folder baru"),
        "List View": _("Tampilan daftar"),
        "Change to list view mode": _("Ganti ke tampilan daftar"),
        "Detail View": _("Tampilan rincian"),
        "Change to detail view mode": _("Ganti ke tampilan rincian"),
        "Rename": _("Ganti nama"),
        "Show hidden files": _("Tampilkan berkas tersembunyi"),
        "Sidebar": _("Bilah samping"),
        "Name": _("Nama"),
        "Size": _("Ukuran"),
        "Type": _("Jenis"),
        "Kind": _("Jenis"),
        "Date Modified": _("Diubah"),
        "Folder": _("Folder"),
        "File": _("Berkas"),
        "%1 already exists.\nDo you want to replace it?": _("%1 sudah ada.\nGanti dengan yang baru?"),
        "%1\nFile not found.\nPlease verify the correct file name was given.": _(
            "%1\nBerkas tidak ditemukan.\nPeriksa lagi namanya."
        ),
        "%1\nDirectory not found.\nPlease verify the correct directory name was given.": _(
            "%1\nFolder tidak ditemukan.\nPeriksa lagi namanya."
        ),
        "'%1' is write protected.\nDo you want to delete it anyway?": _(
            "'%1' dilindungi dari perubahan.\nTetap hapus?"
        ),
        "Are you sure you want to delete '%1'?": _("Hapus '%1'?"),
        "Could not delete directory.": _("Folder tidak bisa dihapus."),
    }
