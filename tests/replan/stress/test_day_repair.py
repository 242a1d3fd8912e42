"""A repaired day is covered by ``check`` itself, and no other stand-ins would have done better."""

from collections.abc import Iterator
from itertools import combinations

from rostering.check import Court
from rostering.domain.duty import Duty
from rostering.domain.line import Plan
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Roster
from rostering.domain.wishes import Absence, AbsenceKind
from rostering.replan.stress.day import Day, days_of
from rostering.replan.stress.fitness import Fitness, Taker
from rostering.replan.stress.repair import Repair, repair
from tests.replan.hard_breaches import hard
from tests.replan.wards import person, roster, ward
from tests.solved import solved

Placed = tuple[tuple[Duty, Taker], ...]


class World:
    """A roster with its days and takers."""

    def __init__(self, problem: Problem, plan: Roster) -> None:
        self.problem, self.roster = problem, plan
        self.court = Court.of(problem, plan)
        self.plan: Plan = self.court.index.plan(plan.assignments)
        self.fitness = Fitness(self.court, self.plan, plan)
        self.days = days_of(self.court, self.plan, 0)
        self.old = hard(problem, plan)

    def with_sick(
        self, day: Day, absent: tuple[str, ...], placed: Placed
    ) -> tuple[Problem, Roster]:
        """Return ward and roster of the day as it came: sick leave known, stand-ins on duty."""
        when = self.court.index.clock.date(day.day)
        sick = tuple(
            Absence(person=one.person.id, kind=AbsenceKind.SICK, first=when, shift=one.duty.code)
            for one in day.duties
            if one.person.id in absent
        )
        kept = [a for a in self.roster.assignments if (a.person in absent, a.date) != (True, when)]
        new = [
            Assignment(
                person=taker.person.id, date=when, shift=duty.code, unit=duty.unit,
                role=duty.role, pay=taker.pay,
            )
            for duty, taker in placed
        ]  # fmt: skip
        problem = self.problem.model_copy(update={"absences": (*self.problem.absences, *sick)})
        return problem, self.roster.model_copy(
            update={"assignments": (*kept, *new), "overlays": ()}
        )

    def worth(self, day: Day, absent: tuple[str, ...], placed: Placed) -> tuple[int, int, int]:
        """Return by ``check`` what is newly broken and who is missing, and by the bill the cost."""
        problem, after = self.with_sick(day, absent, placed)
        old, new = self.old, hard(problem, after)
        broken = sum(new[key] > old[key] for key in new if key[0] != "coverage")
        when = str(self.court.index.clock.date(day.day))
        short = (key for key in new if key[0] == "coverage" and key[2].startswith(when))
        missing = sum(new[key] for key in short)
        return broken, missing, sum(taker.ore for _, taker in placed)


def ways(world: World, day: Day, absent: tuple[str, ...]) -> Iterator[Placed]:
    """Yield every way of filling some of the open shifts, each person at most once."""
    opened = [one.duty for one in day.duties if one.person.id in absent]

    def filled(number: int, placed: Placed) -> Iterator[Placed]:
        if number == len(opened):
            yield placed
            return
        yield from filled(number + 1, placed)
        used = {taker.person.id for _, taker in placed} | {*absent}
        for taker in world.fitness.takers(opened[number]):
            if taker.person.id not in used:
                yield from filled(number + 1, (*placed, (opened[number], taker)))

    return filled(0, ())


def agrees(world: World, day: Day, absent: tuple[str, ...]) -> Repair:
    """Hold one repair against ``check`` and against every other way; return it."""
    found = repair(day, world.fitness, absent)
    best = world.worth(day, absent, found.placed)
    assert found.holds is (best[:2] == (0, 0))
    assert found.ore == best[2]
    assert best == min(world.worth(day, absent, placed) for placed in ways(world, day, absent))
    return found


def test_on_a_solved_ward_check_confirms_the_best_repair_of_each_day() -> None:
    problem, plan = solved("tiny")
    world = World(problem, plan)
    held = fallen = called = 0
    for day in world.days[::5]:
        for size in (1, 2, 3):
            for absent in list(combinations(day.people, size))[:2]:
                found = agrees(world, day, absent)
                held, fallen = held + found.holds, fallen + (not found.holds)
                called += len(found.placed)
                assert found.holds is not bool(found.uncovered)
    assert min(held, fallen, called) > 0


def crew(**more: object) -> World:
    """Return Anne, a nurse, and Bo on a Monday that asks for both; others are on call."""
    nurse = [{"code": "nurse"}]
    people = [
        person("anne", 100, competences=nurse),
        person("bo", 100),
        person("cato", kind="on_call", pay=400_000),
        person("dina", kind="on_call", pay=500_000, competences=nurse),
        person("else", kind="on_call", pay=450_000),
    ]
    row = {"units": ["post"], "shifts": ["D"], "weekdays": [1]}
    demand = [
        {**row, "id": "all", "minimum": 2, "target": 2, "maximum": 3},
        {
            **row, "id": "nurse", "minimum": 1, "target": 1,
            "competence": {"all_of": ["nurse"]},
        },
    ]  # fmt: skip
    rules = {"coverage": {"values": {"required": True}}, "pairs": {"values": {"required": True}}}
    problem = ward(people, **{"demand": demand, "rules": rules, **more})
    return World(problem, roster(problem, {"anne": "D", "bo": "D"}))


def names(found: Repair) -> list[str]:
    return sorted(taker.person.id for _, taker in found.placed)


def test_the_cheapest_who_are_enough_are_called() -> None:
    world = crew()
    (day,) = world.days
    assert names(agrees(world, day, ("bo",))) == ["cato"]
    assert names(agrees(world, day, ("anne",))) == ["dina"]  # dearer, but a nurse
    assert names(agrees(world, day, ("anne", "bo"))) == ["cato", "dina"]


def test_people_of_a_pair_that_must_not_meet_are_not_both_called() -> None:
    pair = {"id": "p", "kind": "apart", "person": "dina", "other": "cato"}
    world = crew(pairs=[pair])
    (day,) = world.days
    assert names(agrees(world, day, ("anne", "bo"))) == ["dina", "else"]


def test_a_person_who_works_only_beside_an_absent_one_breaks_the_day() -> None:
    pair = {"id": "p", "kind": "together", "person": "bo", "other": "anne"}
    world = crew(pairs=[pair])
    (day,) = world.days
    found = agrees(world, day, ("anne",))
    assert (found.holds, names(found)) == (False, ["dina"])


def test_what_nobody_can_mend_is_told_by_row_and_duty() -> None:
    silent = [{"person": "dina", "kind": "do_not_call", "first": "2027-01-04"}]
    world = crew(call_choices=silent)
    (day,) = world.days
    found = agrees(world, day, ("anne", "bo"))
    assert names(found) == ["cato", "else"]
    assert (found.holds, found.rows) == (False, ("nurse",))
    assert [one.person.id for one in found.uncovered] == ["anne"]
    assert found.minutes == 450


def test_nobody_is_called_when_enough_are_left() -> None:
    row = {"id": "all", "units": ["post"], "shifts": ["D"], "minimum": 1, "target": 2}
    world = crew(demand=[row])
    found = agrees(world, world.days[0], ("bo",))
    assert (found.holds, found.placed, found.ore) == (True, (), 0)
