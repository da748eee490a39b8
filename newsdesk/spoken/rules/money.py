"""Money: the amount, its scale, then the currency.

Rp1,5 miliar -> satu koma lima miliar rupiah
Rp 7.375.000.280 -> tujuh miliar tiga ratus tujuh puluh lima juta dua ratus delapan puluh rupiah
Rp10-15 juta -> sepuluh sampai lima belas juta rupiah
Rp2,5M -> dua koma lima miliar rupiah
Rp50.000,- -> lima puluh ribu rupiah
Rp12.000/kg -> dua belas ribu rupiah per kilogram
US$20,39 ribu -> dua puluh koma tiga sembilan ribu dolar Amerika Serikat
€50 -> lima puluh euro
per US$ -> per dolar Amerika Serikat
kurs Rp/US$ -> kurs rupiah per dolar Amerika Serikat
Rp16.400-an -> enam belas ribu empat ratusan rupiah
anggaran 10 M -> anggaran sepuluh miliar
Rp500-an ribu -> lima ratusan ribu rupiah
Rp9.100/9.105 -> sembilan ribu seratus sampai sembilan ribu seratus lima rupiah
"""

from __future__ import annotations

import re

from newsdesk.spoken.rules.amount import Amount, amount, between, between_word, value
from newsdesk.spoken.rules.measure import per
from newsdesk.spoken.rules.rule import Passage, Rule, Starts
from newsdesk.spoken.tables import Tables
from newsdesk.spoken.text import Reading
from newsdesk.spoken.written import NUMBER, TO, words, words_near

_SCALES = {
    "rb": "ribu",
    "k": "ribu",
    "jt": "juta",
    "m": "miliar",
    "milyar": "miliar",
    "t": "triliun",
    "trilyun": "triliun",
}
_SCALE = (
    r"[ \u00a0]?(?P<{}>(?i:(?:ribu|juta|miliar|milyar|triliun|trilyun)(?:an)?)|rb|jt|RB|JT|M|T|K)(?![^\W_])"
)
_PATTERN = re.compile(
    r"(?P<sign>(?:US|AS|A|S|HK|NZ|C)[ ]?\$|[$£€¥₩₹฿]|[A-Za-z]{2,3})\.?[ \u00a0]?"
    rf"(?P<first>(?P<low>{NUMBER})(?>(?:,-|,00(?!\d))?))(?:{_SCALE.format('scale1')})?"
    rf"(?:(?P<about>[-–]an(?![^\W_]))(?:{_SCALE.format('scale3')})?)?"
    rf"(?:(?P<to>{TO}|/(?=[1-9]))(?:(?P=sign)\.?[ \u00a0]?)?"
    rf"(?P<high>{NUMBER})(?:,-)?(?:{_SCALE.format('scale2')})?)?"
    r"(?:[ \u00a0](?:rupiah|Rupiah)(?![^\W_]))?"
    r"(?:[ \u00a0]?/[ \u00a0]?(?P<per>US\$|[A-Za-z]{1,12}(?:[²³]|[23](?!\w))?))?"
)

# The currency without its amount: "Rp16.350 per US$", "2,6 miliar USD".
_ALONE = re.compile(
    r"(?P<sign>(?:US|AS|S|A|HK|NZ|C)\$|(?:Rp|USD|SGD|EUR|JPY|GBP|AUD|CNY|MYR|IDR)(?![^\W_]))"
    r"(?:/(?P<per>(?:US|S|A|HK)\$|USD|SGD|EUR|JPY|GBP)(?![^\W_]))?"
)


# "anggaran 10 M", "rugi 1,5 T": the scale alone, where money is spoken of.
_SCALED = re.compile(
    rf"(?P<low>{NUMBER})(?:(?P<to>{TO})(?P<high>{NUMBER}))?[ \u00a0]?(?P<scale>[MT])(?![^\W_])"
)
_OF_MONEY = words(
    """
    anggaran dianggarkan anggarkan dana mendanai biaya dibiayai biayanya senilai nilai nilainya bernilai
    kerugian rugi merugi korupsi dikorupsi utang hutang investasi berinvestasi hibah bantuan proyek aset
    apbd apbn pad pajak retribusi omzet omset pendapatan harga seharga denda suap gratifikasi uang
    miliar miliaran triliun rupiah gaji subsidi kredit modal laba keuntungan pinjaman kucurkan gelontorkan
    digelontor dialokasikan alokasi plafon pagu tender lelang transaksi saham gelapkan tilep raup setoran
    bayar dibayar saldo kas
    """
)
_OF_LENGTH = words(
    "lari renang panjang lebar tinggi tingginya jarak sedalam dalam setinggi sepanjang gaya sprint"
)


