"""Draw sick calls day by day, repair each day as well as can be, and sum up. A simulation.

Who is sick is drawn uniformly among those on duty that day: an assumption about the unit. Nobody's
risk of absence is known here, asked for or made up.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field

from rostering.check import Court, require_fit
from rostering.domain.roster import Roster
from rostering.errors import BadInput, Fault
from rostering.replan.local_time import minute_of
from rostering.replan.stand_ins.opening import require_dates
from rostering.replan.stress.day import Day, days_of
from rostering.replan.stress.fitness import Fitness
from rostering.replan.stress.intervals import mean_interval, wilson
from rostering.replan.stress.models import Estimate, SickCalls, SinglePoint, StressTest
from rostering.replan.stress.repair import Repair, repair

SICK = (1, 2, 3)
SAMPLES = 20
MOST_SICK = 6
MOST_SAMPLES = 10_000
Progress = Callable[[int, int], bool | None]
"""Told of days done and days in all, a day counting once a draw; a true answer stops the test."""


def stress_test(  # noqa: PLR0913 - one parameter a number of the test, and who is told
    court: Court,
    roster: Roster,
    *,
    sick: Sequence[int] = SICK,
    samples: int = SAMPLES,
    seed: int = 1,
    now: dt.datetime | None = None,
    progress: Progress | None = None,
    so_far: Callable[[StressTest], None] | None = None,
) -> StressTest:
    """Simulate sick calls on every day of a roster and return how it stands them.

    Parameters
    ----------
    court
        The ward and its rulings.
    roster
        A roster of the ward; what was really worked takes the place of what was planned.
    sick
        How many people call in sick on a day, from 1 to 6 each.
    samples
        Draws for each day and each of ``sick``. The draws for two sick calls hold those for one.
    seed
        Equal seeds give equal results; a test that was stopped has the first draws of a whole one.
    now
        Local time (naive): duties that began before it are left out.
    progress
        Called after each day; when it returns true, what is done so far is given as ``partial``.
    so_far
        Called after each round over the days but the last with the test as it is until then.

    Raises
    ------
    BadInput
        When the roster does not fit the ward or is a base roster, or a number is out of reach.

    Notes
    -----
    Stand-ins only: nobody's other duties are moved. Absences of one day, known before the shift
    starts, and everybody who lawfully may comes when called, but on an F1. Who is away is not
    judged: sick days credit their hours.
    """
    require_fit(court.index.given, roster)
    require_dates(court.index)
    wanted = _numbers(sick, samples)
    plan = court.index.plan(roster.effective)
    since = -(10**9) if now is None else minute_of(court.index.clock, now)
    trial = _Trial(Fitness(court, plan, roster), days_of(court, plan, since), seed, wanted)
    partly = None
    if so_far is not None:

        def partly() -> None:
            so_far(_told(court, trial, samples, partial=True))

    whole = trial.run(samples, progress, partly)
    return _told(court, trial, samples, partial=not whole)


def _numbers(sick: Sequence[int], samples: int) -> tuple[int, ...]:
    faults = []
    if not sick or any(not 1 <= number <= MOST_SICK for number in sick):
        needed = f"numbers from 1 to {MOST_SICK}"
        faults.append(Fault("sick", ", ".join(map(str, sick)) or "none", needed))
    if not 1 <= samples <= MOST_SAMPLES:
        faults.append(Fault("samples", str(samples), f"a number from 1 to {MOST_SAMPLES}"))
    if faults:
        raise BadInput(faults)
    return tuple(sorted({*sick}))


@dataclass(slots=True)
class _Tally:
    """What was seen on the day-samples with so many sick."""

    covered: int = 0
    capped: int = 0
    placed: int = 0
    minutes: list[int] = field(default_factory=list)
    ore: list[int] = field(default_factory=list)

    def take(self, found: Repair, *, capped: bool) -> None:
        self.covered += found.holds
        self.capped += capped
        self.placed += len(found.placed)
        self.minutes.append(found.minutes)
        self.ore.append(found.ore)


class _Trial:
    """The draws of one test, with every repair that was found kept."""

    def __init__(
        self, fitness: Fitness, days: tuple[Day, ...], seed: int, sick: tuple[int, ...]
    ) -> None:
        self.fitness, self.days, self.seed = fitness, days, seed
        self.tallies = {number: _Tally() for number in sick}
        self.single: list[SinglePoint] = []
        self.single_days = 0
        self._repairs: dict[tuple[int, frozenset[str]], Repair] = {}

    def run(
        self, samples: int, progress: Progress | None, after_round: Callable[[], None] | None
    ) -> bool:
        """Make all draws, a round over the days at a time; return whether nobody stopped it."""
        total = samples * len(self.days)
        for sample in range(samples):
            for number, day in enumerate(self.days):
                if sample == 0:
                    self.single += self._single_points(day)
                    self.single_days += 1
                self._draw(day, sample)
                done = sample * len(self.days) + number + 1
                if progress is not None and progress(done, total) and done < total:
                    return False
            if after_round is not None and sample < samples - 1:
                after_round()
        return True

    def _draw(self, day: Day, sample: int) -> None:
        """Draw an order in which people fall ill; the first ones of it are those sick."""
        luck = random.Random(f"{self.seed}:{day.day}:{sample}")
        order = luck.sample(day.people, len(day.people))
        for number, tally in self.tallies.items():
            tally.take(self._repair(day, order[:number]), capped=number > len(order))

    def _repair(self, day: Day, absent: Collection[str]) -> Repair:
        key = (day.day, frozenset(absent))
        if key not in self._repairs:
            self._repairs[key] = repair(day, self.fitness, sorted(absent))
        return self._repairs[key]

    def _single_points(self, day: Day) -> Iterator[SinglePoint]:
        for person in day.people:
            found = self._repair(day, [person])
            for one in found.uncovered:
                yield SinglePoint(
                    date=day.index.clock.date(day.day),
                    shift=one.duty.code,
                    unit=one.duty.unit,
                    role=one.duty.role,
                    person=person,
                    rows=found.rows,
                )


def _told(court: Court, trial: _Trial, samples: int, *, partial: bool) -> StressTest:
    dates = [court.index.clock.date(day.day) for day in trial.days]
    short = (date for date, day in zip(dates, trial.days, strict=True) if day.missing(day.count))
    place = {shift.code: number for number, shift in enumerate(court.index.problem.shifts)}
    single = sorted(trial.single, key=lambda one: (one.date, place[one.shift], one.person))
    return StressTest(
        problem_name=court.index.problem.name,
        first=min(dates, default=None),
        last=max(dates, default=None),
        days=len(dates),
        samples=samples,
        seed=trial.seed,
        partial=partial,
        sick_calls=tuple(_row(number, tally) for number, tally in trial.tallies.items()),
        single_points=tuple(single),
        single_point_days=trial.single_days,
        short_before=tuple(short),
    )


def _row(sick: int, tally: _Tally) -> SickCalls:
    number = len(tally.ore)
    low, high = wilson(tally.covered, number)
    return SickCalls(
        sick=sick,
        day_samples=number,
        covered=tally.covered,
        share=round(tally.covered / number, 6) if number else 0.0,
        low=round(low, 6),
        high=round(high, 6),
        uncovered=_estimate(tally.minutes),
        ore=_estimate(tally.ore),
        stand_ins=round(tally.placed / number, 6) if number else 0.0,
        capped=tally.capped,
    )


def _estimate(values: Sequence[int]) -> Estimate:
    mean, low, high = (round(value, 2) for value in mean_interval(values))
    return Estimate(mean=mean, low=low, high=high)
