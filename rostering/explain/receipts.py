"""Wish receipts: for each wish whether it was granted, else its price, its reasons, and a way.

The price is what granting the wish costs beyond the roster at hand, as an interval: proved at
least, found at most. On larger wards plain exchanges between two people are tried first, for all
wishes. Then the day is fixed as wished and neighbourhoods of it are solved; on wards small enough
the whole is solved again with the wish at a price that nothing outweighs, which gives the proof.
Where both solves are optimal the two ends are equal.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from rostering.check import Court, require_fit
from rostering.domain.canonical import content_hash
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Roster
from rostering.domain.wishes import Lock, WishKind
from rostering.explain.closest import moved, needed, sharpened
from rostering.explain.fit import require_known, require_lawful
from rostering.explain.granting import (
    WishDay,
    blank,
    broken_by,
    by_person,
    by_term,
    causes_between,
    displaced_between,
    enabling,
    fulfilment,
    named_shifts,
    touched_between,
    wishes_of,
)
from rostering.explain.handing import Wanted, handed
from rostering.explain.insisting import insisting
from rostering.explain.receipt_models import Receipt, Receipts
from rostering.live import LivePlan
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
from rostering.strategies.cpsat import CpSat
from rostering.strategies.lawful import lawful, of_problem
from rostering.strategies.lns.meter import Meter
from rostering.strategies.lns.pinned import Pin, Pinned

EXACT = 3000  # possible duties up to which the whole is solved again for a proof
EACH = 20.0  # seconds at most for one wish's proof
NEARER = 2.0  # ... for the roster of its price that moves the least
TOLD_EVERY = 5  # wishes between news while plain exchanges are tried
Near = tuple[int, tuple[Assignment, ...]]
"""Points and duties of a roster that grants a wish."""


def receipts(
    problem: Problem,
    roster: Roster,
    budget: Budget | None = None,
    *,
    people: Sequence[str] | None = None,
    report: Report = lambda _: None,
    stop: Stopped = lambda: False,
) -> Receipts:
    """Return the receipts of a roster's wishes.

    Parameters
    ----------
    problem, roster
        The ward and a lawful roster of it.
    budget
        Seconds for all (60 by default), workers and seed.
    people
        Ids of those whose wishes are priced; None for everybody.
    report
        Called with news; ``told`` holds the receipts so far.
    stop
        Once it returns True the receipts so far are returned, the rest as ``unknown``.

    Raises
    ------
    BadInput
        When roster and problem do not belong together, somebody is unknown, or the roster is
        not lawful.
    """
    from rostering.strategies.process import run

    require_fit(problem, roster)
    require_lawful(problem, roster)
    require_known(problem, people)
    kept: list[Receipts] = []

    def heard(news: Progress) -> None:
        if isinstance(news.told, Receipts):
            kept.append(news.told)
        report(news)

    same = roster.problem_hash == content_hash(problem)
    proved = roster.evidence.bound if same else None
    question = Pricing(None if people is None else tuple(people), proved)
    budget = budget or Budget(seconds=60.0)
    told = run(question, problem, budget, roster.effective, heard, stop).answer.told
    return told if isinstance(told, Receipts) else kept[-1]


def widths(found: Receipts) -> list[int]:
    """Return the widths of the priced intervals, in points, smallest first."""
    return sorted(
        one.high - one.low for one in found.receipts if one.high is not None and one.low is not None
    )


def median_width(found: Receipts) -> float | None:
    """Return the median width of the priced intervals, or None when nothing is priced."""
    held = widths(found)
    return median(held) if held else None


@dataclass(frozen=True, slots=True)
class Pricing:
    """The question ``what would each refused wish cost?``, as a solving process runs it.

    Parameters
    ----------
    people
        Whose wishes are priced; None for everybody's.
    proved
        The bound that is known of the ward, if any.
    """

    people: tuple[str, ...] | None
    proved: int | None
    name: str = "receipts"

    def run(
        self,
        problem: Problem,
        budget: Budget,
        warm: tuple[Assignment, ...] | None,
        report: Report,
        on_stop: Callable[[Callable[[], None]], None],
        offers: Offers = no_offers,  # noqa: ARG002 - nobody else is asked
    ) -> Answer:
        """See ``Strategy.run``; the answer's ``told`` is ``Receipts``."""
        assert warm is not None
        found = _Run(problem, budget, warm, self, report, on_stop).all()
        return Answer(Status.UNKNOWN, None, None, None, told=found)


