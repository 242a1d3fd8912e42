"""The coach's findings in plain sentences of one language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rostering.domain.problem import Problem
from rostering.explain.models import ClashElement, Diagnosis, ShortfallEntry, Step
from rostering.texts import Catalogue

MOST_NAMES = 6
MOST_DATES = 6
_ELEMENTS = {
    "minimum": "coach.element.minimum",
    "maximum": "coach.element.maximum",
    "absence": "coach.element.absence",
    "exemption": "coach.element.exemption",
    "lock": "coach.element.lock",
    "frozen": "coach.element.frozen",
}


class CoachWords:
    """Says a diagnosis of one problem, with its names of people and rows.

    Raises
    ------
    BadInput
        When there is no such language.
    """

    def __init__(self, problem: Problem, language: str = "en") -> None:
        self.texts = Catalogue(language)
        self.people = {person.id: person.name for person in problem.people}
        self.rows = {row.id: row.name or row.id for row in problem.demand}

    def status(self, found: Diagnosis) -> str:
        """Return whether there is a roster, in a sentence."""
        facts = {"ward": found.problem_name, "seconds": round(found.seconds)}
        return self.texts.say(f"coach.status.{found.status}", **facts)

    def shortfall(self, one: ShortfallEntry) -> str:
        """Return what arithmetic shows."""
        people = self.names(one.people) or self.texts.say("coach.short.nobody")
        return self.texts.say(
            f"coach.short.{one.scope}",
            row=self.rows.get(one.row, one.row),
            first=one.first,
            last=one.last,
            needed=one.needed,
            available=one.available,
            people=people,
            hours=round(one.needed / 60),
            able=round(one.available / 60),
        )

    def element(self, one: ClashElement) -> str:
        """Return one thing of a clash."""
        people = self.names(one.people)
        if one.kind == "rule":
            key = "coach.element.rule" if one.people else "coach.element.rule_unit"
            return self.texts.say(key, rule=self._rule(one.subject), people=people)
        row = self.rows.get(one.subject, one.subject)
        facts = {"row": row, "heads": one.heads, "dates": self.dates(one.dates), "people": people}
        return self.texts.say(_ELEMENTS[one.kind], **facts)

    def owner(self, one: ClashElement) -> str:
        """Return who can let go of a thing, with the paragraphs behind it."""
        told = self.texts.say(f"coach.owner.{one.owner.value}")
        local = self.texts.say("paragraph.local")
        named = dict.fromkeys(s.paragraph for s in one.sources if s.paragraph not in ("", "local"))
        paragraphs = [paragraph for paragraph in named if paragraph != local]
        return f"{told} ({', '.join(paragraphs)})" if paragraphs else told

    def lever(self, lever: str) -> str:
        """Return a way out in a few words."""
        return self.texts.say(f"coach.lever.{lever}")

    def step(self, one: Step) -> str:
        """Return one change of a way out."""
        rule = self._rule(one.subject) if one.kind == "rule" else ""
        return self.texts.say(
            f"coach.step.{one.kind}",
            date=one.date,
            row=self.rows.get(one.subject, one.subject),
            rule=rule,
            person=self.people.get(one.person, one.person),
            amount=one.amount,
            hours=round(one.amount / 60),
            shift=one.shift,
        )

    def _rule(self, rule: str) -> str:
        return self.texts.say(f"rule.{rule}")

    def names(self, people: Sequence[str]) -> str:
        """Return names, the first few of many."""
        told = ", ".join(self.people.get(person, person) for person in people[:MOST_NAMES])
        more = len(people) - MOST_NAMES
        return self.texts.say("coach.more_people", people=told, count=more) if more > 0 else told

    def dates(self, dates: Sequence[date]) -> str:
        """Return dates, the first few of many."""
        if not dates:
            return self.texts.say("coach.all_dates")
        iso = self.texts.language == "en"
        told = ", ".join(d.isoformat() if iso else f"{d:%d.%m.%Y}" for d in dates[:MOST_DATES])
        more = len(dates) - MOST_DATES
        return self.texts.say("coach.more_dates", dates=told, count=more) if more > 0 else told
