"""Counts of absence, the forecast learnt from them and the reserve: by whom, of whom, how."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from httpx2 import Response
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from absence_model.forecaster.told import LEVELS, CardFacts, DayAhead, Expected, Ground, Learnt
from absence_model.intervals import Predictive
from absence_model.intervals.levels import LEVELS as FORECAST_LEVELS
from absence_model.reserve.newsvendor import Prices
from absence_model.reserve.rows import Expected as AtShift
from absence_model.reserve.rows import demand_rows, plan_reserve
from absence_model.reserve.ward import PlannedShift, by_forecast
from api.audit.tables import AuditPayload
from api.db.base import now
from api.forecasts.counts import FLOOR, tellable
from api.forecasts.learning import days_asked
from api.forecasts.reserve_shapes import Accept, ReserveRow
from api.forecasts.reserves import demand_of
from api.forecasts.suggesting import days_to_expect
from api.forecasts.tables import AbsenceCount, AbsenceModel
from api.jobs.rows import claim, learnt
from api.jobs.tables import Job
from api.periods.composing import composed
from api.periods.tables import Period
from api.units.documents import packed
from fixtures import ward
from tests.api.world import World, ok, refused

HEAD = "unit,date,group,planned,absent,kind\n"


def today() -> dt.date:
    return now().date() - dt.timedelta(days=1)  # in any time zone


def days(count: int, until: dt.date | None = None) -> list[dt.date]:
    last = until or today()
    return [last - dt.timedelta(days=count - 1 - n) for n in range(count)]


def table(dates: Iterable[dt.date], absent: int = 1) -> bytes:
    rows = (
        f"Fjord,{date},pleie,12,{absent if date.weekday() < 5 else 0},self_certified\n"
        for date in dates
    )
    return (HEAD + "".join(rows)).encode()


def closed(date: dt.date) -> bytes:
    return f"Fjord,{date},pleie,0,0,self_certified\n".encode()


def put(here: World, content: bytes, who: str = "manager") -> Response:
    path = f"/api/units/{here.unit}/absence-counts/file"
    return here.client(who).post(path, content=content)


def forecast(here: World, who: str = "manager") -> dict[str, Any]:
    told: dict[str, Any] = ok(here.client(who).get(f"/api/units/{here.unit}/forecast"))
    return told


def test_the_levels_are_those_of_the_forecast() -> None:
    assert LEVELS == FORECAST_LEVELS


def test_counts_are_learnt_from_and_told_of_with_bands_and_a_card(here: World) -> None:
    manager, path = here.client("manager"), f"/api/units/{here.unit}"
    refused(manager.post(f"{path}/forecast"), 409, "forecast.few")
    refused(manager.get(f"{path}/forecast/card"), 404, "forecast.none")
    told = ok(put(here, table(days(100)) + closed(days(101)[0])), 201)
    assert (told["days"], told["replaced"], told["missing"]) == (101, 0, 0)
    again = ok(put(here, table(days(10))), 201)
    assert (again["replaced"], again["fit"]) == (10, told["fit"])  # one job waits already
    assert forecast(here)["fitting"]["state"] == "waiting"
    here.run_jobs()
    page = forecast(here)
    assert page["fitting"]["state"] == "done", page
    found = page["told"]
    assert (found["used"], found["stale"], found["ground"]["days"]) == ("champion", False, 100)
    first = found["days"][0]
    names = ("low_95", "low_80", "low_50", "median", "high_50", "high_80", "high_95")
    band = [first[name] for name in names]
    assert band == sorted(band)
    assert [one["horizon"] for one in found["quality"]] == [1, 7, 14, 28, 365]
    with here.database.reading() as session:
        model = session.scalars(select(AbsenceModel)).one()
    assert model.hash in ok(manager.get(f"{path}/forecast/card"))["markdown"]
    assert ok(manager.get(f"/api/jobs/{told['fit']}"))["kind"] == "forecast"
    ok(manager.delete(f"{path}/absence-counts"), 204)
    assert forecast(here)["told"] is None


def test_counts_that_are_deleted_during_a_fit_leave_no_forecast(here: World) -> None:
    job = ok(put(here, table(days(20))), 201)["fit"]
    with here.database.writing() as session:
        held = claim(session, job, "test")
    ok(here.client("manager").delete(f"/api/units/{here.unit}/absence-counts"), 204)
    assert held is not None
    with here.database.writing() as session:
        assert learnt(session, held, "") is None
    assert forecast(here)["fitting"]["state"] == "cancelled"


def test_a_file_with_faults_or_of_another_kind_changes_nothing(here: World) -> None:
    ok(put(here, table(days(5))), 201)
    dates = days(3)
    wrong = table(dates) + f"Fjord,{dates[0]},pleie,3,9,sick_child\n".encode()
    answer = refused(put(here, wrong), 422, "input.faulty")
    assert any("line 5" in fault["where"] for fault in answer["faults"])
    refused(put(here, table([now().date() + dt.timedelta(days=3)])), 422, "input.faulty")
    refused(put(here, b"PK\x03\x04 no workbook"), 422, "input.faulty")
    refused(put(here, gzip.compress(b"")), 422, "input.faulty")
    vast = table(dates).replace(b",12,", b",1e300,")
    refused(put(here, vast), 422, "input.faulty")
    other = table(dates).replace(b"Fjord", b"Fjell", 1).replace(b"Fjord", b"Vidda")
    refused(put(here, other), 422, "input.faulty")
    with here.database.reading() as session:
        assert len(session.scalars(select(AbsenceCount)).all()) == 5


def test_rows_of_people_are_added_up_and_kept_nowhere(on: World) -> None:
    date = days(1)[0]
    people = [f"Kari Nordmann{n}" for n in range(6)]
    rows = [f"{who};Fjord;{date};{'egenmelding' if n < 2 else ''}" for n, who in enumerate(people)]
    sent = "\n".join(["ansatt;enhet;dato;fraværstype", *rows]).encode()
    told = ok(put(on, sent), 201)
    assert (told["days"], told["persons"], told["fit"]) == (1, True, "")
    history = ok(on.client("hr").get(f"/api/units/{on.unit}/absence-counts"))
    assert (history["days"], history["first"]) == (1, str(date))
    assert ok(put(on, sent, "hr"), 201)["replaced"] == 1
    few = "\n".join(["ansatt;enhet;dato;fraværstype", *rows[:4]]).encode()
    refused(put(on, few), 422, "input.faulty")
    with on.database.reading() as session:
        kept = [(c.planned, c.absent) for c in session.scalars(select(AbsenceCount))]
        noted = [payload.payload for payload in session.scalars(select(AuditPayload))]
        asked = [job.request for job in session.scalars(select(Job))]
    assert kept == [(6.0, 2.0)]
    assert "Nordmann" not in json.dumps([noted, asked, told])


SECRETS = {"ansatt": "zqNummerqz", "navn": "zqKariqz", "enhet": "zqEnhetqz", "type": "zqTypeqz"}


@pytest.mark.parametrize("spoilt", [(), ("type",), ("enhet", "type"), ("diagnose",)])
def test_nothing_of_a_person_is_on_disk_in_a_log_or_in_an_answer(
    here: World, tmp_path: Path, capfd: pytest.CaptureFixture[str], spoilt: tuple[str, ...]
) -> None:
    date = days(1)[0]
    heads = ["ansatt", "navn", "enhet", "dato", "type", *(["diagnose"] * ("diagnose" in spoilt))]
    rows = []
    for number in range(6):
        row = {name: f"{secret}{number}" for name, secret in SECRETS.items()}
        row |= {"dato": str(date), "diagnose": f"zqDiagnoseqz{number}"}
        row["enhet"] = row["enhet"] if "enhet" in spoilt else "Fjord"
        row["type"] = row["type"] if "type" in spoilt else "egenmelding"
        rows.append(";".join(row[name] for name in heads))
    answer = put(here, "\n".join([";".join(heads), *rows]).encode())
    assert answer.status_code == (422 if spoilt else 201)
    told = answer.text + "".join(capfd.readouterr())
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"absence_count" in kept
    assert not re.findall(r"zq\w+qz", told)
    assert not re.findall(rb"zq\w+qz", kept)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(0, 60).map(lambda n: n / 2), min_size=1, max_size=4))
def test_kinds_left_out_are_open_by_five_shifts(amounts: list[float]) -> None:
    kinds = dict(zip(("a", "b", "c", "d"), amounts, strict=False))
    told = tellable(kinds)
    assert all(kinds[kind] >= FLOOR or not kinds[kind] for kind in told)
    hidden = [amount for kind, amount in kinds.items() if kind not in told and amount]
    if hidden and told:  # who knows the total knows their sum, and no more
        assert len(hidden) > 1
        assert sum(hidden) >= FLOOR


def test_kinds_of_few_shifts_cannot_be_worked_out_of_the_total() -> None:
    many = {"self_certified": 50.0, "doctor_certified_1_16": 20.0, "sick_child": 9.0}
    assert tellable(many) == many
    few = tellable({**many, "other_short": 2.0})
    assert set(few) == {"self_certified", "doctor_certified_1_16"}
    assert tellable({"self_certified": 50.0, "sick_child": 1.0}) == {}


def test_history_is_hidden_in_a_small_unit_and_employees_see_nothing(here: World) -> None:
    ok(put(here, table(days(20)), "hr"), 201)
    path = f"/api/units/{here.unit}"
    seen = ok(here.client("manager").get(f"{path}/absence-counts"))
    assert (seen["employees"], seen["shown"], seen["weeks"], seen["kinds"]) == (5, False, [], {})
    assert forecast(here, "representative")["fitting"]["state"] == "waiting"
    refused(here.client("representative").get(f"{path}/absence-counts"), 403, "policy.forbidden")
    refused(here.client("employee").get(f"{path}/forecast"), 403, "policy.forbidden")
    ok(here.client("hr").post(f"{path}/forecast/stop"))
    here.run_jobs()
    assert forecast(here, "hr")["fitting"]["state"] == "cancelled"
    small = here.problem.model_dump(mode="json")
    small["people"] = small["people"][:4]
    for part in ("absences", "wishes", "pairs", "agreements", "history", "ledger", "accounts"):
        small[part] = []
    tag = here.client("manager").get(f"{path}/ward").headers["ETag"]
    ok(here.client("manager").put(f"{path}/ward", json=small, headers={"If-Match": tag}))
    refused(put(here, table(days(20))), 409, "absence.small")
    with here.database.reading() as session:
        assert days_asked(session, here.unit, str(today())).days == {}
    told_before(here, today(), mean=1.0)
    refused(here.client("representative").get(f"{path}/forecast/card"), 404, "forecast.none")
    refused(here.client("manager").post(f"{path}/forecast"), 409, "absence.small")


def told_before(here: World, first: dt.date, mean: float, *, blurred: bool = True) -> None:
    """Keep a model as one that was made before, expecting the same of each day."""
    wide = Expected(mean=mean, quantiles=tuple(mean * (0.2 + 1.6 * n / 10) for n in range(11)))
    naive = Expected(mean=1, quantiles=tuple(0.2 * n for n in range(11)))
    ahead = tuple(
        DayAhead(
            date=first + dt.timedelta(days=n),
            horizon=1,
            planned=12,
            champion="calendar_shape",
            expected=wide,
            naive=naive,
        )
        for n in range(365)
    )
    before = first - dt.timedelta(days=1)
    ground = Ground(
        unit=here.unit,
        first=before,
        last=before,
        days=1,
        missing=0,
        planned=12,
        absent=mean,
        dispersion=1,
        floor=0.5,
    )
    card = CardFacts(
        format=1,
        source="t",
        country="NO",
        measure="shifts",
        units=1,
        first=before,
        last=before,
        days=1,
        missing=0,
        short=False,
        naive="mean_28",
        planned=12,
        absent=mean,
        dispersion=1,
        quality=(),
        versions={},
        data_hash="all units",
    )
    learnt = Learnt(ground=ground, ahead=ahead, card=card, blurred=blurred)
    with here.database.writing() as session:
        session.add(AbsenceModel(unit_id=here.unit, job_id="0", hash="0" * 64, told=packed(learnt)))


def test_a_forecast_that_misses_gives_way_to_the_naive_one_and_says_so(here: World) -> None:
    since = today() - dt.timedelta(days=55)
    told_before(here, since, mean=4.0)
    assert forecast(here)["told"]["drift"]["verdict"] == "too_few"
    ok(put(here, table(days(56), absent=1)), 201)
    found = forecast(here)["told"]
    assert (found["used"], found["stale"]) == ("naive", True)
    assert found["drift"]["reasons"] == ["ratio", "coverage", "skill"]
    assert found["days"][0]["mean"] == 1.0


def test_closed_days_are_no_drift(here: World) -> None:
    since = today() - dt.timedelta(days=55)
    told_before(here, since, mean=1.0)
    dates = days(56)
    shut = b"".join(closed(date) for date in dates[::2])  # forecast as open, and they were not
    ok(put(here, table(dates[1::2]) + shut), 201)
    drift = forecast(here)["told"]["drift"]
    assert drift["days"] == 28
    assert drift["ratio"] is not None


def test_what_an_earlier_version_told_to_the_decimal_is_blurred(here: World) -> None:
    told_before(here, now().date(), mean=3 / 7, blurred=False)
    found = forecast(here)["told"]
    assert found["days"][0]["mean"] == pytest.approx(2.5 / 2, abs=0.06)  # a level of two days
    assert found["ground"]["absent"] == 5.0  # one day: 0 to 10
    card = ok(here.client("manager").get(f"/api/units/{here.unit}/forecast/card"))
    assert "all units" not in card["markdown"]


def test_a_day_varies_as_much_for_the_service_as_on_the_command_line() -> None:
    date, shift = dt.date(2027, 1, 12), PlannedShift(dt.date(2027, 1, 12), ("D",), "u", 4)
    told = Expected(mean=1.2, quantiles=(0, 0, 0, 0, 0, 1, 2, 2, 3, 4, 6))
    keys = pd.DataFrame({"unit": ["u"], "date": pd.to_datetime([date]), "horizon": [1]})
    row = np.array([told.quantiles], float)
    (theirs,) = by_forecast(Predictive.of(keys, np.array([1.2]), row), {"u": "u"}).values()
    assert days_to_expect([shift], {date: told})["u", date].noise == pytest.approx(theirs.noise)


def test_a_head_has_the_price_that_the_command_line_gives_it() -> None:
    tiny = ward("tiny")
    dear = tiny.model_copy(update={"weights": {**tiny.weights, "cost": 3}})
    (unit,), (shift, *_) = ([one.id for one in tiny.units], [one.code for one in tiny.shifts])
    date = tiny.horizon.start
    planned = plan_reserve([AtShift(date, (shift,), (unit,), 1.5, 0.0)], Prices())
    worth = [round(2000 * one) for one in planned[0].worth]
    row = ReserveRow(date=date, units=[unit], shifts=[shift], heads=len(worth), worth=worth)
    mine = [one.price for one in demand_of(dear, Accept(rows=[row]))]
    assert mine == pytest.approx(
        [one.price for one in demand_rows(planned, {shift: 200_000}, cost_weight=3)], abs=1
    )
    assert mine[0] > 2 * demand_of(tiny, Accept(rows=[row]))[0].price


def test_reserves_that_pay_become_demand_of_the_period(here: World) -> None:
    manager, period = here.client("manager"), str(here.period()["id"])
    path = f"/api/periods/{period}/reserve"
    nothing = ok(manager.post(f"{path}/suggestion", json={}))
    assert (nothing["used"], nothing["rows"], nothing["unreached"]) == (None, [], 14)
    told_before(here, here.problem.horizon.start, mean=3.0)
    cheap = {"planned": 1000, "called": 6000, "idle": 500}
    told = ok(manager.post(f"{path}/suggestion", json={"prices": cheap}))
    assert told["used"] == "champion"
    assert told["shifts"] == sum(row["heads"] for row in told["rows"]) > 0
    assert told["saved"] == told["cost_without"] - told["cost_with"] > 0
    dear = {"planned": 5900, "called": 6000, "idle": 500}
    assert ok(manager.post(f"{path}/suggestion", json={"prices": dear}))["shifts"] < told["shifts"]
    bad = {"planned": 6000, "called": 5000, "idle": 500}
    refused(manager.post(f"{path}/suggestion", json={"prices": bad}), 422, "input.wrong")
    rows = [
        {k: row[k] for k in ("date", "units", "shifts", "heads", "worth")} for row in told["rows"]
    ]
    ok(manager.put(path, json={"prices": cheap, "rows": rows}))
    assert ok(manager.get(path))["rows"] == rows
    with here.database.reading() as session:
        problem = composed(session, session.get_one(Period, period))
    assert sum(row.heads for row in problem.reserve) == told["shifts"]
    for wrong in ([*rows, rows[0]], [{**rows[0], "shifts": ["nosuch"]}]):
        refused(manager.put(path, json={"rows": wrong}), 422, "input.faulty")
    assert ok(manager.put(path, json={"rows": []}))["rows"] == []
