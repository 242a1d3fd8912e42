"""Nothing unlawful ever moves: drawn wards, books and scenarios before a judge of their own.

The judge reads the ward, the book and the scenario as they were given, date by date, and shares
nothing with the code that it judges.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from typing import Any, NamedTuple

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from rostering.domain.people import HeldCompetence, Person, Position
from rostering.domain.problem import Problem
from rostering.errors import BadInput
from tasksharing.domain.book import TaskBook
from tasksharing.domain.permits import Approval, Delegation
from tasksharing.domain.tasks import Route, Task
from tasksharing.scenarios import Applied, apply
from tasksharing.scenarios.scenario import Scenario
from tests.tasksharing.small import HOSTS, SIGNED, START, UNIT, WINDOW, book, scenario, task, ward

MID, LAST = START + dt.timedelta(days=6), START + dt.timedelta(days=13)
LATER = dt.date(2027, 12, 31)
WAYS = (
    (),
    (Route(all_of=("nurse",)),),
    (Route(all_of=("nurse",)), Route(all_of=("worker",), delegation=True)),
    (Route(any_of=("nurse", "worker", "course")), Route(all_of=("host",), delegation=True)),
    (Route(any_of=("nurse", "host", "course")), Route(all_of=("worker",), delegation=True)),
)
WHO = tuple(f"p{number}" for number in range(5))


FLAWS = (
    "no approval", "approved later", "approval ends", "narrowed", "another minimum",
    "competence ends", "competence missing", "leaves",
    "delegation ends", "delegation later", "limited",
)  # fmt: skip


class Drawn(NamedTuple):
    """A ward's people, a book and a scenario, with a few things wrong on purpose."""

    staff: tuple[Person, ...]
    book: TaskBook
    scenario: Scenario


@st.composite
def cases(draw: Any) -> Drawn:  # noqa: ANN401
    flaws = draw(st.sets(st.sampled_from(FLAWS), max_size=2))
    tasks = [_task(draw, name) for name in ("kitchen", "care")]
    permits = {
        "approvals": tuple(
            one for name in ("kitchen", "care") for one in _approvals(draw, name, flaws)
        ),
        "delegations": tuple(_delegations(draw, tasks, flaws)),
    }
    given_book = book(*tasks, heads={"nurse": 2, "worker": draw(st.integers(1, 2))})
    staff = tuple(_person(draw, who, flaws) for who in WHO)
    return Drawn(staff, given_book.model_copy(update=permits), _scenario(draw, tasks[0]))


def _person(draw: Any, who: str, flaws: set[str]) -> Person:  # noqa: ANN401
    group = "nurse" if who in WHO[:2] else "worker"
    hit = draw(st.booleans())
    ends = MID if hit and "competence ends" in flaws else None
    leaves = MID if hit and "leaves" in flaws else None
    percent = draw(st.sampled_from([25, 50, 100]))
    missing = hit and "competence missing" in flaws
    return Person(
        id=who,
        name=who.upper(),
        home_unit=UNIT,
        group=group,
        positions=(Position(id=f"{who}-1", unit=UNIT, percent=percent, last=leaves),),
        competences=() if missing else (HeldCompetence(code=group, last=ends),),
    )


def _task(draw: Any, name: str) -> Task:  # noqa: ANN401
    works = st.lists(st.sampled_from([5, 10, 15, 30]), min_size=1, max_size=4)
    groups = [("nurse",), ("nurse", "worker"), ("worker",), ("worker",)]
    kitchen = name == "kitchen"
    logged = [
        (group, 1, draw(st.sampled_from(["08:00", "08:00", "08:30"])), draw(works))
        for group in draw(st.sampled_from(groups[:2] if kitchen else groups))
    ]
    return task(
        name,
        *logged,
        window=draw(st.sampled_from([None, WINDOW])),
        people=draw(st.sampled_from([1, 1, 1, 2])),
        splittable=not kitchen or draw(st.booleans()),
        minimum=draw(st.sampled_from(WAYS[2:] if kitchen else WAYS[1:])),
    )


def _approvals(draw: Any, name: str, flaws: set[str]) -> Iterator[Approval]:  # noqa: ANN401
    hit = draw(st.booleans())
    if hit and "no approval" in flaws:
        return
    last = MID if hit and "approval ends" in flaws else draw(st.sampled_from([None, LATER]))
    on = MID if hit and "approved later" in flaws else SIGNED
    ways = draw(st.sampled_from(WAYS[1:])) if hit and "another minimum" in flaws else ()
    yield Approval(task=name, unit=UNIT, by="head", on=on, last=last, minimum=ways)
    if hit and "narrowed" in flaws:
        ways = draw(st.sampled_from(WAYS[1:]))
        on = MID + dt.timedelta(days=1)
        yield Approval(task=name, unit=UNIT, by="head", on=on, minimum=ways)


