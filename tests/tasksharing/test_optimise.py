"""The optimiser finds what trying everything finds, and never anything unlawful."""

import datetime as dt
import random
from fractions import Fraction
from typing import Any

import pytest

from rostering.errors import BadInput
from tasksharing.domain.book import TaskBook
from tasksharing.domain.permits import Delegation
from tasksharing.domain.tasks import Route, Task, Window
from tasksharing.optimise.facts import facts_of
from tasksharing.optimise.keeping import broken, divided, without
from tasksharing.optimise.model import build
from tasksharing.optimise.question import Question, bundled
from tasksharing.optimise.search import beats, optimise
from tasksharing.optimise.variables import Limit
from tasksharing.scenarios import Applied, apply
from tests.tasksharing import shared
from tests.tasksharing.brute import Brute
from tests.tasksharing.small import SIGNED, UNIT, WINDOW, book, task, ward

SHIFT: dict[str, Any] = {"code": "V", "start": "08:00", "end": "10:00"}
ANY = Limit(100_000, 1000)
LATER = dt.date(2027, 12, 31)


def question(**more: Any) -> Question:  # noqa: ANN401
    facts = {
        "shifts": [{"group": "host", "shift": SHIFT, "weekdays": [1, 2], "heads": 2}],
        "load": 1,
        "fill": "0.5",
    }
    return Question.model_validate(facts | more)


def drawn(seed: int) -> tuple[TaskBook, Question]:
    luck = random.Random(seed)
    tasks = [_task(luck, name) for name in ("a", "b", "c")]
    return book(*tasks), question(
        max_tasks=luck.randint(1, 3),
        fill=luck.choice(["0.25", "0.5", "0.75"]),
        needed=[{"first": "08:30", "last": "09:30", "weight": luck.randint(1, 3)}],
    )


def _task(luck: random.Random, name: str) -> Task:
    logged = [
        ("nurse", weekday, luck.choice(["08:00", "08:30", "09:00"]), minutes)
        for weekday in (1, 2)
        for minutes in [[luck.choice([5, 15, 30]) for _ in range(luck.randint(1, 4))]]
    ]
    return task(
        name,
        *logged,
        window=WINDOW if luck.random() < 0.5 else None,
        splittable=luck.random() < 0.7,
        people=2 if luck.random() < 0.2 else 1,
        minimum=(Route(any_of=("host",) if luck.random() < 0.85 else ("nurse",)),),
    )


def drawn_with_slack(seed: int) -> tuple[TaskBook, Question]:
    """Workers on duty take over and give away, some by delegation, some after a course."""
    luck = random.Random(seed)
    ways = (Route(all_of=("nurse",)), Route(all_of=("worker",), delegation=True))
    free = (Route(any_of=("nurse", "worker", "host")),)
    tasks = [
        _task(luck, "a").model_copy(update={"minimum": luck.choice([ways, free])}),
        _with_workers(luck, "b").model_copy(update={"minimum": luck.choice([ways, free, free])}),
    ]
    held = Delegation(
        person="p2", task="a", unit=UNIT, last=LATER, signed_by="head", signed_on=SIGNED
    )
    opened = tasks[0].minimum == ways
    given_book = book(*tasks, delegations=[held] if opened and luck.random() < 0.7 else [])
    groups = tuple(
        one.model_copy(update={"health": one.id == "nurse"}) for one in given_book.groups
    )
    course = {"task": "a", "people": ["p3"], "hours": 8, "last": LATER, "signed_by": "head"}
    return given_book.model_copy(update={"groups": groups}), question(
        slack=["worker"],
        givers=["nurse", "worker"],
        courses=[course] if opened else [],
        max_training_hours=luck.choice([0, 8]),
        max_handovers=luck.choice([0, 1, 50]),
        max_tasks=luck.randint(1, 2),
        fill=luck.choice(["0.25", "0.5"]),
        needed=[{"first": "08:30", "last": "09:30", "weight": luck.randint(1, 3)}],
    )


def _with_workers(luck: random.Random, name: str) -> Task:
    mine = [("worker", weekday, "08:00", [luck.choice([0, 5, 10])] * 4) for weekday in (1, 2)]
    theirs = [("nurse", 1, "08:30", [luck.choice([5, 15])] * 2)]
    return task(name, *mine, *theirs, splittable=luck.random() < 0.7)


