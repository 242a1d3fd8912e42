"""What binds an INRC-II nurse: the contract, less what the history has used of it."""

from __future__ import annotations

from collections.abc import Iterator

from rostering.readers.public import weights
from rostering.readers.public.contracts import SATURDAY, WEEKENDS, Terms, pattern, total
from rostering.readers.public.inrc2_json import Contract, History, Scenario


def contracts(scenario: Scenario, history: History) -> Iterator[tuple[str, str, Terms]]:
    """Yield (contract, nurse, limits) of every nurse.

    Assignments and weekends of the history are taken off the limits; what exceeds one already
    costs the same in every roster and is not charged.
    """
    known = {contract.id: contract for contract in scenario.contracts}
    used = {
        entry.nurse: (entry.number_of_assignments, entry.number_of_working_weekends)
        for entry in history.nurse_history
    }
    for nurse in scenario.nurses:
        duties, weekends = used[nurse.id]
        name = f"{nurse.contract}-{duties}-{weekends}" if duties or weekends else nurse.contract
        terms = _terms(scenario, known[nurse.contract])
        terms.totals = _totals(known[nurse.contract], duties, weekends)
        yield name, nurse.id, terms


def _terms(scenario: Scenario, contract: Contract) -> Terms:
    terms = Terms()
    for shift in scenario.shift_types:
        least = shift.minimum_number_of_consecutive_assignments
        most = shift.maximum_number_of_consecutive_assignments
        terms.between(shift.id, least, most, weights.SAME_SHIFT)
    least = contract.minimum_number_of_consecutive_working_days
    most = contract.maximum_number_of_consecutive_working_days
    terms.between("work", least, most, weights.WORKING_DAYS)
    least = contract.minimum_number_of_consecutive_days_off
    most = contract.maximum_number_of_consecutive_days_off
    terms.between("off", least, most, weights.DAYS_OFF)
    if contract.complete_weekends:
        for halves in (("work", "off"), ("off", "work")):
            terms.patterns.append(pattern(weights.COMPLETE_WEEKEND, SATURDAY, *halves))
    return terms


def _totals(contract: Contract, duties: int, weekends: int) -> list[tuple[str, ...]]:
    most = max(0, contract.maximum_number_of_assignments - duties)
    least = max(0, contract.minimum_number_of_assignments - duties)
    limit = max(0, contract.maximum_number_of_working_weekends - weekends)
    return [
        total("duties", "at most", most, weights.ASSIGNMENTS),
        total("duties", "at least", least, weights.ASSIGNMENTS),
        total(WEEKENDS, "at most", limit, weights.WEEKENDS),
    ]
