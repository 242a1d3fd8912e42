"""A roster as the Curtois instances write it: a row for each employee, a column for each day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment
from rostering.readers.public.reading import Reading, text_lines


def curtois_assignments(path: Path, problem: Problem) -> list[Assignment]:
    """Return the duties of a file with tabs between days; an empty column is a day off.

    Rows are in the order of the instance's employees and bear no names.

    Raises
    ------
    BadInput
        With the line of each wrong row or shift.
    """
    reading = Reading(path.name)
    lines = text_lines(path)
    while len(lines) > len(problem.people) and not lines[-1].strip():
        lines.pop()
    if len(lines) != len(problem.people):
        needed = f"{len(problem.people)} rows: one for each employee of {problem.name}"
        reading.fault("", f"{len(lines)} rows", needed, "the roster belongs to another instance")
    reading.finish()
    found = list(_duties(reading, lines, problem))
    reading.finish()
    return found


def _duties(reading: Reading, lines: list[str], problem: Problem) -> Iterator[Assignment]:
    codes = [shift.code for shift in problem.shifts]
    days = problem.horizon.days
    for number, (line, person) in enumerate(zip(lines, problem.people, strict=True), start=1):
        cells = [cell.strip() for cell in line.split("\t")]
        if any(cells[days:]) or len(cells) < days:
            found = f"{len(cells)} columns for {person.id}"
            guess = "empty columns at the end were cut off, or spaces stand in place of tabs"
            reading.fault(number, found, f"{days} columns with tabs between", guess)
            continue
        for day, code in enumerate(cells[:days]):
            if code and reading.known(code, number, "shift", codes):
                when = problem.horizon.start + timedelta(days=day)
                yield Assignment(person=person.id, date=when, shift=code, unit=problem.units[0].id)
