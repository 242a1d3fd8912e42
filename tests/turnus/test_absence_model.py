"""turnus absence fit, forecast and card, on an invented table."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from tests.turnus.console import turnus


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("absence")
    rng, rows = np.random.default_rng(5), ["unit,date,group,planned,absent,kind"]
    for number in range(120):
        date = np.datetime64("2026-01-05") + number
        rows += [
            f"{unit},{date},pleie,12,{min(rng.poisson(1.2), 12)},self_certified"
            for unit in ("Tunet", "Haugen")
        ]
    (place / "absence.csv").write_text("\n".join(rows) + "\n", "utf-8")
    done = turnus(place, "absence", "fit", "--data", "absence.csv", "--out", "m.model", "--json")
    assert done.code == 0, done.err
    told = json.loads(done.out)
    assert (told["units"], told["days"], told["short"]) == (2, 240, False)
    return place


def test_a_forecast_is_told_as_table_picture_and_json(folder: Path) -> None:
    asked = ("absence", "forecast", "m.model", "--from", "2026-05-11", "--days", "14")
    out = ("--out", "f.csv", "--out", "f.png", "--unit", "Tunet")
    done = turnus(folder, *asked, *out, "--json")
    assert done.code == 0, done.err
    days = json.loads(done.out)["days"]
    assert [day["date"] for day in days][:2] == ["2026-05-11", "2026-05-12"]
    assert {day["unit"] for day in days} == {"Tunet"}
    lines = (folder / "f.csv").read_text("utf-8").splitlines()
    assert lines[0].startswith("unit,date,horizon,mean,q0.025")
    assert len(lines) == 1 + 14
    assert (folder / "f.png").read_bytes().startswith(b"\x89PNG")
    assert "8 av 10 dager" in turnus(folder, *asked, "--language", "nb").out


def test_what_cannot_be_forecast_is_one_clear_message(folder: Path) -> None:
    for wrong, told in (
        (("--from", "2026-01-05"), "2026-05-04, the last one known"),
        (("--unit", "Borte"), "one of: Haugen, Tunet"),
        (("--out", "f.txt"), ".csv or .png"),
    ):
        done = turnus(folder, "absence", "forecast", "m.model", *wrong)
        assert done.code == 2, done.out
        assert told in done.err
    done = turnus(folder, "absence", "card", "absence.csv")
    assert done.code == 2
    assert "no model file" in done.err


def test_the_card_is_written(folder: Path) -> None:
    assert turnus(folder, "absence", "card", "m.model", "--out", "card.md").code == 0
    text = (folder / "card.md").read_text("utf-8")
    assert "Model card" in text
    assert "240 unit-days" in text
