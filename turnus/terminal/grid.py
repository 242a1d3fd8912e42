"""A roster as a grid for the terminal: people down, days across, demand below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rich.cells import set_cell_size
from rich.text import Text

from rostering.domain.cells import Cell
from rostering.domain.demand import DemandRow
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line, Plan
from rostering.domain.people import Person
from rostering.domain.shifts import ShiftKind
from turnus.texts import Words

WEEK = timedelta(days=7)
LONGEST_NAME = 24
STYLES = {
    ShiftKind.DAY: "black on yellow",
    ShiftKind.EVENING: "black on green",
    ShiftKind.NIGHT: "bright_white on blue",
    ShiftKind.LONG: "black on magenta",
    ShiftKind.OFFICE: "black on cyan",
}


@dataclass(frozen=True, slots=True)
class Window:
    """Whole weeks from a Monday on; only the days of the period are filled."""

    monday: date
    weeks: int

    @classmethod
    def of(cls, first: date, last: date) -> Window:
        """Return the weeks that two dates and all between them lie in."""
        monday = first - timedelta(days=first.weekday())
        return cls(monday, ((last - monday).days // 7) + 1)

    def pieces(self, most: int) -> Iterator[Window]:
        """Yield windows of at most so many weeks."""
        for start in range(0, self.weeks, most):
            yield Window(self.monday + start * WEEK, min(most, self.weeks - start))

    @property
    def dates(self) -> list[date]:
        """All dates."""
        return [self.monday + timedelta(days=n) for n in range(7 * self.weeks)]


class Grid:
    """Draws windows of one plan as lines of text."""

    def __init__(self, plan: Plan, words: Words, width: int, people: Sequence[Person]) -> None:
        self.plan, self.index, self.words = plan, plan.index, words
        self.people = people
        rows = [row.name or row.id for row in self.index.problem.demand]
        longest = max(len(name) for name in [person.name for person in people] + rows)
        self.label = min(LONGEST_NAME, longest)
        self.cell = max([2, *(len(shift.code) for shift in self.index.problem.shifts)]) + 1
        self.most = max(1, (width - self.label - 1) // (7 * self.cell + 2))
        self.cells = _cells_by_row(self.index)

    def lines(self, window: Window, *, demand: bool) -> Iterator[Text]:
        """Yield the lines of a window, wrapped by weeks to the terminal's width."""
        for piece in window.pieces(self.most):
            yield from self._header(piece)
            for person in self.people:
                yield self._person(person, piece)
            if demand:
                yield self._padded(self.words.say("show.demand"), "bold")
                for row in self.index.problem.demand:
                    if any(self._cells(row, day) for day in piece.dates):
                        yield self._demand(row, piece)
            yield Text("")

    def legend(self) -> Iterator[Text]:
        """Yield what the signs mean."""
        kinds = Text("")
        for shift in self.index.problem.shifts:
            kinds.append(f" {shift.code} ", STYLES[shift.kind])
            kinds.append(f" {shift.name or shift.kind.value}  ")
        yield kinds
        yield Text(self.words.say("show.legend", codes="").strip(), "dim")
        if any(row.curve for row in self.index.problem.demand):
            yield Text(self.words.say("show.legend_curve"), "dim")

    def _header(self, piece: Window) -> Iterator[Text]:
        weeks, names, days = (self._padded("", "") for _ in range(3))
        for number, day in enumerate(piece.dates):
            if number % 7 == 0:
                title = self.words.say("calendar.week", number=str(day.isocalendar().week))
                title += f" · {self.words.month(day)} {day.year}"
                weeks.append(f"│ {set_cell_size(title, 7 * self.cell)}", "bold")
                names.append("│ ", "dim")
                days.append("│ ", "dim")
            style = "red" if self._red(day) else "bold"
            names.append(self.words.weekday(day).ljust(self.cell), style)
            days.append(str(day.day).ljust(self.cell), style)
        yield from (weeks, names, days)

    def _person(self, person: Person, piece: Window) -> Text:
        text = self._padded(person.name, "")
        line = self.plan.lines[person.id]
        for number, day in enumerate(piece.dates):
            self._border(text, number)
            text.append_text(self._cell(line, day))
        return text

    def _cell(self, line: Line, day: date) -> Text:
        if not self._inside(day):
            return Text(" " * self.cell)
        number = self.index.clock.day(day)
        duties = line.on(number)
        if len(duties) == 1:
            duty = duties[0]
            code = f"{duty.code:<{self.cell - 1}}"
            return Text().append(code, STYLES[duty.kind]).append(" ")
        if duties:
            return Text(f"{len(duties)}×".ljust(self.cell), "bold red")
        away = any(f <= number <= t for f, t, _ in self.index.absences[line.person.id])
        return Text(("x" if away else "·").ljust(self.cell), "dim")

    def _demand(self, row: DemandRow, piece: Window) -> Text:
        text = self._padded(row.name or row.id, "")
        for number, day in enumerate(piece.dates):
            self._border(text, number)
            text.append_text(self._staffed(self._cells(row, day), curve=bool(row.curve)))
        return text

    def _cells(self, row: DemandRow, day: date) -> list[Cell]:
        return self.cells.get((row.id, self.index.clock.day(day)), [])

    def _staffed(self, cells: list[Cell], *, curve: bool) -> Text:
        if not cells:
            return Text(" " * self.cell)
        there = {id(cell): self.plan.in_cell(cell) for cell in cells}
        worst = min(cells, key=lambda cell: there[id(cell)] - cell.target)
        here, missing = there[id(worst)], worst.target - there[id(worst)]
        if any(there[id(cell)] < cell.minimum for cell in cells):
            sign, style = "!", "bold red"
        elif missing > 0:
            sign, style = "-", "yellow"
        elif any(c.maximum is not None and there[id(c)] > c.maximum for c in cells):
            sign, style = "+", "bold red"
        else:
            sign, style = "", "dim"
        shown = max(0, missing) if curve else here
        return Text(f"{shown}{sign}".ljust(self.cell), style)

    def _padded(self, label: str, style: str) -> Text:
        shown = label if len(label) <= self.label else f"{label[: self.label - 1]}…"
        return Text(set_cell_size(shown, self.label + 1), style)

    def _border(self, text: Text, number: int) -> None:
        if number % 7 == 0:
            text.append("│ ", "dim")

    def _inside(self, day: date) -> bool:
        horizon = self.index.problem.horizon
        return horizon.start <= day <= horizon.end

    def _red(self, day: date) -> bool:
        return self.index.calendar.is_red(self.index.clock.day(day))


def _cells_by_row(index: ProblemIndex) -> dict[tuple[str, int], list[Cell]]:
    found: dict[tuple[str, int], list[Cell]] = {}
    for cell in index.cells:
        found.setdefault((cell.row.id, cell.day), []).append(cell)
    return found
