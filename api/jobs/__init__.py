"""Long work that survives a restart: searching for a roster, with live news and a stop."""
