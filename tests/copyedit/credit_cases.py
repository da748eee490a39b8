"""Pieces of Indonesian news with their credits: the habits of crediting that the desk meets.

Written for these tests; the people and events are invented.
"""

from __future__ import annotations

from typing import NamedTuple


class Case(NamedTuple):
    """A text; its sources as name: office; its quotes as first words: speaker ("" when nobody is named)."""

    habit: str
    text: str
    sources: dict[str, str]
    quotes: dict[str, str] = {}  # noqa: RUF012 - never changed


DESK = (
    Case(
        "office, name without a comma, short name later",
        "Kepala Dinas Kesehatan Kota Madiun Retno Wulandari mengatakan, imunisasi digelar di 120 "
        "posyandu. “Kami targetkan semua balita terlayani sebelum Lebaran,” kata Retno.",
        {"Retno Wulandari": "Kepala Dinas Kesehatan Kota Madiun"},
        {"Kami targetkan": "Retno Wulandari"},
    ),
    Case(
        "office, name between commas",
        "Direktur RSUD Ngudi Waluyo, dr. Endah Woro Utami, menjelaskan bahwa poli jantung dibuka "
        "pekan depan.",
        {"Endah Woro Utami": "Direktur RSUD Ngudi Waluyo"},
    ),
    Case(
        "name, office between commas",
        "Suhartono, Kepala Desa Pojok, mengaku sudah tiga kali melapor ke kecamatan.\n"
        '"Jembatannya goyang kalau dilewati truk pasir," ujarnya.',
        {"Suhartono": "Kepala Desa Pojok"},
        {"Jembatannya goyang": "Suhartono"},
    ),
    Case(
        "name, dash, office",
        "Mujianto - Lurah Sananwetan menyampaikan kerja bakti dimulai Minggu pagi. Warga diminta "
        "membawa alat sendiri.",
        {"Mujianto": "Lurah Sananwetan"},
    ),
    Case(
        "office, dash, name",
        "Ketua Panitia – Bagas Prakoso menyebut peserta datang dari sebelas kota.",
        {"Bagas Prakoso": "Ketua Panitia"},
    ),
    Case(
        "office and name glued with a hyphen",
        "Sri Rahayu-Ketua Kelompok Tani Makmur mengatakan harga gabah turun sejak awal bulan.",
        {"Sri Rahayu": "Ketua Kelompok Tani Makmur"},
    ),
    Case(
        "police rank before the name",
        'Kapolres Tulungagung AKBP Muhammad Taat Resdi menegaskan pelaku sudah ditahan. "Dua orang '
        'kami amankan di rumahnya," tegas AKBP Taat, Rabu (12/3/2025).',
        {"Muhammad Taat Resdi": "Kapolres Tulungagung"},
        {"Dua orang": "Muhammad Taat Resdi"},
    ),
    Case(
        "rank with a comma before it",
        "Kasatlantas Polres Kediri Kota, AKP Afandy Dwi Takdir, mengimbau pengendara menjauhi jalur itu.",
        {"Afandy Dwi Takdir": "Kasatlantas Polres Kediri Kota"},
    ),
    Case(
        "age after the name, a small office behind",
        "Sumiati (54), pedagang cabai di Pasar Legi, mengeluh pembeli makin sepi. “Biasanya habis "
        "dua kuintal,” keluhnya.",
        {"Sumiati": "pedagang cabai"},
        {"Biasanya habis": "Sumiati"},
    ),
    Case(
        "a passer-by with a small office before",
        '"Airnya masuk dapur setinggi lutut," kata warga Kelurahan Gedog, Slamet Riyadi.',
        {"Slamet Riyadi": "warga Kelurahan Gedog"},
        {"Airnya masuk": "Slamet Riyadi"},
    ),
    Case(
        "menurut before the office",
        "Menurut Kepala Stasiun Meteorologi Juanda Taufiq Hermawan, hujan lebat masih terjadi "
        "sampai Kamis. Ia meminta nelayan menunda melaut.",
        {"Taufiq Hermawan": "Kepala Stasiun Meteorologi Juanda"},
    ),
    Case(
        "passive: disampaikan oleh",
        "Hal itu disampaikan oleh Wakil Bupati Trenggalek Syah Natanegara saat meninjau pasar.",
        {"Syah Natanegara": "Wakil Bupati Trenggalek"},
    ),
    Case(
        "passive: diungkapkan, and a similar statement of another",
        "Keluhan itu diungkapkan Ketua Paguyuban Pedagang Pasar Templek, Yusron Hadi. Hal senada "
        "disampaikan Kepala UPT Pasar Kota Blitar Anita Kusuma.",
        {
            "Yusron Hadi": "Ketua Paguyuban Pedagang Pasar Templek",
            "Anita Kusuma": "Kepala UPT Pasar Kota Blitar",
        },
    ),
    Case(
        "two speakers, quotes of each",
        "Wali Kota Batu Nurochman membuka festival itu, Sabtu. “Ini panggung untuk petani,” "
        "ucapnya.\n"
        "Sementara itu, Ketua DPRD Kota Batu Didik Subiyanto berharap festival digelar setiap "
        "tahun. “Anggarannya kami kawal,” ujar Didik.",
        {"Nurochman": "Wali Kota Batu", "Didik Subiyanto": "Ketua DPRD Kota Batu"},
        {"Ini panggung": "Nurochman", "Anggarannya kami": "Didik Subiyanto"},
    ),
    Case(
        "a quote cut in two by its speaker",
        "Gubernur Jawa Timur Khofifah Indar Parawansa menghadiri panen raya. “Stok beras aman,” "
        "kata Khofifah. “Jadi warga tidak perlu membeli berlebihan di pasar.”",
        {"Khofifah Indar Parawansa": "Gubernur Jawa Timur"},
        {"Stok beras": "Khofifah Indar Parawansa", "Jadi warga": "Khofifah Indar Parawansa"},
    ),
    Case(
        "the quote comes first, its speaker in full behind it",
        '"Kami kekurangan guru olahraga," kata Kepala SMPN 3 Wlingi Hariadi Santoso, Senin.',
        {"Hariadi Santoso": "Kepala SMPN 3 Wlingi"},
        {"Kami kekurangan": "Hariadi Santoso"},
    ),
    Case(
        "a colon before the quote",
        'Pelatih PSBI Blitar Bonggo Pribadi menegaskan: "Kami datang untuk menang, bukan bertahan."',
        {"Bonggo Pribadi": "Pelatih PSBI Blitar"},
        {"Kami datang": "Bonggo Pribadi"},
    ),
    Case(
        "a quote with nobody's name",
        '"Sudah seminggu air tidak mengalir," keluh seorang ibu di antrean.',
        {},
        {"Sudah seminggu": ""},
    ),
    Case(
        "a title in marks is no quote",
        "Pameran bertajuk “Kota Patria Kota Kita” dibuka di Gedung Kesenian. Kepala Dinas "
        "Pariwisata Edy Wasono menjelaskan, pameran berlangsung sampai Minggu.",
        {"Edy Wasono": "Kepala Dinas Pariwisata"},
    ),
    Case(
        "people named who do not speak",
        "Rombongan dipimpin Asisten Pemerintahan Sumarno dan diterima Camat Kepanjen Abdul Kadir. "
        "Acara ditutup doa.",
        {},
    ),
    Case(
        "accompanied: only the subject speaks",
        "Bupati Kediri Hanindhito Himawan didampingi Kepala Dinas PUPR Irwan Chandra mengatakan "
        "jembatan selesai Desember.",
        {"Hanindhito Himawan": "Bupati Kediri"},
    ),
    Case(
        "selaku behind the name",
        "Rini Astuti selaku Ketua Tim Penggerak PKK mengajak kader turun ke rumah warga.",
        {"Rini Astuti": "Ketua Tim Penggerak PKK"},
    ),
    Case(
        "yang juga behind the name",
        "Totok Sugiarto yang juga Ketua Komisi II DPRD Kota Blitar menilai anggaran pasar terlalu kecil.",
        {"Totok Sugiarto": "Ketua Komisi II DPRD Kota Blitar"},
    ),
    Case(
        "a nickname with akrab disapa",
        "Wali Kota Kediri Vinanda Prameswati, yang akrab disapa Mbak Wali, menyampaikan terima "
        "kasih kepada relawan.",
        {"Vinanda Prameswati": "Wali Kota Kediri"},
    ),
    Case(
        "degrees behind the name",
        "Kepala Bapenda Kota Blitar Widodo Saptono Johannes, S.T., M.T. menyatakan target pajak "
        "terlampaui. “Capaiannya 104 persen,” terang Widodo.",
        {"Widodo Saptono Johannes": "Kepala Bapenda Kota Blitar"},
        {"Capaiannya 104": "Widodo Saptono Johannes"},
    ),
    Case(
        "acting office with its short form in brackets",
        "Pelaksana Harian (Plh) Sekretaris Daerah Kabupaten Blitar Khusna Lindarti menekankan "
        "disiplin pegawai.",
        {"Khusna Lindarti": "Pelaksana Harian (Plh) Sekretaris Daerah Kabupaten Blitar"},
    ),
    Case(
        "an office that is a list",
        "Kepala Dinas Komunikasi, Informatika dan Statistik Kota Blitar, Mahendra Puspita, "
        "memaparkan hasil survei.",
        {"Mahendra Puspita": "Kepala Dinas Komunikasi, Informatika dan Statistik Kota Blitar"},
    ),
    Case(
        "day and date between name and verb",
        "Juru Bicara KPK Tessa Mahardika, Jumat (10/1/2025), menyatakan penyidik masih menghitung "
        "kerugian negara.",
        {"Tessa Mahardika": "Juru Bicara KPK"},
    ),
    Case(
        "company and name with a comma",
        "Direktur Utama PT Maju Sentosa, Hendra Gunawan, mengatakan pabrik baru menyerap 300 pekerja.",
        {"Hendra Gunawan": "Direktur Utama PT Maju Sentosa"},
    ),
    Case(
        "the office in short takes up the full one",
        "Bupati Blitar Rijanto melantik 50 kepala sekolah. Bupati menegaskan tidak ada jual beli "
        'jabatan. "Kalau ada, laporkan ke saya," tandasnya.',
        {"Rijanto": "Bupati Blitar"},
        {"Kalau ada": "Rijanto"},
    ),
    Case(
        "organisations are no people",
        "Pemerintah Kota Blitar memastikan stok elpiji aman. Pertamina menyebut pasokan ditambah 20 persen.",
        {},
    ),
    Case(
        "an expert with a university",
        "Pengamat politik Universitas Brawijaya Wawan Sobari menilai koalisi itu rapuh.",
        {"Wawan Sobari": "Pengamat politik Universitas Brawijaya"},
    ),
    Case(
        "an initial in the name",
        "Menurut Ketua PMI Kota Malang, Imam B. Prasodjo, persediaan darah golongan O menipis.",
        {"Imam B. Prasodjo": "Ketua PMI Kota Malang"},
    ),
    Case(
        "the verb with a capital and no comma",
        '"Alhamdulillah tahun ini panen lebih baik" Ungkap Suyatno - Petani Desa Tegalrejo.',
        {"Suyatno": "Petani Desa Tegalrejo"},
        {"Alhamdulillah tahun": "Suyatno"},
    ),
    Case(
        "kata before the name at the start of a sentence",
        "Kata Kasi Humas Polres Blitar Iptu Heri Irianto, korban dirawat di rumah sakit. Masih "
        "kata Heri, sopir truk ditahan.",
        {"Heri Irianto": "Kasi Humas Polres Blitar"},
    ),
)

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

