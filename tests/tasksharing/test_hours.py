"""Hours are saved only where whole shifts go, and net of everything that is hired."""

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rostering.domain.competence import CompetenceNeed
from rostering.domain.demand import DemandRow
from rostering.domain.problem import Problem
from rostering.domain.shifts import ShiftKind, ShiftType
from tasksharing.scenarios import Effects, apply
from tasksharing.scenarios.fitting import Crew, Piece
from tests.tasksharing.small import HOSTS, START, WINDOW, book, scenario, task, ward

MOVE: dict[str, Any] = {"kind": "move", "tasks": ["kitchen"], "to": "host"}
TWO = HOSTS | {"heads": 2}
FULL = [30] * 16
KITCHEN = ("worker", 1, "08:00", FULL)


def effects(*tasks: Any, problem: Problem | None = None, **more: Any) -> Effects:  # noqa: ANN401
    return apply(problem or ward(), book(*tasks), scenario(TWO, MOVE, **more)).effects


def formed(found: Effects, row: str = "day") -> list[tuple[int, int]]:
    return [(one.formed, one.lowered) for one in found.freed_shifts if one.row == row]


def test_what_a_pool_still_does_is_a_figure_of_its_own_and_never_saved() -> None:
    planning = {"kind": "planning", "task": "plan", "automation": "0.5", "pooling": 0, "to": "host"}
    found = apply(
        ward(), book(task("plan", ("worker", 1, "08:00", FULL))), scenario(planning)
    ).effects
    assert (found.freed_hours, found.lowered_hours, found.pool_hours) == (8, 4, 4)
    assert found.saved_hours == 0


def test_those_who_stay_have_breaks_too() -> None:
    busy = task("care", ("nurse", 1, "08:00", [18] * 16), ("worker", 1, "08:00", [18] * 16))
    kitchen = task("kitchen", KITCHEN)
    assert formed(effects(kitchen, busy)) == [(1, 1)]
    busier = task("care", ("nurse", 1, "08:00", [20] * 16), ("worker", 1, "08:00", [20] * 16))
    assert formed(effects(kitchen, busier)) == [(0, 0)]
    assert formed(effects(kitchen, busier, load=1)) == [(1, 1)]


def test_where_two_are_needed_at_once_two_stay() -> None:
    """One nurse would have time enough for the checks, but cannot do them alone."""
    kitchen = task("kitchen", ("nurse", 1, "08:00", FULL), splittable=True)
    single = task("check", ("nurse", 1, "08:00", [10] * 16))
    assert formed(effects(kitchen, single), "day-nurse") == [(1, 1)]
    double = task("check", ("nurse", 1, "08:00", [10] * 16), people=2)
    assert formed(effects(kitchen, double), "day-nurse") == [(0, 0)]
    assert formed(effects(kitchen, double)) == [(1, 1)]


def test_what_only_some_may_do_is_not_left_to_the_others() -> None:
    """Three could carry all that is left, but not each group what only it may do."""
    mine = CompetenceNeed(all_of=("worker",))
    nurses = CompetenceNeed(all_of=("nurse",))
    kitchen = task("kitchen", ("nurse", 1, "08:00", [15] * 16), ("worker", 1, "08:00", [15] * 16))
    only = task("lift", ("worker", 1, "08:00", [23] * 16), minimum=(_route(mine),))
    rest = task("ward", ("nurse", 1, "08:00", [14] * 16), minimum=(_route(nurses),))
    assert formed(effects(kitchen, only, rest)) == [(0, 0)]
    either = task("lift", ("worker", 1, "08:00", [23] * 16), ("nurse", 2, "08:00", [1]))
    less = task("ward", ("nurse", 1, "08:00", [13] * 16), minimum=(_route(nurses),))
    assert formed(effects(kitchen, either, less)) == [(1, 1)]


def _route(need: CompetenceNeed) -> Any:  # noqa: ANN401
    return {"all_of": need.all_of}


def test_an_entry_of_those_who_take_over_cancels_nothing() -> None:
    alone = effects(task("kitchen", KITCHEN))
    logged = effects(task("kitchen", KITCHEN, ("host", 1, "08:00", [1])))
    assert alone.freed_hours == logged.freed_hours > 4
    assert alone.lowered_hours == logged.lowered_hours == 4
    assert formed(alone) == formed(logged) == [(1, 1)]


def test_at_a_handover_both_who_have_gone_are_missing() -> None:
    """Each shift could spare one, but while both are there perhaps not both of them."""
    late = ShiftType(code="E", kind=ShiftKind.DAY, start=705, end=945)
    rows = ward().demand[:1]
    problem = ward().model_copy(
        update={
            "shifts": (*ward().shifts, late),
            "demand": (*rows, rows[0].model_copy(update={"id": "late", "shifts": ("E",)})),
        }
    )
    hosts = TWO | {"shift": {"code": "V", "start": "08:00", "end": "16:00"}}
    kitchen = task("kitchen", ("worker", 1, "08:00", [27] * 31))
    lowered = []
    for minutes in (13, 20, 30):
        care = task("care", ("worker", 1, "11:45", [minutes]))
        given_book = book(kitchen, care, heads={"worker": 3})
        there = given_book.presence[0].model_copy(update={"heads": (Fraction(3),) * 31})
        known = given_book.model_copy(update={"presence": (there,)})
        asked = scenario(hosts, MOVE, slide=0, fill="0.1")
        lowered.append(apply(problem, known, asked).effects.lowered_hours)
    assert lowered == [8, 4, 0]


