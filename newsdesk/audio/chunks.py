"""The chunks of broadcast WAVE files: ``bext`` (EBU Tech 3285 version 2) and ``cart`` (AES46-2002).

Both hold ASCII in fields of a fixed length, filled with zeros; a text that fills its field has no zero. What
ASCII cannot hold is written plainly (:mod:`newsdesk.audio.plain_letters`); the same texts stand complete, in
UTF-8, in the file's LIST INFO and ID3 chunks and in the cart chunk's free text.
"""

from __future__ import annotations

import struct
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from newsdesk.audio import riff
from newsdesk.audio.label import SOFTWARE, Timer
from newsdesk.audio.plain_letters import plain

_BEXT = struct.Struct("<256s32s32s10s8sIIH64shhhhh180s")
_CART = struct.Struct("<4s64s64s64s64s64s64s64s10s8s10s8s64s64s64si64s276s1024s")
_TIMER = struct.Struct("<4sI")
MOST_TIMERS = 8
_NOT_MEASURED = 0x7FFF
"""Stands in a loudness field of bext that says nothing (Tech 3285 v2, 2.4)."""
_FULL_SCALE = 32_768
"""The sample value of 0 dB in cart's dwLevelReference: full scale of 16 bits."""
_FIRST_DAY, _LAST_DAY = ("1900-01-01", "00:00:00"), ("2099-12-31", "23:59:59")
"""Stand for "at once" and "no end" in cart, whose dates may not be empty."""


class Bext(NamedTuple):
    """The broadcast extension. Loudness in LUFS, LU and dBTP; None where it is not said.

    ``made_at`` is local time without a zone, as the standard has it. ``sample`` counts samples since midnight
    at the sound's beginning (the time reference).
    """

    description: str = ""
    originator: str = SOFTWARE
    reference: str = ""
    made_at: datetime | None = None
    sample: int = 0
    version: int = 2
    loudness: float | None = None
    loudness_range: float | None = None
    max_true_peak: float | None = None
    max_momentary: float | None = None
    max_short_term: float | None = None
    coding_history: str = ""


class Cart(NamedTuple):
    """The cart label that playout systems read; ``timers`` count in samples here, at most eight."""

    title: str = ""
    artist: str = ""
    cut_id: str = ""
    client_id: str = ""
    category: str = ""
    classification: str = ""
    out_cue: str = ""
    starts: datetime | None = None
    ends: datetime | None = None
    producer: str = SOFTWARE
    producer_version: str = ""
    user_defined: str = ""
    level_reference: int = _FULL_SCALE
    timers: tuple[tuple[str, int], ...] = ()
    url: str = ""
    tag_text: str = ""


class WaveFile(NamedTuple):
    """What a WAVE file says about itself; None for a chunk that it does not have."""

    bext: Bext | None
    cart: Cart | None
    info: dict[str, str]
    chunks: tuple[str, ...]


def bext_body(bext: Bext) -> bytes:
    """Write the body of a ``bext`` chunk. Lines of the coding history end in CR LF (EBU R 98)."""
    date, time = _moment(bext.made_at, ("", ""))
    levels = (
        bext.loudness,
        bext.loudness_range,
        bext.max_true_peak,
        bext.max_momentary,
        bext.max_short_term,
    )
    fixed = _BEXT.pack(
        *(plain(text, size).encode() for text, size in ((bext.description, 256), (bext.originator, 32))),
        plain(bext.reference, 32).encode(),
        date.encode(),
        time.encode(),
        bext.sample & 0xFFFF_FFFF,
        bext.sample >> 32,
        bext.version,
        b"",  # no UMID
        *(_hundredths(level) for level in levels),
        b"",
    )
    history = "".join(f"{plain(line)}\r\n" for line in bext.coding_history.splitlines())
    return fixed + history.encode()


def read_bext(body: bytes) -> Bext:
    """Read the body of a ``bext`` chunk of any version; a short one is taken as far as it goes."""
    fields = _BEXT.unpack(body[: _BEXT.size].ljust(_BEXT.size, b"\0"))
    version = fields[7]
    levels = [
        None if version < 2 or level == _NOT_MEASURED else level / 100  # before version 2 they were reserved
        for level in fields[9:14]
    ]
    return Bext(
        _text(fields[0]),
        _text(fields[1]),
        _text(fields[2]),
        _read_moment(fields[3], fields[4]),
        fields[5] + (fields[6] << 32),
        version,
        *levels,
        coding_history=_text(body[_BEXT.size :]).replace("\r\n", "\n").strip("\n"),
    )


