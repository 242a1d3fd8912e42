"""The infeasibility coach: what clashes, who owns it, and what would open the way.

In stages: capacity arithmetic at once; a plain solve; elastic solves for ways out; the smallest
clash by dropping and solving afresh. Each claim is confirmed by a fresh plain solve; a breach of
the law is never a way out.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from rostering.check import Court
from rostering.domain.canonical import content_hash
from rostering.domain.problem import HorizonKind, Problem
from rostering.domain.roster import Assignment
from rostering.errors import BadInput, Fault, SolverDied
from rostering.explain.atoms import AtomKind
from rostering.explain.capacity import Shortfall, shortfalls
from rostering.explain.clash import Clash, Element, find_clash
from rostering.explain.models import ClashElement, ClashEntry, Diagnosis, ShortfallEntry
from rostering.explain.oracle import Atoms, Oracle
from rostering.explain.owners import owner_of
from rostering.explain.relax import Search
from rostering.strategies.base import (
    Answer,
    Budget,
    Offers,
    Progress,
    Report,
    Status,
    Stopped,
    no_offers,
)

MOST_CLASHES = 3
MOST_SHORTFALLS = 12
PROVING = 0.4  # share of the time for the first plain solve
CLASHING = 0.7  # ... until which smallest clashes are looked for; the rest is for ways out
_STATUS: dict[Status, Literal["impossible", "possible"]] = {
    Status.INFEASIBLE: "impossible",
    Status.FEASIBLE: "possible",
    Status.OPTIMAL: "possible",
}


def arithmetic(problem: Problem) -> tuple[ShortfallEntry, ...]:
    """Return what plain arithmetic shows to be impossible, at once and without a solver.

    Raises
    ------
    BadInput
        When the problem has faults.
    """
    _require_dates(problem)
    court = Court.of(problem)
    return tuple(_short(court, one) for one in shortfalls(court.rulings))


def _require_dates(problem: Problem) -> None:
    if problem.horizon.kind is HorizonKind.CYCLIC:
        guess = "it is laid out on dates first (turnus prepare)"
        raise BadInput([Fault("horizon.kind", "a base roster", "a ward on real dates", guess)])


def diagnose(
    problem: Problem,
    budget: Budget | None = None,
    *,
    report: Report = lambda _: None,
    stop: Stopped = lambda: False,
) -> Diagnosis:
    """Return why a problem has no lawful roster, and the cheapest ways out for its manager.

    Parameters
    ----------
    problem
        What is to be planned.
    budget
        Seconds for everything (30 by default), workers and seed.
    report
        Called with each step: ``arithmetic``, ``prove``, ``rules``, ``weeks``, ``people``,
        ``days``, ``verify``, then the levers.
    stop
        Asked about twenty times a second; once it returns True what is known so far is returned.

    Raises
    ------
    BadInput
        When the problem has faults.
    """
    from rostering.strategies.process import run

    _require_dates(problem)
    Court.of(problem)
    budget = budget or Budget(seconds=30.0)
    kept: list[Diagnosis] = []

    def heard(news: Progress) -> None:
        if isinstance(news.told, Diagnosis):
            kept.append(news.told)
        report(news)

    try:
        told = run(Coach(), problem, budget, None, heard, stop).answer.told
    except SolverDied:
        if not kept:
            raise
        told = None
    return told if isinstance(told, Diagnosis) else kept[-1] if kept else _unknown(problem)


def _unknown(problem: Problem) -> Diagnosis:
    return Diagnosis(
        problem_name=problem.name, problem_hash=content_hash(problem), status="unknown"
    )


@dataclass(frozen=True, slots=True)
class Coach:
    """The question ``why is there no roster?``, as a solving process runs it."""

    name: str = "coach"

    def run(
        self,
        problem: Problem,
        budget: Budget,
        warm: tuple[Assignment, ...] | None,  # noqa: ARG002 - the question has its own starts
        report: Report,
        on_stop: Callable[[Callable[[], None]], None],
        offers: Offers = no_offers,  # noqa: ARG002 - nobody else is asked
    ) -> Answer:
        """See ``Strategy.run``; the answer's ``told`` is a ``Diagnosis``."""
        return _Run(problem, budget, report, on_stop).answer()