def test_the_hours_of_rows_with_dates_count_for_those_dates() -> None:
    problem = ward()
    half = problem.demand[0].model_copy(update={"last": START + dt.timedelta(days=6)})
    rest = half.model_copy(
        update={"id": "rest", "first": START + dt.timedelta(days=7), "last": None, "minimum": 3}
    )
    found = effects(task("kitchen", KITCHEN), problem=_with(problem, half))
    assert (formed(found), found.lowered_hours) == ([(1, 1)], 2)
    found = effects(task("kitchen", KITCHEN), problem=_with(problem, half, rest))
    assert (formed(found), formed(found, "rest")) == ([(1, 1)], [(1, 0)])
    assert found.lowered_hours == 2


def test_rows_of_groups_side_by_side_count_and_those_within_another_count_once() -> None:
    problem = ward(target=4)
    general, nurses = problem.demand
    worker = CompetenceNeed(all_of=("worker",))
    workers = nurses.model_copy(update={"id": "day-worker", "competence": worker, "minimum": 0})
    kitchen = task("kitchen", KITCHEN)
    found = effects(kitchen, problem=_with(problem, nurses, workers))
    assert (formed(found, "day-worker"), found.lowered_hours) == ([(1, 1)], 4)
    found = effects(kitchen, problem=_with(problem, general, nurses, workers))
    assert (formed(found), formed(found, "day-worker")) == ([(1, 1)], [(1, 1)])
    assert found.lowered_hours == 4
    kept = general.model_copy(update={"minimum": 4})
    found = effects(kitchen, problem=_with(problem, kept, workers))
    assert (formed(found), formed(found, "day-worker")) == ([(1, 0)], [(1, 1)])
    assert found.lowered_hours == 0


def test_a_row_never_asks_for_fewer_than_the_rows_within_it() -> None:
    """Somebody could go of everybody, but nurses and workers are asked for as before."""
    general, nurses = ward().demand
    tight = general.model_copy(update={"target": 3, "maximum": 3})
    all_nurses = nurses.model_copy(update={"target": 3, "minimum": 3})
    done = apply(
        _with(ward(), tight, all_nurses), book(task("kitchen", KITCHEN)), scenario(TWO, MOVE)
    )
    assert (formed(done.effects), done.effects.lowered_hours) == ([(1, 0)], 0)
    assert [row.maximum for row in done.problem.demand if row.id.startswith("day")] == [3, None]


def _with(problem: Problem, *rows: DemandRow) -> Problem:
    return problem.model_copy(update={"demand": rows})


def test_hours_hired_beyond_the_shifts_are_a_cost_and_smaller_posts_are_told() -> None:
    kitchen = task("kitchen", KITCHEN)
    found = effects(kitchen)
    posts = found.posts
    assert (posts.hours_added, posts.hours_needed, posts.hours_idle) == (28.4, 8, 20.4)
    assert found.saved_hours == pytest.approx(4 - 8 - 20.4)
    (small,) = posts.smallest
    assert (small.percents, small.hours) == ((11.27, 11.27), pytest.approx(8, abs=0.01))
    done = apply(ward(), book(kitchen), scenario(TWO | {"posts": []}, MOVE))
    new = [person for person in done.problem.people if person.group == "host"]
    assert [person.positions[0].percent for person in new] == [11.27, 11.27]
    assert done.effects.idle_hours < 0.01
    short = apply(ward(), book(kitchen), scenario(TWO | {"posts": [10]}, MOVE)).effects
    assert (short.posts.hours_short, short.idle_hours) == (4.45, 0)
    assert short.saved_hours == -4


def test_what_finds_no_room_is_told_once_however_often_it_is_tried() -> None:
    asked = scenario(HOSTS, MOVE, MOVE | {"givers": ["worker"]})
    done = apply(ward(), book(task("kitchen", KITCHEN)), asked)
    moved = sum(one.minutes for one in done.effects.moved)
    (left,) = done.effects.left
    assert (moved, left.minutes) == (216, 480 - 216)


def test_kept_plans_tell_no_shift_as_lowered_and_vacated_posts_are_told() -> None:
    kitchen = task("kitchen", KITCHEN)
    found = effects(kitchen, demand="keep")
    assert (formed(found), found.lowered_hours) == ([(1, 0)], 0)
    assert found.capacity_hours == found.freed_hours
    vacate = {"kind": "vacate", "people": ["p3"]}
    found = apply(ward(), book(kitchen), scenario(TWO, MOVE, vacate, demand="keep")).effects
    assert found.posts.hours_vacated == found.uncovered_hours > 0
    assert found.saved_hours < 0


