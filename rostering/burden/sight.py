"""What a person sees of the ledger: the own figures against the ward's distribution.

Names are for a ward that has agreed to them, and even then for nobody whose figures would tell of
an absence or an exemption: who was away long, or shares nothing of a burden that most share.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from statistics import quantiles

from rostering.burden.models import Burden, Ledger, PersonEntries
from rostering.domain.fields import Model

FEWEST = 10  # people whose distribution is shown; of fewer, single figures could be read off
ROUTINE = 3  # the first burdens: weekends, nights, evenings
LONG = 3  # points of credit from which figures tell of an absence


class Spread(Model):
    """The ward's points of one burden per full-time post: quartiles over all who share it."""

    burden: Burden
    people: int
    lower: float
    middle: float
    upper: float


class Figure(Model):
    """One person's points of one burden, as they are and per full-time post."""

    burden: Burden
    points: int
    here: int
    per_post: float
    share: int | None


class Named(Model):
    """A colleague's points, in a ward that has agreed to names."""

    person: str
    figures: tuple[Figure, ...]


class Sight(Model):
    """What one person may see; ``ward`` is empty where too few people share."""

    person: str
    own: tuple[Figure, ...]
    ward: tuple[Spread, ...]
    named: tuple[Named, ...] = ()


def sight(found: Ledger, person: str, *, names: bool = False) -> Sight | None:
    """Return what a person sees of a ledger; None for who has no entry in it.

    Parameters
    ----------
    names
        Whether the ward has agreed that colleagues' figures are shown by name.
    """
    mine = next((one for one in found.people if one.person == person), None)
    if mine is None:
        return None
    others = [one for one in found.people if one.person != person]
    return Sight(
        person=person,
        own=tuple(_figures(mine)),
        ward=tuple(spreads(found)),
        named=tuple(
            Named(person=one.person, figures=tuple(_figures(one)))
            for one in others
            if names and not telling(one, found)
        ),
    )


def telling(one: PersonEntries, found: Ledger) -> bool:
    """Return whether a person's figures would tell of an absence or an exemption.

    Sharing nothing of nights tells of an exemption where at least half share them, and of nothing
    in a ward that has none.
    """
    away = any(entry.credit >= LONG for entry in one.entries)
    exempt = any(
        entry.share is None and _common(found, place)
        for place, entry in enumerate(one.entries[:ROUTINE])
    )
    return away or exempt or one.new


def _common(found: Ledger, place: int) -> bool:
    """Return whether at least half of a ward share a burden."""
    sharing = sum(one.entries[place].share is not None for one in found.people)
    return 2 * sharing >= len(found.people)


def _figures(one: PersonEntries) -> Iterable[Figure]:
    for entry in one.entries:
        yield Figure(
            burden=entry.burden,
            points=entry.after,
            here=entry.here,
            per_post=_per_post(entry.after, one.size),
            share=entry.share,
        )


def _per_post(points: int, size: float) -> float:
    return round(points * 100 / size, 2) if size else 0.0


def spreads(found: Ledger) -> Iterator[Spread]:
    """Yield the ward's quartiles, burden by burden, where enough people share it."""
    for place, entry in enumerate(found.people[0].entries if found.people else ()):
        rates = sorted(
            _per_post(one.entries[place].after, one.size)
            for one in found.people
            if one.size and not _apart(one, place)
        )
        if len(rates) >= FEWEST:
            lower, middle, upper = (round(q, 2) for q in quantiles(rates, n=4, method="inclusive"))
            yield Spread(
                burden=entry.burden,
                people=len(rates),
                lower=lower,
                middle=middle,
                upper=upper,
            )


def _apart(one: PersonEntries, place: int) -> bool:
    """Return whether a person shares nothing of a burden that is a duty."""
    return place < len(one.entries) - 2 and one.entries[place].share is None
