"""Wage tables that ship with the engine, and tables of a municipality's own."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from typing import Any

from rostering.errors import BadInput, Fault
from rostering.wages.file import Values, WageTable
from rostering.wages.holiday_pay import HolidayPay, HolidayPayCalendar
from rostering.wages.wages import Wages

FILES = "rostering.wages"


def names(*, calendars: bool = False) -> list[str]:
    """Return the names of the shipped wage tables, or of the calendars of holiday pay."""
    files = [file.name for file in resources.files(FILES).iterdir()]
    stems = sorted(name.removesuffix(".toml") for name in files if name.endswith(".toml"))
    return [stem for stem in stems if stem.endswith("_holiday_pay") == calendars]


@lru_cache(maxsize=16)
def shipped(name: str = "no_ks") -> Wages:
    """Return a shipped wage table.

    Raises
    ------
    BadInput
        When there is none of that name.
    """
    return completed(WageTable.model_validate(_data("wages", name, names())))


def _data(where: str, name: str, known: list[str]) -> dict[str, Any]:
    if name not in known:
        guess = "a table of your own goes to `turnus cost --wages FILE`"
        fault = Fault(where, f"unknown table {name!r}", f"one of: {', '.join(known)}", guess)
        raise BadInput([fault])
    file = resources.files(FILES) / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def completed(table: WageTable) -> Wages:
    """Return a table ready for use, with those that it extends behind it.

    Raises
    ------
    BadInput
        When a value stands nowhere, or the table names another that is not there.
    """
    chain, seen = [table], {table.id}
    while chain[-1].extends is not None:
        name = chain[-1].extends
        if name in seen:
            fault = Fault("extends", f"{name!r} a second time", "a table that does not lead back")
            raise BadInput([fault])
        seen.add(name)
        chain.append(WageTable.model_validate(_data("extends", name, names())))
    faults = [*_missing(chain), *_unknown(chain), *_twice(table)]
    if faults:
        raise BadInput(faults)
    return Wages(tuple(chain), HolidayPayCalendar(_calendar(chain)))


def _calendar(chain: list[WageTable]) -> HolidayPay:
    for table in chain:
        if table.holiday_pay is not None:
            return table.holiday_pay
        if table.calendar is not None:
            data = _data("calendar", table.calendar, names(calendars=True))
            return HolidayPay.model_validate(data)
    needed = "a calendar of holiday pay"
    raise BadInput([Fault("calendar", "nothing", needed, 'add calendar = "no_holiday_pay"')])


def _missing(chain: list[WageTable]) -> Iterator[Fault]:
    for name in Values.model_fields:
        if not any(True for table in chain for _ in table.setting(name)):
            needed = f"a value for {name!r} in one of the periods"
            yield Fault(f"periods.values.{name}", "nothing", needed, 'add extends = "no_ks"')


def _unknown(chain: list[WageTable]) -> Iterator[Fault]:
    """Yield zones without a tax and fallback groups without pay."""
    for table in chain:
        for number, period in enumerate(table.periods):
            where = f"periods[{number}].values"
            zone, group = period.values.zone, period.values.fallback_group
            if zone is not None and not any(_keys(chain, "employer_tax", zone)):
                zones = sorted({z for t in chain for p in t.periods for z in p.employer_tax})
                known = f"one of: {', '.join(zones) or 'none'}"
                yield Fault(f"{where}.zone", f"unknown zone {zone!r}", known)
            if group is not None and not any(_keys(chain, "mean_pay", group)):
                needed = "a group that has a mean_pay"
                yield Fault(f"{where}.fallback_group", f"{group!r}, without mean pay", needed)


def _twice(table: WageTable) -> Iterator[Fault]:
    """Yield values that a table gives twice for one date."""
    seen: set[tuple[object, ...]] = set()
    for number, period in enumerate(table.periods):
        named = [("values", name) for name in period.values.model_fields_set]
        for field in ("pay", "mean_pay", "employer_tax"):
            named += [(field, key) for key in getattr(period, field)]
        for field, name in sorted(named):
            key = (period.valid_from, field, name)
            if key in seen:
                where = f"periods[{number}].{field}.{name}"
                found = f"a second value from {period.valid_from}"
                yield Fault(where, found, "one value a date", "valid_from was not changed")
            seen.add(key)


def _keys(chain: list[WageTable], field: str, key: str) -> Iterator[bool]:
    return (True for table in chain for _ in table.listing(field, key))
