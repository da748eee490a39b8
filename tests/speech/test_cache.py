"""What was said before: it comes at once, it comes whole, and it takes no more room than it may."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdesk.errors import SpeechFailed
from newsdesk.speech.engine import Utterance, Voicing
from newsdesk.speech.sentence_cache import KeptSound, Key, SentenceCache
from newsdesk.speech.synthesiser import Rests, Synthesiser
from newsdesk.speech.worker_process import worker_command
from tests.speech.copy import LONG, sentence, story

NO_RESTS = Rests(0, 0)
ESPEAK = Voicing("espeak")


def utterance(text: str = "satu dua.", **changes: object) -> Utterance:
    one = sentence(text)
    said = Utterance(tuple(word.text for word in one.words), one.pauses, "", 350)
    return said._replace(**changes)


def sound(seconds: float) -> KeptSound:
    return KeptSound(22_050, ((0, 0),), bytes(2 * int(22_050 * seconds)))


# ---------------------------------------------------------------- the room it takes


def test_the_oldest_go_first_and_the_bound_holds():
    cache = SentenceCache(most_bytes=200_000)
    keys = [Key("espeak", "1", utterance(f"kalimat {number}.")) for number in range(30)]
    for one in keys:
        cache.put(one, sound(0.5))
        cache.get(keys[0])
        assert cache.size <= 200_000
    assert cache.get(keys[0]) is not None, "what is heard again and again stays"
    assert cache.get(keys[1]) is None
    assert cache.get(keys[-1]) is not None


def test_a_sentence_larger_than_the_bound_is_not_kept_and_pushes_nothing_out():
    cache = SentenceCache(most_bytes=100_000)
    small, large = Key("espeak", "1", utterance("kecil")), Key("espeak", "1", utterance("besar"))
    cache.put(small, sound(0.5))
    cache.put(large, sound(60))
    assert cache.get(large) is None
    assert cache.get(small) is not None


def test_the_same_sentence_twice_takes_its_room_once():
    cache = SentenceCache()
    for _ in range(10):
        cache.put(Key("espeak", "1", utterance()), sound(1))
    assert cache.size == sound(1).size


def test_an_engine_can_be_forgotten_without_the_others():
    cache = SentenceCache()
    one, other = Key("onnx", "1", utterance()), Key("espeak", "1", utterance())
    cache.put(one, sound(1))
    cache.put(other, sound(1))
    cache.forget("onnx")
    assert cache.get(one) is None
    assert cache.get(other) is not None
    assert cache.size == sound(1).size


@pytest.mark.parametrize(
    "other",
    [
        Key("mbrola", "1.52", utterance()),
        Key("espeak", "1.53", utterance()),
        Key("espeak", "1.52", utterance(voice="id")),
        Key("espeak", "1.52", utterance(rate=351)),
        Key("espeak", "1.52", utterance(pitch=1)),
        Key("espeak", "1.52", utterance("satu tiga.")),
        Key("espeak", "1.52", utterance("satu, dua.")),
        Key("espeak", "1.52", utterance(words=("satu dua",), pauses=(".",))),
    ],
    ids=["engine", "version", "voice", "rate", "pitch", "word", "pause", "words divided otherwise"],
)
def test_whatever_is_heard_otherwise_has_a_key_of_its_own(other):
    assert other != Key("espeak", "1.52", utterance())


def test_a_sentence_that_moved_in_the_script_keeps_its_key():
    early, late = sentence("satu dua.", 0), sentence("satu dua.", 400)
    assert [word.text for word in early.words] == [word.text for word in late.words]
    synthesiser = Synthesiser()
    first = list(synthesiser.speak([early], ESPEAK, NO_RESTS))
    second = list(synthesiser.speak([late], ESPEAK, NO_RESTS))
    synthesiser.close()
    assert len(first) > 1 and len(second) == 1, "the second comes from memory, in one piece"
    assert [(mark.start, mark.end) for mark in second[0].marks] == [(w.start, w.end) for w in late.words]


# ---------------------------------------------------------------- with a real worker


class Counted:
    """The command of the real worker; counts its starts, and can be made to fail."""

    def __init__(self) -> None:
        self.started = 0
        self.broken = False

    def __call__(self, engine: str) -> list[str]:
        self.started += 1
        return ["/tidak/ada/python"] if self.broken else worker_command(engine)


@pytest.fixture
def command() -> Counted:
    return Counted()


@pytest.fixture
def synthesiser(command) -> Iterator[Synthesiser]:
    synthesiser = Synthesiser(command)
    yield synthesiser
    synthesiser.close()


def heard(pieces) -> tuple[list[tuple[int, str]], bytes]:
    """Return (marks in ms from the beginning, samples)."""
    marks, pcm = [], b""
    for piece in pieces:
        before = len(pcm) / 2 * 1000 / piece.sample_rate
        marks += [(round(before + mark.at_ms), mark.spoken) for mark in piece.marks]
        pcm += piece.pcm
    return marks, pcm


def end_worker(synthesiser: Synthesiser) -> None:
    os.kill(synthesiser.worker_pid("espeak"), signal.SIGKILL)


def test_the_second_hearing_is_the_first_again_without_a_worker(synthesiser, command):
    copy = story("Wali kota hadir.", LONG, "Warga menunggu.")
    first = heard(synthesiser.speak(copy, ESPEAK, Rests(300, 200)))
    end_worker(synthesiser)
    second = heard(synthesiser.speak(copy, ESPEAK, Rests(300, 200)))
    assert command.started == 1
    assert second[1] == first[1]
    assert [word for _, word in second[0]] == [word for _, word in first[0]]
    assert all(abs(a - b) <= 2 for (a, _), (b, _) in zip(first[0], second[0], strict=True))


def test_an_edited_sentence_is_made_again_and_the_others_are_not(synthesiser):
    before = story("Wali kota hadir.", "Warga menunggu.", "Hujan turun.")
    after = story("Wali kota hadir.", "Warga menunggu lama.", "Hujan turun.")
    first = list(synthesiser.speak(before, ESPEAK, NO_RESTS))
    second = list(synthesiser.speak(after, ESPEAK, NO_RESTS))
    pieces = [sum(piece.sentence == number for piece in second) for number in range(3)]
    assert pieces[0] == pieces[2] == 1, "from memory, in one piece"
    assert pieces[1] > 1, "piece by piece as the engine says it"
    words = [word.text for one in after for word in one.words]
    assert [mark.spoken for piece in second for mark in piece.marks] == words
    assert len(first) > len(second)


def test_a_sentence_left_in_the_middle_is_not_kept(synthesiser):
    whole = heard(synthesiser.speak([sentence(LONG)], ESPEAK._replace(rate_spm=351), NO_RESTS))
    for leave in ("close", "cancel"):
        pieces = synthesiser.speak([sentence(LONG)], ESPEAK, NO_RESTS)
        for _ in range(5):
            next(pieces)
        if leave == "close":
            pieces.close()
        else:
            synthesiser.cancel()
            assert len(list(pieces)) <= 1
    again = list(synthesiser.speak([sentence(LONG)], ESPEAK, NO_RESTS))
    assert len(again) > 1, "made anew"
    marks, pcm = heard(again)
    assert [word for _, word in marks] == [word for _, word in whole[0]]
    assert len(pcm) == pytest.approx(len(whole[1]), rel=0.02)


def test_a_sentence_mended_after_a_crash_is_whole_and_made_anew_next_time(synthesiser):
    pieces = synthesiser.speak([sentence(LONG)], ESPEAK, NO_RESTS)
    begun = [next(pieces) for _ in range(3)]
    end_worker(synthesiser)
    mended = heard([*begun, *pieces])
    again = list(synthesiser.speak([sentence(LONG)], ESPEAK, NO_RESTS))
    assert len(again) > 1
    assert [word for _, word in heard(again)[0]] == [word for _, word in mended[0]]


def test_two_sentences_ahead_are_asked_for_while_one_is_taken(synthesiser):
    copy = story("Wali kota hadir.", "Warga menunggu.", "Hujan turun.", "Jalan macet.")
    pieces = synthesiser.speak(copy, ESPEAK, NO_RESTS)
    said = [
        mark.spoken for _ in range(2) for mark in next(pieces).marks
    ]  # the first sound waits for no other
    # The listener takes its time; meanwhile the worker is stopped, but what was asked for has come.
    pid = synthesiser.worker_pid("espeak")
    wait_until_idle(pid)
    os.kill(pid, signal.SIGSTOP)
    try:
        for piece in pieces:
            said += [mark.spoken for mark in piece.marks]
            if said and said[-1] == "turun":
                break
    finally:
        os.kill(pid, signal.SIGCONT)
    assert said[-1] == "turun"
    assert [mark.spoken for piece in pieces for mark in piece.marks] == ["Jalan", "macet"]


def wait_until_idle(pid: int) -> None:
    """Wait until a process sleeps, not only waits for its turn, and used no time for a tenth of a second."""
    seen = -1
    while True:
        told = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        used = sum(map(int, told[11:13]))
        if used == seen and told[0] == "S":
            return
        seen = used
        time.sleep(0.1)


def test_a_renewed_engine_has_forgotten_what_it_said(synthesiser, command):
    list(synthesiser.speak([sentence("satu dua.")], ESPEAK, NO_RESTS))
    synthesiser.renew("espeak")
    assert len(list(synthesiser.speak([sentence("satu dua.")], ESPEAK, NO_RESTS))) > 1
    assert command.started == 2


def test_what_the_old_voice_said_to_its_end_after_a_renewal_is_not_kept(synthesiser, command):
    pieces = synthesiser.speak([sentence("satu dua.")], ESPEAK, NO_RESTS)
    next(pieces), next(pieces)
    wait_until_idle(synthesiser.worker_pid("espeak"))  # the worker has told that it was the last one
    synthesiser.renew("espeak")
    list(pieces)
    assert len(list(synthesiser.speak([sentence("satu dua.")], ESPEAK, NO_RESTS))) > 1, "made anew"
    assert command.started == 2


def test_a_failing_worker_does_not_keep_known_sentences_from_being_heard(synthesiser, command):
    list(synthesiser.speak([sentence("satu dua.")], ESPEAK, NO_RESTS))
    end_worker(synthesiser)
    command.broken = True
    assert list(synthesiser.speak([sentence("satu dua.")], ESPEAK, NO_RESTS))
    with pytest.raises(SpeechFailed):
        list(synthesiser.speak([sentence("tiga.")], ESPEAK, NO_RESTS))
