"""Write the generated pages: ``python -m tools.docs``; with ``--check``, only compare them."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields
from importlib import resources
from pathlib import Path
from typing import Any

from rostering.domain.fields import format_time
from rostering.rulebooks.book import Provision, Rulebook, Who, shipped
from rostering.rules.base import CLOCK, Rule
from rostering.rules.registry import RULES
from rostering.terms.base import Term, defaults
from rostering.terms.registry import TERMS
from rostering.texts import Catalogue, hours
from rostering.writers.schema import schema_text, schemas

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
NOTE = "<!-- Written by `make docs`. Change the code or the rulebooks, not this page. -->"
BOOKS = ("no_aml", "no_hta_ks", "no_local")

RULES_HEAD = f"""{NOTE}
# Rules

A rule says what a lawful roster must not break. Each has two faces in one module: `check`, plain
Python that finds breaches in any roster, and `post`, which tells the solver the same. How to add
one: [how-to-add-a-rule.md](how-to-add-a-rule.md).

The values come from rulebooks: {{books}}.
A ward may name those that bind it under `rulebooks`.
A unit may set stricter values of its own, bind a rule `hard` or `priced`, or switch it `off` with a
reason, under `rules` in its ward file. Levels say who has agreed in writing (`agreements` in the
ward file, [agreements.md](agreements.md)): L0 the law alone, L1 the employee, L2 the union
representatives, L3 Arbeidstilsynet, L4 a union under AML § 10-12 (4). What binds people under 18
binds them on top of the rest and is opened by nobody. `turnus rules WARD` lists them.
"""
TERMS_HEAD = f"""{NOTE}
# Terms

A term is a named goal: what it counts, times its weight, is its points on the score card. The
roster with the fewest points is the best; a goal gives way when another is worth more. How to add
one: [how-to-add-a-term.md](how-to-add-a-term.md).

The weights are points a unit. A ward sets its own under `weights` in its file; 0 switches a goal
off. `turnus show WARD --weights` reads them as exchange rates.
"""


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    """Return a Markdown table."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def about(call: Callable[..., Any]) -> str:
    """Return the docstring of the module that a function stands in."""
    return (sys.modules[call.__module__].__doc__ or "").strip()


def rules_page() -> str:
    """Return docs/rules.md."""
    books = [shipped(name) for name in BOOKS]
    *most, last = [f"`{book.id}` ({book.name}, {book.authority.value})" for book in books]
    named = f"{', '.join(most)} and {last}"
    english, norwegian = Catalogue("en"), Catalogue("nb")
    scopes = {"employee": "one person's duties", "unit": "the whole unit"}
    overview = table(
        ("rule", "in English", "på norsk", "judged on"),
        [
            (
                f"[`{rule.id}`](#{rule.id})",
                english.say(f"rule.{rule.id}"),
                norwegian.say(f"rule.{rule.id}"),
                scopes[rule.scope],
            )
            for rule in RULES
        ],
    )
    sections = "\n".join(rule_section(rule, books) for rule in RULES)
    return f"{RULES_HEAD.format(books=named)}\n{overview}\n{sections}"


def rule_section(rule: Rule[Any], books: list[Rulebook]) -> str:
    """Return what a rule says, its values and where they come from."""
    values = table(
        ("value", "stricter is", "unit"),
        [
            (f"`{field.name}`", stricter(field.metadata["sense"].value), field.metadata["unit"])
            for field in fields(rule.values)
        ],
    )
    units = {field.name: field.metadata["unit"] for field in fields(rule.values)}
    sources = [
        provision_row(book, provision, units)
        for book in books
        for provision in book.provisions
        if provision.rule == rule.id
    ]
    text = f"## {rule.id}\n\n{about(rule.check)}\n\n{values}"
    if sources:
        head = ("value", "shipped", "rulebook", "since", "source")
        text += "\n" + table(head, sources)
    return text


