"""Small problems in the manner of the public families of instances, five people and a week each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rostering.domain.problem import Problem
from rostering.terms.registry import TERMS

MONDAY = "2027-01-04"
PEOPLE = ("a", "b", "c", "d", "e")
SHIFTS = {"D": ("day", "07:00", "15:00"), "E": ("evening", "15:00", "23:00")}


def day(number: int) -> str:
    """Return a date of the week, Monday 0; the days before are negative."""
    return f"2027-01-{4 + number:02d}"


def family(book: str, people: Sequence[str | dict[str, Any]] = PEOPLE, **parts: object) -> Problem:
    """Return a problem under a family's rulebook in which only wishes and row prices weigh."""
    told = {
        "name": book,
        "horizon": {"start": MONDAY, "days": 7},
        "units": [{"id": "u"}],
        "competences": [{"code": "head"}],
        "shifts": [
            {"code": code, "kind": kind, "start": start, "end": end}
            for code, (kind, start, end) in SHIFTS.items()
        ],
        "people": [
            {"name": who, "id": who, "home_unit": "u"} if isinstance(who, str) else who
            for who in people
        ],
        "rulebooks": [book],
        "weights": {term.id: int(term.id in ("wishes", "row_prices")) for term in TERMS},
        **parts,
    }
    return Problem.model_validate(told)


def contract(name: str, people: str, **limits: list[list[str]]) -> dict[str, Any]:
    """Return an agreement that holds the limits of a contract."""
    values = {rule: {"limits": entries} for rule, entries in limits.items()}
    return {
        "id": name,
        "level": "L1",
        "rules": list(limits),
        "persons": list(people),
        "values": values,
    }


def row(code: str, number: int, **levels: object) -> dict[str, Any]:
    """Return the demand for a shift on one day."""
    return {
        "id": f"{code}{number}{levels.get('role', '')}",
        "units": ["u"],
        "shifts": [code],
        "only_dates": [day(number)],
        **{name: value for name, value in levels.items() if name != "role"},
    }


def wish(person: str, kind: str, number: int, points: int, *shifts: str) -> dict[str, Any]:
    """Return a wish with points of its own."""
    return {
        "person": person,
        "kind": kind,
        "first": day(number),
        "shifts": list(shifts),
        "points": points,
    }


def curtois() -> Problem:
    """Return a week in which one shift cannot be covered: 100 + 2 + 2 x 1 = 104 points.

    On Monday all but e are off, so one of the two shifts lacks somebody (100) and one of e's two
    wishes is refused, at least the cheaper (2). Everybody works three shifts at least, fifteen in
    all, of which thirteen are asked for and can be filled: two are too many (1 each).
    """
    cover = {"target": 1, "price_under": 100, "price_over": 1}
    return family(
        "curtois",
        demand=[row(code, number, **cover) for number in range(7) for code in SHIFTS],
        absences=[
            {"person": who, "kind": "leave", "first": day(0), "credited": False} for who in "abcd"
        ],
        wishes=[wish("e", "want", 0, 5, "E"), wish("e", "want", 0, 2, "D")],
        rules={"successions": {"values": {"forbidden": [["E", "D"]]}}},
        agreements=[
            contract(
                "full",
                "abcde",
                stretches=[
                    ["work", "at most", "5", "1", "open"],
                    ["work", "at least", "2", "1", "open"],
                    ["off", "at least", "2", "1", "open"],
                ],
                totals=[
                    ["minutes", "at least", "1440", "1"],
                    ["minutes", "at most", "1920", "1"],
                    ["weekends", "at most", "1", "1"],
                    ["E", "at most", "3", "1"],
                ],
            )
        ],
    )


def inrc2() -> Problem:
    """Return a week with a past that costs 10 + 30 = 40 points.

    Nurse a worked a first early shift on Sunday: to stop there would cost 30 for one day at work
    and 15 for one early shift, to go on costs the wish for Monday off (10). On Sunday a head
    nurse is wanted (30); e, the only one, would work a weekend too many (30).
    """
    head = {"competence": {"all_of": ["head"]}, "exclusive": True, "price_under": 30}
    people: list[str | dict[str, Any]] = [*"abcd"]
    people.append({"id": "e", "name": "e", "home_unit": "u", "competences": [{"code": "head"}]})
    priced = {"mode": "priced", "price": 1}
    return family(
        "inrc2",
        people=people,
        history_from=day(-3),
        history=[
            {"person": "a", "date": day(-1), "shift": "D", "unit": "u"},
            *({"person": w, "date": day(-3), "shift": "E", "unit": "u"} for w in "bcde"),
        ],
        demand=[
            *(row("D", n, minimum=1, target=1, price_under=30) for n in range(5)),
            row("D", 6, role="head", target=1, **head),
        ],
        wishes=[wish("a", "avoid", 0, 10)],
        rules={
            "successions": {"values": {"forbidden": [["E", "D"]]}},
            **dict.fromkeys(("stretches", "totals", "patterns"), priced),
        },
        agreements=[
            contract(
                "full",
                "abcde",
                stretches=[
                    ["work", "at least", "2", "30", "open"],
                    ["work", "at most", "5", "30", "open"],
                    ["off", "at least", "2", "30", "open"],
                    ["D", "at least", "2", "15", "open"],
                ],
                totals=[["duties", "at most", "3", "20"], ["weekends", "at most", "0", "30"]],
                patterns=[["30", "6", "work", "off"], ["30", "6", "off", "work"]],
            )
        ],
    )


def inrc1() -> Problem:
    """Return a week of seven duties that costs 13 points.

    A nurse with one duty pays 2 for a day alone, with two in a row 3 for one duty too many, with
    three in a row 6. Seven duties by 2 + 2 + 2 + 1 would cost 11, but then some pair falls on
    Friday and Saturday or on Saturday and Sunday, unwanted at 4 each. By 2 + 2 + 1 + 1 + 1 they
    cost 12, which takes all five nurses, a against the wish to be off (1); by 3 + 2 + 1 + 1 they
    cost 13.
    """
    priced = {"mode": "priced", "price": 1}
    codes = "DDDDDDE"
    return family(
        "inrc1",
        demand=[row(codes[number], number, minimum=1, target=1, maximum=1) for number in range(7)],
        wishes=[wish("a", "avoid", number, 1) for number in range(7)],
        rules=dict.fromkeys(("stretches", "totals", "patterns"), priced),
        agreements=[
            contract(
                "full",
                "abcde",
                stretches=[["work", "at least", "2", "2", "closed"]],
                totals=[["duties", "at most", "1", "3"]],
                patterns=[["4", "6", "D", "E"], ["4", "5", "D", "D"]],
            )
        ],
    )
