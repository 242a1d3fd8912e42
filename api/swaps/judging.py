"""Whether a swap is lawful in the roster that holds, as the full checker sees it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.errors import Conflict
from api.periods.finding import alone
from api.periods.tables import Period, Stage
from api.rosters.border import border_faults, followers
from api.rosters.courts import court_of
from api.rosters.standing import Standing, standing
from api.swaps.moments import begins, moment, today
from api.swaps.tables import SwapPart
from rostering.domain.roster import Assignment
from rostering.errors import BadInput
from rostering.swap import Handover, Swap, SwapKind, apply, require_swap, swaps_for

WINDOW = 14  # days that a colleague's duty may lie before or after one's own


def held_on(session: Session, unit: str, when: date, *, to_change: bool = False) -> Standing | None:
    """Return what holds in a unit on a date, None where nothing is published for it."""
    query = select(Period).where(
        Period.unit_id == unit, Period.stage == Stage.PUBLISHED.value, Period.start <= when
    )
    latest = session.scalars(query.order_by(Period.start.desc(), Period.id).limit(1)).first()
    if latest is None or (when - latest.start).days >= latest.days:
        return None
    return standing(session, alone(session, latest.id) if to_change else latest)


def possible(
    session: Session,
    place: Standing,
    duty: Assignment,
    most: int,
    *,
    three_way: bool = True,
    may_ask: Callable[[Assignment], bool] | None = None,
) -> list[Swap]:
    """Return the lawful swaps of a duty, the best first; ``may_ask`` of others' duties."""
    court = court_of(place.problem)
    made = swaps_for(
        court,
        place.roster,
        duty.person,
        duty.date,
        duty.shift,
        today=today(),
        three_way=three_way,
        window=WINDOW,
        most=most,
        may_ask=may_ask,
    )
    next_ones = followers(session, place.period)
    was = place.roster
    return [one for one in made if not border_faults(next_ones, was, apply(one, was), "nb")]


def require_lawful(session: Session, place: Standing, swap: Swap, language: str) -> Swap:
    """Return a swap with its effects, judged from scratch.

    Raises
    ------
    BadInput
        With a fault for each thing that is wrong.
    """
    court = court_of(place.problem)
    found = require_swap(court, place.roster, swap, today(), language=language)
    after = apply(found, place.roster)
    faults = border_faults(followers(session, place.period), place.roster, after, language)
    if faults:
        raise BadInput(faults)
    return found


def require_still_lawful(session: Session, place: Standing, swap: Swap) -> Swap:
    """Return a swap with its effects, or refuse it; what it would break is told to nobody.

    It could speak of a colleague's absence or exemption.
    """
    try:
        return require_lawful(session, place, swap, "nb")
    except BadInput as error:
        raise Conflict("swap.unlawful") from error


def swap_of(parts: Sequence[SwapPart]) -> Swap:
    """Return a request as the engine takes it; its effects are not known yet."""
    kind = SwapKind.TWO_WAY if len(parts) == 2 else SwapKind.THREE_WAY
    return Swap(
        kind=kind,
        handovers=tuple(
            Handover(person=part.person, gives=part.given, takes=part.taken) for part in parts
        ),
    )


def outrun(place: Standing, duties: Iterable[Assignment]) -> str:
    """Return why a swap of some duties has come to nothing; empty while it has not."""
    known = {duty.key for duty in place.roster.assignments}
    wanted = list(duties)
    if any(duty.key not in known for duty in wanted):
        return "outrun"
    at = moment()
    return "begun" if any(begins(place.problem, duty) <= at for duty in wanted) else ""