def cart_body(cart: Cart) -> bytes:
    """Write the body of a ``cart`` chunk. Raises :class:`ValueError` for more than eight timers."""
    if len(cart.timers) > MOST_TIMERS:
        raise ValueError(f"{len(cart.timers)} timers")
    timers = b"".join(_TIMER.pack(name.encode().ljust(4)[:4], max(0, at)) for name, at in cart.timers)
    label = (
        cart.title,
        cart.artist,
        cart.cut_id,
        cart.client_id,
        cart.category,
        cart.classification,
        cart.out_cue,
    )
    producer = (cart.producer, cart.producer_version, cart.user_defined)
    fixed = _CART.pack(
        b"0101",
        *(plain(text, 64).encode() for text in label),
        *(part.encode() for part in _moment(cart.starts, _FIRST_DAY)),
        *(part.encode() for part in _moment(cart.ends, _LAST_DAY)),
        *(plain(text, 64).encode() for text in producer),
        cart.level_reference,
        timers,
        b"",
        plain(cart.url, 1024).encode(),
    )
    text = "".join(f"{line}\r\n" for line in cart.tag_text.splitlines())
    return fixed + text.encode("utf-8", "replace")


def read_cart(body: bytes) -> Cart:
    """Read the body of a ``cart`` chunk; a short one is taken as far as it goes."""
    fields = _CART.unpack(body[: _CART.size].ljust(_CART.size, b"\0"))
    label = [_text(field) for field in fields[1:8]]
    timers = [(name, at) for name, at in _TIMER.iter_unpack(fields[16]) if name.strip(b"\0 ")]
    starts, ends = _read_moment(fields[8], fields[9]), _read_moment(fields[10], fields[11])
    return Cart(
        *label,
        starts=None if starts is None or starts.year <= 1900 else starts,
        ends=None if ends is None or ends.year >= 2099 else ends,
        producer=_text(fields[12]),
        producer_version=_text(fields[13]),
        user_defined=_text(fields[14]),
        level_reference=fields[15],
        timers=tuple((_text(name).strip(), at) for name, at in timers),
        url=_text(fields[18]),
        tag_text=_text(body[_CART.size :]).replace("\r\n", "\n").strip("\n"),
    )


def read_wave(path: Path) -> WaveFile:
    """Read what a WAVE file says about itself.

    Raises :class:`newsdesk.errors.BadInput` for a file that cannot be read or is no WAVE file.
    """
    chunks = riff.read_chunks(path)
    bodies = {chunk.name: chunk.body for chunk in reversed(chunks)}  # the first of each name counts
    lists = [chunk.body for chunk in chunks if chunk.name == "LIST" and chunk.body[:4] == b"INFO"]
    return WaveFile(
        bext=read_bext(bodies["bext"]) if "bext" in bodies else None,
        cart=read_cart(bodies["cart"]) if "cart" in bodies else None,
        info=riff.read_info(lists[0]) if lists else {},
        chunks=tuple(chunk.name for chunk in chunks),
    )


def in_samples(timers: tuple[Timer, ...], sample_rate: int) -> tuple[tuple[str, int], ...]:
    """Return timers as a cart chunk counts them."""
    return tuple((timer.name, round(timer.at_ms * sample_rate / 1000)) for timer in timers)


def _hundredths(level: float | None) -> int:
    return _NOT_MEASURED if level is None else max(-32_768, min(_NOT_MEASURED - 1, round(level * 100)))


def _moment(at: datetime | None, otherwise: tuple[str, str]) -> tuple[str, str]:
    return (f"{at:%Y-%m-%d}", f"{at:%H:%M:%S}") if at is not None else otherwise


def _read_moment(date: bytes, time: bytes) -> datetime | None:
    """Read a date and a time; writers put "-", "_", ":", " ", "." or "/" between the figures."""
    day, hour = _figures(date)[:3], _figures(time)[:3]
    if len(day) < 3:
        return None
    hour += [0] * (3 - len(hour))
    try:
        return datetime(day[0], day[1], day[2], hour[0], hour[1], hour[2])
    except ValueError:
        return None


def _figures(raw: bytes) -> list[int]:
    text = "".join(letter if letter.isdigit() else " " for letter in raw.decode("ascii", "replace"))
    return [int(part) for part in text.split()]


def _text(raw: bytes) -> str:
    return riff.decoded(raw.split(b"\0")[0])