def require_equal(given_book: TaskBook, asked: Question) -> None:
    facts = facts_of(ward(), given_book, asked)
    brute = Brute(ward(), given_book, asked)
    for new in (0, 120, 360):
        found = build(facts).solve(Limit(new, 1000), 50.0, 1)
        assert found is not None
        assert found.worth == found.bound
        assert found.worth / facts.scale == pytest.approx(brute.best_worth(new), abs=1e-6)


@pytest.mark.parametrize("seed", range(8))
def test_equals_trying_everything(seed: int) -> None:
    require_equal(*drawn(seed))


@pytest.mark.parametrize("seed", range(8))
def test_equals_trying_everything_with_people_on_duty(seed: int) -> None:
    require_equal(*drawn_with_slack(seed))


def test_what_it_proposes_is_lawful_and_keeps_its_word() -> None:
    tasks = [
        task("open", ("nurse", 1, "08:00", [30] * 8)),
        task("closed", ("nurse", 1, "08:00", [30] * 8), minimum=(Route(all_of=("nurse",)),)),
        task("unapproved", ("nurse", 1, "08:00", [30] * 8)),
    ]
    given_book = book(*tasks, approved=["open", "closed"])
    asked = question(fill="0.8")
    frontier = optimise(ward(), given_book, asked, levels=2)
    assert frontier.points
    for point in frontier.points:
        moved = {name for c in point.scenario.changes if c.kind == "move" for name in c.tasks}
        assert moved == {"open"}
        effects = apply(ward(), given_book, point.scenario).effects
        assert effects.basis == point.basis
        assert effects.freed_health_hours == point.freed_health_hours
        assert point.worth_hours <= point.bound_hours
    assert not any(beats(one, two) for one in frontier.points for two in frontier.points)
    assert frontier == optimise(ward(), given_book, asked, levels=2)


def delegated(last: dt.date) -> TaskBook:
    ways = (Route(all_of=("nurse",)), Route(all_of=("worker",), delegation=True))
    given = Delegation(
        person="p2", task="round", unit=UNIT, last=last, signed_by="head", signed_on=SIGNED
    )
    return book(task("round", ("nurse", 1, "08:00", [30]), minimum=ways), delegations=(given,))


def moves(given_book: TaskBook, asked: Question) -> tuple[tuple[str, str, tuple[int, ...]], ...]:
    """Return what moves when workers are no health staff, so that handing over is worth it."""
    groups = tuple(
        one.model_copy(update={"health": one.id == "nurse"}) for one in given_book.groups
    )
    facts = facts_of(ward(), given_book.model_copy(update={"groups": groups}), asked)
    found = build(facts).solve(ANY, 50.0, 1)
    assert found is not None
    return found.moves


def test_an_expired_delegation_moves_nothing_unless_somebody_is_trained() -> None:
    asked = question(shifts=[], slack=["worker"], givers=["nurse"])
    course = {
        "task": "round",
        "people": ["p3"],
        "hours": 8,
        "last": "2027-12-31",
        "signed_by": "head",
    }
    lasts, ends = delegated(dt.date(2027, 12, 31)), delegated(dt.date(2027, 3, 7))
    assert moves(lasts, asked) == (("round", "worker", (1,)),)
    assert moves(ends, asked) == ()
    trained = asked.model_copy(update={"courses": question(courses=[course]).courses})
    assert moves(ends, trained) == (("round", "worker", (1,)),)
    short = question(courses=[course | {"last": "2027-03-07"}]).courses
    assert moves(ends, asked.model_copy(update={"courses": short})) == ()
    limited = trained.model_copy(update={"max_training_hours": Fraction(4)})
    assert moves(ends, limited) == ()


def handovers(done: Applied) -> int:
    """Count the weekdays on which some of a task moved and some stayed with who gave it."""
    moved = {(one.task, one.weekday): one.receiver for one in done.shared.moved}
    stayed = {
        (slot.task, slot.weekday)
        for slot, minutes in done.shared.week.after.items()
        if minutes and slot.group in {"nurse", "worker"}
        if slot.group != moved.get((slot.task, slot.weekday))
    }
    return len(stayed & set(moved))


@pytest.mark.parametrize("seed", range(8))
def test_limits_hold_in_the_scenario_that_is_written(seed: int) -> None:
    given_book, asked = drawn_with_slack(seed)
    for point in optimise(ward(), given_book, asked, levels=2).points:
        done = apply(ward(), given_book, point.scenario)
        assert handovers(done) <= asked.max_handovers
        assert len({one.task for one in done.shared.moved}) <= asked.max_tasks
        assert done.effects.training.hours <= asked.max_training_hours
        assert point.worth_hours <= point.bound_hours


