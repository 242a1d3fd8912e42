"""What a swap does to those who take part in it and to the ward, as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rostering.domain.findings import Violation
from rostering.domain.line import Line
from rostering.domain.shifts import Pay
from rostering.swap.breaches import gone_breaches
from rostering.swap.exchange import Exchange
from rostering.swap.models import PEOPLE, Consent, GoneBreach, Handover, Swap
from rostering.swap.money import Cost
from rostering.swap.sitting import Chain, Sitting
from rostering.terms.registry import TERMS

_KINDS = {people: kind for kind, people in PEOPLE.items()}
_HOURS = next(term for term in TERMS if term.id == "hours")


def outcome(sitting: Sitting, chain: Chain, points: int) -> Swap:
    """Return a swap with all that it changes; ``points`` is the change of the card's total."""
    costs = [(sitting.cost(one.person), sitting.money.of(one.line)) for one in chain]
    handovers = (
        _handover(sitting, one, giver.person, cost)
        for giver, one, cost in zip((chain[-1], *chain[:-1]), chain, costs, strict=True)
    )
    return Swap(
        kind=_KINDS[len(chain)],
        handovers=tuple(handovers),
        points=points,
        ore=sum(after.ore - before.ore for before, after in costs),
        gone=tuple(_gone_in_unit(sitting, chain)),
    )


def _handover(sitting: Sitting, one: Exchange, giver: str, cost: tuple[Cost, Cost]) -> Handover:
    codes = one.codes
    return Handover(
        person=one.person,
        gives=sitting.assignment(one.person, one.given),
        takes=sitting.assignment(giver, one.taken),
        wishes=one.wishes,
        minutes=one.taken.minutes - one.given.minutes,
        gone=tuple(_gone_on_line(sitting, one)),
        consents=tuple(_consents(one, *cost)),
        codes_before=codes.fallen,
        codes_after=codes.laid,
    )


def _gone_on_line(sitting: Sitting, one: Exchange) -> Iterator[GoneBreach]:
    before = one.of.breaches_now
    if before:
        yield from _told(sitting, before, sitting.court.judge_line(one.line))


def _gone_in_unit(sitting: Sitting, chain: Chain) -> Iterator[GoneBreach]:
    before = sitting.staffing.now.breaches
    if before:
        plan = sitting.plan.changed({one.person: one.line for one in chain})
        yield from _told(sitting, before, sitting.staffing.judged(plan).breaches)


def _told(
    sitting: Sitting, before: Iterable[Violation], after: Iterable[Violation]
) -> Iterator[GoneBreach]:
    clock = sitting.index.clock
    for found in gone_breaches(before, after):
        first, last = clock.date(found.day), clock.date(found.last_day)
        yield GoneBreach(rule=found.rule, first=first, last=last)


def _consents(one: Exchange, before: Cost, after: Cost) -> Iterator[Consent]:
    """Yield what the employer must agree to, in the order of ``Consent``."""
    if after.paid("overtime") > before.paid("overtime"):
        yield Consent.OVERTIME
    if after.paid("extra") > before.paid("extra"):
        yield Consent.EXTRA_TIME
    if after.paid("temp", "agency") > before.paid("temp", "agency"):
        yield Consent.PAID_HOURS
    if _too_many(one.line) > _too_many(one.of.line):
        yield Consent.ABOVE_CONTRACT
    if one.taken.pay is not Pay.ORDINARY:
        yield Consent.PAY


def _too_many(line: Line) -> int:
    """Return the planned minutes above the contract and half a shift, as the card counts them."""
    return sum(cause.amount for cause in _HOURS.measure(line) if cause.text == "hours.over")
