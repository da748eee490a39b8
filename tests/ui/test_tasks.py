"""The one door to threads: order kept, exactly one answer, on the window's thread."""

from __future__ import annotations

import threading
import time

import pytest

from newsdesk.errors import NoSoundCard
from newsdesk.ui.tasks import Lane, Tasks
from tests.ui.held_tasks import HeldTasks


@pytest.fixture
def tasks(qapp):
    tasks = Tasks()
    yield tasks
    assert tasks.close(5)


def never(*_anything: object) -> None:
    raise AssertionError("must not be called")


def test_the_answer_comes_on_the_windows_thread(tasks: Tasks, qtbot) -> None:
    threads: list[threading.Thread] = []
    tasks.run(threading.current_thread, lambda t: threads.extend((t, threading.current_thread())), never)
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] is not threading.main_thread()
    assert threads[1] is threading.main_thread()


def test_work_on_one_lane_keeps_its_order(tasks: Tasks, qtbot) -> None:
    done: list[int] = []
    for i in range(20):
        tasks.run(lambda i=i: (time.sleep(0.002 if i % 3 == 0 else 0), i)[1], done.append, never)
    qtbot.waitUntil(lambda: len(done) == 20)
    assert done == list(range(20))


def test_a_busy_database_does_not_hold_up_local_copies(tasks: Tasks, qtbot) -> None:
    release = threading.Event()
    done: list[str] = []
    tasks.run(lambda: release.wait(5), lambda _r: done.append("database"), never)
    tasks.run(lambda: None, lambda _r: done.append("local"), never, Lane.LOCAL)
    qtbot.waitUntil(lambda: done == ["local"])
    release.set()
    qtbot.waitUntil(lambda: done == ["local", "database"])


def test_an_expected_failure_goes_to_failed_only(tasks: Tasks, qtbot) -> None:
    failures: list[Exception] = []

    def work() -> None:
        raise NoSoundCard

    tasks.run(work, never, failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], NoSoundCard)


def test_an_unexpected_failure_is_raised_on_the_windows_thread(tasks: Tasks, qtbot) -> None:
    def work() -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        tasks.run(work, never, never)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_a_stream_gives_its_pieces_as_they_come_and_then_ends(tasks: Tasks, qtbot) -> None:
    got: list[object] = []
    tasks.stream(lambda: iter((1, 2, 3)), got.append, lambda: got.append("end"), never)
    qtbot.waitUntil(lambda: got == [1, 2, 3, "end"])


def test_a_stream_that_fails_says_so_after_its_pieces(tasks: Tasks, qtbot) -> None:
    got: list[object] = []

    def pieces():
        yield 1
        raise NoSoundCard

    tasks.stream(pieces, got.append, never, lambda e: got.append(type(e)))
    qtbot.waitUntil(lambda: got == [1, NoSoundCard])


def test_a_cancelled_stream_calls_nothing_more_and_lets_go(tasks: Tasks, qtbot) -> None:
    closed = threading.Event()
    got: list[int] = []

    def pieces():
        try:
            for i in range(10_000):
                yield i
                time.sleep(0.001)
        finally:
            closed.set()

    stream = tasks.stream(pieces, got.append, never, never)
    qtbot.waitUntil(lambda: len(got) >= 3)
    stream.cancel()
    count = len(got)
    qtbot.waitUntil(closed.is_set)
    qtbot.wait(20)
    assert len(got) == count


def test_closing_finishes_what_is_queued(qapp) -> None:
    tasks = Tasks()
    kept: list[int] = []
    for i in range(5):
        tasks.run(lambda i=i: (time.sleep(0.01), kept.append(i)), lambda _r: None, never)
    assert tasks.close(5)
    assert kept == [0, 1, 2, 3, 4]


def test_closing_does_not_wait_for_ever_for_a_hung_lane(qapp) -> None:
    tasks = Tasks()
    release = threading.Event()
    tasks.run(lambda: release.wait(10), lambda _r: None, never)
    assert not tasks.close(0.05)
    release.set()


def test_held_tasks_do_and_answer_only_when_they_are_let_go(qapp) -> None:
    tasks = HeldTasks()
    seen: list[str] = []
    tasks.run(lambda: seen.append("work"), lambda _none: seen.append("answer"), never)
    tasks.run(lambda: seen.append("local"), lambda _none: seen.append("kept"), never, Lane.LOCAL)
    assert seen == []
    tasks.let_go_work()
    assert seen == ["work"]
    tasks.let_go(Lane.LOCAL)
    assert seen == ["work", "local", "kept"]
    tasks.let_go()
    assert seen == ["work", "local", "kept", "answer"]
