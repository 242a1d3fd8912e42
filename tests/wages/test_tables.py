"""The shipped wage table against the figures it was made from, and tables of one's own."""

from datetime import date
from fractions import Fraction

import pytest

from rostering.domain.calendar import public_holidays
from rostering.errors import BadInput
from rostering.wages.exact import exact, half_up, written
from rostering.wages.file import Values
from rostering.wages.load import names, shipped
from rostering.wages.status import Status
from rostering.wages.wages import full_years
from tests.bill.small_bills import own

TODAY = date(2027, 1, 4)
LONG_AGO = date(2000, 1, 1)
KS = shipped("no_ks")


@pytest.mark.parametrize("year", range(2024, 2035))
def test_holiday_pay_is_every_public_holiday_and_six_eves(year: int) -> None:
    days = {when for when in (entry.on(year) for entry in KS.holiday_pay.table.days) if when}
    eves = days - set(public_holidays(year))
    assert set(public_holidays(year)) <= days
    assert len(eves) in {5, 6}  # 17 May can be Whitsun Eve
    whole = {when for when in eves if KS.holiday_pay.starts(when) == 0}
    assert {when.isoweekday() for when in whole} <= {6}  # Easter Eve alone
    assert len(whole) == 1


@pytest.mark.parametrize(
    ("years", "nok"),
    [
        (0, 545_400), (5, 545_400), (6, 558_400), (8, 568_600), (9, 568_600),
        (10, 620_800), (15, 620_800), (16, 639_900), (40, 639_900),
    ],
)  # fmt: skip
def test_guaranteed_pay_of_nurses_rises_with_seniority(years: int, nok: int) -> None:
    since = date(TODAY.year - years, 1, 4)
    found = KS.group_pay("sykepleier", since, TODAY)
    assert found.nok == nok
    assert found.source == "seniority"


def test_before_guaranteed_pay_holds_the_mean_does() -> None:
    day_before = date(2026, 4, 30)
    assert KS.group_pay("nurse", LONG_AGO, day_before).source == "mean"
    assert KS.group_pay("nurse", LONG_AGO, date(2026, 5, 1)).nok == 639_900


@pytest.mark.parametrize(
    ("group", "monthly"),
    [
        ("vernepleier", 52_370), ("sykepleier", 51_820), ("helsefagarbeider", 44_310),
        ("renholder", 40_940), ("assistent", 39_340), ("kjøkkenassistent", 37_440),
    ],
)  # fmt: skip
def test_means_are_twelve_months(group: str, monthly: int) -> None:
    found = KS.group_pay(group, None, TODAY)
    assert found.nok == 12 * monthly
    assert found.source == "mean"


@pytest.mark.parametrize(
    ("group", "zone", "low", "high"),
    [
        ("nurse", "I", 795, 823), ("nurse", "IVa", 751, 778),
        ("health_worker", "I", 679, 704), ("health_worker", "IVa", 643, 666),
        ("assistant", "I", 603, 625), ("assistant", "IVa", 570, 591),
    ],
)  # fmt: skip
def test_a_loaded_year_is_what_the_sources_reckon(
    group: str, zone: str, low: int, high: int
) -> None:
    """Pension of 12 and 16 %, then the employer's tax of pay and pension, in thousands of NOK."""
    wages = own([{"valid_from": "2020-01-01", "status": "assumed", "source": "us",
                  "values": {"zone": zone}}])  # fmt: skip
    pay, tax = wages.group_pay(group, None, TODAY).nok, wages.employer_tax(TODAY).value
    for percent, thousands in ((12, low), (16, high)):
        loaded = pay * (1 + Fraction(percent, 100)) * (1 + tax / 100)
        assert half_up(loaded / 1000) == thousands


def test_nothing_of_the_table_lacks_date_status_and_source() -> None:
    for name in Values.model_fields:
        found = KS.setting(name, TODAY)
        assert found.source
        assert not found.early
    assert KS.setting("agency_percent", TODAY).status is Status.ASSUMED
    assert KS.setting("adds_up", TODAY).status is Status.ASSUMED
    assert KS.setting("year_hours", TODAY).status is Status.DERIVED
    assert KS.setting("evening_nok", TODAY).status is Status.PUBLISHED


def test_a_value_before_its_first_day_is_told_as_early() -> None:
    found = KS.setting("evening_nok", date(2020, 1, 1))
    assert (found.value, found.early) == (56, True)


def period(first: str, **more: object) -> dict[str, object]:
    return {"valid_from": first, "status": "published", "source": "us", **more}


def test_a_table_of_ones_own_has_the_word_from_its_day() -> None:
    ours = own([period("2027-02-01", values={"evening_nok": 61.5})])
    rates = [ours.rates(day).evening_nok for day in (date(2027, 1, 31), date(2027, 2, 1))]
    assert rates == [56, Fraction(123, 2)]
    assert ours.rates(TODAY).night_percent == 25


@pytest.mark.parametrize("order", [1, -1])
def test_the_newest_of_several_periods_holds(order: int) -> None:
    periods = [
        period("2027-06-01", values={"evening_nok": 70}, pay={"nurse": [{"years": 0, "nok": 7}]}),
        period("2026-01-01", values={"evening_nok": 60}, pay={"nurse": [{"years": 0, "nok": 6}]}),
    ]
    ours = own(periods[::order])
    for day, nok in ((TODAY, 6), (date(2027, 6, 1), 7)):
        assert ours.rates(day).evening_nok == 10 * nok
        assert ours.group_pay("nurse", LONG_AGO, day).nok == nok


