"""The smallest things that a problem asks for and that can be let go of, one by one.

An atom is one rule for one person, one demand row's minimum (or maximum) on one date, one person's
known absence, exemptions or locked cells, or one rule of the whole unit. That nobody is in two
places, and that people have a post, is no atom: nothing lets go of that.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rostering.domain.demand import DemandRow, part_id
from rostering.domain.index import ProblemIndex
from rostering.domain.problem import AccountBalance, Problem, RuleMode
from rostering.rulings import Rulings

ALWAYS = ("availability", "no_overlap")
"""Rules that are always kept: posts and units, and one place at a time."""


class AtomKind(StrEnum):
    """What an atom is a part of."""

    RULE = "rule"
    MINIMUM = "minimum"
    MAXIMUM = "maximum"
    ABSENCE = "absence"
    EXEMPTION = "exemption"
    LOCK = "lock"
    FROZEN = "frozen"


@dataclass(frozen=True, slots=True, order=True)
class Atom:
    """One thing asked for.

    Parameters
    ----------
    kind
        What it is a part of.
    subject
        Rule id for a rule, row id for staffing, else empty.
    person
        Whom it binds; empty for the unit.
    when
        The date, of staffing alone; None for an exclusive row, which is one thing on all dates.
    """

    kind: AtomKind
    subject: str = ""
    person: str = ""
    when: date | None = None

    @property
    def group(self) -> tuple[AtomKind, str]:
        """What is let go of as a whole: all atoms of one rule, one row, all absence."""
        return (self.kind, self.subject)


def atoms_of(index: ProblemIndex, rulings: Rulings) -> list[Atom]:
    """Return all atoms of a problem, in the order of rules, people and dates."""
    return [*_of_rules(rulings), *_of_people(index), *_of_rows(index)]


def _of_rules(rulings: Rulings) -> Iterator[Atom]:
    for rule in rulings.active:
        if rule.id in ALWAYS or rule.id == "coverage" or not _binds(rulings, rule.id):
            continue
        if rule.scope == "unit":
            yield Atom(AtomKind.RULE, rule.id)
            continue
        for person in rulings.index.problem.people:
            if any(rule is asked for asked, _ in rulings.asking(person.id)):
                yield Atom(AtomKind.RULE, rule.id, person.id)


def _binds(rulings: Rulings, rule: str) -> bool:
    return rulings.mode(rule) is RuleMode.HARD


def _of_people(index: ProblemIndex) -> Iterator[Atom]:
    problem = index.problem
    away = {absence.person for absence in problem.absences}
    locked = {lock.person for lock in problem.locks}
    for person in problem.people:
        if person.id in away:
            yield Atom(AtomKind.ABSENCE, person=person.id)
        if person.exemptions:
            yield Atom(AtomKind.EXEMPTION, person=person.id)
        if person.id in locked:
            yield Atom(AtomKind.LOCK, person=person.id)
    if problem.horizon.frozen_until is not None:
        yield Atom(AtomKind.FROZEN)


def _of_rows(index: ProblemIndex) -> Iterator[Atom]:
    seen: set[Atom] = set()
    for cell in index.cells:
        when = None if cell.row.exclusive else index.clock.date(cell.day)
        for kind, asked in ((AtomKind.MINIMUM, cell.minimum), (AtomKind.MAXIMUM, cell.maximum)):
            atom = Atom(kind, cell.row.id, when=when)
            if asked is not None and (asked or kind is AtomKind.MAXIMUM) and atom not in seen:
                seen.add(atom)
                yield atom


def credited(index: ProblemIndex) -> dict[str, AccountBalance]:
    """Return the minutes that absence takes off what each person away must be given.

    Whoever need not be away is still not asked for these hours: so letting go of an absence opens
    days and asks for nothing more, and what is impossible stays so with more atoms.
    """
    away = dict.fromkeys(absence.person for absence in index.problem.absences)
    there = ProblemIndex(index.problem.model_copy(update={"absences": ()})) if away else index
    minutes = {p: there.contracts[p].at_least - index.contracts[p].at_least for p in away}
    return {
        person: AccountBalance(person=person, account="hours", minutes=most)
        for person, most in minutes.items()
        if most > 0
    }


def restricted(
    problem: Problem, atoms: Collection[Atom], credit: Mapping[str, AccountBalance]
) -> Problem:
    """Return the problem with only the given atoms of staffing, absence, exemptions and locks.

    Its rules stay; which of them bind for whom is said to the model (``kept``). ``credit`` is what
    people get for absence that is not among the atoms.
    """
    kept = set(atoms)
    people = tuple(
        person
        if Atom(AtomKind.EXEMPTION, person=person.id) in kept
        else person.model_copy(update={"exemptions": ()})
        for person in problem.people
    )
    horizon = problem.horizon
    if Atom(AtomKind.FROZEN) not in kept:
        horizon = horizon.model_copy(update={"frozen_until": None})
    return problem.model_copy(
        update={
            "people": people,
            "horizon": horizon,
            "demand": tuple(_rows(problem.demand, kept)),
            "absences": tuple(
                a for a in problem.absences if Atom(AtomKind.ABSENCE, person=a.person) in kept
            ),
            "accounts": (
                *problem.accounts,
                *(c for p, c in credit.items() if Atom(AtomKind.ABSENCE, person=p) not in kept),
            ),
            "locks": tuple(
                lock for lock in problem.locks if Atom(AtomKind.LOCK, person=lock.person) in kept
            ),
            "wishes": (),
            "reserve": (),
        }
    )


def _rows(rows: Sequence[DemandRow], kept: set[Atom]) -> Iterator[DemandRow]:
    """Yield each row with its limits on the dates kept, split where they differ.

    An exclusive row keeps its id, for duties carry it as their role.
    """
    limits: dict[tuple[str, AtomKind], set[date]] = {}
    for atom in kept:
        if atom.when is not None:
            limits.setdefault((atom.subject, atom.kind), set()).add(atom.when)
    for row in rows:
        least, most = (Atom(kind, row.id) for kind in (AtomKind.MINIMUM, AtomKind.MAXIMUM))
        if row.exclusive:
            yield _limited(row, minimum=least in kept, maximum=most in kept)
        else:
            dates = [limits.get((row.id, one.kind), set()) for one in (least, most)]
            yield from _parts(rows, row, *dates)


def _parts(
    rows: Sequence[DemandRow], row: DemandRow, least: set[date], most: set[date]
) -> Iterator[DemandRow]:
    both, only_least, only_most = least & most, least - most, most - least
    for number, (dates, minimum, maximum) in enumerate(
        ((both, True, True), (only_least, True, False), (only_most, False, True))
    ):
        if dates:
            part = _limited(row, minimum=minimum, maximum=maximum)
            update = {"id": part_id(rows, row, str(number)) if number else row.id}
            yield part.model_copy(update={**update, "only_dates": tuple(sorted(dates))})


def _limited(row: DemandRow, *, minimum: bool, maximum: bool) -> DemandRow:
    def limits(level: int, top: int | None) -> dict[str, int | None]:
        return {"minimum": level if minimum else 0, "maximum": top if maximum else None}

    curve = tuple(
        point.model_copy(update=limits(point.minimum, point.maximum)) for point in row.curve
    )
    return row.model_copy(update={**limits(row.minimum, row.maximum), "curve": curve})
