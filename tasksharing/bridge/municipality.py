"""From the bottom up: planning hours unit by unit, of an invented municipality or a list."""

from __future__ import annotations

import math
from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from importlib import resources
from pathlib import Path
from random import Random

from rostering.domain.fields import Model
from rostering.errors import Fault
from rostering.readers.lists.vocabulary import is_sum
from rostering.readers.workbook.cells import number, text, whole
from rostering.wages.exact import Exact
from tasksharing.bridge.assumptions import DRAWN_HOURS, Assumptions, shipped, with_value
from tasksharing.bridge.models import Bottom, Span
from tasksharing.domain.names import Name
from tasksharing.files.toml import toml_model
from tasksharing.log.page import Column, open_page

SEED = 311
DRAWS = 200
COLUMNS = (
    Column("unit", ("Enhet", "Eining", "Unit"), needed=True),
    Column("people", ("Ansatte", "Tilsette", "People"), needed=True),
    Column("hours", ("Timer i året", "Timar i året", "Hours a year"), needed=True),
)
_HUNDREDTHS = 100


class Draw(Model):
    """A triangular distribution: an assumption."""

    key: str
    low: Exact
    mode: Exact
    high: Exact
    text: Name


class Town(Model):
    """How an invented municipality is drawn."""

    format: str
    version: int
    units: int
    people: int
    draws: tuple[Draw, ...]


class UnitHours(Model):
    """A unit and its hours of roster planning a year."""

    unit: str
    people: int
    hours: Exact


@lru_cache(maxsize=1)
def town() -> Town:
    """Return the distributions that ship."""
    data = (resources.files("tasksharing.bridge") / "municipality.toml").read_bytes()
    return toml_model(Town, data, "municipality.toml", "helseturnus.municipality")


def invented(seed: int = SEED, units: int | None = None) -> tuple[UnitHours, ...]:
    """Return an invented municipality's units; equal seeds give equal units on every Python."""
    drawn, luck = {one.key: one for one in town().draws}, Random(seed).random
    count = town().units if units is None else units
    sizes = _scaled([_triangular(drawn["size"], luck()) for _ in range(count)])
    found = []
    for place, people in enumerate(sizes, 1):
        rosters, fixed, person, calls = (
            _triangular(drawn[key], luck())
            for key in ("rosters", "hours_fixed", "hours_person", "calls_person")
        )
        hours = round(rosters) * (fixed + person * people) + calls * people
        exact = Fraction(round(hours * _HUNDREDTHS), _HUNDREDTHS)
        found.append(UnitHours(unit=f"enhet-{place:03d}", people=people, hours=exact))
    return tuple(found)


def invented_bottom(seed: int = SEED) -> tuple[Assumptions, Bottom]:
    """Return assumptions with an invented municipality's hours, and where they come from.

    The span is the middle nine tenths of full-time years over many seeds.
    """
    listed = invented(seed)
    per_fte = shipped()["hours_per_fte"].value
    drawn = sorted(sum(u.hours for u in invented(seed + n)) / per_fte for n in range(DRAWS))
    ends = (drawn[DRAWS // 20], drawn[-DRAWS // 20 - 1])
    low, high = (round(float(end), 2) for end in ends)
    known, bottom = with_units(listed)
    for key in ("hours", "units"):  # drawn by us, nobody's own
        known[key] = known[key].model_copy(update={"own": False})
    known["hours"] = known["hours"].model_copy(update={"text": DRAWN_HOURS})
    span = Span(low=low, high=high)
    return known, bottom.model_copy(update={"invented": True, "seed": seed, "fte": span})


def with_units(listed: Iterable[UnitHours]) -> tuple[Assumptions, Bottom]:
    """Return assumptions with the hours of units, and a summary of them."""
    units = tuple(listed)
    hours = sum((one.hours for one in units), Fraction(0))
    known = shipped()
    known["hours"] = with_value(None, "hours", hours)
    known["units"] = with_value(None, "units", Fraction(len(units)))
    bottom = Bottom(
        units=len(units),
        people=sum(one.people for one in units),
        hours=round(float(hours), 2),
        invented=False,
    )
    return known, bottom


def read_units(path: Path) -> tuple[UnitHours, ...]:
    """Return a municipality's own units and hours out of a CSV or Excel list.

    Raises
    ------
    BadInput
        With one fault for each thing that is wrong.
    """
    page = open_page(path, COLUMNS)
    found, seen = [], dict[str, str]()
    for row in page.entries():
        before = len(page.faults)
        name = row.read("unit", text, needed=True)
        people = row.read("people", whole, needed=True)
        hours = row.read("hours", number, needed=True)
        if name is not None and is_sum(name):
            row.refuse("unit", repr(name), "one unit a row", "it adds up the others: leave it out")
        if name is not None and name in seen:
            row.refuse("unit", f"{name!r} a second time", f"each unit once; see {seen[name]}")
        seen.setdefault(name or "", row.place())
        for field, value in (("people", people), ("hours", hours)):
            if value is not None and value < 0:
                row.refuse(field, str(value), "a number from 0 up", "the sign is a slip")
        if len(page.faults) == before:
            exact = Fraction(str(hours))
            found.append(UnitHours(unit=str(name), people=int(people or 0), hours=exact))
    if not found and not page.faults:
        page.faults.append(Fault(path.name, "no rows under the headings", "a list of units"))
    page.require_whole()
    return tuple(found)


def _triangular(draw: Draw, chance: float) -> float:
    """Return the value of a triangular distribution at a chance from 0 to 1."""
    low, mode, high = (float(value) for value in (draw.low, draw.mode, draw.high))
    turn = (mode - low) / (high - low)
    if chance < turn:
        return low + math.sqrt(chance * (high - low) * (mode - low))
    return high - math.sqrt((1 - chance) * (high - low) * (high - mode))


def _scaled(sizes: list[float]) -> list[int]:
    """Return whole sizes that add up to the municipality's people, in proportion."""
    total = round(town().people * len(sizes) / town().units)
    scale = total / sum(sizes)
    whole_sizes = [max(1, int(size * scale)) for size in sizes]
    order = sorted(range(len(sizes)), key=lambda n: (int(sizes[n] * scale) - sizes[n] * scale, n))
    for place in range(total - sum(whole_sizes)):
        whole_sizes[order[place % len(order)]] += 1
    return whole_sizes
