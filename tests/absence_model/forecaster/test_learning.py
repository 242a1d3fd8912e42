"""What a fit tells of one unit gives away neither single days nor other units."""

from __future__ import annotations

import numpy as np
import pandas as pd

from absence_model.forecaster.fit import fit
from absence_model.series import SeriesInfo


def test_no_naive_forecast_is_one_earlier_days_count() -> None:
    dates = pd.date_range("2025-01-06", periods=150)
    absent = np.repeat(np.random.default_rng(5).integers(0, 6, 15), 10)  # today is as yesterday
    frames = [
        pd.DataFrame({"unit": unit, "date": dates, "planned": 12.0, "absent": days.astype(float)})
        for unit, days in (("a", absent), ("b", absent[::-1]))
    ]
    fitted = fit(pd.concat(frames, ignore_index=True), SeriesInfo("invented", "own", "shifts"))
    single = {"zero", "last_value", "same_weekday_last_week"}
    assert not single & {one.naive for one in fitted.buckets}
