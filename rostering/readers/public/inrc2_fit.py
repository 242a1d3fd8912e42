"""Whether the files of an INRC-II instance name the same things and say what is possible."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from rostering.errors import Fault
from rostering.readers import guesses
from rostering.readers.json_text import shown
from rostering.readers.public.inrc2_json import (
    ANY,
    NONE,
    Contract,
    History,
    NurseHistory,
    Requirement,
    Scenario,
    Week,
)
from rostering.readers.public.reading import MOST_LISTED, RESERVED, WEEKDAYS


def scenario_faults(name: str, scenario: Scenario, weeks: int) -> Iterator[Fault]:
    """Yield what is wrong with a scenario for an instance of so many weeks."""
    if scenario.number_of_weeks != weeks:
        found = f"{scenario.number_of_weeks} weeks, and {weeks} in the instance's name"
        yield Fault(f"{name}, numberOfWeeks", found, "as many week files as weeks")
    shifts, skills = _shifts(scenario), scenario.skills
    groups: dict[str, Sequence[str]] = {
        "skills": skills,
        "shiftTypes": shifts,
        "contracts": [contract.id for contract in scenario.contracts],
        "nurses": [nurse.id for nurse in scenario.nurses],
    }
    for field, ids in groups.items():
        for twice in (key for key, times in Counter(ids).items() if times > 1):
            guess = "an entry was copied and its id not changed"
            yield Fault(f"{name}, {field}", f"{twice!r} a second time", "each id once", guess)
    yield from _shift_faults(name, scenario)
    for number, nurse in enumerate(scenario.nurses):
        here = f"{name}, nurses[{number}]"
        yield from _unknown(f"{here}.contract", "contract", nurse.contract, groups["contracts"])
        for skill in nurse.skills:
            yield from _unknown(f"{here}.skills", "skill", skill, skills)
        if not nurse.skills:
            yield Fault(f"{here}.skills", "no skill", "at least one: every assignment names one")
    yield from _crossed_limits(name, scenario)


def _shift_faults(name: str, scenario: Scenario) -> Iterator[Fault]:
    shifts = _shifts(scenario)
    for number, code in enumerate(shifts):
        if code.lower() in RESERVED:
            guess = "it can be renamed in all files: the rules keep that word for themselves"
            yield Fault(f"{name}, shiftTypes[{number}].id", f"{code!r}", "another id", guess)
    for number, rule in enumerate(scenario.forbidden_shift_type_successions):
        here = f"{name}, forbiddenShiftTypeSuccessions[{number}]"
        for code in (rule.preceding_shift_type, *rule.succeeding_shift_types):
            yield from _unknown(here, "shift", code, shifts)


def _shifts(scenario: Scenario) -> list[str]:
    return [shift.id for shift in scenario.shift_types]


def _unknown(where: str, what: str, word: str, names: Collection[str]) -> Iterator[Fault]:
    if word not in names:
        listed = ", ".join(list(names)[:MOST_LISTED]) or "none, as there is none"
        guess = guesses.spelling(word, names)
        yield Fault(where, f"unknown {what} {shown(word)}", f"one of: {listed}", guess)


def _crossed_limits(name: str, scenario: Scenario) -> Iterator[Fault]:
    for number, shift in enumerate(scenario.shift_types):
        least = shift.minimum_number_of_consecutive_assignments
        most = shift.maximum_number_of_consecutive_assignments
        if least > most:
            yield _crossed(f"{name}, shiftTypes[{number}]", least, most, "days in a row")
    for number, contract in enumerate(scenario.contracts):
        for least, most, what in _pairs(contract):
            if least > most:
                yield _crossed(f"{name}, contracts[{number}]", least, most, what)


def _pairs(contract: Contract) -> Iterator[tuple[int, int, str]]:
    least, most = contract.minimum_number_of_assignments, contract.maximum_number_of_assignments
    yield least, most, "assignments"
    least = contract.minimum_number_of_consecutive_working_days
    yield least, contract.maximum_number_of_consecutive_working_days, "working days in a row"
    least = contract.minimum_number_of_consecutive_days_off
    yield least, contract.maximum_number_of_consecutive_days_off, "days off in a row"


def _crossed(where: str, least: int, most: int, what: str) -> Fault:
    found = f"at least {least} and at most {most} {what}"
    return Fault(where, found, "a least number that is not above the most", "they were swapped")


def history_faults(name: str, scenario: Scenario, history: History) -> Iterator[Fault]:
    """Yield what is wrong with the time before the horizon."""
    nurses, shifts = [nurse.id for nurse in scenario.nurses], _shifts(scenario)
    yield from _same_set(name, scenario, history.scenario)
    told = [entry.nurse for entry in history.nurse_history]
    for missing in (nurse for nurse in nurses if nurse not in told):
        yield Fault(f"{name}, nurseHistory", f"nothing of {missing!r}", "an entry for each nurse")
    for number, entry in enumerate(history.nurse_history):
        here = f"{name}, nurseHistory[{number}]"
        yield from _unknown(f"{here}.nurse", "nurse", entry.nurse, nurses)
        if told.index(entry.nurse) < number:
            yield Fault(f"{here}.nurse", f"{entry.nurse!r} a second time", "each nurse once")
        last = entry.last_assigned_shift_type
        yield from _unknown(f"{here}.lastAssignedShiftType", "shift", last, [*shifts, NONE])
        yield from _impossible_past(here, entry)


def _impossible_past(where: str, entry: NurseHistory) -> Iterator[Fault]:
    worked = entry.number_of_consecutive_working_days
    same, off = entry.number_of_consecutive_assignments, entry.number_of_consecutive_days_off
    if (worked > 0) == (off > 0):
        found = f"{worked} working days and {off} days off before the horizon"
        yield Fault(where, found, "one of the two above 0, the other 0")
    elif (entry.last_assigned_shift_type == NONE) == (worked > 0):
        found = f"last shift {entry.last_assigned_shift_type!r} after {worked} working days"
        yield Fault(where, found, f"a shift after working days, {NONE!r} after days off")
    elif not (1 <= same <= worked if worked else same == 0):
        found = f"{same} assignments in a row in {worked} working days"
        needed = "from 1 to all of the working days" if worked else "0 after days off"
        yield Fault(f"{where}.numberOfConsecutiveAssignments", found, needed)


def week_faults(name: str, scenario: Scenario, week: Week) -> Iterator[Fault]:
    """Yield what is wrong with a week's cover and requests."""
    shifts, nurses = _shifts(scenario), [nurse.id for nurse in scenario.nurses]
    yield from _same_set(name, scenario, week.scenario)
    seen: set[tuple[str, str]] = set()
    for number, asked in enumerate(week.requirements):
        here = f"{name}, requirements[{number}]"
        yield from _unknown(f"{here}.shiftType", "shift", asked.shift_type, shifts)
        yield from _unknown(f"{here}.skill", "skill", asked.skill, scenario.skills)
        if (asked.shift_type, asked.skill) in seen:
            found = f"{asked.skill} in {asked.shift_type} a second time"
            yield Fault(here, found, "each skill of a shift once")
        seen.add((asked.shift_type, asked.skill))
        yield from _crossed_cover(here, asked)
    for number, request in enumerate(week.shift_off_requests):
        here = f"{name}, shiftOffRequests[{number}]"
        yield from _unknown(f"{here}.nurse", "nurse", request.nurse, nurses)
        yield from _unknown(f"{here}.shiftType", "shift", request.shift_type, [*shifts, ANY])
        yield from _unknown(f"{here}.day", "day", request.day, WEEKDAYS)


def _crossed_cover(where: str, asked: Requirement) -> Iterator[Fault]:
    for day, level in zip(WEEKDAYS, asked.levels, strict=True):
        if level.minimum > level.optimal:
            found = f"minimum {level.minimum} above optimum {level.optimal}"
            needed = "a minimum that is not above the optimum"
            yield Fault(f"{where}.requirementOn{day}", found, needed)


def _same_set(name: str, scenario: Scenario, told: str) -> Iterator[Fault]:
    if told != scenario.id:
        guess = "the file belongs to another set"
        yield Fault(f"{name}, scenario", f"{told!r}", f"{scenario.id!r}", guess)