class _Run:
    def __init__(
        self,
        problem: Problem,
        budget: Budget,
        roster: tuple[Assignment, ...],
        asked: Pricing,
        report: Report,
        on_stop: Callable[[Callable[[], None]], None],
    ) -> None:
        self.problem, self.budget, self.roster = problem, budget, roster
        self.asked, self.report, self.on_stop = asked, report, on_stop
        self.meter = Meter(budget)
        on_stop(self.meter.stop)
        self.court = Court.of(problem)
        self.live = LivePlan.of(self.court, roster)
        self.terms = by_term(self.live.plan)
        self.pinned = Pinned(self.court, roster)
        self.points = self.pinned.points
        days = self.court.index.days
        options = self.court.index.options
        possible = (1 for p in problem.people for d in range(days) for _ in options(p, d))
        self.small = sum(possible) <= EXACT
        self.days = list(wishes_of(self.live.plan, asked.people))
        self.ward = fulfilment(list(wishes_of(self.live.plan)))
        self.known: dict[int, Near | None] = {}
        self.found = [blank(self.court.index, one) for one in self.days]

    def all(self) -> Receipts:
        """Price the refused wishes, the strongest first, while there is time."""
        self.tell(partial=True)
        refused = [n for n, one in enumerate(self.days) if not one.granted]
        refused.sort(key=lambda n: (-self.days[n].points, n))
        left = len(refused)
        if not self.small:
            refused = self.exchange(refused)
        for number in refused:
            if self.meter.over:
                return self.told(partial=True)
            self.found[number] = self.one(number, left)
            left -= 1
            self.tell(partial=left > 0)
        return self.told(partial=False)

    def exchange(self, refused: list[int]) -> list[int]:
        """Price what a plain exchange between two people grants; return whom to look at again.

        Those that no exchange grants come first then, for a search may.
        """
        for turn, number in enumerate(refused):
            if self.meter.over:
                break
            near = self.handed(self.days[number])
            self.found[number] = self.priced(number, near)
            self.known[number] = near
            if turn % TOLD_EVERY == 0:
                self.tell(partial=True)
        return sorted(refused, key=lambda n: self.known.get(n) is not None)

    def handed(self, day: WishDay) -> Near | None:
        """Return points and roster of the cheapest plain exchange that grants a wish day."""
        when, index = self.court.index.clock.date(day.day), self.court.index
        named = named_shifts(index, day.wish)
        if day.wish.kind is WishKind.AVOID:
            barred = named if len(named) < len(index.shifts) else ()
            wanted = Wanted(day.wish.person, when, barred=barred)
        else:
            wanted = Wanted(day.wish.person, when, shifts=named)
        found = handed(self.court, self.live, wanted)
        return None if found is None else (found.total, found.assignments)

    def priced(self, number: int, near: Near | None) -> Receipt:
        """Return the receipt of a wish day with the price of the cheapest roster found so far."""
        high = None if near is None else max(0, near[0] - self.points)
        return self.found[number].model_copy(
            update={
                "status": "unknown" if high is None else "refused",
                "low": None if high is None else 0,
                "high": high,
                **self.reasons(self.days[number], None if near is None else near[1]),
            }
        )

    def tell(self, *, partial: bool) -> None:
        self.report(Progress(self.meter.now, "receipts", told=self.told(partial=partial)))

    def told(self, *, partial: bool) -> Receipts:
        return Receipts(
            problem_name=self.problem.name,
            problem_hash=content_hash(self.court.index.given),
            points=self.points,
            optimal=self.asked.proved == self.points,
            receipts=tuple(self.found),
            ward=self.ward,
            people=by_person(self.days),
            partial=partial,
            seconds=round(self.meter.now, 2),
        )

    def one(self, number: int, left: int) -> Receipt:
        """Return one refused wish's receipt; ``left`` more share the time that is left."""
        day, known = self.days[number], self.found[number]
        avoids = day.wish.kind is WishKind.AVOID
        shifts = () if avoids else named_shifts(self.court.index, day.wish)
        near = self.nearest(day, shifts)
        known_near = self.known.get(number)
        if known_near is not None and (near is None or known_near[0] <= near[0]):
            near = known_near
        high = None if near is None else near[0] - self.points
        low: int | None = 0
        exact = impossible = False
        if self.small:
            seconds = min(EACH, self.seconds_left() / max(1, left))
            answer = self.exactly(day, None if near is None else near[1], seconds)
            if answer.assignments is not None and self.grants(day, answer.assignments):
                points = answer.objective or 0
                if near is None or points < near[0]:
                    near = (points, answer.assignments)
                    high = points - self.points
                exact = answer.status is Status.OPTIMAL and self.asked.proved == self.points
            bound = answer.bound if answer.status is not Status.OPTIMAL else answer.objective
            impossible = near is None and self.impossible(day, seconds)
            low = max(0, (bound or 0) - self.points)
        near, nearest = self.closest(day, near, EACH if exact else NEARER, left)
        high = None if near is None else near[0] - self.points
        return known.model_copy(
            update={
                "status": "impossible" if impossible else "unknown" if high is None else "refused",
                "low": None if high is None else min(low or 0, max(0, high)),
                "high": None if high is None else max(0, high),
                "exact": exact and high is not None,
                "nearest": nearest,
                **self.reasons(day, None if near is None else near[1]),
            }
        )

    def closest(
        self, day: WishDay, near: Near | None, most: float, left: int
    ) -> tuple[Near | None, bool]:
        """Return a roster of the told price that moves little else, and whether that is proved."""
        if near is None:
            return None, False
        limit = max(near[0], self.points)  # the price that is told is never below 0
        seconds = min(most, self.seconds_left() / max(1, left))
        end = time.monotonic() + seconds

        def fits(live: LivePlan) -> bool:
            return self.grants(day, live.assignments)

        def over() -> bool:
            return self.meter.over or time.monotonic() > end

        found = needed(self.live, near[1], limit, fits, over)
        sharp = sharpened(self.problem, self.roster) if self.small and not over() else None
        if sharp is None:
            return (found.total, found.assignments), False
        budget = replace(self.budget, seconds=end - time.monotonic(), started=time.monotonic())
        asked = insisting(sharp, day, self.court)
        answer = CpSat().run(asked, budget, found.assignments, lambda _: None, self.on_stop)
        self.on_stop(self.meter.stop)
        if answer.assignments is None or not self.grants(day, answer.assignments):
            return (found.total, found.assignments), False
        sharper = LivePlan.of(self.court, answer.assignments)
        proved = answer.status is Status.OPTIMAL and sharper.total == limit
        if sharper.total <= limit and moved(self.live, sharper) < moved(self.live, found):
            found = sharper
        return (found.total, found.assignments), proved

    def impossible(self, day: WishDay, seconds: float) -> bool:
        """Return whether it is proved that no lawful roster gives a wished day off.

        Only for a wish to be off altogether; whether others can be granted stays unknown.
        """
        wish = day.wish
        if wish.kind is not WishKind.AVOID or wish.shifts or wish.kinds:
            return False
        lock = Lock(person=wish.person, date=self.court.index.clock.date(day.day))
        locked = self.problem.model_copy(update={"locks": (*self.problem.locks, lock)})
        budget = replace(self.budget, seconds=seconds, started=None)
        found = lawful(of_problem(locked), budget, on_stop=self.on_stop)
        self.on_stop(self.meter.stop)
        return found.status is Status.INFEASIBLE

    def seconds_left(self) -> float:
        whole = self.budget.seconds
        return EACH if whole is None else max(0.1, whole - self.meter.now)

    def nearest(self, day: WishDay, shifts: tuple[str, ...]) -> Near | None:
        """Return points and roster of the cheapest roster found that grants a wish day."""
        if day.wish.kind is WishKind.AVOID:
            named = set(named_shifts(self.court.index, day.wish))
            others = tuple(code for code in self.court.index.shifts if code not in named)
            pins = [Pin(day.wish.person, day.day)]
            pins += [Pin(day.wish.person, day.day, others)] if others else []
        else:
            pins = [Pin(day.wish.person, day.day, shifts)]
        found = [one for pin in pins if (one := self.pinned.nearest(pin, self.meter)) is not None]
        best = min(found, key=lambda one: one.points, default=None)
        return None if best is None else (best.points, best.roster)

    def exactly(self, day: WishDay, warm: tuple[Assignment, ...] | None, seconds: float) -> Answer:
        """Solve the whole with the wish day at a price that nothing outweighs."""
        budget = replace(self.budget, seconds=seconds, started=time.monotonic())
        changed = insisting(self.problem, day, self.court)
        start = warm or self.roster
        answer = CpSat().run(changed, budget, start, lambda _: None, self.on_stop)
        self.on_stop(self.meter.stop)
        return answer

    def grants(self, day: WishDay, roster: tuple[Assignment, ...]) -> bool:
        """Return whether a roster grants a wish day."""
        held = wishes_of(self.court.index.plan(roster), [day.wish.person])
        return any(one.granted for one in held if (one.wish, one.day) == (day.wish, day.day))

    def reasons(self, day: WishDay, roster: tuple[Assignment, ...] | None) -> dict[str, object]:
        """Return what explains a refusal, from a roster that grants it where there is one."""
        found: dict[str, object] = {
            "rules": broken_by(self.court, self.live, day),
            "enabling": enabling(self.court, self.live, day),
        }
        if roster is not None:
            index = self.court.index
            plan = index.plan(roster)
            found["causes"] = causes_between(self.terms, by_term(plan))
            asking = day.wish.person
            found["displaced"] = displaced_between(self.live.plan, plan, asking)
            found["touched"] = touched_between(index, self.roster, roster, asking)
        return found
