"""Swaps that somebody has asked for, and until when a unit lets them ask."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from api.db.base import Code, Document, Id, Key, Moment, Short, Table, Words, now
from rostering.domain.roster import Assignment


class SwapState(StrEnum):
    """Where a request stands; ``asked`` and ``agreed`` are open, all others have ended."""

    ASKED = "asked"
    AGREED = "agreed"
    APPROVED = "approved"
    REFUSED = "refused"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    VOID = "void"


OPEN = frozenset({SwapState.ASKED, SwapState.AGREED})


class Answer(StrEnum):
    """What somebody who is asked has said; the one who asks has accepted by asking."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class SwapRequest(Table):
    """A swap that ``asked_by``, a person of the ward, asks for; its effects are never kept.

    ``reason`` is the manager's, ``why`` tells of one that is void whether the roster has changed
    (``outrun``) or a duty has begun; ``publication`` is the number of the roster that it made.
    """

    __tablename__ = "swap_request"

    id: Mapped[Key]
    unit_id: Mapped[Id] = mapped_column(ForeignKey("unit.id", ondelete="CASCADE"), index=True)
    period_id: Mapped[Id] = mapped_column(ForeignKey("period.id", ondelete="CASCADE"), index=True)
    asked_by: Mapped[Short]
    state: Mapped[Code] = mapped_column(default=SwapState.ASKED.value)
    why: Mapped[Code] = mapped_column(default="")
    reason: Mapped[Words] = mapped_column(default="")
    publication: Mapped[int | None]
    at: Mapped[Moment] = mapped_column(default=now)
    agreed: Mapped[Moment | None]
    ended: Mapped[Moment | None]
    ended_by: Mapped[Id | None]
    parts: Mapped[list[SwapPart]] = relationship(
        order_by="SwapPart.place", cascade="all, delete-orphan", passive_deletes=True
    )

    @property
    def is_open(self) -> bool:
        """Whether somebody may still act on it."""
        return self.state in OPEN

    @property
    def people(self) -> list[str]:
        """Those who take part."""
        return [part.person for part in self.parts]

    def part_of(self, person: str | None) -> SwapPart | None:
        """Return somebody's part, None for who has none."""
        return next((part for part in self.parts if part.person == person), None)


class SwapPart(Table):
    """One person's part: the duty that is given and the one that is taken, as they stood."""

    __tablename__ = "swap_part"
    __table_args__ = (UniqueConstraint("request_id", "person"),)

    id: Mapped[Key]
    request_id: Mapped[Id] = mapped_column(
        ForeignKey("swap_request.id", ondelete="CASCADE"), index=True
    )
    place: Mapped[int]
    person: Mapped[Short]
    gives: Mapped[Document]
    takes: Mapped[Document]
    answer: Mapped[Code] = mapped_column(default=Answer.WAITING.value)
    answered: Mapped[Moment | None]

    @property
    def given(self) -> Assignment:
        """The duty that is given."""
        return Assignment.model_validate(self.gives)

    @property
    def taken(self) -> Assignment:
        """The duty that is taken, a colleague's."""
        return Assignment.model_validate(self.takes)


class SwapRules(Table):
    """What a unit has decided: hours before a duty until which a swap of it may be asked for."""

    __tablename__ = "swap_rules"

    unit_id: Mapped[Id] = mapped_column(ForeignKey("unit.id", ondelete="CASCADE"), primary_key=True)
    hours: Mapped[int] = mapped_column(default=0)