def test_before_the_first_day_of_all_the_oldest_shipped_value_is_used() -> None:
    ours = own([period("2022-01-01", values={"evening_nok": 50})])
    found = ours.setting("evening_nok", date(2020, 1, 1))
    assert (found.value, found.early) == (56, True)


def test_a_day_of_holiday_pay_may_be_new() -> None:
    days = [{"name": "Fair", "month": 9, "day": 1, "valid_from": "2027-09-01"}]
    ours = own([], holiday_pay={"id": "ours", "days": days})
    found = [ours.holiday_pay.starts(date(year, 9, 1)) for year in (2026, 2027, 2028)]
    assert found == [None, 0, 0]


def test_own_pay_of_a_group_wins_over_the_shipped_one() -> None:
    steps = [{"years": 4, "nok": 600_000}]
    ours = own([period("2026-01-01", pay={"nurse": steps}, mean_pay={"nurse": 590_000})])
    five, three = date(2022, 1, 1), date(2024, 1, 1)
    assert ours.group_pay("sykepleier", five, TODAY).nok == 600_000
    assert ours.group_pay("sykepleier", three, TODAY).nok == 590_000
    assert ours.group_pay("sykepleier", None, TODAY).nok == 590_000


def test_a_group_may_be_called_as_the_ward_calls_it() -> None:
    ours = own([period("2026-01-01", mean_pay={"sykepleier": 601_000})])
    assert ours.group_pay("sykepleier", LONG_AGO, TODAY).nok == 601_000
    named = own([], groups={"spl": "nurse"})
    assert named.group_pay("SPL", None, TODAY).nok == 621_840


def test_a_calendar_of_ones_own_takes_the_place_of_the_shipped_one() -> None:
    days = [{"name": "Fair", "month": 9, "day": 1, "from": "12:00"}]
    ours = own([], holiday_pay={"id": "ours", "days": days})
    assert ours.holiday_pay.starts(date(2027, 9, 1)) == 720
    assert ours.holiday_pay.starts(date(2027, 5, 17)) is None


def test_a_table_without_what_it_needs_says_each_thing() -> None:
    with pytest.raises(BadInput) as told:
        own([period("2026-01-01")], extends=None)
    assert len(told.value.faults) == len(Values.model_fields)
    assert all(fault.maybe == 'add extends = "no_ks"' for fault in told.value.faults)


@pytest.mark.parametrize(
    ("periods", "more", "where"),
    [
        ([period("2026-01-01", values={"zone": "VI"})], {}, "periods[0].values.zone"),
        ([period("2026-01-01", values={"fallback_group": "king"})], {},
         "periods[0].values.fallback_group"),
        ([period("2026-01-01", values={"zone": "I"})] * 2, {}, "periods[1].values.zone"),
        ([period("2026-01-01", mean_pay={"nurse": 1})] * 2, {}, "periods[1].mean_pay.nurse"),
        ([], {"extends": "no_kz"}, "extends"),
        ([], {"id": "no_ks"}, "extends"),
        ([], {"calendar": "no_such"}, "calendar"),
    ],
)  # fmt: skip
def test_what_does_not_fit_together_is_told_with_its_place(
    periods: list[dict[str, object]], more: dict[str, object], where: str
) -> None:
    with pytest.raises(BadInput) as told:
        own(periods, **more)
    assert [fault.where for fault in told.value.faults] == [where]


def test_shipped_tables_and_calendars_are_told_apart() -> None:
    assert names() == ["no_ks"]
    assert names(calendars=True) == ["no_holiday_pay"]


@pytest.mark.parametrize(
    ("text", "number", "again"),
    [
        ("133 1/3", Fraction(400, 3), "133 1/3"),
        (14.1, Fraction(141, 10), "14.1"),
        (50, Fraction(50), "50"),
        ("0.25", Fraction(1, 4), "0.25"),
        (0, Fraction(0), "0"),
    ],
)
def test_percentages_are_exact(text: object, number: Fraction, again: str) -> None:
    assert exact(text) == number
    assert written(number) == again
    assert exact(again) == number


@pytest.mark.parametrize(
    "wrong", [-1, True, "12 %", "1/3", "5 1/0", float("nan"), float("inf"), None]
)
def test_what_is_no_percentage_is_refused(wrong: object) -> None:
    with pytest.raises(ValueError, match="no amount or percentage"):
        exact(wrong)


@pytest.mark.parametrize(("ore", "whole"), [("1.5", 2), ("2.5", 3), ("2.4999", 2), ("0", 0)])
def test_half_an_ore_is_rounded_up(ore: str, whole: int) -> None:
    assert half_up(Fraction(ore)) == whole


@pytest.mark.parametrize(
    ("since", "when", "years"),
    [
        (date(2016, 8, 1), date(2026, 7, 31), 9),
        (date(2016, 8, 1), date(2026, 8, 1), 10),
        (date(2016, 2, 29), date(2026, 2, 28), 9),
        (date(2016, 2, 29), date(2026, 3, 1), 10),
    ],
)
def test_seniority_is_counted_in_whole_years(since: date, when: date, years: int) -> None:
    assert full_years(since, when) == years
