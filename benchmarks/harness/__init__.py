"""Runs of the public suites and of our own wards, measured, validated and kept line by line."""
