"""Nobody but a unit's managers learns why people are away, what they are exempt from or wish."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from api.periods.tables import Period
from api.rosters.drafts import keep_problem
from api.rosters.succession import add_publication
from api.rosters.tables import Source
from api.units.documents import packed
from rostering.domain.roster import DayCode, Overlay
from rostering.domain.wishes import AbsenceKind
from rostering.writers.ward_book.words import ABSENCE_KIND
from tests.api import published
from tests.api.samples import facts_of
from tests.api.test_policy import routes
from tests.api.world import World, ok

OTHERS = ("colleague", "representative", "hr", "other manager")
KINDS = {kind.value for kind in AbsenceKind}
AWAY, EXEMPT = "t03", "t04"


def put(here: World, section: str, given: object) -> None:
    manager, address = here.client("manager"), f"/api/units/{here.unit}/ward/{section}"
    tag = {"If-Match": manager.get(address).headers["ETag"]}
    ok(manager.put(address, json=given, headers=tag))


@pytest.fixture
def facts(here: World) -> dict[str, Any]:
    """A unit in which one person is away for every reason there is, and another is exempt."""
    found, start = facts_of(here), here.problem.horizon.start
    days = [str(start + dt.timedelta(days=number)) for number in range(len(KINDS))]
    away = [
        {"person": AWAY, "kind": kind, "first": day, "last": day}
        for kind, day in zip(AbsenceKind, days, strict=True)
    ]
    later = {"person": "t05", "kind": "sick", "first": str(start + dt.timedelta(weeks=30))}
    people = here.client("manager").get(f"/api/units/{here.unit}/ward/people").json()
    for one in people:
        if one["id"] == EXEMPT:
            one["exemptions"] = [{"kinds": ["evening"]}]
    put(here, "people", people)
    put(here, "absences", [*away, later])
    call = {"person": EXEMPT, "kind": "do_not_call", "first": days[0], "last": days[-1]}
    put(here, "call_choices", [call])
    wished = published.planned(here, "Vist")
    wish = {"kind": "avoid", "strength": 3}
    here.stage(wished, "wishing")
    ok(here.client("colleague").put(f"/api/periods/{wished}/wishes/mine/{days[1]}", json=wish))
    cells = [(AWAY, 0, "D"), (AWAY, 2, "D"), (EXEMPT, 1, "A"), ("t02", 1, "D")]
    here.stage(wished, "drafting")
    published.show(here, wished, cells)
    held = published.planned(here, "Holder", weeks=2)
    publish_with_codes(here, held)
    drafts = ok(here.client("manager").get(f"/api/periods/{wished}/drafts"))
    return found | {"draft": drafts[0]["id"], "periods": [wished, held]}


def publish_with_codes(here: World, period: str) -> None:
    """Publish a roster with a code of every kind in it."""
    with here.database.writing() as session:
        row = session.get_one(Period, period)
        problem = published.composed(session, row)
        codes = [
            Overlay(person=AWAY, date=row.start + dt.timedelta(days=number), code=code)
            for number, code in enumerate(DayCode)
        ]
        made = published.roster(problem, [("t02", 0, "D")])
        made = made.model_copy(update={"overlays": tuple(codes)})
        kept = keep_problem(session, problem)
        add_publication(
            session,
            row,
            draft="none",
            problem_hash=kept,
            roster=packed(made),
            takes_effect=row.start,
            source=Source.DRAFT,
            reason="",
            by=None,
        )
        row.stage = "published"


def telling(answer: Any, key: str = "") -> Iterator[str]:  # noqa: ANN401 - any JSON
    """Yield what in an answer tells why somebody is away, is exempt, or what somebody wishes."""
    if isinstance(answer, dict):
        yield from telling_values(answer)
        for name, held in answer.items():
            if name not in {"rule", "term"}:
                yield from telling(held, name)
    elif isinstance(answer, list):
        for one in answer:
            yield from telling(one, key)
    elif isinstance(answer, str):
        spoken = key == "text" and any(word in answer.lower() for word in ("fravær", "unntak"))
        if spoken or answer in KINDS | {"do_not_call", "volunteer"}:
            yield f"{key}: {answer}"


def telling_values(answer: dict[str, Any]) -> Iterator[str]:
    for name in ("exemptions", "wishes"):
        if isinstance(answer.get(name), list | dict) and answer[name]:
            yield f"{name}: {answer[name]}"
    yield from (f"cause: {one}" for one in answer.get("causes", ()) if one["person"])


def answers(here: World, facts: dict[str, Any], who: str) -> Iterator[tuple[str, Any]]:
    """Yield what somebody is answered by each route that reads."""
    for method, path, _ in routes():
        if method != "GET" or path in {"/api/ward-schema"}:
            continue
        for period in facts["periods"]:
            answer = here.client(who).get(path.format(**{**facts, "period": period}))
            told = answer.headers.get("content-type", "")
            if answer.status_code == 200 and told.startswith("application/json"):
                yield path, answer.json()


def test_why_somebody_is_away_is_for_managers_alone(here: World, facts: dict[str, Any]) -> None:
    seen = {path for path, answer in answers(here, facts, "manager") if any(telling(answer))}
    must = {"ward/absences", "ward/people", "ward/call_choices", "publications/{number}/roster"}
    must |= {"/api/drafts/{draft}", "/api/periods/{period}/preview"}
    assert all(any(path.endswith(end) for path in seen) for end in must), seen
    for who in OTHERS:
        found = {
            f"{path}: {word}"
            for path, answer in answers(here, facts, who)
            for word in telling(answer)
        }
        own = {one for one in found if who == "colleague" and "/mine" in one}
        assert found - own == set(), who


def test_others_are_told_that_somebody_is_away(here: World, facts: dict[str, Any]) -> None:
    start, address = here.problem.horizon.start, f"/api/units/{here.unit}/ward/absences"
    last = str(start + dt.timedelta(days=len(KINDS) - 1))
    for who in ("representative", "hr"):
        told = [one for one in ok(here.client(who).get(address)) if one["person"] == AWAY]
        assert told == [{"person": AWAY, "first": str(start), "last": last, "kind": "away"}]
    grid = ok(here.client("colleague").get(f"/api/periods/{facts['periods'][0]}/preview"))
    (row,) = (one for one in grid["people"] if one["id"] == AWAY)
    assert row["codes"][str(start)] == "away"
    assert {"availability"} <= {one["rule"] for one in grid["verdict"]["breaches"]}


def test_workbooks_of_others_hold_no_kinds(here: World, facts: dict[str, Any]) -> None:
    for who in ("manager", "representative", "hr"):
        answer = here.client(who).get(f"/api/units/{here.unit}/ward/workbook")
        assert answer.status_code == 200, answer.text
        book = load_workbook(BytesIO(answer.content))
        cells = {
            str(cell)
            for sheet in ("Fravær", "Fritak", "Ekstravakter")
            for row in book[sheet].iter_rows(min_row=2, values_only=True)
            for cell in row
            if cell is not None
        }
        words = set(ABSENCE_KIND.values())
        if who == "manager":
            assert words <= cells
            assert EXEMPT in cells
        else:
            assert not words & cells
            assert "borte" in cells
            assert EXEMPT not in cells
