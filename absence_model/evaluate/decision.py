"""Who forecasts a horizon: one decision, for the evaluation and for what is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from absence_model.estimators.contenders import Contender
from absence_model.gate import Verdict, judge, margin_of
from absence_model.series.rows import YEAR

if TYPE_CHECKING:
    from absence_model.evaluate.rolling import Forecasts


def decided(
    seen: Forecasts, fitted: Sequence[Contender], *, small: bool, recent: Mapping[str, float] | None
) -> Verdict:
    """Judge the fitted models by what has come true of their forerunners' forecasts.

    Parameters
    ----------
    seen
        Forecasts whose days are known, with everybody's of them.
    small
        Whether absences are small counts.
    recent
        Errors a quarter ahead, see ``moved``; None up to 28 days ahead.
    """
    horizon = seen.rows.horizon
    made = {one.name: seen.models[one.name] for one in fitted}
    if not small:
        made = {one.name: one.middle(made[one.name]) for one in fitted}
    return judge(
        seen.truth,
        made,
        seen.naive,
        margin=margin_of(horizon, seen.rows.target),
        untried=fitted[0].name if fitted and horizon == YEAR else None,
        counts=small,
        recent=recent,
    )
