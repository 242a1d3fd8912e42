"""The sections of a Curtois instance: rows of entries with commas between, ``#`` for comments."""

from __future__ import annotations

from rostering.readers.public.reading import Reading

Row = tuple[int, list[str]]
"""A line number and the entries of the line."""

SECTIONS = (
    "SECTION_HORIZON",
    "SECTION_SHIFTS",
    "SECTION_STAFF",
    "SECTION_DAYS_OFF",
    "SECTION_SHIFT_ON_REQUESTS",
    "SECTION_SHIFT_OFF_REQUESTS",
    "SECTION_COVER",
)


def sections(reading: Reading, lines: list[str]) -> dict[str, list[Row]]:
    """Return the rows of each section; unknown, doubled and missing ones are faults."""
    found: dict[str, list[Row]] = {}
    here: list[Row] = []
    for number, line in enumerate(lines, start=1):
        text = line.split("#", 1)[0].strip()
        if text.startswith("SECTION"):
            here = _begun(reading, number, text, found)
        elif text:
            if not found:
                reading.fault(number, "a row before any section", f"{SECTIONS[0]} first")
            here.append((number, [cell.strip() for cell in text.split(",")]))
    for name in SECTIONS:
        if name not in found:
            listed = ", ".join(found) or "no section at all"
            reading.fault("", f"no {name}", "all seven sections", f"it was cut off after: {listed}")
    return found


def _begun(reading: Reading, number: int, text: str, found: dict[str, list[Row]]) -> list[Row]:
    if text in found:
        reading.fault(number, f"{text} a second time", "each section once")
    else:
        reading.known(text, number, "section", SECTIONS)
    return found.setdefault(text, [])
