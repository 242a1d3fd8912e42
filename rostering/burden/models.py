"""The ledger as data: points by person and burden, in hundredths where shares are split."""

from __future__ import annotations

from typing import Literal

from rostering.domain.fields import Model

LEDGER_FORMAT = "helseturnus.ledger"
Burden = Literal[
    "weekend", "night", "evening", "christmas", "easter", "holiday", "quick_return", "wish"
]


class Entry(Model):
    """One burden of one person, in points (1 is a duty, a quick return or a refused wish).

    Parameters
    ----------
    before
        Carried in.
    here
        Carried in this roster.
    credit
        What the person would have carried of it while away: the ward's mean for the hours of the
        absence, so that who comes back owes nothing for it.
    after
        Carried on: the sum of the three, a whole number.
    share
        The fair share of this roster with the past in it, before solving; None for what is no
        duty, and for who shares nothing of it.
    """

    burden: Burden
    before: int
    here: int
    credit: int
    after: int
    share: int | None = None


class PersonEntries(Model):
    """One person's entries; ``size`` is the position size in percent over the period."""

    person: str
    size: float
    new: bool = False
    entries: tuple[Entry, ...]


class Ledger(Model):
    """Everybody's burdens after one roster.

    ``spread`` is, by burden, the standard deviation of ``after`` per full-time post among all who
    share it.
    """

    format: Literal["helseturnus.ledger"] = "helseturnus.ledger"
    version: Literal[1] = 1
    problem_name: str
    problem_hash: str
    people: tuple[PersonEntries, ...]
    spread: dict[Burden, float]
