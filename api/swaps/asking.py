"""A swap that somebody asks for: named as in the roster, early enough, and lawful."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.accounts.tables import Account, Grant
from api.errors import Conflict, Wrong
from api.http.context import within
from api.policy.roles import Caller, Role
from api.rosters.standing import Standing
from api.swaps.judging import require_still_lawful
from api.swaps.moments import begins, moment
from api.swaps.shapes import NewSwap
from api.swaps.tables import OPEN, Answer, SwapPart, SwapRequest, SwapRules
from rostering.domain.roster import Assignment
from rostering.swap import Handover, Swap, SwapKind

MOST_OPEN = 10  # requests of one person that may wait at once


def person_for(asking: Caller, unit: str) -> str:
    """Return who the caller is in a unit's ward."""
    within(asking, "swap.own", unit)
    person = asking.person(unit)
    if person is None:
        raise Conflict("person.none")
    return person


def hours_before(session: Session, unit: str) -> int:
    """Return how many hours before a duty a swap of it may still be asked for."""
    kept = session.get(SwapRules, unit)
    return 0 if kept is None else kept.hours


def reachable(session: Session, unit: str) -> set[str]:
    """Return the people of a unit who can answer: those with an account of their own."""
    query = (
        select(Grant.person)
        .join(Account)
        .where(Grant.unit_id == unit, Grant.role == Role.EMPLOYEE.value, Account.active)
    )
    return {person for person in session.scalars(query) if person}


def require_duty(
    place: Standing, person: str, when: date, shift: str | None, where: str
) -> Assignment:
    """Return a person's one duty of a date and shift, or refuse what is not in the roster."""
    found = [
        duty
        for duty in place.roster.assignments
        if (duty.person, duty.date) == (person, when) and shift in {None, duty.shift}
    ]
    if len(found) != 1:
        raise Conflict("swap.duty", where)
    return found[0]


def require_early(session: Session, place: Standing, duties: list[Assignment]) -> None:
    """Refuse duties that have begun, or that begin too soon for a swap to be asked for."""
    at, hours = moment(), hours_before(session, place.period.unit_id)
    first = min(begins(place.problem, duty) for duty in duties)
    if first <= at:
        raise Conflict("swap.begun")
    if first < at + timedelta(hours=hours):
        raise Conflict("swap.late", hours=hours)


def asked_swap(session: Session, place: Standing, given: NewSwap, person: str) -> Swap:
    """Return the swap that a person asks for, judged from scratch.

    Raises
    ------
    Wrong
        When it is no swap, or not one of the person's own.
    Conflict
        When somebody has not such a duty, it is too late, or it is not lawful.
    """
    swap = _named(place, given, person)
    require_early(session, place, [one.gives for one in swap.handovers])
    if not {one.person for one in swap.handovers} <= reachable(session, place.period.unit_id):
        raise Conflict("swap.alone", "handovers")
    return require_still_lawful(session, place, swap)


def _named(place: Standing, given: NewSwap, person: str) -> Swap:
    """Return the swap with its duties as they stand in the roster, the asker's part first."""
    parts = sorted(given.handovers, key=lambda one: one.person != person)
    people = Counter(one.person for one in parts)
    if person not in people:
        raise Wrong("swap.stranger", "handovers")
    handed = Counter((one.person, one.gives.date, one.gives.shift) for one in parts)
    taken = Counter((one.takes.person, one.takes.date, one.takes.shift) for one in parts)
    back = any(one.takes.person == one.person for one in parts)
    if back or handed != taken or max(people.values()) > 1:
        raise Wrong("swap.ring", "handovers")
    found = {
        one.person: require_duty(
            place, one.person, one.gives.date, one.gives.shift, f"handovers.{one.person}.gives"
        )
        for one in parts
    }
    return Swap(
        kind=SwapKind.TWO_WAY if len(parts) == 2 else SwapKind.THREE_WAY,
        handovers=tuple(
            Handover(person=one.person, gives=found[one.person], takes=found[one.takes.person])
            for one in parts
        ),
    )


def require_new(session: Session, place: Standing, swap: Swap, person: str) -> None:
    """Refuse a swap that waits already, and more of them than anybody can answer."""
    query = select(SwapRequest).where(
        SwapRequest.period_id == place.period.id,
        SwapRequest.asked_by == person,
        SwapRequest.state.in_([state.value for state in OPEN]),
    )
    waiting = session.scalars(query).all()
    wanted = {(one.gives.key, one.takes.key) for one in swap.handovers}
    for request in waiting:
        if {(part.given.key, part.taken.key) for part in request.parts} == wanted:
            raise Conflict("swap.twice")
    if len(waiting) >= MOST_OPEN:
        raise Conflict("swap.many", most=MOST_OPEN)


def keep(session: Session, place: Standing, swap: Swap, person: str) -> SwapRequest:
    """Keep a request; who asks has accepted by that."""
    request = SwapRequest(unit_id=place.period.unit_id, period_id=place.period.id, asked_by=person)
    for number, one in enumerate(swap.handovers):
        mine = one.person == person
        part = SwapPart(
            place=number,
            person=one.person,
            gives=one.gives.model_dump(mode="json"),
            takes=one.takes.model_dump(mode="json"),
            answer=(Answer.ACCEPTED if mine else Answer.WAITING).value,
            answered=moment() if mine else None,
        )
        request.parts.append(part)
    session.add(request)
    session.flush()
    return request
