"""The bext and cart chunks, byte by byte as EBU Tech 3285 and AES46 have them, and read by libsndfile."""

from __future__ import annotations

import struct
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import soundfile

from newsdesk.audio import riff
from newsdesk.audio.chunks import Bext, Cart, bext_body, cart_body, read_bext, read_cart, read_wave
from newsdesk.audio.formats import SoundSpec
from newsdesk.audio.label import SoundLabel, Timer
from newsdesk.audio.plain_letters import plain
from newsdesk.errors import BadInput
from tests.audio.sounds import encode, speech

BEXT = Bext(
    description="Harga beras naik",
    reference="C-17",
    made_at=datetime(2026, 11, 21, 6, 30, 5),
    sample=5_000_000_000,
    loudness=-16.02,
    loudness_range=3.5,
    max_true_peak=-1.04,
    max_momentary=-12.5,
    max_short_term=-15.25,
    coding_history="A=PCM,F=48000,W=16,M=mono,T=Newsdesk",
)
CART = Cart(
    title="Harga beras naik",
    artist="Nuraini",
    cut_id="C-17",
    client_id="Dewi",
    category="NEWS",
    classification="SIARAN",
    out_cue="kata Santoso",
    starts=datetime(2026, 11, 21, 6, 0, 0),
    ends=datetime(2026, 11, 22, 5, 59, 59),
    producer_version="1",
    user_defined="siaran 3",
    timers=(("AUDs", 0), ("INTe", 132_288), ("EOM", 297_648)),
    url="https://contoh.id/a",
    tag_text="Judul: Harga ꦗꦮ",
)
LABEL = SoundLabel(
    title="Kafé “Nuraini” ꦗꦮ 🙂",
    reporter="Nur’aini",
    cut_id="C-17",
    comment="pratinjau",
    category="NEWS",
    out_cue="kata Santoso",
    made_at=datetime(2026, 11, 21, 6, 30, 5),
    aired_from=datetime(2026, 11, 21, 6, 0, 0),
    timers=(Timer("AUDs", 0), Timer("SEGs", 1500)),
)


def text_at(body: bytes, at: int, size: int) -> str:
    return body[at : at + size].rstrip(b"\0").decode("ascii")


def test_bext_stands_where_tech_3285_has_it():
    body = bext_body(BEXT)
    assert text_at(body, 0, 256) == "Harga beras naik"
    assert text_at(body, 256, 32) == "Newsdesk"
    assert text_at(body, 288, 32) == "C-17"
    assert text_at(body, 320, 10) == "2026-11-21"
    assert text_at(body, 330, 8) == "06:30:05"
    assert int.from_bytes(body[338:346], "little") == 5_000_000_000
    assert int.from_bytes(body[346:348], "little") == 2
    assert struct.unpack("<5h", body[412:422]) == (-1602, 350, -104, -1250, -1525)
    assert body[422:602] == bytes(180)
    assert body[602:] == b"A=PCM,F=48000,W=16,M=mono,T=Newsdesk\r\n"


def test_cart_stands_where_aes46_has_it():
    body = cart_body(CART)
    fields = (
        (0, 4, "0101"),
        (4, 64, "Harga beras naik"),
        (68, 64, "Nuraini"),
        (132, 64, "C-17"),
        (196, 64, "Dewi"),
        (260, 64, "NEWS"),
        (324, 64, "SIARAN"),
        (388, 64, "kata Santoso"),
        (452, 10, "2026-11-21"),
        (462, 8, "06:00:00"),
        (470, 10, "2026-11-22"),
        (480, 8, "05:59:59"),
        (488, 64, "Newsdesk"),
        (552, 64, "1"),
        (616, 64, "siaran 3"),
        (1024, 1024, "https://contoh.id/a"),
    )
    assert [text_at(body, at, size) for at, size, _ in fields] == [text for _, _, text in fields]
    assert int.from_bytes(body[680:684], "little") == 32_768
    assert body[684:708] == b"AUDs\0\0\0\0" + b"INTe" + struct.pack("<I", 132_288) + b"EOM " + struct.pack(
        "<I", 297_648
    )
    assert body[708:1024] == bytes(316)
    assert body[2048:].decode() == "Judul: Harga ꦗꦮ\r\n"


def test_both_come_back_as_they_went_in():
    assert read_bext(bext_body(BEXT)) == BEXT
    assert read_cart(cart_body(CART)) == CART
    assert read_bext(bext_body(Bext())) == Bext()
    assert read_cart(cart_body(Cart())) == Cart()


def test_a_ninth_timer_is_refused():
    with pytest.raises(ValueError, match="9"):
        cart_body(CART._replace(timers=tuple((f"MRK{n}", n) for n in range(9))))


@pytest.mark.parametrize("length", [0, 63, 64, 65, 300, 2000])
def test_a_text_of_any_length_stays_in_its_field(length):
    text = "x" * length
    bext, cart = bext_body(Bext(text, text, text)), cart_body(Cart(title=text, url=text))
    assert (len(bext), len(cart)) == (602, 2048)
    assert read_bext(bext).description == text[:256]
    assert read_cart(cart).title == text[:64]
    assert read_cart(cart).url == text[:1024]


def test_what_ascii_cannot_hold_is_written_plainly():
    assert plain("Kafé “Nuraini” – Čakra… Łódź ꦗꦮ السلام 🙂\n€5") == (
        'Kafe "Nuraini" - Cakra... Lodz ? ? ? EUR5'
    )
    assert bext_body(Bext(description="🙂" * 500))[:256] == b"?".ljust(256, b"\0")
    assert len(plain("½" * 100, 64)) == 64


