"""Saving scripts as sound files, with the real voice and the real encoder."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import soundfile

from newsdesk.audio.chunks import read_wave
from newsdesk.audio.formats import LoudnessTarget, SoundFormat, SoundSpec
from newsdesk.audio.tags import read_label
from newsdesk.errors import BadInput, BadPattern, CannotSave, NeedsEditor, NothingToSay, VoiceMissing
from newsdesk.services.previewing import Previewing, Voicing
from newsdesk.services.sound_files import (
    SYNTHETIC_VOICE,
    CutInfo,
    Notice,
    Place,
    Purpose,
    SavedStep,
    SoundFiles,
    Timer,
    fingerprint,
)
from newsdesk.speech.synthesiser import Synthesiser
from newsdesk.spoken.sentences import Sentence
from tests.audio.sounds import heard, names
from tests.speech.copy import LONG, story

COPY = story("Harga beras naik, kata Santoso.", "Warga menunggu.")
VOICE = Voicing("espeak")
WIB = timezone(timedelta(hours=7))
CUT = CutInfo(
    "Harga beras naik",
    cut_id="C-17",
    reporter="Nur’aini",
    slug="HARGA/BERAS",
    programme="Warta Pagi",
    revision=4,
    aired_from=datetime(2026, 11, 22, 6, 0, tzinfo=WIB),
)


@pytest.fixture(scope="module")
def previewing() -> Iterator[Previewing]:
    previewing = Previewing(Synthesiser())
    yield previewing
    previewing.close()


@pytest.fixture
def files(previewing: Previewing) -> SoundFiles:
    return SoundFiles(
        previewing, lambda text: story(text), lambda: datetime(2026, 11, 21, 3, 4, 5, tzinfo=UTC)
    )


def save(
    files: SoundFiles,
    path: Path,
    purpose: Purpose = Purpose.PREVIEW,
    cut: CutInfo = CUT,
    spec: SoundSpec | None = None,
    copy: list[Sentence] = COPY,
    **options: Any,
) -> list[SavedStep]:
    return list(files.saving(copy, VOICE, path, spec or SoundSpec(), purpose, cut, **options))


def sign(files: SoundFiles, path: Path, **options: Any) -> list[SavedStep]:
    return save(files, path, Purpose.PLAYOUT, signed_by="Dewi Lestari", **options)


# ---------------------------------------------------------------- previews


@pytest.mark.parametrize("format_", list(SoundFormat))
def test_a_preview_says_in_its_tags_that_it_is_one(files, tmp_path, format_):
    path = tmp_path / f"a{format_.suffix}"
    last = save(files, path, spec=SoundSpec(format_, 44_100, LoudnessTarget.EBU_R128))[-1]
    with soundfile.SoundFile(path) as sound:
        assert "pratinjau" in sound.comment
        assert sound.title == CUT.title
        assert sound.artist == CUT.reporter
        assert sound.album == CUT.programme
    assert heard(path).integrated == pytest.approx(-23, abs=0.5)
    assert last.measured is not None
    assert last.measured.loudness == pytest.approx(-23, abs=0.5)
    assert read_label(path).purpose is Purpose.PREVIEW


def test_every_word_has_its_mark_from_the_beginning_of_the_file(files, tmp_path):
    steps = save(files, tmp_path / "a.wav")
    marks = [mark for step in steps for mark in step.marks]
    words = [word for sentence in COPY for word in sentence.words]
    assert [(mark.start, mark.end, mark.spoken) for mark in marks] == [
        (word.start, word.end, word.text) for word in words
    ]
    times = [mark.at_ms for mark in marks]
    assert times == sorted(times)
    assert steps[-1].measured is not None
    assert times[-1] < steps[-1].measured.seconds * 1000


def test_progress_goes_sentence_by_sentence_then_through_the_encoder(files, tmp_path):
    steps = save(files, tmp_path / "a.mp3", spec=SoundSpec(SoundFormat.MP3))
    assert [(step.number, step.total) for step in steps][:2] == [(1, 2), (2, 2)]
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert steps[-1].done == 1.0
    assert [step.measured is not None for step in steps] == [False] * (len(steps) - 1) + [True]


def test_a_preview_can_say_aloud_that_it_is_one(files, tmp_path):
    plain = save(files, tmp_path / "a.wav")
    said = save(files, tmp_path / "b.wav", say_preview=True)
    assert said[0].total == plain[0].total + 1
    marks = [[mark for step in steps for mark in step.marks] for steps in (plain, said)]
    assert [mark.spoken for mark in marks[0]] == [mark.spoken for mark in marks[1]]
    later = {b.at_ms - a.at_ms for a, b in zip(*marks, strict=True)}
    assert max(later) - min(later) <= 2
    assert min(later) > 400


def test_a_file_knows_the_words_it_was_made_from(files, tmp_path):
    save(files, tmp_path / "a.flac", spec=SoundSpec(SoundFormat.FLAC))
    made = read_label(tmp_path / "a.flac")
    assert (made.cut_id, made.slug, made.revision) == ("C-17", "HARGA/BERAS", 4)
    assert made.words == fingerprint(COPY)
    assert made.words != fingerprint(story("Harga beras naik, kata Santoso.", "Warga menonton."))
    assert made.words != fingerprint(story("Harga beras naik kata Santoso.", "Warga menunggu."))
    with pytest.raises(BadInput):
        read_label(tmp_path / "tidak-ada.flac")


def test_words_that_no_revision_holds_carry_no_revisions_number(files, tmp_path):
    cut = CUT._replace(unsaved=True)
    list(files.saving(COPY, Voicing("espeak"), tmp_path / "a.wav", SoundSpec(), Purpose.PREVIEW, cut))
    made = read_label(tmp_path / "a.wav")
    assert made.revision == 0
    assert made.comment == "pratinjau, revisi 4, belum disimpan"
    assert files.name_for("{slug}-{revision}", cut, SoundFormat.WAV) == "HARGA-BERAS pratinjau.wav"


def test_a_name_without_a_programme_has_no_empty_place(files):
    named = files.name_for("{slug}-{programme}-{cut}", CUT._replace(programme=""), SoundFormat.WAV)
    assert named == "HARGA-BERAS-C-17 pratinjau.wav"


def test_the_date_in_a_name_is_the_stations_wherever_the_computer_stands(previewing):
    late = datetime(2026, 11, 21, 17, 30, tzinfo=UTC)
    files = SoundFiles(previewing, lambda text: story(text), lambda: late, ZoneInfo("Asia/Jayapura"))
    named = files.name_for("{date}-{time}", CUT._replace(aired_from=None), SoundFormat.WAV, Purpose.PLAYOUT)
    assert named == "2026-11-22-0230.wav"


def test_a_hushed_saving_leaves_no_file(files, previewing, tmp_path):
    hush = previewing.hush()
    steps = files.saving(
        story(*["Warga menunggu di kantor desa."] * 40),
        Voicing("espeak"),
        tmp_path / "a.wav",
        SoundSpec(),
        Purpose.PREVIEW,
        CUT,
        hush=hush,
    )
    next(steps)
    hush.now()
    list(steps)
    assert list(tmp_path.iterdir()) == []


# ---------------------------------------------------------------- playout


def test_playout_needs_an_editor_and_makes_no_file_without_one(files, tmp_path):
    for nobody in ("", "  "):
        with pytest.raises(NeedsEditor) as failure:
            save(files, tmp_path / "a.wav", Purpose.PLAYOUT, signed_by=nobody)
        assert failure.value.title == CUT.title
    assert names(tmp_path) == []


def test_playout_begins_with_the_notice_and_says_who_signed(files, tmp_path):
    steps = sign(files, tmp_path / "a.wav")
    label, wave = read_label(tmp_path / "a.wav"), read_wave(tmp_path / "a.wav")
    assert label.purpose is Purpose.PLAYOUT
    assert label.signed_by == "Dewi Lestari"
    assert "Dewi Lestari" in label.comment
    assert "pratinjau" not in label.comment
    assert label.notice == f"awal: {SYNTHETIC_VOICE}"
    first = next(mark for step in steps for mark in step.marks)
    assert first.spoken == "Harga"
    assert wave.cart is not None
    timers = dict(wave.cart.timers)
    # The notice is the cut's introduction: the script begins where it ends.
    assert timers["INTs"] == 0
    assert timers["INTe"] / 48 == pytest.approx(first.at_ms, abs=5)
    assert first.at_ms > 1500
    with soundfile.SoundFile(tmp_path / "a.wav") as sound:
        assert timers["AUDe"] == timers["EOM "] if "EOM " in timers else timers["EOM"]
        assert abs(timers["AUDe"] - sound.frames) <= 48


def test_the_notice_can_stand_at_the_end_or_have_other_words(files, tmp_path):
    after = sign(files, tmp_path / "a.wav", notice=Notice("Dibacakan mesin.", Place.AFTER))
    out = sign(files, tmp_path / "b.wav", notice=Notice(place=Place.LEFT_OUT))
    assert next(mark for step in after for mark in step.marks).at_ms < 100
    assert after[0].total == out[0].total + 1
    assert after[-1].measured is not None
    assert out[-1].measured is not None
    assert after[-1].measured.seconds > out[-1].measured.seconds + 0.8
    assert read_label(tmp_path / "a.wav").notice == "akhir: Dibacakan mesin."
    cart = read_wave(tmp_path / "a.wav").cart
    assert cart is not None
    assert cart.out_cue.endswith("Dibacakan mesin"), "what is heard last, not the script's last words"


@pytest.mark.parametrize("words", ["", "  ", "..."])
def test_a_notice_that_says_nothing_is_said_in_ours_and_never_left_out_unasked(files, tmp_path, words):
    said = sign(files, tmp_path / "a.wav", notice=Notice(words))
    assert read_label(tmp_path / "a.wav").notice == f"awal: {SYNTHETIC_VOICE}"
    assert next(mark for step in said for mark in step.marks).at_ms > 1500


def test_leaving_the_notice_away_stands_in_the_tags(files, tmp_path):
    sign(files, tmp_path / "a.mp3", spec=SoundSpec(SoundFormat.MP3), notice=Notice(place=Place.LEFT_OUT))
    label = read_label(tmp_path / "a.mp3")
    assert label.notice == "tanpa pemberitahuan lisan"
    assert label.notice in label.comment


def test_a_playout_system_is_told_the_cut(files, tmp_path):
    cut = CUT._replace(
        aired_until=datetime(2026, 11, 22, 23, 59, tzinfo=WIB),
        timers=(Timer("MRK1", 500), Timer("SEGs", 900)),
    )
    steps = sign(files, tmp_path / "a.wav", cut=cut)
    wave = read_wave(tmp_path / "a.wav")
    assert wave.cart is not None
    assert wave.bext is not None
    told = wave.cart
    assert (told.title, told.artist, told.cut_id, told.client_id) == (
        CUT.title,
        "Nur'aini",
        "C-17",
        "Dewi Lestari",
    )
    assert (told.category, told.classification) == ("NEWS", "SIARAN")
    assert told.out_cue == "beras naik kata Santoso Warga menunggu"
    assert (told.starts, told.ends) == (datetime(2026, 11, 22, 6), datetime(2026, 11, 22, 23, 59))
    begins = next(mark for step in steps for mark in step.marks).at_ms
    timers = dict(told.timers)
    assert len(told.timers) <= 8
    assert timers["MRK1"] / 48 == pytest.approx(begins + 500, abs=5)
    assert timers["SEGs"] / 48 == pytest.approx(begins + 900, abs=5)
    assert wave.bext.reference == "C-17"
    assert wave.bext.loudness == pytest.approx(-16, abs=0.5)


def test_eight_timers_are_taken_and_a_ninth_is_refused(files, tmp_path):
    marks = tuple(Timer(f"MRK{n}", n) for n in range(8))
    sign(files, tmp_path / "a.wav", cut=CUT._replace(timers=marks))
    cart = read_wave(tmp_path / "a.wav").cart
    assert cart is not None
    assert [name for name, _ in cart.timers] == [timer.name for timer in marks]
    with pytest.raises(BadInput):
        sign(files, tmp_path / "b.wav", cut=CUT._replace(timers=(*marks, Timer("MRK9", 9))))


# ---------------------------------------------------------------- leaving, failing


def test_leaving_a_save_leaves_the_old_file_and_the_next_one_works(files, tmp_path):
    path = tmp_path / "a.wav"
    path.write_bytes(b"old")
    steps = files.saving(story(*[LONG] * 10), VOICE, path, SoundSpec(), Purpose.PREVIEW, CUT)
    next(steps)
    steps.close()
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.wav"]
    save(files, path)
    assert path.read_bytes()[:4] == b"RIFF"


@pytest.mark.parametrize("at", [0.1, 0.6])
def test_silencing_the_voices_leaves_no_file(files, previewing, tmp_path, at):
    steps = files.saving(story(*[LONG] * 4), VOICE, tmp_path / "a.wav", SoundSpec(), Purpose.PREVIEW, CUT)
    for step in steps:
        if step.done >= at:
            previewing.cancel()
            break
    assert [step.measured for step in steps if step.measured] == []
    assert names(tmp_path) == []


def test_nothing_to_say_and_a_missing_voice_make_no_file(files, tmp_path):
    for nothing in ([], [Sentence(0, 0, (), (), True)]):
        with pytest.raises(NothingToSay):
            save(files, tmp_path / "a.wav", copy=nothing)
        with pytest.raises(NothingToSay):
            sign(files, tmp_path / "a.wav", copy=nothing)
    with pytest.raises(VoiceMissing):
        list(
            files.saving(
                COPY, Voicing("espeak", "tidak-ada"), tmp_path / "a.wav", SoundSpec(), Purpose.PREVIEW, CUT
            )
        )
    assert names(tmp_path) == []


def test_punctuation_alone_makes_no_file(files, tmp_path):
    with pytest.raises(NothingToSay):
        save(files, tmp_path / "a.wav", copy=story("... !"))
    assert names(tmp_path) == []


def test_an_unwritable_place_is_told(files, tmp_path):
    with pytest.raises(CannotSave):
        save(files, tmp_path / "tidak" / "ada.wav")
    with pytest.raises(CannotSave):
        save(files, tmp_path)
    assert names(tmp_path) == []


def test_several_saves_over_the_same_path_are_right_files(files, tmp_path):
    for turn in range(3):
        copy = story("satu dua tiga." if turn % 2 else "Harga beras naik.")
        assert (
            len([mark for step in save(files, tmp_path / "siang.wav", copy=copy) for mark in step.marks]) == 3
        )
        assert read_label(tmp_path / "siang.wav").words == fingerprint(copy)
    assert names(tmp_path) == ["siang.wav"]


def test_saves_by_the_systems_voice_are_right_files_two_at_once_too(previewing, tmp_path):
    def one(name: str, copy: list[Sentence]) -> None:
        files = SoundFiles(previewing, lambda text: story(text))
        steps = files.saving(
            copy, Voicing("pyttsx3", rate_spm=400), tmp_path / name, SoundSpec(), Purpose.PREVIEW, CUT
        )
        assert len([mark for step in steps for mark in step.marks]) == 3

    copies = {
        f"{turn}.wav": story("satu dua tiga." if turn % 2 else "Harga beras naik.") for turn in range(6)
    }
    with ThreadPoolExecutor(2) as two:
        for done in [two.submit(one, *copy) for copy in copies.items()]:
            done.result()
    assert {name: read_label(tmp_path / name).words for name in names(tmp_path)} == {
        name: fingerprint(copy) for name, copy in copies.items()
    }
    assert all(soundfile.info(tmp_path / name).duration > 0.5 for name in copies)


# ---------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("{date}-{programme}-{slug}", "2026-11-22-Warta-Pagi-HARGA-BERAS"),
        ("{time}_{cut}_r{revision}_{by}", "0600_C-17_r4_Nur’aini"),
        ("siang", "siang"),
        ("../../{slug}", "HARGA-BERAS"),
        ("C:\\siaran\\{slug}?", "C-siaran-HARGA-BERAS"),
        ("{{{slug}}}", "{HARGA-BERAS}"),
        ("", "HARGA-BERAS"),
        ("...", "HARGA-BERAS"),
    ],
)
def test_a_pattern_makes_a_name_that_every_system_takes(files, pattern, name):
    assert files.name_for(pattern, CUT, SoundFormat.MP3, Purpose.PLAYOUT) == f"{name}.mp3"
    assert files.name_for(pattern, CUT, SoundFormat.MP3) == f"{name} pratinjau.mp3"


@pytest.mark.parametrize(
    "pattern", ["{judul}", "{}", "{0}", "{slug", "slug}", "{slug!r}", "{slug:>200}", "{slug.x}"]
)
def test_an_unknown_field_is_a_clear_error(files, pattern):
    with pytest.raises(BadPattern) as failure:
        files.name_for(pattern, CUT, SoundFormat.WAV)
    assert failure.value.pattern == pattern


@pytest.mark.parametrize(
    ("slug", "name"),
    [
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("COM1", "_COM1"),
        ("LPT²", "_LPT²"),
        ("COMBO", "COMBO"),
        ("a\0b\tc\nd", "a-b-c-d"),
        ("..", "naskah"),
        ("", "naskah"),
        ("/etc/passwd", "etc-passwd"),
        ("a\u202egpj", "agpj"),
        ("kafe\u0301 ꦗꦮ 🙂", "kafé-ꦗꦮ-🙂"),
        ("titik. ", "titik"),
        ("\ud83d", "naskah"),
    ],
)
def test_a_slug_of_any_letters_is_a_safe_name(files, slug, name):
    assert files.name_for("{slug}", CutInfo("", slug=slug), SoundFormat.WAV, Purpose.PLAYOUT) == f"{name}.wav"


@pytest.mark.parametrize("letter", ["x", "é", "ꦗ", "🙂", "e\u0323\u0302"])
def test_a_long_name_is_cut_between_letters_and_can_be_saved(files, tmp_path, letter):
    name = files.name_for("{slug}", CutInfo("", slug=letter * 400), SoundFormat.FLAC)
    assert len(name.encode()) <= 230
    assert name.endswith(" pratinjau.flac")
    (tmp_path / name).write_bytes(b"")


def test_without_an_airtime_the_name_has_the_moment_of_saving(files):
    assert files.name_for("{date}", CutInfo("a"), SoundFormat.WAV, Purpose.PLAYOUT).startswith("2026-11-2")
