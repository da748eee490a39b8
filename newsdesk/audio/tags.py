"""Tags by mutagen: ID3v2.3 in MP3, Vorbis comments in OGG, FLAC and Opus, ID3 and LIST INFO in WAV.

ID3v2.3 and not 2.4, because playout systems and Windows' own explorer read only that; its text is UTF-16 with
a byte order mark, Vorbis comments are UTF-8. Our own fields have names beginning with NEWSDESK_.
"""

# pyright: reportUnknownMemberType=false
# mutagen has no types.

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import mutagen
from mutagen.flac import FLAC
from mutagen.id3 import COMM, ID3, TALB, TDRC, TIT2, TPE1, TSSE, TXXX
from mutagen.mp3 import MP3
from mutagen.oggopus import OggOpus
from mutagen.oggvorbis import OggVorbis
from mutagen.wave import WAVE

from newsdesk.audio.formats import SoundFormat
from newsdesk.audio.label import SOFTWARE, Purpose, SoundLabel
from newsdesk.errors import BadInput

_UTF16 = 1
_OWN = "NEWSDESK_"
_VORBIS = {SoundFormat.OGG: OggVorbis, SoundFormat.FLAC: FLAC, SoundFormat.OPUS: OggOpus}


def tag(format_: SoundFormat, sound: BytesIO, label: SoundLabel) -> None:
    """Put the tags of ``label`` into a finished MP3, OGG, FLAC or Opus file in memory."""
    sound.seek(0)
    if format_ is SoundFormat.MP3:
        _id3(label).save(sound, v1=0, v2_version=3)
        return
    file = _VORBIS[format_](sound)
    if file.tags is None:
        file.add_tags()
    file.clear()  # what the encoder wrote of itself
    for name, text in _comments(label).items():
        file[name] = text
    sound.seek(0)
    file.save(sound)


def id3_body(label: SoundLabel) -> bytes:
    """Return an ID3v2.3 tag, as WAV files hold it in a chunk of their own."""
    tag_file = BytesIO()
    _id3(label).save(tag_file, v1=0, v2_version=3, padding=_no_padding)
    return tag_file.getvalue()


def info_texts(label: SoundLabel) -> dict[str, str]:
    """Return the texts of a LIST INFO chunk (RIFF MCI 1.0) by their four-letter names."""
    return {
        "INAM": label.title,
        "IART": label.reporter,
        "IPRD": label.programme,
        "ICMT": label.comment,
        "ICRD": _date(label.made_at),
        "ISFT": SOFTWARE,
    }


def read_label(path: Path) -> SoundLabel:
    """Read the tags that :func:`tag` and :func:`id3_body` wrote, and what any other program tagged.

    The title, the reporter, the programme, the comment and our own fields are read, nothing of the chunks.
    Raises :class:`BadInput` for a file that cannot be read or is no sound.
    """
    try:
        file: Any = mutagen.File(path)
    except (mutagen.MutagenError, OSError) as error:
        raise BadInput(str(path), str(error)) from error
    if file is None:
        raise BadInput(str(path), "format")
    if file.tags is None:
        return SoundLabel()
    return _label(_id3_texts(file.tags) if isinstance(file, MP3 | WAVE) else _vorbis_texts(file))


def _label(texts: dict[str, str]) -> SoundLabel:
    revision = texts.get(_OWN + "REVISION", "")
    purpose = texts.get(_OWN + "PURPOSE", "")
    return SoundLabel(
        title=texts.get("TITLE", ""),
        reporter=texts.get("ARTIST", ""),
        programme=texts.get("ALBUM", ""),
        comment=texts.get("COMMENT", ""),
        slug=texts.get(_OWN + "SLUG", ""),
        cut_id=texts.get(_OWN + "CUT", ""),
        revision=int(revision) if revision.isdecimal() else 0,
        words=texts.get(_OWN + "WORDS", ""),
        purpose=Purpose(purpose) if purpose in set(Purpose) else Purpose.PREVIEW,
        signed_by=texts.get(_OWN + "SIGNED_BY", ""),
        notice=texts.get(_OWN + "NOTICE", ""),
    )


def _own(label: SoundLabel) -> dict[str, str]:
    texts = {
        "SLUG": label.slug,
        "CUT": label.cut_id,
        "REVISION": str(label.revision) if label.revision else "",
        "WORDS": label.words,
        "PURPOSE": label.purpose.value,
        "SIGNED_BY": label.signed_by,
        "NOTICE": label.notice,
    }
    return {_OWN + name: text for name, text in texts.items() if text}


def _comments(label: SoundLabel) -> dict[str, str]:
    texts = {
        "TITLE": label.title,
        "ARTIST": label.reporter,
        "ALBUM": label.programme,
        "DATE": _date(label.made_at),
        # Players show COMMENT; the Vorbis specification's own name for it is DESCRIPTION.
        "COMMENT": label.comment,
        "DESCRIPTION": label.comment,
        "ENCODER": SOFTWARE,
        **_own(label),
    }
    return {name: _whole(text) for name, text in texts.items() if text}


def _id3(label: SoundLabel) -> ID3:
    tags = ID3()
    for frame, text in (
        (TIT2, label.title),
        (TPE1, label.reporter),
        (TALB, label.programme),
        (TSSE, SOFTWARE),
        (TDRC, _date(label.made_at)),
    ):
        if text:
            tags.add(frame(encoding=_UTF16, text=_whole(text)))
    if label.comment:
        tags.add(COMM(encoding=_UTF16, lang="ind", desc="", text=_whole(label.comment)))
    for name, text in _own(label).items():
        tags.add(TXXX(encoding=_UTF16, desc=name, text=_whole(text)))
    tags.update_to_v23()
    return tags


def _id3_texts(tags: Any) -> dict[str, str]:
    names = {"TIT2": "TITLE", "TPE1": "ARTIST", "TALB": "ALBUM"}
    texts = {name: str(tags[frame]) for frame, name in names.items() if frame in tags}
    for comment in tags.getall("COMM"):
        texts.setdefault("COMMENT", str(comment))
    return texts | {str(frame.desc): str(frame) for frame in tags.getall("TXXX")}


def _vorbis_texts(file: Any) -> dict[str, str]:
    return {str(name).upper(): str(values[0]) for name, values in file.tags.items() if values}


def _no_padding(_info: object) -> int:
    return 0


def _date(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d}" if at is not None else ""


def _whole(text: str) -> str:
    """Return ``text`` without halves of letters and zeros, which no tag can hold."""
    return text.encode("utf-8", "replace").decode().replace("\0", " ")
