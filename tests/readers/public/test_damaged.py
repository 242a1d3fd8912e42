"""Whatever stands in a public file, it is read as a whole problem or refused with places."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rostering.domain.index import ProblemIndex
from rostering.domain.problem import Problem
from rostering.errors import BadInput
from rostering.readers.public import read_curtois, read_inrc1, read_inrc2, read_public_roster
from rostering.rulings import Rulings
from tests.readers.public.small import (
    CURTOIS,
    INRC1,
    INRC2_NAME,
    inrc2_data,
    put_curtois,
    put_inrc1,
    put_inrc2,
)
from tests.readers.public.test_rosters import WEEK_0, WEEK_1, XML
from tests.readers.test_mutations import require_good_words

TEXTS: dict[str, tuple[str, Callable[[Path, str], Problem]]] = {
    "curtois": (CURTOIS, lambda folder, text: read_curtois(put_curtois(folder, text), "1")),
    "inrc1": (INRC1, lambda folder, text: read_inrc1(put_inrc1(folder, text), "tiny01")),
}
PIECES = st.one_of(
    st.sampled_from(
        [",", ";", "|", "=", "#", "\n", "(1|1)", "(", "A", "E", "-1", "999999999", "1e9", "",
         "SECTION_STAFF", "SKILLS = 2;", "Any", "None", "2010-13-01", "24:00:00", "\x00", "\t"]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
)  # fmt: skip
MORE = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def require_whole(read: Callable[[], Problem]) -> None:
    """Require that a file makes a problem that the rules understand, or is refused in words."""
    try:
        problem = read()
    except BadInput as error:
        require_good_words(error)
    else:
        Rulings(ProblemIndex(problem))


@pytest.mark.parametrize("family", TEXTS)
@MORE
@given(data=st.data())
def test_any_damaged_text_is_read_or_refused(
    family: str, data: st.DataObject, tmp_path: Path
) -> None:
    text, read = TEXTS[family]
    for _ in range(data.draw(st.integers(1, 3))):
        first = data.draw(st.integers(0, len(text)))
        last = min(len(text), first + data.draw(st.integers(0, 12)))
        text = text[:first] + data.draw(PIECES) + text[last:]
    require_whole(lambda: read(tmp_path, text))


@pytest.mark.parametrize("family", TEXTS)
@MORE
@given(data=st.data())
def test_any_entry_may_be_another(family: str, data: st.DataObject, tmp_path: Path) -> None:
    text, read = TEXTS[family]
    lines = text.split("\n")
    number = data.draw(st.integers(0, len(lines) - 1))
    cells = lines[number].split(",")
    cells[data.draw(st.integers(0, len(cells) - 1))] = data.draw(PIECES)
    lines[number] = ",".join(cells)
    require_whole(lambda: read(tmp_path, "\n".join(lines)))


VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 2000),
    st.sampled_from(["Any", "None", "Early", "off", "Ann", "Monday", 1.5, 10**20, [], {}, ""]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=4),
)


def places(value: dict[str, Any] | list[Any], path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path of every value inside JSON data."""
    steps: list[Any] = list(value) if isinstance(value, dict) else list(range(len(value)))
    found = [(*path, step) for step in steps]
    for step in steps:
        if isinstance(value[step], dict | list):
            found += places(value[step], (*path, step))
    return found


@MORE
@given(data=st.data())
def test_any_json_value_may_be_another_or_missing(data: st.DataObject, tmp_path: Path) -> None:
    files = inrc2_data()
    *steps, last = data.draw(st.sampled_from(places(files)))
    here: Any = files
    for step in steps:
        here = here[step]
    if data.draw(st.booleans()):
        here[last] = data.draw(VALUES)
    else:
        del here[last]
    for path in tmp_path.glob("n002w2/*"):
        path.unlink()
    require_whole(lambda: read_inrc2(put_inrc2(tmp_path, files), INRC2_NAME))


@MORE
@given(data=st.data())
def test_any_damaged_roster_is_read_or_refused(data: st.DataObject, tmp_path: Path) -> None:
    family = data.draw(st.sampled_from(["curtois", "inrc1", "inrc2"]))
    text = {"curtois": "\t\tE\tL\t\t\t\n\t\t\t\t\t\tE\n", "inrc1": XML, "inrc2": WEEK_0}[family]
    first = data.draw(st.integers(0, len(text)))
    last = min(len(text), first + data.draw(st.integers(0, 8)))
    text = text[:first] + data.draw(PIECES) + text[last:]
    path = tmp_path / "roster"
    if family == "inrc2":
        path = tmp_path
        (path / "sol-week0.txt").write_text(text, "utf-8")
        (path / "sol-week1.txt").write_text(WEEK_1, "utf-8")
        problem = read_inrc2(put_inrc2(tmp_path), INRC2_NAME)
    else:
        path.write_text(text, "utf-8")
        source, read = TEXTS[family]
        problem = read(tmp_path, source)
    try:
        found = read_public_roster(family, path, problem)
    except BadInput as error:
        require_good_words(error)
    else:
        people = {person.id for person in problem.people}
        assert {duty.person for duty in found.assignments} <= people


def test_other_bytes_than_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "Instance1.txt").write_bytes(b"SECTION_HORIZON\n\xff\xfe7")
    with pytest.raises(BadInput, match=r"Instance1\.txt, line 2: found byte 0xFF"):
        read_curtois(tmp_path, "1")
    (tmp_path / "tiny01.txt").write_bytes(b"\xff")
    with pytest.raises(BadInput, match=r"tiny01\.txt, line 1: found byte 0xFF"):
        read_inrc1(tmp_path, "tiny01")


def test_json_of_another_sort_is_refused(tmp_path: Path) -> None:
    put_inrc2(tmp_path)
    (tmp_path / "n002w2" / "WD-n002w2-0.json").write_text(json.dumps([1]), "utf-8")
    with pytest.raises(BadInput, match=r"WD-n002w2-0\.json"):
        read_inrc2(tmp_path, INRC2_NAME)
