"""Scenarios: minutes balance, only whole shifts count, nothing unlawful moves."""

import datetime as dt
from collections import Counter
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fixtures import ward as fixture
from rostering.domain.canonical import content_hash
from rostering.domain.consistency import faults as problem_faults
from rostering.errors import BadInput
from tasksharing.domain.minutes import Minutes, Place
from tasksharing.domain.permits import Delegation
from tasksharing.domain.tasks import Route
from tasksharing.evaluate.joining import joined
from tasksharing.report.write import report_bytes
from tasksharing.scenarios import SHIPPED, apply, shipped, stack
from tasksharing.scenarios.report import scenario_report
from tests.tasksharing import shared
from tests.tasksharing.small import (
    HOSTS,
    SIGNED,
    START,
    UNIT,
    WINDOW,
    book,
    scenario,
    task,
    ward,
)

MOVE: dict[str, Any] = {"kind": "move", "tasks": ["kitchen"], "to": "host"}
QUARTERS = [15] * 16


def by_task(minutes: Minutes) -> Counter[tuple[str, int]]:
    found: Counter[tuple[str, int]] = Counter()
    for slot, amount in minutes.items():
        found[slot.task, slot.weekday] += amount  # type: ignore[assignment]
    return found


amounts = st.lists(st.fractions(0, 45, max_denominator=4), min_size=1, max_size=12)
works = st.tuples(
    st.sampled_from(["nurse", "worker"]),
    st.integers(1, 3),
    st.sampled_from(["08:00", "08:45", "09:30"]),
    amounts,
)
tasks = st.builds(
    lambda name, logged, window, split, people: task(
        name, *logged, window=WINDOW if window else None, splittable=split, people=people
    ),
    st.just("kitchen"),
    st.lists(works, max_size=3, unique_by=lambda w: (w[0], w[1], w[2])),
    st.booleans(),
    st.booleans(),
    st.integers(1, 2),
)
shares = st.fractions(0, 1, max_denominator=6)


@settings(max_examples=30, deadline=None)
@given(
    kitchen=tasks,
    care=st.lists(works, max_size=2, unique_by=lambda w: (w[0], w[1], w[2])),
    drop=shares,
    share=shares,
    heads=st.integers(1, 2),
    slack=st.booleans(),
    back=st.booleans(),
)
def test_minutes_balance_exactly_and_nobody_is_overfilled(
    kitchen: Any,  # noqa: ANN401
    care: Any,  # noqa: ANN401
    drop: Fraction,
    share: Fraction,
    heads: int,
    slack: bool,
    back: bool,
) -> None:
    asked = scenario(
        {"kind": "drop", "task": "care", "share": drop},
        HOSTS | {"heads": heads},
        MOVE | {"share": share},
        {
            "kind": "move",
            "tasks": ["kitchen"],
            "givers": ["nurse"],
            "to": "worker",
            "slack": slack,
            "in_return": ["care"] if back else [],
        },
    )
    done = apply(ward(), book(kitchen, task("care", *care)), asked)
    week, effects = done.shared.week, done.effects
    gone: Counter[tuple[str, int]] = Counter()
    for one in done.shared.removed:
        gone[one.slot.task, one.slot.weekday] += one.minutes  # type: ignore[assignment]
    before, after = by_task(week.before), by_task(week.after)
    assert before == after + gone
    assert all(one.before == one.after + one.removed for one in effects.balance)
    assert all(minutes > 0 for minutes in week.after.values())
    taken: Counter[Place] = Counter()
    for moved in done.shared.moved:
        assert moved.minutes > 0
        if moved.receiver == "host":
            taken[Place("host", moved.weekday, moved.after)] += moved.minutes  # type: ignore[assignment]
    formed = {one.weekday: one for one in done.shared.formed}
    for place, minutes in taken.items():
        assert minutes <= formed[place.weekday].heads * 15 * asked.load
    for one in formed.values():
        assert one.filled >= one.heads * 240 * asked.fill
    assert effects.saved_hours == effects.lowered_hours - effects.new_hours
    assert effects.capacity_hours >= 0


def test_a_shift_is_formed_only_where_it_is_filled() -> None:
    given_book = book(
        task("kitchen", ("worker", 1, "08:00", QUARTERS), ("worker", 2, "08:00", [15] * 13))
    )
    done = apply(ward(), given_book, scenario(HOSTS, MOVE))
    formed = {one.weekday: one for one in done.effects.new_shifts}
    assert formed[1].heads == 1
    assert formed[1].filled == Fraction(27, 2) * 16
    assert (formed[2].heads, formed[2].filled) == (0, 0)
    assert formed[2].offered == Fraction(27, 2) * 13
    assert {moved.weekday for moved in done.shared.moved} == {1}
    (row,) = [row for row in done.problem.demand if row.shifts == ("V",)]
    assert (row.weekdays, row.target, row.minimum) == ((1,), 1, 0)
    new = done.problem.people[-1]
    assert (new.group, new.positions[0].percent) == ("host", 80)
    assert [exemption.shifts for exemption in new.exemptions] == [("D",)]


