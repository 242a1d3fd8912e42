"""How much moves where: nobody is overfilled, nothing is divided that may not be."""

from fractions import Fraction
from typing import Any

import pytest

from rostering.domain.people import HeldCompetence, Person
from rostering.errors import BadInput
from tasksharing.domain.book import Presence, TaskBook
from tasksharing.domain.permits import Delegation
from tasksharing.domain.tasks import Route
from tasksharing.scenarios import Applied, apply
from tests.tasksharing.small import HOSTS, SIGNED, START, UNIT, WINDOW, book, scenario, task, ward

MID, LATER = START.replace(day=7), START.replace(month=12)
TO_WORKER: dict[str, Any] = {
    "kind": "move",
    "tasks": ["kitchen"],
    "givers": ["nurse"],
    "to": "worker",
    "slack": True,
}
ROUTES = (Route(all_of=("nurse",)), Route(all_of=("worker",), delegation=True))
TRAIN = {"kind": "train", "people": ["p3"], "hours": 8, "last": LATER, "signed_by": "head"}


def delegated(*people: str, **more: Any) -> list[Delegation]:  # noqa: ANN401
    facts = {"task": "kitchen", "unit": UNIT, "last": LATER, "signed_by": "h", "signed_on": SIGNED}
    return [Delegation.model_validate(facts | {"person": who} | more) for who in people]


def moved(done: Applied, name: str = "kitchen") -> Fraction:
    return sum((one.minutes for one in done.shared.moved if one.task == name), Fraction(0))


def faults(given_book: TaskBook, *changes: dict[str, Any]) -> list[str]:
    with pytest.raises(BadInput) as caught:
        apply(ward(), given_book, scenario(*changes))
    return [str(fault) for fault in caught.value.faults]


# ---------------------------------------------------------------------------- who may


def test_new_staff_hold_no_delegation() -> None:
    """A worker has the delegation; new workers do not, and get nothing of the task."""
    given_book = book(
        task("kitchen", ("nurse", 1, "08:00", [30] * 16), minimum=ROUTES),
        delegations=delegated("p2"),
        heads={"nurse": 2},
    )
    new = HOSTS | {"group": "worker"}
    (told,) = faults(given_book, new, TO_WORKER | {"slack": False})
    assert "new staff of 'worker', of whom nobody holds a delegation" in told
    assert not apply(ward(), given_book, scenario(new, TO_WORKER, fill="0.1")).shared.moved


@pytest.mark.parametrize("givers", [["nurse"], []])
def test_what_is_given_in_return_is_lawful_for_all_who_give(givers: list[str]) -> None:
    kitchen = task("kitchen", ("nurse", 1, "08:00", [30]))
    care = task("care", ("worker", 1, "08:00", [30]), ("nurse", 2, "08:00", [5]))
    move = TO_WORKER | {"givers": givers, "in_return": ["care"]}
    (told,) = faults(book(kitchen, care, approved=["kitchen"]), move)
    assert "'care', not approved in u" in told
    workers = care.model_copy(update={"minimum": (Route(all_of=("worker",)),)})
    (told,) = faults(book(kitchen, workers), move)
    assert "'care' to 'nurse'; needed competence: worker" in told


def test_competence_and_approval_hold_on_every_day() -> None:
    problem, given_book = ward(), book(task("kitchen", ("nurse", 1, "08:00", [30])))
    ends = {"competences": (HeldCompetence(code="worker", last=MID),)}

    def people(**more: object) -> dict[str, tuple[Person, ...]]:
        return {
            "people": tuple(
                one.model_copy(update=more) if one.group == "worker" else one
                for one in problem.people
            )
        }

    asked = scenario(TO_WORKER)
    assert moved(apply(problem, given_book, asked)) == 27
    with pytest.raises(BadInput, match="nobody has it on every day"):
        apply(problem.model_copy(update=people(**ends)), given_book, asked)
    with pytest.raises(BadInput, match="nobody has it on every day"):
        apply(problem.model_copy(update=people(competences=())), given_book, asked)
    (approval,) = given_book.approvals
    narrow = {"on": MID, "minimum": (Route(all_of=("nurse",)),)}
    both = (approval, approval.model_copy(update=narrow))
    with pytest.raises(BadInput, match="competence: nurse"):
        apply(problem, given_book.model_copy(update={"approvals": both}), asked)


def test_who_leaves_is_no_delegate_and_not_present() -> None:
    given_book = book(
        task("kitchen", ("nurse", 1, "08:00", [60]), minimum=ROUTES),
        delegations=delegated("p2", "p3"),
    )
    both = apply(ward(), given_book, scenario(TO_WORKER, load=1))
    assert moved(both) == 30
    gone = {"kind": "vacate", "people": ["p3"]}
    one = apply(ward(), given_book, scenario(gone, TO_WORKER, load=1))
    assert moved(one) == 15
    assert {held.person for held in one.book.delegations} == {"p2"}
    only = given_book.model_copy(update={"delegations": tuple(delegated("p3"))})
    (told,) = faults(only, gone, TO_WORKER)
    assert "nobody holds a delegation" in told
    (told, *_) = faults(only, gone, TRAIN | {"task": "kitchen"}, TO_WORKER)
    assert "'p3', whose post is not filled again" in told


