"""The service other programs call. Nothing is in it yet."""
