"""Judge a swap that somebody asks for: every fault told, or the swap with all that it changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from rostering.check import Court, describe
from rostering.domain.findings import Violation
from rostering.domain.roster import Assignment, Roster
from rostering.errors import BadInput, Fault
from rostering.swap.exchange import Exchange
from rostering.swap.faults import closed_cell, no_such_duty, unknown_person
from rostering.swap.models import PEOPLE, Handover, Swap
from rostering.swap.outcome import outcome
from rostering.swap.sitting import Chain, Held, Sitting


def require_swap(
    court: Court, roster: Roster, swap: Swap, today: date, *, language: str = "en"
) -> Swap:
    """Return a swap with its effects reckoned anew, or refuse it.

    Nothing that the swap says of its effects is believed, and nothing is changed. It may ask for
    duties anywhere in the period, also further apart than ``swaps_for`` looks.

    Parameters
    ----------
    court
        The court of the roster's problem, under the roster's rulebook.
    swap
        Who gives and takes what; the first person is the one who asks.
    today
        No cell before this date is touched.
    language
        That of the rules' sentences.

    Raises
    ------
    BadInput
        With a fault for each thing that is wrong: in the people and duties as they are named,
        else in the cells, else in what the law says, each broken rule in its own sentence.
    """
    sitting = Sitting(court, roster, today)
    _refuse(_misnamed(sitting, swap))
    chain = _chain(sitting, swap)
    _refuse(fault for one in chain for fault in _untouchable(sitting, one))
    plan = sitting.plan.changed({one.person: one.line for one in chain})
    before, after = sitting.staffing.now, sitting.staffing.judged(plan)
    unit_wide = sitting.staffing.new_hard(before, after)
    _refuse(_unlawful(court, chain, unit_wide, language))
    own = sum(one.exact_points() for one in chain)
    return outcome(sitting, chain, own + after.points - before.points)


def _refuse(faults: Iterable[Fault]) -> None:
    found = list(faults)
    if found:
        raise BadInput(found)


def _misnamed(sitting: Sitting, swap: Swap) -> Iterator[Fault]:
    """Yield what is wrong with the people and duties as they are named."""
    asked, parts = PEOPLE[swap.kind], swap.handovers
    if len(parts) != asked:
        yield Fault("handovers", str(len(parts)), f"{asked} of them in a {swap.kind.value} swap")
    people = Counter(one.person for one in parts)
    given, taken = {one.gives.key for one in parts}, Counter(one.takes.key for one in parts)
    for number, one in enumerate(parts):
        where = f"handovers[{number}]"
        if people[one.person] > 1:
            needed = "somebody else in each part"
            yield Fault(f"{where}.person", f"{one.person!r} {people[one.person]} times", needed)
        elif one.person not in sitting.index.people:
            yield unknown_person(sitting, f"{where}.person", one.person)
        elif one.gives.person != one.person:
            found = f"a duty of {one.gives.person!r}"
            yield Fault(f"{where}.gives", found, f"a duty of {one.person!r}")
        else:
            yield from _not_held(sitting, one.gives, f"{where}.gives")
        if one.takes.person == one.person or one.takes.key not in given:
            found = f"{one.takes.shift} of {one.takes.person!r} on {one.takes.date}"
            yield Fault(f"{where}.takes", found, "the duty that another one of them gives")
        elif taken[one.takes.key] > 1:
            found = f"{one.takes.shift} of {one.takes.person!r} on {one.takes.date}, taken twice"
            yield Fault(f"{where}.takes", found, "each duty taken by one of them")


def _not_held(sitting: Sitting, duty: Assignment, where: str) -> Iterator[Fault]:
    """Yield why somebody does not have a duty."""
    if not 0 <= sitting.index.clock.day(duty.date) < sitting.index.days:
        yield closed_cell(sitting, where, duty.person, duty.date)
    elif _find(sitting, duty) is None:
        yield no_such_duty(sitting, where, duty.person, duty.date, duty.shift)


def _find(sitting: Sitting, duty: Assignment) -> Held | None:
    """Return a duty as it stands in the roster, whatever is said of its pay."""
    mine = sitting.held[duty.person]
    return next((held for held in mine if held.assignment.key == duty.key), None)


def _chain(sitting: Sitting, swap: Swap) -> Chain:
    """Return the exchanges in order: each takes what the one before gives, the first the last's."""
    ring: list[Handover] = [swap.handovers[0]]
    while len(ring) < len(swap.handovers):
        ring.append(next(o for o in swap.handovers if o.takes.key == ring[-1].gives.key))
    held = [_find(sitting, one.gives) for one in ring]
    duties = [one.duty for one in held if one is not None]
    givers = (duties[-1], *duties[:-1])
    return tuple(
        sitting.holder(one.person).exchange(given, taken)
        for one, given, taken in zip(ring, duties, givers, strict=True)
    )


def _untouchable(sitting: Sitting, one: Exchange) -> Iterator[Fault]:
    """Yield the cells that no swap may touch, and a duty that the person has already."""
    clock, cells, person = sitting.index.clock, sitting.cells, one.person
    shut = False
    for side, duty in (("gives", one.given), ("takes", one.taken)):
        if cells.closed(person, duty.day) is not None:
            shut = True
            yield closed_cell(sitting, f"{person}.{side}", person, clock.date(duty.day))
    told, name = f"{one.taken.code} on {clock.date(one.taken.day)}", one.of.line.person.name
    if not shut and not cells.may_take(person, one.taken):
        found = f"{told}, which runs into {name}'s day off"
        yield Fault(f"{person}.takes", found, "a duty that ends before it")
    if one.of.has(one.taken):
        found = f"{told}, which {name} has already"
        yield Fault(f"{person}.takes", found, "another duty")


def _unlawful(
    court: Court, chain: Chain, unit_wide: Iterable[Violation], language: str
) -> Iterator[Fault]:
    """Yield what a swap breaks: each rule in its own sentence, then what no rule tells."""
    for one in chain:
        found, where = list(one.of.breaches(one.line)), f"{one.person}.takes"
        yield from _broken(court, found, where, language)
        when, name = court.index.clock.date(one.taken.day), one.of.line.person.name
        if not found and one.of.room(one.taken) is None:
            needed = "somebody employed then, in the unit, with the competence and not exempt"
            yield Fault(where, f"{one.taken.code} on {when} for {name}", needed)
        for monday in one.codes.bare if not found else ():
            week = court.index.clock.date(monday)
            told = f"no day left for {name}'s F1 in the week from {week}"
            yield Fault(where, told, "a block off as long as the weekly rest")
    yield from _broken(court, unit_wide, "swap", language)


def _broken(court: Court, found: Iterable[Violation], where: str, language: str) -> Iterator[Fault]:
    for entry in describe(court, found, language):
        law = f", {entry.paragraph}" if entry.paragraph else ""
        yield Fault(where, entry.text.rstrip("."), f"no breach of {entry.name}{law}")
