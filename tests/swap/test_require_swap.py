"""A swap that somebody asks for is judged from scratch: one clear fault each, or its effects."""

import pytest

from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Roster, Worked
from rostering.errors import BadInput, Fault
from rostering.swap import Handover, Swap, SwapKind, require_swap, swaps_for
from tests.swap.small_swaps import MONDAY, asked, code, court, day, duty, person, roster, told, ward

LINES = {"ada": "D...A..N", "bo": "..D...", "cy": "...D..", "dag": "S.....", "eva": "A....."}


def world(**more: object) -> tuple[Problem, Roster]:
    """Return five people; dag works no weekends, eva starts at noon at the earliest."""
    people = (
        *(person(name) for name in ("ada", "bo", "cy")),
        person("dag", exemptions=[{"weekdays": [6, 7]}]),
        person("eva", exemptions=[{"not_before": "12:00"}]),
    )
    problem = ward(*people, **more)
    return problem, roster(problem, LINES)


def faults(
    problem: Problem, plan: Roster, swap: Swap, today: int = 0, language: str = "en"
) -> tuple[Fault, ...]:
    """Return why a swap is refused; nothing may be changed by the refusal."""
    before = plan.model_dump_json()
    with pytest.raises(BadInput) as error:
        require_swap(court(problem), plan, swap, day(today), language=language)
    assert plan.model_dump_json() == before
    return error.value.faults


D0, A4 = duty("ada", 0, "D"), duty("ada", 4, "A")
BO2, CY3 = duty("bo", 2, "D"), duty("cy", 3, "D")


def test_a_lawful_swap_comes_back_with_its_effects_whatever_it_said_of_them() -> None:
    problem, plan = world(
        wishes=[{"person": "ada", "kind": "avoid", "first": day(0), "strength": 3}]
    )
    claimed = asked(D0, BO2).model_copy(update={"points": -10_000, "ore": -1})
    found = require_swap(court(problem), plan, claimed, MONDAY)
    assert (found.wishes, found.points) == (9, -450)
    assert found.ore != -1
    assert found in swaps_for(court(problem), plan, "ada", day(0), today=MONDAY, most=None)


def test_three_people_may_be_named_in_any_order() -> None:
    problem, plan = world()
    one = require_swap(court(problem), plan, asked(D0, BO2, CY3), MONDAY)
    assert told(one) == "ada D3 bo D0 cy D2"
    turned = asked(D0, BO2, CY3)
    turned = turned.model_copy(update={"handovers": tuple(reversed(turned.handovers))})
    assert told(require_swap(court(problem), plan, turned, MONDAY)) == "cy D2 ada D3 bo D0"


def test_duties_far_apart_may_be_asked_for() -> None:
    problem, plan = world()
    far = plan.model_copy(update={"assignments": (D0, duty("bo", 13, "D"))})
    wanted = asked(D0, duty("bo", 13, "D"))
    assert told(require_swap(court(problem), far, wanted, MONDAY)) == "ada D13 bo D0"
    near = swaps_for(court(problem), far, "ada", day(0), today=MONDAY, window=12)
    assert near == ()


def parts(*given: tuple[str, Assignment, Assignment], kind: str = "two_way") -> Swap:
    made = tuple(Handover(person=who, gives=one, takes=other) for who, one, other in given)
    return Swap(kind=SwapKind(kind), handovers=made)


NAMED: dict[str, tuple[Swap, str]] = {
    "a duty that nobody has": (
        asked(duty("ada", 1, "D"), BO2),
        "handovers[0].gives: found Ada has no D on 2027-08-03; needed a duty that the person has.",
    ),
    "with the nearest ones": (
        asked(duty("ada", 1, "D"), BO2),
        "Maybe D on 2027-08-02 or A on 2027-08-06 is meant.",
    ),
    "another shift": (asked(duty("ada", 0, "N"), BO2), "Ada has no N on 2027-08-02"),
    "another unit": (
        asked(D0.model_copy(update={"unit": "elsewhere"}), BO2),
        "Ada has no D on 2027-08-02",
    ),
    "outside": (
        asked(duty("ada", 30, "D"), BO2),
        "2027-09-01, outside the period; needed a date from 2027-08-02 to 2027-08-15.",
    ),
    "unknown": (
        asked(D0, duty("zoe", 2, "D")),
        "handovers[1].person: found unknown person 'zoe'; needed a person of the ward 'small'",
    ),
    "twice": (
        parts(("ada", D0, BO2), ("ada", A4, BO2)),
        "handovers[1].person: found 'ada' 2 times; needed somebody else in each part",
    ),
    "of somebody else": (
        parts(("ada", CY3, BO2), ("bo", BO2, CY3)),
        "handovers[0].gives: found a duty of 'cy'; needed a duty of 'ada'",
    ),
    "that nobody gives": (
        parts(("ada", D0, CY3), ("bo", BO2, D0)),
        "handovers[0].takes: found D of 'cy' on 2027-08-05; needed the duty that another one",
    ),
    "the own duty back": (
        parts(("ada", D0, D0), ("bo", BO2, BO2)),
        "handovers[0].takes: found D of 'ada' on 2027-08-02; needed the duty that another one",
    ),
    "one duty for two": (
        parts(("ada", D0, BO2), ("bo", BO2, D0), ("cy", CY3, D0), kind="three_way"),
        "handovers[1].takes: found D of 'ada' on 2027-08-02, taken twice; needed each duty taken",
    ),
    "too few": (
        parts(("ada", D0, BO2), ("bo", BO2, D0), kind="three_way"),
        "handovers: found 2; needed 3 of them in a three_way swap",
    ),
}


