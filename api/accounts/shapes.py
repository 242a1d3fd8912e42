"""What is told and asked about accounts."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.accounts.secrets import LEAST, MOST
from api.policy.roles import Role

Language = Literal["nb", "nn", "en"]
Login = Annotated[
    str, StringConstraints(min_length=2, max_length=120, strip_whitespace=True, to_lower=True)
]
Name = Annotated[str, StringConstraints(min_length=1, max_length=120, strip_whitespace=True)]
Password = Annotated[
    str, Field(min_length=LEAST, max_length=MOST, examples=["four words in a row"])
]


class Asked(BaseModel):
    """Base of what is sent to us: unknown fields are refused."""

    model_config = ConfigDict(extra="forbid")


class Credentials(Asked):
    """Name and password."""

    login: Login = Field(examples=["kari"])
    password: str = Field(max_length=MOST)


class GrantShape(Asked):
    """A role; ``unit`` is empty for roles that hold everywhere, ``person`` is for employees."""

    role: Role
    unit: str | None = Field(default=None, max_length=32)
    person: str | None = Field(default=None, max_length=80)


class UnitName(BaseModel):
    """A unit by id and name."""

    id: str
    name: str


class Me(BaseModel):
    """Who is signed in; unsafe requests carry ``csrf`` in the header ``X-CSRF-Token``."""

    account: str
    login: str
    name: str
    language: Language
    csrf: str
    grants: list[GrantShape]
    units: list[UnitName]


class Preferences(Asked):
    """What somebody may set for oneself."""

    language: Language


class NewPassword(Asked):
    """A change of password."""

    old: str = Field(max_length=MOST)
    new: Password


class AccountShape(BaseModel):
    """An account as an administrator sees it."""

    id: str
    login: str
    name: str
    language: Language
    active: bool
    local: bool = Field(description="Whether it has a password here.")
    grants: list[GrantShape]
    revision: int


class NewAccount(Asked):
    """An account to be made; without a password only the identity provider lets it in."""

    login: Login
    name: Name
    language: Language = "nb"
    password: Password | None = None
    subject: str | None = Field(default=None, max_length=200)
    grants: list[GrantShape] = Field(default_factory=list, max_length=100)


class AccountChange(Asked):
    """A whole new state of an account; a password is set anew when one is given."""

    name: Name
    language: Language
    active: bool
    grants: list[GrantShape] = Field(max_length=100)
    password: Password | None = None
