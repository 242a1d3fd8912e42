"""What lies round a forecast: quantiles, and sums over units that move together."""

from absence_model.intervals.levels import LEVELS, column
from absence_model.intervals.predictive import Predictive

__all__ = ["LEVELS", "Predictive", "column"]
