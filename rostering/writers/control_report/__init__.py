"""The control report on paper: a page to print and sign, and a workbook with the same figures."""

from __future__ import annotations

from rostering.writers.control_report.page import control_page, write_control_page
from rostering.writers.control_report.workbook import write_control_workbook

__all__ = ["control_page", "write_control_page", "write_control_workbook"]
