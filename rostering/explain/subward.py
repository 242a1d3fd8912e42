"""A part of a ward's people: enough to prove that what all were asked for cannot be met.

Whoever can fill none of the minimums that are asked for meets the others in no row but through
maximums, which the fewer people meet the better. So when those who can fill them cannot, nobody
can, and the rest need not be in the model. That the rest stand in nobody's way is told by the
checker on the whole ward (``oracle``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from rostering.domain.able import bars, employed
from rostering.domain.cells import Cell, counts_in
from rostering.domain.demand import DemandRow
from rostering.domain.duty import Duty
from rostering.domain.index import ProblemIndex
from rostering.domain.people import Person
from rostering.domain.problem import Agreement, Problem
from rostering.explain.atoms import Atom, AtomKind


def only(problem: Problem, people: Collection[str]) -> Problem:
    """Return a problem with some of its people and what is said about them.

    What binds two people is left out with either; pairs and base lines need everybody.
    """
    held = [person for person in problem.people if person.id in people]
    return problem.model_copy(
        update={
            "people": tuple(held),
            "base_lines": (),
            "agreements": tuple(_agreed(problem.agreements, people)),
            "pairs": tuple(p for p in problem.pairs if {p.person, p.other} <= set(people)),
            **{
                name: tuple(one for one in getattr(problem, name) if one.person in people)
                for name in _PERSONAL
            },
        }
    )


_PERSONAL = (
    "wishes", "absences", "history", "published", "locks", "ledger", "accounts", "agreed_days",
    "call_choices",
)  # fmt: skip


def _agreed(agreements: Iterable[Agreement], people: Collection[str]) -> Iterator[Agreement]:
    for agreement in agreements:
        covered = tuple(one for one in agreement.persons if one in people)
        if covered or not agreement.persons:
            yield agreement.model_copy(update={"persons": covered})


class Fillers:
    """Tells who could fill the minimums in a set of atoms, each atom at its word.

    Parameters
    ----------
    index
        Of the whole problem.
    """

    def __init__(self, index: ProblemIndex) -> None:
        self.index = index
        self._cells: dict[Atom, list[Cell]] = {}
        for cell in index.cells:
            when = None if cell.row.exclusive else index.clock.date(cell.day)
            self._cells.setdefault(Atom(AtomKind.MINIMUM, cell.row.id, when=when), []).append(cell)
        self._known: dict[Atom, list[tuple[str, bool, bool]]] = {}

    def of(self, atoms: Collection[Atom]) -> frozenset[str] | None:
        """Return all who could; None where everybody must be looked at together."""
        minimums = [atom for atom in atoms if atom.kind is AtomKind.MINIMUM]
        if any(_binds_all(atom) for atom in atoms) or any(
            not _by_shift(cell.row) for atom in minimums for cell in self._cells[atom]
        ):
            return None
        bound = {(atom.kind, atom.person) for atom in atoms}
        return frozenset(
            person
            for atom in minimums
            for person, exempt, away in self._fillers(atom)
            if not (exempt and (AtomKind.EXEMPTION, person) in bound)
            and not (away and (AtomKind.ABSENCE, person) in bound)
        )

    def _fillers(self, atom: Atom) -> list[tuple[str, bool, bool]]:
        """Return who could fill a row's date, and whether an exemption or absence is in the way."""
        if atom not in self._known:
            self._known[atom] = [
                (person.id, *self._hindered(person, duty))
                for cell in self._cells[atom]
                for person in self.index.problem.people
                if employed(self.index, person, cell.day)
                for duty in self.index.options(person, cell.day)
                if counts_in(self.index, person, duty, cell)
            ]
        return self._known[atom]

    def _hindered(self, person: Person, duty: Duty) -> tuple[bool, bool]:
        clock = self.index.clock
        away = any(
            duty.overlaps(clock.at(first), clock.at(last + 1))
            for first, last, _ in self.index.absences[person.id]
        )
        return any(bars(self.index, one, duty) for one in person.exemptions), away


def _by_shift(row: DemandRow) -> bool:
    return bool(row.shifts)


def _binds_all(atom: Atom) -> bool:
    """Return whether an atom is a rule that binds people together."""
    unit_wide = atom.kind is AtomKind.RULE and not atom.person
    return unit_wide or atom.kind is AtomKind.FROZEN
