"""A draft counts for nothing before it is approved; a delegation is personal and has an end."""

import datetime as dt
from pathlib import Path

import pytest

from rostering.domain.competence import CompetenceNeed
from rostering.errors import BadInput
from tasksharing.catalogue import draft
from tasksharing.domain.consistency import faults
from tasksharing.domain.permits import Approval
from tasksharing.domain.tasks import Route
from tasksharing.files.json_file import read_book
from tests.tasksharing.shared import UNIT, book, nursing_home, written

DAY = dt.date(2027, 2, 15)


def test_without_an_approval_nobody_is_allowed() -> None:
    assert book().allowed("transport", DAY) == ()
    assert book().allowed("kitchen", DAY) == draft().tasks[0].minimum
    assert book().allowed("kitchen", dt.date(2027, 1, 10)) == ()
    assert book().allowed("kitchen", dt.date(2028, 1, 1)) == ()


def test_an_approval_speaks_of_its_own_unit_and_may_have_its_own_minimum() -> None:
    own = Route(all_of=("servicevert",))
    here = Approval(task="care", unit=UNIT, by="x", on=DAY, minimum=(own,))
    there = Approval(task="transport", unit="other", by="x", on=DAY)
    changed = book().model_copy(update={"approvals": (here, there)})
    assert changed.allowed("care", DAY) == (own,)
    assert changed.allowed("transport", DAY) == ()
    assert [f.found for f in faults(changed, nursing_home())] == ["unknown unit 'other'"]


def test_delegations_end() -> None:
    early = book().delegates("medication_round", DAY)
    late = book().delegates("medication_round", dt.date(2027, 4, 1))
    assert early - late == {"n19"}
    assert len(late) == 7
    assert book().delegates("medication_round", dt.date(2027, 1, 10)) == frozenset()


def test_the_draft_names_everything_in_three_languages() -> None:
    known = draft()
    for one in (*known.competences, *known.groups, *known.tasks):
        assert all((one.name.nb, one.name.nn, one.name.en)), one
    named = {competence.code for competence in known.competences}
    for task in known.tasks:
        assert task.draft is not None
        assert all((task.draft.nb, task.draft.nn, task.draft.en))
        assert {code for route in task.minimum for code in route.codes} <= named
    assert {code for group in known.groups for code in group.brings} <= named


def test_a_route_is_a_need() -> None:
    assert isinstance(draft().tasks[0].minimum[0], CompetenceNeed)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"format": "helseturnus.problem", "version": 1}', "another kind of file"),
        ('{"format": "helseturnus.tasks", "version": 2}', "a newer turnus"),
        ('{"format": "helseturnus.tasks", "version": 1, "unit": "x"}', "groups"),
    ],
)
def test_another_file_is_no_task_book(text: str, told: str, tmp_path: Path) -> None:
    path = written(tmp_path, "tasks.json", text)
    with pytest.raises(BadInput, match=told):
        read_book(path, nursing_home())
