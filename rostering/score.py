"""Score a roster: every goal measured, weighted and told with its biggest causes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rostering.check import Court, describe, require_fit
from rostering.domain.canonical import content_hash
from rostering.domain.card import CauseEntry, ScoreCard, TermEntry
from rostering.domain.findings import Cause, Violation
from rostering.domain.line import Plan
from rostering.domain.problem import Problem, RuleMode
from rostering.domain.roster import Roster
from rostering.reserve_notes import reserve_notes
from rostering.rulings.notices import notice_entries
from rostering.terms.base import Term
from rostering.terms.registry import TERMS, weights
from rostering.texts import Catalogue

MOST_CAUSES = 8


def score(problem: Problem, roster: Roster, language: str = "en") -> ScoreCard:
    """Return the score card of any roster of a problem.

    Raises
    ------
    BadInput
        When the roster does not belong to the problem.
    """
    require_fit(problem, roster)
    court = Court.of(problem, roster)
    return score_plan(court, court.index.plan(roster.effective), language)


def score_plan(court: Court, plan: Plan, language: str = "en") -> ScoreCard:
    """Return the score card of a plan whose court is already there."""
    texts, problem = Catalogue(language), court.index.problem
    points = weights(problem)
    violations = list(court.judge(plan))
    entries = [_entry(court, plan, term, points[term.id], texts) for term in TERMS]
    entries.append(_priced_breaches(court, violations, texts))
    breaches = sorted(
        describe(court, violations, language),
        key=lambda b: (not b.hard, b.first, b.rule, b.person or ""),
    )
    return ScoreCard(
        problem_name=problem.name,
        problem_hash=content_hash(court.index.given),
        total=sum(entry.points for entry in entries),
        terms=tuple(entries),
        breaches=tuple(breaches),
        notices=(*notice_entries(court.rulings, language), *reserve_notes(plan, texts)),
    )


def total_points(court: Court, plan: Plan) -> int:
    """Return the card's total alone."""
    points = weights(court.index.problem)
    goals = sum(
        points[t.id] * sum(c.amount for c in causes(plan, t)) for t in TERMS if points[t.id]
    )
    return goals + sum(
        court.rulings.price(found.rule) * found.amount
        for found in court.judge(plan)
        if court.rulings.mode(found.rule) is RuleMode.PRICED
    )


def causes(plan: Plan, term: Term) -> Iterator[Cause]:
    """Yield every part of a term's value on a plan."""
    if term.scope == "unit":
        yield from term.measure(plan)
    else:
        for line in plan.lines.values():
            yield from term.measure(line)


def _entry(court: Court, plan: Plan, term: Term, weight: int, texts: Catalogue) -> TermEntry:
    found = sorted(causes(plan, term), key=lambda c: (-c.amount, c.day, c.person or ""))
    value = sum(cause.amount for cause in found)
    return TermEntry(
        term=term.id,
        name=texts.say(f"term.{term.id}"),
        unit=texts.say(f"unit.{term.unit}", count=value),
        value=value,
        weight=weight,
        points=value * weight,
        causes=tuple(_told(court, found[:MOST_CAUSES], texts)),
    )


def _told(court: Court, found: Iterable[Cause], texts: Catalogue) -> Iterator[CauseEntry]:
    index = court.index
    for cause in found:
        name = index.people[cause.person].name if cause.person else None
        when = index.clock.date(cause.day)
        yield CauseEntry(
            amount=cause.amount,
            person=cause.person,
            date=when,
            text=texts.say(f"cause.{cause.text}", person=name, date=when, **cause.facts),
        )


def _priced_breaches(court: Court, found: list[Violation], texts: Catalogue) -> TermEntry:
    """Return the entry of the rules that bind at a price; its weight is 1 point."""
    priced = [v for v in found if court.rulings.mode(v.rule) is RuleMode.PRICED]
    told = list(describe(court, priced, texts.language))
    parts = [
        CauseEntry(
            amount=violation.amount * court.rulings.price(violation.rule),
            person=entry.person,
            date=entry.first,
            text=entry.text,
        )
        for violation, entry in zip(priced, told, strict=True)
    ]
    value = sum(part.amount for part in parts)
    return TermEntry(
        term="priced_rules",
        name=texts.say("term.priced_rules"),
        unit=texts.say("unit.points"),
        value=value,
        weight=1,
        points=value,
        causes=tuple(sorted(parts, key=lambda p: (-p.amount, p.date))[:MOST_CAUSES]),
    )
