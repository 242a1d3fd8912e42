"""Pay by staff group and supplements by the hour, as dated tables."""
