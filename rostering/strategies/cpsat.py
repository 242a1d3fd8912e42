"""The whole problem as one CP-SAT model: general, exact, and the yardstick for the rest."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from ortools.sat.python import cp_model

from rostering.check import Court
from rostering.domain.problem import Problem, RuleMode
from rostering.domain.roster import Assignment
from rostering.errors import EngineDrift
from rostering.model.build import build
from rostering.model.settle import settle
from rostering.score import total_points
from rostering.strategies.base import Answer, Budget, Offers, Progress, Report, Status, no_offers
from rostering.strategies.first import any_roster

UNLIMITED_STAGE = 120.0  # seconds of an early stage when the budget has no end
TOLD_EVERY = 0.5  # seconds between rosters told while only some goals are in the model
SKETCHING = 0.5  # share of the time for a first roster while rules are left out
CLOSABLE = 3000  # open duties; measured on the bundled wards, see docs/engine-profile.md
_STATUS = {
    cp_model.OPTIMAL: Status.OPTIMAL,
    cp_model.FEASIBLE: Status.FEASIBLE,
    cp_model.INFEASIBLE: Status.INFEASIBLE,
}


@dataclass(frozen=True, slots=True)
class _Stage:
    """Terms to add (None for all that are left) and a share of the time that is left then.

    With ``neighbourhoods`` CP-SAT's large-neighbourhood search works alone.
    """

    name: str
    terms: tuple[str, ...] | None
    share: float
    neighbourhoods: bool


# Coverage and hours first: they weigh most, and without the rest they are soon solved exactly.
# Then a while of the whole portfolio for the bound of the linear relaxation. Measured in
# docs/engine-profile.md.
_LARGE = (
    _Stage("cover", ("shortage", "surplus", "row_prices", "hours"), 0.2, neighbourhoods=False),
    _Stage(
        "people", ("wishes", "fairness", "cost", "stability", "reserve"), 0.3, neighbourhoods=True
    ),
    _Stage("bound", None, 0.2, neighbourhoods=False),
    _Stage("improve", (), 1.0, neighbourhoods=True),
)
_LARGE_WARM = _LARGE[2:]  # a warm roster's wishes must not be thrown away for coverage first
_SMALL = (_Stage("improve", None, 1.0, neighbourhoods=False),)


class CpSat:
    """First a lawful roster without goals, then the goals from there.

    Parameters
    ----------
    first_only
        Whether to end with the first lawful roster.
    """

    name = "cpsat"

    def __init__(self, *, first_only: bool = False) -> None:
        self.first_only = first_only

    def run(
        self,
        problem: Problem,
        budget: Budget,
        warm: tuple[Assignment, ...] | None,
        report: Report,
        on_stop: Callable[[Callable[[], None]], None],
        offers: Offers = no_offers,
    ) -> Answer:
        """See ``Strategy.run``; offers are taken before each stage."""
        return _Run(problem, budget, report, on_stop, offers).answer(warm, self.first_only)


class _Run:
    """One solve: the built model, the clock and what is left of the budget."""

    def __init__(
        self,
        problem: Problem,
        budget: Budget,
        report: Report,
        on_stop: Callable[[Callable[[], None]], None],
        offers: Offers,
    ) -> None:
        self.started = budget.started or time.monotonic()
        self.budget, self.report, self.on_stop, self.offers = budget, report, on_stop, offers
        self.steps_used = 0.0
        self.found: tuple[Assignment, ...] = ()
        self.bound: int | None = None
        self.points: int | None = None
        self.stopping = False
        self.tell("build")
        self.court = Court.of(problem)
        self.whole = False
        self.built = build(self.court.index, self.court.rulings, goals=False, seldom=False)
        self.large = sum(1 for _ in self.built.duties()) > CLOSABLE

    def tell(
        self,
        phase: str,
        objective: int | None = None,
        bound: int | None = None,
        roster: tuple[Assignment, ...] | None = None,
    ) -> None:
        self.report(Progress(time.monotonic() - self.started, phase, objective, bound, roster))

    def answer(self, warm: tuple[Assignment, ...] | None, first_only: bool) -> Answer:
        """Start from the warm roster when it is lawful, else from any lawful roster."""
        if warm is not None and settle(self.built, warm) is not None and self.lawful(warm):
            self.keep(warm)
            self.tell("warm", self.points, None, warm)
            return self.begun() if first_only else self.improve(_LARGE_WARM)
        status = self.first_roster(warm)
        if status is not Status.FEASIBLE:
            return Answer(status, None, None, None, steps=self.steps_used)
        return self.begun() if first_only else self.improve(_LARGE)

    def begun(self) -> Answer:
        """Return the first lawful roster as the answer."""
        return Answer(Status.FEASIBLE, self.found, self.points, None, steps=self.steps_used)

    def first_roster(self, warm: tuple[Assignment, ...] | None) -> Status:
        """Find any lawful roster, before the goals are added to the model.

        It is looked for without the rules that seldom decide. Mostly it keeps them too; else it
        is a hint for the whole model.
        """
        self.tell("first")
        status, found = self.any_roster(warm, SKETCHING)
        if status is Status.INFEASIBLE:
            return status
        if found is None or not self.lawful(found):
            self.make_whole()
            status, found = self.any_roster(found or warm, 1.0)
        return status if found is None else self.begin(found)

    def any_roster(
        self, warm: tuple[Assignment, ...] | None, share: float
    ) -> tuple[Status, tuple[Assignment, ...] | None]:
        """Solve the model without goals; return a roster when there is one."""
        return any_roster(self.built, warm, self.solver(share), self.solve)

    def make_whole(self) -> None:
        """Take the rules that seldom decide into the model: here they do."""
        if not self.whole:
            self.built, self.whole = build(self.court.index, self.court.rulings, goals=False), True

    def lawful(self, found: tuple[Assignment, ...]) -> bool:
        """Return whether a roster of the model keeps the rules that it leaves out."""
        if self.whole:
            return True
        mode, plan = self.court.rulings.mode, self.court.index.plan(found)
        return not any(mode(v.rule) is RuleMode.HARD for v in self.court.judge(plan))

    def begin(self, found: tuple[Assignment, ...]) -> Status:
        """Take a first lawful roster."""
        self.keep(found)
        self.tell("first", self.points, None, self.found)
        return Status.FEASIBLE

    def keep(self, found: tuple[Assignment, ...]) -> bool:
        """Take a lawful roster as the best so far when its score card says so."""
        points = total_points(self.court, self.court.index.plan(found))
        better = (self.points is None or points < self.points) and self.lawful(found)
        if better:
            self.found, self.points = found, points
        return better

    def improve(self, stages: tuple[_Stage, ...]) -> Answer:
        """Minimise the goals, stage by stage, each from the best roster so far."""
        closed = False
        for stage in stages if self.large else _SMALL:
            self.hear()
            if not self.stopping and not closed and not self.proved:
                status = self.search(stage)
                closed = self.built.complete and status is Status.OPTIMAL
        if not self.built.complete:
            self.built.add_goals()
        settled = settle(self.built, self.found)
        if settled is None:
            raise EngineDrift("the model refuses the roster that it gave")
        closed = closed or self.proved
        self.tell("done", settled.objective, self.bound, self.found)
        status = Status.OPTIMAL if closed else Status.FEASIBLE
        points, bound = settled.objective, self.bound
        return Answer(status, self.found, points, bound, steps=self.steps_used)

    def hear(self) -> None:
        """Take a better roster and bound that others have found."""
        offer = self.offers()
        if offer is None:
            return
        if offer.roster is not None and settle(self.built, offer.roster) is not None:
            self.keep(offer.roster)
        if offer.bound is not None:
            self.bound = max(self.bound or 0, offer.bound)

    @property
    def proved(self) -> bool:
        """Whether the best roster costs no more than any must."""
        return self.points is not None and self.points == self.bound

    def search(self, stage: _Stage) -> Status:
        """Run CP-SAT from the best roster so far and keep what it finds.

        All terms are at least 0, so a bound on some of them holds for all; so does one that
        leaves rules out. When a better roster breaks one of these, the stage begins again with
        all of them.
        """
        if not self.built.complete and (stage.terms is None or stage.terms):
            self.built.add_goals(stage.terms)
        start = settle(self.built, self.found)
        if start is not None:
            self.hint(start.values)
        self.tell(stage.name, self.points, self.bound, self.found)
        solver = self.solver(stage.share)
        solver.parameters.use_lns_only = stage.neighbourhoods
        watch = _Watch(self, stage.name)
        solver.best_bound_callback = watch.bound
        status = self.solve(solver, watch)
        if status is Status.INFEASIBLE:
            raise EngineDrift("the solver calls impossible what it has solved before")
        if self.stopping and status is Status.UNKNOWN:
            return status
        self.bound = max(self.bound or 0, round_up(solver.best_objective_bound))
        if status is not Status.UNKNOWN:
            found = self.built.read(solver.boolean_value)
            if not self.lawful(found):
                self.make_whole()
                return self.search(_Stage(stage.name, None, stage.share, stage.neighbourhoods))
            self.keep(found)
        return status

    def solve(self, solver: cp_model.CpSolver, watch: _Watch | None = None) -> Status:
        """Run a solver on the model as it stands."""
        if self.stopping:
            return Status.UNKNOWN
        status = solver.solve(self.built.model, watch)
        self.steps_used += solver.response_proto.deterministic_time
        if status == cp_model.MODEL_INVALID:
            raise EngineDrift(f"the solver refuses the model: {self.built.model.validate()}")
        return _STATUS.get(status, Status.UNKNOWN)

    def solver(self, share: float) -> cp_model.CpSolver:
        """Return a solver with a share of what is left of the budget."""
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = self.budget.workers
        solver.parameters.interleave_search = self.budget.workers == 1
        solver.parameters.random_seed = self.budget.seed
        if self.budget.steps is not None:
            left = max(0.01, self.budget.steps - self.steps_used)
            solver.parameters.max_deterministic_time = left * share
        if self.budget.seconds is not None:
            left = max(0.1, self.budget.seconds - (time.monotonic() - self.started))
            solver.parameters.max_time_in_seconds = left * share
        elif self.budget.steps is None and share < 1:
            solver.parameters.max_time_in_seconds = UNLIMITED_STAGE

        def stop() -> None:
            self.stopping = True
            solver.stop_search()

        self.on_stop(stop)
        return solver

    def hint(self, values: list[int]) -> None:
        """Hint every variable of the model."""
        self.built.model.clear_hints()
        hint = self.built.model.proto.solution_hint
        hint.vars.extend(range(len(values)))
        hint.values.extend(values)


def round_up(bound: float) -> int:
    """Return the least whole number of points that a bound still allows."""
    return int(-(-(bound - 1e-6) // 1))


class _Watch(cp_model.CpSolverSolutionCallback):
    """Passes each better roster and bound on."""

    def __init__(self, run: _Run, phase: str) -> None:
        super().__init__()
        self.run, self.phase = run, phase
        self.told = time.monotonic()

    def on_solution_callback(self) -> None:
        """Read the roster of a new best solution and tell it with its points."""
        run = self.run
        bound = round_up(self.best_objective_bound)
        if run.built.complete:
            found = run.built.read(self.boolean_value)
            if run.lawful(found):
                run.tell(self.phase, round(self.objective_value), bound, found)
            else:
                self.stop_search()
        elif time.monotonic() > self.told + TOLD_EVERY:
            self.told = time.monotonic()
            if run.keep(run.built.read(self.boolean_value)):
                run.tell(self.phase, run.points, bound, run.found)

    def bound(self, bound: float) -> None:
        """Take note of a better bound."""
        self.run.tell(self.phase, self.run.points, round_up(bound))
