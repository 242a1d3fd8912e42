"""What can be told of a difference: better, worse, different, or no measurable difference.

A search never ends at the one best roster, so every figure of a roster has a gap. A difference is
told only when it is larger than every gap that is known of: the spread over the seeds of either
side, and how far either moved from where its last searches began (``drift``: where that is much,
the searches were not done). The ranges over the seeds must lie apart as well. Points need more: a
bound of each, so that no roster of the one could have the points of the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tasksharing.evaluate.models import Difference, Measure, Run, Verdict

#: How many times the largest gap a difference must be, by the number of seeds. Measured on draws
#: of one normal distribution for both sides: with these about one comparison in a thousand tells
#: of a difference that is not there (docs/tasksharing/evaluation.md). Of fewer seeds nothing is.
FACTORS = {3: 3.0, 4: 1.6, 5: 1.2, 6: 1.0}
_ENOUGH = max(FACTORS)
_EXACT = 1e-9


def differences(
    zero: Iterable[Measure],
    here: Iterable[Measure],
    runs: tuple[Iterable[Run], Iterable[Run]],
    drift: Mapping[str, float],
) -> tuple[Difference, ...]:
    """Return every measure that both have against the zero's.

    Parameters
    ----------
    zero, here
        The measures of the zero and of the alternative.
    runs
        The runs of both, in the same order: bounds of the points are taken from them.
    drift
        By measure, how far the zero or this alternative moved from the roster it began with.
    """
    before = {one.id: one for one in zero}
    sides = tuple(tuple(side) for side in runs)
    still = any(stuck(side) for side in sides)
    told = []
    for one in here:
        if one.id in before:
            found = difference(before[one.id], one, drift.get(one.id, 0.0))
            if still and one.source == "rostered":
                found = found.model_copy(update={"verdict": "none"})
            points = one.id == "points"
            told.append(_of_points(found, one, (sides[0], sides[1])) if points else found)
    return tuple(told)


def stuck(runs: Iterable[Run]) -> bool:
    """Return whether all seeds ended in one roster that nobody proved to be best.

    Then the spread over the seeds is 0 because nothing was found, and tells of no certainty.
    """
    found = [run for run in runs if run.roster_hash]
    proved = all(run.status == "optimal" for run in found)
    return len(found) > 1 and len({run.roster_hash for run in found}) == 1 and not proved


def difference(zero: Measure, here: Measure, drift: float = 0.0) -> Difference:
    """Return the difference of a measure from the zero's, and what can be told of it."""
    mean = round(here.mean - zero.mean, 4)
    if here.source != "rostered":
        telling = abs(mean) > _EXACT
        return _told(here, mean, (mean, mean), telling=telling)
    low, high = round(here.low - zero.high, 4), round(here.high - zero.low, 4)
    gap = max(zero.high - zero.low, here.high - here.low, drift)
    seeds = min(len(zero.values), len(here.values))
    factor = FACTORS.get(min(seeds, _ENOUGH))
    apart = low > _EXACT or high < -_EXACT
    telling = factor is not None and apart and abs(mean) > factor * gap + _EXACT
    return _told(here, mean, (low, high), telling=telling)


def _of_points(
    found: Difference, here: Measure, runs: tuple[Iterable[Run], Iterable[Run]]
) -> Difference:
    """Return the difference of points by the searches' own gaps: from bound to points."""
    (zero_low, zero_high), (low, high) = (_reach(side) for side in runs)
    least, most = round(low - zero_high, 4), round(high - zero_low, 4)
    telling = least > 0 or most < 0
    return _told(here, found.mean, (least, most), telling=telling)


def _reach(runs: Iterable[Run]) -> tuple[float, float]:
    """Return the least that the best roster can have, and the most points of any run."""
    listed = [run for run in runs if run.points is not None]
    bounds = [run.bound for run in listed if run.bound is not None]
    return float(max(bounds, default=0)), float(max(run.points or 0 for run in listed))


def _told(here: Measure, mean: float, ends: tuple[float, float], *, telling: bool) -> Difference:
    verdict: Verdict = "none"
    if telling and here.better == "neither":
        verdict = "different"
    elif telling:
        verdict = "better" if (mean < 0) == (here.better == "lower") else "worse"
    return Difference(measure=here.id, mean=mean, low=ends[0], high=ends[1], verdict=verdict)
