"""The roster after a swap."""

from __future__ import annotations

from collections.abc import Iterator

from rostering.domain.roster import Evidence, Overlay, Roster
from rostering.errors import BadInput, Fault
from rostering.swap.models import Swap


def apply(swap: Swap, roster: Roster) -> Roster:
    """Return a roster in which a swap is made; everything else in it stays.

    Each duty keeps date, shift, unit, role and pay; F1 and F2 move as the swap says. Nothing is
    judged here: give it what ``swaps_for`` or ``require_swap`` has returned for this roster.

    Raises
    ------
    BadInput
        When somebody does not have a duty that the swap hands over.
    """
    faults = list(_missing(swap, roster))
    if faults:
        raise BadInput(faults)
    given = {one.gives for one in swap.handovers}
    kept = [duty for duty in roster.assignments if duty not in given]
    kept += [one.takes.model_copy(update={"person": one.person}) for one in swap.handovers]
    return roster.model_copy(
        update={
            "assignments": tuple(sorted(kept, key=lambda duty: duty.key)),
            "overlays": _codes(swap, roster),
            "evidence": Evidence(strategy="manual"),
        }
    )


def _missing(swap: Swap, roster: Roster) -> Iterator[Fault]:
    has, given = set(roster.assignments), [one.gives for one in swap.handovers]
    for number, one in enumerate(swap.handovers):
        where = f"handovers[{number}]"
        if one.gives not in has:
            found = f"{one.gives.shift} on {one.gives.date}, which {one.gives.person} does not have"
            yield Fault(f"{where}.gives", found, "a duty of the roster", "it has changed since")
        if one.takes not in given:
            found = f"{one.takes.shift} on {one.takes.date}, which nobody gives"
            yield Fault(f"{where}.takes", found, "a duty that another one of them gives")


def _codes(swap: Swap, roster: Roster) -> tuple[Overlay, ...]:
    """Return the codes with those that fall left out and new ones in their place."""
    fallen = {code for one in swap.handovers for code in one.codes_before}
    laid = [code for one in swap.handovers for code in one.codes_after]
    if not fallen and not laid:
        return roster.overlays
    people = list(dict.fromkeys(code.person for code in roster.overlays))
    codes = [code for code in roster.overlays if code not in fallen] + laid
    return tuple(sorted(codes, key=lambda code: (people.index(code.person), code.date)))
