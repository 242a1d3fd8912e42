"""Search for good rosters that differ in what they favour, and lock what one likes.

Each profile is a search of its own under other weights, from the first roster on; all are measured
by the ward's own card. One that costs too much by it, or hardly differs, is not offered.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from rostering.check import require_fit
from rostering.choice.models import Choice, ChoiceOption, GoalDifference
from rostering.choice.profiles import PROFILES, Profile
from rostering.domain.canonical import content_hash
from rostering.domain.card import TermEntry
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Evidence, Roster
from rostering.domain.wishes import Lock
from rostering.errors import BadInput, Fault
from rostering.score import score
from rostering.solve import Budget, Outcome, solve
from rostering.strategies.base import Progress, Report, Stopped
from rostering.terms.registry import weights

DEAREST = 1.5  # of the first roster's points: what another may cost to be offered
APART = 0.02  # share of all person-days on which two rosters must differ
FIRST = 0.4  # share of the seconds for the first roster; the others share the rest
SMALL = 200  # points up to which a dearer roster is offered whatever its share


def choose(
    problem: Problem,
    budget: Budget | None = None,
    *,
    profiles: Collection[str] | None = None,
    report: Report = lambda _: None,
    stop: Stopped = lambda: False,
    language: str = "en",
) -> Choice:
    """Return two to five good rosters, fewer where no more truly differ.

    Parameters
    ----------
    problem
        What is to be planned.
    budget
        Seconds for all (120 by default), workers and seed.
    profiles
        Names in ``PROFILES`` besides the ward's own weights; None for all.
    report
        Called with each search's news; the phase begins with the profile's name. After each
        search ``told`` holds the choice until then.
    stop
        Once it returns True the rosters so far are returned.
    language
        Of the cards' sentences.

    Raises
    ------
    BadInput
        When the problem has faults or a profile is unknown.
    """
    chosen = _chosen(profiles)
    search = _Search(problem, budget or Budget(seconds=120.0), report, stop, language)
    return search.all(chosen)


def _chosen(names: Collection[str] | None) -> tuple[Profile, ...]:
    known = {profile.name for profile in PROFILES}
    needed = f"one of: {', '.join(sorted(known))}"
    faults = [Fault("profiles", repr(n), needed) for n in names or () if n not in known]
    if faults:
        raise BadInput(faults)
    return tuple(p for p in PROFILES if p.name == "own" or names is None or p.name in names)


@dataclass(slots=True)
class _Search:
    problem: Problem
    budget: Budget
    report: Report
    stop: Stopped
    language: str

    def all(self, profiles: tuple[Profile, ...]) -> Choice:
        """Search for each profile while there is time."""
        began, found, left_out = time.monotonic(), list[ChoiceOption](), list[str]()
        partial = False
        for number, profile in enumerate(profiles):
            if self.stop() or (number and not found):
                partial = True
                break
            outcome = self.one(profile, len(profiles), found[0].roster if found else None)
            if outcome.roster is None:
                partial = True
                continue
            option = self.option(profile, outcome.roster, found)
            if option is None:
                left_out.append(profile.name)
            else:
                found.append(option)
            spent, share = time.monotonic() - began, (number + 1) / len(profiles)
            told = self.told(found, left_out, spent, partial=True)
            self.report(Progress(spent, profile.name, told=told, share=share))
        return self.told(found, left_out, time.monotonic() - began, partial=partial)

    def told(
        self, found: list[ChoiceOption], left_out: list[str], seconds: float, *, partial: bool
    ) -> Choice:
        """Return what there is to choose from."""
        return Choice(
            problem_name=self.problem.name,
            problem_hash=content_hash(self.problem),
            options=tuple(found),
            left_out=tuple(left_out),
            dearest=DEAREST,
            partial=partial,
            seconds=round(seconds, 2),
        )

    def one(self, profile: Profile, number: int, warm: Roster | None) -> Outcome:
        """Search under one profile's weights."""
        seconds = self.budget.seconds
        if seconds is not None:
            rest = (1 - FIRST) * seconds / max(1, number - 1)
            seconds = FIRST * seconds if warm is None else rest
        weighed = profile.weighed(weights(self.problem))
        asked = self.problem.model_copy(update={"weights": weighed})

        def told(news: Progress) -> None:
            self.report(replace(news, phase=f"{profile.name}: {news.phase}"))

        budget = replace(self.budget, seconds=seconds)
        return solve(asked, budget, warm=warm, report=told, stop=self.stop)

    def option(
        self, profile: Profile, roster: Roster, found: list[ChoiceOption]
    ) -> ChoiceOption | None:
        """Return a roster as it compares with the first; None when it is not worth offering."""
        update: dict[str, object] = {"problem_hash": content_hash(self.problem)}
        if profile.terms:  # the bound was proved under other weights
            update["evidence"] = Evidence(strategy=roster.evidence.strategy, status="feasible")
        own = roster.model_copy(update=update)
        card = score(self.problem, own, self.language)
        if not found:
            return ChoiceOption(favours=profile.name, card=card, roster=own, apart=0)
        first = found[0]
        least = APART * len(self.problem.people) * self.problem.horizon.days
        alike = any(_apart(own, other.roster) < least for other in found)
        if alike or card.total > max(DEAREST * first.card.total, first.card.total + SMALL):
            return None
        return ChoiceOption(
            favours=profile.name,
            card=card,
            roster=own,
            apart=_apart(own, first.roster),
            differences=tuple(_differences(first, card.terms)),
        )


