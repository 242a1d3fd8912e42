"""Faults between the fields of one entry: what must agree, and the likely slip."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Advice:
    """What a message of the domain asks for; ``sheet`` is the guess for a workbook."""

    message: str
    needed: str
    maybe: str
    sheet: str = ""


ADVICE = (
    Advice(
        r"ends .* before it starts",
        "an end after the start",
        "the shift passes midnight: set crosses_midnight to true",
        "the shift passes midnight: write ja under Over midnatt",
    ),
    Advice(
        r"marked as crossing midnight",
        "an end at most 24 hours after the start",
        "the shift ends on the same day: set crosses_midnight to false",
        "the shift ends on the same day: write nei under Over midnatt",
    ),
    Advice(
        r"break as long as the shift",
        "a break shorter than the shift",
        "the break was written in seconds, or a clock time is wrong",
    ),
    Advice(
        r"more than two decimals",
        "at most two decimals",
        "round it to two decimals",
    ),
    Advice(
        r"minimum .* is above target",
        "a target of at least the minimum",
        "the target is missing: give it the value of the minimum",
        "the column Mål is empty: write at least the minimum there",
    ),
    Advice(
        r"maximum .* is below target",
        "a maximum of at least the target",
        "minimum, target and maximum have changed places",
    ),
    Advice(
        r"whole quarter-hours",
        "a start and a later end on 00, 15, 30 or 45 minutes",
        "the stretch passes midnight: split it at 24:00 into two",
    ),
    Advice(
        r"either shifts or a curve",
        "either shift codes or a curve, and not both",
        "fill in shifts, or move the row's numbers to a curve",
        "fill in Vakter, or give the row lines on the sheet Bemanningskurve",
    ),
    Advice(
        r"is exclusive and must name shifts",
        "shift codes on an exclusive row",
        "exclusive should be false",
        "Egen rolle should be nei",
    ),
    Advice(
        r"last date .* is before the first",
        "a last date on or after the first",
        "the two dates have changed places",
    ),
    Advice(
        r"is not a share of all",
        "a share above 0 and at most 1, such as 0.9",
        "it was written in percent: 90 % is 0.9",
    ),
    Advice(
        r"is no share from 0 to 1",
        "a share from 0 to 1",
        "it was written in percent: 50 % is 0.5",
    ),
    Advice(
        r"stands there twice",
        "each one once",
        "a line was copied and not changed",
    ),
    Advice(
        r"new shift runs within a day",
        "a start and a later end on 00, 15, 30 or 45 minutes of one day",
        "it passes midnight, or the two times have changed places",
    ),
    Advice(
        r"is no amount or percentage",
        'a number of 0 or more such as 14.1, or text such as "133 1/3"',
        "the percent sign, the currency or a minus must go",
    ),
    Advice(
        r"is 0 hours or weeks",
        "a number above 0: pay is divided by it",
        "1850 is meant, or the line should be left out",
    ),
    Advice(
        r"steps out of order",
        "steps of pay by rising years of seniority, each once",
        "a step was copied and its years not changed",
    ),
    Advice(
        r"needs either easter",
        "easter = days from Easter Sunday, or month and day",
        "one of the three is too much or was forgotten",
    ),
)
OTHER = Advice("", "values that agree with each other", "one of the values of this entry is a slip")


def advice_for(message: str) -> Advice:
    """Return the advice on a message of the domain."""
    return next((a for a in ADVICE if re.search(a.message, message)), OTHER)
