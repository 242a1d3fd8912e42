"""Take an option: the ward knows the absence, the roster is succeeded, and people are told."""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Collection

from sqlalchemy.orm import Session

from api.audit.chain import Act, note
from api.db.base import now
from api.errors import Conflict, Wrong
from api.notices.telling import Told, tell_person
from api.policy.roles import Caller
from api.repairs.answer import without_away
from api.repairs.disruptions import Disrupted, disruption_of, without_days
from api.repairs.shapes import RepairAsk, RepairTake
from api.repairs.tables import Repair as Row
from api.rosters.aftermath import end_outrun
from api.rosters.courts import court_of
from api.rosters.local import local_now
from api.rosters.publishing import shape as publication_shape
from api.rosters.shapes import PublicationShape
from api.rosters.standing import Standing
from api.rosters.succession import Change, succeed
from api.rosters.tables import Publication, Source
from api.rosters.telling import tell_changes
from api.units.wards import keep_ward, unit_of, ward_of
from rostering.domain.problem import RuleMode
from rostering.domain.roster import Evidence, Roster
from rostering.replan.codes import recoded
from rostering.replan.repair import Repair
from rostering.rules import coverage
from rostering.swap.breaches import new_breaches


def packed_answer(found: Repair) -> bytes:
    """Return an answer as it is kept."""
    return zlib.compress(found.model_dump_json().encode(), level=6)


def take(
    session: Session, held: Standing, row: Row, given: RepairTake, asking: Caller
) -> PublicationShape:
    """Take the option of a place, all of it or nothing.

    Raises
    ------
    Conflict
        When the repair was taken before, or something it stands on has changed since.
    """
    if row.taken is not None:
        raise Conflict("repair.taken")
    if held.publication.number != row.number:
        raise Conflict("roster.changed")
    found = Repair.model_validate_json(zlib.decompress(row.answer))
    asked = disruption_of(held, RepairAsk.model_validate(row.asked), found.now)
    _require_ahead(found, given.place)
    _keep_absence(session, held, asked, asking)
    after = _succession(session, held, asked, found, given, asking)
    end_outrun(session, held.period, local_now())
    row.taken, row.place = now(), given.place
    row.asked, row.answer = {}, b""
    told = {"option": given.place, "number": after.number}
    note(session, Act("repair.take", asking.account, f"repair:{row.id}", _unit(held), payload=told))
    return publication_shape(after)


def _unit(held: Standing) -> str:
    return held.period.unit_id


def _require_ahead(found: Repair, place: int) -> None:
    """Refuse an option that is not there, or of which a shift has begun since."""
    if place > len(found.options):
        raise Wrong("repair.option", "place")
    if place == 0:
        return
    waited = (local_now() - found.now) // dt.timedelta(minutes=1)
    option = found.options[place - 1]
    if option.notice is not None and option.notice < waited:
        raise Conflict("roster.changed")


def _succession(
    session: Session,
    held: Standing,
    asked: Disrupted,
    found: Repair,
    given: RepairTake,
    asking: Caller,
) -> Publication:
    """Publish the roster of the option; where no duty changes, the one that holds goes on."""
    left = without_away(asked, held.roster, found)
    option = found.options[given.place - 1] if given.place else None
    roster = left if option is None else option.roster
    if set(roster.assignments) == set(held.roster.effective) and not asked.found.demand:
        return held.publication
    court = court_of(asked.ward)
    before, after = (
        {person: [d for d in one.effective if d.person == person] for person in court.index.people}
        for one in (held.roster, roster)
    )
    touched = {person for person in before if before[person] != after[person]} | set(asked.days)
    roster = recoded(court, held.roster, roster, touched).model_copy(
        update={"evidence": Evidence(strategy="manual", status="manual")}
    )
    bearable = _inevitable(held, asked, left) if option is None else set[str]()
    if option is not None and option.uncovered:
        bearable = {coverage.ID}
    change = Change(asked.ward, roster, Source.REPAIR, given.reason.strip(), bearable)
    made = succeed(session, held, change, by=asking.account, language=asking.language)
    tell_changes(session, held, roster, besides=set(asked.days))
    return made


def _inevitable(held: Standing, asked: Disrupted, left: Roster) -> Collection[str]:
    """Return the rules that are broken by the absence itself, as long as nobody is put in."""
    court = court_of(asked.ward)
    was, will = (court.judge(court.index.plan(r.effective)) for r in (held.roster, left))
    broken = {found.rule for found in new_breaches(was, will)}
    return {rule for rule in broken if court.rulings.mode(rule) is RuleMode.HARD}


def _keep_absence(session: Session, held: Standing, asked: Disrupted, asking: Caller) -> None:
    """Let the ward know who is away; why, its managers alone see there."""
    if not asked.found.gone:
        return
    unit = unit_of(session, _unit(held))
    ward = ward_of(session, unit)
    people = {person.id for person in ward.people}
    if not people.issuperset(asked.days):
        raise Conflict("roster.changed")
    known = tuple(without_days(ward.absences, asked.days))
    told = ward.model_copy(update={"absences": (*known, *asked.absences)})
    keep_ward(session, unit, told, asking, "absences")
    for person in asked.days:
        days = sorted(asked.days[person])
        span = {"first": str(days[0]), "last": str(days[-1])}
        subject = f"{unit.id}/{person}"
        note(
            session,
            Act("absence.add", asking.account, f"unit:{unit.id}", unit.id, subject, payload=span),
        )
        tell_person(session, unit.id, person, Told("absence.noted", "/staff/shifts", span))
