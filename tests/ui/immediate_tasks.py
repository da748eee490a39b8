"""Tasks that do their work at once on the calling thread, so that a test reads from top to bottom."""

from __future__ import annotations

from newsdesk.ui.tasks import Lane, Stream, Tasks, follow, outcome


class ImmediateTasks(Tasks):
    """Same methods as :class:`Tasks`; ``done`` or ``failed`` has been called when they return."""

    def run(self, work, done, failed, lane=Lane.DATABASE):
        outcome(work, done, failed)()

    def stream(self, make, each, done, failed, lane=Lane.SPEECH):
        stream = Stream()
        follow(stream, make, each, done, failed, lambda answer: answer())
        return stream
