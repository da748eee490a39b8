"""Several speakers, nicknames in brackets, half quotes."""

from __future__ import annotations

from tests.copyedit.cases.case import Case

MIXED = (
    Case(
        "salah seorang, and an office of two services",
        'Pemkab Blitar menggelar pasar murah. "Ini upaya menekan inflasi menjelang Ramadan," kata '
        "Kepala Dinas Ketahanan Pangan dan Pertanian Kabupaten Blitar Setiyana. Setiyana "
        "menambahkan pasar murah digelar di 22 kecamatan. Salah seorang pembeli, Wiwin, mengaku "
        "terbantu.",
        {
            "Setiyana": "Kepala Dinas Ketahanan Pangan dan Pertanian Kabupaten Blitar",
            "Wiwin": "Salah seorang pembeli",
        },
        {"Ini upaya": "Setiyana"},
    ),
    Case(
        "a rector with degrees of all kinds",
        "MALANG - Rektor Universitas Brawijaya Prof Widodo S.Si., M.Si., Ph.D.Med.Sc. melantik 12 "
        "dekan. Ia berpesan agar dekan baru menjaga integritas.",
        {"Widodo": "Rektor Universitas Brawijaya"},
    ),
    Case(
        "a manager with an initial",
        'Manajer Persik Kediri M. Syahid Nur Ichsan membantah kabar itu. "Belum ada tawaran '
        'resmi," katanya, Minggu (5/1).',
        {"M. Syahid Nur Ichsan": "Manajer Persik Kediri"},
        {"Belum ada": "M. Syahid Nur Ichsan"},
    ),
    Case(
        "a second office later",
        "Ketua Umum PSSI Erick Thohir mengatakan pelatih baru diumumkan pekan depan. Erick juga "
        "Menteri BUMN.",
        {"Erick Thohir": "Ketua Umum PSSI"},
    ),
    Case(
        "who accompanies is named last",
        "Wakil Gubernur Jawa Timur Emil Elestianto Dardak mengajak pemuda menanam mangrove. “Satu "
        "orang satu bibit,” kata Emil. Ia didampingi Bupati Sidoarjo Subandi.",
        {"Emil Elestianto Dardak": "Wakil Gubernur Jawa Timur"},
        {"Satu orang": "Emil Elestianto Dardak"},
    ),
    Case(
        "the second half of a quote by itself",
        '"Rambu sudah kami pasang," terang Kabid Lalu Lintas Dishub Kota Blitar, Nur Wahyudi. '
        '"Tinggal kesadaran pengendara."',
        {"Nur Wahyudi": "Kabid Lalu Lintas Dishub Kota Blitar"},
        {"Rambu sudah": "Nur Wahyudi", "Tinggal kesadaran": "Nur Wahyudi"},
    ),
    Case(
        "a driver with an age, and a rank",
        "Sopir truk, Mulyono (47), mengaku mengantuk. Kanit Gakkum Satlantas Polres Blitar Ipda "
        "Agus Tri menyatakan kerugian Rp50 juta.",
        {"Mulyono": "Sopir truk", "Agus Tri": "Kanit Gakkum Satlantas Polres Blitar"},
    ),
    Case(
        "a prosecutor and a lawyer",
        "Jaksa Penuntut Umum Syahrir Sagir menuntut terdakwa lima tahun penjara. Kuasa hukum "
        "terdakwa, Hendi Priono, menilai tuntutan itu berat. “Kami akan ajukan pleidoi,” tegas "
        "Hendi.",
        {"Syahrir Sagir": "Jaksa Penuntut Umum", "Hendi Priono": "Kuasa hukum terdakwa"},
        {"Kami akan": "Hendi Priono"},
    ),
    Case(
        "warga behind the name",
        "Hadi, warga Desa Kalipucang, tak menyangka rumahnya roboh. “Suaranya seperti bom,” "
        "tuturnya kepada Mahardhika FM.",
        {"Hadi": "warga Desa Kalipucang"},
        {"Suaranya": "Hadi"},
    ),
    Case(
        "an office of religious affairs",
        "Kepala Kantor Kemenag Kota Blitar Qoirul Naim menyampaikan, keberangkatan jemaah haji "
        "dibagi dua kloter.",
        {"Qoirul Naim": "Kepala Kantor Kemenag Kota Blitar"},
    ),
    Case(
        "a nickname in brackets",
        "Bupati Lamongan Yuhronur Efendi (Pak Yes) menyebut panen raya tahun ini terbaik. "
        '"Alhamdulillah, petani tersenyum," ungkap Pak Yes.',
        {"Yuhronur Efendi": "Bupati Lamongan"},
        {"Alhamdulillah, petani": "Yuhronur Efendi"},
    ),
    Case(
        "a railway spokesman",
        "Humas Daop 7 Madiun Rokhmad Makin Zainul menginformasikan perubahan jadwal. Rokhmad "
        "meminta penumpang mengecek tiket.",
        {"Rokhmad Makin Zainul": "Humas Daop 7 Madiun"},
    ),
    Case(
        "an office without a body behind the name",
        "“Kami bersyukur,” kata Bambang Irianto, Kepala Sekolah, didampingi wakilnya, Siti Rohmah.",
        {"Bambang Irianto": "Kepala Sekolah"},
        {"Kami bersyukur": "Bambang Irianto"},
    ),
    Case(
        "a first name that is a town, too",
        "Ketua Bawaslu Kota Blitar, Roma Hudi Fitrianto membenarkan ada laporan. Menurut Roma, "
        'laporan diterima Senin. "Kami kaji dulu," imbuhnya. Terpisah, Ketua KPU Kota Blitar, '
        "Rangga Bisma enggan berkomentar.",
        {"Roma Hudi Fitrianto": "Ketua Bawaslu Kota Blitar"},
        {"Kami kaji": "Roma Hudi Fitrianto"},
    ),
    Case(
        "a person called bernama",
        'Wali Kota Surabaya Eri Cahyadi menegaskan parkir liar ditertibkan. "Tidak ada toleransi!" '
        "tegas Eri. Warga bernama Sulis berharap hal serupa.",
        {"Eri Cahyadi": "Wali Kota Surabaya", "Sulis": ""},
        {"Tidak ada": "Eri Cahyadi"},
    ),
)
