"""Where a clash is looked for first: what the capacity arithmetic names, then one person alone.

Both are small: one row on some dates with those who can fill it, or a single person's rules. What
of them a solve proves impossible is the start of a clash, and the whole ward need not be solved.
"""

from __future__ import annotations

from collections.abc import Iterable

from rostering.explain.atoms import Atom, AtomKind
from rostering.explain.capacity import Scope, Shortfall, shortfalls
from rostering.explain.oracle import Atoms, Oracle

MOST = 12  # shortfalls that are proved


def start(oracle: Oracle, within: Atoms) -> Atoms | None:
    """Return a small set of some atoms that is proved impossible, or None when none is known."""
    rows(oracle, within)
    if not oracle.knows_impossible:
        people(oracle, within)
    return oracle.smallest(within)


def people(oracle: Oracle, within: Atoms) -> None:
    """Ask for each person alone whether what binds that person can be met at all."""
    for person in oracle.problem.people:
        oracle.ask(own(within, person.id))


def rows(oracle: Oracle, within: Atoms) -> None:
    """Ask for each shortfall, people first, then the fewest dates first, until one is proved."""
    found = sorted(
        shortfalls(oracle.court.rulings),
        key=lambda one: (one.scope is not Scope.HOURS, len(one.days)),
    )
    for one in found[:MOST]:
        if oracle.impossible(claimed(oracle, one) & within):
            return


def own(atoms: Iterable[Atom], person: str) -> Atoms:
    """Return the atoms of one person."""
    return frozenset(atom for atom in atoms if atom.person == person)


def claimed(oracle: Oracle, one: Shortfall) -> Atoms:
    """Return the atoms that a shortfall says cannot be met together."""
    if one.scope is Scope.HOURS:
        return own(oracle.everything, one.people[0])
    dates = {oracle.court.index.clock.date(day) for day in one.days}
    rules = {*one.rules, "competence", "minors", "breaks"}
    return frozenset(
        atom
        for atom in oracle.everything
        if (
            atom.kind is AtomKind.MINIMUM
            and atom.subject == one.row
            and atom.when in {*dates, None}
        )
        or atom.kind in (AtomKind.ABSENCE, AtomKind.EXEMPTION)
        or (atom.kind is AtomKind.RULE and atom.subject in rules)
    )
