"""A swap as data: who gives which duty and takes which, and what that changes."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from rostering.domain.fields import Id, Model
from rostering.domain.roster import Assignment, Overlay


class SwapKind(StrEnum):
    """Two people who exchange a duty each, or a chain of three."""

    TWO_WAY = "two_way"
    THREE_WAY = "three_way"


PEOPLE = {SwapKind.TWO_WAY: 2, SwapKind.THREE_WAY: 3}


class Consent(StrEnum):
    """What the employer must agree to before somebody takes a duty.

    More minutes paid as overtime, as a part-timer's extra time, or by the hour to people without
    a contract; planned hours further above the contract than half a shift; a duty whose pay
    (extra time, overtime, moved) was agreed with the one who gives it.
    """

    OVERTIME = "overtime"
    EXTRA_TIME = "extra_time"
    PAID_HOURS = "paid_hours"
    ABOVE_CONTRACT = "above_contract"
    PAY = "pay"


class GoneBreach(Model):
    """A breach, hard or priced, that the swap makes vanish; its rule and the dates it spans."""

    rule: str
    first: dt.date
    last: dt.date


class Handover(Model):
    """One person's part of a swap: both duties stand as they are in the roster before it.

    ``takes.person`` is therefore the colleague that the duty comes from. Both kinds of swaps are
    full exchanges, so neither duty is ever missing. The rest is reckoned by the engine:

    Parameters
    ----------
    wishes
        Wish points gained (weak 1, medium 3, strong 9, or the wish's own); negative: lost.
    minutes
        Working minutes more than before; negative: fewer.
    gone
        Breaches of the person's own rules that vanish.
    consents
        What the employer must agree to.
    codes_before, codes_after
        The person's F1 and F2 that cannot stand any more, and those that stand in their place.
    """

    person: Id
    gives: Assignment
    takes: Assignment
    wishes: int = 0
    minutes: int = 0
    gone: tuple[GoneBreach, ...] = ()
    consents: tuple[Consent, ...] = ()
    codes_before: tuple[Overlay, ...] = ()
    codes_after: tuple[Overlay, ...] = ()


class Swap(Model):
    """A swap of duties: each gives one to the next, the last to the first.

    ``points`` is the change of the score card's total (fewer is better), ``ore`` the change of
    what the roster costs beyond monthly pay, ``gone`` the unit-wide breaches that vanish.
    """

    kind: SwapKind
    handovers: tuple[Handover, ...]
    points: int = 0
    ore: int = 0
    gone: tuple[GoneBreach, ...] = ()

    @property
    def wishes(self) -> int:
        """Wish points that all gain together."""
        return sum(one.wishes for one in self.handovers)

    @property
    def worse_off(self) -> bool:
        """Whether anybody loses wish points."""
        return any(one.wishes < 0 for one in self.handovers)

    @property
    def needs_employer(self) -> bool:
        """Whether the employer must agree to anything beside the swap itself."""
        return any(one.consents for one in self.handovers)
