"""Every alternative rostered on the same staff, demand and seeds, and held against its zero."""
