"""Wish receipts: each price is the true difference of two optimal rosters."""

from functools import cache

import pytest

from fixtures import ward
from rostering.check import Court, check
from rostering.domain.roster import Roster
from rostering.domain.wishes import Lock
from rostering.errors import BadInput
from rostering.explain.closest import changed_cells, needed, sharpened
from rostering.explain.handing import Wanted, handed
from rostering.explain.receipt_models import Receipts
from rostering.explain.receipt_words import ReceiptWords, for_person
from rostering.explain.receipts import median_width, receipts
from rostering.live import LivePlan
from rostering.score import score
from rostering.solve import Budget, Status, solve
from rostering.strategies.base import Progress

PROBLEM = ward("tiny")


@cache
def optimal() -> Roster:
    done = solve(PROBLEM, Budget(seconds=60, workers=2))
    assert done.status is Status.OPTIMAL
    assert done.roster is not None
    return done.roster


@cache
def found() -> Receipts:
    return receipts(PROBLEM, optimal(), Budget(seconds=60, workers=2))


def test_each_wish_day_has_one_receipt() -> None:
    days = [(one.person, one.date) for one in found().receipts]
    wished = sum((wish.end - wish.first).days + 1 for wish in PROBLEM.wishes)
    assert len(days) == len(set(days)) == wished
    assert sum(f.asked for f in found().ward) == wished
    granted = sum(one.status == "granted" for one in found().receipts)
    assert sum(f.granted for f in found().ward) == granted
    assert sum(f.granted for p in found().people for f in p.by_strength) == granted


def test_each_price_is_the_true_difference() -> None:
    total = score(PROBLEM, optimal()).total
    refused = [one for one in found().receipts if one.status == "refused"]
    assert refused
    for one in refused:
        lock = Lock(person=one.person, date=one.date)
        assert (one.kind, one.shifts) == ("avoid", ()), "a day off can be locked"
        granting = PROBLEM.model_copy(update={"locks": (*PROBLEM.locks, lock)})
        done = solve(granting, Budget(seconds=60, workers=2))
        assert done.status is Status.OPTIMAL
        assert done.objective is not None
        assert (one.exact, one.low, one.high) == (True, *[done.objective - total] * 2)


def test_whom_it_touches_is_the_fewest_days_at_that_price() -> None:
    court = Court.of(PROBLEM)
    live = LivePlan.of(court, optimal().assignments)
    refused = [one for one in found().receipts if one.status == "refused"]
    assert refused
    for one in refused:
        lock = Lock(person=one.person, date=one.date)
        granting = PROBLEM.model_copy(update={"locks": (*PROBLEM.locks, lock)})
        sharp = sharpened(granting, optimal().assignments)
        assert sharp is not None
        done = solve(sharp, Budget(seconds=60, workers=2))
        assert (one.nearest, done.status, done.roster is None) == (True, Status.OPTIMAL, False)
        assert done.roster is not None
        assert LivePlan.of(court, done.roster.assignments).total - live.total == one.high
        fewest = changed_cells(live.assignments, done.roster.assignments)
        others = {(touched.person, day) for touched in one.touched for day in touched.dates}
        assert len(others) <= len(fewest) - 1  # one at least is the person's own


def test_what_a_wish_does_not_need_stays_as_it_was() -> None:
    """A roster that grants a wish and has been turned upside down besides."""
    court = Court.of(PROBLEM)
    live = LivePlan.of(court, optimal().assignments)
    one = next(one for one in found().receipts if one.status == "refused")
    wanted = handed(court, live, Wanted(one.person, one.date))
    assert wanted is not None
    others = [d for d in wanted.assignments if (d.person, d.date) != (one.person, one.date)]
    limit = wanted.total + 10**6

    def off(live: LivePlan) -> bool:
        return all(d.date != one.date for d in live.lines[one.person].duties)

    spare = [d for d in others if d in live.assignments]
    less = tuple(d for d in wanted.assignments if d not in spare[:1])
    kept = needed(live, less, limit, off, lambda: False)
    assert off(kept)
    assert spare[0] in kept.assignments
    assert len(changed_cells(live.assignments, kept.assignments)) <= 3


def test_causes_add_up_to_the_price() -> None:
    refused = [one for one in found().receipts if one.status == "refused"]
    assert refused
    for one in refused:
        assert sum(cause.points for cause in one.causes) == one.high


def test_a_person_sees_no_ids_of_others() -> None:
    for one in found().receipts:
        own = for_person(one)
        assert all(touched.person is None for touched in own.touched)
        said = " ".join(ReceiptWords(PROBLEM).reasons(own))
        others = [person.name for person in PROBLEM.people if person.id != one.person]
        assert not [name for name in others if name in said]


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_receipts_can_be_said(language: str) -> None:
    words = ReceiptWords(PROBLEM, language, names=True)
    for one in found().receipts:
        lines = [words.wish(one), words.verdict(one), words.price(one)]
        lines += [*words.reasons(one), *words.ways(one)]
        assert all("{" not in line for line in lines)


def test_what_is_impossible_is_told_so() -> None:
    # Everybody wishes for the same Saturday off: some must work, so with all others locked off
    # nobody is left for one of them.
    (day,) = {one.date for one in found().receipts if one.status == "refused"}
    asking = next(one.person for one in found().receipts if one.status == "refused")
    busy = [duty for duty in optimal().assignments if duty.date == day and duty.person != asking]
    free = {person.id for person in PROBLEM.people} - {duty.person for duty in busy} - {asking}
    held = tuple(Lock(person=duty.person, date=day, shift=duty.shift) for duty in busy)
    held += tuple(Lock(person=person, date=day) for person in sorted(free))
    fixed = PROBLEM.model_copy(update={"locks": held})
    told = receipts(fixed, optimal(), Budget(seconds=30, workers=2), people=[asking])
    (one,) = [one for one in told.receipts if one.date == day]
    assert one.status == "impossible"
    assert (one.low, one.high) == (None, None)
    assert "coverage" in one.rules


def test_bad_input_is_refused() -> None:
    with pytest.raises(BadInput, match="a person of the ward"):
        receipts(PROBLEM, optimal(), people=["nobody"])
    broken = optimal().model_copy(update={"assignments": optimal().assignments[:3]})
    with pytest.raises(BadInput, match="a lawful roster"):
        receipts(PROBLEM, broken)


def test_a_stop_keeps_the_receipts_so_far() -> None:
    seen: list[object] = []

    def heard(news: Progress) -> None:
        seen.append(news.told)

    told = receipts(
        PROBLEM, optimal(), Budget(seconds=60, workers=2), report=heard, stop=lambda: bool(seen)
    )
    assert len(told.receipts) == len(found().receipts)


def test_a_plain_exchange_is_lawful_and_grants_the_wish_at_its_true_points() -> None:
    court = Court.of(PROBLEM)
    live = LivePlan.of(court, optimal().assignments)
    asked = {(one.person, one.date) for one in found().receipts if one.status == "refused"}
    granted = 0
    for person, date in sorted(asked):
        after = handed(court, live, Wanted(person, date))
        if after is None:
            continue
        granted += 1
        roster = optimal().model_copy(update={"assignments": after.assignments})
        assert not [breach for breach in check(PROBLEM, roster) if breach.hard]
        assert (person, date) not in {(duty.person, duty.date) for duty in after.assignments}
        assert after.total == score(PROBLEM, roster).total >= live.total
    assert granted, "somebody can give a Saturday away"


def test_an_empty_list_has_no_median() -> None:
    assert median_width(found().model_copy(update={"receipts": ()})) is None
