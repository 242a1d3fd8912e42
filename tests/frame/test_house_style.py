"""Files stay short enough to read at a sitting, and most functions on half a screen."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = (
    *("rostering", "tasksharing", "absence_model", "api", "turnus", "fixtures", "benchmarks"),
    *("tools", "tests"),
)
WRITTEN = ROOT / "api" / "db" / "migrations" / "versions"  # by Alembic, a statement a table
FILE_LINES = 400
FUNCTION_LINES = 25
LONGEST_FUNCTION = 60
SHORT_SHARE = 0.9


def sources(folders: tuple[str, ...] = FOLDERS) -> Iterator[Path]:
    for folder in folders:
        found = sorted((ROOT / folder).rglob("*.py"))
        yield from (path for path in found if path.parent != WRITTEN)


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Return every function with its lines from ``def`` to the end, without the docstring."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if ast.get_docstring(node) is not None:
                first = node.body[0]
                lines -= (first.end_lineno or first.lineno) - first.lineno + 1
            yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", lines


def test_no_file_is_too_long() -> None:
    counted = {path: len(path.read_text("utf-8").splitlines()) for path in sources()}
    long = {str(p.relative_to(ROOT)): n for p, n in counted.items() if n > FILE_LINES}
    assert not long, f"more than {FILE_LINES} lines: {long}"


def test_most_functions_are_short() -> None:
    counted = dict(pair for path in sources(FOLDERS[:-1]) for pair in functions(path))
    long = {name: lines for name, lines in counted.items() if lines >= FUNCTION_LINES}
    assert len(long) <= (1 - SHORT_SHARE) * len(counted), f"{FUNCTION_LINES} lines or more: {long}"
    assert max(counted.values(), default=0) <= LONGEST_FUNCTION, long
