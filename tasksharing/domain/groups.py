"""Staff groups: who works in a unit, told by what they can do."""

from __future__ import annotations

from pydantic import Field

from rostering.domain.fields import Code, Id, Model
from tasksharing.domain.names import Name


class StaffGroup(Model):
    """A group of staff; ``id`` is what a ward's people carry as their ``group``.

    ``brings`` are the competences that everybody in the group has. ``health`` tells that its
    hours are hours of health-qualified staff. ``pay_as`` is the group of the wage table whose
    mean pay a new post gets.
    """

    id: Id
    name: Name
    brings: tuple[Code, ...] = Field(min_length=1)
    health: bool = False
    pay_as: str = ""