def test_two_at_once_need_two_who_may() -> None:
    round_ = task("kitchen", ("nurse", 1, "08:00", [30]), minimum=ROUTES, people=2)
    one = book(round_, delegations=delegated("p2"))
    assert not apply(ward(), one, scenario(TO_WORKER)).shared.moved
    two = book(round_, delegations=delegated("p2", "p3"))
    assert moved(apply(ward(), two, scenario(TO_WORKER))) == 27
    care = task("care", ("worker", 1, "08:00", [30]), people=2)
    given_book = book(task("kitchen", ("nurse", 1, "08:00", [15])), care, heads={"worker": 2})
    back = scenario(TO_WORKER | {"in_return": ["care"]}, load=1)
    assert not apply(ward(), given_book, back).shared.moved  # no two nurses are there


def test_competence_that_training_gives_counts_when_minutes_move() -> None:
    """Two delegates: one by a course that also gives the competence that the way asks for."""
    ways = (Route(all_of=("nurse",)), Route(all_of=("host",), delegation=True))
    given_book = book(task("kitchen", ("nurse", 1, "08:00", [30]), minimum=ways))
    learns = TRAIN | {"task": "kitchen", "gives": ["host"]}
    done = apply(ward(), given_book, scenario(learns, TO_WORKER, load=1))
    assert moved(done) == 15
    (told,) = faults(given_book, learns | {"ready": MID}, TO_WORKER)
    assert "'kitchen' to 'worker'" in told


# ---------------------------------------------------------------------------- how much


def test_work_returned_at_another_hour_overfills_nobody() -> None:
    """Two nurses are busy at nine; what workers do there cannot come back to them."""
    kitchen = task("kitchen", ("nurse", 1, "08:00", [30]), window=WINDOW)
    given_book = book(
        kitchen,
        task("care", ("worker", 1, "08:00", [0, 0, 0, 0] + [30] * 12)),
        task("notes", ("nurse", 1, "08:15", [30] * 15)),
        task("rest", ("worker", 1, "08:00", [30] * 4)),
    )
    done = apply(ward(), given_book, scenario(TO_WORKER | {"in_return": ["care"]}, load=1))
    busy = [Fraction(0)] * 96
    for slot, minutes in done.shared.week.after.items():
        if slot.group == "nurse":
            busy[slot.quarter] += minutes
    assert max(busy) <= 30
    assert moved(done) == 0


def test_what_may_not_be_divided_is_refused_a_share() -> None:
    whole = task("kitchen", ("nurse", 1, "08:00", [30]), splittable=False)
    (told,) = faults(book(whole), HOSTS, TO_WORKER | {"share": "0.5"})
    assert "'kitchen', which cannot be divided" in told
    care = task("care", ("worker", 1, "08:00", [30]), splittable=False)
    kitchen = task("kitchen", ("nurse", 1, "08:00", [30]))
    (told,) = faults(book(kitchen, care), TO_WORKER | {"in_return": ["care"]})
    assert "'care', which cannot be divided" in told


def test_only_people_on_duty_give_in_return() -> None:
    given_book = book(
        task("kitchen", ("nurse", 1, "08:00", [30])), task("care", ("worker", 1, "08:00", [30]))
    )
    (told,) = faults(given_book, TO_WORKER | {"slack": False, "in_return": ["care"]})
    assert "in_return without slack" in told


def test_what_new_staff_hand_on_does_not_fill_their_shift() -> None:
    """Hosts get the kitchen and hand it on to workers: an empty shift is not formed."""
    given_book = book(task("kitchen", ("nurse", 1, "08:00", [15] * 16)))
    to_host = TO_WORKER | {"to": "host", "slack": False}
    on = TO_WORKER | {"givers": ["host"]}
    done = apply(ward(), given_book, scenario(HOSTS, to_host, on))
    assert [one.heads for one in done.shared.formed] == [0] * 7


# ---------------------------------------------------------------------------- who is asked for


def test_the_ward_asks_for_a_delegate_on_each_shift() -> None:
    given_book = book(
        task("kitchen", ("nurse", 1, "08:00", [15]), ("nurse", 3, "09:00", [15]), minimum=ROUTES),
        delegations=delegated("p2"),
    )
    made = apply(ward(), given_book, scenario(TO_WORKER)).problem
    (row,) = [row for row in made.demand if row.id == "kan-kitchen-1"]
    assert (row.shifts, row.weekdays, row.target, row.minimum) == (("D",), (1, 3), 1, 0)
    (held,) = [h for p in made.people for h in p.competences if h.code == "kan-kitchen"]
    assert (held.last, made.people[2].competences[-1]) == (LATER, held)
    every = given_book.model_copy(update={"delegations": tuple(delegated("p2", "p3"))})
    assert len(apply(ward(), every, scenario(TO_WORKER)).problem.demand) == 2


def test_where_the_plan_knows_no_shift_a_delegate_is_asked_for_by_the_hour() -> None:
    night = Presence(group="worker", weekday=1, start=1200, heads=(Fraction(2),) * 4)
    late = task("kitchen", ("nurse", 1, "20:00", [13, 13, 0, 13]), minimum=ROUTES)
    given_book = book(late, delegations=delegated("p2"))
    given_book = given_book.model_copy(update={"presence": (*given_book.presence, night)})
    made = apply(ward(), given_book, scenario(TO_WORKER)).problem
    (row,) = [row for row in made.demand if row.curve]
    assert [(p.start, p.end, p.target) for p in row.curve] == [(1200, 1230, 1), (1245, 1260, 1)]
