"""One more of something: a bottleneck is worth most, what nobody asks for nothing."""

from collections.abc import Sequence

import pytest

from rostering.domain.competence import Competence, CompetenceNeed
from rostering.domain.demand import DemandRow
from rostering.domain.people import HeldCompetence
from rostering.domain.problem import Problem
from rostering.errors import BadInput
from rostering.explain.worth import priced
from rostering.strategies.base import Budget, Status
from rostering.strategies.cpsat import CpSat
from tasksharing.domain.book import TaskBook
from tasksharing.domain.permits import Delegation
from tasksharing.domain.tasks import Route
from tasksharing.worth import Ranking, WorthQuestion, rank, worth_report
from tests.tasksharing.small import SIGNED, UNIT, book, task, ward

ROUND = task(
    "round",
    ("nurse", 1, "08:00", [15] * 4),
    minimum=(Route(all_of=("nurse",)), Route(all_of=("worker",), delegation=True)),
)


def one_delegate() -> tuple[Problem, TaskBook]:
    """A ward that wants a delegate on each day shift, where one of two workers is one."""
    plain = ward(minimum=0, target=2)
    people = tuple(
        one.model_copy(update={"competences": (*one.competences, HeldCompetence(code="meds"))})
        if one.id == "p2"
        else one
        for one in plain.people
    )
    wanted = DemandRow(
        id="meds",
        units=(UNIT,),
        shifts=("D",),
        competence=CompetenceNeed(all_of=("meds",)),
        target=1,
    )
    changed = plain.model_copy(
        update={
            "horizon": plain.horizon.model_copy(update={"days": 3}),
            "people": people,
            "competences": (*plain.competences, Competence(code="meds"), Competence(code="idle")),
            "demand": (*plain.demand, wanted),
        }
    )
    held = Delegation(
        person="p2", task="round", unit=UNIT, last="2027-12-31", signed_by="h", signed_on=SIGNED
    )
    return changed, book(ROUND, delegations=[held])


def asked(**more: object) -> WorthQuestion:
    problem, held = one_delegate()
    facts = {"best": 0, "seeds": (1,), "seconds": None, "steps": 1.0, "strategy": "cpsat", **more}
    return WorthQuestion.model_validate({"problem": problem, "book": held, **facts})


def ids(ranking: Ranking) -> Sequence[str]:
    return [one.candidate.id for one in ranking.worths]


def test_the_bottleneck_comes_first_and_what_nobody_asks_for_is_worth_nothing() -> None:
    found = rank(asked(courses=("idle",), best=1))
    first, last = found.worths[0], found.worths[-1]
    assert first.candidate.id == "delegation:p3:round"
    assert first.bound_points > 0
    assert first.found is not None
    assert first.found.verdict == "better"
    assert first.found.low == first.found.mean == first.found.high > 0  # both were proved optimal
    assert (last.candidate.kind, last.useless, last.bound_points) == ("course", True, 0)
    assert all(one.found is None for one in found.worths[1:])


def test_no_roster_beats_the_bound_of_the_ward_or_of_a_changed_one() -> None:
    problem, _ = one_delegate()
    prices = priced(problem)
    assert prices is not None
    people = tuple(
        one.model_copy(update={"competences": (*one.competences, HeldCompetence(code="meds"))})
        for one in problem.people
    )
    for here in (problem, problem.model_copy(update={"people": people})):
        budget = Budget(seconds=None, steps=1.0, workers=1)
        best = CpSat().run(here, budget, None, lambda _: None, lambda _: None)
        assert best.status is Status.OPTIMAL
        assert best.objective is not None
        assert prices.bound_of(here) <= best.objective
    assert 0 < prices.bound_of(problem) == prices.points


def test_what_may_be_asked_for_is_what_somebody_lacks() -> None:
    found = rank(asked())
    assert set(ids(found)) == {
        "delegation:p3:round",
        *(f"course:p{person}:meds" for person in (0, 1, 3)),
        *(f"position:p{person}:{more}" for person in range(4) for more in (10, 20)),
    }
    larger = next(one for one in found.worths if one.candidate.id == "position:p0:20")
    assert larger.candidate.percent == (50.0, 70.0)
    assert not larger.useless


def test_a_stop_gives_what_is_known_by_then() -> None:
    seen: list[str] = []
    found = rank(asked(best=3), lambda news: seen.append(news.phase), lambda: len(seen) > 2)
    assert found.stopped
    assert len(found.worths) < 12
    assert found.zero == ()


def test_what_is_not_there_is_told() -> None:
    with pytest.raises(BadInput) as caught:
        rank(asked(courses=("medz",), counts_as={"rond": "meds"}))
    assert len(caught.value.faults) == 2


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_report_says_what_is_bounded_and_what_was_found(language: str) -> None:
    question = asked(kinds=("delegation",))
    told = worth_report(rank(question), question.book, question.problem, language)
    grids = [block for block in told.blocks if hasattr(block, "rows")]
    assert grids[-1].rows[0][1] == "P3"
