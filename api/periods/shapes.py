"""What is told and asked about periods."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from pydantic import Field, model_validator

from api.accounts.shapes import Asked, Name
from api.periods.tables import Period, Stage
from rostering.domain.calendar import public_holidays


class PeriodFacts(Asked):
    """A period's dates and the rules of its wish round; moments carry their zone."""

    name: Name = Field(examples=["Vår 2027"])
    start: date = Field(examples=["2027-02-15"])
    days: int = Field(ge=1, le=371, examples=[84])
    wishes_from: datetime | None = None
    wishes_to: datetime | None = None
    most_wishes: int = Field(default=12, ge=0, le=371, description="Wished days of one person.")
    most_strong: int = Field(default=3, ge=0, le=371, description="Strong wishes among them.")
    comments_to: datetime | None = None
    weights: dict[str, int] = Field(default_factory=dict, description="Goals that differ here.")

    @model_validator(mode="after")
    def _forward(self) -> PeriodFacts:
        for moment in (self.wishes_from, self.wishes_to, self.comments_to):
            if moment is not None and moment.tzinfo is None:
                raise ValueError("a moment needs its zone, such as 2027-01-10T12:00:00+01:00")
        if self.wishes_from and self.wishes_to and self.wishes_to <= self.wishes_from:
            raise ValueError("the wish round ends before it begins")
        return self


class PeriodShape(PeriodFacts):
    """A period."""

    id: str
    unit: str
    stage: Stage
    end: date
    publish_by: date = Field(description="Last day for publishing without a reason (§ 10-3).")
    wishes_open: bool
    red_days: dict[str, str] = Field(description="Public holidays by date, in Norwegian.")
    shown: str | None = Field(description="The draft in preview.")
    revision: int


class NextStage(Asked):
    """Where a period goes on to."""

    stage: Stage


NOTICE = timedelta(days=14)
"""How long before it takes effect a roster is made known (AML § 10-3)."""


def _red_days(first: date, last: date) -> dict[str, str]:
    years = range(first.year, last.year + 1)
    named = [(day, name) for year in years for day, name in public_holidays(year).items()]
    return {str(day): name for day, name in sorted(named) if first <= day <= last}


def shape(period: Period, *, wishes_open: bool) -> PeriodShape:
    """Return a period as it is told."""
    return PeriodShape(
        id=period.id,
        unit=period.unit_id,
        name=period.name,
        start=period.start,
        days=period.days,
        end=period.start + timedelta(days=period.days - 1),
        publish_by=period.start - NOTICE,
        stage=Stage(period.stage),
        wishes_from=period.wishes_from,
        wishes_to=period.wishes_to,
        wishes_open=wishes_open,
        red_days=_red_days(period.start, period.start + timedelta(days=period.days - 1)),
        most_wishes=period.most_wishes,
        most_strong=period.most_strong,
        comments_to=period.comments_to,
        weights=period.weights,
        shown=period.shown,
        revision=period.revision,
    )
