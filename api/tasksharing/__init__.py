"""Task sharing in the service: what a unit has approved, delegated and logged."""
