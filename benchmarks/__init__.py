"""Benchmark commands: protocol in README.md, one module a benchmark, never a unit test."""
