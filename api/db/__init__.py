"""The database: one engine, one transaction a request, the same migrations everywhere."""
