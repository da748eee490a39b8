"""Offices and speakers that are told in other ways than "office, name, verb"."""

from __future__ import annotations

from tests.copyedit.cases.case import Case

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
