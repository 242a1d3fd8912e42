"""Forecasts of short-term absence for a unit, what they rest on, and the reserve they pay for."""
