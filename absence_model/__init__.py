"""The forecast of short-term absence, learnt from a unit's past, and the reserves it pays for."""
