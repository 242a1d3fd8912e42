"""Who could take a duty, as the rules on availability say it."""

from __future__ import annotations

import pytest

from rostering.domain.able import able
from tests.rules.law import named, violations, worlds
from tests.rules.worlds import World

JUDGED = [c for c in worlds("availability", "cases") if not {"values", "changes"} & set(c.entry)]


@pytest.mark.parametrize("case", JUDGED, ids=named)
def test_who_is_able_is_who_is_available(case: World) -> None:
    court = case.court()
    barred = {(v.person, v.day) for v in violations(case, court)}
    for line in court.index.plan(case.assignments()).lines.values():
        for duty in line.planned:
            expected = (line.person.id, duty.day) not in barred
            assert able(court.index, line.person, duty) is expected