def test_freed_minutes_that_form_no_shift_are_never_counted() -> None:
    minutes = [Fraction(27, 2)] * 16
    scarce = apply(
        ward(), book(task("kitchen", ("worker", 1, "08:00", minutes))), scenario(HOSTS, MOVE)
    ).effects
    assert scarce.freed_hours == 3.6
    assert (scarce.lowered_hours, scarce.saved_hours) == (0, -4)
    assert scarce.capacity_hours == 3.6
    assert [row.target for row in ward().demand] == [3, 2]


def test_a_whole_freed_shift_lowers_the_target_but_never_the_minimum() -> None:
    given_book = book(task("kitchen", ("worker", 1, "08:00", [30] * 16)))
    two = HOSTS | {"heads": 2}
    done = apply(ward(), given_book, scenario(two, MOVE))
    assert (done.effects.lowered_hours, done.effects.new_hours) == (4, 8)
    lowered = [(r.id, r.target, r.weekdays) for r in done.problem.demand if r.id.startswith("day")]
    assert lowered == [
        ("day", 3, (2, 3, 4, 5, 6, 7)),
        ("day-minus-1", 2, (1,)),
        ("day-nurse", 2, (1, 2, 3, 4, 5, 6, 7)),
    ]
    safe = apply(ward(minimum=3), given_book, scenario(two, MOVE))
    (freed,) = [one for one in safe.effects.freed_shifts if one.row == "day"]
    assert (freed.enough, freed.formed, freed.lowered) == (1, 1, 0)
    assert safe.effects.lowered_hours == 0
    assert [row.target for row in safe.problem.demand if row.id == "day"] == [3]
    kept = apply(ward(), given_book, scenario(two, MOVE, demand="keep"))
    assert kept.effects.lowered_hours == 0


def test_enough_minutes_at_the_wrong_time_are_scattered() -> None:
    """Four hours are freed early, but at eleven all four are needed."""
    busy = task("care", ("worker", 1, "11:00", [60] * 4))
    early = task("kitchen", ("worker", 1, "08:00", [30] * 12))
    two = HOSTS | {"heads": 2, "shift": {"code": "V", "start": "08:00", "end": "11:00"}}
    asked = scenario(two, MOVE, slide=0)
    effects = apply(ward(), book(early, busy), asked).effects
    (freed,) = [one for one in effects.freed_shifts if one.row == "day"]
    assert (freed.enough, freed.formed, freed.lowered) == (1, 0, 0)
    free = apply(ward(), book(early, busy), asked.model_copy(update={"slide": 60})).effects
    assert [one.formed for one in free.freed_shifts if one.row == "day"] == [1]


def test_a_task_moves_within_its_window_or_whole_or_not_at_all() -> None:
    late = ("nurse", 1, "11:30", [60, 60])
    spread = apply(
        ward(), book(task("kitchen", late, window=WINDOW)), scenario(HOSTS, MOVE, fill="0.4")
    )
    assert sum(one.minutes for one in spread.shared.moved) == 120
    assert len({one.after for one in spread.shared.moved}) > 2
    fixed = apply(ward(), book(task("kitchen", late)), scenario(HOSTS, MOVE, fill="0.1"))
    assert sum(one.minutes for one in fixed.shared.moved) == 27
    assert fixed.effects.left[0].minutes == 93
    whole = task("kitchen", late, splittable=False)
    assert not apply(ward(), book(whole), scenario(HOSTS, MOVE, fill="0.1")).shared.moved
    pair = task("kitchen", late, people=2)
    assert not apply(ward(), book(pair), scenario(HOSTS, MOVE, fill="0.1")).shared.moved


def delegation(person: str, **more: Any) -> Delegation:  # noqa: ANN401
    facts = {
        "person": person,
        "task": "kitchen",
        "unit": UNIT,
        "last": dt.date(2027, 12, 31),
        "signed_by": "head",
        "signed_on": SIGNED,
    }
    return Delegation.model_validate(facts | more)


DELEGATED = {
    "minimum": (Route(all_of=("nurse",)), Route(all_of=("worker",), delegation=True)),
}
TO_WORKER: dict[str, Any] = {
    "kind": "move",
    "tasks": ["kitchen"],
    "givers": ["nurse"],
    "to": "worker",
    "slack": True,
}


@pytest.mark.parametrize(
    ("given_delegations", "told"),
    [
        ([], "nobody holds a delegation"),
        ([delegation("p2", last=dt.date(2027, 3, 7))], "nobody holds a delegation"),
        ([delegation("p2", residents=(3,))], "nobody holds a delegation"),
        ([delegation("p0")], "nobody holds a delegation"),
    ],
)
def test_without_a_lasting_delegation_nothing_moves(
    given_delegations: list[Delegation], told: str
) -> None:
    round_ = task("kitchen", ("nurse", 1, "08:00", [15]), **DELEGATED)
    with pytest.raises(BadInput, match=told):
        apply(ward(), book(round_, delegations=given_delegations), scenario(TO_WORKER))


