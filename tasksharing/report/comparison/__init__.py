"""A comparison for a case file: tables, pictures, gain plan; as text, page, PDF and workbook."""

from __future__ import annotations

from tasksharing.report.comparison.build import comparison_report
from tasksharing.report.comparison.write import ENDINGS, comparison_bytes, write_comparison

__all__ = ["ENDINGS", "comparison_bytes", "comparison_report", "write_comparison"]
