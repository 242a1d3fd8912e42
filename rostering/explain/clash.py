"""The smallest clash: things asked for that cannot be met together, none of them to spare.

Found by dropping whole rules and rows, then weeks, people and days, with a fresh plain solve for
each step (``oracle``). What is left is irreducible by element: without any one of them there is a
roster for the others. Cores of the solver's assumptions are not used: they can be wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from rostering.explain.atoms import Atom, AtomKind
from rostering.explain.oracle import Atoms, Oracle
from rostering.explain.shrink import minimal
from rostering.explain.starts import own, start
from rostering.strategies.base import Status

OPENING = 8.0  # seconds to find out whether an element alone opens the whole
_FIRST = (AtomKind.MINIMUM, AtomKind.ABSENCE, AtomKind.EXEMPTION, AtomKind.LOCK, AtomKind.FROZEN)
_FACTS = (AtomKind.ABSENCE, AtomKind.EXEMPTION)


@dataclass(frozen=True, slots=True)
class Element:
    """One part of a clash: the atoms of one rule, one row or one sort of a person's facts.

    Parameters
    ----------
    atoms
        What of it the clash needs.
    opens
        Whether the whole problem has a roster when all of its rule, row or sort is let go of;
        None where time did not do.
    """

    atoms: Atoms
    opens: bool | None = None

    @property
    def group(self) -> tuple[AtomKind, str]:
        """Kind and subject, the same for all its atoms."""
        return next(iter(self.atoms)).group


@dataclass(frozen=True, slots=True)
class Clash:
    """Elements that cannot be met together.

    Parameters
    ----------
    proved
        Whether a fresh solve has proved that there is no roster for them together.
    irreducible
        Whether a fresh solve has found a roster without each one of them.
    """

    elements: tuple[Element, ...]
    proved: bool
    irreducible: bool

    @property
    def atoms(self) -> Atoms:
        """All atoms of all elements."""
        return frozenset().union(*(element.atoms for element in self.elements))


def find_clash(
    oracle: Oracle,
    within: Atoms,
    tell: Callable[[str], None],
    *,
    proving: float | None = None,
    opening: float = OPENING,
    fine: bool = True,
) -> Clash | None:
    """Return a smallest clash within some atoms, or None when none is proved in time.

    Parameters
    ----------
    oracle
        Solves; its time is what limits the search.
    within
        Atoms among which to look; mostly all.
    tell
        Called with the name of each step: ``prove``, ``rules``, ``weeks``, ``people``, ``days``.
    proving
        Seconds to prove all the atoms impossible when nothing smaller is; None for the oracle's.
    opening
        Seconds to find out whether an element alone opens the whole; at 0 what is known is told.
    fine
        Whether people's absence and exemptions are gone through one by one; see ``refined``.
    """
    tell("prove")
    atoms = oracle.smallest(within) or start(oracle, within)
    if atoms is None:
        if oracle.ask(within, proving) is not Status.INFEASIBLE:
            return None
        atoms = oracle.smallest(within) or within
    for step, units in _STEPS:
        tell(step)
        parts = units(oracle, atoms)
        atoms = _join(minimal(parts, lambda some: oracle.impossible(_join(some))))
    atoms = alike(oracle, atoms, within)
    tell("verify")
    found = verified(oracle, atoms, opening)
    return refined(oracle, found) if fine else found


def refined(oracle: Oracle, clash: Clash) -> Clash:
    """Return a clash without the absence and exemptions of people that it does not need.

    What is left out is one of many alike; the elements stay, and so does that none is to spare.
    """
    facts = [one for one in clash.atoms if one.kind in _FACTS]
    if len(facts) < 2:
        return clash
    rest = clash.atoms - frozenset(facts)
    units = [rest, *(frozenset([atom]) for atom in sorted(facts, key=_order))]
    atoms = _join(minimal(units, lambda some: oracle.impossible(_join(some))))
    if atoms == clash.atoms or {one.group for one in atoms} != {one.group for one in clash.atoms}:
        return clash
    elements = tuple(
        replace(part, atoms=frozenset(a for a in atoms if a.group == part.group))
        for part in clash.elements
    )
    proved = oracle.solve(atoms).status is Status.INFEASIBLE
    return replace(clash, elements=elements) if proved else clash


def alike(oracle: Oracle, atoms: Atoms, within: Atoms) -> Atoms:
    """Return a single person's clash with those of everybody who has the same one."""
    people = {atom.person for atom in atoms}
    if len(people) != 1 or "" in people:
        return atoms
    stuck = (
        person.id
        for person in oracle.problem.people
        if oracle.known(own(oracle.everything, person.id)) is Status.INFEASIBLE
    )
    others = (frozenset(replace(atom, person=person) for atom in atoms) for person in stuck)
    same = [one for one in others if one <= within and oracle.impossible(one)]
    return _join([atoms, *same])


