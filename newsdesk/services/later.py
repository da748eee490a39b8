"""What is made when it is first needed."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Later(Generic[T]):
    """Makes one thing at the first :meth:`get`, whichever thread asks, and gives the same ever after.

    For what costs a start too much: its maker imports and loads on the lane that asks, behind the first list.
    """

    def __init__(self, make: Callable[[], T]) -> None:
        self._make: Callable[[], T] | None = make
        self._lock = threading.Lock()
        self._made: T

    def get(self) -> T:
        """Return the thing, made now if it was not yet; what ``make`` raises is raised at every call."""
        with self._lock:
            if self._make is not None:
                self._made = self._make()
                self._make = None
            return self._made

    @property
    def made(self) -> T | None:
        """The thing if it was made, None as long as nobody asked for it."""
        with self._lock:
            return None if self._make is not None else self._made
