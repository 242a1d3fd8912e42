"""Files: what is written is read the same; what is wrong is told once, with its place."""

import datetime as dt
from fractions import Fraction
from functools import lru_cache
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rostering.errors import BadInput
from rostering.readers.json_text import parse
from rostering.readers.validation import validated
from rostering.writers.json_file import json_text, write_json
from tasksharing.bridge import Bridge, bridge
from tasksharing.catalogue import draft, read_catalogue
from tasksharing.domain.permits import Delegation
from tasksharing.files.json_file import read_book
from tasksharing.log import Lists, read_delegations, read_lists
from tasksharing.optimise import read_question
from tasksharing.report.write import report_bytes
from tasksharing.scenarios import SHIPPED, Effects, Scenario, apply, read_scenario, shipped, stack
from tasksharing.scenarios.report import scenario_report
from tests.tasksharing.shared import UNIT, book, nursing_home, written
from tests.tasksharing.small import HOSTS, scenario, task, ward
from tests.tasksharing.small import book as small_book

HEAD = 'format = "helseturnus.scenario"\nversion = 1\nid = "s"\nname = { nb = "s" }\n'
STAFF = '[[changes]]\nkind = "add_staff"\ngroup = "servicevert"\nposts = [80]\n'


def told(path: Path) -> list[str]:
    with pytest.raises(BadInput) as caught:
        read_scenario(path)
    return [str(fault) for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("lines", "place", "maybe"),
    [
        (STAFF + 'shift = { code = "V", start = 07:30:00, end = "15:00" }', "start", '"07:30"'),
        (STAFF + 'shift = { code = "V", start = 07:30, end = "15:00" }', "line 9", '"07:30"'),
        (
            STAFF + 'shift = { code = "V", start = "08:00", end = "10:00", unpaid_break = 120 }',
            "shift",
            "the break was written in seconds",
        ),
        (
            STAFF + 'shift = { code = "V", start = "15:00", end = "08:00" }',
            "shift",
            "it passes midnight",
        ),
        ('load = 1.5\n[[changes]]\nkind = "drop"\ntask = "x"', "load", "90 % is 0.9"),
        ('fill = 80\n[[changes]]\nkind = "drop"\ntask = "x"', "fill", "90 % is 0.9"),
        ('fill = 0\n[[changes]]\nkind = "drop"\ntask = "x"', "fill", "90 % is 0.9"),
        ('slide = inf\n[[changes]]\nkind = "drop"\ntask = "x"', "slide", "leave it out"),
        ('[[changes]]\nkind = "drop"\ntask = "x"\nshare = 25', "changes[0]", "50 % is 0.5"),
        ('[[changes]]\nkind = "vacate"\npeople = ["a", "a"]', "people", "a line was copied"),
        (
            '[[changes]]\nkind = "train"\npeople = ["a"]\nhours = 1\nlast = 2027-01-01T08:00:00',
            "last",
            "2027-01-01",
        ),
    ],
)
def test_each_slip_in_a_scenario_is_one_fault(
    lines: str, place: str, maybe: str, tmp_path: Path
) -> None:
    (fault,) = told(written(tmp_path, "s.toml", HEAD + lines))
    where, _, guess = fault.partition("Maybe ")
    assert where.startswith("s.toml, ")
    assert place in where.partition(": found")[0]
    assert maybe in guess


def test_limits_hold_for_questions_too(tmp_path: Path) -> None:
    lines = 'format = "helseturnus.task_question"\nversion = 1\nfill = 8\nload = 9'
    with pytest.raises(BadInput) as caught:
        read_question(written(tmp_path, "q.toml", lines))
    assert [fault.where for fault in caught.value.faults] == ["q.toml, fill", "q.toml, load"]


def delegations(folder: Path, *rows: str, people: Any = None) -> tuple[Delegation, ...]:  # noqa: ANN401
    heads = "Person;Oppgave;Gjelder til;Signert av;Signert dato"
    path = written(folder, "d.csv", heads, *rows)
    return read_delegations(path, draft().tasks, people or nursing_home(), UNIT)


