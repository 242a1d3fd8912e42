"""A fitted model on disk: whole or refused in one clear sentence."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import skops.io

from absence_model.forecaster.card import markdown
from absence_model.forecaster.fit import fit
from absence_model.forecaster.keeping import MANIFEST, MODEL, TRUSTED, load, save
from absence_model.forecaster.learning import coarse, learnt
from absence_model.forecaster.model import Forecaster
from absence_model.series import SeriesInfo
from rostering.errors import BadInput


def series(days: int, units: int = 2, mean: float = 1.5) -> pd.DataFrame:
    rng, dates = np.random.default_rng(3), pd.date_range("2025-01-06", periods=days)
    parts = []
    for number in range(units):
        planned = np.where(dates.day_of_week < 5, 12.0, 7.0)
        absent = np.minimum(rng.poisson(mean * planned / 12), planned)
        told = {"unit": f"u{number}", "date": dates, "planned": planned, "absent": absent}
        parts.append(pd.DataFrame(told))
    return pd.concat(parts, ignore_index=True)


@pytest.fixture(scope="module")
def fitted() -> Forecaster:
    return fit(series(240), SeriesInfo("invented", "own", "shifts"))


@pytest.fixture(scope="module")
def kept(fitted: Forecaster, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("kept") / "a.model"
    save(fitted, path)
    return path


def test_a_model_that_is_read_back_forecasts_the_same(fitted: Forecaster, kept: Path) -> None:
    again = load(kept)
    assert again.facts == fitted.facts
    for naive in (False, True):
        before = fitted.forecast(days=60, use_naive=naive).frame
        pd.testing.assert_frame_equal(before, again.forecast(days=60, use_naive=naive).frame)


def test_nothing_but_named_types_lies_in_a_model(kept: Path) -> None:
    with zipfile.ZipFile(kept) as packed:
        found = skops.io.get_untrusted_types(data=packed.read(MODEL))
    assert set(found) <= set(TRUSTED)
    for name in TRUSTED:  # each is there under its name, so none is trusted for nothing
        module, _, kind = name.rpartition(".")
        assert hasattr(__import__(module, fromlist=[kind]), kind)


def changed(kept: Path, out: Path, change: Callable[[dict[str, bytes]], None]) -> Path:
    with zipfile.ZipFile(kept) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    change(parts)
    with zipfile.ZipFile(out, "w") as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return out


def newer(parts: dict[str, bytes]) -> None:
    manifest = json.loads(parts[MANIFEST])
    parts[MANIFEST] = json.dumps({**manifest, "version": 99}).encode()


def other(parts: dict[str, bytes]) -> None:
    manifest = json.loads(parts[MANIFEST])
    parts[MANIFEST] = json.dumps({**manifest, "format": "somebody's"}).encode()


def bitten(parts: dict[str, bytes]) -> None:
    parts[MODEL] = parts[MODEL][:-9] + b"123456789"


def foreign(parts: dict[str, bytes]) -> None:
    from collections import OrderedDict

    signed(parts, skops.io.dumps({"a": OrderedDict(), "b": Path}))


def without_facts(parts: dict[str, bytes]) -> None:
    manifest = json.loads(parts[MANIFEST])
    del manifest["facts"]
    parts[MANIFEST] = json.dumps(manifest).encode()


def other_facts(parts: dict[str, bytes]) -> None:
    manifest = json.loads(parts[MANIFEST])
    parts[MANIFEST] = json.dumps({**manifest, "facts": {"units": "many"}}).encode()


def signed(parts: dict[str, bytes], model: bytes) -> None:
    import hashlib

    parts[MODEL] = model
    manifest = json.loads(parts[MANIFEST])
    manifest["sha256"] = hashlib.sha256(model).hexdigest()
    parts[MANIFEST] = json.dumps(manifest).encode()


def lacking(parts: dict[str, bytes]) -> None:
    signed(parts, skops.io.dumps({"days": np.arange(3)}))


def gone(parts: dict[str, bytes]) -> None:
    del parts[MODEL]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (newer, "version 99"),
        (other, "somebody's"),
        (bitten, "damaged"),
        (foreign, "foreign type"),
        (gone, "no model file"),
        (without_facts, "parts do not fit"),
        (other_facts, "parts do not fit"),
        (lacking, "parts do not fit"),
    ],
)
def test_a_file_that_is_not_as_it_was_saved_is_refused(
    change: Callable[[dict[str, bytes]], None], told: str, kept: Path, tmp_path: Path
) -> None:
    with pytest.raises(BadInput) as refused:
        load(changed(kept, tmp_path / "b.model", change))
    assert len(refused.value.faults) == 1
    assert told in refused.value.faults[0].found


def test_a_model_that_unpacks_to_too_much_is_refused(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with zipfile.ZipFile(kept) as packed:
        room = sum(part.file_size for part in packed.infolist())
    monkeypatch.setattr("absence_model.forecaster.keeping.MOST_BYTES", room)
    with pytest.raises(BadInput) as refused:  # the model's own parts are packed too
        load(kept)
    assert "unpacks to too much" in refused.value.faults[0].found


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"unit,date\n", b"\x80\x04\x95"])
def test_what_is_no_model_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "c.model"
    path.write_bytes(content)
    with pytest.raises(BadInput):
        load(path)
    with pytest.raises(BadInput):
        load(tmp_path / "nowhere.model")


def test_three_weeks_give_the_naive_forecast_and_say_so() -> None:
    frame = series(21)
    short = fit(frame.drop(index=[3, 4, 30]), SeriesInfo("short", "own", "shifts"))
    assert short.facts.short
    assert (short.facts.days, short.facts.missing) == (39, 3)
    assert {one.quality.champion for one in short.buckets} == {"mean_28"}
    told = learnt(short, "u1", {"over_planned": 2})
    assert [day.horizon for day in told.ahead] == list(range(1, 366))
    assert told.ground.missing == 1
    card = told.card  # of the one unit: sums over two would tell each of the other
    assert (card.units, card.days, card.cleaned) == (1, 20, {"over_planned": 2})
    exact = float(frame.drop(index=30)["absent"][21:].mean())
    assert card.absent == told.ground.absent == coarse(exact, 20) != exact
    assert told.ahead[0].planned == pytest.approx(12.0)  # a Monday
    with pytest.raises(BadInput):
        fit(series(10), SeriesInfo("tiny", "own", "shifts"))


@pytest.mark.parametrize("days", [14, 20, 60, 100, 400])
def test_a_mean_does_not_tell_the_sum_behind_it(days: int) -> None:
    told = [coarse(total / days, days) for total in range(3 * days)]
    assert all(told.count(one) > 2 * 5 - 2 for one in set(told) - {0.0, max(told)})


def test_days_that_no_forecast_reaches_are_refused(fitted: Forecaster) -> None:
    for first, days in ((fitted.last, 1), (None, 366)):
        with pytest.raises(BadInput):
            fitted.forecast(first, days)


def test_the_picture_has_a_panel_for_each_unit(fitted: Forecaster, tmp_path: Path) -> None:
    from matplotlib.image import imread

    from absence_model.forecaster.picture import draw

    told, out = fitted.forecast(days=14), tmp_path / "f.png"
    draw(fitted, told, out, ["u0"])
    one = imread(io.BytesIO(out.read_bytes())).shape
    draw(fitted, told, out, ["u0", "u1"])
    assert imread(io.BytesIO(out.read_bytes())).shape[0] > one[0]
    with pytest.raises(BadInput):
        draw(fitted, told, out, [f"u{n}" for n in range(20)])


def test_influenza_is_kept_with_the_model_and_a_newer_table_takes_its_place(
    fitted: Forecaster, tmp_path: Path
) -> None:
    table = tmp_path / "flu.csv"
    row = "x,Norway,2025-W30,ILIconsultationrate,total,50"
    table.write_text(f"survtype,countryname,yearweek,indicator,age,value\n{row}\n", "utf-8")
    with pytest.raises(BadInput, match="without influenza"):
        fitted.with_influenza(table)
    known = np.linspace(0, 3, len(fitted.panel.days))
    save(replace(fitted, influenza=known), tmp_path / "a.model")
    again = load(tmp_path / "a.model")
    assert again.influenza is not None
    assert again.influenza.tolist() == known.tolist()
    newer = again.with_influenza(table)
    assert newer.influenza is not None
    assert newer.influenza[-1] == pytest.approx(np.log1p(50))
    assert newer.facts.influenza == "flu.csv"
    assert "flu.csv" in markdown(newer.facts, "nb")