def _apart(one: Roster, two: Roster) -> int:
    cells = [{(d.person, d.date, d.shift) for d in r.assignments} for r in (one, two)]
    return len({(person, when) for person, when, _ in cells[0] ^ cells[1]})


def _differences(first: ChoiceOption, terms: Iterable[TermEntry]) -> list[GoalDifference]:
    before = {entry.term: entry.points for entry in first.card.terms}
    moved = [
        GoalDifference(term=entry.term, points=entry.points - before[entry.term]) for entry in terms
    ]
    return sorted((one for one in moved if one.points), key=lambda one: (one.points, one.term))


def locking(
    problem: Problem,
    roster: Roster,
    *,
    people: Collection[str] = (),
    dates: Collection[date] = (),
) -> Problem:
    """Return the problem with a roster's cells locked where it is liked: go on from there.

    Parameters
    ----------
    people, dates
        Whose cells, on which dates; nothing named is everybody, or every date.

    Raises
    ------
    BadInput
        When the roster does not fit the problem, or a person or date is not its own.
    """
    require_fit(problem, roster)
    known = [person.id for person in problem.people]
    start, days = problem.horizon.start, problem.horizon.days
    period = [date.fromordinal(start.toordinal() + number) for number in range(days)]
    ward = f"a person of the ward {problem.name!r}"
    faults = [Fault("people", repr(one), ward) for one in people if one not in known]
    needed = f"a date from {start} to {problem.horizon.end}"
    faults += [Fault("dates", str(one), needed) for one in dates if one not in period]
    if faults:
        raise BadInput(faults)
    held: dict[tuple[str, date], list[Assignment]] = {}
    for duty in roster.effective:
        held.setdefault((duty.person, duty.date), []).append(duty)
    locked = {(lock.person, lock.date) for lock in problem.locks}
    cells = [(p, d) for p in (people or known) for d in (dates or period) if (p, d) not in locked]
    locks = [lock for cell in cells for lock in _locks(cell, held.get(cell, []))]
    return problem.model_copy(update={"locks": (*problem.locks, *locks)})


def _locks(cell: tuple[str, date], duties: Iterable[Assignment]) -> list[Lock]:
    """Return the locks of one cell: one a duty, or one for a day off."""
    person, when = cell
    found = [
        Lock(person=person, date=when, shift=duty.shift, unit=duty.unit, role=duty.role)
        for duty in duties
    ]
    return found or [Lock(person=person, date=when)]
