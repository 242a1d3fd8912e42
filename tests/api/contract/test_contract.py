"""The OpenAPI document is kept: every route, every role, generated requests, both databases.

No answer is a 5xx, and each has a status, a content type and a shape that the document names.
``TURNUS_CONTRACT_EXAMPLES`` is how many requests of a kind each route gets.
"""

from __future__ import annotations

import json
import os
from functools import lru_cache
from random import Random
from typing import Any

import pytest
from fastapi.routing import APIRoute
from httpx2 import InvalidURL
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode, openapi, serializer
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from api.errors import Refusal
from api.policy.table import OPEN, POLICY
from api.units.routes import WORKBOOK
from tests.api.contract.asking import Asking
from tests.api.contract.lived import Lived
from tests.api.test_policy import action_of, routes
from tests.api.world import ROLES
from tools.openapi import document as written

ASKED = os.environ.get("TURNUS_CONTRACT_EXAMPLES")
EXAMPLES = int(ASKED or 4)
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
ENDING = frozenset(
    {
        "DELETE /api/session",
        "PUT /api/session/password",
        "POST /api/erasures",
        "PUT /api/accounts/{account_id}",
    }
)
SLOW = frozenset(  # passwords are slow to hash, whole wards slow to make up
    {
        "POST /api/session",
        "PUT /api/session/password",
        "POST /api/accounts",
        "PUT /api/accounts/{account_id}",
        "PUT /api/units/{unit}/ward",
        "PUT /api/units/{unit}/ward/people",
        "PUT /api/units/{unit}/ward/demand",
        "POST /api/periods/{period}/repairs",
        "POST /api/periods/{period}/stand-ins",
        "POST /api/periods/{period}/offers",
    }
)
ROUTES: dict[str, APIRoute] = {
    f"{method} {path}": route for method, path, route in routes() if route.include_in_schema
}
EASY = settings(
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@lru_cache(maxsize=1)
def document() -> BaseSchema:
    serializer(WORKBOOK)(_file)
    return openapi.from_dict(json.loads(written()))


def _file(_: object, value: object) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()


def fitting(label: str) -> list[str]:
    """Return who may ask for something."""
    action = action_of(ROUTES[label])
    if action in OPEN:
        return ["nobody"]
    return [name for name, role in ROLES.items() if role in POLICY[action]]


@pytest.mark.parametrize("label", sorted(ROUTES))
def test_every_answer_is_as_documented(
    label: str, lived: Lived, request: pytest.FixtureRequest
) -> None:
    if label in ENDING:
        lived = request.getfixturevalue("apart")
    method, _, path = label.partition(" ")
    operation = document()[path][method]
    found: list[str] = []
    everybody = [*ROLES, "nobody"]
    kind = lived.world.database.engine.dialect.name
    most = 1 + EXAMPLES // 4 if label in SLOW else EXAMPLES

    @settings(EASY, max_examples=most)
    @given(operation.as_strategy(GenerationMode.POSITIVE), st.integers(0, 2**32))
    def well_formed(case: Case, number: int) -> None:
        random = Random(number)
        who = random.choice(fitting(label) if random.random() < 0.8 else everybody)
        asking = Asking(lived, random)
        asking.place(case)
        asking.season(case)
        found.extend(_judged(asking, case, who, []))

    @settings(EASY, max_examples=most)
    @given(operation.as_strategy(GenerationMode.NEGATIVE), st.integers(0, 2**32))
    def malformed(case: Case, number: int) -> None:
        random = Random(number)
        asking = Asking(lived, random)
        found.extend(_judged(asking, case, fitting(label)[0], [negative_data_rejection]))

    well_formed()
    if (operation.body or operation.query) and (ASKED or kind == "sqlite"):
        malformed()  # what is malformed is mostly refused before the database is asked
    assert found == []


def _judged(asking: Asking, case: Case, who: str, more: list[Any]) -> list[str]:
    """Send a case and return what is wrong with its answer."""
    told = f"{case.method} {case.formatted_path} {case.query or ''} as {who}: {case.body!r:.600}"
    try:
        answer = asking.send(case, who)
    except InvalidURL:  # longer than any client sends
        return []
    try:
        case.validate_response(answer, checks=[*CHECKS, *more])
    except FailureGroup as group:
        return [f"{told}\n{answer.status_code} {one}" for one in group.exceptions]
    except Failure as one:
        return [f"{told}\n{answer.status_code} {one}"]
    if answer.status_code >= 400:
        Refusal.model_validate_json(answer.content)
    return []
