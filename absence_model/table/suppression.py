"""Which units' history may be shown, so that nothing hidden can be worked out from what is shown.

Units stand in a tree: unit, district, municipality. A unit with few employees is not shown; its
absence is part of its parent's (*roll-up*). When a parent is shown and all its units but one, the
hidden one is the difference: then more of them are hidden (*complementary suppression*).

What is shown is a set of totals over nested groups. Whoever adds and subtracts them gets sums over
*remainders* and nothing else: a remainder is a shown place without the shown places inside it. So
it is enough that each remainder is empty, or large and of several hidden units.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from rostering.errors import BadInput, Fault

SHOW = 10
"""Employees from which a unit's history is shown."""
FLOOR = 5
"""Nobody may set the number lower than this; and a hidden count may not be told more closely."""


@dataclass(frozen=True, slots=True)
class Place:
    """A unit, or what units lie under. A place with places under it has no employees of its own.

    ``amount`` is what a table would show of it, such as a year's absent shifts; a place above
    units has their sum. None when it is not known yet: then employees alone decide.
    """

    name: str
    parent: str | None
    employees: int = 0
    amount: float | None = None


@dataclass
class _Node:
    place: Place
    under: list[_Node] = field(default_factory=list)
    shown: bool = False

    @property
    def units(self) -> Iterator[Place]:
        if not self.under:
            yield self.place
        for node in self.under:
            yield from node.units

    @property
    def size(self) -> int:
        return sum(unit.employees for unit in self.units)

    def tops(self) -> Iterator[_Node]:
        """Yield the shown places inside this one that lie in no other shown place inside it."""
        for node in self.under:
            if node.shown:
                yield node
            else:
                yield from node.tops()

    def hidden(self) -> Iterator[Place]:
        """Yield the units inside that are told in this place's total alone."""
        for node in self.under:
            if not node.shown:
                if node.under:
                    yield from node.hidden()
                else:
                    yield node.place


def shown_places(places: Iterable[Place], show: int = SHOW) -> frozenset[str]:
    """Return the names of the places whose history may be shown, all in the same table.

    Parameters
    ----------
    places
        The whole tree. It must be the only one: no second division of the same units is shown.
    show
        Employees from which a place is shown; at least ``FLOOR``.

    Raises
    ------
    BadInput
        When ``show`` is under the floor, or the places are no tree.
    """
    if show < FLOOR:
        found, needed = str(show), f"{FLOOR} employees or more: fewer would tell of persons"
        raise BadInput([Fault("the least number shown", found, needed)])
    tops, nodes = _tree(tuple(places))
    for top in tops:
        _decide(top, show)
    return frozenset(name for name, node in nodes.items() if node.shown)


def rolled_up(places: Iterable[Place], shown: frozenset[str]) -> dict[str, str | None]:
    """Return, for each unit, the place that its history is told under: itself or one above."""
    listed = {place.name: place for place in places}
    told: dict[str, str | None] = {}
    for name in listed:
        here: str | None = name
        while here is not None and here not in shown:
            here = listed[here].parent
        told[name] = here
    return told


def _tree(places: tuple[Place, ...]) -> tuple[list[_Node], Mapping[str, _Node]]:
    nodes = {place.name: _Node(place) for place in places}
    faults = []
    if len(nodes) < len(places):
        faults.append(Fault("the units", "a name that stands twice", "each name once"))
    tops = []
    for node in nodes.values():
        parent = node.place.parent
        if parent is None:
            tops.append(node)
        elif parent in nodes:
            nodes[parent].under.append(node)
        else:
            where = f"the unit {node.place.name!r}"
            faults.append(
                Fault(where, f"the parent {parent!r}, which is not there", "a row for it")
            )
    if not faults and sum(1 for top in tops for _ in _walk(top)) < len(nodes):
        faults.append(Fault("the units", "parents in a circle", "a tree"))
    if faults:
        raise BadInput(faults)
    return tops, nodes


def _walk(node: _Node) -> Iterator[_Node]:
    yield node
    for one in node.under:
        yield from _walk(one)


def _decide(node: _Node, show: int) -> None:
    """Show a place when it is large, after those under it; hide of these until it is safe."""
    for one in node.under:
        _decide(one, show)
    node.shown = node.size >= show
    while node.shown and not _safe(node, show):
        tops = sorted(node.tops(), key=lambda top: (top.size, top.place.name))
        if tops:
            tops[0].shown = False
        else:
            node.shown = False


def _safe(node: _Node, show: int) -> bool:
    """Return whether what is left of a place without the shown ones inside tells of nobody."""
    hidden = [unit for unit in node.hidden() if unit.employees]
    if not hidden:
        return True
    if sum(unit.employees for unit in hidden) < show or len(hidden) == 1:
        return False
    amounts = [unit.amount for unit in hidden if unit.amount is not None]
    return len(amounts) < len(hidden) or sum(amounts) >= FLOOR