STREET = (
    Case(
        "a paper: department in full, then an expert of a university",
        "JAKARTA, KOMPAS — Kementerian Kesehatan menemukan 12 kasus baru. Direktur Pencegahan dan "
        "Pengendalian Penyakit Menular Langsung Kementerian Kesehatan Siti Nadia Tarmizi, Senin "
        "(3/5/2021), mengatakan, pelacakan kontak terus dilakukan. ”Masyarakat jangan panik, "
        "tetapi tetap waspada,” ujarnya saat dihubungi. Epidemiolog dari Universitas Griffith, "
        "Dicky Budiman, menilai pengetesan masih rendah.",
        {
            "Siti Nadia Tarmizi": "Direktur Pencegahan dan Pengendalian Penyakit Menular Langsung "
            "Kementerian Kesehatan",
            "Dicky Budiman": "Epidemiolog dari Universitas Griffith",
        },
        {"Masyarakat": "Siti Nadia Tarmizi"},
    ),
    Case(
        "police and a victim",
        "Polisi meringkus dua pencuri motor di Kecamatan Garum. Kasatreskrim Polres Blitar AKP "
        'Momon Suwito Pratomo menuturkan, keduanya ditangkap di rumah kos. "Pelaku sudah enam kali '
        'beraksi," ungkap Momon, Selasa (7/2). Salah satu korban, Dwi Lestari, mengaku lega. '
        '"Motor itu untuk kerja," katanya.',
        {"Momon Suwito Pratomo": "Kasatreskrim Polres Blitar", "Dwi Lestari": "Salah satu korban"},
        {"Pelaku sudah": "Momon Suwito Pratomo", "Motor itu": "Dwi Lestari"},
    ),
    Case(
        "a politician told of again by party",
        "Ketua Komisi A DPRD Jatim, Dedi Irwansa meminta Pemprov segera bertindak. Politisi "
        'Demokrat itu menyebut ada 14 desa terdampak. "Jangan tunggu korban," tegas Dedi.',
        {"Dedi Irwansa": "Ketua Komisi A DPRD Jatim"},
        {"Jangan tunggu": "Dedi Irwansa"},
    ),
    Case(
        "one short name only",
        '"Saya tidak tahu soal itu," ujar Budi singkat.',
        {"Budi": ""},
        {"Saya tidak": "Budi"},
    ),
    Case(
        "a president and a short office",
        "Presiden Prabowo Subianto mengatakan bahwa swasembada pangan tercapai tahun ini. Hal itu "
        'disampaikan Presiden dalam sidang kabinet di Istana Negara, Jakarta, Rabu. "Kita harus '
        'bekerja lebih keras," kata Prabowo.',
        {"Prabowo Subianto": "Presiden"},
        {"Kita harus": "Prabowo Subianto"},
    ),
    Case(
        "told again by age",
        'Menurut Sutrisno, warga setempat, api pertama kali terlihat dari dapur. "Saya langsung '
        'teriak minta tolong," kata pria 45 tahun itu.',
        {"Sutrisno": "warga setempat"},
        {"Saya langsung": "Sutrisno"},
    ),
    Case(
        "two teams",
        "Pelatih Arema FC Joel Cornelli menganggap timnya bermain baik. Sementara kapten Persebaya "
        "Bruno Moreira mengaku kecewa. “Kami kehilangan fokus di babak kedua,” kata pemain asal "
        "Brasil itu.",
        {"Joel Cornelli": "Pelatih Arema FC", "Bruno Moreira": "kapten Persebaya"},
        {"Kami kehilangan": "Bruno Moreira"},
    ),
    Case(
        "offices with places and unknown names",
        "Kepala Bidang Statistik Sosial BPS Provinsi Jawa Timur Debora Sulistya Rini menjelaskan "
        "garis kemiskinan naik. Kepala Bappeda Litbang Kota Kediri, Chevy Ning Suyudi menambahkan "
        "data itu dipakai untuk menyusun program.",
        {
            "Debora Sulistya Rini": "Kepala Bidang Statistik Sosial BPS Provinsi Jawa Timur",
            "Chevy Ning Suyudi": "Kepala Bappeda Litbang Kota Kediri",
        },
    ),
    Case(
        "told again by a former office",
        "Ditemui di kantornya, Samanhudi Anwar mengatakan pihaknya sudah berkirim surat. Mantan "
        "Wali Kota Blitar itu berharap ada jawaban.",
        {"Samanhudi Anwar": ""},
    ),
    Case(
        "an army rank and a number in the office",
        "Upacara dihadiri Forkopimda. Dandim 0808/Blitar Letkol Inf Hendra Sukmana selaku "
        'inspektur upacara membacakan amanat. "Prajurit harus dekat dengan rakyat," ucap Letkol '
        "Hendra.",
        {"Hendra Sukmana": "Dandim 0808/Blitar"},
        {"Prajurit harus": "Hendra Sukmana"},
    ),
    Case(
        "diakui, and a small office with a village",
        "Harga telur turun. Hal ini diakui Yuliani, peternak ayam petelur asal Desa Suruhwadang. "
        '"Sekarang cuma Rp 21 ribu," keluh perempuan 38 tahun ini.',
        {"Yuliani": "peternak ayam petelur"},
        {"Sekarang cuma": "Yuliani"},
    ),
    Case(
        "a member of parliament",
        "Anggota DPR RI dari Fraksi PKB Anggia Erma Rini menyoroti distribusi pupuk. Menurut "
        "Anggia, kuota tidak sesuai luas lahan.",
        {"Anggia Erma Rini": "Anggota DPR RI dari Fraksi PKB"},
    ),
    Case(
        "a head of a firm",
        "CEO PT Nusantara Digital Raya Kevin Tanujaya menyatakan investasi baru senilai Rp2 "
        'triliun. "We are ready," kata Kevin.',
        {"Kevin Tanujaya": "CEO PT Nusantara Digital Raya"},
        {"We are": "Kevin Tanujaya"},
    ),
    Case(
        "a doctor without a full stop",
        "Juru bicara Satgas Covid-19 Jatim, dr Makhyan Jibril, mengungkapkan angka kesembuhan naik "
        "menjadi 90 persen.",
        {"Makhyan Jibril": "Juru bicara Satgas Covid-19 Jatim"},
    ),
    Case(
        "an unknown name told apart by its short form",
        "Kepala Pelaksana BPBD Kabupaten Blitar, Ivong Bettryanto mengatakan ada 3 rumah rusak. "
        "“Warga sementara mengungsi ke balai desa,” jelas Ivong. Camat Bakung, Tri Utomo, "
        "menambahkan logistik cukup untuk tiga hari.",
        {"Ivong Bettryanto": "Kepala Pelaksana BPBD Kabupaten Blitar", "Tri Utomo": "Camat Bakung"},
        {"Warga sementara": "Ivong Bettryanto"},
    ),
    Case(
        "party secretaries",
        "Sekjen PDI Perjuangan Hasto Kristiyanto menegaskan partainya solid. Sedangkan Wasekjen "
        "PKS Zainudin Paru menilai sebaliknya.",
        {"Hasto Kristiyanto": "Sekjen PDI Perjuangan", "Zainudin Paru": "Wasekjen PKS"},
    ),
    Case(
        "a name that begins with an initial",
        "Kasi Pidsus Kejari Blitar I Gede Willy Pramana menyebut tersangka bertambah satu orang.",
        {"I Gede Willy Pramana": "Kasi Pidsus Kejari Blitar"},
    ),
    Case(
        "a pupil",
        "Siswi kelas XI SMAN 1 Blitar, Naura Aulia, mengaku bangga menjadi juara. “Persiapannya "
        "dua bulan,” tutur Naura.",
        {"Naura Aulia": "Siswi kelas XI SMAN 1 Blitar"},
        {"Persiapannya": "Naura Aulia"},
    ),
    Case(
        "preachers",
        "Ustaz Abdul Somad mengingatkan jemaah menjaga kerukunan. KH Ardani Ahmad, pengasuh Pondok "
        "Pesantren Nurul Ulum, berpesan hal serupa.",
        {"Abdul Somad": "", "Ardani Ahmad": "pengasuh Pondok Pesantren Nurul Ulum"},
    ),
    Case(
        "an office given later than the name",
        'Santoso berterima kasih kepada warga. "Terima kasih," ujar Santoso, Wali Kota Blitar, saat ditemui.',
        {"Santoso": "Wali Kota Blitar"},
        {"Terima kasih": "Santoso"},
    ),
    Case(
        "a fireman",
        "Petugas Damkar Agus Zunaidi berkata api padam pukul 03.00. “Sumbernya dari kompor,” imbuh dia.",
        {"Agus Zunaidi": "Petugas Damkar"},
        {"Sumbernya": "Agus Zunaidi"},
    ),
    Case(
        "a water company",
        "Direktur Utama PDAM Tirta Patria Kota Blitar Suryo Adi mengatakan: “Pelanggan jangan "
        "khawatir.” Ia juga memastikan tarif tidak naik.",
        {"Suryo Adi": "Direktur Utama PDAM Tirta Patria Kota Blitar"},
        {"Pelanggan": "Suryo Adi"},
    ),
)

