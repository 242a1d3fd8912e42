"""What follows a published roster: the one that holds now, and the next one in its place.

A repair, a stand-in or a swap never changes a publication. It makes another one of the same period,
judged anew, so that what held when stays to be seen.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from api.audit.chain import Act, note
from api.db.base import now
from api.periods.tables import Period
from api.rosters.border import border_faults, followers
from api.rosters.courts import court_of
from api.rosters.drafts import keep_problem
from api.rosters.standing import Standing, require_holding
from api.rosters.tables import Publication, Source
from api.units.documents import packed, roster_of
from rostering.check import describe
from rostering.domain.canonical import content_hash
from rostering.domain.clock import OSLO
from rostering.domain.problem import Problem, RuleMode
from rostering.domain.roster import Roster
from rostering.errors import BadInput, Fault
from rostering.swap.breaches import new_breaches


@dataclass(frozen=True, slots=True)
class Change:
    """A change of a published roster: the roster after it, and where it came from.

    ``problem`` is what the roster is to be judged in; ``bearable`` are hard rules of which new
    breaches are told but not refused, such as a minimum that nobody may lawfully fill.
    """

    problem: Problem
    roster: Roster
    source: Source
    reason: str = ""
    bearable: Collection[str] = ()


def succeed(
    session: Session, before: Standing, change: Change, *, by: str | None, language: str = "nb"
) -> Publication:
    """Publish a changed roster in the place of the one that holds.

    Raises
    ------
    BadInput
        With a fault for each hard rule that it breaks and the one before does not.
    Conflict
        ``roster.changed`` when another roster has taken the place of ``before`` meanwhile.
    """
    require_holding(session, before)
    _require_lawful(before, change, language)
    next_ones = followers(session, before.period)
    if faults := border_faults(next_ones, before.roster, change.roster, language):
        raise BadInput(faults)
    made = add_publication(
        session,
        before.period,
        draft=before.publication.draft_id,
        problem_hash=keep_problem(session, change.problem),
        roster=packed(change.roster),
        takes_effect=max(before.period.start, now().astimezone(OSLO).date()),
        source=change.source,
        reason=change.reason,
        by=by,
    )
    told = {"number": made.number, "roster": made.roster_hash, "reason": made.reason}
    about = f"publication:{made.id}"
    act = Act(f"roster.{change.source.value}", by, about, before.period.unit_id, payload=told)
    note(session, act)
    return made


def _require_lawful(before: Standing, change: Change, language: str) -> None:
    court = court_of(change.problem)
    was, will = (
        court.judge(court.index.plan(roster.effective)) for roster in (before.roster, change.roster)
    )
    new = [
        found
        for found in new_breaches(was, will)
        if court.rulings.mode(found.rule) is RuleMode.HARD and found.rule not in change.bearable
    ]
    if new:
        told = describe(court, new, language)
        raise BadInput([Fault("roster", one.text, f"no breach of {one.name}") for one in told])


def add_publication(  # noqa: PLR0913 - the parts of a publication
    session: Session,
    period: Period,
    *,
    draft: str,
    problem_hash: str,
    roster: bytes,
    takes_effect: date,
    source: Source,
    reason: str,
    by: str | None,
) -> Publication:
    """Add the next publication of a period; judging it and the audit entry are the caller's."""
    query = select(func.max(Publication.number)).where(Publication.period_id == period.id)
    made = Publication(
        period_id=period.id,
        number=(session.scalar(query) or 0) + 1,
        draft_id=draft,
        source=source.value,
        problem_hash=problem_hash,
        roster=roster,
        roster_hash=content_hash(roster_of(roster)).removeprefix("sha256:"),
        takes_effect=takes_effect,
        reason=reason,
        by=by,
        at=now(),
    )
    session.add(made)
    session.flush()
    return made
