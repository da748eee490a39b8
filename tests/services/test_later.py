"""What is made when first needed is made once, whoever asks."""

from __future__ import annotations

import threading
import time

import pytest

from newsdesk.services.later import Later


def test_nothing_is_made_before_it_is_needed_and_then_only_once() -> None:
    made: list[object] = []

    def make() -> object:
        time.sleep(0.02)
        made.append(object())
        return made[-1]

    later = Later(make)
    assert made == []
    got: list[object] = []
    threads = [threading.Thread(target=lambda: got.append(later.get())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == made * 8


def test_what_could_not_be_made_is_tried_again_at_the_next_call() -> None:
    answers = iter([OSError("tabel hilang"), "tabel"])

    def make() -> str:
        answer = next(answers)
        if isinstance(answer, OSError):
            raise answer
        return answer

    later = Later(make)
    with pytest.raises(OSError, match="tabel hilang"):
        later.get()
    assert later.get() == "tabel"