def test_what_the_solver_moves_whole_is_moved_whole_or_left_alone() -> None:
    """One task takes the time that the other has to have, unless that one goes first."""
    early = Window(first=480, last=510)
    given_book = book(
        task("a", ("nurse", 1, "08:00", [20]), window=WINDOW),
        task("b", ("nurse", 1, "08:00", [15, 15]), window=early),
    )
    one_head = [{"group": "host", "shift": SHIFT, "weekdays": [1], "heads": 1}]
    asked = question(shifts=one_head, max_handovers=0, fill="0.1")
    found = optimise(ward(), given_book, asked, levels=1)
    (point,) = found.points
    assert handovers(apply(ward(), given_book, point.scenario)) == 0
    assert (point.freed_health_hours, point.bound_hours) == (0.8333, 0.8333)
    adding, *moving = point.scenario.changes
    other = point.scenario.model_copy(update={"changes": (adding, *reversed(moving))})
    done = apply(ward(), given_book, other)
    givers = frozenset({"nurse"})
    assert list(broken(asked, given_book, other, done, givers)) == ["max_handovers"]
    trimmed = without(other, divided(done, givers)[0])
    assert trimmed is not None
    done = apply(ward(), given_book, trimmed)
    assert [one.task for one in done.effects.moved] == ["a"]
    assert list(broken(asked, given_book, trimmed, done, givers)) == []


def test_training_opens_a_task_to_the_trainees_own_group_only() -> None:
    ways = (Route(all_of=("nurse",)), Route(any_of=("worker", "host"), delegation=True))
    given_book = book(
        task("round", ("nurse", 1, "08:00", [30]), minimum=ways),
        heads={"nurse": 2, "worker": 2, "host": 2},
    )
    course = {"task": "round", "people": ["p3"], "hours": 8, "last": LATER, "signed_by": "head"}
    asked = question(shifts=[], slack=["host"], givers=["nurse"], courses=[course])
    assert moves(given_book, asked) == ()
    assert optimise(ward(), given_book, asked, levels=1).points == ()


def test_two_courses_for_one_task_are_two_courses() -> None:
    """The second gives the competence that the way asks for; the first alone opens nothing."""
    ways = (Route(all_of=("nurse",)), Route(all_of=("host",), delegation=True))
    given_book = book(task("round", ("nurse", 1, "08:00", [15]), minimum=ways))
    course = {"task": "round", "people": ["p3"], "hours": 8, "last": LATER, "signed_by": "head"}
    both = [course | {"hours": 2}, course | {"gives": ["host"], "hours": 6}]
    asked = question(shifts=[], slack=["worker"], givers=["nurse"], courses=both)
    assert moves(given_book, asked) == (("round", "worker", (1,)),)
    assert moves(given_book, asked.model_copy(update={"max_training_hours": Fraction(5)})) == ()


def test_limits_on_handovers_and_tasks_hold() -> None:
    tasks = [task(name, ("nurse", 1, "08:00", [30] * 8)) for name in ("a", "b")]
    one_head = [{"group": "host", "shift": SHIFT, "weekdays": [1], "heads": 1}]
    facts = facts_of(ward(), book(*tasks), question(shifts=one_head, max_handovers=0))
    found = build(facts).solve(ANY, 50.0, 1)
    assert found is not None
    assert found.worth == 0
    facts = facts_of(ward(), book(*tasks), question(shifts=one_head, max_tasks=0))
    found = build(facts).solve(ANY, 50.0, 1)
    assert found is not None
    assert found.moves == ()


def test_what_is_not_there_is_told() -> None:
    asked = question(tasks=["opne"], givers=["nurs"], slack=["x"])
    with pytest.raises(BadInput) as caught:
        optimise(ward(), book(task("open", ("nurse", 1, "08:00", [15]))), asked)
    assert len(caught.value.faults) == 3


def test_the_bundled_question_fits_the_nursing_home() -> None:
    facts = facts_of(shared.nursing_home(), shared.book(), bundled())
    trained = {way for listed in facts.openings.values() for one in listed for way in one.by}
    assert trained == {(one,) for one in facts.hours}
    assert {task for task, group in facts.new if group == "servicevert"} == {
        "kitchen", "laundry", "ordering", "cleaning",
    }  # fmt: skip
    assert 0 < min(facts.lawful["medication_round", "helsefagarbeider"]) < 1
