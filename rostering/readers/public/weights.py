"""Points of the soft constraints of INRC-II (arXiv 1501.04177, table of constraints S1 to S7)."""

COVER = 30
"""S1: each nurse below the optimum."""

SAME_SHIFT = 15
"""S2: each day in a row too many or too few on one shift."""

WORKING_DAYS = 30
"""S2: each working day in a row too many or too few."""

DAYS_OFF = 30
"""S3: each day off in a row too many or too few."""

PREFERENCE = 10
"""S4: each assignment that was not wanted."""

COMPLETE_WEEKEND = 30
"""S5: each weekend with one working day, where the contract asks for complete ones."""

ASSIGNMENTS = 20
"""S6: each assignment too many or too few."""

WEEKENDS = 30
"""S7: each working weekend too many."""
