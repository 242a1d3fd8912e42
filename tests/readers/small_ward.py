"""A ward of three people and two weeks that uses every field of the problem at least once."""

from __future__ import annotations

import copy
from typing import Any

SMALL: dict[str, Any] = {
    "format": "helseturnus.problem",
    "version": 1,
    "name": "Sengepost 3, våren",
    "horizon": {"start": "2027-03-01", "days": 14},
    "units": [{"id": "post3", "name": "Sengepost 3"}],
    "competences": [{"code": "SPL", "name": "Sykepleier"}, {"code": "HFA"}],
    "shifts": [
        {"code": "D", "kind": "day", "start": "07:30", "end": "15:00", "unpaid_break": 30},
        {"code": "A", "kind": "evening", "start": "14:45", "end": "22:15"},
        {
            "code": "N",
            "kind": "night",
            "start": "22:00",
            "end": "07:45",
            "crosses_midnight": True,
            "requires": {"all_of": ["SPL"]},
        },
    ],
    "people": [
        {
            "id": "p1",
            "name": "Kari Nordmann",
            "home_unit": "post3",
            "positions": [{"id": "1", "unit": "post3", "percent": 80}],
            "competences": [{"code": "SPL"}],
        },
        {
            "id": "p2",
            "name": "Ola Hansen",
            "home_unit": "post3",
            "positions": [{"id": "1", "unit": "post3", "percent": 50.5, "full_time_hours": 37.5}],
            "competences": [{"code": "HFA"}],
        },
    ],
    "demand": [
        {
            "id": "dag",
            "units": ["post3"],
            "shifts": ["D"],
            "weekdays": [1, 2, 3, 4, 5],
            "minimum": 1,
            "target": 2,
        }
    ],
    "wishes": [{"person": "p1", "kind": "avoid", "first": "2027-03-06", "last": "2027-03-07"}],
    "absences": [{"person": "p2", "kind": "vacation", "first": "2027-03-08"}],
}


def small() -> dict[str, Any]:
    """Return a copy of the small ward that may be spoilt."""
    return copy.deepcopy(SMALL)


def full() -> dict[str, Any]:
    """Return a ward in which every field has a value other than its default somewhere.

    Only the horizon's kind is left: a base roster may hold nothing that has a date of its own.
    """
    data = small()
    data["horizon"]["frozen_until"] = "2027-03-02"
    data["units"].append({"id": "post4, vest"})
    data["shifts"][0] |= {"name": "Dagvakt", "units": ["post3", "post4, vest"], "counts": False}
    data["shifts"][1] |= {
        "requires": {"any_of": ["SPL", "HFA"]}, "colour": "#4477AA", "end": "00:15",
        "crosses_midnight": True,
    }  # fmt: skip
    data["shifts"][2] |= {
        "end": "24:00", "crosses_midnight": False, "paid_break": 0, "pay": "overtime",
    }  # fmt: skip
    _fill_people(data["people"])
    data["demand"] = _demand()
    data["reserve"] = [
        {
            "id": "r1", "units": ["post3"], "date": "2027-03-05", "shifts": ["A", "N"],
            "competence": {"all_of": ["HFA"], "any_of": ["SPL"]}, "heads": 2, "price": 40,
        }
    ]  # fmt: skip
    data["wishes"].append(
        {
            "person": "p2", "kind": "want", "first": "2027-03-03", "shifts": ["D"],
            "kinds": ["evening"], "strength": 3, "points": 40,
        }
    )  # fmt: skip
    data["call_choices"] = [
        {"person": "p1", "kind": "volunteer", "first": "2027-02-20", "last": "2027-04-30"},
        {
            "person": "p2", "kind": "do_not_call", "first": "2027-03-05", "shifts": ["N", "A"],
            "kinds": ["night", "long"],
        },
    ]  # fmt: skip
    data["absences"] = _absences()
    duty = {"person": "p1", "date": "2027-02-27", "shift": "D", "unit": "post3", "role": "ansvar"}
    data |= {
        "history_from": "2027-02-01",
        "history": [{**duty, "pay": "extra"}, {**duty, "person": "p2"}],
        "published": [
            {
                "person": "p2", "date": "2027-03-01", "shift": "A", "unit": "post4, vest",
                "pay": "moved",
            }
        ],
        "locks": [
            {"person": "p1", "date": "2027-03-04"},
            {**duty, "date": "2027-03-06"},
        ],
        "rulebooks": [],
        "agreements": [
            {
                "id": "a1", "level": "L2", "rules": ["no_aml.rest"], "persons": ["p1"],
                "document": "Sak 12/27", "first": "2027-01-01", "last": "2027-12-31",
                "parties": "Kommunen og NSF", "values": {"no_aml.rest": _values(), "tom": {}},
            },
            {"id": "a2", "level": "L4", "values": {"no_aml.rest": {"minutes": 480}}},
        ],
        "weights": {"wishes": 3, "fair_nights": 0},
        "ledger": [{"person": "p1", "burden": "weekend", "points": -2}],
        "accounts": [{"person": "p1", "account": "time_off", "minutes": 90}],
        "agreed_days": [
            {"person": "p1", "kind": "F3", "days": 1},
            {"person": "p2", "kind": "time_off", "days": 2},
        ],
        "pairs": [
            {
                "id": "par 1", "kind": "apart", "person": "p1", "other": "p2",
                "shifts": ["N", "A"], "first": "2027-03-01", "last": "2027-03-09",
            },
            {"id": "par 2", "kind": "together", "person": "007", "other": "p1"},
        ],
        "wages": "no_ks_2026",
        "assumed": ["full_time_hours", "percent: Kari, Ola"],
        "base_lines": [
            {
                "id": "linje 1", "unit": "post3", "percent": 66.667,
                "cells": ["D", "", "N", "", ""],
                "holders": [{"person": "p1", "entry_week": 2}, {"person": "p2"}],
            }
        ],
    }  # fmt: skip
    data["rules"] = _rules()
    return data


