"""The picture of a roster."""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from rostering.errors import BadInput
from rostering.readers import problem_from_data
from rostering.writers import draw_roster, palette
from rostering.writers.picture.layout import layout
from rostering.writers.roster_grid import roster_grid
from tests.readers.small_ward import small
from tests.writers.two_weeks import card, roster, ward


def test_a_png_is_drawn_at_the_size_of_the_layout(tmp_path: Path) -> None:
    path = tmp_path / "roster.png"
    draw_roster(ward(), roster(), card(), path)
    raw = path.read_bytes()
    assert raw.startswith(b"\x89PNG")
    plan = layout(ward(), roster_grid(ward(), roster()))
    assert int.from_bytes(raw[16:20]) == pytest.approx(plan.width / 10 * plan.dpi, abs=2)


@pytest.mark.parametrize("suffix", [".svg", ".png"])
def test_equal_rosters_give_equal_pictures(suffix: str, tmp_path: Path) -> None:
    once, again = tmp_path / f"a{suffix}", tmp_path / f"b{suffix}"
    draw_roster(ward(), roster(), card(), once)
    draw_roster(ward(), roster(), card(), again)
    assert once.read_bytes() == again.read_bytes()


def test_an_svg_is_whole_and_carries_no_date(tmp_path: Path) -> None:
    path = tmp_path / "roster.svg"
    draw_roster(ward(), roster(), card(), path)
    assert ET.fromstring(path.read_bytes()).tag.endswith("svg")
    assert b"<dc:date>" not in path.read_bytes()


def test_names_with_odd_signs_are_drawn_as_they_are(tmp_path: Path) -> None:
    data = small()
    data["people"][0]["name"] = "$x_1^$ \U0001f600 <&> \\alpha"
    draw_roster(problem_from_data(data), roster(), None, tmp_path / "roster.SVG")
    assert (tmp_path / "roster.SVG").stat().st_size > 1000


@pytest.mark.parametrize("name", ["roster.jpg", "roster", "roster.pdf"])
def test_another_kind_of_picture_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"\.png or \.svg"):
        draw_roster(ward(), roster(), card(), tmp_path / name)


@pytest.mark.parametrize(
    ("start", "days", "spans"),
    [
        ("2027-03-01", 14, [(0, 13)]),
        ("2027-03-01", 42, [(0, 41)]),
        ("2027-03-01", 56, [(0, 27), (28, 55)]),
        ("2027-03-01", 84, [(0, 41), (42, 83)]),
        ("2027-03-03", 42, [(0, 25), (26, 41)]),
        ("2027-03-01", 1, [(0, 0)]),
    ],
)
def test_long_rosters_are_cut_into_even_blocks_at_mondays(
    start: str, days: int, spans: list[tuple[int, int]]
) -> None:
    data = small() | {"horizon": {"start": start, "days": days}, "wishes": [], "absences": []}
    problem = problem_from_data(data)
    empty = roster().model_copy(update={"assignments": ()})
    plan = layout(problem, roster_grid(problem, empty))
    assert [(block.first, block.last) for block in plan.blocks] == spans
    assert [block.sums for block in plan.blocks][-1]


def test_a_year_fits_on_a_picture_that_programs_can_open() -> None:
    data = small() | {"horizon": {"start": "2027-01-04", "days": 371}}
    data |= {"wishes": [], "absences": []}
    problem = problem_from_data(data)
    empty = roster().model_copy(update={"assignments": ()})
    plan = layout(problem, roster_grid(problem, empty))
    assert max(plan.width, plan.height) / 10 * plan.dpi <= 16_000 * 1.01


def test_ink_is_legible_on_every_fill() -> None:
    assert palette.ink_on("#EEDD88") == palette.INK
    assert palette.ink_on("#B2182B") == "#FFFFFF"


def test_writers_load_neither_matplotlib_nor_openpyxl_before_they_are_needed() -> None:
    code = """
import sys, rostering.writers, rostering.readers
heavy = {"matplotlib", "openpyxl", "ortools"} & set(sys.modules)
sys.exit(f"loaded: {heavy}" if heavy else 0)
"""
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert done.returncode == 0, done.stderr
