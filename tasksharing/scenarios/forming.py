"""New staff's shifts are formed only where tasks fill them; else nothing moves into them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tasksharing.domain.minutes import Heads, Minutes, Place
from tasksharing.domain.tasks import QUARTER
from tasksharing.scenarios.changes import AddStaff, NewShift
from tasksharing.scenarios.moving import ZERO, Day, Moved, Order
from tasksharing.scenarios.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Formed:
    """A shift of new staff on a weekday: heads wanted, heads formed, and how full the last try was.

    ``filled`` are minutes that the formed heads have; ``offered`` what there would have been for
    the first head that was not formed.
    """

    group: str
    shift: str
    weekday: int
    wanted: int
    heads: int
    filled: Fraction
    offered: Fraction | None


@dataclass(frozen=True, slots=True)
class Result:
    """A weekday after its moves; ``new`` is what new staff do on their own shifts."""

    minutes: Minutes
    moved: tuple[Moved, ...]
    left: Mapping[str, Fraction]
    formed: tuple[Formed, ...]
    new: Minutes


def form_day(
    weekday: int,
    minutes: Minutes,
    present: Heads,
    staff: Sequence[AddStaff],
    orders: Iterable[tuple[Order, Collection[int]]],
    settings: Scenario,
) -> Result:
    """Return a weekday with its tasks moved and as many new heads as the tasks fill.

    Begins with all heads that are wanted and takes away one of the emptiest shift until every one
    is filled to at least the scenario's ``fill`` of its paid minutes. An empty shift moves nothing.
    """
    here = [change for change in staff if weekday in change.weekdays]
    todays = [order for order, days in orders if weekday in days]
    heads = [change.heads for change in here]
    offered: dict[int, Fraction] = {}
    while True:
        day = Day(weekday, dict(minutes), present, _added(here, heads, weekday), settings.load)
        moved, left = _all(day, todays)
        filled = _filled(here, heads, day, weekday)
        poor = [
            (share, number)
            for number, share in enumerate(_shares(here, heads, filled))
            if heads[number] and share < settings.fill
        ]
        if not poor:
            formed = tuple(_formed(here, heads, filled, offered, weekday))
            return Result(day.minutes, tuple(moved), left, formed, day.by_new)
        _, emptiest = min(poor)
        offered[emptiest] = filled[emptiest]
        heads[emptiest] -= 1


def paid_minutes(shift: NewShift) -> int:
    """Return the working minutes of a new shift."""
    return shift.end - shift.start - shift.unpaid_break


def span(shift: NewShift) -> range:
    """Return the quarter-hours of a new shift."""
    return range(shift.start // QUARTER, shift.end // QUARTER)


def _all(day: Day, orders: Iterable[Order]) -> tuple[list[Moved], dict[str, Fraction]]:
    moved: list[Moved] = []
    left: defaultdict[str, Fraction] = defaultdict(Fraction)
    givers: defaultdict[str, set[str]] = defaultdict(set)
    for order in orders:
        found, rest = day.carry_out(order)
        moved += found
        if rest:
            left[order.task.id] += rest
            givers[order.task.id] |= set(order.givers) - {order.receiver}
    return moved, {task: min(rest, _still(day, task, givers[task])) for task, rest in left.items()}


def _still(day: Day, task: str, givers: Collection[str]) -> Fraction:
    """Return what givers still have of a task; what two moves found no room for counts once."""
    mine = (m for slot, m in day.minutes.items() if slot.task == task and slot.group in givers)
    return sum(mine, ZERO)


def _added(staff: Sequence[AddStaff], heads: Sequence[int], weekday: int) -> dict[Place, int]:
    added: defaultdict[Place, int] = defaultdict(int)
    for change, number in zip(staff, heads, strict=True):
        for quarter in span(change.shift):
            added[Place(change.group, weekday, quarter)] += number
    return dict(added)


def _filled(
    staff: Sequence[AddStaff], heads: Sequence[int], day: Day, weekday: int
) -> list[Fraction]:
    """Return the minutes that each shift has taken; shifts side by side fill in order."""
    rest = dict(day.taken)
    found = []
    for change, number in zip(staff, heads, strict=True):
        total = ZERO
        for quarter in span(change.shift):
            place = Place(change.group, weekday, quarter)
            part = min(rest.get(place, ZERO), number * QUARTER * day.load)
            if part:
                rest[place] -= part
                total += part
        found.append(total)
    return found


def _shares(
    staff: Sequence[AddStaff], heads: Sequence[int], filled: Sequence[Fraction]
) -> Iterator[Fraction]:
    for change, number, minutes in zip(staff, heads, filled, strict=True):
        yield minutes / (paid_minutes(change.shift) * number) if number else ZERO


def _formed(
    staff: Sequence[AddStaff],
    heads: Sequence[int],
    filled: Sequence[Fraction],
    offered: Mapping[int, Fraction],
    weekday: int,
) -> Iterator[Formed]:
    for number, change in enumerate(staff):
        yield Formed(
            group=change.group,
            shift=change.shift.code,
            weekday=weekday,
            wanted=change.heads,
            heads=heads[number],
            filled=filled[number],
            offered=offered.get(number),
        )


def of_weekday(minutes: Minutes, weekday: int) -> Minutes:
    """Return the minutes of one weekday."""
    return {slot: amount for slot, amount in minutes.items() if slot.weekday == weekday}