def _scale(written: str | None) -> str:
    if not written:
        return ""
    scale = written.lower().removesuffix("an")
    return f" {_SCALES.get(scale, scale)}{written.lower()[len(scale) :]}"


def _without_cents(written: str) -> str:
    # 1.000.000,00: bookkeeping, not said.
    return written[:-3] if written.endswith(",00") and "." in written else written


def _upper(found: re.Match[str]) -> str | None:
    """Return the upper end of a range; None where what follows is another, smaller amount."""
    high = found["high"]
    lower = high and not found["scale1"] and not found["scale2"] and value(high) < value(found["low"])
    return None if lower else high


def _amount(found: re.Match[str], passage: Passage) -> Amount:
    low, high = _without_cents(found["low"]), _upper(found)
    if not high:
        said = amount(low)
        # A scale makes a decimal of a number with a dot.
        sure = max(said.sure, 0.95) if found["scale1"] else said.sure
        about = f"an{_scale(found['scale3'])}" if found["about"] else ""
        return Amount(said.spoken + _scale(found["scale1"]) + about, sure, () if about else said.alternatives)
    joiner = between_word(found["to"], passage.text, found.start())
    if found["scale1"]:
        first, second = amount(low).spoken + _scale(found["scale1"]), amount(high).spoken
        return Amount(f"{first} {joiner} {second}{_scale(found['scale2'])}", 0.95)
    said = between(low, high, joiner)
    return Amount(said.spoken + _scale(found["scale2"]), said.sure)


def _read(found: re.Match[str], passage: Passage) -> Reading | None:
    sign = found["sign"].replace(" ", "")
    currency = passage.tables.currencies.get(sign.upper() if sign.isalpha() else sign)
    if currency is None:
        return None
    said = _amount(found, passage)
    alone = found["high"] is not None and _upper(found) is None
    rate = f" {per(found['per'], passage.tables)}" if found["per"] and not alone else ""
    spoken = f"{said.spoken} {currency}{rate}"
    others = tuple(f"{other}{_scale(found['scale1'])} {currency}{rate}" for other in said.alternatives)
    end = found.end("first") if alone else found.end()
    return Reading(found.start(), end, spoken, "money", said.sure, others)


def _words(tables: Tables) -> frozenset[str]:
    return frozenset(sign.capitalize() for sign in tables.currencies if sign.isalpha()) | {"rp"}


def _read_alone(found: re.Match[str], passage: Passage) -> Reading | None:
    currency = passage.tables.currencies.get(found["sign"].upper())
    if currency is None or passage.text.startswith(",-", found.end()):
        return None
    rate = f" {per(found['per'], passage.tables)}" if found["per"] else ""
    return Reading(found.start(), found.end(), f"{currency}{rate}", "money", 0.9)


def _read_scaled(found: re.Match[str], passage: Passage) -> Reading | None:
    near = words_near(passage.text, found.start(), found.end())
    money = not _OF_MONEY.isdisjoint(near)
    length = found["scale"] == "M" and not _OF_LENGTH.isdisjoint(near)
    if not money and not length:
        # A year of our era, an initial, or nobody knows what.
        follows = passage.text[found.end() : found.end() + 3]
        if (
            found["scale"] == "T"
            or (found["low"].isdecimal() and len(found["low"]) > 2)
            or (found["low"].isdecimal() and (follows[:1] == "." or follows[1:2].isupper()))
        ):
            return None
    said = between(found["low"], found["high"], between_word(found["to"], passage.text, found.start()))
    ways = ["miliar", "meter", "em"] if found["scale"] == "M" else ["triliun", "te"]
    if length and not money:
        ways = ["meter", "miliar", "em"]
    spoken, *others = (f"{said.spoken} {way}" for way in ways)
    sure = 0.9 if money is not length else 0.6
    return Reading(found.start(), found.end(), spoken, "money", sure, tuple(others))


SCALED = Rule("money", Starts.DIGIT, _SCALED, _read_scaled)
ALONE = Rule("money", Starts.CAPITAL, _ALONE, _read_alone)
RULE = Rule("money", Starts.LETTER | Starts.SIGN, _PATTERN, _read, _words)
