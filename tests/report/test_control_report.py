"""The figures of a control report, reckoned by hand for two people and two weeks."""

import pytest

from rostering.check import check
from rostering.domain.canonical import content_hash
from rostering.domain.roster import DayCode, Overlay, Roster
from rostering.errors import BadInput
from rostering.report import ControlReport, control_report
from rostering.report.marks import Mark
from rostering.report.model import PersonEntry
from tests.report.two_people import START, day, problem, roster


@pytest.fixture(scope="module")
def report() -> ControlReport:
    return control_report(problem(), roster())


@pytest.fixture(scope="module")
def kari(report: ControlReport) -> PersonEntry:
    return report.people[0]


@pytest.fixture(scope="module")
def per(report: ControlReport) -> PersonEntry:
    return report.people[1]


def test_it_names_unit_period_and_what_was_judged(report: ControlReport) -> None:
    assert report.units == ("Post 1",)
    assert (report.first, report.last, report.days) == (START, day(13), 14)
    assert report.problem_hash == content_hash(problem())
    assert report.roster_hash == content_hash(roster())
    assert [book.id for book in report.rulebooks] == ["no_aml", "no_local"]
    assert report.same_ward


def test_a_roster_of_another_ward_is_told() -> None:
    assert not control_report(problem(), roster(problem_hash="sha256:0")).same_ward


def test_hours_are_planned_and_credited_against_owed(kari: PersonEntry, per: PersonEntry) -> None:
    # Kari: 7 shifts of 7.5 h and 2 nights of 8 h = 68.5 h; the sick day shift is 7.5 h; owed 70 h
    hours = kari.hours
    assert (hours.planned, hours.credited, hours.owed) == (4110, 450, 4200)
    assert hours.difference == 360
    # Per: an evening and a day = 15 h, five days of 3.5 h vacation, owed 35 h; 7.5 h extra time
    hours = per.hours
    assert (hours.planned, hours.credited, hours.owed) == (900, 1050, 2100)
    assert (hours.difference, hours.extra, hours.overtime) == (-150, 450, 0)


def test_accounts_open_and_close(kari: PersonEntry, per: PersonEntry) -> None:
    closing = {line.account: (line.opening, line.closing) for line in kari.accounts}
    assert closing["hours"] == (60, 420)
    assert closing["vacation"] == (0, 0)
    accounts = {line.account: line for line in per.accounts}
    assert accounts["hours"].closing == -150
    assert accounts["extra_time"].closing == 450
    # Monday to Friday, and the free Saturday behind it
    assert (accounts["vacation"].closing, accounts["vacation"].days_used) == (-1050, 6)


def test_days_off_are_counted_by_their_codes(kari: PersonEntry, per: PersonEntry) -> None:
    assert kari.day_codes == {Mark.F1: 2, Mark.F2: 2, Mark.ABSENCE: 1}
    assert per.day_codes == {Mark.F1: 2, Mark.F2: 2, Mark.VACATION: 5}


def test_cells_tell_shifts_codes_and_covered_shifts(kari: PersonEntry) -> None:
    assert kari.cells[0].shifts == ("D",)
    assert (kari.cells[6].code, kari.cells[11].code) == (Mark.F1, Mark.F1)
    assert (kari.cells[7].code, kari.cells[7].covers) == (Mark.ABSENCE, "D")


def test_red_days_are_worked_when_a_duty_touches_their_hours(
    kari: PersonEntry, per: PersonEntry
) -> None:
    # the night from the 24th reaches into Maundy Thursday; Saturday's day shift ends at 15:00
    assert [(red.date.day, red.worked) for red in kari.red] == [
        (21, False), (25, True), (26, False), (28, True),
    ]  # fmt: skip
    assert [red.date.day for red in per.red if red.worked] == [25]
    assert kari.red[1].name == "Skjærtorsdag"


def test_burdens_are_counted(kari: PersonEntry, per: PersonEntry) -> None:
    found = kari.burden
    assert (found.weekends_worked, found.weekends) == (1, 2)
    assert (found.red_worked, found.red_off) == (2, 2)
    assert (found.nights, found.evenings) == (2, 1)
    assert found.quick_returns == 1  # Wednesday evening 22:30 to Thursday 07:30
    assert found.longest_run == 5
    assert (per.burden.longest_run, per.burden.weekends_worked) == (2, 0)


