"""What makes a draft count: the head's approval for a unit, and personal delegations."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from rostering.domain.fields import Code, Id
from rostering.domain.people import Dated
from tasksharing.domain.tasks import Route


class Approval(Dated):
    """A unit's head has approved who may do a task there, from and to a date.

    Without a ``minimum`` of its own the catalogue's draft was approved as it is. ``by`` is name
    or role of whoever signed.
    """

    task: Code
    unit: Id
    by: str = Field(min_length=1, max_length=120)
    on: dt.date
    minimum: tuple[Route, ...] = ()

    def counts(self, unit: str, day: dt.date) -> bool:
        """Return whether it holds for a unit on a date."""
        return self.unit == unit and self.on <= day and self.holds_on(day)


class Delegation(Dated):
    """One person may do one task in one unit until a date, within limits.

    ``last`` is the valid-to date and must be there. ``forms`` are the medicine forms, ``residents``
    the residents' numbers that it is limited to; empty means all.
    """

    person: Id
    task: Code
    unit: Id
    last: dt.date
    forms: tuple[str, ...] = ()
    residents: tuple[int, ...] = ()
    signed_by: str = Field(min_length=1, max_length=120)
    signed_on: dt.date

    @property
    def limited(self) -> bool:
        """Whether it holds for some medicine forms or residents only."""
        return bool(self.forms or self.residents)

    def counts(self, unit: str, day: dt.date) -> bool:
        """Return whether it holds for a unit on a date."""
        return self.unit == unit and self.signed_on <= day and self.holds_on(day)
