"""The optimiser's question answered by trying everything, from the ward, book and question alone.

Legality is read date by date, minutes and presence as they are written; nothing of the optimiser is
used. For every choice of training, tasks, groups and heads the best minutes of each weekday are a
linear programme for another solver; weekdays are put together by their costs.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np
from scipy.optimize import linprog

from rostering.domain.people import Person
from rostering.domain.problem import Problem
from tasksharing.domain.book import TaskBook
from tasksharing.domain.tasks import Route
from tasksharing.optimise.question import Question

Trained = frozenset[tuple[int, str]]
Table = dict[tuple[int, int], float]
"""Best worth by paid minutes and divided tasks."""


@dataclass(frozen=True)
class Target:
    """Where minutes could go on a weekday: some heads of a new shift, or people on duty."""

    group: str
    room: dict[int, float]
    slack: bool = False


class Brute:
    """Tries everything. Estimated minutes, absences and several units are not looked at."""

    def __init__(self, problem: Problem, book: TaskBook, question: Question) -> None:
        self.problem, self.book, self.question = problem, book, question
        start = problem.horizon.start
        self.dates = [start + dt.timedelta(days=n) for n in range(problem.horizon.days)]
        self.tasks = {t.id: t for t in book.tasks if t.id in question.tasks or not question.tasks}
        self.health = {group.id for group in book.groups if group.health}
        self.givers = set(question.givers) or self.health
        self.load, self.fill = float(question.load), float(question.fill)
        self.minutes: dict[tuple[str, str, int, int], float] = defaultdict(float)
        for task in book.tasks:
            for one in task.logged:
                for number, amount in enumerate(one.minutes):
                    key = task.id, one.group, one.weekday, one.start // 15 + number
                    self.minutes[key] += float(amount)
        self.heads: dict[tuple[str, int, int], float] = defaultdict(float)
        for here in book.presence:
            for number, heads in enumerate(here.heads):
                self.heads[here.group, here.weekday, here.start // 15 + number] += float(heads)
        self.known: dict[object, float | None] = {}

    def best_worth(self, most_new: int) -> float:
        """Return the most weighted minutes freed that any lawful choice reaches."""
        return max(
            worth
            for trained in self.trainings()
            for chosen in self.choices(trained)
            for (paid, split), worth in self.week(chosen, trained).items()
            if paid <= most_new and split <= self.question.max_handovers
        )

    # ------------------------------------------------------------------ who may do what

    def trainings(self) -> Iterator[Trained]:
        every = [(n, who) for n, c in enumerate(self.question.courses) for who in c.people]
        for size in range(len(every) + 1):
            for some in combinations(every, size):
                hours = sum(self.question.courses[number].hours for number, _ in some)
                if hours <= self.question.max_training_hours:
                    yield frozenset(some)

    def ways(self, name: str, day: dt.date) -> tuple[Route, ...]:
        held = [
            one
            for one in self.book.approvals
            if one.task == name and one.unit == self.book.unit and one.on <= day
            if (one.first or day) <= day <= (one.last or day)
        ]
        newest = max(held, key=lambda one: one.on, default=None)
        return (newest.minimum or self.book.task(name).minimum) if newest else ()

    def may(self, person: Person, name: str, trained: Trained) -> bool:
        courses = [self.question.courses[number] for number, who in trained if who == person.id]
        for day in self.dates:
            codes = {
                c.code for c in person.competences if (c.last or day) >= day >= (c.first or day)
            }
            codes |= {code for course in courses if day <= course.last for code in course.gives}
            trusted = any(course.task == name and day <= course.last for course in courses) or any(
                (one.person, one.task) == (person.id, name)
                and not (one.forms or one.residents)
                and one.signed_on <= day <= one.last
                and (one.first or day) <= day
                for one in self.book.delegations
            )
            if not any(
                _met(way, codes) and (trusted or not way.delegation) for way in self.ways(name, day)
            ):
                return False
        return True

    def share(self, name: str, group: str, trained: Trained) -> float:
        members = [person for person in self.problem.people if person.group == group]
        posts = {person.id: sum(p.percent for p in person.positions) for person in members}
        able = sum(posts[person.id] for person in members if self.may(person, name, trained))
        return able / sum(posts.values()) if members else 0.0

    def new_may(self, name: str, group: str) -> bool:
        codes = set(self.book.group(group).brings)
        return all(
            any(_met(way, codes) and not way.delegation for way in self.ways(name, day))
            for day in self.dates
        )

    # ------------------------------------------------------------------ what is chosen

    def choices(self, trained: Trained) -> Iterator[dict[str, str]]:
        groups = {one.group for one in self.question.shifts} | set(self.question.slack)
        for picked in product([None, *sorted(groups)], repeat=len(self.tasks)):
            chosen = {n: g for n, g in zip(self.tasks, picked, strict=True) if g is not None}
            if len(chosen) <= self.question.max_tasks:
                yield chosen

    def week(self, chosen: dict[str, str], trained: Trained) -> Table:
        total: Table = {(0, 0): 0.0}
        for weekday in range(1, 8):
            day = self.day(weekday, chosen, trained)
            joined: Table = {}
            for (paid, split), worth in total.items():
                for (more, other), extra in day.items():
                    key = paid + more, split + other
                    joined[key] = max(joined.get(key, -1e9), worth + extra)
            total = joined
        return total

    def day(self, weekday: int, chosen: dict[str, str], trained: Trained) -> Table:
        here = [n for n in chosen if any(k[0] == n and k[2] == weekday for k in self.minutes)]
        options = [one for one in self.question.shifts if weekday in one.weekdays]
        limited = self.question.max_handovers < 7 * len(self.tasks)
        found: Table = {(0, 0): 0.0}
        for heads in product(*(range(one.heads + 1) for one in options)):
            paid = sum(
                n * (one.shift.end - one.shift.start - one.shift.unpaid_break)
                for n, one in zip(heads, options, strict=True)
            )
            for states in product(*(self.states(name, limited=limited) for name in here)):
                plan = tuple(zip(here, states, strict=True))
                worth = self.best(weekday, plan, chosen, heads, trained)
                split = states.count("some") if limited else 0
                if worth is not None:
                    found[paid, split] = max(found.get((paid, split), -1e9), worth)
        return found

    def states(self, name: str, *, limited: bool) -> tuple[str, ...]:
        if not self.tasks[name].splittable:
            return ("none", "whole")
        return ("none", "whole", "some") if limited else ("some",)

    # ------------------------------------------------------------------ the minutes of a weekday

    def best(
        self,
        weekday: int,
        plan: tuple[tuple[str, str], ...],
        chosen: dict[str, str],
        heads: tuple[int, ...],
        trained: Trained,
    ) -> float | None:
        moving = tuple((name, state, chosen[name]) for name, state in plan if state != "none")
        shares = tuple(self.share(name, group, trained) for name, _, group in moving)
        key = weekday, moving, heads, shares
        if key not in self.known:
            self.known[key] = self.solved(weekday, moving, heads, shares)
        return self.known[key]

    def targets(self, weekday: int, heads: tuple[int, ...]) -> list[Target]:
        options = [one for one in self.question.shifts if weekday in one.weekdays]
        full = 15 * self.load
        found = [
            Target(
                one.group,
                dict.fromkeys(range(one.shift.start // 15, one.shift.end // 15), full * n),
            )
            for one, n in zip(options, heads, strict=True)
        ]
        for group in dict.fromkeys(self.question.slack):
            room = {
                q: there * full
                - sum(m for k, m in self.minutes.items() if k[1:] == (group, weekday, q))
                for (g, w, q), there in self.heads.items()
                if (g, w) == (group, weekday)
            }
            found.append(Target(group, room, slack=True))
        return found

    def solved(
        self,
        weekday: int,
        moving: tuple[tuple[str, str, str], ...],
        heads: tuple[int, ...],
        shares: tuple[float, ...],
    ) -> float | None:
        targets = self.targets(weekday, heads)
        flows: list[tuple[str, str, int, int, int]] = []
        for (name, _, group), share in zip(moving, shares, strict=True):
            for (n, giver, w, quarter), amount in self.minutes.items():
                if (n, w) == (name, weekday) and amount and giver in self.givers - {group}:
                    for number, target in enumerate(targets):
                        flows += [
                            (name, giver, quarter, number, q)
                            for q in target.room
                            if target.group == group and self.reaches(name, quarter, q)
                            if self.lawful_at(name, target, weekday, q, heads, share)
                        ]
        rows = _Rows(flows)
        self.limit(rows, weekday, moving, shares, targets)
        options = [one for one in self.question.shifts if weekday in one.weekdays]
        for number, (one, n) in enumerate(zip(options, heads, strict=True)):
            paid = one.shift.end - one.shift.start - one.shift.unpaid_break
            rows.at_most([-float(f[3] == number) for f in flows], -self.fill * paid * n)
        worth = [
            self.question.weight(weekday, f[2] * 15) * (f[1] in self.health)
            - self.question.weight(weekday, f[4] * 15) * (targets[f[3]].group in self.health)
            for f in flows
        ]
        return rows.best(worth)

    def limit(
        self,
        rows: "_Rows",
        weekday: int,
        moving: tuple[tuple[str, str, str], ...],
        shares: tuple[float, ...],
        targets: list[Target],
    ) -> None:
        flows = rows.flows
        for name, state, group in moving:
            mine = {
                (g, q): m
                for (n, g, w, q), m in self.minutes.items()
                if (n, w) == (name, weekday) and g in self.givers - {group}
            }
            for (giver, quarter), amount in mine.items():
                rows.at_most([float(f[:3] == (name, giver, quarter)) for f in flows], amount)
            if state == "whole":
                rows.at_most([-float(f[0] == name) for f in flows], -sum(mine.values()))
        for number, target in enumerate(targets):
            for q, room in target.room.items():
                into = [float(f[3:] == (number, q)) for f in flows]
                gives = [float((f[1], f[2]) == (target.group, q)) for f in flows]
                rows.at_most([i - g * target.slack for i, g in zip(into, gives, strict=True)], room)
                for (name, _, group), share in zip(moving, shares, strict=True):
                    if target.slack and group == target.group:
                        there = self.heads[group, weekday, q] * 15 * self.load * share
                        most = max(0.0, there - self.minutes.get((name, group, weekday, q), 0.0))
                        same = [i * (f[0] == name) for i, f in zip(into, flows, strict=True)]
                        rows.at_most(same, most)

    def reaches(self, name: str, quarter: int, there: int) -> bool:
        window = self.tasks[name].window
        inside = window is not None and window.first <= there * 15 < window.last
        return there == quarter or inside

    def lawful_at(
        self, name: str, target: Target, weekday: int, q: int, heads: tuple[int, ...], share: float
    ) -> bool:
        new = self.new_may(name, target.group)
        if not (share if target.slack else new):
            return False
        options = [one for one in self.question.shifts if weekday in one.weekdays]
        added = sum(
            n
            for n, one in zip(heads, options, strict=True)
            if one.group == target.group and one.shift.start <= q * 15 < one.shift.end
        )
        slack = target.group in self.question.slack
        there = self.heads[target.group, weekday, q] if slack else 0.0
        people = self.tasks[name].people
        able = added * new + there * share
        return added + there >= people and (people == 1 or able >= people)


class _Rows:
    """A linear programme over flows: what is at most something, and the best there is."""

    def __init__(self, flows: list[tuple[str, str, int, int, int]]) -> None:
        self.flows = flows
        self.left: list[list[float]] = []
        self.right: list[float] = []

    def at_most(self, row: list[float], most: float) -> None:
        self.left.append(row)
        self.right.append(most)

    def best(self, worth: list[float]) -> float | None:
        if not self.flows:
            return 0.0 if all(most >= -1e-9 for most in self.right) else None
        done = linprog(-np.array(worth), A_ub=np.array(self.left), b_ub=self.right)
        return -done.fun if done.status == 0 else None


def _met(way: Route, codes: set[str]) -> bool:
    return codes.issuperset(way.all_of) and (not way.any_of or bool(codes.intersection(way.any_of)))
