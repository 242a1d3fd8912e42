"""One account of one person over a period: opening, earned, used, closing."""

from __future__ import annotations

from typing import Literal

from rostering.domain.fields import Id, Model

AccountName = Literal["hours", "time_off", "f4", "vacation", "extra_time", "overtime"]
ACCOUNTS: tuple[AccountName, ...] = (
    "hours", "time_off", "f4", "vacation", "extra_time", "overtime",
)  # fmt: skip


class AccountPart(Model):
    """What an account's figure consists of; ``minutes`` add to the balance or take from it."""

    what: Literal["worked", "credited", "owed", "three_part", "absence", "agreed", "duties"]
    minutes: int


class AccountLine(Model):
    """A person's account over the horizon, in minutes: ``closing = opening + earned - used``.

    A positive ``hours`` balance is time already worked. ``days_used`` counts the working days of
    vacation as ferieloven § 5 does (``domain/vacation.py``); it is 0 on the other accounts.
    """

    person: Id
    account: AccountName
    opening: int
    earned: int
    used: int
    closing: int
    days_used: int = 0
    parts: tuple[AccountPart, ...] = ()
