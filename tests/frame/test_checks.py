"""The quick checks of ``make check`` are part of ``make test``."""

import tomllib

import pytest

from tools import check, licences


@pytest.mark.parametrize("name", [name for name in check.QUICK if check.applies(name)])
def test_check_passes(name: str) -> None:
    done = check.run(name)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("licence", "permitted"),
    [
        ("MIT", True),
        ("MIT OR GPL-3.0-only", True),
        ("MIT AND GPL-3.0-only", False),
        ("MIT; BSD", True),
        ("MIT; GPL", False),
        ("UNKNOWN", False),
        ("(MIT OR BSD) AND BSD", True),
        ("ISC License (ISCL)", True),
    ],
)
def test_licence_statements(licence: str, permitted: bool) -> None:
    assert licences.permitted(licence, {"MIT", "BSD", "ISC License (ISCL)"}) is permitted


def test_exception_holds_for_one_statement_only() -> None:
    packages = {"odd": "MPL-2.0", "other": "MPL-2.0"}
    assert licences.refused(packages, {"MIT"}, {"odd": "MPL-2.0"}) == ["other: MPL-2.0"]
    assert licences.refused(packages, {"MIT"}, {"odd": "MPL-1.0"}) == [
        "odd: MPL-2.0",
        "other: MPL-2.0",
    ]


def test_every_exception_is_explained() -> None:
    lists = tomllib.loads((check.ROOT / "licences-allowed.toml").read_text("utf-8"))
    decision = (check.ROOT / "docs/decisions/0001-components.md").read_text("utf-8")
    for name in lists["exceptions"]:
        assert f"`{name}`" in decision, f"{name} is not explained"
