"""What the bridge stands on: published, calculated and assumed values, and changes to them."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from importlib import resources
from typing import Literal

from rostering.domain.fields import Model
from rostering.errors import BadInput, Fault
from rostering.readers import guesses
from rostering.wages.exact import Exact, exact
from tasksharing.domain.names import Name
from tasksharing.files.toml import toml_model

Status = Literal["published", "calculated", "assumed"]
Unit = Literal["fte", "share", "hours", "units"]
FORMAT = "helseturnus.bridge_assumptions"


class Assumption(Model):
    """A value under the bridge; ``low`` to ``high`` is the band that it is varied over.

    ``own`` tells that whoever uses the bridge has set it: then it is nobody's published figure.
    """

    key: str
    value: Exact
    low: Exact | None = None
    high: Exact | None = None
    unit: Unit
    status: Status
    text: Name
    source: Name | None = None
    own: bool = False

    @property
    def span(self) -> tuple[Fraction, ...]:
        """The values that the band tries: the ends and the value itself, each once."""
        ends = [end for end in (self.low, self.high) if end is not None]
        return tuple(dict.fromkeys([self.value, *ends]))


class _File(Model):
    format: str
    version: int
    assumptions: tuple[Assumption, ...]


Assumptions = dict[str, Assumption]
#: Values that a municipality may give of its own; without them they follow from the others.
OWN: dict[str, tuple[Unit, Name]] = {
    "hours": (
        "hours",
        Name(
            nb="Egne timer til turnusplanlegging i året",
            nn="Eigne timar til turnusplanlegging i året",
            en="Own hours of roster planning a year",
        ),
    ),
    "units": (
        "units",
        Name(nb="Antall enheter", nn="Talet på einingar", en="Number of units"),
    ),
    "automation_rate": (
        "share",
        Name(
            nb="Andelen av timene som automatisering tar bort",
            nn="Delen av timane som automatisering tek bort",
            en="Share of the hours that automation takes away",
        ),
    ),
    "pooling_effect": (
        "share",
        Name(
            nb="Andelen av resten som samordning tar bort",
            nn="Delen av resten som samordning tek bort",
            en="Share of the rest that coordination takes away",
        ),
    ),
}
#: What ``before`` is where hours take the place of the published figure.
FROM_HOURS = Name(
    nb="Årsverk til turnusplanlegging: timene delt på et årsverk",
    nn="Årsverk til turnusplanlegging: timane delte på eit årsverk",
    en="Full-time years of roster planning: the hours divided by a full-time year",
)
#: What the hours of an invented municipality are.
DRAWN_HOURS = Name(
    nb="Oppdiktede timer til turnusplanlegging i året",
    nn="Oppdikta timar til turnusplanlegging i året",
    en="Invented hours of roster planning a year",
)
_MOST = 10**9


@lru_cache(maxsize=1)
def _shipped() -> tuple[Assumption, ...]:
    data = (resources.files("tasksharing.bridge") / "assumptions.toml").read_bytes()
    return toml_model(_File, data, "assumptions.toml", FORMAT).assumptions


def shipped() -> Assumptions:
    """Return the assumptions as they ship."""
    return {one.key: one for one in _shipped()}


def changed(base: Assumptions, settings: Iterable[str]) -> Assumptions:
    """Return assumptions with values set, each written ``key=value``.

    Raises
    ------
    BadInput
        With one fault for each setting that is unknown, no number, or out of reach.
    """
    found, faults = dict(base), list[Fault]()
    given: set[str] = set()
    for setting in settings:
        key, equals, written = setting.partition("=")
        key = key.strip()
        if not equals or key not in {*base, *OWN}:
            known = ", ".join([*base, *OWN])
            guess = guesses.spelling(key, [*base, *OWN]) if equals else "write key=value"
            faults.append(Fault("--set", repr(setting), f"key=value with one of: {known}", guess))
            continue
        value = _number(written)
        fault = _refused(key, written, value, found) or _settled(key, base)
        if fault is not None or value is None:
            faults += [fault] if fault else []
            continue
        given.add(key)
        ships = shipped().get(key)
        same = ships is not None and value == ships.value
        found[key] = ships if ships and same else with_value(found.get(key), key, value)
    faults = faults or list(_together(found, given))
    if faults:
        raise BadInput(faults)
    return found


def with_value(old: Assumption | None, key: str, value: Fraction) -> Assumption:
    """Return an assumption with a value that the user has set; its band still holds it."""
    if old is None:
        unit, text = OWN[key]
        ends = (value * 4 / 5, min(Fraction(1), value * 6 / 5)) if unit == "share" else (None, None)
        low, high = ends
        return Assumption(
            key=key,
            value=value,
            low=low,
            high=high,
            unit=unit,
            status="assumed",
            text=text,
            own=True,
        )
    low = None if old.low is None else min(old.low, value)
    high = None if old.high is None else max(old.high, value)
    update = {"value": value, "low": low, "high": high, "status": "assumed", "source": None}
    return old.model_copy(update={**update, "own": True})


def _number(written: str) -> Fraction | None:
    try:
        return exact(written.strip().replace(",", "."))
    except ValueError:
        return None


def _refused(key: str, written: str, value: Fraction | None, known: Assumptions) -> Fault | None:
    where = f"--set {key}"
    if value is None or value > _MOST:
        guess = "a sign or a unit stands there too: write the number alone"
        return Fault(where, repr(written), "a number from 0 up", guess)
    unit = known[key].unit if key in known else OWN[key][0]
    if unit == "share" and value > 1:
        percent = f"{float(value / 100):g} is meant" if value <= 100 else ""
        return Fault(where, written, "a share from 0 to 1", percent)
    if key in {"published_before", "hours_per_fte", "units"} and value == 0:
        return Fault(where, written, "a number above 0")
    return None


def _settled(key: str, base: Assumptions) -> Fault | None:
    """Return why a value cannot be set: it follows from a list of units."""
    if key in {"before", "hours", "units"} and "hours" in base:
        guess = "the list is to be left out, or its hours are to be changed there"
        return Fault(f"--set {key}", "a value beside a list of units", "one of the two", guess)
    return None


def _together(found: Assumptions, given: set[str]) -> Iterable[Fault]:
    if {"before", "hours"} <= given:
        guess = "the full-time years follow from the hours: leave out before"
        yield Fault("--set before", "a value beside --set hours", "one of the two", guess)
    if found["published_saved"].value > found["published_before"].value:
        saved = f"{float(found['published_saved'].value):g} saved"
        needed = f"at most the {float(found['published_before'].value):g} there were before"
        yield Fault("--set published_saved", saved, needed, "the two have changed places")
