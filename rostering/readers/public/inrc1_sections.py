"""The sections of an INRC-I instance: a heading with a number of rows, rows that end in ``;``."""

from __future__ import annotations

import re

from rostering.readers.public.reading import Reading

Row = tuple[int, list[str]]
"""A line number and the entries of the line."""

SECTIONS = (
    "SCHEDULING_PERIOD",
    "SKILLS",
    "SHIFT_TYPES",
    "CONTRACTS",
    "PATTERNS",
    "EMPLOYEES",
    "DAY_OF_WEEK_COVER",
    "DATE_SPECIFIC_COVER",
    "DAY_OFF_REQUESTS",
    "DAY_ON_REQUESTS",
    "SHIFT_OFF_REQUESTS",
    "SHIFT_ON_REQUESTS",
)
_HEADING = re.compile(r"^([A-Z_]{6,})(?:\s*=?\s*(\d{1,6}))?\s*;$")


def sections(reading: Reading, lines: list[str]) -> dict[str, list[Row]]:
    """Return the rows of each section; unknown, doubled, missing and short ones are faults."""
    found: dict[str, list[Row]] = {}
    told: dict[str, tuple[int, int]] = {}
    here: list[Row] = []
    for number, line in enumerate(lines, start=1):
        text = line.strip()
        if not text or text.startswith("//"):
            continue
        heading = _HEADING.match(text)
        if heading and (heading[2] or heading[1] in SECTIONS):
            here = _begun(reading, number, heading[1], found)
            told[heading[1]] = (number, int(heading[2] or 1))
        elif not found:
            reading.fault(number, "a row before any section", f"{SECTIONS[0]}; first")
        else:
            here.append((number, [cell.strip() for cell in text.rstrip("; ").split(",")]))
    _require_all(reading, found, told)
    return found


def _begun(reading: Reading, number: int, name: str, found: dict[str, list[Row]]) -> list[Row]:
    if name in found:
        reading.fault(number, f"{name} a second time", "each section once")
    else:
        reading.known(name, number, "section", SECTIONS)
    return found.setdefault(name, [])


def _require_all(
    reading: Reading, found: dict[str, list[Row]], told: dict[str, tuple[int, int]]
) -> None:
    for name in SECTIONS:
        if name not in found:
            listed = ", ".join(found) or "no section at all"
            guess = f"it was cut off after: {listed}"
            reading.fault("", f"no {name}", "all twelve sections", guess)
            continue
        number, rows = told[name]
        if rows != len(found[name]):
            needed = f"{rows} rows, as the heading says"
            reading.fault(number, f"{len(found[name])} rows of {name}", needed, "rows were lost")
