"""Make an account from outside the service: the first administrator comes in no other way."""

from __future__ import annotations

from pydantic import ValidationError

from api.accounts.routes import make
from api.accounts.shapes import GrantShape, NewAccount
from api.db.engine import Database
from api.errors import Conflict
from api.policy.roles import NOBODY, Role
from rostering.errors import BadInput, Fault


def make_account(
    database: Database, login: str, name: str, password: str, *, administrator: bool
) -> str:
    """Make an account; return its login.

    Raises
    ------
    BadInput
        When login or password do not do, or the login is taken.
    """
    grants = [GrantShape(role=Role.ADMINISTRATOR)] if administrator else []
    try:
        given = NewAccount(login=login, name=name, password=password, grants=grants)
    except ValidationError as error:
        raise BadInput(
            [Fault(str(one["loc"][0]), "what was given", one["msg"]) for one in error.errors()]
        ) from None
    try:
        with database.writing() as session:
            return make(session, given, NOBODY).login
    except Conflict:
        raise BadInput([Fault("login", repr(login), "a login that is not taken")]) from None
