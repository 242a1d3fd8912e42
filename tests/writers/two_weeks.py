"""A roster for the small ward, with a hole, a holiday-free fortnight and a score card."""

import datetime as dt

from rostering.domain.card import BreachEntry, CauseEntry, ScoreCard, TermEntry
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment, Roster
from rostering.readers import problem_from_data
from tests.readers.small_ward import small

START = dt.date(2027, 3, 1)


def ward() -> Problem:
    """Return the small ward, with a curve, a role, and a name that looks like a formula."""
    data = small()
    data["people"][1]["name"] = "=Ola"
    data["demand"] += [
        {
            "id": "spl", "name": "Sykepleier på dag", "units": ["post3"], "shifts": ["D"],
            "competence": {"all_of": ["SPL"]}, "minimum": 1, "target": 1, "exclusive": True,
        },
        {
            "id": "natt", "units": ["post3"],
            "curve": [
                {"start": "00:00", "end": "07:00", "target": 1},
                {"start": "22:00", "end": "24:00", "target": 2},
            ],
        },
    ]  # fmt: skip
    return problem_from_data(data)


def duty(person: str, day: int, shift: str, role: str | None = None) -> Assignment:
    """Return a duty on a day of the fortnight, counted from 0."""
    when = START + dt.timedelta(days=day)
    return Assignment(person=person, date=when, shift=shift, unit="post3", role=role)


def roster(*duties: Assignment) -> Roster:
    """Return a roster of these duties, or of a few that are good for all tests."""
    chosen = duties or (
        duty("p1", 0, "D"),
        duty("p2", 0, "D"),
        duty("p1", 1, "D", "spl"),
        duty("p1", 3, "N"),
        duty("p2", 5, "A"),
        duty("p2", 13, "A"),
    )
    return Roster(
        problem_name="x", problem_hash="h", start=START, days=14, assignments=tuple(chosen)
    )


def card() -> ScoreCard:
    """Return a card with two goals, a cause and a breach."""
    cause = CauseEntry(amount=450, person="p2", date=START, text="=Mangler 1 på dag")
    return ScoreCard(
        problem_name="x",
        problem_hash="h",
        total=1900,
        terms=(
            TermEntry(
                term="shortage", name="Underdekning", unit="minutes", value=450, weight=4,
                points=1800, causes=(cause,),
            ),
            TermEntry(term="w", name="Ønsker", unit="days", value=2, weight=50, points=100),
        ),
        breaches=(
            BreachEntry(
                rule="no_aml.daily_rest", name="Daglig hvile", paragraph="AML § 10-8 (1)",
                link="lovdata", hard=True, person="p1", first=START, last=START, amount=1,
                missing=120, unit="minutes", text="9 t fri, 11 t kreves",
            ),
        ),
    )  # fmt: skip
