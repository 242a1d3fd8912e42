"""What is told about a single wrong field of a JSON file."""

import re
from typing import Any

import pytest

from rostering.readers import problem_from_data
from tests.readers.small_ward import small
from tests.readers.spoilt import faults_of, only_fault

Data = dict[str, Any]

PERCENT = "people[0].positions[0].percent"
CASES: list[tuple[str, object, str, str]] = [
    ("wishs", [], "one of: format", "'wishes' is meant"),
    ("horizon.start", "01.03.2027", "YYYY-MM-DD", "2027-03-01"),
    ("horizon.start", "1803859200", "YYYY-MM-DD", "2027-03-01"),
    ("horizon.start", "9999-12-31", "1900 to 2199", "digit"),
    ("wishes[0].first", "2027-02-30", "a date", "only 28 days"),
    ("wishes[0].first", "2027-13-02", "a date", "changed places"),
    ("shifts[0].start", "7:30", "HH:MM", "07:30"),
    ("shifts[0].end", "25:00", "00:00 to 24:00", ""),
    (PERCENT, "80,5", "a number", "use a decimal point: 80.5"),
    (PERCENT, 800, "of at most 100", "digit too many"),
    (PERCENT, 0, "above 0", "missing"),
    (PERCENT, 33.333, "two decimals", "round it"),
    ("horizon.days", "14", "a whole number", "quotation marks: 14"),
    ("horizon.days", 7.6, "a whole number", "write 8"),
    ("horizon.days", True, "a whole number", ""),
    ("shifts[0].kind", "natt", "one of: day, evening", "'night' is meant"),
    ("wishes[0].kind", "avoyd", "want, avoid", "'avoid' is meant"),
    ("wishes[0].strength", "3", "1, 2, 3", "without quotation"),
    ("shifts[2].crosses_midnight", "ja", "true or false", "write true"),
    ("people[0].name", 12, "text", '"12"'),
    ("name", " ", "at least one character", "forgotten"),
    ("name", "x" * 121, "at most 120", "shorter"),
    ("name", "a\x00b", "plain text", "type it again"),
    ("name", "a\ud800", "plain text", "type it again"),
    ("shifts[0].code", "D 1", "without spaces", "write D_1"),
    ("shifts[0].colour", "red", "#4477AA", "leave it out"),
    ("shifts[0].colour", "4477AA", "#4477AA", "write #4477AA"),
    ("people", {}, "a list", "square brackets"),
    ("horizon", [], "an object in braces with start", "bracket"),
    ("demand[0].units", [], "at least one", "'units'"),
    ("people[0].max_hours", float("nan"), "an ordinary number", "leave it out"),
    ("weights", {"a": 10**40}, "an ordinary number", "digits"),
    ("people[0].home_unit", "post33", "post3", "'post3' is meant"),
]
ENTRIES: list[tuple[str, str, object, str, str]] = [
    ("demand[0]", "minimum", 3, "at least the minimum", "target is missing"),
    ("demand[0]", "shifts", [], "either shift codes or a curve", "fill in shifts"),
    ("wishes[0]", "last", "2027-03-01", "on or after", "changed places"),
    ("shifts[2]", "end", "23:00", "at most 24 hours", "ends on the same day"),
]


def put(data: Data, path: str, value: object) -> None:
    """Set the field at a path."""
    *above, last = [int(s) if s.isdecimal() else s for s in re.findall(r"[^.\[\]]+", path)]
    target: Any = data
    for step in above:
        target = target[step]
    target[last] = value


@pytest.mark.parametrize(("path", "value", "needed", "guess"), CASES)
def test_a_wrong_field_is_told_once_in_plain_english(
    path: str, value: object, needed: str, guess: str
) -> None:
    data = small()
    put(data, path, value)
    fault = only_fault(lambda: problem_from_data(data))
    assert fault.where == ("weights.a" if path == "weights" else path)
    assert needed in fault.needed
    assert guess in fault.maybe
    assert fault.found
    for jargon in ("pydantic", "http", "Input should", "Value error", "validation"):
        assert jargon not in str(fault)


@pytest.mark.parametrize(("entry", "field", "value", "needed", "guess"), ENTRIES)
def test_fields_that_do_not_agree_are_told_once_for_the_entry(
    entry: str, field: str, value: object, needed: str, guess: str
) -> None:
    data = small()
    put(data, f"{entry}.{field}", value)
    fault = only_fault(lambda: problem_from_data(data))
    assert fault.where == entry
    assert needed in fault.needed
    assert guess in fault.maybe


def test_a_missing_field_is_told_by_its_name() -> None:
    data = small()
    del data["units"][0]["id"]
    fault = only_fault(lambda: problem_from_data(data))
    assert (fault.where, fault.found, fault.maybe) == ("units[0].id", "nothing", 'add "id"')


def test_a_key_that_is_no_name_is_shown_in_quotation_marks() -> None:
    fault = only_fault(lambda: problem_from_data(small() | {"a b[0]": 1}))
    assert fault.where == '["a b(0)"]'


def test_a_misspelt_needed_field_is_told_once_and_not_as_missing_too() -> None:
    data = small()
    position = data["people"][0]["positions"][0]
    position["percnt"] = position.pop("percent")
    fault = only_fault(lambda: problem_from_data(data))
    assert fault.where == "people[0].positions[0].percnt"
    assert fault.maybe == "'percent' is meant"


def test_a_list_whose_only_entry_is_wrong_is_not_told_as_empty_too() -> None:
    data = small()
    data["units"] = [{"id": 3}]
    assert only_fault(lambda: problem_from_data(data)).where == "units[0].id"


def test_thousands_of_faults_end_in_a_short_list() -> None:
    data = small()
    data["wishes"] = [{"person": "p1", "kind": "no", "first": "2027-03-02"}] * 5000
    faults = faults_of(lambda: problem_from_data(data))
    assert len(faults) == 201
    assert faults[-1].found == "more faults like these"


def test_data_that_is_no_object_is_refused() -> None:
    assert only_fault(lambda: problem_from_data([1])).found == "a list of 1"  # type: ignore[arg-type]


def test_places_come_from_the_callers_own_table() -> None:
    data = small()
    data["wishes"][0]["person"] = "p9"
    fault = only_fault(lambda: problem_from_data(data, lambda path: f"<{path}>"))
    assert fault.where == "<wishes[0].person>"
