"""The effects of a scenario summed up for people to read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from fractions import Fraction
from importlib.metadata import PackageNotFoundError, version

from rostering.domain.canonical import content_hash
from rostering.domain.people import Person
from rostering.domain.problem import Problem
from tasksharing.domain.book import TaskBook
from tasksharing.domain.minutes import Minutes, sums
from tasksharing.scenarios.changes import AddStaff, Move, Planning, ShareStaff, Train, Vacate
from tasksharing.scenarios.effects import (
    Balance,
    Basis,
    Effects,
    FreedHour,
    FreedShift,
    LeftTask,
    MovedTask,
    NewShiftFormed,
    Posts,
    RemovedTask,
    SmallestPosts,
    Training,
    Why,
)
from tasksharing.scenarios.legality import percent_of
from tasksharing.scenarios.lowering import lowered_minutes
from tasksharing.scenarios.moving import ZERO
from tasksharing.scenarios.posts import formed_minutes, smallest
from tasksharing.scenarios.result import Shared
from tasksharing.scenarios.scenario import Scenario

STEPS = ("discuss", "risk", "approve", "train", "delegate", "recruit", "agree_units", "follow_up")
"""What has to be done before the first day; each has a sentence in the language catalogues."""


def effects_of(
    problem: Problem, made: Problem, book: TaskBook, scenario: Scenario, shared: Shared
) -> Effects:
    """Return what a scenario does, before anybody is rostered."""
    lowered = lowered_minutes(problem, book, shared.week, shared.freed)
    everybody, health = _freed(book, shared)
    posts = _posts(problem, made, scenario, shared)
    new, pool = _new_minutes(scenario, shared), sum(shared.week.pool.values(), ZERO)
    idle = _idle(_people_added(problem, made), scenario, shared)[0]
    return Effects(
        scenario=scenario.id,
        invented=book.invented,
        moved=tuple(_moved(shared)),
        removed=tuple(_removed(shared)),
        left=tuple(LeftTask(task=t, minutes=m) for t, m in sorted(shared.left.items())),
        new_shifts=tuple(_new_shifts(shared)),
        freed_shifts=tuple(_freed_shifts(shared)),
        freed=tuple(_by_hour(shared)),
        balance=tuple(_balance(shared)),
        lowered_hours=_hours(lowered),
        new_hours=_hours(new),
        saved_hours=_hours(lowered - new - idle - pool),
        freed_hours=_hours(everybody),
        freed_health_hours=_hours(health),
        capacity_hours=_hours(max(ZERO, everybody - lowered)),
        idle_hours=_hours(idle),
        pool_hours=_hours(pool),
        uncovered_hours=max(0.0, round(posts.hours_vacated - _hours(lowered), 4)),
        differing=scenario.differing,
        posts=posts,
        training=_training(scenario),
        one_off_nok=sum(change.one_off_nok for change in scenario.changes),
        steps=tuple(_steps(scenario)),
        basis=Basis(
            problem_hash=content_hash(problem),
            book_hash=content_hash(book),
            scenario_hash=content_hash(scenario),
            result_hash=content_hash(made),
            engine=engine(),
        ),
    )


def engine() -> str:
    """Return name and version of what computed this."""
    try:
        return f"helseturnus {version('helseturnus')}"
    except PackageNotFoundError:
        return "helseturnus"


def _moved(shared: Shared) -> Iterator[MovedTask]:
    found: defaultdict[tuple[str, str, str], Fraction] = defaultdict(Fraction)
    for one in shared.moved:
        found[one.task, one.giver, one.receiver] += one.minutes
    for (task, giver, receiver), minutes in sorted(found.items()):
        yield MovedTask(task=task, giver=giver, receiver=receiver, minutes=minutes)


def _removed(shared: Shared) -> Iterator[RemovedTask]:
    found: defaultdict[tuple[str, Why], Fraction] = defaultdict(Fraction)
    for one in shared.removed:
        found[one.slot.task, one.why] += one.minutes
    for (task, why), minutes in sorted(found.items()):
        yield RemovedTask(task=task, why=why, minutes=minutes)


def _new_shifts(shared: Shared) -> Iterator[NewShiftFormed]:
    for one in shared.formed:
        yield NewShiftFormed(
            group=one.group,
            shift=one.shift,
            weekday=one.weekday,
            wanted=one.wanted,
            heads=one.heads,
            filled=one.filled,
            offered=one.offered,
        )


def _freed_shifts(shared: Shared) -> Iterator[FreedShift]:
    for one in shared.freed:
        if one.minutes:
            yield FreedShift(
                row=one.row,
                shift=one.shift,
                weekday=one.weekday,
                minutes=_told(one.minutes),
                paid=one.paid,
                enough=one.enough,
                formed=one.formed,
                lowered=one.lowered,
                general=one.general,
            )


def _by_hour(shared: Shared) -> Iterator[FreedHour]:
    net: defaultdict[tuple[str, int, int], Fraction] = defaultdict(Fraction)
    for minutes, sign in ((shared.week.before, 1), (shared.week.after, -1)):
        for slot, amount in minutes.items():
            net[slot.group, slot.weekday, slot.quarter // 4] += sign * amount
    for (group, weekday, hour), amount in sorted(net.items()):
        if amount:
            yield FreedHour(group=group, weekday=weekday, hour=hour, minutes=_told(amount))


def _balance(shared: Shared) -> Iterator[Balance]:
    before, after = _by_task(shared.week.before), _by_task(shared.week.after)
    gone: defaultdict[str, Fraction] = defaultdict(Fraction)
    for one in shared.removed:
        gone[one.slot.task] += one.minutes
    for task, minutes in sorted(before.items()):
        yield Balance(task=task, before=minutes, after=after.get(task, ZERO), removed=gone[task])


def _by_task(minutes: Minutes) -> dict[str, Fraction]:
    return sums(minutes, lambda slot: slot.task)


def _new_minutes(scenario: Scenario, shared: Shared) -> Fraction:
    return Fraction(sum(formed_minutes(change, shared.formed) for change in _added(scenario)))


def _added(scenario: Scenario) -> list[AddStaff]:
    return [change for change in scenario.changes if isinstance(change, AddStaff)]


def _freed(book: TaskBook, shared: Shared) -> tuple[Fraction, Fraction]:
    """Return what today's groups are freed from, and those of them who are health-qualified.

    What new staff or a pool do is not work of today's groups, though it may be of their kind; of
    health-qualified time it is taken off, because it is such time too.
    """
    week = shared.week
    health = {group.id for group in book.groups if group.health}
    everybody = sum(week.before.values(), ZERO) - sum(week.stays.values(), ZERO)
    qualified = (
        sum((m for s, m in minutes.items() if s.group in health), ZERO)
        for minutes in (week.before, week.after)
    )
    before, after = qualified
    return everybody, before - after


def _posts(problem: Problem, made: Problem, scenario: Scenario, shared: Shared) -> Posts:
    kept = {person.id for person in made.people}
    added = _people_added(problem, made)
    gone = [person for person in problem.people if person.id not in kept]
    idle, short = _idle(added, scenario, shared)
    return Posts(
        added=_percents(percent_of(person, made) for person in added),
        vacated=_percents(percent_of(person, problem) for person in gone),
        hours_added=_hours(_weekly(added)),
        hours_needed=_hours(_new_minutes(scenario, shared)),
        hours_idle=_hours(idle),
        hours_short=_hours(short),
        hours_vacated=_hours(_weekly(gone)),
        smallest=tuple(_smallest(scenario, shared)),
    )


def _people_added(problem: Problem, made: Problem) -> list[Person]:
    old = {person.id for person in problem.people}
    return [person for person in made.people if person.id not in old]


def _weekly(people: Iterable[Person]) -> Fraction:
    return sum((Fraction(pos.weekly_minutes) for p in people for pos in p.positions), ZERO)


def _idle(added: Iterable[Person], scenario: Scenario, shared: Shared) -> tuple[Fraction, Fraction]:
    """Return minutes hired beyond the formed shifts, and formed beyond what is hired.

    Group by group: new people work the new shifts of their own group and no others.
    """
    over: defaultdict[str, Fraction] = defaultdict(Fraction)
    for person in added:
        over[person.group] += _weekly([person])
    for change in _added(scenario):
        over[change.group] -= formed_minutes(change, shared.formed)
    idle = sum((minutes for minutes in over.values() if minutes > 0), ZERO)
    return idle, idle - sum(over.values(), ZERO)


def _smallest(scenario: Scenario, shared: Shared) -> Iterator[SmallestPosts]:
    for change in _added(scenario):
        if percents := smallest(change, shared.formed):
            yield SmallestPosts(
                group=change.group,
                shift=change.shift.code,
                percents=percents,
                hours=_told(_exact(percents) / 100 * _exact([change.full_time_hours])),
            )


def _percents(values: Iterable[Fraction]) -> float:
    return _told(sum(values, ZERO) / 100)


def _training(scenario: Scenario) -> Training:
    listed = [change for change in scenario.changes if isinstance(change, Train)]
    hours = sum((change.hours * len(change.people) for change in listed), ZERO)
    return Training(
        people=len({person for change in listed for person in change.people}),
        hours=_told(hours),
        delegations=sum(len(change.people) for change in listed if change.task),
    )


def _steps(scenario: Scenario) -> Iterator[str]:
    kinds = [type(change) for change in scenario.changes]
    needed = {
        "discuss": True,
        "risk": True,
        "approve": Move in kinds or Planning in kinds,
        "train": Train in kinds,
        "delegate": any(isinstance(c, Train) and c.task for c in scenario.changes),
        "recruit": AddStaff in kinds,
        "agree_units": ShareStaff in kinds,
        "follow_up": Vacate in kinds or AddStaff in kinds or Move in kinds,
    }
    yield from (step for step in STEPS if needed[step])


def _hours(minutes: Fraction) -> float:
    return _told(minutes / 60)


def _exact(values: Iterable[float]) -> Fraction:
    return sum((Fraction(str(value)) for value in values), ZERO)


def _told(value: Fraction) -> float:
    return round(float(value), 4)
