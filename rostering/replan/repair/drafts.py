"""Put single ways together to whole repairs that truly differ.

Each draft meets the openings one after another, the earliest first, by what it favours; a way is
taken when it still keeps every hard rule beside those taken before. Two drafts differ when another
person meets an opening, or in another way: which day somebody has off in return makes no option.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from itertools import chain

from rostering.live import Cell, LivePlan
from rostering.replan.repair.chains import chained
from rostering.replan.repair.models import Barred, Favours, Fewer, Fill, Opening
from rostering.replan.repair.ways import BEHIND, Candidate, Ways

FEWEST = 3  # options that are looked for, where there are as many
_CALM = {"move": 0, "trade": 1, "come_in": 2, "open": 3}
_ORDERS: dict[Favours, Callable[[Candidate], tuple[object, ...]]] = {
    "order": lambda one: (one.rank, one.points, one.fill.person),
    "cost": lambda one: (one.ore, one.points, one.moved, one.fill.person),
    "card": lambda one: (one.points, one.ore, one.moved, one.fill.person),
    "calm": lambda one: (_CALM[one.fill.way], one.points, one.ore, one.fill.person),
}
Who = tuple[Opening, str, str | None]
"""An opening, whoever left it, how it is met and by whom."""


@dataclass(slots=True)
class Draft:
    """An option in the making."""

    favours: Favours
    live: LivePlan
    fills: list[Fill] = field(default_factory=list)
    cells: set[Cell] = field(default_factory=set)

    def take(self, one: Candidate) -> None:
        """Meet an opening by one way."""
        self.live = self.live.changed(one.cells)
        self.fills.extend(one.fills)
        self.cells |= set(one.cells)

    @property
    def met(self) -> frozenset[Who]:
        """By whom and how the openings are met: what makes it another option."""
        met = (fill for fill in self.fills if fill.way != "open")
        return frozenset((_place(fill.opening), fill.way, fill.person) for fill in met)


class Drafts:
    """Looks for whole repairs of some openings.

    Parameters
    ----------
    ways
        What may be done about one opening.
    opened
        The openings, earliest first.
    over
        Whether time is up for more than the first options.
    """

    def __init__(self, ways: Ways, opened: tuple[Opening, ...], over: Callable[[], bool]) -> None:
        self.ways, self.opened, self.over = ways, opened, over
        found = {opening: ways.of(opening) for opening in dict.fromkeys(opened)}
        self.known = [found[opening] for opening in opened]
        self.found: list[Draft] = []
        self.cut = False

    def all(self) -> list[Draft]:
        """Return the best by each favour, and others while there are fewer than three."""
        for favours in _ORDERS:
            self._add(self._draft(favours))
        steps = (self._other_people(), self._left_open(), self._chains())
        for draft in chain.from_iterable(steps):
            if self.enough:
                break
            self._add(draft)
        return self.best

    @property
    def best(self) -> list[Draft]:
        """Those found that leave the fewest openings under a minimum."""
        left = [len(uncovered(self.ways, draft)) for draft in self.found]
        return [draft for draft, n in zip(self.found, left, strict=True) if n == min(left)]

    @property
    def enough(self) -> bool:
        """Whether there are as many as are looked for."""
        return len(self.best) >= FEWEST

    def fewer(self) -> Fewer | None:
        """Return why there are not as many as are looked for; None when there are."""
        if self.enough:
            return None
        proved = not self.cut and len(set(self.opened)) == 1
        return Fewer(proved=proved, on_request=self._on_request(), barred=tuple(self._barred()))

    def _on_request(self) -> int | None:
        if self.ways.on_request:
            return None
        asked = Drafts(self.ways.asking_all(), self.opened, self.over)
        known = {draft.met for draft in self.best}
        return sum(bool(draft.met) and draft.met not in known for draft in asked.all())

    def _barred(self) -> Iterator[Barred]:
        refused = self.ways.refused[self.opened[0]]
        counted = Counter((one.reason, one.rules) for one in refused)
        for (reason, rules), people in counted.most_common():
            yield Barred(reason=reason, rules=rules, people=people)

    def _add(self, one: Draft) -> None:
        if all(one.met != other.met for other in self.found):
            self.found.append(one)

    def _draft(self, favours: Favours, number: int = -1, instead: Candidate | None = None) -> Draft:
        """Meet all openings by one favour; the one of a number by something else when told to."""
        draft = Draft(favours if instead is None else "other", self.ways.live)
        turns = list(enumerate(zip(self.opened, self.known, strict=True)))
        turns.sort(key=lambda turn: turn[0] != number)  # what is told comes first
        for place, (opening, found) in turns:
            given = instead is not None and place == number
            ordered = [instead] if given and instead else sorted(found, key=_ORDERS[favours])
            for one in ordered:
                if self._fits(draft, one):
                    draft.take(one)
                    break
            else:
                draft.fills.append(Fill(opening=opening, way="open"))
        return draft

    def _fits(self, draft: Draft, one: Candidate) -> bool:
        """Return whether a way is still lawful beside those taken before."""
        apart = not draft.cells & set(one.cells)
        return apart and self.ways.lawful(one.cells, draft.live)

    def _other_people(self) -> Iterator[Draft]:
        """Yield drafts with another way for one opening, people in no draft so far first."""
        left = [(n, one) for n, found in enumerate(self.known) for one in found]
        while left:
            used = {person for draft in self.found for person, _ in draft.cells}
            nearest = min(left, key=lambda pair: (pair[1].fill.person in used, pair[1].points))
            left.remove(nearest)
            yield self._draft("card", *nearest)

    def _left_open(self) -> Iterator[Draft]:
        """Yield the draft that leaves an opening open, where every minimum holds without it."""
        for number, opening in enumerate(self.opened):
            if not short(self.ways, self.ways.live, opening):
                fill = Fill(opening=opening, way="open")
                yield self._draft("card", number, Candidate((fill,), {}, BEHIND, 0, 0))

    def _chains(self) -> Iterator[Draft]:
        for number, opening in enumerate(self.opened):
            for one in chained(self.ways, opening, self._stopped):
                yield self._draft("card", number, one)

    def _stopped(self) -> bool:
        self.cut = self.cut or self.over()
        return self.cut


def _place(opening: Opening) -> Opening:
    """Return an opening without who left it: two on one shift are alike to whoever comes."""
    return opening.model_copy(update={"person": None})


def short(ways: Ways, live: LivePlan, opening: Opening) -> bool:
    """Return whether a row that an opening counts in is under its minimum."""
    index = ways.court.index
    duty = index.duty(index.clock.day(opening.date), opening.shift, opening.unit, opening.role)
    return any(
        cell.covered_by(duty) and live.plan.in_cell(cell) < cell.minimum for cell in index.cells
    )


def uncovered(ways: Ways, draft: Draft) -> Collection[Opening]:
    """Return what stays open of a draft and leaves a row under its minimum."""
    left = (fill.opening for fill in draft.fills if fill.way == "open")
    return tuple(opening for opening in left if short(ways, draft.live, opening))
