"""A value in force and who has set it: law, agreement, local default or the unit itself."""

from __future__ import annotations

from dataclasses import dataclass

from rostering.domain.problem import Agreement, AgreementLevel
from rostering.rulebooks.book import Authority, Provision, Rulebook, Who
from rostering.rules.base import Sense, Value


@dataclass(frozen=True, slots=True)
class Source:
    """One value of a rule on a day, and where it comes from.

    Parameters
    ----------
    name, unit, sense
        The value's name, what it counts, and which way it is stricter.
    value
        The value in force; None when nothing is limited.
    provision, book
        The provision that gives the value or, where an agreement has set it, that the agreement
        departs from; None for the unit's own value and for one that nobody has set.
    level, agreement
        The level at which the provision is taken, and the agreement that opens it, if any.
    own
        Whether the unit's own setting decided.
    """

    name: str
    unit: str
    sense: Sense
    value: Value
    provision: Provision | None = None
    book: Rulebook | None = None
    level: AgreementLevel | None = None
    agreement: Agreement | None = None
    own: bool = False

    @property
    def minor(self) -> bool:
        """Whether the value holds because the person is under 18."""
        return self.provision is not None and self.provision.who is Who.MINOR

    @property
    def local(self) -> bool:
        """Whether the value is a local default."""
        return self.book is not None and self.book.authority is Authority.LOCAL

    @property
    def nobody(self) -> bool:
        """Whether nobody has set the value: what stands here is the rule's own default."""
        return self.provision is None and not self.own
