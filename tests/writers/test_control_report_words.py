"""Every sentence that page and workbook ask for exists in each language."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from rostering.texts import LANGUAGES, Catalogue

ROOT = Path(__file__).resolve().parents[2] / "rostering"
FILES = [
    *sorted((ROOT / "writers" / "control_report").glob("*.py")),
    *sorted((ROOT / "report").glob("*.py")),
]


def asked(tree: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Yield the prefix that a call puts before its key, and the key as it is written."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and [ast.unparse(t) for t in node.targets] == ["heads"]:
            if isinstance(node.value, ast.Tuple):
                yield from (("report.head.", part) for part in node.value.elts)
        elif isinstance(node, ast.Call) and node.args:
            name = ast.unparse(node.func)
            if name in {"say", "self"}:
                yield "report.", node.args[0]
            elif name.endswith(".column") and name.startswith("say"):
                yield "report.head.", node.args[0]
            elif name.endswith("texts.say"):
                yield "", node.args[0]


def pattern(prefix: str, key: ast.expr) -> str | None:
    """Return a regular expression that some key must match; None for a key from elsewhere."""
    if isinstance(key, ast.Constant) and isinstance(key.value, str):
        return re.escape(prefix + key.value)
    if isinstance(key, ast.JoinedStr):
        parts = (
            re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[\w. -]+"
            for part in key.values
        )
        return re.escape(prefix) + "".join(parts)
    return None


PATTERNS = sorted(
    {
        found
        for file in FILES
        for prefix, key in asked(ast.parse(file.read_text("utf-8")))
        if (found := pattern(prefix, key)) is not None
    }
)


def test_the_sentences_that_are_asked_for_are_found_in_the_source() -> None:
    assert len(PATTERNS) > 100
    for known in ("section.breaches", "head.contract_week", "head.quick_returns", "no_plan"):
        assert re.escape(f"report.{known}") in PATTERNS


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_that_is_asked_for_exists(language: str) -> None:
    keys = Catalogue(language).keys()
    lacking = [one for one in PATTERNS if not any(re.fullmatch(one, key) for key in keys)]
    assert lacking == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_of_the_report_is_left_over(language: str) -> None:
    keys = {key for key in Catalogue(language).keys() if key.startswith("report.")}  # noqa: SIM118
    elsewhere = {"report.cyclic_day", "report.weekday_names"}  # asked for by check
    plain = {key.removesuffix(".one") for key in keys} - elsewhere
    assert [key for key in sorted(plain) if not any(re.fullmatch(p, key) for p in PATTERNS)] == []
