"""Scenarios of a period: built, looked through, copied, sent as files."""