def test_every_breach_bears_paragraph_link_and_dates_in_order(report: ControlReport) -> None:
    assert [(b.rule, b.first, b.hard) for b in report.breaches] == [
        ("daily_rest", day(2), True),
        ("coverage", day(7), True),
        ("coverage", day(11), True),
    ]
    rest = report.breaches[0]
    assert (rest.person, rest.last, rest.missing) == ("kari", day(3), 120)
    assert rest.paragraph == "AML § 10-8 (1), (3)"
    assert all(b.link.startswith("https://lovdata.no/") for b in report.breaches)
    assert (report.lawful, report.hard, report.other) == (False, 3, 0)


def test_its_breaches_are_those_of_the_check(report: ControlReport) -> None:
    assert report.breaches == check(problem(), roster(), "nb")


def test_staffing_tells_need_and_have_by_date(report: ControlReport) -> None:
    (row,) = report.staffing
    assert [(d.date.day, d.have, d.minimum, d.target) for d in row.days] == [
        (15, 1, 1, 2), (19, 1, 1, 2), (22, 0, 1, 2), (26, 0, 1, 2),
    ]  # fmt: skip
    assert (row.under_minimum, row.under_target, row.over_maximum) == (2, 4, 0)


def test_a_curve_row_is_told_by_its_worst_moment() -> None:
    curve = [
        {"start": "08:00", "end": "10:00", "target": 1},
        {"start": "10:00", "end": "12:00", "minimum": 2, "target": 3},
    ]
    row = {"id": "k", "units": ["post"], "curve": curve, "only_dates": [START]}
    (found,) = control_report(problem(demand=[row]), roster()).staffing
    assert [(d.have, d.minimum, d.target) for d in found.days] == [(1, 2, 3)]
    assert found.name == "k"


def test_marks_of_the_roster_are_used_and_judged() -> None:
    marks = [Overlay(person="per", date=day(7), code=DayCode.F1)]
    found = control_report(problem(), roster(overlays=marks))
    assert found.codes == "written"
    assert found.people[1].day_codes == {Mark.F1: 1, Mark.VACATION: 5}
    told = [b for b in found.breaches if b.rule == "day_codes"]
    assert [(b.person, b.first) for b in told] == [
        ("kari", day(0)), ("per", day(0)), ("kari", day(7)), ("per", day(7)),
    ]  # fmt: skip
    assert not any(b.hard for b in told)
    assert found.other == 4
    weekless = told[0]
    assert (weekless.paragraph, weekless.last) == ("AML § 10-8 (2), (3)", day(6))
    assert "A" in told[3].text
    assert found.breaches[-4:] == tuple(told)


def test_a_rest_that_an_agreement_shortens_is_a_warning_with_what_is_short() -> None:
    # Friday evening until 22:30, Sunday from 07:30: 33 hours
    lines = [
        *({"person": "kari", "date": day(n), "shift": "A", "unit": "post"} for n in range(5)),
        {"person": "kari", "date": day(6), "shift": "D", "unit": "post"},
    ]
    agreed = [{"id": "a", "level": "L2", "rules": ["weekly_rest"]}]
    found = control_report(problem(agreements=agreed), roster(assignments=lines))
    assert [(w.person, w.first, w.last, w.missing) for w in found.warnings] == [
        ("kari", day(0), day(6), 120)
    ]
    assert found.warnings[0].paragraph == "AML § 10-8 (2), (3)"
    assert "33 t" in found.warnings[0].text
    without = control_report(problem(), roster(assignments=lines))
    assert without.warnings == ()
    assert "weekly_rest" in {b.rule for b in without.breaches}


def test_agreements_are_listed_with_people_by_name_and_their_end_is_a_notice() -> None:
    agreed = [
        {
            "id": "turnus", "level": "L2", "rules": ["daily_rest"], "persons": ["kari"],
            "document": "Protokoll 1", "parties": "Leder, NSF", "last": day(8),
        }
    ]  # fmt: skip
    found = control_report(problem(agreements=agreed), roster())
    (held,) = found.agreements
    assert (held.persons, held.document, held.last) == (("Kari",), "Protokoll 1", day(8))
    assert [notice.date for notice in found.notices] == [day(8)]
    assert "daily_rest" not in {b.rule for b in found.breaches}


