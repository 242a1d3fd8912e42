"""Check a roster against every rule, without the solver."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from rostering.domain.card import BreachEntry
from rostering.domain.consistency import require_consistent
from rostering.domain.findings import Violation
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line, Plan
from rostering.domain.placement import misplaced
from rostering.domain.problem import Problem, RuleMode
from rostering.domain.roster import Assignment, Roster
from rostering.errors import BadInput, Fault
from rostering.rulebooks.book import Provision, from_text
from rostering.rulings import Rulings
from rostering.texts import Catalogue


@dataclass(frozen=True, slots=True)
class Court:
    """A problem's index and rulings: what is needed to judge any roster of it."""

    index: ProblemIndex
    rulings: Rulings

    @classmethod
    def of(cls, problem: Problem, roster: Roster | None = None) -> Court:
        """Return the court of a problem, under the roster's own rulebook when it stores one.

        Raises
        ------
        BadInput
            When the problem has faults, or the stored rulebook cannot be read.
        """
        require_consistent(problem)
        index = ProblemIndex(problem)
        books = from_text(roster.rulebook) if roster is not None and roster.rulebook else None
        return cls(index, Rulings(index, books))

    def judge_line(self, line: Line) -> Iterator[Violation]:
        """Yield every breach of an employee rule on one line."""
        for rule, values in self.rulings.asking(line.person.id):
            yield from rule.check(line, values)

    def judge(self, plan: Plan) -> Iterator[Violation]:
        """Yield every breach of any active rule, person by person, then unit-wide."""
        for line in plan.lines.values():
            yield from self.judge_line(line)
        for rule in self.rulings.active:
            if rule.scope == "unit":
                yield from rule.check(plan, self.rulings.values(rule, None))


def check(problem: Problem, roster: Roster, language: str = "en") -> tuple[BreachEntry, ...]:
    """Return every breach in a roster, hard ones first, then by date.

    Parameters
    ----------
    problem
        The planning problem that the roster belongs to.
    roster
        Any roster, from the engine or made by hand.
    language
        ``nb``, ``nn`` or ``en`` for the sentences.

    Raises
    ------
    BadInput
        When the roster names people, shifts, units or dates that the problem does not have.
    """
    require_fit(problem, roster)
    court = Court.of(problem, roster)
    plan = court.index.plan(roster.effective)
    entries = describe(court, court.judge(plan), language)
    return tuple(sorted(entries, key=lambda b: (not b.hard, b.first, b.rule, b.person or "")))


def describe(court: Court, violations: Iterable[Violation], language: str) -> Iterator[BreachEntry]:
    """Yield violations as entries with names, paragraph, dates and a sentence."""
    texts = Catalogue(language)
    index = court.index
    for found in violations:
        provision = court.rulings.provision(
            found.rule, found.day, found.person, found.value, found.last_day
        )
        person = index.people[found.person].name if found.person else None
        said = {"first": said_day(court, found.day, texts)}
        said["last"] = said_day(court, found.last_day, texts)
        yield BreachEntry(
            rule=found.rule,
            name=texts.say(f"rule.{found.rule}"),
            paragraph=_paragraph(provision, texts),
            link=provision.link if provision else "",
            hard=court.rulings.mode(found.rule) is RuleMode.HARD,
            person=found.person,
            first=index.clock.date(found.day),
            last=index.clock.date(found.last_day),
            amount=found.amount,
            missing=found.missing,
            unit=texts.say(f"unit.{found.unit}", count=found.missing),
            text=texts.say(f"breach.{found.text}", person=person, **said, **found.facts),
        )


def said_day(court: Court, day: int, texts: Catalogue) -> date | str:
    """Return a day's date; a base roster's as weekday and week, for its weeks have no dates."""
    index = court.index
    if not index.cyclic:
        return index.clock.date(day)
    weekday = texts.say("report.weekday_names").split()[index.calendar.weekday(day) - 1]
    return texts.say("report.cyclic_day", weekday=weekday, number=day % index.days // 7 + 1)


def _paragraph(provision: Provision | None, texts: Catalogue) -> str:
    if provision is None:
        return ""
    return texts.say("paragraph.local") if provision.paragraph == "local" else provision.paragraph


def require_fit(problem: Problem, roster: Roster) -> None:
    """Raise ``BadInput`` when a roster does not belong to a problem's people and dates.

    There is one fault for each unknown name, where it first stands; one alone when more than half
    of the people are unknown.
    """
    _require_kin(problem, roster)
    known: dict[str, set[str | None]] = {
        "person": {person.id for person in problem.people},
        "shift": {shift.code for shift in problem.shifts},
        "unit": {unit.id for unit in problem.units},
        "role": {row.id for row in problem.demand if row.exclusive} | {None},
    }
    faults: dict[tuple[object, object], Fault] = {}
    odd: dict[tuple[str, str], Fault] = {}
    seen: set[Assignment] = set()
    start, end = problem.horizon.start, problem.horizon.end
    for number, duty in enumerate(roster.effective):
        where = f"assignments[{number}]"
        for field, names in known.items():
            name = getattr(duty, field)
            if name not in names:
                fault = Fault(
                    f"{where}.{field}",
                    f"unknown {field} {name!r}",
                    f"a {field} of the ward {problem.name!r}",
                    "the roster belongs to another ward",
                )
                faults.setdefault((field, name), fault)
        if duty in seen:
            faults[duty.key, "twice"] = Fault(
                where, f"{duty.shift} of {duty.person} on {duty.date} twice", "each duty once"
            )
        seen.add(duty)
        if not faults and (
            wrong := misplaced(problem, duty.shift, duty.unit, duty.role, duty.date)
        ):
            odd.setdefault(wrong, Fault(where, *wrong, "the staffing plan has changed since"))
        if not start <= duty.date <= end:
            fault = Fault(
                f"{where}.date",
                f"{duty.date}, outside the period",
                f"a date from {start} to {end}",
                "the roster belongs to another period",
            )
            faults.setdefault(("date", duty.date), fault)
    if faults or odd:
        raise BadInput([*faults.values(), *odd.values()])


def _require_kin(problem: Problem, roster: Roster) -> None:
    """Raise ``BadInput`` with one fault when most of a roster's people are strangers."""
    known = {person.id for person in problem.people}
    named = dict.fromkeys(duty.person for duty in roster.effective)
    strangers = [person for person in named if person not in known]
    if 2 * len(strangers) <= len(named):
        return
    first = strangers[0]
    found = f"unknown person {first!r}"
    if len(strangers) > 1:
        found += f" and {len(strangers) - 1} more of {len(named)} people"
    number = next(n for n, duty in enumerate(roster.effective) if duty.person == first)
    needed = f"people of the ward {problem.name!r}"
    guess = "the roster belongs to another ward"
    raise BadInput([Fault(f"assignments[{number}].person", found, needed, guess)])
