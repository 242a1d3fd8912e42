"""Rows about people become counts; nothing of them reaches disk, logs or messages."""

import io
import logging
import re
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from absence_model.table.few import without_small
from absence_model.table.reading import read_table
from absence_model.table.writing import table_text, write_table
from rostering.errors import BadInput

SHIFT_HEAD = "Ansattnr;Navn;Enhet;Dato;Timer;Fraværstype;Grad\n"


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_shifts_are_counted_and_graded_leave_counts_by_hours(tmp_path: Path) -> None:
    rows = (
        "1;Kari;Tunet;2026-01-01;7,5;;\n2;Per;Tunet;2026-01-01;7,5;egenmelding;\n"
        "3;Ola;Tunet;2026-01-01;5;sykmelding dag 1-16;50\n4;Eva;Tunet;2026-01-01;7,5;ferie;\n"
        "1;Kari;Tunet;2026-01-02;7,5;;\n"
    )
    found = read_table(written(tmp_path, "shifts.csv", SHIFT_HEAD + rows))
    day = found.table[found.table["date"] == "2026-01-01"]
    assert dict(zip(day["kind"], day["absent"], strict=True)) == {
        "self_certified": 1.0,
        "doctor_certified_1_16": pytest.approx(1 / 3, abs=1e-4),
    }
    assert day["planned"].tolist() == [pytest.approx(2 + 2 / 3, abs=1e-4)] * 2
    assert found.report.kept_out == {"planned_leave": 1.0}
    assert found.report.employees == {"Tunet": 4}
    quiet = found.table[found.table["date"] == "2026-01-02"]
    assert (quiet["planned"].item(), quiet["absent"].item()) == (1.0, 0.0)


def test_sickness_from_day_17_on_is_known_absence(tmp_path: Path) -> None:
    shifts = "Ansattnr;Enhet;Dato\n" + "".join(f"1;Tunet;2026-01-{d:02}\n" for d in range(1, 32))
    spells = (
        "Ansattnr;Navn;Fra;Til;Type\n1;Kari;2026-01-01;2026-01-03;egenmelding\n"
        "1;Kari;2026-01-04;;sykmelding\n2;Per;2026-01-04;2026-01-05;sykt barn\n"
    )
    found = read_table(
        written(tmp_path, "spells.csv", spells), shifts=written(tmp_path, "shifts.csv", shifts)
    )
    by_kind = found.table.groupby("kind")["absent"].sum()
    assert by_kind.to_dict() == {"self_certified": 3.0, "doctor_certified_1_16": 13.0}
    assert found.table["date"].max().day == 16
    assert (found.report.kept_out, found.report.unmatched) == ({"long_term": 15.0}, 1)


def test_overlapping_absence_is_never_more_than_the_shift(tmp_path: Path) -> None:
    shifts = "Ansattnr;Enhet;Dato\n1;Tunet;2026-01-01\n2;Tunet;2026-01-01\n"
    spells = (
        "Ansattnr;Fra;Til;Type;Grad\n1;2026-01-01;2026-01-01;permisjon;60\n"
        "1;2026-01-01;2026-01-01;egenmelding;100\n1;2026-01-01;2026-01-01;sykt barn;100\n"
    )
    found = read_table(
        written(tmp_path, "spells.csv", spells), shifts=written(tmp_path, "shifts.csv", shifts)
    )
    assert found.table[["planned", "absent"]].to_numpy().tolist() == [[1.4, 0.4]]


def test_absences_alone_are_refused_with_what_is_missing(tmp_path: Path) -> None:
    spells = written(tmp_path, "spells.csv", "Ansattnr;Fra;Til;Type\n1;2026-01-01;;egenmelding\n")
    with pytest.raises(BadInput, match="--shifts"):
        read_table(spells)


def test_a_row_that_stands_twice_is_refused(tmp_path: Path) -> None:
    row = "1;Kari;Tunet;2026-01-01;7,5;;\n"
    with pytest.raises(BadInput) as refused:
        read_table(written(tmp_path, "shifts.csv", SHIFT_HEAD + row + row))
    (fault,) = refused.value.faults
    assert (fault.where, fault.found) == ("shifts.csv, line 3", "a row that stands twice")