def test_rules_that_did_not_judge_are_named_with_the_reason(report: ControlReport) -> None:
    notes = {note.rule: (note.state, note.reason) for note in report.rules}
    assert notes["runs"] == ("off", "apart")
    assert "daily_rest" not in notes
    priced = problem(rules={"runs": {"mode": "priced", "price": 7}})
    told = {note.rule: note for note in control_report(priced, roster()).rules}
    assert told["runs"].state == "priced"
    assert "7" in told["runs"].reason


def test_lines_of_the_base_roster_without_holders_are_unfilled() -> None:
    lines = [
        {"id": "1", "unit": "post", "percent": 100, "holders": [{"person": "kari"}]},
        {"id": "2", "unit": "post", "percent": 75.5},
    ]
    found = control_report(problem(base_lines=lines), roster())
    assert [(line.line, line.percent) for line in found.unfilled] == [("2", 75.5)]


def test_it_says_what_is_measured_and_what_is_assumed(report: ControlReport) -> None:
    kinds = [told.kind for told in report.statements]
    assert kinds.count("measured") == kinds.count("simulated") == 1
    computed = " ".join(told.text for told in report.statements)
    written = roster(overlays=[Overlay(person="per", date=day(13), code=DayCode.F1)])
    own = " ".join(told.text for told in control_report(problem(), written).statements)
    assert "F1 og F2 er lagt av systemet" in computed
    assert "F1 og F2 er lagt av systemet" not in own
    assert "Ukentlig hvile (AML § 10-8 (2), (3))" in computed  # marked as not verified


def test_people_stand_in_the_wards_order_and_bear_no_score(report: ControlReport) -> None:
    assert [person.name for person in report.people] == ["Kari", "Per"]
    assert not {"score", "points", "rank"} & set(PersonEntry.model_fields)


def test_what_was_worked_is_what_is_reported() -> None:
    worked = [{"person": "kari", "date": day(0), "shift": None}]
    found = control_report(problem(), roster(worked=worked))
    assert found.people[0].hours.planned == 4110 - 450
    assert found.people[0].cells[0].shifts == ()


def test_a_base_roster_has_weeks_of_its_own() -> None:
    cyclic = problem(
        horizon={"start": START, "days": 14, "kind": "cyclic"}, absences=[], accounts=[]
    )
    found = control_report(cyclic, roster())
    assert found.cyclic
    assert {entry.week for entry in found.calendar} == {1, 2}
    assert not any(entry.holiday for entry in found.calendar)


def test_a_roster_of_other_people_is_refused() -> None:
    stray = [{"person": "ola", "date": START, "shift": "D", "unit": "post"}]
    with pytest.raises(BadInput, match="unknown person 'ola'"):
        control_report(problem(), roster(assignments=stray))


def strays(*people: str) -> Roster:
    duties = [
        {"person": person, "date": day(40 + n), "shift": f"X{n}", "unit": "elsewhere"}
        for n, person in enumerate(people)
    ]
    return roster(assignments=duties)


def test_a_roster_of_another_ward_gives_one_fault_and_not_one_a_name() -> None:
    with pytest.raises(BadInput) as caught:
        check(problem(), strays("kari", "ola", "eva", "kari", "ola"))
    (fault,) = caught.value.faults
    assert fault.found == "unknown person 'ola' and 1 more of 3 people"
    assert fault.where == "assignments[1].person"
    assert fault.maybe == "the roster belongs to another ward"


def test_a_roster_of_which_half_the_people_are_known_has_each_fault_told() -> None:
    with pytest.raises(BadInput) as caught:
        check(problem(), strays("kari", "ola"))
    found = [fault.found for fault in caught.value.faults]
    assert "unknown person 'ola'" in found
    assert len(found) == 6  # a person, two shifts, a unit, two dates


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_language_tells_the_same_figures(language: str, report: ControlReport) -> None:
    told = control_report(problem(), roster(), language)  # type: ignore[arg-type]
    assert told.people == report.people
    assert [b.first for b in told.breaches] == [b.first for b in report.breaches]
    sentences = [*(s.text for s in told.statements), *(b.text for b in told.breaches)]
    assert not [text for text in sentences if "{" in text or "None" in text]


def test_the_same_roster_gives_the_same_report(report: ControlReport) -> None:
    again = control_report(problem(), roster())
    assert again.model_dump_json() == report.model_dump_json()
