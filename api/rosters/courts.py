"""Courts and judged rosters, kept between requests: judging a move must not wait for them."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from rostering.check import Court
from rostering.domain.canonical import content_hash
from rostering.domain.problem import Problem
from rostering.live import LivePlan

Value = TypeVar("Value")


class Kept(Generic[Value]):
    """The last values made, up to a number; made anew when they are asked for again.

    Who asks for a value that somebody is making waits for it: a page asks for several things of a
    ward at once, and each would index the whole ward.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[Hashable, Value] = OrderedDict()
        self._making: dict[Hashable, threading.Lock] = {}
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """Return the value of a key."""
        with self._lock:
            if key in self._values:
                return self._again(key)
            turn = self._making.setdefault(key, threading.Lock())
        with turn:
            with self._lock:
                if key in self._values:
                    return self._again(key)
            try:
                self.put(key, value := make())
            finally:
                with self._lock:
                    self._making.pop(key, None)
        return value

    def _again(self, key: Hashable) -> Value:
        self._values.move_to_end(key)
        return self._values[key]

    def put(self, key: Hashable, value: Value) -> None:
        """Keep a value."""
        with self._lock:
            self._values[key] = value
            self._values.move_to_end(key)
            while len(self._values) > self._most:
                self._values.popitem(last=False)


_COURTS: Kept[Court] = Kept(12)
_SITTINGS: Kept[LivePlan] = Kept(24)


def court_of(problem: Problem) -> Court:
    """Return the court of a problem, the same one for the same content."""
    return _COURTS.get(content_hash(problem), lambda: Court.of(problem))


def sitting(draft: str, revision: int, make: Callable[[], LivePlan]) -> LivePlan:
    """Return a draft's judged roster as of a revision."""
    return _SITTINGS.get((draft, revision), make)


def keep_sitting(draft: str, revision: int, judged: LivePlan) -> None:
    """Keep a draft's judged roster after a change."""
    _SITTINGS.put((draft, revision), judged)