@pytest.mark.parametrize("name", NAMED)
def test_what_is_named_wrongly_is_told(name: str) -> None:
    swap, words = NAMED[name]
    assert words in "\n".join(map(str, faults(*world(), swap)))


def test_there_is_one_fault_for_each_thing_that_is_wrong() -> None:
    swap = asked(duty("ada", 1, "D"), duty("zoe", 2, "D"))
    assert [one.where for one in faults(*world(), swap)] == [
        *("handovers[0].gives", "handovers[1].person"),
    ]


def test_past_frozen_locked_worked_and_free_cells_are_told() -> None:
    problem, plan = world(locks=[{"person": "bo", "date": day(2), "shift": "D"}])
    (fault,) = faults(problem, plan, asked(D0, BO2))
    assert (fault.where, fault.found) == ("bo.gives", "2027-08-04, which is locked for Bo")
    problem, plan = world()
    past = faults(problem, plan, asked(D0, BO2), today=1)
    assert [(one.where, one.found) for one in past] == [
        ("ada.gives", "2027-08-02, which is past"),
        ("bo.takes", "2027-08-02, which is past"),
    ]
    off = plan.model_copy(update={"overlays": (code("ada", 2, "vacation"),)})
    (fault,) = faults(problem, off, asked(D0, BO2))
    assert (fault.where, fault.found) == (
        "ada.takes",
        "2027-08-04, on which Ada is away or has a day off",
    )
    worked = plan.model_copy(update={"worked": (Worked(person="bo", date=day(2), shift="S"),)})
    (fault,) = faults(problem, worked, asked(D0, BO2))
    assert "it is told what Bo worked" in fault.found
    tired = plan.model_copy(update={"overlays": (code("bo", 8, "F3"),)})
    (fault,) = faults(problem, tired, asked(duty("ada", 7, "N"), BO2))
    assert fault.found == "N on 2027-08-09, which runs into Bo's day off"


def test_nobody_takes_a_duty_that_he_or_she_has_already() -> None:
    problem, plan = world(rules={"no_overlap": {"mode": "off", "reason": "a test"}})
    both = plan.model_copy(update={"assignments": (D0, duty("bo", 0, "D"), duty("bo", 2, "D"))})
    found = faults(problem, both, asked(D0, duty("bo", 0, "D")))
    assert [one.where for one in found] == ["ada.takes", "bo.takes"]
    assert found[0].found == "D on 2027-08-02, which Ada has already"
    (fault,) = faults(problem, both, asked(D0, BO2))
    assert fault.found == "D on 2027-08-02, which Bo has already"
    assert swaps_for(court(problem), both, "ada", day(0), today=MONDAY) == ()


def test_a_broken_rule_speaks_for_itself_in_the_language_asked_for() -> None:
    # ada's evening on Friday ends 22:30; bo's short shift begins at 8 on Saturday: 9.5 hours.
    problem, plan = world()
    short = plan.model_copy(update={"assignments": (D0, A4, duty("bo", 5, "S"))})
    swap = asked(D0, duty("bo", 5, "S"))
    (fault,) = faults(problem, short, swap)
    assert fault.where == "ada.takes"
    assert fault.found == "Ada has 9.5 h off between A and S; needs 11 h"
    assert "Daily rest" in fault.needed
    assert "10-8" in fault.needed
    (fault,) = faults(problem, short, swap, language="nb")
    assert "9,5 t" in fault.found


def test_what_a_person_cannot_have_is_told_also_where_the_rule_is_off() -> None:
    swap = asked(D0, duty("eva", 0, "A"))
    (fault,) = faults(*world(), swap)
    assert fault.where == "eva.takes"
    assert "exemption" in fault.found.lower() or "exempt" in fault.found.lower()
    problem, plan = world(rules={"availability": {"mode": "off", "reason": "a test"}})
    (fault,) = faults(problem, plan, swap)
    assert (fault.where, fault.found) == ("eva.takes", "D on 2027-08-02 for Eva")
    assert "not exempt" in fault.needed


def test_staffing_is_the_units_business() -> None:
    nurse = {"competences": [{"code": "SPL"}]}
    row = {"id": "nurse", "name": "Nurse", "units": ["u"], "shifts": ["D"]}
    problem = ward(
        person("ada", **nurse),
        person("bo"),
        competences=[{"code": "SPL"}],
        demand=[
            row | {"competence": {"all_of": ["SPL"]}, "only_dates": [day(0)], "minimum": 1}
            | {"target": 1}
        ],
    )  # fmt: skip
    plan = roster(problem, {"ada": "D......", "bo": "..D...."})
    (fault,) = faults(problem, plan, asked(D0, BO2))
    assert fault.where == "swap"
    assert "Nurse" in fault.found
