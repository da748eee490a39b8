"""Habits of agencies and papers, and names that are hard to tell from offices."""

from __future__ import annotations

from tests.copyedit.cases.case import Case

WIRE = (
    Case(
        "agency style: place and day behind the speaker",
        '"Pemerintah tidak menaikkan tarif listrik sampai Juni," kata Menteri Energi dan Sumber '
        "Daya Mineral Arif Tasrif di Jakarta, Senin.",
        {"Arif Tasrif": "Menteri Energi dan Sumber Daya Mineral"},
        {"Pemerintah tidak": "Arif Tasrif"},
    ),
    Case(
        "agency style: small-letter office with a comma",
        '"Semua WNI selamat," kata juru bicara Kementerian Luar Negeri, Teuku Armanda, di Jakarta, Kamis.',
        {"Teuku Armanda": "juru bicara Kementerian Luar Negeri"},
        {"Semua WNI": "Teuku Armanda"},
    ),
    Case(
        "the office's short form in brackets before the name",
        "Menteri Keuangan (Menkeu) Purbaya Sadewa mengatakan penerimaan pajak tumbuh 7 persen. "
        "Menkeu menambahkan, belanja negara tetap dijaga.",
        {"Purbaya Sadewa": "Menteri Keuangan (Menkeu)"},
    ),
    Case(
        "a foreign head of state",
        "Perdana Menteri Malaysia Anwar Ibrahim menyatakan dukungan bagi gencatan senjata.",
        {"Anwar Ibrahim": "Perdana Menteri Malaysia"},
    ),
    Case(
        "a short form of the name in brackets behind it",
        "Ketua Umum Partai Demokrat Agus Harimurti Yudhoyono (AHY) mengajak kader merapat ke rakyat.",
        {"Agus Harimurti Yudhoyono": "Ketua Umum Partai Demokrat"},
    ),
    Case(
        "a paper's curled marks on both sides",
        "Peneliti Pusat Riset Kependudukan BRIN, Yanu Prasetya, Selasa (4/2/2025), mengatakan, "
        "desa kehilangan petani muda. ”Anak muda tidak melihat masa depan di sawah,” katanya.",
        {"Yanu Prasetya": "Peneliti Pusat Riset Kependudukan BRIN"},
        {"Anak muda": "Yanu Prasetya"},
    ),
    Case(
        "a farmer with an age, and an office by salah satu",
        "Kasmiran (61), salah satu petani di Desa Slorok, menuturkan sawahnya terendam tiga hari.",
        {"Kasmiran": "salah satu petani"},
    ),
    Case(
        "Pak and Bu before a short name",
        'Kepala SDN Turi 1 Kota Blitar Endang Sulastri berharap atap segera diperbaiki. "Anak-anak '
        'belajar di musala," kata Bu Endang.',
        {"Endang Sulastri": "Kepala SDN Turi 1 Kota Blitar"},
        {"Anak-anak belajar": "Endang Sulastri"},
    ),
    Case(
        "a pronoun speaks",
        "Vokalis Band Senja, Rendra Wijaya, tampil terakhir. “Kami rindu pulang,” kata dia.",
        {"Rendra Wijaya": "Vokalis Band Senja"},
        {"Kami rindu": "Rendra Wijaya"},
    ),
    Case(
        "lanjut and imbuh after a second quote",
        "Ketua KPU Kota Blitar Rangga Bisma Aditya menjelaskan tahapan dimulai Mei. “Logistik "
        "datang lebih dulu,” jelas Rangga. “Surat suara menyusul,” imbuhnya.",
        {"Rangga Bisma Aditya": "Ketua KPU Kota Blitar"},
        {"Logistik datang": "Rangga Bisma Aditya", "Surat suara": "Rangga Bisma Aditya"},
    ),
    Case(
        "two offices joined with sekaligus",
        "Ketua Fraksi PKB sekaligus anggota Komisi III DPRD Jombang Choirul Anam meminta izin "
        "tambang dicabut.",
        {"Choirul Anam": "Ketua Fraksi PKB sekaligus anggota Komisi III DPRD Jombang"},
    ),
    Case(
        "a village whose name is in no table",
        'Kepala Desa Krisik Gandusari Sujarwo mengatakan longsor menutup jalan sejak Subuh. "Alat '
        'berat baru datang siang," kata Sujarwo.',
        {"Sujarwo": "Kepala Desa Krisik Gandusari"},
        {"Alat berat": "Sujarwo"},
    ),
    Case(
        "an unknown given name settled by the short name later",
        "Ketua Karang Taruna Jatinom Brillian Okvaldo mengaku kaget. “Kami kira hanya candaan,” "
        "ucap Brillian.",
        {"Brillian Okvaldo": "Ketua Karang Taruna Jatinom"},
        {"Kami kira": "Brillian Okvaldo"},
    ),
    Case(
        "a quotation over two paragraphs",
        "Rektor Universitas Islam Balitar Soebiantoro memberi sambutan.\n"
        "“Kampus harus membuka diri kepada desa di sekitarnya.\n"
        "“Mahasiswa belajar paling banyak di sana,” kata Soebiantoro.",
        {"Soebiantoro": "Rektor Universitas Islam Balitar"},
        {"Kampus harus": "Soebiantoro"},
    ),
    Case(
        "a quote inside a quote",
        'Menurut pelukis Djoko Pekik Santosa, "Lukisan "Berburu Celeng" itu lahir dari '
        'kegelisahan," katanya.',
        {"Djoko Pekik Santosa": "pelukis"},
        {"Lukisan": "Djoko Pekik Santosa"},
    ),
    Case(
        "a hospital with a given name in its name",
        "Direktur RSUD Mardi Waluyo Kota Blitar Bernard Theodore Ratulangi memastikan obat tersedia.",
        {"Bernard Theodore Ratulangi": "Direktur RSUD Mardi Waluyo Kota Blitar"},
    ),
    Case(
        "an organisation named after a person does not speak",
        "Pengunjung Makam Bung Karno meningkat. Jalan Ahmad Yani mengaku padat oleh bus wisata.",
        {},
    ),
    Case(
        "a subordinate clause names another person first",
        "Setelah Bambang Sutejo ditangkap, Kapolsek Srengat Kompol Randhy Irawan menyebut ada "
        "tersangka lain.",
        {"Randhy Irawan": "Kapolsek Srengat"},
    ),
    Case(
        "asked about somebody",
        "Ditanya soal Hartono Wibowo, Sekretaris DPRD Kabupaten Malang Tridiyah Maestuti "
        "mengatakan belum ada surat masuk.",
        {"Tridiyah Maestuti": "Sekretaris DPRD Kabupaten Malang"},
    ),
    Case(
        "a passive sentence gives the listener no words",
        "Bantuan diserahkan kepada Sulastri. Wakil Wali Kota Blitar Elim Tyu Samba menyampaikan "
        "belasungkawa kepada keluarga.",
        {"Elim Tyu Samba": "Wakil Wali Kota Blitar"},
    ),
)
