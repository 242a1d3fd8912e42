"""A person's calendar, read back by a small reader of its own."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostering.domain.problem import Problem
from rostering.domain.roster import Roster
from rostering.errors import BadInput
from rostering.readers import problem_from_data
from rostering.writers import calendar_names, calendar_text, write_calendar
from rostering.writers.ical_text import escaped, folding
from tests.readers.small_ward import cyclic, small

Event = dict[str, str]


def events(text: str) -> list[Event]:
    """Unfold and split; every line must end in CRLF and have at most 75 octets."""
    assert text.endswith("\r\n")
    raw = text.removesuffix("\r\n").split("\r\n")
    assert all("\n" not in line and "\r" not in line for line in raw)
    assert all(len(line.encode()) <= 75 for line in raw)
    lines = "\n".join(raw).replace("\n ", "").split("\n")
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    assert "VERSION:2.0" in lines
    found: list[Event] = []
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and name not in {"END"}:
            assert name not in found[-1]
            found[-1][name] = value
    return found


def ward(start: str, days: int = 14, **more: Any) -> Problem:  # noqa: ANN401
    data = small() | {"horizon": {"start": start, "days": days}, "wishes": [], "absences": []}
    data["shifts"][2]["requires"] = {}
    return problem_from_data(data | more)


def roster(problem: Problem, *duties: tuple[str, str], **more: Any) -> Roster:  # noqa: ANN401
    assignments = [
        {"person": "p1", "date": day, "shift": code, "unit": "post3"} for day, code in duties
    ]
    return Roster.model_validate(
        {
            "problem_name": problem.name,
            "problem_hash": "",
            "start": problem.horizon.start,
            "days": problem.horizon.days,
            "assignments": assignments,
        }
        | more
    )


def moment(value: str) -> dt.datetime:
    return dt.datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("day", "start", "end", "hours"),
    [
        ("2027-03-20", "2027-03-20 21:00", "2027-03-21 06:45", 9.75),  # winter time
        ("2027-03-27", "2027-03-27 21:00", "2027-03-28 05:45", 8.75),  # the night loses an hour
        ("2027-03-28", "2027-03-28 20:00", "2027-03-29 05:45", 9.75),  # summer time
        ("2027-10-30", "2027-10-30 20:00", "2027-10-31 06:45", 10.75),  # the night gains an hour
        ("2027-10-31", "2027-10-31 21:00", "2027-11-01 06:45", 9.75),
    ],
)
def test_a_night_has_its_real_times_when_the_clocks_change(
    day: str, start: str, end: str, hours: float
) -> None:
    problem = ward("2027-03-15" if day < "2027-06" else "2027-10-18")
    (night,) = events(calendar_text(problem, roster(problem, (day, "N")), "p1"))
    begins, ends = moment(night["DTSTART"]), moment(night["DTEND"])
    assert (f"{begins:%Y-%m-%d %H:%M}", f"{ends:%Y-%m-%d %H:%M}") == (start, end)
    assert (ends - begins).total_seconds() / 3600 == hours


def test_an_event_tells_code_unit_and_time_and_nothing_else() -> None:
    problem = ward("2027-03-01")
    text = calendar_text(problem, roster(problem, ("2027-03-02", "D")), "p1")
    (day,) = events(text)
    assert day.keys() == {
        *("UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "LOCATION", "TRANSP")
    }
    assert (day["SUMMARY"], day["LOCATION"], day["TRANSP"]) == ("D", "Sengepost 3", "OPAQUE")
    assert day["DTSTAMP"] == "20270301T000000Z"
    for private in ("Kari", "Nordmann", "p1", "80"):
        assert private not in text.replace(day["UID"], "")


def test_days_off_and_absence_are_whole_days_on_which_the_calendar_is_free() -> None:
    away = {"person": "p1", "kind": "vacation", "first": "2027-02-26", "last": "2027-03-02"}
    problem = ward("2027-03-01", absences=[away])
    overlays = [
        {"person": "p1", "date": "2027-03-06", "code": "F1"},
        {"person": "p1", "date": "2027-03-07", "code": "F2"},
        {"person": "p1", "date": "2027-03-08", "code": "time_off"},
        {"person": "p1", "date": "2027-03-09", "code": "sick_child"},
        {"person": "p2", "date": "2027-03-10", "code": "F1"},
    ]
    found = events(calendar_text(problem, roster(problem, overlays=overlays), "p1"))
    days = [
        (e["DTSTART;VALUE=DATE"], e["DTEND;VALUE=DATE"], e["SUMMARY"], e["TRANSP"]) for e in found
    ]
    assert days == [
        ("20270301", "20270302", "FE", "TRANSPARENT"),
        ("20270302", "20270303", "FE", "TRANSPARENT"),
        ("20270306", "20270307", "F1", "TRANSPARENT"),
        ("20270307", "20270308", "F2", "TRANSPARENT"),
        ("20270308", "20270309", "AV", "TRANSPARENT"),
        ("20270309", "20270310", "Fravær", "TRANSPARENT"),
    ]


def test_what_was_worked_stands_in_the_place_of_the_plan() -> None:
    problem = ward("2027-03-01")
    worked = [
        {"person": "p1", "date": "2027-03-02", "shift": "A"},
        {"person": "p1", "date": "2027-03-03"},
    ]
    made = roster(problem, ("2027-03-02", "D"), ("2027-03-03", "D"), worked=worked)
    assert [e["SUMMARY"] for e in events(calendar_text(problem, made, "p1"))] == ["A"]


def test_a_duty_that_an_absence_covers_is_not_told() -> None:
    problem = ward("2027-03-01")
    overlay = {"person": "p1", "date": "2027-03-02", "code": "sick", "shift": "D"}
    made = roster(problem, ("2027-03-02", "D"), ("2027-03-03", "D"), overlays=[overlay])
    found = events(calendar_text(problem, made, "p1"))
    assert [e["SUMMARY"] for e in found] == ["Fravær", "D"]


def test_a_later_version_moves_the_same_events() -> None:
    problem = ward("2027-03-01")
    old = events(calendar_text(problem, roster(problem, ("2027-03-02", "D")), "p1"))
    made = roster(problem, ("2027-03-02", "A"), ("2027-03-03", "D"))
    new = events(calendar_text(problem, made, "p1", dt.date(2027, 3, 2)))
    assert new[0]["UID"] == old[0]["UID"]
    assert new[1]["UID"] != old[0]["UID"]
    assert int(new[0]["SEQUENCE"]) == int(old[0]["SEQUENCE"]) + 1
    assert new[0]["DTSTAMP"] == "20270302T000000Z"


def test_two_duties_of_a_day_and_two_people_have_identities_of_their_own() -> None:
    problem = ward("2027-03-01")
    made = roster(problem, ("2027-03-02", "N"), ("2027-03-02", "D"))
    both = events(calendar_text(problem, made, "p1"))
    assert [e["SUMMARY"] for e in both] == ["D", "N"]
    other = made.model_copy(
        update={
            "assignments": tuple(a.model_copy(update={"person": "p2"}) for a in made.assignments)
        }
    )
    uids = {e["UID"] for e in [*both, *events(calendar_text(problem, other, "p2"))]}
    assert len(uids) == 4


def test_long_names_with_every_odd_sign_come_back() -> None:
    name = "Sengepost 3; øst, «blå»\\gang\nbygg 2 " + "æøå" * 40
    problem = ward("2027-03-01", units=[{"id": "post3", "name": name}])
    (day,) = events(calendar_text(problem, roster(problem, ("2027-03-02", "D")), "p1"))
    back = day["LOCATION"].replace("\\\\", "\0").replace("\\n", "\n")
    assert back.replace("\\;", ";").replace("\\,", ",").replace("\0", "\\") == name


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_text_is_folded_without_loss(text: str) -> None:
    line = escaped(text)
    assert "\n" not in line
    pieces = folding(line).split("\r\n")
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert "\r\n".join(pieces).replace("\r\n ", "") == line


def test_an_unknown_person_a_strange_shift_and_a_base_roster_are_refused() -> None:
    problem = ward("2027-03-01")
    with pytest.raises(BadInput, match="unknown person 'p9'"):
        calendar_text(problem, roster(problem), "p9")
    with pytest.raises(BadInput, match="unknown shift 'X'"):
        calendar_text(problem, roster(problem, ("2027-03-02", "X")), "p1")
    base = problem_from_data(cyclic())
    with pytest.raises(BadInput, match="a base roster"):
        calendar_text(base, roster(base), "p1")


def test_file_names_are_safe_and_differ(tmp_path: Path) -> None:
    ids = ["101", "../x", "a b", "a/b", "CON", "P1", "p1", "ø" * 60, "."]
    people = [{"id": i, "name": "Kari", "home_unit": "post3"} for i in ids]
    problem = ward("2027-03-01", people=people)
    names = calendar_names(problem)
    assert list(names) == ids
    assert (names["101"], names["P1"]) == ("101.ics", "P1.ics")
    assert len(names["p1"]) == len("0123456789ab.ics")
    assert len({name.casefold() for name in names.values()}) == len(ids)
    assert all(
        set(name) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.")
        and not name.startswith(".")
        and name.count(".") == 1
        and name.casefold() != "con.ics"
        for name in names.values()
    )


def test_a_file_name_never_tells_a_name() -> None:
    ids = ["n07", "1024", "kari-nordmann", "karinordmann", "KN", "P12", "karinordmann99"]
    people = [{"id": i, "name": "Kari", "home_unit": "post3"} for i in ids]
    names = calendar_names(ward("2027-03-01", people=people))
    assert (names["n07"], names["1024"], names["P12"]) == ("n07.ics", "1024.ics", "P12.ics")
    hashed = [names[i] for i in ("kari-nordmann", "karinordmann", "KN", "karinordmann99")]
    assert all(set(name.removesuffix(".ics")) <= set("0123456789abcdef") for name in hashed)
    assert len({*hashed}) == 4


def test_the_file_holds_the_text(tmp_path: Path) -> None:
    problem = ward("2027-03-01")
    made = roster(problem, ("2027-03-02", "D"))
    write_calendar(problem, made, "p1", tmp_path / "p1.ics")
    assert (tmp_path / "p1.ics").read_bytes().decode() == calendar_text(problem, made, "p1")
