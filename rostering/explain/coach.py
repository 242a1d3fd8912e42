"""The infeasibility coach: what clashes, who owns it, and what would open the way.

In stages: capacity arithmetic at once; single persons and short rows, which are small enough to
prove; the smallest clash by dropping and solving afresh; elastic solves for ways out; then, with
what time is left, other clashes and what alone would open the ward. Each claim is confirmed by a
fresh plain solve; a breach of the law is never a way out.
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
from rostering.explain.clash import Clash, find_clash, opens, refined
from rostering.explain.models import (
    ClashElement,
    ClashEntry,
    Diagnosis,
    Relaxation,
    ShortfallEntry,
)
from rostering.explain.oracle import Atoms, Oracle
from rostering.explain.owners import owner_of
from rostering.explain.relax import Search
from rostering.explain.starts import claimed, start
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
SMALL = 500  # people times days up to which a solve of the whole takes about a second
BRIEF = 1.0
MOST_SHORTFALLS = 12
CONFIRMING = 2.0  # seconds to prove one shortfall
PROVING = 0.4  # share of the time for one plain solve of the whole
CLASHING = 0.45  # ... of what then is left, until which the first clashes are looked for
EASING = 0.8  # ... of the rest for ways out; then other clashes, and what alone opens the ward
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
        self.oracle = Oracle(problem, proving, self.share(CLASHING), on_stop)
        self.found = _unknown(problem)
        self.clashes: list[Clash] = []

    def share(self, part: float) -> float:
        """Return when a share of the time that is left now will have gone by."""
        now = time.monotonic()
        return now + part * max(0.0, self.started + self.seconds - now)

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
        status = self.status()
        self.know(status=_STATUS.get(status, "unknown"))
        if status is Status.INFEASIBLE:
            self.prove(short)
            self.clash()
        if status is not Status.FEASIBLE and not self.oracle.stopped:
            self.relax()
        if status is Status.INFEASIBLE:
            self.oracle.deadline = self.started + self.seconds
            self.clash(proving=PROVING * self.seconds)
            self.refine()
            self.open()
        self.know()
        return Answer(Status.UNKNOWN, None, None, None, told=self.found)

    def status(self) -> Status:
        """Return whether there is a roster: from a small part where one proves it, else in full."""
        if start(self.oracle, self.oracle.everything) is not None:
            return Status.INFEASIBLE
        return self.oracle.ask(self.oracle.everything)

    def prove(self, short: list[Shortfall]) -> None:
        """Have each shortfall confirmed by a solve."""
        for one in short:
            self.oracle.ask(claimed(self.oracle, one), CONFIRMING)
        self.know(shortfalls=tuple(self.shortfall(one) for one in short))

    def shortfall(self, one: Shortfall) -> ShortfallEntry:
        proved = self.oracle.known(claimed(self.oracle, one)) is Status.INFEASIBLE
        return _short(self.oracle.court, one, proved=proved)

    def clash(self, proving: float = 0.0) -> None:
        """Look for smallest clashes, each beside those already found, until one opens all.

        Without seconds to prove the whole again only small starts are looked at.
        """
        while len(self.clashes) < MOST_CLASHES and not self.opening:
            within = self.oracle.everything
            for known in self.clashes:
                within = within - _visible(self.oracle, known)
            one = find_clash(
                self.oracle, within, self.tell, proving=proving, opening=self.brief, fine=False
            )
            if one is None or (not (one.proved and one.irreducible) and not proving):
                return  # what was not finished is looked at again at the end
            self.clashes.append(one)
            self.tell_clashes()

    @property
    def brief(self) -> float:
        """Seconds to ask at once whether an element alone opens the ward: none on larger wards."""
        size = len(self.problem.people) * self.problem.horizon.days
        return BRIEF if size <= SMALL else 0.0

    @property
    def opening(self) -> bool:
        """Whether an element is known without which the ward has a roster."""
        return any(part.opens for one in self.clashes for part in one.elements)

    def tell_clashes(self) -> None:
        self.know(clashes=tuple(_entry(self.oracle, one) for one in self.clashes))
        self.tell("clash")

    def refine(self) -> None:
        """Leave out of the clashes whose exemptions and absence they do not need."""
        self.clashes = [refined(self.oracle, one) for one in self.clashes]
        self.tell_clashes()

    def open(self) -> None:
        """Find out what of the clashes opens the ward alone, while there is time."""
        for number, one in enumerate(self.clashes):
            left = self.oracle.deadline - time.monotonic()
            parts = tuple(
                replace(part, opens=opens(self.oracle, part.atoms, left)) for part in one.elements
            )
            self.clashes[number] = replace(one, elements=parts)
        self.tell_clashes()

    def relax(self) -> None:
        deadline = self.share(EASING)
        court, clashes = self.oracle.court, self.found.clashes
        told = (clashes, self.found.shortfalls)
        search = Search(self.problem, court, self.budget, deadline, self.on_stop, *told)

        def found(ways: list[Relaxation], tried: list[str]) -> None:
            self.know(relaxations=tuple(ways), tried=tuple(tried))

        search.all(self.tell, found)


def _visible(oracle: Oracle, clash: Clash) -> Atoms:
    """Return what is left out when another clash is looked for: a whole row, else rules.

    Never what people are exempt from or away for: without it much else would be possible too.
    """
    kinds = (AtomKind.MINIMUM, AtomKind.MAXIMUM)
    rows = {part.group for part in clash.elements if part.group[0] in kinds}
    if rows:
        return frozenset(atom for atom in oracle.everything if atom.group in rows)
    rules = [part for part in clash.elements if part.group[0] is AtomKind.RULE]
    return (rules or list(clash.elements))[0].atoms


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