def _delegations(draw: Any, tasks: list[Task], flaws: set[str]) -> Iterator[Delegation]:  # noqa: ANN401
    names = [one.id for one in tasks if any(way.delegation for way in one.minimum)]
    for who in draw(st.lists(st.sampled_from(WHO[1:]), min_size=2, max_size=5)) if names else ():
        hit = draw(st.booleans())
        yield Delegation(
            person=who,
            task=draw(st.sampled_from(names)),
            unit=UNIT,
            first=MID if hit and "delegation later" in flaws else None,
            last=MID
            if hit and "delegation ends" in flaws
            else draw(st.sampled_from([LAST, LATER])),
            residents=(3,) if hit and "limited" in flaws else (),
            signed_by="head",
            signed_on=SIGNED,
        )


def _scenario(draw: Any, kitchen: Task) -> Scenario:  # noqa: ANN401
    changes: list[dict[str, Any]] = []
    if draw(st.booleans()):
        group = draw(st.sampled_from(["host", "worker"]))
        changes.append(HOSTS | {"group": group, "heads": draw(st.integers(1, 2))})
    if draw(st.booleans()):
        changes.append(_training(draw))
    if draw(st.booleans()):
        gone = draw(st.sampled_from(WHO))
        if not any(gone in change.get("people", ()) for change in changes):
            changes.append({"kind": "vacate", "people": [gone]})
    if draw(st.booleans()):
        changes.append({"kind": "drop", "task": "care", "share": Fraction(1, 3)})
    hosts = kitchen.minimum == WAYS[4] or not draw(st.integers(0, 9))
    to = draw(st.sampled_from(["host", "worker"])) if hosts else "worker"
    slack = to == "worker" and draw(st.integers(0, 9)) > 0
    back = ["care"] if slack and draw(st.booleans()) else []
    changes.append(_move(draw, "kitchen", to, slack) | {"in_return": back})
    if draw(st.integers(0, 4)) == 0:
        to = draw(st.sampled_from(["host", "worker", "nurse"]))
        changes.append(_move(draw, "care", to, to != "host"))
    return scenario(*changes, fill=draw(st.sampled_from(["0.05", "0.8"])), load="0.9")


def _move(draw: Any, name: str, to: str, slack: bool) -> dict[str, Any]:  # noqa: ANN401
    givers = draw(st.sampled_from([[], ["nurse"], ["nurse", "worker"]]))
    return {"kind": "move", "tasks": [name], "givers": givers, "to": to, "slack": slack}


def _training(draw: Any) -> dict[str, Any]:  # noqa: ANN401
    return {
        "kind": "train",
        "people": [draw(st.sampled_from(WHO))],
        "hours": 8,
        "gives": draw(st.sampled_from([[], ["worker"], ["course"]])),
        "task": draw(st.sampled_from(["kitchen", "care", None])),
        "ready": draw(st.sampled_from([None, None, MID])),
        "last": LATER,
        "signed_by": "head",
    }


