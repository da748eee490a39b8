"""A script kept as a sound file: a preview for the newsroom, or a cut that an editor signs for playout."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from datetime import datetime, tzinfo
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from newsdesk.audio import names
from newsdesk.audio.encoding import Encoding
from newsdesk.audio.formats import SoundFormat, SoundSpec
from newsdesk.audio.label import Purpose, SoundLabel, Timer
from newsdesk.errors import BadInput, NeedsEditor, NothingToSay, SpeechFailed
from newsdesk.i18n import _
from newsdesk.services.clock import utc_now
from newsdesk.services.previewing import Hush, Previewing, Voicing, placed
from newsdesk.services.sound_steps import MOST_TIMERS, Said, SavedStep, fingerprint
from newsdesk.spoken.sentences import Sentence

__all__ = [
    "CutInfo",
    "Notice",
    "Place",
    "Purpose",
    "SavedStep",
    "SoundFiles",
    "Timer",
    "fingerprint",
]

PREVIEW_WORD = "pratinjau"
"""Stands in the name and the tags of every preview: it is not a recording for air."""
SYNTHETIC_VOICE = "Berita ini dibacakan suara sintetis."
"""What listeners are told (Peraturan Dewan Pers 1/2025, article 5: a voice made by AI carries a notice)."""
_OUT_WORDS = 6


class Place(StrEnum):
    """Where the notice of a synthetic voice is spoken."""

    BEFORE = "awal"
    AFTER = "akhir"
    LEFT_OUT = "tanpa pemberitahuan lisan"


class Notice(NamedTuple):
    """The spoken notice of a file for playout; leaving it out stands in the file's tags."""

    words: str = SYNTHETIC_VOICE
    place: Place = Place.BEFORE

    @property
    def told(self) -> str:
        """What the tags say of it."""
        return self.place.value if self.place is Place.LEFT_OUT else f"{self.place.value}: {self.words}"


class CutInfo(NamedTuple):
    """What a playout system is told about a cut; what is not known is left "", 0 or None.

    ``aired_from`` and ``aired_until`` are written down as they stand on the station's clock. ``timers`` count
    from the script's first word; the names are AES46's (see :class:`Timer`), and take the place of ours.
    ``unsaved``: the words have changed since ``revision``, so the file carries no revision's number.
    """

    title: str
    cut_id: str = ""
    reporter: str = ""
    slug: str = ""
    programme: str = ""
    revision: int = 0
    unsaved: bool = False
    aired_from: datetime | None = None
    aired_until: datetime | None = None
    timers: tuple[Timer, ...] = ()
    category: str = "NEWS"
    classification: str = ""