def test_ids_may_have_capitals(tmp_path: Path) -> None:
    home = nursing_home()
    first, second, *rest = home.people
    known = (
        first.model_copy(update={"id": "N-Ab"}),
        second.model_copy(update={"id": "n-ab"}),
        *rest,
    )
    problem = home.model_copy(update={"people": known})
    rest_of = "medication_round;2027-12-31;Leder;2027-01-01"
    rows = (f"N-Ab;{rest_of}", f"n-ab;{rest_of}", f"N12;{rest_of}")
    found = delegations(tmp_path, *rows, people=problem)
    assert [one.person for one in found] == ["N-Ab", "n-ab", "n12"]
    with pytest.raises(BadInput, match="which 2 people are called"):
        delegations(tmp_path, f"N-AB;{rest_of}", people=problem)


def test_a_long_signer_is_one_fault_of_its_cell(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        delegations(tmp_path, f"n12;medication_round;2027-12-31;{'x' * 121};2027-01-01")
    (fault,) = caught.value.faults
    assert fault.where == "d.csv, line 2, column 4 (Signert av)"
    assert (fault.found, fault.needed) == ("a text of 121 characters", "at most 120 characters")
    approvals = written(
        tmp_path,
        "a.csv",
        "Oppgave;Godkjent av;Godkjent dato",
        f"kitchen;{'x' * 121};2027-01-01",
    )
    log = written(
        tmp_path,
        "log.csv",
        "Oppgave;Gruppe;Dato;Klokkeslett;Minutter",
        "kitchen;assistent;2027-01-18;08:00;15",
    )
    with pytest.raises(BadInput) as caught:
        read_lists(Lists(log, approvals), draft(), nursing_home(), UNIT)
    assert [one.where for one in caught.value.faults] == ["a.csv, line 2, column 2 (Godkjent av)"]


def test_misspelt_competences_are_faults_with_the_nearest_name(tmp_path: Path) -> None:
    train = {"kind": "train", "people": ["n16"], "hours": 4, "last": "2027-12-31"}
    asked = scenario(train | {"gives": ["medikamnt", "stell"]}, train | {"gives": ["kveldsvakt"]})
    with pytest.raises(BadInput) as caught:
        apply(nursing_home(), book(), asked)
    first, second = map(str, caught.value.faults)
    assert "changes[0].gives: found unknown competence 'medikamnt'" in first
    assert "Maybe 'medikament' is meant" in first
    assert "'kveldsvakt'" in second
    known = draft()
    wrong = [
        known.tasks[0].model_copy(
            update={"minimum": (known.tasks[0].minimum[0].model_copy(update={"all_of": (code,)}),)}
        )
        for code in ("sykepleier", "sykepleir")
    ]
    log = written(
        tmp_path,
        "log.csv",
        "Oppgave;Gruppe;Dato;Klokkeslett;Minutter",
        "kitchen;assistent;2027-01-18;08:00;15",
    )
    for listed in ((), known.competences):
        for task_, faults in zip(wrong, (0, 1), strict=True):
            own = known.model_copy(
                update={"tasks": (task_, *known.tasks[1:]), "competences": listed}
            )
            if not faults:
                assert read_lists(Lists(log), own, nursing_home(), UNIT).task("kitchen")
                continue
            with pytest.raises(BadInput, match="Maybe 'sykepleier' is meant"):
                read_lists(Lists(log), own, nursing_home(), UNIT)


@lru_cache
def _stacked(names: tuple[str, ...]) -> Effects | tuple[Any, ...]:
    try:
        return apply(nursing_home(), book(), stack([shipped(name) for name in names])).effects
    except BadInput as error:
        return error.faults


stacks = st.sampled_from(
    [order for number in range(2, len(SHIPPED) + 1) for order in permutations(SHIPPED, number)]
)


@settings(max_examples=4, deadline=None)
@given(names=stacks)
def test_stacks_of_shipped_scenarios_apply_or_say_why_not(names: tuple[str, ...]) -> None:
    found = _stacked(names)
    if isinstance(found, Effects):
        assert all(one.before == one.after + one.removed for one in found.balance)
    else:
        assert found
        assert all(fault.needed for fault in found)


@pytest.mark.parametrize(
    "names",
    [
        ("service_hosts", "laundry_ordering"),
        ("laundry_ordering", "service_hosts"),
        ("service_hosts", "laundry_ordering", "delegated_medication", "trondheim"),
    ],
)
def test_those_that_hire_hosts_stack(names: tuple[str, ...]) -> None:
    assert isinstance(_stacked(names), Effects)


def test_a_stack_hides_no_setting_and_has_an_id_of_its_own() -> None:
    drop = {"kind": "drop", "task": "care", "share": "0.1"}
    one = scenario(drop, id="first", fill="0.7")
    two = scenario(drop, id="second", load="0.8", demand="keep")
    both = stack([one, two])
    assert (both.fill, both.load, both.demand) == (Fraction(4, 5), Fraction(4, 5), "keep")
    assert both.differing == ("fill", "load", "demand")
    given_book = small_book(task("care", ("worker", 1, "08:00", [15])))
    done = apply(ward(), given_book, both)
    assert done.effects.differing == both.differing
    for language in ("nb", "nn", "en"):
        page = report_bytes(scenario_report(both, done, language), ".md").decode()
        assert "first: 70 %; second: 80 %" in page.replace("\N{NO-BREAK SPACE}", " ")
    three = stack([both, scenario(drop, id="third")])
    assert [part.id for part in three.stacked] == ["first", "second", "third"]
    with pytest.raises(BadInput, match="first: found 2 times"):
        stack([one, two, one])
    long = [shipped(name) for name in SHIPPED]
    assert stack(long[:3]).id != stack([long[0], long[1], long[3]]).id
    assert len(stack(long).id) <= 24


ids = st.text("abcæøå-1", min_size=1, max_size=8)
parts = st.fractions(0, 1, max_denominator=10**6)
changes = st.one_of(
    st.fixed_dictionaries({"kind": st.just("drop"), "task": ids, "share": parts}),
    st.fixed_dictionaries({"kind": st.just("move"), "tasks": st.tuples(ids), "to": ids}),
    st.fixed_dictionaries({"kind": st.just("planning"), "automation": parts, "pooling": parts}),
    st.fixed_dictionaries(
        {
            "kind": st.just("train"),
            "people": st.tuples(ids),
            "hours": st.fractions(0, 99, max_denominator=8),
            "last": st.dates(dt.date(2026, 1, 1), dt.date(2030, 1, 1)),
        }
    ),
    st.just(HOSTS),
)


@given(
    changed=st.lists(changes, min_size=1, max_size=4),
    fill=st.fractions(Fraction(1, 10**6), 1, max_denominator=10**6),
    demand=st.sampled_from(["lower", "keep"]),
)
def test_a_scenario_is_the_same_when_it_is_read_again(
    changed: list[dict[str, Any]], fill: Fraction, demand: str
) -> None:
    one = scenario(*changed, fill=fill, demand=demand)
    for made in (one, stack([one, scenario({"kind": "drop", "task": "x"}, id="other")])):
        assert validated(Scenario, parse(json_text(made).encode(), "s.json")) == made


@settings(max_examples=20, deadline=None)
@given(first=parts, second=parts, third=parts)
def test_effects_are_the_same_when_they_are_read_again(
    first: Fraction, second: Fraction, third: Fraction
) -> None:
    """However fine the shares are that follow one another."""
    drops = [{"kind": "drop", "task": "care", "share": share} for share in (first, second, third)]
    given_book = small_book(task("care", ("worker", 1, "08:00", [Fraction(7, 3)] * 3)))
    effects = apply(ward(), given_book, scenario(*drops)).effects
    assert validated(Effects, parse(json_text(effects).encode(), "e.json")) == effects


def test_books_bridges_and_shipped_scenarios_are_the_same_when_read_again(tmp_path: Path) -> None:
    write_json(book(), tmp_path / "b.json")
    assert read_book(tmp_path / "b.json", nursing_home()) == book()
    for name in SHIPPED:
        write_json(shipped(name), tmp_path / f"{name}.json")
        assert read_scenario(tmp_path / f"{name}.json") == shipped(name)
    made = bridge()
    assert validated(Bridge, parse(json_text(made).encode(), "bridge.json")) == made


def test_an_own_catalogue_in_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    lines = 'format = "helseturnus.task_catalogue"\nversion = 1\n[[groups]]\nid = "a"'
    path = written(tmp_path, "c.toml", lines, 'brings = ["a"]')
    with pytest.raises(BadInput, match=r"c.toml, groups\[0\].name"):
        read_catalogue(path)
