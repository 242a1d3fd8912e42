"""Why a scenario cannot be, in plain words and the reader's language, with names for ids.

The engine tells faults in English for files. Here each is known by its form; one that is not known
is told as it is, and a test finds those that scenarios from the screens can have.
"""

from __future__ import annotations

import re
from datetime import date

from api.tasksharing.ground import Ground
from api.tasksharing.scenarios.shapes import FaultTold
from api.texts import say
from rostering.errors import Fault

_CHANGE = re.compile(r"changes\[(\d+)\]")
_TASK, _GROUP, _CODE = r"'(?P<task>[^']+)'", r"'(?P<group>[^']+)'", r"'(?P<code>[^']+)'"
_PERSON = r"'(?P<person>[^']+)'"
_FORMS = tuple(
    (re.compile(form), key)
    for form, key in (
        (r"unknown task '(?P<what>[^']+)';", "unknown_task"),
        (r"unknown group '(?P<what>[^']+)';", "unknown_group"),
        (r"unknown person '(?P<what>[^']+)';", "unknown_person"),
        (r"unknown unit '(?P<what>[^']+)';", "unknown_unit"),
        (rf"{_TASK}, not approved in ", "unapproved"),
        (rf"{_TASK}, not approved on every day", "approval_ends"),
        (rf"{_TASK} to new staff of {_GROUP}, of whom nobody", "new_undelegated"),
        (rf"{_TASK} to {_GROUP}, of whom nobody has it", "not_held"),
        (rf"{_TASK} to {_GROUP}, of whom nobody", "no_delegation"),
        (rf"{_TASK} to {_GROUP}; competence: (?P<needed>.+)$", "no_competence"),
        (rf"the ward's own shift {_CODE};", "own_shift"),
        (rf"{_CODE} with another group or other times;", "other_shift"),
        (rf"{_CODE} twice on a weekday;", "twice"),
        (r"nobody; who is to sign", "unsigned"),
        (r"in_return without slack;", "return_without_slack"),
        (rf"a share of {_TASK}, which cannot be divided;", "undivided"),
        (rf"{_TASK}, which cannot be divided;", "return_undivided"),
        (rf"{_PERSON}, whose post is not filled again", "gone"),
        (rf"{_PERSON}, without a position;", "no_post"),
        (rf"{_PERSON} with (?P<held>\S+) %, and (?P<more>\S+) more;", "too_large"),
        (r"ready (?P<ready>\S+), valid to (?P<last>\S+);", "ends_early"),
    )
)


def fault_told(fault: Fault, ground: Ground, language: str) -> FaultTold:
    """Return a fault for whoever builds the scenario."""
    place = _CHANGE.search(fault.where)
    change = None if place is None else int(place[1])
    told = f"{fault.found}; {fault.needed}"
    for form, key in _FORMS:
        found = form.match(told)
        if found is not None:
            facts = _named(found.groupdict(), ground, language)
            return FaultTold(change=change, text=say(language, f"scenario.fault.{key}", **facts))
    return FaultTold(change=change, text=told)


def _named(facts: dict[str, str], ground: Ground, language: str) -> dict[str, str]:
    tasks = {task.id: task.name.told(language) for task in ground.book.tasks}
    groups = {group.id: group.name.told(language) for group in ground.book.groups}
    people = {person.id: person.name or person.id for person in ground.problem.people}
    named = dict(facts)
    for fact, names in (("task", tasks), ("group", groups), ("person", people)):
        if fact in named:
            named[fact] = names.get(named[fact], named[fact])
    if "needed" in named:
        for joiner in ("and", "or"):
            named["needed"] = named["needed"].replace(
                f" {joiner} ", f" {say(language, f'scenario.{joiner}')} "
            )
    for fact in ("ready", "last"):
        if fact in named:
            named[fact] = _day(named[fact], language)
    return named


def _day(written: str, language: str) -> str:
    day = date.fromisoformat(written)
    return f"{day:%d.%m.%Y}" if language != "en" else f"{day.day} {day:%B %Y}"
