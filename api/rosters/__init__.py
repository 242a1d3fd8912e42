"""Drafts that can be edited and judged, and published rosters that nothing changes any more."""
