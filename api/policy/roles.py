"""Roles, and who asks: an account with what it is granted where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody is in a unit, or everywhere."""

    EMPLOYEE = "employee"
    MANAGER = "manager"
    REPRESENTATIVE = "representative"
    HR = "hr"
    ADMINISTRATOR = "administrator"


EVERYWHERE = frozenset({Role.HR, Role.ADMINISTRATOR})
"""Roles that are granted without a unit."""


@dataclass(frozen=True, slots=True)
class Held:
    """A role in a unit (None: everywhere), and who the account is in the unit's ward."""

    role: Role
    unit: str | None
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks; ``account`` is None for somebody who has not come in."""

    account: str | None
    name: str = ""
    language: str = "nb"
    held: tuple[Held, ...] = ()
    session: str = ""

    def roles(self, unit: str | None) -> frozenset[Role]:
        """Return the roles in a unit, those that are held everywhere among them."""
        return frozenset(held.role for held in self.held if held.unit in {None, unit})

    def person(self, unit: str) -> str | None:
        """Return who the caller is in a unit's ward, None for nobody."""
        mine = (h.person for h in self.held if h.unit == unit and h.role is Role.EMPLOYEE)
        return next(mine, None)

    @property
    def units(self) -> frozenset[str]:
        """Units in which any role is held."""
        return frozenset(held.unit for held in self.held if held.unit is not None)


NOBODY = Caller(None)
