"""How long a whole municipality takes: 300 units, five years of days, fitted and a year ahead.

Measured in a process of its own: wall time from the series in memory to the year's forecast, and
the process's peak memory, the interpreter and libraries counted in.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass

UNITS, YEARS = 300, 5
MOST_S, MOST_MB = 60.0, 2048.0


@dataclass(frozen=True, slots=True)
class ScaleRow:
    """What was measured, beside what is asked for."""

    units: int
    days: int
    fit_s: float
    forecast_s: float
    peak_mb: float

    @property
    def seconds(self) -> float:
        """Fit and forecast together."""
        return self.fit_s + self.forecast_s

    @property
    def met(self) -> bool:
        """Whether time and memory are within what is asked for."""
        return self.seconds < MOST_S and self.peak_mb < MOST_MB


def scale_row(units: int = UNITS, years: int = YEARS, seed: int = 1) -> ScaleRow:
    """Measure in a child process.

    Raises
    ------
    subprocess.CalledProcessError
        When the child fails.
    """
    program = f"from benchmarks.absence_scale import child; child({units}, {years}, {seed})"
    path = os.pathsep.join(entry for entry in sys.path if entry)
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return ScaleRow(**json.loads(done.stdout.splitlines()[-1]))


def child(units: int, years: int, seed: int) -> None:
    """Draw the reference world's units, fit, forecast a year, and print what it took."""
    import resource
    import time

    from absence_model.forecaster.fit import fit
    from absence_model.series import SeriesInfo
    from absence_model.simulate.reference import reference_world

    days = 365 * years
    series = reference_world(seed, units).series(0, days)
    begun = time.perf_counter()
    fitted = fit(series, SeriesInfo("simulated", "own", "shifts"))
    fitted_at = time.perf_counter()
    told = fitted.forecast(days=365)
    ended = time.perf_counter()
    assert len(told.frame) == units * 365
    row = {
        "units": units,
        "days": days,
        "fit_s": round(fitted_at - begun, 2),
        "forecast_s": round(ended - fitted_at, 2),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
    }
    sys.stdout.write(json.dumps(row) + "\n")
