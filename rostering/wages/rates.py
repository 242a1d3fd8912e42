"""The single values of a wage table that hold on one day, and which supplements an hour earns."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import combinations

from rostering.wages.exact import half_up
from rostering.wages.file import HoursKind, Supplement, Threshold

ORDER: tuple[Supplement, ...] = ("evening", "night", "weekend", "holiday")
HUNDRED = Fraction(100)


@dataclass(frozen=True, slots=True)
class Rate:
    """What an hour earns: ``percent`` of ``ore`` øre, under the name of a supplement."""

    part: Supplement
    ore: int
    percent: Fraction

    @property
    def value(self) -> Fraction:
        """Øre an hour."""
        return self.ore * self.percent / 100


@dataclass(frozen=True)
class Rates:
    """Values in force on a day; names, units and sources as in the table (``file.Values``)."""

    evening_nok: Fraction
    evening_window: tuple[int, int]
    night_percent: Fraction
    night_least_nok: Fraction
    night_window: tuple[int, int]
    weekend_percent: Fraction
    weekend_least_nok: Fraction
    weekend_days: tuple[int, ...]
    holiday_percent: Fraction
    adds_up: tuple[tuple[Supplement, Supplement], ...]
    overtime_percent: Fraction
    overtime_high_percent: Fraction
    overtime_high_window: tuple[int, int]
    overtime_high_days: tuple[int, ...]
    overtime_holiday_percent: Fraction
    overtime_divisor: Fraction
    overtime_supplements: bool
    moved_percent: Fraction
    part_timer_threshold: Threshold
    full_time_week: Fraction
    weeks_per_year: Fraction
    year_hours: Fraction
    extra_percent: Fraction
    temp_percent: Fraction
    agency_percent: Fraction
    extra_factor: Fraction
    minor_percent: Fraction
    pension_percent: Fraction
    pension_kinds: tuple[HoursKind, ...]
    holiday_pay_percent: Fraction
    zone: str
    fallback_group: str

    @cached_property
    def _together(self) -> frozenset[frozenset[str]]:
        return frozenset(frozenset(pair) for pair in self.adds_up)

    def supplements(self, active: frozenset[Supplement], hourly: int) -> tuple[Rate, ...]:
        """Return the supplements that are paid of those that an hour falls under.

        Of supplements that do not add up the dearest combination is paid. ``hourly`` is ordinary
        hourly pay in øre.
        """
        known = [self._rate(part, hourly) for part in ORDER if part in active]
        best: tuple[Rate, ...] = ()
        for size in range(1, len(known) + 1):
            for chosen in combinations(known, size):
                if self._add_up(chosen) and _sum(chosen) > _sum(best):
                    best = chosen
        return best

    def _add_up(self, rates: tuple[Rate, ...]) -> bool:
        pairs = combinations((rate.part for rate in rates), 2)
        return all(frozenset(pair) in self._together for pair in pairs)

    def _rate(self, part: Supplement, hourly: int) -> Rate:
        """Return a supplement's rate: its percentage, or the least amount when that is more."""
        percent, least = {
            "evening": (Fraction(0), self.evening_nok),
            "night": (self.night_percent, self.night_least_nok),
            "weekend": (self.weekend_percent, self.weekend_least_nok),
            "holiday": (self.holiday_percent, Fraction(0)),
        }[part]
        if least * 100 > hourly * percent / 100:
            return Rate(part, half_up(least * 100), HUNDRED)
        return Rate(part, hourly, percent)


def _sum(rates: tuple[Rate, ...]) -> Fraction:
    return sum((rate.value for rate in rates), Fraction(0))
