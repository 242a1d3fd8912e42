"""Tasks of one weekday moved to other groups, as far as those have room. Exact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from tasksharing.domain.minutes import Heads, Minutes, Place, Slot
from tasksharing.domain.tasks import QUARTER, QUARTERS, Task

ZERO = Fraction(0)


class Moved(NamedTuple):
    """Minutes of a task that went from one group and quarter-hour to another's."""

    task: str
    giver: str
    receiver: str
    weekday: int
    before: int
    after: int
    minutes: Fraction


@dataclass(frozen=True, slots=True)
class Order:
    """One task to move; ``lawful`` is the share of the receivers' time that may go to it."""

    task: Task
    givers: tuple[str, ...]
    receiver: str
    share: Fraction
    lawful: Fraction
    slack: bool = False
    in_return: tuple[str, ...] = ()


@dataclass
class Day:
    """A weekday while its tasks are moved.

    ``present`` are those on duty today, ``added`` the new staff of their shifts; ``load`` is how
    much of a quarter-hour can be filled with tasks.
    """

    weekday: int
    minutes: Minutes
    present: Heads
    added: Mapping[Place, int]
    load: Fraction = Fraction(1)
    taken: defaultdict[Place, Fraction] = field(default_factory=lambda: defaultdict(Fraction))

    def carry_out(self, order: Order) -> tuple[list[Moved], Fraction]:
        """Move what there is room for; return it, and the minutes that there was none for.

        A task that may not be divided goes whole or stays whole.
        """
        wanted = self._wanted(order)
        total = sum(wanted.values(), ZERO)
        kept = (dict(self.minutes), dict(self.taken))
        moved = list(self._placed(order, wanted))
        mine = (one for one in moved if one.task == order.task.id)
        done = sum((one.minutes for one in mine), ZERO)
        if done < total and not order.task.splittable:
            self.minutes = kept[0]
            self.taken = defaultdict(Fraction, kept[1])
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
                room, most = self._room(order, quarter)
                back = self._returnable(order, quarter)
                part = min(left, room + sum(back.values(), ZERO), most)
                if part > 0:
                    yield self._shift(slot, order.receiver, quarter, part)
                    self.taken[Place(order.receiver, self.weekday, quarter)] += part
                    yield from self._give_back(slot.group, back, part - room)
                    left -= part
                if not left:
                    break

    def _shift(self, slot: Slot, receiver: str, quarter: int, part: Fraction) -> Moved:
        there = Slot(slot.task, receiver, self.weekday, quarter)
        self.minutes[slot] -= part
        if not self.minutes[slot]:
            del self.minutes[slot]
        self.minutes[there] = self.minutes.get(there, ZERO) + part
        return Moved(slot.task, slot.group, receiver, self.weekday, slot.quarter, quarter, part)

    def _give_back(
        self, giver: str, back: dict[Slot, Fraction], amount: Fraction
    ) -> Iterator[Moved]:
        """Move as many minutes of other tasks the other way, in the same quarter-hour."""
        for slot, minutes in back.items():
            part = min(minutes, amount)
            if part > 0:
                yield self._shift(slot, giver, slot.quarter, part)
                amount -= part

    def _room(self, order: Order, quarter: int) -> tuple[Fraction, Fraction]:
        """Return the minutes that receivers have free in a quarter-hour, and the lawful most."""
        place = Place(order.receiver, self.weekday, quarter)
        new, old = Fraction(self.added.get(place, 0)), self.present.get(place, ZERO)
        heads = new + (old if order.slack else ZERO)
        if heads < order.task.people:
            return ZERO, ZERO
        used = self._busy(place) if order.slack else self.taken[place]
        room = max(ZERO, heads * QUARTER * self.load - used)
        mine = self.minutes.get(Slot(order.task.id, *place), ZERO)
        return room, max(ZERO, (new + old) * QUARTER * order.lawful - mine)

    def _returnable(self, order: Order, quarter: int) -> dict[Slot, Fraction]:
        """Return what the receivers do there that the givers take over in return."""
        slots = (Slot(t, order.receiver, self.weekday, quarter) for t in order.in_return)
        return {slot: self.minutes[slot] for slot in slots if slot in self.minutes}

    def _busy(self, place: Place) -> Fraction:
        listed = (m for s, m in self.minutes.items() if (s.group, s.quarter) == place[::2])
        return sum(listed, ZERO)


def _times(task: Task, quarter: int) -> list[int]:
    """Return the quarter-hours in which minutes may be done: their own first, then the nearest."""
    window = task.window
    if window is None:
        return [quarter]
    inside = range(window.first // QUARTER, min(window.last // QUARTER, QUARTERS))
    others = sorted((one for one in inside if one != quarter), key=lambda q: (abs(q - quarter), q))
    return [quarter, *others]