class SoundFiles:
    """The use cases of keeping sound. Its iterators belong on a lane; it knows no database.

    ``read`` tells how a notice is said, as the newsroom's scripts are; ``zone`` is the station's, None for
    this computer's.
    """

    def __init__(
        self,
        previewing: Previewing,
        read: Callable[[str], Sequence[Sentence]],
        clock: Callable[[], datetime] = utc_now,
        zone: tzinfo | None = None,
    ) -> None:
        self._previewing = previewing
        self._read = read
        self._clock = clock
        self._zone = zone

    def name_for(
        self, pattern: str, cut: CutInfo, format_: SoundFormat, purpose: Purpose = Purpose.PREVIEW
    ) -> str:
        """Return a file's name by a pattern such as "{date}-{programme}-{slug}"; a preview's says so.

        It may hold {date}, {time}, {programme}, {slug}, {cut}, {revision} and {by}. Date and time are the
        airtime, or now. Raises :class:`newsdesk.errors.BadPattern` for a field that
        there is not.

        >>> cut = CutInfo("Harga beras naik", slug="HARGA/BERAS", programme="Warta Pagi")
        >>> SoundFiles(...).name_for("{programme}-{slug}", cut, SoundFormat.MP3)
        'Warta-Pagi-HARGA-BERAS pratinjau.mp3'
        """
        at = cut.aired_from or self._clock().astimezone(self._zone)
        fields = {
            "date": f"{at:%Y-%m-%d}",
            "time": f"{at:%H%M}",
            "programme": cut.programme,
            "slug": cut.slug,
            "cut": cut.cut_id,
            "revision": str(cut.revision) if cut.revision and not cut.unsaved else "",
            "by": cut.reporter,
        }
        stem = names.stem(pattern, fields, cut.slug or cut.title)
        return (f"{stem} {PREVIEW_WORD}" if purpose is Purpose.PREVIEW else stem) + format_.suffix

    def hush(self) -> Hush:
        """Return what stops one saving, for :meth:`saving`."""
        return self._previewing.hush()

    def free(self, path: Path) -> Path:
        """Return the first name that no file has: "a.wav", "a 2.wav", … A folder out of reach has none."""
        number, free = 1, path
        while names.taken(free):
            number += 1
            free = path.with_name(f"{path.stem} {number}{path.suffix}")
        return free

    def saving(
        self,
        sentences: Sequence[Sentence],
        voicing: Voicing,
        path: Path,
        spec: SoundSpec,
        purpose: Purpose,
        cut: CutInfo,
        *,
        signed_by: str = "",
        notice: Notice | None = None,
        say_preview: bool = False,
        hush: Hush | None = None,
    ) -> Generator[SavedStep, None, None]:
        """Say ``sentences`` into a file at ``path``, overwriting what stands there; a step at every sentence.

        A file for playout needs ``signed_by``, the editor who answers for it, and begins with the notice of a
        synthetic voice unless ``notice`` says otherwise. With ``say_preview`` a preview says that it is one.

        The file is there, whole, with the last step. Closing the iterator earlier, ``hush``, or cancelling
        the voices, leaves none and whatever stood there before. Raises what :meth:`Previewing.listen` raises,
        :class:`newsdesk.errors.NeedsEditor`, :class:`newsdesk.errors.BadInput` for more than eight timers,
        :class:`newsdesk.errors.CannotSave` and :class:`newsdesk.errors.DiskFull`.
        """
        if purpose is Purpose.PLAYOUT and not signed_by.strip():
            raise NeedsEditor(cut.title or cut.slug)
        if not any(sentence.words for sentence in sentences):
            raise NothingToSay
        if len(cut.timers) > MOST_TIMERS:
            raise BadInput(_("Penanda waktu"), _("paling banyak delapan"))
        told = self._told(notice or Notice()) if purpose is Purpose.PLAYOUT else Notice("", Place.LEFT_OUT)
        before, after = self._around(told, say_preview and purpose is Purpose.PREVIEW)
        label = self._label(sentences, purpose, cut, signed_by.strip(), told)
        label = label._replace(out_cue=_last_words([*sentences, *after]))

        cancels = self._previewing.cancels

        def stopped() -> bool:
            return self._previewing.cancels != cancels or (hush is not None and hush.is_on)

        everything = [*before, *sentences, *after]
        with Encoding(path) as encoding:
            said = Said(len(everything), len(before), len(before) + len(sentences))
            with closing(self._previewing.listen(everything, voicing, hush)) as pieces:
                for piece in pieces:
                    if said.rate not in {0, piece.sample_rate}:
                        raise SpeechFailed(voicing.engine, f"{said.rate} Hz, {piece.sample_rate} Hz")
                    if piece.sentence != said.number:
                        yield said.step()
                    encoding.write(piece.pcm)
                    said.add(
                        piece.sentence, placed(piece, said.samples), len(piece.pcm) // 2, piece.sample_rate
                    )
            if stopped():
                return
            if not said.samples:
                raise NothingToSay
            yield said.step()
            label = label._replace(timers=said.timers(cut.timers))
            for answer in encoding.finish(spec, said.rate, label):
                if stopped():
                    return
                yield said.encoded(answer)

    def _told(self, notice: Notice) -> Notice:
        """Return a notice that tells something: one without words is told in ours, never left out unasked."""
        words = [word.text for sentence in self._read(notice.words) for word in sentence.words]
        if notice.place is Place.LEFT_OUT or any(letter.isalnum() for word in words for letter in word):
            return notice
        return notice._replace(words=SYNTHETIC_VOICE)

    def _around(self, told: Notice, say_preview: bool) -> tuple[list[Sentence], list[Sentence]]:
        """Return the sentences that are said before and after the script's own."""
        if say_preview:
            return list(self._read(PREVIEW_WORD.capitalize() + ".")), []
        if told.place is Place.LEFT_OUT:
            return [], []
        said = list(self._read(told.words))
        return (said, []) if told.place is Place.BEFORE else ([], said)

    def _label(
        self, sentences: Sequence[Sentence], purpose: Purpose, cut: CutInfo, signed_by: str, told: Notice
    ) -> SoundLabel:
        return SoundLabel(
            title=cut.title or cut.slug,
            reporter=cut.reporter,
            programme=cut.programme,
            slug=cut.slug,
            cut_id=cut.cut_id,
            revision=0 if cut.unsaved else cut.revision,
            words=fingerprint(sentences),
            purpose=purpose,
            signed_by=signed_by if purpose is Purpose.PLAYOUT else "",
            notice=told.told if purpose is Purpose.PLAYOUT else "",
            comment=_comment(purpose, cut, signed_by, told),
            category=cut.category,
            classification=cut.classification or purpose.value.upper(),
            made_at=self._clock().astimezone(self._zone),
            aired_from=cut.aired_from,
            aired_until=cut.aired_until,
        )


def _last_words(said: Sequence[Sentence]) -> str:
    """Return what is heard last, by which an operator knows that the cut is over."""
    return " ".join([word.text for sentence in said for word in sentence.words][-_OUT_WORDS:])


def _comment(purpose: Purpose, cut: CutInfo, signed_by: str, told: Notice) -> str:
    """Return the line that people read in a player or a playout system; it is the file's, so Indonesian."""
    revision = f"revisi {cut.revision}" if cut.revision else ""
    revision = ", ".join(filter(None, [revision, "belum disimpan" if cut.unsaved else ""]))
    if purpose is Purpose.PREVIEW:
        return ", ".join(filter(None, [PREVIEW_WORD, revision]))
    parts = ["siaran", revision, f"ditandatangani {signed_by}", f"suara sintetis ({told.told})"]
    return ", ".join(filter(None, parts))
