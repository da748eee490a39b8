"""Habits of crediting in local copy: offices before and behind names, verbs before and behind."""

from __future__ import annotations

from tests.copyedit.cases.case import Case

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