def verified(oracle: Oracle, atoms: Atoms, opening: float = OPENING) -> Clash:
    """Return the clash of some atoms: proved by a fresh solve, each part's absence by a roster."""
    parts = [part for _, part in _grouped(atoms, lambda atom: atom.group)]
    proved = oracle.solve(atoms).status is Status.INFEASIBLE
    without = [oracle.ask(atoms - part) for part in parts]
    elements = tuple(Element(part, opens(oracle, part, opening)) for part in parts)
    return Clash(elements, proved, all(status is Status.FEASIBLE for status in without))


def opens(oracle: Oracle, part: Atoms, seconds: float) -> bool | None:
    """Return whether the whole has a roster without all that an element is a part of."""
    group = next(iter(part)).group
    rest = frozenset(atom for atom in oracle.everything if atom.group != group)
    found = oracle.ask(rest, seconds) if seconds > 0 else oracle.known(rest)
    return {Status.FEASIBLE: True, Status.INFEASIBLE: False}.get(found)


def _join(parts: Iterable[Atoms]) -> Atoms:
    return frozenset().union(*parts)


def _grouped(atoms: Iterable[Atom], key: Callable[[Atom], object]) -> list[tuple[object, Atoms]]:
    found: dict[object, set[Atom]] = {}
    for atom in sorted(atoms, key=_order):
        found.setdefault(key(atom), set()).add(atom)
    return [(name, frozenset(held)) for name, held in found.items()]


def _order(atom: Atom) -> tuple[bool, str, str, str, str]:
    """Return a sort key: what a manager can see comes first and is kept where there is choice."""
    when = "" if atom.when is None else atom.when.isoformat()
    return (atom.kind not in _FIRST, atom.kind.value, atom.subject, when, atom.person)


def _rules(_: Oracle, atoms: Atoms) -> Sequence[Atoms]:
    return [part for _, part in _grouped(atoms, lambda atom: atom.group)]


def _weeks(oracle: Oracle, atoms: Atoms) -> Sequence[Atoms]:
    """Return staffing week by week, and the rest as one part each group."""
    clock, calendar = oracle.court.index.clock, oracle.court.index.calendar

    def week(atom: Atom) -> object:
        return atom.group if atom.when is None else calendar.monday(clock.day(atom.when))

    return [part for _, part in _grouped(atoms, week)]


def _people(_: Oracle, atoms: Atoms) -> Sequence[Atoms]:
    """Return the rules of one person after another; staffing is one part, and so are all facts."""

    def one(atom: Atom) -> str:
        return atom.kind.value if atom.kind in _FACTS else atom.person

    return [part for _, part in _grouped(atoms, one)]


def _each(_: Oracle, atoms: Atoms) -> Sequence[Atoms]:
    def one(atom: Atom) -> object:
        return atom.kind if atom.kind in _FACTS else atom

    return [part for _, part in _grouped(atoms, one)]


_STEPS: tuple[tuple[str, Callable[[Oracle, Atoms], Sequence[Atoms]]], ...] = (
    ("rules", _rules),
    ("weeks", _weeks),
    ("people", _people),
    ("days", _each),
)
