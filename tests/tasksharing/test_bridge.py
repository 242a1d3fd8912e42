"""The bridge meets the published total, moves with its assumptions and says what each figure is."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rostering.errors import BadInput
from tasksharing.bridge import bridge, bridge_report, changed, shipped
from tasksharing.bridge.build import figures, rates
from tasksharing.bridge.models import Bridge
from tasksharing.bridge.municipality import invented, invented_bottom, read_units, with_units
from tasksharing.report.write import report_bytes
from tasksharing.texts import LANGUAGES, sentences
from tests.tasksharing.shared import written


def made(*settings: str) -> Bridge:
    return bridge(changed(shipped(), settings))


def test_the_shipped_assumptions_give_25() -> None:
    found = bridge()
    assert (found.before, found.after, found.saved) == (33.0, 8.0, 25.0)
    assert found.by_automation + found.by_coordination == 25.0
    assert found.calibrated
    assert (found.band["by_automation"].low, found.band["by_automation"].high) == (5.0, 20.0)
    assert found.band["saved"].low == found.band["saved"].high == 25.0
    dumped = found.model_dump(mode="json")
    assert dumped["saved_by_automation"] == dumped["by_automation"] == found.by_automation
    assert dumped["saved_by_coordination"] == dumped["by_coordination"]


def test_it_moves_when_an_assumption_moves() -> None:
    assert made("split=0.8").by_automation == 20.0
    assert made("split=0.8").saved == 25.0
    assert (made("before=66").saved, made("before=66").after) == (50.0, 16.0)
    assert made("transfer=0.5").saved == 12.5
    assert made("published_saved=11").saved == 11.0
    assert made("automation_rate=0.4", "pooling_effect=0.5").after == pytest.approx(9.9)
    own = made("hours=16875", "units=50")
    assert own.before == 10.0
    assert own.hours_per_unit_week is not None
    assert own.hours_per_unit_week[0] == pytest.approx(16875 / 50 / 52, abs=1e-3)
    assert not own.calibrated
    assert not made("before=66").calibrated


shares = st.fractions(0, 1, max_denominator=1000)


@given(before=st.integers(0, 500), split=shares, transfer=shares)
def test_the_steps_add_up_exactly(before: int, split: Fraction, transfer: Fraction) -> None:
    values = {key: one.value for key, one in shipped().items()}
    values |= {"before": Fraction(before), "split": split, "transfer": transfer}
    found = figures(values)
    assert found.before - found.by_automation - found.by_coordination == found.after
    assert found.saved == before * Fraction(25, 33) * transfer
    assert found.by_automation == found.saved * split
    assert all(0 <= rate <= 1 for rate in rates(values))


OWN_HOURS = ("hours=20000", "units=80")
OWN_RATES = ("automation_rate=0.4", "pooling_effect=0.5")
rising = st.tuples(st.integers(0, 100), st.integers(0, 100)).map(sorted)


@pytest.mark.parametrize(
    ("key", "beside", "scale", "up", "down"),
    [
        ("before", (), 1, "before saved after by_automation by_coordination", ""),
        ("published_saved", (), Fraction(33, 100), "saved by_automation", "after"),
        ("published_before", ("published_saved=1",), 1, "after", "saved by_automation"),
        ("split", (), Fraction(1, 100), "by_automation", "by_coordination"),
        ("transfer", (), Fraction(1, 100), "saved by_automation", "after"),
        ("hours", ("units=80",), 300, "before saved after by_automation", ""),
        ("hours_per_fte", OWN_HOURS, 20, "", "before saved after by_automation"),
        ("automation_rate", ("pooling_effect=0.5",), Fraction(1, 100), "by_automation", "after"),
        ("pooling_effect", ("automation_rate=0.4",), Fraction(1, 100), "saved", "after"),
    ],
)
@settings(max_examples=8, deadline=None)
@given(values=rising)
def test_each_assumption_moves_its_figures_one_way(
    key: str, beside: tuple[str, ...], scale: Fraction, up: str, down: str, values: list[int]
) -> None:
    """The more of it, the more (or the less) of what it moves; strictly, where it is more."""
    least = 1 if key in {"hours_per_fte", "published_before"} else 0
    low, high = (round(float((value + least) * scale), 4) for value in values)
    if key in {"split", "transfer", "automation_rate", "pooling_effect", "published_saved"}:
        most = 33 if key == "published_saved" else 1
        low, high = min(low, most), min(high, most)
    one, two = (made(*beside, f"{key}={value}") for value in (low, high))
    for name in up.split():
        assert getattr(one, name) <= getattr(two, name)
        assert low == high or getattr(one, name) < getattr(two, name)
    for name in down.split():
        assert getattr(one, name) >= getattr(two, name)
        assert low == high or getattr(one, name) > getattr(two, name)


def test_a_changed_published_value_is_nobodys_published_value() -> None:
    for settings_ in (["published_saved=11"], ["before=40", "published_before=40"]):
        found = made(*settings_)
        assert not found.calibrated
        assert found.statuses["saved"] == "calculated"
        assert "changed_published" in found.notes
        for setting in settings_:
            used = found.assumptions[setting.partition("=")[0]]
            assert (used.status, used.own, used.source) == ("assumed", True, None)
        for language in LANGUAGES:
            text = report_bytes(bridge_report(found, language), ".md").decode()
            known = sentences(language)
            assert known["bridge.calibrated"] not in text
            assert known["bridge.title"] not in text
            assert known["bridge.note.changed_published"] in text
            assert f"| {known['status.own']} |" in text
    same = made("published_saved=25", "before=33")
    assert same == bridge()
    assert made("before=66").statuses["before"] == "assumed"
    assert bridge().statuses == {
        "before": "published",
        "by_automation": "assumed",
        "by_coordination": "assumed",
        "after": "calculated",
        "saved": "published",
    }


def test_own_hours_say_that_they_replace_the_33() -> None:
    found = made(*OWN_HOURS)
    before = found.assumptions["before"]
    assert (before.value, before.status) == (found.before, "calculated")
    assert (found.notes, found.idle) == (("own_hours",), ())
    text = report_bytes(bridge_report(found, "en"), ".md").decode()
    assert "take the place of the published 33" in text
    assert "own value" in text
    for both in (("before=66", "hours=20000"), ("hours=20000", "before=66")):
        with pytest.raises(BadInput, match="leave out before"):
            made(*both)
    drawn, bottom = invented_bottom()
    assert bridge(drawn, bottom).notes == ("drawn_hours",)
    assert not any(one.own for one in bridge(drawn, bottom).assumptions.values())
    for setting in ("before=66", "hours=3", "units=3"):
        with pytest.raises(BadInput, match="a list of units"):
            changed(drawn, [setting])


def test_what_is_set_without_effect_is_told() -> None:
    assert made("hours_per_fte=1700").idle == ("hours_per_fte",)
    found = made(*OWN_RATES, "split=0.3", "transfer=0.5")
    assert (found.idle, found.notes) == (("split", "transfer"), ("own_rates",))
    assert made("split=0.3").idle == ()


def test_a_list_of_units_with_its_sum_is_refused(tmp_path: Path) -> None:
    lines = ("Enhet;Ansatte;Timer i året", "Solbakken;32;400", "Sum;32;400")
    with pytest.raises(BadInput) as caught:
        read_units(written(tmp_path, "u.csv", *lines))
    (fault,) = caught.value.faults
    assert "line 3" in fault.where
    assert "leave it out" in fault.maybe


def test_wrong_settings_are_told_all_at_once() -> None:
    with pytest.raises(BadInput) as caught:
        made("splitt=0.5", "split=80", "before=-3", "units=0", "before")
    told = [str(fault) for fault in caught.value.faults]
    assert len(told) == 5
    assert "'split' is meant" in told[0]
    assert "0.8 is meant" in told[1]
    assert "needed a number from 0 up" in told[2]
    assert "write key=value" in told[4]
    with pytest.raises(BadInput, match="the two have changed places"):
        made("published_saved=40")


def test_an_invented_municipality_is_drawn_from_its_seed() -> None:
    units = invented()
    assert units == invented()
    assert units != invented(312)
    assert (len(units), sum(unit.people for unit in units)) == (200, 5000)
    assumptions, bottom = invented_bottom()
    found = bridge(assumptions, bottom)
    total = sum(unit.hours for unit in units)
    assert found.before == round(float(total / Fraction("1687.5")), 4)
    assert bottom.invented
    assert bottom.fte is not None
    assert bottom.fte.low < found.before < bottom.fte.high
    assert found.band["saved"].low < found.saved < found.band["saved"].high


def test_own_units_from_a_list(tmp_path: Path) -> None:
    heads = "Enhet;Ansatte;Timer i året"
    path = written(tmp_path, "u.csv", heads, "Solbakken;32;400,5", "Fjellheim;20;199,5")
    assumptions, bottom = with_units(read_units(path))
    assert bridge(assumptions, bottom).before == round(600 / 1687.5, 4)
    assert (bottom.people, bottom.invented) == (52, False)
    path = written(tmp_path, "w.csv", heads, "Solbakken;32;-4", "Solbakken;;1", "x;1;y")
    with pytest.raises(BadInput) as caught:
        read_units(path)
    assert len(caught.value.faults) == 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_report_names_sources_and_what_each_figure_is(language: str) -> None:
    text = report_bytes(bridge_report(bridge(), language), ".md").decode()
    for source in bridge().sources:
        assert source.told(language) in text
    known = sentences(language)
    for status in ("published", "calculated", "assumed"):
        assert f"| {known[f'status.{status}']} |" in text
    assert known["bridge.calibrated"] in text
    assert sentences(language).keys() == sentences("en").keys()


def test_reports_are_the_same_bytes_each_time_and_mark_what_is_invented() -> None:
    report = bridge_report(bridge(*invented_bottom()), "nb")
    page = report_bytes(report, ".html")
    assert page == report_bytes(report, ".html")
    assert b"OPPDIKTET KOMMUNE" in page
    assert b'<svg role="img" aria-label="33,1' in page
    paper = report_bytes(report, ".pdf")
    assert paper.startswith(b"%PDF")
    assert paper == report_bytes(report, ".pdf")
    assert report_bytes(report, ".png").startswith(b"\x89PNG")
