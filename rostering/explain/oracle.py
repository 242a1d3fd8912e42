"""Which parts of a problem can be met together: fresh plain solves, each answer used to the full.

A roster that meets some atoms mostly meets many others too. So of each roster found the checker
tells what it breaks, and every set of atoms without those is known to be possible. Only those who
can fill what is asked for are solved (``subward``): the rest is added for the checker alone.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from rostering.check import Court
from rostering.domain.duty import Duty
from rostering.domain.findings import Violation
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line
from rostering.domain.locks import moved
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment
from rostering.explain.atoms import ALWAYS, Atom, AtomKind, atoms_of, credited, restricted
from rostering.explain.subward import Fillers, only
from rostering.rulings import Rulings
from rostering.strategies.base import Budget, Status
from rostering.strategies.lawful import Verdict, lawful

Atoms = frozenset[Atom]
FEW = 4  # people of whom one worker soon proves what two in a race do not


class Oracle:
    """Answers whether sets of a problem's atoms can be met together.

    Parameters
    ----------
    problem
        The whole problem.
    budget
        Workers, seed and seconds of one solve.
    deadline
        ``time.monotonic()`` after which nothing is asked of the solver any more.
    on_stop
        Called with what stops the solve that runs.
    """

    def __init__(
        self,
        problem: Problem,
        budget: Budget,
        deadline: float = float("inf"),
        on_stop: Callable[[Callable[[], None]], None] = lambda _: None,
    ) -> None:
        self.problem, self.budget, self.deadline = problem, budget, deadline
        self._on_stop, self.stopped, self.solves = on_stop, False, 0
        self.court = Court.of(problem)
        self.everything: Atoms = frozenset(atoms_of(self.court.index, self.court.rulings))
        self._impossible: list[Atoms] = []
        self._broken: list[tuple[Atoms, tuple[Assignment, ...]]] = []
        self._lines: dict[tuple[str, tuple[Duty, ...]], Atoms] = {}
        self._fillers = Fillers(self.court.index)
        self._credit = credited(self.court.index)

    def known(self, atoms: Iterable[Atom]) -> Status:
        """Return what follows from all answers so far, without a solve."""
        asked = frozenset(atoms)
        if any(known <= asked for known in self._impossible):
            return Status.INFEASIBLE
        if any(not (broken & asked) for broken, _ in self._broken):
            return Status.FEASIBLE
        return Status.UNKNOWN

    @property
    def left(self) -> float:
        """Seconds until the deadline; at most those of one solve."""
        limit = self.budget.seconds
        left = self.deadline - time.monotonic()
        return left if limit is None else min(limit, left)

    @property
    def knows_impossible(self) -> bool:
        """Whether anything is proved impossible yet."""
        return bool(self._impossible)

    def smallest(self, within: Atoms) -> Atoms | None:
        """Return the fewest atoms of some that are known to be impossible together."""
        held = (known for known in self._impossible if known <= within)
        return min(held, key=len, default=None)

    def ask(self, atoms: Iterable[Atom], seconds: float | None = None) -> Status:
        """Return FEASIBLE, INFEASIBLE, or UNKNOWN where time did not do."""
        asked = frozenset(atoms)
        status = self.known(asked)
        return self._few(asked, seconds) if status is Status.UNKNOWN else status

    def _few(self, asked: Atoms, seconds: float | None) -> Status:
        """Solve those who can fill what is asked for, then whoever else the checker names."""
        people = self._fillers.of(asked)
        if people is None or len(people) == len(self.problem.people):
            return self._note(asked, self.solve(asked, seconds))
        roster: tuple[Assignment, ...] = ()
        if people:
            found = self._part(asked, people, seconds)
            if found.roster is None:
                return found.status
            roster = found.roster
        others = {a.person for a in asked & self._keep(roster) if a.person} - people
        for person in sorted(others):
            own = frozenset(atom for atom in asked if atom.person == person)
            found = self._part(own, frozenset([person]), seconds)
            if found.roster is None:
                return found.status
            roster += found.roster
        if others:
            self._keep(roster)
        status = self.known(asked)
        if status is Status.UNKNOWN:
            return self._note(asked, self.solve(asked, seconds))
        return status

    def _part(self, asked: Atoms, people: frozenset[str], seconds: float | None) -> Verdict:
        """Solve some people alone; what is impossible for them is noted as no more than that."""
        barring = (AtomKind.EXEMPTION, AtomKind.ABSENCE)
        atoms = frozenset(
            atom
            for atom in asked
            if atom.person in people or not atom.person or atom.kind in barring
        )
        verdict = self._solved(atoms, people, seconds)
        if verdict.status is Status.INFEASIBLE:
            self._impossible.append(atoms)
        return verdict

    def impossible(self, atoms: Iterable[Atom]) -> bool:
        """Return whether it is proved that atoms cannot be met together."""
        return self.ask(atoms) is Status.INFEASIBLE

    def roster(self, atoms: Iterable[Atom]) -> tuple[Assignment, ...] | None:
        """Return a roster that is known to meet some atoms."""
        asked = frozenset(atoms)
        return next((found for broken, found in self._broken if not broken & asked), None)

    def solve(self, atoms: Atoms, seconds: float | None = None) -> Verdict:
        """Solve afresh, whatever is known."""
        return self._solved(atoms, None, seconds)

    def _solved(
        self, atoms: Atoms, people: frozenset[str] | None, seconds: float | None
    ) -> Verdict:
        left = self.deadline - time.monotonic()
        if left <= 0 or self.stopped:
            return Verdict(Status.UNKNOWN)
        self.solves += 1
        limit = self.budget.seconds if seconds is None else seconds
        budget = replace(self.budget, seconds=left if limit is None else min(limit, left))
        if people is not None and len(people) <= FEW:
            budget = replace(budget, workers=1)  # alone it uses the linear relaxation, two do not
        problem = restricted(self.problem, atoms, self._credit)
        rulings = Rulings(ProblemIndex(problem if people is None else only(problem, people)))
        hint = self._broken[-1][1] if self._broken else None
        return lawful(rulings, budget, kept=keeping(atoms), warm=hint, on_stop=self._register)

    def _register(self, stop: Callable[[], None]) -> None:
        def both() -> None:
            self.stopped = True
            stop()

        self._on_stop(both)

    def _note(self, asked: Atoms, verdict: Verdict) -> Status:
        if verdict.status is Status.INFEASIBLE:
            self._impossible.append(asked)
        elif verdict.roster is not None:
            self._keep(verdict.roster)
        return verdict.status

    def _keep(self, roster: tuple[Assignment, ...]) -> Atoms:
        """Note what a roster breaks."""
        broken = self.broken(roster)
        self._broken.append((broken, roster))
        return broken

    def broken(self, roster: tuple[Assignment, ...]) -> Atoms:
        """Return the atoms that a roster does not meet, told by the checker."""
        plan = self.court.index.plan(roster)
        found = {atom for line in plan.lines.values() for atom in self._of_line(line)}
        for rule in self.court.rulings.active:
            if rule.scope == "unit":
                held = rule.check(plan, self.court.rulings.values(rule, None))
                found |= {atom for one in held for atom in self._atoms(one)}
        locked = {lock.person for lock in self.problem.locks}
        for person, _ in moved(plan):
            frozen = self.problem.horizon.frozen_until is not None
            found |= {Atom(AtomKind.LOCK, person=person)} if person in locked else set()
            found |= {Atom(AtomKind.FROZEN)} if frozen else set()
        return frozenset(found)

    def _of_line(self, line: Line) -> Atoms:
        """Return what a line breaks by itself; most lines of most rosters were seen before."""
        key = (line.person.id, line.duties)
        if key not in self._lines:
            held = self.court.judge_line(line)
            self._lines[key] = frozenset(atom for one in held for atom in self._atoms(one))
        return self._lines[key]

    def _atoms(self, found: Violation) -> Iterator[Atom]:
        if found.rule == "coverage":
            sort = AtomKind.MINIMUM if found.text == "coverage.under" else AtomKind.MAXIMUM
            when = self.court.index.clock.date(found.day)
            names = (row.name or row.id for row in self.problem.demand)
            for row, name in zip(self.problem.demand, names, strict=True):
                if name == found.facts["row"]:
                    yield Atom(sort, row.id, when=None if row.exclusive else when)
        elif found.rule == "availability" and found.person is not None:
            kinds = {"absence": AtomKind.ABSENCE, "exemption": AtomKind.EXEMPTION}
            kind = kinds.get(found.text.rpartition(".")[2])
            if kind is not None:  # posts and units are no atoms; at a price they may be broken
                yield Atom(kind, person=found.person)
        else:
            unit = Atom(AtomKind.RULE, found.rule)
            yield unit if unit in self.everything else replace(unit, person=found.person or "")


def keeping(atoms: Atoms) -> Callable[[str, str | None], bool]:
    """Return what tells whether a rule is among some atoms, for whom."""
    kept = {(atom.subject, atom.person) for atom in atoms if atom.kind is AtomKind.RULE}

    def keeps(rule: str, person: str | None) -> bool:
        return rule in ALWAYS or rule == "coverage" or (rule, person or "") in kept

    return keeps
