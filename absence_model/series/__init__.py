"""Modelling series: one row per unit and day, read from the shipped files or from our own table."""

from absence_model.series.info import COLUMNS, SeriesInfo
from absence_model.series.panel import Panel
from absence_model.series.reading import read_series

__all__ = ["COLUMNS", "Panel", "SeriesInfo", "read_series"]
