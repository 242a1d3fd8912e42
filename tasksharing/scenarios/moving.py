"""Tasks of one weekday moved to other groups, as far as those have room. Exact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from tasksharing.domain.minutes import Heads, Minutes, Place, Slot
from tasksharing.domain.tasks import QUARTER, QUARTERS, Task

ZERO, ONE = Fraction(0), Fraction(1)


class Moved(NamedTuple):
    """Minutes of a task that went from one group and quarter-hour to another's.

    ``new`` tells that new staff of the receiving group took them.
    """

    task: str
    giver: str
    receiver: str
    weekday: int
    before: int
    after: int
    minutes: Fraction
    new: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """One task to move.

    ``new`` tells whether new staff of the receivers may do it, ``lawful`` which share of the time
    of those on duty may go to it. ``back`` is that share of the givers' time for each task that
    they take over in return; a task that is not there may not come back.
    """

    task: Task
    givers: tuple[str, ...]
    receiver: str
    share: Fraction
    new: bool
    lawful: Fraction
    slack: bool = False
    in_return: tuple[Task, ...] = ()
    back: Mapping[tuple[str, str], Fraction] = field(default_factory=dict)


class _Room(NamedTuple):
    """Minutes of an order that a quarter-hour of the receivers can take.

    ``new`` new staff have free, ``free`` those on duty; these may take ``most``, which is more
    than they have free where they can hand over other work.
    """

    new: Fraction
    free: Fraction
    most: Fraction


_NONE = _Room(ZERO, ZERO, ZERO)


@dataclass
class Day:
    """A weekday while its tasks are moved.

    ``present`` are those on duty, ``added`` the new staff of their shifts, ``load`` how much of a
    quarter-hour can be filled with tasks. ``taken`` is what new staff have taken over.
    """

    weekday: int
    minutes: Minutes
    present: Heads
    added: Mapping[Place, int]
    load: Fraction = Fraction(1)
    taken: defaultdict[Place, Fraction] = field(default_factory=lambda: defaultdict(Fraction))
    _by_new: defaultdict[Slot, Fraction] = field(init=False)
    _busy: defaultdict[Place, Fraction] = field(init=False)
    _today: dict[Place, Fraction] = field(init=False)

    def __post_init__(self) -> None:
        """Add up who is how busy."""
        self._by_new, self._busy = defaultdict(Fraction), defaultdict(Fraction)
        for slot, amount in self.minutes.items():
            self._busy[Place(*slot[1:])] += amount
        self._today = dict(self._busy)

    @property
    def by_new(self) -> Minutes:
        """The minutes that new staff do."""
        return {slot: minutes for slot, minutes in self._by_new.items() if minutes}

    def carry_out(self, order: Order) -> tuple[list[Moved], Fraction]:
        """Move what there is room for; return it, and the minutes that there was none for.

        A task that may not be divided goes whole or stays whole.
        """
        wanted = self._wanted(order)
        total = sum(wanted.values(), ZERO)
        kept = (dict(self.minutes), self.taken.copy(), self._by_new.copy(), self._busy.copy())
        moved = list(self._placed(order, wanted))
        mine = (one for one in moved if one.task == order.task.id)
        done = sum((one.minutes for one in mine), ZERO)
        if done < total and not order.task.splittable:
            self.minutes, self.taken, self._by_new, self._busy = kept
            return [], total
        return moved, total - done

    def _wanted(self, order: Order) -> dict[Slot, Fraction]:
        return {
            slot: minutes * order.share
            for slot, minutes in self.minutes.items()
            if slot.task == order.task.id
            and slot.group in order.givers
            and slot.group != order.receiver
            and minutes * order.share
        }

    def _placed(self, order: Order, wanted: dict[Slot, Fraction]) -> Iterator[Moved]:
        for slot, amount in sorted(wanted.items(), key=lambda item: (item[0].quarter, item[0])):
            left = amount
            for quarter in _times(order.task, slot.quarter):
                if not left:
                    break
                for one in self._into(order, slot, quarter, left):
                    left -= one.minutes if one.task == order.task.id else ZERO
                    yield one

    def _into(self, order: Order, slot: Slot, quarter: int, left: Fraction) -> Iterator[Moved]:
        """Move into a quarter-hour: to new staff first, then to those on duty."""
        room = self._room(order, quarter)
        new = min(left, room.new)
        if new > 0:
            yield self._shift(slot, order.receiver, quarter, new, new=True)
        if new == left or not room.most:
            return
        back = self._returnable(order, slot, quarter)
        spare = self._spare(Place(slot.group, self.weekday, quarter))
        if quarter == slot.quarter and spare + room.free >= 0:
            spare = left  # here they take over no more than they give away
        returned = min(sum(back.values(), ZERO), max(ZERO, spare))
        old = min(left - new, room.most, room.free + returned)
        if old > 0:
            yield self._shift(slot, order.receiver, quarter, old)
            yield from self._give_back(slot.group, back, old - room.free)

    def _room(self, order: Order, quarter: int) -> _Room:
        place = Place(order.receiver, self.weekday, quarter)
        new = self.added.get(place, 0)
        old = self.present.get(place, ZERO) if order.slack else ZERO
        people = order.task.people
        if new + old < people:
            return _NONE
        if people > 1 and (new if order.new else 0) + old * order.lawful < people:
            return _NONE
        taken, full = self.taken[place], QUARTER * self.load
        theirs = free = ZERO
        if old:
            mine = Slot(order.task.id, *place)
            theirs = self.minutes.get(mine, ZERO) - self._by_new[mine]
            free = max(ZERO, old * full - self._busy[place] + taken)
        return _Room(
            new=max(ZERO, new * full - taken) if new and order.new else ZERO,
            free=free,
            most=max(ZERO, old * full * order.lawful - theirs) if old else ZERO,
        )

    def _shift(
        self, slot: Slot, receiver: str, quarter: int, part: Fraction, *, new: bool = False
    ) -> Moved:
        there = Slot(slot.task, receiver, self.weekday, quarter)
        self._take(slot, part)
        self.minutes[there] = self.minutes.get(there, ZERO) + part
        self._busy[Place(*slot[1:])] -= part
        self._busy[Place(*there[1:])] += part
        if new:
            self.taken[Place(*there[1:])] += part
            self._by_new[there] += part
        return Moved(slot.task, slot.group, receiver, *slot[2:], quarter, part, new)

    def _take(self, slot: Slot, part: Fraction) -> None:
        self.minutes[slot] -= part
        over = self._by_new[slot] - self.minutes[slot]
        if over > 0:  # what new staff had been given goes on to somebody else
            self._by_new[slot] -= over
            self.taken[Place(*slot[1:])] -= over
        if not self.minutes[slot]:
            del self.minutes[slot]

    def _returnable(self, order: Order, slot: Slot, quarter: int) -> dict[Slot, Fraction]:
        """Return what receivers on duty do there and the givers may take over in return."""
        found: dict[Slot, Fraction] = {}
        for task in order.in_return:
            there = Slot(task.id, order.receiver, self.weekday, quarter)
            amount = self.minutes.get(there, ZERO) - self._by_new[there]
            share = order.back.get((task.id, slot.group), ZERO)
            most = self._lawful_back(task, Place(slot.group, self.weekday, quarter), share)
            if min(amount, most) > 0:
                found[there] = min(amount, most)
        return found

    def _lawful_back(self, task: Task, place: Place, share: Fraction) -> Fraction:
        """Return the minutes of a task that givers may have on top of theirs."""
        heads = self.present.get(place)
        if task.people > 1 and (heads or ZERO) * share < task.people:
            return ZERO
        if share == ONE:
            return Fraction(QUARTER * QUARTERS)
        mine = self.minutes.get(Slot(task.id, *place), ZERO)
        return (heads or ZERO) * QUARTER * self.load * share - mine

    def _spare(self, place: Place) -> Fraction:
        """Return the minutes until somebody has more to do than they can, or than today."""
        today, heads = self._today.get(place, ZERO), self.present.get(place)
        if heads is None:
            return today - self._busy[place]
        most = max(heads * QUARTER * self.load, min(today, heads * QUARTER))
        return most - self._busy[place]

    def _give_back(
        self, giver: str, back: dict[Slot, Fraction], amount: Fraction
    ) -> Iterator[Moved]:
        """Move as many minutes of other tasks the other way, in the same quarter-hour."""
        for slot, minutes in back.items():
            part = min(minutes, amount)
            if part > 0:
                yield self._shift(slot, giver, slot.quarter, part)
                amount -= part


def _times(task: Task, quarter: int) -> list[int]:
    """Return the quarter-hours in which minutes may be done: their own first, then the nearest."""
    window = task.window
    if window is None:
        return [quarter]
    inside = range(window.first // QUARTER, min(window.last // QUARTER, QUARTERS))
    others = sorted((one for one in inside if one != quarter), key=lambda q: (abs(q - quarter), q))
    return [quarter, *others]
