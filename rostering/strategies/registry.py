"""All strategies by name."""

from __future__ import annotations

from rostering.errors import BadInput, Fault
from rostering.strategies.base import Strategy

NAMES = ("auto", "cpsat", "lns", "columns")


def strategy(name: str) -> Strategy:
    """Return a strategy; imports the solver.

    Raises
    ------
    BadInput
        When there is no such strategy.
    """
    if name == "auto":
        from rostering.strategies.auto.strategy import Auto

        return Auto()
    if name == "cpsat":
        from rostering.strategies.cpsat import CpSat

        return CpSat()
    if name == "lns":
        from rostering.strategies.lns.strategy import Lns

        return Lns()
    if name == "columns":
        from rostering.strategies.columns.strategy import Columns

        return Columns()
    raise BadInput([Fault("strategy", repr(name), f"one of: {', '.join(NAMES)}")])