def _fill_people(people: list[dict[str, Any]]) -> None:
    people[0] |= {
        "kind": "temp", "group": "natt", "other_units": ["post4, vest"], "max_hours": 120.5,
        "minor_until": "2027-03-09", "in_post_since": "2020-08-01", "pay": 540000,
        "weekend_from": "2027-03-06",
        "competences": [
            {"code": "HFA", "last": "2027-12-31"}, {"code": "SPL", "first": "2027-03-03"},
        ],
        "exemptions": [
            {"shifts": ["N"], "kinds": ["night", "long"], "weekdays": [7, 6], "last": "2027-03-10"},
            {"weekdays": [3]},
            {"not_before": "10:15", "not_after": "24:00", "first": "2027-03-02"},
        ],
    }  # fmt: skip
    people[0]["positions"] = [
        {"id": "1", "unit": "post3", "percent": 80, "last": "2027-03-07"},
        {"id": "1", "unit": "post3", "percent": 100, "first": "2027-03-08", "three_part": True},
        {"id": "natt", "unit": "post4, vest", "percent": 12.25, "full_time_hours": 33.6},
    ]
    people.append({"id": "007", "name": "=1+1", "home_unit": "post3", "kind": "student"})


def _demand() -> list[dict[str, Any]]:
    curve = [
        {"start": "07:00", "end": "22:15", "minimum": 1, "target": 2, "maximum": 4},
        {"start": "22:15", "end": "24:00", "target": 1},
    ]
    return [
        {
            "id": "ansvar", "name": "Ansvarsvakt", "units": ["post3", "post4, vest"],
            "competence": {"all_of": ["SPL"], "any_of": ["HFA", "SPL"]}, "shifts": ["D", "A"],
            "weekdays": [6, 7], "minimum": 1, "target": 1, "maximum": 1,
            "first": "2027-03-02", "last": "2027-03-12", "exclusive": True,
            "only_dates": ["2027-03-06", "2027-03-07"], "except_dates": ["2027-03-07"],
            "price_under": 100, "price_over": 0,
        },
        {"id": "kurve", "units": ["post3"], "curve": curve, "weekdays": []},
    ]  # fmt: skip


def cyclic() -> dict[str, Any]:
    """Return a base roster of two weeks."""
    data = small()
    data["horizon"]["kind"] = "cyclic"
    del data["absences"]
    return data


def _absences() -> list[dict[str, Any]]:
    kinds = ("leave", "sick", "sick_child", "course", "time_off", "F3", "F4", "F5")
    told = [{"person": "p1", "kind": kind, "first": "2027-03-09"} for kind in kinds]
    return [
        {
            "person": "p2", "kind": "vacation", "first": "2027-03-08", "last": "2027-03-09",
            "credited": False, "day_off": True,
        },
        *told,
        {"person": "p2", "kind": "sick", "first": "2027-03-10", "shift": "N"},
    ]  # fmt: skip


def _values() -> dict[str, Any]:
    return {
        "minutes": 660, "share": 0.25, "on": True, "text": "hei", "time": "07:30",
        "digits": "12", "list": [1, "to", None], "nothing": None, "empty": "",
        "day": "2027-03-01", "comma": "1,5", "object": {"a": [True]}, "like_json": "[x",
    }  # fmt: skip


def _rules() -> dict[str, Any]:
    return {
        "no_aml.rest": {"values": _values()},
        "no_aml.weekend": {"mode": "priced", "price": 7},
        "no_local.rule": {"mode": "off", "reason": "Prøves til 2028"},
    }  # fmt: skip
