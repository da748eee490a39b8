"""Whole paragraphs: police, sport, farmers, politics."""

from __future__ import annotations

from tests.copyedit.cases.case import Case

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
