"""A unit's rules with the values in force and their paragraphs, and its goals with weights."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields
from typing import Any, Literal

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field

from api.http.context import Asking, Db, may, within
from api.units.wards import inside, unit_of, ward_of
from rostering.domain.index import ProblemIndex
from rostering.domain.problem import AgreementLevel, RuleMode
from rostering.rules.base import Rule, Sense
from rostering.rules.registry import RULES
from rostering.rulings import Rulings, Source
from rostering.rulings.senses import example
from rostering.terms.base import defaults
from rostering.terms.registry import TERMS, weights

router = APIRouter(prefix="/api/units/{unit}", tags=["ward"])


class NormValue(BaseModel):
    """A value of a rule that holds today, and who has set it.

    ``held`` is in force, ``usual`` would be without the unit's own value; null limits nothing.
    """

    value: str = Field(examples=["minimum"])
    unit: str = Field(description="What it counts; `clock` is minutes after midnight.")
    sense: Sense
    form: Literal["number", "truth", "list"]
    least: int
    most: int
    held: Any
    usual: Any
    own: bool
    paragraph: str = Field(examples=["AML § 10-8 (1), (3)"])
    link: str
    authority: Literal["law", "agreement", "local", ""]
    level: AgreementLevel | None
    agreement: str | None = Field(description="The agreement that opens the value.")


class NormRule(BaseModel):
    """A rule and how it binds here."""

    rule: str = Field(examples=["daily_rest"])
    mode: RuleMode
    price: int
    reason: str
    values: list[NormValue]


class NormGoal(BaseModel):
    """A goal; ``weight`` is points for one of its unit, ``usual`` where the unit sets nothing."""

    term: str = Field(examples=["shortage"])
    unit: str = Field(examples=["minutes"])
    weight: int
    usual: int


class Norms(BaseModel):
    """What rosters of a unit must keep to and what they aim for, on a date."""

    on: dt.date
    rules: list[NormRule]
    goals: list[NormGoal]


@router.get("/norms", dependencies=[Depends(may("ward.read"))])
def norms(unit: str, asking: Asking, session: Db) -> Norms:
    """Return a unit's rules and goals as they hold today, for those whom no agreement names."""
    within(asking, "ward.read", unit)
    ward = ward_of(session, unit_of(session, unit))
    today = dt.datetime.now(dt.UTC).date()
    dated = ward.model_copy(update={"absences": inside(ward.absences, ward.horizon)})
    rulings = Rulings(ProblemIndex(dated))
    bare = Rulings(ProblemIndex(dated.model_copy(update={"rules": {}})))
    held, usual = weights(ward), defaults()["weights"]
    return Norms(
        on=today,
        rules=[_rule(rulings, bare, rule, today) for rule in RULES],
        goals=[
            NormGoal(term=term.id, unit=term.unit, weight=held[term.id], usual=usual[term.id])
            for term in TERMS
        ],
    )


def _rule(rulings: Rulings, bare: Rulings, rule: Rule[Any], when: dt.date) -> NormRule:
    agreed = rulings.covering(rule.id, None)
    here = rulings.decided(rule, agreed, when)
    without = bare.decided(rule, agreed, when)
    setting = rulings.setting(rule.id)
    forms = {field.name: _form(example(field)) for field in fields(rule.values)}
    bounds = {field.name: field.metadata["within"] for field in fields(rule.values)}
    values = [
        _value(
            source, usual, forms[source.name], bounds[source.name], source.name in setting.values
        )
        for source, usual in zip(here, without, strict=True)
    ]
    return NormRule(
        rule=rule.id,
        mode=setting.mode,
        price=setting.price,
        reason=setting.reason,
        values=values,
    )


def _form(sample: object) -> Literal["number", "truth", "list"]:
    if isinstance(sample, bool):
        return "truth"
    return "list" if isinstance(sample, tuple) else "number"


def _value(
    source: Source,
    usual: Source,
    form: Literal["number", "truth", "list"],
    within_: tuple[int, int],
    own: bool,
) -> NormValue:
    quoted = usual if source.own else source  # beside the unit's own value stands what it tightens
    provision, book = quoted.provision, quoted.book
    return NormValue(
        value=source.name,
        unit=source.unit,
        sense=source.sense,
        form=form,
        least=within_[0],
        most=within_[1],
        held=source.value,
        usual=usual.value,
        own=own,
        paragraph=provision.paragraph if provision else "",
        link=provision.link if provision else "",
        authority=book.authority.value if book else "",
        level=quoted.level,
        agreement=quoted.agreement.id if quoted.agreement else None,
    )