@pytest.fixture(scope="module")
def wave(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("wave") / "siaran.wav"
    encode(path, speech(2.0), SoundSpec(), LABEL)
    return path


def command(path: Path, number: int, size: int) -> bytes:
    """Ask libsndfile, an independent reader, for what it has read of a chunk."""
    library: Any = soundfile
    buffer = library._ffi.new("char[]", size)
    with soundfile.SoundFile(path) as sound:
        assert library._snd.sf_command(sound._file, number, buffer, size)  # pyright: ignore
    return bytes(library._ffi.buffer(buffer))


def test_libsndfile_reads_the_broadcast_extension(wave):
    body = command(wave, 0x10F0, 602 + 2 + 4 + 256)  # SFC_GET_BROADCAST_INFO: the same fields, then aligned
    assert text_at(body, 0, 256) == 'Kafe "Nuraini" ? ? - pratinjau'
    assert text_at(body, 256, 32) == "Newsdesk"
    assert text_at(body, 320, 18) == "2026-11-2106:30:05"
    assert b"A=PCM,F=48000,W=16,M=mono,T=Newsdesk" in body


def test_libsndfile_reads_the_cart(wave):
    body = command(wave, 0x1401, 2052 + 256)  # SFC_GET_CART_INFO
    assert text_at(body, 4, 64) == 'Kafe "Nuraini" ? ?'
    assert text_at(body, 68, 64) == "Nur'aini"
    assert text_at(body, 132, 64) == "C-17"
    assert text_at(body, 452, 18) == "2026-11-2106:00:00"
    assert body[684:700] == b"AUDs\0\0\0\0SEGs" + struct.pack("<I", 72_000)


def test_a_file_of_ours_says_everything_before_its_sound(wave):
    read = read_wave(wave)
    assert read.chunks == ("fmt ", "bext", "cart", "LIST", "id3 ", "data")
    assert read.info["INAM"] == LABEL.title
    assert read.info["ICMT"] == "pratinjau"
    assert read.bext is not None
    assert read.bext.loudness == pytest.approx(-16, abs=0.5)
    assert read.bext.max_true_peak is not None
    assert read.bext.max_true_peak <= -1
    assert read.cart is not None
    assert read.cart.ends is None
    assert read.cart.tag_text.startswith(f"Judul: {LABEL.title}\nReporter: Nur’aini")
    raw = wave.read_bytes()
    assert int.from_bytes(raw[4:8], "little") == len(raw) - 8


def test_odd_chunks_are_padded_and_read_past(tmp_path):
    head = riff.head(
        48_000, 0, [("odd ", b"x"), ("bext", bext_body(BEXT) + b"y"), ("LIST", riff.info({"INAM": "ab"}))]
    )
    (tmp_path / "a.wav").write_bytes(head)
    read = read_wave(tmp_path / "a.wav")
    assert read.chunks == ("fmt ", "odd ", "bext", "LIST", "data")
    assert read.info == {"INAM": "ab"}


def test_more_than_riff_can_count_is_refused():
    with pytest.raises(OverflowError):
        riff.head(48_000, 2**31, [])


def test_every_break_and_every_bad_file_is_read_as_far_as_it_goes_or_refused(wave, tmp_path):
    whole = wave.read_bytes()[:6000]
    path = tmp_path / "a.wav"
    for length in [*range(0, 60), 500, 700, 1000, 2600, 3000, 5000]:
        path.write_bytes(whole[:length])
        if length < 12:
            with pytest.raises(BadInput):
                read_wave(path)
        else:
            read_wave(path)
    path.write_bytes(whole[:12] + b"bext\xff\xff\xff\xff" + b"\xfe" * 3000)
    assert read_wave(path).chunks == ("bext",)
    for bad in (b"ID3" + bytes(100), b"RIFF\0\0\0\0AVI " + bytes(50), b""):
        path.write_bytes(bad)
        with pytest.raises(BadInput):
            read_wave(path)
    with pytest.raises(BadInput):
        read_wave(tmp_path)


@pytest.mark.parametrize("date", ["2026-11-21", "2026/11/21", "2026:11:21", "2026.11.21", "2026 11 21"])
def test_dates_of_other_writers_are_read(date):
    body = bytearray(cart_body(CART))
    body[452:462] = date.encode()
    starts = read_cart(bytes(body)).starts
    assert starts is not None
    assert f"{starts:%Y%m%d%H%M}" == "202611210600"
    for nonsense in (b"0000-00-00", b"9999-99-99", b"\xff" * 10, b"kemarin..."):
        body[452:462] = nonsense
        assert read_cart(bytes(body)).starts is None


def test_the_files_of_other_programs_are_read(shared):
    files = sorted((shared / "samples" / "bwf_wav").glob("*.wav"))
    assert files
    read = {file.name: read_wave(file) for file in files}
    for file in files:
        assert {"fmt ", "data"} <= set(read[file.name].chunks)
    recorded = [wave.bext for wave in read.values() if wave.bext is not None]
    assert {bext.originator for bext in recorded} == {"Nuendo"}
    assert {bext.made_at for bext in recorded} == {datetime(2022, 12, 2, 10, 21, 6)}
    assert {bext.sample for bext in recorded} == {172_800_000}
    assert "Kelly Bailey" in {wave.info.get("IENG") for wave in read.values()}
