"""One cell of a roster as text: all that the reader of existing rosters needs to read it back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from urllib.parse import quote

from rostering.domain.duty import Duty
from rostering.domain.index import ProblemIndex
from rostering.domain.line import Line
from rostering.domain.people import Person
from rostering.domain.roster import Overlay, Roster, Worked
from rostering.domain.shifts import Pay
from rostering.writers.palette import ABSENCE_CODE, DAY_CODE

PAY_MARK = {Pay.EXTRA: "+mer", Pay.OVERTIME: "+ot", Pay.MOVED: "+fv", Pay.ORDINARY: "+ord"}
_SIGNS = re.compile(r"[\s%/*@+()\[\]]")


class CellTexts:
    """Texts of a roster's cells: ``D``, ``D*``, ``D/N@post2``, ``(K1) FE``, ``D → N``.

    Parameters
    ----------
    index
        The ward's look-ups.
    roster
        Its duties, day codes and worked shifts.
    """

    def __init__(self, index: ProblemIndex, roster: Roster) -> None:
        self._index = index
        self._overlays = {(o.person, o.date): o for o in roster.overlays}
        self._worked: dict[tuple[str, date], list[Worked]] = {}
        for entry in roster.worked:
            self._worked.setdefault((entry.person, entry.date), []).append(entry)

    def day_code(self, line: Line, day: int) -> str:
        """Return the day's code: the roster's own, or that of a known absence, or nothing."""
        overlay = self._overlay(line, day)
        if overlay is not None:
            return DAY_CODE[overlay.code]
        away = self._index.away(line.person.id, day)
        return ABSENCE_CODE[away.kind] if away else ""

    def full(self, line: Line, day: int) -> str:
        """Return the whole cell."""
        overlay, code = self._overlay(line, day), self.day_code(line, day)
        if overlay is not None and overlay.shift is not None:
            code = f"({overlay.shift}) {code}"
        plan = "/".join(self._duty(line.person, duty) for duty in line.on(day))
        both = f"{plan} [{code}]" if plan and code else plan or code
        worked = self._worked.get((line.person.id, self._index.clock.date(day)), ())
        return f"{both} → {self._done(line, day, worked)}".strip() if worked else both

    def _overlay(self, line: Line, day: int) -> Overlay | None:
        return self._overlays.get((line.person.id, self._index.clock.date(day)))

    def _done(self, line: Line, day: int, worked: Iterable[Worked]) -> str:
        usual = next((duty.unit for duty in line.on(day)), line.person.home_unit)
        duties = [
            self._index.duty(day, w.shift, w.unit or usual, None, w.pay)
            for w in worked
            if w.shift is not None
        ]
        return "/".join(self._duty(line.person, duty) for duty in duties) or "-"

    def _duty(self, person: Person, duty: Duty) -> str:
        role = "" if duty.role is None else f"*{self._role(duty, duty.role)}"
        unit = "" if duty.unit == person.home_unit else f"@{_signed(duty.unit)}"
        usual = self._index.shifts[duty.code].pay
        return duty.code + role + unit + ("" if duty.pay is usual else PAY_MARK[duty.pay])

    def _role(self, duty: Duty, role: str) -> str:
        """Return nothing where only one role can be meant, else its name."""
        when = self._index.clock.date(duty.day)
        fitting = [
            row.id
            for row in self._index.problem.demand
            if row.exclusive
            and duty.code in row.shifts
            and duty.unit in row.units
            and row.applies(when)
        ]
        return "" if fitting == [role] else _signed(role)


def _signed(name: str) -> str:
    """Return an id without the signs that have a meaning of their own in a cell."""
    return _SIGNS.sub(lambda sign: quote(sign[0], safe=""), name)
