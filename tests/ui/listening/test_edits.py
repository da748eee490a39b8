"""A script that changes while it is heard, and sound that is made only a little ahead."""

from __future__ import annotations

import pytest

from newsdesk.services.previewing import Voicing
from newsdesk.ui.listening import recording as recording_module
from newsdesk.ui.listening.passage import Again, Passage, Playing
from newsdesk.ui.listening.player import Player
from newsdesk.ui.listening.recording import Cue
from newsdesk.ui.tasks import Lane
from tests.speech.copy import LONG, story
from tests.ui.held_tasks import HeldTasks

ONE = "Wali kota hadir di balai kota pagi ini."
TWO = "Upacara diadakan setiap tanggal tujuh belas."
SILENCE_MS = 50
"""A voice's silence before a sentence is not waited for."""
THREE = "Warga menunggu di halaman kantor."


class Desk:
    """A script that can be changed, as the page gives it to the player."""

    def __init__(self, *sentences: str) -> None:
        self.text = self.given = "\n".join(sentences)
        self.speed = 350

    def sentences(self, _passage: Passage):
        return story(*self.text.split("\n"))

    def write(self, *sentences: str) -> None:
        self.text = "\n".join(sentences)

    def again(self) -> Again:
        before, self.given = self.given, self.text

        def moved(start: int, end: int) -> tuple[int, int]:
            at = self.text.find(before[start:end])
            return (at, at + end - start) if at >= 0 else (-1, -1)

        return Again(self.sentences(Passage.STORY), moved)


@pytest.fixture
def desk() -> Desk:
    return Desk(ONE, TWO, THREE)


@pytest.fixture
def player(qapp, tasks, previewing, speaker, desk):
    player = Player(tasks, lambda: Voicing("espeak", "", desk.speed), speaker)
    player.transport.timer.setInterval(1_000_000)
    player.opened(previewing)
    player.follow(desk.sentences, desk.again)
    yield player
    player.stop()


@pytest.fixture
def heard(player, desk):
    """The words that were lit up, read from the script as it stood then."""
    words: list[str] = []

    def lit(start: int, end: int) -> None:
        word = desk.text[start:end].strip()
        if not words or words[-1] != word:  # told again where it stands after an edit
            words.append(word)

    player.word_said.connect(lit)
    return words