def test_a_delegation_opens_as_much_as_those_who_hold_it_can_do() -> None:
    round_ = task("kitchen", ("nurse", 1, "08:00", [30]), **DELEGATED)
    one = apply(ward(), book(round_, delegations=[delegation("p2")]), scenario(TO_WORKER))
    assert sum(moved.minutes for moved in one.shared.moved) == 15
    train = {
        "kind": "train",
        "people": ["p3"],
        "hours": 8,
        "task": "kitchen",
        "last": "2027-12-31",
        "signed_by": "head",
    }
    both = apply(
        ward(), book(round_, delegations=[delegation("p2")]), scenario(train, TO_WORKER, load=1)
    )
    assert sum(moved.minutes for moved in both.shared.moved) == 30
    assert (both.effects.training.hours, both.effects.training.delegations) == (8, 1)


def test_in_return_nobody_gets_more_to_do() -> None:
    given_book = book(
        task("kitchen", ("nurse", 1, "08:00", [20])), task("care", ("worker", 1, "08:00", [30]))
    )
    move = TO_WORKER | {"in_return": ["care"]}
    done = apply(ward(), given_book, scenario(move, load=1))
    assert [(m.task, m.giver, m.minutes) for m in done.shared.moved] == [
        ("kitchen", "nurse", 20),
        ("care", "worker", 20),
    ]
    assert done.effects.freed_hours == 0


def test_everything_unlawful_is_told_at_once() -> None:
    given_book = book(
        task("kitchen", ("worker", 1, "08:00", [15]), minimum=(Route(all_of=("nurse",)),)),
        task("care", ("worker", 1, "08:00", [15])),
        approved=["kitchen"],
    )
    asked = scenario(
        MOVE,
        MOVE | {"tasks": ["care"]},
        MOVE | {"tasks": ["laundri"], "to": "hosts"},
        {"kind": "vacate", "people": ["p9"]},
        HOSTS | {"shift": {"code": "D", "start": "08:00", "end": "12:00"}},
    )
    with pytest.raises(BadInput) as caught:
        apply(ward(), given_book, asked)
    told = [str(fault) for fault in caught.value.faults]
    assert len(told) == 6
    assert "changes[0]: found 'kitchen' to 'host'; needed competence: nurse" in told[0]
    assert "'care', not approved in u" in told[1]
    assert "'host' is meant" in told[3]
    assert "unknown person 'p9'" in told[4]
    assert "its own" in told[5] or "a new code" in told[5]


def test_an_approval_that_ends_within_the_period_is_none() -> None:
    given_book = book(task("kitchen", ("worker", 1, "08:00", [15])))
    (approval,) = given_book.approvals
    short = approval.model_copy(update={"last": START + dt.timedelta(days=6)})
    with pytest.raises(BadInput, match="not approved on every day"):
        apply(ward(), given_book.model_copy(update={"approvals": (short,)}), scenario(MOVE))


def test_staff_are_shared_trained_and_left_out() -> None:
    problem = ward(units=(UNIT, "v"))
    asked = scenario(
        {"kind": "share_staff", "people": ["p1"], "units": ["v"]},
        {
            "kind": "train",
            "people": ["p2"],
            "hours": 4,
            "gives": ["host"],
            "ready": "2027-03-05",
            "last": "2027-12-31",
        },
        {"kind": "vacate", "people": ["p3"]},
    )
    made = apply(problem, book(task("kitchen", ("worker", 1, "08:00", [15]))), asked).problem
    assert made.people[1].units == (UNIT, "v")
    assert made.people[2].competences[-1].first == dt.date(2027, 3, 5)
    assert [person.id for person in made.people] == ["p0", "p1", "p2"]


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_scenarios_apply_and_repeat(name: str) -> None:
    problem, known, asked = shared.nursing_home(), shared.book(), shipped(name)
    if name == "shared_units":
        problem = joined(problem, fixture("solbakken_3"))
    done = apply(problem, known, asked)
    assert list(problem_faults(done.problem)) == []
    assert done.effects.invented
    assert done.effects.basis.result_hash == content_hash(done.problem)
    assert done.effects.basis.scenario_hash == content_hash(asked)
    assert all(one.before == one.after + one.removed for one in done.effects.balance)
    for language in ("nb", "nn", "en"):
        assert report_bytes(scenario_report(asked, done, language), ".md")


def test_scenarios_stack() -> None:
    both = stack([shipped("service_hosts"), shipped("delegated_medication")])
    effects = apply(shared.nursing_home(), shared.book(), both).effects
    assert {one.task for one in effects.moved} == {"kitchen", "laundry", "medication_round", "care"}
    assert effects.training.delegations == 4
    assert effects == apply(shared.nursing_home(), shared.book(), both).effects
