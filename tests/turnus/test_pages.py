"""What the pages say is so: code runs, commands exist, links lead somewhere."""

import contextlib
import io
import re
import shlex
from pathlib import Path

import pytest
import typer

from rostering.rules.registry import RULES
from rostering.terms.registry import TERMS
from tests.turnus.console import ROOT
from tools.docs import pages
from turnus.app import app

OWN = (
    "agreements",
    "architecture",
    "command-line",
    "concepts",
    "cost",
    "glossary",
    "rules",
    "terms",
)
PAGES = [ROOT / "README.md"]
PAGES += [ROOT / "docs" / f"{name}.md" for name in (*OWN, "how-to-add-a-rule", "how-to-add-a-term")]


def test_the_readmes_roster_runs_and_has_twelve_lines() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", PAGES[0].read_text("utf-8"), re.DOTALL)
    assert len([line for line in code.splitlines() if line.strip()]) == 12
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(code, {"__name__": "readme"})
    assert len(re.findall(r"^2027-01-\d\d \w+ D$", said.getvalue(), re.MULTILINE)) == 7
    assert re.search(r"^optimal \d+ points$", said.getvalue(), re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_lead_to_files_that_exist(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_commands_on_the_pages_exist_with_their_options(page: Path) -> None:
    command = typer.main.get_command(app)
    known = command.commands  # type: ignore[attr-defined]
    typed = re.findall(r"(?:^|`)turnus ([a-z]+[^`\n|#]*)", page.read_text("utf-8"), re.MULTILINE)
    for line in typed:
        name, *rest = shlex.split(line)
        assert name in known, line
        found = known[name]
        if hasattr(found, "commands") and rest:
            assert rest[0] in found.commands, line
            found = found.commands[rest[0]]
        options = {option for parameter in found.params for option in parameter.opts}
        wrong = [
            word for word in rest if word.startswith("--") and word not in {*options, "--help"}
        ]
        assert wrong == [], line


def test_the_picture_is_small() -> None:
    assert (ROOT / "docs/pictures/nursing_home.png").stat().st_size < 400_000


def test_the_generated_pages_name_every_rule_and_term() -> None:
    written = {path.name: text for path, text in pages().items()}
    for rule in RULES:
        assert f"\n## {rule.id}\n" in written["rules.md"]
    for term in TERMS:
        assert f"\n## {term.id}\n" in written["terms.md"]
    assert "AML § 10-8" in written["rules.md"]