def turn(player: Player, speaker, ms: int = 20_000, step_ms: int = 20) -> None:
    """Turn the clock for so long, or until there is silence."""
    for _ in range(ms // step_ms):
        if player.state is Playing.SILENT:
            return
        speaker.clock_ms += step_ms
        player.transport.tick()


def plain(*sentences: str) -> list[str]:
    return [word.strip(".") for sentence in sentences for word in sentence.split()]


def test_a_sentence_changed_before_it_is_said_is_heard_as_it_stands(player, speaker, desk, heard):
    player.listen(Passage.STORY)
    turn(player, speaker, 500)
    desk.write(ONE, "Upacara dibatalkan.", THREE)
    player.script_changed()
    turn(player, speaker)
    assert heard == [*plain(ONE, "Upacara dibatalkan.", THREE), ""]


def test_the_sentence_being_said_is_said_to_its_end_and_not_again(player, speaker, desk, heard):
    player.listen(Passage.STORY)
    turn(player, speaker, 800)
    at, begun = player.position_ms, speaker.begun
    desk.write(ONE.replace("pagi ini", "sore ini"), TWO, THREE)
    player.script_changed()
    assert player.position_ms == at, "nothing jumps"
    turn(player, speaker)
    assert heard[: len(plain(ONE)) - 2] == plain(ONE)[:-2]
    assert [word for word in heard if word] == [word for word in plain(ONE, TWO, THREE) if word != "pagi"], (
        "what is no longer written lights up nowhere"
    )
    assert speaker.begun == begun, "the sound was not broken off"


def test_going_back_says_the_changed_words(player, speaker, desk, heard):
    player.listen(Passage.STORY)
    turn(player, speaker, 800)
    desk.write("Bupati hadir.", TWO, THREE)
    player.script_changed()
    turn(player, speaker, 3000)
    heard.clear()
    player.back()
    player.back()
    turn(player, speaker, 900)
    assert heard[-2:] == ["Bupati", "hadir"]


def test_sentences_written_before_and_after_and_taken_out_keep_the_voice_in_its_place(
    player, speaker, desk, heard
):
    player.listen(Passage.STORY)
    turn(player, speaker, 800)
    desk.write("Selamat pagi.", ONE, THREE)
    player.script_changed()
    turn(player, speaker, 400)
    desk.write("Selamat pagi.", ONE, THREE, "Sekian.")
    player.script_changed()
    turn(player, speaker)
    assert heard == [*plain(ONE, THREE, "Sekian."), ""]


def test_everything_taken_out_ends_with_the_sentence_being_said(player, speaker, desk, heard):
    player.listen(Passage.STORY)
    turn(player, speaker, 800)
    desk.write("")
    player.script_changed()
    turn(player, speaker)
    assert player.state is Playing.SILENT
    assert not set(heard) & set(plain(TWO))


def test_another_speed_holds_from_the_next_sentence_on(player, speaker, desk):
    player.listen(Passage.STORY)
    turn(player, speaker, 800)
    first, second = player.ticks[1], player.ticks[2] - player.ticks[1]
    desk.speed = 525
    player.voicing_changed()
    assert player.ticks[1] == first
    assert player.ticks[2] - player.ticks[1] < 0.85 * second
    turn(player, speaker)
    assert player.state is Playing.SILENT


def test_back_says_the_sentence_again_or_the_one_before_and_next_ends_after_the_last(player, speaker):
    player.listen(Passage.STORY)
    turn(player, speaker, 2000)
    player.back()
    assert player.position_ms == pytest.approx(player.ticks[0], abs=SILENCE_MS)
    player.skip()
    assert player.position_ms == pytest.approx(player.ticks[1], abs=SILENCE_MS)
    turn(player, speaker, 400)
    player.back()
    assert player.position_ms == pytest.approx(player.ticks[0], abs=SILENCE_MS)
    player.skip()
    player.skip()
    assert player.position_ms == pytest.approx(player.ticks[2], abs=SILENCE_MS)
    player.skip()
    assert player.state is Playing.SILENT


def test_several_stories_are_heard_in_order_without_lighting_up_the_open_one(player, speaker, heard):
    cues = [Cue(story(ONE), 7, "BALAI-KOTA"), Cue(story(TWO, THREE), 9, "UPACARA")]
    begun = []
    player.cue_said.connect(lambda cue: begun.append(cue.slug if cue else ""))
    player.hear(cues)
    assert player.length_ms > 5_000
    turn(player, speaker, 30_000)
    assert begun == ["BALAI-KOTA", "UPACARA", ""]
    assert heard == []
    player.hear(cues)
    player.follow(lambda passage: story(THREE))
    assert player.state is not Playing.SILENT, "another story may be opened meanwhile"


def test_of_several_stories_the_one_that_is_open_lights_up_word_by_word(player, speaker, heard):
    cues = [Cue(story(ONE), 7, "BALAI-KOTA", ONE), Cue(story(TWO), 9, "UPACARA", TWO)]
    player.spotlight.stands = lambda cue: cue.body == TWO
    spans = []
    player.word_said.connect(lambda *span: spans.append(span))
    player.hear(cues)
    turn(player, speaker, 30_000)
    words = [(word.start, word.end) for one in story(TWO) for word in one.words]
    assert spans == [*words, (-1, -1)]


def test_a_story_opened_while_it_is_said_among_others_lights_up_from_there(player, speaker, heard):
    opened = [""]
    player.spotlight.stands = lambda cue: cue.body == opened[0]
    player.hear([Cue(story(ONE, TWO), 7, "BALAI-KOTA", ONE)])
    turn(player, speaker, 400)
    assert heard == []
    opened[0] = ONE
    player.script_changed()
    turn(player, speaker, 400)
    assert heard != []


def test_sound_heard_long_ago_is_let_go_and_made_again_when_one_goes_back(player, speaker, monkeypatch):
    monkeypatch.setattr(recording_module, "KEPT_BEHIND_MS", 3_000)
    texts = [
        f"{text} {number}." for number in range(4) for text in ("Wali kota hadir", "Warga menunggu lama")
    ]
    player.follow(lambda passage: story(*texts))
    player.listen(Passage.STORY)
    turn(player, speaker, 9_000)
    sentences = player._recording.said
    lengths = [one.length_ms for one in sentences]
    assert not sentences[0].pcm
    assert sum(len(one.pcm) for one in sentences[: place_of(player)]) < 2 * 22_050 * 6
    assert player.ticks[1] == lengths[0] > 500, "its place is kept"
    player.seek(0)
    turn(player, speaker, 100)
    assert player.state is Playing.SAYING
    assert sentences[0].pcm, "made again"
    assert player.position_ms < 1_000


def place_of(player) -> int:
    return player.transport.place.said.number


def test_a_story_of_ten_thousand_words_is_made_only_a_little_ahead(previewing, speaker):
    tasks = HeldTasks()
    player = Player(tasks, lambda: Voicing("espeak", "", 350), speaker)
    player.transport.timer.setInterval(1_000_000)
    player.opened(previewing)
    player.follow(lambda passage: story(*[LONG] * 220))
    player.listen(Passage.STORY)
    tasks.let_go(Lane.SPEECH)
    made = [said for said in player._recording.said if said.made]
    assert 1 <= len(made) <= 8
    turn(player, speaker, 60_000, 40)
    tasks.let_go(Lane.SPEECH)
    assert len(made) < sum(said.made for said in player._recording.said) <= 12
    player.seek(player.ticks[200])
    tasks.let_go(Lane.SPEECH)
    assert player.state is Playing.SAYING
    assert player.position_ms == pytest.approx(player.ticks[200], abs=50)
    player.stop()
