"""Every lawful swap of one duty, best first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import islice

from rostering.check import Court
from rostering.domain.roster import Assignment, Roster
from rostering.errors import BadInput, Fault
from rostering.swap.faults import closed_cell, no_such_duty, unknown_person
from rostering.swap.models import Swap
from rostering.swap.outcome import outcome
from rostering.swap.search import best
from rostering.swap.sitting import Held, Sitting

WINDOW = 14
MOST = 20


def swaps_for(  # noqa: PLR0913 - what is asked, and how far to look
    court: Court,
    roster: Roster,
    person: str,
    when: date,
    shift: str | None = None,
    *,
    today: date,
    three_way: bool = True,
    window: int = WINDOW,
    most: int | None = MOST,
    may_ask: Callable[[Assignment], bool] | None = None,
) -> tuple[Swap, ...]:
    """Return the lawful swaps of a person's duty, the best first.

    A swap is lawful when it adds no breach of a hard rule, for anybody in it or unit-wide, touches
    no cell that is closed (``cells.py``), gives each duty to somebody who could have it, and
    leaves room for each F1. Nobody losing wish points comes first, then the most wish points
    gained together, the least points of the score card, the nearest dates, and names.

    Parameters
    ----------
    court
        The court of the roster's problem, under the roster's rulebook.
    person, when, shift
        Whose duty, on which date; the shift is needed where there are several.
    today
        No cell before this date is touched.
    three_way
        Whether chains of three people are looked for.
    window
        Days that the other duties may lie before or after the asked one.
    most
        How many swaps at most; None for all, which takes longer.
    may_ask
        Which duties of others may be asked for at all: those of people who can answer, say.

    Raises
    ------
    BadInput
        When the person, the duty or its cell cannot be swapped, or ``window`` or ``most`` is
        negative.
    """
    _require_numbers(window, most)
    sitting = Sitting(court, roster, today)
    asked = _asked(sitting, person, when, shift)
    found = best(sitting, asked, window, three_way=three_way, may_ask=may_ask)
    return tuple(outcome(sitting, chain, points) for chain, points in islice(found, most))


def _require_numbers(window: int, most: int | None) -> None:
    given = {"window": window, "most": 0 if most is None else most}
    faults = [Fault(name, str(n), "0 or more") for name, n in given.items() if n < 0]
    if faults:
        raise BadInput(faults)


def _asked(sitting: Sitting, person: str, when: date, shift: str | None) -> Held:
    """Return the duty that is to be swapped."""
    if person not in sitting.index.people:
        raise BadInput([unknown_person(sitting, "person", person)])
    day = sitting.index.clock.day(when)
    here = [held for held in sitting.held[person] if held.duty.day == day]
    mine = [held for held in here if shift in (None, held.assignment.shift)]
    if not mine and 0 <= day < sitting.index.days:
        raise BadInput([no_such_duty(sitting, "date", person, when, shift or "")])
    if sitting.cells.closed(person, day) is not None:
        raise BadInput([closed_cell(sitting, "date", person, when)])
    if len(mine) > 1:
        codes = " or ".join(held.assignment.shift for held in mine)
        found = f"{len(mine)} duties of {person!r} on {when}"
        raise BadInput([Fault("shift", found, f"one of them: {codes}")])
    return mine[0]
