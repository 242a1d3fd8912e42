"""What comes on top of pay: holiday pay, pension and the employer's tax."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from rostering.bill.models import BillLine, OnCost, OnCostPart
from rostering.wages.exact import half_up
from rostering.wages.file import HoursKind
from rostering.wages.wages import Wages

Key = tuple[Fraction, Fraction, tuple[HoursKind, ...], Fraction]


def on_costs(wages: Wages, lines: Iterable[BillLine]) -> Iterator[OnCost]:
    """Yield a person's on-costs, each time under the percentages of the duties' dates.

    Holiday pay is reckoned of all pay, pension of the kinds of hours that the table names, the
    tax of pay, holiday pay and pension. An agency's hours are an invoice: nothing comes on top.
    """
    groups: dict[Key, list[BillLine]] = {}
    for line in lines:
        if line.kind != "agency":
            rates, tax = wages.rates(line.date), wages.employer_tax(line.date)
            percent = (rates.holiday_pay_percent, rates.pension_percent, rates.pension_kinds)
            groups.setdefault((*percent, tax.value), []).append(line)
    for (holiday_percent, pension_percent, kinds, tax_percent), found in groups.items():
        base = sum(line.ore for line in found)
        pensionable = sum(line.ore for line in found if line.kind in kinds)
        holiday = _cost("holiday_pay", base, holiday_percent)
        pension = _cost("pension", pensionable, pension_percent)
        yield from (cost for cost in (holiday, pension) if cost.ore)
        levy = _cost("employer_tax", base + holiday.ore + pension.ore, tax_percent)
        if levy.ore:
            yield levy


def _cost(part: OnCostPart, base: int, percent: Fraction) -> OnCost:
    return OnCost(part=part, base_ore=base, percent=percent, ore=half_up(base * percent / 100))
