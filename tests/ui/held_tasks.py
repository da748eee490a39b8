"""Tasks whose works and answers wait for the test to let them go, so that time passes between the two."""

from __future__ import annotations

from collections import deque

from newsdesk.ui.tasks import Lane, Stream, Tasks, follow, outcome


class HeldTasks(Tasks):
    """Same methods as :class:`Tasks`; nothing is done and nothing answered until the test says so.

    The works of one lane are done in their order, and so are their answers given, as with real lanes.
    """

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._works = {lane: deque() for lane in Lane}
        self._answers = {lane: deque() for lane in Lane}

    def run(self, work, done, failed, lane=Lane.DATABASE):
        self._works[lane].append(lambda: self._answers[lane].append(outcome(work, done, failed)))

    def stream(self, make, each, done, failed, lane=Lane.SPEECH):
        stream = Stream()
        self._works[lane].append(lambda: follow(stream, make, each, done, failed, self._answers[lane].append))
        return stream

    def waiting(self, lane=Lane.DATABASE) -> int:
        """Return how many works of a lane are not done yet."""
        return len(self._works[lane])

    def unanswered(self, lane=Lane.DATABASE) -> int:
        """Return how many answers of a lane are not given yet."""
        return len(self._answers[lane])

    def let_go_work(self, lane=Lane.DATABASE) -> None:
        """Do the next work of a lane; its answer waits."""
        self._works[lane].popleft()()

    def let_go_answer(self, lane=Lane.DATABASE) -> None:
        """Give the next answer of a lane."""
        self._answers[lane].popleft()()

    def let_go(self, *lanes: Lane) -> None:
        """Do and answer everything on these lanes (all when none is named), and what follows of it."""
        lanes = lanes or tuple(Lane)
        while True:
            lane = next((one for one in lanes if self._answers[one] or self._works[one]), None)
            if lane is None:
                return
            if self._answers[lane]:
                self.let_go_answer(lane)
            else:
                self.let_go_work(lane)

    def close(self, timeout_s: float = 10.0) -> bool:
        """Finish what is queued, as real lanes do when the program ends; its answers find nobody."""
        for lane in Lane:
            while self._works[lane]:
                self.let_go_work(lane)
            self._answers[lane].clear()
        return True
