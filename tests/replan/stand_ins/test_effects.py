"""What is told with an offer: notice, rest, the week, wishes and points."""

from rostering.check import Court
from rostering.domain.wishes import WishKind
from rostering.live import LivePlan
from tests.replan.wards import (
    MONDAY,
    date,
    held_against,
    moment,
    offer,
    opened,
    person,
    roster,
    ward,
)

KARI = person("kari", 100)


def test_notice_runs_from_now_to_the_start() -> None:
    problem = ward([KARI, person("ola", 50)])
    now = moment("2027-01-03 21:15")  # Sunday; the shift begins on Monday 07:30
    found = held_against(problem, {"kari": "D"}, opened(), now)
    assert found.notice == offer(found, "ola").notice == 615
    assert (found.starts, found.ends) == (
        moment("2027-01-04 07:30"),
        moment("2027-01-04 15:00"),
    )


def test_rest_before_and_after_and_the_hours_of_the_week() -> None:
    problem = ward([KARI, person("ola", 50)])
    found = held_against(problem, {"kari": "..D", "ola": "D..A"}, opened(day=2))
    ola = offer(found, "ola")
    # from Monday 15:00 to Wednesday 07:30, and from Wednesday 15:00 to Thursday 15:00
    assert (ola.rest_before, ola.rest_after) == (40 * 60 + 30, 24 * 60)
    assert (ola.week_before, ola.week_after) == (900, 1350)
    assert ola.off
    first = offer(held_against(problem, {"kari": "D"}, opened()), "ola")
    assert (first.rest_before, first.rest_after) == (None, None)


def test_a_second_shift_of_the_day_is_told() -> None:
    # eight hours, half a night later: only the rule on 24 hours would object, and it is off
    off = {"mode": "off", "reason": "test"}
    rules = {"daily_rest": off, "hours_per_day": off, "all_hours": off}
    problem = ward([KARI, person("ola", 50)], rules=rules)
    found = held_against(problem, {"kari": "D", "ola": "A"}, opened())
    assert not offer(found, "ola").off


def test_wishes_that_are_broken_and_met_are_told_with_their_points() -> None:
    wishes = [
        {"person": "ola", "kind": "avoid", "first": MONDAY, "strength": 3},
        {"person": "ola", "kind": "avoid", "first": MONDAY, "shifts": ["N"]},
        {"person": "per", "kind": "want", "first": MONDAY, "shifts": ["D"], "points": 7},
        {"person": "per", "kind": "avoid", "first": date(1)},
    ]
    people = [KARI, person("ola", 50), person("per", 50)]
    found = held_against(ward(people, wishes=wishes), {"kari": "D"}, opened())
    (broken,), (met,) = offer(found, "ola").wishes, offer(found, "per").wishes
    assert (broken.effect, broken.day_off, broken.points) == ("broken", True, 9)
    assert (met.kind, met.effect, met.points) == (WishKind.WANT, "met", 7)
    assert (offer(found, "ola").broken, offer(found, "per").broken) == (1, 0)


def test_points_are_the_change_of_the_whole_card() -> None:
    wishes = [{"person": "ola", "kind": "avoid", "first": MONDAY}]
    rules = {"daily_rest": {"mode": "priced", "price": 3}}
    problem = ward([KARI, person("ola", 50)], wishes=wishes, rules=rules)
    lines = {"ola": ".D"}
    without = roster(problem, lines)
    court = Court.of(problem, without)
    found = held_against(problem, {"kari": "A", **lines}, opened(shift="A"))
    ola = offer(found, "ola")
    before = LivePlan.of(court, without.assignments)
    after = before.changed({("ola", MONDAY): (ola.assignment,)})
    assert ola.points == after.total - before.total == sum(g.points for g in ola.goals)
    goals = {goal.term: goal.points for goal in ola.goals}
    # nine hours between evening and day: two hours short at three points a minute
    assert goals["priced_rules"] == 120 * 3
    assert goals["wishes"] > 0
