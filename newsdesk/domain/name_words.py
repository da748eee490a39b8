"""The words round names: titles, degrees, what an office begins with, and what is written short."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


TITLES = _set(
    "h hj haji hajjah kh drs dra dr drg drh ir prof gus nyai kyai kiai ustaz ustadz ustadzah habib"
    " romo pdt pak bu bapak ibu mas mbak bang cak ny nyonya tuan sdr saudara tgk rm raden kompol akp"
    " akbp kombes kombespol pol brigjen irjen komjen jenderal letkol mayor kapten kolonel letnan lettu"
    " letda letjen mayjen ipda iptu aiptu aipda bripka brigadir brigpol bripda briptu serka sertu"
    " serda serma pelda peltu kopral laksamana marsekal purn inf tni"
)
DEGREES = _set(
    "sh se st spd ssos sip skom sag ssi spsi stp skep skm sik stk sked mh mm mt msi mpd mhum mkes map"
    " mba mkom msc mag ma mp mpa mph phd amd amdkeb ap apt lc cpa ak spog spa sppd psi"
)
WRITTEN_OUT = {
    short: tuple(written.split())
    for short, written in {
        "walikota": "wali kota",
        "wawali": "wakil wali kota",
        "wawalikota": "wakil wali kota",
        "wabup": "wakil bupati",
        "wagub": "wakil gubernur",
        "kadis": "kepala dinas",
        "kadinas": "kepala dinas",
        "kabag": "kepala bagian",
        "kabid": "kepala bidang",
        "kasi": "kepala seksi",
        "kasie": "kepala seksi",
        "kades": "kepala desa",
        "kepsek": "kepala sekolah",
        "kadinkes": "kepala dinas kesehatan",
        "kadisdik": "kepala dinas pendidikan",
        "kadishub": "kepala dinas perhubungan",
        "kadinsos": "kepala dinas sosial",
        "sekda": "sekretaris daerah",
        "sekdes": "sekretaris desa",
        "sekcam": "sekretaris camat",
        "sekjen": "sekretaris jenderal",
        "ketum": "ketua umum",
        "waketum": "wakil ketua umum",
        "dirut": "direktur utama",
        "dirjen": "direktur jenderal",
        "jubir": "juru bicara",
        "pemkot": "pemerintah kota",
        "pemkab": "pemerintah kabupaten",
        "pemprov": "pemerintah provinsi",
        "pemda": "pemerintah daerah",
        "bps": "badan pusat statistik",
        "bpbd": "badan penanggulangan bencana daerah",
        "dprd": "dewan perwakilan rakyat daerah",
        "dpr": "dewan perwakilan rakyat",
        "kpu": "komisi pemilihan umum",
        "bawaslu": "badan pengawas pemilihan umum",
        "dinkes": "dinas kesehatan",
        "disdik": "dinas pendidikan",
        "dindik": "dinas pendidikan",
        "dishub": "dinas perhubungan",
        "dinsos": "dinas sosial",
        "kemenag": "kementerian agama",
        "kab": "kabupaten",
        "rsud": "rumah sakit umum daerah",
        "pdam": "perusahaan daerah air minum",
    }.items()
}
PASSING = _set("plt plh pj pjs mantan eks bekas penjabat")
"""Before an office: holding it for a time, or no longer. The same person all the same."""
HEADS = _set(
    "presiden wakil menteri gubernur bupati wali kepala ketua sekretaris direktur camat lurah kapolri"
    " kapolda kapolres kapolresta kapolsek kasat kanit dandim danramil kajari kajati rektor dekan juru"
    " humas anggota komisioner manajer koordinator pimpinan pengasuh bendahara hakim jaksa kasatlantas"
    " kasatreskrim"
)
"""What an office begins with, in front of a name."""
MANY_HOLD_IT = _set(
    "anggota warga pedagang petani nelayan sopir buruh karyawan pegawai mahasiswa siswa guru dosen"
    " staf saksi korban pembeli pengunjung penumpang relawan orang peneliti pengamat dokter perawat"
    " pengacara"
)
MUHAMMAD = "muhamad"
MUHAMMAD_TOO = _set("mohamad moh muh mhd moc muc")
"""The ways to write it, in one spelling otherwise."""