class Court:
    """Who may do what on each date, from what was given."""

    def __init__(self, problem: Problem, given_book: TaskBook, asked: Scenario) -> None:
        self.book = given_book
        self.dates = [START + dt.timedelta(days=number) for number in range(14)]
        trained = [c for c in asked.changes if c.kind == "train"]
        gone = {who for c in asked.changes if c.kind == "vacate" for who in c.people}
        self.before = problem.people
        self.people = [person for person in problem.people if person.id not in gone]
        self.learnt = [
            (who, code, c.ready or START, c.last)
            for c in trained
            for who in c.people
            for code in c.gives
        ]
        self.signed = [
            (who, c.task, c.ready or START, c.last) for c in trained for who in c.people if c.task
        ]
        for one in given_book.delegations:
            if not one.residents and not one.forms and one.unit == UNIT:
                first = max(one.first or one.signed_on, one.signed_on)
                self.signed.append((one.person, one.task, first, one.last))

    def ways(self, name: str, day: dt.date) -> tuple[Route, ...]:
        known = [
            (one.on, one.minimum or self.book.task(name).minimum)
            for one in self.book.approvals
            if one.task == name and one.on <= day
            if (one.first is None or one.first <= day) and (one.last is None or day <= one.last)
        ]
        return max(known, key=lambda one: one[0])[1] if known else ()

    def employed(self, person: Person, day: dt.date) -> Fraction:
        (position,) = person.positions
        there = position.last is None or day <= position.last
        return Fraction(int(position.percent)) if there else Fraction(0)

    def may(self, person: Person, name: str, day: dt.date) -> bool:
        codes = {c.code for c in person.competences if c.last is None or day <= c.last}
        codes |= {code for who, code, a, b in self.learnt if who == person.id and a <= day <= b}
        trusted = any(
            who == person.id and what == name and a <= day <= b for who, what, a, b in self.signed
        )
        return any(
            codes.issuperset(way.all_of)
            and (not way.any_of or codes.intersection(way.any_of))
            and (trusted or not way.delegation)
            for way in self.ways(name, day)
        )

    def able(self, name: str, group: str) -> list[Person]:
        return [
            person
            for person in self.people
            if person.group == group
            and all(self.may(person, name, day) for day in self.dates if self.employed(person, day))
        ]

    def share(self, name: str, group: str) -> Fraction:
        able, found = self.able(name, group), Fraction(1)
        for day in self.dates:
            every = sum(self.employed(p, day) for p in self.people if p.group == group)
            mine = sum(self.employed(person, day) for person in able)
            found = min(found, Fraction(mine, every) if every else Fraction(0))
        return found

    def heads(self, group: str) -> Fraction:
        heads = next((one.heads[0] for one in self.book.presence if one.group == group), 0)
        kept = Fraction(1)
        for day in self.dates:
            then = sum(self.employed(p, day) for p in self.before if p.group == group)
            now = sum(self.employed(p, day) for p in self.people if p.group == group)
            kept = min(kept, Fraction(now, then) if then else Fraction(1))
        return heads * kept

    def require_lawful(self, done: Applied, load: Fraction) -> None:
        new: Counter[tuple[str, str, int]] = Counter()
        for one in done.shared.moved:
            new[one.task, one.receiver, one.after] += one.minutes if one.new else 0  # type: ignore[assignment]
        for one in done.shared.moved:
            name, group, people = one.task, one.receiver, self.book.task(one.task).people
            old = self.heads(group)
            if one.new:
                code = (group,)  # what each group brings
                for day in self.dates:
                    assert any(
                        not w.delegation
                        and set(w.all_of) <= set(code)
                        and (not w.any_of or set(w.any_of) & set(code))
                        for w in self.ways(name, day)
                    )
                heads = max(f.heads for f in done.shared.formed if f.weekday == one.weekday)
                assert heads + old >= people
                continue
            share = self.share(name, group)
            assert share > 0
            assert old >= 1 or self.book.task(name).groups
            theirs = [m for s, m in done.shared.week.after.items()
                      if (s.task, s.group, s.quarter) == (name, group, one.after)]  # fmt: skip
            if share < 1:
                assert sum(theirs) - new[name, group, one.after] <= old * share * 15 * load
                self.require_asked(done, name, group, one.weekday)
            if people > 1:
                assert len(self.able(name, group)) + sum(f.heads for f in done.shared.formed) >= 2

    def require_asked(self, done: Applied, name: str, group: str, weekday: int) -> None:
        """A delegate is asked for on the shift, and only those who may count as one."""
        code = f"kan-{name}"
        rows = [row for row in done.problem.demand if row.competence.codes == (code,)]
        assert any(weekday in row.weekdays and row.target and row.shifts == ("D",) for row in rows)
        holders = {p.id for p in done.problem.people if code in {c.code for c in p.competences}}
        able = {person.id for person in self.able(name, group)}
        assert able <= holders
        others = {p.id for p in self.people if p.group == group} - able
        assert not others & holders


def require_nobody_overfilled(done: Applied, court: Court, load: Fraction) -> None:
    before, after, new = Counter(), Counter(), Counter()  # type: ignore[var-annotated]
    for slot, minutes in done.shared.week.before.items():
        before[slot[1:]] += minutes
    for slot, minutes in done.shared.week.after.items():
        after[slot[1:]] += minutes
    for one in done.shared.moved:
        if one.new:
            new[one.receiver, one.weekday, one.after] += one.minutes
    formed = {(one.group, one.weekday): one.heads for one in done.shared.formed}
    for place, minutes in after.items():
        assert new[place] <= formed.get(place[:2], 0) * 15 * load
        assert minutes - new[place] <= max(before[place], court.heads(place[0]) * 15 * load)


def require_balance(done: Applied) -> None:
    left, gone = Counter(), Counter()  # type: ignore[var-annotated]
    for slot, minutes in done.shared.week.before.items():
        left[slot.task, slot.weekday] += minutes
    for slot, minutes in done.shared.week.after.items():
        gone[slot.task, slot.weekday] += minutes
    for one in done.shared.removed:
        gone[one.slot.task, one.slot.weekday] += one.minutes
    assert left == gone
    assert sum(before.before for before in done.effects.balance) == sum(left.values())


def ward_of(staff: tuple[Person, ...]) -> Problem:
    problem = ward()
    course = problem.competences[0].model_copy(update={"code": "course"})
    return problem.model_copy(
        update={"people": staff, "competences": (*problem.competences, course)}
    )


@settings(
    max_examples=80,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
)
@given(cases())
def test_every_moved_minute_is_lawful_or_the_scenario_is_refused(drawn: Drawn) -> None:
    problem = ward_of(drawn.staff)
    try:
        done = apply(problem, drawn.book, drawn.scenario)
    except BadInput:
        return
    court = Court(problem, drawn.book, drawn.scenario)
    court.require_lawful(done, drawn.scenario.load)
    require_nobody_overfilled(done, court, drawn.scenario.load)
    require_balance(done)
