"""People with one contract share a lattice: each has a root in it and prices of the own."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace

from rostering.strategies.columns.clauses import clause_component
from rostering.strategies.columns.component import DEAD, Component
from rostering.strategies.columns.counters import counter_component
from rostering.strategies.columns.formula import Formulas
from rostering.strategies.columns.lattice import Lattice, TooLarge, product_of, refined
from rostering.strategies.columns.person import Options, Subject
from rostering.strategies.columns.statements import Clause, Counter, Said

EARLY = 14  # days; what ends later and differs between two people parts their lattices
SHORT = 9  # days of a sum that is followed together with the clauses
MOST_ARCS = 150_000_000  # of all lattices before nodes are merged; eight bytes each


@dataclass(frozen=True, slots=True)
class Crew:
    """A lattice and the people in it; ``outside`` are the sums that it does not follow."""

    lattice: Lattice
    members: tuple[Subject, ...]
    root_of: tuple[int, ...]
    outside: tuple[Counter, ...]


def crews(subjects: Iterable[Subject], most_arcs: int = MOST_ARCS) -> list[Crew]:
    """Return everybody in crews, each with its lattice; all of them share ``most_arcs``."""
    workshop = _Workshop()
    alike: dict[Hashable, list[Subject]] = {}
    for one in subjects:
        alike.setdefault(workshop.contract(one), []).append(one)
    each = most_arcs // max(1, len(alike))
    return [workshop.crew(members, each) for members in alike.values()]


class _Workshop:
    """Makes each component once."""

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = {}
        self._known: dict[int, tuple[Options, int]] = {}
        self._made: dict[tuple[int, Said], Component | None] = {}
        self._formulas: dict[int, Formulas] = {}

    def _number(self, options: Options) -> int:
        """Return a number that equal options share; hashing a year of them takes long."""
        found = self._known.get(id(options))
        if found is None:
            number = self._numbers.setdefault(options.tokens, len(self._numbers))
            found = self._known[id(options)] = (options, number)
        return found[1]

    def component(self, options: Options, said: Said) -> Component | None:
        """Return the component of a statement; None when no line keeps it."""
        number = self._number(options)
        key = (number, said)
        if key not in self._made:
            counts = options.counts
            formulas = self._formulas.setdefault(
                number, Formulas({day: (1 << n) - 1 for day, n in counts.items()})
            )
            if isinstance(said, Clause):
                self._made[key] = clause_component(said, formulas, counts)
            else:
                self._made[key] = counter_component(said, formulas, counts)
        return self._made[key]

    def contract(self, one: Subject) -> Hashable:
        """Return what people of one crew have in common."""
        late = [said for said in self._said(one) if self._last(one, said) > EARLY]
        return self._number(one.options), frozenset(late)

    def _said(self, one: Subject) -> Iterable[Said]:
        yield from one.clauses
        yield from one.counters

    def _last(self, one: Subject, said: Said) -> int:
        component = self.component(one.options, said)
        return EARLY + 1 if component is None else component.last

    def crew(self, members: list[Subject], most_arcs: int) -> Crew:
        """Return a crew with the smallest lattice of what its members share."""
        options = members[0].options
        roots: dict[Hashable, list[Subject]] = {}
        for one in members:
            roots.setdefault((one.clauses, one.counters), []).append(one)
        first = [held[0] for held in roots.values()]
        long = [said for said in first[0].counters if self._long(options, said)]
        owned = [self._owned(one, frozenset(long)) for one in first]
        lattice = product_of(owned, options.counts, 4 * most_arcs)
        lattice, outside = self._with(lattice, options, long, most_arcs)
        lattice = replace(lattice, roots=tuple(map(self._root, first, lattice.roots)))
        root_of = [number for number, held in enumerate(roots.values()) for _ in held]
        people = tuple(one for held in roots.values() for one in held)
        return Crew(lattice, people, tuple(root_of), tuple(outside))

    def _owned(self, one: Subject, without: frozenset[Said]) -> list[Component]:
        made = (self.component(one.options, s) for s in self._said(one) if s not in without)
        return [component for component in made if component is not None]

    def _root(self, one: Subject, root: int) -> int:
        """Return a person's root: none when a statement allows no line at all."""
        made = (self.component(one.options, said) for said in self._said(one))
        return DEAD if any(component is None for component in made) else root

    def _long(self, options: Options, said: Said) -> bool:
        component = self.component(options, said)
        return component is not None and len(component.days) > SHORT and component.last > EARLY

    def _with(
        self, lattice: Lattice, options: Options, long: list[Counter], most_arcs: int
    ) -> tuple[Lattice, list[Counter]]:
        """Refine a lattice by one sum after another as long as it does not grow too large."""
        outside = []
        made = [(said, self.component(options, said)) for said in long]
        held = [(said, c) for said, c in made if c is not None]
        for said, component in sorted(held, key=lambda item: (item[1].width, repr(item[0]))):
            try:
                lattice = refined(lattice, component, most_arcs)
            except TooLarge:
                outside.append(said)
        return lattice, outside
