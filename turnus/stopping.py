"""Ctrl-C as a request: the first stops a solve and keeps its roster, the third gives up."""

from __future__ import annotations

import signal
from types import FrameType, TracebackType
from typing import Any

PATIENCE = 3
SIGNALS = (signal.SIGINT, signal.SIGTERM)


class StopSwitch:
    """While entered, interrupts are counted instead of raised; call it to ask whether to stop."""

    def __init__(self) -> None:
        self.presses = 0
        self._before: dict[signal.Signals, Any] = {}

    def __call__(self) -> bool:
        """Return whether somebody has asked to stop."""
        return self.presses > 0

    @property
    def last_chance(self) -> bool:
        """Whether the next interrupt gives up."""
        return self.presses == PATIENCE - 1

    def __enter__(self) -> StopSwitch:
        for number in SIGNALS:
            self._before[number] = signal.signal(number, self._pressed)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give the signals back."""
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _pressed(self, _number: int, _frame: FrameType | None) -> None:
        self.presses += 1
        if self.presses >= PATIENCE:
            raise KeyboardInterrupt
