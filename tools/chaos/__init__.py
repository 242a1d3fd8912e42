"""Kill the service again and again and see what is lost."""
