"""Who may take a duty in the stress test is whom ``stand_ins`` offers it, at the same cost."""

from rostering.check import Court
from rostering.replan.stand_ins import OpenDuty, Reason, stand_ins
from rostering.replan.stress.fitness import Fitness
from tests.replan.wards import BEFORE
from tests.solved import solved


def test_the_stress_test_calls_the_same_people_at_the_same_cost() -> None:
    problem, roster = solved("tiny")
    court = Court.of(problem, roster)
    fitness = Fitness(court, court.index.plan(roster.assignments), roster)
    seen = 0
    for gone in roster.assignments[::3]:
        asked = OpenDuty(date=gone.date, shift=gone.shift, unit=gone.unit, person=gone.person)
        found = stand_ins(court, roster, asked, now=BEFORE)
        takers = {t.person.id: (t.pay, t.ore) for t in fitness.takers(court.index.placed(gone))}
        offers = {one.person: (one.pay, one.ore) for one in found.offered}
        assert offers == {who: told for who, told in takers.items() if who in offers}
        # the others do not count where somebody is missing, or there would be too many
        others = {r.person: r for r in found.refused if r.person in takers}
        assert takers.keys() == offers.keys() | others.keys()
        for one in others.values():
            assert one.reason is Reason.LEAVES_SHORT or one.rules == ("coverage",)
        seen += len(offers)
    assert seen > 2
