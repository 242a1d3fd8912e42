"""Whatever happens to a ward file, it is read or refused with places - never anything else."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rostering.domain.problem import Problem
from rostering.errors import BadInput
from rostering.readers import problem_from_data, read_problem
from tests.readers.small_ward import full

FULL = full()
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(-5, 3000),
    st.floats(),
    st.text(max_size=30),
    st.text("0123456789-:./", max_size=12),
    st.sampled_from(["2027-03-01", "9999-12-31", "0001-01-01", "24:00", "p1", "D", "SPL", "ja"]),
    st.dates().map(str),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=4,
)


def places(value: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    keys = (
        value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    )
    for key in keys:
        yield (*path, key)
        yield from places(value[key], (*path, key))


PLACES = list(places(FULL))


@st.composite
def mutated(draw: st.DrawFn) -> dict[str, Any]:
    data = copy.deepcopy(FULL)
    for _ in range(draw(st.integers(1, 3))):
        *above, last = draw(st.sampled_from(PLACES))
        target = data
        try:
            for key in above:
                target = target[key]
            mutate(draw, target, last)
        except (KeyError, IndexError, TypeError):
            continue  # an earlier mutation has taken the place away
    return data


def mutate(draw: st.DrawFn, target: dict[Any, Any] | list[Any], last: Any) -> None:  # noqa: ANN401
    what = draw(st.sampled_from(["delete", "replace", "rename", "swap", "double"]))
    if what == "delete":
        del target[last]
    elif what == "rename" and isinstance(target, dict):
        target[draw(st.text(max_size=12))] = target.pop(last)
    elif what == "swap":
        keys = list(target) if isinstance(target, dict) else list(range(len(target)))
        other = draw(st.sampled_from(keys))
        target[last], target[other] = target[other], target[last]
    elif what == "double" and isinstance(target, list):
        target.append(copy.deepcopy(target[last]))
    else:
        target[last] = draw(VALUES)


def require_good_words(error: BadInput) -> None:
    assert error.faults
    for fault in error.faults:
        assert fault.where
        assert fault.found
        assert fault.needed
        assert "pydantic" not in str(fault)
    assert len({str(fault) for fault in error.faults}) == len(error.faults)


@settings(max_examples=300, deadline=None)
@given(mutated())
def test_a_mutated_ward_is_read_or_refused_with_places(data: dict[str, Any]) -> None:
    try:
        assert isinstance(problem_from_data(data), Problem)
    except BadInput as error:
        require_good_words(error)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_a_ward_file_with_damaged_bytes_is_read_or_refused(
    data: st.DataObject, tmp_path: Path
) -> None:
    raw = bytearray(json.dumps(FULL).encode())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
    path = tmp_path / "ward.json"
    path.write_bytes(raw)
    try:
        assert isinstance(read_problem(path), Problem)
    except BadInput as error:
        require_good_words(error)


@settings(max_examples=100, deadline=None)
@given(VALUES)
def test_anything_at_all_is_read_or_refused(value: object) -> None:
    try:
        problem_from_data(value)  # type: ignore[arg-type]
    except BadInput as error:
        require_good_words(error)
    else:
        raise AssertionError("random data was taken for a ward")