OFFICE = (
    Case(
        "a politician told of again by party",
        "Wakil Ketua DPRD Kabupaten Blitar M Rifai menyebut raperda itu prioritas. Menurut "
        "politisi Gerindra tersebut, pembahasan rampung bulan depan.",
        {"M Rifai": "Wakil Ketua DPRD Kabupaten Blitar"},
    ),
    Case(
        "a service by its short form, and papar",
        "Kepala Dispendukcapil Kota Blitar, Tunggul Wibowo, mengatakan perekaman e-KTP jemput "
        "bola. “Kami datangi sekolah,” papar Tunggul, Kamis (20/2).",
        {"Tunggul Wibowo": "Kepala Dispendukcapil Kota Blitar"},
        {"Kami datangi": "Tunggul Wibowo"},
    ),
    Case(
        "a coordinator of an action, and teriaknya",
        "Radio Mayangkara - Puluhan sopir angkot berunjuk rasa. Koordinator aksi, Suyono, menuntut "
        "tarif dinaikkan. “Setoran tidak nutup,” teriaknya.",
        {"Suyono": "Koordinator aksi"},
        {"Setoran tidak": "Suyono"},
    ),
    Case(
        "a victim's mother",
        "Ibu korban, Tumini, menangis saat jenazah tiba. “Anak saya pamit kerja,” kata Tumini terbata-bata.",
        {"Tumini": "Ibu korban"},
        {"Anak saya": "Tumini"},
    ),
    Case(
        "a general manager",
        "General Manager PLN UID Jawa Timur Ahmad Mustaqir menjelaskan pemadaman dilakukan "
        "bergilir, Minggu (2/3/2025). Ahmad memohon maaf kepada pelanggan.",
        {"Ahmad Mustaqir": "General Manager PLN UID Jawa Timur"},
    ),
    Case(
        "an acting head with a comma nowhere",
        '"Tidak ada penambahan kuota," kata Plt Kepala Dinas Perdagangan Hakim Sisworo ketika '
        "dikonfirmasi wartawan.",
        {"Hakim Sisworo": "Plt Kepala Dinas Perdagangan"},
        {"Tidak ada": "Hakim Sisworo"},
    ),
    Case(
        "a given name that is an office, too",
        "Imam Kusnin Ahmad, Ketua Forum Komunikasi Dai Muda, menyayangkan pernyataan itu.",
        {"Imam Kusnin Ahmad": "Ketua Forum Komunikasi Dai Muda"},
    ),
    Case(
        "a couple, and a village head with one name",
        "Pasangan Edi dan Yuli mengaku senang. Kepala Desa Modangan Muhdlor menyampaikan selamat.",
        {"Muhdlor": "Kepala Desa Modangan"},
    ),
    Case(
        "an opening speech",
        "Acara dibuka Wabup Blitar Beky Herdihansah. Dalam sambutannya, Beky mengajak petani "
        'beralih ke pupuk organik. "Tanah kita sudah capek," ujarnya disambut tawa hadirin.',
        {"Beky Herdihansah": "Wabup Blitar"},
        {"Tanah kita": "Beky Herdihansah"},
    ),
    Case(
        "an agency and a general",
        "Kepala BMKG Dwikorita Karnawati mengingatkan potensi hujan ekstrem. Sementara itu, Kepala "
        "BNPB Letjen TNI Suharyanto memastikan logistik siap.",
        {"Dwikorita Karnawati": "Kepala BMKG", "Suharyanto": "Kepala BNPB"},
    ),
    Case(
        "through the spokesman",
        "Kapolres Blitar Kota AKBP Danang Setiyo Pambudi Sukarno melalui Kasi Humas Ipda Samsul "
        "Anwar mengatakan, pelaku mengakui perbuatannya.",
        {"Samsul Anwar": "Kasi Humas"},
    ),
    Case(
        "a student with an age",
        "Mahasiswi Universitas Negeri Malang, Nabila Syakieb (21), mengatakan riset itu dilakukan dua tahun.",
        {"Nabila Syakieb": "Mahasiswi Universitas Negeri Malang"},
    ),
    Case(
        "a service head with one name",
        'Kepala Disperindag Kota Blitar Hakim, membenarkan kenaikan harga minyak goreng. "Naik '
        'seribu rupiah," akunya.',
        {"Hakim": "Kepala Disperindag Kota Blitar"},
        {"Naik seribu": "Hakim"},
    ),
    Case(
        "a former minister told of again",
        "“Kita sambut baik,” ujar Khofifah. Mantan Menteri Sosial itu menambahkan dana sudah siap. "
        "“Tinggal eksekusi,” tambah dia.",
        {"Khofifah": ""},
        {"Kita sambut": "Khofifah", "Tinggal eksekusi": "Khofifah"},
    ),
    Case(
        "a neighbourhood head with Pak",
        "Ketua RT 03 RW 05 Kelurahan Sukorejo, Pak Bejo, bercerita warga sempat panik.",
        {"Bejo": "Ketua RT 03 RW 05 Kelurahan Sukorejo"},
    ),
    Case(
        "a dentist without a comma",
        "Kepala Puskesmas Sutojayan drg. Yuni Hastuti mengungkapkan stok vaksin aman.",
        {"Yuni Hastuti": "Kepala Puskesmas Sutojayan"},
    ),
    Case(
        "two offices joined with dan",
        "Menteri Pertanian Andi Amran Sulaiman dan Bupati Blitar Rijanto menanam padi bersama. "
        "Amran mengatakan target panen dua kali lipat.",
        {"Andi Amran Sulaiman": "Menteri Pertanian"},
    ),
    Case(
        "menurut keterangan",
        "Menurut keterangan Kepala Satpol PP Kota Blitar Ronny Yoza Pasalbessy, razia digelar rutin.",
        {"Ronny Yoza Pasalbessy": "Kepala Satpol PP Kota Blitar"},
    ),
    Case(
        "a nickname explained behind the quote",
        '"Ayo jaga kota kita!" seru Mas Ibin, sapaan akrab Wali Kota Blitar Syauqul Muhibbin.',
        {"Syauqul Muhibbin": "Wali Kota Blitar"},
        {"Ayo jaga": "Syauqul Muhibbin"},
    ),
    Case(
        "a comma, a name, a verb, a quote",
        'Sekretaris Komisi B, Ulfa menuturkan, "Kami akan panggil dinas terkait." Rapat dijadwalkan Senin.',
        {"Ulfa": "Sekretaris Komisi B"},
        {"Kami akan": "Ulfa"},
    ),
    Case(
        "a brother by -nya",
        "Penyanyi Didi Kempot dikenang warga Solo. Adiknya, Mamiek Prakoso, mengenang masa kecil "
        "mereka. “Kami ngamen bersama,” kenangnya.",
        {"Mamiek Prakoso": "Adiknya"},
        {"Kami ngamen": "Mamiek Prakoso"},
    ),
    Case(
        "a non-government organisation",
        "Direktur Eksekutif Walhi Jawa Timur, Wahyu Eka Setyawan mendesak izin dicabut karena "
        "merusak hutan lindung.",
        {"Wahyu Eka Setyawan": "Direktur Eksekutif Walhi Jawa Timur"},
    ),
    Case(
        "a spokesman, and singkatnya",
        "Kabid Humas Polda Jatim Kombes Pol Jules Abraham Abast membenarkan penangkapan itu. "
        "“Benar, sudah diamankan,” singkatnya.",
        {"Jules Abraham Abast": "Kabid Humas Polda Jatim"},
        {"Benar, sudah": "Jules Abraham Abast"},
    ),
)

CASES = DESK + WIRE + STREET + OFFICE
