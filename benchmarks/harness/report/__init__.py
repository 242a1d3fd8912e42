"""Runs as a page of tables and pictures; every number in it comes from a line of the files."""

from benchmarks.harness.report.page import write_report

__all__ = ["write_report"]
