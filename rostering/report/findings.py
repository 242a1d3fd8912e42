"""Breaches in order of date, hard ones first; findings on day codes; rests that were shortened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rostering.check import Court, describe, said_day
from rostering.day_codes import RULE_ID, least_rest, longest_rest, written_codes
from rostering.day_codes.rest import fixed_weeks
from rostering.domain.card import BreachEntry
from rostering.domain.findings import Violation
from rostering.domain.line import Line, Plan
from rostering.domain.roster import Roster
from rostering.rules import weekly_rest
from rostering.texts import Catalogue

_ABOUT_REST = {"day_codes.short", "day_codes.no_f1"}


def breaches(court: Court, plan: Plan, roster: Roster, language: str) -> tuple[BreachEntry, ...]:
    """Return what ``check`` finds and what is wrong with the written codes.

    Findings on codes are not hard: what the law asks of the rest itself is ``weekly_rest``.
    """
    found = [
        *describe(court, court.judge(plan), language),
        *_told(court, written_codes(court, plan, roster), language),
    ]
    return tuple(sorted(found, key=lambda b: (not b.hard, b.first, b.rule, b.person or "")))


def shortened(court: Court, plan: Plan, language: str) -> tuple[BreachEntry, ...]:
    """Return the weekly rests below the law's own value that an agreement allows (§ 10-8 (3)).

    Each is owed compensation; those below what the agreement allows are breaches instead.
    """
    found = [_warning(*pair) for line in plan.lines.values() for pair in _short_rests(court, line)]
    entries = _told(court, found, language)
    return tuple(sorted(entries, key=lambda entry: (entry.first, entry.person or "")))


def _short_rests(court: Court, line: Line) -> Iterator[tuple[Line, int, int, int]]:
    for monday in fixed_weeks(line):
        law = _law(court, monday)
        least = least_rest(court, line.person.id, monday)
        if least < law:
            block = longest_rest(line, monday)
            if least <= block < law:
                yield line, monday, block, law


def _law(court: Court, monday: int) -> int:
    """Return the weekly rest that holds without any agreement, in minutes."""
    memo = court.index.memo
    key = ("law_weekly_rest", monday)
    if key not in memo:
        when = court.index.clock.date(monday)
        sources = court.rulings.decided(weekly_rest.RULE, (), when)
        values = {source.name: source.value for source in sources}
        memo[key] = values["minimum"] or 0
    found: int = memo[key]
    return found


def _warning(line: Line, monday: int, block: int, law: int) -> Violation:
    facts = {"block": block, "least": law}
    missing = law - block
    return Violation(
        weekly_rest.ID, line.person.id, monday, monday + 6, missing, missing, "minutes",
        "weekly_rest.shortened", facts,
    )  # fmt: skip


def _told(court: Court, found: Iterable[Violation], language: str) -> Iterator[BreachEntry]:
    """Yield findings that no rule of the registry makes, as entries that are not hard."""
    texts, index = Catalogue(language), court.index
    for one in found:
        about_rest = one.rule == weekly_rest.ID or one.text in _ABOUT_REST
        provision = court.rulings.provision(weekly_rest.ID, one.day) if about_rest else None
        name = index.people[one.person].name if one.person else None
        said = {"first": said_day(court, one.day, texts)}
        said["last"] = said_day(court, one.last_day, texts)
        yield BreachEntry(
            rule=one.rule,
            name=texts.say("report.day_codes" if one.rule == RULE_ID else f"rule.{one.rule}"),
            paragraph=provision.paragraph if provision else texts.say("report.agreed_codes"),
            link=provision.link if provision else "",
            hard=False,
            person=one.person,
            first=index.clock.date(one.day),
            last=index.clock.date(one.last_day),
            amount=one.amount,
            missing=one.missing,
            unit=texts.say(f"unit.{one.unit}", count=one.missing),
            text=texts.say(f"finding.{one.text}", person=name, **said, **one.facts),
        )
