"""Health lights on the screen: a sign stands beside each colour."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from datetime import date

from rich.text import Text

from rostering.domain.people import Person
from rostering.domain.problem import HorizonKind, Problem
from rostering.health.models import Finding, MeasureHealth, PersonHealth, WardCounts, WardHealth
from rostering.health.thresholds import Light, Measure
from rostering.health.words import SIGNS, HealthWords
from rostering.texts import Catalogue
from turnus.terminal.screen import Screen
from turnus.terminal.tables import FIRST, more_to_come, table

STYLES = {Light.GREEN: "green", Light.AMBER: "yellow", Light.RED: "bold red"}


class LightTables:
    """The tables of one ward, each under a title and with the sources below."""

    def __init__(self, screen: Screen, problem: Problem, *, everything: bool) -> None:
        self.screen = screen
        self.problem = problem
        self.everything = everything
        self.words = HealthWords(screen.language)
        self._texts = Catalogue(screen.language)

    @property
    def _cyclic(self) -> bool:
        return self.problem.horizon.kind is HorizonKind.CYCLIC

    def show_people(self, lit: WardHealth) -> None:
        """Print a row for each person, with the value and the light of each measure."""
        self._title()
        names = {person.id: person.name for person in self.problem.people}
        grid = table()
        grid.add_column(self.screen.words.say("health.person"), min_width=12)
        people = lit.people if self.everything else lit.people[:FIRST]
        for number, one in enumerate(self.words.table.measures):
            cells = [self._cell(person.measures[number]) for person in people]
            head = _narrow(self.words.measure(one.measure), max(map(len, cells)))
            grid.add_column(head, justify="right", no_wrap=True)
        for person in people:
            grid.add_row(names[person.person], *map(self._cell, person.measures))
        self.screen.show(grid)
        more_to_come(self.screen, len(lit.people), everything=self.everything)
        self._sources()

    def show_person(self, who: Person, one: PersonHealth) -> None:
        """Print one person's measures with their limits, and where in the roster each lies."""
        self._title()
        say = self.screen.words.say
        told = f"{who.name}. {say('health.worst')}: {self.words.signed(one.light)}"
        self.screen.say(told, STYLES[one.light])
        grid = table()
        for key in ("health.measure", "health.value", "health.light", "health.limits"):
            grid.add_column(say(key))
        grid.add_column(say("health.where"), no_wrap=True)
        rows = [row for measured in one.measures for row in self._rows(measured)]
        for row in rows if self.everything else rows[:FIRST]:
            grid.add_row(*row)
        self.screen.show(grid)
        more_to_come(self.screen, len(rows), everything=self.everything)
        self._sources()

    def show_counts(self, counted: WardCounts) -> None:
        """Print how many people have which light, by measure."""
        self._title()
        say = self.screen.words.say
        grid = table()
        grid.add_column(say("health.measure"))
        for light in Light:
            grid.add_column(Text(self.words.signed(light), STYLES[light]), justify="right")
        for one in counted.measures:
            row = (one.green, one.amber, one.red)
            grid.add_row(self.words.measure(one.measure), *map(str, row))
        grid.add_section()
        worst = (counted.worst.green, counted.worst.amber, counted.worst.red)
        grid.add_row(say("health.worst"), *map(str, worst), style="bold")
        self.screen.show(grid)
        people = {"people": counted.people, "idle": counted.without_duties}
        self.screen.say(say("health.people", **people))
        self._sources()

    def _cell(self, measured: MeasureHealth) -> Text:
        value = self.words.value(measured.measure, measured.value)
        return Text(f"{value} {SIGNS[measured.light]}", STYLES[measured.light])

    def _title(self) -> None:
        horizon = self.problem.horizon
        if self._cyclic:
            period = self._texts.say("report.period_cyclic", count=horizon.days // 7)
        else:
            period = " – ".join(map(self.screen.words.date, (horizon.start, horizon.end)))
        facts = {"name": self.problem.name, "period": period}
        self.screen.say(self.screen.words.say("health.title", **facts), "bold")

    def _rows(self, measured: MeasureHealth) -> Iterator[tuple[str | Text, ...]]:
        """Yield a row for each finding; the first, or the only one, names the measure."""
        measure, words = measured.measure, self.words
        places = [self._place(measure, finding) for finding in measured.findings]
        yield (
            words.measure(measure),
            words.value(measure, measured.value),
            Text(words.signed(measured.light), STYLES[measured.light]),
            words.limits(measure),
            places[0] if places else "",
        )
        for place in places[1:]:
            yield "", "", "", "", place

    def _place(self, measure: Measure, one: Finding) -> str:
        """Return the first and the last day of a finding, and its size unless it is a day alone."""
        when = " – ".join(dict.fromkeys(map(self._day, (one.dates[0], one.dates[-1]))))
        single = measure in (Measure.SINGLE_DAYS_WORK, Measure.SINGLE_DAYS_OFF)
        return when if single else f"{when} ({self.words.size(measure, one.size)})"

    def _day(self, day: date) -> str:
        """Return a date; in a base roster, whose weeks have none, week and weekday."""
        words = self.screen.words
        if not self._cyclic:
            return words.short_date(day)
        number = (day - self.problem.horizon.start).days // 7 + 1
        return self._texts.say("report.cyclic_short", number=number, weekday=words.weekday(day))

    def _sources(self) -> None:
        say = self.screen.words.say
        self.screen.say(say("health.legend"))
        self.screen.say("")
        self.screen.say(say("health.sources"), "bold")
        for note in (*self.words.notes(), *self.words.references()):
            self.screen.say(note, "dim")


def _narrow(head: str, least: int) -> str:
    """Return a heading in lines that are no longer than its column asks for."""
    return textwrap.fill(head, max(least, *map(len, head.split())), break_on_hyphens=False)