class _Run:
    def __init__(
        self,
        problem: Problem,
        budget: Budget,
        report: Report,
        on_stop: Callable[[Callable[[], None]], None],
    ) -> None:
        self.problem, self.report, self.on_stop = problem, report, on_stop
        self.started = budget.started or time.monotonic()
        self.seconds = budget.seconds or 30.0
        self.budget = replace(budget, started=None)
        proving = replace(self.budget, seconds=PROVING * self.seconds)
        self.oracle = Oracle(problem, proving, self.started + CLASHING * self.seconds, on_stop)
        self.found = _unknown(problem)

    @property
    def now(self) -> float:
        return time.monotonic() - self.started

    def tell(self, phase: str) -> None:
        self.report(Progress(self.now, phase, told=self.found))

    def know(self, **what: object) -> None:
        more = {"seconds": round(self.now, 2), "solves": self.oracle.solves}
        self.found = self.found.model_copy(update={**what, **more})

    def answer(self) -> Answer:
        self.tell("arithmetic")
        short = list(shortfalls(self.oracle.court.rulings))[:MOST_SHORTFALLS]
        self.know(shortfalls=tuple(_short(self.oracle.court, one) for one in short))
        self.tell("prove")
        whole = self.oracle.everything
        status = Status.UNKNOWN
        for one in short:
            status = self.oracle.ask(_claimed(self.oracle, one))
            if status is Status.INFEASIBLE:
                break
        status = self.oracle.ask(whole)
        self.know(status=_STATUS.get(status, "unknown"))
        if status is Status.INFEASIBLE:
            self.clash(short)
        if status is not Status.FEASIBLE and not self.oracle.stopped:
            self.relax()
        self.know()
        return Answer(Status.UNKNOWN, None, None, None, told=self.found)

    def clash(self, short: list[Shortfall]) -> None:
        """Look for smallest clashes, each beside those already found, until one opens all."""
        entries: list[ClashEntry] = []
        within = self.oracle.everything
        while len(entries) < MOST_CLASHES:
            one = find_clash(self.oracle, within, self.tell)
            if one is None:
                break
            entries.append(_entry(self.oracle, one))
            proved = tuple(
                _short(
                    self.oracle.court, s, proved=self.oracle.impossible(_claimed(self.oracle, s))
                )
                for s in short
            )
            self.know(clashes=tuple(entries), shortfalls=proved)
            if any(element.opens for element in one.elements):
                break
            within = within - _visible(one).atoms

    def relax(self) -> None:
        deadline = self.started + self.seconds
        court, clashes = self.oracle.court, self.found.clashes
        search = Search(self.problem, court, self.budget, deadline, self.on_stop, clashes)
        ways, tried = search.all(self.tell)
        self.know(relaxations=tuple(ways), tried=tuple(tried))


def _visible(clash: Clash) -> Element:
    """Return the element to leave out when another clash is looked for: staffing if any."""
    kinds = (AtomKind.MINIMUM, AtomKind.MAXIMUM)
    return next((e for e in clash.elements if e.group[0] in kinds), clash.elements[0])


def _claimed(oracle: Oracle, one: Shortfall) -> Atoms:
    """Return the atoms that a shortfall says cannot be met together."""
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


def _short(court: Court, one: Shortfall, proved: bool | None = None) -> ShortfallEntry:
    clock = court.index.clock
    return ShortfallEntry(
        scope=one.scope.value,
        row=one.row,
        first=clock.date(one.days[0]),
        last=clock.date(one.days[-1]),
        needed=one.needed,
        available=one.available,
        people=one.people,
        rules=one.rules,
        proved=proved,
    )


def _entry(oracle: Oracle, clash: Clash) -> ClashEntry:
    horizon = oracle.problem.horizon
    dates = sorted(atom.when for atom in clash.atoms if atom.when is not None)
    first, last = (dates[0], dates[-1]) if dates else (horizon.start, horizon.end)
    return ClashEntry(
        elements=tuple(_elements(oracle, clash)),
        first=first,
        last=last,
        proved=clash.proved,
        irreducible=clash.irreducible,
    )


def _elements(oracle: Oracle, clash: Clash) -> Iterator[ClashElement]:
    order = {person.id: number for number, person in enumerate(oracle.problem.people)}
    for element in clash.elements:
        kind, subject = element.group
        people = sorted({a.person for a in element.atoms if a.person}, key=lambda p: order[p])
        dates = sorted({a.when for a in element.atoms if a.when is not None})
        day = oracle.court.index.clock.day(dates[0]) if dates else 0
        owner, sources = owner_of(oracle.court.rulings, kind, subject, people, day)
        yield ClashElement(
            kind=kind.value,
            subject=subject,
            people=tuple(people),
            dates=tuple(dates),
            owner=owner,
            sources=sources,
            heads=_heads(oracle, kind, subject, day),
            opens=element.opens,
        )


def _heads(oracle: Oracle, kind: AtomKind, subject: str, day: int) -> int | None:
    if kind not in (AtomKind.MINIMUM, AtomKind.MAXIMUM):
        return None
    cells = [c for c in oracle.court.index.cells if c.row.id == subject]
    here = [c for c in cells if c.day == day] or cells
    if kind is AtomKind.MINIMUM:
        return max(cell.minimum for cell in here)
    return min((c.maximum for c in here if c.maximum is not None), default=None)
