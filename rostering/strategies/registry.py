"""All strategies by name."""

from __future__ import annotations

from rostering.errors import BadInput, Fault
from rostering.strategies.base import Strategy

NAMES = ("cpsat",)


def strategy(name: str) -> Strategy:
    """Return a strategy; imports the solver.

    Raises
    ------
    BadInput
        When there is no such strategy.
    """
    if name == "cpsat":
        from rostering.strategies.cpsat import CpSat

        return CpSat()
    raise BadInput([Fault("strategy", repr(name), f"one of: {', '.join(NAMES)}")])
