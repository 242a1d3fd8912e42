"""Units, and the ward that each keeps: staff, contracts, competences, demand, agreements."""
