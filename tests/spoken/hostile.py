"""Texts that nobody would write and everybody pastes."""

from __future__ import annotations

from hypothesis import strategies as st

FRAGMENTS = [
    "Rp", "Rp1,5 miliar", "2.65", "1.2.3,4,5", "08.30 WIB", "(05/09)", "17-an", "ke-11", "KPU", "I",
    "II", "XIV", "Komisi", "kelas", "Made", "W.R.", "M.", "Dr.", "dr", "H", "S.H.", ", SH", "Tjutjuk",
    "Soeharto", "kata2", "BBM-nya", "e-KTP", "MoU", "P3K", "COVID-19", "H-7", "3x4", "km²", "m2",
    "24–33 °C", "5%", "&", "+62", "0812-3456-7890", "AG 1234 XX", "www.a.id", "a@b.go.id", "#tagar",
    "@akun", "https://x.com/a", "No.", "nomor", "UU", "1/2", "13/2022", "2008/2009", "1939-1943", "1-0",
    "menang", "antara", "tahun", "pukul", "sampai", "Mei", "17 Agustus 1945", "tgl", "yg", "dll.",
    "a.n.", "s/d", "-5", "−5", "±", "½", "Ⅷ", "①", "٣", "१२", "²", "°", "′", "日本", "שלום", "مرحبا",
    "\u202e", "\u200d", "🙂", "👩‍👩‍👧", "é", "e\u0301", "\x00", "\x1b[31m", "\ufeff", "\u00ad", "...",
    "…", "?!", "“", "”", "'", "’", "(", ")", "/", "-", "–", "_", "*", "$", "$5", "US$ 3", "%", "=",
    "\\", "10000000000000000000000", "0", "00", "007", "A", "B", "ABCDEFGHIJ", "DI", "ASEAN", "iPhone",
    "a", "di", "ke", "Ke",
]  # fmt: skip
SEPARATORS = [
    "",
    "",
    " ",
    " ",
    " ",
    "  ",
    "\n",
    "\u00a0",
    ".",
    ",",
    ". ",
    ", ",
    "-",
    "/",
    "(",
    ")",
    ":",
    "\t",
    "\r",
]

anything = st.text(max_size=60)
newsroom = st.lists(st.tuples(st.sampled_from(FRAGMENTS), st.sampled_from(SEPARATORS)), max_size=8).map(
    lambda pairs: "".join(fragment + separator for fragment, separator in pairs)
)
ascii_noise = st.text("aAbIVXKR0159.,-/:()%$&@# '\n", max_size=30)
texts = st.one_of(anything, newsroom, ascii_noise)
