"""A roster judged while it is edited has the verdicts of one judged as a whole."""

import random

import pytest

from rostering.bill import bill
from rostering.check import Court, check
from rostering.live import LivePlan
from rostering.score import score
from tests.solved import solved


@pytest.mark.parametrize("name", ["tiny", "small"])
def test_after_any_edits_breaches_and_total_are_those_of_the_whole(name: str) -> None:
    problem, roster = solved(name)
    court, luck = Court.of(problem), random.Random(1)
    live = LivePlan.of(court, roster.assignments)
    seen = set()
    for _ in range(12):
        cells = {}
        for _ in range(luck.randint(1, 4)):
            person = luck.choice(problem.people)
            other = luck.choice(roster.assignments)
            wanted = {"person": person.id, "role": None, "unit": person.home_unit}
            duty = other.model_copy(update=wanted)
            cells[person.id, duty.date] = (duty,) if luck.random() < 0.7 else ()
        before = live.total, live.assignments
        after = live.changed(cells)
        assert (live.total, live.assignments) == before
        live = after
        changed = roster.model_copy(update={"assignments": live.assignments, "overlays": ()})
        assert live.total == score(problem, changed).total
        assert live.breaches("nb") == check(problem, changed, "nb")
        assert sum(live.costs.values()) == bill(problem, changed).total
        seen.add(live.total)
    assert len(seen) > 6