def test_staff_groups_of_few_people_are_counted_together(tmp_path: Path) -> None:
    groups = {"nurses": 3, "helpers": 6, "others": 7, "cooks": 1}
    people = [f"{group}{n};{group}" for group, count in groups.items() for n in range(count)]
    rows = "".join(f"{one};Tunet;2026-01-01;egenmelding\n" for one in people)
    rows += "".join(f"b{n};cooks;Bua;2026-01-01;\n" for n in range(4))
    found = read_table(written(tmp_path, "s.csv", "Ansattnr;Gruppe;Enhet;Dato;Type\n" + rows))
    home = found.table[found.table["unit"] == "Tunet"]
    assert dict(zip(home["group"], home["absent"], strict=True)) == {"all": 10.0, "others": 7.0}
    safe = without_small(found)
    assert set(safe.table["unit"]) == {"Tunet"}
    assert (safe.report.employees, safe.report.small) == ({"Tunet": 17}, ("Bua",))
    alone = replace(found, report=replace(found.report, employees={"Bua": 4}))
    with pytest.raises(BadInput, match="fewer than 5 people"):
        without_small(alone)


def test_spells_are_laid_beside_shifts_a_part_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [f"{n};Tunet;2026-01-{day:02}" for n in range(4) for day in range(1, 9)]
    plan = written(tmp_path, "p.csv", "\n".join(["Ansattnr;Enhet;Dato", *rows]))
    spells = [f"{n};2026-01-0{n + 1};2026-01-0{n + 3};egenmelding" for n in range(4)]
    absent = written(tmp_path, "a.csv", "\n".join(["Ansattnr;Fra;Til;Type", *spells]))
    whole = read_table(absent, shifts=plan).table
    monkeypatch.setattr("absence_model.table.spells.AT_ONCE", 1)
    assert read_table(absent, shifts=plan).table.equals(whole)
    assert whole["absent"].sum() == 12


SECRET = st.from_regex(r"[A-Za-zæøå]{6,12}", fullmatch=True).map(lambda word: f"zq{word}qz")


@settings(max_examples=40, deadline=None)
@given(
    secrets=st.lists(SECRET, min_size=7, max_size=7, unique=True),
    spoilt=st.sets(st.sampled_from(["Dato", "Timer", "Type", "Grad", "Enhet", "extra"])),
    spells=st.booleans(),
)
def test_no_personal_field_reaches_disk_log_or_message(
    tmp_path_factory: pytest.TempPathFactory,
    logged_everything: io.StringIO,
    secrets: list[str],
    spoilt: set[str],
    spells: bool,
) -> None:
    number, name, *rest = secrets
    bad = dict(zip(("Dato", "Timer", "Type", "Grad", "extra"), rest, strict=True))
    good = {"Dato": "2026-01-01", "Timer": "7,5", "Type": "egenmelding", "Grad": "50", "extra": ""}
    cells = {name: bad[name] if name in spoilt else good[name] for name in bad}
    unit = f"Kari {name}" if "Enhet" in spoilt else "Tunet"
    folder = tmp_path_factory.mktemp("persons")
    absent, plan = _files(folder, (number, name, unit), cells, spells=spells)
    before = {path.name for path in folder.iterdir()}
    try:
        with redirect_stdout(logged_everything), redirect_stderr(logged_everything):
            found = read_table(absent, shifts=plan)
            write_table(found.table, folder / "out.csv")
        told = table_text(found.table) + repr(found.report)
    except BadInput as error:
        told = _everything(error)
    new = [path for path in folder.iterdir() if path.name not in before]
    told += "".join(path.read_text("utf-8") for path in new) + logged_everything.getvalue()
    assert not [secret for secret in secrets if secret in told]
    assert not re.search(r"zq\w+qz", told)


def _files(
    folder: Path, who: tuple[str, str, str], cells: dict[str, str], *, spells: bool
) -> tuple[Path, Path | None]:
    number, name, unit = who
    day, hours, kind, grade, extra = cells.values()
    more = f";{extra}" if extra else ""
    if not spells:
        row = f"{number};{name};{unit};{day};{hours};{kind};{grade}{more}\n"
        head = "Ansattnr;Navn;Enhet;Dato;Timer;Type;Grad\n"
        return written(folder, "shifts.csv", head + row), None
    row = f"{number};{name};{day};{kind};{grade}{more}\n"
    absent = written(folder, "absences.csv", "Ansattnr;Navn;Fra;Type;Grad\n" + row)
    plan = written(folder, "plan.csv", f"Ansattnr;Enhet;Dato\n{number};{unit};{day}\n")
    return absent, plan


@pytest.fixture(name="logged_everything", scope="module")
def _logged_everything() -> Iterator[io.StringIO]:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.removeHandler(handler)
    root.setLevel(before)


def _everything(error: BaseException | None) -> str:
    """Return what a traceback would show of an error and of all that led to it."""
    told = ""
    while error is not None:
        told += f"{error} {error.args!r} {getattr(error, 'faults', '')!r}"
        error = error.__cause__ or error.__context__
    return told
