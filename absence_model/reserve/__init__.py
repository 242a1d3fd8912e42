"""From a forecast of absence to reserve shifts, and what they cost and save."""