def stricter(sense: str) -> str:
    """Return in a word which way a value is stricter."""
    return {"at_most": "less", "at_least": "more"}.get(sense, "–")


def provision_row(book: Rulebook, provision: Provision, units: dict[str, str]) -> tuple[str, ...]:
    """Return a provision as a table row; what is not verified is said so."""
    unit = units.get(provision.value, "")
    told = [f"{level.value}: {amount(value, unit)}" for level, value in provision.levels.items()]
    source = f"[{provision.paragraph}]({provision.link})" if provision.link else provision.paragraph
    if provision.note:
        source += f": {provision.note}"
    if provision.status:
        source += f" ({provision.status})"
    shown = "<br>".join(told)
    if provision.who is Who.MINOR:
        shown += "<br>under 18"
    return f"`{provision.value}`", shown, f"`{book.id}`", provision.valid_from.isoformat(), source


def amount(value: object, unit: str) -> str:
    """Return a provision's value as text, minutes with the hours or the time of day beside them."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join("–".join(pattern) for pattern in value)
    if isinstance(value, int) and unit in ("minutes", CLOCK):
        return f"{value} ({format_time(value) if unit == CLOCK else hours(value)})"
    return str(value)


def terms_page() -> str:
    """Return docs/terms.md."""
    weights = defaults()["weights"]
    english, norwegian = Catalogue("en"), Catalogue("nb")
    overview = table(
        ("term", "in English", "på norsk", "counts", "weight", "one = minutes of shortage"),
        [
            (
                f"[`{term.id}`](#{term.id})",
                english.say(f"term.{term.id}"),
                norwegian.say(f"term.{term.id}"),
                english.say(f"unit.{term.unit}"),
                str(weights[term.id]),
                f"{weights[term.id] / weights['shortage']:g}",
            )
            for term in TERMS
        ],
    )
    sections = "\n".join(term_section(term) for term in TERMS)
    thresholds = table(("threshold", "value", "meaning"), list(threshold_rows()))
    return f"{TERMS_HEAD}\n{overview}\n{sections}\n## Thresholds\n\n{thresholds}"


def term_section(term: Term) -> str:
    """Return what a term measures and what its unit is worth."""
    weight = defaults()["weights"][term.id]
    unit = remarks("weights").get(term.id, "unit")
    what = "each time" if unit == "each" else f"for each {unit.removeprefix('each ')}"
    return f"## {term.id}\n\n{about(term.measure)}\n\nWeight {weight} {what}.\n"


def threshold_rows() -> Iterator[tuple[str, ...]]:
    """Yield the shipped thresholds with what stands beside them."""
    for name, value in defaults()["thresholds"].items():
        yield f"`{name}`", str(value), remarks("thresholds").get(name, "")


def remarks(part: str) -> dict[str, str]:
    """Return what stands beside the lines of a part of defaults.toml, by name."""
    text = (resources.files("rostering.terms") / "defaults.toml").read_text(encoding="utf-8")
    lines = text.partition(f"[{part}]")[2].partition("\n[")[0]
    return dict(re.findall(r"^(\w+) = \d+ *# (.*)$", lines, re.MULTILINE))


def pages() -> dict[Path, str]:
    """Return every generated page with its text."""
    found = {DOCS / "rules.md": rules_page(), DOCS / "terms.md": terms_page()}
    for name, schema in schemas().items():
        found[DOCS / "schema" / f"{name}.schema.json"] = schema_text(schema)
    return found


def main(arguments: list[str]) -> int:
    """Write the pages, or with ``--check`` name those that are stale."""
    stale = [
        path
        for path, text in pages().items()
        if not path.exists() or path.read_text("utf-8") != text
    ]
    for path in stale:
        if "--check" not in arguments:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(pages()[path], "utf-8", newline="\n")
        print(f"{path.relative_to(ROOT)} {'is stale' if '--check' in arguments else 'written'}")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
