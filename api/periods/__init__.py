"""A roster's life: from setting up a period to the published roster."""