def _fallen(problem: Problem, found: Effects) -> int:
    """Heads a week by which the plan falls, where the nurses' row lies within everybody's.

    The plan asks for the larger of the two, so nurses may fall where the row for all does not.
    """
    targets = {row.id: row.target for row in problem.demand}
    less = {(one.row, one.weekday): one.lowered for one in found.freed_shifts}
    return sum(
        max(targets.values())
        - max(target - less.get((row, weekday), 0) for row, target in targets.items())
        for weekday in range(1, 8)
    )


works = st.lists(
    st.tuples(
        st.sampled_from(["nurse", "worker", "host"]),
        st.integers(1, 2),
        st.sampled_from(["08:00", "09:30"]),
        st.lists(st.integers(0, 40), min_size=4, max_size=10),
    ),
    max_size=4,
    unique_by=lambda work: work[:2],
)


@settings(max_examples=40, deadline=None)
@given(
    kitchen=works,
    care=works,
    target=st.integers(1, 6),
    heads=st.integers(1, 3),
    posts=st.lists(st.integers(5, 100), max_size=2),
    people=st.integers(1, 2),
    asked=st.sampled_from(["lower", "keep"]),
    short=st.booleans(),
)
def test_minutes_that_form_no_shift_are_never_saved(
    kitchen: Any,  # noqa: ANN401
    care: Any,  # noqa: ANN401
    target: int,
    heads: int,
    posts: list[int],
    people: int,
    asked: str,
    short: bool,
) -> None:
    hours = {"code": "V", "start": "08:00", "end": "10:00" if short else "12:00"}
    staff = HOSTS | {"heads": heads, "posts": posts, "shift": hours}
    problem = ward(target=target)
    if short:
        problem = problem.model_copy(
            update={"shifts": (problem.shifts[0].model_copy(update={"end": 600}),)}
        )
    tasks = (task("kitchen", *kitchen, window=WINDOW), task("care", *care, people=people))
    done = apply(problem, book(*tasks), scenario(staff, MOVE, fill="0.2", demand=asked))
    found, paid = done.effects, problem.shifts[0].minutes
    for one in found.freed_shifts:
        assert one.lowered <= one.formed <= one.enough
        assert not one.enough or one.enough * paid <= one.minutes
    whole = _fallen(problem, found) * paid / 60
    assert found.lowered_hours == whole
    assert found.saved_hours <= whole - found.new_hours + 1e-9
    assert found.capacity_hours >= found.freed_hours - whole - 1e-9
    assert found.posts.vacated == 0
    if asked == "keep" or not any(one.formed for one in found.freed_shifts):
        assert found.lowered_hours == 0 >= found.saved_hours
    if not found.new_shifts or not any(one.heads for one in found.new_shifts):
        assert found.posts.added == found.one_off_nok == found.idle_hours == 0


pieces = st.lists(
    st.builds(
        lambda first, length, minutes, able, people: Piece(
            first, min(3, first + length), Fraction(minutes), frozenset(able), people
        ),
        st.integers(0, 3),
        st.integers(0, 3),
        st.integers(1, 30),
        st.sets(st.sampled_from("ab"), min_size=1),
        st.integers(1, 2),
    ),
    max_size=7,
)
there = st.lists(st.integers(0, 2), min_size=4, max_size=4)


@settings(max_examples=40, deadline=None)
@given(pieces=pieces, one=there, other=there, single=st.booleans())
def test_who_goes_leaves_work_that_can_truly_be_done(
    pieces: list[Piece], one: list[int], other: list[int], single: bool
) -> None:
    """A linear programme, made on its own, finds a way whenever somebody goes."""
    if single:
        pieces = [p._replace(able=frozenset("a"), people=1) for p in pieces]
    heads = {"a": [Fraction(n) for n in one]}
    if not single:
        heads["b"] = [Fraction(n) for n in other]
    gone = Crew(heads, pieces, Fraction(9, 10)).without(1)
    if gone is not None:
        assert _possible(pieces, heads, dict(gone))
    elif single and 2 * sum(n >= 1 for n in one) > 4:
        assert not _possible(pieces, heads, {"a": 1})


def _possible(pieces: list[Piece], heads: dict[str, list[Fraction]], gone: dict[str, int]) -> bool:
    from scipy.optimize import linprog

    left = {g: [max(0, float(n) - gone.get(g, 0)) for n in row] for g, row in heads.items()}
    names = [
        (number, group, place)
        for number, piece in enumerate(pieces)
        for group in piece.able
        for place in range(piece.first, piece.last + 1)
        if not (set(piece.able) & set(gone))
        or sum(left[g][place] for g in piece.able) >= piece.people
    ]
    if {number for number, _, _ in names} != set(range(len(pieces))):
        return False
    if not names:
        return True
    equal = [[float(name[0] == number) for name in names] for number in range(len(pieces))]
    places = [(group, place) for group in left for place in range(4)]
    under = [[float(name[1:] == place) for name in names] for place in places]
    most = [left[group][place] * 13.5 for group, place in places]
    wanted = [float(piece.minutes) for piece in pieces]
    return bool(linprog([0.0] * len(names), under, most, equal, wanted).success)
