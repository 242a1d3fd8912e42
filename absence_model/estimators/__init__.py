"""Estimators under scikit-learn's conventions."""

from absence_model.estimators.calendar_shape import CalendarShape

__all__ = ["CalendarShape"]
