"""Tiny worlds written in a few words of YAML, as problems of the engine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from rostering.check import Court
from rostering.domain.index import ProblemIndex
from rostering.domain.problem import Problem
from rostering.domain.roster import Assignment
from rostering.rulebooks.book import Rulebook
from rostering.rules.registry import RULES
from rostering.rulings import Rulings
from rostering.terms.registry import TERMS
from tests.rules.letters import Letters, Work, cell, length, letters, span

MONDAY = date(2027, 1, 4)
SOMEBODY = "Kari"
WARD = "ward"
SHIFTS = {
    "D": "day 07:30-15:00",
    "A": "evening 15:00-22:30",
    "N": "night 23:00-07:00",
    "L": "long 07:30-20:00",
}
KEYS = {
    *("name", "why", "line", "lines", "open", "choices", "start", "values", "shifts", "units"),
    *("people", "demand", "absences", "agreements", "expect", "wishes", "published", "ledger"),
    *("accounts", "reserve", "unoffered", "books", "changes", "tells", "quotes"),
    *("cyclic", "base_lines", "pairs", "agreed_days"),
}


class World:
    """One entry of a law file: a problem, and the line or lines it speaks of."""

    def __init__(self, rule: str, entry: Mapping[str, Any], shared: Mapping[str, Any]) -> None:
        unknown = set(entry) - KEYS
        if unknown:
            raise ValueError(f"{rule}: {entry.get('name')}: unknown keys {sorted(unknown)}")
        self.rule, self.entry = rule, {**shared, **entry}
        self.name = str(self.entry["name"])
        self.start: date = self.entry.get("start", MONDAY)
        written = self.entry.get("open", self.entry.get("lines", self.entry.get("line")))
        lines = written if isinstance(written, dict) else {SOMEBODY: written}
        self.lines: dict[str, Letters] = {name: letters(text) for name, text in lines.items()}
        self.days = max(len(line.days) for line in self.lines.values())

    def date(self, day: int) -> date:
        """Return the date of a day index."""
        return self.start + timedelta(days=day)

    def assignments(self) -> tuple[Assignment, ...]:
        """Return the planned duties of all lines."""
        return tuple(
            duty
            for person, line in self.lines.items()
            for day, token in enumerate(line.days)
            for duty in self.duties(person, day, cell(token))
        )

    def duties(self, person: str, day: int, works: Iterable[Work]) -> Iterable[Assignment]:
        """Yield the assignments of one cell."""
        for work in works:
            yield Assignment(
                person=person,
                date=self.date(day),
                shift=work.shift,
                unit=work.unit or self._home(person),
                role=work.role,
            )

    def problem(self, rules: Mapping[str, Any], weights: Mapping[str, int] = {}) -> Problem:
        """Return the problem with the given rule settings; rules not named are off."""
        entry, known = self.entry, max(len(line.past) for line in self.lines.values())
        return Problem.model_validate(
            {
                "name": self.name[:120],
                "horizon": {
                    "start": self.start,
                    "days": self.days,
                    "kind": "cyclic" if entry.get("cyclic") else "calendar",
                },
                "units": [{"id": unit} for unit in entry.get("units", [WARD])],
                "competences": [{"code": code} for code in self._competences()],
                "shifts": list(self._shifts()),
                "people": [self._person(name) for name in self._names()],
                "demand": [self._row(row) for row in entry.get("demand", [])],
                "reserve": [self._reserve(row) for row in entry.get("reserve", [])],
                "wishes": [self._wish(text) for text in entry.get("wishes", [])],
                "absences": [self._absence(text) for text in entry.get("absences", [])],
                "history": list(self._history()),
                "history_from": self.date(-known) if known else None,
                "published": list(self._published()),
                "agreements": list(self._agreements()),
                "rulebooks": entry.get("books", [] if "values" in entry else _SHIPPED),
                "rules": {
                    rule.id: rules.get(rule.id, {"mode": "off", "reason": "apart"})
                    for rule in RULES
                },
                "weights": weights,
                "ledger": [
                    {"person": person, "burden": burden, "points": points}
                    for person, held in entry.get("ledger", {}).items()
                    for burden, points in held.items()
                ],
                "accounts": list(self._accounts()),
                "base_lines": list(self._base_lines()),
                "pairs": [
                    {"id": f"pair {number}", **self._dated(pair)}
                    for number, pair in enumerate(entry.get("pairs", []))
                ],
                "agreed_days": entry.get("agreed_days", []),
            }
        )

    def court(self, mode: str = "hard", price: int = 0, beside: Iterable[str] = ()) -> Court:
        """Return the court in which the file's rule binds; ``beside``: more that bind hard."""
        changing = "changes" in self.entry
        values = {} if changing else _lengths(self.entry.get("values", {}))
        setting: dict[str, Any] = {"mode": mode, "price": price, "values": values}
        settings = {**{rule: {} for rule in beside}, self.rule: setting}
        index = ProblemIndex(self.problem(settings, {term.id: 0 for term in TERMS}))
        return Court(index, Rulings(index, (self._book(),) if changing else None))

    def _book(self) -> Rulebook:
        """Return a law whose values change on certain days of the period."""
        spans = {None: self.entry.get("values", {}), **self.entry["changes"]}
        provisions = [
            {
                "rule": self.rule,
                "value": name,
                "levels": {"L0": value},
                "valid_from": MONDAY.replace(year=2000) if day is None else self.date(day),
            }
            for day, values in spans.items()
            for name, value in _lengths(values).items()
        ]
        told = {"id": "book", "name": "book", "authority": "law", "provisions": provisions}
        return Rulebook.model_validate(told)

    def _accounts(self) -> Iterable[dict[str, Any]]:
        """Yield ``Kari: 2h`` (hours) and ``Kari: {overtime: 2h}`` as balances."""
        for person, told in self.entry.get("accounts", {}).items():
            held = told if isinstance(told, dict) else {"hours": told}
            for account, minutes in held.items():
                yield {"person": person, "account": account, "minutes": length(minutes)}

    def _base_lines(self) -> Iterable[dict[str, Any]]:
        """Yield ``{Kari: 1, Per: 2}``, the holders of a line by the week they enter it at."""
        for number, holders in enumerate(self.entry.get("base_lines", [])):
            held = [{"person": person, "entry_week": week} for person, week in holders.items()]
            unit = self.entry.get("units", [WARD])[0]
            yield {"id": f"line {number}", "unit": unit, "percent": 100, "holders": held}

    def _names(self) -> list[str]:
        return list(dict.fromkeys([*self.lines, *self.entry.get("people", {})]))

    def _home(self, person: str) -> str:
        told = self.entry.get("people", {}).get(person) or {}
        return str(told.get("home_unit", self.entry.get("units", [WARD])[0]))

    def _competences(self) -> list[str]:
        told = [(person or {}).get("can", []) for person in self.entry.get("people", {}).values()]
        held = [c if isinstance(c, str) else c["code"] for can in told for c in can]
        return sorted({*held, "nurse", "charge"})

    def _person(self, name: str) -> dict[str, Any]:
        told = dict(self.entry.get("people", {}).get(name) or {})
        can = [{"code": c} if isinstance(c, str) else self._dated(c) for c in told.pop("can", [])]
        positions = [
            {"id": f"p{number}", "unit": self._home(name), **self._dated(position)}
            for number, position in enumerate(told.pop("positions", []))
        ]
        exemptions = [self._dated(exemption) for exemption in told.pop("exemptions", [])]
        for key in ("minor_until", "weekend_from", "in_post_since"):
            if isinstance(told.get(key), int):
                told[key] = self.date(told[key])
        return {
            "id": name,
            "name": name,
            "home_unit": self._home(name),
            **told,
            "positions": positions,
            "competences": can,
            "exemptions": exemptions,
        }

    def _dated(self, told: Mapping[str, Any]) -> dict[str, Any]:
        """Return a mapping whose ``first`` and ``last`` day indices have become dates."""
        dates = {key: self.date(told[key]) for key in ("first", "last") if key in told}
        return {**told, **dates}

    def _shifts(self) -> Iterable[dict[str, Any]]:
        for code, told in {**SHIFTS, **self.entry.get("shifts", {})}.items():
            more = dict(told) if isinstance(told, dict) else {"time": told}
            kind, times, *rest = more.pop("time").split()
            start, end = times.split("-")
            if rest:
                more["unpaid_break"] = int(rest[1])
            yield {
                "code": code,
                "kind": kind,
                "start": start,
                "end": end,
                "crosses_midnight": end <= start,
                **more,
            }

    def _row(self, told: Mapping[str, Any]) -> dict[str, Any]:
        row = {"units": self.entry.get("units", [WARD])[:1], **told}
        row["competence"] = {"all_of": row.pop("needs", [])}
        row["shifts"] = list(row.get("shifts", ""))
        row["curve"] = [_point(text) for text in row.get("curve", [])]
        row["except_dates"] = [self.date(day) for day in row.get("except_dates", [])]
        row["only_dates"] = [self.date(day) for day in row.get("only_dates", [])]
        row["target"] = row.get("target", row.get("minimum", 0))
        return self._dated(row)

    def _reserve(self, told: Mapping[str, Any]) -> dict[str, Any]:
        more = dict(told)
        units = {"units": self.entry.get("units", [WARD])[:1]}
        competence = {"all_of": more.pop("needs", [])}
        return {
            **units,
            **more,
            "date": self.date(more["date"]),
            "shifts": list(more["shifts"]),
            "competence": competence,
        }

    def _wish(self, text: str) -> dict[str, Any]:
        person, kind, what, days, *strength = text.split()
        first, last = span(days)
        named = {"shifts": [what]} if len(what) == 1 else {"kinds": [what]}
        return {
            "person": person,
            "kind": kind,
            **({} if what == "any" else named),
            "first": self.date(first),
            "last": self.date(last),
            **(_strength(strength[0]) if strength else {}),
        }

    def _absence(self, text: str) -> dict[str, Any]:
        person, kind, days, *rest = text.split()
        first, last = span(days)
        return {
            "person": person,
            "kind": kind,
            "first": self.date(first),
            "last": self.date(last),
            "credited": "uncredited" not in rest,
            "shift": next((r.removeprefix("shift=") for r in rest if r.startswith("shift=")), None),
        }

    def _history(self) -> Iterable[Assignment]:
        for person, line in self.lines.items():
            for back, token in enumerate(line.past):
                yield from self.duties(person, back - len(line.past), cell(token))

    def _published(self) -> Iterable[Assignment]:
        for person, text in self.entry.get("published", {}).items():
            for day, token in enumerate(letters(text).days):
                yield from self.duties(person, day, cell(token))

    def _agreements(self) -> Iterable[dict[str, Any]]:
        for number, told in enumerate(self.entry.get("agreements", [])):
            yield {"id": f"agreement {number}", **self._dated(told)}


def _lengths(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: length(value) for name, value in values.items()}


def _strength(told: str) -> dict[str, int]:
    """Return ``weak``, ``medium``, ``strong`` or ``7p``, which is 7 points."""
    if told.endswith("p"):
        return {"points": int(told[:-1])}
    return {"strength": {"weak": 1, "medium": 2, "strong": 3}[told]}


_SHIPPED = ["no_aml", "no_local"]


def _point(text: str) -> dict[str, Any]:
    """Return a curve point from ``07:00-09:00 1/2/3``: minimum, target, maximum."""
    times, levels = text.split()
    start, end = times.split("-")
    names = ("minimum", "target", "maximum")
    numbers = [int(level) for level in levels.split("/")]
    return {"start": start, "end": end, **dict(zip(names, numbers, strict=False))}
