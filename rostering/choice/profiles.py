"""What a roster may favour: a few goals, weighed several times as much as the ward does."""

from __future__ import annotations

from dataclasses import dataclass

FAVOURED = 4
"""How many times the ward's own weight a favoured goal has while it is searched for."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A name and the goals it favours; without any it is the ward's own weights."""

    name: str
    terms: tuple[str, ...] = ()

    def weighed(self, weights: dict[str, int]) -> dict[str, int]:
        """Return weights with the favoured goals' raised; a goal that is off stays off."""
        return {
            term: points * FAVOURED if term in self.terms else points
            for term, points in weights.items()
        }


PROFILES = (
    Profile("own"),
    Profile("wishes", ("wishes", "fairness", "past_burdens")),
    Profile(
        "health",
        (
            "quick_returns",
            "single_days",
            "backward_rotation",
            "night_blocks",
            "night_recovery",
            "long_runs",
        ),
    ),
    Profile("cost", ("cost", "hours", "surplus")),
    Profile("staffing", ("shortage", "surplus", "row_prices", "reserve")),
)
"""In the order in which they are searched for; the first is always among the answers."""
