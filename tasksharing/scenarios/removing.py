"""Minutes that nobody works any more: outdated tasks, automated and pooled roster planning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from tasksharing.domain.minutes import Minutes, Slot
from tasksharing.scenarios.changes import Change, Drop, Planning
from tasksharing.scenarios.effects import Why


class Removed(NamedTuple):
    """Minutes of a quarter-hour that fall away, and why."""

    slot: Slot
    why: Why
    minutes: Fraction


def removed(before: Minutes, changes: Iterable[Change]) -> Iterator[Removed]:
    """Yield what falls away, each change working on what those before it have left."""
    left = dict(before)
    for change in changes:
        for one in _of(change, left):
            left[one.slot] -= one.minutes
            yield one


def pooled(after: Minutes, changes: Iterable[Change]) -> Minutes:
    """Return what a pool outside the unit does of the planning that was handed to it."""
    to = {(change.task, change.to) for change in changes if isinstance(change, Planning)}
    return {slot: minutes for slot, minutes in after.items() if (slot.task, slot.group) in to}


def _of(change: Change, left: Minutes) -> Iterator[Removed]:
    if isinstance(change, Drop):
        for slot, minutes in list(left.items()):
            if slot.task == change.task and slot.weekday in change.weekdays:
                yield from _some(slot, "dropped", minutes * change.share)
    elif isinstance(change, Planning):
        for slot, minutes in list(left.items()):
            if slot.task == change.task:
                automated = minutes * change.automation
                yield from _some(slot, "automated", automated)
                yield from _some(slot, "coordinated", (minutes - automated) * change.pooling)


def _some(slot: Slot, why: Why, minutes: Fraction) -> Iterator[Removed]:
    if minutes:
        yield Removed(slot, why, minutes)
