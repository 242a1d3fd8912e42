"""Where a clash is looked for first: what arithmetic or the linear programme names, then people.

All are small: rows on some dates with those who can fill them, or a single person's rules. What
of them a solve proves impossible is the start of a clash, and the whole ward need not be solved.
"""

from __future__ import annotations

from collections.abc import Iterable

from rostering.explain.atoms import Atom, AtomKind
from rostering.explain.capacity import Scope, Shortfall, shortfalls
from rostering.explain.oracle import Atoms, Oracle, keeping
from rostering.model.linear import Short, Staffing, shortage

MOST = 12  # shortfalls that are proved
CONFIRMING = 4.0  # seconds to prove what the linear programme says
LINEAR = 0.2  # share of the time that is left for the linear programme
_FACTS = (AtomKind.ABSENCE, AtomKind.EXEMPTION, AtomKind.LOCK, AtomKind.FROZEN)


def start(oracle: Oracle, within: Atoms) -> Atoms | None:
    """Return a small set of some atoms that is proved impossible, or None when none is known."""
    for step in (rows, linear, people):
        if not oracle.knows_impossible:
            step(oracle, within)
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


def linear(oracle: Oracle, within: Atoms) -> None:
    """Ask for what a linear programme over all people and weeks shows to be impossible.

    It sees what arithmetic, one row and one week at a time, does not: hands that several rows or
    weeks share. What its proof does not need is left out, so that a solve confirms it soon.
    """
    found = shortage(
        oracle.court.rulings,
        LINEAR * max(0.0, oracle.left),
        kept=keeping(within),
        asked=lambda one: _staffing(oracle, one) in within,
    )
    if found is not None:
        oracle.ask(summed(oracle, found) & within, CONFIRMING)


def summed(oracle: Oracle, found: Short) -> Atoms:
    """Return the atoms that a linear programme says cannot be met together."""
    wanted = {_staffing(oracle, one) for one in found.staffing}
    wanted |= {Atom(AtomKind.RULE, rule, person or "") for rule, person in found.rules}
    facts = {atom for atom in oracle.everything if atom.kind in _FACTS}
    return oracle.everything & (wanted | facts)


def _staffing(oracle: Oracle, one: Staffing) -> Atom:
    kind = AtomKind.MINIMUM if one.least else AtomKind.MAXIMUM
    rows = oracle.problem.demand
    exclusive = any(row.id == one.row and row.exclusive for row in rows)
    when = None if exclusive else oracle.court.index.clock.date(one.day)
    return Atom(kind, one.row, when=when)


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
